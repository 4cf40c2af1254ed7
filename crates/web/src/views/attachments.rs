use super::{CONSENTS_TO_PICTURES, Choice, Chrome, Filled, When};
use askama::Template;

/// The part of a case page that shows photos and scans.
pub struct Pictures {
    pub all: Vec<Picture>,
    pub can_add: bool,
    /// Whether this role notes that a travel document was issued.
    pub can_issue: bool,
}

impl Pictures {
    /// How many photos go when the travel document is issued.
    pub fn for_the_document(&self) -> usize {
        self.all.iter().filter(|picture| picture.kind == "document-photo").count()
    }
}

/// One photo or scan, without its points: these come from an address of their own.
pub struct Picture {
    /// What stands for it in addresses; it means nothing after this sign-in.
    pub word: String,
    /// A key of `PICTURES`.
    pub kind: String,
    pub who: String,
    pub when: When,
}

/// Adding one.
#[derive(Template)]
#[template(path = "attachments/new.html")]
pub struct New {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    /// Kinds in parts that are open to this role.
    pub kinds: Vec<Choice>,
    pub form: Filled,
}

/// One photo or scan as large as it is kept.
#[derive(Template)]
#[template(path = "attachments/show.html")]
pub struct Show {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub picture: Picture,
    /// A key of `CONSENTS`.
    pub consent: String,
    pub width: u32,
    pub height: u32,
    /// "1,600 × 1,200, 340 kB"
    pub kept: String,
    /// The SHA-256 of the file that was brought.
    pub original: String,
    pub can_remove: bool,
    pub form: Filled,
}
