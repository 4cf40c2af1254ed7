//! What happened to a person in captivity.

use super::{Choice, Chrome, Filled};
use askama::Template;

#[derive(Template)]
#[template(path = "captivity/told.html")]
pub struct Told {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    /// In the order in which it happened.
    pub entries: Vec<Entry>,
    pub done: Option<String>,
}

pub struct Entry {
    /// By which the address of its form names it.
    pub number: usize,
    pub when: String,
    pub what: String,
    /// Where, by whom, for how much.
    pub said: String,
    pub words: String,
    /// Who did it, where the reader may know.
    pub names: String,
    pub struck: bool,
}

#[derive(Template)]
#[template(path = "captivity/tell.html")]
pub struct Tell {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub what: String,
    /// The key of the words that ask when it happened, or from when it lasted.
    pub begins: &'static str,
    pub lasts: bool,
    pub has_money: bool,
    pub has_people: bool,
    pub can_name: bool,
    pub by: Vec<Choice>,
    pub countries: Vec<String>,
    pub form: Filled,
}

impl Told {
    fn kinds() -> &'static [&'static str] {
        KINDS
    }
}

pub const KINDS: &[&str] = &[
    "recruited",
    "travelled",
    "held",
    "moved",
    "sold",
    "debt",
    "ransom",
    "escaped",
    "recaptured",
    "let-go",
    "raid",
    "ransom-paid",
    "death",
    "missing",
    "other",
];
pub const BY: &[&str] =
    &["recruiter", "company", "manager", "guard", "broker", "official", "relative", "captive", "other"];
