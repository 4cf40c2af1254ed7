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
