# Not yet reviewed by a native speaker.
fault-back = Retour
fault-number = Si vous demandez de l’aide, donnez ce numéro à la personne qui gère la machine :
fault-sign-in-title = La connexion n’a pas marché
fault-sign-in = Nom, phrase secrète et code ne vont pas ensemble. Un code ne sert qu’une fois.
fault-sign-in-next = Veuillez saisir les trois encore une fois.
fault-sign-in-needed-title = Veuillez vous connecter
fault-sign-in-needed = Votre connexion a pris fin. Rien n’est perdu.
fault-sign-in-needed-next = Connectez-vous de nouveau pour continuer.
fault-too-many-title = Trop souvent
fault-too-many = Cela a été fait trop souvent en peu de temps. Rien n’est perdu.
fault-too-many-next = Attendez un peu et réessayez. À la connexion, chaque nouvel essai faux allonge l’attente, jusqu’à un quart d’heure.
fault-busy-title = Trop de monde à la fois
fault-busy = Trop de personnes se connectent en ce moment. Rien n’est perdu.
fault-busy-next = Réessayez dans quelques secondes.
fault-being-heard-title = Un collègue entend cette personne
fault-being-heard = Un collègue entend cette personne en ce moment, et personne ne doit répondre deux fois à la même question.
fault-being-heard-next = Rien n’a été changé. Prenez la personne suivante, ou revenez dans une demi-heure.
