# The instruments by which people are heard, and an organisation's own. Not yet reviewed by a native speaker.
forms-title = 工具
forms-explain = 用什么来询问当事人，出自哪里，谁审核过。以前的回答保留当时所用的版本。
forms-way = 工具
forms-own = 你们自己的
forms-none = 还没有。
forms-own-says = 第 { $version } 版，{ $questions ->
   *[other] { $questions } 个问题
}，其中 { $carrying } 个可能影响结果
forms-file = 一份 XLSForm，与 KoBo 和 ODK 所用的相同
forms-file-hint = 含有 survey、choices 和 settings 工作表的电子表格。其中不明白的地方会逐行指出，且不保存任何内容。要更改一份，请提高它的版本号。
forms-add = 检查并保存
forms-no-file = 请选择一个文件。没有保存任何内容。
forms-not-kept = 没有保存任何内容。这些地方需要再看一下：
forms-kept = 已保存。从现在起可以用它来谈话：它在谈话结果的页面上。
forms-shipped = 程序自带的
forms-unreviewed = 还没有人审核过。
