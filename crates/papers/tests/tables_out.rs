//! Lists and square codes as they leave.

use papers::table::{csv, harmless, xlsx};
use papers::{Book, Cell, Table, qr};
use proptest::prelude::*;

fn table() -> Table {
    let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    Table {
        headings: row(["Name", "Phone", "Remark"]),
        rows: vec![
            row(["Nguyễn; Thị \"Hoa\"", "+85512345678", "=HYPERLINK(\"http://x\")"]),
            row(["刘波", "012 345 678", "two\nlines"]),
        ],
    }
}

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let book = Book::read(bytes, "out").unwrap();
    book.sheets[0].rows.iter().map(|row| row.cells.iter().map(|cell| cell.text().into_owned()).collect()).collect()
}

#[test]
fn sec27_csv_has_a_byte_order_mark_and_no_formulas() {
    let bytes = csv(&table());
    assert!(bytes.starts_with(b"\xef\xbb\xbf"));
    let read = cells(&bytes);
    assert_eq!(read[1], ["Nguyễn; Thị \"Hoa\"", "'+85512345678", "'=HYPERLINK(\"http://x\")"]);
    assert_eq!(read[2], ["刘波", "012 345 678", "two\nlines"]);
}

#[test]
fn xlsx_keeps_every_cell_as_text_and_names_no_author() {
    let bytes = xlsx(&table(), "Roll 12/2026: [all]").unwrap();
    let book = Book::read(&bytes, "out.xlsx").unwrap();
    assert_eq!(book.sheets[0].name, "Roll 122026 all");
    assert_eq!(book.sheets[0].rows[1].cells[1], Cell::Text("+85512345678".into()));
    assert_eq!(book.sheets[0].rows[1].cells[2], Cell::Text("=HYPERLINK(\"http://x\")".into()));
    assert_eq!(
        bytes,
        xlsx(&table(), "Roll 12/2026: [all]").unwrap(),
        "no day of making, no author: always the same file"
    );
}

#[test]
fn a_square_code_is_one_path_in_the_colour_of_the_text() {
    let svg = qr::svg("412907356").unwrap();
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    assert!(svg.contains("viewBox=\"0 0 29 29\""));
    assert!(svg.contains("fill=\"currentColor\"") && !svg.contains("style"));
    // The upper left finder pattern: a dark line of seven squares inside the border.
    assert!(svg.contains("d=\"M4 4h7v1h-7z"));
    assert_eq!(qr::svg(&"x".repeat(3_000)), Err(qr::TooLong));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_goes_out_as_csv_comes_back_the_same(rows in proptest::collection::vec(proptest::collection::vec("[a-zA-Z0-9é无=+@;,\t|\"\n-][a-zA-Z0-9é无 ;,|\"\n-]{0,10}[a-z0-9\"]", 3), 1..12)) {
        let headings = ["one", "two", "three"].map(str::to_owned).to_vec();
        let table = Table { headings: headings.clone(), rows: rows.clone() };
        let expected: Vec<Vec<String>> = std::iter::once(&headings)
            .chain(&rows)
            .map(|row| row.iter().map(|cell| harmless(cell).trim().to_owned()).collect())
            .collect();
        prop_assert_eq!(cells(&csv(&table)), expected);
    }
}
