//! What can go wrong in a request, as a page with a sentence for the person who meets it.

use crate::views::plain::Problem;
use crate::visit::Visit;
use access::AccessError;
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

#[derive(Debug)]
pub enum Fault {
    /// Nobody is signed in, or no longer.
    SignInNeeded,
    NotFound,
    /// A form came from another site, or a request was not one of ours.
    Foreign,
    TooLarge,
    /// The address is longer than any of ours.
    AddressTooLong,
    /// Done too often; how long to wait.
    TooMany {
        seconds: u64,
    },
    /// More passphrases are being checked than this machine can.
    Busy,
    Access(AccessError),
    /// A file that cannot be read as a list, with the sentence that says why.
    List(String),
}

impl From<AccessError> for Fault {
    fn from(error: AccessError) -> Self {
        Fault::Access(error)
    }
}

impl From<store::StoreError> for Fault {
    fn from(error: store::StoreError) -> Self {
        Fault::Access(error.into())
    }
}

impl From<papers::ListError> for Fault {
    fn from(error: papers::ListError) -> Self {
        Fault::List(error.to_string())
    }
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Fault::SignInNeeded => StatusCode::SEE_OTHER,
            Fault::NotFound | Fault::Access(AccessError::NotFound { .. }) => StatusCode::NOT_FOUND,
            Fault::Foreign | Fault::Access(AccessError::Refused { .. }) => StatusCode::FORBIDDEN,
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::AddressTooLong => StatusCode::URI_TOO_LONG,
            Fault::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Fault::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Fault::List(_)
            | Fault::Access(AccessError::WeakPassphrase | AccessError::NameTaken | AccessError::TeamNeeded) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Fault::Access(AccessError::SignIn) => StatusCode::UNAUTHORIZED,
            Fault::Access(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The end of the catalogue keys `fault-…-title`, `fault-…` and `fault-…-next`.
    pub fn key(&self) -> &'static str {
        match self {
            Fault::SignInNeeded => "sign-in-needed",
            Fault::NotFound => "not-found",
            Fault::Foreign => "foreign",
            Fault::TooLarge => "too-large",
            Fault::AddressTooLong => "not-found",
            Fault::TooMany { .. } => "too-many",
            Fault::Busy => "busy",
            Fault::List(_) => "list",
            Fault::Access(AccessError::NotFound { .. }) => "no-case",
            Fault::Access(AccessError::Refused { .. }) => "refused",
            Fault::Access(AccessError::SignIn) => "sign-in",
            Fault::Access(AccessError::WeakPassphrase) => "weak-passphrase",
            Fault::Access(AccessError::NameTaken) => "name-taken",
            Fault::Access(AccessError::TeamNeeded) => "team-needed",
            Fault::Access(_) => "machine",
        }
    }

    /// Every key that [`Fault::key`] can give: held against the catalogue by a test.
    pub const KEYS: [&'static str; 14] = [
        "sign-in-needed",
        "not-found",
        "foreign",
        "too-large",
        "too-many",
        "busy",
        "list",
        "no-case",
        "refused",
        "sign-in",
        "weak-passphrase",
        "name-taken",
        "team-needed",
        "machine",
    ];

    pub fn as_json(&self, visit: &Visit) -> Response {
        let status = match self {
            Fault::SignInNeeded => StatusCode::UNAUTHORIZED,
            fault => fault.status(),
        };
        self.later((status, axum::Json(crate::api::refusal(self, visit))).into_response())
    }

    pub fn answer(self, visit: &Visit) -> Response {
        if let Fault::SignInNeeded = self {
            return Redirect::to("/sign-in").into_response();
        }
        let (key, chrome) = (self.key(), visit.chrome());
        if let Fault::Access(error @ (AccessError::Store(_) | AccessError::Vault(_) | AccessError::Unreadable)) = &self
        {
            // Goes to whoever runs the machine; these errors name no person and no case.
            eprintln!("{error}");
        }
        let sentence = match &self {
            Fault::List(sentence) => sentence.clone(),
            _ => chrome.say(&format!("fault-{key}")),
        };
        let back = if matches!(self, Fault::List(_) | Fault::TooLarge) { "/lists" } else { "/" };
        let problem = Problem {
            heading: chrome.say(&format!("fault-{key}-title")),
            sentence,
            next: chrome.say(&format!("fault-{key}-next")),
            back: back.to_owned(),
            back_label: chrome.say("fault-back"),
            page: chrome,
        };
        self.later((self.status(), Html(problem.render().unwrap_or_default())).into_response())
    }

    /// Says when to come again, where that is known.
    fn later(&self, mut response: Response) -> Response {
        let seconds = match self {
            Fault::TooMany { seconds } => *seconds,
            Fault::Busy => 5,
            _ => return response,
        };
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        response
    }
}
