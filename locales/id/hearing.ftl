# Hearing a person: one question at a time. Not yet reviewed by a native speaker.
hear-title = Dengarkan orangnya
hear-explain = Tanyakan satu kali, satu pertanyaan setiap kali. Setiap jawaban langsung tersimpan; berhenti atau beristirahatlah kapan pun orangnya mau.
hear-begin = Mulai wawancara
hear-begin-short = Wawancara singkat, kurang dari lima menit
hear-go-on = Lanjut
hear-urgent = Mendesak
hear-number = Pertanyaan { $count }
hear-share = Berapa banyak yang sudah ditanyakan
hear-stop = Istirahat atau berhenti
hear-see-result = Hasilnya
hear-left = { $count ->
   *[other] Masih ada { $count } pertanyaan.
}
hear-kept = Setiap jawaban tersimpan begitu diberikan.
hear-so-far = Sejauh ini
hear-keep = Simpan dan lanjut
hear-choose = Pilih satu jawaban, atau salah satu dari dua di bawah.
hear-number-wrong = Tulis sebuah angka.
hear-words = Tulis apa yang dikatakan orangnya, atau pilih salah satu dari dua di bawah.
hear-when = Ini bukan hari atau waktu. Tulis seperti 2026-01-18, 2026-01-18 18:00, 2026-01 atau 2026, atau dari satu hari sampai hari lain seperti 2026-01-10..2026-01-14.
hear-when-hint = Setepat yang diketahui: 2026-01-18 18:00, 2026-01-18, 2026-01, atau 2026-01-10..2026-01-14
hear-section-before = Sebelum kita mulai
hear-section-safety = Keamanan
hear-section-health = Kesehatan
hear-section-recruitment = Bagaimana mulanya
hear-section-journey = Perjalanan
hear-section-place = Tempatnya
hear-section-work = Pekerjaan
hear-section-pay-and-debt = Upah dan utang
hear-section-papers = Surat-surat
hear-section-threats = Ancaman
hear-section-sale = Dijual
hear-section-escape-and-release = Melarikan diri dan keluar
hear-section-others = Orang lain yang ada di sana
hear-section-home = Pulang
hear-section-wishes = Apa yang diinginkan orangnya
hear-section-statement = Keterangan, hanya untuk petugas perlindungan

said-yes = Ya
said-no = Tidak
said-does-not-know = Tidak tahu
said-rather-not = Tidak mau mengatakan

stop-title = Istirahat
stop-kept = { $count ->
    [0] Belum ada yang ditanyakan. Semua yang akan dikatakan tersimpan begitu diberikan.
   *[other] Semua { $count } jawaban tersimpan. Tidak ada yang ditanyakan dua kali.
}
stop-distress = Apakah orangnya tertekan?
stop-distress-do = Jangan lanjutkan hari ini. Temani, bernapas bersama, tawarkan air. Katakan bahwa tidak ada yang harus diceritakan, dan bantuan tidak bergantung pada itu. Lalu tanyakan apakah dia ingin berbicara dengan seseorang tentang kesehatan jiwanya.
stop-refer = Rujuk, misalnya ke perawatan kesehatan jiwa
stop-go-on = Lanjut

## What the answers come to.
heard-title = Hasilnya
heard-law = Menurut hukum
heard-machine = Program ini tidak pernah mengatakan bahwa seseorang bukan korban. Yang dikatakannya berasal dari jawaban di bawah; yang tidak dijawab berarti tidak diketahui, dan tidak diketahui bukan berarti tidak.
heard-dimensions = Indikator ILO dan Komisi Eropa
heard-dimension = Dimensi
heard-strong = Kuat
heard-medium = Sedang
heard-weak = Lemah
heard-positive = Positif
heard-not-yet = Belum
heard-best = Yang paling membantu untuk ditanyakan:
heard-open = { $count ->
    [0] Tidak ada lagi pertanyaan terbuka yang dapat menentukan.
   *[other] { $count } pertanyaan yang dapat menentukan masih terbuka.
}
heard-unreviewed = Beberapa instrumen ini belum diperiksa siapa pun.
heard-go-on = { $count ->
   *[other] Lanjut: masih ada { $count } pertanyaan
}
heard-said = Yang dikatakan
heard-nothing = Belum ada yang ditanyakan. Isi kartu kedatangan sudah dihitung.
heard-change = Ubah
heard-change-what = Ubah jawaban atas: { $what }
heard-urgency = Seberapa mendesak
heard-first = Pertama:
heard-attended = Sudah ditangani
heard-review = Lihat lagi paling lambat
heard-due = Paling lambat
heard-not-signed-off = Belum disahkan oleh tenaga klinis.
finding-presumed-victim = Diduga korban
finding-strong-indication = Indikasi kuat
finding-more-information-needed = Perlu informasi lebih banyak
level-p0 = P0: dalam satu jam
level-p1 = P1: hari ini
level-p2 = P2: dalam tiga hari
level-p3 = P3: dalam seminggu
clock-left = Sisa { $hours } jam untuk { $what }
clock-between = Sisa { $hours } sampai { $most } jam untuk { $what }
clock-unknown = Tidak diketahui kapan terjadinya: dianggap masih dalam { $hours } jam untuk { $what }
clock-over = { $hours } jam untuk { $what } sudah lewat
attend-note = Apa yang sudah dilakukan
attend-do = Sudah dilakukan, atau sudah ditemui lagi
attend-done = Sudah dicatat. Peninjauan berikutnya dihitung dari sekarang.

