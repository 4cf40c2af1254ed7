# Hearing a person: one question at a time. Not yet reviewed by a native speaker.
hear-title = ស្ដាប់បុគ្គល
hear-explain = សួរតែម្ដង ម្ដងមួយសំណួរ។ ចម្លើយនីមួយៗត្រូវបានរក្សាទុកភ្លាម។ ឈប់ ឬសម្រាក ពេលណាដែលគាត់ចង់។
hear-begin = ចាប់ផ្ដើមសម្ភាស
hear-begin-short = ការសួរខ្លី តិចជាងប្រាំនាទី
hear-go-on = បន្ត
hear-urgent = បន្ទាន់
hear-number = សំណួរ { $count }
hear-share = បានសួរប៉ុន្មានហើយ
hear-stop = សម្រាក ឬឈប់
hear-see-result = លទ្ធផល
hear-left = { $count ->
   *[other] នៅសល់ { $count } សំណួរ។
}
hear-kept = ចម្លើយនីមួយៗត្រូវបានរក្សាទុកភ្លាមៗ។
hear-so-far = មកដល់ពេលនេះ
hear-keep = រក្សាទុក ហើយបន្ត
hear-choose = សូមជ្រើសចម្លើយមួយ ឬមួយក្នុងចំណោមពីរខាងក្រោម។
hear-number-wrong = សូមសរសេរលេខ។
hear-words = សូមសរសេរអ្វីដែលគាត់និយាយ ឬជ្រើសមួយក្នុងចំណោមពីរខាងក្រោម។
hear-when = នេះមិនមែនជាថ្ងៃ ឬពេលវេលាទេ។ សូមសរសេរដូច 2026-01-18, 2026-01-18 18:00, 2026-01 ឬ 2026 ឬពីថ្ងៃមួយដល់ថ្ងៃមួយ ដូច 2026-01-10..2026-01-14។
hear-when-hint = ច្បាស់តាមដែលដឹង៖ 2026-01-18 18:00, 2026-01-18, 2026-01 ឬ 2026-01-10..2026-01-14
hear-section-before = មុននឹងចាប់ផ្ដើម
hear-section-safety = សុវត្ថិភាព
hear-section-health = សុខភាព
hear-section-recruitment = របៀបចាប់ផ្ដើម
hear-section-journey = ដំណើរ
hear-section-place = ទីកន្លែង
hear-section-work = ការងារ
hear-section-pay-and-debt = ប្រាក់ឈ្នួល និងបំណុល
hear-section-papers = ឯកសារ
hear-section-threats = ការគំរាម
hear-section-sale = ការលក់
hear-section-escape-and-release = ការរត់ និងការចេញ
hear-section-others = អ្នកដទៃដែលនៅទីនោះ
hear-section-home = ការទៅស្រុកវិញ
hear-section-wishes = អ្វីដែលគាត់ចង់បាន
hear-section-statement = ចម្លើយសាក្សី សម្រាប់តែមន្ត្រីកិច្ចការពារ

said-yes = បាទ/ចាស
said-no = ទេ
said-does-not-know = មិនដឹង
said-rather-not = មិនចង់និយាយ

stop-title = សម្រាក
stop-kept = { $count ->
    [0] មិនទាន់បានសួរអ្វីទេ។ អ្វីៗដែលនឹងនិយាយ ត្រូវបានរក្សាទុកភ្លាមៗ។
   *[other] ចម្លើយទាំង { $count } ត្រូវបានរក្សាទុក។ មិនសួរអ្វីពីរដងទេ។
}
stop-distress = តើគាត់តានតឹងខ្លាំងទេ?
stop-distress-do = កុំបន្តនៅថ្ងៃនេះ។ នៅជាមួយគាត់ ដកដង្ហើមជាមួយគ្នា ឱ្យទឹក។ ប្រាប់ថា មិនចាំបាច់និយាយអ្វីទេ ហើយជំនួយមិនអាស្រ័យលើរឿងនេះទេ។ បន្ទាប់មក សួរថាគាត់ចង់និយាយជាមួយនរណាម្នាក់អំពីសុខភាពផ្លូវចិត្តឬទេ។
stop-refer = បញ្ជូនបន្ត ឧទាហរណ៍ ទៅសេវាសុខភាពផ្លូវចិត្ត
stop-go-on = បន្ត

