# Named rolls: those for whom a mission asks that a fine be waived. Not yet reviewed by a native speaker.
rolls-title = Daftar nama untuk perwakilan negara
rolls-open = Daftar nama untuk perwakilan negara: denda dihapuskan lewat daftar
rolls-explain = Untuk setiap perwakilan negara: siapa yang bisa ada dalam daftar nama yang dipakainya untuk meminta denda kelebihan tinggal dihapuskan. Tidak ada yang masuk sebelum pemeriksaan keselamatan dan persetujuan untuk perwakilan itu dan pihak berwenang.
rolls-no-pack = Di negara ini denda tidak dihapuskan lewat daftar dari perwakilan negara.
rolls-nobody-ready = Belum ada yang bisa masuk daftar nama. Buka suatu kewarganegaraan untuk melihat apa yang ditunggu setiap orang.
rolls-ready = { $count ->
   *[other] { $count } siap
}
rolls-missing = { $count } belum masuk
rolls-others = { $count ->
   *[other] { $count } kewarganegaraan tanpa orang yang siap
}
rolls-back = Semua daftar nama
rolls-of = Daftar nama: { $what }
rolls-versions = Versi
rolls-version = Versi { $count }
rolls-not-sent = belum dikirim
rolls-sent-on = dikirim pada { $what }
rolls-on = Dalam daftar nama
rolls-on-count = { $count ->
    [0] Tidak ada orang dalam daftar nama
   *[other] { $count } orang dalam daftar nama
}
rolls-nobody-on = Menurut keadaan sekarang tidak ada yang bisa masuk. Di bawah tertulis apa yang ditunggu setiap orang.
rolls-total = Seluruhnya
rolls-total-days = hari kelebihan tinggal
rolls-seal-title = Segel suatu versi
rolls-seal-explain = Setiap orang di dalamnya diperiksa sekali lagi, dan pembukaan kasusnya dicatat dalam log. Versi yang sudah disegel tetap seperti adanya.
rolls-sender = Perwakilan negara yang mengirimnya
rolls-until = Hitung hari sampai
rolls-seal = Segel versi ini
rolls-sealed = { $count ->
   *[other] Sudah disegel, dengan { $count } orang.
}
wrong-roll-line = Ada nomor yang Anda tulis yang bukan baris versi ini. Tidak ada yang dicatat; mohon baca jawabannya sekali lagi.
wrong-roll-no-line = Anda memilih keputusan tanpa nomor barisnya. Tidak ada yang dicatat; mohon baca jawabannya sekali lagi.
wrong-roll-twice = Anda memberi dua keputusan yang berbeda untuk satu baris. Tidak ada yang dicatat; mohon baca jawabannya sekali lagi.
wrong-roll-nobody = Tidak ada lagi orang dalam versi ini yang boleh disebut namanya, jadi tidak ada berkasnya. Segel versi baru.
wrong-roll-mission = Mohon tulis perwakilan negara mana yang mengirim daftar nama ini.
rolls-missing-count = { $count ->
    [0] Tidak ada yang belum masuk
   *[other] { $count } orang belum masuk
}
rolls-missing-explain = Yang paling sedikit hambatannya di atas. Masing-masing mengarah ke rencana, tempat hal itu bisa dibereskan.
rolls-all = Semua
rolls-counted-to = dihitung sampai { $what }
rolls-sealed-by = Disegel oleh
rolls-withdrawn = { $count ->
   *[other] { $count } orang dalam versi ini tidak boleh lagi disebut namanya kepada perwakilan negara. Mereka tidak ada dalam berkas mana pun yang dibuat mulai sekarang.
}
rolls-files = Ambil
rolls-place = Tempat nota verbal
rolls-note-explain = PDF dimulai dengan nota verbal dalam bahasa Inggris dan Khmer. Teks ini belum diperiksa siapa pun: mintalah perwakilan negara membacanya.
rolls-send-title = Catat bahwa sudah dikirim
rolls-send-explain = Keselamatan dan persetujuan setiap orang diperiksa sekali lagi. Setelah itu setiap rencana menunggu jawabannya.
rolls-send-on = Dikirim pada
rolls-send = Sudah dikirim
rolls-sent-done = Sudah dicatat sebagai terkirim. Setiap rencana menunggu jawabannya.
rolls-not-sent-yet = Versi ini belum dikirim. Catat hari pengirimannya, lalu jawabannya.
rolls-answer-title = Jawabannya
rolls-answer-explain = Masukkan kembali lembar kerja yang berisi keputusan, apa pun urutan kolomnya. Anda melihat apa yang akan dicatat sebelum apa pun dicatat.
rolls-answer-file = Lembar kerja yang kembali
rolls-answer-read = Baca jawabannya
rolls-open-lines = belum dijawab
rolls-changed-since = Yang berubah sejak versi { $count }, yang terakhir dikirim
rolls-changed-nothing = Tidak ada.
rolls-added = Ditambahkan
rolls-gone = Tidak ada lagi di dalamnya
rolls-gone-since = bisa masuk versi berikutnya
rolls-changed = Isinya berubah
rolls-col-number = No.
rolls-col-name = Nama
rolls-col-birth = Lahir
rolls-col-document = Dokumen
rolls-col-entered = Masuk
rolls-col-days = Hari
rolls-col-amount = Denda
rolls-col-decision = Keputusan
decision-approved = disetujui
decision-refused = ditolak
decision-not-found = tidak ditemukan
roll-blank-erased = dihapus
roll-blank-withdrawn = Tidak boleh lagi disebut namanya kepada perwakilan negara.
roll-look-nobody = keputusan tentang seseorang yang bukan baris daftar ini
roll-look-unclear = tidak jelas baris mana atau keputusan apa
rolls-back-title = Yang kembali
rolls-back-explain = Belum ada yang dicatat.
rolls-back-already = sudah dicatat sebelumnya
rolls-back-silent = baris tanpa keputusan
rolls-back-absent = baris yang tidak ada dalam berkas
rolls-back-look = baris yang perlu Anda periksa
rolls-back-nothing = Tidak ada yang baru di dalamnya.
rolls-rows-more = { $count } baris lagi yang perlu diperiksa muncul saat Anda membaca berkas ini sekali lagi.
rolls-row = Baris { $count }
rolls-row-line = Nomor baris
rolls-row-leave = biarkan
rolls-answered-on = Dijawab pada
rolls-note-all = { $count ->
    [0] Catat yang saya putuskan di atas
   *[other] Catat { $count } keputusan
}
rolls-note = Daftar nama, versi { $version }, baris { $line }: { $decision }
rolls-noted = { $count ->
    [0] Semuanya sudah dicatat sebelumnya; tidak ada yang diubah.
   *[other] { $count } keputusan dicatat dan tertulis dalam rencana.
}
rolls-outdone = { $count ->
   *[other] { $count } keputusan disimpan hanya pada barisnya: yang diputuskan pada versi lain tetap berlaku.
}
rolls-why-safety-not-checked = Belum ada pemeriksaan keselamatan
rolls-why-safety-not-clear = Pemeriksaan keselamatan menyatakan: untuk saat ini jangan ada kontak dengan negara mana pun
rolls-why-warned = { $what }: tidak masuk daftar mana pun
rolls-kind-warned = Ada peringatan
rolls-why-declined = Menolak { $what } diberi tahu
rolls-kind-declined = Menolak
rolls-why-no-consent = Belum ditanya apakah { $what } boleh diberi tahu
rolls-kind-no-consent = Persetujuan belum ditanyakan
rolls-why-no-guardian = Anak, atau umurnya tidak diketahui, tanpa wali
rolls-why-other-way = Di jalan lain: { $what }
rolls-kind-other-way = Di jalan lain
rolls-why-detained = Ditahan oleh pihak berwenang
rolls-why-left = Sudah berangkat, atau hilang kontak
rolls-why-mission-unconfirmed = Belum ada yang memastikan perwakilan mana
rolls-why-no-mission = Tidak ada perwakilan negara yang bisa diminta
rolls-why-other-nationality = Perwakilan negara lain yang boleh diminta
rolls-why-nationality-not-chosen = Beberapa kewarganegaraan: tanyakan perwakilan mana yang boleh diberi tahu
rolls-why-nationality-disputed = Kewarganegaraan disebut berbeda-beda
rolls-why-nationality-unknown = Kewarganegaraan tidak diketahui
rolls-why-contradiction = Kasus menyebut dua hal yang berbeda: pilih satu
rolls-why-no-name = Tidak ada nama
rolls-why-no-birth-date = Tidak ada tanggal lahir
rolls-why-birth-not-exact = Tanggal lahir tidak diketahui dengan tepat
rolls-why-no-document = Tidak ada nomor paspor atau dokumen perjalanan
rolls-why-identity-not-verified = Perwakilan negara belum memastikan identitas orang ini
rolls-why-no-entry = Hari masuk tidak diketahui
rolls-why-entry-not-exact = Hari masuk tidak diketahui dengan tepat
rolls-why-overstay = Kelebihan tinggal tidak diketahui sampai harinya: { $what }
rolls-kind-overstay = Kelebihan tinggal tidak diketahui sampai harinya
rolls-why-no-overstay = Tidak ada kelebihan tinggal
rolls-why-already-waived = Denda sudah dihapuskan
rolls-why-pays-the-fine = Membayar denda
rolls-why-refused = Pernah ditolak
