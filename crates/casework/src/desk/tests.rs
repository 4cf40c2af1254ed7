//! The working set, as stories.

use super::*;
use crate::Origin;
use crate::registry::register;
use access::Role;
use base::{Arrival, Birth, Country, Date, Instant, Paper, PaperKind, PaperStatus, Sign};
use rehearsal::House;
use std::sync::Arc;

fn today() -> Date {
    rehearsal::START.local_date()
}

fn person(name: &str, country: &str, birth: &str) -> Arrival {
    Arrival {
        names: vec![name.into()],
        birth: Birth::read(birth),
        nationalities: vec![Country::from_iso3(country).unwrap()],
        ..Arrival::default()
    }
}

fn names(desk: &SharedDesk, store: &Store, query: &Query) -> Vec<String> {
    let read = |desk: &Desk| desk.page(query, 0, 50, today()).lines.iter().map(|l| l.names[0].clone()).collect();
    fresh(desk, store, rehearsal::START, read).unwrap()
}

fn find(text: &str) -> Query {
    Query { text: text.into(), ..Query::default() }
}

#[test]
fn a_latin_name_finds_the_ethiopic_one_and_numbers_find_too() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let mut hanna = person("ሐና ተስፋዬ", "ETH", "2001-05-17");
    hanna.papers =
        vec![Paper { kind: PaperKind::Passport, status: PaperStatus::Held, number: Some("ZZ1234567".into()) }];
    hanna.contacts = vec!["+855 00 000 101".into()];
    hanna.place = Some("Kampot".into());
    let code = house.run(&mut keys, |cx| register(cx, hanna, Origin::Card, None)).unwrap().code;
    house.run(&mut keys, |cx| register(cx, person("刘波", "CHN", "2002-10-16"), Origin::Card, None)).unwrap();
    let desk = Desks::default().open(&house.store, &keys, house.now).unwrap();
    for text in
        ["Hanna Tesfaye", "ተስፋዬ", &code.to_string(), "1234567", "85500000101", "kampot", "ethiopia", "2001-05-17"]
    {
        assert_eq!(names(&desk, &house.store, &find(text)), ["ሐና ተስፋዬ"], "{text}");
    }
    assert_eq!(names(&desk, &house.store, &find("liu bo")), ["刘波"]);
    assert!(names(&desk, &house.store, &find("nobody of this name")).is_empty());
}

#[test]
fn what_another_server_registers_is_on_the_next_page() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let elsewhere = store::Store::open(house.folder.path()).unwrap();
    let desk = Desks::default().open(&elsewhere, &keys, house.now).unwrap();
    assert!(names(&desk, &elsewhere, &find("selam")).is_empty());
    house.run(&mut keys, |cx| register(cx, person("Selam Bekele", "ETH", "2001"), Origin::Card, None)).unwrap();
    assert_eq!(names(&desk, &elsewhere, &find("selam")), ["Selam Bekele"]);
}

#[test]
fn the_desk_follows_what_is_written_after_it_was_opened() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let desk = Desks::default().open(&house.store, &keys, house.now).unwrap();
    assert!(names(&desk, &house.store, &find("selam")).is_empty());
    let case =
        house.run(&mut keys, |cx| register(cx, person("Selam", "ETH", "1999"), Origin::Card, None)).unwrap().case;
    assert_eq!(names(&desk, &house.store, &find("selam")), ["Selam"]);
    let renamed = vec![crate::Fact::Names(vec!["Selamawit".into()])];
    house
        .run(&mut keys, |cx| crate::registry::correct(cx, case, renamed, crate::registry::Earlier::Replaced, None))
        .unwrap();
    assert_eq!(names(&desk, &house.store, &find("selamawit")), ["Selamawit"]);
}

