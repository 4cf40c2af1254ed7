# Not yet reviewed by a native speaker.
wrong-name = 请至少写一个姓名，或在“同意登记吗？”处选“不同意”。
wrong-consent = 请询问本人，然后选一项。无论怎样回答，帮助都一样。
wrong-age = 年龄请写整数，最大 110。
wrong-birth = 没有这个日期，或者还没到。只写年份也可以。
wrong-nationality = 没有叫这个名字的国家。请从输入时出现的选项中选择。
wrong-language = 没有叫这个名字的语言。请从输入时出现的选项中选择。
wrong-day = 没有这一天，或者还没到。
wrong-code = 编号中有数字不对，或者您能查看的人中没有这个编号。请再问一次。
wrong-value = 请填写此处，或不作更改直接返回。
wrong-file = 请先选择文件。
