# What the plan of the way out shows of it, the rest is English. Not yet reviewed by a native speaker.
consent-words-link = Maneno ya kusoma kwa sauti, kuchapisha na kutia sahihi
consent-yes = Ndiyo
consent-no = Hapana
consent-given = Jinsi ruhusa ilivyotolewa
consent-child = Chini ya miaka 18
consent-best-interests = Kwa nini hili ni kwa maslahi bora ya mtoto
given-spoken = Kwa mdomo
given-signed = Kwa sahihi
given-guardian = Na mlezi
given-best-interests = Imeamuliwa kwa maslahi bora ya mtoto
