# Not yet reviewed by a native speaker.
fault-back = 返回
fault-number = 如需帮助，请把这个编号告诉管理机器的人：
fault-sign-in-title = 没能登录
fault-sign-in = 姓名、密码短语和验证码不相符。每个验证码只能用一次。
fault-sign-in-next = 请把三项都重新输入。
fault-sign-in-needed-title = 请登录
fault-sign-in-needed = 您的登录已结束。没有丢失任何内容。
fault-sign-in-needed-next = 请重新登录后继续。
