# How sure a value is, and an age that somebody guessed.
person-age-about = about { $age }
certainty-estimated = estimated
certainty-month = the day is not known
certainty-year = only the year is known
certainty-either = day and month may be swapped
# A sign such as "Hurt" that is no longer true: "no longer: Hurt".
case-sign-over = no longer: { $what }

# Headings of the parts of a case.
part-identity = Who
part-journey = Where
part-care = Urgent
part-protection = Protection

# What happened, in the timeline of a case.
event-registered = Registered
event-registered-list = Registered from row { $count } of a list
event-stated = Added
event-corrected = Corrected
event-not-open = Something in a part that is not open to your role
event-erased = Erased
case-corrected = Saved. The earlier answer is kept below.
