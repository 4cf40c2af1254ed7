//! The registry: a person is registered once, seen by whoever holds the keys, and corrected without losing
//! what was said before.

pub mod filters;
mod register;
mod restate;
pub mod rows;
mod rules;
pub(crate) mod view;

#[cfg(test)]
mod tests;

use crate::referral::carry_over;
use register::group_of;
pub(crate) use register::unused_codes;
pub use register::{Once, Registered, register, register_all, register_once};
pub(crate) use restate::restate;
pub use view::{CaseView, Change, Content, Entry, view};

use crate::record::{record, summaries};
use crate::{Event, Fact, Field, Result, Statement};
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, EventId, GroupId};
use std::collections::BTreeMap;
use vault::Compartment;

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
    let mut changed = Vec::new();
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
        changed.push(fact.clone());
        parts.entry(compartment).or_default().push(Statement { fact, replaces });
    }
    for (compartment, statements) in parts {
        record(cx, &mut case, compartment, &Event::Stated { statements, because: because.clone() })?;
    }
    carry_over(cx, &known, &changed)
}

/// Picks one of several values of a field that contradict each other: the one that an event stated.
pub fn choose(cx: &mut Cx, id: CaseId, fields: &[Field], event: EventId) -> Result<()> {
    let case = cx.open(id, Action::Correct)?;
    let known = summaries(cx.tx, &case)?;
    let held = fields.iter().flat_map(|field| known.current(*field)).find(|held| held.event == event);
    let Some(chosen) = held.map(|held| held.fact.clone()) else { return Err(AccessError::NoValue) };
    correct(cx, id, vec![chosen], Earlier::Replaced, None)
}

/// Puts somebody into the group of somebody else: they came together and stay together.
pub fn join(cx: &mut Cx, id: CaseId, with: CaseId) -> Result<GroupId> {
    cx.permit(Action::Correct)?;
    let group = group_of(cx, with)?;
    correct(cx, id, vec![Fact::Group(group)], Earlier::Replaced, None)?;
    Ok(group)
}

/// Refuses, on the record, a role that may not add to every one of these fields.
pub fn may_correct(cx: &Cx, fields: &[Field]) -> Result<()> {
    cx.permit(Action::Correct)?;
    let writes = cx.keys.actor.writes();
    match fields.iter().all(|field| writes.contains(&field.compartment())) {
        true => Ok(()),
        false => Err(AccessError::Refused { action: Action::Correct }),
    }
}

/// A role adds only where it may, and only reads-then-writes: never over values it cannot see.
fn may_write(cx: &Cx, case: &OpenCase, compartment: Compartment) -> Result<()> {
    let actor = &cx.keys.actor;
    let sees = case.newest(compartment).is_some() || actor.reads().contains(&compartment);
    if actor.writes().contains(&compartment) && sees {
        Ok(())
    } else {
        Err(AccessError::Refused { action: Action::Correct })
    }
}
