# The list of people: finding, filtering, exporting.
people-find = Find a person
people-find-hint = Name in any script, code, passport, phone, place, date
people-find-submit = Find
people-filters =
    { $count ->
        [0] Filter and sort
        [one] Filter and sort · 1 set
       *[other] Filter and sort · { $count } set
    }
people-nationality = Nationality
people-place = Where now
people-sign = Urgent
people-any = Any
people-any-sign = Anything urgent
people-since = Registered since
people-until = Registered until
people-arrived = Came to us on
people-minor = Under 18, or maybe
people-sort = Sort by
people-save-name = Keep this filter as
people-save = Keep
people-clear = Clear all
people-saved = Your filters
people-saved-delete = Delete the filter “{ $what }”
sort-urgent = Most urgent first
sort-newest = Newest first
sort-oldest = Oldest first
sort-name = Name
sort-nationality = Nationality
sort-place = Where now
sort-age = Youngest first
people-count =
    { $count ->
        [0] Nobody
        [one] 1 person
       *[other] { $count } people
    }
people-caption = People, each with a link to the case
people-none = Nobody is registered yet.
people-none-found = Nobody fits. Try part of the name, another script, or fewer filters.
people-no-name = No name given
people-col-name = Name
people-col-signs = Urgent
people-col-age = Who
people-col-nationality = Nationality
people-col-place = Where now
people-col-code = Code
people-col-registered = Registered
people-export = Save these people as
people-keys = Keys: / to search, J and K or arrows to move, Enter to open.

# An age that somebody estimated.
person-age-about = about { $age }
