# What the plan of the way out shows of it, the rest is English. Not yet reviewed by a native speaker.
consent-words-link = Kata-kata untuk dibacakan, dicetak, dan ditandatangani
consent-yes = Ya
consent-no = Tidak
consent-given = Cara persetujuan diberikan
consent-child = Di bawah 18 tahun
consent-best-interests = Mengapa ini demi kepentingan terbaik anak
given-spoken = Secara lisan
given-signed = Ditandatangani
given-guardian = Oleh wali
given-best-interests = Diputuskan demi kepentingan terbaik anak
