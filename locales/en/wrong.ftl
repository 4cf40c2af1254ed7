# What needs another look in a form, beside its field. Everything typed is kept.
wrong-name = Write at least one name, or choose “No” under consent.
wrong-consent = Ask, and choose one. Help is the same either way.
wrong-age = Write the age as a whole number, up to 110.
wrong-birth = There is no such date, or it lies ahead. The year alone is enough.
wrong-nationality = No country of this name. Choose one of those offered while you type.
wrong-language = No language of this name. Choose one of those offered while you type.
wrong-day = There is no such day, or it lies ahead.
wrong-code = This code has a wrong digit, or belongs to nobody open to you. Ask for it again.
wrong-value = Fill this in, or go back without a correction.
wrong-file = Choose a file first.
