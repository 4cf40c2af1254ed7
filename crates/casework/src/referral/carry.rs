//! Carrying over: what is corrected on a case is corrected wherever the person agreed that it is shown.

use super::withdraw::all_sent;
use super::{State, is_state, rows};
use crate::plan::Told;
use crate::record::{record, summaries};
use crate::{Event, Fact, Facts, Result, Statement};
use access::{Action, Cx, OpenCase};
use base::EventId;
use std::collections::BTreeMap;
use vault::Compartment;

/// States `new` in every file that shows its field, in place of what the case said before. A value that somebody else
/// stated in the file meanwhile stays beside it, until a person picks. A state is told nothing more of somebody who is in
/// danger when it learns of them.
pub(crate) fn carry_over(cx: &mut Cx, before: &Facts, new: &[Fact]) -> Result<()> {
    if !cx.keys.actor.may(Action::Refer) {
        return Ok(());
    }
    let may_meet_states = Told::of(before).may_meet_states();
    for sent in all_sent(before).cloned().collect::<Vec<_>>() {
        let shows = |fact: &&Fact| sent.items.iter().any(|item| item.fields().contains(&fact.field()));
        let facts: Vec<&Fact> = new.iter().filter(shows).collect();
        if facts.is_empty() || rows::of_file(cx.tx, sent.file)?.is_none_or(|row| row.state == State::Withdrawn) {
            continue;
        }
        if !may_meet_states && is_state(cx.tx, &sent.recipient)? {
            continue;
        }
        let mut file = cx.open_correspondence(sent.file, Action::Refer)?;
        let standing = summaries(cx.tx, &file)?;
        let mut parts: BTreeMap<Compartment, Vec<Statement>> = BTreeMap::new();
        for fact in facts {
            let field = fact.field();
            let ours = |held: &&crate::Held| before.current(field).iter().any(|own| own.fact == held.fact);
            let replaces: Vec<EventId> = standing.current(field).iter().filter(ours).map(|held| held.event).collect();
            parts.entry(field.compartment()).or_default().push(Statement { fact: fact.clone(), replaces });
        }
        state(cx, &mut file, parts)?;
    }
    Ok(())
}

fn state(cx: &mut Cx, file: &mut OpenCase, parts: BTreeMap<Compartment, Vec<Statement>>) -> Result<()> {
    for (compartment, statements) in parts {
        // A part that this role does not read is left to those who do.
        if file.newest(compartment).is_some() {
            record(cx, file, compartment, &Event::Stated { statements, because: None })?;
        }
    }
    Ok(())
}
