# What happened to a person in captivity. Not yet reviewed by a native speaker.
captivity-title = ما حدث
captivity-explain = ما يرويه الشخص عن احتجازه، بالترتيب الذي حدث به. سجّل فقط ما يرويه بإرادته؛ لا يلزم أحدًا أن يرويه كي يحصل على المساعدة.
captivity-nothing = لم يُروَ شيء بعد.
captivity-add = إضافة شيء حدث
captivity-open = ما حدث أثناء الاحتجاز
captivity-back = ما حدث لـ
captivity-correct = تصحيح
captivity-struck = رُوي خطأً، ولا يُحسب.
captivity-kept = حُفظ.
captivity-when-unknown = الوقت غير معروف
captivity-tell-explain = اترك ما لا يُعرف فارغًا. ما أُجبر الشخص على فعله ليس مكانه هنا: تلك إفادة يأخذها مسؤول حماية.
captivity-when = متى حدث
captivity-from = منذ متى
captivity-until = حتى متى
captivity-place = أين، بكلمات الشخص
captivity-country = البلد
captivity-country-wrong = لا يوجد بلد بهذا الاسم. اختر بلدًا من القائمة أو اتركه فارغًا.
captivity-by = من فعل ذلك: أي نوع من الناس، بلا أسماء
captivity-amount = المبلغ
captivity-amount-wrong = هذا ليس مبلغًا صحيحًا. اكتبه بالأرقام، أو اتركه فارغًا واذكره بالكلمات.
captivity-currency = العملة
captivity-people = كم شخصًا
captivity-people-wrong = هذا ليس عددًا صحيحًا. اتركه فارغًا إذا لم يعرفه أحد.
captivity-people-count = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
captivity-words = ماذا يقول الشخص أيضًا عن ذلك
captivity-words-hint = بكلمات قليلة بسيطة؛ بلا أسماء من فعلوا ذلك.
captivity-names = من قِبل:
captivity-names-label = أسماء من فعلوا ذلك
captivity-names-hint = تُحفظ مع الإفادات: لا يقرؤها إلا مسؤولو الحماية.
captivity-no-names = أسماء من فعلوا ذلك مكانها الإفادة، ويأخذها مسؤول حماية.
captivity-strike = رُوي هذا أو كُتب خطأً ولا يُحسب
captivity-keep = حفظ
field-happened = ما حدث أثناء الاحتجاز
field-named = أسماء من فعلوا ذلك
captivity-what-recruited = جُنّد
captivity-what-travelled = سافر أو أُخذ إلى هناك
captivity-what-held = احتُجز في موقع
captivity-what-moved = نُقل إلى موقع آخر
captivity-what-sold = بيع
captivity-what-debt = حُمّل الشخص دينًا
captivity-what-ransom = طُلبت فدية
captivity-what-escaped = هرب
captivity-what-recaptured = أُمسك به ثانية
captivity-what-let-go = تركته الشركة يذهب
captivity-what-raid = خرج أثناء مداهمة
captivity-what-ransom-paid = خرج بفدية
captivity-what-death = رأى أحدًا يموت
captivity-what-missing = شخص مفقود
captivity-what-other = شيء آخر
captivity-by-recruiter = مُجنِّد
captivity-by-company = الشركة
captivity-by-manager = مدير أو قائد فريق
captivity-by-guard = حراس
captivity-by-broker = وسيط أو وكيل
captivity-by-official = مسؤول أو الشرطة
captivity-by-relative = شخص كان يعرفه من قبل
captivity-by-captive = محتجَز آخر
captivity-by-other = شخص آخر
