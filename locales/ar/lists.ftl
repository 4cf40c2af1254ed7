# Not yet reviewed by a native speaker.
lists-title = إدخال قائمة
lists-explain = قائمة من سفارة أو مأوى أو محادثة جماعية، كما هي. لا يُسجَّل شيء قبل أن تراه.
lists-file = القائمة
lists-file-hint = جدول بيانات (XLSX أو XLS أو ODS) أو نص (CSV)، حتى 20 ميغابايت.
lists-sender = من المرسل؟
lists-sender-hint = قسم في سفارة، أو مأوى، أو متطوع. وعندئذ تُفهم قائمتهم التالية فورًا. يمكن ترك هذا الحقل فارغًا.
lists-unnamed-sender = مرسل بلا اسم
lists-read = قراءة القائمة
lists-earlier = القوائم السابقة
lists-rows =
    { $count ->
        [zero] لا صفوف
        [one] صف واحد
        [two] صفان
        [few] { $count } صفوف
        [many] { $count } صفًا
       *[other] { $count } صف
    }
lists-registered =
    { $count ->
        [zero] لا أحد مسجَّل
        [one] شخص واحد مسجَّل
        [two] شخصان مسجَّلان
        [few] { $count } أشخاص مسجَّلين
        [many] { $count } شخصًا مسجَّلًا
       *[other] { $count } شخص مسجَّل
    }
lists-need-a-look =
    { $count ->
        [zero] لا شيء يحتاج إلى مراجعة
        [one] واحد يحتاج إلى مراجعة
        [two] اثنان يحتاجان إلى مراجعة
       *[other] { $count } تحتاج إلى مراجعة
    }
list-running = قيد التسجيل
list-cut-off = لم تكتمل
list-finished = اكتملت

## Which column holds what.
lists-columns-title = ما تحتويه الأعمدة
lists-columns-explain = هكذا فُهمت القائمة. اضغط على عمود لتغيير ما يحتويه.
lists-sheet = ورقة العمل
lists-hidden-sheet = مخفية في الملف
lists-hidden = مخفي
lists-header = صف العناوين
lists-previous = نسخة أحدث من
lists-no-previous = لا شيء: هذه قائمة جديدة
lists-nationality = جنسية كل من في القائمة
lists-nationality-column = كما تقول القائمة
lists-date-order = كُتبت التواريخ
date-order-day-first = اليوم، الشهر، السنة
date-order-month-first = الشهر، اليوم، السنة
date-order-year-first = السنة، الشهر، اليوم
date-order-unknown = كما يظهر من القائمة؛ وعند الشك تُحفظ القراءتان
lists-column = العمود { $what } يحتوي على
lists-col-row = الصف
lists-columns-next = عرض الأشخاص
lists-columns-again = تغيير الأعمدة
column-ignore = ما لا نحتاج إليه
column-number = الرقم التسلسلي
column-name = الاسم
column-given-name = الاسم الأول
column-family-name = اسم العائلة
column-own-script-name = الاسم بحروفه الأصلية
column-nationality = الجنسية
column-sex = الجنس
column-birth = تاريخ الميلاد
column-age = العمر
column-place-and-birth = مكان الميلاد وتاريخه
column-name-and-nationality = الاسم والجنسية
column-name-and-passport = الاسم ورقم جواز السفر
column-sex-and-age = الجنس والعمر
column-passport = رقم جواز السفر
column-papers = الأوراق
column-phone = هاتف أو حساب
column-place = المكان الآن
column-reported = يوم الوصول إلينا
column-entered = يوم الدخول
column-remark = ملاحظة
# What was noticed when the list was read.
lists-header-in-row = العناوين في الصف { $count }.
lists-no-header = لا يوجد صف للعناوين.
lists-recognised = الأعمدة كما ضبطتها من قبل لقوائم { $what }.
lists-hidden-rows =
    { $count ->
        [zero] لا صفوف مخفية في الملف.
        [one] صف واحد مخفي في الملف. قُرئ كغيره من الصفوف.
        [two] صفان مخفيان في الملف. قُرئا كغيرهما من الصفوف.
        [few] { $count } صفوف مخفية في الملف. قُرئت كغيرها من الصفوف.
        [many] { $count } صفًا مخفيًا في الملف. قُرئت كغيرها من الصفوف.
       *[other] { $count } صف مخفي في الملف. قُرئت كغيرها من الصفوف.
    }
