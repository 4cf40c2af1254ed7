# Being lent the keys of a case in an emergency.
frame-emergency = Emergency access
emergency-title = Emergency access
emergency-explain = When somebody is in danger and you need a case that is not open to you. A second person of the team that holds it lends you the keys of single parts, for hours. Every reading is written down, and reviewed afterwards.
emergency-oversee = Who was lent keys in an emergency, by whom, and whether somebody has reviewed it. Nothing of the cases is shown here.
emergency-none = Nobody has been lent keys in an emergency.
emergency-ask = Ask for access
emergency-ask-explain = Telephone the team too, if you can: the request reaches them within a minute, but somebody must look. You are not told whether there is a case with this code unless it is opened to you.
emergency-code = Code on the card
emergency-parts = What you need
emergency-part-identity = Who the person is: names, birth, papers, contacts
emergency-part-journey = Where the person is, and when they came
emergency-part-care = Needs and health
emergency-part-protection = Threats and incidents
emergency-reason = What happens if it stays closed?
emergency-hours = For how many hours
emergency-ask-save = Ask
emergency-asked-done = Your request is written down. If there is such a case, its team is alerted now. Telephone them as well.
wrong-emergency-part = Please choose which parts of the case you need.
wrong-emergency-verdict = Please say whether it was right.
emergency-mine = What you asked for
emergency-asked-at = Asked
emergency-wants-hours = for { $what } h
emergency-standing-waiting = not opened yet
emergency-standing-not-opened = was not opened
emergency-standing-open = open to you
emergency-standing-over = over
emergency-open-case = Open the case
emergency-until = until { $what }
emergency-give-back = I need it no more
emergency-give-back-what = I need it no more: { $what }

## The second person.
emergency-requests = Others ask for access
emergency-requests-explain = Decide as one who answers for it. If you do not lend the keys, whoever asked sees only that nobody opened the case. Telephone them if they should know more.
emergency-own = You asked for this yourself. A colleague decides.
emergency-for-hours = Hours
emergency-grant = Lend the keys
emergency-grant-what = Lend the keys: { $what }
emergency-granted-done = The keys are lent. The protection officers and the auditor are alerted.
emergency-because = Why not
emergency-refuse = Do not lend
emergency-refuse-what = Do not lend: { $what }
emergency-refused-done = Not lent. The reason stays with your team.
emergency-lapses = Ends without an answer at { $what }
emergency-open-now = Open now
emergency-close = Close now
emergency-close-what = Close now: { $what }
emergency-closed-done = Closed. The keys are taken back; what was read stays known.

## The third.
emergency-to-review = To be reviewed
emergency-words = Why it was right, or was not
verdict-justified = It was right
verdict-not-justified = It was not right
emergency-reviewed-done = The review is written down.
emergency-review-other = A protection officer reviews it who neither asked nor lent the keys.
emergency-past = Before
emergency-state-asked = Waiting
emergency-state-refused = Not lent
emergency-state-lapsed = Not answered within a day
emergency-state-granted = Lent
emergency-state-ended = Over
emergency-state-justified = It was right
emergency-state-not-justified = It was not right
emergency-answered-by = { $who }, { $when }
emergency-reviewed-by = Reviewed by { $who }, { $when }

## On the page of a case.
case-lent = Opened in an emergency until { $what }
case-lent-watched = Every reading is written down and reviewed. You can read what was lent to you and change nothing.
