# The instruments by which people are heard, and an organisation's own. Not yet reviewed by a native speaker.
forms-title = Nyenzo
forms-explain = Watu wanaulizwa kwa nyenzo zipi, zinatoka wapi, na nani amezikagua. Majibu ya zamani yanabaki na toleo ambalo yalitolewa.
forms-way = Nyenzo
forms-own = Zenu wenyewe
forms-none = Bado hakuna.
forms-own-says = toleo la { $version }, { $questions ->
    [one] swali 1
   *[other] maswali { $questions }
}, kati yake { $carrying } linaweza kuwa na uzito katika matokeo
forms-file = XLSForm, kama KoBo na ODK wanavyoitumia
forms-file-hint = Lahajedwali yenye laha survey, choices na settings. Kisichoeleweka ndani yake kinatajwa, mstari kwa mstari, na hapo hakuna kinachohifadhiwa. Ili kubadilisha mojawapo, ongeza toleo lake.
forms-add = Ikague na uihifadhi
forms-no-file = Tafadhali chagua faili. Hakuna kilichohifadhiwa.
forms-not-kept = Hakuna kilichohifadhiwa. Sehemu hizi zinahitaji kuangaliwa tena:
forms-kept = Imehifadhiwa. Watu wanaweza kusikilizwa kwayo kuanzia sasa: iko kwenye ukurasa wa matokeo ya mahojiano.
forms-shipped = Za programu
forms-unreviewed = Bado haijakaguliwa na yeyote.
