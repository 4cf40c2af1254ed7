## Hearing a person: one question at a time.
hear-title = Hear the person
hear-explain = Ask once, one question at a time. Every answer is kept at once; stop or rest whenever the person wishes.
hear-begin = Begin the hearing
hear-begin-short = Short screening, under five minutes
hear-go-on = Go on
hear-urgent = Urgent
hear-number = Question { $count }
hear-share = How much has been asked
hear-stop = Break or stop
hear-see-result = What it comes to
hear-left = { $count ->
    [one] One question is left.
   *[other] { $count } questions are left.
}
hear-kept = Every answer is kept as soon as it is given.
hear-so-far = So far
hear-keep = Keep and go on
hear-choose = Please choose an answer, or one of the two below.
hear-number-wrong = Please write a number.
hear-words = Please write what the person said, or choose one of the two below.
hear-when = This is no day or time. Write it as in 2026-01-18, 2026-01-18 18:00, 2026-01 or 2026, or from one day to another as in 2026-01-10..2026-01-14.
hear-when-hint = As exactly as it is known: 2026-01-18 18:00, 2026-01-18, 2026-01, or 2026-01-10..2026-01-14
hear-section-before = Before we begin
hear-section-safety = Safety
hear-section-health = Health
hear-section-recruitment = How it began
hear-section-journey = The journey
hear-section-place = The place
hear-section-work = The work
hear-section-pay-and-debt = Pay and debt
hear-section-papers = Papers
hear-section-threats = Threats
hear-section-sale = Being sold
hear-section-escape-and-release = Escape and release
hear-section-others = Others who were there
hear-section-home = Going home
hear-section-wishes = What the person wants
hear-section-statement = Statement, for protection officers only

said-yes = Yes
said-no = No
said-does-not-know = Does not know
said-rather-not = Would rather not say

stop-title = A break
stop-kept = { $count ->
    [0] Nothing was asked yet. Everything that will be said is kept as it is given.
    [one] The one answer is kept. Nothing is asked twice.
   *[other] All { $count } answers are kept. Nothing is asked twice.
}
stop-distress = Is the person in distress?
stop-distress-do = Do not go on today. Stay, breathe together, offer water. Say that nothing has to be said, and that no help depends on it. Then ask whether they would like to speak with somebody for their mental health.
stop-refer = Refer, for example to mental health care
stop-go-on = Go on

## What the answers come to.
heard-title = What it comes to
heard-law = Before the law
heard-machine = The program never says that somebody is not a victim. What it says follows from the answers below; what was not answered is unknown, and unknown is not no.
heard-dimensions = Indicators of the ILO and EC
heard-dimension = Dimension
heard-strong = Strong
heard-medium = Medium
heard-weak = Weak
heard-positive = Positive
heard-not-yet = Not yet
heard-best = What would help most to ask:
heard-open = { $count ->
    [0] No question that could carry something is open.
    [one] One question that could carry something is open.
   *[other] { $count } questions that could carry something are open.
}
heard-unreviewed = Nobody has reviewed some of these instruments yet.
heard-go-on = { $count ->
    [one] Go on: one question is left
   *[other] Go on: { $count } questions are left
}
heard-said = What was said
heard-nothing = Nothing was asked yet. What the arrival card says counts already.
heard-change = Change
heard-change-what = Change the answer to: { $what }
heard-urgency = How urgent it is
heard-first = First:
heard-attended = Looked after
heard-review = Look again by
heard-due = Due by
heard-not-signed-off = Not signed off by a clinician yet.
finding-presumed-victim = Presumed victim
finding-strong-indication = Strong indication
finding-more-information-needed = More information needed
level-p0 = P0: within the hour
level-p1 = P1: today
level-p2 = P2: within three days
level-p3 = P3: within a week
clock-left = { $hours } hours left for { $what }
clock-between = { $hours } to { $most } hours left for { $what }
clock-unknown = When it happened is not known: it counts as inside the { $hours } hours for { $what }
clock-over = The { $hours } hours for { $what } are over
attend-note = What was done
attend-do = Done, or seen again
attend-done = It is noted. The next review counts from now.

decide-title = Status, decided by a person
decide-explain = Only a named person decides it, with a reason. It goes out in exports as the trafficking status.
decide-open = Note a decision
decide-status = Status
decide-by = Who decided: name and post
decide-body = Of which kind of organisation
decide-because = Why
decide-do = Note the decision
decide-done = The decision is noted.
decision-of = { $status }, decided by { $who }
wrong-status = Please choose the status and the kind of organisation that decided it.
status-possible = Possible victim of trafficking
status-actual = Victim of trafficking
status-not-a-victim = Not a victim, as that person decided
body-ngo = Non-governmental organisation
body-police = Police
body-court = Court or prosecution
body-government = Government, other than police
body-other = Other

## Whom to look after first.
now-way = Now: whom to look after first
now-title = Now
now-explain = Everybody who is urgent: first whose life or safety is at stake, then whose clock runs, the least time left on top, then all others by when they are due.
now-levels = Levels
now-all = All
now-nobody = Nobody is urgent at the moment.
now-late = late
now-more = { $done } of { $total } are shown.
concern-life-threatening-injury = Life-threatening injury
concern-suicide-plan = Plan or attempt of suicide
concern-labour-or-bleeding = Labour, or bleeding in pregnancy
concern-abduction-or-arrest = Abduction or arrest under way
concern-child-alone = Child alone
concern-trafficker-present = Traffickers close by
concern-sexual-violence = Sexual violence
concern-minor = Under 18, or may be
concern-pregnancy = Pregnant
concern-untreated-injury = Injury or illness, not treated
concern-missed-medicine = Medicine missed
concern-credible-threat = Threatened
concern-held-by-police = Held by police
concern-suicidal-thoughts = Thoughts of suicide
concern-refoulement-risk = Afraid of the own state
concern-sleeping-rough = Nowhere to sleep
concern-no-food = No food
concern-exit-deadline = Has to leave the country soon
concern-recruiter-contact = Recruiters in contact
concern-documents-pending = Papers pending
field-heard = Said in the hearing
field-decision = Status decided
field-attended = Looked after

## The queue of those who wait to be heard.
queue-title = Who waits to be heard
queue-explain = Each person is heard once, by one of you. Whoever takes the next person has them alone; half an hour after the last answer the person is free for others.
queue-way = Who waits to be heard
queue-waiting = waiting
queue-now = being heard now
queue-today = heard today
queue-place = Where you are
queue-anywhere = Anywhere
queue-show = Show
queue-take = Take the next person
queue-nobody = Nobody waits to be heard here.
queue-since = Here since
queue-more = { $done } of { $total } are shown.
queue-in-part = { $count ->
    [one] One person had the first screening only
   *[other] { $count } people had the first screening only
}
queue-in-part-explain = What was said is kept. Go on when there is time and a quiet place; nothing is asked twice.
queue-mine = yours
