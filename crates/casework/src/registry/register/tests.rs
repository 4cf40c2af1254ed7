//! Registering many at once, as stories.

use super::*;
use crate::registry::view;
use crate::upkeep::{rebuild, verify};
use access::{AccessError, Role};
use base::{Birth, Sex, Sign};
use rehearsal::House;

/// Person `n` of a list: each has another combination of what is known, so that every combination of
/// compartments stands somewhere; one of sixteen does not consent.
fn person(n: usize) -> (Arrival, Origin) {
    let knows = |bit: u32| n >> bit & 1 == 1;
    let arrival = Arrival {
        names: vec![format!("Invented {n}"), "ሐና".into()],
        sex: knows(3).then_some(Sex::Female),
        birth: knows(4).then_some(Birth::Year(2001)),
        contacts: vec![format!("+85500{n:07}")],
        place: knows(0).then(|| format!("Poipet, house {n}")),
        signs: if knows(1) { [Sign::NoShelter, Sign::Ill].into() } else { Default::default() },
        remark: knows(2).then(|| format!("Said so {n}.")),
        consent: if n % 16 == 15 { Consent::Refused } else { Consent::Spoken },
        ..Arrival::default()
    };
    (arrival, Origin::List { row: n as u32 + 2 })
}

fn count(house: &House, sql: &'static store::Sql) -> i64 {
    house.store.read(|tx| tx.one(sql, &[], |row| row.int(0))).unwrap().unwrap()
}

#[test]
fn three_thousand_at_once_read_as_they_were_told_and_everything_verifies() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let mut registered = Vec::new();
    for size in [0, 1, SHEAF, 2 * SHEAF, 1_000, 3_000 - 1_001 - 3 * SHEAF] {
        let people = (registered.len()..registered.len() + size).map(person).collect();
        let opened = house.run(&mut keys, |cx| register_all(cx, people)).unwrap();
        assert!(opened.windows(2).all(|pair| pair[0].case < pair[1].case), "ids follow the list");
        registered.extend(opened);
    }
    assert_eq!(registered.len(), 3_000);
    assert_eq!(registered.iter().map(|r| r.code).collect::<HashSet<_>>().len(), 3_000);

    let mut seen = HashSet::new();
    let events = house.run(&mut keys, |cx| {
        let mut events = 0;
        for (n, registered) in registered.iter().enumerate() {
            let (arrival, _) = person(n);
            let refused = arrival.consent == Consent::Refused;
            let told = rules::facts_of(if refused { arrival.without_identity() } else { arrival });
            let view = view(cx, registered.case)?;
            assert_eq!(view.code, registered.code);
            assert_eq!(view.facts.fields().count(), told.len());
            assert!(told.iter().all(|fact| view.facts.newest(fact.field()) == Some(fact)), "person {n}");
            assert_eq!(view.timeline.len(), view.open.len(), "one event for each compartment");
            events += view.timeline.len() as u64;
            seen.insert(view.open);
        }
        Ok(events)
    });
    let events = events.unwrap();
    assert_eq!(seen.len(), 8, "with and without journey, care and protection");

    let verified = verify(&house.store, &mut house.openers(), || ()).unwrap();
    assert_eq!(verified.findings, []);
    assert_eq!((verified.events, verified.payloads_opened), (events, events));
    let rebuilt = rebuild(&house.store, &mut house.openers(), true, || ()).unwrap();
    assert_eq!(rebuilt.differences, Vec::<String>::new());
    assert_eq!((rebuilt.cases, rebuilt.summaries, rebuilt.not_open), (3_000, events, 0));
}

#[test]
fn when_one_in_the_middle_cannot_be_stored_nobody_is_registered() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let before = house.store.read(|tx| tx.log_size()).unwrap();
    // Somebody stands where the three hundredth event is to go.
    let in_the_way = format!(
        "insert into event (id, position, case_id, device_id, device_sequence, previous, clock, version, payload_hash, signature)
         select 'x', {}, 'x', 'x', 1, frontier, 1, 1, frontier, frontier from log_head",
        before + 300
    );
    house.store.tamper(&in_the_way).unwrap();
    let people = || (0..1_000).map(person).collect::<Vec<_>>();
    assert!(house.run(&mut keys, |cx| register_all(cx, people())).is_err());
    house.store.tamper("delete from event where id = 'x'").unwrap();
    assert_eq!(count(&house, store::sql!("select count(*) from casefile")), 0);
    assert_eq!(count(&house, store::sql!("select count(*) from event")), 0);
    assert_eq!(count(&house, store::sql!("select count(*) from case_key")), 0);
    assert_eq!(house.store.read(|tx| tx.log_size()).unwrap(), before);

    assert_eq!(house.run(&mut keys, |cx| register_all(cx, people())).unwrap().len(), 1_000);
    assert_eq!(verify(&house.store, &mut house.openers(), || ()).unwrap().findings, []);
}

#[test]
fn outreach_keeps_a_key_to_each_of_the_many_for_a_day() {
    let mut house = House::open();
    let mut lina = house.enter("lina", Role::Outreach, Some(0));
    let people = (0..SHEAF + 1).map(person).collect();
    let opened = house.run(&mut lina, |cx| register_all(cx, people)).unwrap();
    let last = opened[SHEAF].case;
    assert_eq!(house.run(&mut lina, |cx| view(cx, last)).unwrap().open, [Compartment::Identity]);
    house.now = house.now.plus_hours(25);
    assert!(matches!(house.run(&mut lina, |cx| view(cx, last)), Err(AccessError::NotFound { .. })));
}

#[test]
fn who_may_not_register_one_may_not_register_many() {
    let mut house = House::open();
    let mut omar = house.enter("omar", Role::Auditor, None);
    let refused = house.run(&mut omar, |cx| register_all(cx, vec![person(0)]));
    assert!(matches!(refused, Err(AccessError::Refused { action: Action::Register })));
}

#[test]
fn the_same_event_id_registers_once_and_stands_for_nothing_else() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut dara = house.enter("dara", Role::Caseworker, Some(0));
    let (event, (arrival, _)) = (EventId::new(house.now, &mut house.rng), person(7));
    let once = |keys: &mut access::Keyring, house: &mut House, event| {
        let arrival = arrival.clone();
        house.run(keys, |cx| register_once(cx, event, arrival, None))
    };
    let Once::Now(first) = once(&mut sokha, &mut house, event).unwrap() else { panic!("it was not there before") };
    assert_eq!(first.event, event);
    let entries = count(&house, store::sql!("select count(*) from event"));
    assert_eq!(once(&mut sokha, &mut house, event).unwrap(), Once::Before(first));
    assert!(matches!(once(&mut dara, &mut house, event), Err(AccessError::EventTaken)), "another member's");
    let view = house.run(&mut sokha, |cx| view(cx, first.case)).unwrap();
    let later = view.timeline[1].event;
    assert!(matches!(once(&mut sokha, &mut house, later), Err(AccessError::EventTaken)), "no registration");
    assert_eq!(count(&house, store::sql!("select count(*) from event")), entries);
    assert_eq!(view.timeline[0].event, event);
    verify(&house.store, &mut house.openers(), || {}).unwrap();
}
