# Not yet reviewed by a native speaker.
print-keep = 请保管好这张卡。打电话时请报这个编号。
print-call = 电话
print-qr = 编号的图形

print-title = 要打印的卡
print-how = 只打印卡片：信用卡大小，或用 A6 纸打印后剪下。
print-language = 卡片语言
print-show = 显示
print-print = 打印
print-back = 返回个案
print-next = 下一个人
