# Words that stand round every page. They must not say what the registry is for: somebody may look over a shoulder.
# Translators: short, plain, polite. The two rules of this file: nothing about crime, and nothing longer than it must be.

# The browser tab. Nothing but this word.
frame-title = Registry
# For screen readers and the keyboard: jumps over the navigation.
frame-skip = Skip to the page
# Said by screen readers for the mark at the top that leads to the first page.
frame-home = Registry, first page
# Said by screen readers for the navigation.
frame-parts = Parts of the registry
frame-people = People
# The form that registers somebody who has just arrived. As short as possible.
frame-arrivals = New
# Lists of people in spreadsheets.
frame-lists = Lists
frame-referrals = Referrals
# Who can help: the directory of services.
frame-services = Services
frame-users = Users
frame-log = Log
# Said by screen readers for the bell: how many alerts somebody has not looked at.
frame-alerts =
    { $count ->
        [0] Alerts, nothing new
        [one] Alerts, { $count } new
       *[other] Alerts, { $count } new
    }
frame-language = Language
# Stands in the language menu under a language whose words a native speaker has not read yet.
frame-not-reviewed = not yet reviewed by a native speaker
# The menu with one's own name.
frame-me = You
frame-sessions = Sign-ins and recovery codes
frame-passphrase = Change passphrase
frame-sign-out = Sign out
# The button for danger: it closes everything at once.
frame-lock = Lock everything
frame-lock-hint = Closes everything at once. Or press Escape three times.
frame-demo = Practice mode: every person here is invented.
frame-paging = Pages of the list
frame-before = Previous
frame-after = Next
frame-page = Page { $count }
# A bare number.
frame-tally = { $count }
frame-errors =
    { $count ->
        [one] One thing needs another look.
       *[other] { $count } things need another look.
    }

## What people who use the registry are called.
role-outreach = Outreach worker
role-caseworker = Caseworker
role-protection-officer = Protection officer
role-consular-officer = Consular officer
role-shelter-manager = Shelter manager
role-fund-manager = Fund manager
role-analyst = Analyst
role-auditor = Auditor
role-administrator = Administrator
role-integration = Integration
