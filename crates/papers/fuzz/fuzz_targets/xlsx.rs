//! The parts of a workbook, as they come out of the zip file: its parts lie one after the other, parted by
//! zeros, so that changes reach the reader of XML and not the packing.
#![no_main]

use papers::Book;

mod stored;

const NAMES: [&str; 7] = [
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/sheet3.xml",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = Book::read(&stored::zip(NAMES.into_iter().zip(bytes.split(|byte| *byte == 0))), "list.xlsx");
});
