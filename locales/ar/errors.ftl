# Not yet reviewed by a native speaker.
fault-back = رجوع
fault-number = إذا طلبت المساعدة، فأخبر المسؤول عن الجهاز بهذا الرقم:
fault-sign-in-title = لم يتم الدخول
fault-sign-in = الاسم وعبارة المرور والرمز غير متطابقة. كل رمز يعمل مرة واحدة فقط.
fault-sign-in-next = يرجى كتابة الثلاثة مرة أخرى.
fault-sign-in-needed-title = يرجى تسجيل الدخول
fault-sign-in-needed = انتهت جلستك. لم يضع شيء.
fault-sign-in-needed-next = سجّل الدخول من جديد للمتابعة.
