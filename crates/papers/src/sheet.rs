//! A file somebody hands in, as sheets of cells. The format is told by the content, never by the name.
//!
//! Everything here takes bytes of unknown origin: every size has a bound, and no bytes make it panic.

mod encoding;
mod error;
mod styles;
mod text;
mod xlsx;
mod xml;
mod zip;

pub use error::ListError;

use base::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The largest file taken, in bytes.
pub const FILE: usize = 20 * 1024 * 1024;
/// The highest row number taken; a nation's worth of arrivals fits many times.
pub const ROWS: u32 = 200_000;
/// The most columns taken.
pub const COLUMNS: usize = 300;
/// What is kept of one cell, in characters.
pub const CELL: usize = 2_000;
/// All cells of a file, the empty ones left of a filled one included.
const CELLS: usize = 5_000_000;
/// All text of a file, in bytes.
const TEXT: usize = 100 * 1024 * 1024;

#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    pub format: Format,
    pub sheets: Vec<Sheet>,
}

/// What kind of file a list came in, so that it can go out the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// With the character between its cells.
    Text(char),
    Xlsx,
    Xls,
    Ods,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The file's name for a text file.
    pub name: String,
    /// Hidden sheets are read, and said.
    pub hidden: bool,
    /// Rows with content; those without are left out, the numbers stay true.
    pub rows: Vec<Row>,
    /// Cells that were joined; the first of them has the content, the others are empty.
    pub merged: Vec<Area>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// From 1, as a spreadsheet program shows it.
    pub number: u32,
    /// Hidden rows are read, and said.
    pub hidden: bool,
    pub cells: Vec<Cell>,
}

/// A rectangle of cells, its edges included: row numbers from 1, columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: usize,
    pub last_column: usize,
}

#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    Date(Date),
}

/// The letters over a column, as a spreadsheet program shows them: 0 is "A", 26 is "AA".
pub fn letters(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    if index < 26 { last.to_string() } else { letters(index / 26 - 1) + &last.to_string() }
}

/// The column of such letters.
pub fn column_of(letters: &str) -> Option<usize> {
    let value = |total: usize, c: char| c.is_ascii_uppercase().then(|| total * 26 + (c as usize - 'A' as usize) + 1);
    letters.trim().to_ascii_uppercase().chars().try_fold(0, value).and_then(|n| n.checked_sub(1))
}

impl Book {
    /// The sheet with the most rows, the first of them when several have as many: notes and totals lie on others.
    pub fn largest(&self) -> usize {
        (0..self.sheets.len()).max_by_key(|n| (self.sheets[*n].rows.len(), std::cmp::Reverse(*n))).unwrap_or(0)
    }

    /// Reads CSV (any usual delimiter and encoding) or XLSX. A text file's sheet has the file's name.
    pub fn read(bytes: &[u8], file_name: &str) -> Result<Book, ListError> {
        if bytes.len() > FILE {
            return Err(ListError::TooLarge);
        }
        let (format, sheets) = match bytes {
            [] => return Err(ListError::Empty),
            [b'P', b'K', ..] => (Format::Xlsx, xlsx::read(bytes)?),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(old_office(bytes)),
            _ if is_no_list(bytes) => return Err(ListError::NotAList),
            _ => {
                let text = encoding::decode(bytes)?;
                if is_markup(&text) {
                    return Err(ListError::WebPage);
                }
                let (delimiter, sheet) = text::read(&text)?;
                (Format::Text(delimiter), vec![Sheet { name: base::text::line(stem(file_name)), ..sheet }])
            }
        };
        if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
            return Err(ListError::Empty);
        }
        Ok(Book { format, sheets })
    }
}

impl Row {
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// A row that keeps within the bounds; `None` when nothing is in it.
    fn checked(number: u32, mut cells: Vec<Cell>, tally: &mut Tally) -> Result<Option<Row>, ListError> {
        let filled = cells.iter().rposition(|cell| *cell != Cell::Empty).map_or(0, |last| last + 1);
        if filled == 0 {
            return Ok(None);
        }
        cells.truncate(filled);
        if number > ROWS {
            return Err(ListError::TooManyRows);
        }
        if filled > COLUMNS {
            return Err(ListError::TooManyColumns);
        }
        tally.add(&cells)?;
        Ok(Some(Row { number, hidden: false, cells }))
    }
}

/// What a file holds so far, so that many small things cannot add up to a large one.
#[derive(Default)]
struct Tally {
    cells: usize,
    text: usize,
}

impl Tally {
    fn add(&mut self, cells: &[Cell]) -> Result<(), ListError> {
        self.cells += cells.len();
        self.text += cells.iter().map(|cell| if let Cell::Text(text) = cell { text.len() } else { 0 }).sum::<usize>();
        if self.cells > CELLS || self.text > TEXT { Err(ListError::TooMuchText) } else { Ok(()) }
    }
}

impl Cell {
    /// The cell as a person reads it: dates as 2026-01-18, whole numbers without a point.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text),
            // Within 15 digits every whole number of a spreadsheet is exact.
            Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => Cow::Owned(format!("{number:.0}")),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Date(date) => Cow::Owned(date.to_string()),
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Cell::Empty
    }

    /// Text of nothing but spaces is an empty cell.
    fn text_of(text: String) -> Cell {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            Cell::Empty
        } else if trimmed.len() == text.len() && text.len() <= CELL {
            Cell::Text(text)
        } else {
            Cell::Text(trimmed.chars().take(CELL).collect())
        }
    }
}

/// The day of a bare number that a spreadsheet program would show as a date.
pub(crate) fn day_of(serial: f64) -> Option<Date> {
    styles::day(serial, false)
}

/// OLE files are old Excel, or a new one behind a password; stream names in them are UTF-16.
fn old_office(bytes: &[u8]) -> ListError {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        ListError::Password
    } else if has("Workbook") || has("Book") {
        ListError::OldExcel
    } else {
        ListError::NotAList
    }
}

/// First bytes of what people hand in by mistake: PDF, PNG, JPEG, GIF, RTF, gzip, 7z, RAR.
fn is_no_list(bytes: &[u8]) -> bool {
    const FIRST: [&[u8]; 8] =
        [b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"];
    FIRST.iter().any(|first| bytes.starts_with(first))
}

fn is_markup(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    ["<!doctype", "<html", "<?xml", "<table", "<head", "<meta"].iter().any(|tag| head.starts_with(tag))
}

fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
