//! The files that the fuzz targets begin with, and those that they once found something with, read in an
//! ordinary test, so that they are tried with every change.

use papers::{Book, ListError};
use std::path::PathBuf;

use crate::stored;

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = files.map(|path| (path.display().to_string(), std::fs::read(path).unwrap()));
    let all: Vec<_> = named.collect();
    assert!(!all.is_empty(), "no corpus for {target}");
    all
}

/// How many of the files hold a list; the others have to end in a sentence.
fn read_all(target: &str, read: impl Fn(&[u8]) -> Result<Book, ListError>) -> usize {
    corpus(target).iter().filter(|(_, bytes)| read(bytes).is_ok()).count()
}

#[test]
fn whole_files() {
    assert!(read_all("book", |bytes| Book::read(bytes, "list.xlsx")) >= 4);
}

#[test]
fn texts() {
    assert!(read_all("text", |bytes| Book::read(bytes, "list.csv")) >= 7);
}

#[test]
fn parts_of_workbooks() {
    let names = [
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
    ];
    let read = |bytes: &[u8]| {
        let parts = bytes.split(|byte| *byte == 0);
        Book::read(&stored::zip(names.into_iter().zip(parts)), "list.xlsx")
    };
    assert!(read_all("xlsx", read) >= 2);
}

#[test]
fn records_of_old_workbooks() {
    let begin = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];
    assert!(read_all("xls", |bytes| Book::read(&[&begin, bytes].concat(), "list.xls")) >= 2);
    assert!(read_all("xls", |bytes| Book::read(bytes, "list.xls")) >= 1);
}

#[test]
fn documents() {
    let read = |bytes: &[u8]| {
        let kind = &b"application/vnd.oasis.opendocument.spreadsheet"[..];
        let parts = std::iter::once(kind).chain(bytes.split(|byte| *byte == 0));
        let names = ["mimetype", "content.xml", "META-INF/manifest.xml"];
        Book::read(&stored::zip(names.into_iter().zip(parts)), "list.ods")
    };
    assert!(read_all("ods", read) >= 2);
}

#[test]
fn lists_of_people() {
    let read = |bytes: &[u8]| Book::read(bytes.get(1..).unwrap_or_default(), "list.csv");
    assert!(read_all("list", read) >= 3);
    for (name, bytes) in corpus("list") {
        let Ok(book) = read(&bytes) else { continue };
        let layout = papers::Layout::guess(&book.sheets[0]);
        let readings = papers::list::read(&book.sheets[0], &layout, base::Date::constant(2026, 2, 28));
        assert!(!readings.is_empty(), "{name}");
    }
}