lists-several-sheets =
    { $count ->
        [zero] لا أوراق عمل في الملف.
        [one] في الملف ورقة عمل واحدة.
        [two] في الملف ورقتا عمل. هذه أطولهما.
        [few] في الملف { $count } أوراق عمل. هذه أطولها.
       *[other] في الملف { $count } ورقة عمل. هذه أطولها.
    }

## The rows as people.
lists-preview-title =
    { $count ->
        [0] لا أحد في هذه القائمة بعد
        [one] شخص واحد في هذه القائمة
        [two] شخصان في هذه القائمة
        [few] { $count } أشخاص في هذه القائمة
        [many] { $count } شخصًا في هذه القائمة
       *[other] { $count } شخص في هذه القائمة
    }
lists-preview-explain = لم يُسجَّل شيء بعد. يرجى النظر في ما ليس مؤكدًا، وتصحيحه هنا أو لاحقًا.
lists-preview-newer = أشخاص النسخة السابقة تُحدَّث بياناتهم، ولا يُسجَّلون مرة أخرى.
lists-corrected =
    { $count ->
        [zero] لم تُصحَّح أي خلية.
        [one] صُحِّحت خلية واحدة.
        [two] صُحِّحت خليتان.
        [few] صُحِّحت { $count } خلايا.
       *[other] صُحِّحت { $count } خلية.
    }
reading-look = تحتاج إلى مراجعة
reading-unsure = فيها ما ليس مؤكدًا
reading-sure = واضحة
reading-not-a-person = ليست لشخص
lists-doubts = للسؤال مرة أخرى
lists-register = تسجيل هؤلاء الأشخاص
lists-correct = تصحيح
lists-correct-row = تصحيح الصف { $count }

## One row's cells.
lists-row-title = الصف { $count }
lists-back = رجوع
lists-back-to-lists = كل القوائم
lists-cell-corrected = صُحِّحت
lists-save-row = حفظ وقراءة من جديد
lists-who-is-it = من هذا الشخص؟
lists-somebody-new = شخص جديد
lists-set-aside = هذا الصف ليس لشخص

## Rows that wait for a person.
lists-to-look-at =
    { $count ->
        [0] لا صف يحتاج إلى مراجعة
        [one] صف واحد يحتاج إلى مراجعة
        [two] صفان يحتاجان إلى مراجعة
        [few] { $count } صفوف تحتاج إلى مراجعة
        [many] { $count } صفًا يحتاج إلى مراجعة
       *[other] { $count } صف يحتاج إلى مراجعة
    }
lists-look-explain = لم تُسجَّل هذه الصفوف من قوائم فريقك. لم يضع منها شيء.
lists-now-registered = تم تسجيل الشخص.
lists-now-changed = كان الشخص مسجَّلًا من قبل. أُخذ ما هو جديد.
lists-now-already = كان الشخص مسجَّلًا من قبل، ولا جديد.
lists-now-not-a-person = وُضع الصف جانبًا.
lists-now-waiting = سيُسجَّل الصف عندما تُستأنف القائمة.
lists-now-replaced = هذا الصف موجود في نسخة أحدث من القائمة.

## While it runs, and afterwards.
lists-progress-title = يجري تسجيل القائمة
lists-progress-explain = يمكنك مغادرة هذه الصفحة. يستمر التسجيل ما دام دخولك قائمًا.
lists-progress = الصفوف: { $done } من { $total }
lists-sealing = يجري ختم القائمة…
lists-progress-again = انظر مرة أخرى
lists-stop = التوقف هنا
lists-not-kept = تعذّر حفظ القائمة. لم يُسجَّل أحد. يرجى إدخالها مرة أخرى.
lists-cut-off =
    { $count ->
        [0] توقفت القائمة عند نهايتها. لم يبق أحد.
        [one] توقفت القائمة قبل نهايتها. صف واحد ينتظر. من سُجِّل يبقى مسجَّلًا، ولا يُسجَّل أحد مرتين.
        [two] توقفت القائمة قبل نهايتها. صفان ينتظران. من سُجِّل يبقى مسجَّلًا، ولا يُسجَّل أحد مرتين.
        [few] توقفت القائمة قبل نهايتها. { $count } صفوف تنتظر. من سُجِّل يبقى مسجَّلًا، ولا يُسجَّل أحد مرتين.
        [many] توقفت القائمة قبل نهايتها. { $count } صفًا ينتظر. من سُجِّل يبقى مسجَّلًا، ولا يُسجَّل أحد مرتين.
       *[other] توقفت القائمة قبل نهايتها. { $count } صف ينتظر. من سُجِّل يبقى مسجَّلًا، ولا يُسجَّل أحد مرتين.
    }
