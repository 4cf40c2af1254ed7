//! The records of an .xls file, without the file system around them, and that file system too.
#![no_main]

use papers::Book;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // A stream of records is read where it begins as one.
    let begin = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];
    let _ = Book::read(&[&begin, bytes].concat(), "list.xls");
    let _ =
        Book::read(&[&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], bytes.get(8..).unwrap_or_default()].concat(), "a.xls");
});
