//! Files of every kind, good, wrong and hostile.

use base::Date;
use papers::{Book, Cell, Layout, ListError, list};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Januari 2026").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(0, 0, "Name").unwrap();
    sheet.write_string(0, 1, "DOB").unwrap();
    sheet.write_string(0, 2, "Phone").unwrap();
    sheet.write_string(2, 0, "Ünal & Söhne <b>").unwrap();
    sheet.write_datetime_with_format(2, 1, ExcelDateTime::from_ymd(1998, 5, 12).unwrap(), &day).unwrap();
    sheet.write_number(2, 2, 85_512_345_678.0).unwrap();
    sheet.write_string(3, 0, "Joseph Otieno").unwrap();
    sheet.write_number(3, 1, 27).unwrap();
    book.add_worksheet().set_name("Empty").unwrap();
    book.save_to_buffer().unwrap()
}

fn text(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
    let book = Book::read(bytes, "some list.csv").unwrap();
    book.sheets[0]
        .rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(|cell| cell.text().into_owned()).collect()))
        .collect()
}

#[test]
fn a_workbook_keeps_its_row_numbers_dates_and_numbers() {
    let book = Book::read(&workbook(), "renamed.csv").unwrap();
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Januari 2026", "Empty"]);
    let rows = &book.sheets[0].rows;
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3, 4]);
    assert_eq!(rows[1].cells[0], Cell::Text("Ünal & Söhne <b>".into()));
    assert_eq!(rows[1].cells[1], Cell::Date(Date::constant(1998, 5, 12)));
    assert_eq!(rows[1].cells[2].text(), "85512345678");
    assert_eq!(rows[2].cells[1], Cell::Number(27.0));
}

#[test]
fn delimiters_and_quotation_marks_are_understood() {
    for delimiter in [",", ";", "\t", "|"] {
        let list =
            ["a", "b", "c\r\n1", "\"x, y; z\n\t|\"", "\"say \"\"hi\"\"\"\r\n\r\n2", "3", "4\r\n"].join(delimiter);
        let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let expected = [
            (1, cells(&["a", "b", "c"])),
            (2, cells(&["1", "x, y; z\n\t|", "say \"hi\""])),
            (4, cells(&["2", "3", "4"])),
        ];
        assert_eq!(text(list.as_bytes()), expected);
    }
}

#[test]
fn a_stray_quotation_mark_swallows_nobody() {
    let rows = text(b"name,age\n\"Ali\" Hassan,20\n\"Omar,21\nSara,22\n");
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[1].1, ["\"Ali\" Hassan", "20"]);
    assert_eq!(rows[2].1, ["\"Omar", "21"]);
}

