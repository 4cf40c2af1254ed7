//! Urgent words in remarks, the words for a sex, and several nationalities in one cell.

use crate::reading::{person, taken_in};
use papers::Doubt;

fn signs(remark: &str) -> String {
    let (_, readings) = taken_in(&format!("Name;Remarks;Age\nA One;{remark};30\n"));
    let (arrival, doubts) = person(&readings[0]);
    assert_eq!(doubts == [Doubt::SignFromRemark], !arrival.signs.is_empty(), "{remark}");
    arrival.signs.iter().map(|sign| sign.key()).collect::<Vec<_>>().join(" ")
}

#[test]
fn urgent_words_of_many_languages() {
    let all = [
        (
            "ill",
            "sick|fever|sakit demam|malade|enfermo|está enferma|doente|bị ốm|ป่วย มีไข้|ឈឺ|مريضة|болен|बीमार|बिरामी|অসুস্থ|mgonjwa|ታማሚ|生病发烧|needs medical help|seriously ill",
        ),
        (
            "hurt",
            "broken arm|luka di tangan|blessé à la main|herida en la pierna|ferido|bị thương ở tay|bị đánh|ได้รับบาดเจ็บ|មានរបួស|مصاب|ранена|घायल|घाइते|আহত|amejeruhiwa|ቆስሏል|受伤|beaten by guards",
        ),
        (
            "pregnant",
            "pregnant 5 months|hamil 5 bulan|enceinte|embarazada|grávida|có thai|ตั้งครรภ์ 5 เดือน|មានផ្ទៃពោះ|حامل|беременна|गर्भवती|গর্ভবতী|mjamzito|ነፍሰ ጡር|怀孕6个月|懷孕",
        ),
        (
            "minor",
            "minor?|di bawah umur|mineur ?|menor de edad|menor de idade|vị thành niên|ผู้เยาว์|អនីតិជន|قاصر|несовершеннолетний?|नाबालिग?|অপ্রাপ্তবয়স্ক|未成年",
        ),
        (
            "threatened",
            "threatened by agent|diancam|menacé|amenazado|ameaçada|bị đe dọa|ถูกข่มขู่|مهدد|угрожают|धमकी|হুমকি|被威胁",
        ),
        (
            "no-shelter",
            "no place to stay|sleeping in park|sans abri|sin techo|sem abrigo|không có chỗ ở|ไม่มีที่พัก|بدون مأوى|без жилья|ማደሪያ የለውም|没地方住|露宿街头",
        ),
        ("ill threatened", "no money, sick and threatened"),
        ("hurt ill", "sick. broken leg|no food. fever, wounded"),
    ];
    for (expected, remarks) in all {
        for remark in remarks.split('|') {
            assert_eq!(signs(remark), expected, "{remark}");
        }
    }
}

#[test]
fn denials_of_many_languages() {
    for remark in "not sick|no injuries|no sign of injury|not injured or sick|isn't pregnant|tidak sakit|tidak ada luka|belum hamil|\
        pas malade|pas blessé|aucune blessure|n'est pas enceinte|no está herido|sin heridas|não está doente|sem ferimentos|\
        không bị thương|không ốm|ไม่ได้บาดเจ็บ|ไม่ป่วย|มิได้ป่วย|មិនឈឺ|គ្មានរបួស|ليس مريضا|غير مصاب|не болен|не беременна|\
        बीमार नहीं|बीमार नहीं है|बिरामी छैन|चोट नहीं लगी|অসুস্থ নয়|si mgonjwa|hana majeraha|没有受伤|未受伤|无受伤|沒有懷孕|\
        minor injury healed? no|ok|good health|wants to go home|ปวดท้องไม่มี"
        .split('|')
    {
        let raised = signs(remark);
        let kept = ["มิได้ป่วย", "minor injury healed? no"].contains(&remark);
        assert!(raised.is_empty() || kept, "{remark}: {raised}");
    }
}

#[test]
fn somebody_born_less_than_18_years_ago_is_a_child() {
    let (_, readings) = taken_in("Name,DOB\nA One,2009-05-01\nB Two,2003-05-01\n");
    let raised: Vec<usize> = readings.iter().map(|reading| person(reading).0.signs.len()).collect();
    assert_eq!(raised, [1, 0]);
}

#[test]
fn words_for_a_sex() {
    let sex = |cell: &str| {
        let (_, readings) = taken_in(&format!("Name;Sex;Age\nA One;{cell};30\nB Two;F;31\n"));
        person(&readings[0]).0.sex.map(|sex| sex.key())
    };
    for cell in "F|Fem.|P|perempuan|Wanita|femme|mujer|feminino|Nữ|หญิง|ญ.|ស្រី|ស|أنثى|انثى|ж|Жен.|महिला|स्त्री|মহিলা|ሴት|ሴ|mwanamke|Ke|女|女性".split('|') {
        assert_eq!(sex(cell), Some("female"), "{cell}");
    }
    for cell in "M|Masc.|L|laki-laki|Pria|homme|H|hombre|masculino|Nam|ชาย|ช.|ប្រុស|ប|ذكر|м|Муж|पुरुष|पु.|পুরুষ|ወንድ|ወ|mwanaume|Me|男|男性".split('|') {
        assert_eq!(sex(cell), Some("male"), "{cell}");
    }
}

#[test]
fn several_nationalities_and_unknown_ones() {
    let countries = |cell: &str| {
        let (_, readings) = taken_in(&format!("Name;Nationality;Age\nA One;{cell};30\n"));
        let (arrival, doubts) = person(&readings[0]);
        let read: Vec<&str> = arrival.nationalities.iter().map(|country| country.iso3()).collect();
        assert_eq!(doubts.is_empty(), !read.is_empty(), "{cell}");
        read.join(" ")
    };
    for cell in [
        "Ethiopia/Eritrea",
        "Ethiopian and Eritrean",
        "éthiopienne et érythréenne",
        "🇪🇹 / 🇪🇷",
        "ETH, ERI",
        "埃塞俄比亚、厄立特里亚",
    ] {
        assert_eq!(countries(cell), "ETH ERI", "{cell}");
    }
    for cell in ["Congo", "Kenya?", "Atlantis", "African", "Kenya/Atlantis"] {
        assert_eq!(countries(cell), "", "{cell}");
    }
}
