# Named rolls: those for whom a mission asks that a fine be waived. Not yet reviewed by a native speaker.
rolls-title = Orodha za majina kwa balozi
rolls-open = Orodha za majina kwa balozi: faini zinazosamehewa kwa orodha
rolls-explain = Kwa kila ubalozi: nani anaweza kuwa kwenye orodha ambayo ubalozi huombea msamaha wa faini za kukaa zaidi. Hakuna anayewekwa kabla ya tathmini ya usalama na ruhusa kwa ubalozi huo na kwa mamlaka.
rolls-no-pack = Katika nchi hii faini hazisamehewi kwa orodha za balozi.
rolls-nobody-ready = Bado hakuna anayeweza kuwa kwenye orodha ya majina. Fungua uraia mmoja uone kila mtu anasubiri nini.
rolls-ready = { $count ->
    [one] 1 yuko tayari
   *[other] { $count } wako tayari
}
rolls-missing = wasiokuwapo: { $count }
rolls-others = { $count ->
    [one] Uraia 1 ambao hakuna aliye tayari
   *[other] Uraia { $count } ambao hakuna aliye tayari
}
rolls-back = Orodha zote za majina
rolls-of = Orodha ya majina: { $what }
rolls-versions = Matoleo
rolls-version = Toleo la { $count }
rolls-not-sent = haijatumwa
rolls-sent-on = ilitumwa { $what }
rolls-on = Kwenye orodha ya majina
rolls-on-count = { $count ->
    [0] Hakuna mtu kwenye orodha ya majina
    [one] Mtu 1 kwenye orodha ya majina
   *[other] Watu { $count } kwenye orodha ya majina
}
rolls-nobody-on = Kwa hali ilivyo sasa hakuna anayeweza kuwekwa. Hapa chini imeandikwa kila mtu anasubiri nini.
rolls-total = Kwa jumla
rolls-total-days = siku za kukaa zaidi
rolls-seal-title = Funga toleo kwa muhuri
rolls-seal-explain = Kila mtu aliyemo anaangaliwa mara moja tena, na kufunguliwa kwa kesi yake kunaandikwa kwenye kumbukumbu. Toleo lililofungwa linabaki kama lilivyo.
rolls-sender = Ubalozi unaoituma
rolls-until = Hesabu siku hadi
rolls-seal = Funga toleo hili
rolls-sealed = { $count ->
    [one] Limefungwa, likiwa na mtu 1.
   *[other] Limefungwa, likiwa na watu { $count }.
}
wrong-roll-line = Nambari uliyoandika si mstari wa toleo hili. Hakuna kilichoandikwa; tafadhali soma jibu tena.
wrong-roll-no-line = Umechagua uamuzi bila nambari ya mstari wake. Hakuna kilichoandikwa; tafadhali soma jibu tena.
wrong-roll-twice = Umeupa mstari mmoja maamuzi mawili tofauti. Hakuna kilichoandikwa; tafadhali soma jibu tena.
wrong-roll-nobody = Hakuna mtu wa toleo hili anayeweza kutajwa tena, kwa hiyo halina faili. Funga toleo jipya.
wrong-roll-mission = Tafadhali andika ni ubalozi upi unaotuma orodha hii.
rolls-missing-count = { $count ->
    [0] Hakuna anayekosekana
    [one] Mtu 1 anakosekana
   *[other] Watu { $count } wanakosekana
}
rolls-missing-explain = Walio na vikwazo vichache zaidi wako kwanza. Kila mmoja anaelekeza kwenye mpango, ambapo jambo linaweza kurekebishwa.
rolls-all = Zote
rolls-counted-to = zimehesabiwa hadi { $what }
rolls-sealed-by = Limefungwa na
rolls-withdrawn = { $count ->
    [one] Mtu 1 wa toleo hili hawezi tena kutajwa kwa ubalozi. Hayumo kwenye faili yoyote inayotengenezwa kuanzia sasa.
   *[other] Watu { $count } wa toleo hili hawawezi tena kutajwa kwa ubalozi. Hawamo kwenye faili yoyote inayotengenezwa kuanzia sasa.
}
rolls-files = Chukua faili
rolls-place = Mahali pa note verbale
rolls-note-explain = PDF inaanza na note verbale kwa Kiingereza na Kikambodia. Hakuna aliyekagua maandishi haya bado: uombe ubalozi uyasome.
rolls-send-title = Andika kwamba imetumwa
rolls-send-explain = Usalama na ruhusa ya kila mtu vinaangaliwa mara moja tena. Kisha kila mpango unasubiri jibu.
rolls-send-on = Ilitumwa tarehe
rolls-send = Imetumwa
rolls-sent-done = Imeandikwa kuwa imetumwa. Kila mpango unasubiri jibu.
rolls-not-sent-yet = Toleo hili halijatumwa. Andika siku lilipotumwa, kisha jibu lake.
rolls-answer-title = Jibu
rolls-answer-explain = Lete tena lahajedwali yenye maamuzi, safu wima zikiwa kwa mpangilio wowote. Unaona kitakachoandikwa kabla ya chochote kuandikwa.
rolls-answer-file = Lahajedwali iliyorudi
rolls-answer-read = Soma jibu
rolls-open-lines = bado hakuna jibu
rolls-changed-since = Kilichobadilika tangu toleo la { $count }, la mwisho kutumwa
rolls-changed-nothing = Hakuna.
rolls-added = Walioongezwa
rolls-gone = Hawapo tena
rolls-gone-since = wanaweza kuwa kwenye toleo lijalo
rolls-changed = Taarifa zimebadilika
rolls-col-number = Na.
rolls-col-name = Jina
rolls-col-birth = Kuzaliwa
rolls-col-document = Hati
rolls-col-entered = Kuingia
rolls-col-days = Siku
rolls-col-amount = Faini
rolls-col-decision = Uamuzi
decision-approved = imekubaliwa
decision-refused = imekataliwa
decision-not-found = haikupatikana
roll-blank-erased = imefutwa
roll-blank-withdrawn = Hawezi tena kutajwa kwa ubalozi.
roll-look-nobody = uamuzi kuhusu mtu asiye kwenye mstari wowote wa orodha hii
roll-look-unclear = haijulikani ni mstari upi au uamuzi upi
rolls-back-title = Kilichorudi
rolls-back-explain = Bado hakuna kilichoandikwa.
rolls-back-already = yaliyoandikwa awali
rolls-back-silent = mistari isiyo na uamuzi
rolls-back-absent = mistari isiyokuwa kwenye faili
rolls-back-look = mistari unayopaswa kuangalia
rolls-back-nothing = Hakuna jipya ndani yake.
rolls-rows-more = Mistari mingine { $count } ya kuangalia itakuja utakaposoma faili tena.
rolls-row = Mstari wa { $count }
rolls-row-line = Nambari ya mstari
rolls-row-leave = uache
rolls-answered-on = Ilijibiwa tarehe
rolls-note-all = { $count ->
    [0] Andika nilichoamua hapo juu
    [one] Andika uamuzi 1
   *[other] Andika maamuzi { $count }
}
rolls-note = Orodha ya majina, toleo la { $version }, mstari wa { $line }: { $decision }
rolls-noted = { $count ->
    [0] Yote yalikuwa yameandikwa awali; hakuna kilichobadilishwa.
    [one] Uamuzi 1 umeandikwa, na uko kwenye mpango.
   *[other] Maamuzi { $count } yameandikwa, na yako kwenye mipango.
}
rolls-outdone = { $count ->
    [one] Uamuzi 1 umehifadhiwa kwenye mstari wake tu: ulioamuliwa kwenye toleo lingine unabaki.
   *[other] Maamuzi { $count } yamehifadhiwa kwenye mistari yake tu: yaliyoamuliwa kwenye toleo lingine yanabaki.
}
rolls-why-safety-not-checked = Hakuna tathmini ya usalama
rolls-why-safety-not-clear = Tathmini ya usalama inasema: kwa sasa hakuna mawasiliano na serikali yoyote
rolls-why-warned = { $what }: hawekwi kwenye orodha yoyote
rolls-kind-warned = Kuna onyo
rolls-why-declined = Alikataa kuwaambia: { $what }
rolls-kind-declined = Alikataa
rolls-why-no-consent = Hakuulizwa kama inafaa kuwaambia: { $what }
rolls-kind-no-consent = Hakuombwa ruhusa
rolls-why-no-guardian = Mtoto, au umri haujulikani, bila mlezi
rolls-why-other-way = Yuko kwenye njia nyingine: { $what }
rolls-kind-other-way = Yuko kwenye njia nyingine
rolls-why-detained = Anashikiliwa na mamlaka
rolls-why-left = Ameondoka, au mawasiliano yamepotea
rolls-why-mission-unconfirmed = Hakuna aliyethibitisha ni ubalozi upi
rolls-why-no-mission = Hakuna ubalozi unaoweza kuulizwa
rolls-why-other-nationality = Ubalozi mwingine ndio unaoweza kuulizwa
rolls-why-nationality-not-chosen = Uraia zaidi ya mmoja: uliza ni ubalozi upi unaweza kuambiwa
rolls-why-nationality-disputed = Uraia umetajwa tofauti
rolls-why-nationality-unknown = Uraia haujulikani
rolls-why-contradiction = Kesi inasema mambo mawili tofauti: chagua moja
rolls-why-no-name = Hakuna jina
rolls-why-no-birth-date = Hakuna tarehe ya kuzaliwa
rolls-why-birth-not-exact = Siku ya kuzaliwa haijulikani kwa uhakika
rolls-why-no-document = Hakuna nambari ya pasipoti au hati ya kusafiria
rolls-why-identity-not-verified = Ubalozi haujathibitisha mtu huyu ni nani
rolls-why-no-entry = Siku ya kuingia haijulikani
rolls-why-entry-not-exact = Siku ya kuingia haijulikani kwa uhakika
rolls-why-overstay = Siku za kukaa zaidi hazijulikani kwa uhakika: { $what }
rolls-kind-overstay = Siku za kukaa zaidi hazijulikani kwa uhakika
rolls-why-no-overstay = Hakuzidisha muda wa kukaa
rolls-why-already-waived = Faini imesamehewa tayari
rolls-why-pays-the-fine = Analipa faini
rolls-why-refused = Alikataliwa awali
