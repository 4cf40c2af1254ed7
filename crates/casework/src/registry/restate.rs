//! A newer version of what somebody's list says of a person: its changes and nothing else.

use super::rows;
use super::rules::facts_of;
use crate::lists::Change;
use crate::record::{record, summaries};
use crate::{Event, Fact, Field, Result, Statement};
use access::{Action, Cx};
use base::{Arrival, CaseId, EventId};
use std::collections::BTreeMap;
use vault::Compartment;

/// States what `new` says differently from `old`, both read from versions of one list, and says what that was.
///
/// A value takes the place of the one that the list stated before; a value that somebody else stated meanwhile
/// stays beside it, until a person picks. What the newer version leaves blank stays as it is: a blank says
/// nothing. Whoever may take in a list may bring its newer version, also of names, because only the list's own
/// values are replaced (docs/decisions/0009-lists-are-kept.md).
pub fn restate(cx: &mut Cx, id: CaseId, old: &Arrival, new: &Arrival) -> Result<Vec<Change>> {
    let before: BTreeMap<Field, Fact> = facts_of(old.clone()).into_iter().map(|fact| (fact.field(), fact)).collect();
    let differs = |fact: &Fact| before.get(&fact.field()) != Some(fact);
    let said: Vec<Fact> = facts_of(new.clone()).into_iter().filter(|fact| differs(fact)).collect();
    if said.is_empty() {
        return Ok(Vec::new());
    }
    let mut case = cx.open(id, Action::TakeInList)?;
    let standing = summaries(cx.tx, &case)?;
    let mut parts: BTreeMap<Compartment, Vec<Statement>> = BTreeMap::new();
    let mut changes = Vec::new();
    for fact in said {
        let (field, from) = (fact.field(), before.get(&fact.field()).cloned());
        let part = field.compartment();
        // A part that others hold the key of is not written over; one that is new is delivered, as at registering.
        let taken = case.newest(part).is_some() || !rows::has_part(cx.tx, id, part)?;
        let current = standing.current(field);
        if current.iter().any(|held| held.fact == fact) {
            continue;
        }
        if taken {
            let of_list = current.iter().filter(|held| Some(&held.fact) == from.as_ref());
            let replaces: Vec<EventId> = of_list.map(|held| held.event).collect();
            parts.entry(part).or_default().push(Statement { fact: fact.clone(), replaces });
        }
        changes.push(Change { from, to: fact, taken });
    }
    for (compartment, statements) in parts {
        record(cx, &mut case, compartment, &Event::Stated { statements, because: None })?;
    }
    Ok(changes)
}
