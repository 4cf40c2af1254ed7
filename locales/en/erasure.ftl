# Erasing a person, and what goes because its time is over.
erasure-title = Erasure
erasure-lead = What waits for a second person, what goes by itself, and what was erased. Nothing here can be undone once it is done.
erasure-waiting = Waiting for a second person
erasure-waiting-none = Nobody has asked for a person to be erased.
erasure-case = Case { $what }
erasure-asked = asked by
erasure-due = Goes by itself
erasure-due-explain = Nothing was written in these cases for five years. Each goes on its day. To keep one, go on with it: whatever is added to the case keeps it.
erasure-due-none = No case of your team has been still for long enough.
erasure-goes-on = Goes on
erasure-done = Erased
erasure-done-none = Nobody was erased yet.
erasure-done-explain = Only the number is left, so that it is never given to anybody else, and pseudonymous hashes in the log.
erasure-when = When
erasure-rows = { $count ->
        [one] 1 record
       *[other] { $count } records
    }
erasure-runs = The rules, day by day
erasure-runs-none = The rules have not been gone through yet. The server does it once a day.
erasure-run-announced = Announced
erasure-run-erased = Erased
erasure-run-cleared = Ran out

## Why somebody is erased.
ground-person = the person asked for it
ground-court = a court or an authority ordered it
ground-mistake = registered by mistake
ground-retention = its time was over

## On the case, and asking.
erase-part = Erasure
erase-part-explain = Everybody may ask for everything about them to be erased. Help does not depend on it.
erase-open = Erase this person …
erase-title = Erase this person
erase-means = What it means
erase-goes = Names, papers, contacts, statements, remarks, photos, consents, requests to others with their answers, rows of lists, and every key go from this registry, for everybody. Nobody can bring them back.
erase-at-others = Teams on this server that were shown something lose it at once, with what they added, and are asked to delete their copies. Organisations elsewhere are named afterwards: tell them yourself.
erase-stays = What stays are the number of the case, who opened it and when, and hashes that say nothing. They keep the log whole.
erase-backups = Backups made before still hold the person, sealed, until they are removed. Restoring one erases the person again.
erase-out-of-reach = Printed papers, saved files, searches that members saved, and what people remember are out of reach.
erase-second = A second member of your team has to confirm.
erase-ground = Why
erase-words = What was said, and by whom
erase-words-hint = Shown to whoever confirms, and erased with the person.
erase-ask = Ask for it
erase-asked-done = It waits for a second member of your team. Until somebody confirms, nothing goes.
erase-asked-by = { $what } asked for it:
erase-own = You asked for this yourself. Somebody else of your team has to confirm.
erase-sure = I have read what it means. The person is to be erased for good.
erase-confirm = Erase for good
erase-keep = Do not erase
erase-kept = Nothing is erased.
wrong-ground = Choose why.
wrong-sure = Say that you have read what it means.

## The sheet for whoever asked.
erasure-sheet-title = What was erased
sheet-now = Print this now. It names whom to ask, so it is kept nowhere: when you leave this page it is gone.
sheet-case = The records with the number
sheet-on = were erased on
sheet-gone = What is gone
sheet-stays = What stays, and why
sheet-envelopes = { $count ->
        [one] 1 hash of a record. It says nothing of what the record said, and shows that nobody altered the log.
       *[other] { $count } hashes of records. They say nothing of what the records said, and show that nobody altered the log.
    }
sheet-readings = { $count ->
        [one] 1 entry that says who opened the case and when.
       *[other] { $count } entries that say who opened the case and when.
    }
sheet-number = The number of the case, so that it is never given to anybody else.
sheet-reach = What we cannot reach
sheet-asked = was asked on { $when } to delete what it copied.
sheet-tell = is not on this server. It must be told to delete what it was shown.
sheet-read = { $count ->
        [0] It never opened it.
        [one] It opened it once.
       *[other] It opened it { $count } times.
    }
sheet-programs = Programs that could follow the cases of this team:
sheet-exports = { $count ->
        [0] Nobody of this team saved people as a file since the case began.
        [one] Somebody of this team saved people as a file once since the case began. Whether this person was in it is not known.
       *[other] People of this team saved people as a file { $count } times since the case began. Whether this person was in it is not known.
    }
sheet-cards = { $count ->
        [0] No card was printed.
        [one] A card was printed once.
       *[other] A card was printed { $count } times.
    }
sheet-saved = Searches that members of staff saved for themselves are sealed to them. If one holds a name, only they can remove it.
sheet-backups = Backups made before still hold the records, sealed, until they are removed. Restoring one erases them again.
sheet-remember = What people read, they remember.

## Kinds of records.
gone-payloads = records of the case
gone-keys = keys
gone-summaries = summaries
gone-attachments = photos and scans
gone-list-rows = rows of lists
gone-roll-lines = lines of rolls
gone-records = records of other systems
gone-links = links for others
gone-notes = notes of requests to others
gone-alerts = alerts
gone-emergencies = requests in an emergency
gone-letters = notes of letters; one that is held no longer checks
