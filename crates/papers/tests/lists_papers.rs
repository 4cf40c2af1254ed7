//! What lists say of passports and telephones, and what of it is kept.

use crate::reading::{person, taken_in};
use papers::Doubt;

fn paper(cell: &str) -> String {
    let (_, readings) = taken_in(&format!("Name;Sex;Passport\nA One;F;{cell}\n"));
    let (arrival, doubts) = person(&readings[0]);
    let said = arrival.papers.first().map(|paper| {
        assert_ne!(paper.number.as_deref(), Some(""), "{cell}");
        format!("{} {}", paper.status.key(), paper.number.as_deref().unwrap_or("-"))
    });
    format!("{}{}", said.unwrap_or_default(), if doubts.is_empty() { "" } else { " ?" })
}

#[test]
fn what_became_of_a_passport_in_many_languages() {
    let all = [
        (
            "lost -",
            "lost|hilang|perdu|volé|extraviado|robado|perdido|bị mất|หาย|បាត់|مفقود|утерян|खो गया|हराएको|হারিয়ে গেছে|imepotea|ጠፍቷል|丢失|遺失|lost passport|paspor hilang",
        ),
        (
            "taken -",
            "held by boss|passport with company|confiscated|ditahan bos|di majikan|confisqué|chez le patron|retenido por la empresa|retido pela empresa|công ty giữ|chủ giữ|นายจ้างยึด|อยู่กับบริษัท|ថៅកែដកហូត|مع صاحب العمل|محتجز لدى الشركة|изъят|у работодателя|बॉस के पास|जब्त|कम्पनीले राखेको|মালিকের কাছে|কোম্পানির কাছে|ipo kwa bosi|በአሰሪ እጅ|被扣|被公司没收|老板拿着|taken by police",
        ),
        (
            "expired -",
            "expired|kadaluarsa|expiré|vencido|caducado|hết hạn|หมดอายุ|ហួសកំណត់|منتهي|просрочен|过期|imeisha muda",
        ),
        (
            "unknown -",
            "-|none|tidak ada|aucun|no tiene|não tem|không có|ไม่มี|គ្មាន|لا يوجد|нет|नहीं है|छैन|নেই|hana|የለም|无|没有|n/a|no passport|in embassy|di KBRI|en la embajada|大使馆|ในสถานทูต",
        ),
        ("unknown ZZ123456", "ZZ123456|zz 123456|ZZ-123456|Passport: ZZ123456|No. ZZ123456"),
        ("taken ZZ123456", "ZZ123456 (held by boss)|ZZ123456 confiscated|ZZ123456 被扣"),
        ("lost ZZ123456", "ZZ123456 lost|hilang (ZZ123456)"),
    ];
    for (expected, cells) in all {
        for cell in cells.split('|') {
            assert_eq!(paper(cell), expected, "{cell}");
        }
    }
}

#[test]
fn a_denied_loss_is_no_loss() {
    assert_eq!(paper("not lost"), "unknown - ?");
    assert_eq!(paper("没有丢失"), "unknown -");
}

fn phone(nationality: &str, cell: &str) -> (String, bool) {
    let (_, readings) = taken_in(&format!("Name;Nationality;Phone\nA One;{nationality};{cell}\n"));
    let (arrival, doubts) = person(&readings[0]);
    (arrival.contacts.join(" "), doubts == [Doubt::PhoneNotRead])
}

#[test]
fn telephone_numbers_get_a_country_code_where_only_one_country_can_be_meant() {
    for (nationality, cell, kept) in [
        ("Kenya", "+855 12 000 123", "+85512000123"),
        ("Kenya", "00855 12000123", "+85512000123"),
        ("Kenya", "012 000 123", "+85512000123"),
        ("Kenya", "(+855) 012 000 123", "+85512000123"),
        ("Kenya", "85512000123", "+85512000123"),
        ("Kenya", "+٨٥٥١٢٠٠٠١٢٣", "+85512000123"),
        ("Kenya", "0882000123", "0882000123"),
        ("Indonesia", "0812-0001-2345", "+6281200012345"),
        ("Myanmar", "095000123", "095000123"),
        ("Nepal", "014000123", "014000123"),
        ("China", "13800001234", "+8613800001234"),
        ("Thailand", "0882000123", "0882000123"),
        ("Thailand", "0812000123", "+66812000123"),
        ("Nepal", "9841000123", "+9779841000123"),
        ("Kenya", "9841000123", "9841000123"),
        ("Kenya", "telegram @amina", "telegram @amina"),
        ("Kenya", "12000123", "12000123"),
    ] {
        let (read, damaged) = phone(nationality, cell);
        assert!(!damaged && read == kept, "{cell}: {read}");
    }
    for damaged in ["8.5512E+10", "8,5512E+10", "8.55123e+10"] {
        assert_eq!(phone("Kenya", damaged), (String::new(), true), "{damaged}");
    }
    assert_eq!(phone("Kenya", "+85512000123 / +254712000123").0, "+85512000123 +254712000123");
}
