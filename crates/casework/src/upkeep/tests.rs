//! What was altered is found, and what is derived is the same again.

use super::*;
use crate::Origin;
use crate::registry::register;
use access::{Keyring, Role};
use base::{Arrival, Sign};
use rehearsal::{House, new_store};
use store::{Store, dump};

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

/// Writes out the abbreviations of these tests in words that both engines know.
fn spelled(statement: &str) -> String {
    let statement = statement.replace("BYTES", "(select frontier from log_head)");
    let Some((before, row)) = statement.split_once("NTH ") else { return statement };
    let [table, key, rest] = row.splitn(3, ' ').collect::<Vec<_>>()[..] else { panic!("{statement}") };
    let (nth, after) = rest.split_once(' ').map_or((rest, String::new()), |(nth, after)| (nth, format!(" {after}")));
    format!("{before}{key} = (select {key} from {table} order by {key} limit 1 offset {nth}){after}")
}

/// Does to the database what somebody with the file in hand could do.
fn tamper(store: &Store, statement: &str) {
    let changed = store.tamper(statement).expect("a statement that fits the tables");
    assert!(changed > 0, "{statement} changed nothing");
}

/// The registry once more: making keys anew for every alteration would take minutes.
fn copy_of(house: &House) -> (tempfile::TempDir, Store) {
    let copy = tempfile::tempdir().unwrap();
    let new = new_store(copy.path());
    dump::dump(&house.store, |chunk| dump::load(&new, &chunk.bytes).map(drop)).unwrap();
    std::fs::copy(house.folder.path().join("log.key"), copy.path().join("log.key")).unwrap();
    drop(new);
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
    let hash: Expect = |f| matches!(f, Finding::PayloadHash { .. });
    // BYTES stands for bytes that do not belong there, and NTH for one row among many.
    let cases: [(&str, Expect); 25] = [
        ("update payload set sealed = BYTES where NTH payload event_id 2", hash),
        ("update payload set compartment = 5 where NTH payload event_id 2", hash),
        ("delete from payload where NTH payload event_id 2", |f| matches!(f, Finding::PayloadGone { .. })),
        ("update payload set event_id = 'nobody' where NTH payload event_id 2", |f| {
            matches!(f, Finding::Orphan { .. })
        }),
        ("update event set clock = clock + 1 where NTH event id 1", |f| matches!(f, Finding::Signature { .. })),
        ("delete from event where NTH event id 1", |f| matches!(f, Finding::Chain { .. })),
        ("delete from access_entry where position = (select max(position) from access_entry)", |f| {
            matches!(f, Finding::Gap { .. } | Finding::LogRoot)
        }),
        ("update admin_entry set action = 'nothing' where NTH admin_entry position 0", |f| {
            matches!(f, Finding::LogRoot)
        }),
        ("update admin_entry set bound = null where NTH admin_entry position 0", |f| matches!(f, Finding::LogRoot)),
        ("update log_head set note = replace(note, 'registry/', 'registri/')", |f| matches!(f, Finding::Checkpoint)),
        ("update log_head set frontier = (select salt from member order by id limit 1)", |f| {
            matches!(f, Finding::Checkpoint)
        }),
        ("update case_key set wrapped = BYTES where NTH case_key case_id 0", |f| matches!(f, Finding::CaseKey { .. })),
        ("update case_key set expires_at = 7 where NTH case_key case_id 0", sum),
        ("update case_key set sum = null where NTH case_key case_id 0", sum),
        ("update organisation set escrow_key = BYTES", bound),
        ("update organisation set log_key = escrow_key", bound),
        ("update team_key set public_key = BYTES where NTH team_key team_id 1 and compartment = 3", bound),
        ("update team set name = 'Somebody else' where NTH team id 0", bound),
        ("update member set role = 'administrator'", bound),
        ("update member set second_factor_step = 0", bound),
        ("update member_key set wrapped = BYTES where NTH member_key member_id 0", bound),
        ("update recovery_code set used_at = 1 where NTH recovery_code hash 0", bound),
        ("insert into team (id, name, kind) values ('x', 'y', 'z')", |f| {
            matches!(f, Finding::Bound { stranger: true, .. })
        }),
        ("update summary set sealed = BYTES where NTH summary case_id 0", derived),
        ("update casefile set code = 'x' where NTH casefile case_id 1", derived),
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
        let statement = spelled(statement);
        tamper(&store, &statement);
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
        "update log_head set frontier = (select salt from member order by id limit 1)",
        "update log_head set note = replace(note, 'registry/', 'registri/')",
        "update organisation set log_key = escrow_key",
    ] {
        let (_copy, store) = copy_of(&house);
        assert_eq!(unfit_to_write(&store), None);
        tamper(&store, statement);
        assert!(unfit_to_write(&store).is_some(), "{statement}");
    }
    let path = house.folder.path().join("log.key");
    let mut key = std::fs::read(&path).unwrap();
    key[3] ^= 1;
    std::fs::write(&path, key).unwrap();
    assert_eq!(unfit_to_write(&house.store), Some(Finding::LogKey));
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
    tamper(&house.store, &spelled("update summary set sealed = BYTES where NTH summary case_id 0 and compartment = 1"));
    tamper(&house.store, &spelled("update casefile set opened_at = 1 where NTH casefile case_id 1"));
    let seen = rebuild(&house.store, &mut house.openers(), true, || ()).unwrap();
    assert_eq!(seen.differences.len(), 2);
    rebuild(&house.store, &mut house.openers(), false, || ()).unwrap();
    let again = rebuild(&house.store, &mut house.openers(), true, || ()).unwrap();
    assert_eq!(again.differences, Vec::<String>::new());
}
