# Appointments with missions: how many they receive, who is expected, who came. Not yet reviewed by a native speaker.
appointments-title = ការណាត់ជួប
appointments-explain = ស្ថានទូតនីមួយៗទទួលប៉ុន្មាននាក់ក្នុងមួយថ្ងៃ អ្នកណាត្រូវទៅ និងថ្ងៃណានៅមានកន្លែងទំនេរ។ ក្រុមទាំងអស់ប្រើកន្លែងរបស់ស្ថានទូតរួមគ្នា។ គ្មានអ្នកណាឃើញឈ្មោះរបស់ក្រុមផ្សេងទេ។
appointments-none = គ្មានអ្នករង់ចាំស្ថានទូតទេ ហើយគ្មានអ្នកត្រូវទៅស្ថានទូតទេ។
appointments-mission = ស្ថានទូត
appointments-without = រង់ចាំការណាត់ជួប
appointments-expected = ត្រូវទៅ
appointments-next = ថ្ងៃទំនេរបន្ទាប់
appointments-no-hours = មិនដឹងម៉ោងទទួល
appointments-left = { $count ->
   *[other] ទំនេរ { $count } កន្លែង
  }
appointments-full = ពេញ
appointments-others = { $count ->
   *[other] { $count } នាក់របស់ក្រុមផ្សេង
  }
appointments-of = ការណាត់ជួប៖ { $what }
appointments-about-mission = អ្វីដែលដឹងអំពីស្ថានទូតនេះ
appointments-taken = បានយក { $done } កន្លែង ក្នុងចំណោម { $total }
appointments-mine = { $count } នាក់របស់ក្រុមនេះ
appointments-still = { $count ->
   *[other] { $count } នាក់នៅមានការណាត់ជួប
  }
hours-title = ពេលដែលស្ថានទូតទទួលមនុស្ស
hours-explain = នេះប្រើសម្រាប់ក្រុមទាំងអស់។ ម៉ោងសម្រាប់កាលបរិច្ឆេទមួយ យកមុនថ្ងៃឈប់សម្រាក ហើយថ្ងៃឈប់សម្រាក យកមុនម៉ោងប្រចាំសប្ដាហ៍។ បើគ្មានម៉ោងសោះ៖ មិនទទួលអ្នកណាទេ។
hours-weekdays = នៅថ្ងៃទាំងនេះរៀងរាល់សប្ដាហ៍
hours-date = ឬតែនៅកាលបរិច្ឆេទមួយ
hours-times = ម៉ោង និងប៉ុន្មាននាក់នៅម៉ោងនីមួយៗ
hours-at = ម៉ោង
hours-places = ចំនួននាក់
hours-wrong = សូមសរសេរម៉ោងនីមួយៗដូច 09:00 ហើយនៅក្បែរវា សរសេរថាទទួលប៉ុន្មាននាក់។ គ្មានអ្វីត្រូវបានផ្លាស់ប្ដូរទេ។
hours-kept = ម៉ោងទទួលត្រូវបានរក្សាទុក។
day-unknown = មិនទាន់មានអ្នកណាកត់ត្រាថា ថ្ងៃនេះទទួលមនុស្សឬទេ។
day-closed = មិនទទួលអ្នកណាទេ។
day-holiday = ថ្ងៃឈប់សម្រាក៖ { $name }
appointments-give = ឱ្យកន្លែងដល់អ្នករង់ចាំ
appointments-step = សម្រាប់ជំហាន
appointments-nobody = គ្មានអ្នកដែលអាចទៅបាន រង់ចាំជំហាននេះដោយគ្មានការណាត់ជួបទេ។
appointments-wait-full = { $count ->
   *[other] { $count } នាក់រង់ចាំ ហើយថ្ងៃនោះពេញហើយ។
  }
appointments-give-explain = { $count ->
   *[other] { $count } នាក់រង់ចាំ។ អ្នករង់ចាំយូរជាងគេនៅមុន។ បានគូសតាមចំនួនកន្លែងដែលមាន។
  }
appointments-give-them = ណាត់ជួបសម្រាប់អ្នកដែលបានគូស
appointments-booked = { $count ->
    [0] មិនបានណាត់ជួបសម្រាប់អ្នកណាទេ។
   *[other] ឥឡូវ { $count } នាក់មានការណាត់ជួប។
  }
appointments-no-room = { $count ->
   *[other] សម្រាប់ { $count } នាក់ គ្មានកន្លែងទៀតទេ។
  }
appointment-booked = បានណាត់
appointment-came = បានទៅ
appointment-did-not-come = មិនបានទៅ
appointment-called-off = បានលុបចោល
appointment-call-off = លុបចោល
appointment-came-who = { $what } បានទៅ
appointment-did-not-come-who = { $what } មិនបានទៅ
appointment-call-off-who = លុបចោលការណាត់ជួបរបស់ { $what }
appointment-none = គ្មានទេ។
appointment-not-now = អាចណាត់ជួបបាន ពេលជំហានណាមួយជាមួយស្ថានទូតអាចចាប់ផ្ដើម។
appointment-book = ណាត់ជួប
appointment-book-explain = កន្លែងនៃការណាត់ជួបមុនជាមួយស្ថានទូតនេះ ត្រូវបានប្រគល់វិញ។
appointments-see-days = ថ្ងៃរបស់ស្ថានទូតនេះ
appointment-on = ថ្ងៃ
appointment-at = ម៉ោង។ បើទុកទំនេរ យកម៉ោងទំនេរដំបូង
appointment-made = បានណាត់នៅ { $day } ម៉ោង { $time }។
today-appointment = ការណាត់ជួបជាមួយស្ថានទូត
today-did-they-come = មានការណាត់ជួប៖ តើគាត់បានទៅទេ?
today-on = នៅ { $day }
field-appointment = ការណាត់ជួបជាមួយស្ថានទូត
weekday-mon = ថ្ងៃចន្ទ
weekday-tue = ថ្ងៃអង្គារ
weekday-wed = ថ្ងៃពុធ
weekday-thu = ថ្ងៃព្រហស្បតិ៍
weekday-fri = ថ្ងៃសុក្រ
weekday-sat = ថ្ងៃសៅរ៍
weekday-sun = ថ្ងៃអាទិត្យ
