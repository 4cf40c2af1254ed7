# The arrival card: filled in on a phone in the street, in one minute. Every word must be short and plain.
# Translators: these words are read out to the person, so use the polite everyday form.
card-title = New arrival
card-consent = Agrees to register?
# Must be clear: help never depends on the answer.
card-consent-hint = Help is the same either way.
consent-short-spoken = Yes, said
consent-short-signed = Signed
# Agreed by a parent or guardian.
consent-short-guardian = Guardian
consent-short-refused = No
card-name = Name
card-name2-add = + other script
card-name2 = Same name in another script
card-sex = Sex
sex-female = Woman
sex-male = Man
# Neither, or both, or the person does not want to say.
sex-other = Other
card-birth = Age or date of birth
# The age in years, as far as known.
card-age = Age about
# Between "about age" and "born in year, month, day".
card-or = or
card-birth-year = Born year
card-birth-month = Month
card-birth-day = Day
card-nationality = Nationality
card-nationality2-add = + second
card-nationality2 = Second nationality
card-place = Where now
card-signs = Urgent
sign-hurt = Hurt
sign-ill = Ill
sign-pregnant = Pregnant
# A child, in the sense of the law.
sign-minor = Under 18
# Somebody threatens the person.
sign-threatened = Threatened
# The person has nowhere safe to sleep tonight.
sign-no-shelter = No bed tonight
card-company = Came with
company-alone = Alone
# The person registered just before; the name and code follow.
company-previous = With
company-code = With a code
card-company-code = Code of the other person
paper-passport = Passport
paper-national-id = Identity card
paper-birth-record = Birth record
paper-travel-document = Travel document
card-paper-not-asked = Not asked
paper-status-held = Has it
paper-status-lost = Lost
# Kept by somebody else: a boss, a company, the police.
paper-status-taken = Taken away
paper-status-expired = Expired
paper-status-unknown = Does not know
card-paper-number = Number
card-contact = Phone or handle
card-language = Language
card-language-add = + more
card-language-2 = Second language
card-language-3 = Third language
card-more = More: other papers, day of entry, remark
card-entered = Entered the country on
card-remark = Remark
# Protects the person: what they did under force can be used against them.
card-remark-hint = Needs only. Do not write what the person did or what was done to them.
card-submit = Register

## What needs another look, beside the field.
wrong-name = Write a name, or choose “No” above if the person does not agree.
wrong-consent = Ask whether the person agrees. “No” is an answer too.
wrong-age = The age must be a number of years.
wrong-birth = There is no such day, or it has not come yet. Leave out what is not known.
wrong-nationality = This country is not known here. Choose one from the list.
wrong-language = This language is not known here. Choose one from the list.
wrong-day = There is no such day, or it has not come yet.
wrong-code = No person open to you has this code. Please read it again, in groups of three.
wrong-value = Fill in what is right.

## After registering: the number is said aloud and written on the card.
card-done-title = Registered
card-done-say = Say this number and give the card.
card-done-no-name = No name was kept. Needs and place are, so that help can come.
card-done-urgent = Needs somebody now
card-done-alike = May be the same person. Please look:
card-done-print = Print the card
card-done-same-group = Another of the same group
card-done-next = Next person
card-done-open = Open this case
