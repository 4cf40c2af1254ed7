//! What can go wrong in a request, as a page with a sentence for the person who meets it.

use crate::tongue::Tongue;
use crate::views::plain::Problem;
use crate::visit::Visit;
use crate::watch::Fell;
use access::AccessError;
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use store::StoreError;

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
    /// What a program sent cannot be taken: the status, a stable word, and a sentence for whoever writes programs.
    Sent(StatusCode, &'static str, String),
}

impl From<AccessError> for Fault {
    fn from(error: AccessError) -> Self {
        Fault::Access(error)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Fault::Access(error.into())
    }
}

impl From<papers::ListError> for Fault {
    fn from(error: papers::ListError) -> Self {
        Fault::List(error.to_string())
    }
}

/// What is wrong with what programs send. Nothing of what they sent is in a sentence, except names of fields.
impl Fault {
    pub fn malformed(error: &serde_json::Error) -> Fault {
        let sentence =
            format!("This is no JSON: line {}, column {}. Nothing was changed.", error.line(), error.column());
        Fault::Sent(StatusCode::BAD_REQUEST, "malformed", sentence)
    }

    pub fn unsupported() -> Fault {
        let sentence = "Send JSON with `Content-Type: application/json`, and a file with `Content-Type: \
                        application/octet-stream`. Nothing was changed.";
        Fault::Sent(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported", sentence.to_owned())
    }

    pub fn opening() -> Fault {
        let sentence = "The team's cases are still being opened. Nothing was lost; please ask again in a moment.";
        Fault::Sent(StatusCode::SERVICE_UNAVAILABLE, "opening", sentence.to_owned())
    }

    /// JSON whose fields are not those that are wanted.
    pub fn unfit(error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
        Fault::wrong(&error.path().to_string(), &error.inner().to_string())
    }

    /// A field whose value cannot be taken, and why.
    pub fn wrong(field: &str, why: &str) -> Fault {
        let place = if field == "." { String::new() } else { format!("`{field}`: ") };
        let sentence = format!("{place}{}. Nothing was changed.", why.trim_end_matches('.'));
        Fault::Sent(StatusCode::UNPROCESSABLE_ENTITY, "bad-value", sentence)
    }

    /// A parameter of the address that cannot be read.
    pub fn parameter(name: &str, why: &str) -> Fault {
        Fault::Sent(StatusCode::BAD_REQUEST, "bad-parameter", format!("`{name}`: {}.", why.trim_end_matches('.')))
    }
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Fault::SignInNeeded => StatusCode::SEE_OTHER,
            Fault::NotFound | Fault::Access(AccessError::NotFound { .. }) => StatusCode::NOT_FOUND,
            Fault::Foreign | Fault::Access(AccessError::Refused { .. } | AccessError::AnotherPerson { .. }) => {
                StatusCode::FORBIDDEN
            }
            Fault::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Fault::AddressTooLong => StatusCode::URI_TOO_LONG,
            Fault::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Fault::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Fault::List(_)
            | Fault::Access(
                AccessError::WeakPassphrase
                | AccessError::SamePassphrase
                | AccessError::NameTaken
                | AccessError::Unfit(_)
                | AccessError::TeamNeeded
                | AccessError::MissionNeeded,
            ) => StatusCode::UNPROCESSABLE_ENTITY,
            Fault::Access(AccessError::SignIn) => StatusCode::UNAUTHORIZED,
            Fault::Access(AccessError::Store(StoreError::Full)) => StatusCode::INSUFFICIENT_STORAGE,
            Fault::Access(AccessError::Store(StoreError::Server(_) | StoreError::Unknown)) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Fault::Access(
                AccessError::EventTaken
                | AccessError::Oneself
                | AccessError::NoValue
                | AccessError::NoConsent
                | AccessError::BeingHeard { .. },
            ) => StatusCode::CONFLICT,
            Fault::Access(AccessError::NoMember | AccessError::NoLink | AccessError::NoAttachment) => {
                StatusCode::NOT_FOUND
            }
            Fault::Sent(status, ..) => *status,
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
            Fault::AddressTooLong => "address-too-long",
            Fault::TooMany { .. } => "too-many",
            Fault::Busy => "busy",
            Fault::List(_) => "list",
            Fault::Access(AccessError::NotFound { .. }) => "no-case",
            Fault::Access(AccessError::Refused { .. }) => "refused",
            Fault::Access(AccessError::AnotherPerson { .. }) => "another-person",
            Fault::Access(AccessError::SignIn) => "sign-in",
            Fault::Access(AccessError::WeakPassphrase) => "weak-passphrase",
            Fault::Access(AccessError::NameTaken) => "name-taken",
            Fault::Access(AccessError::TeamNeeded) => "team-needed",
            Fault::Access(AccessError::MissionNeeded) => "mission-needed",
            Fault::Access(AccessError::Store(StoreError::Full)) => "disk-full",
            Fault::Access(AccessError::Store(StoreError::Unknown)) => "kept-or-not",
            Fault::Access(AccessError::Unfit(_)) => "unfit",
            Fault::Access(AccessError::SamePassphrase) => "same-passphrase",
            Fault::Access(AccessError::EventTaken) => "id-taken",
            Fault::Access(AccessError::Oneself) => "oneself",
            Fault::Access(AccessError::NoValue) => "no-value",
            Fault::Access(AccessError::NoMember) => "no-member",
            Fault::Access(AccessError::BeingHeard { .. }) => "being-heard",
            Fault::Access(AccessError::NoConsent) => "no-consent",
            Fault::Access(AccessError::NoLink) => "no-link",
            Fault::Access(AccessError::NoAttachment) => "no-attachment",
            Fault::Sent(_, key, _) => key,
            Fault::Access(_) => "machine",
        }
    }

    /// What to say to a program: in its language where people meet the same, else in that of the programs.
    pub fn sentence(&self, tongue: Tongue) -> String {
        match self {
            Fault::List(sentence) | Fault::Sent(_, _, sentence) => sentence.clone(),
            fault if Fault::KEYS.contains(&fault.key()) => tongue.say(&format!("fault-{}", fault.key())),
            Fault::Access(error) => error.to_string(),
            fault => fault.key().to_owned(),
        }
    }

    /// Every key that [`Fault::key`] can give to a page: held against the catalogue by a test.
    pub const KEYS: [&'static str; 21] = [
        "another-person",
        "being-heard",
        "sign-in-needed",
        "address-too-long",
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
        "mission-needed",
        "disk-full",
        "kept-or-not",
        "machine",
        "no-attachment",
    ];

    /// What the machine did wrong goes to whoever runs it.
    fn report(&self, visit: &Visit) {
        if let Fault::Access(error @ (AccessError::Store(_) | AccessError::Vault(_) | AccessError::Unreadable)) = self {
            visit.app.options.watch.log.failed(visit.now, Some(visit.request), error);
        }
    }

    pub fn as_json(&self, visit: &Visit) -> Response {
        self.report(visit);
        let status = match self {
            Fault::SignInNeeded => StatusCode::UNAUTHORIZED,
            fault => fault.status(),
        };
        let answer = (status, axum::Json(crate::api::Refusal::of(self, visit))).into_response();
        Fell::mark(self.key(), self.later(answer))
    }

    pub fn answer(self, visit: &Visit) -> Response {
        if let Fault::SignInNeeded = self {
            return Redirect::to("/sign-in").into_response();
        }
        // Only programs send what becomes the other two.
        let chrome = visit.chrome();
        let key = Fault::KEYS.iter().find(|key| **key == self.key()).unwrap_or(&"not-found");
        self.report(visit);
        let sentence = match &self {
            Fault::List(sentence) => sentence.clone(),
            _ => chrome.say(&format!("fault-{key}")),
        };
        let (back, next) = match &self {
            Fault::TooLarge if visit.route() == "/case/{handle}/attachments" => {
                (format!("/case/{}", visit.param("handle")), chrome.word("picture-wrong", "too-large"))
            }
            Fault::List(_) | Fault::TooLarge => ("/lists".to_owned(), chrome.say(&format!("fault-{key}-next"))),
            _ => ("/".to_owned(), chrome.say(&format!("fault-{key}-next"))),
        };
        let problem = Problem {
            heading: chrome.say(&format!("fault-{key}-title")),
            sentence,
            next,
            back,
            back_label: chrome.say("fault-back"),
            request: visit.request.to_string(),
            page: chrome,
        };
        let answer = (self.status(), Html(problem.render().unwrap_or_default())).into_response();
        Fell::mark(key, self.later(answer))
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
