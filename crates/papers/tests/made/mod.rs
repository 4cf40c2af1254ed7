//! Files that no program would write, or not so quickly: made byte by byte.

use flate2::{Compression, write::DeflateEncoder};
use std::io::Write;

/// A part's name, and what writes it piece by piece.
pub type Part<'a> = (&'a str, &'a dyn Fn(&mut dyn Write));

/// A zip file of these parts, packed.
pub fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, write) in parts {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        write(&mut encoder);
        let packed = encoder.finish().expect("memory takes everything");
        let at = u32_of(bytes.len());
        let named = u16::try_from(name.len()).expect("a short name").to_le_bytes();
        let common = [&[20, 0, 0, 0, 8, 0][..], &[0; 8], &u32_of(packed.len()), &u32_of(0), &named, &[0, 0]].concat();
        bytes.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), &packed].concat());
        directory.extend([&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &at, name.as_bytes()].concat());
    }
    let at = u32_of(bytes.len());
    let count = u16::try_from(parts.len()).expect("few parts").to_le_bytes();
    bytes.extend(&directory);
    bytes.extend([&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &u32_of(directory.len()), &at, &[0, 0]].concat());
    bytes
}

fn u32_of(length: usize) -> [u8; 4] {
    u32::try_from(length).expect("less than 4 GB").to_le_bytes()
}

pub const WORKBOOK: &str = "<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>";
pub const PARTS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"a.xml\"/>\
    <Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"s.xml\"/></Relationships>";

/// A workbook of one sheet, with these rows and these shared strings.
pub fn xlsx(rows: &dyn Fn(&mut dyn Write), strings: &dyn Fn(&mut dyn Write)) -> Vec<u8> {
    zip(&[
        ("xl/workbook.xml", &|to| put(to, WORKBOOK)),
        ("xl/_rels/workbook.xml.rels", &|to| put(to, PARTS)),
        ("xl/s.xml", &|to| between(to, "<sst>", strings, "</sst>")),
        ("xl/a.xml", &|to| between(to, "<worksheet><sheetData>", rows, "</sheetData></worksheet>")),
    ])
}

/// A spreadsheet document of one table with these rows.
pub fn ods_of(rows: &dyn Fn(&mut dyn Write)) -> Vec<u8> {
    let before = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">";
    let after = "</table:table></office:spreadsheet></office:body></office:document-content>";
    zip(&[
        ("mimetype", &|to| put(to, "application/vnd.oasis.opendocument.spreadsheet")),
        ("content.xml", &|to| between(to, before, rows, after)),
    ])
}

pub fn put(to: &mut dyn Write, text: &str) {
    to.write_all(text.as_bytes()).expect("memory takes everything");
}

pub fn again(to: &mut dyn Write, text: &str, times: usize) {
    let many = text.repeat(1_000);
    for _ in 0..times / 1_000 {
        put(to, &many);
    }
    put(to, &text.repeat(times % 1_000));
}

fn between(to: &mut dyn Write, before: &str, inside: &dyn Fn(&mut dyn Write), after: &str) {
    put(to, before);
    inside(to);
    put(to, after);
}

/// A workbook of one sheet with these records in the workbook and in the sheet.
pub fn xls_of(workbook: &[u8], sheet: &[u8]) -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x000a, &[]);
    let tab = |at: usize| record(0x0085, &[&u32_of(at)[..], &[0, 0, 1, 0, b'A']].concat());
    let at = begin.len() + workbook.len() + tab(0).len() + end.len();
    [&begin, workbook, &tab(at), &end, &begin, sheet, &end].concat()
}

/// Row, column and the first style, as cells begin.
pub fn place(row: usize, column: usize) -> Vec<u8> {
    let short = |number: usize| u16::try_from(number).expect("inside a sheet").to_le_bytes();
    [short(row), short(column), [0, 0]].concat()
}

pub fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).expect("a record's length");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
}
