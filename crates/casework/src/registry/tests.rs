//! The registry, as stories.

use super::view::Content;
use super::*;
use crate::Origin;
use crate::facts::Facts;
use access::Role;
use base::{Arrival, Birth, Consent, Country, Sex, Sign};
use rehearsal::House;

fn hanna() -> Arrival {
    Arrival {
        names: vec!["ሐና ተስፋዬ".into(), "Hanna Tesfaye".into()],
        sex: Some(Sex::Female),
        birth: Some(Birth::Year(2001)),
        nationalities: vec![Country::from_iso3("ETH").unwrap()],
        place: Some("Phnom Penh, Tuol Kouk".into()),
        signs: [Sign::NoShelter, Sign::Threatened].into(),
        contacts: vec!["+85500000101".into()],
        remark: Some("Asks for an Amharic interpreter.".into()),
        consent: Consent::Spoken,
        ..Arrival::default()
    }
}

#[test]
fn an_arrival_becomes_a_case_that_the_caseworker_reads_whole() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let registered = house.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap();
    let case = house.run(&mut keys, |cx| view(cx, registered.case)).unwrap();
    assert_eq!(case.code, registered.code);
    assert_eq!(case.open.len(), 4);
    assert_eq!(case.facts.newest(Field::Names), Some(&Fact::Names(hanna().names)));
    assert_eq!(case.facts.newest(Field::Sign(Sign::Threatened)), Some(&Fact::Sign(Sign::Threatened, true)));
    assert!(matches!(&case.timeline[0].content, Content::Registered { origin: Origin::Card, .. }));
    assert_eq!(case.timeline[0].author, "sokha");
}

#[test]
fn each_role_opens_only_its_compartments() {
    let mut house = House::open();
    let mut consul = house.enter("consul", Role::ConsularOfficer, Some(1));
    let registered = house.run(&mut consul, |cx| register(cx, hanna(), Origin::Card, None)).unwrap();
    let case = house.run(&mut consul, |cx| view(cx, registered.case)).unwrap();
    assert_eq!(case.open, [Compartment::Identity, Compartment::Journey]);
    assert!(case.facts.newest(Field::Remark).is_none() && case.facts.newest(Field::Sign(Sign::NoShelter)).is_none());
    let closed = case.timeline.iter().filter(|e| matches!(e.content, Content::NotOpen(_))).count();
    assert_eq!(closed, 2, "care and protection were delivered sealed");
}

#[test]
fn another_team_meets_the_same_sentence_as_for_no_case_and_the_attempt_is_recorded() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut shelter = house.enter("dara", Role::ShelterManager, Some(2));
    let registered = house.run(&mut sokha, |cx| register(cx, hanna(), Origin::Card, None)).unwrap();
    let theirs = house.run(&mut shelter, |cx| view(cx, registered.case)).err().unwrap().to_string();
    let nobodys = house.run(&mut shelter, |cx| view(cx, CaseId::from_bytes([3; 16]))).err().unwrap().to_string();
    assert_eq!(theirs, nobodys);
    let entries = house.store.read(|tx| access::entries::newest_access(tx, i64::MAX, 2)).unwrap();
    assert!(entries.iter().all(|(_, entry)| entry.outcome == "refused"));
}

#[test]
fn outreach_reads_the_identity_of_its_own_for_a_day_and_nothing_else() {
    let mut house = House::open();
    let mut lina = house.enter("lina", Role::Outreach, Some(0));
    let registered = house.run(&mut lina, |cx| register(cx, hanna(), Origin::Card, None)).unwrap();
    let case = house.run(&mut lina, |cx| view(cx, registered.case)).unwrap();
    assert_eq!(case.open, [Compartment::Identity]);
    house.now = house.now.plus_hours(25);
    assert!(matches!(house.run(&mut lina, |cx| view(cx, registered.case)), Err(AccessError::NotFound { .. })));
    let now = house.now;
    let forgotten = house.store.write(|tx| access::keyring::forget_expired(tx, now)).unwrap();
    assert_eq!(forgotten, 1, "her key is gone, the team's stays");
}

