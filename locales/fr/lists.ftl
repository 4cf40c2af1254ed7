# Not yet reviewed by a native speaker.
lists-title = Importer une liste
lists-explain = Une liste d’une ambassade, d’un hébergement ou d’une discussion de groupe, telle quelle. Rien n’est enregistré avant que vous l’ayez vu.
lists-file = La liste
lists-file-hint = Un tableur (XLSX, XLS, ODS) ou du texte (CSV), jusqu’à 20 Mo.
lists-sender = Qui l’envoie
lists-sender-hint = Un service d’ambassade, un hébergement, un bénévole. Leur prochaine liste sera alors comprise tout de suite. Peut rester vide.
lists-unnamed-sender = Expéditeur sans nom
lists-read = Lire la liste
lists-earlier = Listes précédentes
lists-rows =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
lists-registered =
    { $count ->
        [one] { $count } enregistrée
       *[other] { $count } enregistrées
    }
lists-need-a-look =
    { $count ->
       *[other] { $count } à revoir
    }
list-running = en cours d’enregistrement
list-cut-off = pas terminée
list-finished = terminée

## Which column holds what.
lists-columns-title = Ce que contiennent les colonnes
lists-columns-explain = Voici comment la liste a été comprise. Cliquez sur une colonne pour changer ce qu’elle contient.
lists-sheet = Feuille
lists-hidden-sheet = masquée dans le fichier
lists-hidden = masquée
lists-header = Ligne des titres
lists-previous = Version plus récente de
lists-no-previous = aucune liste : celle-ci est nouvelle
lists-nationality = Nationalité de toutes les personnes de la liste
lists-nationality-column = Comme le dit la liste
lists-date-order = Les dates sont écrites
date-order-day-first = jour, mois, année
date-order-month-first = mois, jour, année
date-order-year-first = année, mois, jour
date-order-unknown = selon la liste ; en cas de doute, les deux lectures sont gardées
lists-column = La colonne { $what } contient
lists-col-row = Ligne
lists-columns-next = Voir les personnes
lists-columns-again = Changer les colonnes
column-ignore = rien d’utile ici
column-number = numéro d’ordre
column-name = nom
column-given-name = prénom
column-family-name = nom de famille
column-own-script-name = nom dans sa propre écriture
column-nationality = nationalité
column-sex = sexe
column-birth = date de naissance
column-age = âge
column-place-and-birth = lieu et date de naissance
column-name-and-nationality = nom et nationalité
column-name-and-passport = nom et numéro de passeport
column-sex-and-age = sexe et âge
column-passport = numéro de passeport
column-papers = papiers
column-phone = téléphone ou pseudo
column-place = lieu actuel
column-reported = date d’arrivée chez nous
column-entered = date d’entrée
column-remark = remarque
# What was noticed when the list was read.
lists-header-in-row = Les titres sont à la ligne { $count }.
lists-no-header = Il n’y a pas de ligne de titres.
lists-recognised = Les colonnes sont celles que vous aviez choisies pour { $what }.
lists-hidden-rows =
    { $count ->
        [one] { $count } ligne est masquée dans le fichier. Elle a été lue comme les autres.
       *[other] { $count } lignes sont masquées dans le fichier. Elles ont été lues comme les autres.
    }
lists-several-sheets = Le fichier contient { $count } feuilles. Celle-ci est la plus longue.

## The rows as people.
lists-preview-title =
    { $count ->
        [0] Encore personne sur cette liste
        [one] { $count } personne sur cette liste
       *[other] { $count } personnes sur cette liste
    }
lists-preview-explain = Rien n’est encore enregistré. Regardez ce qui est incertain, et corrigez-le ici ou plus tard.
lists-preview-newer = Les personnes de la version précédente sont mises à jour, et non enregistrées une deuxième fois.
lists-corrected =
    { $count ->
        [one] { $count } cellule a été corrigée.
       *[other] { $count } cellules ont été corrigées.
    }
reading-look = à revoir
reading-unsure = avec un point incertain
reading-sure = sans point incertain
reading-not-a-person = pas une personne
lists-doubts = À redemander
lists-register = Enregistrer ces personnes
lists-correct = Corriger
lists-correct-row = Corriger la ligne { $count }

## One row's cells.
lists-row-title = Ligne { $count }
lists-back = Retour
lists-back-to-lists = Toutes les listes
lists-cell-corrected = corrigée
lists-save-row = Garder et relire
lists-who-is-it = Qui est-ce ?
lists-somebody-new = Une nouvelle personne
lists-set-aside = Cette ligne n’est pas une personne

## Rows that wait for a person.
lists-to-look-at =
    { $count ->
        [0] Aucune ligne à revoir
        [one] { $count } ligne à revoir
       *[other] { $count } lignes à revoir
    }
