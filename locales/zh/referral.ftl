# What the plan of the way out shows of it, the rest is English. Not yet reviewed by a native speaker.
consent-words-link = 用于宣读、打印和签字的文字
consent-yes = 是
consent-no = 否
consent-given = 以何种方式表示同意
consent-child = 未满18岁
consent-best-interests = 为什么这符合儿童的最大利益
given-spoken = 口头
given-signed = 签字
given-guardian = 由监护人
given-best-interests = 为儿童的最大利益决定
