//! Guessing at sign-ins, as stories; the clock is the test's.

use super::*;
use rehearsal::{START, TestRng};

fn guesses() -> Guesses {
    Guesses::new(&mut TestRng(3))
}

fn lane<'a>(name: &'a str, address: &str, browser: Option<&'a str>) -> Lane<'a> {
    Lane { name, address: address.parse().unwrap(), browser }
}

/// Guesses wrongly as fast as it is let, for so long; returns how many guesses that were.
fn guess_for(guesses: &Guesses, lane: &Lane, from: Instant, millis: i64) -> usize {
    let (mut now, mut made) = (from, 0);
    while now.millis() <= from.millis() + millis {
        match guesses.begin(lane, now) {
            Ok(_wrong) => made += 1,
            Err(wait) => now = now.plus_millis(wait),
        }
    }
    made
}

#[test]
fn a_few_guesses_are_free_and_each_further_one_waits_twice_as_long() {
    let (guesses, stranger) = (guesses(), lane("sokha", "203.0.113.9", None));
    assert!((0..5).all(|_| guesses.begin(&stranger, START).is_ok()));
    let _sixth = guesses.begin(&stranger, START).unwrap_or_else(|_| panic!("the wait begins after it"));
    let mut now = START;
    for expected in [2_000, 4_000, 8_000, 16_000] {
        let wait = guesses.begin(&stranger, now).err();
        assert_eq!(wait, Some(expected));
        assert_eq!(guesses.begin(&stranger, now).err(), Some(expected), "asking again does not lengthen it");
        now = now.plus_millis(expected);
        assert!(guesses.begin(&stranger, now).is_ok());
    }
    let of_a_day = guess_for(&guesses, &stranger, now, 24 * 3_600_000);
    assert!((90..=106).contains(&of_a_day), "{of_a_day} guesses in a day");
}

#[test]
fn a_name_that_nobody_has_is_limited_just_alike() {
    let guesses = guesses();
    let made = |name| guess_for(&guesses, &lane(name, "203.0.113.9", None), START, 60_000);
    assert_eq!(made("sokha"), made("nobody at all"));
}

#[test]
fn who_signed_in_before_is_not_kept_out_by_a_strangers_guesses() {
    let guesses = guesses();
    let own = lane("sokha", "198.51.100.1", Some("browser"));
    guesses.begin(&own, START).ok().unwrap().was_right(&own, START);
    guess_for(&guesses, &lane("sokha", "203.0.113.9", None), START, 3_600_000);
    let later = START.plus_hours(1);
    assert!(guesses.begin(&lane("sokha", "203.0.113.77", None), later).is_err(), "other strangers wait");
    assert!(guesses.begin(&lane("sokha", "192.0.2.4", Some("browser")), later).is_ok(), "the own browser, elsewhere");
    assert!(guesses.begin(&lane("sokha", "198.51.100.1", None), later).is_ok(), "another browser in the same place");
    assert!(guesses.begin(&lane("dara", "192.0.2.4", Some("browser")), later).is_ok(), "a name nobody guessed at");
    let month = START.plus_hours(24 * 31);
    assert!(guess_for(&guesses, &own, month, 0) <= 6, "after a month the browser is a stranger again");
}

#[test]
fn a_stolen_cookie_buys_no_more_than_a_count_of_its_own() {
    let guesses = guesses();
    let own = lane("sokha", "198.51.100.1", Some("browser"));
    guesses.begin(&own, START).ok().unwrap().was_right(&own, START);
    let thief = lane("sokha", "203.0.113.9", Some("browser"));
    let of_a_day = guess_for(&guesses, &thief, START, 24 * 3_600_000);
    assert!(of_a_day < 120, "{of_a_day}");
    let other_name = lane("dara", "203.0.113.9", Some("browser"));
    assert!(guess_for(&guesses, &other_name, START, 60_000) < 12, "it says nothing about another name");
}

#[test]
fn one_address_cannot_try_one_name_after_the_other() {
    let guesses = guesses();
    let names: Vec<String> = (0..100).map(|n| format!("member{n}")).collect();
    let tried =
        |address: &str| names.iter().filter(|name| guesses.begin(&lane(name, address, None), START).is_ok()).count();
    assert_eq!(tried("203.0.113.9"), 21);
    assert_eq!(tried("203.0.113.10"), 21, "another address");
    let all: usize = (11..200).map(|n| tried(&format!("203.0.113.{n}"))).sum();
    assert_eq!(all + 42, 60, "and all strangers together");
}

#[test]
fn a_right_guess_takes_back_its_own_count_alone() {
    let guesses = guesses();
    let stranger = lane("sokha", "203.0.113.9", None);
    let wrong = (0..4).filter(|_| guesses.begin(&stranger, START).is_ok()).count();
    let member = lane("sokha", "198.51.100.1", None);
    guesses.begin(&member, START).ok().unwrap().was_right(&member, START);
    let left = (0..9).filter(|_| guesses.begin(&stranger, START).is_ok()).count();
    assert_eq!(wrong + left, 6, "signing in gives nobody else new guesses");
}

#[test]
fn many_names_do_not_make_it_forget_the_one_that_is_guessed_at() {
    let guesses = guesses();
    let target = lane("sokha", "203.0.113.9", None);
    guess_for(&guesses, &target, START, 3_600_000);
    let mut now = START.plus_hours(1);
    for n in 0..3 * MOST {
        now = now.plus_millis(1_000);
        let name = format!("name{n}");
        let _ = guesses.begin(&lane(&name, &format!("10.{}.{}.1", n / 200 % 200, n % 200), None), now);
        assert!(held(&guesses.state).counts.len() <= MOST);
    }
    let count = held(&guesses.state).counts[&guesses.hash(&[b"name", b"sokha"])];
    assert!(count.failed > FREE);
}
