//! The registry: a person is registered once, seen by whoever holds the keys, and corrected without losing
//! what was said before.

pub mod filters;
pub mod rows;
mod restate;
mod rules;
mod view;

#[cfg(test)]
mod tests;

pub(crate) use restate::restate;
pub use view::{CaseView, Change, Content, Entry, view};

use crate::record::{record, summaries, summary};
use crate::{Event, Fact, Field, Origin, Result, Statement};
use access::{AccessError, Action, Cx, OpenCase};
use base::{Arrival, CaseCode, CaseId, Consent, EventId, GroupId};
use std::collections::BTreeMap;
use vault::Compartment;

/// A new case and the code to hand over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    pub case: CaseId,
    pub code: CaseCode,
}

/// Opens a case for somebody who has just arrived. `with` is somebody already registered who came along: both
/// are then of one group and stay together.
pub fn register(cx: &mut Cx, arrival: Arrival, origin: Origin, with: Option<CaseId>) -> Result<Registered> {
    cx.permit(Action::Register)?;
    let arrival = if arrival.consent == Consent::Refused { arrival.without_identity() } else { arrival };
    let mut facts = rules::facts_of(arrival);
    if let Some(other) = with {
        facts.push(Fact::Group(group_of(cx, other)?));
    }
    let (id, code) = unused_code(cx)?;
    let mut case = cx.begin_case(id);
    let mut parts: BTreeMap<Compartment, Vec<Fact>> = BTreeMap::new();
    for fact in facts {
        parts.entry(fact.field().compartment()).or_default().push(fact);
    }
    let identity = parts.remove(&Compartment::Identity).unwrap_or_default();
    record(cx, &mut case, Compartment::Identity, &Event::Registered { origin, facts: identity })?;
    for (compartment, facts) in parts {
        let statements = facts.into_iter().map(|fact| Statement { fact, replaces: Vec::new() }).collect();
        record(cx, &mut case, compartment, &Event::Stated { statements, because: None })?;
    }
    Ok(Registered { case: id, code })
}

/// Opens a case for everybody, in one go.
pub fn register_all(cx: &mut Cx, people: Vec<(Arrival, Origin)>) -> Result<Vec<Registered>> {
    people.into_iter().map(|(arrival, origin)| register(cx, arrival, origin, None)).collect()
}

/// Draws case ids until one has a code that no other case here has.
fn unused_code(cx: &mut Cx) -> Result<(CaseId, CaseCode)> {
    loop {
        let id = CaseId::new(cx.now, cx.rng);
        let code = CaseCode::of(id);
        if rows::case_with_code(cx.tx, code)?.is_none() {
            return Ok((id, code));
        }
    }
}

/// The group of somebody already registered; makes one when there is none yet.
fn group_of(cx: &mut Cx, other: CaseId) -> Result<GroupId> {
    let mut case = cx.open(other, Action::OpenCase)?;
    let known = summary(cx.tx, &case, Compartment::Identity)?;
    if let Some(Fact::Group(group)) = known.as_ref().and_then(|facts| facts.newest(Field::Group)) {
        return Ok(*group);
    }
    let group = GroupId::new(cx.now, cx.rng);
    let statements = vec![Statement { fact: Fact::Group(group), replaces: Vec::new() }];
    record(cx, &mut case, Compartment::Identity, &Event::Stated { statements, because: None })?;
    Ok(group)
}

/// What becomes of the values that stand when another is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    Replaced,
    /// Both stand, side by side, until somebody chooses.
    Kept,
}

/// States facts, by default in place of every value of their fields that stands now; earlier values stay
/// in the history. A fact that stands already and alone changes nothing.
pub fn correct(cx: &mut Cx, id: CaseId, facts: Vec<Fact>, earlier: Earlier, because: Option<String>) -> Result<()> {
    let mut case = cx.open(id, Action::Correct)?;
    let known = summaries(cx.tx, &case)?;
    let mut parts: BTreeMap<Compartment, Vec<Statement>> = BTreeMap::new();
    for fact in facts {
        let field = fact.field();
        let compartment = field.compartment();
        may_write(cx, &case, compartment)?;
        let current = known.current(field);
        if matches!(current, [only] if only.fact == fact) {
            continue;
        }
        let replaces: Vec<EventId> = match earlier {
            Earlier::Replaced if !field.adds_up() => current.iter().map(|held| held.event).collect(),
            _ => Vec::new(),
        };
        parts.entry(compartment).or_default().push(Statement { fact, replaces });
    }
    for (compartment, statements) in parts {
        record(cx, &mut case, compartment, &Event::Stated { statements, because: because.clone() })?;
    }
    Ok(())
}

/// Refuses, on the record, a role that may not add to every one of these fields.
pub fn may_correct(cx: &Cx, fields: &[Field]) -> Result<()> {
    cx.permit(Action::Correct)?;
    let writes = cx.keys.actor.role.writes();
    match fields.iter().all(|field| writes.contains(&field.compartment())) {
        true => Ok(()),
        false => Err(AccessError::Refused { action: Action::Correct }),
    }
}

/// A role adds only where it may, and only reads-then-writes: never over values it cannot see.
fn may_write(cx: &Cx, case: &OpenCase, compartment: Compartment) -> Result<()> {
    let role = cx.keys.actor.role;
    let sees = case.newest(compartment).is_some() || role.reads().contains(&compartment);
    if role.writes().contains(&compartment) && sees {
        Ok(())
    } else {
        Err(AccessError::Refused { action: Action::Correct })
    }
}
