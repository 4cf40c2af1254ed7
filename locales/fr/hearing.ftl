# Hearing a person: one question at a time. Not yet reviewed by a native speaker.
hear-title = Entendre la personne
hear-explain = Demandez une seule fois, une question à la fois. Chaque réponse est gardée aussitôt ; arrêtez ou faites une pause dès que la personne le souhaite.
hear-begin = Commencer l’entretien
hear-begin-short = Premier entretien, moins de cinq minutes
hear-go-on = Continuer
hear-urgent = Urgent
hear-number = Question { $count }
hear-share = Part déjà demandée
hear-stop = Pause ou arrêt
hear-see-result = Ce qui en ressort
hear-left = { $count ->
    [one] Il reste une question.
   *[other] Il reste { $count } questions.
}
hear-kept = Chaque réponse est gardée dès qu’elle est donnée.
hear-so-far = Jusqu’ici
hear-keep = Garder et continuer
hear-choose = Choisissez une réponse, ou l’une des deux ci-dessous.
hear-number-wrong = Écrivez un nombre.
hear-words = Écrivez ce que la personne a dit, ou choisissez l’une des deux réponses ci-dessous.
hear-when = Ce n’est ni un jour ni une heure. Écrivez par exemple 2026-01-18, 2026-01-18 18:00, 2026-01 ou 2026, ou d’un jour à un autre : 2026-01-10..2026-01-14.
hear-when-hint = Aussi exactement qu’on le sait : 2026-01-18 18:00, 2026-01-18, 2026-01, ou 2026-01-10..2026-01-14
hear-section-before = Avant de commencer
hear-section-safety = Sécurité
hear-section-health = Santé
hear-section-recruitment = Comment cela a commencé
hear-section-journey = Le voyage
hear-section-place = Le lieu
hear-section-work = Le travail
hear-section-pay-and-debt = Paie et dette
hear-section-papers = Papiers
hear-section-threats = Menaces
hear-section-sale = Être vendu
hear-section-escape-and-release = Fuite et sortie
hear-section-others = D’autres qui étaient là
hear-section-home = Rentrer au pays
hear-section-wishes = Ce que la personne veut
hear-section-statement = Déposition, réservée aux chargés de protection

said-yes = Oui
said-no = Non
said-does-not-know = Ne sait pas
said-rather-not = Préfère ne pas le dire

stop-title = Une pause
stop-kept = { $count ->
    [0] Rien n’a encore été demandé. Tout ce qui sera dit est gardé au fur et à mesure.
    [one] La seule réponse est gardée. Rien n’est demandé deux fois.
   *[other] Les { $count } réponses sont toutes gardées. Rien n’est demandé deux fois.
}
stop-distress = La personne est-elle en détresse ?
stop-distress-do = Ne continuez pas aujourd’hui. Restez, respirez ensemble, offrez de l’eau. Dites que rien ne doit être dit, et qu’aucune aide n’en dépend. Demandez ensuite si la personne aimerait parler à quelqu’un pour sa santé mentale.
stop-refer = Orienter, par exemple vers des soins psychologiques
stop-go-on = Continuer

## What the answers come to.
heard-title = Ce qui en ressort
heard-law = Devant la loi
heard-machine = Le programme ne dit jamais que quelqu’un n’est pas une victime. Ce qu’il dit découle des réponses ci-dessous ; ce qui n’a pas reçu de réponse est inconnu, et inconnu ne veut pas dire non.
heard-dimensions = Indicateurs de l’OIT et de la CE
heard-dimension = Dimension
heard-strong = Forts
heard-medium = Moyens
heard-weak = Faibles
heard-positive = Positive
heard-not-yet = Pas encore
heard-best = Ce qu’il serait le plus utile de demander :
heard-open = { $count ->
    [0] Aucune question qui pourrait compter n’est ouverte.
    [one] Une question qui pourrait compter est ouverte.
   *[other] { $count } questions qui pourraient compter sont ouvertes.
}
heard-unreviewed = Personne n’a encore relu certains de ces instruments.
heard-go-on = { $count ->
    [one] Continuer : il reste une question
   *[other] Continuer : il reste { $count } questions
}
heard-said = Ce qui a été dit
heard-nothing = Rien n’a encore été demandé. Ce que dit la carte d’arrivée compte déjà.
heard-change = Changer
heard-change-what = Changer la réponse à : { $what }
heard-urgency = À quel point c’est urgent
heard-first = D’abord :
heard-attended = Pris en charge
heard-review = À revoir avant le
heard-due = À faire avant le
heard-not-signed-off = Pas encore validé par un clinicien.
finding-presumed-victim = Victime présumée
finding-strong-indication = Indication forte
finding-more-information-needed = Il faut plus d’informations
level-p0 = P0 : dans l’heure
level-p1 = P1 : aujourd’hui
level-p2 = P2 : dans les trois jours
level-p3 = P3 : dans la semaine
clock-left = { $hours ->
    [one] Il reste { $hours } heure : { $what }
   *[other] Il reste { $hours } heures : { $what }
}
clock-between = Il reste { $hours } à { $most } heures : { $what }
clock-unknown = On ne sait pas quand cela s’est passé : cela compte comme dans les { $hours } heures. { $what }
clock-over = Les { $hours } heures sont passées : { $what }
attend-note = Ce qui a été fait
attend-do = Fait, ou revu
attend-done = C’est noté. La prochaine revue compte à partir de maintenant.

