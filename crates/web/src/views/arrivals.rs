use super::{CONSENTS_TO_CHOOSE, Chrome, Filled, PAPER_STATUSES, PAPERS, SEXES, SIGNS};
use askama::Template;

/// The arrival card: one screen, one minute.
#[derive(Template)]
#[template(path = "arrivals/new.html")]
pub struct NewArrival {
    pub page: Chrome,
    pub form: Filled,
    pub suggestions: Suggestions,
    /// Whoever was registered just before on this sign-in: somebody who came along is one tap away.
    pub previous: Option<Previous>,
}

/// What the free fields offer while typing, in the language of the page.
#[derive(Clone, Default)]
pub struct Suggestions {
    pub countries: Vec<String>,
    pub languages: Vec<String>,
    pub places: Vec<String>,
}

pub struct Previous {
    pub handle: String,
    pub name: String,
    pub code: String,
}

/// The card is in: the number to hand over, and the next person.
#[derive(Template)]
#[template(path = "arrivals/done.html")]
pub struct Registered {
    pub page: Chrome,
    pub handle: String,
    /// "412 907 356"
    pub code: String,
    /// Keys of `SIGNS`: what needs somebody now.
    pub signs: Vec<String>,
    /// The person did not agree to be registered: only needs and place were kept.
    pub without_identity: bool,
    /// Somebody on the registry may be the same person.
    pub alike: Vec<Previous>,
}

impl Registered {
    fn groups(&self) -> impl Iterator<Item = &str> {
        self.code.split(' ')
    }
}
