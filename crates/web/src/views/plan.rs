//! The way out of one person.

use super::{Choice, Chrome, Filled};
use askama::Template;

#[derive(Template)]
#[template(path = "plan/show.html")]
pub struct Show {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub way: String,
    /// The key of the words for how the plan came to its way.
    pub taken: &'static str,
    pub prospect: String,
    pub waits_for: String,
    pub next: Vec<String>,
    /// Since when the person is held; empty where they are not.
    pub paused: String,
    /// What is to be read before anybody is told, and who says so.
    pub cautions: Vec<(String, String)>,
    pub warnings: Vec<String>,
    pub appointments: super::appointments::OfOne,
    pub deadlines: Vec<Deadline>,
    pub reach: String,
    pub leads: Vec<Lead>,
    pub steps: Vec<Step>,
    /// The plan's own way first.
    pub ways: Vec<Way>,
    pub course_words: String,
    pub safety: String,
    pub safety_clear: Option<bool>,
    /// Whether the check with its reasons, and what happened with the authorities, is open to the reader.
    pub reads_why: bool,
    /// Whether something waits that the reader cannot settle.
    pub needs_somebody_else: bool,
    pub safety_warnings: Vec<Choice>,
    pub safety_weighable: Vec<Choice>,
    pub safety_missions: Vec<Choice>,
    pub guardian: String,
    pub safety_note: String,
    pub contacts: Vec<Contact>,
    pub stay: String,
    pub overstay: String,
    pub missing: Vec<String>,
    /// Kinds of visa, with the days that each gives.
    pub visas: Vec<(String, u16)>,
    pub circumstances: Vec<Choice>,
    pub custody: Vec<String>,
    pub custody_kinds: Vec<Choice>,
    pub outcomes: Vec<String>,
    pub outcome_kinds: Vec<Choice>,
    pub outcome_ways: Vec<Choice>,
    pub outcome_due: String,
    pub today: String,
    pub can_refer: bool,
    pub form: Filled,
    pub done: Option<String>,
}

pub struct Deadline {
    pub on: String,
    pub says: String,
    pub source: String,
    pub outlook: &'static str,
}

/// What is known of the mission for one nationality.
pub struct Lead {
    pub code: String,
    pub nationality: String,
    pub represented: String,
    pub is_sure: bool,
    pub seats: String,
    pub also: String,
    pub note: String,
    pub said: String,
}

pub struct Step {
    pub id: String,
    pub title: String,
    pub owner: String,
    /// How far it is, in words, and as a word for its colour.
    pub state: String,
    pub kind: &'static str,
    /// The key of what it is to the way; empty where the way needs it.
    pub part: &'static str,
    pub is_critical: bool,
    pub is_late: bool,
    /// From which day, and when it is expected to end.
    pub when: Option<(String, String)>,
    pub whys: Vec<String>,
    pub basis: String,
    pub risk: String,
    pub documents: String,
    pub fee: String,
    pub source: String,
    pub note: String,
}

pub struct Way {
    pub key: String,
    pub prospect: String,
    pub chosen: bool,
}

/// Somebody who may be told, or not.
pub struct Contact {
    pub key: String,
    pub is_state: bool,
    pub standing: &'static str,
    pub shows: String,
}

#[derive(Template)]
#[template(path = "plan/mission.html")]
pub struct Mission {
    pub page: Chrome,
    pub code: String,
    pub country: String,
    pub reach: String,
    pub seats: String,
    pub note: String,
    pub said: String,
    pub cautions: Vec<String>,
    /// What was corrected here, newest first.
    pub history: Vec<String>,
    pub represented: Vec<Choice>,
    pub can_correct: bool,
    pub form: Filled,
    pub done: Option<String>,
}

impl Show {
    /// Who can be waited for.
    fn owners() -> &'static [&'static str] {
        OWNERS
    }

    /// How a step can stand, as the form has it.
    fn reached() -> &'static [&'static str] {
        REACHED
    }
}

pub const WAYS: &[&str] = &[
    "return-with-help",
    "self-paid",
    "state-charter",
    "third-country",
    "protection",
    "icrc-document",
    "staying",
    "deportation",
];
pub const OWNERS: &[&str] = &[
    "person",
    "caseworker",
    "supervisor",
    "lawyer",
    "clinic",
    "mission",
    "authority",
    "agency",
    "fund",
    "carrier",
    "reception",
];
pub const REACHED: &[&str] = &["not-begun", "begun", "done", "refused", "failed"];
pub const CONTACTS: &[&str] =
    &["mission", "home-state", "authority", "police", "third-state", "agency", "fund", "clinic", "carrier"];
pub const REACHES: &[&str] = &[
    "resident",
    "covering",
    "unconfirmed",
    "none",
    "several-nationalities",
    "disputed",
    "nationality-unknown",
    "stateless",
    "own-country",
];
pub const WARNINGS: &[&str] =
    &["asks-for-asylum", "fears-own-state", "stateless", "sent-to-third-state", "risk-on-return"];
pub const WHYS: &[&str] = &[
    "after",
    "safety-not-checked",
    "safety-not-clear",
    "not-asked",
    "declined",
    "warned",
    "no-guardian",
    "mission-unconfirmed",
    "no-mission",
    "nationality-not-chosen",
    "nationality-disputed",
    "nationality-unknown",
    "detained",
    "refused",
    "failed",
];
pub const MISSING: &[&str] = &["stamp", "entry-day", "leave", "exit-day", "order"];
pub const REPRESENTED: &[&str] = &["resident", "covering", "unconfirmed", "none"];
pub const OUTLOOKS: &[&str] = &["in-time", "at-risk", "too-late", "passed"];
