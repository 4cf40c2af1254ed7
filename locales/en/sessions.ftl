# Where somebody is signed in, and the keys that new members of the team wait for.
sessions-title = Your sign-ins
sessions-explain = End every sign-in you do not know. It closes at once.
sessions-this = this one
sessions-since = since
sessions-last = last used
sessions-end = End
sessions-end-what = End the sign-in on { $what }
sessions-waiting = Waiting for keys
sessions-waiting-explain = New members of your team read nothing until one of the team gives them the keys. Make sure that you know them.
sessions-give-keys = Give keys
sessions-give-keys-what = Give keys to { $what }
sessions-keys-given = The keys are given.
sessions-recovery = Recovery codes
sessions-recovery-left =
    { $count ->
        [0] None is left. Ask your administrator for new ones now.
        [one] One is left. Ask your administrator for new ones.
       *[other] { $count } are left. Each works once, in place of the code from your app.
    }
