//! Channels, as stories: an address is confirmed, something waits, a member is told once.

use access::alert::channel::{self, Asked, Due, MailAddress, Means};
use access::alert::{self, Alert, Kind, To, push_key, raise};
use access::webhook::Address;
use access::{Keyring, Role};
use rehearsal::House;

const BOTH: [Means; 2] = [Means::Mail, Means::Push];
const MINUTE: i64 = 60_000;

fn mail(text: &str) -> MailAddress {
    MailAddress::read(text).unwrap()
}

fn asked(house: &mut House, keys: &mut Keyring, address: &str) -> String {
    match house.run(keys, |cx| channel::ask_mail(cx, &mail(address), "km")).unwrap() {
        Asked::Code { code, .. } => code,
        Asked::TooSoon => panic!("a code was sent a moment ago"),
    }
}

fn confirmed(house: &mut House, keys: &mut Keyring, code: &str) -> bool {
    house.run(keys, |cx| channel::confirm_mail(cx, code)).unwrap()
}

/// Addresses with whether each is used.
fn used(house: &mut House, keys: &mut Keyring) -> Vec<(String, bool)> {
    let channels = house.run(keys, channel::of_actor).unwrap();
    channels.into_iter().map(|channel| (channel.address, channel.confirmed)).collect()
}

/// A caseworker whose address for e-mail is confirmed.
fn told_by_mail(house: &mut House) -> Keyring {
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let code = asked(house, &mut sokha, "sokha@example.org");
    assert!(confirmed(house, &mut sokha, &code));
    sokha
}

fn something_happens(house: &mut House, kind: Kind) {
    let (now, team) = (house.now, house.founded.teams[0].id);
    let alert = Alert { to: To::Team(team), kind, case: None };
    house.store.write(|tx| raise(tx, &alert, now, &mut house.rng)).unwrap();
}

fn claimed(house: &House) -> Vec<Due> {
    house.store.write(|tx| channel::claim(tx, &BOTH, house.now)).unwrap()
}

fn later(house: &mut House, minutes: i64) {
    house.now = house.now.plus_millis(minutes * MINUTE);
}

#[test]
fn an_address_is_used_once_its_code_came_back_and_the_earlier_one_until_then() {
    let mut house = House::open();
    let mut sokha = told_by_mail(&mut house);
    later(&mut house, 3);
    let code = asked(&mut house, &mut sokha, "new@example.org");
    let both = [("sokha@example.org".to_owned(), true), ("new@example.org".to_owned(), false)];
    assert_eq!(used(&mut house, &mut sokha), both);
    let spaced = format!("{} {}", &code[..4], &code[4..]);
    assert!(confirmed(&mut house, &mut sokha, &spaced));
    assert_eq!(used(&mut house, &mut sokha), [("new@example.org".to_owned(), true)]);
    assert!(!confirmed(&mut house, &mut sokha, &code), "a code works once");
}

#[test]
fn a_code_is_good_for_five_attempts_and_half_an_hour_and_another_is_not_sent_at_once() {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let code = asked(&mut house, &mut sokha, "sokha@example.org");
    let again = house.run(&mut sokha, |cx| channel::ask_mail(cx, &mail("victim@example.org"), "en")).unwrap();
    assert_eq!(again, Asked::TooSoon);
    for _ in 0..5 {
        assert!(!confirmed(&mut house, &mut sokha, "x"));
    }
    assert!(!confirmed(&mut house, &mut sokha, &code));
    later(&mut house, 3);
    let code = asked(&mut house, &mut sokha, "sokha@example.org");
    later(&mut house, 31);
    assert!(!confirmed(&mut house, &mut sokha, &code));
    let now = house.now.plus_hours(24);
    assert_eq!(house.store.write(|tx| channel::forget(tx, now)).unwrap(), 1, "nobody confirmed it");
}

#[test]
fn a_code_opens_nobody_elses_address() {
    let mut house = House::open();
    let [mut sokha, mut dara] = ["sokha", "dara"].map(|name| house.enter(name, Role::Caseworker, Some(0)));
    let code = asked(&mut house, &mut sokha, "sokha@example.org");
    asked(&mut house, &mut dara, "dara@example.org");
    assert!(!confirmed(&mut house, &mut dara, &code));
    let id = house.run(&mut sokha, channel::of_actor).unwrap().remove(0).id;
    assert!(!house.run(&mut dara, |cx| channel::remove(cx, &id)).unwrap());
    assert!(house.run(&mut sokha, |cx| channel::remove(cx, &id)).unwrap());
}

#[test]
fn who_does_not_look_within_a_minute_is_told_once_however_much_happens() {
    let mut house = House::open();
    let _sokha = told_by_mail(&mut house);
    assert!(claimed(&house).is_empty(), "nothing happened");
    something_happens(&mut house, Kind::ReferralReceived);
    assert!(claimed(&house).is_empty(), "it may still be looked at");
    later(&mut house, 1);
    something_happens(&mut house, Kind::ReferralOverdue);
    let due = claimed(&house);
    assert_eq!((due.len(), due[0].0.address.as_str(), due[0].0.tongue.as_str()), (1, "sokha@example.org", "km"));
    assert!(claimed(&house).is_empty(), "another server does not tell it too");
    // While it is sent something else happens: that is told later, not lost.
    something_happens(&mut house, Kind::ConsentWithdrawn);
    house.store.write(|tx| channel::told(tx, &due[0], house.now)).unwrap();
    later(&mut house, 9);
    assert!(claimed(&house).is_empty(), "at most one in ten minutes");
    later(&mut house, 1);
    assert_eq!(claimed(&house).len(), 1);
}

