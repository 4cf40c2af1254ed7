# Not yet reviewed by a native speaker.
sign-in-title = 登录
sign-in-name = 姓名
sign-in-passphrase = 密码短语
sign-in-code = 验证码
sign-in-code-hint = 验证器应用中的六位数字，或您的一个恢复码。
sign-in-submit = 登录

sign-in-demo-title = 选择角色
sign-in-demo-invented = 这里的所有人都是虚构的。可以随意尝试。
sign-in-by-name = 改用姓名登录
sign-in-role-outreach = 用手机在街上登记人员
sign-in-role-caseworker = 陪每个人直到安全
sign-in-role-protection-officer = 倾听每个人，保护其安全
sign-in-role-consular-officer = 接收名单，签发证件
sign-in-role-shelter-manager = 为每个人找到床位
sign-in-role-fund-manager = 支付票款和费用
sign-in-role-analyst = 只看数字，不看姓名
sign-in-role-auditor = 只看日志，不看个案
sign-in-role-administrator = 维护系统，不看个案

passphrase-title = 更改密码短语
passphrase-explain = 请选几个只有您才会放在一起的词。您的其他登录都会结束，本次登录保留。
passphrase-now = 现在的密码短语
passphrase-new = 新的密码短语
passphrase-new-hint = 至少 { $count } 个字符。
passphrase-again = 再输入一次新的密码短语
passphrase-submit = 更改密码短语
passphrase-changed = 密码短语已更改。您的其他登录都已结束。
passphrase-short = 新的密码短语太短，至少需要 { $count } 个字符。
passphrase-same = 这就是您现在的密码短语，请另选一个。
passphrase-different = 两次输入不一致。请把新的密码短语输入两次。
passphrase-refused = 密码短语和验证码不相符。每个验证码只能用一次。没有做任何更改。

opening-title = 正在打开您团队的个案
opening-explain = 需要一点时间，页面会自动继续。
opening-progress = 已打开 { $done }，共 { $total }
opening-again = 再看一下
