# Not yet reviewed by a native speaker.
lists-title = Masukkan daftar
lists-explain = Daftar dari kedutaan, penampungan, atau grup obrolan, apa adanya. Tidak ada yang didaftarkan sebelum Anda melihatnya.
lists-file = Daftarnya
lists-file-hint = Lembar kerja (XLSX, XLS, ODS) atau teks (CSV), paling besar 20 MB.
lists-sender = Siapa pengirimnya
lists-sender-hint = Bagian di kedutaan, penampungan, sukarelawan. Daftar mereka berikutnya akan langsung dipahami. Boleh dikosongkan.
lists-unnamed-sender = Pengirim tanpa nama
lists-read = Baca daftar
lists-earlier = Daftar sebelumnya
lists-rows =
    { $count ->
       *[other] { $count } baris
    }
lists-registered =
    { $count ->
       *[other] { $count } terdaftar
    }
lists-need-a-look =
    { $count ->
       *[other] { $count } perlu diperiksa
    }
list-running = sedang didaftarkan
list-cut-off = belum selesai
list-finished = selesai

## Which column holds what.
lists-columns-title = Isi setiap kolom
lists-columns-explain = Beginilah daftar ini dipahami. Klik sebuah kolom untuk mengubah isinya.
lists-sheet = Lembar
lists-hidden-sheet = tersembunyi di berkas
lists-hidden = tersembunyi
lists-header = Baris judul kolom
lists-previous = Versi lebih baru dari
lists-no-previous = tidak ada: ini daftar baru
lists-nationality = Kewarganegaraan semua orang dalam daftar
lists-nationality-column = Seperti tertulis dalam daftar
lists-date-order = Tanggal ditulis
date-order-day-first = tanggal, bulan, tahun
date-order-month-first = bulan, tanggal, tahun
date-order-year-first = tahun, bulan, tanggal
date-order-unknown = seperti terlihat dari daftar; jika ragu, kedua bacaan disimpan
lists-column = Kolom { $what } berisi
lists-col-row = Baris
lists-columns-next = Lihat orangnya
lists-columns-again = Ubah kolom
column-ignore = tidak diperlukan
column-number = nomor urut
column-name = nama
column-given-name = nama depan
column-family-name = nama keluarga
column-own-script-name = nama dalam aksara sendiri
column-nationality = kewarganegaraan
column-sex = jenis kelamin
column-birth = tanggal lahir
column-age = umur
column-place-and-birth = tempat dan tanggal lahir
column-name-and-nationality = nama dan kewarganegaraan
column-name-and-passport = nama dan nomor paspor
column-sex-and-age = jenis kelamin dan umur
column-passport = nomor paspor
column-papers = surat-surat
column-phone = telepon atau akun
column-place = sekarang di mana
column-reported = tanggal datang kepada kami
column-entered = tanggal masuk
column-remark = catatan
# What was noticed when the list was read.
lists-header-in-row = Judul kolom ada di baris { $count }.
lists-no-header = Tidak ada baris judul kolom.
lists-recognised = Kolomnya diatur seperti yang dulu Anda tetapkan untuk { $what }.
lists-hidden-rows =
    { $count ->
       *[other] { $count } baris tersembunyi di berkas. Tetap dibaca seperti baris lain.
    }
lists-several-sheets = Berkas ini punya { $count } lembar. Ini yang terpanjang.

## The rows as people.
lists-preview-title =
    { $count ->
        [0] Belum ada orang dalam daftar ini
       *[other] { $count } orang dalam daftar ini
    }
lists-preview-explain = Belum ada yang didaftarkan. Periksa yang belum pasti, dan perbaiki di sini atau nanti.
lists-preview-newer = Orang dari versi sebelumnya diperbarui, tidak didaftarkan lagi.
lists-corrected =
    { $count ->
       *[other] { $count } sel diperbaiki.
    }
reading-look = perlu diperiksa
reading-unsure = dengan hal yang belum pasti
reading-sure = jelas
reading-not-a-person = bukan orang
lists-doubts = Perlu ditanyakan lagi
lists-register = Daftarkan orang-orang ini
lists-correct = Perbaiki
lists-correct-row = Perbaiki baris { $count }

## One row's cells.
lists-row-title = Baris { $count }
lists-back = Kembali
lists-back-to-lists = Semua daftar
lists-cell-corrected = diperbaiki
lists-save-row = Simpan dan baca lagi
lists-who-is-it = Siapa orang ini?
lists-somebody-new = Orang baru
lists-set-aside = Baris ini bukan orang

## Rows that wait for a person.
lists-to-look-at =
    { $count ->
        [0] Tidak ada baris yang perlu diperiksa
       *[other] { $count } baris perlu diperiksa
    }
