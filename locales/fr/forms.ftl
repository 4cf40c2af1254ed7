# The instruments by which people are heard, and an organisation's own. Not yet reviewed by a native speaker.
forms-title = Instruments
forms-explain = Avec quoi les personnes sont interrogées, d’où cela vient, et qui l’a relu. Les anciennes réponses gardent la version sous laquelle elles ont été données.
forms-way = Instruments
forms-own = Les vôtres
forms-none = Il n’y en a pas encore.
forms-own-says = version { $version }, { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}, dont { $carrying } qui peuvent porter un résultat
forms-file = Un XLSForm, comme KoBo et ODK l’utilisent
forms-file-hint = Un tableur avec les feuilles survey, choices et settings. Ce qui n’y est pas compris est dit, ligne par ligne, et rien n’est alors gardé. Pour en changer un, augmentez sa version.
forms-add = Le vérifier et le garder
forms-no-file = Choisissez un fichier. Rien n’a été gardé.
forms-not-kept = Rien n’a été gardé. Ces points sont à revoir :
forms-kept = C’est gardé. On peut dès maintenant entendre des personnes avec : il figure sur la page de ce qui ressort d’un entretien.
forms-shipped = Ceux du programme
forms-unreviewed = Encore relu par personne.
