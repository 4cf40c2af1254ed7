# What the plan of the way out shows of it, the rest is English. Not yet reviewed by a native speaker.
consent-words-link = Mots à lire, à imprimer et à signer
consent-yes = Oui
consent-no = Non
consent-given = Comment le consentement a été donné
consent-child = Moins de 18 ans
consent-best-interests = Pourquoi c’est dans l’intérêt supérieur de l’enfant
given-spoken = De vive voix
given-signed = Signé
given-guardian = Par un tuteur
given-best-interests = Décidé dans l’intérêt supérieur de l’enfant
