//! Which numbers of a workbook are days: a date is a number that is shown as one.

use super::xlsx::MANY;
use super::xml::{Event, Events};
use super::zip::Part;
use super::{Cell, ListError};
use base::Date;
use jiff::ToSpan;
use std::collections::HashMap;

/// For every style of cells whether it shows its number as a date, and from which day days are counted.
#[derive(Default)]
pub struct Styles {
    pub dates: Vec<bool>,
    pub from_1904: bool,
}

impl Styles {
    /// A number as the day that it is shown as, or as itself.
    pub fn cell(&self, style: usize, number: f64) -> Cell {
        let date = self.dates.get(style).copied().unwrap_or(false);
        match date.then(|| day(number, self.from_1904)).flatten() {
            Some(day) => Cell::Date(day),
            None if number.is_finite() => Cell::Number(number),
            None => Cell::Empty,
        }
    }
}

/// The styles of an XLSX workbook, in the order in which its cells name them.
pub fn date_styles(mut events: Events<Part>) -> Result<Vec<bool>, ListError> {
    let mut formats: HashMap<String, bool> = HashMap::new();
    let mut styles = Vec::new();
    let mut of_cells = false;
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) => match element.name {
                "cellXfs" => of_cells = true,
                "numFmt" if formats.len() < MANY => {
                    if let (Some(id), Some(code)) = (element.attribute("numFmtId"), element.attribute("formatCode")) {
                        formats.insert(id.into_owned(), is_date_format(&code));
                    }
                }
                "xf" if of_cells && styles.len() <= usize::from(u16::MAX) => {
                    let id = element.attribute("numFmtId").unwrap_or_default();
                    let known = formats.get(&*id).copied();
                    styles.push(known.unwrap_or_else(|| id.parse().is_ok_and(is_built_in_date)));
                }
                _ => {}
            },
            Event::Close("cellXfs") => of_cells = false,
            _ => {}
        }
    }
    events.whole()?;
    Ok(styles)
}

/// Number formats that spreadsheet programs know without their code.
pub fn is_built_in_date(format: u16) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58)
}

/// Whether a number format shows a day, a month or a year; a time of day alone is no date.
pub fn is_date_format(code: &str) -> bool {
    let mut letters = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            // What follows is for other numbers, such as text.
            ';' => break,
            c => letters.extend(c.to_lowercase()),
        }
    }
    if letters.contains("general") || letters.contains("standard") || letters.contains(['0', '#']) {
        return false;
    }
    letters.contains(['y', 'd']) || (letters.contains('m') && !letters.contains(['h', 's']))
}

/// The day of a serial number. Excel counts a 29 February 1900 that never was.
pub fn day(serial: f64, from_1904: bool) -> Option<Date> {
    if !(0.0..=100_000.0).contains(&serial) {
        return None;
    }
    let days = serial.floor() as i64;
    let first = match (from_1904, days) {
        (true, _) => Date::constant(1904, 1, 1),
        (false, ..60) => Date::constant(1899, 12, 31),
        (false, _) => Date::constant(1899, 12, 30),
    };
    first.checked_add(days.days()).ok()
}