lists-go-on = متابعة
lists-report-title = ما آل إليه كل صف
lists-report-show = عرض
lists-report-all = كل الصفوف
lists-col-outcome = النتيجة
lists-col-reason = السبب
lists-col-said = ما يقوله الصف
lists-report-csv = تقرير بلا أسماء
lists-with-codes = القائمة مع الرموز
lists-look-file = الصفوف التي تحتاج إلى مراجعة
lists-code-column = رمز الشخص
lists-row-column = الصف في القائمة
lists-reason-column = يحتاج إلى مراجعة
lists-not-taken = لم يُنقل: هذا الجزء من الحالة غير مفتوح لفريقك
lists-gone =
    { $count ->
        [zero] كل أشخاص النسخة السابقة في هذه القائمة
        [one] شخص واحد من النسخة السابقة ليس في هذه القائمة
        [two] شخصان من النسخة السابقة ليسا في هذه القائمة
        [few] { $count } أشخاص من النسخة السابقة ليسوا في هذه القائمة
        [many] { $count } شخصًا من النسخة السابقة ليسوا في هذه القائمة
       *[other] { $count } شخص من النسخة السابقة ليسوا في هذه القائمة
    }
lists-gone-explain = يبقون مسجَّلين. يرجى السؤال لماذا لم يعودوا في القائمة.
outcome-waiting = في الانتظار
outcome-registered = مسجَّل
outcome-changed = حُدِّث
outcome-already = لا جديد
outcome-look = يحتاج إلى مراجعة
outcome-not-a-person = ليس لشخص
outcome-replaced = جاء مرة أخرى
wrong-file = اختر ملفًا فيه قائمة.

## What is unsure about a person on a list.
doubt-birth-order = قد يكون يوم الميلاد وشهره معكوسين.
doubt-birth-calendar = قد تكون سنة الميلاد محسوبة بتقويم آخر.
doubt-birth-not-read = تعذّرت قراءة تاريخ الميلاد.
doubt-birth-from-number = حفظ جدول البيانات تاريخ الميلاد كرقم مجرد.
doubt-age-differs = العمر وتاريخ الميلاد غير متوافقين.
doubt-reported-order = قد يكون يوم الوصول أحد يومين. تُرك مفتوحًا.
doubt-reported-not-read = تعذّرت قراءة يوم الوصول.
doubt-entered-order = قد يكون يوم الدخول أحد يومين. تُرك مفتوحًا.
doubt-entered-not-read = تعذّرت قراءة يوم الدخول.
doubt-sex-not-read = تعذّرت قراءة الجنس.
doubt-sex-unclear = قد يدل الحرف M في هذه القائمة على رجل أو على امرأة.
doubt-nationality-not-read = تعذّرت قراءة الجنسية.
doubt-nationality-from-name = أُخذت الجنسية مما كُتب بجانب الاسم.
doubt-paper-not-read = تعذّرت قراءة ما يقال عن الأوراق.
doubt-paper-kind = لم يُذكر لأي وثيقة هذا الرقم.
doubt-phone-not-read = أفسد جدول البيانات رقم الهاتف.
doubt-sign-from-remark = في ملاحظة ذكر لأمر عاجل. يرجى السؤال هل هو كذلك.

## Why a row is not a person, or needs a look.
why-heading = هذا الصف يكرر العناوين.
why-total = هذا الصف مجموع.
why-signature = هذا الصف توقيع أو ملاحظة عن القائمة.
why-only-a-number = في هذا الصف رقم ولا شيء غيره.
why-no-name = ليس في هذا الصف اسم.
why-shifted = تبدو خلايا هذا الصف في غير أعمدتها.
why-only-a-name = في هذا الصف اسم ولا شيء غيره. قد يكون عنوانًا أو ملاحظة.
why-maybe-known = قد يكون هذا شخصًا سبق أن ورد في القائمة، أو شخصًا آخر.
why-said-so = نظر أحدهم فيه: هذا الصف ليس لشخص.
why-above-headings = هذا هو العنوان أو صف العناوين.
