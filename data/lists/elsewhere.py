"""Lists as embassies, churches and volunteers from Africa, Europe and America keep them."""
from people import age, digits, dmy, ethiopian, grouped, local, named, person, spelt, ymd
from writing import List
from asia import but

AR_EGYPT = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
AR_LEVANT = ("كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|"
             "كانون الأول").split("|")
AR_NATIONS = {"EGY": ("مصري", "مصرية"), "MAR": ("مغربي", "مغربية"), "TUN": ("تونسي", "تونسية"), "SYR": ("سوري", "سورية")}


def arabic_xlsx(truth, random):
    out = List(truth, "كشف بأسماء العالقين.xlsx", but())
    out.line("كشف بأسماء المواطنين العالقين في كمبوديا")
    out.line("م", "الاسم بالكامل", "الجنسية", "النوع", "تاريخ الميلاد", "رقم جواز السفر", "رقم الهاتف",
             "تاريخ دخول كمبوديا", "تاريخ التسجيل", "ملاحظات")
    for number in range(1, 81):
        nat = random.choice(list(AR_NATIONS))
        who = person(random, nat)
        months = AR_LEVANT if nat == "SYR" else AR_EGYPT
        born = random.choice([lambda d: dmy(d), lambda d: ymd(d, "/"), lambda d: named(d, months),
                              lambda d: str(d.year)])(who["dob"])
        woman = who["sex"] == "F"
        out.person(who, [digits(number, "٠"), who["native"], AR_NATIONS[nat][woman],
                         random.choice(["أنثى", "انثى"]) if woman else "ذكر", digits(born, "٠"),
                         who["passport"] or random.choice(["مفقود", "مع صاحب العمل", "لا يوجد", "محتجز لدى الشركة", "-", "منتهي"]),
                         who["phone"], digits(dmy(who["entry"]), "٠"), digits(ymd(who["arrived"], "/"), "٠"),
                         random.choice([None, None, "مريض" if not woman else "مريضة", "حامل" if woman else "مصاب",
                                        "غير مصاب", "بدون مأوى", "ليس مريضا"])])
    out.nobody(None, "الإجمالي", digits(80, "٠"))
    out.xlsx("كشف", right_to_left=True)


RU_MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
RU_NATIONS = {"RUS": ["РФ", "Россия", "россиянин"], "UZB": ["Узбекистан", "узбек"], "KAZ": ["Казахстан", "РК"]}


def russian_csv(truth, random):
    """Windows-1251, semicolons, the father's name in its own column."""
    out = List(truth, "список граждан.csv", but())
    out.line("Список граждан, обратившихся за помощью")
    out.line("№ п/п", "Фамилия", "Имя", "Отчество", "Гражданство", "Пол", "Дата рождения", "Паспорт", "Телефон",
             "Дата въезда", "Дата обращения", "Примечание")
    fathers = [("Иванович", "Ивановна"), ("Сергеевич", "Сергеевна"), ("Петрович", "Петровна")]
    for number in range(1, 71):
        nat = random.choice(["RUS", "RUS", "UZB", "KAZ"])
        who = person(random, "RUS", 0.2) | {"nat": nat}
        words = who["native"].split(" ")
        father = random.choice(fathers)[who["sex"] == "F"]
        who["native"] = who["name"] = f"{words[-1]} {words[0]} {father}"
        born = random.choice([lambda d: dmy(d, "."), lambda d: dmy(d, ".", True), lambda d: named(d, RU_MONTHS) + " г.",
                              lambda d: f"{d.year} г.р."])(who["dob"])
        nation = random.choice(RU_NATIONS[nat])
        if who["sex"] == "F":
            nation = {"россиянин": "россиянка", "узбек": "узбечка"}.get(nation, nation)
        out.person(who, [number, words[-1], words[0], father, nation,
                         random.choice(["муж", "м", "М"]) if who["sex"] == "M" else random.choice(["жен", "ж", "Ж"]),
                         born, who["passport"] or random.choice(["утерян", "изъят", "у работодателя", "нет", "-", "просрочен"]),
                         who["phone"], dmy(who["entry"], "."), dmy(who["arrived"], "."),
                         random.choice(["", "", "болен", "беременна" if who["sex"] == "F" else "ранен", "не болен",
                                        "без жилья", "несовершеннолетний?"])])
    out.nobody("", "Итого", "70")
    out.csv("cp1251", ";")


