use super::{Choice, Chrome, Filled, When};
use askama::Template;

/// What waits, what goes by itself, and what was erased.
#[derive(Template)]
#[template(path = "erasure/list.html")]
pub struct List {
    pub page: Chrome,
    pub waiting: Vec<Waiting>,
    pub going: Vec<Going>,
    pub erased: Vec<Erased>,
    pub runs: Vec<Run>,
    pub done: Option<String>,
}

pub struct Waiting {
    pub handle: String,
    pub code: String,
    /// A key of `GROUNDS`.
    pub ground: String,
    pub who: String,
    pub when: When,
}

pub struct Going {
    pub handle: String,
    pub code: String,
    pub when: When,
}

pub struct Erased {
    pub code: String,
    pub ground: String,
    pub when: When,
    pub rows: usize,
}

pub struct Run {
    pub when: When,
    pub announced: usize,
    pub erased: usize,
    pub cleared: usize,
}

/// What erasing means; and asking for it, or confirming what somebody else asked for.
#[derive(Template)]
#[template(path = "erasure/ask.html")]
pub struct Ask {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub grounds: Vec<Choice>,
    pub asked: Option<Asked>,
    pub form: Filled,
}

pub struct Asked {
    pub who: String,
    pub when: When,
    pub ground: String,
    pub words: String,
    /// Whether the reader asked, and so cannot confirm.
    pub is_own: bool,
}

/// For the person who asked. It is shown once.
#[derive(Template)]
#[template(path = "erasure/sheet.html")]
pub struct Sheet {
    pub page: Chrome,
    pub code: String,
    pub when: When,
    /// How many of what, as keys of `GONE`.
    pub gone: Vec<(String, usize)>,
    pub envelopes: usize,
    pub readings: usize,
    pub recipients: Vec<Recipient>,
    pub programs: Vec<String>,
    pub exports: usize,
    pub cards: usize,
}

pub struct Recipient {
    pub name: String,
    /// What was asked of it, or is to be.
    pub told: String,
    /// Whether it is known how often it was read.
    pub is_here: bool,
    pub read: usize,
}
