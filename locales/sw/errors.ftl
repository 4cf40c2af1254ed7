# Not yet reviewed by a native speaker.
fault-back = Rudi
fault-number = Ukiomba msaada, mwambie anayeendesha mashine nambari hii:
fault-sign-in-title = Haikuwezekana kuingia
fault-sign-in = Jina, maneno ya siri na msimbo havilingani. Msimbo hutumika mara moja tu.
fault-sign-in-next = Tafadhali andika vyote vitatu tena.
fault-sign-in-needed-title = Tafadhali ingia
fault-sign-in-needed = Muda wako wa kuingia umeisha. Hakuna kilichopotea.
fault-sign-in-needed-next = Ingia tena ili kuendelea.
fault-too-many-title = Mara nyingi mno
fault-too-many = Jambo hili limefanywa mara nyingi mno kwa muda mfupi. Hakuna kilichopotea.
fault-too-many-next = Subiri kidogo kisha ujaribu tena. Wakati wa kuingia, kila jaribio jingine lisilo sahihi huongeza muda wa kusubiri, hadi robo saa.
fault-busy-title = Watu wengi mno kwa pamoja
fault-busy = Watu wengi mno wanaingia kwa wakati huu. Hakuna kilichopotea.
fault-busy-next = Jaribu tena baada ya sekunde chache.
fault-being-heard-title = Mwenzako anamsikiliza mtu huyu
fault-being-heard = Mwenzako anamsikiliza mtu huyu kwa sasa, na hakuna anayeulizwa jambo lile lile mara mbili.
fault-being-heard-next = Hakuna kilichobadilishwa. Mchukue mtu anayefuata, au rudi baada ya nusu saa.