lists-look-explain = Ces lignes des listes de votre équipe n’ont pas été enregistrées. Rien n’en est perdu.
lists-now-registered = La personne est enregistrée.
lists-now-changed = La personne était déjà enregistrée. Ce qui est nouveau a été repris.
lists-now-already = La personne était déjà enregistrée, et il n’y a rien de nouveau.
lists-now-not-a-person = La ligne est mise de côté.
lists-now-waiting = La ligne sera enregistrée quand la liste reprendra.
lists-now-replaced = Une version plus récente de la liste contient cette ligne.

## While it runs, and afterwards.
lists-progress-title = Enregistrement de la liste
lists-progress-explain = Vous pouvez quitter cette page. L’enregistrement continue tant que votre connexion est ouverte.
lists-progress = Lignes : { $done } sur { $total }
lists-sealing = Mise sous scellé de la liste…
lists-progress-again = Regarder de nouveau
lists-stop = Arrêter ici
lists-not-kept = La liste n’a pas pu être gardée. Personne n’a été enregistré. Veuillez l’importer encore une fois.
lists-cut-off =
    { $count ->
        [0] La liste s’est arrêtée à la fin. Il ne reste personne.
        [one] La liste s’est arrêtée avant la fin. { $count } ligne attend. Les personnes enregistrées le restent, et personne n’est enregistré deux fois.
       *[other] La liste s’est arrêtée avant la fin. { $count } lignes attendent. Les personnes enregistrées le restent, et personne n’est enregistré deux fois.
    }
lists-go-on = Continuer
lists-report-title = Ce qu’est devenue chaque ligne
lists-report-show = Afficher
lists-report-all = toutes les lignes
lists-col-outcome = Résultat
lists-col-reason = Pourquoi
lists-col-said = Ce qu’elle dit
lists-report-csv = Rapport sans noms
lists-with-codes = La liste avec les codes
lists-look-file = Lignes à revoir
lists-code-column = Code du dossier
lists-row-column = Ligne dans la liste
lists-reason-column = À revoir
lists-not-taken = pas transmis : cette partie du dossier n’est pas ouverte à votre équipe
lists-gone =
    { $count ->
        [one] { $count } personne de la version précédente n’est pas sur cette liste
       *[other] { $count } personnes de la version précédente ne sont pas sur cette liste
    }
lists-gone-explain = Elles restent enregistrées. Demandez pourquoi elles n’y sont plus.
outcome-waiting = en attente
outcome-registered = enregistrée
outcome-changed = mise à jour
outcome-already = rien de nouveau
outcome-look = à revoir
outcome-not-a-person = pas une personne
outcome-replaced = venue à nouveau
wrong-file = Choisissez un fichier qui contient une liste.

## What is unsure about a person on a list.
doubt-birth-order = Le jour et le mois de naissance sont peut-être inversés.
doubt-birth-calendar = L’année de naissance est peut-être comptée dans un autre calendrier.
doubt-birth-not-read = La date de naissance n’a pas pu être lue.
doubt-birth-from-number = Le tableur a gardé la date de naissance comme un simple nombre.
doubt-age-differs = L’âge et la date de naissance ne vont pas ensemble.
doubt-reported-order = Le jour d’arrivée peut être l’un ou l’autre de deux jours. Il a été laissé ouvert.
doubt-reported-not-read = Le jour d’arrivée n’a pas pu être lu.
doubt-entered-order = Le jour d’entrée peut être l’un ou l’autre de deux jours. Il a été laissé ouvert.
doubt-entered-not-read = Le jour d’entrée n’a pas pu être lu.
doubt-sex-not-read = Le sexe n’a pas pu être lu.
doubt-sex-unclear = Dans cette liste, la lettre M peut désigner un homme ou une femme.
doubt-nationality-not-read = La nationalité n’a pas pu être lue.
doubt-nationality-from-name = La nationalité a été prise de ce qui est écrit à côté du nom.
doubt-paper-not-read = Ce qui est dit des papiers n’a pas pu être lu.
doubt-paper-kind = Il n’est pas dit à quel papier appartient le numéro.
doubt-phone-not-read = Le tableur a abîmé le numéro de téléphone.
doubt-sign-from-remark = Une remarque signale quelque chose d’urgent. Demandez si c’est bien le cas.

## Why a row is not a person, or needs a look.
why-heading = Cette ligne répète les titres.
why-total = Cette ligne est un total.
why-signature = Cette ligne est une signature ou une note sur la liste.
why-only-a-number = Cette ligne ne contient qu’un numéro.
why-no-name = Cette ligne ne contient pas de nom.
why-shifted = Les cellules de cette ligne semblent être dans les mauvaises colonnes.
why-only-a-name = Cette ligne ne contient qu’un nom. C’est peut-être un titre ou une note.
why-maybe-known = C’est peut-être une personne que la liste avait déjà, ou quelqu’un d’autre.
why-said-so = Quelqu’un a vérifié : cette ligne n’est pas une personne.
why-above-headings = C’est le titre de la liste ou les titres des colonnes.
