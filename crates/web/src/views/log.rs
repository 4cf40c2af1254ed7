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
    /// The log's key, by which a witness follows it.
    pub log_key: String,
    pub witnesses: Vec<Witness>,
    /// The path of older entries, or empty.
    pub older: String,
}

/// How things stand with one witness.
pub struct Witness {
    pub name: String,
    /// A word of `WITNESS_STATES`.
    pub state: &'static str,
    /// Whether it has another history on record.
    pub contradicts: bool,
    pub since: When,
    /// How many entries it has cosigned, and when; 0 for none.
    pub entries: usize,
    pub when: When,
    /// How many came after those.
    pub newer: usize,
    /// Whether it is shown the log over the network.
    pub asked: bool,
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
