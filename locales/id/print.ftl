# Not yet reviewed by a native speaker.
print-keep = Simpan kartu ini. Sebutkan nomor ini saat Anda menelepon.
print-call = Telepon
print-qr = Gambar nomor ini

print-title = Kartu untuk dicetak
print-how = Hanya kartu yang dicetak: seukuran kartu kredit, atau di kertas A6 untuk digunting.
print-language = Bahasa kartu
print-show = Tampilkan
print-print = Cetak
print-back = Kembali ke kasus
print-next = Orang berikutnya
