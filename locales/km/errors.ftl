# Not yet reviewed by a native speaker.
fault-back = ត្រឡប់ក្រោយ
fault-number = បើអ្នកសុំជំនួយ សូមប្រាប់លេខនេះដល់អ្នកដែលថែទាំម៉ាស៊ីន៖
fault-sign-in-title = ចូលប្រើមិនបាន
fault-sign-in = ឈ្មោះ ឃ្លាសម្ងាត់ និងលេខកូដ មិនត្រូវគ្នាទេ។ លេខកូដមួយប្រើបានតែម្ដង។
fault-sign-in-next = សូមវាយទាំងបីម្ដងទៀត។
fault-sign-in-needed-title = សូមចូលប្រើ
fault-sign-in-needed = ការចូលប្រើរបស់អ្នកបានចប់ហើយ។ គ្មានអ្វីបាត់ទេ។
fault-sign-in-needed-next = ចូលប្រើម្ដងទៀត ដើម្បីបន្ត។
