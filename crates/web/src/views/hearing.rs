use super::{Choice, Chrome, Filled, When};
use crate::tongue::Tongue;
use askama::Template;

/// One question of a hearing.
#[derive(Template)]
#[template(path = "hearing/ask.html")]
pub struct Ask {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub id: String,
    /// Of an organisation's own instrument; empty for the guide.
    pub title: String,
    pub section: String,
    pub number: usize,
    pub wording: Worded,
    /// The same in a language of the person, so that both can read along.
    pub theirs: Option<Worded>,
    pub hint: Worded,
    pub urgent: bool,
    /// "yes-no", "one", "several", "text", "number", "when" or "acknowledge".
    pub kind: String,
    pub choices: Vec<Pick>,
    pub typed: String,
    /// The answer with a button of its own that was given before.
    pub given: String,
    /// What goes on in addresses: the short screening only, or which own instrument.
    pub onward: String,
    /// The same in the form: a name and a value.
    pub kept: Option<(&'static str, String)>,
    pub left: usize,
    /// In percent.
    pub share: usize,
    pub so_far: SoFar,
    pub form: Filled,
}

impl Ask {
    /// A key of `SECTIONS`.
    fn section_key(&self) -> String {
        self.section.replace(' ', "-")
    }
}

impl Ask {
    /// One of the answers that have a button of their own, in the person's language where the pages speak it.
    fn in_theirs(&self, key: &str) -> Option<Worded> {
        let tongue = Tongue::from_tag(&self.theirs.as_ref()?.lang)?;
        Some(Worded { text: tongue.say(key), lang: tongue.tag().to_owned() })
    }

    /// The person's language, where nobody who speaks it has read what stands here in it.
    fn unreviewed(&self) -> Option<Tongue> {
        Tongue::from_tag(&self.theirs.as_ref()?.lang).filter(|tongue| !tongue.reviewed())
    }
}

/// Words with their language.
#[derive(Clone)]
pub struct Worded {
    pub text: String,
    /// Empty where it is the page's own, or not known.
    pub lang: String,
}

impl Worded {
    fn dir(&self) -> &'static str {
        Tongue::from_tag(&self.lang).map_or("auto", Tongue::dir)
    }
}

/// A choice of a question.
pub struct Pick {
    pub value: String,
    pub label: Worded,
    pub theirs: Option<Worded>,
    pub selected: bool,
}

/// What the answers come to so far.
pub struct SoFar {
    /// A key of `FINDINGS`.
    pub finding: String,
    /// A key of `LEVELS`.
    pub level: String,
    pub carried_by: Vec<String>,
    pub clocks: Vec<String>,
}

/// A break, or the end for today.
#[derive(Template)]
#[template(path = "hearing/stop.html")]
pub struct Stop {
    pub page: Chrome,
    /// What goes on in addresses: the short screening only, or which own instrument.
    pub onward: String,
    pub handle: String,
    pub code: String,
    pub answered: usize,
    pub level: String,
    pub first_action: Worded,
    pub clocks: Vec<String>,
}

/// What the answers come to.
#[derive(Template)]
#[template(path = "hearing/result.html")]
pub struct Result {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    pub finding: String,
    pub reasons: Vec<String>,
    pub dimensions: Vec<Dimension>,
    pub best: Option<Best>,
    /// How many questions that could carry something are not answered, or not with something known.
    pub open: usize,
    /// How many are left to ask.
    pub left: usize,
    /// Whether some instrument was reviewed by nobody.
    pub unreviewed: bool,
    pub said: Vec<Said>,
    pub beside: Vec<Beside>,
    pub level: String,
    pub carried_by: Vec<String>,
    pub first_action: Worded,
    pub source: String,
    pub is_signed_off: bool,
    pub due: When,
    pub is_late: bool,
    pub review: When,
    pub clocks: Vec<String>,
    pub attended: Option<(When, String)>,
    /// What was decided, why, and when.
    pub decision: Option<(String, String, When)>,
    pub statuses: Vec<Choice>,
    pub bodies: Vec<Choice>,
    pub form: Filled,
    pub done: Option<String>,
}

pub struct Dimension {
    /// "D1" to "D6".
    pub id: String,
    pub strong: usize,
    pub medium: usize,
    pub weak: usize,
    pub positive: bool,
}

impl Dimension {
    /// The name of the dimension, as the catalogue of the rules has it.
    fn key(&self) -> String {
        format!("screening-dimension-{}", self.id)
    }
}

pub struct Best {
    pub number: usize,
    pub wording: Worded,
}

pub struct Said {
    pub number: usize,
    pub section: String,
    pub wording: Worded,
    pub answer: String,
}

/// Everybody who is urgent.
#[derive(Template)]
#[template(path = "hearing/board.html")]
pub struct Board {
    pub page: Chrome,
    /// How many of each level.
    pub counts: Vec<(String, usize)>,
    /// The level that alone is shown, or all.
    pub wanted: String,
    pub total: usize,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub handle: String,
    pub code: String,
    pub name: String,
    pub place: String,
    pub level: String,
    pub carried_by: Vec<String>,
    pub first_action: Worded,
    pub due: When,
    pub is_late: bool,
    /// What is due is a review: what was to be done first is done.
    pub is_review: bool,
    pub clocks: Vec<String>,
}

/// Who waits to be heard.
#[derive(Template)]
#[template(path = "hearing/queue.html")]
pub struct Queue {
    pub page: Chrome,
    pub waiting: usize,
    pub heard_now: usize,
    pub heard_today: usize,
    pub places: Vec<Choice>,
    pub rows: Vec<Waiting>,
    /// How many had the first screening only.
    pub in_part: usize,
    pub to_complete: Vec<Waiting>,
    pub done: Option<String>,
}

pub struct Waiting {
    pub handle: String,
    pub code: String,
    pub name: String,
    pub place: String,
    pub level: String,
    /// The day on which the person came.
    pub since: String,
    /// Whether the reader hears them at this moment.
    pub mine: bool,
}

/// The instruments by which people are heard.
#[derive(Template)]
#[template(path = "hearing/forms.html")]
pub struct Forms {
    pub page: Chrome,
    pub shipped: Vec<Shipped>,
    pub own: Vec<OwnForm>,
    pub can_add: bool,
    /// What is not understood in a form that was brought.
    pub troubles: Vec<String>,
    pub form: Filled,
    pub done: Option<String>,
}

pub struct Shipped {
    pub title: String,
    pub version: u32,
    pub source: String,
    pub as_of: String,
    /// Empty where nobody has.
    pub reviewed_by: String,
    pub note: String,
}

pub struct OwnForm {
    pub title: String,
    pub says: String,
    pub when: When,
    pub by: String,
}

/// An organisation's own instrument that this person can be heard by, or was.
pub struct Beside {
    /// By which an address names it.
    pub number: usize,
    pub title: String,
    pub left: usize,
    pub said: Vec<Said>,
}

pub const FINDINGS: &[&str] = &["presumed-victim", "strong-indication", "more-information-needed"];
pub const LEVELS: &[&str] = &["p0", "p1", "p2", "p3"];
pub const STATUSES: &[&str] = &["possible", "actual", "not-a-victim"];
pub const BODIES: &[&str] = &["ngo", "police", "court", "government", "other"];
pub const SECTIONS: &[&str] = &[
    "before",
    "safety",
    "health",
    "recruitment",
    "journey",
    "place",
    "work",
    "pay-and-debt",
    "papers",
    "threats",
    "sale",
    "escape-and-release",
    "others",
    "home",
    "wishes",
    "statement",
];
