//! A nominal roll: those for whom a mission asks that a fine be waived, as ministries accept it; and the decisions on
//! it when it comes back.
//!
//! A line has these fields and no others. What a roll says besides is the pack's: `data/packs/*/rolls`.

pub mod back;
pub mod forms;
mod table;

pub use back::{Decided, Decision, Row};
pub use forms::{Forms, Words};
pub use table::{csv, xlsx};

use base::Date;

/// The fields of a line, in the order in which they stand.
pub const COLUMNS: [&str; 8] = ["number", "name", "birth", "document", "nationality", "entered", "days", "amount"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roll<'w> {
    pub words: &'w Words,
    /// As a person writes it: "Embassy of Uganda, Kuala Lumpur".
    pub mission: String,
    pub day: Date,
    /// Up to which day the days were counted.
    pub until: Date,
    /// ISO 4217.
    pub currency: String,
    pub lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Stays the line's own when others are taken off.
    pub number: u32,
    pub name: String,
    pub birth: Date,
    pub document: String,
    pub nationality: String,
    pub entered: Date,
    pub days: u32,
    pub hundredths: u64,
}

impl Roll<'_> {
    pub fn days(&self) -> u64 {
        self.lines.iter().map(|line| u64::from(line.days)).sum()
    }

    pub fn hundredths(&self) -> u64 {
        self.lines.iter().map(|line| line.hundredths).sum()
    }

    /// "3,650.00 USD"
    pub fn amount(&self) -> String {
        format!("{} {}", money(self.hundredths()), self.currency)
    }
}

impl Line {
    /// In the order of [`COLUMNS`].
    pub(crate) fn cells(&self) -> [String; 8] {
        [
            self.number.to_string(),
            self.name.clone(),
            self.birth.to_string(),
            self.document.clone(),
            self.nationality.clone(),
            self.entered.to_string(),
            self.days.to_string(),
            money(self.hundredths),
        ]
    }
}

/// "3,650.00"
pub fn money(hundredths: u64) -> String {
    let whole = (hundredths / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}.{:02}", hundredths % 100)
}
