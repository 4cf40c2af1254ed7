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
lists-date-day-first = day, month, year
lists-date-month-first = month, day, year
lists-date-year-first = year, month, day
lists-date-unsure = it differs: keep both readings
lists-column = Column { $what } holds
lists-row = Row
lists-columns-next = See the people
lists-columns-again = Change the columns
column-skip = nothing we need
column-name = name
column-given-name = given name
column-family-name = family name
column-name-other-script = name in another script
column-sex = sex
column-age = age
column-birth = date of birth
column-nationality = nationality
column-language = language
column-passport = passport number
column-national-id = identity card number
column-phone = phone or handle
column-place = where now
column-reported = day they came to us
column-entered = day of entry
column-group = family or group
column-signs = urgent signs
column-remark = remark

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
        [one] 1 has something unsure. It is registered with both readings.
       *[other] { $count } have something unsure. They are registered with both readings.
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
lists-outcome = Outcome
lists-reason = Why
lists-report-csv = Save as CSV
lists-another = Another list
outcome-registered = registered
outcome-known = known already
outcome-changed = added to a known case
outcome-check = needs a look
outcome-not-a-person = not a person
outcome-failed = could not be read
