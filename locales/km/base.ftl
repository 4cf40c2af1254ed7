# Not yet reviewed by a native speaker.
frame-title = ការចុះឈ្មោះ
frame-skip = ទៅកាន់ទំព័រ
frame-home = ការចុះឈ្មោះ ទំព័រដំបូង
frame-parts = ផ្នែកនៃការចុះឈ្មោះ
frame-people = បុគ្គល
frame-arrivals = ថ្មី
frame-lists = បញ្ជី
frame-users = អ្នកប្រើ
frame-log = កំណត់ហេតុ
frame-alerts =
    { $count ->
        [0] ការជូនដំណឹង គ្មានអ្វីថ្មី
       *[other] ការជូនដំណឹង ថ្មី { $count }
    }
frame-language = ភាសា
frame-not-reviewed = មិនទាន់បានពិនិត្យដោយអ្នកនិយាយភាសាកំណើត
frame-me = អ្នក
frame-sessions = ការចូលប្រើ និងលេខកូដបម្រុង
frame-passphrase = ប្ដូរឃ្លាសម្ងាត់
frame-sign-out = ចាកចេញ
frame-lock = ចាក់សោទាំងអស់
frame-lock-hint = បិទអ្វីៗទាំងអស់ភ្លាមៗ។ ឬចុច Escape បីដង។
frame-demo = របៀបហាត់ប្រើ៖ បុគ្គលទាំងអស់នៅទីនេះមិនមែនជាមនុស្សពិតទេ។
frame-paging = ទំព័រនៃបញ្ជី
frame-before = មុន
frame-after = បន្ទាប់
frame-page = ទំព័រ { $count }
frame-tally = { $count }
frame-errors =
    { $count ->
       *[other] មាន { $count } ចំណុចត្រូវពិនិត្យម្ដងទៀត។
    }

role-outreach = បុគ្គលិកចុះមូលដ្ឋាន
role-caseworker = មន្ត្រីគ្រប់គ្រងករណី
role-protection-officer = មន្ត្រីកិច្ចការពារ
role-consular-officer = មន្ត្រីកុងស៊ុល
role-shelter-manager = អ្នកគ្រប់គ្រងទីជម្រក
role-fund-manager = អ្នកគ្រប់គ្រងថវិកា
role-analyst = អ្នកវិភាគ
role-auditor = សវនករ
role-administrator = អ្នកគ្រប់គ្រងប្រព័ន្ធ
role-integration = ការភ្ជាប់កម្មវិធី
