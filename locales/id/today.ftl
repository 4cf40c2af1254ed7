# What is to be done today, queues, one step for many, deadlines, the calendar. Not yet reviewed by a native speaker.
frame-today = Hari ini
today-title = Hari ini
today-explain = Yang jatuh tempo, yang terlambat, yang akan gagal minggu ini, dan yang bisa dimulai sejak terakhir Anda melihat.
today-asked = Yang diminta dari tim ini
today-asked-none = Tidak ada yang menunggu jawaban tim ini.
today-parts = Bagian halaman ini
today-part-watched = perlu diawasi
today-part-overdue = terlambat
today-part-due = jatuh tempo
today-part-breaking = akan gagal minggu ini
today-part-opened = bisa dimulai sekarang
today-none-watched = Tidak ada yang ditahan, hilang kontak, atau dijual lagi, dan tidak ada yang nyawanya terancam, sejauh yang dicatat.
today-none-overdue = Tidak ada yang terlambat.
today-none-due = Tidak ada yang jatuh tempo hari ini.
today-none-breaking = Tidak ada yang berakhir dalam seminggu, sejauh yang dicatat.
today-none-opened = Tidak ada hal tertunda yang bisa dimulai sejak terakhir Anda melihat.
today-more = { $done } dari { $total } ditampilkan.
today-unanswered = { $count ->
   *[other] { $count } rujukan tidak dijawab tepat waktu.
}
today-to-ask = { $count ->
   *[other] { $count } orang belum ditanya apakah kontak aman.
}
today-follow-up = Tanyakan bagaimana keadaan orangnya
today-first-action = { $level }: tindakan pertama
today-consent-ends = Persetujuan untuk { $contact } berakhir
today-leave-ends = Izin tinggal berakhir
today-held = Ditahan oleh pihak berwenang
today-since = sejak { $day }
today-since-day = sejak { $what }
today-expected = diperkirakan { $day }
today-until = sampai { $day }
queues-title = Siapa menunggu di mana
queues-explain = Semua orang yang jalan keluarnya menunggu suatu langkah, berapa jumlahnya, dan sudah berapa hari. Satu orang bisa menunggu beberapa langkah sekaligus.
queues-by = Cara antrean dibagi
queues-by-step = Menurut langkah
queues-by-mission = Menurut langkah dan perwakilan negara
queues-none = Tidak ada yang menunggu.
queues-step = Langkah
queues-waiting = Orang
queues-median = Separuhnya menunggu paling sedikit
queues-longest = Paling lama
queues-held = { $count ->
   *[other] { $count } terhambat
}
queues-no-mission = perwakilan negara belum ditetapkan
queues-stuck = Paling lama tertahan, dan karena apa
queue-count = { $count ->
   *[other] { $count } orang menunggu langkah ini.
}
queue-mission = Perwakilan negara
queue-any-mission = Semua perwakilan negara
queue-show-them = Tampilkan
queue-empty = Tidak ada yang menunggu di sini.
queue-tick = Pilih { $what }
queue-stage-ready = bisa dimulai
queue-stage-begun = sudah dimulai
queue-stage-waiting = menunggu
queue-stage-held = terhambat: lihat rencananya
batch-title = Satu langkah untuk banyak orang
batch-explain = Tidak ada yang dicatat sebelum Anda melihat untuk siapa. Orang yang rencananya belum mengizinkan langkah ini tidak diikutkan.
batch-private = Pemeriksaan keselamatan dan persetujuan ditanyakan kepada setiap orang sendiri, secara pribadi, dan tidak pernah dicatat untuk banyak orang sekaligus.
batch-who = Untuk siapa
batch-ticked = Yang dicentang
batch-all = { $count ->
   *[other] Semua { $count } orang yang menunggu
}
batch-reached = Yang dicatat
batch-reached-done = selesai
batch-reached-begun = sudah dimulai
batch-reached-waiting-for = menunggu pihak yang mengurusnya
batch-next = Tampilkan yang akan dicatat
batch-in-file = Mereka yang tercantum dalam lembar kerja
batch-numbers = Lembar kerja berisi nomor dokumen, jika ada
batch-numbers-explain = XLSX, XLS, ODS, atau CSV: satu baris untuk setiap orang, dengan kode, nomor paspor, atau nama, dan nomor dokumen baru dalam kolom tersendiri. Berkas dibaca dan tidak disimpan.
batch-no-numbers = Dalam berkas ini tidak ada nomor baru di samping orang yang menunggu di sini. Periksa apakah berkasnya benar, dan apakah nomornya ada dalam kolom tersendiri.
batch-number = Nomor dokumen
batch-issue-explain = Setiap dokumen dicatat dalam kasus dengan nomornya, dan foto yang dibuat untuk itu dihapus. Pembatalan mengembalikan yang diketahui tentang surat-suratnya; foto yang dihapus tidak kembali. Jika nomornya tidak diketahui, biarkan kosong.
batch-unclear = { $count ->
   *[other] { $count } baris lembar kerja perlu Anda putuskan
}
batch-unclear-explain = Tidak jelas milik siapa: tidak ada yang bernama begitu di sini, ada beberapa, atau satu nomor muncul dua kali. Jika orangnya ada di bawah, tulis nomornya di samping orang itu.
ask-open = Tanyai orang ini sendirian
ask-open-who = Tanyai sendirian: { $what }
ask-lead = Tanyai orang ini sendirian, tanpa ada yang mendengar, dalam bahasa yang dikuasainya.
ask-not-why = Di sini hanya dicatat ya atau tidak, tidak pernah alasannya. Apa yang ditakuti seseorang diceritakan kepada pekerja kasus atau petugas perlindungan, dan hanya mereka yang membacanya.
ask-closed = Yang mengerjakan langkah-langkah tidak melihat alasannya. Pekerja kasus atau petugas perlindungan di tim Anda bisa mendengarkan orang ini sendirian dan memeriksa lagi; sampai saat itu tidak ada negara yang diberi tahu apa pun, dan langkah yang memberi tahu suatu negara tidak dilanjutkan.
ask-check = Lakukan pemeriksaan keselamatan
ask-safety-first = Apakah kontak aman harus lebih dulu. Mohon tanyakan, dan pilih salah satu dari dua.
ask-kept = Sudah tersimpan untuk { $what }.
ask-who-can = Yang mengerjakan langkah-langkah tidak bisa mengubah ini: pekerja kasus atau petugas perlindungan di tim Anda bisa.
batch-nobody = Tidak ada yang dicentang. Centang seseorang, atau pilih semua.
batch-day-ahead = Hari itu belum tiba.
batch-confirm-title = Apakah ini benar?
batch-will-write = Ini akan dicatat dalam kasus masing-masing, dengan nama Anda. Bisa dibatalkan selama satu hari.
batch-says = { $count ->
   *[other] { $count } orang: { $what }
}
batch-confirm = { $count ->
   *[other] Catat untuk { $count } orang
}
batch-back = Kembali, jangan catat apa pun
batch-nobody-left = Tidak ada orang yang bisa dicatat.
batch-left-out = { $count ->
   *[other] { $count } orang tidak diikutkan
}
batch-people = { $count ->
   *[other] Untuk { $count } orang
}
batch-over = Sudah selesai, atau tidak diperlukan.
batch-not-on-the-way = Langkah ini bukan bagian dari jalan yang ditempuh orang itu.
batch-running = Sedang dicatat
batch-running-explain = Kasus setiap orang dicatat sendiri-sendiri. Jika Anda keluar, prosesnya berhenti setelah orang yang sedang dikerjakan.
batch-progress = { $done } dari { $total }
batch-finished = Yang sudah dicatat
batch-written = { $count ->
    [0] Tidak ada yang dicatat.
   *[other] Dicatat untuk { $count } orang.
} { $changed ->
    [0] { "" }
   *[other] Untuk { $changed } orang tidak bisa dicatat; coba lagi.
}
batch-undone = { $count ->
    [0] Tidak ada yang dikembalikan.
   *[other] Dikembalikan untuk { $count } orang.
} { $changed ->
    [0] { "" }
   *[other] Untuk { $changed } orang tetap seperti adanya, karena ada yang mengubahnya sejak itu.
}
batch-recent = Dicatat untuk banyak orang sejak kemarin
batch-undo = Batalkan
batch-undo-what = Batalkan: { $what }
batch-undo-explain = Pembatalan mengembalikan yang tercatat sebelumnya, bagi semua orang yang langkahnya belum diubah siapa pun sejak itu. Berlaku selama satu hari.
batch-was-undone = Sudah dibatalkan.
deadlines-title = Tenggat
deadlines-explain = Hari paling lambat untuk suatu hal bagi orang ini. Seminggu sebelumnya para pekerja kasus diberi tahu; tiga hari sebelumnya juga petugas perlindungan; pada harinya seluruh tim dan administrator. Mereka diberi tahu bahwa ada tenggat, bukan tenggat apa.
deadlines-none = Tidak ada.
deadlines-add = Tambahkan tenggat
deadlines-what = Apa yang harus dilakukan
deadlines-on = Paling lambat hari apa
deadlines-over = Tidak berlaku lagi
deadlines-over-what = Tidak berlaku lagi: { $what }
deadline-kept = Sudah tersimpan.
deadline-over = tidak berlaku lagi
field-deadline = Tenggat
calendar-title = Kalender
calendar-explain = Tenggat dan tindak lanjut tim Anda, untuk kalender di telepon atau laptop Anda: kode kartu dan harinya, tanpa nama, dan tanpa keperluannya.
calendar-risk = Siapa pun yang punya alamatnya bisa membacanya, juga tanpa masuk. Buat alamat baru jika orang lain mungkin telah melihatnya, dan jangan buat sama sekali jika telepon Anda mungkin digeledah.
calendar-none = Tidak ada kalender.
calendar-since = Ada kalender sejak { $what }. Alamatnya sudah ditampilkan satu kali.
calendar-make = Buat kalender
calendar-renew = Buat alamat baru; yang lama berakhir
calendar-end = Akhiri kalender
calendar-ended = Kalender sudah berakhir. Yang sudah diambil oleh kalender lain tetap ada di sana sampai diminta lagi.
calendar-address = Salin alamat ini ke kalender Anda sekarang. Hanya ditampilkan satu kali.
