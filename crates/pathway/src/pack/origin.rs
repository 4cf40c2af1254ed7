//! Where a row comes from, how sure that is, and who looked last.

use crate::set::words;
use base::Date;
use base::table::{Row, Trouble};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    Low,
    Medium,
    High,
}

words!(Confidence { Low = "low", Medium = "medium", High = "high" });

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    pub file: &'static str,
    /// As a text editor counts lines: the headings are row 1.
    pub row: u64,
    pub source: String,
    /// The day of the source; where only a month is known, its first day.
    pub as_of: Date,
    pub confidence: Confidence,
    pub checked: Option<Checked>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub by: String,
    pub on: Date,
}

impl Origin {
    /// Reads the five last columns of every table.
    pub(super) fn read(file: &'static str, row: &Row) -> Result<Origin, Trouble> {
        let written = row.get("confidence");
        let unsure = || row.wrong("confidence", format!("“{written}” is none of high, medium and low."));
        let checked = match (row.get("checked_by"), row.get("checked_on")) {
            ("", "") => None,
            ("", _) | (_, "") => {
                let says = "Who checked and when belong together. Write both, or leave both empty.";
                return Err(row.wrong("checked_on", says));
            }
            (by, _) => Some(Checked { by: by.to_owned(), on: row.date("checked_on")? }),
        };
        let origin = Origin {
            file,
            row: row.number,
            source: row.full("source")?,
            as_of: row.date("as_of")?,
            confidence: Confidence::from_key(written).ok_or_else(unsure)?,
            checked,
        };
        match &origin.checked {
            Some(checked) if checked.on < origin.as_of => {
                Err(row.wrong("checked_on", "The check is older than the source. One of the two days is wrong."))
            }
            _ => Ok(origin),
        }
    }

    /// The newest day that speaks for it.
    pub fn newest(&self) -> Date {
        self.checked.as_ref().map_or(self.as_of, |checked| checked.on.max(self.as_of))
    }
}
