//! Opening cases for people who have just arrived: one, or a long list at once.

use super::{rows, rules};
use crate::record::{NewCase, record, seal_new_case, store_new_cases, summary};
use crate::{Event, Fact, Field, Origin, Result, Statement};
use access::{Action, Cx, Pen};
use base::{Arrival, CaseCode, CaseId, Consent, GroupId};
use std::collections::{BTreeMap, HashSet};
use std::sync::mpsc::sync_channel;
use vault::{Chance, Compartment};

#[cfg(test)]
mod tests;

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
    let group = with.map(|other| group_of(cx, other)).transpose()?;
    let opened = open_cases(cx, vec![Newcomer { arrival, origin, group }])?;
    Ok(opened[0])
}

/// Opens a case for each of many people; the answers are in their order. All of them are in the registry when
/// the command is committed, or none. A thousand or two at a time are fastest.
pub fn register_all(cx: &mut Cx, people: Vec<(Arrival, Origin)>) -> Result<Vec<Registered>> {
    cx.permit(Action::Register)?;
    open_cases(cx, people.into_iter().map(|(arrival, origin)| Newcomer { arrival, origin, group: None }).collect())
}

struct Newcomer {
    arrival: Arrival,
    origin: Origin,
    group: Option<GroupId>,
}

/// How many cases are handed over to be stored together, and how many such sheaves may wait.
const SHEAF: usize = 64;
const WAITING: usize = 4;

/// Seals and signs on a thread of its own, and stores what is ready on this one.
fn open_cases(cx: &mut Cx, people: Vec<Newcomer>) -> Result<Vec<Registered>> {
    let mut chance = Chance::from(cx.rng);
    let opened = unused_codes(cx, people.len(), &mut chance)?;
    let mut pen = Pen::new(cx.tx, cx.keys, cx.now)?;
    let mut people = people.into_iter().zip(opened.iter().map(|registered| registered.case));
    let (sealed, to_store) = sync_channel::<Result<Vec<NewCase>>>(WAITING);
    let chain = std::thread::scope(|threads| {
        let sealing = threads.spawn(move || {
            let _swept = vault::Swept;
            loop {
                let sheaf =
                    people.by_ref().take(SHEAF).map(|(person, id)| seal_case(&mut pen, person, id, &mut chance));
                let sheaf: Result<Vec<NewCase>> = sheaf.collect();
                let last = !matches!(&sheaf, Ok(cases) if cases.len() == SHEAF);
                // Nobody takes it when storing has failed: that error is the answer.
                if sealed.send(sheaf).is_err() || last {
                    return pen.put_down();
                }
            }
        });
        for sheaf in to_store {
            store_new_cases(cx.tx, &sheaf?)?;
        }
        Ok::<_, crate::AccessError>(sealing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    cx.tx.extend_to(chain)?;
    Ok(opened)
}

/// What is known of somebody, each part sealed in its compartment; the identity comes first, also when it is
/// empty, because it says how the person came into the registry.
fn seal_case(pen: &mut Pen, person: Newcomer, id: CaseId, chance: &mut Chance) -> Result<NewCase> {
    let Newcomer { arrival, origin, group } = person;
    let arrival = if arrival.consent == Consent::Refused { arrival.without_identity() } else { arrival };
    let mut parts: BTreeMap<Compartment, Vec<Fact>> = BTreeMap::new();
    for fact in rules::facts_of(arrival).into_iter().chain(group.map(Fact::Group)) {
        parts.entry(fact.field().compartment()).or_default().push(fact);
    }
    let facts = parts.remove(&Compartment::Identity).unwrap_or_default();
    let mut events = vec![(Compartment::Identity, Event::Registered { origin, facts })];
    events.extend(parts.into_iter().map(|(compartment, facts)| {
        let statements = facts.into_iter().map(|fact| Statement { fact, replaces: Vec::new() }).collect();
        (compartment, Event::Stated { statements, because: None })
    }));
    seal_new_case(pen, id, events, chance)
}

/// Draws case ids whose codes no other case here has, in ascending order.
fn unused_codes(cx: &mut Cx, count: usize, chance: &mut Chance) -> Result<Vec<Registered>> {
    let mut drawn = Vec::with_capacity(count);
    let mut codes = HashSet::with_capacity(count);
    while drawn.len() < count {
        let case = CaseId::new(cx.now, chance);
        let code = CaseCode::of(case);
        if codes.insert(code) && rows::case_with_code(cx.tx, code)?.is_none() {
            drawn.push(Registered { case, code });
        }
    }
    drawn.sort_unstable_by_key(|registered| registered.case);
    Ok(drawn)
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
