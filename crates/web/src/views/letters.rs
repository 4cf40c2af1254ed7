use super::{Choice, Chrome, Filled, When};
use askama::Template;

#[derive(Template)]
#[template(path = "letters/list.html")]
pub struct List {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    /// Keys of `FORMS`.
    pub forms: Vec<String>,
    pub written: Vec<Written>,
    pub done: Option<String>,
}

pub struct Written {
    pub code: String,
    pub form: String,
    pub language: String,
    pub when: When,
    pub withdrawn: Option<When>,
}

/// What a letter takes, and what is to be said beside it.
#[derive(Template)]
#[template(path = "letters/prepare.html")]
pub struct Prepare {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub form_id: String,
    pub fields: Vec<Taken>,
    /// Why it cannot be written yet, in sentences.
    pub lacks: Vec<String>,
    pub asks_care: bool,
    pub asks_overstay: bool,
    pub languages: Vec<Choice>,
    pub reviewed: bool,
    pub to_confirm: String,
    pub form: Filled,
}

pub struct Taken {
    pub label: String,
    /// A compartment.
    pub part: String,
    pub why: String,
    pub there: bool,
    pub required: bool,
}

/// The letter as it is printed.
#[derive(Template)]
#[template(path = "letters/sheet.html")]
pub struct Sheet {
    pub page: Chrome,
    pub handle: String,
    pub form_id: String,
    pub title: String,
    /// Markup of the letter itself, escaped where it was made.
    pub body: String,
    /// What was said in the form, so that files are made of the same.
    pub said: Vec<(String, String)>,
    pub letter_code: String,
    pub reviewed: bool,
}

/// For whoever holds a letter.
#[derive(Template)]
#[template(path = "letters/check.html")]
pub struct Check {
    pub page: Chrome,
    pub checked: Option<Checked>,
    pub asked: bool,
    pub code: String,
}

pub struct Checked {
    pub form: String,
    pub organisation: String,
    pub when: When,
    pub withdrawn: Option<When>,
}

pub const FORMS: &[&str] = &["presumption", "medical-referral", "mission-request"];
/// The parts of a case that letters take something of.
pub const PARTS: &[&str] = &["identity", "journey", "care", "protection"];
pub const LETTER_LANGUAGES: &[&str] = &["en", "km"];
