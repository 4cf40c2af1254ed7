# Appointments with missions, and when missions receive people. Not yet reviewed by a native speaker.
appointments-title = Miadi
appointments-explain = Kila ubalozi unapokea watu wangapi kwa siku, nani anatarajiwa, na wapi kuna nafasi. Timu zote zinagawana nafasi za ubalozi; hakuna anayeona majina ya timu nyingine.
appointments-none = Hakuna anayesubiri ubalozi, na hakuna anayetarajiwa kwenye ubalozi.
appointments-mission = Ubalozi
appointments-without = Wanaosubiri miadi
appointments-expected = Wanaotarajiwa
appointments-next = Siku ya karibu yenye nafasi
appointments-no-hours = saa hazijulikani
appointments-left = { $count ->
    [one] nafasi 1
   *[other] nafasi { $count }
  }
appointments-full = imejaa
appointments-others = { $count ->
    [one] 1 wa timu nyingine
   *[other] { $count } wa timu nyingine
  }
appointments-of = Miadi: { $what }
appointments-about-mission = Yanayojulikana kuhusu ubalozi
appointments-taken = nafasi zilizochukuliwa: { $done } kati ya { $total }
appointments-mine = { $count ->
    [one] 1 wa timu hii
   *[other] { $count } wa timu hii
  }
appointments-still = { $count ->
    [one] mtu 1 bado ana miadi
   *[other] watu { $count } bado wana miadi
  }
hours-title = Wakati ubalozi unapopokea watu
hours-explain = Hii ni kwa timu zote. Tarehe maalumu inatangulia sikukuu, na sikukuu inatangulia wiki. Bila saa yoyote: hakuna anayepokewa.
hours-weekdays = Siku hizi za kila wiki
hours-date = Au tarehe moja tu
hours-times = Saa, na watu wangapi kwa kila saa
hours-at = Saa
hours-places = Watu
hours-wrong = Andika kila saa kama 09:00, na kando yake watu wangapi wanapokewa. Hakuna kilichobadilishwa.
hours-kept = Saa zimehifadhiwa.
day-unknown = Hakuna aliyeandika kama watu wanapokewa siku hii.
day-closed = Hakuna anayepokewa.
day-holiday = Sikukuu: { $name }
appointments-give = Wape nafasi wanaosubiri
appointments-step = Kwa ajili ya
appointments-nobody = Kati ya wanaoweza kwenda, hakuna anayesubiri hili bila miadi.
appointments-wait-full = { $count ->
    [one] Mtu 1 anasubiri, na siku imejaa.
   *[other] Watu { $count } wanasubiri, na siku imejaa.
  }
appointments-give-explain = { $count ->
    [one] Mtu 1 anasubiri.
   *[other] Watu { $count } wanasubiri, waliosubiri muda mrefu zaidi wakiwa kwanza. Waliowekewa alama ni wengi kama nafasi zilizopo.
  }
appointments-give-them = Weka miadi kwa waliowekewa alama
appointments-booked = { $count ->
    [0] Hakuna aliyewekewa miadi.
    [one] Mtu 1 sasa ana miadi.
   *[other] Watu { $count } sasa wana miadi.
  }
appointments-no-room = { $count ->
    [one] Kwa mtu 1 hakukuwa na nafasi tena.
   *[other] Kwa watu { $count } hakukuwa na nafasi tena.
  }
appointment-booked = imewekwa
appointment-came = Alifika
appointment-did-not-come = Hakufika
appointment-called-off = imeghairiwa
appointment-call-off = Ghairi
appointment-came-who = { $what } alifika
appointment-did-not-come-who = { $what } hakufika
appointment-call-off-who = Ghairi miadi ya { $what }
appointment-none = Hakuna.
appointment-not-now = Miadi inaweza kuwekwa pindi hatua na ubalozi inapoweza kuanza.
appointment-book = Weka miadi
appointment-book-explain = Kama tayari kuna miadi na ubalozi huu, nafasi yake inarudishwa.
appointments-see-days = Siku zake
appointment-on = Siku
appointment-at = Saa; ikiachwa wazi, ya kwanza yenye nafasi
appointment-made = Miadi imewekwa tarehe { $day }, { $time }.
today-appointment = Miadi na ubalozi
today-did-they-come = Alikuwa na miadi: je, alifika?
today-on = tarehe { $day }
field-appointment = Miadi na ubalozi
weekday-mon = Jumatatu
weekday-tue = Jumanne
weekday-wed = Jumatano
weekday-thu = Alhamisi
weekday-fri = Ijumaa
weekday-sat = Jumamosi
weekday-sun = Jumapili
