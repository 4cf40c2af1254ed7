# Not yet reviewed by a native speaker.
notice-subject = Ada hal baru
notice-body = Ada yang menunggu Anda. Masuklah di tempat biasa.
notice-code-subject = Kode Anda
notice-code-body =
    Ini kode Anda: { $code }
    Kode berlaku setengah jam. Jika Anda tidak memintanya, tidak perlu berbuat apa-apa.
