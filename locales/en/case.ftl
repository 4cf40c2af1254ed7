# One person's case.
case-code = Code
case-no-name = No name given
case-urgent = Urgent
case-conflicts =
    { $count ->
        [one] One answer differs between two reports. It is marked below.
       *[other] { $count } answers differ between reports. They are marked below.
    }
case-conflict = Two reports differ. Both are kept until somebody chooses.
case-choose = This is right
case-choose-what = This is right: { $what }
case-stated = { $who }, { $when }
case-earlier =
    { $count ->
        [one] Earlier: 1 other answer
       *[other] Earlier: { $count } other answers
    }
case-unknown = not known
case-correct = Correct
case-correct-what = Correct: { $what }
case-closed = Not open to your role.
case-group = Came with
case-timeline = What happened
case-from = before:
case-to = now:
case-print = Print the card

## The parts of a case. Which of them open depends on the reader's role.
part-care = Needs
part-identity = Who
part-journey = Where and how
part-protection = Safety

## What happened, one line each.
event-registered = Registered
event-registered-list = Registered from a list, row { $count }
event-corrected = Corrected
event-stated = Added
event-not-open = Something not open to your role
event-erased = Erased
# An urgent sign that has been taken care of.
case-sign-over = { $what }: taken care of
case-corrected = Corrected. The earlier answer is kept.

## How sure a date of birth is.
certainty-estimated = estimated
certainty-month = day not known
certainty-year = day and month not known
certainty-either = day and month may be swapped

## Correcting one answer.
case-back = Back to
case-correct-keeps = The earlier answer stays on the case, with who said it and when.
case-now = Now on the case
case-reason = Why (if you like)
case-correct-save = Save the correction
field-names = Name
field-sex = Sex
field-birth = Birth
field-nationalities = Nationality
field-languages = Languages
field-papers = Papers
field-contacts = Contact
field-place = Where now
field-entered = Day of entry
field-signs = Urgent
field-remark = Remark
field-consent = Consent
explain-names = Write the name as the person does, in their own script first.
explain-sex = As the person says.
explain-birth = An age if that is all there is; as much of the date as the person is sure of.
explain-nationalities = As the person says. Papers that say otherwise are noted under Papers.
explain-languages = The languages the person speaks well enough to be heard in.
explain-papers = A paper that somebody else keeps is “taken away”, not “lost”.
explain-contacts = A number or handle that is safe to use. Ask who else reads it.
explain-place = Town or area. Never the street address of a shelter.
explain-entered = The overstay fine counts from this day.
explain-signs = What is true now. Untick what has been taken care of.
explain-remark = Needs only. Do not write what the person did or what was done to them.
explain-consent = A “no” closes the name to everybody, and help goes on.
consent-spoken = Agreed, spoken
consent-signed = Agreed, signed
consent-guardian = Agreed by a parent or guardian
consent-refused = Did not agree
consent-not-asked = Not asked yet
# A tick under a correction: both answers stay on the case, side by side, until somebody chooses.
case-keep-both = I am not sure which is right: keep both
