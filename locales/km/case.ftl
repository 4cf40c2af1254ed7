# Not yet reviewed by a native speaker.
person-age-about = ប្រហែល { $age }
certainty-estimated = ប៉ាន់ស្មាន
certainty-month = មិនដឹងថ្ងៃ
certainty-year = ដឹងតែឆ្នាំ
certainty-either = ថ្ងៃ និងខែអាចច្រឡំគ្នា
case-back = ត្រឡប់ទៅ
case-unknown = មិនដឹង
