//! Lists read against the truth about the people on them: how many were registered, and what was
//! read wrongly as certain. Shared by the example `score` and by the tests.
//!
//! A folder holds lists and a `truth.json`: `rows[file][row]` is a person's id, or null where the
//! row is no person; `spoiled[file]` (may be missing) names rows that only a human can set right;
//! `people[id]` is what is true of that person. An empty string says nothing of a person.

mod fields;

pub use fields::{Field, Verdict};

use base::Date;
use papers::{Book, Layout, Outcome, Reading, Sheet, list};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The last day on which anybody on the lists can have been born or have come.
pub const TODAY: Date = Date::constant(2026, 2, 1);

/// Of a thousand persons this many are registered without anybody's help.
const REGISTERED: usize = 995;

#[derive(Deserialize)]
struct Truth {
    rows: BTreeMap<String, BTreeMap<u32, Option<String>>>,
    #[serde(default)]
    spoiled: HashMap<String, Vec<u32>>,
    people: HashMap<String, Person>,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct Person {
    pub name: String,
    pub native: String,
    pub dob: String,
    pub sex: String,
    pub nat: String,
    pub passport: String,
    pub phone: String,
    pub entry: String,
    pub arrived: String,
}

/// What became of one list.
#[derive(Default)]
pub struct Score {
    pub file: String,
    pub rows: usize,
    pub persons: usize,
    pub registered: usize,
    pub quarantined: usize,
    /// Rows of persons that were called no person, or had no reading.
    pub missed: Vec<u32>,
    /// Rows of no person that became one, and spoiled rows that were taken as they stand.
    pub invented: Vec<u32>,
    pub not_persons: usize,
    pub wrong: BTreeMap<Field, Vec<u32>>,
    pub uncertain: BTreeMap<Field, Vec<u32>>,
    /// What the list itself says otherwise than the truth: read as it stands.
    pub slips: BTreeMap<Field, Vec<u32>>,
    /// What the truth knows and the reading leaves out without a word.
    pub silent: BTreeMap<Field, Vec<u32>>,
    pub look: Vec<(u32, String)>,
}

impl Score {
    pub fn holds(&self) -> bool {
        self.registered * 1000 >= self.persons * REGISTERED
            && self.wrong.is_empty()
            && self.missed.is_empty()
            && self.invented.is_empty()
    }
}

/// The score of every list that the folder's truth names.
pub fn score(folder: &Path) -> Vec<Score> {
    let text = std::fs::read_to_string(folder.join("truth.json")).expect("the folder has a truth.json");
    let truth: Truth = serde_json::from_str(&text).expect("truth.json has rows and people");
    let files = truth.rows.keys().map(|file| {
        let bytes = std::fs::read(folder.join(file)).expect("every list of the truth is in the folder");
        let book = Book::read(&bytes, file).expect("a list that can be read");
        let sheet = &book.sheets[book.largest()];
        let readings = list::read(sheet, &Layout::guess(sheet), TODAY);
        of_file(file, &truth, sheet, &readings)
    });
    files.collect()
}

fn of_file(file: &str, truth: &Truth, sheet: &Sheet, readings: &[Reading]) -> Score {
    let mut score = Score { file: file.to_owned(), rows: readings.len(), ..Score::default() };
    let readings: HashMap<u32, &Reading> = readings.iter().map(|reading| (reading.row, reading)).collect();
    let spoiled = truth.spoiled.get(file).map(Vec::as_slice).unwrap_or_default();
    let orders = fields::Orders::of(&truth.rows[file], &truth.people, sheet);
    for (row, id) in &truth.rows[file] {
        let outcome = readings.get(row).map(|reading| &reading.outcome);
        if let Some(Outcome::NeedsALook(why)) = outcome {
            score.look.push((*row, why.to_string()));
        }
        match (id, outcome) {
            (None, Some(Outcome::Person(..))) => score.invented.push(*row),
            (None, _) => score.not_persons += 1,
            (Some(_), Some(Outcome::Person(..))) if spoiled.contains(row) => score.invented.push(*row),
            (Some(_), Some(Outcome::NeedsALook(_))) if spoiled.contains(row) => score.quarantined += 1,
            (Some(_), None | Some(Outcome::NotAPerson(_))) => {
                score.persons += 1;
                score.missed.push(*row);
            }
            (Some(_), Some(Outcome::NeedsALook(_))) => {
                score.persons += 1;
                score.quarantined += 1;
            }
            (Some(id), Some(Outcome::Person(arrival, doubts))) => {
                score.persons += 1;
                score.registered += 1;
                let cells = sheet.rows.iter().find(|r| r.number == *row).expect("a reading is of a row");
                for (field, verdict) in fields::judge(&truth.people[id], arrival, doubts, cells, &orders) {
                    let rows = match verdict {
                        Verdict::Right => continue,
                        Verdict::Wrong => &mut score.wrong,
                        Verdict::Uncertain => &mut score.uncertain,
                        Verdict::Slip => &mut score.slips,
                        Verdict::Silent => &mut score.silent,
                    };
                    rows.entry(field).or_default().push(*row);
                }
            }
        }
    }
    score
}
