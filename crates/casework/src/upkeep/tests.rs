//! What was altered is found, and what is derived is the same again.

use super::*;
use crate::Origin;
use crate::registry::register;
use access::{Keyring, Role};
use base::{Arrival, Sign};
use rehearsal::House;
use store::Store;

fn house() -> (House, Keyring) {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    for n in 0..5 {
        let signs = [Sign::Hurt, Sign::Threatened].into();
        let arrival =
            Arrival { names: vec![format!("Person {n}")], place: Some("Kampot".into()), signs, ..Arrival::default() };
        house.run(&mut keys, |cx| register(cx, arrival, Origin::Card, None)).unwrap();
    }
    (house, keys)
}

/// A row among many, in words that both engines know.
fn nth(table: &str, key: &str, n: usize) -> String {
    format!("{key} = (select {key} from {table} order by {key} limit 1 offset {n})")
}

/// Does to the database what somebody with the file in hand could do.
fn tamper(store: &Store, statement: &str) {
    let changed = store.tamper(statement).expect("a statement that fits the tables");
    assert!(changed > 0, "{statement} changed nothing");
}

fn findings(house: &House) -> Vec<Finding> {
    verify(&house.store, &mut house.openers(), || ()).unwrap().findings
}

#[test]
fn an_untouched_registry_verifies_and_every_payload_opens() {
    let (house, _) = house();
    let verified = verify(&house.store, &mut house.openers(), || ()).unwrap();
    assert_eq!(verified.findings, []);
    assert_eq!((verified.events, verified.payloads_opened, verified.payloads_not_open), (20, 20, 0));
    let without_keys = verify(&house.store, &mut Openers::new(), || ()).unwrap();
    assert_eq!((without_keys.findings.len(), without_keys.payloads_not_open), (0, 20));
}

#[test]
fn every_kind_of_alteration_is_found() {
    type Expect = fn(&Finding) -> bool;
    let other_bytes = "(select frontier from log_head)";
    let (payload, event, key) = (nth("payload", "event_id", 2), nth("event", "id", 1), nth("case_key", "case_id", 0));
    let cases: [(String, Expect); 8] = [
        (format!("update payload set sealed = {other_bytes} where {payload}"), |f| {
            matches!(f, Finding::PayloadHash { .. })
        }),
        (format!("update payload set compartment = 5 where {payload}"), |f| matches!(f, Finding::PayloadHash { .. })),
        (format!("update event set clock = clock + 1 where {event}"), |f| matches!(f, Finding::Signature { .. })),
        (format!("delete from event where {event}"), |f| matches!(f, Finding::Chain { .. })),
        ("delete from access_entry where position = (select max(position) from access_entry)".to_owned(), |f| {
            matches!(f, Finding::Gap { .. } | Finding::LogRoot)
        }),
        (format!("update admin_entry set action = 'nothing' where {}", nth("admin_entry", "position", 0)), |f| {
            matches!(f, Finding::LogRoot)
        }),
        ("update log_head set note = replace(note, 'registry/', 'registri/')".to_owned(), |f| {
            matches!(f, Finding::Checkpoint)
        }),
        (format!("update case_key set wrapped = {other_bytes} where {key}"), |_| false),
    ];
    for (statement, expected) in cases {
        let (mut house, mut keys) = house();
        let case = house.store.read(|tx| {
            tx.one(sql!("select case_id from casefile order by case_id limit 1"), &[], |row| row.id(0, CaseId::read))
        });
        house.run(&mut keys, |cx| crate::registry::view(cx, case.unwrap().unwrap()).map(|_| ())).unwrap();
        tamper(&house.store, &statement);
        let found = findings(&house);
        if statement.contains("case_key") {
            let verified = verify(&house.store, &mut house.openers(), || ()).unwrap();
            assert!(verified.payloads_not_open > 0, "a lost key shows as payloads that do not open");
            continue;
        }
        assert!(found.iter().any(expected), "{statement}: {found:?}");
    }
}

#[test]
fn projections_come_out_the_same_byte_for_byte() {
    let (house, _) = house();
    let rebuilt = rebuild(&house.store, &mut house.openers(), true, || ()).unwrap();
    assert_eq!((rebuilt.cases, rebuilt.summaries, rebuilt.not_open), (5, 20, 0));
    assert_eq!(rebuilt.differences, Vec::<String>::new());
}

#[test]
fn a_damaged_projection_is_named_and_then_put_right() {
    let (house, _) = house();
    tamper(
        &house.store,
        &format!(
            "update summary set sealed = (select frontier from log_head) where {} and compartment = 1",
            nth("summary", "case_id", 0)
        ),
    );
    tamper(&house.store, &format!("update casefile set opened_at = 1 where {}", nth("casefile", "case_id", 1)));
    let seen = rebuild(&house.store, &mut house.openers(), true, || ()).unwrap();
    assert_eq!(seen.differences.len(), 2);
    rebuild(&house.store, &mut house.openers(), false, || ()).unwrap();
    let again = rebuild(&house.store, &mut house.openers(), true, || ()).unwrap();
    assert_eq!(again.differences, Vec::<String>::new());
}
