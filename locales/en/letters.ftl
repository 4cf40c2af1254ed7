letters-title = Letters
letters-explain = A letter takes from the case exactly what it needs and says what that is. It is kept nowhere; only its code stays, so that whoever holds it can ask whether it is genuine.
letters-open = Letters
letters-part-explain = A letter of presumption, a referral for medical care, a request to a mission.
letters-written = Written about this person
letters-none = None was written yet.
letter-presumption = Presumption of victim status and non-punishment
letter-medical-referral = Referral for medical care
letter-mission-request = Request to a mission
letter-why-presumption = Asks police and immigration not to detain, charge or fine the person.
letter-why-medical-referral = Asks a clinic for care. It tells no story.
letter-why-mission-request = Asks a mission for a travel document. It needs the person's consent.
letter-in-en = in English
letter-in-km = in Khmer
letter-code = Code of the letter
letter-taken-back = taken back
letter-take-back = Take back
letter-take-back-what = Take back the letter { $what }
letter-withdrawn = The letter is taken back. Whoever checks it is told so.
letter-not-yet = This letter cannot be written yet.
letter-unreviewed = Nobody who speaks this language as their own, and no lawyer, has reviewed this text yet.
letter-takes = What it takes, and why
letter-takes-explain = Nothing else of the case goes in, and never anything of a testimony.
letter-there = Goes in
letter-missing = Needed, and not known
letter-left-out = Left out
letter-language = Language of the letter
letter-care = Care that is asked for
letter-care-hint = The care, never its cause: "general examination, preventive medicine that is bound to a time".
letter-agreed = The person agrees to this letter
letter-interpreter = An interpreter is needed
letter-with-sex = Say the person's sex
letter-with-clock = Say within how many hours the care works, and since when
letter-overstay = Overstay since
letter-recipient = To whom: the office, then its address
letter-contact = How we are reached
letter-contact-hint = Never the address of a shelter.
letter-place = Place
letter-signatory = Signed by
letter-post = Post
letter-write = Write the letter
letter-editable = To edit (DOCX)
letter-text = As text
letter-kept-nowhere = The letter is kept nowhere: take it away now, or write it again.
check-title = Is a letter genuine?
check-explain = Type in the nine digits that stand on the letter.
check-do = Check
check-genuine = This letter is genuine.
check-withdrawn = This letter was taken back on
check-unknown = No letter has this code. Compare the digits with the paper; if they are the same, the letter does not come from us.
check-nothing = This page says nothing of the person whom a letter is about, and keeps nothing of who asks.
many-title = Letters for many people
many-explain = Choose whom on the page of people or in the report of a list. What was written here can be taken away until you sign out.
many-none = None was begun since you signed in.
many-back-to-people = People
many-these = Letters for these people
many-not-chosen = No letter is chosen yet
many-written-of = { $done } written, of { $total }
many-people =
    { $count ->
        [one] For 1 person.
       *[other] For { $count } people.
    }
many-reasons = Who may not be written for yet is shown with the reason; nobody is left out silently.
many-needs-presumption = Needs answers that carry a presumption. Since when somebody overstays is left out here: it is each person's own, and stands in a letter that is written for one.
many-needs-medical-referral = Needs a consent to medical care on record, which covers code, age and languages. That it was given for this clinic is for you to see.
many-needs-mission-request = Goes to one mission, about its own nationals alone, and needs each one's consent that it is safe.
many-nobody = Nobody is found by this search. Nothing was begun; choose others.
many-too-many = These are { $count } people, and letters are written for { $most } at once. Nothing was begun; narrow the search, and go on with the others afterwards.
many-full = This sign-in keeps { $most } batches of letters already. Take them away, sign out and in again; codes of letters that were written stay.
many-not-yet = None can be written yet.
many-required = Needed
many-where-known = Where it is known
many-state = Mission of which state
many-state-hint = Nobody else's nationals are written about.
many-state-needed = Choose the state whose mission is asked.
many-care-needed = Say which care is asked for.
many-one-by-one = Each letter is written by itself and has a code of its own. Every case that is read goes on the record.
many-write =
    { $count ->
        [one] Write the letter
       *[other] Write { $count } letters
    }
many-progress-title = Letters are being written
many-progress-explain = You can go on working elsewhere; it ends when you sign out or lock. Letters that were written stay valid.
many-progress = { $written } written, { $not } could not be, { $waiting } to go
many-stop = Stop
many-not-title = For these people none could be written
many-not-open = This case is not open to you, or not any more.
many-no-longer = The letter was taken back, or the person was erased, after it was written.
many-written =
    { $count ->
        [0] No letter was written.
        [one] 1 letter was written.
       *[other] { $count } letters were written.
    }
many-not =
    { $count ->
        [0] There is nobody for whom none could be written
        [one] For 1 person none could be written
       *[other] For { $count } people none could be written
    }
many-waiting =
    { $count ->
        [one] It was stopped before 1 person's letter was written.
       *[other] It was stopped before the letters of { $count } people were written.
    }
many-go-on = Go on
many-broken-off = It ended before everybody's letter was dealt with. Letters that were written stay valid.
many-as-pdf = All to print (PDF)
many-as-zip = Each as a file (ZIP)
many-kept-until = They are here until you sign out or lock, and nowhere else.
many-written-title = Letters and their codes
many-boxes = These characters are printed as empty boxes: { $what }. Add the name in Latin letters, or write them in by hand.
many-none-stands = None of these letters stands any more; there is nothing to take away.
