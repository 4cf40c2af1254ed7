# Asking others for help: for somebody, with their consent, or for a need.
referrals-title = Referrals
referrals-received = Asked of us
referrals-sent = Asked by us
referrals-received-explain = What others ask us for. Only what each person agreed to show is here.
referrals-sent-explain = What we asked others for, and what became of it.
referrals-none-received = Nobody has asked us for anything yet.
referrals-none-sent = We have asked nobody for anything yet. Open a person and choose “Ask somebody for help”.
referrals-older = Older ones
referral-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
referral-asked-at = Asked
referral-due-at = Answer by
referral-asked-of = Asked of { $what }
referral-asked-by = { $what } asks
referral-closed = Consent taken back
referral-waiting = Waiting for an answer
referral-silent = No answer in time
referral-delete-waiting = Consent taken back: to be deleted
referral-deleted = Deleted, as they say
referral-delete-confirm = We have deleted everything we copied
referral-deleted-done = Noted. The team that asked can see it.
referral-asked-done = Sent. They see exactly what was agreed, and nothing else.
referral-declined-done = The “no” is written down. Nothing was sent, and nothing changes for the person.
referral-answered-done = The answer is written down.
referral-escalated-done = Asked again, with a new deadline.
referral-withdrawn-done = Taken back. They can no longer open it.
referral-escalated =
    { $count ->
        [one] asked again once
       *[other] asked again { $count } times
    }

## Asking.
referral-ask-title = Ask somebody for help
referral-ask-explain = Choose what is needed and from whom. Then ask the person what may be shown for it.
referral-ask-save = Write it down and send
referral-service = What is needed
referral-to = From whom
referral-elsewhere = An organisation that does not work here
referral-elsewhere-name = Its name
referral-elsewhere-state = It is an embassy, a ministry or the police
referral-urgency = How soon
referral-urgency-hint = decides until when an answer is expected
referral-note = What they should know
referral-note-hint = Needs only. Nothing that the person did or that was done to them.
referral-need-title = Ask for people without naming them
referral-need-explain = Beds, seats or money for so many people. Nobody is named, so nobody has to agree.
referral-need-people = For how many people
wrong-service = Please choose what is needed.
wrong-recipient = Please choose whom to ask, or name the organisation.
wrong-items = Please choose what may be shown.
wrong-until = Please give the day as year, month and day, or leave it empty.
wrong-agrees = Please say whether the person agrees.
wrong-given = Please say how the person agreed.
wrong-people = Please give a number of people.
wrong-outcome = Please choose an answer; for a refusal, also why.

## One referral.
referral-answer = The answer
referral-outcome = Answer
referral-reason = If refused: why
referral-for-how-many = If in part: for how many
referral-verbatim = What was said, word for word
referral-said-by = Who said it
referral-answer-now = Answer
referral-write-down = Write down what they said
referral-answer-save = Write the answer down
referral-shown = What is shown of the person
referral-open-case = Open the person
referral-chain = Asked before
referral-next = What next
referral-escalate = Ask again, urgently
referral-elsewhere-ask = Ask somebody else
referral-withdraw = Not needed any more: take it back

## Consent, on the case.
shared-title = Shared with others
shared-nothing = Nothing is shared with anybody.
consent-title = The person’s consent
consent-explain = Read it out in the person’s language, in private. A “no” changes nothing for them.
consent-words-link = The words to read out, to print and to sign
consent-items = The person agrees to show
consent-safe = I asked in private whether contact with them could put the person or their family in danger. The person says it is safe. (Needed for every embassy, ministry and police.)
consent-agrees = What does the person say?
consent-yes = Yes
consent-no = No
consent-given = How it was given
consent-child = Under 18
consent-child-explain = This person is, or may be, under 18. A guardian agrees; without one, somebody decides in the child’s best interests and signs for it by name.
consent-guardian-who = Guardian, or who decided
consent-best-interests = Why this is in the child’s best interests
consent-language = Asked in
consent-interpreter = Interpreter (if any)
consent-until = Until which day (if the person wants an end)
consent-until-day = until { $what }
consent-take-back = Take back
consent-take-back-what = Take back: { $what }
consent-back-keys = Their key is taken away at once. They can no longer open it here.
consent-back-asked = They are asked to delete what they copied, and you see when they say so.
consent-back-honest = What they have already read or printed cannot be un-read. Nobody can promise that.
consent-back-help = The person goes on getting all the help that we can give.
consent-taken-back = Taken back.
consent-never-read = { $who } had not opened it.
consent-was-read = { $who } had opened it, last on { $when }; what was read cannot be un-read. They are asked to delete their copies.
consent-is-outside = { $who } has no access here. Please tell them that the consent is withdrawn, and ask them to delete everything.
event-registered-referral = Referred to us

field-grant = Consent
field-referral = Asked for
field-request = Asked for
field-answer = Answer

## The ledger.
ledger-title = Ledger
ledger-explain = Whom we asked for what, what they answered and how long it took. A refusal that nobody counts never happened.
ledger-nothing = Nothing has been asked of anybody yet.
ledger-unmet = People whom nobody has helped
ledger-by-service = By what they need
ledger-by-nationality = By nationality
ledger-by-place = By place
ledger-answers = What was answered
ledger-asked = Asked
ledger-service = For
ledger-became = Answer
ledger-requests = Requests
ledger-people = People
ledger-hours = Took
ledger-withdrawn = Taken back
ledger-several = Several organisations
ledger-in-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
ledger-in-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
ledger-export = For a meeting
ledger-export-explain = The file names nobody. Groups of fewer than five people are put together or left out, and numbers are rounded to fives.
ledger-rounded = Groups of fewer than five people are put together or left out; numbers are rounded to fives.

## A link for an organisation without a sign-in.
referral-make-link = Make a link for them to answer
link-title = The link is shown this once
link-explain = Send it to the one person who is to answer, by a safe way. Whoever has it sees what was agreed, and can answer once.
link-secret = Without a link, this can be read out; it is typed in on the page “/answer” of this server:
link-until = Good until { $what }, or until it was answered, or the consent is taken back.
link-done = Back to the referral
answer-title = You were asked for help
answer-explain = Type in what you were given, or open the link that you were sent.
answer-secret = Letters and digits that you were given
answer-open = Open
answer-rules = The person agreed that you see this, for this purpose only. Please keep no copy that you do not need, and delete it when you are asked.
answer-once = You can answer once. Then this page closes.
answer-send = Send the answer
answer-thanks = Thank you
answer-thanks-explain = Your answer has arrived. This page shows nothing any more.
answer-no-link = This shows nothing: it was used already, its time is over, or a letter is missing. Ask whoever sent it for another.

## Words of closed sets.
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
