# Not yet reviewed by a native speaker.
lists-title = បញ្ចូលបញ្ជី
lists-explain = បញ្ជីពីស្ថានទូត ទីជម្រក ឬក្រុមជជែក តាមសភាពដើម។ គ្មានអ្វីត្រូវបានចុះឈ្មោះទេ មុនពេលអ្នកបានមើល។
lists-file = បញ្ជី
lists-file-hint = តារាងគណនា (XLSX, XLS, ODS) ឬអត្ថបទ (CSV) មិនលើសពី 20 MB។
lists-sender = អ្នកណាផ្ញើមក
lists-sender-hint = ផ្នែកណាមួយនៃស្ថានទូត ទីជម្រក ឬអ្នកស្ម័គ្រចិត្ត។ បញ្ជីបន្ទាប់របស់គេនឹងអាចយល់បានភ្លាម។ អាចទុកទំនេរ។
lists-unnamed-sender = អ្នកផ្ញើគ្មានឈ្មោះ
lists-read = អានបញ្ជី
lists-earlier = បញ្ជីមុនៗ
lists-rows =
    { $count ->
       *[other] { $count } ជួរដេក
    }
lists-registered =
    { $count ->
       *[other] បានចុះឈ្មោះ { $count } នាក់
    }
lists-need-a-look =
    { $count ->
       *[other] { $count } ជួរត្រូវពិនិត្យមើល
    }
list-running = កំពុងចុះឈ្មោះ
list-cut-off = មិនទាន់ចប់
list-finished = ចប់ហើយ

## Which column holds what.
lists-columns-title = អ្វីដែលមានក្នុងជួរឈរនីមួយៗ
lists-columns-explain = បញ្ជីត្រូវបានយល់ដូចនេះ។ ចុចលើជួរឈរណាមួយ ដើម្បីប្ដូរអ្វីដែលវាមាន។
lists-sheet = សន្លឹក
lists-hidden-sheet = លាក់ក្នុងឯកសារ
lists-hidden = លាក់
lists-header = ជួរដេកនៃចំណងជើង
lists-previous = កំណែថ្មីជាងនៃ
lists-no-previous = គ្មាន៖ នេះជាបញ្ជីថ្មី
lists-nationality = សញ្ជាតិរបស់បុគ្គលទាំងអស់ក្នុងបញ្ជី
lists-nationality-column = តាមដែលបញ្ជីសរសេរ
lists-date-order = របៀបសរសេរថ្ងៃខែឆ្នាំ
date-order-day-first = ថ្ងៃ ខែ ឆ្នាំ
date-order-month-first = ខែ ថ្ងៃ ឆ្នាំ
date-order-year-first = ឆ្នាំ ខែ ថ្ងៃ
date-order-unknown = តាមដែលបញ្ជីបង្ហាញ។ បើមិនច្បាស់ របៀបអានទាំងពីរត្រូវបានរក្សាទុក
lists-column = ជួរឈរ { $what } មាន
lists-col-row = ជួរដេក
lists-columns-next = មើលបុគ្គល
lists-columns-again = ប្ដូរជួរឈរ
column-ignore = អ្វីដែលមិនត្រូវការ
column-number = លេខរៀង
column-name = ឈ្មោះ
column-given-name = នាមខ្លួន
column-family-name = នាមត្រកូល
column-own-script-name = ឈ្មោះជាអក្សរដើម
column-nationality = សញ្ជាតិ
column-sex = ភេទ
column-birth = ថ្ងៃខែឆ្នាំកំណើត
column-age = អាយុ
column-place-and-birth = ទីកន្លែង និងថ្ងៃខែឆ្នាំកំណើត
column-name-and-nationality = ឈ្មោះ និងសញ្ជាតិ
column-name-and-passport = ឈ្មោះ និងលេខលិខិតឆ្លងដែន
column-sex-and-age = ភេទ និងអាយុ
column-passport = លេខលិខិតឆ្លងដែន
column-papers = ឯកសារ
column-phone = ទូរស័ព្ទ ឬគណនី
column-place = ឥឡូវនៅឯណា
column-reported = ថ្ងៃមកដល់យើង
column-entered = ថ្ងៃចូលប្រទេស
column-remark = កំណត់សម្គាល់
# What was noticed when the list was read.
lists-header-in-row = ចំណងជើងនៅជួរដេកទី { $count }។
lists-no-header = គ្មានជួរដេកសម្រាប់ចំណងជើងទេ។
lists-recognised = ជួរឈរនៅដូចដែលអ្នកបានកំណត់ពីមុនសម្រាប់ { $what }។
lists-hidden-rows =
    { $count ->
       *[other] មាន { $count } ជួរដេកលាក់ក្នុងឯកសារ។ ជួរទាំងនេះត្រូវបានអានដូចជួរផ្សេងដែរ។
    }
