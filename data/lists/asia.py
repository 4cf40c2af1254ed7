"""Lists as missions, shelters and volunteers of Asia keep them."""
from people import age, digits, dmy, ethiopian, grouped, local, named, nepali, person, spelt, thai, ymd
from writing import List

ALL = ("name", "dob", "sex", "nat", "passport", "phone", "entry", "arrived")


def but(*missing):
    return tuple(key for key in ALL if key not in missing)


TH_SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
TH_LONG = ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม "
           "พฤศจิกายน ธันวาคม").split()


def thai_csv(truth, random):
    """The register of a Thai mission: Buddhist years, TIS-620."""
    out = List(truth, "รายชื่อคนไทยที่ขอความช่วยเหลือ.csv", but("nat"))
    out.line("บัญชีรายชื่อคนไทยที่ขอรับความช่วยเหลือ")
    out.line("ข้อมูล ณ วันที่ 31 มกราคม 2569")
    out.line("ลำดับ", "ชื่อ-นามสกุล", "เพศ", "วัน/เดือน/ปีเกิด", "อายุ", "เลขที่หนังสือเดินทาง", "เบอร์โทรศัพท์",
             "วันที่เดินทางเข้ากัมพูชา", "วันที่มารายงานตัว", "หมายเหตุ")
    for number in range(1, 91):
        who = person(random, "THA", 0.3)
        title = "นาย" if who["sex"] == "M" else random.choice(["นางสาว", "นาง", "น.ส."])
        born = random.choice([
            lambda d: named(d, TH_SHORT, years=543), thai, lambda d: digits(named(d, TH_LONG, years=543), "๐"),
            lambda d: f"พ.ศ. {d.year + 543}", lambda d: f"{d.day} {TH_SHORT[d.month - 1]} {(d.year + 543) % 100}",
        ])(who["dob"])
        passport = who["passport"] or random.choice(["-", "หาย", "นายจ้างยึด", "ไม่มี", "อยู่กับบริษัท", "หมดอายุ", ""])
        out.person(who, [number, title + who["native"], random.choice(["ชาย", "ช."]) if who["sex"] == "M" else
                         random.choice(["หญิง", "ญ."]), born, age(who["dob"], who["arrived"]), passport,
                         local(who["phone"], "66") if who["phone"].startswith("+66") else who["phone"],
                         thai(who["entry"]), named(who["arrived"], TH_SHORT, years=543),
                         random.choice(["", "", "ป่วย มีไข้", "ตั้งครรภ์ 5 เดือน", "ไม่ได้บาดเจ็บ", "ถูกทำร้ายร่างกาย"])])
    out.nobody("", "รวม", "90 คน")
    out.nobody("", "ลงชื่อ ......................... ผู้จัดทำ")
    out.csv("cp874")


def nepali_xlsx(truth, random):
    """A Nepali volunteer's list: Bikram Sambat, Devanagari figures."""
    out = List(truth, "नेपाली पीडितहरूको सूची.xlsx", but("nat", "entry"))
    out.line("कम्बोडियामा अलपत्र नेपालीहरूको नामावली")
    out.line("क्र.सं.", "नाम थर", "लिङ्ग", "जन्म मिति (वि.सं.)", "ठेगाना", "राहदानी नं.", "सम्पर्क नम्बर",
             "आएको मिति", "कैफियत")
    for number in range(1, 81):
        who = person(random, "NPL", 0.3)
        year, month, day = nepali(who["dob"])
        born = random.choice([f"{year}/{month:02}/{day:02}", f"{year}-{month}-{day}", f"{year} साल"])
        come = nepali(who["arrived"])
        sex = random.choice(["पुरुष", "पु"]) if who["sex"] == "M" else random.choice(["महिला", "म"])
        out.person(who, [digits(number, "०"), who["native"], sex, digits(born, "०"),
                         random.choice(["चितवन", "झापा", "काठमाडौं", "रूपन्देही"]),
                         who["passport"] or random.choice(["छैन", "हराएको", "कम्पनीले राखेको", "-", None]),
                         who["phone"], digits(f"{come[0]}/{come[1]:02}/{come[2]:02}", "०"),
                         random.choice([None, None, "बिरामी", "गर्भवती", "घाइते", "बिरामी छैन", "१८ वर्ष मुनि"])])
    out.nobody(None, "जम्मा", "८०")
    out.xlsx("नामावली")


BN_MONTHS = "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর".split()


