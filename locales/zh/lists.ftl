# Not yet reviewed by a native speaker.
lists-title = 导入名单
lists-explain = 来自大使馆、安置点或群聊的名单，原样即可。在您看过之前，不会登记任何人。
lists-file = 名单
lists-file-hint = 电子表格（XLSX、XLS、ODS）或文本（CSV），最大 20 MB。
lists-sender = 谁发来的
lists-sender-hint = 大使馆的某个部门、安置点或志愿者。下次发来的名单就能马上读懂。可以留空。
lists-unnamed-sender = 未写名称的发送方
lists-read = 读取名单
lists-earlier = 以前的名单
lists-rows =
    { $count ->
       *[other] { $count } 行
    }
lists-registered =
    { $count ->
       *[other] 已登记 { $count } 人
    }
lists-need-a-look =
    { $count ->
       *[other] { $count } 行需要看一下
    }
list-running = 正在登记
list-cut-off = 未完成
list-finished = 已完成

## Which column holds what.
lists-columns-title = 各列的内容
lists-columns-explain = 名单是这样理解的。点一下某一列，可以更改它的内容。
lists-sheet = 工作表
lists-hidden-sheet = 在文件中被隐藏
lists-hidden = 隐藏
lists-header = 表头所在的行
lists-previous = 是哪份名单的新版本
lists-no-previous = 都不是：这是一份新名单
lists-nationality = 名单上所有人的国籍
lists-nationality-column = 以名单为准
lists-date-order = 日期的写法
date-order-day-first = 日、月、年
date-order-month-first = 月、日、年
date-order-year-first = 年、月、日
date-order-unknown = 按名单推断；不能确定时，两种读法都保留
lists-column = { $what } 列的内容
lists-col-row = 行
lists-columns-next = 查看人员
lists-columns-again = 更改各列
column-ignore = 不需要的内容
column-number = 序号
column-name = 姓名
column-given-name = 名
column-family-name = 姓
column-own-script-name = 母语文字的姓名
column-nationality = 国籍
column-sex = 性别
column-birth = 出生日期
column-age = 年龄
column-place-and-birth = 出生地点和日期
column-name-and-nationality = 姓名和国籍
column-name-and-passport = 姓名和护照号码
column-sex-and-age = 性别和年龄
column-passport = 护照号码
column-papers = 证件
column-phone = 电话或账号
column-place = 现在在哪里
column-reported = 来到我们这里的日期
column-entered = 入境日期
column-remark = 备注
# What was noticed when the list was read.
lists-header-in-row = 表头在第 { $count } 行。
lists-no-header = 没有表头。
lists-recognised = 各列沿用您以前为 { $what } 所作的设置。
lists-hidden-rows =
    { $count ->
       *[other] 文件中有 { $count } 行被隐藏，也和其他行一样读取了。
    }
lists-several-sheets = 文件有 { $count } 个工作表。这是最长的一个。

## The rows as people.
lists-preview-title =
    { $count ->
        [0] 这份名单上还没有人
       *[other] 这份名单上有 { $count } 人
    }
lists-preview-explain = 还没有登记任何内容。请看一下不确定的地方，可以现在更正，也可以以后更正。
lists-preview-newer = 上一版名单上的人只会更新，不会再次登记。
lists-corrected =
    { $count ->
       *[other] 已更正 { $count } 个单元格。
    }
reading-look = 需要看一下
reading-unsure = 有不确定之处
reading-sure = 清楚
reading-not-a-person = 不是人员
lists-doubts = 需要再问
lists-register = 登记这些人
lists-correct = 更正
lists-correct-row = 更正第 { $count } 行

## One row's cells.
lists-row-title = 第 { $count } 行
lists-back = 返回
lists-back-to-lists = 所有名单
lists-cell-corrected = 已更正
lists-save-row = 保存并重新读取
lists-who-is-it = 这是谁？
lists-somebody-new = 新的人
lists-set-aside = 这一行不是人员

