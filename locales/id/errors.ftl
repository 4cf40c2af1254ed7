# Not yet reviewed by a native speaker.
fault-back = Kembali
fault-number = Jika meminta bantuan, sebutkan nomor ini kepada pengelola mesin:
fault-sign-in-title = Tidak bisa masuk
fault-sign-in = Nama, frasa sandi, dan kode tidak cocok. Satu kode hanya berlaku satu kali.
fault-sign-in-next = Mohon ketik ketiganya lagi.
fault-sign-in-needed-title = Silakan masuk
fault-sign-in-needed = Sesi Anda sudah berakhir. Tidak ada yang hilang.
fault-sign-in-needed-next = Masuk lagi untuk melanjutkan.
