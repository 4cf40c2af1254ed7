# Not yet reviewed by a native speaker.
lists-title = Leta orodha
lists-explain = Orodha kutoka ubalozi, makazi au kundi la gumzo, kama ilivyo. Hakuna kinachosajiliwa kabla hujakiona.
lists-file = Orodha
lists-file-hint = Lahajedwali (XLSX, XLS, ODS) au maandishi (CSV), hadi MB 20.
lists-sender = Nani ameituma
lists-sender-hint = Dawati la ubalozi, makazi, mtu wa kujitolea. Orodha yao ijayo itaeleweka mara moja. Panaweza kuachwa wazi.
lists-unnamed-sender = Mtumaji asiye na jina
lists-read = Soma orodha
lists-earlier = Orodha zilizotangulia
lists-rows =
    { $count ->
        [one] Mstari 1
       *[other] Mistari { $count }
    }
lists-registered =
    { $count ->
        [one] 1 amesajiliwa
       *[other] { $count } wamesajiliwa
    }
lists-need-a-look =
    { $count ->
        [one] 1 unahitaji kuangaliwa
       *[other] { $count } inahitaji kuangaliwa
    }
list-running = inasajiliwa
list-cut-off = haijakamilika
list-finished = imekamilika

## Which column holds what.
lists-columns-title = Yaliyomo kwenye safu wima
lists-columns-explain = Hivi ndivyo orodha ilivyoeleweka. Bofya safu wima ili kubadilisha yaliyomo.
lists-sheet = Laha
lists-hidden-sheet = imefichwa kwenye faili
lists-hidden = umefichwa
lists-header = Mstari wa vichwa
lists-previous = Toleo jipya zaidi la
lists-no-previous = hakuna: hii ni orodha mpya
lists-nationality = Uraia wa watu wote kwenye orodha
lists-nationality-column = Kama orodha inavyosema
lists-date-order = Tarehe zimeandikwa
date-order-day-first = siku, mwezi, mwaka
date-order-month-first = mwezi, siku, mwaka
date-order-year-first = mwaka, mwezi, siku
date-order-unknown = kama orodha inavyoonyesha; palipo na shaka, namna zote mbili za kusoma huhifadhiwa
lists-column = Safu wima { $what } ina
lists-col-row = Mstari
lists-columns-next = Ona watu
lists-columns-again = Badilisha safu wima
column-ignore = kisichohitajika
column-number = nambari ya mpangilio
column-name = jina
column-given-name = jina la kwanza
column-family-name = jina la ukoo
column-own-script-name = jina kwa herufi za lugha yake
column-nationality = uraia
column-sex = jinsia
column-birth = tarehe ya kuzaliwa
column-age = umri
column-place-and-birth = mahali na tarehe ya kuzaliwa
column-name-and-nationality = jina na uraia
column-name-and-passport = jina na nambari ya pasipoti
column-sex-and-age = jinsia na umri
column-passport = nambari ya pasipoti
column-papers = hati
column-phone = simu au akaunti
column-place = yuko wapi sasa
column-reported = siku ya kufika kwetu
column-entered = siku ya kuingia
column-remark = maelezo
# What was noticed when the list was read.
lists-header-in-row = Vichwa viko kwenye mstari { $count }.
lists-no-header = Hakuna mstari wa vichwa.
lists-recognised = Safu wima ziko kama ulivyoziweka awali kwa { $what }.
lists-hidden-rows =
    { $count ->
        [one] Mstari 1 umefichwa kwenye faili. Umesomwa kama mingine.
       *[other] Mistari { $count } imefichwa kwenye faili. Imesomwa kama mingine.
    }
lists-several-sheets = Faili ina laha { $count }. Hii ndiyo ndefu zaidi.

## The rows as people.
lists-preview-title =
    { $count ->
        [0] Bado hakuna mtu kwenye orodha hii
        [one] Mtu 1 kwenye orodha hii
       *[other] Watu { $count } kwenye orodha hii
    }
lists-preview-explain = Bado hakuna kilichosajiliwa. Angalia yasiyo na uhakika, na uyasahihishe hapa au baadaye.
lists-preview-newer = Taarifa za watu wa toleo lililotangulia husasishwa; hawasajiliwi tena.
lists-corrected =
    { $count ->
        [one] Kisanduku 1 kimesahihishwa.
       *[other] Visanduku { $count } vimesahihishwa.
    }
reading-look = inahitaji kuangaliwa
reading-unsure = yenye jambo lisilo na uhakika
reading-sure = iliyo wazi
reading-not-a-person = si mtu
lists-doubts = Ya kuuliza tena
lists-register = Sajili watu hawa
lists-correct = Sahihisha
lists-correct-row = Sahihisha mstari { $count }

## One row's cells.
lists-row-title = Mstari { $count }
lists-back = Rudi
lists-back-to-lists = Orodha zote
lists-cell-corrected = kimesahihishwa
lists-save-row = Hifadhi na usome tena
lists-who-is-it = Huyu ni nani?
lists-somebody-new = Mtu mpya
lists-set-aside = Mstari huu si mtu

## Rows that wait for a person.
lists-to-look-at =
    { $count ->
        [0] Hakuna mstari unaohitaji kuangaliwa
        [one] Mstari 1 unahitaji kuangaliwa
       *[other] Mistari { $count } inahitaji kuangaliwa
    }