lists-several-sheets = ឯកសារនេះមាន { $count } សន្លឹក។ នេះជាសន្លឹកវែងជាងគេ។

## The rows as people.
lists-preview-title =
    { $count ->
        [0] មិនទាន់មាននរណាក្នុងបញ្ជីនេះទេ
       *[other] បុគ្គល { $count } នាក់ក្នុងបញ្ជីនេះ
    }
lists-preview-explain = មិនទាន់មានអ្វីត្រូវបានចុះឈ្មោះទេ។ សូមមើលអ្វីដែលមិនច្បាស់ ហើយកែនៅទីនេះ ឬពេលក្រោយ។
lists-preview-newer = បុគ្គលក្នុងកំណែមុនត្រូវបានធ្វើបច្ចុប្បន្នភាព មិនចុះឈ្មោះម្ដងទៀតទេ។
lists-corrected =
    { $count ->
       *[other] បានកែ { $count } ក្រឡា។
    }
reading-look = ត្រូវពិនិត្យមើល
reading-unsure = មានចំណុចមិនច្បាស់
reading-sure = ច្បាស់
reading-not-a-person = មិនមែនបុគ្គល
lists-doubts = ត្រូវសួរម្ដងទៀត
lists-register = ចុះឈ្មោះបុគ្គលទាំងនេះ
lists-correct = កែ
lists-correct-row = កែជួរដេកទី { $count }

## One row's cells.
lists-row-title = ជួរដេកទី { $count }
lists-back = ត្រឡប់ក្រោយ
lists-back-to-lists = បញ្ជីទាំងអស់
lists-cell-corrected = បានកែ
lists-save-row = រក្សាទុក ហើយអានម្ដងទៀត
lists-who-is-it = នេះជានរណា?
lists-somebody-new = បុគ្គលថ្មី
lists-set-aside = ជួរដេកនេះមិនមែនជាបុគ្គលទេ

## Rows that wait for a person.
lists-to-look-at =
    { $count ->
        [0] គ្មានជួរដេកត្រូវពិនិត្យមើលទេ
       *[other] { $count } ជួរដេកត្រូវពិនិត្យមើល
    }
lists-look-explain = ជួរដេកទាំងនេះក្នុងបញ្ជីរបស់ក្រុមអ្នក មិនទាន់បានចុះឈ្មោះទេ។ គ្មានអ្វីបាត់ទេ។
lists-now-registered = បុគ្គលនេះបានចុះឈ្មោះហើយ។
lists-now-changed = បុគ្គលនេះបានចុះឈ្មោះពីមុនហើយ។ អ្វីដែលថ្មីត្រូវបានកត់ត្រាបន្ថែម។
lists-now-already = បុគ្គលនេះបានចុះឈ្មោះពីមុនហើយ ហើយគ្មានអ្វីថ្មីទេ។
lists-now-not-a-person = ជួរដេកនេះត្រូវបានទុកមួយឡែក។
lists-now-waiting = ជួរដេកនេះនឹងត្រូវចុះឈ្មោះ ពេលបញ្ជីបន្ត។
lists-now-replaced = កំណែថ្មីជាងនៃបញ្ជីមានជួរដេកនេះ។

## While it runs, and afterwards.
lists-progress-title = កំពុងចុះឈ្មោះបញ្ជី
lists-progress-explain = អ្នកអាចចាកចេញពីទំព័រនេះ។ ការចុះឈ្មោះនៅបន្ត ដរាបណាអ្នកនៅចូលប្រើ។
lists-progress = { $done } ក្នុងចំណោម { $total } ជួរដេក
lists-sealing = កំពុងបិទត្រាបញ្ជី…
lists-progress-again = មើលម្ដងទៀត
lists-stop = ឈប់ត្រឹមនេះ
lists-not-kept = រក្សាទុកបញ្ជីមិនបាន។ គ្មាននរណាត្រូវបានចុះឈ្មោះទេ។ សូមបញ្ចូលម្ដងទៀត។
lists-cut-off =
    { $count ->
        [0] បញ្ជីបានឈប់នៅចុងបញ្ចប់។ គ្មាននរណានៅសល់ទេ។
       *[other] បញ្ជីបានឈប់មុនដល់ចុងបញ្ចប់។ { $count } ជួរដេកកំពុងរង់ចាំ។ អ្នកដែលបានចុះឈ្មោះហើយនៅដដែល ហើយគ្មាននរណាត្រូវចុះឈ្មោះពីរដងទេ។
    }
