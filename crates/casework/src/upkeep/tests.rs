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

/// Does to the database what somebody with the file in hand could do.
fn tamper(store: &Store, statement: &str) {
    let changed = store.tamper(statement).expect("a statement that fits the tables");
    assert!(changed > 0, "{statement} changed nothing");
}

/// The registry's files once more: making keys anew for every alteration would take minutes.
fn copy_of(house: &House) -> (tempfile::TempDir, Store) {
    let copy = tempfile::tempdir().unwrap();
    for name in ["registry.db", "registry.db-wal", "log.key"] {
        std::fs::copy(house.folder.path().join(name), copy.path().join(name)).unwrap();
    }
    let store = Store::open(copy.path()).unwrap();
    (copy, store)
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
    let bound: Expect = |f| matches!(f, Finding::Bound { stranger: false, .. });
    let sum: Expect = |f| matches!(f, Finding::Sum { .. });
    let derived: Expect = |f| matches!(f, Finding::Derived { .. });
    let cases: [(&str, Expect); 25] = [
        ("update payload set sealed = zeroblob(length(sealed)) where rowid = 3", |f| {
            matches!(f, Finding::PayloadHash { .. })
        }),
        ("update payload set compartment = 5 where rowid = 3", |f| matches!(f, Finding::PayloadHash { .. })),
        ("update payload set event_id = 'nobody' where rowid = 3", |f| matches!(f, Finding::Orphan { .. })),
        ("update event set clock = clock + 1 where rowid = 2", |f| matches!(f, Finding::Signature { .. })),
        ("update event set version = 'x' where rowid = 2", |f| matches!(f, Finding::Row { table: "event", .. })),
        ("delete from event where rowid = 2", |f| matches!(f, Finding::Chain { .. })),
        ("delete from access_entry where position = (select max(position) from access_entry)", |f| {
            matches!(f, Finding::Gap { .. } | Finding::LogRoot)
        }),
        ("update admin_entry set action = 'nothing' where rowid = 1", |f| matches!(f, Finding::LogRoot)),
        ("update admin_entry set bound = null where rowid = 1", |f| matches!(f, Finding::LogRoot)),
        ("update log_head set note = replace(note, 'registry/', 'registri/')", |f| matches!(f, Finding::Checkpoint)),
        ("update log_head set frontier = x'00'", |f| matches!(f, Finding::Checkpoint)),
        ("update case_key set wrapped = zeroblob(length(wrapped)) where rowid = 1", |f| {
            matches!(f, Finding::CaseKey { .. })
        }),
        ("update case_key set expires_at = 7 where rowid = 1", sum),
        ("update case_key set sum = null where rowid = 1", sum),
        ("update organisation set escrow_key = zeroblob(32)", bound),
        ("update organisation set log_key = zeroblob(32)", bound),
        ("update team_key set public_key = zeroblob(32) where rowid = 4", bound),
        ("update team set name = 'Somebody else' where rowid = 1", bound),
        ("update member set role = 'administrator'", bound),
        ("update member set second_factor_step = 0", bound),
        ("update member_key set wrapped = x'00' where rowid = 1", bound),
        ("update recovery_code set used_at = 1 where rowid = 1", bound),
        ("insert into team (id, name, kind) values ('x', 'y', 'z')", |f| {
            matches!(f, Finding::Bound { stranger: true, .. })
        }),
        ("update summary set sealed = zeroblob(9) where rowid = 1", derived),
        ("update casefile set code = 'x' where rowid = 2", derived),
    ];
    let (mut house, mut keys) = house();
    let case = house.store.read(|tx| {
        tx.one(sql!("select case_id from casefile order by case_id limit 1"), &[], |row| row.id(0, CaseId::read))
    });
    house.run(&mut keys, |cx| crate::registry::view(cx, case.unwrap().unwrap()).map(|_| ())).unwrap();
    for (statement, expected) in cases {
        let (_copy, store) = copy_of(&house);
        let findings = || verify(&store, &mut house.openers(), || ()).unwrap().findings;
        assert_eq!(findings(), []);
        tamper(&store, statement);
        let found = findings();
        assert!(found.iter().any(expected), "{statement}: {found:?}");
    }
}

#[test]
fn nothing_is_signed_on_top_of_an_end_that_does_not_fit() {
    let (house, _) = house();
    for statement in [
        "update event set clock = clock + 1 where position = (select max(position) from event)",
        "delete from admin_entry where position = (select max(position) from admin_entry)",
        "update log_head set frontier = x'00'",
        "update log_head set note = replace(note, 'registry/', 'registri/')",
        "update organisation set log_key = zeroblob(32)",
    ] {
        let (copy, store) = copy_of(&house);
        assert!(examine_to_write(copy.path()).is_ok());
        tamper(&store, statement);
        assert!(examine_to_write(copy.path()).is_err(), "{statement}");
    }
    let path = house.folder.path().join("log.key");
    let mut key = std::fs::read(&path).unwrap();
    key[3] ^= 1;
    std::fs::write(&path, key).unwrap();
    assert_eq!(examine_to_write(house.folder.path()).err(), Some(Finding::LogKey));
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
    tamper(&house.store, "update summary set sealed = zeroblob(9) where rowid = 1");
    tamper(&house.store, "update casefile set opened_at = 1 where rowid = 2");
    let seen = rebuild(&house.store, &mut house.openers(), true, || ()).unwrap();
    assert_eq!(seen.differences.len(), 2);
    rebuild(&house.store, &mut house.openers(), false, || ()).unwrap();
    let again = rebuild(&house.store, &mut house.openers(), true, || ()).unwrap();
    assert_eq!(again.differences, Vec::<String>::new());
}
