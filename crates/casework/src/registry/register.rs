//! Opening cases for people who have just arrived: one, or a long list at once.

use super::{rows, rules};
use crate::record::{NewCase, seal_new_case, state, store_new_cases, summary};
use crate::{Event, Fact, Field, Origin, Result, Statement};
use access::{AccessError, Action, Cx, Pen};
use base::{Arrival, CaseCode, CaseId, Consent, EventId, GroupId};
use std::collections::{BTreeMap, HashSet};
use std::sync::mpsc::sync_channel;
use store::failpoint::{Failpoint, reach};
use vault::{Chance, Compartment};

#[cfg(test)]
mod tests;

/// A new case, the code to hand over, and the event it began with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    pub case: CaseId,
    pub code: CaseCode,
    pub event: EventId,
}

/// What became of an arrival whose event id its sender made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    Now(Registered),
    /// It had come before.
    Before(Registered),
}

/// Opens a case for somebody who has just arrived. `with` is somebody already registered who came along: both
/// are then of one group and stay together.
pub fn register(cx: &mut Cx, arrival: Arrival, origin: Origin, with: Option<CaseId>) -> Result<Registered> {
    cx.permit(Action::Register)?;
    open_one(cx, None, arrival, origin, with)
}

/// As [`register`], under an event id that the sender made: when its answer was lost it sends the same again, and
/// nobody is registered twice. The first to come counts. An id that stands for anything else is refused.
pub fn register_once(cx: &mut Cx, event: EventId, arrival: Arrival, with: Option<CaseId>) -> Result<Once> {
    cx.permit(Action::Register)?;
    match rows::place_of(cx.tx, event)? {
        None => open_one(cx, Some(event), arrival, Origin::Card, with).map(Once::Now),
        // A case begins with its registration and with nothing else.
        Some(place) if place.is_first && place.device == cx.keys.actor.device => {
            let case = place.case;
            Ok(Once::Before(Registered { case, code: CaseCode::of(case), event }))
        }
        Some(_) => Err(AccessError::EventTaken),
    }
}

fn open_one(
    cx: &mut Cx,
    event: Option<EventId>,
    arrival: Arrival,
    origin: Origin,
    with: Option<CaseId>,
) -> Result<Registered> {
    let group = with.map(|other| group_of(cx, other)).transpose()?;
    let mut chance = Chance::from(cx.rng);
    let mut registered = unused_codes(cx, 1, &mut chance)?[0];
    registered.event = event.unwrap_or(registered.event);
    // For one person a thread would cost more than it saves.
    let mut pen = Pen::new(cx.tx, cx.keys, cx.now)?;
    let case = seal_case(&mut pen, Newcomer { arrival, origin, group }, registered, &mut chance)?;
    let chain = pen.put_down();
    store_new_cases(cx.tx, &[case])?;
    cx.tx.extend_to(chain)?;
    Ok(registered)
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
    let mut people = people.into_iter().zip(opened.iter().copied());
    let (sealed, to_store) = sync_channel::<Result<Vec<NewCase>>>(WAITING);
    let chain = std::thread::scope(|threads| {
        let sealing = threads.spawn(move || {
            let _swept = vault::Swept;
            loop {
                let sheaf =
                    people.by_ref().take(SHEAF).map(|(person, of)| seal_case(&mut pen, person, of, &mut chance));
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
fn seal_case(pen: &mut Pen, person: Newcomer, of: Registered, chance: &mut Chance) -> Result<NewCase> {
    let Newcomer { arrival, origin, group } = person;
    let arrival = if arrival.consent == Consent::Refused { arrival.without_identity() } else { arrival };
    let mut parts: BTreeMap<Compartment, Vec<Fact>> = BTreeMap::new();
    for fact in rules::facts_of(arrival).into_iter().chain(group.map(Fact::Group)) {
        parts.entry(fact.field().compartment()).or_default().push(fact);
    }
    let facts = parts.remove(&Compartment::Identity).unwrap_or_default();
    let mut events = vec![(of.event, Compartment::Identity, Event::Registered { origin, facts })];
    for (compartment, facts) in parts {
        let statements = facts.into_iter().map(|fact| Statement { fact, replaces: Vec::new() }).collect();
        events.push((EventId::new(pen.now(), chance), compartment, Event::Stated { statements, because: None }));
    }
    seal_new_case(pen, of.case, events, chance)
}

/// Draws case ids whose codes no other case here has, in ascending order.
pub(crate) fn unused_codes(cx: &mut Cx, count: usize, chance: &mut Chance) -> Result<Vec<Registered>> {
    let mut drawn = Vec::with_capacity(count);
    let mut codes = HashSet::with_capacity(count);
    while drawn.len() < count {
        let case = CaseId::new(cx.now, chance);
        let code = CaseCode::of(case);
        if codes.insert(code) && rows::case_with_code(cx.tx, code)?.is_none() {
            drawn.push(Registered { case, code, event: EventId::new(cx.now, chance) });
        }
    }
    drawn.sort_unstable_by_key(|registered| registered.case);
    reach(Failpoint::CodesDrawn);
    Ok(drawn)
}

/// The group of somebody already registered; makes one when there is none yet.
pub(super) fn group_of(cx: &mut Cx, other: CaseId) -> Result<GroupId> {
    let mut case = cx.open(other, Action::OpenCase)?;
    let known = summary(cx.tx, &case, Compartment::Identity)?;
    if let Some(Fact::Group(group)) = known.as_ref().and_then(|facts| facts.newest(Field::Group)) {
        return Ok(*group);
    }
    let group = GroupId::new(cx.now, cx.rng);
    state(cx, &mut case, Fact::Group(group), Vec::new())?;
    reach(Failpoint::GroupMade);
    Ok(group)
}
