//! What is shown to witnesses, and what the log is held against.

use super::*;
use crate::upkeep::verify_against;
use access::entries::{AccessEntry, record_access};
use access::organisation::Openers;
use base::UserId;
use rehearsal::{House, START, sign_anew};
use store::witness::State;
use vault::Signer;
use vault::checkpoint::cosign;
use vault::merkle::Shown;

/// An organisation that has four entries of its founding in the log, and ten of reading.
fn house() -> House {
    let house = House::open();
    (0..10).for_each(|n| read_something(&house, n));
    house
}

fn read_something(house: &House, n: i64) {
    let (member, action, outcome) = (UserId::from_bytes([1; 16]), "open-case".to_owned(), "allowed".to_owned());
    let entry = AccessEntry { at: START, member, action, outcome, case: None, compartments: 0, cases: n };
    house.store.write(|tx| record_access(tx, &entry)).unwrap();
}

fn edge(house: &House, size: u64) -> Frontier {
    house.store.read(|tx| edge_at(tx, size)).unwrap()
}

fn note(house: &House) -> String {
    house.store.read(|tx| tx.checkpoint()).unwrap().unwrap().0
}

fn witness() -> (Signer, NamedKey) {
    let signer = Signer::from_slice(&[5; 32]).unwrap();
    let key = NamedKey::of_witness("shelter.example/witness", signer.verifier()).unwrap();
    (signer, key)
}

/// The checkpoint of now with a cosignature.
fn cosigned(house: &House) -> String {
    let (note, (signer, key)) = (note(house), witness());
    let line = cosign(&Note::read(&note).unwrap(), key.name(), &signer, START.millis() as u64 / 1000).unwrap();
    note + &line
}

fn found(house: &House, kept: &str) -> Vec<Finding> {
    let witnessed = house.store.read(|tx| Witnessed::read(tx, kept, Some(&witness().1))).unwrap();
    verify_against(&house.store, &mut Openers::new(), vec![witnessed], || ()).unwrap().findings
}

#[test]
fn whatever_a_witness_has_seen_it_is_shown_that_the_log_goes_on() {
    let house = house();
    let end = edge(&house, u64::MAX);
    assert_eq!(end.size(), 14);
    for old in 0..=end.size() {
        let begun = edge(&house, old);
        let submission = |known| house.store.read(|tx| submission(tx, old, known)).unwrap();
        let (quick, reached) = submission(Some(&begun));
        assert_eq!((&quick, &reached), (&submission(None).0, &end), "what is kept saves work and changes nothing");
        let shown = merkle::shown((old, begun.root()), (end.size(), end.root()), &quick.proof);
        assert_eq!((shown, quick.old), (Shown::Continues, old));
    }
    let beyond = house.store.read(|tx| submission(tx, end.size() + 1, None)).unwrap();
    assert_eq!((beyond.0.old, beyond.0.proof.len()), (end.size(), 0));
}

#[test]
fn a_kept_edge_that_does_not_lead_to_the_end_is_not_believed() {
    let house = house();
    let mut other = Frontier::default();
    (0..7u8).for_each(|n| other.push(merkle::leaf(&[n])));
    let shown = |known: &Frontier| house.store.read(|tx| submission(tx, 7, Some(known))).unwrap();
    assert_eq!(shown(&other), shown(&edge(&house, 7)));
    assert_eq!(shown(&edge(&house, 6)), shown(&edge(&house, 7)), "an edge of another size");
}

#[test]
fn a_checkpoint_from_outside_is_held_against_the_log() {
    let house = house();
    let kept = cosigned(&house);
    assert_eq!(found(&house, &kept), []);
    read_something(&house, 11);
    assert_eq!(found(&house, &kept), [], "it has grown and goes on");
    let other = House::open_another();
    assert!(matches!(found(&house, &cosigned(&other))[..], [Finding::OtherLog { .. }]));

    let later = cosigned(&house);
    house.store.tamper("delete from access_entry where position > 12").unwrap();
    sign_anew(house.folder.path(), &house.store, &edge(&house, u64::MAX));
    let entries = edge(&house, u64::MAX).size();
    assert!(
        found(&house, &later).iter().any(|f| matches!(f, Finding::Shorter { entries: e, .. } if *e == entries)),
        "{:?}",
        found(&house, &later)
    );
}

#[test]
fn a_history_that_was_written_anew_and_signed_with_the_logs_own_key_is_found() {
    let house = house();
    let kept = cosigned(&house);
    house.store.tamper("update access_entry set cases = 0 where position = 9").unwrap();
    sign_anew(house.folder.path(), &house.store, &edge(&house, u64::MAX));
    let inside = crate::upkeep::verify(&house.store, &mut Openers::new(), || ()).unwrap().findings;
    assert_eq!(inside, [], "everything inside fits");
    let size = edge(&house, u64::MAX).size();
    assert_eq!(found(&house, &kept), [Finding::Rewritten { by: "shelter.example/witness".into(), size }]);
}

#[test]
fn what_the_registry_keeps_of_a_witness_is_checked_by_verify_itself() {
    let house = house();
    let (kept, key) = (cosigned(&house), witness().1);
    let standing = Standing { note: kept, edge: edge(&house, u64::MAX), ..Standing::new(key.clone(), START) };
    let standing = standing.turned(State::Cosigned, START);
    house.store.write(|tx| standing.save(tx)).unwrap();
    let verified = crate::upkeep::verify(&house.store, &mut Openers::new(), || ()).unwrap();
    assert_eq!(verified.findings, []);
    assert_eq!(verified.witnessed[0].by, Some((key.name().to_owned(), START)));
    assert_eq!(house.store.read(|tx| witness::of(tx, &key)).unwrap().as_ref(), Some(&standing));

    house.store.write(|tx| standing.clone().turned(State::Differs, START).save(tx)).unwrap();
    let findings = crate::upkeep::verify(&house.store, &mut Openers::new(), || ()).unwrap().findings;
    assert_eq!(findings, [Finding::Contradicted { by: key.name().to_owned(), since: START }]);

    house.store.write(|tx| standing.save(tx)).unwrap();
    house.store.tamper("update access_entry set cases = 0 where position = 9").unwrap();
    sign_anew(house.folder.path(), &house.store, &edge(&house, u64::MAX));
    let findings = crate::upkeep::verify(&house.store, &mut Openers::new(), || ()).unwrap().findings;
    assert!(matches!(findings[..], [Finding::Rewritten { .. }]), "{findings:?}");
    house.store.tamper("update witness set note = 'nothing'").unwrap();
    let findings = crate::upkeep::verify(&house.store, &mut Openers::new(), || ()).unwrap().findings;
    assert!(findings.iter().all(|f| matches!(f, Finding::Sum { table: "witness", .. })) && findings.len() == 2);
    house.store.tamper("update witness set state = 'nothing'").unwrap();
    let findings = crate::upkeep::verify(&house.store, &mut Openers::new(), || ()).unwrap().findings;
    assert!(matches!(findings[..], [Finding::Engine { .. }, Finding::Sum { table: "witness", .. }]), "{findings:?}");
}