FR_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
FR_NATIONS = {"CMR": ("Camerounais", "Camerounaise"), "CIV": ("Ivoirien", "Ivoirienne"),
              "COD": ("RDC", "Congolaise (RDC)"), "MDG": ("Malgache", "Malgache")}


def french_xlsx(truth, random):
    """Headings of two rows, groups merged over them; people of one nation under one merged cell."""
    out = List(truth, "Liste des ressortissants africains.xlsx", but())
    out.line("Liste des personnes accueillies - Centre d'accueil")
    out.line("N°", "Identité", None, None, None, "Nationalité", "Passeport", None, "Téléphone", "Dates", None,
             "Observations")
    out.line(None, "Nom", "Prénom(s)", "Sexe", "Né(e) le", None, "Numéro", "Situation", None, "Entrée au Cambodge",
             "Arrivée au centre", None)
    out.merged += ["A1:L1", "A2:A3", "B2:E2", "F2:F3", "G2:H2", "I2:I3", "J2:K2", "L2:L3"]
    for nat in ("CMR", "CIV", "MDG", "COD"):
        first = len(out.rows) + 1
        for number in range(18):
            who = person(random, nat)
            family = who["parts"]["family"][0]
            given = who["native"].replace(family, "", 1).strip() if who["native"].startswith(family) else \
                who["native"][: -len(family)].strip()
            born = random.choice([dmy, lambda d: named(d, FR_MONTHS), lambda d: f"vers {d.year}",
                                  lambda d: f"{age(d, who['arrived'])} ans", lambda d: d])(who["dob"])
            state = "" if who["passport"] else random.choice(["perdu", "confisqué", "chez le patron", "expiré", "volé", ""])
            out.person(who, [len(out.truth.all["rows"][out.file]) + 1, family.upper(), given,
                             "H" if who["sex"] == "M" else "F", born,
                             FR_NATIONS[nat][0] if number == 0 else None, who["passport"], state,
                             grouped(who["phone"]), who["entry"], dmy(who["arrived"]),
                             random.choice([None, None, "malade", "enceinte", "blessé à la main", "pas blessé",
                                            "sans abri", "mineur ?"])])
        out.merged.append(f"F{first}:F{len(out.rows)}")
        out.nobody(None, "Sous-total", 18)
    out.nobody("Fait à Phnom Penh, le 31 janvier 2026")
    out.xlsx("Liste")


ES_NATIONS = {"COL": ("colombiano", "colombiana"), "PER": ("peruano", "peruana")}
ES_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()


def spanish_xlsx(truth, random):
    out = List(truth, "Listado de connacionales.xlsx", but())
    out.line("CONSULADO - LISTADO DE CONNACIONALES EN CAMBOYA")
    out.line("N.º", "Apellidos y nombres", "Sexo", "Fecha de nac.", "Edad", "Nacionalidad", "N° de pasaporte",
             "Teléfono / WhatsApp", "Fecha de ingreso a Camboya", "Fecha de registro", "Observaciones")
    for number in range(1, 71):
        nat = random.choice(list(ES_NATIONS))
        who = person(random, nat, 0.3)
        born = random.choice([dmy, lambda d: named(d, ES_MONTHS, "{d} de {m} de {y}"), lambda d: dmy(d, "-")])(who["dob"])
        words = who["native"].split(" ")
        out.person(who, [number, f"{words[-1].upper()}, {' '.join(words[:-1])}", "H" if who["sex"] == "M" else "M",
                         born if random.random() < 0.85 else None, age(who["dob"], who["arrived"]),
                         ES_NATIONS[nat][who["sex"] == "F"],
                         who["passport"] or random.choice(["extraviado", "retenido por la empresa", "no tiene", "-", "vencido", "robado"]),
                         who["phone"], dmy(who["entry"]), dmy(who["arrived"]),
                         random.choice([None, None, "enferma" if who["sex"] == "F" else "enfermo", "herido",
                                        "sin heridas", "embarazada" if who["sex"] == "F" else "amenazado", "no está herido"])])
    out.nobody(None, "TOTAL", 70)
    out.xlsx("Hoja1")


