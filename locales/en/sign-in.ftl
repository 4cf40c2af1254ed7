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
