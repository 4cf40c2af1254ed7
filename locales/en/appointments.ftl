appointments-title = Appointments
appointments-explain = How many people each mission receives a day, who is expected, and where places are free. All teams share a mission's places; nobody sees another team's names.
appointments-none = Nobody waits for a mission, and nobody is expected at one.
appointments-mission = Mission
appointments-without = Wait for one
appointments-expected = Expected
appointments-next = Next free day
appointments-no-hours = hours not known
appointments-left = { $count ->
    [one] one place free
   *[other] { $count } places free
  }
appointments-full = full
appointments-others = { $count ->
    [one] one of another team
   *[other] { $count } of other teams
  }
appointments-of = Appointments: { $what }
appointments-about-mission = What is known of the mission
appointments-taken = { $done } of { $total } places taken
appointments-mine = { $count } of this team
appointments-still = { $count ->
    [one] one person is still booked
   *[other] { $count } people are still booked
  }
hours-title = When the mission receives people
hours-explain = This counts for all teams. A date of its own counts before a holiday, and a holiday before the week. No time at all: nobody is received.
hours-weekdays = On these days of every week
hours-date = Or on one date only
hours-times = Times, and how many people at each
hours-at = Time
hours-places = People
hours-wrong = Write each time as in 09:00, and beside it how many people are received. Nothing was changed.
hours-kept = The hours are kept.
day-unknown = Nobody has written down whether people are received on this day.
day-closed = Nobody is received.
day-holiday = Holiday: { $name }
appointments-give = Give places to those who wait
appointments-step = For
appointments-nobody = Nobody who could go waits for this without an appointment.
appointments-wait-full = { $count ->
    [one] One person waits, and the day is full.
   *[other] { $count } people wait, and the day is full.
  }
appointments-give-explain = { $count ->
    [one] One person waits.
   *[other] { $count } people wait, whoever waits longest first. As many are ticked as there are places.
  }
appointments-give-them = Book those who are ticked
appointments-booked = { $count ->
    [0] Nobody was booked.
    [one] One person has an appointment now.
   *[other] { $count } people have an appointment now.
  }
appointments-no-room = { $count ->
    [one] For one there was no place left.
   *[other] For { $count } there was no place left.
  }
appointment-booked = booked
appointment-came = Came
appointment-did-not-come = Did not come
appointment-called-off = called off
appointment-call-off = Call off
appointment-came-who = { $what } came
appointment-did-not-come-who = { $what } did not come
appointment-call-off-who = Call off the appointment of { $what }
appointment-none = There is none.
appointment-not-now = An appointment can be booked once a step with the mission can be begun.
appointment-book = Book an appointment
appointment-book-explain = An earlier one with this mission is given back.
appointments-see-days = Its days
appointment-on = Day
appointment-at = Time; left empty, the first that is free
appointment-made = Booked for { $day } at { $time }.
today-appointment = Appointment with the mission
today-did-they-come = Had an appointment: did they come?
today-on = on { $day }
field-appointment = An appointment with a mission
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
