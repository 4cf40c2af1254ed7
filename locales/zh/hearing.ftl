# Hearing a person: one question at a time. Not yet reviewed by a native speaker.
hear-title = 听当事人讲
hear-explain = 只问一次，一次一个问题。每个回答立即保存；当事人想停就停，想休息就休息。
hear-begin = 开始谈话
hear-begin-short = 简短筛查，五分钟以内
hear-go-on = 继续
hear-urgent = 紧急
hear-number = 第{ $count }个问题
hear-share = 已经问了多少
hear-stop = 休息或停止
hear-see-result = 结果
hear-left = { $count ->
   *[other] 还有{ $count }个问题。
}
hear-kept = 每个回答一给出就保存。
hear-so-far = 到目前为止
hear-keep = 保存并继续
hear-choose = 请选择一个回答，或下面两个之一。
hear-number-wrong = 请写一个数字。
hear-words = 请写下当事人说的话，或选择下面两个之一。
hear-when = 这不是日期或时间。请这样写：2026-01-18、2026-01-18 18:00、2026-01 或 2026，或从一天到另一天：2026-01-10..2026-01-14。
hear-when-hint = 尽可能准确：2026-01-18 18:00、2026-01-18、2026-01，或 2026-01-10..2026-01-14
hear-section-before = 开始之前
hear-section-safety = 安全
hear-section-health = 健康
hear-section-recruitment = 怎么开始的
hear-section-journey = 行程
hear-section-place = 地点
hear-section-work = 工作
hear-section-pay-and-debt = 工资和债务
hear-section-papers = 证件
hear-section-threats = 威胁
hear-section-sale = 被卖
hear-section-escape-and-release = 逃出和获释
hear-section-others = 当时在场的其他人
hear-section-home = 回国
hear-section-wishes = 当事人想要什么
hear-section-statement = 陈述，仅限保护官员

said-yes = 是
said-no = 否
said-does-not-know = 不知道
said-rather-not = 不想说

stop-title = 休息
stop-kept = { $count ->
    [0] 还没有问任何问题。之后说的都会随时保存。
   *[other] { $count }个回答都已保存。不会重复问。
}
stop-distress = 当事人很痛苦吗？
stop-distress-do = 今天不要继续了。陪着，一起呼吸，给些水。告诉当事人什么都不必说，任何帮助都不取决于此。然后问当事人是否愿意和心理健康人员谈谈。
stop-refer = 转介，例如转到心理健康服务
stop-go-on = 继续

## What the answers come to.
heard-title = 结果
heard-law = 法律上
heard-machine = 程序从不说谁不是受害者。它说的话都来自下面的回答；没有回答的就是未知，未知不等于没有。
heard-dimensions = 国际劳工组织和欧盟委员会的指标
heard-dimension = 维度
heard-strong = 强
heard-medium = 中
heard-weak = 弱
heard-positive = 阳性
heard-not-yet = 还没有
heard-best = 现在最值得问的是：
heard-open = { $count ->
    [0] 没有可能影响结果的问题未问。
   *[other] 还有{ $count }个可能影响结果的问题未问。
}
heard-unreviewed = 其中有些工具还没有人审核过。
heard-go-on = { $count ->
   *[other] 继续：还有{ $count }个问题
}
heard-said = 说过的话
heard-nothing = 还没有问任何问题。抵达卡上的内容已经计入。
heard-change = 更改
heard-change-what = 更改回答：{ $what }
heard-urgency = 有多紧急
heard-first = 首先：
heard-attended = 已经照顾
heard-review = 再看一次，最迟
heard-due = 最迟
heard-not-signed-off = 还没有临床人员签字确认。
finding-presumed-victim = 推定为受害者
finding-strong-indication = 强烈迹象
finding-more-information-needed = 需要更多信息
level-p0 = P0：一小时之内
level-p1 = P1：今天
level-p2 = P2：三天之内
level-p3 = P3：一周之内
clock-left = { $what }：还剩{ $hours }小时
clock-between = { $what }：还剩{ $hours }至{ $most }小时
clock-unknown = { $what }：不知道是什么时候发生的，算作在{ $hours }小时之内
clock-over = { $what }：{ $hours }小时已过
attend-note = 做了什么
attend-do = 已做，或已再看过
attend-done = 已记录。下一次复查从现在算起。

decide-title = 身份认定，由人决定
decide-explain = 只有具名的人才能决定，并要说明理由。导出时作为贩运受害者身份状态。
decide-open = 记录决定
decide-status = 状态
decide-by = 谁决定的：姓名和职务
decide-body = 属于哪类机构
decide-because = 理由
decide-do = 记录这个决定
decide-done = 决定已记录。
decision-of = { $status }，由{ $who }决定
wrong-status = 请选择状态，以及作出决定的机构类别。
status-possible = 可能是人口贩运受害者
status-actual = 人口贩运受害者
status-not-a-victim = 不是受害者，由该人决定
body-ngo = 非政府组织
body-police = 警察
body-court = 法院或检察机关
body-government = 警察以外的政府部门
body-other = 其他

## Whom to look after first.
now-way = 现在：先照顾谁
now-title = 现在
now-explain = 所有情况紧急的人：先是生命或安全有危险的，然后是有时限的，剩余时间最少的在最上面，再后按到期时间排列。
now-levels = 等级
now-all = 全部
now-nobody = 现在没有紧急的人。
now-late = 已逾期
now-more = 显示{ $total }人中的{ $done }人。
concern-life-threatening-injury = 危及生命的伤
concern-suicide-plan = 自杀计划或尝试
concern-labour-or-bleeding = 临产，或孕期出血
concern-abduction-or-arrest = 正被绑架或逮捕
concern-child-alone = 儿童独自一人
concern-trafficker-present = 人贩子就在附近
concern-sexual-violence = 性暴力
concern-minor = 未满18岁，或可能
concern-pregnancy = 怀孕
concern-untreated-injury = 伤病未得到治疗
concern-missed-medicine = 断药
concern-credible-threat = 受到威胁
concern-held-by-police = 被警察扣押
concern-suicidal-thoughts = 有自杀念头
concern-refoulement-risk = 害怕本国政府
concern-sleeping-rough = 没有地方睡
concern-no-food = 没有食物
concern-exit-deadline = 很快必须离开这个国家
concern-recruiter-contact = 招募者在联系
concern-documents-pending = 等待证件
field-heard = 谈话中说的
field-decision = 已决定的状态
field-attended = 已经照顾

## The queue of those who wait to be heard.
queue-title = 谁在等待谈话
queue-way = 谁在等待谈话
queue-explain = 每个人只由你们中的一位听一次。谁接下一个人，就由谁单独听；最后一个回答之后半小时，其他人才可以接手。
queue-waiting = 等待中
queue-now = 正在谈话
queue-today = 今天已谈
queue-place = 您在哪里
queue-anywhere = 任何地方
queue-show = 显示
queue-take = 接下一个人
queue-nobody = 这里没有人在等待谈话。
queue-since = 到此时间
queue-more = 显示{ $total }人中的{ $done }人。
queue-in-part = { $count ->
   *[other] { $count }人只做了简短筛查
}
queue-in-part-explain = 说过的都已保存。有时间和安静的地方时再继续；不会重复问。
queue-mine = 您的