#[test]
fn encodings_are_told_by_mark_by_proof_or_by_guess() {
    let list = "nom;âge\nÉdouard;30\nNguyễn;31\n";
    let latin = "nom;âge\nÉdouard;30\nHonoré Lemaître;31\n";
    let wide = |big: bool| {
        list.encode_utf16()
            .flat_map(move |unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect::<Vec<u8>>()
    };
    let utf8 = text(list.as_bytes());
    assert_eq!(utf8[1].1[0], "Édouard");
    assert_eq!(text(&[b"\xef\xbb\xbf", list.as_bytes()].concat()), utf8);
    assert_eq!(text(&[b"\xff\xfe".to_vec(), wide(false)].concat()), utf8);
    assert_eq!(text(&[b"\xfe\xff".to_vec(), wide(true)].concat()), utf8);
    assert_eq!(text(&wide(false)), utf8);
    assert_eq!(text(&wide(true)), utf8);
    let bytes: Vec<u8> = latin.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    assert_eq!(text(&bytes), text(latin.as_bytes()));
}

#[test]
fn what_is_no_list_is_refused_with_a_reason() {
    let ole = |stream: &str| {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let refused = |bytes: &[u8]| Book::read(bytes, "list.xlsx").unwrap_err();
    assert_eq!(refused(b""), ListError::Empty);
    assert_eq!(refused(b"\n\n ; ;\n"), ListError::Empty);
    assert_eq!(refused(&ole("Workbook")), ListError::Damaged);
    assert_eq!(refused(b"%PDF-1.7"), ListError::NotAList);
    assert_eq!(refused(&[0u8; 400]), ListError::NotAList);
    assert_eq!(refused(b"<html><p>Name</p>"), ListError::WebPage);
    assert_eq!(refused(b"PK\x03\x04 and no more"), ListError::Damaged);
    assert_eq!(refused(&vec![b'a'; papers::sheet::FILE + 1]), ListError::TooLarge);
    assert_eq!(refused("a,b\n".repeat(200_001).as_bytes()), ListError::TooManyRows);
    assert_eq!(refused("a,".repeat(301).as_bytes()), ListError::TooManyColumns.clone());
}

#[test]
fn a_long_cell_is_cut() {
    let rows = text(format!("name\n{}\n", "ŵ".repeat(5_000)).as_bytes());
    assert_eq!(rows[1].1[0].chars().count(), papers::sheet::CELL);
}

/// A zip file of one part that unpacks to far more than it says.
#[test]
fn sec28_a_zip_bomb_stops_at_the_bound_whatever_sizes_it_states() {
    use std::io::Write;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..220 {
        encoder.write_all(&zeros).unwrap();
    }
    let packed = encoder.finish().unwrap();
    assert!(packed.len() < 1024 * 1024);
    let honest = 220 * 1024 * 1024;
    assert_eq!(Book::read(&zip_of(&packed, honest), "x.xlsx"), Err(ListError::UnpacksTooLarge));
    assert_eq!(Book::read(&zip_of(&packed, 100), "x.xlsx"), Err(ListError::UnpacksTooLarge));
}

fn zip_of(packed: &[u8], stated: u32) -> Vec<u8> {
    let name = b"xl/workbook.xml";
    let length = u32::try_from(packed.len()).unwrap().to_le_bytes();
    let common = [&b"\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0"[..], &length, &stated.to_le_bytes(), &[15, 0, 0, 0]].concat();
    let mut bytes = [&b"PK\x03\x04"[..], &common, name, packed].concat();
    let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    bytes.extend([&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &[0; 4], name].concat());
    bytes.extend([&b"PK\x05\x06\0\0\0\0\x01\0\x01\0\0\0\0\0"[..], &at, &[0, 0]].concat());
    bytes
}

/// Everything that follows from a file; the outcome is not looked at, that there is one is.
fn taken_in(bytes: &[u8]) {
    if let Ok(book) = Book::read(bytes, "list.xlsx") {
        for sheet in &book.sheets {
            let layout = Layout::guess(sheet);
            let readings = list::read(sheet, &layout, Date::constant(2026, 2, 1));
            let below = sheet.rows.iter().filter(|row| layout.header.is_none_or(|header| row.number > header));
            let below: Vec<u32> = below.map(|row| row.number).collect();
            assert_eq!(readings.iter().map(|reading| reading.row).collect::<Vec<_>>(), below);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_in_a_value_or_a_sentence(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        taken_in(&bytes);
    }

    #[test]
    fn any_text_gives_one_reading_for_every_row(text in "([a-zA-Z0-9./+é无\"' -]{0,12}[,;\n]){0,60}") {
        taken_in(text.as_bytes());
    }

    #[test]
    fn a_truncated_or_changed_workbook_never_panics(cut in 0usize..10_000, changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 0..8)) {
        let mut bytes = workbook();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len().saturating_sub(cut.saturating_sub(5_000)));
        taken_in(&bytes);
    }

    /// The parts of the workbook changed and not its packing, so that the changes reach the reader.
    #[test]
    fn changed_parts_of_a_workbook_never_panic(sheet in "(<row r=\"[0-9]{0,11}\">|</row>|<c r=\"[A-Z]{0,8}[0-9]{0,3}\" t=\"(s|d|n|str|inlineStr|b|e)\" s=\"[0-9]{1,3}\">|<c>|<v>|[0-9.e-]{0,12}|</v></c>|<is><t>x</t></is></c>|&#x[0-9a-f]{1,7};|<!\\[CDATA\\[|<!--|/>|<|é){0,60}") {
        let part = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        taken_in(&stored(&[
            part("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>"),
            part("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"a.xml\"/></Relationships>"),
            part("xl/a.xml", &format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>")),
        ]));
    }
}

/// A zip file of parts that are not packed.
fn stored(parts: &[(String, String)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let length = u32::try_from(text.len()).unwrap().to_le_bytes();
        let named = u16::try_from(name.len()).unwrap().to_le_bytes();
        let common = [&[20, 0, 0, 0][..], &[0; 10], &length, &length, &named, &[0, 0]].concat();
        bytes.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), text.as_bytes()].concat());
        directory.extend([&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &at, name.as_bytes()].concat());
    }
    let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    bytes.extend(directory);
    bytes.extend([&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &[0; 4], &at, &[0, 0]].concat());
    bytes
}
