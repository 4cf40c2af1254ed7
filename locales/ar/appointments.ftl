# Appointments with missions, and when missions receive people. Not yet reviewed by a native speaker.
appointments-title = المواعيد لدى البعثات
appointments-explain = كم شخصًا تستقبل كل بعثة دبلوماسية في اليوم، ومن يُنتظر حضوره، وأين توجد أماكن شاغرة. تتشارك كل الفرق أماكن البعثة؛ ولا يرى أحد أسماء فريق آخر.
appointments-none = لا أحد ينتظر بعثة دبلوماسية، ولا أحد يُنتظر حضوره لدى بعثة.
appointments-mission = البعثة الدبلوماسية
appointments-without = في انتظار موعد
appointments-expected = المنتظر حضورهم
appointments-next = أقرب يوم فيه مكان
appointments-no-hours = الأوقات غير معروفة
appointments-left = { $count ->
    [zero] لا مكان شاغر
    [one] مكان شاغر واحد
    [two] مكانان شاغران
    [few] { $count } أماكن شاغرة
    [many] { $count } مكانًا شاغرًا
   *[other] { $count } مكان شاغر
  }
appointments-full = لا أماكن شاغرة
appointments-others = { $count ->
    [zero] لا أحد من فريق آخر
    [one] شخص واحد من فريق آخر
    [two] شخصان من فرق أخرى
    [few] { $count } أشخاص من فرق أخرى
    [many] { $count } شخصًا من فرق أخرى
   *[other] { $count } شخص من فرق أخرى
  }
appointments-of = المواعيد: { $what }
appointments-about-mission = ما هو معروف عن البعثة
appointments-taken = الأماكن المحجوزة: { $done } من { $total }
appointments-mine = { $count ->
    [zero] لا أحد من هذا الفريق
    [one] شخص واحد من هذا الفريق
    [two] شخصان من هذا الفريق
    [few] { $count } أشخاص من هذا الفريق
    [many] { $count } شخصًا من هذا الفريق
   *[other] { $count } شخص من هذا الفريق
  }
appointments-still = { $count ->
    [zero] لم يبق لأحد موعد
    [one] شخص واحد ما زال لديه موعد
    [two] شخصان ما زال لديهما موعد
    [few] { $count } أشخاص ما زال لديهم موعد
    [many] { $count } شخصًا ما زال لديهم موعد
   *[other] { $count } شخص ما زال لديهم موعد
  }
hours-title = متى تستقبل البعثة الناس
hours-explain = يسري هذا على كل الفرق. التاريخ المحدد يُقدَّم على العطلة، والعطلة تُقدَّم على الأسبوع. إذا لم يُكتب أي وقت فلا يُستقبل أحد.
hours-weekdays = في هذه الأيام من كل أسبوع
hours-date = أو في تاريخ واحد فقط
hours-times = الأوقات، وكم شخصًا في كل وقت
hours-at = الوقت
hours-places = الأشخاص
hours-wrong = اكتب كل وقت مثل ⁦09:00⁩، وبجانبه كم شخصًا يُستقبل. لم يتغير شيء.
hours-kept = حُفظت الأوقات.
day-unknown = لم يكتب أحد هل يُستقبل الناس في هذا اليوم.
day-closed = لا يُستقبل أحد.
day-holiday = عطلة: { $name }
appointments-give = إعطاء أماكن لمن ينتظرون
appointments-step = لأجل
appointments-nobody = لا أحد ممن يمكنهم الذهاب ينتظر هذا بلا موعد.
appointments-wait-full = { $count ->
    [zero] لا أحد ينتظر، ولا مكان في هذا اليوم.
    [one] شخص واحد ينتظر، ولا مكان في هذا اليوم.
    [two] شخصان ينتظران، ولا مكان في هذا اليوم.
    [few] { $count } أشخاص ينتظرون، ولا مكان في هذا اليوم.
    [many] { $count } شخصًا ينتظرون، ولا مكان في هذا اليوم.
   *[other] { $count } شخص ينتظرون، ولا مكان في هذا اليوم.
  }
appointments-give-explain = { $count ->
    [zero] لا أحد ينتظر.
    [one] شخص واحد ينتظر.
    [two] شخصان ينتظران، والأطول انتظارًا أولاً. المؤشَّر عليهم بعدد الأماكن.
    [few] { $count } أشخاص ينتظرون، والأطول انتظارًا أولاً. المؤشَّر عليهم بعدد الأماكن.
    [many] { $count } شخصًا ينتظرون، والأطول انتظارًا أولاً. المؤشَّر عليهم بعدد الأماكن.
   *[other] { $count } شخص ينتظرون، والأطول انتظارًا أولاً. المؤشَّر عليهم بعدد الأماكن.
  }
appointments-give-them = حجز مواعيد للمؤشَّر عليهم
appointments-booked = { $count ->
    [0] لم يُحجز موعد لأحد.
    [one] صار لشخص واحد موعد.
    [two] صار لشخصين موعدان.
    [few] صار لـ{ $count } أشخاص مواعيد.
    [many] صار لـ{ $count } شخصًا مواعيد.
   *[other] صار لـ{ $count } شخص مواعيد.
  }
appointments-no-room = { $count ->
    [zero] كان هناك مكان للجميع.
    [one] لم يبق مكان لشخص واحد.
    [two] لم يبق مكان لشخصين.
    [few] لم يبق مكان لـ{ $count } أشخاص.
    [many] لم يبق مكان لـ{ $count } شخصًا.
   *[other] لم يبق مكان لـ{ $count } شخص.
  }
appointment-booked = محجوز
appointment-came = حضر
appointment-did-not-come = لم يحضر
appointment-called-off = أُلغي
appointment-call-off = إلغاء
appointment-came-who = حضر { $what }
appointment-did-not-come-who = لم يحضر { $what }
appointment-call-off-who = إلغاء موعد { $what }
appointment-none = لا يوجد.
appointment-not-now = يمكن حجز موعد حين يمكن أن تبدأ خطوة مع البعثة.
appointment-book = حجز موعد
appointment-book-explain = إذا كان هناك موعد سابق لدى هذه البعثة فسيُعاد مكانه.
appointments-see-days = أيامها
appointment-on = اليوم
appointment-at = الوقت؛ إذا تُرك فارغًا فأول وقت فيه مكان
appointment-made = حُجز في { $day } الساعة { $time }.
today-appointment = موعد لدى البعثة الدبلوماسية
today-did-they-come = كان لديه موعد: هل حضر؟
today-on = في { $day }
field-appointment = موعد لدى بعثة دبلوماسية
weekday-mon = الاثنين
weekday-tue = الثلاثاء
weekday-wed = الأربعاء
weekday-thu = الخميس
weekday-fri = الجمعة
weekday-sat = السبت
weekday-sun = الأحد
