# Lists of people in spreadsheets: bringing one in, checking it, and what became of each row.
lists-title = Bring in a list
lists-explain = A list from an embassy, a shelter or a group chat, as it is. Nothing is registered before you have seen it.
lists-file = The list
lists-file-hint = XLSX or CSV. The file itself is not kept.
lists-read = Read the list
lists-earlier = Lists before this
lists-rows =
    { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
lists-running = not finished
lists-registered =
    { $count ->
        [one] 1 registered
       *[other] { $count } registered
    }

## Which column holds what.
lists-columns-title = What the columns hold
lists-columns-explain = This is how the list was understood. Change what is wrong.
lists-sheet = Sheet
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

## The rows as people.
lists-preview-title = People on this list
lists-preview-explain = Nothing is registered yet. These are the first rows.
lists-will-register =
    { $count ->
        [0] Nobody will be registered.
        [one] 1 person will be registered.
       *[other] { $count } people will be registered.
    }
lists-will-know =
    { $count ->
        [one] 1 is registered already and will not be doubled.
       *[other] { $count } are registered already and will not be doubled.
    }
lists-will-look =
    { $count ->
        [one] 1 row needs a look. It is not registered, and the report names it.
       *[other] { $count } rows need a look. They are not registered, and the report names them.
    }
lists-will-skip =
    { $count ->
        [one] 1 row is not a person.
       *[other] { $count } rows are not people: headings, totals, notes.
    }
lists-doubts = Unsure
lists-register = Register these people

## While it runs, and afterwards.
lists-progress-title = Registering the list
lists-progress-explain = You may leave this page. It goes on while you are signed in.
lists-progress = { $done } of { $total } rows
lists-progress-again = Look again
lists-report-title = What became of each row
lists-report-show = Show
lists-report-all = all rows
lists-col-outcome = Outcome
lists-col-reason = Why
lists-report-csv = Save as CSV
lists-another = Another list
outcome-registered = registered
outcome-known = known already
outcome-check = needs a look
outcome-not-a-person = not a person
outcome-failed = not dealt with
lists-left = The list stopped before this row. Bring the same list in again: it goes on from here.
# Names a list by its size, because a file name may name somebody.
lists-label =
    { $count ->
        [0] List, not read yet
        [one] List with 1 row
       *[other] List with { $count } rows
    }
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
