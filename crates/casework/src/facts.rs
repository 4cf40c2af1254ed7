//! What is known of a person: for each field the values that nobody has replaced.
//!
//! Applying events is a set union: in whatever order they come, the same events give the same facts. Two
//! values that did not know of each other both stay and are both shown; a person picks.

use crate::{Event, Fact, Field};
use base::{CaseId, EventId};
use serde::{Deserialize, Serialize};
use vault::{Compartment, Context, DataKey, seal};

/// Fields in their order, each once. There are few: a list is read and written faster than a tree, and its bytes
/// are those of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts(Vec<(Field, Register)>);

/// A value and the event that stated it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub event: EventId,
    pub fact: Fact,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Register {
    /// In the order of their events' ids, which is the order of time.
    current: Vec<Held>,
    /// Kept so that a value that arrives after its correction does not come back.
    replaced: Vec<EventId>,
}

impl Facts {
    pub fn apply(&mut self, id: EventId, event: &Event) {
        for statement in event.statements() {
            let register = self.register(statement.fact.field());
            register.current.retain(|held| !statement.replaces.contains(&held.event));
            for replaced in &statement.replaces {
                insert_sorted(&mut register.replaced, *replaced);
            }
            let known =
                register.replaced.binary_search(&id).is_ok() || register.current.iter().any(|held| held.event == id);
            if !known {
                let at = register.current.partition_point(|held| held.event < id);
                register.current.insert(at, Held { event: id, fact: statement.fact });
            }
        }
    }

    /// The register of a field, made when it is the first.
    fn register(&mut self, field: Field) -> &mut Register {
        let at = self.0.binary_search_by_key(&field, |(known, _)| *known).unwrap_or_else(|at| {
            self.0.insert(at, (field, Register::default()));
            at
        });
        &mut self.0[at].1
    }

    /// The values of a field that stand, oldest first.
    pub fn current(&self, field: Field) -> &[Held] {
        let at = self.0.binary_search_by_key(&field, |(known, _)| *known);
        at.map_or(&[], |at| &self.0[at].1.current)
    }

    /// The newest value that stands.
    pub fn newest(&self, field: Field) -> Option<&Fact> {
        self.current(field).last().map(|held| &held.fact)
    }

    /// Whether two values stand that say different things.
    pub fn in_conflict(&self, field: Field) -> bool {
        !field.adds_up() && self.current(field).windows(2).any(|pair| pair[0].fact != pair[1].fact)
    }

    pub fn conflicts(&self) -> impl Iterator<Item = Field> + '_ {
        self.fields().filter(|field| self.in_conflict(*field))
    }

    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.0.iter().map(|(field, _)| *field)
    }

    /// The newest value of every field.
    pub fn into_newest(self) -> impl Iterator<Item = Fact> {
        self.0.into_iter().filter_map(|(_, mut register)| register.current.pop()).map(|held| held.fact)
    }

    /// Adds the fields of another compartment.
    pub fn absorb(&mut self, other: Facts) {
        for (field, register) in other.0 {
            *self.register(field) = register;
        }
    }

    /// The bytes of a summary, the same for the same facts.
    pub fn seal(&self, key: &DataKey, place: SummaryPlace) -> Vec<u8> {
        let plain = zeroize::Zeroizing::new(postcard::to_stdvec(self).expect("facts always encode"));
        seal::seal_again(key, Context::Place(&place.bytes()), &plain)
    }

    pub fn open(key: &DataKey, place: SummaryPlace, sealed: &[u8]) -> access::Result<Facts> {
        let plain = seal::open(key, Context::Place(&place.bytes()), sealed)?;
        postcard::from_bytes(&plain).map_err(|_| access::AccessError::Unreadable)
    }
}

/// Where a summary belongs: one compartment of one case, up to one position of the log.
#[derive(Clone, Copy, Debug)]
pub struct SummaryPlace {
    pub case: CaseId,
    pub compartment: Compartment,
    pub generation: i64,
    pub position: i64,
}

impl SummaryPlace {
    fn bytes(&self) -> [u8; 33] {
        let mut bytes = [0u8; 33];
        bytes[..16].copy_from_slice(self.case.as_bytes());
        bytes[16] = self.compartment as u8;
        bytes[17..25].copy_from_slice(&self.generation.to_be_bytes());
        bytes[25..].copy_from_slice(&self.position.to_be_bytes());
        bytes
    }
}

fn insert_sorted(ids: &mut Vec<EventId>, id: EventId) {
    if let Err(at) = ids.binary_search(&id) {
        ids.insert(at, id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Origin, Statement};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn id(n: u8) -> EventId {
        EventId::from_bytes([n; 16])
    }

    fn place(name: &str, replaces: &[u8]) -> Event {
        let replaces = replaces.iter().map(|n| id(*n)).collect();
        Event::Stated { statements: vec![Statement { fact: Fact::Place(name.into()), replaces }], because: None }
    }

    #[test]
    fn a_correction_takes_the_place_and_two_unaware_values_both_stay() {
        let mut facts = Facts::default();
        facts.apply(id(1), &Event::Registered { origin: Origin::Card, facts: vec![Fact::Place("Kampot".into())] });
        facts.apply(id(2), &place("Poipet", &[1]));
        assert_eq!(facts.newest(Field::Place), Some(&Fact::Place("Poipet".into())));
        assert!(!facts.in_conflict(Field::Place));
        facts.apply(id(3), &place("Bavet", &[1]));
        assert!(facts.in_conflict(Field::Place));
        facts.apply(id(4), &place("Bavet", &[2, 3]));
        assert!(!facts.in_conflict(Field::Place));
    }

    /// Summaries were written as maps once, and are compared byte for byte.
    #[test]
    fn the_bytes_are_those_of_a_map_from_field_to_register() {
        let mut facts = Facts::default();
        let stated =
            vec![Fact::Remark("of a kind".into()), Fact::Names(vec!["ሐና".into()]), Fact::Place("Kampot".into())];
        facts.apply(id(2), &Event::Registered { origin: Origin::Card, facts: stated });
        facts.apply(id(3), &place("Poipet", &[2]));
        let map: BTreeMap<Field, Register> = facts.0.iter().cloned().collect();
        assert_eq!(map.len(), 3);
        let bytes = postcard::to_stdvec(&facts).unwrap();
        assert_eq!(bytes, postcard::to_stdvec(&map).unwrap());
        assert_eq!(postcard::from_bytes::<Facts>(&bytes).unwrap(), facts);
    }

    proptest! {
        /// Events as several devices could have written them: each replaces any that came before it.
        #[test]
        fn the_same_events_give_the_same_facts_in_any_order(
            replaces in prop::collection::vec(prop::collection::vec(any::<prop::sample::Index>(), 0..3), 1..12),
            seed in any::<u64>(),
        ) {
            let events: Vec<(EventId, Event)> = replaces.iter().enumerate().map(|(n, earlier)| {
                let earlier: Vec<u8> = if n == 0 { vec![] } else { earlier.iter().map(|i| i.index(n) as u8).collect() };
                (id(n as u8), place(&format!("place {}", n % 3), &earlier))
            }).collect();
            let fold = |events: &[(EventId, Event)]| {
                let mut facts = Facts::default();
                for (id, event) in events {
                    facts.apply(*id, event);
                    facts.apply(*id, event);
                }
                facts
            };
            let mut mixed = events.clone();
            mixed.sort_by_key(|(id, _)| vault::digest(&[&seed.to_be_bytes(), id.as_bytes()]));
            prop_assert_eq!(fold(&events), fold(&mixed));
        }
    }
}