#[test]
fn a_correction_keeps_the_earlier_value_in_the_timeline() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let case = house.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap().case;
    let birth = Fact::Birth(Birth::read("2001-05-17").unwrap());
    let because = Some("seen the document".to_owned());
    house.run(&mut keys, |cx| correct(cx, case, vec![birth.clone()], Earlier::Replaced, because.clone())).unwrap();
    let view = house.run(&mut keys, |cx| view(cx, case)).unwrap();
    assert_eq!(view.facts.newest(Field::Birth), Some(&birth));
    let last = view.timeline.last().unwrap();
    let Content::Stated { changes, because: said } = &last.content else { panic!("a correction is a statement") };
    assert_eq!(
        (changes[0].from.as_slice(), &changes[0].to, said),
        ([Fact::Birth(Birth::Year(2001))].as_slice(), &birth, &because)
    );
}

#[test]
fn correcting_to_the_same_value_writes_nothing() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let case = house.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap().case;
    house.run(&mut keys, |cx| correct(cx, case, vec![Fact::Sex(Sex::Female)], Earlier::Replaced, None)).unwrap();
    assert_eq!(house.run(&mut keys, |cx| view(cx, case)).unwrap().timeline.len(), 4);
}

#[test]
fn two_values_both_stand_until_somebody_picks() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let case = house.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap().case;
    let kampot = vec![Fact::Place("Kampot".into())];
    house.run(&mut keys, |cx| correct(cx, case, kampot, Earlier::Kept, None)).unwrap();
    let conflict = |facts: &Facts| facts.in_conflict(Field::Place);
    assert!(conflict(&house.run(&mut keys, |cx| view(cx, case)).unwrap().facts));
    house.run(&mut keys, |cx| correct(cx, case, vec![Fact::Place("Kampot".into())], Earlier::Replaced, None)).unwrap();
    assert!(!conflict(&house.run(&mut keys, |cx| view(cx, case)).unwrap().facts));
}

#[test]
fn a_consular_officer_corrects_the_place_but_not_the_name() {
    let mut house = House::open();
    let mut keys = house.enter("consul", Role::ConsularOfficer, Some(1));
    let case = house.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap().case;
    house.run(&mut keys, |cx| correct(cx, case, vec![Fact::Place("Bavet".into())], Earlier::Replaced, None)).unwrap();
    let name = vec![Fact::Names(vec!["Somebody Else".into()])];
    assert!(matches!(
        house.run(&mut keys, |cx| correct(cx, case, name, Earlier::Replaced, None)),
        Err(AccessError::Refused { .. })
    ));
}

#[test]
fn who_came_together_stays_together() {
    let mut house = House::open();
    let mut keys = house.enter("lina", Role::Outreach, Some(0));
    let mother = house.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap().case;
    let child = Arrival { names: vec!["Saba".into()], ..Arrival::default() };
    let child = house.run(&mut keys, |cx| register(cx, child, Origin::Card, Some(mother))).unwrap().case;
    let group = |house: &mut House, keys: &mut _, case| {
        house.run(keys, |cx| view(cx, case)).unwrap().facts.newest(Field::Group).cloned()
    };
    let (first, second) = (group(&mut house, &mut keys, mother), group(&mut house, &mut keys, child));
    assert!(first.is_some() && first == second);
}

#[test]
fn without_consent_nothing_that_names_is_kept() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let arrival = Arrival { consent: Consent::Refused, ..hanna() };
    let case = house.run(&mut keys, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    let view = house.run(&mut keys, |cx| view(cx, case)).unwrap();
    let named = [Field::Names, Field::Birth, Field::Contacts, Field::Papers, Field::Nationalities, Field::Remark];
    assert!(named.iter().all(|field| view.facts.newest(*field).is_none()));
    assert!(view.facts.newest(Field::Sign(Sign::NoShelter)).is_some());
}
