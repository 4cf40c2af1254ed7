# Not yet reviewed by a native speaker.
frame-title = Registrasi
frame-skip = Langsung ke halaman
frame-home = Registrasi, halaman pertama
frame-parts = Bagian registrasi
frame-people = Orang
frame-arrivals = Baru
frame-lists = Daftar
frame-users = Pengguna
frame-log = Log
frame-alerts =
    { $count ->
        [0] Pemberitahuan, tidak ada yang baru
       *[other] Pemberitahuan, { $count } baru
    }
frame-language = Bahasa
frame-not-reviewed = belum diperiksa oleh penutur asli
frame-me = Anda
frame-sessions = Sesi masuk dan kode pemulihan
frame-passphrase = Ganti frasa sandi
frame-sign-out = Keluar
frame-lock = Kunci semua
frame-lock-hint = Menutup semuanya sekaligus. Atau tekan Escape tiga kali.
frame-demo = Mode latihan: semua orang di sini hanya rekaan.
frame-paging = Halaman daftar
frame-before = Sebelumnya
frame-after = Berikutnya
frame-page = Halaman { $count }
frame-tally = { $count }
frame-errors =
    { $count ->
       *[other] { $count } hal perlu diperiksa lagi.
    }

role-outreach = Petugas penjangkauan
role-caseworker = Pekerja kasus
role-protection-officer = Petugas perlindungan
role-consular-officer = Petugas konsuler
role-shelter-manager = Pengelola penampungan
role-fund-manager = Pengelola dana
role-analyst = Analis
role-auditor = Auditor
role-administrator = Administrator
role-integration = Integrasi
