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
