//! Which numbers of an XLSX workbook are days: a date is a number that is shown as one.

use super::xlsx::MANY;
use super::xml::{Event, Events};
use base::Date;
use jiff::ToSpan;
use std::collections::HashMap;

/// For every cell style whether it shows its number as a date.
pub fn date_styles(text: &str) -> Vec<bool> {
    let mut formats: HashMap<String, bool> = HashMap::new();
    let mut styles = Vec::new();
    let mut of_cells = false;
    for event in Events::of(text) {
        match event {
            Event::Open(element) => match element.name {
                "cellXfs" => of_cells = true,
                "numFmt" if formats.len() < MANY => {
                    if let (Some(id), Some(code)) = (element.attribute("numFmtId"), element.attribute("formatCode")) {
                        formats.insert(id.into_owned(), is_date_format(&code));
                    }
                }
                "xf" if of_cells => {
                    let id = element.attribute("numFmtId").unwrap_or_default();
                    let built_in = matches!(id.parse(), Ok(14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58));
                    styles.push(formats.get(&*id).copied().unwrap_or(built_in));
                }
                _ => {}
            },
            Event::Close("cellXfs") => of_cells = false,
            _ => {}
        }
    }
    styles
}

/// Whether a number format shows a day, a month or a year; a time of day alone is no date.
fn is_date_format(code: &str) -> bool {
    let mut letters = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
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
