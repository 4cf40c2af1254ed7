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
    pub said: Said,
    pub reviewed: bool,
    pub to_confirm: String,
}

/// What a form asks of whoever writes a letter, as it is filled in.
pub struct Said {
    pub asks_care: bool,
    pub asks_agreed: bool,
    pub asks_overstay: bool,
    pub languages: Vec<Choice>,
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

/// The batches of letters of this sign-in.
#[derive(Template)]
#[template(path = "letters/batches.html")]
pub struct Batches {
    pub page: Chrome,
    pub batches: Vec<BatchLine>,
    /// Why none could be begun.
    pub trouble: Option<String>,
}

pub struct BatchLine {
    pub word: String,
    /// A key of `FORMS`; empty until one is chosen.
    pub form: String,
    pub when: When,
    pub total: usize,
    pub written: usize,
}

/// Which letter these people get.
#[derive(Template)]
#[template(path = "letters/many-choose.html")]
pub struct Choose {
    pub page: Chrome,
    pub word: String,
    pub total: usize,
    /// Keys of `FORMS`.
    pub forms: Vec<String>,
}

/// What is said beside the cases, for all of them.
#[derive(Template)]
#[template(path = "letters/many-prepare.html")]
pub struct PrepareMany {
    pub page: Chrome,
    pub word: String,
    pub total: usize,
    pub form_id: String,
    pub fields: Vec<Taken>,
    /// Why none can be written yet, in sentences.
    pub lacks: Vec<String>,
    pub said: Said,
    pub asks_state: bool,
    /// The states of which somebody here is a national, where the letter goes to a mission.
    pub states: Vec<Choice>,
    pub reviewed: bool,
    pub to_confirm: String,
}

/// Letters while they are written.
#[derive(Template)]
#[template(path = "letters/many-progress.html")]
pub struct ProgressOfMany {
    pub page: Chrome,
    pub word: String,
    pub done: usize,
    pub total: usize,
    pub words: String,
    pub not: Vec<NotWritten>,
}

/// Letters when nobody writes any more: to print, to take away, and who got none.
#[derive(Template)]
#[template(path = "letters/many-done.html")]
pub struct DoneWithMany {
    pub page: Chrome,
    pub word: String,
    pub form_id: String,
    pub language: String,
    pub when: When,
    pub written: Vec<WrittenFor>,
    pub not: Vec<NotWritten>,
    /// Those who were not reached.
    pub waiting: Vec<CodeOf>,
    /// What stopped it, in a sentence.
    pub trouble: Option<String>,
    pub reviewed: bool,
    pub done: Option<String>,
}

pub struct CodeOf {
    pub handle: String,
    pub code: String,
}

pub struct WrittenFor {
    pub person: CodeOf,
    pub letter_code: String,
    /// Characters that are drawn as boxes.
    pub boxes: String,
}

pub struct NotWritten {
    pub person: CodeOf,
    /// Everything that stands in the way, in sentences.
    pub why: Vec<String>,
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
