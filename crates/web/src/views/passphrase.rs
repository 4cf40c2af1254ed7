use super::{Chrome, Filled};
use askama::Template;

/// Another passphrase for oneself.
#[derive(Template)]
#[template(path = "passphrase/form.html")]
pub struct ChangePassphrase {
    pub page: Chrome,
    /// Holds errors alone: nothing that was typed here is given back.
    pub form: Filled,
    /// Why the last attempt did not work.
    pub notice: Option<String>,
    /// The fewest characters.
    pub shortest: usize,
}
