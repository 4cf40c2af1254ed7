//! Rounds, with a clock that moves.

use super::*;
use crate::Origin;
use crate::registry::register;
use access::Role;
use access::alert::{Alert, Kind, To, raise, unseen_count};
use base::Arrival;
use rehearsal::House;

#[test]
fn the_key_of_outreach_is_gone_after_a_day_and_a_round_made_twice_does_no_more() {
    let mut house = House::open();
    let mut lina = house.enter("lina", Role::Outreach, Some(0));
    let hanna = Arrival { names: vec!["Hanna Tesfaye".into()], ..Arrival::default() };
    house.run(&mut lina, |cx| register(cx, hanna, Origin::Card, None)).unwrap();
    let mut round_after = |hours| {
        make(&house.store, &::pathway::pack::shipped()[0], house.now.plus_hours(hours), &mut house.rng).unwrap()
    };
    assert_eq!(round_after(23).of("keys-forgotten"), 0);
    assert_eq!(round_after(25).of("keys-forgotten"), 1);
    assert_eq!(round_after(25).of("keys-forgotten"), 0);
}

#[test]
fn an_alert_is_forgotten_after_ninety_days_with_what_was_not_seen_of_it() {
    let mut house = House::open();
    let sokha = house.add("sokha", Role::Caseworker, Some(0)).member;
    let alert = Alert { to: To::Member(sokha), kind: Kind::RetentionRan, case: None };
    let now = house.now;
    house.store.write(|tx| raise(tx, &alert, now, &mut house.rng)).unwrap();
    let count = |house: &House| house.store.read(|tx| unseen_count(tx, sokha)).unwrap();
    let forgotten = |house: &mut House, days: i64| {
        let at = now.plus_hours(24 * days);
        make(&house.store, &::pathway::pack::shipped()[0], at, &mut house.rng).unwrap().of("alerts-forgotten")
    };
    assert_eq!((forgotten(&mut house, 89), count(&house)), (0, 1));
    assert_eq!((forgotten(&mut house, 90), count(&house)), (1, 0));
}

#[test]
fn what_was_not_seen_by_somebody_who_is_gone_is_forgotten_and_the_alert_stays_for_the_others() {
    let mut house = House::open();
    let members = ["sokha", "dara"].map(|name| house.add(name, Role::Caseworker, Some(0)).member);
    let alert = Alert { to: To::Team(house.founded.teams[0].id), kind: Kind::ReferralReceived, case: None };
    let now = house.now;
    assert_eq!(house.store.write(|tx| raise(tx, &alert, now, &mut house.rng)).unwrap(), 2);
    house.store.write(|tx| access::member::disable(tx, members[1], members[0], now)).unwrap();
    make(&house.store, &::pathway::pack::shipped()[0], now, &mut house.rng).unwrap();
    let unseen = members.map(|member| house.store.read(|tx| unseen_count(tx, member)).unwrap());
    assert_eq!(unseen, [1, 0]);
}

#[test]
fn a_step_that_fails_is_answered_after_the_others_were_taken() {
    let mut house = House::open();
    let mut lina = house.enter("lina", Role::Outreach, Some(0));
    let hanna = Arrival { names: vec!["Hanna Tesfaye".into()], ..Arrival::default() };
    house.run(&mut lina, |cx| register(cx, hanna, Origin::Card, None)).unwrap();
    house.store.tamper("alter table alert rename to alert_away").unwrap();
    let later = house.now.plus_hours(25);
    assert!(make(&house.store, &::pathway::pack::shipped()[0], later, &mut house.rng).is_err());
    let again = house.store.write(|tx| keyring::forget_expired(tx, later)).unwrap();
    assert_eq!(again, 0, "the key was forgotten although another step failed");
}
