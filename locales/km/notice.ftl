# Not yet reviewed by a native speaker.
notice-subject = មានអ្វីថ្មី
notice-body = មានអ្វីមួយកំពុងរង់ចាំអ្នក។ សូមចូលប្រើនៅកន្លែងដែលអ្នកធ្លាប់ចូល។
notice-code-subject = លេខកូដរបស់អ្នក
notice-code-body =
    នេះជាលេខកូដរបស់អ្នក៖ { $code }
    វាប្រើបានកន្លះម៉ោង។ ប្រសិនបើអ្នកមិនបានស្នើសុំ មិនចាំបាច់ធ្វើអ្វីទេ។
