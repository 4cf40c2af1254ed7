//! Lists as JSON: how a file was understood, and what became of its rows. The command line writes the same.

use crate::words::Words;
use base::{Arrival, CaseCode};
use casework::Fact;
use casework::lists::{Counts, Received, State, StoredRow};
use papers::sheet::{Format, Sheet, letters};
use papers::{Layout, Outcome, Reading};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How a file was understood, before anybody is registered.
#[derive(Serialize, JsonSchema)]
pub struct Understood {
    /// "text", "xlsx", "xls" or "ods".
    pub format: &'static str,
    pub sheet: String,
    /// The row with the headings.
    pub header: Option<u32>,
    /// ISO 3166 alpha-3, of everybody for whom no column says it.
    pub nationality: Option<&'static str>,
    pub date_order: &'static str,
    pub columns: Vec<Column>,
    /// Numbers of rows that are hidden in the file.
    pub hidden_rows: Vec<u32>,
    /// How many rows are a "person", need a "look", or are "not-a-person".
    pub counts: BTreeMap<&'static str, usize>,
    pub rows: Vec<Read>,
}

#[derive(Serialize, JsonSchema)]
pub struct Column {
    pub column: String,
    pub heading: String,
    pub meaning: &'static str,
}

/// One row below the headings.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RowRead")]
pub struct Read {
    pub row: u32,
    /// "person", "look" or "not-a-person".
    pub outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// Why it is no person, or what is unsure of one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The columns to look at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub look: Vec<String>,
}

