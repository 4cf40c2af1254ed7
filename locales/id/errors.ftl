# Not yet reviewed by a native speaker.
fault-back = Kembali
fault-number = Jika meminta bantuan, sebutkan nomor ini kepada pengelola mesin:
fault-sign-in-title = Tidak bisa masuk
fault-sign-in = Nama, frasa sandi, dan kode tidak cocok. Satu kode hanya berlaku satu kali.
fault-sign-in-next = Mohon ketik ketiganya lagi.
fault-sign-in-needed-title = Silakan masuk
fault-sign-in-needed = Sesi Anda sudah berakhir. Tidak ada yang hilang.
fault-sign-in-needed-next = Masuk lagi untuk melanjutkan.
fault-too-many-title = Terlalu sering
fault-too-many = Ini dilakukan terlalu sering dalam waktu singkat. Tidak ada yang hilang.
fault-too-many-next = Tunggu sebentar lalu coba lagi. Saat masuk, setiap percobaan salah berikutnya memperpanjang waktu tunggu, sampai seperempat jam.
fault-busy-title = Terlalu banyak sekaligus
fault-busy = Terlalu banyak orang sedang masuk saat ini. Tidak ada yang hilang.
fault-busy-next = Coba lagi dalam beberapa detik.
fault-being-heard-title = Seorang rekan sedang mendengarkan orang ini
fault-being-heard = Seorang rekan sedang mendengarkan orang ini saat ini, dan tidak ada yang ditanyai hal yang sama dua kali.
fault-being-heard-next = Tidak ada yang diubah. Ambil orang berikutnya, atau kembali setengah jam lagi.
