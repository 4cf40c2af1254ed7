# Hearing a person: one question at a time. Not yet reviewed by a native speaker.
hear-title = الاستماع إلى الشخص
hear-explain = اسأل مرة واحدة، سؤالاً بعد سؤال. كل جواب يُحفظ فورًا؛ توقّف أو استرح متى أراد الشخص.
hear-begin = بدء المقابلة
hear-begin-short = فحص قصير، أقل من خمس دقائق
hear-go-on = متابعة
hear-urgent = عاجل
hear-number = السؤال { $count }
hear-share = كم سُئل حتى الآن
hear-stop = استراحة أو توقف
hear-see-result = النتيجة
hear-left = { $count ->
    [zero] لم يبقَ أي سؤال.
    [one] بقي سؤال واحد.
    [two] بقي سؤالان.
    [few] بقيت { $count } أسئلة.
    [many] بقي { $count } سؤالاً.
   *[other] بقي { $count } سؤال.
}
hear-kept = كل جواب يُحفظ فور إعطائه.
hear-so-far = حتى الآن
hear-keep = حفظ ومتابعة
hear-choose = اختر جوابًا، أو أحد الجوابين أدناه.
hear-number-wrong = اكتب عددًا.
hear-words = اكتب ما قاله الشخص، أو اختر أحد الجوابين أدناه.
hear-when = هذا ليس يومًا ولا وقتًا. اكتبه مثل ⁦2026-01-18⁩ أو ⁦2026-01-18 18:00⁩ أو ⁦2026-01⁩ أو 2026، أو من يوم إلى آخر مثل ⁦2026-01-10..2026-01-14⁩.
hear-when-hint = بأدق ما هو معروف: ⁦2026-01-18 18:00⁩ أو ⁦2026-01-18⁩ أو ⁦2026-01⁩ أو ⁦2026-01-10..2026-01-14⁩
hear-section-before = قبل أن نبدأ
hear-section-safety = الأمان
hear-section-health = الصحة
hear-section-recruitment = كيف بدأ الأمر
hear-section-journey = الرحلة
hear-section-place = المكان
hear-section-work = العمل
hear-section-pay-and-debt = الأجر والدين
hear-section-papers = الأوراق
hear-section-threats = التهديدات
hear-section-sale = البيع
hear-section-escape-and-release = الهرب والخروج
hear-section-others = آخرون كانوا هناك
hear-section-home = العودة إلى الوطن
hear-section-wishes = ما يريده الشخص
hear-section-statement = إفادة، لمسؤولي الحماية فقط

said-yes = نعم
said-no = لا
said-does-not-know = لا يعرف
said-rather-not = يفضّل عدم القول

stop-title = استراحة
stop-kept = { $count ->
    [0] لم يُسأل شيء بعد. كل ما سيقال يُحفظ فور قوله.
    [one] حُفظ الجواب الوحيد. لا يُسأل شيء مرتين.
    [two] حُفظ الجوابان. لا يُسأل شيء مرتين.
    [few] حُفظت الأجوبة الـ{ $count } كلها. لا يُسأل شيء مرتين.
    [many] حُفظ { $count } جوابًا، كلها. لا يُسأل شيء مرتين.
   *[other] حُفظ { $count } جواب، كلها. لا يُسأل شيء مرتين.
}
stop-distress = هل الشخص في ضيق شديد؟
stop-distress-do = لا تكمل اليوم. ابقَ معه، تنفّسا معًا، قدّم ماءً. قل له إنه ليس عليه أن يقول شيئًا، وإن المساعدة لا تتوقف على ذلك. ثم اسأله هل يود الحديث مع أحد بشأن صحته النفسية.
stop-refer = إحالة، إلى الرعاية النفسية مثلاً
stop-go-on = متابعة

## What the answers come to.
heard-title = النتيجة
heard-law = أمام القانون
heard-machine = لا يقول البرنامج أبدًا إن أحدًا ليس ضحية. ما يقوله مبني على الأجوبة أدناه؛ وما لم يُجب عنه غير معروف، وغير المعروف ليس «لا».
heard-dimensions = مؤشرات منظمة العمل الدولية والمفوضية الأوروبية
heard-dimension = البُعد
heard-strong = قوي
heard-medium = متوسط
heard-weak = ضعيف
heard-positive = إيجابي
heard-not-yet = ليس بعد
heard-best = أنفع ما يمكن سؤاله الآن:
heard-open = { $count ->
    [0] لا يوجد سؤال مفتوح قد يكون له أثر.
    [one] سؤال واحد قد يكون له أثر ما زال مفتوحًا.
    [two] سؤالان قد يكون لهما أثر ما زالا مفتوحين.
    [few] { $count } أسئلة قد يكون لها أثر ما زالت مفتوحة.
    [many] { $count } سؤالاً قد يكون لها أثر ما زالت مفتوحة.
   *[other] { $count } سؤال قد يكون لها أثر ما زالت مفتوحة.
}
heard-unreviewed = بعض هذه الأدوات لم يراجعها أحد بعد.
heard-go-on = { $count ->
    [zero] متابعة
    [one] متابعة: بقي سؤال واحد
    [two] متابعة: بقي سؤالان
    [few] متابعة: بقيت { $count } أسئلة
    [many] متابعة: بقي { $count } سؤالاً
   *[other] متابعة: بقي { $count } سؤال
}
heard-said = ما قيل
heard-nothing = لم يُسأل شيء بعد. ما تقوله بطاقة الوصول محسوب من الآن.
heard-change = تغيير
heard-change-what = تغيير جواب: { $what }
heard-urgency = مدى الاستعجال
heard-first = أولاً:
heard-attended = جرى الاهتمام به
heard-review = المراجعة قبل
heard-due = قبل
heard-not-signed-off = لم يعتمده طبيب بعد.
finding-presumed-victim = يُفترض أنه ضحية
finding-strong-indication = دلالة قوية
finding-more-information-needed = يلزم مزيد من المعلومات
level-p0 = ⁦P0⁩: خلال ساعة
level-p1 = ⁦P1⁩: اليوم
level-p2 = ⁦P2⁩: خلال ثلاثة أيام
level-p3 = ⁦P3⁩: خلال أسبوع
clock-left = { $hours ->
    [zero] بقي أقل من ساعة: { $what }
    [one] بقيت ساعة واحدة: { $what }
    [two] بقيت ساعتان: { $what }
    [few] بقيت { $hours } ساعات: { $what }
   *[other] بقيت { $hours } ساعة: { $what }
}
clock-between = بقي من { $hours } إلى { $most } ساعة: { $what }
clock-unknown = لا يُعرف متى حدث ذلك، فيُعدّ ضمن { $hours } ساعة: { $what }
clock-over = انقضت { $hours } ساعة: { $what }
attend-note = ما جرى فعله
attend-do = تم، أو جرت رؤيته ثانية
attend-done = سُجّل. تُحسب المراجعة التالية من الآن.

