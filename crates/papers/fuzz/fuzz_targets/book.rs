//! Any bytes as a file: zip, OLE and text are told apart as the program does it.
#![no_main]

use papers::Book;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = Book::read(bytes, "list.xlsx");
});
