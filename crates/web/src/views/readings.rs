use super::{Chrome, When};
use crate::tongue::Tongue;
use askama::Template;

/// Who has read a case.
#[derive(Template)]
#[template(path = "readings/show.html")]
pub struct Readings {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub lines: Vec<Line>,
    /// The address of older ones, or empty.
    pub older: String,
    pub is_first: bool,
}

pub struct Line {
    pub when: When,
    pub who: String,
    /// Empty for an organisation elsewhere.
    pub team: String,
    pub by_link: bool,
    pub what: String,
    pub parts: String,
    pub is_file: bool,
    pub refused: bool,
    pub in_emergency: bool,
}

/// The same as counts, for the person, without anybody's name.
#[derive(Template)]
#[template(path = "readings/sheet.html")]
pub struct Sheet {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    /// The language in which the person reads it.
    pub spoken: Tongue,
    /// Those into which it is translated.
    pub tongues: Vec<Tongue>,
    pub sentences: Vec<Sentence>,
    /// Since when it is counted, and the day of the sheet.
    pub since: String,
    pub today: String,
}

/// What one team or organisation did.
pub struct Sentence {
    pub who: String,
    pub text: String,
    /// Empty when nothing was opened in an emergency.
    pub emergencies: String,
}
