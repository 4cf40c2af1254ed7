//! A file somebody hands in, as sheets of cells. The format is told by the content, never by the name.
//!
//! Everything here takes bytes of unknown origin: every size has a bound, and no bytes make it panic.

mod bytes;
mod clean;
mod encoding;
mod error;
mod grid;
mod kind;
mod ods;
mod ole;
mod shared;
mod styles;
mod text;
mod web_page;
mod xls;
mod xlsx;
mod xml;
mod xml_2003;
mod zip;

pub use error::ListError;

use grid::Tally;

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

    /// Reads XLSX, XLS, ODS, text with any delimiter and encoding, and the web pages and XML that are called
    /// .xls. The sheet of a text or a web page has the file's name.
    pub fn read(bytes: &[u8], file_name: &str) -> Result<Book, ListError> {
        if bytes.len() > FILE {
            return Err(ListError::TooLarge);
        }
        let book = kind::read(bytes, kind::stem(file_name))?;
        if book.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
            return Err(ListError::Empty);
        }
        Ok(book)
    }
}

impl Row {
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    fn at(number: u32) -> Row {
        Row { number, hidden: false, cells: Vec::new() }
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

    /// Text of nothing but spaces is an empty cell, and so is an error in a formula: it says nothing of the person.
    fn text_of(text: &str) -> Cell {
        let clean = clean::clean(text);
        match clean.trim() {
            "" | "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!" => Cell::Empty,
            text if text.len() <= CELL => Cell::Text(text.to_owned()),
            text => Cell::Text(text.chars().take(CELL).collect()),
        }
    }

    /// A logical value, as spreadsheet programs show it.
    fn truth(value: bool) -> Cell {
        Cell::Text(if value { "TRUE" } else { "FALSE" }.to_owned())
    }
}

/// The day of a bare number that a spreadsheet program would show as a date.
pub(crate) fn day_of(serial: f64) -> Option<Date> {
    styles::day(serial, false)
}
