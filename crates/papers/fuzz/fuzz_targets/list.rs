//! A list read as people: the first byte picks the day and what is set by hand, the rest is text. Every row
//! below the headings has one reading.
#![no_main]

use base::Date;
use papers::{Book, DateOrder, Layout, list};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((pick, text)) = bytes.split_first() else { return };
    let Ok(book) = Book::read(text, "list.csv") else { return };
    for sheet in &book.sheets {
        let mut layout = Layout::guess(sheet);
        match pick % 4 {
            1 => layout.order = DateOrder::MonthFirst,
            2 => layout.learn_order(sheet),
            3 => layout.header = None,
            _ => {}
        }
        let today = Date::constant(2020 + i16::from(pick % 16), 2, 28);
        let readings = list::read(sheet, &layout, today);
        let below = sheet.rows.iter().filter(|row| layout.header.is_none_or(|header| row.number > header));
        assert_eq!(readings.len(), below.count());
    }
});
