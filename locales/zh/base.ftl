# Not yet reviewed by a native speaker.
frame-title = 登记
frame-skip = 跳到页面内容
frame-home = 登记，首页
frame-parts = 登记系统的各部分
frame-people = 人员
frame-arrivals = 新增
frame-lists = 名单
frame-users = 用户
frame-log = 日志
frame-alerts =
    { $count ->
        [0] 提醒，没有新的
       *[other] 提醒，{ $count } 条新的
    }
frame-language = 语言
frame-not-reviewed = 尚未经母语者校对
frame-me = 我
frame-sessions = 登录与恢复码
frame-passphrase = 更改密码短语
frame-sign-out = 退出登录
frame-lock = 全部锁定
frame-lock-hint = 立即关闭全部内容。也可以按三次 Escape 键。
frame-demo = 练习模式：这里的所有人都是虚构的。
frame-paging = 名单的各页
frame-before = 上一页
frame-after = 下一页
frame-page = 页码 { $count }
frame-tally = { $count }
frame-errors =
    { $count ->
       *[other] 有 { $count } 处需要再看一下。
    }

role-outreach = 外展工作者
role-caseworker = 个案工作者
role-protection-officer = 保护官员
role-consular-officer = 领事官员
role-shelter-manager = 安置点管理员
role-fund-manager = 资金管理员
role-analyst = 分析员
role-auditor = 审计员
role-administrator = 系统管理员
role-integration = 程序对接
