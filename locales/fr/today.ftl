# What is to be done today, queues, one step for many, deadlines, the calendar. Not yet reviewed by a native speaker.
frame-today = Aujourd’hui
today-title = Aujourd’hui
today-explain = Ce qui est à faire, ce qui est en retard, ce qui sera compromis cette semaine, et ce qui peut commencer depuis votre dernière visite.
today-asked = Ce qui est demandé à cette équipe
today-asked-none = Personne n’attend de réponse de cette équipe.
today-parts = Parties de cette page
today-part-watched = à surveiller
today-part-overdue = en retard
today-part-due = à faire
today-part-breaking = sera compromis cette semaine
today-part-opened = peut commencer
today-none-watched = Personne n’est retenu, perdu de vue ou revendu, et personne n’est en danger de mort, d’après ce qui a été noté.
today-none-overdue = Rien n’est en retard.
today-none-due = Rien n’est à faire aujourd’hui.
today-none-breaking = Rien ne prend fin dans la semaine, d’après ce qui a été noté.
today-none-opened = Rien de ce qui attendait ne peut commencer depuis votre dernière visite.
today-more = { $done } sur { $total } sont montrés.
today-unanswered = { $count ->
    [one] { $count } demande n’a pas reçu de réponse à temps.
   *[other] { $count } demandes n’ont pas reçu de réponse à temps.
}
today-to-ask = { $count ->
    [one] On n’a pas encore demandé à { $count } personne si un contact est sans danger.
   *[other] On n’a pas encore demandé à { $count } personnes si un contact est sans danger.
}
today-follow-up = Demander comment va la personne
today-first-action = { $level } : première action
today-consent-ends = Le consentement prend fin pour { $contact }
today-leave-ends = L’autorisation de séjour prend fin
today-held = Retenu par les autorités
today-since = depuis le { $day }
today-since-day = depuis le { $what }
today-expected = attendu le { $day }
today-until = jusqu’au { $day }
queues-title = Qui attend où
queues-explain = Toutes les personnes dont le parcours de sortie attend une étape : combien elles sont, et depuis combien de jours. Une personne peut attendre plusieurs étapes à la fois.
queues-by = Comment les files sont divisées
queues-by-step = Par étape
queues-by-mission = Par étape et par ambassade ou consulat
queues-none = Personne n’attend.
queues-step = Étape
queues-waiting = Personnes
queues-median = La moitié attend au moins
queues-longest = Le plus long
queues-held = { $count ->
    [one] { $count } est bloquée
   *[other] { $count } sont bloquées
}
queues-no-mission = ambassade ou consulat non établi
queues-stuck = Bloqués le plus longtemps, et par quoi
queue-count = { $count ->
    [one] { $count } personne attend cette étape.
   *[other] { $count } personnes attendent cette étape.
}
queue-mission = Ambassade ou consulat
queue-any-mission = Toutes les ambassades et tous les consulats
queue-show-them = Montrer
queue-empty = Personne n’attend ici.
queue-tick = Choisir { $what }
queue-stage-ready = peut commencer
queue-stage-begun = commencé
queue-stage-waiting = en attente
queue-stage-held = bloqué : voir le plan
batch-title = Une étape pour plusieurs
batch-explain = Rien n’est noté avant que vous ayez vu pour qui. Ceux dont le plan ne permet pas l’étape sont laissés de côté.
batch-private = La vérification de sécurité et le consentement se demandent à chaque personne seule, en privé, et ne sont jamais notés pour plusieurs.
batch-who = Pour qui
batch-ticked = Ceux qui sont cochés
batch-all = { $count ->
    [one] La personne qui attend
   *[other] Les { $count } personnes qui attendent
}
batch-reached = Ce qui est noté
batch-reached-done = fait
batch-reached-begun = commencé
batch-reached-waiting-for = en attente de celui qui s’en charge
batch-next = Montrer ce qui sera noté
batch-in-file = Ceux que nomme le tableur
batch-numbers = Un tableur avec les numéros des documents, s’il y en a un
batch-numbers-explain = XLSX, XLS, ODS ou CSV : une ligne par personne, avec le code, le numéro de passeport ou le nom, et dans une colonne à part le numéro du nouveau document. Il est lu et n’est pas gardé.
batch-no-numbers = Dans ce fichier, aucun nouveau numéro ne figure à côté de quelqu’un qui attend ici. Regardez si c’est le bon fichier, et si les numéros ont leur propre colonne.
batch-number = Numéro du document
batch-issue-explain = Chaque document est noté dans le dossier avec son numéro, et les photos prises pour ce document sont supprimées. Annuler remet ce qu’on savait des papiers ; les photos supprimées ne reviennent pas. Si aucun numéro n’est connu, laissez le champ vide.
batch-unclear = { $count ->
    [one] { $count } ligne du tableur vous est laissée
   *[other] { $count } lignes du tableur vous sont laissées
}
batch-unclear-explain = On ne peut pas dire à qui elles sont : personne ici ne porte ce nom, plusieurs le portent, ou un numéro y figure deux fois. Écrivez le numéro à côté de la personne ci-dessous, si elle y est.
ask-open = Demander à cette personne seule
ask-open-who = Demander à la personne seule : { $what }
ask-lead = Demandez à cette personne seule, sans que personne n’écoute, dans une langue qu’elle parle bien.
ask-not-why = On note ici seulement oui ou non, jamais pourquoi. Ce dont quelqu’un a peur, il le dit à un gestionnaire de cas ou à un chargé de protection, les seuls à le lire.
ask-closed = Ceux qui font les étapes ne voient pas pourquoi. Un gestionnaire de cas ou un chargé de protection de votre équipe peut entendre cette personne seule et vérifier de nouveau ; d’ici là, aucun État n’est informé de rien, et aucune étape qui en informe un n’avance.
ask-check = Faire la vérification de sécurité
ask-safety-first = D’abord : un contact est-il sans danger ? Demandez, et choisissez l’un des deux.
ask-kept = C’est gardé pour { $what }.
ask-who-can = Ceux qui font les étapes ne peuvent pas changer cela : un gestionnaire de cas ou un chargé de protection de votre équipe le peut.
batch-nobody = Personne n’est coché. Cochez quelqu’un, ou choisissez tous.
batch-day-ahead = Ce jour n’est pas encore venu.
batch-confirm-title = Est-ce juste ?
batch-will-write = Ceci sera noté dans le dossier de chacun, avec votre nom. On peut l’annuler pendant un jour.
batch-says = { $count ->
    [one] { $count } personne : { $what }
   *[other] { $count } personnes : { $what }
}
batch-confirm = { $count ->
    [one] Noter pour { $count } personne
   *[other] Noter pour { $count } personnes
}
batch-back = Retour, ne rien noter
batch-nobody-left = Il n’y a personne pour qui cela puisse être noté.
batch-left-out = { $count ->
    [one] { $count } personne est laissée de côté
   *[other] { $count } personnes sont laissées de côté
}
batch-people = { $count ->
    [one] Pour { $count } personne
   *[other] Pour { $count } personnes
}
batch-over = C’est déjà fait, ou pas nécessaire.
batch-not-on-the-way = Cette étape ne fait pas partie de la voie que suit la personne.
batch-running = En cours d’écriture
batch-running-explain = Chaque dossier est écrit à part. Si vous vous déconnectez, cela s’arrête après la personne en cours.
batch-progress = { $done } sur { $total }
batch-finished = Ce qui a été noté
batch-written = { $count ->
    [0] Rien n’a été noté.
    [one] Noté pour { $count } personne.
   *[other] Noté pour { $count } personnes.
} { $changed ->
    [0] { "" }
    [one] Pour { $changed }, cela n’a pas pu être noté ; réessayez.
   *[other] Pour { $changed }, cela n’a pas pu être noté ; réessayez.
}
batch-undone = { $count ->
    [0] Rien n’a été annulé.
    [one] Annulé pour { $count } personne.
   *[other] Annulé pour { $count } personnes.
} { $changed ->
    [0] { "" }
    [one] Pour { $changed }, cela reste, car quelqu’un l’a changé depuis.
   *[other] Pour { $changed }, cela reste, car quelqu’un l’a changé depuis.
}
batch-recent = Fait pour plusieurs depuis hier
batch-undo = Annuler
batch-undo-what = Annuler : { $what }
batch-undo-explain = Annuler remet ce qui était noté avant, pour tous ceux dont personne n’a changé l’étape depuis. C’est possible pendant un jour.
batch-was-undone = Cela a été annulé.
deadlines-title = Échéances
deadlines-explain = Les jours avant lesquels quelque chose doit être fait pour cette personne. Une semaine avant, les gestionnaires de cas sont prévenus ; trois jours avant, les chargés de protection aussi ; le jour même, toute l’équipe et les administrateurs. On leur dit qu’une échéance approche, pas laquelle.
deadlines-none = Il n’y en a pas.
deadlines-add = Ajouter une échéance
deadlines-what = Ce qui doit être fait
deadlines-on = Avant quel jour
deadlines-over = Ne vaut plus
deadlines-over-what = Ne vaut plus : { $what }
deadline-kept = C’est gardé.
deadline-over = ne vaut plus
field-deadline = Une échéance
calendar-title = Calendrier
calendar-explain = Les échéances et les suivis de votre équipe, pour le calendrier de votre téléphone ou de votre ordinateur : le code de la carte et le jour, pas de nom, et pas ce dont il s’agit.
calendar-risk = Celui qui a l’adresse peut le lire, même sans se connecter. Faites-en une nouvelle si quelqu’un d’autre a pu la voir, et n’en faites pas du tout si votre téléphone peut être fouillé.
calendar-none = Il n’y a pas de calendrier.
calendar-since = Il y a un calendrier depuis le { $what }. Son adresse a été montrée une fois.
calendar-make = Faire un calendrier
calendar-renew = Faire une nouvelle adresse ; l’ancienne prend fin
calendar-end = Mettre fin au calendrier
calendar-ended = Le calendrier a pris fin. Ce que des calendriers ont déjà pris y reste jusqu’à leur prochaine demande.
calendar-address = Copiez cette adresse dans votre calendrier maintenant. Elle n’est montrée qu’une fois.
