# What a person is asked before anything is shown to anybody. Read out, so: short words.
ask-title = May we show something about you to somebody else?
ask-free = You can say no. If you say no, we go on helping you in the same way.
ask-back = You can take your yes back on any day. Then we close it for them and ask them to delete it. What they have read, they have read.
ask-only = They see only what you choose here, and only for what you choose here.
ask-danger = Tell us if contact with them could be dangerous for you or your family. Then we do not contact them.
ask-who = Who may see it
ask-for-what = What for
ask-what = What they may see
ask-answer = Your answer
ask-yes = Yes, I agree.
ask-no = No, I do not agree.
ask-sign = Name or mark, day

service-identity-check = Confirm who the person is
service-travel-document = Travel document
service-exit-visa = Exit visa
service-fine-waiver = Waiver of the overstay fine
service-shelter = A place to sleep
service-food = Food
service-medical = Medical care
service-mental-health = Mental health care
service-legal-aid = Legal help
service-asylum = Asylum
service-interpretation = Interpreter
service-ticket = Ticket home
service-transport = Transport
service-family-tracing = Finding the family
service-reception = Reception at home
service-money = Money
service-other = Something else

item-code = Number on the card
item-names = Name
item-sex = Sex
item-age = Age
item-nationality = Nationality
item-languages = Languages
item-papers = Papers
item-contacts = Phone and contacts
item-place = Where the person is now
item-entered = Day of entry
item-health = Hurt, ill, pregnant
item-danger = That the person is in danger

urgency-today = Today
urgency-three-days = Within 3 days
urgency-week = Within a week
urgency-routine = Within 2 weeks

reason-no-funds = no money
reason-no-mandate = not their task
reason-full = full
reason-no-covering-mission = no mission covers this country
reason-nationality = not for this nationality
reason-no-documents = no documents
reason-proof-demanded = proof demanded
reason-policy = declined by policy
reason-other = another reason

answer-accepted = Accepted
answer-partly = Accepted in part
answer-refused = Refused

heard-here = They wrote it here
heard-told = They told us
heard-link = Through the link

grant-given = Agreed
grant-declined = Did not agree
grant-withdrawn = Taken back

given-spoken = Spoken
given-signed = Signed
given-guardian = By a guardian
given-best-interests = Decided in the child’s best interests
