# What the plan of the way out shows of it, the rest is English. Not yet reviewed by a native speaker.
consent-words-link = ពាក្យសម្រាប់អាន បោះពុម្ព និងចុះហត្ថលេខា
consent-yes = បាទ/ចាស
consent-no = ទេ
consent-given = របៀបផ្ដល់ការយល់ព្រម
consent-child = ក្រោម 18 ឆ្នាំ
consent-best-interests = ហេតុអ្វីនេះជាឧត្តមប្រយោជន៍របស់កុមារ
given-spoken = ដោយពាក្យសម្ដី
given-signed = ដោយចុះហត្ថលេខា
given-guardian = ដោយអាណាព្យាបាល
given-best-interests = សម្រេចដើម្បីឧត្តមប្រយោជន៍របស់កុមារ
