# Not yet reviewed by a native speaker.
person-age-about = environ { $age }
certainty-estimated = estimation
certainty-month = le jour n’est pas connu
certainty-year = seule l’année est connue
certainty-either = jour et mois peut-être inversés
case-back = Retour à
case-unknown = pas connu