#[test]
fn filters_and_orders_work_together() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    for (name, country, birth) in
        [("Zelaya", "IDN", "1990-01-01"), ("Ama", "GHA", "2010-02-03"), ("Budi", "IDN", "2009-06-01")]
    {
        let mut arrival = person(name, country, birth);
        arrival.signs = if name == "Budi" { [Sign::Hurt].into() } else { Default::default() };
        house.run(&mut keys, |cx| register(cx, arrival, Origin::Card, None)).unwrap();
    }
    let desk = Desks::default().open(&house.store, &keys, house.now).unwrap();
    let indonesian = Query { nationality: Country::from_iso3("IDN"), sort: Sort::Name, ..Query::default() };
    assert_eq!(names(&desk, &house.store, &indonesian), ["Budi", "Zelaya"]);
    let minors = Query { sign: Some(Sign::Minor), sort: Sort::Urgent, ..Query::default() };
    assert_eq!(names(&desk, &house.store, &minors), ["Budi", "Ama"], "under 18 follows from the birth");
    assert_eq!(names(&desk, &house.store, &Query::default()), ["Budi", "Ama", "Zelaya"], "the newest first");
    let later = Query { registered_since: Some("2026-02-01".parse().unwrap()), ..Query::default() };
    assert!(names(&desk, &house.store, &later).is_empty());
}

#[test]
fn a_team_shares_one_desk_and_it_goes_with_the_last_session() {
    let mut house = House::open();
    let (first, second) =
        (house.enter("sokha", Role::Caseworker, Some(0)), house.enter("dara", Role::Caseworker, Some(0)));
    let officer = house.enter("maly", Role::ProtectionOfficer, Some(0));
    let desks = Desks::default();
    let (one, two) =
        (desks.open(&house.store, &first, house.now).unwrap(), desks.open(&house.store, &second, house.now).unwrap());
    assert!(Arc::ptr_eq(&one, &two));
    let other = desks.open(&house.store, &officer, house.now).unwrap();
    assert!(!Arc::ptr_eq(&one, &other), "another set of keys has a desk of its own");
    let left = Arc::downgrade(&one);
    drop((one, two));
    assert!(left.upgrade().is_none());
}

#[test]
fn a_role_without_the_care_key_has_no_care_on_its_desk() {
    let mut house = House::open();
    let mut consul = house.enter("consul", Role::ConsularOfficer, Some(1));
    let mut arrival = person("Ade", "IDN", "1999-01-07");
    arrival.signs = [Sign::Pregnant, Sign::Threatened].into();
    house.run(&mut consul, |cx| register(cx, arrival, Origin::Card, None)).unwrap();
    let desk = Desks::default().open(&house.store, &consul, house.now).unwrap();
    let signs = |desk: &Desk| desk.lines().map(|line| line.signs(today())).collect::<Vec<_>>();
    assert_eq!(fresh(&desk, &house.store, house.now, signs).unwrap(), [vec![]]);
}

#[test]
fn outreach_finds_its_own_of_the_last_day() {
    let mut house = House::open();
    let mut lina = house.enter("lina", Role::Outreach, Some(0));
    let mut other = house.enter("rith", Role::Outreach, Some(0));
    house.run(&mut lina, |cx| register(cx, person("Mine", "KEN", "1999"), Origin::Card, None)).unwrap();
    house.run(&mut other, |cx| register(cx, person("Theirs", "KEN", "1999"), Origin::Card, None)).unwrap();
    let desk = Desks::default().open(&house.store, &lina, house.now).unwrap();
    assert_eq!(names(&desk, &house.store, &Query::default()), ["Mine"]);
    let tomorrow = Desks::default().open(&house.store, &lina, house.now.plus_hours(25)).unwrap();
    assert!(names(&tomorrow, &house.store, &Query::default()).is_empty(), "and no longer than a day");
}

#[test]
fn a_day_filter_uses_local_days() {
    let line = Line::new(CaseId::from_bytes([1; 16]), Instant::read("2026-01-16T18:30:00Z").unwrap());
    assert_eq!(line.arrived().to_string(), "2026-01-17");
}
