use super::arrivals::{Previous, Suggestions};
use super::attachments::Pictures;
use super::referrals::Shared;
use super::{CONSENTS_TO_CHOOSE, Chrome, Filled, PAPER_STATUSES, PAPERS, SEXES, SIGNS, When};
use askama::Template;

/// One person's case: what is urgent, who, where, and everything that happened.
#[derive(Template)]
#[template(path = "cases/show.html")]
pub struct Case {
    pub page: Chrome,
    pub handle: String,
    /// "412 907 356"
    pub code: String,
    /// The person's own name first; empty when this role may not read names.
    pub names: Vec<String>,
    /// "Ethiopia · woman · about 25": one line, as far as it is known.
    pub summary: String,
    /// Keys of `SIGNS`.
    pub signs: Vec<String>,
    pub parts: Vec<Part>,
    pub pictures: Pictures,
    /// People who came along.
    pub group: Vec<Previous>,
    pub shared: Shared,
    pub timeline: Vec<Moment>,
    pub can_print: bool,
    /// Whether the reader may see who has read it.
    pub can_see_readings: bool,
    /// When it closes again, where it is open in an emergency alone.
    pub lent_until: Option<When>,
    pub can_erase: bool,
    /// Whether the reader may hear the person.
    pub can_hear: bool,
    pub can_plan: bool,
    pub can_write_letters: bool,
    /// A sentence after something was done here: "Corrected. The earlier value is kept."
    pub done: Option<String>,
}

impl Case {
    fn conflicts(&self) -> usize {
        self.parts.iter().flat_map(|part| &part.fields).filter(|field| field.values.len() > 1).count()
    }
}

/// Fields that are opened by the same key.
pub struct Part {
    pub title: String,
    /// Whether the reader's role opens it. A closed part says so and holds no fields.
    pub open: bool,
    pub fields: Vec<Field>,
}

pub struct Field {
    /// A key of `CORRECTABLE`.
    pub key: String,
    pub label: String,
    /// None: not known. One: the value. Several: nobody has said yet which is right.
    pub values: Vec<Stated>,
    /// What was said before, newest first.
    pub earlier: Vec<Stated>,
    pub can_correct: bool,
}

/// A value and who stated it when.
pub struct Stated {
    /// The event that said it; choosing a value posts this back.
    pub event: String,
    pub text: String,
    /// How sure it is, in words, or empty: "estimated", "day and month may be swapped".
    pub certainty: String,
    pub who: String,
    pub when: When,
}

/// One line of the timeline.
pub struct Moment {
    pub what: String,
    pub who: String,
    pub when: When,
    pub changes: Vec<Change>,
    /// The reason that was given for a correction, or empty.
    pub reason: String,
}

/// An empty side means that there was nothing before, or is nothing now.
pub struct Change {
    pub field: String,
    pub from: String,
    pub to: String,
}

/// Correcting one field. The earlier value stays on the case.
#[derive(Template)]
#[template(path = "cases/correct.html")]
pub struct Correct {
    pub page: Chrome,
    pub handle: String,
    pub code: String,
    /// A key of `CORRECTABLE`: it decides which inputs the form has.
    pub field: String,
    pub form: Filled,
    /// What is on the case now, in words.
    pub now: Vec<Stated>,
    /// Whether two answers can stand side by side until somebody chooses.
    pub can_keep: bool,
    pub suggestions: Suggestions,
}