def portuguese_csv(truth, random):
    out = List(truth, "lista_brasileiros.csv", but("entry"))
    out.line("Nome completo", "Gênero", "Data de nascimento", "Nacionalidade", "Passaporte", "Celular",
             "Onde está", "Data de chegada", "Situação de saúde")
    for _ in range(60):
        who = person(random, "BRA", 0.4)
        woman = who["sex"] == "F"
        born = random.choice([dmy, lambda d: named(d, PT_MONTHS, "{d} de {m} de {y}"),
                              lambda d: f"{age(d, who['arrived'])} anos", lambda d: f"aprox. {age(d, who['arrived'])}"])(who["dob"])
        out.person(who, [who["native"], random.choice(["Feminino", "Fem."]) if woman else random.choice(["Masculino", "Masc."]),
                         born, random.choice(["brasileira" if woman else "brasileiro", "Brasil", "BR"]),
                         who["passport"] or random.choice(["perdido", "retido pela empresa", "não tem", "-", "vencido", "roubado"]),
                         who["phone"], random.choice(["Phnom Penh", "Bavet", "abrigo"]), dmy(who["arrived"]),
                         random.choice(["", "bem", "doente", "grávida" if woman else "ferido", "sem ferimentos", "não está doente"])])
    out.nobody("Total: 60 pessoas")
    out.csv("utf-8-sig", ";")


PT_MONTHS = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()


def amharic_xlsx(truth, random):
    """Ethiopian calendar, and the heading says so (ዓ.ም); Gregorian where it says እ.ኤ.አ."""
    out = List(truth, "የኢትዮጵያውያን ዝርዝር.xlsx", but("nat", "entry"))
    out.line("በካምቦዲያ የሚገኙ ኢትዮጵያውያን ዝርዝር")
    out.line("ተ.ቁ", "ሙሉ ስም", "ጾታ", "የትውልድ ቀን (ዓ.ም)", "ዕድሜ", "የፓስፖርት ቁጥር", "ስልክ ቁጥር", "የመጡበት ቀን (እ.ኤ.አ)", "አስተያየት")
    for number in range(1, 71):
        who = person(random, "ETH", 0.1)
        year, month, day = ethiopian(who["dob"])
        born = random.choice([f"{day:02}/{month:02}/{year}", f"{day}-{month}-{year}", f"{year}", f"{year} ዓ.ም"])
        out.person(who, [number, who["native"], random.choice(["ወንድ", "ወ"]) if who["sex"] == "M" else random.choice(["ሴት", "ሴ"]),
                         born, age(who["dob"], who["arrived"]) if random.random() < 0.6 else None,
                         who["passport"] or random.choice(["የለም", "ጠፍቷል", "በአሰሪ እጅ", None, "-", "ተወስዷል"]),
                         who["phone"], dmy(who["arrived"]),
                         random.choice([None, None, "ታማሚ", "ነፍሰ ጡር", "ቆስሏል", "አልታመመም"])])
    out.nobody(None, "ድምር", 70)
    out.xlsx("ዝርዝር")


def swahili_csv(truth, random):
    out = List(truth, "orodha ya watu.csv", but())
    out.line("Na.", "Jina kamili", "Jinsia", "Tarehe ya kuzaliwa / umri", "Uraia", "Namba ya pasipoti", "Simu",
             "Mahali alipo", "Tarehe ya kuingia Kambodia", "Tarehe ya kufika", "Maoni")
    nations = {"KEN": ["Mkenya", "Kenya"], "TZA": ["Mtanzania", "Tanzania"], "UGA": ["Mganda", "Uganda"]}
    months = "Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba".split()
    for number in range(1, 71):
        nat = random.choice(list(nations))
        who = person(random, nat, 0.2)
        born = random.choice([dmy, lambda d: named(d, months), lambda d: f"miaka {age(d, who['arrived'])}", ymd])(who["dob"])
        out.person(who, [number, who["native"], random.choice(["Me", "Mwanaume"]) if who["sex"] == "M" else
                         random.choice(["Ke", "Mwanamke"]), born, random.choice(nations[nat]),
                         who["passport"] or random.choice(["imepotea", "ipo kwa bosi", "hana", "-", "imeibiwa", "imeisha muda"]),
                         who["phone"], random.choice(["Phnom Penh", "Poipet"]), dmy(who["entry"]), dmy(who["arrived"]),
                         random.choice(["", "", "mgonjwa", "mjamzito" if who["sex"] == "F" else "amejeruhiwa",
                                        "si mgonjwa", "hana majeraha"])])
    out.nobody("", "Jumla", "70")
    out.csv()


LISTS = [arabic_xlsx, russian_csv, french_xlsx, spanish_xlsx, portuguese_csv, amharic_xlsx, swahili_csv]
