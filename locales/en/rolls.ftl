## Named rolls: those for whom a mission asks that a fine be waived.
rolls-title = Rolls for missions
rolls-open = Rolls for missions: fines waived by list
rolls-explain = For each mission, who can stand on the list with which it asks that fines for overstay be waived. Nobody is on one before a safety check and a yes to that mission and to the authorities.
rolls-no-pack = In this country no fine is waived by lists of missions.
rolls-nobody-ready = Nobody can be on a roll yet. Open a nationality to see what each person waits for.
rolls-ready = { $count ->
    [one] 1 ready
   *[other] { $count } ready
}
rolls-missing = { $count } missing
rolls-others = { $count ->
    [one] 1 nationality of whom nobody is ready
   *[other] { $count } nationalities of whom nobody is ready
}
rolls-back = All rolls
rolls-of = Roll of { $what }
rolls-versions = Versions
rolls-version = Version { $count }
rolls-not-sent = not sent
rolls-sent-on = sent on { $what }
rolls-on = On the roll
rolls-on-count = { $count ->
    [0] Nobody is on the roll
    [one] 1 person on the roll
   *[other] { $count } people on the roll
}
rolls-nobody-on = Nobody can be on it as things stand. Below stands what each person waits for.
rolls-total = Together
rolls-total-days = days of overstay
rolls-seal-title = Seal a version
rolls-seal-explain = Each person on it is looked at once more, and their case is opened on the record. A sealed version stays as it is.
rolls-sender = The mission that sends it
rolls-until = Count the days to
rolls-seal = Seal this version
rolls-sealed = { $count ->
    [one] Sealed, with 1 person.
   *[other] Sealed, with { $count } people.
}
wrong-roll-line = A number that you wrote is no line of this version. Nothing was noted; please read the answer once more.
wrong-roll-no-line = You chose a decision without the number of its line. Nothing was noted; please read the answer once more.
wrong-roll-twice = You gave one line two different decisions. Nothing was noted; please read the answer once more.
wrong-roll-nobody = Nobody of this version may be named any more, so there is no file of it. Seal a new version.
wrong-roll-mission = Please write which mission sends the roll.
rolls-missing-count = { $count ->
    [0] Nobody is missing from it
    [one] 1 person is missing from it
   *[other] { $count } people are missing from it
}
rolls-missing-explain = Those whom the fewest things keep off come first. Each leads to the plan, where it can be put right.
rolls-all = All
rolls-counted-to = counted to { $what }
rolls-sealed-by = Sealed by
rolls-withdrawn = { $count ->
    [one] 1 person on this version may no longer be named to the mission. They are in no file that is made from now on.
   *[other] { $count } people on this version may no longer be named to the mission. They are in no file that is made from now on.
}
rolls-files = Take it out
rolls-place = Place of the note verbale
rolls-note-explain = The PDF begins with the note verbale in English and Khmer. Nobody has reviewed these texts yet: have the mission read them.
rolls-send-title = Note that it was sent
rolls-send-explain = Safety and consent of everybody are asked once more. Each plan then waits for the answer.
rolls-send-on = Sent on
rolls-send = It was sent
rolls-sent-done = Noted as sent. Each plan waits for the answer.
rolls-not-sent-yet = This version was not sent. Note the day on which it was, then its answer.
rolls-answer-title = The answer
rolls-answer-explain = Bring back the spreadsheet with the decisions, in whatever order its columns stand. You see what would be noted before anything is.
rolls-answer-file = The spreadsheet that came back
rolls-answer-read = Read the answer
rolls-open-lines = no answer yet
rolls-changed-since = What changed since version { $count }, the last one sent
rolls-changed-nothing = Nothing.
rolls-added = Added
rolls-gone = No longer on it
rolls-gone-since = could be on the next version
rolls-changed = Says something else
rolls-col-number = No.
rolls-col-name = Name
rolls-col-birth = Born
rolls-col-document = Document
rolls-col-entered = Entered
rolls-col-days = Days
rolls-col-amount = Fine
rolls-col-decision = Decision
decision-approved = approved
decision-refused = refused
decision-not-found = not found
roll-blank-erased = erased
roll-blank-withdrawn = May no longer be named to the mission.
roll-look-nobody = a decision on somebody who is no line of this roll
roll-look-unclear = which line or which decision it is cannot be told
rolls-back-title = What came back
rolls-back-explain = Nothing was noted yet.
rolls-back-already = noted before
rolls-back-silent = lines without a decision
rolls-back-absent = lines that the file does not have
rolls-back-look = rows for you to look at
rolls-back-nothing = There is nothing new in it.
rolls-rows-more = { $count } more rows to look at come when you read the file once more.
rolls-row = Row { $count }
rolls-row-line = Number of the line
rolls-row-leave = leave it
rolls-answered-on = Answered on
rolls-note-all = { $count ->
    [0] Note what I decided above
    [one] Note 1 decision
   *[other] Note { $count } decisions
}
rolls-note = Roll, version { $version }, line { $line }: { $decision }
rolls-noted = { $count ->
    [0] Everything was noted before; nothing was changed.
    [one] 1 decision was noted, and stands on the plan.
   *[other] { $count } decisions were noted, and stand on the plans.
}
rolls-outdone = { $count ->
    [one] 1 is kept on its line alone: what was decided on another version stands.
   *[other] { $count } are kept on their lines alone: what was decided on another version stands.
}
rolls-why-safety-not-checked = No safety check
rolls-why-safety-not-clear = The safety check says: no contact with any state for now
rolls-why-warned = { $what }: on no roll
rolls-kind-warned = A warning stands
rolls-why-declined = Said no to telling { $what }
rolls-kind-declined = Said no
rolls-why-no-consent = Not asked whether { $what } may be told
rolls-kind-no-consent = Not asked for consent
rolls-why-no-guardian = A child, or of an age that is not known, without a guardian
rolls-why-other-way = On another way: { $what }
rolls-kind-other-way = On another way
rolls-why-detained = Held by the authorities
rolls-why-left = Has left, or contact was lost
rolls-why-mission-unconfirmed = Nobody has confirmed which mission it is
rolls-why-no-mission = There is no mission that could be asked
rolls-why-other-nationality = Another mission is the one that may be asked
rolls-why-nationality-not-chosen = Several nationalities: ask whose mission may be told
rolls-why-nationality-disputed = The nationality is said differently
rolls-why-nationality-unknown = The nationality is not known
rolls-why-contradiction = The case says two different things: pick one
rolls-why-no-name = No name
rolls-why-no-birth-date = No date of birth
rolls-why-birth-not-exact = The day of birth is not known exactly
rolls-why-no-document = No number of a passport or travel document
rolls-why-identity-not-verified = The mission has not confirmed who the person is
rolls-why-no-entry = The day of entry is not known
rolls-why-entry-not-exact = The day of entry is not known exactly
rolls-why-overstay = Overstay not known to the day: { $what }
rolls-kind-overstay = Overstay not known to the day
rolls-why-no-overstay = No overstay
rolls-why-already-waived = The fine is waived already
rolls-why-pays-the-fine = Pays the fine
rolls-why-refused = Was refused before
