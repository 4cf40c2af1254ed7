# Not yet reviewed by a native speaker.
fault-back = 返回
fault-number = 如需帮助，请把这个编号告诉管理机器的人：
fault-sign-in-title = 没能登录
fault-sign-in = 姓名、密码短语和验证码不相符。每个验证码只能用一次。
fault-sign-in-next = 请把三项都重新输入。
fault-sign-in-needed-title = 请登录
fault-sign-in-needed = 您的登录已结束。没有丢失任何内容。
fault-sign-in-needed-next = 请重新登录后继续。
fault-too-many-title = 过于频繁
fault-too-many = 这项操作在短时间内做得太多。没有丢失任何内容。
fault-too-many-next = 请稍等再试。登录时每多一次错误尝试，等待时间就会变长，最长一刻钟。
fault-busy-title = 同时人数过多
fault-busy = 此刻登录的人太多。没有丢失任何内容。
fault-busy-next = 请过几秒再试。
fault-being-heard-title = 一位同事正在听此人讲
fault-being-heard = 此刻一位同事正在听此人讲；同样的问题不会问两遍。
fault-being-heard-next = 没有任何改动。请接下一个人，或半小时后再来。