lists-look-explain = Baris-baris dari daftar tim Anda ini belum didaftarkan. Tidak ada yang hilang.
lists-now-registered = Orang ini sudah didaftarkan.
lists-now-changed = Orang ini sudah terdaftar sebelumnya. Yang baru ditambahkan.
lists-now-already = Orang ini sudah terdaftar sebelumnya, dan tidak ada yang baru.
lists-now-not-a-person = Baris ini dikesampingkan.
lists-now-waiting = Baris ini akan didaftarkan saat daftar dilanjutkan.
lists-now-replaced = Baris ini ada di versi daftar yang lebih baru.

## While it runs, and afterwards.
lists-progress-title = Mendaftarkan isi daftar
lists-progress-explain = Anda boleh meninggalkan halaman ini. Prosesnya berlanjut selama Anda masuk.
lists-progress = { $done } dari { $total } baris
lists-sealing = Menyegel daftar…
lists-progress-again = Lihat lagi
lists-stop = Berhenti di sini
lists-not-kept = Daftar tidak bisa disimpan. Tidak ada yang didaftarkan. Mohon masukkan lagi.
lists-cut-off =
    { $count ->
        [0] Daftar berhenti di akhirnya. Tidak ada yang tersisa.
       *[other] Daftar berhenti sebelum akhirnya. { $count } baris menunggu. Yang sudah terdaftar tetap terdaftar, dan tidak ada yang didaftarkan dua kali.
    }
lists-go-on = Lanjutkan
lists-report-title = Hasil setiap baris
lists-report-show = Tampilkan
lists-report-all = semua baris
lists-col-outcome = Hasil
lists-col-reason = Alasan
lists-col-said = Isinya
lists-report-csv = Laporan tanpa nama
lists-with-codes = Daftar dengan kode
lists-look-file = Baris yang perlu diperiksa
lists-code-column = Kode kasus
lists-row-column = Baris dalam daftar
lists-reason-column = Perlu diperiksa
lists-not-taken = tidak diteruskan: bagian kasus ini tidak terbuka bagi tim Anda
lists-gone =
    { $count ->
       *[other] { $count } orang dari versi sebelumnya tidak ada dalam daftar ini
    }
lists-gone-explain = Mereka tetap terdaftar. Tanyakan mengapa mereka tidak ada lagi.
outcome-waiting = menunggu
outcome-registered = terdaftar
outcome-changed = diperbarui
outcome-already = tidak ada yang baru
outcome-look = perlu diperiksa
outcome-not-a-person = bukan orang
outcome-replaced = datang lagi
wrong-file = Pilih berkas yang berisi daftar.

## What is unsure about a person on a list.
doubt-birth-order = Tanggal dan bulan lahir mungkin tertukar.
doubt-birth-calendar = Tahun lahir mungkin dihitung dengan kalender lain.
doubt-birth-not-read = Tanggal lahir tidak bisa dibaca.
doubt-birth-from-number = Lembar kerja menyimpan tanggal lahir sebagai angka saja.
doubt-age-differs = Umur dan tanggal lahir tidak cocok.
doubt-reported-order = Tanggal datang bisa salah satu dari dua hari. Dibiarkan kosong.
doubt-reported-not-read = Tanggal datang tidak bisa dibaca.
doubt-entered-order = Tanggal masuk bisa salah satu dari dua hari. Dibiarkan kosong.
doubt-entered-not-read = Tanggal masuk tidak bisa dibaca.
doubt-sex-not-read = Jenis kelamin tidak bisa dibaca.
doubt-sex-unclear = Huruf M dalam daftar ini bisa berarti laki-laki atau perempuan.
doubt-nationality-not-read = Kewarganegaraan tidak bisa dibaca.
doubt-nationality-from-name = Kewarganegaraan diambil dari tulisan di samping nama.
doubt-paper-not-read = Keterangan tentang surat-surat tidak bisa dibaca.
doubt-paper-kind = Tidak disebutkan nomor itu milik surat yang mana.
doubt-phone-not-read = Lembar kerja merusak nomor telepon.
doubt-sign-from-remark = Ada catatan yang menyebut hal mendesak. Tanyakan apakah benar.

## Why a row is not a person, or needs a look.
why-heading = Baris ini mengulang judul kolom.
why-total = Baris ini jumlah.
why-signature = Baris ini tanda tangan atau catatan tentang daftar.
why-only-a-number = Baris ini hanya berisi nomor.
why-no-name = Baris ini tidak berisi nama.
why-shifted = Sel-sel baris ini tampaknya berada di kolom yang salah.
why-only-a-name = Baris ini hanya berisi nama. Mungkin judul atau catatan.
why-maybe-known = Mungkin ini orang yang sudah ada di daftar sebelumnya, atau orang lain.
why-said-so = Sudah diperiksa seseorang: baris ini bukan orang.
why-above-headings = Ini judul daftar atau judul kolom.
