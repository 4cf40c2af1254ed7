use super::{Choice, Chrome, Filled, When};
use askama::Template;

/// Who can help, with what, whom, where.
#[derive(Template)]
#[template(path = "services/list.html")]
pub struct Directory {
    pub page: Chrome,
    /// What was looked for.
    pub form: Filled,
    pub nationalities: Vec<Choice>,
    pub regions: Vec<Choice>,
    pub languages: Vec<Choice>,
    /// Those that fit, and those of whom nobody knows whether they do.
    pub fitting: Vec<Entry>,
    pub to_ask: Vec<Entry>,
    pub narrowed: bool,
    pub can_keep: bool,
    /// On paper, the day on which it was printed.
    pub today: String,
}

/// One organisation in words; what is not known is empty.
pub struct Entry {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub services: String,
    pub for_whom: String,
    pub area: String,
    pub capacity: String,
    pub hours: String,
    pub languages: String,
    pub contact: String,
    pub note: String,
    pub fresh: Fresh,
    /// An authority or a mission: nobody is named to it without a safety check and consent.
    pub needs_care: bool,
    pub is_team: bool,
}

/// How far an entry can be relied on: in words, and "good", "look" or "bad".
pub struct Fresh {
    pub text: String,
    pub mark: &'static str,
}

/// One organisation, and who said what of it when.
#[derive(Template)]
#[template(path = "services/show.html")]
pub struct Organisation {
    pub page: Chrome,
    pub entry: Entry,
    pub source: String,
    pub as_of: String,
    /// A key of `CONFIDENCES`.
    pub confidence: String,
    pub history: Vec<Spoken>,
    pub can_keep: bool,
    pub can_link: bool,
    /// The name of the team that it works as on this server; empty when none.
    pub team: String,
    /// Whether it is what a team says of itself.
    pub is_own: bool,
    pub teams: Vec<Choice>,
    pub form: Filled,
    pub done: Option<String>,
}

pub struct Spoken {
    pub when: When,
    pub who: String,
    /// A key of `SAID`.
    pub said: String,
    pub changes: Vec<Change>,
    pub outdated: bool,
}

pub struct Change {
    pub what: String,
    pub from: String,
    pub to: String,
}

/// The form by which an organisation is added or corrected.
#[derive(Template)]
#[template(path = "services/write.html")]
pub struct Write {
    pub page: Chrome,
    pub form: Filled,
    /// The organisation that is corrected; empty when one is added.
    pub id: String,
    pub name: String,
    /// What the writer had before them.
    pub seen: String,
    pub regions: Vec<String>,
    pub countries: Vec<String>,
    pub tongues: Vec<String>,
}

/// Known traps.
#[derive(Template)]
#[template(path = "services/warnings.html")]
pub struct Warnings {
    pub page: Chrome,
    pub form: Filled,
    /// What was found in a text, when one was looked through.
    pub found: Option<Vec<Warning>>,
    pub warnings: Vec<Warning>,
    pub withdrawn: Vec<Warning>,
    pub can_keep: bool,
    pub done: Option<String>,
}

pub struct Warning {
    pub id: String,
    /// A key of `TRAPS`.
    pub trap: String,
    pub title: String,
    pub goes_by: Vec<String>,
    pub says: String,
    pub what_to_do: String,
    pub area: String,
    pub source: String,
    pub fresh: Fresh,
    pub example: bool,
    /// A key of `LIKENESSES`, with which of its names was met; where a text was looked through.
    pub met: Option<(String, String)>,
    /// When, by whom and why it was withdrawn.
    pub withdrawn: Option<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "services/warn.html")]
pub struct Warn {
    pub page: Chrome,
    pub form: Filled,
}

pub const SERVICES: &[&str] = &[
    "identity-check",
    "travel-document",
    "exit-visa",
    "fine-waiver",
    "shelter",
    "food",
    "medical",
    "mental-health",
    "legal-aid",
    "asylum",
    "interpretation",
    "ticket",
    "transport",
    "family-tracing",
    "reception",
    "money",
    "other",
];
pub const SERVICE_KINDS: &[&str] = &[
    "government",
    "police",
    "mission",
    "international",
    "ngo",
    "shelter",
    "safe-house",
    "clinic",
    "fund",
    "hotline",
    "research",
    "other",
];
pub const SERVICE_GROUPS: &[&str] = &["women", "men", "children", "families"];
pub const CONFIDENCES: &[&str] = &["high", "medium", "low"];
pub const SAID: &[&str] = &["added", "checked", "corrected", "not-answering", "linked", "unlinked"];
pub const SERVICE_COLUMNS: &[&str] =
    &["name", "kind", "services", "for_whom", "area", "capacity", "hours", "languages", "contact", "note"];
pub const TRAPS: &[&str] =
    &["false-broker", "impersonated-mission", "impersonated-helper", "recruiter", "false-rescue", "extortion", "other"];
pub const LIKENESSES: &[&str] = &["same", "looks-alike", "similar"];

#[cfg(test)]
mod tests {
    use super::*;
    use casework::services;

    /// The words of the pages are those of the directory.
    #[test]
    fn every_word_of_the_directory_has_its_place_on_the_pages() {
        fn keys<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> Vec<&'static str> {
            all.iter().map(|value| key(*value)).collect()
        }
        assert_eq!(SERVICES, keys(services::Service::ALL, services::Service::key));
        assert_eq!(SERVICE_KINDS, keys(services::Kind::ALL, services::Kind::key));
        assert_eq!(SERVICE_GROUPS, keys(services::Group::ALL, services::Group::key));
        assert_eq!(CONFIDENCES, keys(services::Confidence::ALL, services::Confidence::key));
        assert_eq!(SAID, keys(services::Said::ALL, services::Said::key));
        assert_eq!(TRAPS, keys(services::Trap::ALL, services::Trap::key));
        assert_eq!(LIKENESSES, keys(services::Likeness::ALL, services::Likeness::key));
        assert_eq!(SERVICE_COLUMNS, services::COLUMNS);
    }
}
