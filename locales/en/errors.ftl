# Pages that are one sentence, and what to do next.
# The page after everything was locked. It must look like nothing at all.
plain-locked-title = Page
plain-locked = This page is empty.
plain-nothing-title = Nothing for your role yet
plain-nothing-why = Your sign-in works. The part of the registry for your role is not there yet.
plain-nothing-next = Nothing is expected of you here today. If you think your role is wrong, ask your administrator.

## What did not work: a heading, a sentence, and what to do next.
fault-back = Go back
fault-number = Tell this number to whoever runs the machine, if you ask for help:
fault-sign-in-needed-title = Please sign in
fault-sign-in-needed = You are not signed in, or it was closed.
fault-sign-in-needed-next = Nothing that was saved is lost.
fault-not-found-title = Nothing is here
fault-not-found = This page does not exist, or it was open in a sign-in that has ended.
fault-not-found-next = Start again from the list.
fault-foreign-title = Not taken
fault-foreign = This came from another page than ours.
fault-foreign-next = Open the registry yourself and try again.
fault-too-large-title = Too large
fault-too-large = The file is larger than what is taken in.
fault-too-large-next = Split the list into several files, or save only the sheet that matters.
fault-list-title = The list could not be read
fault-list-next = Save it as XLSX or CSV, and try again.
fault-no-case-title = No such case
fault-no-case = This case does not exist, or it is not open to you.
fault-no-case-next = Search by code or name.
fault-refused-title = Not open to your role
fault-refused = Your role may not do this. That you tried was written down, without content.
fault-refused-next = If you need it for your work, ask whoever is responsible for the case.
fault-sign-in-title = Not signed in
fault-sign-in = Name, passphrase and code do not fit together. A code works only once.
fault-sign-in-next = Please type all three again.
fault-weak-passphrase-title = Passphrase too weak
fault-weak-passphrase = This passphrase is too easy to guess.
fault-weak-passphrase-next = Use at least four words that do not belong together.
fault-name-taken-title = Name taken
fault-name-taken = Somebody signs in with this name already.
fault-name-taken-next = Choose another name.
fault-team-needed-title = Which team?
fault-team-needed = This role works in a team. Choose one.
fault-team-needed-next = Roles without a team are analyst, auditor and administrator.
fault-machine-title = It did not work
fault-machine = Something failed inside. Nothing was saved half.
fault-machine-next = Try once more. If it stays, tell whoever runs the machine.
fault-list = Nothing was kept of it.
