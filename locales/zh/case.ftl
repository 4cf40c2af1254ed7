# Not yet reviewed by a native speaker.
person-age-about = 约 { $age }
certainty-estimated = 估计
certainty-month = 不知道是哪一天
certainty-year = 只知道年份
certainty-either = 日和月可能写反了
case-back = 返回
case-unknown = 不知道
