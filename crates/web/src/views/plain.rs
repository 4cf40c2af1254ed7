//! Pages that are one sentence.

use super::Chrome;
use askama::Template;

/// After a lock: nothing of the product, whoever looks.
#[derive(Template)]
#[template(path = "plain/locked.html")]
pub struct Locked {
    pub page: Chrome,
}

/// Something did not work: what, what to do next, and a way back.
#[derive(Template)]
#[template(path = "plain/error.html")]
pub struct Problem {
    pub page: Chrome,
    pub heading: String,
    pub sentence: String,
    pub next: String,
    /// Where the link leads, and what it says.
    pub back: String,
    pub back_label: String,
    /// By which whoever runs the machine finds what happened.
    pub request: String,
}

/// For a role whose part of the registry is not there yet.
#[derive(Template)]
#[template(path = "plain/nothing-yet.html")]
pub struct NothingYet {
    pub page: Chrome,
}
