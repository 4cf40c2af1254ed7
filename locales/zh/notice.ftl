# Not yet reviewed by a native speaker.
notice-subject = 有新内容
notice-body = 有事项等您查看。请在您平时登录的地方登录。
notice-code-subject = 您的代码
notice-code-body =
    您的代码是：{ $code }
    半小时内有效。如果不是您要求的，无需做任何事。
