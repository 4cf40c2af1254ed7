# The instruments by which people are heard, and an organisation's own. Not yet reviewed by a native speaker.
forms-title = أدوات السؤال
forms-explain = بماذا يُسأل الأشخاص، ومن أين جاء، ومن راجعه. الأجوبة القديمة تبقى على النسخة التي أُعطيت بها.
forms-way = أدوات السؤال
forms-own = أدواتكم
forms-none = لا يوجد شيء بعد.
forms-own-says = النسخة { $version }، { $questions ->
    [zero] بلا أسئلة
    [one] سؤال واحد
    [two] سؤالان
    [few] { $questions } أسئلة
    [many] { $questions } سؤالاً
   *[other] { $questions } سؤال
}، ما قد يكون له أثر في النتيجة منها: { $carrying }
forms-file = ملف ⁦XLSForm⁩ كما يستعمله ⁦KoBo⁩ و⁦ODK⁩
forms-file-hint = جدول بيانات فيه أوراق العمل ⁦survey⁩ و⁦choices⁩ و⁦settings⁩. ما لا يُفهم فيه يُذكر صفًا صفًا، ولا يُحفظ عندئذ شيء. لتغيير أداة ارفع رقم نسختها.
forms-add = مراجعتها وحفظها
forms-no-file = اختر ملفًا. لم يُحفظ شيء.
forms-not-kept = لم يُحفظ شيء. هذه المواضع تحتاج إلى مراجعة:
forms-kept = حُفظت. يمكن الاستماع إلى الأشخاص بها من الآن: هي في صفحة نتيجة المقابلة.
forms-shipped = أدوات البرنامج
forms-unreviewed = لم يراجعها أحد بعد.
