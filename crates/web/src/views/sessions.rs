use super::{Chrome, When};
use askama::Template;

/// Where somebody is signed in, and how to end it.
#[derive(Template)]
#[template(path = "sessions/list.html")]
pub struct Sessions {
    pub page: Chrome,
    pub sessions: Vec<Session>,
    pub recovery_codes_left: usize,
    /// New members of the reader's team who wait for keys that the reader holds.
    pub waiting: Vec<Waiting>,
    /// A sentence after something was done here.
    pub done: Option<String>,
}

pub struct Session {
    pub id: String,
    /// "Chrome on Android"
    pub device: String,
    pub started: When,
    pub last_used: When,
    pub this_one: bool,
}

pub struct Waiting {
    pub id: String,
    pub name: String,
    /// A key of `ROLES`.
    pub role: String,
}