/// A stable word and its sentence in English.
#[derive(Serialize, JsonSchema)]
pub struct Note {
    pub key: &'static str,
    pub sentence: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PersonRead")]
pub struct Person {
    pub names: Vec<String>,
    pub sex: Option<&'static str>,
    /// "1999-02-03", "1999-02", "1999", "~25@2026-01-18" (about 25 on that day) or "1999-02-03|1999-03-02" (one of two).
    pub birth: Option<String>,
    pub nationalities: Vec<&'static str>,
    pub papers: Vec<Paper>,
    pub contacts: Vec<String>,
    pub place: Option<String>,
    pub reported: Option<String>,
    pub entered: Option<String>,
    pub signs: Vec<&'static str>,
    pub remark: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PaperRead")]
pub struct Paper {
    pub kind: &'static str,
    pub status: &'static str,
    pub number: Option<String>,
}

impl Understood {
    pub fn of(format: Format, sheet: &Sheet, layout: &Layout, readings: &[Reading]) -> Understood {
        let rows: Vec<Read> = readings.iter().map(read).collect();
        let mut counts = BTreeMap::from([("person", 0), ("look", 0), ("not-a-person", 0)]);
        rows.iter().for_each(|row| *counts.entry(row.outcome).or_default() += 1);
        Understood {
            format: match format {
                Format::Text(_) => "text",
                Format::Xlsx => "xlsx",
                Format::Xls => "xls",
                Format::Ods => "ods",
            },
            sheet: sheet.name.clone(),
            header: layout.header,
            nationality: layout.nationality.map(|country| country.iso3()),
            date_order: layout.order.key(),
            columns: layout
                .columns
                .iter()
                .map(|column| Column {
                    column: letters(column.index),
                    heading: column.heading.clone(),
                    meaning: column.meaning.key(),
                })
                .collect(),
            hidden_rows: sheet.rows.iter().filter(|row| row.hidden).map(|row| row.number).collect(),
            counts,
            rows,
        }
    }
}

impl Understood {
    pub(super) fn sample() -> Understood {
        let column = Column { column: "A".to_owned(), heading: "Name".to_owned(), meaning: "name" };
        let row = Read { row: 2, outcome: "not-a-person", person: None, notes: Vec::new(), look: Vec::new() };
        Understood {
            format: "text",
            sheet: "Sheet1".to_owned(),
            header: Some(1),
            nationality: None,
            date_order: "unknown",
            columns: vec![column],
            hidden_rows: Vec::new(),
            counts: BTreeMap::from([("person", 0), ("look", 0), ("not-a-person", 1)]),
            rows: vec![row],
        }
    }
}

fn read(reading: &Reading) -> Read {
    let (outcome, person, notes) = match &reading.outcome {
        Outcome::Person(arrival, doubts) => {
            let notes = doubts.iter().map(|doubt| Note { key: doubt.key(), sentence: doubt.to_string() });
            ("person", Some(person(arrival)), notes.collect())
        }
        Outcome::NeedsALook(why) => ("look", None, vec![Note { key: why.key(), sentence: why.to_string() }]),
        Outcome::NotAPerson(why) => ("not-a-person", None, vec![Note { key: why.key(), sentence: why.to_string() }]),
    };
    Read {
        row: reading.row,
        outcome,
        person,
        notes,
        look: reading.look.iter().map(|column| letters(*column)).collect(),
    }
}

fn person(arrival: &Arrival) -> Person {
    let paper = |paper: &base::Paper| Paper {
        kind: paper.kind.key(),
        status: paper.status.key(),
        number: paper.number.clone(),
    };
    Person {
        names: arrival.names.clone(),
        sex: arrival.sex.map(|sex| sex.key()),
        birth: arrival.birth.as_ref().map(|birth| birth.to_string()),
        nationalities: arrival.nationalities.iter().map(|country| country.iso3()).collect(),
        papers: arrival.papers.iter().map(paper).collect(),
        contacts: arrival.contacts.clone(),
        place: arrival.place.clone(),
        reported: arrival.reported.map(|day| day.to_string()),
        entered: arrival.entered.map(|day| day.to_string()),
        signs: arrival.signs.iter().map(|sign| sign.key()).collect(),
        remark: arrival.remark.clone(),
    }
}

/// A list that came in.
#[derive(Serialize, JsonSchema)]
pub struct List {
    pub id: String,
    pub sender: String,
    pub title: String,
    pub by: String,
    /// Milliseconds since 1970, UTC.
    pub received_at: i64,
    /// The list that this one is a newer version of.
    pub previous: Option<String>,
    /// "running", "stopped" or "finished".
    pub state: &'static str,
    pub rows: usize,
    /// Rows by what became of them; they sum up to `rows`.
    pub counts: BTreeMap<&'static str, usize>,
}

impl List {
    pub fn of(list: &Received) -> List {
        List {
            id: list.id.to_string(),
            sender: list.sender_name.clone(),
            title: list.title.clone(),
            by: list.by.clone(),
            received_at: list.at.millis(),
            previous: list.previous.map(|id| id.to_string()),
            state: State::key(list.state),
            rows: list.counts.total(),
            counts: by_key(&list.counts),
        }
    }
}

impl List {
    pub(super) fn sample() -> List {
        List {
            id: "06dsab5kg1urr6di0on5sfqs18".to_owned(),
            sender: "Mission".to_owned(),
            title: "Arrivals".to_owned(),
            by: "sokha".to_owned(),
            received_at: 1_768_539_600_000,
            previous: None,
            state: "finished",
            rows: 3,
            counts: BTreeMap::from([("registered", 2), ("look", 1)]),
        }
    }
}

fn by_key(counts: &Counts) -> BTreeMap<&'static str, usize> {
    counts.0.iter().map(|(became, count)| (became.key(), *count)).collect()
}

/// What became of one row.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Row")]
pub struct Became {
    pub row: u32,
    /// "waiting", "registered", "changed", "already", "look", "not-a-person" or "replaced".
    pub outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Changed>,
    /// Codes of the cases that the row may be about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
    /// The cells as they stand, for rows that need a look.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RowChange")]
pub struct Changed {
    pub field: &'static str,
    pub from: Option<String>,
    pub to: String,
    pub taken: bool,
}

impl Became {
    pub(super) fn sample() -> Became {
        Became {
            row: 3,
            outcome: "look",
            code: None,
            notes: vec![Note { key: "no-name", sentence: "Nobody is named in this row.".to_owned() }],
            changes: Vec::new(),
            candidates: Vec::new(),
            cells: vec!["F".to_owned(), "22".to_owned()],
        }
    }

    pub fn of(row: &StoredRow, words: &Words) -> Became {
        let said = |fact: &Fact| words.fact(fact);
        let notes = &row.content.notes;
        let why = notes.why().map(|why| Note { key: why.key(), sentence: why.to_string() });
        let doubts = notes.doubts().map(|doubt| Note { key: doubt.key(), sentence: doubt.to_string() });
        let cells = match row.became {
            casework::lists::Became::Look => row.content.cells.iter().map(|cell| cell.text().into_owned()).collect(),
            _ => Vec::new(),
        };
        Became {
            row: row.number,
            outcome: row.became.key(),
            code: row.case.map(|case| CaseCode::of(case).to_string()),
            notes: why.into_iter().chain(doubts).collect(),
            changes: notes
                .changes
                .iter()
                .map(|change| Changed {
                    field: change.to.field().key(),
                    from: change.from.as_ref().map(said),
                    to: said(&change.to),
                    taken: change.taken,
                })
                .collect(),
            candidates: notes.candidates.iter().map(|case| CaseCode::of(*case).to_string()).collect(),
            cells,
        }
    }
}
