# Appointments with missions, and when missions receive people. Not yet reviewed by a native speaker.
appointments-title = Rendez-vous
appointments-explain = Combien de personnes chaque ambassade ou consulat reçoit par jour, qui est attendu, et où il reste des places. Toutes les équipes partagent les places ; personne ne voit les noms d’une autre équipe.
appointments-none = Personne n’attend une ambassade ou un consulat, et personne n’y est attendu.
appointments-mission = Ambassade ou consulat
appointments-without = En attendent un
appointments-expected = Attendus
appointments-next = Prochain jour libre
appointments-no-hours = heures pas connues
appointments-left = { $count ->
    [one] { $count } place libre
   *[other] { $count } places libres
  }
appointments-full = complet
appointments-others = { $count ->
    [one] { $count } d’une autre équipe
   *[other] { $count } d’autres équipes
  }
appointments-of = Rendez-vous : { $what }
appointments-about-mission = Ce qu’on sait de l’ambassade ou du consulat
appointments-taken = places prises : { $done } sur { $total }
appointments-mine = { $count ->
    [one] { $count } de cette équipe
   *[other] { $count } de cette équipe
  }
appointments-still = { $count ->
    [one] { $count } personne a encore un rendez-vous
   *[other] { $count } personnes ont encore un rendez-vous
  }
hours-title = Quand l’ambassade ou le consulat reçoit
hours-explain = Ceci vaut pour toutes les équipes. Une date précise passe avant un jour férié, et un jour férié avant la semaine. Aucune heure écrite : personne n’est reçu.
hours-weekdays = Ces jours de chaque semaine
hours-date = Ou à une seule date
hours-times = Heures, et combien de personnes à chacune
hours-at = Heure
hours-places = Personnes
hours-wrong = Écrivez chaque heure comme 09:00, et à côté combien de personnes sont reçues. Rien n’a été changé.
hours-kept = Les heures sont gardées.
day-unknown = Personne n’a noté si l’on reçoit ce jour-là.
day-closed = Personne n’est reçu.
day-holiday = Jour férié : { $name }
appointments-give = Donner des places à ceux qui attendent
appointments-step = Pour
appointments-nobody = Parmi ceux qui pourraient y aller, personne n’attend cela sans rendez-vous.
appointments-wait-full = { $count ->
    [one] { $count } personne attend, et le jour est complet.
   *[other] { $count } personnes attendent, et le jour est complet.
  }
appointments-give-explain = { $count ->
    [one] { $count } personne attend.
   *[other] { $count } personnes attendent, d’abord celles qui attendent depuis le plus longtemps. Il y en a autant de cochées que de places.
  }
appointments-give-them = Donner un rendez-vous à ceux qui sont cochés
appointments-booked = { $count ->
    [0] Aucun rendez-vous n’a été pris.
    [one] { $count } personne a maintenant un rendez-vous.
   *[other] { $count } personnes ont maintenant un rendez-vous.
  }
appointments-no-room = { $count ->
    [one] Pour { $count }, il ne restait pas de place.
   *[other] Pour { $count }, il ne restait pas de place.
  }
appointment-booked = pris
appointment-came = Est venu
appointment-did-not-come = N’est pas venu
appointment-called-off = annulé
appointment-call-off = Annuler
appointment-came-who = { $what } est venu
appointment-did-not-come-who = { $what } n’est pas venu
appointment-call-off-who = Annuler le rendez-vous de { $what }
appointment-none = Il n’y en a pas.
appointment-not-now = On peut prendre un rendez-vous dès qu’une étape avec l’ambassade ou le consulat peut commencer.
appointment-book = Prendre un rendez-vous
appointment-book-explain = Si un rendez-vous est déjà pris avec cette ambassade ou ce consulat, sa place est rendue.
appointments-see-days = Voir les jours
appointment-on = Jour
appointment-at = Heure ; si c’est vide, la première qui est libre
appointment-made = Rendez-vous pris le { $day } à { $time }.
today-appointment = Rendez-vous à l’ambassade ou au consulat
today-did-they-come = Avait un rendez-vous : est-il venu ?
today-on = le { $day }
field-appointment = Un rendez-vous avec une ambassade ou un consulat
weekday-mon = lundi
weekday-tue = mardi
weekday-wed = mercredi
weekday-thu = jeudi
weekday-fri = vendredi
weekday-sat = samedi
weekday-sun = dimanche
