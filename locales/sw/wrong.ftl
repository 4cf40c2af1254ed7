# Not yet reviewed by a native speaker.
wrong-name = Andika angalau jina moja, au chagua “Hapana” kwenye swali la kukubali.
wrong-consent = Uliza, kisha chagua moja. Msaada ni uleule kwa jibu lolote.
wrong-age = Andika umri kwa nambari kamili, hadi 110.
wrong-birth = Hakuna tarehe hiyo, au bado haijafika. Mwaka peke yake unatosha.
wrong-nationality = Hakuna nchi yenye jina hili. Chagua kati ya zinazoonyeshwa unapoandika.
wrong-language = Hakuna lugha yenye jina hili. Chagua kati ya zinazoonyeshwa unapoandika.
wrong-day = Hakuna siku hiyo, au bado haijafika.
wrong-code = Nambari hii ina tarakimu isiyo sahihi, au si ya mtu unayeweza kumwona. Tafadhali iulize tena.
wrong-value = Jaza hapa, au rudi bila kusahihisha.
wrong-file = Chagua faili kwanza.
