# Not yet reviewed by a native speaker.
fault-back = رجوع
fault-number = إذا طلبت المساعدة، فأخبر المسؤول عن الجهاز بهذا الرقم:
fault-sign-in-title = لم يتم الدخول
fault-sign-in = الاسم وعبارة المرور والرمز غير متطابقة. كل رمز يعمل مرة واحدة فقط.
fault-sign-in-next = يرجى كتابة الثلاثة مرة أخرى.
fault-sign-in-needed-title = يرجى تسجيل الدخول
fault-sign-in-needed = انتهت جلستك. لم يضع شيء.
fault-sign-in-needed-next = سجّل الدخول من جديد للمتابعة.
fault-too-many-title = مرات كثيرة
fault-too-many = جرى هذا مرات كثيرة في وقت قصير. لم يضع شيء.
fault-too-many-next = انتظر قليلاً ثم حاول مرة أخرى. عند تسجيل الدخول تطيل كل محاولة خاطئة أخرى مدة الانتظار، حتى ربع ساعة.
fault-busy-title = عدد كبير في وقت واحد
fault-busy = أشخاص كثيرون يسجلون الدخول في هذه اللحظة. لم يضع شيء.
fault-busy-next = حاول مرة أخرى بعد بضع ثوانٍ.
fault-being-heard-title = زميل يستمع إلى هذا الشخص
fault-being-heard = زميل يستمع إلى هذا الشخص في هذه اللحظة، ولا يُسأل أحد السؤال نفسه مرتين.
fault-being-heard-next = لم يتغير شيء. خذ الشخص التالي، أو عُد بعد نصف ساعة.