decide-title = Statut, décidé par une personne
decide-explain = Seule une personne nommée le décide, avec une raison. Il figure dans les exports comme statut de la traite.
decide-open = Noter une décision
decide-status = Statut
decide-by = Qui a décidé : nom et fonction
decide-body = De quel type d’organisation
decide-because = Pourquoi
decide-do = Noter la décision
decide-done = La décision est notée.
decision-of = { $status }, décidé par { $who }
wrong-status = Choisissez le statut et le type d’organisation qui l’a décidé.
status-possible = Victime possible de la traite
status-actual = Victime de la traite
status-not-a-victim = Pas une victime, selon la décision de cette personne
body-ngo = Organisation non gouvernementale
body-police = Police
body-court = Tribunal ou parquet
body-government = Administration, autre que la police
body-other = Autre

## Whom to look after first.
now-way = Maintenant : de qui s’occuper d’abord
now-title = Maintenant
now-explain = Tous ceux pour qui c’est urgent : d’abord ceux dont la vie ou la sécurité est en jeu, puis ceux dont le délai court, le moins de temps en haut, puis tous les autres selon l’échéance.
now-levels = Niveaux
now-all = Tous
now-nobody = Rien d’urgent pour personne en ce moment.
now-late = en retard
now-more = { $done } sur { $total } sont montrés.
concern-life-threatening-injury = Blessure qui menace la vie
concern-suicide-plan = Plan ou tentative de suicide
concern-labour-or-bleeding = Accouchement, ou saignement pendant une grossesse
concern-abduction-or-arrest = Enlèvement ou arrestation en cours
concern-child-alone = Enfant seul
concern-trafficker-present = Trafiquants tout près
concern-sexual-violence = Violence sexuelle
concern-minor = Moins de 18 ans, ou peut-être
concern-pregnancy = Enceinte
concern-untreated-injury = Blessure ou maladie non soignée
concern-missed-medicine = Médicament manqué
concern-credible-threat = Menacé
concern-held-by-police = Retenu par la police
concern-suicidal-thoughts = Pensées de suicide
concern-refoulement-risk = Peur de son propre État
concern-sleeping-rough = Nulle part où dormir
concern-no-food = Rien à manger
concern-exit-deadline = Doit bientôt quitter le pays
concern-recruiter-contact = Recruteurs en contact
concern-documents-pending = Papiers en attente
field-heard = Dit à l’entretien
field-decision = Statut décidé
field-attended = Pris en charge

## The queue of those who wait to be heard.
queue-title = Qui attend d’être entendu
queue-way = Qui attend d’être entendu
queue-explain = Chaque personne est entendue une seule fois, par l’un de vous. Qui prend la personne suivante est seul à l’entendre ; une demi-heure après la dernière réponse, d’autres peuvent la prendre.
queue-waiting = en attente
queue-now = entendus en ce moment
queue-today = entendus aujourd’hui
queue-place = Où vous êtes
queue-anywhere = Partout
queue-show = Montrer
queue-take = Prendre la personne suivante
queue-nobody = Personne n’attend d’être entendu ici.
queue-since = Ici depuis
queue-more = { $done } sur { $total } sont montrés.
queue-in-part = { $count ->
    [one] Une personne n’a eu que le premier entretien
   *[other] { $count } personnes n’ont eu que le premier entretien
}
queue-in-part-explain = Ce qui a été dit est gardé. Continuez quand il y a du temps et un lieu calme ; rien n’est demandé deux fois.
queue-mine = à vous
