# Not yet reviewed by a native speaker.
notice-subject = هناك جديد
notice-body = هناك شيء بانتظارك. سجّل الدخول من حيث تفعل ذلك عادة.
notice-code-subject = رمزك
notice-code-body =
    هذا رمزك: { $code }
    يصلح لنصف ساعة. إن لم تطلبه فلا حاجة إلى فعل أي شيء.
