# Appointments with missions: how many they receive, who is expected, who came. Not yet reviewed by a native speaker.
appointments-title = Janji temu
appointments-explain = Berapa orang diterima setiap perwakilan negara dalam sehari, siapa yang dijadwalkan datang, dan kapan masih ada tempat kosong. Semua tim berbagi tempat di suatu perwakilan; tidak ada yang melihat nama dari tim lain.
appointments-none = Tidak ada yang menunggu perwakilan negara, dan tidak ada yang dijadwalkan ke sana.
appointments-mission = Perwakilan negara
appointments-without = Menunggu janji temu
appointments-expected = Dijadwalkan datang
appointments-next = Hari kosong berikutnya
appointments-no-hours = jam penerimaan tidak diketahui
appointments-left = { $count ->
   *[other] { $count } tempat kosong
  }
appointments-full = penuh
appointments-others = { $count ->
   *[other] { $count } dari tim lain
  }
appointments-of = Janji temu: { $what }
appointments-about-mission = Yang diketahui tentang perwakilan negara ini
appointments-taken = { $done } dari { $total } tempat terisi
appointments-mine = { $count } dari tim ini
appointments-still = { $count ->
   *[other] { $count } orang masih punya janji temu
  }
hours-title = Kapan perwakilan negara ini menerima orang
hours-explain = Ini berlaku bagi semua tim. Jam untuk satu tanggal didahulukan dari hari libur, dan hari libur dari jam mingguan. Tanpa jam sama sekali: tidak ada yang diterima.
hours-weekdays = Pada hari-hari ini setiap minggu
hours-date = Atau hanya pada satu tanggal
hours-times = Jam, dan berapa orang pada setiap jam
hours-at = Jam
hours-places = Orang
hours-wrong = Tulis setiap jam seperti 09:00, dan di sampingnya berapa orang yang diterima. Tidak ada yang diubah.
hours-kept = Jam penerimaan sudah tersimpan.
day-unknown = Belum ada yang mencatat apakah orang diterima pada hari ini.
day-closed = Tidak ada yang diterima.
day-holiday = Hari libur: { $name }
appointments-give = Beri tempat kepada yang menunggu
appointments-step = Untuk langkah
appointments-nobody = Tidak ada orang yang bisa pergi dan menunggu ini tanpa janji temu.
appointments-wait-full = { $count ->
   *[other] { $count } orang menunggu, dan hari itu sudah penuh.
  }
appointments-give-explain = { $count ->
   *[other] { $count } orang menunggu; yang paling lama menunggu di atas. Yang dicentang sebanyak tempat yang ada.
  }
appointments-give-them = Buat janji temu untuk yang dicentang
appointments-booked = { $count ->
    [0] Tidak ada janji temu yang dibuat.
   *[other] { $count } orang sekarang punya janji temu.
  }
appointments-no-room = { $count ->
   *[other] Untuk { $count } orang tidak ada tempat lagi.
  }
appointment-booked = sudah dibuat
appointment-came = Datang
appointment-did-not-come = Tidak datang
appointment-called-off = dibatalkan
appointment-call-off = Batalkan
appointment-came-who = { $what } datang
appointment-did-not-come-who = { $what } tidak datang
appointment-call-off-who = Batalkan janji temu { $what }
appointment-none = Tidak ada.
appointment-not-now = Janji temu bisa dibuat setelah ada langkah dengan perwakilan negara yang bisa dimulai.
appointment-book = Buat janji temu
appointment-book-explain = Tempat dari janji temu sebelumnya dengan perwakilan ini dikembalikan.
appointments-see-days = Hari-harinya
appointment-on = Hari
appointment-at = Jam; jika dibiarkan kosong, jam kosong yang pertama
appointment-made = Janji temu dibuat untuk { $day } pukul { $time }.
today-appointment = Janji temu dengan perwakilan negara
today-did-they-come = Ada janji temu: apakah orangnya datang?
today-on = pada { $day }
field-appointment = Janji temu dengan perwakilan negara
weekday-mon = Senin
weekday-tue = Selasa
weekday-wed = Rabu
weekday-thu = Kamis
weekday-fri = Jumat
weekday-sat = Sabtu
weekday-sun = Minggu
