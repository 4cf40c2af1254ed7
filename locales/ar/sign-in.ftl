# Not yet reviewed by a native speaker.
sign-in-title = تسجيل الدخول
sign-in-name = الاسم
sign-in-passphrase = عبارة المرور
sign-in-code = الرمز
sign-in-code-hint = ستة أرقام من تطبيق المصادقة لديك، أو أحد رموز الاسترداد.
sign-in-submit = تسجيل الدخول

sign-in-demo-title = اختر دورًا
sign-in-demo-invented = كل الأشخاص هنا من الخيال. جرّب ما تشاء.
sign-in-by-name = الدخول بالاسم بدلًا من ذلك
sign-in-role-outreach = يسجل الأشخاص في الشارع بالهاتف
sign-in-role-caseworker = يتابع كل شخص حتى يصل إلى الأمان
sign-in-role-protection-officer = يستمع إلى الأشخاص ويحفظ سلامتهم
sign-in-role-consular-officer = يستلم القوائم ويصدر الأوراق
sign-in-role-shelter-manager = يجد سريرًا للجميع
sign-in-role-fund-manager = يدفع التذاكر والرسوم
sign-in-role-analyst = يرى الأرقام، ولا يرى الأسماء أبدًا
sign-in-role-auditor = يقرأ سجل العمليات، ولا يقرأ أي حالة
sign-in-role-administrator = يشغّل النظام، ولا يقرأ أي حالة

passphrase-title = تغيير عبارة المرور
passphrase-explain = اختر بضع كلمات لا يجمعها معًا أحد غيرك. ستنتهي كل عمليات دخولك الأخرى، ويبقى هذا الدخول.
passphrase-now = عبارة المرور الحالية
passphrase-new = عبارة المرور الجديدة
passphrase-new-hint = { $count } حرفًا على الأقل.
passphrase-again = عبارة المرور الجديدة مرة أخرى
passphrase-submit = تغيير عبارة المرور
passphrase-changed = تم تغيير عبارة المرور. انتهت كل عمليات دخولك الأخرى.
passphrase-short = عبارة المرور الجديدة قصيرة جدًا. يلزم { $count } حرفًا على الأقل.
passphrase-same = هذه عبارة المرور الحالية. يرجى اختيار غيرها.
passphrase-different = العبارتان غير متطابقتين. يرجى كتابة عبارة المرور الجديدة مرتين.
passphrase-refused = عبارة المرور والرمز غير متطابقين. كل رمز يعمل مرة واحدة فقط. لم يتغير شيء.

opening-title = يجري فتح حالات فريقك
opening-explain = يستغرق ذلك لحظة، ثم تنتقل الصفحة من تلقاء نفسها.
opening-progress = { $done } من { $total }
opening-again = انظر مرة أخرى
