# What is to be done today, queues, one step for many, deadlines, the calendar. Not yet reviewed by a native speaker.
frame-today = 今天
today-title = 今天
today-explain = 今天该做的、已逾期的、本周会出问题的，以及自您上次查看以来可以开始的。
today-asked = 请本团队处理的事项
today-asked-none = 没有人在等待本团队的答复。
today-parts = 本页各部分
today-part-watched = 需要关注
today-part-overdue = 已逾期
today-part-due = 今天到期
today-part-breaking = 本周会出问题
today-part-opened = 现在可以开始
today-none-watched = 就已记录的情况看，没有人被关押、失联或再次被卖，也没有人有生命危险。
today-none-overdue = 没有逾期的事。
today-none-due = 今天没有到期的事。
today-none-breaking = 就已记录的情况看，一周之内没有到期的事。
today-none-opened = 自您上次查看以来，没有等待中的事可以开始。
today-more = 显示 { $total } 项中的 { $done } 项。
today-unanswered = { $count ->
   *[other] 有 { $count } 份转介没有按时得到答复。
}
today-to-ask = { $count ->
   *[other] 还没有问过 { $count } 人联系是否安全。
}
today-follow-up = 询问当事人的近况
today-first-action = { $level }：第一步行动
today-consent-ends = 对{ $contact }的同意到期
today-leave-ends = 居留许可到期
today-held = 被当局关押
today-since = 自 { $day } 起
today-since-day = 自 { $what } 起
today-expected = 预计 { $day }
today-until = 至 { $day }
queues-title = 谁在哪里等待
queues-explain = 所有出路正等待某个步骤的人：有多少人，等了多少天。一个人可以同时等待几个步骤。
queues-by = 队列的划分方式
queues-by-step = 按步骤
queues-by-mission = 按步骤和使馆
queues-none = 没有人在等待。
queues-step = 步骤
queues-waiting = 人数
queues-median = 半数人至少等了
queues-longest = 最久
queues-held = { $count ->
   *[other] { $count } 人受阻
}
queues-no-mission = 使馆未定
queues-stuck = 卡得最久的，卡在哪里
queue-count = { $count ->
   *[other] { $count } 人在等待这一步骤。
}
queue-mission = 使馆
queue-any-mission = 所有使馆
queue-show-them = 显示
queue-empty = 这里没有人在等待。
queue-tick = 选择 { $what }
queue-stage-ready = 可以开始
queue-stage-begun = 已开始
queue-stage-waiting = 等待中
queue-stage-held = 受阻：见计划
batch-title = 为多人记录一个步骤
batch-explain = 在您看过是哪些人之前，不会写入任何内容。计划还不允许这一步骤的人会被排除。
batch-private = 安全核查和同意要单独、私下询问每一个人，绝不为多人一起记录。
batch-who = 为谁
batch-ticked = 已勾选的人
batch-all = { $count ->
   *[other] 等待中的全部 { $count } 人
}
batch-reached = 记录什么
batch-reached-done = 已完成
batch-reached-begun = 已开始
batch-reached-waiting-for = 等待经办方
batch-next = 查看将要写入的内容
batch-in-file = 电子表格中列出的人
batch-numbers = 写有证件号码的电子表格（如果有）
batch-numbers-explain = XLSX、XLS、ODS 或 CSV：每人一行，写有编号、护照号码或姓名，新证件的号码单独一列。文件只读取，不保存。
batch-no-numbers = 在这个文件里，没有哪个新号码对应在此等待的人。请看看文件对不对，号码是否单独一列。
batch-number = 证件号码
batch-issue-explain = 每份证件连同号码写入个案，为它拍的照片会被删除。撤销会恢复原来所知的证件情况；已删除的照片不会恢复。不知道号码的，请留空。
batch-unclear = { $count ->
   *[other] 电子表格中有 { $count } 行需要您来判断
}
batch-unclear-explain = 无法判断属于谁：这里没有人叫这个名字、有几个人同名，或同一号码出现两次。如果此人在下面，请在其旁边写上号码。
ask-open = 单独询问此人
ask-open-who = 单独询问：{ $what }
ask-lead = 请单独询问此人，不要让别人听到，用当事人熟练的语言。
ask-not-why = 这里只记是或否，绝不记原因。当事人害怕什么，只对个案工作者或保护官员说，也只有他们能看到。
ask-closed = 经办步骤的人看不到原因。您团队的个案工作者或保护官员可以单独听取此人的情况并重新核查；在那之前，不向任何国家透露任何内容，会告知某个国家的步骤也不会继续。
ask-check = 进行安全核查
ask-safety-first = 首先要弄清联系是否安全。请询问当事人，并在两项中选一项。
ask-kept = 已为 { $what } 保存。
ask-who-can = 经办步骤的人不能更改这一项：您团队的个案工作者或保护官员可以。
batch-nobody = 没有勾选任何人。请勾选某人，或选择全部。
batch-day-ahead = 这一天还没有到。
batch-confirm-title = 这样对吗？
batch-will-write = 这将写入每个人的个案，并附上您的姓名。一天之内可以撤销。
batch-says = { $count ->
   *[other] { $count } 人：{ $what }
}
batch-confirm = { $count ->
   *[other] 为 { $count } 人写入
}
batch-back = 返回，不写入
batch-nobody-left = 没有可以写入的人。
batch-left-out = { $count ->
   *[other] { $count } 人被排除
}
batch-people = { $count ->
   *[other] 为 { $count } 人
}
batch-over = 已经完成，或不需要。
batch-not-on-the-way = 这一步骤不在当事人所走的途径上。
batch-running = 正在写入
batch-running-explain = 每个人的个案单独写入。如果您退出登录，处理完当前这个人就会停止。
batch-progress = { $done } / { $total }
batch-finished = 已写入的内容
batch-written = { $count ->
    [0] 没有写入任何内容。
   *[other] 已为 { $count } 人写入。
} { $changed ->
    [0] { "" }
   *[other] 有 { $changed } 人没能写入；请重试。
}
batch-undone = { $count ->
    [0] 没有恢复任何内容。
   *[other] 已为 { $count } 人恢复。
} { $changed ->
    [0] { "" }
   *[other] 有 { $changed } 人保持不变，因为之后有人改过。
}
batch-recent = 昨天以来为多人所做的
batch-undo = 撤销
batch-undo-what = 撤销：{ $what }
batch-undo-explain = 撤销会恢复原来的内容，适用于之后步骤没有被改动过的所有人。一天之内有效。
batch-was-undone = 已撤销。
deadlines-title = 期限
deadlines-explain = 必须在哪一天之前为此人做好某件事。提前一周通知个案工作者；提前三天也通知保护官员；当天通知整个团队和系统管理员。通知只说有期限将到，不说是哪一个。
deadlines-none = 没有。
deadlines-add = 添加期限
deadlines-what = 必须做什么
deadlines-on = 最迟哪一天
deadlines-over = 不再有效
deadlines-over-what = 不再有效：{ $what }
deadline-kept = 已保存。
deadline-over = 不再有效
field-deadline = 期限
calendar-title = 日历
calendar-explain = 您团队的期限和跟进事项，可放进您手机或电脑的日历：只有卡上的编号和日期，没有姓名，也不说是什么事。
calendar-risk = 谁有这个地址，不登录也能看。如果别人可能看到过，请换一个新地址；如果您的手机可能被搜查，就不要建日历。
calendar-none = 没有日历。
calendar-since = 自 { $what } 起有日历。地址已显示过一次。
calendar-make = 建立日历
calendar-renew = 换新地址；旧地址失效
calendar-end = 停用日历
calendar-ended = 日历已停用。日历程序已取走的内容会保留，直到它们再次查询。
calendar-address = 请现在把这个地址复制到您的日历。它只显示一次。
