# Not yet reviewed by a native speaker.
people-no-name = 没有提供姓名
