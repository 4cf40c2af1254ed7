# Not yet reviewed by a native speaker.
print-keep = يرجى الاحتفاظ بهذه البطاقة. يرجى ذكر هذا الرقم عند الاتصال.
print-call = للاتصال
print-qr = صورة الرقم

print-title = بطاقة للطباعة
print-how = تُطبع البطاقة وحدها: بحجم بطاقة مصرفية، أو على ورق A6 للقص.
print-language = لغة البطاقة
print-show = عرض
print-print = طباعة
print-back = العودة إلى الحالة
print-next = الشخص التالي
