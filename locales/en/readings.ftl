# Who has read a case.
readings-title = Who has read this
readings-explain = Everybody who opened this case, or what others were given of it, newest first. Each entry was written down before anything was shown.
readings-back = Back to the case
readings-sheet = For the person: how often it was read
readings-sheet-back = Back to who has read it
readings-by-link = through a link
readings-refused = refused
readings-file = what they were given in a referral
readings-lists = Lists, searches and exports are written down with the number of people they showed, not with whom. They are not among these.
readings-older = Older
readings-newest = Newest

## A sheet for the person, in the person's language, without the name of anybody.
sheet-title = Who has opened your record
sheet-explain = Every time somebody opens your record, it is written down. These are the numbers.
sheet-ours =
    { $ever ->
        [one] This team keeps your record. It opened it once
       *[other] This team keeps your record. It opened it { $ever } times
    }{ $recent ->
        [0] . In the last 30 days: not once.
       *[other] . In the last 30 days: { $recent }.
    }
sheet-others =
    { $ever ->
        [one] With your agreement, or in an emergency, it opened what it was shown of your record once
       *[other] With your agreement, or in an emergency, it opened what it was shown of your record { $ever } times
    }{ $recent ->
        [0] . In the last 30 days: not once.
       *[other] . In the last 30 days: { $recent }.
    }
sheet-emergencies =
    { $count ->
        [one] Once it was because of an emergency.
       *[other] { $count } times it was because of an emergency.
    }
sheet-since = Counted since
sheet-lists = When somebody of your team looks through the list of people, your name can be on it. Lists are counted for everybody together and not here.
sheet-rights = You can ask who it was, ask for something to be corrected, and take back what you agreed to. Nothing changes in the help you get.
