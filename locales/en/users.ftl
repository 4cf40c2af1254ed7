# Who may sign in. The administrator who reads this page can read no case.
users-title = Users
users-explain = You decide who signs in. What they can read comes from the keys of their team.
users-me = you
users-disabled = shut out
users-seen = last seen
users-disable = Shut out
users-disable-what = Shut out { $what }
users-add-title = Add somebody
users-name = Name to sign in with
users-role = Role
users-team = Team
users-no-team = No team
users-add = Add

## Shown once after somebody was added.
users-secrets-once = This is shown once and kept nowhere. Hand it over in person.
users-secrets-keys = They read nothing until a member of their team gives them the keys.
users-secrets-passphrase = Passphrase
users-secrets-app = Authenticator app
users-secrets-scan = Scan this with the app, or type the letters below.
users-secrets-codes = Recovery codes
users-secrets-codes-hint = To write down on paper. Each works once when the phone is lost.
users-secrets-written = Handed over

## Programs that come in with a token.
integrations-title = Integrations
integrations-explain = Programs of others that deliver people or read. Give each only what it needs. It reads nothing until a member of its team gives it the keys.
integrations-until = until { $what }
integrations-out = After the lock, integrations stay out until you let them in again.
integrations-let-in = Let integrations in again
integrations-add-title = Add an integration
integrations-name = What it is called in the log
integrations-team = Team for which it works
integrations-actions = What it may do
integrations-parts = What it may read, once it has the keys
integrations-expires = Last day, within a year
integrations-add = Make its token
integrations-token = Token
integrations-token-hint = The program sends it as “Authorization: Bearer” with every request.
integrations-let-in-done = Integrations come in again with their next request.
right-register = register people
right-find-people = look at the list of people
right-open-case = open cases
right-correct = correct cases
right-take-in-list = bring in lists
right-export = take people away as a file
right-print-card = read cards to hand over
right-add-attachment = add photos and scans
right-open-attachment = look at photos and scans
right-remove-attachment = remove photos and scans
right-issue-document = note that a travel document was issued
right-read-log = read the log
right-part-identity = names, birth, papers, contacts
right-part-journey = steps and places
right-part-care = needs and health
right-part-protection = threats and incidents
right-part-testimony = statements
