# The instruments by which people are heard, and an organisation's own. Not yet reviewed by a native speaker.
forms-title = ឧបករណ៍សួរ
forms-explain = អ្វីដែលប្រើសួរបុគ្គល វាមកពីណា និងអ្នកណាបានពិនិត្យវា។ ចម្លើយចាស់រក្សាកំណែដែលវាត្រូវបានឆ្លើយ។
forms-way = ឧបករណ៍សួរ
forms-own = របស់អ្នកផ្ទាល់
forms-none = មិនទាន់មានទេ។
forms-own-says = កំណែ { $version }, { $questions ->
   *[other] { $questions } សំណួរ
} ក្នុងនោះ { $carrying } អាចមានទម្ងន់លើលទ្ធផល
forms-file = XLSForm ដូចដែល KoBo និង ODK ប្រើ
forms-file-hint = តារាងគណនាដែលមានសន្លឹក survey, choices និង settings។ អ្វីដែលមិនយល់ត្រូវបានប្រាប់ ម្ដងមួយជួរ ហើយគ្មានអ្វីត្រូវបានរក្សាទុកទេ។ ដើម្បីកែវា សូមដំឡើងលេខកំណែ។
forms-add = ពិនិត្យ ហើយរក្សាទុក
forms-no-file = សូមជ្រើសឯកសារ។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។
forms-not-kept = គ្មានអ្វីត្រូវបានរក្សាទុកទេ។ កន្លែងទាំងនេះត្រូវពិនិត្យម្ដងទៀត៖
forms-kept = បានរក្សាទុក។ ចាប់ពីពេលនេះ អាចស្ដាប់បុគ្គលតាមវាបាន៖ វាមាននៅលើទំព័រលទ្ធផលនៃសម្ភាស។
forms-shipped = របស់កម្មវិធី
forms-unreviewed = មិនទាន់មានអ្នកណាពិនិត្យទេ។
