use super::{Choice, Chrome, Filled, When};
use askama::Template;

/// Who may sign in. An administrator sees no case.
#[derive(Template)]
#[template(path = "users/list.html")]
pub struct Users {
    pub page: Chrome,
    pub users: Vec<User>,
    pub form: Filled,
    pub roles: Vec<Choice>,
    pub teams: Vec<Choice>,
    pub done: Option<String>,
    pub integrations: Vec<Integration>,
    pub integrations_are_out: bool,
    pub integration_teams: Vec<Choice>,
    pub actions: Vec<Choice>,
    pub parts: Vec<Choice>,
}

/// A program with a token of its own.
pub struct Integration {
    pub id: String,
    pub name: String,
    pub team: String,
    pub rights: String,
    /// The last day on which it comes in.
    pub until: String,
    pub disabled: bool,
}

/// The token of a new integration, shown once and kept nowhere.
#[derive(Template)]
#[template(path = "users/token.html")]
pub struct Token {
    pub page: Chrome,
    pub name: String,
    pub token: String,
    pub waits_for_keys: bool,
}

pub struct User {
    pub id: String,
    pub name: String,
    /// A key of `ROLES`.
    pub role: String,
    pub team: String,
    pub last_seen: Option<When>,
    pub disabled: bool,
    /// Nobody can shut out themselves.
    pub is_me: bool,
}

/// What a new user needs to sign in, shown once and kept nowhere.
#[derive(Template)]
#[template(path = "users/secrets.html")]
pub struct Secrets {
    pub page: Chrome,
    pub name: String,
    pub passphrase: String,
    /// An SVG element with the authenticator's address; trusted, from our own QR writer.
    pub qr: String,
    /// The same secret to type in by hand.
    pub secret: String,
    pub recovery_codes: Vec<String>,
    /// Whether a member of the team must give keys before this one reads anything.
    pub waits_for_keys: bool,
}