def bengali_xlsx(truth, random):
    out = List(truth, "বাংলাদেশি নাগরিকদের তালিকা.xlsx", but("entry"))
    out.line("ক্রমিক নং", "নাম", "পিতার নাম", "লিঙ্গ", "জন্ম তারিখ", "জাতীয়তা", "পাসপোর্ট নম্বর", "মোবাইল নম্বর",
             "বর্তমান অবস্থান", "আসার তারিখ", "মন্তব্য")
    for number in range(1, 71):
        who = person(random, "BGD", 0.2)
        father = person(random, "BGD")
        born = random.choice([lambda d: dmy(d), lambda d: dmy(d, "-"), lambda d: named(d, BN_MONTHS)])(who["dob"])
        born = random.choice([digits(born, "০"), born, digits(f"{age(who['dob'], who['arrived'])} বছর", "০")])
        out.person(who, [digits(number, "০"), who["native"], father["native"],
                         "পুরুষ" if who["sex"] == "M" else random.choice(["মহিলা", "নারী"]), born,
                         random.choice(["বাংলাদেশি", "বাংলাদেশী", "Bangladeshi"]),
                         who["passport"] or random.choice(["নেই", "হারিয়ে গেছে", "মালিকের কাছে", "", "কোম্পানির কাছে"]),
                         who["phone"], random.choice(["নমপেন", "পয়পেট", "সিহানুকভিল"]),
                         digits(dmy(who["arrived"]), "০"),
                         random.choice(["", "", "অসুস্থ", "আহত", "গর্ভবতী", "অসুস্থ নয়", "টাকা নেই"])])
    out.nobody("", "মোট", "৭০ জন")
    out.xlsx("তালিকা")


HI_MONTHS = "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर".split()


def hindi_xlsx(truth, random):
    out = List(truth, "भारतीय नागरिक सूची.xlsx", but("nat", "entry"))
    out.line("भारतीय दूतावास - पंजीकृत भारतीय नागरिक")
    out.line("क्रमांक", "पूरा नाम", "पिता का नाम", "लिंग", "जन्म तिथि", "पासपोर्ट संख्या", "मोबाइल नंबर", "राज्य",
             "पंजीकरण तिथि", "टिप्पणी")
    for number in range(1, 71):
        who = person(random, "IND", 0.3)
        born = random.choice([dmy, lambda d: dmy(d, "-"), lambda d: named(d, HI_MONTHS), lambda d: d])(who["dob"])
        out.person(who, [number, who["native"], person(random, "IND")["native"],
                         random.choice(["पुरुष", "पु."]) if who["sex"] == "M" else random.choice(["महिला", "स्त्री"]),
                         born, who["passport"] or random.choice(["नहीं है", "खो गया", "बॉस के पास", "जब्त", None, "-"]),
                         who["phone"], random.choice(["बिहार", "उत्तर प्रदेश", "पंजाब"]), who["arrived"],
                         random.choice([None, None, "बीमार", "गर्भवती", "घायल", "बीमार नहीं", "नाबालिग?"])])
    out.nobody(None, "कुल योग", 70)
    out.xlsx("सूची")


def vietnamese_xlsx(truth, random):
    out = List(truth, "Danh sách công dân Việt Nam.xlsx", but("nat"))
    out.line("DANH SÁCH CÔNG DÂN VIỆT NAM ĐỀ NGHỊ HỖ TRỢ")
    out.line("(Cập nhật đến ngày 31 tháng 01 năm 2026)")
    out.line()
    out.line("STT", "Họ và tên", "Giới tính", "Ngày, tháng, năm sinh", "Quê quán", "Số hộ chiếu", "Số ĐT",
             "Ngày nhập cảnh", "Ngày đến trình báo", "Ghi chú")
    for number in range(1, 81):
        who = person(random, "VNM", 0.4)
        born = random.choice([dmy, lambda d: dmy(d, "."), lambda d: f"ngày {d.day} tháng {d.month} năm {d.year}",
                              lambda d: str(d.year), lambda d: dmy(d, "-")])(who["dob"])
        phone = who["phone"]
        out.person(who, [number, who["native"].upper() if random.random() < 0.4 else who["native"],
                         "Nam" if who["sex"] == "M" else "Nữ", born,
                         random.choice(["Nghệ An", "Hà Tĩnh", "Cà Mau", "Đắk Lắk"]),
                         who["passport"] or random.choice(["không có", "bị mất", "chủ giữ", "công ty giữ", "-", "hết hạn"]),
                         phone, dmy(who["entry"]), dmy(who["arrived"]),
                         random.choice([None, None, "bị ốm", "có thai", "bị thương ở tay", "không bị thương", "bị đánh"])])
    out.nobody(None, "Tổng cộng: 80 người")
    out.nobody(None, "Người lập danh sách")
    out.xlsx("Danh sách")


KM_MONTHS = "មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ".split()
KM_NATIONS = {"VNM": "វៀតណាម", "IDN": "ឥណ្ឌូនេស៊ី", "CHN": "ចិន", "THA": "ថៃ", "IND": "ឥណ្ឌា", "PHL": "ហ្វីលីពីន",
              "BGD": "បង់ក្លាដែស"}


