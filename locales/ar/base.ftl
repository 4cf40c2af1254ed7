# Not yet reviewed by a native speaker.
frame-title = السجل
frame-skip = إلى الصفحة
frame-home = السجل، الصفحة الأولى
frame-parts = أقسام السجل
frame-people = الأشخاص
frame-arrivals = جديد
frame-lists = القوائم
frame-referrals = الإحالات
frame-services = الخدمات
frame-users = المستخدمون
frame-log = سجل العمليات
frame-alerts =
    { $count ->
        [0] التنبيهات، لا جديد
       *[other] التنبيهات، الجديد: { $count }
    }
frame-language = اللغة
frame-not-reviewed = لم يراجعها بعد متحدث أصلي
frame-me = أنت
frame-sessions = عمليات الدخول ورموز الاسترداد
frame-passphrase = تغيير عبارة المرور
frame-sign-out = تسجيل الخروج
frame-lock = قفل كل شيء
frame-lock-hint = يغلق كل شيء دفعة واحدة. أو اضغط Escape ثلاث مرات.
frame-demo = وضع التدريب: كل الأشخاص هنا من الخيال.
frame-paging = صفحات القائمة
frame-before = السابق
frame-after = التالي
frame-page = صفحة { $count }
frame-tally = { $count }
frame-errors =
    { $count ->
        [zero] لا شيء يحتاج إلى مراجعة.
        [one] أمر واحد يحتاج إلى مراجعة.
        [two] أمران يحتاجان إلى مراجعة.
        [few] { $count } أمور تحتاج إلى مراجعة.
        [many] { $count } أمرًا يحتاج إلى مراجعة.
       *[other] { $count } أمر يحتاج إلى مراجعة.
    }

role-outreach = عامل ميداني
role-caseworker = أخصائي حالات
role-protection-officer = مسؤول حماية
role-consular-officer = موظف قنصلي
role-shelter-manager = مدير مأوى
role-fund-manager = مسؤول التمويل
role-analyst = محلل
role-auditor = مدقق
role-administrator = مدير النظام
role-integration = ربط بين برنامجين
