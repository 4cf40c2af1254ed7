//! What of the safety check whoever does the steps has to know: that contact is clear or not, and never why.
//!
//! The check lies in `protection`, which a consular officer and others who do steps do not read. What follows from it for
//! the plan is stated beside it in `journey`, whoever checks. At a counter nobody reads why, and yet somebody asks: their
//! word is kept here alone, and opens nothing that a check has closed.

use super::Safety;
use crate::record::{self, summaries};
use crate::{Event, Fact, Facts, Field, Result, Statement};
use ::pathway::Warning;
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, Country};
use serde::{Deserialize, Serialize};

/// What a check has settled besides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// Warnings of the pack, which everybody can read there, that a named person has weighed.
    pub weighed: Vec<Warning>,
    /// Of several nationalities, the one whose mission may be asked.
    pub mission: Option<Country>,
    /// Whether somebody can consent for a child.
    pub guardian: bool,
}

impl Settled {
    pub fn by(safety: &Safety) -> Settled {
        Settled {
            weighed: safety.weighed.iter().map(|one| one.warning).collect(),
            mission: safety.mission,
            guardian: safety.guardian.is_some(),
        }
    }
}

/// States beside a check what follows from it. A protection officer, who writes nothing else in `journey`, does so too:
/// otherwise those who do the steps would go on after a fear was told.
pub(super) fn follow(cx: &mut Cx, case: CaseId, safety: &Safety) -> Result<()> {
    let mut open = cx.open(case, Action::Plan)?;
    let facts = summaries(cx.tx, &open)?;
    let (before, settled) = (newest(&facts), Settled::by(safety));
    let mut stated = vec![Fact::Cleared(safety.clear && safety.warnings.is_empty())];
    if before.unwrap_or_default() != settled {
        stated.push(Fact::Settled(Box::new(settled)));
    }
    state(cx, &mut open, &facts, stated)
}

fn newest(facts: &Facts) -> Option<Settled> {
    match facts.newest(Field::Settled) {
        Some(Fact::Settled(settled)) => Some((**settled).clone()),
        _ => None,
    }
}

/// Keeps what a person answered at a counter, asked alone: whether contact is safe for them, and nothing of why.
///
/// What was not clear is cleared by somebody alone who can read why.
pub fn answer_at_counter(cx: &mut Cx, case: CaseId, clear: bool) -> Result<()> {
    let mut open = cx.open(case, Action::Plan)?;
    cx.permit_writing(Action::Plan, Field::Cleared.compartment())?;
    let facts = summaries(cx.tx, &open)?;
    if clear && facts.newest(Field::Cleared) == Some(&Fact::Cleared(false)) {
        return Err(AccessError::Unfit(
            "Contact was said not to be safe for this person. It stays so until a caseworker or protection officer of \
             your team has heard them alone and done the safety check. Nothing was changed.",
        ));
    }
    state(cx, &mut open, &facts, vec![Fact::Cleared(clear)])
}

fn state(cx: &mut Cx, open: &mut OpenCase, facts: &Facts, stated: Vec<Fact>) -> Result<()> {
    let statement = |fact: Fact| {
        let replaces = facts.current(fact.field()).iter().map(|held| held.event).collect();
        Statement { fact, replaces }
    };
    let statements = stated.into_iter().map(statement).collect();
    let event = Event::Stated { statements, because: None };
    record::record(cx, open, Field::Cleared.compartment(), &event).map(drop)
}
