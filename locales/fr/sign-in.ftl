# Not yet reviewed by a native speaker.
sign-in-title = Se connecter
sign-in-name = Nom
sign-in-passphrase = Phrase secrète
sign-in-code = Code
sign-in-code-hint = Six chiffres de votre application d’authentification, ou un de vos codes de secours.
sign-in-submit = Se connecter

sign-in-demo-title = Choisissez un rôle
sign-in-demo-invented = Toutes les personnes ici sont inventées. Essayez tout ce que vous voulez.
sign-in-by-name = Se connecter plutôt avec un nom
sign-in-role-outreach = Enregistre les personnes dans la rue, avec un téléphone
sign-in-role-caseworker = Suit chaque personne jusqu’à ce qu’elle soit en sécurité
sign-in-role-protection-officer = Écoute les personnes et veille à leur sécurité
sign-in-role-consular-officer = Reçoit les listes et délivre les papiers
sign-in-role-shelter-manager = Trouve un lit pour chaque personne
sign-in-role-fund-manager = Paie les billets et les frais
sign-in-role-analyst = Voit des chiffres, jamais de noms
sign-in-role-auditor = Lit le journal, jamais un dossier
sign-in-role-administrator = Fait tourner la machine, ne lit jamais un dossier

passphrase-title = Changer votre phrase secrète
passphrase-explain = Prenez quelques mots que personne d’autre ne mettrait ensemble. Toutes vos autres connexions prendront fin ; celle-ci reste ouverte.
passphrase-now = Votre phrase secrète actuelle
passphrase-new = Nouvelle phrase secrète
passphrase-new-hint = Au moins { $count } caractères.
passphrase-again = Nouvelle phrase secrète, encore une fois
passphrase-submit = Changer la phrase secrète
passphrase-changed = Votre phrase secrète est changée. Toutes vos autres connexions ont pris fin.
passphrase-short = La nouvelle phrase secrète est trop courte. Il faut au moins { $count } caractères.
passphrase-same = C’est votre phrase secrète actuelle. Veuillez en choisir une autre.
passphrase-different = Les deux ne sont pas identiques. Veuillez saisir deux fois la nouvelle phrase secrète.
passphrase-refused = La phrase secrète et le code ne vont pas ensemble. Un code ne sert qu’une fois. Rien n’a été changé.

opening-title = Ouverture des dossiers de votre équipe
opening-explain = Cela prend un instant. La page continue d’elle-même.
opening-progress = { $done } sur { $total }
opening-again = Regarder de nouveau
