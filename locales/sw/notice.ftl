# Not yet reviewed by a native speaker.
notice-subject = Kuna jambo jipya
notice-body = Kuna jambo linakusubiri. Ingia pale unapoingia kwa kawaida.
notice-code-subject = Msimbo wako
notice-code-body =
    Huu ni msimbo wako: { $code }
    Unafanya kazi kwa nusu saa. Kama hukuuomba, huhitaji kufanya chochote.
