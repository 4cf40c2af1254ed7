use super::{Chrome, EMERGENCY_PARTS, Filled, When};
use askama::Template;

/// Asking for the keys of a case in an emergency, and what became of it.
#[derive(Template)]
#[template(path = "emergency/show.html")]
pub struct Emergency {
    pub page: Chrome,
    pub form: Filled,
    pub may_ask: bool,
    /// Whether the reader's team is asked by others.
    pub may_grant: bool,
    pub oversees: bool,
    /// What the reader asked for.
    pub mine: Vec<Mine>,
    /// What waits for a second person.
    pub requests: Vec<Line>,
    /// Open at this moment, over and to be reviewed, and everything before.
    pub open: Vec<Line>,
    pub to_review: Vec<Line>,
    pub past: Vec<Line>,
    /// A sentence after something was done here.
    pub done: Option<String>,
}

impl Emergency {
    fn hours(&self) -> [&'static str; 6] {
        ["1", "2", "4", "8", "12", "24"]
    }
}

/// A request as whoever asked sees it.
pub struct Mine {
    pub id: String,
    pub code: String,
    pub reason: String,
    pub parts: String,
    pub asked: When,
    /// A key of `EMERGENCY_STANDINGS`.
    pub standing: String,
    /// The case and when it closes, while it is open.
    pub open: Option<(String, When)>,
}

/// A request as others see it.
#[derive(Default)]
pub struct Line {
    pub id: String,
    /// Empty for the auditor, who sees nothing of the case; as are handle and reason.
    pub code: String,
    pub handle: String,
    pub reason: String,
    pub who: String,
    pub team: String,
    pub parts: String,
    pub hours: String,
    pub asked: When,
    /// A key of `EMERGENCY_STATES`.
    pub state: String,
    /// Who answered, and when.
    pub answered: Option<(String, When)>,
    pub answer: String,
    pub until: Option<When>,
    pub reviewed: Option<(String, When)>,
    pub review: String,
    pub is_own: bool,
    pub may_review: bool,
}

#[cfg(test)]
mod tests {
    use crate::views::{EMERGENCY_PARTS, EMERGENCY_STANDINGS, EMERGENCY_STATES, VERDICTS};
    use casework::emergency::{Standing, State, Verdict};
    use vault::Compartment;

    #[test]
    fn everything_that_becomes_of_an_emergency_has_its_words() {
        assert_eq!(State::ALL.iter().map(|state| state.key()).collect::<Vec<_>>(), EMERGENCY_STATES);
        assert_eq!(Standing::ALL.iter().map(|standing| standing.key()).collect::<Vec<_>>(), EMERGENCY_STANDINGS);
        assert_eq!(Verdict::ALL.iter().map(|verdict| verdict.key()).collect::<Vec<_>>(), VERDICTS);
        let parts = Compartment::ALL.iter().filter(|part| **part != Compartment::Testimony);
        assert_eq!(parts.map(|part| part.key()).collect::<Vec<_>>(), EMERGENCY_PARTS);
    }
}