def khmer_xlsx(truth, random):
    """A Cambodian organisation's list of foreigners."""
    out = List(truth, "បញ្ជីឈ្មោះជនបរទេស.xlsx", but("entry"))
    out.line("បញ្ជីឈ្មោះជនបរទេសរងគ្រោះ")
    out.line("ល.រ", "គោត្តនាម និងនាម", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "សញ្ជាតិ", "លេខលិខិតឆ្លងដែន", "លេខទូរស័ព្ទ",
             "ទីកន្លែងស្នាក់នៅ", "ថ្ងៃមកដល់", "ផ្សេងៗ")
    for number in range(1, 81):
        who = person(random, random.choice(list(KM_NATIONS)))
        born = random.choice([lambda d: digits(dmy(d), "០"), dmy, lambda d: digits(named(d, KM_MONTHS), "០"),
                              lambda d: digits(f"ថ្ងៃទី{d.day} ខែ{KM_MONTHS[d.month - 1]} ឆ្នាំ{d.year}", "០")])(who["dob"])
        out.person(who, [digits(number, "០"), who["name"], random.choice(["ប្រុស", "ប"]) if who["sex"] == "M" else
                         random.choice(["ស្រី", "ស"]), born, KM_NATIONS[who["nat"]],
                         who["passport"] or random.choice(["គ្មាន", "បាត់", "ថៅកែដកហូត", "-", None, "ហួសកំណត់"]),
                         local(who["phone"]), random.choice(["ភ្នំពេញ", "ព្រះសីហនុ", "ប៉ោយប៉ែត"]), dmy(who["arrived"]),
                         random.choice([None, None, "ឈឺ", "មានផ្ទៃពោះ", "មានរបួស", "មិនឈឺ", "អនីតិជន"])])
    out.nobody(None, "សរុប", digits(80, "០"))
    out.xlsx("បញ្ជី")


def chinese_csv(truth, random):
    """A Chinese volunteers' list in GB18030."""
    out = List(truth, "受困人员登记表.csv", but("nat"))
    out.line("柬埔寨受困同胞登记表（志愿者整理）")
    out.line("序号", "姓名", "性别", "出生年月日", "籍贯", "护照号码", "联系方式", "入境日期", "求助日期", "身体状况", "备注")
    for number in range(1, 91):
        who = person(random, "CHN", 0.3)
        born = random.choice([lambda d: named(d, range(1, 13), "{y}年{m}月{d}日"), ymd, lambda d: ymd(d, "."),
                              lambda d: d.strftime("%Y%m%d"), lambda d: f"{d.year}年{d.month}月", lambda d:
                              f"{age(d, who['arrived'])}岁"])(who["dob"])
        out.person(who, [number, who["native"], "男" if who["sex"] == "M" else "女", born,
                         random.choice(["福建", "湖南", "云南", "江西"]),
                         who["passport"] or random.choice(["被扣", "丢失", "无", "被公司没收", "老板拿着", "过期", "-", ""]),
                         who["phone"], ymd(who["entry"], "/"), named(who["arrived"], range(1, 13), "{y}年{m}月{d}日"),
                         random.choice(["", "良好", "没有受伤", "受伤", "生病发烧", "怀孕6个月"]),
                         random.choice(["", "", "未成年", "想回家"])])
        if number == 45:
            out.nobody("小计", 45)
    out.nobody("合计", 90)
    out.nobody("制表人：", "", "", "审核：")
    out.csv("gb18030")


def taiwanese_xlsx(truth, random):
    """Traditional signs, years of the Republic."""
    out = List(truth, "國人求助名冊.xlsx", but("entry"))
    out.line("編號", "姓名", "英文姓名", "性別", "出生年月日", "國籍", "護照號碼", "聯絡電話", "通報日期", "備註")
    for number in range(1, 41):
        who = person(random, "TWN")
        born = random.choice([f"民國{who['dob'].year - 1911}年{who['dob'].month}月{who['dob'].day}日", ymd(who["dob"], "/")])
        out.person(who, [number, who["native"], who["name"].upper(), "男" if who["sex"] == "M" else "女", born,
                         random.choice(["台灣", "中華民國", "臺灣"]),
                         who["passport"] or random.choice(["遺失", "被沒收", "被公司扣留", "無"]), who["phone"],
                         ymd(who["arrived"], "/"), random.choice([None, None, "受傷", "懷孕", "無受傷", "生病"])])
    out.nobody("總計", "40人")
    out.xlsx("名冊")


LISTS = [thai_csv, nepali_xlsx, bengali_xlsx, hindi_xlsx, vietnamese_xlsx, khmer_xlsx, chinese_csv, taiwanese_xlsx]
