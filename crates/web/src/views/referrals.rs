//! What others are asked for, and what they answered.

use super::{ANSWERS, Choice, Chrome, Filled, GIVEN, ITEMS, REASONS, URGENCIES, When};
use crate::tongue::Tongue;
use askama::Template;

/// What was asked for, by this team or of it.
#[derive(Template)]
#[template(path = "referrals/list.html")]
pub struct Referrals {
    pub page: Chrome,
    /// Whether these are the ones that this team sent.
    pub sent: bool,
    pub may_send: bool,
    pub may_answer: bool,
    pub lines: Vec<Line>,
    /// The address of the older ones, or empty.
    pub older: String,
    pub done: Option<String>,
}

/// One referral in a list.
pub struct Line {
    pub handle: String,
    /// The other side.
    pub other: String,
    /// The person, as far as the reader may know; empty for a need.
    pub person: String,
    /// The service; empty when the keys are gone.
    pub what: String,
    /// What is shown of the person.
    pub items: String,
    /// For how many, when nobody is named.
    pub people: usize,
    pub asked: When,
    pub due: When,
    pub state: State,
    pub urgent: bool,
    /// Whether this team is asked to delete what it copied.
    pub to_delete: bool,
}

/// Where it stands, in words, and how it is to be seen.
pub struct State {
    /// "waiting", "late", "good", "bad" or "over".
    pub look: &'static str,
    pub text: String,
}

/// One referral.
#[derive(Template)]
#[template(path = "referrals/show.html")]
pub struct Referral {
    pub page: Chrome,
    pub handle: String,
    pub is_ours: bool,
    pub other: String,
    pub service: String,
    pub people: usize,
    pub urgency: String,
    pub escalated: usize,
    pub note: String,
    pub asked: When,
    pub due: When,
    pub state: State,
    /// What is shown of the person: name of the field and value.
    pub shown: Vec<(String, String)>,
    /// The person's page, for whoever may open it.
    pub case: Option<String>,
    pub answer: Option<Answered>,
    /// What was asked before and what became of it, the first first.
    pub chain: Vec<Line>,
    pub form: Filled,
    pub may_answer: bool,
    pub is_withdrawn: bool,
    pub deleted: Option<When>,
    /// Whether a link can be made for an organisation without a sign-in.
    pub may_link: bool,
    pub done: Option<String>,
}

pub struct Answered {
    pub text: String,
    pub verbatim: String,
    pub said_by: String,
    /// "wrote it here", "told us", "through the link".
    pub heard: String,
    pub when: Option<When>,
}

/// Asking for somebody.
#[derive(Template)]
#[template(path = "referrals/ask.html")]
pub struct Ask {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub form: Filled,
    pub services: Vec<Choice>,
    pub recipients: Vec<Choice>,
    /// Names of organisations that the directory knows.
    pub elsewhere: Vec<String>,
    pub languages: Vec<Choice>,
    /// Items that say nothing of this person yet.
    pub unknown: Vec<&'static str>,
    /// Whether a guardian, or somebody in the child's best interests, must agree.
    pub is_child: bool,
    /// The address of the words to read out, in the person's language.
    pub words: String,
}

/// Asking for something for people who are not named.
#[derive(Template)]
#[template(path = "referrals/need.html")]
pub struct Need {
    pub page: Chrome,
    pub form: Filled,
    pub services: Vec<Choice>,
    pub recipients: Vec<Choice>,
    /// Names of organisations that the directory knows.
    pub elsewhere: Vec<String>,
}

/// Before something is taken back: what goes, and what cannot be undone.
#[derive(Template)]
#[template(path = "referrals/take-back.html")]
pub struct TakeBack {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    /// The event of the grant; posted back.
    pub grant: String,
    pub what: String,
    pub recipient: String,
    /// What was asked for on it.
    pub asked: Vec<String>,
    pub form: Filled,
}

/// The section of a case page.
#[derive(Default)]
pub struct Shared {
    pub grants: Vec<GrantLine>,
    pub referrals: Vec<Line>,
    pub may: bool,
}

pub struct GrantLine {
    /// Posted back to take it back.
    pub event: String,
    pub recipient: String,
    pub text: String,
    /// "given", "declined" or "withdrawn".
    pub standing: &'static str,
    pub how: String,
    pub until: String,
}

/// The words to read out before anything is shown to anybody.
#[derive(Template)]
#[template(path = "referrals/words.html")]
pub struct ConsentWords {
    pub page: Chrome,
    /// The person's language.
    pub spoken: Tongue,
    pub services: Vec<String>,
    pub items: Vec<String>,
}

/// A link for an organisation without a sign-in, shown this once.
#[derive(Template)]
#[template(path = "referrals/link.html")]
pub struct Link {
    pub page: Chrome,
    pub handle: String,
    /// The path and what stands behind its `#`.
    pub address: String,
    /// The same in fours, to read out.
    pub secret: String,
    pub until: String,
}

/// What an organisation without a sign-in sees.
#[derive(Template)]
#[template(path = "referrals/outside.html")]
pub struct Outside {
    pub page: Chrome,
    /// Nothing before the link is given, and after it was answered.
    pub shown: Option<Asked>,
    /// For how many it is asked.
    pub people: usize,
    pub answered: bool,
    pub form: Filled,
}

pub struct Asked {
    /// Posted back with the answer.
    pub secret: String,
    pub from: String,
    pub service: String,
    pub urgency: String,
    pub due: When,
    pub note: String,
    pub code: String,
    pub facts: Vec<(String, String)>,
}
