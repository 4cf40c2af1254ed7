//! The index: which files there are, where they come from, and who has looked at them.

use super::shipped::File;
use base::Date;
use base::table::{Row, Trouble, rows};

/// What a file holds. What others are made of comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    LegalTest,
    Indicators,
    DimensionRule,
    Combinations,
    Crosswalk,
    Questionnaire,
    Triage,
    Clocks,
}

base::keys!(What {
    LegalTest = "legal-test",
    Indicators = "indicators",
    DimensionRule = "dimension-rule",
    Combinations = "combinations",
    Crosswalk = "crosswalk",
    Questionnaire = "questionnaire",
    Triage = "triage",
    Clocks = "clocks",
});

/// A line of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub id: String,
    pub version: u32,
    pub title: String,
    pub what: What,
    pub source: String,
    pub as_of: Date,
    /// Empty where nobody has; the screen says so.
    pub reviewed_by: String,
    /// Licence or permission, and what is to be checked.
    pub note: String,
}

impl Listed {
    pub fn path(&self) -> String {
        format!("{}/{}.csv", self.id, self.version)
    }
}

const FILE: &str = "index.csv";
const COLUMNS: [&str; 8] = ["id", "version", "title", "kind", "source", "as_of", "reviewed_by", "note"];

/// The lines of the index; every file stands in it, and every line has its file.
pub(super) fn read(text: &str, files: &[File], troubles: &mut Vec<Trouble>) -> Vec<Listed> {
    let mut all: Vec<Listed> = Vec::new();
    for row in rows(FILE, text, &COLUMNS, troubles) {
        match listed(&row) {
            Ok(one) if all.iter().any(|other| (&other.id, other.version) == (&one.id, one.version)) => {
                troubles.push(row.wrong("version", format!("{} stands in a row above.", one.path())));
            }
            Ok(one) => {
                if !files.iter().any(|file| (file.id, file.version) == (one.id.as_str(), one.version)) {
                    troubles
                        .push(row.wrong("id", format!("There is no file {}. Old versions stay for ever.", one.path())));
                }
                all.push(one);
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    for file in
        files.iter().filter(|file| !all.iter().any(|one| (one.id.as_str(), one.version) == (file.id, file.version)))
    {
        let says = "This file does not stand in index.csv. Write its line: title, source, day, and who reviewed it.";
        troubles.push(Trouble::new(&format!("{}/{}.csv", file.id, file.version), 0, "", says));
    }
    all
}

fn listed(row: &Row) -> Result<Listed, Trouble> {
    let kind = row.get("kind");
    let unknown = || {
        let all: Vec<_> = What::ALL.iter().map(|what| what.key()).collect();
        row.wrong("kind", format!("“{kind}” is no kind of instrument. Write one of: {}.", all.join(", ")))
    };
    Ok(Listed {
        id: row.full("id")?,
        version: row.number("version")?,
        title: row.full("title")?,
        what: What::from_key(kind).ok_or_else(unknown)?,
        source: row.full("source")?,
        as_of: row.date("as_of")?,
        reviewed_by: row.get("reviewed_by").to_owned(),
        note: row.full("note")?,
    })
}
