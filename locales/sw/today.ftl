# What is to be done today, queues, one step for many, deadlines, the calendar. Not yet reviewed by a native speaker.
frame-today = Leo
today-title = Leo
today-explain = Yanayotakiwa kufanywa, yaliyochelewa, yatakayoharibika wiki hii, na yanayoweza kuanza tangu ulipoangalia mara ya mwisho.
today-asked = Kinachoombwa kwa timu hii
today-asked-none = Hakuna anayesubiri jibu la timu hii.
today-parts = Sehemu za ukurasa huu
today-part-watched = ya kufuatilia
today-part-overdue = yamechelewa
today-part-due = ya leo
today-part-breaking = yataharibika wiki hii
today-part-opened = yanaweza kuanza sasa
today-none-watched = Hakuna aliyeshikiliwa, aliyepotea au kuuzwa tena, na hakuna ambaye maisha yake yako hatarini, kwa kadiri ilivyoandikwa.
today-none-overdue = Hakuna kilichochelewa.
today-none-due = Hakuna kinachotakiwa leo.
today-none-breaking = Hakuna kinachokwisha ndani ya wiki, kwa kadiri ilivyoandikwa.
today-none-opened = Hakuna kilichokuwa kikisubiri kinachoweza kuanza tangu ulipoangalia mara ya mwisho.
today-more = { $done } kati ya { $total } wanaonyeshwa.
today-unanswered = { $count ->
    [one] Rufaa 1 haikujibiwa kwa wakati.
   *[other] Rufaa { $count } hazikujibiwa kwa wakati.
}
today-to-ask = { $count ->
    [one] Mtu 1 bado hajaulizwa kama mawasiliano ni salama.
   *[other] Watu { $count } bado hawajaulizwa kama mawasiliano ni salama.
}
today-follow-up = Uliza mtu huyu anaendeleaje
today-first-action = { $level }: hatua ya kwanza
today-consent-ends = Ruhusa kwa { $contact } inakwisha
today-leave-ends = Kibali cha kukaa kinakwisha
today-held = Anashikiliwa na mamlaka
today-since = tangu { $day }
today-since-day = tangu { $what }
today-expected = inatarajiwa { $day }
today-until = hadi { $day }
queues-title = Nani anasubiri wapi
queues-explain = Kila mtu ambaye njia yake ya kutoka inasubiri hatua fulani, ni wangapi, na kwa siku ngapi. Mtu mmoja anaweza kusubiri hatua kadhaa kwa wakati mmoja.
queues-by = Jinsi foleni zilivyogawanywa
queues-by-step = Kwa hatua
queues-by-mission = Kwa hatua na ubalozi
queues-none = Hakuna anayesubiri.
queues-step = Hatua
queues-waiting = Watu
queues-median = Nusu wanasubiri angalau
queues-longest = Muda mrefu zaidi
queues-held = { $count ->
    [one] 1 amekwama
   *[other] { $count } wamekwama
}
queues-no-mission = ubalozi haujajulikana
queues-stuck = Waliokwama kwa muda mrefu zaidi, na kwa nini
queue-count = { $count ->
    [one] Mtu 1 anasubiri hatua hii.
   *[other] Watu { $count } wanasubiri hatua hii.
}
queue-mission = Ubalozi
queue-any-mission = Balozi zote
queue-show-them = Onyesha
queue-empty = Hakuna anayesubiri hapa.
queue-tick = Chagua { $what }
queue-stage-ready = inaweza kuanza
queue-stage-begun = imeanza
queue-stage-waiting = inasubiri
queue-stage-held = imekwama: angalia mpango
batch-title = Hatua moja kwa watu wengi
batch-explain = Hakuna kinachoandikwa kabla hujaona ni kwa nani. Ambaye mpango wake hauruhusu hatua hii anaachwa nje.
batch-private = Tathmini ya usalama na ruhusa huulizwa kila mtu peke yake, kwa faragha, na kamwe hayaandikwi kwa watu wengi pamoja.
batch-who = Kwa nani
batch-ticked = Waliowekewa alama
batch-all = { $count ->
    [one] Mmoja anayesubiri
   *[other] Wote { $count } wanaosubiri
}
batch-reached = Kinachoandikwa
batch-reached-done = imekamilika
batch-reached-begun = imeanza
batch-reached-waiting-for = inasubiri anayeishughulikia
batch-next = Onyesha kitakachoandikwa
batch-in-file = Wanaotajwa na lahajedwali
batch-numbers = Lahajedwali yenye nambari za hati, kama ipo
batch-numbers-explain = XLSX, XLS, ODS au CSV: mstari mmoja kwa kila mtu, wenye nambari ya kesi, nambari ya pasipoti au jina, na katika safu wima ya peke yake nambari ya hati mpya. Inasomwa na haihifadhiwi.
batch-no-numbers = Kwenye faili hii hakuna nambari mpya kando ya mtu yeyote anayesubiri hapa. Angalia kama ni faili sahihi, na kama nambari zina safu wima ya peke yake.
batch-number = Nambari ya hati
batch-issue-explain = Kila hati inaandikwa kwenye kesi pamoja na nambari yake, na picha zilizopigwa kwa ajili yake zinafutwa. Kutendua kunarudisha yaliyojulikana kuhusu hati; picha zilizofutwa hazirudi. Nambari isipojulikana, acha nafasi wazi.
batch-unclear = { $count ->
    [one] Mstari 1 wa lahajedwali umeachiwa wewe
   *[other] Mistari { $count } ya lahajedwali imeachiwa wewe
}
batch-unclear-explain = Haijulikani ni ya nani: hakuna anayeitwa hivyo hapa, au wako kadhaa, au nambari moja iko mara mbili. Andika nambari kando ya mtu hapa chini, kama yupo.
ask-open = Muulize mtu huyu peke yake
ask-open-who = Uliza peke yake: { $what }
ask-lead = Muulize mtu huyu peke yake, bila mtu kusikiliza, kwa lugha anayoijua vizuri.
ask-not-why = Hapa inaandikwa ndiyo au hapana tu, kamwe si kwa nini. Anachoogopa mtu humwambia mhudumu wa kesi au afisa wa ulinzi, ambao ndio pekee wanaokisoma.
ask-closed = Anayefanya hatua haoni kwa nini. Mhudumu wa kesi au afisa wa ulinzi wa timu yako anaweza kumsikiliza mtu huyu peke yake na kutathmini upya; hadi hapo hakuna serikali inayoambiwa chochote, na hakuna hatua ya kuiambia serikali inayoendelea.
ask-check = Fanya tathmini ya usalama
ask-safety-first = Kwanza: je, mawasiliano ni salama? Tafadhali uliza, kisha uchague moja kati ya mbili.
ask-kept = Imehifadhiwa kwa { $what }.
ask-who-can = Anayefanya hatua hawezi kubadilisha hili: mhudumu wa kesi au afisa wa ulinzi wa timu yako anaweza.
batch-nobody = Hakuna aliyewekewa alama. Weka alama kwa mtu, au chagua wote.
batch-day-ahead = Siku hii bado haijafika.
batch-confirm-title = Je, hii ni sawa?
batch-will-write = Hii itaandikwa kwenye kesi ya kila mmoja wao, kwa jina lako. Inaweza kutenduliwa kwa siku moja.
batch-says = { $count ->
    [one] Mtu 1: { $what }
   *[other] Watu { $count }: { $what }
}
batch-confirm = { $count ->
    [one] Andika kwa mtu 1
   *[other] Andika kwa watu { $count }
}
batch-back = Rudi, usiandike chochote
batch-nobody-left = Hakuna mtu anayeweza kuandikiwa hili.
batch-left-out = { $count ->
    [one] Mtu 1 ameachwa nje
   *[other] Watu { $count } wameachwa nje
}
batch-people = { $count ->
    [one] Kwa mtu 1
   *[other] Kwa watu { $count }
}
batch-over = Imekwisha kufanyika, au haihitajiki.
batch-not-on-the-way = Hatua hii si sehemu ya njia anayofuata mtu huyu.
batch-running = Inaandikwa
batch-running-explain = Kesi ya kila mtu inaandikwa peke yake. Ukitoka, kazi inasimama baada ya mtu anayeshughulikiwa.
batch-progress = { $done } kati ya { $total }
batch-finished = Kilichoandikwa
batch-written = { $count ->
    [0] Hakuna kilichoandikwa.
    [one] Imeandikwa kwa mtu 1.
   *[other] Imeandikwa kwa watu { $count }.
} { $changed ->
    [0] { "" }
    [one] Kwa mtu 1 haikuweza kuandikwa; jaribu tena.
   *[other] Kwa watu { $changed } haikuweza kuandikwa; jaribu tena.
}
batch-undone = { $count ->
    [0] Hakuna kilichorudishwa.
    [one] Imerudishwa kwa mtu 1.
   *[other] Imerudishwa kwa watu { $count }.
} { $changed ->
    [0] { "" }
    [one] Kwa mtu 1 inabaki, kwa sababu kuna aliyeibadilisha tangu hapo.
   *[other] Kwa watu { $changed } inabaki, kwa sababu kuna aliyeibadilisha tangu hapo.
}
batch-recent = Iliyofanywa kwa watu wengi tangu jana
batch-undo = Tendua
batch-undo-what = Tendua: { $what }
batch-undo-explain = Kutendua kunarudisha kilichokuwapo awali, kwa kila mtu ambaye hatua yake haijabadilishwa na yeyote tangu hapo. Inawezekana kwa siku moja.
batch-was-undone = Ilitenduliwa.
deadlines-title = Tarehe za mwisho
deadlines-explain = Siku ambazo jambo lazima liwe limefanyika kwa mtu huyu. Wiki moja kabla, wahudumu wa kesi huarifiwa; siku tatu kabla, maafisa wa ulinzi pia; siku yenyewe, timu nzima na wasimamizi wa mfumo. Huambiwa kwamba tarehe ya mwisho inakaribia, si ipi.
deadlines-none = Hakuna.
deadlines-add = Ongeza tarehe ya mwisho
deadlines-what = Kinachopaswa kufanywa
deadlines-on = Kabla ya siku gani
deadlines-over = Haipo tena
deadlines-over-what = Haipo tena: { $what }
deadline-kept = Imehifadhiwa.
deadline-over = haipo tena
field-deadline = Tarehe ya mwisho
calendar-title = Kalenda
calendar-explain = Tarehe za mwisho na ufuatiliaji wa timu yako, kwa kalenda ya simu au kompyuta yako: nambari ya kadi na siku, bila jina, na bila kusema ni kwa ajili ya nini.
calendar-risk = Yeyote aliye na anwani anaweza kuisoma, hata bila kuingia. Tengeneza mpya kama huenda mtu mwingine ameiona, na usitengeneze kabisa kama huenda simu yako ikapekuliwa.
calendar-none = Hakuna kalenda.
calendar-since = Kuna kalenda tangu { $what }. Anwani yake ilionyeshwa mara moja.
calendar-make = Tengeneza kalenda
calendar-renew = Tengeneza anwani mpya; ya zamani inakwisha
calendar-end = Maliza kalenda
calendar-ended = Kalenda imekwisha. Ambacho kalenda zimekwisha kukichukua kinabaki ndani yake hadi ziombe tena.
calendar-address = Nakili anwani hii kwenye kalenda yako sasa. Inaonyeshwa mara moja tu.
