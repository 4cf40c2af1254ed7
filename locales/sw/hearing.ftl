# Hearing a person: one question at a time. Not yet reviewed by a native speaker.
hear-title = Msikilize mtu
hear-explain = Uliza mara moja, swali moja kwa wakati. Kila jibu linahifadhiwa papo hapo; acha au pumzika wakati wowote mtu anapotaka.
hear-begin = Anza mahojiano
hear-begin-short = Uchunguzi mfupi, chini ya dakika tano
hear-go-on = Endelea
hear-urgent = Dharura
hear-number = Swali la { $count }
hear-share = Kiasi kilichoulizwa
hear-stop = Pumzika au acha
hear-see-result = Matokeo yake
hear-left = { $count ->
    [one] Limebaki swali moja.
   *[other] Yamebaki maswali { $count }.
}
hear-kept = Kila jibu linahifadhiwa mara linapotolewa.
hear-so-far = Hadi sasa
hear-keep = Hifadhi na uendelee
hear-choose = Tafadhali chagua jibu, au moja kati ya mawili hapa chini.
hear-number-wrong = Tafadhali andika namba.
hear-words = Tafadhali andika alichosema mtu, au chagua moja kati ya mawili hapa chini.
hear-when = Hii si siku wala wakati. Andika kama 2026-01-18, 2026-01-18 18:00, 2026-01 au 2026, au kutoka siku moja hadi nyingine kama 2026-01-10..2026-01-14.
hear-when-hint = Kwa usahihi unaojulikana: 2026-01-18 18:00, 2026-01-18, 2026-01, au 2026-01-10..2026-01-14
hear-section-before = Kabla hatujaanza
hear-section-safety = Usalama
hear-section-health = Afya
hear-section-recruitment = Ilivyoanza
hear-section-journey = Safari
hear-section-place = Mahali
hear-section-work = Kazi
hear-section-pay-and-debt = Malipo na deni
hear-section-papers = Karatasi
hear-section-threats = Vitisho
hear-section-sale = Kuuzwa
hear-section-escape-and-release = Kutoroka na kuachiliwa
hear-section-others = Wengine waliokuwepo
hear-section-home = Kurudi nyumbani
hear-section-wishes = Anachotaka mtu
hear-section-statement = Maelezo rasmi, kwa maafisa wa ulinzi tu

said-yes = Ndiyo
said-no = Hapana
said-does-not-know = Hajui
said-rather-not = Hapendi kusema

stop-title = Mapumziko
stop-kept = { $count ->
    [0] Hakuna kilichoulizwa bado. Yote yatakayosemwa yanahifadhiwa yanapotolewa.
    [one] Jibu moja limehifadhiwa. Hakuna kinachoulizwa mara mbili.
   *[other] Majibu yote { $count } yamehifadhiwa. Hakuna kinachoulizwa mara mbili.
}
stop-distress = Je, mtu ana dhiki?
stop-distress-do = Usiendelee leo. Kaa naye, pumueni pamoja, mpe maji. Sema kwamba si lazima kusema chochote, na kwamba hakuna msaada unaotegemea hilo. Kisha uliza kama angependa kuzungumza na mtu kuhusu afya yake ya akili.
stop-refer = Mpe rufaa, kwa mfano kwa huduma ya afya ya akili
stop-go-on = Endelea

## What the answers come to.
heard-title = Matokeo yake
heard-law = Mbele ya sheria
heard-machine = Programu haisemi kamwe kwamba mtu si mhanga. Inachosema kinatokana na majibu hapa chini; kisichojibiwa hakijulikani, na kutojulikana si hapana.
heard-dimensions = Viashiria vya ILO na Tume ya Ulaya
heard-dimension = Kipengele
heard-strong = Vya nguvu
heard-medium = Vya kati
heard-weak = Hafifu
heard-positive = Chanya
heard-not-yet = Bado
heard-best = Lenye msaada zaidi kuuliza:
heard-open = { $count ->
    [0] Hakuna swali lililo wazi linaloweza kuwa na uzito.
    [one] Swali moja linaloweza kuwa na uzito liko wazi.
   *[other] Maswali { $count } yanayoweza kuwa na uzito yako wazi.
}
heard-unreviewed = Baadhi ya nyenzo hizi bado hazijakaguliwa na yeyote.
heard-go-on = { $count ->
    [one] Endelea: limebaki swali moja
   *[other] Endelea: yamebaki maswali { $count }
}
heard-said = Yaliyosemwa
heard-nothing = Hakuna kilichoulizwa bado. Yaliyo kwenye kadi ya kuwasili tayari yanahesabiwa.
heard-change = Badilisha
heard-change-what = Badilisha jibu la: { $what }
heard-urgency = Ni dharura kiasi gani
heard-first = Kwanza:
heard-attended = Amehudumiwa
heard-review = Angalia tena kabla ya
heard-due = Kabla ya
heard-not-signed-off = Bado haijaidhinishwa na mtaalamu wa tiba.
finding-presumed-victim = Anachukuliwa kuwa mhanga
finding-strong-indication = Dalili kubwa
finding-more-information-needed = Habari zaidi zinahitajika
level-p0 = P0: ndani ya saa moja
level-p1 = P1: leo
level-p2 = P2: ndani ya siku tatu
level-p3 = P3: ndani ya juma moja
clock-left = Zimebaki saa { $hours } kwa { $what }
clock-between = Zimebaki saa { $hours } hadi { $most } kwa { $what }
clock-unknown = Haijulikani ilitokea lini: inahesabiwa kuwa ndani ya saa { $hours } kwa { $what }
clock-over = Saa { $hours } kwa { $what } zimepita
attend-note = Kilichofanywa
attend-do = Imefanywa, au ameonwa tena
attend-done = Imeandikwa. Ukaguzi unaofuata unahesabiwa kuanzia sasa.

