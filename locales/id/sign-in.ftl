# Not yet reviewed by a native speaker.
sign-in-title = Masuk
sign-in-name = Nama
sign-in-passphrase = Frasa sandi
sign-in-code = Kode
sign-in-code-hint = Enam angka dari aplikasi autentikator Anda, atau salah satu kode pemulihan Anda.
sign-in-submit = Masuk

sign-in-demo-title = Pilih peran
sign-in-demo-invented = Semua orang di sini hanya rekaan. Silakan coba apa saja.
sign-in-by-name = Masuk dengan nama
sign-in-role-outreach = Mendaftarkan orang di jalan, dengan telepon
sign-in-role-caseworker = Mendampingi setiap orang sampai aman
sign-in-role-protection-officer = Mendengarkan orang dan menjaga keselamatan mereka
sign-in-role-consular-officer = Menerima daftar dan menerbitkan surat
sign-in-role-shelter-manager = Mencarikan tempat tidur bagi semua
sign-in-role-fund-manager = Membayar tiket dan biaya
sign-in-role-analyst = Melihat angka, tidak pernah nama
sign-in-role-auditor = Membaca log, tidak pernah kasus
sign-in-role-administrator = Mengurus mesin, tidak pernah membaca kasus

passphrase-title = Ganti frasa sandi Anda
passphrase-explain = Pilih beberapa kata yang hanya Anda yang akan merangkainya. Semua sesi masuk Anda yang lain akan berakhir; yang ini tetap.
passphrase-now = Frasa sandi Anda sekarang
passphrase-new = Frasa sandi baru
passphrase-new-hint = Paling sedikit { $count } karakter.
passphrase-again = Frasa sandi baru, sekali lagi
passphrase-submit = Ganti frasa sandi
passphrase-changed = Frasa sandi Anda sudah diganti. Semua sesi masuk Anda yang lain sudah berakhir.
passphrase-short = Frasa sandi baru terlalu pendek. Perlu paling sedikit { $count } karakter.
passphrase-same = Ini frasa sandi Anda yang sekarang. Mohon pilih yang lain.
passphrase-different = Keduanya tidak sama. Mohon ketik frasa sandi baru dua kali.
passphrase-refused = Frasa sandi dan kode tidak cocok. Satu kode hanya berlaku satu kali. Tidak ada yang diubah.

opening-title = Membuka kasus tim Anda
opening-explain = Ini perlu waktu sebentar. Halaman ini berlanjut sendiri.
opening-progress = { $done } dari { $total }
opening-again = Lihat lagi
