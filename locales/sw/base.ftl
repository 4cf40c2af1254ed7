# Not yet reviewed by a native speaker.
frame-title = Usajili
frame-skip = Nenda kwenye ukurasa
frame-home = Usajili, ukurasa wa kwanza
frame-parts = Sehemu za usajili
frame-people = Watu
frame-arrivals = Mpya
frame-lists = Orodha
frame-referrals = Rufaa
frame-services = Huduma
frame-users = Watumiaji
frame-log = Kumbukumbu
frame-alerts =
    { $count ->
        [0] Arifa, hakuna mpya
        [one] Arifa, { $count } mpya
       *[other] Arifa, { $count } mpya
    }
frame-language = Lugha
frame-not-reviewed = bado haijasomwa na mzungumzaji asilia
frame-me = Wewe
frame-sessions = Kuingia na misimbo ya akiba
frame-passphrase = Badilisha maneno ya siri
frame-sign-out = Toka
frame-lock = Funga yote
frame-lock-hint = Hufunga kila kitu mara moja. Au bonyeza Escape mara tatu.
frame-demo = Hali ya mazoezi: watu wote hapa ni wa kubuniwa.
frame-paging = Kurasa za orodha
frame-before = Iliyotangulia
frame-after = Inayofuata
frame-page = Ukurasa { $count }
frame-tally = { $count }
frame-errors =
    { $count ->
        [one] Jambo moja linahitaji kuangaliwa tena.
       *[other] Mambo { $count } yanahitaji kuangaliwa tena.
    }

role-outreach = Mhudumu wa nyanjani
role-caseworker = Mhudumu wa kesi
role-protection-officer = Afisa wa ulinzi
role-consular-officer = Afisa wa konsula
role-shelter-manager = Msimamizi wa makazi
role-fund-manager = Msimamizi wa fedha
role-analyst = Mchambuzi
role-auditor = Mkaguzi
role-administrator = Msimamizi wa mfumo
role-integration = Muunganisho wa programu
