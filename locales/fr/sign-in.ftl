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
