# Named rolls: those for whom a mission asks that a fine be waived. Not yet reviewed by a native speaker.
rolls-title = كشوف الأسماء للبعثات الدبلوماسية
rolls-open = كشوف الأسماء للبعثات الدبلوماسية: الإعفاء من الغرامات بكشف
rolls-explain = لكل بعثة دبلوماسية: من يمكن أن يرد في الكشف الذي تطلب به الإعفاء من غرامات تجاوز الإقامة. لا يرد فيه أحد قبل فحص الأمان وقبل موافقته على إبلاغ تلك البعثة والسلطات.
rolls-no-pack = في هذا البلد لا يُعفى من الغرامات بكشوف من البعثات الدبلوماسية.
rolls-nobody-ready = لا أحد يمكن أن يرد في كشف بعد. افتح جنسية لترى ماذا ينتظر كل شخص.
rolls-ready = { $count ->
    [zero] لا أحد جاهز
    [one] شخص واحد جاهز
    [two] شخصان جاهزان
    [few] { $count } أشخاص جاهزون
    [many] { $count } شخصًا جاهزون
   *[other] { $count } شخص جاهزون
}
rolls-missing = الغائبون: { $count }
rolls-others = { $count ->
    [zero] لا جنسية بلا جاهزين
    [one] جنسية واحدة لا أحد منها جاهز
    [two] جنسيتان لا أحد منهما جاهز
    [few] { $count } جنسيات لا أحد منها جاهز
   *[other] { $count } جنسية لا أحد منها جاهز
}
rolls-back = كل الكشوف
rolls-of = كشف الأسماء: { $what }
rolls-versions = النسخ
rolls-version = النسخة { $count }
rolls-not-sent = لم تُرسَل
rolls-sent-on = أُرسلت في { $what }
rolls-on = في الكشف
rolls-on-count = { $count ->
    [0] لا أحد في الكشف
    [one] شخص واحد في الكشف
    [two] شخصان في الكشف
    [few] { $count } أشخاص في الكشف
    [many] { $count } شخصًا في الكشف
   *[other] { $count } شخص في الكشف
}
rolls-nobody-on = كما هي الأمور الآن لا يمكن أن يرد فيه أحد. وأدناه ما ينتظره كل شخص.
rolls-total = المجموع
rolls-total-days = من أيام تجاوز الإقامة
rolls-seal-title = ختم نسخة
rolls-seal-explain = يُنظر في كل شخص فيها مرة أخرى، ويُسجَّل فتح حالته في سجل العمليات. النسخة المختومة تبقى كما هي.
rolls-sender = البعثة الدبلوماسية التي ترسلها
rolls-until = حساب الأيام حتى
rolls-seal = ختم هذه النسخة
rolls-sealed = { $count ->
    [zero] خُتمت، وليس فيها أحد.
    [one] خُتمت، وفيها شخص واحد.
    [two] خُتمت، وفيها شخصان.
    [few] خُتمت، وفيها { $count } أشخاص.
    [many] خُتمت، وفيها { $count } شخصًا.
   *[other] خُتمت، وفيها { $count } شخص.
}
wrong-roll-line = رقم كتبته ليس سطرًا في هذه النسخة. لم يُسجَّل شيء؛ يرجى قراءة الرد مرة أخرى.
wrong-roll-no-line = اخترت قرارًا بلا رقم سطره. لم يُسجَّل شيء؛ يرجى قراءة الرد مرة أخرى.
wrong-roll-twice = أعطيت سطرًا واحدًا قرارين مختلفين. لم يُسجَّل شيء؛ يرجى قراءة الرد مرة أخرى.
wrong-roll-nobody = لم يعد يجوز ذكر اسم أي شخص في هذه النسخة، فلا يوجد ملف لها. اختم نسخة جديدة.
wrong-roll-mission = يرجى كتابة أي بعثة دبلوماسية ترسل الكشف.
rolls-missing-count = { $count ->
    [0] لا أحد غائب عنه
    [one] شخص واحد غائب عنه
    [two] شخصان غائبان عنه
    [few] { $count } أشخاص غائبون عنه
    [many] { $count } شخصًا غائبون عنه
   *[other] { $count } شخص غائبون عنه
}
rolls-missing-explain = الأقل عوائق أولاً. وكل منهم يقود إلى الخطة، حيث يمكن إصلاح الأمر.
rolls-all = الكل
rolls-counted-to = محسوبة حتى { $what }
rolls-sealed-by = ختمها
rolls-withdrawn = { $count ->
    [zero] كل من في هذه النسخة يجوز ذكره للبعثة.
    [one] شخص واحد في هذه النسخة لم يعد يجوز ذكر اسمه للبعثة. لا يرد في أي ملف يُنشأ من الآن.
    [two] شخصان في هذه النسخة لم يعد يجوز ذكر اسميهما للبعثة. لا يردان في أي ملف يُنشأ من الآن.
    [few] { $count } أشخاص في هذه النسخة لم يعد يجوز ذكر أسمائهم للبعثة. لا يردون في أي ملف يُنشأ من الآن.
    [many] { $count } شخصًا في هذه النسخة لم يعد يجوز ذكر أسمائهم للبعثة. لا يردون في أي ملف يُنشأ من الآن.
   *[other] { $count } شخص في هذه النسخة لم يعد يجوز ذكر أسمائهم للبعثة. لا يردون في أي ملف يُنشأ من الآن.
}
rolls-files = أخذ الملفات
rolls-place = مكان المذكرة الشفوية
rolls-note-explain = يبدأ ملف ⁦PDF⁩ بالمذكرة الشفوية بالإنجليزية والخميرية. لم يراجع أحد هذه النصوص بعد: اطلب من البعثة قراءتها.
rolls-send-title = تسجيل أنها أُرسلت
rolls-send-explain = يُتحقق مرة أخرى من أمان كل شخص وموافقته. ثم تنتظر كل خطة الرد.
rolls-send-on = أُرسلت في
rolls-send = لقد أُرسلت
rolls-sent-done = سُجّل إرسالها. كل خطة تنتظر الرد.
rolls-not-sent-yet = لم تُرسَل هذه النسخة. سجّل يوم إرسالها، ثم الرد عليها.
rolls-answer-title = الرد
rolls-answer-explain = أدخل جدول البيانات العائد مع القرارات، بأي ترتيب كانت أعمدته. ترى ما سيُسجَّل قبل أن يُسجَّل شيء.
rolls-answer-file = جدول البيانات العائد
rolls-answer-read = قراءة الرد
rolls-open-lines = بلا رد بعد
rolls-changed-since = ما تغير منذ النسخة { $count }، آخر ما أُرسل
rolls-changed-nothing = لا شيء.
rolls-added = أُضيفوا
rolls-gone = لم يعودوا فيه
rolls-gone-since = يمكن أن يردوا في النسخة القادمة
rolls-changed = تغيرت بياناتهم
rolls-col-number = الرقم
rolls-col-name = الاسم
rolls-col-birth = الميلاد
rolls-col-document = الوثيقة
rolls-col-entered = الدخول
rolls-col-days = الأيام
rolls-col-amount = الغرامة
rolls-col-decision = القرار
decision-approved = قُبل
decision-refused = رُفض
decision-not-found = لم يُعثر عليه
roll-blank-erased = مُحي
roll-blank-withdrawn = لم يعد يجوز ذكر اسمه للبعثة.
roll-look-nobody = قرار بشأن شخص ليس في أي سطر من هذا الكشف
roll-look-unclear = لا يمكن معرفة أي سطر هو أو أي قرار
rolls-back-title = ما عاد
rolls-back-explain = لم يُسجَّل شيء بعد.
rolls-back-already = سُجّلت من قبل
rolls-back-silent = سطور بلا قرار
rolls-back-absent = سطور ليست في الملف
rolls-back-look = صفوف تحتاج إلى مراجعتك
rolls-back-nothing = لا جديد فيه.
rolls-rows-more = صفوف أخرى تحتاج إلى مراجعة تأتي عند قراءة الملف مرة أخرى: { $count }.
rolls-row = الصف { $count }
rolls-row-line = رقم السطر
rolls-row-leave = اتركه
rolls-answered-on = تاريخ الرد
rolls-note-all = { $count ->
    [0] تسجيل ما قررته أعلاه
    [one] تسجيل قرار واحد
    [two] تسجيل قرارين
    [few] تسجيل { $count } قرارات
    [many] تسجيل { $count } قرارًا
   *[other] تسجيل { $count } قرار
}
rolls-note = الكشف، النسخة { $version }، السطر { $line }: { $decision }
rolls-noted = { $count ->
    [0] كل شيء مسجَّل من قبل؛ لم يتغير شيء.
    [one] سُجّل قرار واحد، وهو في الخطة.
    [two] سُجّل قراران، وهما في الخطط.
    [few] سُجّلت { $count } قرارات، وهي في الخطط.
    [many] سُجّل { $count } قرارًا، وهي في الخطط.
   *[other] سُجّل { $count } قرار، وهي في الخطط.
}
rolls-outdone = { $count ->
    [zero] لا قرار محفوظ في سطره وحده.
    [one] قرار واحد محفوظ في سطره وحده: يبقى قائمًا ما تقرر في نسخة أخرى.
    [two] قراران محفوظان في سطريهما وحدهما: يبقى قائمًا ما تقرر في نسخة أخرى.
    [few] { $count } قرارات محفوظة في سطورها وحدها: يبقى قائمًا ما تقرر في نسخة أخرى.
    [many] { $count } قرارًا محفوظة في سطورها وحدها: يبقى قائمًا ما تقرر في نسخة أخرى.
   *[other] { $count } قرار محفوظة في سطورها وحدها: يبقى قائمًا ما تقرر في نسخة أخرى.
}
rolls-why-safety-not-checked = لا يوجد فحص أمان
rolls-why-safety-not-clear = يقول فحص الأمان: لا اتصال بأي دولة في الوقت الحاضر
rolls-why-warned = { $what }: لا يرد في أي كشف
rolls-kind-warned = يوجد تحذير
rolls-why-declined = رفض إبلاغ { $what }
rolls-kind-declined = رفض
rolls-why-no-consent = لم يُسأل هل يجوز إبلاغ { $what }
rolls-kind-no-consent = لم تُطلب الموافقة
rolls-why-no-guardian = طفل، أو عمره غير معروف، بلا وصي
rolls-why-other-way = على طريق آخر: { $what }
rolls-kind-other-way = على طريق آخر
rolls-why-detained = محتجز لدى السلطات
rolls-why-left = غادر، أو انقطع الاتصال
rolls-why-mission-unconfirmed = لم يؤكد أحد أي بعثة هي
rolls-why-no-mission = لا توجد بعثة يمكن سؤالها
rolls-why-other-nationality = بعثة أخرى هي التي يجوز سؤالها
rolls-why-nationality-not-chosen = عدة جنسيات: اسأل أي بعثة يجوز إبلاغها
rolls-why-nationality-disputed = تختلف الأقوال في الجنسية
rolls-why-nationality-unknown = الجنسية غير معروفة
rolls-why-contradiction = تقول الحالة شيئين مختلفين: اختر أحدهما
rolls-why-no-name = لا اسم
rolls-why-no-birth-date = لا تاريخ ميلاد
rolls-why-birth-not-exact = يوم الميلاد غير معروف بدقة
rolls-why-no-document = لا رقم جواز سفر أو وثيقة سفر
rolls-why-identity-not-verified = لم تؤكد البعثة هوية الشخص
rolls-why-no-entry = يوم الدخول غير معروف
rolls-why-entry-not-exact = يوم الدخول غير معروف بدقة
rolls-why-overstay = أيام تجاوز الإقامة غير معروفة بدقة: { $what }
rolls-kind-overstay = أيام تجاوز الإقامة غير معروفة بدقة
rolls-why-no-overstay = لا تجاوز للإقامة
rolls-why-already-waived = أُعفي من الغرامة من قبل
rolls-why-pays-the-fine = يدفع الغرامة
rolls-why-refused = رُفض من قبل
