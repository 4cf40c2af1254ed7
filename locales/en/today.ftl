## What is to be done today, queues, one step for many, deadlines, the calendar.
frame-today = Today
today-title = Today
today-explain = What is due, what is late, what will break this week, and what can be begun since you last looked.
today-asked = What this team is asked for
today-asked-none = Nobody waits for an answer of this team.
today-parts = Parts of this page
today-part-watched = to be watched
today-part-overdue = overdue
today-part-due = due
today-part-breaking = will break this week
today-part-opened = can be begun now
today-none-watched = Nobody is held, lost or sold again, and nobody is in danger of life, as far as was noted.
today-none-overdue = Nothing is late.
today-none-due = Nothing is due today.
today-none-breaking = Nothing ends within a week, as far as was noted.
today-none-opened = Nothing that waited can be begun since you last looked.
today-more = { $done } of { $total } are shown.
today-unanswered = { $count ->
    [one] One referral was not answered in time.
   *[other] { $count } referrals were not answered in time.
}
today-to-ask = { $count ->
    [one] One person was not asked yet whether contact is safe.
   *[other] { $count } people were not asked yet whether contact is safe.
}
today-follow-up = Ask how the person is
today-first-action = { $level }: first action
today-consent-ends = Consent for { $contact } ends
today-leave-ends = Leave to stay ends
today-held = Held by the authorities
today-since = since { $day }
today-since-day = since { $what }
today-expected = expected { $day }
today-until = until { $day }
queues-title = Who waits where
queues-explain = Everybody whose way out waits for a step, how many they are, and for how many days. One person can wait for several steps at once.
queues-by = How the queues are divided
queues-by-step = By step
queues-by-mission = By step and mission
queues-none = Nobody waits.
queues-step = Step
queues-waiting = People
queues-median = Half wait at least
queues-longest = Longest
queues-held = { $count ->
    [one] one is held up
   *[other] { $count } are held up
}
queues-no-mission = no mission is settled
queues-stuck = Stuck longest, and on what
queue-count = { $count ->
    [one] One person waits for this step.
   *[other] { $count } people wait for this step.
}
queue-mission = Mission
queue-any-mission = All missions
queue-show-them = Show
queue-empty = Nobody waits here.
queue-tick = Choose { $what }
queue-stage-ready = can be begun
queue-stage-begun = begun
queue-stage-waiting = waiting
queue-stage-held = held up: see the plan
batch-title = One step for many
batch-explain = Nothing is written before you have seen for whom. Whoever's plan does not let the step through is left out.
batch-private = The safety check and consent are asked of each person alone, in private, and are never written for many.
batch-who = For whom
batch-ticked = Those who are ticked
batch-all = { $count ->
    [one] The one who waits
   *[other] All { $count } who wait
}
batch-reached = What is written
batch-reached-done = done
batch-reached-begun = begun
batch-reached-waiting-for = waiting for whoever sees to it
batch-next = Show what will be written
batch-in-file = Those whom the spreadsheet names
batch-numbers = A spreadsheet with the numbers of the documents, if there is one
batch-numbers-explain = XLSX, XLS, ODS or CSV: a row for each person, with the code, the number of the passport or the name, and in a column of its own the number of the new document. It is read and not kept.
batch-no-numbers = In this file no new number stands beside somebody who waits here. Look whether it is the right file, and whether the numbers have a column of their own.
batch-number = Number of the document
batch-issue-explain = Each document is stated in the case with its number, and the photos that were taken for it are deleted. Undoing puts back what was known of the papers; deleted photos do not come back. Where no number is known, leave the field empty.
batch-unclear = { $count ->
    [one] One row of the spreadsheet is left to you
   *[other] { $count } rows of the spreadsheet are left to you
}
batch-unclear-explain = It cannot be told whose they are: nobody here is called so, several are, or one number stands twice. Write the number beside the person below, if they are there.
ask-open = Ask this person alone
ask-open-who = Ask this person alone: { $what }
ask-lead = Ask this person alone, with nobody listening, in a language that they speak well.
ask-not-why = Only yes or no is noted here, never why. What somebody is afraid of they tell a caseworker or protection officer, who alone read it.
ask-closed = Whoever does the steps does not see why. A caseworker or protection officer of your team can hear this person alone and check anew; until then no state is told anything, and no step that tells one goes on.
ask-check = Do the safety check
ask-safety-first = Whether contact is safe comes first. Please ask, and choose one of the two.
ask-kept = It is kept for { $what }.
ask-who-can = Whoever does the steps cannot change this: a caseworker or protection officer of your team can.
batch-nobody = Nobody is ticked. Tick somebody, or choose all.
batch-day-ahead = This day has not come yet.
batch-confirm-title = Is this right?
batch-will-write = This will be written, in the case of each of them, with your name. It can be undone for a day.
batch-says = { $count ->
    [one] One person: { $what }
   *[other] { $count } people: { $what }
}
batch-confirm = { $count ->
    [one] Write it for one person
   *[other] Write it for { $count } people
}
batch-back = Back, write nothing
batch-nobody-left = There is nobody for whom it can be written.
batch-left-out = { $count ->
    [one] One person is left out
   *[other] { $count } people are left out
}
batch-people = { $count ->
    [one] For one person
   *[other] For { $count } people
}
batch-over = It is done already, or not needed.
batch-not-on-the-way = This step is no part of the way that the person goes.
batch-running = It is being written
batch-running-explain = Each person's case is written by itself. If you sign out, it stops after the person in hand.
batch-progress = { $done } of { $total }
batch-finished = What was written
batch-written = { $count ->
    [0] Nothing was written.
    [one] Written for one person.
   *[other] Written for { $count } people.
} { $changed ->
    [0] { "" }
    [one] For one it could not be written; try again.
   *[other] For { $changed } it could not be written; try again.
}
batch-undone = { $count ->
    [0] Nothing was put back.
    [one] Put back for one person.
   *[other] Put back for { $count } people.
} { $changed ->
    [0] { "" }
    [one] For one it stays, because somebody changed it since.
   *[other] For { $changed } it stays, because somebody changed it since.
}
batch-recent = Done for many since yesterday
batch-undo = Undo
batch-undo-what = Undo: { $what }
batch-undo-explain = Undoing puts back what stood there before, for everybody whose step nobody changed since. It works for a day.
batch-was-undone = It was undone.
deadlines-title = Deadlines
deadlines-explain = Days by which something must be done for this person. A week before, the caseworkers are told; three days before, the protection officers too; on the day, the whole team and the administrators. They are told that a deadline comes, not which.
deadlines-none = There is none.
deadlines-add = Add a deadline
deadlines-what = What must be done
deadlines-on = By which day
deadlines-over = No longer stands
deadlines-over-what = No longer stands: { $what }
deadline-kept = It is kept.
deadline-over = no longer stands
field-deadline = A deadline
calendar-title = Calendar
calendar-explain = Your team's deadlines and follow-ups, for the calendar on your phone or laptop: the code of the card and the day, no name, and not what it is for.
calendar-risk = Whoever has the address can read it, also without signing in. Make a new one if somebody else may have seen it, and none at all if your phone may be searched.
calendar-none = There is no calendar.
calendar-since = There is a calendar since { $what }. Its address was shown once.
calendar-make = Make a calendar
calendar-renew = Make a new address; the old one ends
calendar-end = End the calendar
calendar-ended = The calendar has ended. What calendars have fetched already stays in them until they ask again.
calendar-address = Copy this address into your calendar now. It is shown once.
