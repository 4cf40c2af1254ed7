//! What an XLS workbook says before its sheets: their names, its texts, which styles are dates.

use super::records::{BOF, EOF, Records};
use super::text::{Letters, Pieces};
use crate::sheet::bytes::{u16_at, u32_at};
use crate::sheet::shared::Shared;
use crate::sheet::styles::{Styles, is_built_in_date, is_date_format};
use crate::sheet::{Cell, ListError, Tally};
use encoding_rs::WINDOWS_1252;
use std::collections::HashMap;

pub struct Globals {
    pub letters: Letters,
    pub tabs: Vec<Tab>,
    pub strings: Shared,
    pub styles: Styles,
}

/// A sheet as the workbook names it.
pub struct Tab {
    pub at: usize,
    pub name: String,
    pub hidden: bool,
    /// Sheets of charts and macros have none.
    pub has_cells: bool,
}

impl Globals {
    pub fn read(stream: &[u8], tally: &mut Tally) -> Result<Self, ListError> {
        let mut records = Records::from(stream, 0);
        let begin = records.next()?;
        let letters = match u16_at(begin.body, 0) {
            0x0600 => Letters::Unicode,
            0x0500 => Letters::Page(WINDOWS_1252),
            _ => return Err(ListError::OldExcel),
        };
        if begin.kind != BOF {
            return Err(ListError::Damaged);
        }
        let mut globals = Self { letters, tabs: Vec::new(), strings: Shared::default(), styles: Styles::default() };
        // Names are decoded last: the encoding may be said after them.
        let mut names: Vec<&[u8]> = Vec::new();
        let mut formats: HashMap<u16, bool> = HashMap::new();
        let mut shown_as = Vec::new();
        loop {
            let record = records.next()?;
            let body = record.body;
            match record.kind {
                EOF => break,
                0x002f => return Err(ListError::Password),
                0x0022 => globals.styles.from_1904 = u16_at(body, 0) == 1,
                0x0042 => globals.set_page(u16_at(body, 0)),
                0x0085 => {
                    names.push(body.get(6..).unwrap_or_default());
                    globals.tabs.push(Tab::of(body));
                }
                0x041e => {
                    let length_bytes = if matches!(globals.letters, Letters::Unicode) { 2 } else { 1 };
                    let code = globals.letters.read(&[body.get(2..).unwrap_or_default()], length_bytes);
                    formats.insert(u16_at(body, 0), is_date_format(&code.unwrap_or_default()));
                }
                0x00e0 => shown_as.push(u16_at(body, 2)),
                0x00fc => globals.strings = strings(&records.continued(body), tally)?,
                _ => {}
            }
        }
        let is_date = |format: &u16| formats.get(format).copied().unwrap_or_else(|| is_built_in_date(*format));
        globals.styles.dates = shown_as.iter().map(is_date).collect();
        for (tab, name) in globals.tabs.iter_mut().zip(names) {
            tab.name = globals.letters.read(&[name], 1).unwrap_or_default();
        }
        Ok(globals)
    }

    fn set_page(&mut self, number: u16) {
        if let Letters::Page(page) = &mut self.letters {
            *page = Letters::page(number);
        }
    }
}

impl Tab {
    fn of(body: &[u8]) -> Self {
        let state = u16_at(body, 4);
        Self { at: u32_at(body, 0) as usize, name: String::new(), hidden: state & 3 != 0, has_cells: state >> 8 == 0 }
    }
}

/// The texts that cells name by number. Colours of letters and phonetic readings are passed over.
fn strings(pieces: &[&[u8]], tally: &mut Tally) -> Result<Shared, ListError> {
    let mut pieces = Pieces::of(pieces);
    pieces.u32();
    let count = pieces.u32().unwrap_or(0);
    let mut strings = Shared::default();
    for _ in 0..count {
        let text = string(&mut pieces).ok_or(ListError::Damaged)?;
        strings.push(&Cell::text_of(&text), tally)?;
    }
    Ok(strings)
}

fn string(pieces: &mut Pieces) -> Option<String> {
    let length = usize::from(pieces.u16()?);
    let kind = pieces.byte()?;
    let runs = if kind & 8 == 8 { usize::from(pieces.u16()?) } else { 0 };
    let phonetic = if kind & 4 == 4 { pieces.u32()? as usize } else { 0 };
    let text = pieces.letters(length, kind & 1 == 1)?;
    pieces.skip(runs * 4)?;
    pieces.skip(phonetic)?;
    Some(text)
}
