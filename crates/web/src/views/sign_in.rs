use super::{Chrome, Filled};
use askama::Template;

#[derive(Template)]
#[template(path = "sign-in/form.html")]
pub struct SignIn {
    pub page: Chrome,
    /// Only the name is ever given back; a passphrase is not.
    pub form: Filled,
    /// Why the last attempt did not work, or why somebody is here again (locked, signed out).
    pub notice: Option<String>,
    /// One button per role, in demonstration mode alone.
    pub demo_roles: Vec<DemoRole>,
}

/// An invented user that one button signs in.
pub struct DemoRole {
    /// A key of `ROLES`.
    pub role: String,
    pub name: String,
}

/// The team's cases are being opened: so many of so many.
#[derive(Template)]
#[template(path = "sign-in/opening.html")]
pub struct Opening {
    pub page: Chrome,
    pub done: usize,
    /// 0 until they are counted.
    pub total: usize,
}
