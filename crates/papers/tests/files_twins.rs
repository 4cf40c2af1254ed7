//! The same list written by different programs reads the same, cell by cell.

use papers::sheet::{Area, Format};
use papers::{Book, Cell, ListError, Sheet};
use std::path::PathBuf;

fn file(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).unwrap()
}

fn book(name: &str) -> Book {
    Book::read(&file(name), name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn rows(sheet: &Sheet) -> Vec<(u32, Vec<String>)> {
    let texts = |cells: &[Cell]| cells.iter().map(|cell| cell.text().into_owned()).collect();
    sheet.rows.iter().map(|row| (row.number, texts(&row.cells))).collect()
}

const TWINS: [(&str, Format); 9] = [
    ("arrivals-openpyxl.xlsx", Format::Xlsx),
    ("arrivals-libreoffice.xlsx", Format::Xlsx),
    ("arrivals-gnumeric.xlsx", Format::Xlsx),
    ("arrivals-xlwt.xls", Format::Xls),
    ("arrivals-libreoffice.xls", Format::Xls),
    ("arrivals-gnumeric.xls", Format::Xls),
    ("arrivals-odfpy.ods", Format::Ods),
    ("arrivals-libreoffice.ods", Format::Ods),
    ("arrivals-gnumeric.ods", Format::Ods),
];

#[test]
fn a_list_reads_the_same_whichever_program_wrote_it() {
    let expected = rows(&book("arrivals.csv").sheets[0]);
    assert_eq!(expected.len(), 9);
    for (name, format) in TWINS {
        let book = book(name);
        assert_eq!(book.format, format, "{name}");
        assert_eq!(rows(&book.sheets[0]), expected, "{name}");
        let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Arrivals", "Notes", "Empty"], "{name}");
    }
}

#[test]
fn dates_are_days_and_numbers_numbers_in_every_format() {
    for (name, _) in TWINS {
        let book = book(name);
        let columns: Vec<(bool, bool)> = book.sheets[0].rows[2..]
            .iter()
            .map(|row| (matches!(row.cells[3], Cell::Date(_)), matches!(row.cells[6], Cell::Number(_))))
            .collect();
        assert_eq!(columns, [(true, true); 7], "{name}");
    }
}

#[test]
fn what_was_hidden_or_joined_is_said() {
    let title = Area { first_row: 1, last_row: 1, first_column: 0, last_column: 8 };
    for (name, _) in TWINS {
        let book = book(name);
        let hidden: Vec<u32> = book.sheets[0].rows.iter().filter(|row| row.hidden).map(|row| row.number).collect();
        assert_eq!(hidden, [7], "{name}");
        assert_eq!(book.sheets[0].merged, [title], "{name}");
        // Gnumeric does not write into .xlsx that a sheet is hidden.
        let hidden: Vec<bool> = book.sheets.iter().map(|sheet| sheet.hidden).collect();
        assert_eq!(hidden, [false, name != "arrivals-gnumeric.xlsx", false], "{name}");
        assert_eq!(rows(&book.sheets[1]), [(1, vec!["kept apart".to_owned()])], "{name}");
    }
}

#[test]
fn the_format_of_excel_95_is_read_in_its_own_code_page() {
    let old = rows(&book("arrivals-gnumeric-95.xls").sheets[0]);
    let new = rows(&book("arrivals.csv").sheets[0]);
    // What the code page does not have, Gnumeric wrote as question marks.
    for ((old_number, old), (number, new)) in old.iter().zip(&new) {
        assert_eq!(old_number, number);
        for (old, new) in old.iter().zip(new).filter(|(old, _)| !old.contains('?')) {
            assert_eq!(old, new);
        }
    }
    assert_eq!(old[4].1[1], "Ünal O'Brien");
}

#[test]
fn days_counted_from_1904_are_the_same_days() {
    let expected = [
        (1, vec!["Name".to_owned(), "Born".to_owned()]),
        (2, vec!["Sokha Chan".to_owned(), "1998-05-12".to_owned()]),
        (3, vec!["Li Na".to_owned(), "2008-08-08".to_owned()]),
    ];
    for name in ["epoch-1904.xlsx", "epoch-1904.xls"] {
        assert_eq!(rows(&book(name).sheets[0]), expected, "{name}");
    }
}

#[test]
fn more_text_than_a_record_holds_goes_on_in_the_next() {
    assert_eq!(rows(&book("long-texts.xls").sheets[0]), rows(&book("long-texts.csv").sheets[0]));
}

#[test]
fn a_locked_file_is_said_to_be_locked() {
    assert_eq!(Book::read(&file("locked.xlsx"), "locked.xlsx"), Err(ListError::Password));
    // In .xls a record says it; the record of the country, which says nothing here, becomes it.
    let mut old = file("arrivals-xlwt.xls");
    let country = old.windows(4).position(|four| four == [0x8c, 0, 4, 0]);
    let calm = old.windows(4).position(|four| four == [0x12, 0, 2, 0]).unwrap();
    old[country.unwrap_or(calm)] = 0x2f;
    assert_eq!(Book::read(&old, "old.xls"), Err(ListError::Password));
}

/// A file that was not fully copied is never taken for one with fewer people.
#[test]
fn a_file_cut_short_is_damaged_or_whole() {
    for (name, _) in TWINS {
        let whole = book(name);
        let bytes = file(name);
        for cut in [1, 10, 100, 600, 1_100, 2_000, bytes.len() / 2] {
            let read = Book::read(&bytes[..bytes.len().saturating_sub(cut)], name);
            assert!(read.is_err() || read.as_ref() == Ok(&whole), "{name} without its last {cut} bytes: {read:?}");
        }
    }
}
