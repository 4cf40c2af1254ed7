//! Keeping what somebody said, what was done, and what a named person decided.

use super::once::{self, Kept};
use super::{Attended, Decision, Heard, Hearing, claim, instruments, kept_in};
use crate::record::{state_as, summaries};
use crate::{Fact, Field, Result};
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, EventId};
use screening::Answer;
use screening::instruments::HEARING;
use vault::Compartment;

/// Keeps one answer, in place of an earlier one to the same question. The answers go on under the version of the guide
/// that the hearing was begun with. Refused while another member hears the person.
pub fn answer(cx: &mut Cx, case: CaseId, question: &str, answer: Answer) -> Result<()> {
    answer_once(cx, None, case, question, answer).map(drop)
}

/// As [`answer`], under an event id that its sender made: the same again changes nothing.
pub fn answer_once(cx: &mut Cx, event: Option<EventId>, case: CaseId, question: &str, answer: Answer) -> Result<Kept> {
    keep(cx, event, case, (HEARING, question), answer)
}

/// As [`answer`], to a question of an organisation's own instrument.
pub fn answer_to(cx: &mut Cx, case: CaseId, instrument: &str, question: &str, answer: Answer) -> Result<()> {
    keep(cx, None, case, (instrument, question), answer).map(drop)
}

fn keep(cx: &mut Cx, event: Option<EventId>, case: CaseId, to: (&str, &str), answer: Answer) -> Result<Kept> {
    let (instrument, question) = to;
    let mut open = cx.open(case, Action::Hear)?;
    claim::take(cx, &open)?;
    let facts = summaries(cx.tx, &open)?;
    let hearing = Hearing::of(&facts, cx.now);
    let guide = hearing.form(instruments(), instrument).ok_or(AccessError::NoValue)?;
    let asked = guide.question(question).ok_or(AccessError::NoValue)?;
    guide.fits(question, &answer).map_err(|sentence| AccessError::NoAnswer { sentence })?;
    let part = kept_in(asked.part);
    let replaces = hearing
        .given
        .iter()
        .filter(|given| (given.heard.instrument.as_str(), given.heard.question.as_str()) == (instrument, question));
    let replaces = replaces.map(|given| given.event);
    let replaces: Vec<EventId> = replaces.collect();
    let heard =
        Heard { instrument: guide.id.clone(), version: guide.version, question: question.to_owned(), part, answer };
    state(cx, event, &mut open, part, Fact::Heard(Box::new(heard)), replaces)
}

/// Takes back what somebody said: "would rather not say" stands in its place, which no rule uses, so that nothing rests
/// on it any more and nobody asks again by themselves. What was said stays in the history.
pub fn take_back(cx: &mut Cx, event: Option<EventId>, case: CaseId, question: &str) -> Result<Kept> {
    let open = cx.open(case, Action::Hear)?;
    let hearing = Hearing::of(&summaries(cx.tx, &open)?, cx.now);
    if !hearing.given.iter().any(|given| given.heard.question == question) {
        return Err(AccessError::NoValue);
    }
    answer_once(cx, event, case, question, Answer::RatherNot)
}

/// Notes that what was to be done first is done, or that somebody looked at the person again.
pub fn attend(cx: &mut Cx, case: CaseId, attended: Attended) -> Result<()> {
    attend_once(cx, None, case, attended).map(drop)
}

/// As [`attend`], under an event id that its sender made: the same again changes nothing.
pub fn attend_once(cx: &mut Cx, event: Option<EventId>, case: CaseId, attended: Attended) -> Result<Kept> {
    alone(cx, event, case, Fact::Attended(attended))
}

/// Notes what a named person decided of the person's status, and why.
pub fn decide(cx: &mut Cx, case: CaseId, decision: Decision) -> Result<()> {
    decide_once(cx, None, case, decision).map(drop)
}

/// As [`decide`], under an event id that its sender made: the same again changes nothing.
pub fn decide_once(cx: &mut Cx, event: Option<EventId>, case: CaseId, decision: Decision) -> Result<Kept> {
    cx.permit(Action::Hear)?;
    if decision.by.trim().is_empty() {
        return Err(AccessError::Unfit("Please say who decided it: a name and a post. No program decides it."));
    }
    if decision.because.trim().is_empty() {
        return Err(AccessError::Unfit("Please say why it was decided so."));
    }
    alone(cx, event, case, Fact::Decision(Box::new(decision)))
}

/// States a fact of which only one stands.
fn alone(cx: &mut Cx, event: Option<EventId>, case: CaseId, fact: Fact) -> Result<Kept> {
    let mut open = cx.open(case, Action::Hear)?;
    let facts = summaries(cx.tx, &open)?;
    let field = fact.field();
    let replaces = facts.current(field).iter().map(|held| held.event).collect();
    state(cx, event, &mut open, field.compartment(), fact, replaces)
}

fn state(
    cx: &mut Cx,
    event: Option<EventId>,
    open: &mut OpenCase,
    part: Compartment,
    fact: Fact,
    replaces: Vec<EventId>,
) -> Result<Kept> {
    cx.permit_writing(Action::Hear, part)?;
    if let Some(event) = event
        && once::came_before(cx, open, event, &fact)?
    {
        return Ok(Kept::Before(event));
    }
    let id = event.unwrap_or_else(|| EventId::new(cx.now, cx.rng));
    state_as(cx, id, open, fact, replaces).map(Kept::Now)
}

/// The fields of a case that hold answers.
pub(super) const ANSWERS: [Field; 3] =
    [Field::Heard(Compartment::Care), Field::Heard(Compartment::Protection), Field::Heard(Compartment::Testimony)];
