# Not yet reviewed by a native speaker.
wrong-name = Tulis sedikitnya satu nama, atau pilih “Tidak” pada persetujuan.
wrong-consent = Tanyakan, lalu pilih satu. Bantuan tetap sama, apa pun jawabannya.
wrong-age = Tulis umur sebagai angka bulat, paling tinggi 110.
wrong-birth = Tanggal ini tidak ada, atau belum tiba. Tahun saja sudah cukup.
wrong-nationality = Tidak ada negara dengan nama ini. Pilih dari yang muncul saat Anda mengetik.
wrong-language = Tidak ada bahasa dengan nama ini. Pilih dari yang muncul saat Anda mengetik.
wrong-day = Tanggal ini tidak ada, atau belum tiba.
wrong-code = Ada angka yang salah pada kode ini, atau kode ini bukan milik orang yang terbuka bagi Anda. Mohon tanyakan lagi.
wrong-value = Isi bagian ini, atau kembali tanpa perbaikan.
wrong-file = Pilih berkas dahulu.
