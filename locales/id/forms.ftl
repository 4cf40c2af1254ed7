# The instruments by which people are heard, and an organisation's own. Not yet reviewed by a native speaker.
forms-title = Instrumen
forms-explain = Dengan apa orang ditanyai, dari mana asalnya, dan siapa yang sudah memeriksanya. Jawaban lama tetap memakai versi saat jawaban itu diberikan.
forms-way = Instrumen
forms-own = Milik Anda sendiri
forms-none = Belum ada.
forms-own-says = versi { $version }, { $questions ->
   *[other] { $questions } pertanyaan
}, { $carrying } di antaranya dapat menentukan hasil
forms-file = Sebuah XLSForm, seperti yang dipakai KoBo dan ODK
forms-file-hint = Lembar kerja dengan lembar survey, choices, dan settings. Yang tidak dipahami di dalamnya disebutkan, baris demi baris, dan tidak ada yang disimpan. Untuk mengubahnya, naikkan versinya.
forms-add = Periksa dan simpan
forms-no-file = Pilih berkas. Tidak ada yang disimpan.
forms-not-kept = Tidak ada yang disimpan. Bagian ini perlu diperiksa lagi:
forms-kept = Sudah tersimpan. Mulai sekarang orang bisa didengarkan dengannya: ada di halaman hasil wawancara.
forms-shipped = Milik program ini
forms-unreviewed = Belum diperiksa siapa pun.
