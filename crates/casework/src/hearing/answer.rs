//! Keeping what somebody said, what was done, and what a named person decided.

use super::{Attended, Decision, Heard, Hearing, claim, kept_in};
use crate::record::{self, summaries};
use crate::{Fact, Field, Result};
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, EventId};
use screening::{Answer, Instruments};
use vault::Compartment;

/// Keeps one answer, in place of an earlier one to the same question. The answers go on under the version of the guide
/// that the hearing was begun with. Refused while another member hears the person.
pub fn answer(cx: &mut Cx, case: CaseId, question: &str, answer: Answer) -> Result<()> {
    let mut open = cx.open(case, Action::Hear)?;
    claim::take(cx, &open)?;
    let facts = summaries(cx.tx, &open)?;
    let hearing = Hearing::of(&facts, cx.now);
    let guide = hearing.guide(Instruments::shipped());
    let asked = guide.question(question).ok_or(AccessError::NoValue)?;
    guide.fits(question, &answer).map_err(|sentence| AccessError::NoAnswer { sentence })?;
    let part = kept_in(asked.part);
    let replaces = hearing.given.iter().filter(|given| given.heard.question == question).map(|given| given.event);
    let replaces: Vec<EventId> = replaces.collect();
    let heard =
        Heard { instrument: guide.id.clone(), version: guide.version, question: question.to_owned(), part, answer };
    state(cx, &mut open, part, Fact::Heard(Box::new(heard)), replaces)
}

/// Notes that what was to be done first is done, or that somebody looked at the person again.
pub fn attend(cx: &mut Cx, case: CaseId, attended: Attended) -> Result<()> {
    alone(cx, case, Fact::Attended(attended))
}

/// Notes what a named person decided of the person's status, and why.
pub fn decide(cx: &mut Cx, case: CaseId, decision: Decision) -> Result<()> {
    if decision.by.trim().is_empty() {
        return Err(AccessError::Unfit("Please say who decided it: a name and a post. No program decides it."));
    }
    if decision.because.trim().is_empty() {
        return Err(AccessError::Unfit("Please say why it was decided so."));
    }
    alone(cx, case, Fact::Decision(Box::new(decision)))
}

/// States a fact of which only one stands.
fn alone(cx: &mut Cx, case: CaseId, fact: Fact) -> Result<()> {
    let mut open = cx.open(case, Action::Hear)?;
    let facts = summaries(cx.tx, &open)?;
    let field = fact.field();
    let replaces = facts.current(field).iter().map(|held| held.event).collect();
    state(cx, &mut open, field.compartment(), fact, replaces)
}

fn state(cx: &mut Cx, open: &mut OpenCase, part: Compartment, fact: Fact, replaces: Vec<EventId>) -> Result<()> {
    if !cx.keys.actor.writes().contains(&part) {
        return Err(AccessError::Refused { action: Action::Hear });
    }
    record::state(cx, open, fact, replaces).map(drop)
}

/// The fields of a case that hold answers.
pub(super) const ANSWERS: [Field; 3] =
    [Field::Heard(Compartment::Care), Field::Heard(Compartment::Protection), Field::Heard(Compartment::Testimony)];
