//! Webhooks, as stories: who may add one, and when a call is due.

use access::webhook::{self, Address, AddressError};
use access::{AccessError, Keyring, Role};
use rehearsal::House;

fn address() -> Address {
    Address::read("https://example.org/changed").unwrap()
}

fn added(house: &mut House, admin: &mut Keyring) -> webhook::Added {
    house.run(admin, |cx| webhook::add(cx, &address(), false, 10)).unwrap()
}

#[test]
fn an_administrator_adds_one_and_sees_its_secret_once() {
    let mut house = House::open();
    let mut admin = house.enter("thida", Role::Administrator, None);
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let refused = house.run(&mut sokha, |cx| webhook::add(cx, &address(), false, 10));
    assert!(matches!(refused, Err(AccessError::Refused { .. })));
    let added = added(&mut house, &mut admin);
    assert!(added.secret.starts_with("whsec_") && added.secret.len() == 6 + 44);
    let listed = house.run(&mut admin, webhook::list).unwrap();
    assert_eq!((listed.len(), listed[0].acknowledged, listed[0].enabled), (1, 10, true));
    assert!(house.run(&mut admin, |cx| webhook::remove(cx, &added.id)).unwrap());
    assert!(house.run(&mut admin, webhook::list).unwrap().is_empty());
    let acts = house.store.read(|tx| access::entries::newest_admin(tx, i64::MAX, 2)).unwrap();
    let acts: Vec<&str> = acts.iter().map(|(_, entry)| entry.action.as_str()).collect();
    assert_eq!(acts, ["webhook-removed", "webhook-added"]);
}

#[test]
fn addresses_are_https_or_on_this_machine() {
    for good in ["https://example.org", "https://example.org:8443/a?b=c", "http://localhost:9/x", "http://[::1]:9/"] {
        assert!(Address::read(good).is_ok(), "{good}");
    }
    for (bad, why) in [
        ("example.org", AddressError::NotAnAddress),
        ("ftp://example.org", AddressError::NotAnAddress),
        ("https://", AddressError::NotAnAddress),
        ("https://exa mple.org", AddressError::NotAnAddress),
        ("http://example.org", AddressError::NotEncrypted),
        ("http://localhost.example.org", AddressError::NotEncrypted),
        ("http://10.0.0.1", AddressError::NotEncrypted),
        ("https://me:secret@example.org", AddressError::HoldsCredentials),
        ("http://localhost@example.org", AddressError::HoldsCredentials),
    ] {
        assert_eq!(Address::read(bad), Err(why), "{bad}");
    }
}

/// The example of the specification's reference libraries.
#[test]
fn calls_are_signed_as_standard_webhooks_says() {
    let mac = vault::hmac_sha256(
        &data_encoding::BASE64.decode(b"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap(),
        b"msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}",
    );
    assert_eq!(data_encoding::BASE64.encode(&mac), "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

#[test]
fn failures_wait_longer_each_time_and_end_after_a_day_with_a_sentence() {
    let mut house = House::open();
    let mut admin = house.enter("thida", Role::Administrator, None);
    let id = added(&mut house, &mut admin).id;
    let begun = house.now;
    let (mut waits, mut now) = (Vec::new(), begun);
    while let Some(due) = house.store.read(|tx| webhook::due(tx, 11, now)).unwrap().pop() {
        house.store.write(|tx| webhook::failed(tx, &due.webhook, "Nobody answered.", false, now)).unwrap();
        let mut later = 0;
        while later < 4_000_000
            && house.store.read(|tx| webhook::due(tx, 11, now.plus_millis(later))).unwrap().is_empty()
        {
            later += 1_000;
        }
        waits.push(later);
        now = now.plus_millis(later);
    }
    assert_eq!(&waits[..4], [5_000, 10_000, 20_000, 40_000]);
    assert!(waits.is_sorted() && waits.contains(&3_600_000));
    let webhook = house.run(&mut admin, webhook::list).unwrap().remove(0);
    assert!(!webhook.enabled && webhook.trouble.starts_with("Switched off. Nobody answered."));
    let gone_after = now.millis() - begun.millis();
    assert!((24 * 3_600_000..26 * 3_600_000).contains(&gone_after), "{gone_after}");
    // Nothing of what happened meanwhile is lost, once it is answered again.
    house.store.write(|tx| webhook::answered(tx, &id, 10)).unwrap();
    let due = house.store.read(|tx| webhook::due(tx, 11, now)).unwrap();
    assert_eq!((due.len(), due[0].webhook.failures, due[0].webhook.acknowledged), (1, 0, 10));
}

#[test]
fn what_was_answered_is_not_told_again_and_a_receiver_that_is_gone_is_not_called() {
    let mut house = House::open();
    let mut admin = house.enter("thida", Role::Administrator, None);
    let id = added(&mut house, &mut admin).id;
    let now = house.now;
    assert!(house.store.read(|tx| webhook::due(tx, 10, now)).unwrap().is_empty(), "nothing from before it was added");
    house.store.write(|tx| webhook::answered(tx, &id, 12)).unwrap();
    assert!(house.store.read(|tx| webhook::due(tx, 12, now)).unwrap().is_empty());
    let due = house.store.read(|tx| webhook::due(tx, 13, now)).unwrap().pop().unwrap();
    house.store.write(|tx| webhook::failed(tx, &due.webhook, "It is gone.", true, now)).unwrap();
    assert!(house.store.read(|tx| webhook::due(tx, 13, now.plus_hours(48))).unwrap().is_empty());
}
