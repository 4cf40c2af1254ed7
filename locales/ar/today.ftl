# What is to be done today, queues, one step for many, deadlines, the calendar. Not yet reviewed by a native speaker.
frame-today = اليوم
today-title = اليوم
today-explain = ما حان موعده، وما تأخر، وما سيتعثر هذا الأسبوع، وما صار ممكنًا أن يبدأ منذ آخر مرة نظرت فيها.
today-asked = ما يُطلب من هذا الفريق
today-asked-none = لا أحد ينتظر جوابًا من هذا الفريق.
today-parts = أقسام هذه الصفحة
today-part-watched = يحتاج إلى متابعة
today-part-overdue = متأخر
today-part-due = حان موعده
today-part-breaking = سيتعثر هذا الأسبوع
today-part-opened = يمكن أن يبدأ الآن
today-none-watched = لا أحد محتجز أو مفقود الاتصال أو بيع ثانية، ولا أحد حياته في خطر، بحسب ما سُجّل.
today-none-overdue = لا شيء متأخر.
today-none-due = لا شيء موعده اليوم.
today-none-breaking = لا شيء ينتهي خلال أسبوع، بحسب ما سُجّل.
today-none-opened = لا شيء مما كان ينتظر صار ممكنًا أن يبدأ منذ آخر مرة نظرت فيها.
today-more = يظهر { $done } من { $total }.
today-unanswered = { $count ->
    [zero] كل الإحالات أُجيب عنها في موعدها.
    [one] إحالة واحدة لم يُجَب عنها في موعدها.
    [two] إحالتان لم يُجَب عنهما في موعدهما.
    [few] { $count } إحالات لم يُجَب عنها في موعدها.
   *[other] { $count } إحالة لم يُجَب عنها في موعدها.
}
today-to-ask = { $count ->
    [zero] سُئل الجميع هل الاتصال آمن.
    [one] شخص واحد لم يُسأل بعد هل الاتصال آمن.
    [two] شخصان لم يُسألا بعد هل الاتصال آمن.
    [few] { $count } أشخاص لم يُسألوا بعد هل الاتصال آمن.
    [many] { $count } شخصًا لم يُسألوا بعد هل الاتصال آمن.
   *[other] { $count } شخص لم يُسألوا بعد هل الاتصال آمن.
}
today-follow-up = السؤال عن حال الشخص
today-first-action = { $level }: أول إجراء
today-consent-ends = تنتهي الموافقة الخاصة بـ: { $contact }
today-leave-ends = ينتهي إذن الإقامة
today-held = محتجز لدى السلطات
today-since = منذ { $day }
today-since-day = منذ { $what }
today-expected = متوقع في { $day }
today-until = حتى { $day }
queues-title = من ينتظر وأين
queues-explain = كل من ينتظر طريق خروجه خطوةً ما، وكم عددهم، ومنذ كم يومًا. قد ينتظر الشخص الواحد عدة خطوات معًا.
queues-by = كيف قُسمت الصفوف
queues-by-step = حسب الخطوة
queues-by-mission = حسب الخطوة والبعثة الدبلوماسية
queues-none = لا أحد ينتظر.
queues-step = الخطوة
queues-waiting = الأشخاص
queues-median = نصفهم ينتظر على الأقل
queues-longest = الأطول
queues-held = { $count ->
    [zero] لا أحد متعثر
    [one] شخص واحد متعثر
    [two] شخصان متعثران
    [few] { $count } أشخاص متعثرون
    [many] { $count } شخصًا متعثرًا
   *[other] { $count } شخص متعثر
}
queues-no-mission = لم تُحدَّد بعثة دبلوماسية
queues-stuck = الأطول تعثرًا، وبسبب ماذا
queue-count = { $count ->
    [zero] لا أحد ينتظر هذه الخطوة.
    [one] شخص واحد ينتظر هذه الخطوة.
    [two] شخصان ينتظران هذه الخطوة.
    [few] { $count } أشخاص ينتظرون هذه الخطوة.
    [many] { $count } شخصًا ينتظرون هذه الخطوة.
   *[other] { $count } شخص ينتظرون هذه الخطوة.
}
queue-mission = البعثة الدبلوماسية
queue-any-mission = كل البعثات الدبلوماسية
queue-show-them = عرض
queue-empty = لا أحد ينتظر هنا.
queue-tick = اختيار { $what }
queue-stage-ready = يمكن أن تبدأ
queue-stage-begun = بدأت
queue-stage-waiting = في الانتظار
queue-stage-held = متعثرة: انظر الخطة
batch-title = خطوة واحدة لعدة أشخاص
batch-explain = لا يُكتب شيء قبل أن ترى لمن يُكتب. من لا تسمح خطته بالخطوة بعد يُترك.
batch-private = فحص الأمان والموافقة يُسأل عنهما كل شخص وحده، على انفراد، ولا يُكتبان أبدًا لعدة أشخاص معًا.
batch-who = لمن
batch-ticked = المؤشَّر عليهم
batch-all = { $count ->
    [zero] لا أحد ينتظر
    [one] الشخص الوحيد الذي ينتظر
    [two] الشخصان اللذان ينتظران
    [few] كل المنتظرين، وهم { $count } أشخاص
    [many] كل المنتظرين، وهم { $count } شخصًا
   *[other] كل المنتظرين، وهم { $count } شخص
}
batch-reached = ما يُكتب
batch-reached-done = تمت
batch-reached-begun = بدأت
batch-reached-waiting-for = في انتظار من يتولاها
batch-next = عرض ما سيُكتب
batch-in-file = من يذكرهم جدول البيانات
batch-numbers = جدول بيانات بأرقام الوثائق، إن وُجد
batch-numbers-explain = ⁦XLSX⁩ أو ⁦XLS⁩ أو ⁦ODS⁩ أو ⁦CSV⁩: صف لكل شخص، فيه رمز الشخص أو رقم جواز السفر أو الاسم، وفي عمود مستقل رقم الوثيقة الجديدة. يُقرأ ولا يُحفظ.
batch-no-numbers = في هذا الملف لا يوجد رقم جديد بجانب أحد ممن ينتظرون هنا. تأكد أنه الملف الصحيح، وأن للأرقام عمودًا مستقلاً.
batch-number = رقم الوثيقة
batch-issue-explain = تُسجَّل كل وثيقة في الحالة مع رقمها، وتُحذف الصور التي أُخذت لها. التراجع يعيد ما كان معروفًا عن الأوراق؛ أما الصور المحذوفة فلا تعود. إذا لم يكن الرقم معروفًا فاترك الخانة فارغة.
batch-unclear = { $count ->
    [zero] لا صفوف من جدول البيانات متروكة لك
    [one] صف واحد من جدول البيانات متروك لك
    [two] صفان من جدول البيانات متروكان لك
    [few] { $count } صفوف من جدول البيانات متروكة لك
    [many] { $count } صفًا من جدول البيانات متروكة لك
   *[other] { $count } صف من جدول البيانات متروكة لك
}
batch-unclear-explain = لا يمكن معرفة لمن هي: لا أحد هنا بهذا الاسم، أو يحمله عدة أشخاص، أو ورد رقم واحد مرتين. اكتب الرقم بجانب الشخص أدناه، إن كان موجودًا.
ask-open = سؤال هذا الشخص وحده
ask-open-who = السؤال على انفراد: { $what }
ask-lead = اسأل هذا الشخص وحده، دون أن يسمع أحد، بلغة يتكلمها جيدًا.
ask-not-why = يُسجَّل هنا نعم أو لا فقط، ولا يُسجَّل السبب أبدًا. ما يخاف منه الشخص يقوله لأخصائي الحالات أو مسؤول الحماية، ولا يقرؤه غيرهما.
ask-closed = من يقوم بالخطوات لا يرى السبب. يستطيع أخصائي حالات أو مسؤول حماية في فريقك أن يستمع إلى هذا الشخص وحده ويفحص من جديد؛ وحتى ذلك الحين لا تُبلَّغ أي دولة بشيء، ولا تتقدم أي خطوة فيها إبلاغ دولة.
ask-check = إجراء فحص الأمان
ask-safety-first = السؤال هل الاتصال آمن يأتي أولاً. يرجى السؤال واختيار أحد الاثنين.
ask-kept = حُفظ لـ: { $what }.
ask-who-can = من يقوم بالخطوات لا يستطيع تغيير هذا: يستطيعه أخصائي حالات أو مسؤول حماية في فريقك.
batch-nobody = لم يؤشَّر على أحد. أشّر على شخص أو اختر الكل.
batch-day-ahead = هذا اليوم لم يأتِ بعد.
batch-confirm-title = هل هذا صحيح؟
batch-will-write = سيُكتب هذا في حالة كل واحد منهم، مع اسمك. ويمكن التراجع عنه خلال يوم.
batch-says = { $count ->
    [zero] لا أحد: { $what }
    [one] شخص واحد: { $what }
    [two] شخصان: { $what }
    [few] { $count } أشخاص: { $what }
    [many] { $count } شخصًا: { $what }
   *[other] { $count } شخص: { $what }
}
batch-confirm = { $count ->
    [zero] لا أحد ليُكتب له
    [one] الكتابة لشخص واحد
    [two] الكتابة لشخصين
    [few] الكتابة لـ{ $count } أشخاص
    [many] الكتابة لـ{ $count } شخصًا
   *[other] الكتابة لـ{ $count } شخص
}
batch-back = رجوع دون كتابة شيء
batch-nobody-left = لا أحد يمكن أن يُكتب له هذا.
batch-left-out = { $count ->
    [zero] لم يُترك أحد
    [one] شخص واحد متروك
    [two] شخصان متروكان
    [few] { $count } أشخاص متروكون
    [many] { $count } شخصًا متروكون
   *[other] { $count } شخص متروكون
}
batch-people = { $count ->
    [zero] لا أحد
    [one] لشخص واحد
    [two] لشخصين
    [few] لـ{ $count } أشخاص
    [many] لـ{ $count } شخصًا
   *[other] لـ{ $count } شخص
}
batch-over = تمت من قبل، أو لا حاجة إليها.
batch-not-on-the-way = هذه الخطوة ليست جزءًا من الطريق الذي يسلكه الشخص.
batch-running = تجري الكتابة
batch-running-explain = تُكتب حالة كل شخص على حدة. إذا سجّلت الخروج توقفت الكتابة بعد الشخص الجاري.
batch-progress = { $done } من { $total }
batch-finished = ما كُتب
batch-written = { $count ->
    [0] لم يُكتب شيء.
    [one] كُتب لشخص واحد.
    [two] كُتب لشخصين.
    [few] كُتب لـ{ $count } أشخاص.
    [many] كُتب لـ{ $count } شخصًا.
   *[other] كُتب لـ{ $count } شخص.
} { $changed ->
    [0] { "" }
    [one] لشخص واحد تعذّرت الكتابة؛ يرجى المحاولة مرة أخرى.
    [two] لشخصين تعذّرت الكتابة؛ يرجى المحاولة مرة أخرى.
    [few] لـ{ $changed } أشخاص تعذّرت الكتابة؛ يرجى المحاولة مرة أخرى.
    [many] لـ{ $changed } شخصًا تعذّرت الكتابة؛ يرجى المحاولة مرة أخرى.
   *[other] لـ{ $changed } شخص تعذّرت الكتابة؛ يرجى المحاولة مرة أخرى.
}
batch-undone = { $count ->
    [0] لم يُعَد شيء إلى ما كان.
    [one] أُعيد إلى ما كان لشخص واحد.
    [two] أُعيد إلى ما كان لشخصين.
    [few] أُعيد إلى ما كان لـ{ $count } أشخاص.
    [many] أُعيد إلى ما كان لـ{ $count } شخصًا.
   *[other] أُعيد إلى ما كان لـ{ $count } شخص.
} { $changed ->
    [0] { "" }
    [one] لشخص واحد يبقى كما هو، لأن أحدًا غيّره بعد ذلك.
    [two] لشخصين يبقى كما هو، لأن أحدًا غيّره بعد ذلك.
    [few] لـ{ $changed } أشخاص يبقى كما هو، لأن أحدًا غيّره بعد ذلك.
    [many] لـ{ $changed } شخصًا يبقى كما هو، لأن أحدًا غيّره بعد ذلك.
   *[other] لـ{ $changed } شخص يبقى كما هو، لأن أحدًا غيّره بعد ذلك.
}
batch-recent = ما كُتب لعدة أشخاص منذ أمس
batch-undo = تراجع
batch-undo-what = التراجع عن: { $what }
batch-undo-explain = التراجع يعيد ما كان مكتوبًا من قبل، لكل من لم يغيّر أحد خطوته بعد ذلك. وهو ممكن خلال يوم.
batch-was-undone = تم التراجع عنه.
deadlines-title = المواعيد النهائية
deadlines-explain = أيام يجب أن يُنجز قبلها شيء لهذا الشخص. قبل أسبوع يُبلَّغ أخصائيو الحالات؛ وقبل ثلاثة أيام مسؤولو الحماية أيضًا؛ وفي اليوم نفسه الفريق كله ومديرو النظام. يُقال لهم إن موعدًا يقترب، لا أي موعد هو.
deadlines-none = لا يوجد.
deadlines-add = إضافة موعد نهائي
deadlines-what = ما يجب فعله
deadlines-on = قبل أي يوم
deadlines-over = لم يعد قائمًا
deadlines-over-what = لم يعد قائمًا: { $what }
deadline-kept = حُفظ.
deadline-over = لم يعد قائمًا
field-deadline = موعد نهائي
calendar-title = التقويم
calendar-explain = مواعيد فريقك ومتابعاته، للتقويم في هاتفك أو حاسوبك: رمز البطاقة واليوم، بلا اسم، ودون ذكر السبب.
calendar-risk = كل من لديه العنوان يستطيع قراءته، حتى دون تسجيل الدخول. أنشئ عنوانًا جديدًا إذا كان غيرك قد رآه، ولا تنشئ أي عنوان إذا كان هاتفك قد يُفتَّش.
calendar-none = لا يوجد تقويم.
calendar-since = يوجد تقويم منذ { $what }. عُرض عنوانه مرة واحدة.
calendar-make = إنشاء تقويم
calendar-renew = إنشاء عنوان جديد؛ وينتهي القديم
calendar-end = إنهاء التقويم
calendar-ended = انتهى التقويم. ما أخذته التقاويم من قبل يبقى فيها حتى تسأل من جديد.
calendar-address = انسخ هذا العنوان إلى تقويمك الآن. يُعرض مرة واحدة فقط.
