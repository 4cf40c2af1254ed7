# The page before anybody is signed in. Anyone may see it: it says nothing about what is inside.
sign-in-title = Sign in
sign-in-name = Name
sign-in-passphrase = Passphrase
sign-in-code = Code
sign-in-code-hint = Six digits from your authenticator app, or one of your recovery codes.
sign-in-submit = Sign in

## Practice mode: one button per role.
sign-in-demo-title = Choose a role
sign-in-demo-invented = All people here are invented. Try anything.
sign-in-by-name = Sign in with a name instead
sign-in-role-outreach = Registers people on the street, with a phone
sign-in-role-caseworker = Follows each person to safety
sign-in-role-protection-officer = Hears people and keeps them safe
sign-in-role-consular-officer = Takes lists in and issues papers
sign-in-role-shelter-manager = Finds a bed for everybody
sign-in-role-fund-manager = Pays tickets and fees
sign-in-role-analyst = Sees figures, never names
sign-in-role-auditor = Reads the log, never a case
sign-in-role-administrator = Runs the machine, never reads a case

## Changing one's own passphrase.
passphrase-title = Change your passphrase
passphrase-explain = Take a few words that only you would put together. Every other sign-in of yours will end; this one stays.
passphrase-now = The passphrase you have now
passphrase-new = New passphrase
passphrase-new-hint = At least { $count } characters.
passphrase-again = New passphrase, once more
passphrase-submit = Change passphrase
passphrase-changed = Your passphrase is changed. Every other sign-in of yours has ended.
passphrase-short = The new passphrase is too short. It needs at least { $count } characters.
passphrase-same = This is the passphrase you have now. Please choose another.
passphrase-different = The two are not the same. Please type the new passphrase twice.
passphrase-refused = Passphrase and code do not fit together. A code works only once. Nothing was changed.

## While the cases of a large team are being opened after signing in.
opening-title = Opening your team's cases
opening-explain = This takes a moment. The page goes on by itself.
opening-progress = { $done } of { $total }
opening-again = Look again