decide-title = الوضع، بقرار من شخص
decide-explain = لا يقرره إلا شخص مسمّى، مع ذكر السبب. ويظهر في الملفات المصدَّرة بوصفه وضع الاتجار.
decide-open = تسجيل قرار
decide-status = الوضع
decide-by = من قرر: الاسم والوظيفة
decide-body = من أي نوع من الجهات
decide-because = لماذا
decide-do = تسجيل القرار
decide-done = سُجّل القرار.
decision-of = { $status }، بقرار من { $who }
wrong-status = اختر الوضع ونوع الجهة التي قررته.
status-possible = ضحية محتملة للاتجار بالأشخاص
status-actual = ضحية للاتجار بالأشخاص
status-not-a-victim = ليس ضحية، بقرار ذلك الشخص
body-ngo = منظمة غير حكومية
body-police = الشرطة
body-court = محكمة أو نيابة
body-government = جهة حكومية غير الشرطة
body-other = غير ذلك

## Whom to look after first.
now-way = الآن: بمن نهتم أولاً
now-title = الآن
now-explain = كل من حالته عاجلة: أولاً من حياته أو أمانه في خطر، ثم من يداهمه الوقت، والأقل وقتًا في الأعلى، ثم الباقون بحسب الموعد.
now-levels = المستويات
now-all = الكل
now-nobody = لا أحد حالته عاجلة الآن.
now-late = متأخر
now-more = يظهر { $done } من { $total }.
concern-life-threatening-injury = إصابة تهدد الحياة
concern-suicide-plan = خطة أو محاولة انتحار
concern-labour-or-bleeding = ولادة، أو نزيف أثناء الحمل
concern-abduction-or-arrest = اختطاف أو اعتقال جارٍ
concern-child-alone = طفل وحده
concern-trafficker-present = المتاجرون قريبون
concern-sexual-violence = عنف جنسي
concern-minor = دون 18، أو ربما
concern-pregnancy = حامل
concern-untreated-injury = إصابة أو مرض بلا علاج
concern-missed-medicine = دواء منقطع
concern-credible-threat = مهدَّد
concern-held-by-police = محتجز لدى الشرطة
concern-suicidal-thoughts = أفكار انتحارية
concern-refoulement-risk = يخاف من دولته
concern-sleeping-rough = لا مكان للنوم
concern-no-food = لا طعام
concern-exit-deadline = يجب أن يغادر البلد قريبًا
concern-recruiter-contact = المُجنِّدون يتصلون به
concern-documents-pending = أوراق قيد الانتظار
field-heard = قيل في المقابلة
field-decision = وضع مقرَّر
field-attended = جرى الاهتمام به

## The queue of those who wait to be heard.
queue-title = من ينتظر أن يُستمع إليه
queue-way = من ينتظر أن يُستمع إليه
queue-explain = يُستمع إلى كل شخص مرة واحدة، من قِبل واحد منكم. من يأخذ الشخص التالي يستمع إليه وحده؛ وبعد نصف ساعة من آخر جواب يستطيع غيره أن يأخذه.
queue-waiting = ينتظرون
queue-now = يُستمع إليهم الآن
queue-today = استُمع إليهم اليوم
queue-place = أين أنت
queue-anywhere = أي مكان
queue-show = عرض
queue-take = أخذ الشخص التالي
queue-nobody = لا أحد ينتظر هنا أن يُستمع إليه.
queue-since = هنا منذ
queue-more = يظهر { $done } من { $total }.
queue-in-part = { $count ->
    [zero] لا أحد أجرى الفحص القصير وحده
    [one] شخص واحد أجرى الفحص القصير فقط
    [two] شخصان أجريا الفحص القصير فقط
    [few] { $count } أشخاص أجروا الفحص القصير فقط
    [many] { $count } شخصًا أجروا الفحص القصير فقط
   *[other] { $count } شخص أجروا الفحص القصير فقط
}
queue-in-part-explain = ما قيل محفوظ. أكمل حين يتوفر الوقت ومكان هادئ؛ لا يُسأل شيء مرتين.
queue-mine = لديك
