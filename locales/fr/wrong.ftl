# Not yet reviewed by a native speaker.
wrong-name = Écrivez au moins un nom, ou choisissez « Non » à la question de l’accord.
wrong-consent = Posez la question, puis choisissez. L’aide est la même dans tous les cas.
wrong-age = Écrivez l’âge en nombre entier, jusqu’à 110.
wrong-birth = Cette date n’existe pas, ou n’est pas encore venue. L’année seule suffit.
wrong-nationality = Aucun pays de ce nom. Choisissez parmi ceux proposés pendant que vous écrivez.
wrong-language = Aucune langue de ce nom. Choisissez parmi celles proposées pendant que vous écrivez.
wrong-day = Ce jour n’existe pas, ou n’est pas encore venu.
wrong-code = Ce code a un chiffre faux, ou aucun dossier ouvert pour vous ne le porte. Demandez-le encore une fois.
wrong-value = Remplissez ce champ, ou revenez sans corriger.
wrong-file = Choisissez d’abord un fichier.