decide-title = Hadhi, inayoamuliwa na mtu
decide-explain = Mtu aliyetajwa kwa jina tu ndiye anayeamua, pamoja na sababu. Inatoka katika data kama hadhi ya usafirishaji haramu wa binadamu.
decide-open = Andika uamuzi
decide-status = Hadhi
decide-by = Nani aliamua: jina na cheo
decide-body = Wa aina gani ya shirika
decide-because = Kwa nini
decide-do = Andika uamuzi huu
decide-done = Uamuzi umeandikwa.
decision-of = { $status }, imeamuliwa na { $who }
wrong-status = Tafadhali chagua hadhi na aina ya shirika lililoiamua.
status-possible = Huenda ni mhanga wa usafirishaji haramu wa binadamu
status-actual = Mhanga wa usafirishaji haramu wa binadamu
status-not-a-victim = Si mhanga, kwa uamuzi wa mtu huyo
body-ngo = Shirika lisilo la kiserikali
body-police = Polisi
body-court = Mahakama au uendesha mashtaka
body-government = Serikali, isipokuwa polisi
body-other = Nyingine

## Whom to look after first.
now-way = Sasa: nani ahudumiwe kwanza
now-title = Sasa
now-explain = Wote walio na dharura: kwanza ambao maisha au usalama wao uko hatarini, kisha ambao muda wao unakwisha, mwenye muda mdogo zaidi juu, kisha wengine wote kwa siku yao.
now-levels = Viwango
now-all = Wote
now-nobody = Hakuna aliye na dharura kwa sasa.
now-late = amechelewa
now-more = { $done } kati ya { $total } wanaonyeshwa.
concern-life-threatening-injury = Jeraha linalohatarisha maisha
concern-suicide-plan = Mpango au jaribio la kujiua
concern-labour-or-bleeding = Uchungu, au kutoka damu wakati wa ujauzito
concern-abduction-or-arrest = Utekaji au kukamatwa kunaendelea
concern-child-alone = Mtoto peke yake
concern-trafficker-present = Wasafirishaji haramu wako karibu
concern-sexual-violence = Ukatili wa kingono
concern-minor = Chini ya miaka 18, au huenda
concern-pregnancy = Mjamzito
concern-untreated-injury = Jeraha au ugonjwa, haujatibiwa
concern-missed-medicine = Amekosa dawa
concern-credible-threat = Ametishiwa
concern-held-by-police = Anashikiliwa na polisi
concern-suicidal-thoughts = Mawazo ya kujiua
concern-refoulement-risk = Anaogopa serikali yake mwenyewe
concern-sleeping-rough = Hana pa kulala
concern-no-food = Hana chakula
concern-exit-deadline = Lazima aondoke nchini karibuni
concern-recruiter-contact = Waajiri wa udanganyifu wanawasiliana naye
concern-documents-pending = Karatasi zinasubiriwa
field-heard = Yaliyosemwa katika mahojiano
field-decision = Hadhi imeamuliwa
field-attended = Amehudumiwa

## The queue of those who wait to be heard.
queue-title = Wanaosubiri kusikilizwa
queue-way = Wanaosubiri kusikilizwa
queue-explain = Kila mtu anasikilizwa mara moja, na mmoja wenu. Anayemchukua mtu anayefuata anamsikiliza peke yake; nusu saa baada ya jibu la mwisho, mtu huyo yuko huru kwa wengine.
queue-waiting = wanasubiri
queue-now = wanasikilizwa sasa
queue-today = wamesikilizwa leo
queue-place = Mahali ulipo
queue-anywhere = Popote
queue-show = Onyesha
queue-take = Mchukue mtu anayefuata
queue-nobody = Hakuna anayesubiri kusikilizwa hapa.
queue-since = Yuko hapa tangu
queue-more = { $done } kati ya { $total } wanaonyeshwa.
queue-in-part = { $count ->
    [one] Mtu mmoja alifanyiwa uchunguzi mfupi tu
   *[other] Watu { $count } walifanyiwa uchunguzi mfupi tu
}
queue-in-part-explain = Yaliyosemwa yamehifadhiwa. Endelea kukiwa na muda na mahali patulivu; hakuna kinachoulizwa mara mbili.
queue-mine = wako
