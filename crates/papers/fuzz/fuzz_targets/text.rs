//! Text in any encoding, with any delimiter. What is read and written again reads the same.
#![no_main]

use papers::{Book, Table, sheet::Format, table};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(book) = Book::read(bytes, "list.csv") else { return };
    if !matches!(book.format, Format::Text(_)) {
        return;
    }
    for row in &book.sheets[0].rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| cell.text().into_owned()).collect();
        assert!(cells.len() <= papers::sheet::COLUMNS);
        let _ = table::csv(&Table { headings: cells, rows: Vec::new() });
    }
});
