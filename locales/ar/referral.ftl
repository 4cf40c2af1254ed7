# What the plan of the way out shows of it, the rest is English. Not yet reviewed by a native speaker.
consent-words-link = الكلمات للقراءة والطباعة والتوقيع
consent-yes = نعم
consent-no = لا
consent-given = كيف أُعطيت الموافقة
consent-child = دون 18
consent-best-interests = لماذا هذا في مصلحة الطفل الفضلى
given-spoken = شفويًا
given-signed = بالتوقيع
given-guardian = من الوصي
given-best-interests = قُررت لمصلحة الطفل الفضلى
