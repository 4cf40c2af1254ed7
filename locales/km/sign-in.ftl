# Not yet reviewed by a native speaker.
sign-in-title = ចូលប្រើ
sign-in-name = ឈ្មោះ
sign-in-passphrase = ឃ្លាសម្ងាត់
sign-in-code = លេខកូដ
sign-in-code-hint = លេខប្រាំមួយខ្ទង់ពីកម្មវិធីផ្ទៀងផ្ទាត់របស់អ្នក ឬលេខកូដបម្រុងមួយ។
sign-in-submit = ចូលប្រើ

sign-in-demo-title = ជ្រើសតួនាទី
sign-in-demo-invented = បុគ្គលទាំងអស់នៅទីនេះមិនមែនជាមនុស្សពិតទេ។ សាកល្បងអ្វីក៏បាន។
sign-in-by-name = ចូលប្រើដោយឈ្មោះវិញ
sign-in-role-outreach = ចុះឈ្មោះមនុស្សនៅតាមផ្លូវ ដោយទូរស័ព្ទ
sign-in-role-caseworker = តាមជួយម្នាក់ៗរហូតមានសុវត្ថិភាព
sign-in-role-protection-officer = ស្ដាប់ម្នាក់ៗ និងថែរក្សាសុវត្ថិភាពគាត់
sign-in-role-consular-officer = ទទួលបញ្ជី និងចេញឯកសារ
sign-in-role-shelter-manager = រកកន្លែងគេងឲ្យគ្រប់គ្នា
sign-in-role-fund-manager = បង់ថ្លៃសំបុត្រ និងថ្លៃសេវា
sign-in-role-analyst = មើលតួលេខ មិនមើលឈ្មោះ
sign-in-role-auditor = អានកំណត់ហេតុ មិនអានករណី
sign-in-role-administrator = ថែទាំប្រព័ន្ធ មិនអានករណី

passphrase-title = ប្ដូរឃ្លាសម្ងាត់របស់អ្នក
passphrase-explain = យកពាក្យពីរបី ដែលមានតែអ្នកទេផ្គុំជាមួយគ្នា។ ការចូលប្រើផ្សេងទៀតរបស់អ្នកនឹងត្រូវបិទទាំងអស់ ហើយមួយនេះនៅដដែល។
passphrase-now = ឃ្លាសម្ងាត់បច្ចុប្បន្នរបស់អ្នក
passphrase-new = ឃ្លាសម្ងាត់ថ្មី
passphrase-new-hint = យ៉ាងតិច { $count } តួអក្សរ។
passphrase-again = ឃ្លាសម្ងាត់ថ្មី ម្ដងទៀត
passphrase-submit = ប្ដូរឃ្លាសម្ងាត់
passphrase-changed = ឃ្លាសម្ងាត់របស់អ្នកត្រូវបានប្ដូរហើយ។ ការចូលប្រើផ្សេងទៀតរបស់អ្នកត្រូវបានបិទទាំងអស់។
passphrase-short = ឃ្លាសម្ងាត់ថ្មីខ្លីពេក។ ត្រូវមានយ៉ាងតិច { $count } តួអក្សរ។
passphrase-same = នេះជាឃ្លាសម្ងាត់បច្ចុប្បន្នរបស់អ្នក។ សូមជ្រើសមួយផ្សេង។
passphrase-different = ទាំងពីរមិនដូចគ្នាទេ។ សូមវាយឃ្លាសម្ងាត់ថ្មីពីរដង។
passphrase-refused = ឃ្លាសម្ងាត់ និងលេខកូដ មិនត្រូវគ្នាទេ។ លេខកូដមួយប្រើបានតែម្ដង។ គ្មានអ្វីត្រូវបានប្ដូរទេ។

opening-title = កំពុងបើកករណីរបស់ក្រុមអ្នក
opening-explain = ត្រូវការពេលបន្តិច។ ទំព័រនេះនឹងបន្តដោយខ្លួនឯង។
opening-progress = { $done } ក្នុងចំណោម { $total }
opening-again = មើលម្ដងទៀត
