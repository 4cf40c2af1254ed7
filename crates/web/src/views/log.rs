use super::{Chrome, When};
use askama::Template;

/// Who did and read what, without content.
#[derive(Template)]
#[template(path = "log/show.html")]
pub struct Log {
    pub page: Chrome,
    pub entries: Vec<Entry>,
    pub entries_total: usize,
    pub refused_total: usize,
    /// The signed checkpoint as another organisation would witness it.
    pub checkpoint: String,
    pub checkpoint_when: When,
    /// The path of older entries, or empty.
    pub older: String,
}

pub struct Entry {
    pub when: When,
    pub who: String,
    pub what: String,
    /// The case as a pseudonym or empty; never a name.
    pub subject: String,
    pub refused: bool,
    /// The entry's place in the log.
    pub leaf: u64,
}
