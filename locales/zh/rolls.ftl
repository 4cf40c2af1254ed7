# Named rolls: those for whom a mission asks that a fine be waived. Not yet reviewed by a native speaker.
rolls-title = 使馆名册
rolls-open = 使馆名册：按名册免除罚款
rolls-explain = 每个使馆凭名册请求免除逾期居留罚款：这里显示谁可以列入。未经安全核查，且当事人未同意告知该使馆和当局之前，任何人都不列入。
rolls-no-pack = 在这个国家，罚款不凭使馆名册免除。
rolls-nobody-ready = 还没有人可以列入名册。请打开一个国籍，看每个人在等什么。
rolls-ready = { $count ->
   *[other] { $count } 人就绪
}
rolls-missing = { $count } 人未列入
rolls-others = { $count ->
   *[other] { $count } 个国籍还没有人就绪
}
rolls-back = 所有名册
rolls-of = 名册：{ $what }
rolls-versions = 版本
rolls-version = 第 { $count } 版
rolls-not-sent = 未发送
rolls-sent-on = { $what } 发送
rolls-on = 名册上的人
rolls-on-count = { $count ->
    [0] 名册上没有人
   *[other] 名册上有 { $count } 人
}
rolls-nobody-on = 照目前情况，没有人可以列入。下面写着每个人在等什么。
rolls-total = 合计
rolls-total-days = 天逾期居留
rolls-seal-title = 封存一个版本
rolls-seal-explain = 名册上的每个人都会再核对一次，打开其个案会记入日志。封存后的版本不再改变。
rolls-sender = 发送名册的使馆
rolls-until = 天数计算至
rolls-seal = 封存此版本
rolls-sealed = { $count ->
   *[other] 已封存，共 { $count } 人。
}
wrong-roll-line = 您写的某个编号不是此版本中的行。没有记录任何内容；请重新读取答复。
wrong-roll-no-line = 您选了一项决定，但没有写行号。没有记录任何内容；请重新读取答复。
wrong-roll-twice = 您为同一行选了两项不同的决定。没有记录任何内容；请重新读取答复。
wrong-roll-nobody = 此版本中已没有任何人可以提供姓名，所以没有文件。请封存一个新版本。
wrong-roll-mission = 请写明由哪个使馆发送名册。
rolls-missing-count = { $count ->
    [0] 没有人未列入
   *[other] { $count } 人未列入
}
rolls-missing-explain = 障碍最少的人排在最前。每一项都通向计划，可在那里解决。
rolls-all = 全部
rolls-counted-to = 计算至 { $what }
rolls-sealed-by = 封存者
rolls-withdrawn = { $count ->
   *[other] 此版本中有 { $count } 人不得再向使馆提供姓名。从现在起生成的文件中都不会有这些人。
}
rolls-files = 取出文件
rolls-place = 照会的地点
rolls-note-explain = PDF 以英文和高棉文的照会开头。这些文字还没有人审核过：请让使馆过目。
rolls-send-title = 记录已发送
rolls-send-explain = 每个人的安全和同意会再核对一次。之后每份计划都等待答复。
rolls-send-on = 发送日期
rolls-send = 已经发送
rolls-sent-done = 已记录为发送。每份计划都在等待答复。
rolls-not-sent-yet = 此版本尚未发送。请先记录发送日期，再记录答复。
rolls-answer-title = 答复
rolls-answer-explain = 把带有决定的电子表格导回来，列的顺序不限。记录任何内容之前，您会先看到将要记录什么。
rolls-answer-file = 收回的电子表格
rolls-answer-read = 读取答复
rolls-open-lines = 尚无答复
rolls-changed-since = 自上次发送的第 { $count } 版以来的变化
rolls-changed-nothing = 没有。
rolls-added = 新增
rolls-gone = 已不在名册上
rolls-gone-since = 可列入下一版
rolls-changed = 内容有变
rolls-col-number = 序号
rolls-col-name = 姓名
rolls-col-birth = 出生
rolls-col-document = 证件
rolls-col-entered = 入境
rolls-col-days = 天数
rolls-col-amount = 罚款
rolls-col-decision = 决定
decision-approved = 批准
decision-refused = 拒绝
decision-not-found = 未找到
roll-blank-erased = 已删除
roll-blank-withdrawn = 不得再向使馆提供姓名。
roll-look-nobody = 决定所涉的人不在此名册的任何一行
roll-look-unclear = 无法判断是哪一行或哪种决定
rolls-back-title = 收回的内容
rolls-back-explain = 还没有记录任何内容。
rolls-back-already = 以前已记录
rolls-back-silent = 没有决定的行
rolls-back-absent = 文件中没有的行
rolls-back-look = 需要您看一下的行
rolls-back-nothing = 其中没有新内容。
rolls-rows-more = 还有 { $count } 行需要看一下，重新读取文件时会出现。
rolls-row = 第 { $count } 行
rolls-row-line = 名册中的行号
rolls-row-leave = 不处理
rolls-answered-on = 答复日期
rolls-note-all = { $count ->
    [0] 记录我在上面作的决定
   *[other] 记录 { $count } 项决定
}
rolls-note = 名册第 { $version } 版，第 { $line } 行：{ $decision }
rolls-noted = { $count ->
    [0] 全部以前已记录；没有任何改动。
   *[other] 已记录 { $count } 项决定，并写入计划。
}
rolls-outdone = { $count ->
   *[other] 有 { $count } 项只保存在其所在的行：在另一版本上作出的决定仍然有效。
}
rolls-why-safety-not-checked = 没有安全核查
rolls-why-safety-not-clear = 安全核查的结论：目前不与任何国家联系
rolls-why-warned = { $what }：不列入任何名册
rolls-kind-warned = 有警告
rolls-why-declined = 不同意告知{ $what }
rolls-kind-declined = 不同意
rolls-why-no-consent = 没有问过可否告知{ $what }
rolls-kind-no-consent = 没有征求同意
rolls-why-no-guardian = 儿童，或年龄不明，且没有监护人
rolls-why-other-way = 走其他途径：{ $what }
rolls-kind-other-way = 走其他途径
rolls-why-detained = 被当局关押
rolls-why-left = 已离开，或失去联系
rolls-why-mission-unconfirmed = 没有人确认是哪个使馆
rolls-why-no-mission = 没有可以求助的使馆
rolls-why-other-nationality = 应找的是另一个使馆
rolls-why-nationality-not-chosen = 多个国籍：请问可以告知哪国使馆
rolls-why-nationality-disputed = 国籍说法不一
rolls-why-nationality-unknown = 国籍不明
rolls-why-contradiction = 个案中有两种说法：请选定一种
rolls-why-no-name = 没有姓名
rolls-why-no-birth-date = 没有出生日期
rolls-why-birth-not-exact = 出生日期不确切
rolls-why-no-document = 没有护照或旅行证件号码
rolls-why-identity-not-verified = 使馆尚未确认此人身份
rolls-why-no-entry = 入境日期不明
rolls-why-entry-not-exact = 入境日期不确切
rolls-why-overstay = 逾期居留天数不确切：{ $what }
rolls-kind-overstay = 逾期居留天数不确切
rolls-why-no-overstay = 没有逾期居留
rolls-why-already-waived = 罚款已经免除
rolls-why-pays-the-fine = 自付罚款
rolls-why-refused = 以前被拒绝过
