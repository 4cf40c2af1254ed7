//! Lists as text: delimiters, quotation marks, encodings.

use encoding_rs::Encoding;
use papers::sheet::Format;
use papers::{Book, ListError};
use proptest::prelude::*;

fn read(bytes: &[u8]) -> (char, Vec<Vec<String>>) {
    let book = Book::read(bytes, "list.csv").unwrap();
    let Format::Text(delimiter) = book.format else { panic!("{:?}", book.format) };
    let texts = book.sheets[0].rows.iter().map(|row| row.cells.iter().map(|cell| cell.text().into_owned()).collect());
    (delimiter, texts.collect())
}

const TABLE: [[&str; 4]; 4] = [
    ["Name", "Country", "Age", "Remark"],
    ["Sokha Chan", "Cambodia", "30", "came, with two; bags"],
    ["Una O'Brien", "Ireland", "41", "says \"no\": tired"],
    ["Li Na", "China", "18", "first line\nsecond | line"],
];

fn written(delimiter: &str, quote: char, escape: &str) -> String {
    let quoted = |cell: &&str| {
        format!("{quote}{}{quote}", cell.replace('\\', "\\\\").replace(quote, &format!("{escape}{quote}")))
    };
    TABLE.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(delimiter) + "\r\n").collect()
}

#[test]
fn any_sign_may_stand_between_cells_and_either_mark_around_them() {
    for delimiter in [",", ";", "\t", "|", ":", "^", "~", "\u{1f}", "§", "#", "!", "¦", "，", "؛"] {
        for (quote, escape) in [('"', "\""), ('"', "\\"), ('\'', "'"), ('\'', "\\")] {
            let (found, rows) = read(written(delimiter, quote, escape).as_bytes());
            assert_eq!(found.to_string(), delimiter, "between {quote}");
            assert_eq!(rows, TABLE, "{delimiter} {quote} {escape}");
        }
    }
}

#[test]
fn only_the_cells_that_need_marks_may_have_them() {
    for delimiter in [",", ";", "\t", "|", ":", "^", "~"] {
        let mut text = "Name,Country,Age\n".replace(',', delimiter);
        for at in 0..300 {
            text += &["Omar", "Sudan", "30\n"].join(delimiter);
            if at == 290 {
                text += &[format!("'Farouk{delimiter} Omar'"), "Sudan".to_owned(), "31\n".to_owned()].join(delimiter);
            }
        }
        let (_, rows) = read(text.as_bytes());
        assert_eq!(rows[292], [&format!("Farouk{delimiter} Omar"), "Sudan", "31"]);
    }
}

#[test]
fn times_names_and_dates_are_no_delimiters() {
    let first = |text: &str| read(text.as_bytes());
    assert_eq!(first("name,time\nOmar,10:30:00\nLi Na,11:30:00\n").1[1], ["Omar", "10:30:00"]);
    assert_eq!(
        first("name:age:country\nFarouk, Omar:30:Sudan\nLi, Na:18:China\n").1[1],
        ["Farouk, Omar", "30", "Sudan"]
    );
    assert_eq!(first("Phone\n012-345-678\n012-345-679\n").1[1], ["012-345-678"]);
    assert_eq!(first("Name\nOmar Al-Farouk\nLi-Na Wu\n").1[1], ["Omar Al-Farouk"]);
    assert_eq!(first("name/age/country\nOmar/30/Sudan\nLi Na/18/China\n").1[2], ["Li Na", "18", "China"]);
    assert_eq!(first("PK,Ali\nPK,Omar\n").1[0], ["PK", "Ali"]);
    assert_eq!(first("Name, Born, Country\nOmar, \"1 May, 1990\", Sudan\n").1[1], ["Omar", "1 May, 1990", "Sudan"]);
    assert_eq!(first("Name,Age\n'Abd al-Rahman,30\n'Umar,20\n").1[1], ["'Abd al-Rahman", "30"]);
}

#[test]
fn a_line_that_names_the_delimiter_is_no_row() {
    for delimiter in ["^", ",", "\t", "§", "/"] {
        let text = format!("sep={delimiter}\r\na{delimiter}b;c,d\r\n\"x{delimiter}y\"{delimiter}2\r\n");
        let (found, rows) = read(text.as_bytes());
        assert_eq!(found.to_string(), delimiter);
        let first: Vec<String> = format!("a{delimiter}b;c,d").split(delimiter).map(str::to_owned).collect();
        assert_eq!(rows, [first, vec![format!("x{delimiter}y"), "2".to_owned()]]);
    }
}

