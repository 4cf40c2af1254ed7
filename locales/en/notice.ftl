# What is sent by e-mail and shown by pushes. Somebody else may read it: it must not say what it is about, who sends
# it, or how much there is. Translators: plain, short, and never a word about people or cases.
notice-subject = There is something new
notice-body = Something waits for you. Sign in where you usually do.
notice-code-subject = Your code
notice-code-body =
    This is your code: { $code }
    It works for half an hour. If you did not ask for it, nothing needs to be done.
