//! A sheet read as people: what its columns mean, then one reading for every row.
//!
//! No row is dropped: each is a person, no person, or somebody has to look. Nothing is guessed as
//! certain: what could be read two ways carries a [`Doubt`], what could not be read stands in the remark.

mod birth;
mod calendar;
mod cells;
mod content;
mod dates;
mod doubt;
mod evidence;
mod guess;
mod habit;
mod header;
mod headings;
mod letter_m;
mod lexicon;
mod merged;
mod mission;
mod paper;
mod person;
mod phones;
mod rows;
mod signs;
mod tokens;
mod words;

pub use doubt::{Doubt, Why};

use crate::sheet::{Row, Sheet};
use base::{Arrival, Country, Date};
use serde::{Deserialize, Serialize};

/// What a column says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Meaning {
    Ignore,
    Number,
    Name,
    GivenName,
    FamilyName,
    OwnScriptName,
    Nationality,
    Sex,
    /// A date, a year or an age.
    Birth,
    Age,
    /// "Tual, 01 Oct 2004".
    PlaceAndBirth,
    /// "Abebe Bikila (Ethiopian)".
    NameAndNationality,
    /// "Abebe Bikila / EP1234567".
    NameAndPassport,
    /// "F/23".
    SexAndAge,
    Passport,
    /// Papers of any kind.
    Papers,
    Phone,
    Place,
    /// The day the person came to whoever keeps the list.
    Reported,
    /// The day the person entered the country.
    Entered,
    Remark,
}

base::keys!(Meaning {
    Ignore = "ignore",
    Number = "number",
    Name = "name",
    GivenName = "given-name",
    FamilyName = "family-name",
    OwnScriptName = "own-script-name",
    Nationality = "nationality",
    Sex = "sex",
    Birth = "birth",
    Age = "age",
    PlaceAndBirth = "place-and-birth",
    NameAndNationality = "name-and-nationality",
    NameAndPassport = "name-and-passport",
    SexAndAge = "sex-and-age",
    Passport = "passport",
    Papers = "papers",
    Phone = "phone",
    Place = "place",
    Reported = "reported",
    Entered = "entered",
    Remark = "remark",
});

/// In which order a list writes dates of figures only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateOrder {
    /// 25.12.1998
    DayFirst,
    /// 12/25/1998
    MonthFirst,
    /// 98.12.25
    YearFirst,
    /// Nothing in the list proves one, or it proves several.
    #[default]
    Unknown,
}

base::keys!(DateOrder { DayFirst = "day-first", MonthFirst = "month-first", YearFirst = "year-first", Unknown = "unknown" });

/// How a sheet is laid out. A guess until a person has looked at it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The number of the row with the headings; without one the list begins with its first row.
    pub header: Option<u32>,
    pub columns: Vec<Column>,
    /// Of everybody for whom no column says it.
    pub nationality: Option<Country>,
    pub order: DateOrder,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// From 0.
    pub index: usize,
    pub heading: String,
    pub meaning: Meaning,
}

impl Layout {
    /// What a row says, each cell with what it means, without running numbers and what nobody needs: a list that
    /// was sorted another way, or got a column more, has the same rows; one that is understood otherwise has not.
    pub fn identifying_cells(&self, row: &Row) -> Vec<String> {
        let columns = self.columns.iter().filter(|column| !matches!(column.meaning, Meaning::Number | Meaning::Ignore));
        let said = columns.map(|column| (column, row.cell(column.index))).filter(|(_, cell)| !cell.is_empty());
        let mut cells: Vec<String> =
            said.map(|(column, cell)| format!("{} {}", column.meaning.key(), cell.text().trim())).collect();
        cells.sort_unstable();
        cells
    }
}

/// What became of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The row's number as a spreadsheet program shows it.
    pub row: u32,
    pub outcome: Outcome,
    /// The columns that a person should look at: those of the doubts, or of the reason.
    pub look: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Person(Box<Arrival>, Vec<Doubt>),
    NotAPerson(Why),
    NeedsALook(Why),
}

/// One reading for every row with content below the headings.
pub fn read(sheet: &Sheet, layout: &Layout, today: Date) -> Vec<Reading> {
    let list = person::List::of(sheet, layout, today);
    let merged = merged::Merged::of(sheet, layout);
    let rows = sheet.rows.iter().filter(|row| layout.header.is_none_or(|header| row.number > header));
    rows.map(|row| {
        let row = &*merged.whole(row);
        let (outcome, look) = rows::no_person(row, layout).unwrap_or_else(|| list.person(row));
        Reading { row: row.number, outcome, look }
    })
    .collect()
}

impl Layout {
    pub(crate) fn of_meaning(&self, meaning: Meaning) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.meaning == meaning)
    }
}