lists-look-explain = Mistari hii ya orodha za timu yako haijasajiliwa. Hakuna kilichopotea.
lists-now-registered = Mtu huyu amesajiliwa.
lists-now-changed = Mtu huyu alikuwa amesajiliwa tayari. Yaliyo mapya yamechukuliwa.
lists-now-already = Mtu huyu alikuwa amesajiliwa tayari, na hakuna jipya.
lists-now-not-a-person = Mstari huu umewekwa kando.
lists-now-waiting = Mstari huu utasajiliwa orodha itakapoendelea.
lists-now-replaced = Toleo jipya zaidi la orodha lina mstari huu.

## While it runs, and afterwards.
lists-progress-title = Orodha inasajiliwa
lists-progress-explain = Unaweza kuondoka kwenye ukurasa huu. Kazi inaendelea mradi umeingia.
lists-progress = Mistari { $done } kati ya { $total }
lists-sealing = Orodha inafungwa kwa muhuri…
lists-progress-again = Tazama tena
lists-stop = Simamisha hapa
lists-not-kept = Orodha haikuweza kuhifadhiwa. Hakuna aliyesajiliwa. Tafadhali ilete tena.
lists-cut-off =
    { $count ->
        [0] Orodha ilisimama mwishoni mwake. Hakuna aliyebaki.
        [one] Orodha ilisimama kabla ya mwisho wake. Mstari 1 unasubiri. Aliyesajiliwa anabaki amesajiliwa, na hakuna anayesajiliwa mara mbili.
       *[other] Orodha ilisimama kabla ya mwisho wake. Mistari { $count } inasubiri. Aliyesajiliwa anabaki amesajiliwa, na hakuna anayesajiliwa mara mbili.
    }
lists-go-on = Endelea
lists-report-title = Matokeo ya kila mstari
lists-report-show = Onyesha
lists-report-all = mistari yote
lists-col-outcome = Matokeo
lists-col-reason = Sababu
lists-col-said = Unavyosema
lists-report-csv = Ripoti bila majina
lists-with-codes = Orodha yenye nambari za kesi
lists-look-file = Mistari inayohitaji kuangaliwa
lists-code-column = Nambari ya kesi
lists-row-column = Mstari kwenye orodha
lists-reason-column = Inahitaji kuangaliwa
lists-not-taken = haikupelekwa: sehemu hii ya kesi haiko wazi kwa timu yako
lists-gone =
    { $count ->
        [one] Mtu 1 wa toleo lililotangulia hayuko kwenye orodha hii
       *[other] Watu { $count } wa toleo lililotangulia hawako kwenye orodha hii
    }
lists-gone-explain = Wanabaki wamesajiliwa. Uliza kwa nini hawapo tena.
outcome-waiting = unasubiri
outcome-registered = amesajiliwa
outcome-changed = taarifa zimesasishwa
outcome-already = hakuna jipya
outcome-look = unahitaji kuangaliwa
outcome-not-a-person = si mtu
outcome-replaced = umekuja tena
wrong-file = Chagua faili yenye orodha ndani yake.

## What is unsure about a person on a list.
doubt-birth-order = Huenda siku na mwezi wa kuzaliwa vimebadilishana.
doubt-birth-calendar = Huenda mwaka wa kuzaliwa umehesabiwa kwa kalenda nyingine.
doubt-birth-not-read = Tarehe ya kuzaliwa haikuweza kusomwa.
doubt-birth-from-number = Lahajedwali imehifadhi tarehe ya kuzaliwa kama nambari tu.
doubt-age-differs = Umri na tarehe ya kuzaliwa havilingani.
doubt-reported-order = Siku ya kufika inaweza kuwa mojawapo ya siku mbili. Imeachwa wazi.
doubt-reported-not-read = Siku ya kufika haikuweza kusomwa.
doubt-entered-order = Siku ya kuingia inaweza kuwa mojawapo ya siku mbili. Imeachwa wazi.
doubt-entered-not-read = Siku ya kuingia haikuweza kusomwa.
doubt-sex-not-read = Jinsia haikuweza kusomwa.
doubt-sex-unclear = Herufi M kwenye orodha hii inaweza kumaanisha mwanamume au mwanamke.
doubt-nationality-not-read = Uraia haukuweza kusomwa.
doubt-nationality-from-name = Uraia umechukuliwa kutoka kilichoandikwa kando ya jina.
doubt-paper-not-read = Kinachosemwa kuhusu hati hakikuweza kusomwa.
doubt-paper-kind = Haijasemwa nambari hii ni ya hati gani.
doubt-phone-not-read = Lahajedwali imeharibu nambari ya simu.
doubt-sign-from-remark = Maelezo yanataja jambo la dharura. Uliza kama ndivyo ilivyo.

## Why a row is not a person, or needs a look.
why-heading = Mstari huu unarudia vichwa.
why-total = Mstari huu ni jumla.
why-signature = Mstari huu ni saini au maelezo kuhusu orodha.
why-only-a-number = Mstari huu una nambari tu.
why-no-name = Mstari huu hauna jina.
why-shifted = Visanduku vya mstari huu vinaonekana kuwa kwenye safu wima zisizo sahihi.
why-only-a-name = Mstari huu una jina tu. Huenda ni kichwa au maelezo.
why-maybe-known = Huenda huyu ni mtu aliyekuwa kwenye orodha awali, au mtu mwingine.
why-said-so = Kuna aliyeangalia: mstari huu si mtu.
why-above-headings = Hiki ni kichwa cha orodha au vichwa vya safu wima.
