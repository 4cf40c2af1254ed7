# Not yet reviewed by a native speaker.
fault-back = Rudi
fault-number = Ukiomba msaada, mwambie anayeendesha mashine nambari hii:
fault-sign-in-title = Haikuwezekana kuingia
fault-sign-in = Jina, maneno ya siri na msimbo havilingani. Msimbo hutumika mara moja tu.
fault-sign-in-next = Tafadhali andika vyote vitatu tena.
fault-sign-in-needed-title = Tafadhali ingia
fault-sign-in-needed = Muda wako wa kuingia umeisha. Hakuna kilichopotea.
fault-sign-in-needed-next = Ingia tena ili kuendelea.
