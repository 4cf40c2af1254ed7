# Not yet reviewed by a native speaker.
person-age-about = sekitar { $age }
certainty-estimated = perkiraan
certainty-month = tanggalnya tidak diketahui
certainty-year = hanya tahunnya diketahui
certainty-either = tanggal dan bulan mungkin tertukar
case-back = Kembali ke
case-unknown = tidak diketahui