## What the answers come to.
heard-title = លទ្ធផល
heard-law = តាមច្បាប់
heard-machine = កម្មវិធីនេះមិនដែលនិយាយថា នរណាម្នាក់មិនមែនជាជនរងគ្រោះទេ។ អ្វីដែលវានិយាយ មកពីចម្លើយខាងក្រោម។ អ្វីដែលមិនបានឆ្លើយ គឺមិនដឹង ហើយមិនដឹងមិនមែនមានន័យថា ទេ។
heard-dimensions = សូចនាកររបស់ ILO និង EC
heard-dimension = វិមាត្រ
heard-strong = ខ្លាំង
heard-medium = មធ្យម
heard-weak = ខ្សោយ
heard-positive = វិជ្ជមាន
heard-not-yet = មិនទាន់
heard-best = អ្វីដែលគួរសួរជាងគេ៖
heard-open = { $count ->
    [0] គ្មានសំណួរដែលអាចមានទម្ងន់នៅសល់ទេ។
   *[other] សំណួរ { $count } ដែលអាចមានទម្ងន់ នៅមិនទាន់ឆ្លើយ។
}
heard-unreviewed = ឧបករណ៍ខ្លះមិនទាន់មានអ្នកពិនិត្យទេ។
heard-go-on = { $count ->
   *[other] បន្ត៖ នៅសល់ { $count } សំណួរ
}
heard-said = អ្វីដែលបាននិយាយ
heard-nothing = មិនទាន់បានសួរអ្វីទេ។ អ្វីដែលមានលើកាតមកដល់ ត្រូវបានរាប់ហើយ។
heard-change = កែ
heard-change-what = កែចម្លើយនៃ៖ { $what }
heard-urgency = បន្ទាន់កម្រិតណា
heard-first = មុនដំបូង៖
heard-attended = បានថែទាំហើយ
heard-review = ពិនិត្យម្ដងទៀតមុន
heard-due = ត្រូវធ្វើមុន
heard-not-signed-off = មិនទាន់មានគ្រូពេទ្យចុះហត្ថលេខាបញ្ជាក់។
finding-presumed-victim = សន្មតថាជាជនរងគ្រោះ
finding-strong-indication = សញ្ញាយ៉ាងច្បាស់
finding-more-information-needed = ត្រូវការព័ត៌មានបន្ថែម
level-p0 = P0៖ ក្នុងមួយម៉ោង
level-p1 = P1៖ ថ្ងៃនេះ
level-p2 = P2៖ ក្នុងបីថ្ងៃ
level-p3 = P3៖ ក្នុងមួយសប្ដាហ៍
clock-left = នៅសល់ { $hours } ម៉ោង សម្រាប់{ $what }
clock-between = នៅសល់ពី { $hours } ដល់ { $most } ម៉ោង សម្រាប់{ $what }
clock-unknown = មិនដឹងថាកើតឡើងពេលណា៖ រាប់ថានៅក្នុង { $hours } ម៉ោង សម្រាប់{ $what }
clock-over = ផុត { $hours } ម៉ោង សម្រាប់{ $what }
attend-note = អ្វីដែលបានធ្វើ
attend-do = បានធ្វើ ឬបានជួបម្ដងទៀត
attend-done = បានកត់ត្រាហើយ។ ការពិនិត្យបន្ទាប់រាប់ពីពេលនេះ។

decide-title = ស្ថានភាព សម្រេចដោយមនុស្ស
decide-explain = មានតែបុគ្គលដែលមានឈ្មោះច្បាស់លាស់ទេដែលសម្រេច ដោយមានហេតុផល។ វាចេញក្នុងឯកសារនាំចេញ ជាស្ថានភាពនៃការជួញដូរ។
decide-open = កត់ត្រាសេចក្ដីសម្រេច
decide-status = ស្ថានភាព
decide-by = អ្នកណាសម្រេច៖ ឈ្មោះ និងមុខងារ
decide-body = មកពីអង្គភាពប្រភេទណា
decide-because = ហេតុអ្វី
decide-do = កត់ត្រាសេចក្ដីសម្រេចនេះ
decide-done = សេចក្ដីសម្រេចត្រូវបានកត់ត្រា។
decision-of = { $status } សម្រេចដោយ { $who }
wrong-status = សូមជ្រើសស្ថានភាព និងប្រភេទអង្គភាពដែលបានសម្រេច។
status-possible = អាចជាជនរងគ្រោះដោយអំពើជួញដូរមនុស្ស
status-actual = ជនរងគ្រោះដោយអំពើជួញដូរមនុស្ស
status-not-a-victim = មិនមែនជាជនរងគ្រោះ តាមសេចក្ដីសម្រេចរបស់បុគ្គលនោះ
body-ngo = អង្គការក្រៅរដ្ឋាភិបាល
body-police = ប៉ូលិស
body-court = តុលាការ ឬអយ្យការ
body-government = ស្ថាប័នរដ្ឋ ក្រៅពីប៉ូលិស
body-other = ផ្សេងទៀត

