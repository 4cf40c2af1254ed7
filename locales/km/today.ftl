# What is to be done today, queues, one step for many, deadlines, the calendar. Not yet reviewed by a native speaker.
frame-today = ថ្ងៃនេះ
today-title = ថ្ងៃនេះ
today-explain = អ្វីដែលដល់កំណត់ អ្វីដែលយឺត អ្វីដែលនឹងខូចការក្នុងសប្ដាហ៍នេះ និងអ្វីដែលអាចចាប់ផ្ដើមបាន តាំងពីអ្នកមើលលើកមុន។
today-parts = ផ្នែកនៃទំព័រនេះ
today-part-watched = ត្រូវតាមដាន
today-part-overdue = យឺត
today-part-due = ដល់កំណត់
today-part-breaking = នឹងខូចការក្នុងសប្ដាហ៍នេះ
today-part-opened = អាចចាប់ផ្ដើមឥឡូវ
today-none-watched = តាមដែលបានកត់ត្រា គ្មានអ្នកណាត្រូវគេឃុំ បាត់ទំនាក់ទំនង ឬត្រូវគេលក់ម្ដងទៀតទេ ហើយគ្មានអ្នកណាមានគ្រោះថ្នាក់ដល់ជីវិតទេ។
today-none-overdue = គ្មានអ្វីយឺតទេ។
today-none-due = គ្មានអ្វីដល់កំណត់ថ្ងៃនេះទេ។
today-none-breaking = តាមដែលបានកត់ត្រា គ្មានអ្វីផុតកំណត់ក្នុងមួយសប្ដាហ៍ទេ។
today-none-opened = គ្មានអ្វីដែលបានរង់ចាំ អាចចាប់ផ្ដើមបានតាំងពីអ្នកមើលលើកមុនទេ។
today-more = បង្ហាញ { $done } ក្នុងចំណោម { $total }។
today-unanswered = { $count ->
   *[other] ការបញ្ជូន { $count } មិនបានទទួលចម្លើយទាន់ពេលទេ។
}
today-follow-up = សួរសុខទុក្ខគាត់
today-first-action = { $level }៖ សកម្មភាពដំបូង
today-consent-ends = ការយល់ព្រមសម្រាប់{ $contact }ផុតកំណត់
today-leave-ends = ការអនុញ្ញាតស្នាក់នៅផុតកំណត់
today-held = ត្រូវអាជ្ញាធរឃុំ
today-since = តាំងពី { $day }
today-since-day = តាំងពី { $what }
today-expected = រំពឹងនៅ { $day }
today-until = ដល់ { $day }
queues-title = អ្នកណារង់ចាំនៅត្រង់ណា
queues-explain = អ្នកទាំងអស់ដែលផ្លូវចេញកំពុងរង់ចាំជំហានណាមួយ មានប៉ុន្មាននាក់ និងប៉ុន្មានថ្ងៃហើយ។ មនុស្សម្នាក់អាចរង់ចាំជំហានច្រើនក្នុងពេលតែមួយ។
queues-by = របៀបបែងចែកជួររង់ចាំ
queues-by-step = តាមជំហាន
queues-by-mission = តាមជំហាន និងស្ថានទូត
queues-none = គ្មានអ្នករង់ចាំទេ។
queues-step = ជំហាន
queues-waiting = បុគ្គល
queues-median = ពាក់កណ្ដាលរង់ចាំយ៉ាងតិច
queues-longest = យូរជាងគេ
queues-held = { $count ->
   *[other] { $count } នាក់ជាប់គាំង
}
queues-no-mission = មិនទាន់កំណត់ស្ថានទូត
queues-stuck = ជាប់គាំងយូរជាងគេ និងដោយសារអ្វី
queue-count = { $count ->
   *[other] { $count } នាក់រង់ចាំជំហាននេះ។
}
queue-mission = ស្ថានទូត
queue-any-mission = ស្ថានទូតទាំងអស់
queue-show-them = បង្ហាញ
queue-empty = គ្មានអ្នករង់ចាំនៅទីនេះទេ។
queue-tick = ជ្រើស { $what }
queue-stage-ready = អាចចាប់ផ្ដើម
queue-stage-begun = បានចាប់ផ្ដើម
queue-stage-waiting = កំពុងរង់ចាំ
queue-stage-held = ជាប់គាំង៖ មើលផែនការ
batch-title = ជំហានមួយសម្រាប់មនុស្សច្រើននាក់
batch-explain = គ្មានអ្វីត្រូវបានកត់ត្រាទេ មុនពេលអ្នកបានមើលថាសម្រាប់អ្នកណា។ អ្នកដែលផែនការមិនទាន់អនុញ្ញាតជំហាននេះ មិនត្រូវបានដាក់បញ្ចូលទេ។
batch-private = ការពិនិត្យសុវត្ថិភាព និងការយល់ព្រម ត្រូវសួរម្នាក់ៗដាច់ដោយឡែកជាឯកជន ហើយមិនដែលកត់ត្រាសម្រាប់មនុស្សច្រើននាក់ទេ។
batch-who = សម្រាប់អ្នកណា
batch-ticked = អ្នកដែលបានគូស
batch-all = { $count ->
   *[other] អ្នករង់ចាំទាំង { $count } នាក់
}
batch-reached = អ្វីដែលកត់ត្រា
batch-reached-done = រួចហើយ
batch-reached-begun = បានចាប់ផ្ដើម
batch-reached-waiting-for = រង់ចាំអ្នកទទួលបន្ទុក
batch-next = បង្ហាញអ្វីដែលនឹងកត់ត្រា
batch-nobody = មិនបានគូសអ្នកណាទេ។ សូមគូសអ្នកណាម្នាក់ ឬជ្រើសទាំងអស់។
batch-day-ahead = ថ្ងៃនោះមិនទាន់មកដល់ទេ។
batch-confirm-title = តើត្រឹមត្រូវទេ?
batch-will-write = នេះនឹងត្រូវកត់ត្រាក្នុងករណីរបស់ម្នាក់ៗ ដោយមានឈ្មោះអ្នក។ អាចត្រឡប់វិញបានក្នុងមួយថ្ងៃ។
batch-says = { $count ->
   *[other] { $count } នាក់៖ { $what }
}
batch-confirm = { $count ->
   *[other] កត់ត្រាសម្រាប់ { $count } នាក់
}
batch-back = ត្រឡប់ក្រោយ កុំកត់ត្រា
batch-nobody-left = គ្មានអ្នកណាដែលអាចកត់ត្រាឱ្យបានទេ។
batch-left-out = { $count ->
   *[other] { $count } នាក់មិនត្រូវបានដាក់បញ្ចូល
}
batch-people = { $count ->
   *[other] សម្រាប់ { $count } នាក់
}
batch-over = រួចហើយ ឬមិនត្រូវការ។
batch-not-on-the-way = ជំហាននេះមិនមែនជាផ្នែកនៃផ្លូវដែលគាត់ធ្វើដំណើរទេ។
batch-running = កំពុងកត់ត្រា
batch-running-explain = ករណីរបស់ម្នាក់ៗត្រូវបានកត់ត្រាដោយឡែក។ បើអ្នកចាកចេញ វាឈប់បន្ទាប់ពីបុគ្គលដែលកំពុងធ្វើ។
batch-progress = { $done } ក្នុងចំណោម { $total }
batch-finished = អ្វីដែលបានកត់ត្រា
batch-written = { $count ->
    [0] គ្មានអ្វីត្រូវបានកត់ត្រាទេ។
   *[other] បានកត់ត្រាសម្រាប់ { $count } នាក់។
} { $changed ->
    [0] { "" }
   *[other] មិនអាចកត់ត្រាបានសម្រាប់ { $changed } នាក់។ សូមសាកល្បងម្ដងទៀត។
}
batch-undone = { $count ->
    [0] គ្មានអ្វីត្រូវបានដាក់ត្រឡប់វិញទេ។
   *[other] បានដាក់ត្រឡប់វិញសម្រាប់ { $count } នាក់។
} { $changed ->
    [0] { "" }
   *[other] សម្រាប់ { $changed } នាក់ទុកដដែល ព្រោះមានគេបានកែវាក្រោយមក។
}
batch-recent = បានធ្វើសម្រាប់មនុស្សច្រើននាក់ តាំងពីម្សិលមិញ
batch-undo = ត្រឡប់វិញ
batch-undo-what = ត្រឡប់វិញ៖ { $what }
batch-undo-explain = ការត្រឡប់វិញដាក់អ្វីដែលមានពីមុនមកវិញ សម្រាប់អ្នកទាំងអស់ដែលគ្មានអ្នកណាបានកែជំហានក្រោយមក។ អាចធ្វើបានក្នុងមួយថ្ងៃ។
batch-was-undone = បានត្រឡប់វិញហើយ។
deadlines-title = កាលកំណត់
deadlines-explain = ថ្ងៃដែលត្រូវធ្វើអ្វីមួយសម្រាប់គាត់ឱ្យរួចមុន។ មួយសប្ដាហ៍មុន មន្ត្រីគ្រប់គ្រងករណីត្រូវបានជូនដំណឹង។ បីថ្ងៃមុន មន្ត្រីកិច្ចការពារដែរ។ នៅថ្ងៃនោះ ក្រុមទាំងមូល និងអ្នកគ្រប់គ្រងប្រព័ន្ធ។ គេត្រូវបានប្រាប់ថាមានកាលកំណត់មកដល់ តែមិនប្រាប់ថាជាកាលកំណត់ណាទេ។
deadlines-none = គ្មានទេ។
deadlines-add = បន្ថែមកាលកំណត់
deadlines-what = អ្វីដែលត្រូវធ្វើ
deadlines-on = មុនថ្ងៃណា
deadlines-over = លែងមានសុពលភាព
deadlines-over-what = លែងមានសុពលភាព៖ { $what }
deadline-kept = បានរក្សាទុក។
deadline-over = លែងមានសុពលភាព
field-deadline = កាលកំណត់
calendar-title = ប្រតិទិន
calendar-explain = កាលកំណត់ និងការតាមដានរបស់ក្រុមអ្នក សម្រាប់ប្រតិទិនលើទូរសព្ទ ឬកុំព្យូទ័ររបស់អ្នក៖ លេខកូដលើកាត និងថ្ងៃ គ្មានឈ្មោះ ហើយមិនប្រាប់ថាសម្រាប់អ្វីទេ។
calendar-risk = អ្នកណាមានអាសយដ្ឋាននេះ អាចអានវាបាន ទោះមិនចូលប្រើក៏ដោយ។ សូមបង្កើតអាសយដ្ឋានថ្មី បើអ្នកដទៃអាចបានឃើញវា ហើយកុំបង្កើតសោះ បើទូរសព្ទរបស់អ្នកអាចត្រូវគេឆែក។
calendar-none = គ្មានប្រតិទិនទេ។
calendar-since = មានប្រតិទិនតាំងពី { $what }។ អាសយដ្ឋានរបស់វាត្រូវបានបង្ហាញម្ដង។
calendar-make = បង្កើតប្រតិទិន
calendar-renew = បង្កើតអាសយដ្ឋានថ្មី។ អាសយដ្ឋានចាស់ផុតសុពលភាព
calendar-end = បញ្ចប់ប្រតិទិន
calendar-ended = ប្រតិទិនបានបញ្ចប់។ អ្វីដែលប្រតិទិនផ្សេងបានយករួចហើយ នៅក្នុងនោះរហូតដល់វាសួរម្ដងទៀត។
calendar-address = សូមចម្លងអាសយដ្ឋាននេះទៅក្នុងប្រតិទិនរបស់អ្នកឥឡូវ។ វាបង្ហាញតែម្ដងទេ។
