//! Lists that go back to whoever sent them.

use papers::as_sent::{Added, AsSent, write};
use papers::{Book, Cell, Format, Layout};

fn sent(format: Format, book: &Book) -> Vec<u8> {
    let sheet = &book.sheets[0];
    let rows: Vec<(u32, &[Cell])> = sheet.rows.iter().map(|row| (row.number, &row.cells[..])).collect();
    let codes = rows.iter().map(|(number, _)| if *number > 3 { format!("C{number}") } else { String::new() }).collect();
    let header = Layout::guess(sheet).header;
    let added = vec![Added { heading: "Code".into(), cells: codes }];
    write(&AsSent { title: &sheet.name, format, merged: &sheet.merged, header, rows, added }).unwrap().0
}

const LIST: &str =
    "List of the gate\n\nName;Born;Phone;Note\nHana T.;1999-02-03;+855 12 345;\"=1+1\"\n\nBirtukan;;;x\n";

#[test]
fn a_text_list_keeps_its_delimiter_its_blank_rows_and_gets_its_codes() {
    let book = Book::read(LIST.as_bytes(), "gate.csv").unwrap();
    let bytes = sent(book.format, &book);
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "List of the gate;;;;");
    assert_eq!(lines[2], "Name;Born;Phone;Note;Code");
    assert_eq!(lines[3], "Hana T.;1999-02-03;'+855 12 345;'=1+1;C4");
    assert_eq!((lines[4], lines[5]), ("", "Birtukan;;;x;C6"));
}

#[test]
fn a_spreadsheet_reads_back_as_it_was_with_the_codes_beside() {
    let book = Book::read(LIST.as_bytes(), "gate.csv").unwrap();
    let again = Book::read(&sent(Format::Xlsx, &book), "gate.xlsx").unwrap();
    let (before, after) = (&book.sheets[0], &again.sheets[0]);
    assert_eq!(before.rows.len(), after.rows.len());
    for (before, after) in before.rows.iter().zip(&after.rows) {
        assert_eq!(before.number, after.number);
        (0..4).for_each(|column| assert_eq!(before.cell(column), after.cell(column)));
    }
    assert_eq!(after.rows[1].cell(4).text(), "Code");
    assert_eq!(after.rows[2].cell(4).text(), "C4");
}