lists-go-on = បន្ត
lists-report-title = លទ្ធផលនៃជួរដេកនីមួយៗ
lists-report-show = បង្ហាញ
lists-report-all = ជួរដេកទាំងអស់
lists-col-outcome = លទ្ធផល
lists-col-reason = មូលហេតុ
lists-col-said = អ្វីដែលសរសេរ
lists-report-csv = របាយការណ៍គ្មានឈ្មោះ
lists-with-codes = បញ្ជីជាមួយលេខកូដ
lists-look-file = ជួរដេកដែលត្រូវពិនិត្យមើល
lists-code-column = លេខកូដករណី
lists-row-column = ជួរដេកក្នុងបញ្ជី
lists-reason-column = ត្រូវពិនិត្យមើល
lists-not-taken = មិនបានបញ្ជូនបន្ត៖ ផ្នែកនេះនៃករណីមិនបើកឲ្យក្រុមរបស់អ្នកទេ
lists-gone =
    { $count ->
       *[other] បុគ្គល { $count } នាក់ក្នុងកំណែមុន មិនមានក្នុងបញ្ជីនេះទេ
    }
lists-gone-explain = គាត់នៅតែបានចុះឈ្មោះដដែល។ សូមសួរថាហេតុអ្វីបានជាលែងមានក្នុងបញ្ជី។
outcome-waiting = កំពុងរង់ចាំ
outcome-registered = បានចុះឈ្មោះ
outcome-changed = បានធ្វើបច្ចុប្បន្នភាព
outcome-already = គ្មានអ្វីថ្មី
outcome-look = ត្រូវពិនិត្យមើល
outcome-not-a-person = មិនមែនបុគ្គល
outcome-replaced = មកម្ដងទៀត
wrong-file = សូមជ្រើសឯកសារដែលមានបញ្ជី។

## What is unsure about a person on a list.
doubt-birth-order = ថ្ងៃ និងខែកំណើតអាចច្រឡំគ្នា។
doubt-birth-calendar = ឆ្នាំកំណើតអាចរាប់តាមប្រតិទិនផ្សេង។
doubt-birth-not-read = អានថ្ងៃខែឆ្នាំកំណើតមិនបាន។
doubt-birth-from-number = តារាងគណនាបានរក្សាទុកថ្ងៃខែឆ្នាំកំណើតជាលេខទទេ។
doubt-age-differs = អាយុ និងថ្ងៃខែឆ្នាំកំណើតមិនត្រូវគ្នាទេ។
doubt-reported-order = ថ្ងៃមកដល់អាចជាថ្ងៃណាមួយក្នុងចំណោមពីរថ្ងៃ។ ដូច្នេះបានទុកទំនេរ។
doubt-reported-not-read = អានថ្ងៃមកដល់មិនបាន។
doubt-entered-order = ថ្ងៃចូលប្រទេសអាចជាថ្ងៃណាមួយក្នុងចំណោមពីរថ្ងៃ។ ដូច្នេះបានទុកទំនេរ។
doubt-entered-not-read = អានថ្ងៃចូលប្រទេសមិនបាន។
doubt-sex-not-read = អានភេទមិនបាន។
doubt-sex-unclear = អក្សរ M ក្នុងបញ្ជីនេះអាចមានន័យថាប្រុស ឬស្រី។
doubt-nationality-not-read = អានសញ្ជាតិមិនបាន។
doubt-nationality-from-name = សញ្ជាតិត្រូវបានយកពីអ្វីដែលសរសេរក្បែរឈ្មោះ។
doubt-paper-not-read = អានអ្វីដែលសរសេរអំពីឯកសារមិនបាន។
doubt-paper-kind = មិនបានបញ្ជាក់ថាលេខនេះជារបស់ឯកសារណាទេ។
doubt-phone-not-read = តារាងគណនាបានធ្វើឲ្យខូចលេខទូរស័ព្ទ។
doubt-sign-from-remark = មានកំណត់សម្គាល់មួយនិយាយពីរឿងបន្ទាន់។ សូមសួរថាពិតមែនឬទេ។

## Why a row is not a person, or needs a look.
why-heading = ជួរដេកនេះសរសេរចំណងជើងឡើងវិញ។
why-total = ជួរដេកនេះជាចំនួនសរុប។
why-signature = ជួរដេកនេះជាហត្ថលេខា ឬចំណាំអំពីបញ្ជី។
why-only-a-number = ជួរដេកនេះមានតែលេខប៉ុណ្ណោះ។
why-no-name = ជួរដេកនេះគ្មានឈ្មោះទេ។
why-shifted = ក្រឡានៃជួរដេកនេះហាក់ដូចជានៅខុសជួរឈរ។
why-only-a-name = ជួរដេកនេះមានតែឈ្មោះប៉ុណ្ណោះ។ វាអាចជាចំណងជើង ឬចំណាំ។
why-maybe-known = នេះអាចជាបុគ្គលដែលមានក្នុងបញ្ជីពីមុន ឬជាបុគ្គលផ្សេង។
why-said-so = មានគេបានពិនិត្យមើលហើយ៖ ជួរដេកនេះមិនមែនជាបុគ្គលទេ។
why-above-headings = នេះជាចំណងជើងបញ្ជី ឬចំណងជើងជួរឈរ។