## Whom to look after first.
now-way = ឥឡូវ៖ ត្រូវថែទាំអ្នកណាមុន
now-title = ឥឡូវ
now-explain = អ្នកបន្ទាន់ទាំងអស់៖ មុនដំបូង អ្នកដែលជីវិត ឬសុវត្ថិភាពកំពុងមានគ្រោះថ្នាក់ បន្ទាប់មក អ្នកដែលពេលវេលាជិតផុត អ្នកដែលនៅសល់ពេលតិចជាងគេនៅខាងលើ រួចអ្នកផ្សេងទៀតតាមកាលកំណត់។
now-levels = កម្រិត
now-all = ទាំងអស់
now-nobody = ពេលនេះគ្មានអ្នកណាបន្ទាន់ទេ។
now-late = យឺត
now-more = បង្ហាញ { $done } ក្នុងចំណោម { $total }។
concern-life-threatening-injury = របួសគំរាមអាយុជីវិត
concern-suicide-plan = គម្រោង ឬប៉ុនប៉ងធ្វើអត្តឃាត
concern-labour-or-bleeding = ឈឺពោះសម្រាល ឬចេញឈាមពេលមានផ្ទៃពោះ
concern-abduction-or-arrest = កំពុងត្រូវគេចាប់ពង្រត់ ឬចាប់ខ្លួន
concern-child-alone = កុមារនៅម្នាក់ឯង
concern-trafficker-present = អ្នកជួញដូរនៅជិតនេះ
concern-sexual-violence = អំពើហិង្សាផ្លូវភេទ
concern-minor = ក្រោម 18 ឆ្នាំ ឬអាចជា
concern-pregnancy = មានផ្ទៃពោះ
concern-untreated-injury = របួស ឬជំងឺមិនទាន់ព្យាបាល
concern-missed-medicine = ខកថ្នាំ
concern-credible-threat = ត្រូវគេគំរាម
concern-held-by-police = ត្រូវប៉ូលិសឃុំ
concern-suicidal-thoughts = គំនិតធ្វើអត្តឃាត
concern-refoulement-risk = ខ្លាចរដ្ឋរបស់ខ្លួន
concern-sleeping-rough = គ្មានកន្លែងគេង
concern-no-food = គ្មានអាហារ
concern-exit-deadline = ត្រូវចេញពីប្រទេសឆាប់ៗ
concern-recruiter-contact = អ្នកជ្រើសរើសកំពុងទាក់ទង
concern-documents-pending = រង់ចាំឯកសារ
field-heard = និយាយក្នុងសម្ភាស
field-decision = ស្ថានភាពដែលបានសម្រេច
field-attended = បានថែទាំហើយ

## The queue of those who wait to be heard.
queue-title = អ្នកដែលរង់ចាំការស្ដាប់
queue-way = អ្នកដែលរង់ចាំការស្ដាប់
queue-explain = មនុស្សម្នាក់ៗត្រូវបានស្ដាប់តែម្ដង ដោយម្នាក់ក្នុងចំណោមអ្នក។ អ្នកដែលទទួលបុគ្គលបន្ទាប់ ស្ដាប់គាត់តែម្នាក់ឯង។ កន្លះម៉ោងក្រោយចម្លើយចុងក្រោយ អ្នកផ្សេងអាចទទួលបាន។
queue-waiting = កំពុងរង់ចាំ
queue-now = កំពុងស្ដាប់ឥឡូវ
queue-today = បានស្ដាប់ថ្ងៃនេះ
queue-place = អ្នកនៅឯណា
queue-anywhere = ទីណាក៏បាន
queue-show = បង្ហាញ
queue-take = ទទួលបុគ្គលបន្ទាប់
queue-nobody = គ្មានអ្នករង់ចាំការស្ដាប់នៅទីនេះទេ។
queue-since = នៅទីនេះតាំងពី
queue-more = បង្ហាញ { $done } ក្នុងចំណោម { $total }។
queue-in-part = { $count ->
   *[other] { $count } នាក់បានឆ្លើយតែការសួរខ្លី
}
queue-in-part-explain = អ្វីដែលបាននិយាយត្រូវបានរក្សាទុក។ សូមបន្តពេលមានពេល និងកន្លែងស្ងាត់។ មិនសួរអ្វីពីរដងទេ។
queue-mine = របស់អ្នក
