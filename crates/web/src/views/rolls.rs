//! Rolls of missions.

use super::{Chrome, Filled, When};
use askama::Template;

/// Of every nationality, how many could be on a roll.
#[derive(Template)]
#[template(path = "rolls/list.html")]
pub struct Rolls {
    pub page: Chrome,
    pub missions: Vec<Mission>,
    /// Those of whom nobody is ready, folded away.
    pub others: Vec<Mission>,
    /// Whether the country's pack has lists of missions at all.
    pub has_rolls: bool,
}

pub struct Mission {
    /// ISO 3166, as it stands in the address.
    pub id: String,
    pub name: String,
    pub ready: usize,
    pub missing: usize,
}

#[derive(Template)]
#[template(path = "rolls/draft.html")]
pub struct Draft {
    pub page: Chrome,
    pub id: String,
    pub country: String,
    /// Which mission it is, in a sentence.
    pub reach: String,
    pub ready: usize,
    pub days: usize,
    pub amount: String,
    /// One part of them.
    pub on: Vec<Line>,
    pub on_paging: Paging,
    pub whys: Vec<Why>,
    /// The reason that was chosen; empty for all.
    pub chosen: String,
    /// One part of those whom that reason keeps off.
    pub missing: Vec<Absent>,
    pub missing_paging: Paging,
    pub all_missing: usize,
    pub versions: Vec<Earlier>,
    pub form: Filled,
    pub done: Option<String>,
}

/// Where one stands in a long list.
pub struct Paging {
    pub number: usize,
    pub pages: usize,
    /// Addresses of the parts beside it; empty where there is none.
    pub before: String,
    pub after: String,
}

pub struct Line {
    pub number: u32,
    pub handle: String,
    pub name: String,
    pub birth: String,
    pub document: String,
    pub entered: String,
    pub days: u32,
    pub amount: String,
    /// On a version that was answered.
    pub decision: String,
    /// Why nothing of the line is shown: "erased" or "withdrawn".
    pub blank: &'static str,
}

/// A reason, and how many it keeps off.
pub struct Why {
    pub key: &'static str,
    pub sentence: String,
    pub count: usize,
}

pub struct Absent {
    pub handle: String,
    pub code: String,
    pub name: String,
    pub why: Vec<String>,
}

pub struct Earlier {
    pub number: u32,
    pub by: String,
    pub when: When,
    pub sent: String,
}

#[derive(Template)]
#[template(path = "rolls/version.html")]
pub struct Version {
    pub page: Chrome,
    pub id: String,
    pub country: String,
    pub number: u32,
    pub mission: String,
    pub by: String,
    pub when: When,
    pub until: String,
    pub sent: String,
    pub people: usize,
    pub days: usize,
    pub amount: String,
    /// One part of them.
    pub lines: Vec<Line>,
    pub paging: Paging,
    /// So many may no longer be named, and are in no file.
    pub withdrawn: usize,
    /// How many were approved, refused, not found.
    pub decided: Vec<(String, usize)>,
    pub open: usize,
    /// The version sent before, and what this one says differently.
    pub before: Option<Changed>,
    pub has_note: bool,
    pub form: Filled,
    pub done: Option<String>,
}

pub struct Changed {
    pub number: u32,
    /// How many in all were added, are gone, or say something else.
    pub count: usize,
    /// One part of them, by what became of them.
    pub groups: Vec<ChangedGroup>,
    pub paging: Paging,
}

pub struct ChangedGroup {
    /// "added", "gone" or "changed".
    pub key: &'static str,
    /// How many there are of it, on all parts.
    pub count: usize,
    /// Each with what changed, or why they are gone.
    pub lines: Vec<String>,
}

/// What came back, before anything is noted.
#[derive(Template)]
#[template(path = "rolls/back.html")]
pub struct Back {
    pub page: Chrome,
    pub id: String,
    pub country: String,
    pub number: u32,
    /// How many are new, by decision.
    pub fresh: Vec<(String, usize)>,
    pub count: usize,
    pub already: usize,
    pub silent: usize,
    pub absent: usize,
    /// Numbers of lines with their decisions: "3=approved 5=refused".
    pub answers: String,
    pub rows: Vec<Unclear>,
    /// Rows to look at that come with the next reading.
    pub more: usize,
    pub today: String,
}

pub struct Unclear {
    pub number: u32,
    pub words: String,
    /// The line that it may be, where it may be one alone.
    pub line: String,
    /// The end of the key that says why a person has to look.
    pub why: &'static str,
}

impl Back {
    fn decisions(&self) -> &'static [&'static str] {
        DECISIONS
    }
}

pub const DECISIONS: &[&str] = &["approved", "refused", "not-found"];
pub const UNCLEAR: &[&str] = &["nobody", "unclear"];
pub const BLANK: &[&str] = &["erased", "withdrawn"];
