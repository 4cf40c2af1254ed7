//! The content of a spreadsheet document and its list of parts, parted by a zero; or one flat document.
#![no_main]

use papers::Book;

mod stored;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let kind = &b"application/vnd.oasis.opendocument.spreadsheet"[..];
    let parts = std::iter::once(kind).chain(bytes.split(|byte| *byte == 0));
    let _ =
        Book::read(&stored::zip(["mimetype", "content.xml", "META-INF/manifest.xml"].into_iter().zip(parts)), "a.ods");
    let _ = Book::read(bytes, "a.fods");
});
