# Named rolls: those for whom a mission asks that a fine be waived. Not yet reviewed by a native speaker.
rolls-title = បញ្ជីរាយនាមសម្រាប់ស្ថានទូត
rolls-open = បញ្ជីរាយនាមសម្រាប់ស្ថានទូត៖ លើកលែងប្រាក់ពិន័យតាមបញ្ជី
rolls-explain = សម្រាប់ស្ថានទូតនីមួយៗ អ្នកណាអាចមានក្នុងបញ្ជីដែលវាប្រើសុំលើកលែងប្រាក់ពិន័យស្នាក់នៅហួសកំណត់។ គ្មានអ្នកណាមានក្នុងនោះទេ មុនការពិនិត្យសុវត្ថិភាព និងការយល់ព្រមសម្រាប់ស្ថានទូតនោះ និងអាជ្ញាធរ។
rolls-no-pack = ក្នុងប្រទេសនេះ ប្រាក់ពិន័យមិនត្រូវបានលើកលែងតាមបញ្ជីរបស់ស្ថានទូតទេ។
rolls-nobody-ready = មិនទាន់មានអ្នកណាអាចមានក្នុងបញ្ជីរាយនាមទេ។ សូមបើកសញ្ជាតិមួយ ដើម្បីមើលថាម្នាក់ៗរង់ចាំអ្វី។
rolls-ready = { $count ->
   *[other] រួចរាល់ { $count } នាក់
}
rolls-missing = ខ្វះ { $count } នាក់
rolls-others = { $count ->
   *[other] { $count } សញ្ជាតិដែលគ្មានអ្នករួចរាល់
}
rolls-back = បញ្ជីរាយនាមទាំងអស់
rolls-of = បញ្ជីរាយនាម៖ { $what }
rolls-versions = កំណែ
rolls-version = កំណែ { $count }
rolls-not-sent = មិនទាន់ផ្ញើ
rolls-sent-on = បានផ្ញើនៅ { $what }
rolls-on = ក្នុងបញ្ជីរាយនាម
rolls-on-count = { $count ->
    [0] គ្មានអ្នកណាក្នុងបញ្ជីរាយនាមទេ
   *[other] { $count } នាក់ក្នុងបញ្ជីរាយនាម
}
rolls-nobody-on = តាមសភាពឥឡូវ គ្មានអ្នកណាអាចមានក្នុងនោះទេ។ ខាងក្រោមសរសេរថាម្នាក់ៗរង់ចាំអ្វី។
rolls-total = សរុប
rolls-total-days = ថ្ងៃស្នាក់នៅហួសកំណត់
rolls-seal-title = បិទត្រាកំណែមួយ
rolls-seal-explain = ម្នាក់ៗក្នុងនោះត្រូវបានមើលម្ដងទៀត ហើយការបើកករណីរបស់គាត់ត្រូវបានកត់ក្នុងកំណត់ហេតុ។ កំណែដែលបានបិទត្រា នៅដដែល។
rolls-sender = ស្ថានទូតដែលផ្ញើវា
rolls-until = រាប់ថ្ងៃត្រឹម
rolls-seal = បិទត្រាកំណែនេះ
rolls-sealed = { $count ->
   *[other] បានបិទត្រា ដោយមាន { $count } នាក់។
}
wrong-roll-line = លេខមួយដែលអ្នកសរសេរ មិនមែនជាជួរនៃកំណែនេះទេ។ គ្មានអ្វីត្រូវបានកត់ត្រាទេ។ សូមអានចម្លើយម្ដងទៀត។
wrong-roll-no-line = អ្នកបានជ្រើសសេចក្ដីសម្រេច ដោយគ្មានលេខជួររបស់វា។ គ្មានអ្វីត្រូវបានកត់ត្រាទេ។ សូមអានចម្លើយម្ដងទៀត។
wrong-roll-twice = អ្នកបានដាក់សេចក្ដីសម្រេចពីរខុសគ្នាលើជួរតែមួយ។ គ្មានអ្វីត្រូវបានកត់ត្រាទេ។ សូមអានចម្លើយម្ដងទៀត។
wrong-roll-nobody = លែងមានអ្នកណាក្នុងកំណែនេះដែលអាចប្រាប់ឈ្មោះបានទៀត ដូច្នេះគ្មានឯកសាររបស់វាទេ។ សូមបិទត្រាកំណែថ្មី។
wrong-roll-mission = សូមសរសេរថា ស្ថានទូតណាផ្ញើបញ្ជីរាយនាមនេះ។
rolls-missing-count = { $count ->
    [0] គ្មានអ្នកណាខ្វះពីវាទេ
   *[other] { $count } នាក់ខ្វះពីវា
}
rolls-missing-explain = អ្នកដែលមានឧបសគ្គតិចជាងគេនៅមុន។ ម្នាក់ៗនាំទៅផែនការ ដែលអាចដោះស្រាយបាន។
rolls-all = ទាំងអស់
rolls-counted-to = រាប់ត្រឹម { $what }
rolls-sealed-by = បិទត្រាដោយ
rolls-withdrawn = { $count ->
   *[other] { $count } នាក់ក្នុងកំណែនេះ លែងអាចប្រាប់ឈ្មោះទៅស្ថានទូតបាន។ ពួកគាត់មិនមានក្នុងឯកសារណាដែលបង្កើតចាប់ពីពេលនេះទេ។
}
rolls-files = យកចេញ
rolls-place = ទីកន្លែងនៃកំណត់ទូត
rolls-note-explain = PDF ចាប់ផ្ដើមដោយកំណត់ទូតជាភាសាអង់គ្លេស និងខ្មែរ។ មិនទាន់មានអ្នកណាពិនិត្យអត្ថបទទាំងនេះទេ៖ សូមឱ្យស្ថានទូតអាន។
rolls-send-title = កត់ត្រាថាបានផ្ញើ
rolls-send-explain = សុវត្ថិភាព និងការយល់ព្រមរបស់ម្នាក់ៗត្រូវបានពិនិត្យម្ដងទៀត។ បន្ទាប់មក ផែនការនីមួយៗរង់ចាំចម្លើយ។
rolls-send-on = ផ្ញើនៅ
rolls-send = បានផ្ញើហើយ
rolls-sent-done = បានកត់ត្រាថាបានផ្ញើ។ ផែនការនីមួយៗរង់ចាំចម្លើយ។
rolls-not-sent-yet = កំណែនេះមិនទាន់បានផ្ញើទេ។ សូមកត់ត្រាថ្ងៃផ្ញើ រួចចម្លើយរបស់វា។
rolls-answer-title = ចម្លើយ
rolls-answer-explain = សូមបញ្ចូលតារាងគណនាដែលមានសេចក្ដីសម្រេចមកវិញ ទោះជួរឈរតាមលំដាប់ណាក៏ដោយ។ អ្នកឃើញអ្វីដែលនឹងកត់ត្រា មុនពេលកត់ត្រា។
rolls-answer-file = តារាងគណនាដែលត្រឡប់មកវិញ
rolls-answer-read = អានចម្លើយ
rolls-open-lines = មិនទាន់មានចម្លើយ
rolls-changed-since = អ្វីដែលប្រែប្រួលតាំងពីកំណែ { $count } ដែលផ្ញើចុងក្រោយ
rolls-changed-nothing = គ្មានអ្វីទេ។
rolls-added = បានបន្ថែម
rolls-gone = លែងមានក្នុងនោះ
rolls-gone-since = អាចមានក្នុងកំណែបន្ទាប់
rolls-changed = ប្រាប់អ្វីផ្សេង
rolls-col-number = ល.រ
rolls-col-name = ឈ្មោះ
rolls-col-birth = កំណើត
rolls-col-document = ឯកសារ
rolls-col-entered = ចូល
rolls-col-days = ថ្ងៃ
rolls-col-amount = ប្រាក់ពិន័យ
rolls-col-decision = សេចក្ដីសម្រេច
decision-approved = អនុញ្ញាត
decision-refused = បដិសេធ
decision-not-found = រកមិនឃើញ
roll-blank-erased = បានលុប
roll-blank-withdrawn = លែងអាចប្រាប់ឈ្មោះទៅស្ថានទូតបាន។
roll-look-nobody = សេចក្ដីសម្រេចលើអ្នកដែលមិនមានក្នុងជួរណានៃបញ្ជីនេះ
roll-look-unclear = មិនដឹងថាជាជួរណា ឬសេចក្ដីសម្រេចណា
rolls-back-title = អ្វីដែលត្រឡប់មកវិញ
rolls-back-explain = មិនទាន់បានកត់ត្រាអ្វីទេ។
rolls-back-already = បានកត់ត្រាពីមុន
rolls-back-silent = ជួរគ្មានសេចក្ដីសម្រេច
rolls-back-absent = ជួរដែលមិនមានក្នុងឯកសារ
rolls-back-look = ជួរដែលអ្នកត្រូវពិនិត្យមើល
rolls-back-nothing = គ្មានអ្វីថ្មីក្នុងនោះទេ។
rolls-rows-more = នៅមាន { $count } ជួរទៀតត្រូវពិនិត្យមើល ពេលអ្នកអានឯកសារម្ដងទៀត។
rolls-row = ជួរដេកទី { $count }
rolls-row-line = លេខជួរក្នុងបញ្ជី
rolls-row-leave = ទុកចោល
rolls-answered-on = ឆ្លើយនៅ
rolls-note-all = { $count ->
    [0] កត់ត្រាអ្វីដែលខ្ញុំបានសម្រេចខាងលើ
   *[other] កត់ត្រាសេចក្ដីសម្រេច { $count }
}
rolls-note = បញ្ជីរាយនាម កំណែ { $version } ជួរ { $line }៖ { $decision }
rolls-noted = { $count ->
    [0] អ្វីៗទាំងអស់បានកត់ត្រាពីមុនហើយ។ គ្មានអ្វីត្រូវបានផ្លាស់ប្ដូរទេ។
   *[other] សេចក្ដីសម្រេច { $count } ត្រូវបានកត់ត្រា ហើយមានក្នុងផែនការ។
}
rolls-outdone = { $count ->
   *[other] សេចក្ដីសម្រេច { $count } រក្សាទុកតែលើជួររបស់វា៖ អ្វីដែលបានសម្រេចលើកំណែផ្សេង នៅមានសុពលភាព។
}
rolls-why-safety-not-checked = មិនទាន់ពិនិត្យសុវត្ថិភាព
rolls-why-safety-not-clear = ការពិនិត្យសុវត្ថិភាពប្រាប់ថា៖ ឥឡូវកុំទាក់ទងរដ្ឋណាមួយ
rolls-why-warned = { $what }៖ មិនដាក់ក្នុងបញ្ជីណាទេ
rolls-kind-warned = មានការព្រមាន
rolls-why-declined = មិនយល់ព្រមឱ្យប្រាប់{ $what }
rolls-kind-declined = មិនយល់ព្រម
rolls-why-no-consent = មិនទាន់បានសួរថា អាចប្រាប់{ $what }ឬទេ
rolls-kind-no-consent = មិនទាន់សួរការយល់ព្រម
rolls-why-no-guardian = កុមារ ឬមិនដឹងអាយុ គ្មានអាណាព្យាបាល
rolls-why-other-way = លើផ្លូវផ្សេង៖ { $what }
rolls-kind-other-way = លើផ្លូវផ្សេង
rolls-why-detained = ត្រូវអាជ្ញាធរឃុំ
rolls-why-left = បានចេញទៅ ឬបាត់ទំនាក់ទំនង
rolls-why-mission-unconfirmed = មិនទាន់មានអ្នកណាបញ្ជាក់ថាជាស្ថានទូតណា
rolls-why-no-mission = គ្មានស្ថានទូតដែលអាចសួរបាន
rolls-why-other-nationality = ត្រូវសួរស្ថានទូតផ្សេង
rolls-why-nationality-not-chosen = មានសញ្ជាតិច្រើន៖ សូមសួរថា អាចប្រាប់ស្ថានទូតណា
rolls-why-nationality-disputed = សញ្ជាតិត្រូវបាននិយាយខុសៗគ្នា
rolls-why-nationality-unknown = មិនដឹងសញ្ជាតិ
rolls-why-contradiction = ករណីនិយាយពីរយ៉ាងខុសគ្នា៖ សូមជ្រើសមួយ
rolls-why-no-name = គ្មានឈ្មោះ
rolls-why-no-birth-date = គ្មានថ្ងៃខែឆ្នាំកំណើត
rolls-why-birth-not-exact = មិនដឹងថ្ងៃកំណើតច្បាស់
rolls-why-no-document = គ្មានលេខលិខិតឆ្លងដែន ឬឯកសារធ្វើដំណើរ
rolls-why-identity-not-verified = ស្ថានទូតមិនទាន់បញ្ជាក់អត្តសញ្ញាណរបស់គាត់
rolls-why-no-entry = មិនដឹងថ្ងៃចូលប្រទេស
rolls-why-entry-not-exact = មិនដឹងថ្ងៃចូលប្រទេសច្បាស់
rolls-why-overstay = មិនដឹងថ្ងៃស្នាក់នៅហួសកំណត់ច្បាស់៖ { $what }
rolls-kind-overstay = មិនដឹងថ្ងៃស្នាក់នៅហួសកំណត់ច្បាស់
rolls-why-no-overstay = មិនស្នាក់នៅហួសកំណត់
rolls-why-already-waived = បានលើកលែងប្រាក់ពិន័យរួចហើយ
rolls-why-pays-the-fine = បង់ប្រាក់ពិន័យ
rolls-why-refused = ធ្លាប់ត្រូវបដិសេធ