#[test]
fn records_may_end_with_the_sign_that_ascii_has_for_it() {
    let (_, rows) = read(b"Name\x1fAge\x1eSokha\nChan\x1f30\x1eLi Na\x1f18\x1e");
    assert_eq!(rows, [["Name", "Age"], ["Sokha\nChan", "30"], ["Li Na", "18"]]);
}

/// Lists of people as they are written where each encoding is used.
const WRITTEN: [(&str, &str); 16] = [
    (
        "windows-1250",
        "Jméno;Národnost\nŽofie Černá;česká\nŁukasz Wiśniewski;polská\nGyörgy Kovács;maďarská\nJiří Dvořák;česká\n",
    ),
    ("windows-1251", "Имя;Гражданство\nИван Петров;Россия\nОльга Кузнецова;Украина\nАйгуль Садыкова;Казахстан\n"),
    ("windows-1252", "Nom;Nationalité\nÉdouard Lemaître;française\nFrançois Noël;béninoise\nHonoré Gbédji;béninoise\n"),
    ("windows-1253", "Όνομα;Υπηκοότητα\nΓιώργος Παπαδόπουλος;Ελλάδα\nΜαρία Νικολάου;Κύπρος\nΆννα Ιωάννου;Ελλάδα\n"),
    (
        "windows-1254",
        "Ad;Uyruk\nGülşen Yıldız;Türkiye\nİbrahim Çağlar;Türkiye\nŞükrü Öztürk;Türkiye\nAyşe Dağ;Kıbrıs\n",
    ),
    ("windows-1255", "שם;אזרחות\nדוד כהן;ישראל\nשרה לוי;ישראל\nמשה מזרחי;ישראל\n"),
    ("windows-1256", "الاسم;الجنسية\nعمر فاروق;السودان\nسارة حسن;مصر\nأحمد عبد الله;المغرب\n"),
    ("windows-1257", "Vārds;Pilsonība\nJānis Bērziņš;Latvija\nŠarūnas Žemaitis;Lietuva\nĒriks Kalniņš;Latvija\n"),
    ("windows-874", "ชื่อ;สัญชาติ\nสมชาย ใจดี;ไทย\nมาลี สุขสันต์;ไทย\nประเสริฐ ทองดี;ไทย\n"),
    ("gbk", "姓名;国籍\n李娜;中国\n王伟;中国\n张敏;缅甸\n刘洋;中国\n"),
    ("gb18030", "姓名;国籍\n李娜;中国\n王伟;中国\n张敏;缅甸\n刘洋;中国\n"),
    ("big5", "姓名;國籍\n陳怡君;臺灣\n林志明;臺灣\n黃淑芬;馬來西亞\n張家豪;臺灣\n"),
    ("shift_jis", "氏名;国籍\n山田 太郎;日本\nさとう はなこ;日本\nスズキ イチロー;日本\n"),
    ("euc-kr", "이름;국적\n김민준;대한민국\n이서연;대한민국\n박지훈;대한민국\n"),
    ("utf-16le", "姓名;国籍\n李娜;中国\n王伟;中国\n一一;中国\n"),
    ("utf-16be", "الاسم;الجنسية\nعمر فاروق;السودان\nسارة حسن;مصر\n"),
];

fn encoded(label: &str, text: &str) -> Vec<u8> {
    match label {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        label => {
            let (bytes, _, lossy) = Encoding::for_label(label.as_bytes()).unwrap().encode(text);
            assert!(!lossy, "{label} cannot write {text}");
            bytes.into_owned()
        }
    }
}

#[test]
fn every_encoding_of_the_lists_reads_as_utf_8_does() {
    for (label, text) in WRITTEN {
        assert_eq!(read(&encoded(label, text)), read(text.as_bytes()), "{label}");
    }
}

