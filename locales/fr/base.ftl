# Not yet reviewed by a native speaker.
frame-title = Registre
frame-skip = Aller à la page
frame-home = Registre, première page
frame-parts = Parties du registre
frame-people = Personnes
frame-arrivals = Nouveau
frame-lists = Listes
frame-referrals = Demandes
frame-services = Services
frame-users = Utilisateurs
frame-log = Journal
frame-alerts =
    { $count ->
        [0] Alertes, rien de nouveau
        [one] Alertes, { $count } nouvelle
       *[other] Alertes, { $count } nouvelles
    }
frame-language = Langue
frame-not-reviewed = pas encore relu par un locuteur natif
frame-me = Vous
frame-sessions = Connexions et codes de secours
frame-passphrase = Changer la phrase secrète
frame-sign-out = Se déconnecter
frame-lock = Tout verrouiller
frame-lock-hint = Ferme tout d’un coup. Ou appuyez trois fois sur Échap.
frame-demo = Mode d’exercice : toutes les personnes ici sont inventées.
frame-paging = Pages de la liste
frame-before = Précédent
frame-after = Suivant
frame-page = Page { $count }
frame-tally = { $count }
frame-errors =
    { $count ->
        [one] Un point est à revoir.
       *[other] { $count } points sont à revoir.
    }

role-outreach = Agent de proximité
role-caseworker = Gestionnaire de cas
role-protection-officer = Chargé de protection
role-consular-officer = Agent consulaire
role-shelter-manager = Responsable d’hébergement
role-fund-manager = Gestionnaire de fonds
role-analyst = Analyste
role-auditor = Auditeur
role-administrator = Administrateur
role-integration = Intégration
