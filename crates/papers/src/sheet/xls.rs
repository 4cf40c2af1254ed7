//! XLS (MS-XLS): a stream of records. Read are BIFF8, which Excel 97 to 2003 writes, and BIFF5, which
//! Excel 5 and 95 wrote. Formulas give the value that was saved with them.

mod book;
mod cells;
mod records;
mod text;

use super::bytes::u16_at;
use super::ole::Ole;
use super::{ListError, Sheet, Tally};
use book::Globals;
use std::collections::HashSet;

/// A file of the kind that old Office programs write.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ListError> {
    let ole = Ole::open(bytes)?;
    if ole.has("EncryptedPackage") {
        return Err(ListError::Password);
    }
    for name in ["Workbook", "Book"] {
        if let Some(stream) = ole.stream(name)? {
            return read_stream(&stream);
        }
    }
    Err(ListError::NotAList)
}

/// Whether the bytes begin with a record that begins a workbook, outside of any other file.
pub fn is_stream(bytes: &[u8]) -> bool {
    matches!((u16_at(bytes, 0), u16_at(bytes, 2)), (0x0009 | 0x0209 | 0x0409, 4 | 6) | (0x0809, 8 | 16))
}

pub fn read_stream(stream: &[u8]) -> Result<Vec<Sheet>, ListError> {
    if matches!(u16_at(stream, 0), 0x0009 | 0x0209 | 0x0409) {
        return Err(ListError::OldExcel);
    }
    let mut tally = Tally::default();
    let globals = Globals::read(stream, &mut tally)?;
    let mut seen = HashSet::new();
    // Sheets that lie in each other would be read over and over.
    let mut left = stream.len() * 2;
    let mut sheets = Vec::new();
    for tab in globals.tabs.iter().filter(|tab| tab.has_cells) {
        if !seen.insert(tab.at) {
            return Err(ListError::Damaged);
        }
        sheets.push(cells::read(stream, tab, &globals, &mut tally, &mut left)?);
    }
    Ok(sheets)
}