## Rows that wait for a person.
lists-to-look-at =
    { $count ->
        [0] 没有需要看的行
       *[other] 有 { $count } 行需要看一下
    }
lists-look-explain = 您团队名单中的这些行还没有登记。内容没有丢失。
lists-now-registered = 此人已登记。
lists-now-changed = 此人以前已登记。新的内容已记下。
lists-now-already = 此人以前已登记，没有新的内容。
lists-now-not-a-person = 这一行已搁置。
lists-now-waiting = 名单继续时，会登记这一行。
lists-now-replaced = 名单的新版本中有这一行。

## While it runs, and afterwards.
lists-progress-title = 正在登记名单
lists-progress-explain = 您可以离开这个页面。只要您保持登录，登记就会继续。
lists-progress = 已处理 { $done } 行，共 { $total } 行
lists-sealing = 正在封存名单…
lists-progress-again = 再看一下
lists-stop = 到此停止
lists-not-kept = 名单没能保存。没有登记任何人。请重新导入。
lists-cut-off =
    { $count ->
        [0] 名单停在末尾。没有剩下的人。
       *[other] 名单没有处理完就停了。还有 { $count } 行在等待。已登记的人仍然有效，不会重复登记。
    }
lists-go-on = 继续
lists-report-title = 每一行的结果
lists-report-show = 显示
lists-report-all = 所有行
lists-col-outcome = 结果
lists-col-reason = 原因
lists-col-said = 内容
lists-report-csv = 不含姓名的报告
lists-with-codes = 带编号的名单
lists-look-file = 需要看一下的行
lists-code-column = 个案编号
lists-row-column = 原表中的行号
lists-reason-column = 需要看一下
lists-not-taken = 未转交：个案的这一部分不对您的团队开放
lists-gone =
    { $count ->
       *[other] 上一版中有 { $count } 人不在这份名单上
    }
lists-gone-explain = 这些人的登记仍然保留。请问一下为什么不在名单上了。
outcome-waiting = 等待中
outcome-registered = 已登记
outcome-changed = 已更新
outcome-already = 没有新内容
outcome-look = 需要看一下
outcome-not-a-person = 不是人员
outcome-replaced = 再次出现
wrong-file = 请选择一个含有名单的文件。

## What is unsure about a person on a list.
doubt-birth-order = 出生的日和月可能写反了。
doubt-birth-calendar = 出生年份可能用的是另一种历法。
doubt-birth-not-read = 出生日期无法读取。
doubt-birth-from-number = 电子表格把出生日期存成了单纯的数字。
doubt-age-differs = 年龄和出生日期不相符。
doubt-reported-order = 到来日期可能是两天中的一天，因此留空。
doubt-reported-not-read = 到来日期无法读取。
doubt-entered-order = 入境日期可能是两天中的一天，因此留空。
doubt-entered-not-read = 入境日期无法读取。
doubt-sex-not-read = 性别无法读取。
doubt-sex-unclear = 在这份名单中，字母 M 可能指男，也可能指女。
doubt-nationality-not-read = 国籍无法读取。
doubt-nationality-from-name = 国籍取自姓名旁边的文字。
doubt-paper-not-read = 关于证件的内容无法读取。
doubt-paper-kind = 没有说明这个号码属于哪种证件。
doubt-phone-not-read = 电子表格损坏了电话号码。
doubt-sign-from-remark = 备注中提到了紧急情况。请问一下是否如此。

## Why a row is not a person, or needs a look.
why-heading = 这一行重复了表头。
why-total = 这一行是合计。
why-signature = 这一行是签名，或关于名单的说明。
why-only-a-number = 这一行只有一个号码。
why-no-name = 这一行没有姓名。
why-shifted = 这一行的单元格好像错了列。
why-only-a-name = 这一行只有姓名，可能是标题或说明。
why-maybe-known = 可能是名单上以前有过的人，也可能是别人。
why-said-so = 有人看过：这一行不是人员。
why-above-headings = 这是标题或表头。
