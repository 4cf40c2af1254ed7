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
