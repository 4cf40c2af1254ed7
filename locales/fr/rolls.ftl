# Named rolls: those for whom a mission asks that a fine be waived. Not yet reviewed by a native speaker.
rolls-title = Listes nominatives pour ambassades et consulats
rolls-open = Listes nominatives : amendes remises sur liste
rolls-explain = Pour chaque ambassade ou consulat : qui peut figurer sur la liste par laquelle il demande la remise des amendes pour dépassement de séjour. Personne n’y figure avant une vérification de sécurité et un oui pour cette ambassade ou ce consulat et pour les autorités.
rolls-no-pack = Dans ce pays, aucune amende n’est remise sur des listes d’ambassades ou de consulats.
rolls-nobody-ready = Personne ne peut encore figurer sur une liste. Ouvrez une nationalité pour voir ce que chacun attend.
rolls-ready = { $count ->
    [one] { $count } prête
   *[other] { $count } prêtes
}
rolls-missing = absentes : { $count }
rolls-others = { $count ->
    [one] { $count } nationalité dont personne n’est prêt
   *[other] { $count } nationalités dont personne n’est prêt
}
rolls-back = Toutes les listes nominatives
rolls-of = Liste nominative : { $what }
rolls-versions = Versions
rolls-version = Version { $count }
rolls-not-sent = pas envoyée
rolls-sent-on = envoyée le { $what }
rolls-on = Sur la liste
rolls-on-count = { $count ->
    [0] Personne n’est sur la liste
    [one] { $count } personne sur la liste
   *[other] { $count } personnes sur la liste
}
rolls-nobody-on = Dans l’état actuel, personne ne peut y figurer. Ci-dessous, ce que chaque personne attend.
rolls-total = Au total
rolls-total-days = jours de dépassement de séjour
rolls-seal-title = Sceller une version
rolls-seal-explain = Chaque personne qui y figure est regardée encore une fois, et l’ouverture de son dossier est inscrite au journal. Une version scellée reste telle quelle.
rolls-sender = L’ambassade ou le consulat qui l’envoie
rolls-until = Compter les jours jusqu’au
rolls-seal = Sceller cette version
rolls-sealed = { $count ->
    [one] Scellée, avec { $count } personne.
   *[other] Scellée, avec { $count } personnes.
}
wrong-roll-line = Un numéro que vous avez écrit n’est pas une ligne de cette version. Rien n’a été noté ; relisez la réponse.
wrong-roll-no-line = Vous avez choisi une décision sans le numéro de sa ligne. Rien n’a été noté ; relisez la réponse.
wrong-roll-twice = Vous avez donné deux décisions différentes à une même ligne. Rien n’a été noté ; relisez la réponse.
wrong-roll-nobody = Plus personne de cette version ne peut être nommé, il n’y en a donc pas de fichier. Scellez une nouvelle version.
wrong-roll-mission = Écrivez quelle ambassade ou quel consulat envoie la liste.
rolls-missing-count = { $count ->
    [0] Personne n’en est absent
    [one] { $count } personne en est absente
   *[other] { $count } personnes en sont absentes
}
rolls-missing-explain = D’abord celles à qui il manque le moins. Chacune mène au plan, où cela peut être réglé.
rolls-all = Toutes
rolls-counted-to = comptés jusqu’au { $what }
rolls-sealed-by = Scellée par
rolls-withdrawn = { $count ->
    [one] { $count } personne de cette version ne peut plus être nommée à l’ambassade ou au consulat. Elle ne figure dans aucun fichier fait à partir de maintenant.
   *[other] { $count } personnes de cette version ne peuvent plus être nommées à l’ambassade ou au consulat. Elles ne figurent dans aucun fichier fait à partir de maintenant.
}
rolls-files = Télécharger
rolls-place = Lieu de la note verbale
rolls-note-explain = Le PDF commence par la note verbale en anglais et en khmer. Personne n’a encore relu ces textes : faites-les lire par l’ambassade ou le consulat.
rolls-send-title = Noter qu’elle a été envoyée
rolls-send-explain = La sécurité et le consentement de chacun sont vérifiés encore une fois. Chaque plan attend ensuite la réponse.
rolls-send-on = Envoyée le
rolls-send = Elle a été envoyée
rolls-sent-done = L’envoi est noté. Chaque plan attend la réponse.
rolls-not-sent-yet = Cette version n’a pas été envoyée. Notez le jour de l’envoi, puis la réponse.
rolls-answer-title = La réponse
rolls-answer-explain = Rapportez le tableur avec les décisions, quel que soit l’ordre de ses colonnes. Vous voyez ce qui serait noté avant que rien ne le soit.
rolls-answer-file = Le tableur revenu
rolls-answer-read = Lire la réponse
rolls-open-lines = pas encore de réponse
rolls-changed-since = Ce qui a changé depuis la version { $count }, la dernière envoyée
rolls-changed-nothing = Rien.
rolls-added = Ajoutées
rolls-gone = N’y sont plus
rolls-gone-since = pourraient être sur la prochaine version
rolls-changed = Disent autre chose
rolls-col-number = N°
rolls-col-name = Nom
rolls-col-birth = Naissance
rolls-col-document = Document
rolls-col-entered = Entrée
rolls-col-days = Jours
rolls-col-amount = Amende
rolls-col-decision = Décision
decision-approved = accordé
decision-refused = refusé
decision-not-found = introuvable
roll-blank-erased = effacé
roll-blank-withdrawn = Ne peut plus être nommé à l’ambassade ou au consulat.
roll-look-nobody = une décision sur quelqu’un qui n’est sur aucune ligne de cette liste
roll-look-unclear = on ne peut pas dire de quelle ligne ou de quelle décision il s’agit
rolls-back-title = Ce qui est revenu
rolls-back-explain = Rien n’a encore été noté.
rolls-back-already = déjà notées
rolls-back-silent = lignes sans décision
rolls-back-absent = lignes absentes du fichier
rolls-back-look = lignes à revoir par vous
rolls-back-nothing = Il n’y a rien de nouveau.
rolls-rows-more = Encore { $count } lignes à revoir viendront quand vous relirez le fichier.
rolls-row = Ligne { $count } du fichier
rolls-row-line = Numéro de la ligne
rolls-row-leave = laisser
rolls-answered-on = Réponse du
rolls-note-all = { $count ->
    [0] Noter ce que j’ai décidé ci-dessus
    [one] Noter { $count } décision
   *[other] Noter { $count } décisions
}
rolls-note = Liste nominative, version { $version }, ligne { $line } : { $decision }
rolls-noted = { $count ->
    [0] Tout était déjà noté ; rien n’a été changé.
    [one] { $count } décision a été notée et figure dans le plan.
   *[other] { $count } décisions ont été notées et figurent dans les plans.
}
rolls-outdone = { $count ->
    [one] { $count } n’est gardée que sur sa ligne : ce qui a été décidé sur une autre version reste valable.
   *[other] { $count } ne sont gardées que sur leurs lignes : ce qui a été décidé sur une autre version reste valable.
}
rolls-why-safety-not-checked = Pas de vérification de sécurité
rolls-why-safety-not-clear = La vérification de sécurité dit : aucun contact avec un État pour l’instant
rolls-why-warned = { $what } : sur aucune liste
rolls-kind-warned = Il y a une mise en garde
rolls-why-declined = A refusé que l’on informe { $what }
rolls-kind-declined = A dit non
rolls-why-no-consent = On n’a pas demandé si l’on peut informer { $what }
rolls-kind-no-consent = Consentement pas demandé
rolls-why-no-guardian = Un enfant, ou d’un âge inconnu, sans tuteur
rolls-why-other-way = Sur une autre voie : { $what }
rolls-kind-other-way = Sur une autre voie
rolls-why-detained = Retenu par les autorités
rolls-why-left = Est parti, ou contact perdu
rolls-why-mission-unconfirmed = Personne n’a confirmé quelle ambassade ou quel consulat c’est
rolls-why-no-mission = Il n’y a ni ambassade ni consulat à qui demander
rolls-why-other-nationality = C’est à une autre ambassade ou un autre consulat que l’on peut demander
rolls-why-nationality-not-chosen = Plusieurs nationalités : demandez quelle ambassade ou quel consulat on peut informer
rolls-why-nationality-disputed = La nationalité est dite de plusieurs façons
rolls-why-nationality-unknown = La nationalité n’est pas connue
rolls-why-contradiction = Le dossier dit deux choses différentes : choisissez-en une
rolls-why-no-name = Pas de nom
rolls-why-no-birth-date = Pas de date de naissance
rolls-why-birth-not-exact = Le jour de naissance n’est pas connu exactement
rolls-why-no-document = Pas de numéro de passeport ou de document de voyage
rolls-why-identity-not-verified = L’ambassade ou le consulat n’a pas confirmé l’identité de la personne
rolls-why-no-entry = Le jour d’entrée n’est pas connu
rolls-why-entry-not-exact = Le jour d’entrée n’est pas connu exactement
rolls-why-overstay = Dépassement de séjour pas connu au jour près : { $what }
rolls-kind-overstay = Dépassement de séjour pas connu au jour près
rolls-why-no-overstay = Pas de dépassement de séjour
rolls-why-already-waived = L’amende est déjà remise
rolls-why-pays-the-fine = Paie l’amende
rolls-why-refused = A déjà été refusé