/// In a list in English a few names are all there is to tell the encoding by.
const FEW: [(&str, &str); 9] = [
    ("windows-1250", "Łukasz Wiśniewski"),
    ("windows-1251", "Иван Петров"),
    ("windows-1253", "Μαρία Νικολάου"),
    ("windows-1255", "דוד כהן"),
    ("windows-1256", "عمر فاروق"),
    ("windows-874", "สมชาย ใจดี"),
    ("gbk", "李娜"),
    ("big5", "陳怡君"),
    ("euc-kr", "김민준"),
];

#[test]
fn a_single_name_tells_the_encoding() {
    for (label, name) in FEW {
        let text = format!("Name,Nationality,Passport\n{name},unknown,AB123\nJohn Smith,UK,123\n");
        assert_eq!(read(&encoded(label, &text)), read(text.as_bytes()), "{label}");
    }
}

/// The code page of Vietnamese writes tones after their letters; they are read as one letter.
#[test]
fn vietnamese_tones_come_together_with_their_letters() {
    use unicode_normalization::UnicodeNormalization;
    let text = "Họ tên;Quốc tịch\nNguyễn Thị Lan;Việt Nam\nTrần Văn Đức;Việt Nam\nLê Hoàng Ước;Việt Nam\n";
    // The letter with its own sign, then the tone.
    let apart: String = text
        .chars()
        .flat_map(|c| {
            let letters: Vec<char> = std::iter::once(c).nfd().collect();
            let tone =
                letters.iter().rposition(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
            let own: String = letters.iter().enumerate().filter(|(at, _)| Some(*at) != tone).map(|(_, c)| *c).collect();
            own.nfc().chain(tone.map(|at| letters[at])).collect::<Vec<char>>()
        })
        .collect();
    assert_eq!(read(&encoded("windows-1258", &apart)), read(text.as_bytes()));
}

#[test]
fn one_wrong_byte_does_not_spoil_a_list_in_utf_8() {
    let mut bytes = "Name;Land\nÜnal Söhne;Türkei\nŽofie Černá;Česko\nעמר;סודן\n".as_bytes().to_vec();
    bytes.extend(b"Omar;\xff\n");
    assert_eq!(read(&bytes).1[1], ["Ünal Söhne", "Türkei"]);
}

#[test]
fn unseen_characters_are_left_out_and_those_that_write_stay() {
    let text = "Name,Own\n\u{202e}Omar\u{202c} \u{200f}F\u{0}\u{7}arouk\u{2066},می\u{200c}خواهم\nA\u{200d}B\u{200b},ශ\u{dca}\u{200d}රී\n";
    let (_, rows) = read(text.as_bytes());
    assert_eq!(rows[1], ["Omar Farouk", "می\u{200c}خواهم"]);
    assert_eq!(rows[2], ["AB", "ශ\u{dca}\u{200d}රී"]);
}

#[test]
fn a_damaged_or_foreign_text_is_a_sentence() {
    assert_eq!(Book::read(&[0u8; 400], "list.csv"), Err(ListError::NotAList));
    for text in ["MIME-Version: 1.0\nX: y\n", "ID;PWXL;N;E\nC;Y1;X1;K\"Name\"\nE\n", "[{\"name\": \"Omar\"}]"] {
        assert_eq!(Book::read(text.as_bytes(), "list.csv"), Err(ListError::OtherSpreadsheet), "{text}");
    }
    assert_eq!(read(b"ID;Passport\n1;N123\n").1[1], ["1", "N123"]);
    let mut text = "Name,Age\nOmar,30\n".repeat(40).into_bytes();
    text[300] = 0;
    assert_eq!(read(&text).1[0], ["Name", "Age"]);
    assert_eq!(Book::read(b"\x1f\x8b\x08\0\0", "list.csv"), Err(ListError::Archive));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_reads_back_whatever_parts_its_cells(
        delimiter in "[,;\t|:^~\u{1f}§]",
        cells in proptest::collection::vec(proptest::collection::vec("[a-z]{1,6}([ ,;:|^~'\"é无\n][a-zé无ខ]{1,5}){0,3}", 4), 2..12),
        wide in any::<Option<bool>>(),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let text: String = cells.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(&delimiter) + "\n").collect();
        let bytes = match wide {
            None => text.clone().into_bytes(),
            Some(true) => encoded("utf-16be", &text),
            Some(false) => encoded("utf-16le", &text),
        };
        prop_assert_eq!(read(&bytes).1, cells);
    }
}
