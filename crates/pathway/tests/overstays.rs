//! Days of overstay and what they cost, from what is known.

use base::Date;
use pathway::pack::{Fine, named, shipped};
use pathway::{Day, Entry, Leave, Missing, Overstay, Stay, overstay};
use proptest::prelude::*;

fn fine(id: &str) -> &'static Fine {
    &named(id).unwrap().basics.fine
}

fn on(text: &str) -> Day {
    Day::On(text.parse().unwrap())
}

fn between(a: &str, b: &str) -> Day {
    Day::Between(a.parse().unwrap(), b.parse().unwrap())
}

fn said(id: &str, entry: Entry, leave: Leave, exit: Day) -> Overstay {
    overstay(fine(id), &Stay { entry, leave, exit })
}

fn costs(overstay: &Overstay) -> (u32, Option<u32>, String, String) {
    let text = |amount: Option<pathway::pack::Amount>| amount.map_or("?".to_owned(), |amount| amount.to_string());
    (overstay.least_days, overstay.most_days, text(overstay.least_fine), text(overstay.most_fine))
}

#[test]
fn a_year_beyond_the_visa_costs_3650_dollars() {
    let year = said("khm", Entry::Stamped(on("2024-12-01")), Leave::Until(on("2025-01-22")), on("2026-01-22"));
    assert_eq!(costs(&year), (365, Some(365), "3650.00 USD".to_owned(), "3650.00 USD".to_owned()));
    assert!(year.is_exact() && year.missing.is_empty());
}

#[test]
fn a_visa_of_thirty_days_begins_with_the_day_of_entry() {
    let entry = Entry::Stamped(on("2026-01-01"));
    let leave = Leave::Days { least: 30, most: 30 };
    assert_eq!(said("khm", entry, leave, on("2026-01-30")).most_days, Some(0));
    assert_eq!(said("khm", entry, leave, on("2026-01-31")).most_days, Some(1));
    assert_eq!(said("khm", entry, Leave::None, on("2026-01-01")).least_days, 1, "without leave the first day counts");
}

#[test]
fn where_fines_have_an_end_the_days_go_on_and_the_fine_does_not() {
    let entry = Entry::Stamped(on("2025-01-01"));
    let long = said("mmr-tha", entry, Leave::Until(on("2025-03-01")), on("2026-03-01"));
    assert_eq!(costs(&long), (365, Some(365), "20000.00 THB".to_owned(), "20000.00 THB".to_owned()));
    let unknown = said("mmr-tha", Entry::NoStamp(Day::Unknown), Leave::Unknown, on("2026-03-01"));
    assert_eq!(costs(&unknown), (0, None, "0.00 THB".to_owned(), "20000.00 THB".to_owned()));
}

#[test]
fn what_is_known_in_part_gives_a_range_and_says_what_is_missing() {
    let entry = Entry::Stamped(between("2025-05-31", "2025-05-01"));
    let range = said("khm", entry, Leave::Days { least: 30, most: 90 }, on("2026-01-20"));
    // Earliest entry and shortest visa: until 30 May 2025. Latest and longest: until 28 August 2025.
    assert_eq!(costs(&range), (145, Some(235), "1450.00 USD".to_owned(), "2350.00 USD".to_owned()));
    assert_eq!(range.missing, [Missing::EntryDay, Missing::Leave]);
    let none = said("khm", Entry::Stamped(Day::Unknown), Leave::Unknown, Day::Unknown);
    assert_eq!((none.least_days, none.most_days), (0, None));
    assert_eq!(none.missing, [Missing::EntryDay, Missing::Leave, Missing::ExitDay]);
}

#[test]
fn without_a_stamp_it_is_said_that_the_stamp_is_missing() {
    let told = said("khm", Entry::NoStamp(between("2025-10-01", "2025-10-31")), Leave::None, on("2026-01-20"));
    assert_eq!((told.least_days, told.most_days), (82, Some(112)));
    assert_eq!(told.missing, [Missing::Stamp, Missing::EntryDay]);
    let nothing = said("khm", Entry::NoStamp(Day::Unknown), Leave::None, on("2026-01-20"));
    assert_eq!((nothing.least_days, nothing.most_days, nothing.most_fine), (0, None, None));
}

#[test]
fn days_that_contradict_each_other_are_said_and_never_below_nothing() {
    let wrong = said("khm", Entry::Stamped(on("2026-02-01")), Leave::Unknown, on("2026-01-20"));
    assert!(wrong.missing.contains(&Missing::Order));
    let early = said("khm", Entry::Stamped(on("2026-01-01")), Leave::Until(on("2026-03-01")), on("2026-01-20"));
    assert_eq!((early.least_days, early.most_days), (0, Some(0)));
    assert!(early.is_exact());
}

#[test]
fn the_ends_of_the_calendar_do_no_harm() {
    let far = said("khm", Entry::Stamped(Day::On(Date::MIN)), Leave::None, Day::On(Date::MAX));
    assert!(far.most_days.unwrap() > 7_000_000 && far.most_fine.is_some());
}

fn day() -> impl Strategy<Value = Day> {
    let date = (2020i16..2030, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| Date::constant(year, month, day));
    prop_oneof![
        3 => date.clone().prop_map(Day::On),
        2 => (date.clone(), date).prop_map(|(a, b)| Day::Between(a, b)),
        1 => Just(Day::Unknown)
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![day().prop_map(Entry::Stamped), day().prop_map(Entry::NoStamp)]
}

fn leave() -> impl Strategy<Value = Leave> {
    prop_oneof![
        day().prop_map(Leave::Until),
        (0u16..400, 0u16..400).prop_map(|(least, most)| Leave::Days { least, most }),
        Just(Leave::None),
        Just(Leave::Unknown)
    ]
}

/// A day within what is known of it.
fn settled(day: Day, latest: bool) -> Day {
    match day {
        Day::Between(a, b) => Day::On(if latest { a.max(b) } else { a.min(b) }),
        day => day,
    }
}

proptest! {
    #[test]
    fn knowing_more_never_leaves_the_range(entry in entry(), leave in leave(), exit in day(), latest in any::<bool>()) {
        for one in shipped() {
            let fine = &one.pack.basics.fine;
            let wide = overstay(fine, &Stay { entry, leave, exit });
            let entry = match entry {
                Entry::Stamped(day) => Entry::Stamped(settled(day, latest)),
                Entry::NoStamp(day) => Entry::NoStamp(settled(day, latest)),
            };
            let close = overstay(fine, &Stay { entry, leave, exit: settled(exit, !latest) });
            prop_assert!(close.least_days >= wide.least_days);
            prop_assert!(wide.most_days.is_none_or(|most| close.most_days.is_some_and(|less| less <= most)));
            prop_assert!(wide.most_days.is_none_or(|most| most >= wide.least_days));
            prop_assert_eq!(wide.missing.is_empty(), wide.is_exact());
        }
    }
}