decide-title = Status, diputuskan oleh seseorang
decide-explain = Hanya orang yang disebut namanya yang memutuskan, dengan alasan. Dalam ekspor, ini menjadi status perdagangan orang.
decide-open = Catat keputusan
decide-status = Status
decide-by = Siapa yang memutuskan: nama dan jabatan
decide-body = Dari jenis organisasi apa
decide-because = Mengapa
decide-do = Catat keputusan ini
decide-done = Keputusan sudah dicatat.
decision-of = { $status }, diputuskan oleh { $who }
wrong-status = Pilih status dan jenis organisasi yang memutuskannya.
status-possible = Kemungkinan korban TPPO
status-actual = Korban TPPO
status-not-a-victim = Bukan korban, menurut keputusan orang itu
body-ngo = Lembaga swadaya masyarakat
body-police = Polisi
body-court = Pengadilan atau kejaksaan
body-government = Pemerintah, selain polisi
body-other = Lainnya

## Whom to look after first.
now-way = Sekarang: siapa yang ditangani lebih dulu
now-title = Sekarang
now-explain = Semua yang mendesak: lebih dulu yang nyawa atau keselamatannya terancam, lalu yang waktunya berjalan, sisa waktu paling sedikit di atas, lalu yang lain menurut tenggatnya.
now-levels = Tingkat
now-all = Semua
now-nobody = Saat ini tidak ada yang mendesak.
now-late = terlambat
now-more = { $done } dari { $total } ditampilkan.
concern-life-threatening-injury = Luka yang mengancam nyawa
concern-suicide-plan = Rencana atau percobaan bunuh diri
concern-labour-or-bleeding = Persalinan, atau perdarahan saat hamil
concern-abduction-or-arrest = Penculikan atau penangkapan sedang berlangsung
concern-child-alone = Anak sendirian
concern-trafficker-present = Pelaku perdagangan orang di dekat sini
concern-sexual-violence = Kekerasan seksual
concern-minor = Di bawah 18 tahun, atau mungkin
concern-pregnancy = Hamil
concern-untreated-injury = Luka atau sakit, belum dirawat
concern-missed-medicine = Obat terputus
concern-credible-threat = Diancam
concern-held-by-police = Ditahan polisi
concern-suicidal-thoughts = Pikiran bunuh diri
concern-refoulement-risk = Takut pada negaranya sendiri
concern-sleeping-rough = Tidak ada tempat tidur
concern-no-food = Tidak ada makanan
concern-exit-deadline = Segera harus meninggalkan negara ini
concern-recruiter-contact = Dihubungi perekrut
concern-documents-pending = Menunggu surat-surat
field-heard = Dikatakan dalam wawancara
field-decision = Status diputuskan
field-attended = Sudah ditangani

## The queue of those who wait to be heard.
queue-title = Siapa menunggu didengarkan
queue-way = Siapa menunggu didengarkan
queue-explain = Setiap orang didengarkan satu kali, oleh salah satu dari Anda. Siapa yang mengambil orang berikutnya mendengarkannya sendiri; setengah jam setelah jawaban terakhir, orang itu bebas bagi yang lain.
queue-waiting = menunggu
queue-now = sedang didengarkan
queue-today = sudah didengarkan hari ini
queue-place = Di mana Anda
queue-anywhere = Di mana saja
queue-show = Tampilkan
queue-take = Ambil orang berikutnya
queue-nobody = Tidak ada yang menunggu didengarkan di sini.
queue-since = Di sini sejak
queue-more = { $done } dari { $total } ditampilkan.
queue-in-part = { $count ->
   *[other] { $count } orang baru menjalani wawancara singkat
}
queue-in-part-explain = Yang sudah dikatakan tersimpan. Lanjutkan bila ada waktu dan tempat yang tenang; tidak ada yang ditanyakan dua kali.
queue-mine = milik Anda
