# Lists of people in spreadsheets: bringing one in, checking it, and what became of each row.
lists-title = Bring in a list
lists-explain = A list from an embassy, a shelter or a group chat, as it is. Nothing is registered before you have seen it.
lists-file = The list
lists-file-hint = A spreadsheet (XLSX, XLS, ODS) or text (CSV), up to 20 MB.
lists-sender = Who sends it
lists-sender-hint = An embassy's desk, a shelter, a volunteer. Their next list is then understood at once. May stay empty.
lists-unnamed-sender = Sender without a name
lists-read = Read the list
lists-earlier = Lists before this
lists-rows =
    { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
lists-registered =
    { $count ->
        [one] 1 registered
       *[other] { $count } registered
    }
lists-need-a-look =
    { $count ->
        [one] 1 needs a look
       *[other] { $count } need a look
    }
list-running = being registered
list-cut-off = not finished
list-finished = finished

## Which column holds what.
lists-columns-title = What the columns hold
lists-columns-explain = This is how the list was understood. Click a column to change what it holds.
lists-sheet = Sheet
lists-hidden-sheet = hidden in the file
lists-hidden = hidden
lists-header = Row of the headings
lists-previous = Newer version of
lists-no-previous = no list: this is a new one
lists-nationality = Nationality of everybody on the list
lists-nationality-column = As the list says
lists-date-order = Dates are written
date-order-day-first = day, month, year
date-order-month-first = month, day, year
date-order-year-first = year, month, day
date-order-unknown = as the list shows; both readings are kept in doubt
lists-column = Column { $what } holds
lists-col-row = Row
lists-columns-next = See the people
lists-columns-again = Change the columns
column-ignore = nothing we need
column-number = running number
column-name = name
column-given-name = given name
column-family-name = family name
column-own-script-name = name in own script
column-nationality = nationality
column-sex = sex
column-birth = date of birth
column-age = age
column-place-and-birth = place and date of birth
column-name-and-nationality = name and nationality
column-name-and-passport = name and passport
column-sex-and-age = sex and age
column-passport = passport number
column-papers = papers
column-phone = phone or handle
column-place = where now
column-reported = day they came to us
column-entered = day of entry
column-remark = remark
# What was noticed when the list was read.
lists-header-in-row = The headings are in row { $count }.
lists-no-header = There is no row of headings.
lists-recognised = The columns are as you set them for { $what } before.
lists-hidden-rows =
    { $count ->
        [one] 1 row is hidden in the file. It was read like the others.
       *[other] { $count } rows are hidden in the file. They were read like the others.
    }
lists-several-sheets = The file has { $count } sheets. This is the longest one.

## The rows as people.
lists-preview-title =
    { $count ->
        [0] Nobody on this list yet
        [one] 1 person on this list
       *[other] { $count } people on this list
    }
lists-preview-explain = Nothing is registered yet. Look at what is unsure, and correct it here or later.
lists-preview-newer = People of the version before are updated, not registered again.
lists-corrected =
    { $count ->
        [one] 1 cell was corrected.
       *[other] { $count } cells were corrected.
    }
reading-look = need a look
reading-unsure = with something unsure
reading-sure = clear
reading-not-a-person = not a person
lists-doubts = To ask again
lists-register = Register these people
lists-correct = Correct
lists-correct-row = Correct row { $count }

## One row's cells.
lists-row-title = Row { $count }
lists-back = Back
lists-back-to-lists = All lists
lists-cell-corrected = corrected
lists-save-row = Save and read again
lists-who-is-it = Who is this?
lists-somebody-new = Somebody new
lists-set-aside = This row is not a person

## Rows that wait for a person.
lists-to-look-at =
    { $count ->
        [0] No row needs a look
        [one] 1 row needs a look
       *[other] { $count } rows need a look
    }
lists-look-explain = These rows of your team's lists were not registered. Nothing of them is lost.
lists-now-registered = The person is registered.
lists-now-changed = The person was registered before. What is new was taken.
lists-now-already = The person was registered before, and nothing is new.
lists-now-not-a-person = The row is set aside.
lists-now-waiting = The row will be registered when the list goes on.
lists-now-replaced = A newer version of the list has this row.

## While it runs, and afterwards.
lists-progress-title = Registering the list
lists-progress-explain = You may leave this page. It goes on while you are signed in.
lists-progress = { $done } of { $total } rows
lists-sealing = Sealing the list…
lists-progress-again = Look again
lists-stop = Stop here
lists-not-kept = The list could not be kept. Nobody was registered. Please bring it in again.
lists-cut-off =
    { $count ->
        [0] The list stopped at its end. Nobody is left.
        [one] The list stopped before its end. 1 row waits. Who is registered stays so, and nobody comes twice.
       *[other] The list stopped before its end. { $count } rows wait. Who is registered stays so, and nobody comes twice.
    }
lists-go-on = Go on
lists-report-title = What became of each row
lists-report-show = Show
lists-report-all = all rows
lists-col-outcome = Outcome
lists-col-reason = Why
lists-col-said = What it says
lists-report-csv = Report without names
lists-with-codes = The list with codes
lists-look-file = Rows that need a look
lists-code-column = Case code
lists-row-column = Row in the list
lists-reason-column = Why it waits
lists-not-taken = not passed on: this part of the case is not open to your team
lists-gone =
    { $count ->
        [one] 1 person of the version before is not on this list
       *[other] { $count } people of the version before are not on this list
    }
lists-gone-explain = They stay registered. Ask why they are gone.
outcome-waiting = waiting
outcome-registered = registered
outcome-changed = updated
outcome-already = nothing new
outcome-look = needs a look
outcome-not-a-person = not a person
outcome-replaced = came again
wrong-file = Choose a file with a list in it.

## What is unsure about a person on a list.
doubt-birth-order = The day and the month of birth could be the other way round.
doubt-birth-calendar = The year of birth may be counted in another calendar.
doubt-birth-not-read = The date of birth could not be read.
doubt-birth-from-number = The spreadsheet kept the date of birth as a bare number.
doubt-age-differs = The age and the date of birth do not fit together.
doubt-reported-order = The day of arrival could be one of two days. It was left open.
doubt-reported-not-read = The day of arrival could not be read.
doubt-entered-order = The day of entry could be one of two days. It was left open.
doubt-entered-not-read = The day of entry could not be read.
doubt-sex-not-read = The sex could not be read.
doubt-sex-unclear = The letter M can mean a man or a woman in this list.
doubt-nationality-not-read = The nationality could not be read.
doubt-nationality-from-name = The nationality was taken from beside the name.
doubt-paper-not-read = What is said of the papers could not be read.
doubt-paper-kind = It is not said which paper the number belongs to.
doubt-phone-not-read = The spreadsheet damaged the phone number.
doubt-sign-from-remark = A remark says something urgent. Ask whether it is so.

## Why a row is not a person, or needs a look.
why-heading = This row repeats the headings.
why-total = This row is a sum.
why-signature = This row is a signature or a note about the list.
why-only-a-number = This row has a number and nothing else.
why-no-name = This row has no name.
why-shifted = The cells of this row seem to stand in the wrong columns.
why-only-a-name = This row has a name and nothing else. It may be a heading or a note.
why-maybe-known = This may be somebody whom the list had before, or somebody else.
why-said-so = Somebody looked: this row is not a person.
why-above-headings = This is the title or the headings.