#[test]
fn who_has_looked_is_not_told() {
    let mut house = House::open();
    let mut sokha = told_by_mail(&mut house);
    something_happens(&mut house, Kind::ReferralReceived);
    house.run(&mut sokha, alert::all_seen).unwrap();
    later(&mut house, 1);
    assert!(claimed(&house).is_empty());
    something_happens(&mut house, Kind::ReferralReceived);
    later(&mut house, 1);
    assert_eq!(claimed(&house).len(), 1, "what happens after that is told");
}

#[test]
fn a_server_that_fell_while_telling_loses_nothing() {
    let mut house = House::open();
    let _sokha = told_by_mail(&mut house);
    something_happens(&mut house, Kind::ReferralReceived);
    later(&mut house, 1);
    assert_eq!(claimed(&house).len(), 1);
    later(&mut house, 9);
    assert!(claimed(&house).is_empty());
    later(&mut house, 1);
    assert_eq!(claimed(&house).len(), 1);
}

#[test]
fn what_fails_waits_longer_each_time_and_is_switched_off_after_a_day() {
    let mut house = House::open();
    let mut sokha = told_by_mail(&mut house);
    something_happens(&mut house, Kind::ReferralReceived);
    let (begun, mut attempts) = (house.now, Vec::new());
    while house.now < begun.plus_hours(40) {
        later(&mut house, 1);
        for due in claimed(&house) {
            house.store.write(|tx| channel::failed(tx, &due, "no-connection", false, house.now)).unwrap();
            attempts.push((house.now.millis() - begun.millis()) / MINUTE);
        }
    }
    assert_eq!(&attempts[..5], [1, 2, 4, 8, 16]);
    let last = attempts.last().unwrap() / 60;
    assert!((24..26).contains(&last), "{attempts:?}");
    let channel = house.run(&mut sokha, channel::of_actor).unwrap().remove(0);
    assert_eq!((channel.enabled, channel.trouble.as_str()), (false, "no-connection"));
}

#[test]
fn what_is_hopeless_is_switched_off_at_once() {
    let mut house = House::open();
    let mut sokha = told_by_mail(&mut house);
    something_happens(&mut house, Kind::ReferralReceived);
    later(&mut house, 1);
    let due = claimed(&house).remove(0);
    house.store.write(|tx| channel::failed(tx, &due, "not-taken", true, house.now)).unwrap();
    assert!(!house.run(&mut sokha, channel::of_actor).unwrap()[0].enabled);
}

#[test]
fn a_browser_belongs_to_whoever_asked_last_and_the_sixth_drives_out_the_first() {
    let mut house = House::open();
    let [mut sokha, mut dara] = ["sokha", "dara"].map(|name| house.enter(name, Role::Caseworker, Some(0)));
    let endpoint = |n: usize| Address::read(&format!("https://push.example.org/{n}")).unwrap();
    for n in 0..6 {
        house.run(&mut sokha, |cx| channel::add_push(cx, &endpoint(n), "en")).unwrap();
    }
    let of_sokha = used(&mut house, &mut sokha);
    assert_eq!((of_sokha.len(), of_sokha[0].0.as_str()), (5, "https://push.example.org/1"));
    house.run(&mut dara, |cx| channel::add_push(cx, &endpoint(1), "en")).unwrap();
    assert_eq!((used(&mut house, &mut sokha).len(), used(&mut house, &mut dara).len()), (4, 1));
}

#[test]
fn addresses_of_who_is_shut_out_are_forgotten_and_used_no_more() {
    let mut house = House::open();
    let sokha = told_by_mail(&mut house).actor.member;
    something_happens(&mut house, Kind::ReferralReceived);
    house.store.write(|tx| access::member::disable(tx, sokha, sokha, house.now)).unwrap();
    later(&mut house, 1);
    assert!(claimed(&house).is_empty());
    assert_eq!(house.store.write(|tx| channel::forget(tx, house.now)).unwrap(), 1);
}

#[test]
fn rows_of_channels_fit_their_sums_whatever_became_of_them() {
    let mut house = House::open();
    let mut sokha = told_by_mail(&mut house);
    let endpoint = Address::read("https://push.example.org/1").unwrap();
    house.run(&mut sokha, |cx| channel::add_push(cx, &endpoint, "en")).unwrap();
    push_key::of(&house.store, house.now, &mut house.rng).unwrap();
    something_happens(&mut house, Kind::ReferralReceived);
    later(&mut house, 1);
    let due = claimed(&house);
    house.store.write(|tx| channel::told(tx, &due[0], house.now)).unwrap();
    house.store.write(|tx| channel::failed(tx, &due[1], "no-connection", false, house.now)).unwrap();
    for table in store::sum::summed().filter(|table| table.name.starts_with("alert") || table.name == "push_key") {
        assert_eq!(house.store.read(|tx| store::sum::wrong(tx, table)).unwrap(), [""; 0], "{}", table.name);
    }
}

#[test]
fn the_key_of_pushes_is_made_once() {
    let mut house = House::open();
    let public = |house: &mut House| push_key::of(&house.store, house.now, &mut house.rng).unwrap().public();
    let first = public(&mut house);
    assert_eq!((public(&mut house), first.len()), (first, 65));
}

#[test]
fn an_address_is_a_plain_one() {
    for good in ["a@example.org", "first.last+x@mail.example.co.uk", " a_b@ex-ample.org "] {
        assert!(MailAddress::read(good).is_some(), "{good}");
    }
    for bad in [
        "",
        "a",
        "@example.org",
        "a@",
        "a@b",
        "a@@example.org",
        "a b@example.org",
        "a@example.org\r\nBcc: x@example.org",
        "a@example..org",
        "a@-example.org",
        "\"a\"@example.org",
        "a@exämple.org",
        "a,b@example.org",
        "<a@example.org>",
    ] {
        assert!(MailAddress::read(bad).is_none(), "{bad}");
    }
}
