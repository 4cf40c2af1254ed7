# Pages that are one sentence, and what to do next.
# The page after everything was locked. It must look like nothing at all.
plain-locked-title = Page
plain-locked = This page is empty.
plain-nothing-title = Nothing for your role yet
plain-nothing-why = Your sign-in works. The part of the registry for your role is not there yet.
plain-nothing-next = Nothing is expected of you here today. If you think your role is wrong, ask your administrator.
