//! A case goes out and comes in again without loss, whatever is known of the person.

use super::*;
use crate::captivity::{By, Happening, Money, What};
use base::{Consent, Date, text};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, TestRunner};
use screening::When;

fn day() -> impl Strategy<Value = Date> {
    (1930i16..2026, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn line() -> impl Strategy<Value = String> {
    "\\PC{1,30}".prop_map(|typed| text::line(&typed)).prop_filter("says something", |line| !line.is_empty())
}

fn contact() -> impl Strategy<Value = String> {
    prop_oneof![line(), "\\+?[0-9]{3}( [0-9]{3}){1,4}", "[a-z]{1,8}@[a-z]{1,8}(\\.[a-z]{2})?"]
}

fn birth() -> impl Strategy<Value = Birth> {
    (day(), day(), 0u8..90, 0..5).prop_map(|(on, other, age, kind)| match kind {
        0 => Birth::On(on),
        1 => Birth::Month { year: on.year(), month: on.month() },
        2 => Birth::Year(on.year()),
        3 => Birth::About { age, on },
        _ => Birth::Either(on, other),
    })
}

fn paper() -> impl Strategy<Value = Paper> {
    let number = prop::option::of(line());
    (select(PaperKind::ALL), select(PaperStatus::ALL), number).prop_map(|(kind, status, number)| Paper {
        kind,
        status,
        number,
    })
}

fn time() -> impl Strategy<Value = When> {
    (day(), day(), 0..5).prop_map(|(a, b, kind)| match kind {
        0 => When::On(a),
        1 => When::Between(a.min(b), a.max(b)),
        2 => When::Month { year: a.year(), month: a.month() },
        3 => When::Year(a.year()),
        _ => When::Unknown,
    })
}

fn happening() -> impl Strategy<Value = Happening> {
    let country = prop::option::of(select(Country::all().collect::<Vec<_>>()));
    let money = prop::option::of((any::<u32>(), line()));
    let whole = (select(What::ALL), time(), time(), prop::option::of(line()), country);
    let rest = (prop::option::of(select(By::ALL)), money, prop::option::of(any::<u32>()), prop::option::of(line()));
    (whole, rest, any::<bool>()).prop_map(|(whole, (by, money, people, words), struck)| {
        let (what, from, until, place, country) = whole;
        let money = money.map(|(amount, currency)| Money { amount: amount.into(), currency });
        Happening { first: None, what, from, until, place, country, by, money, people, words, struck }
    })
}

/// Any fact that can be stated of somebody.
fn fact() -> impl Strategy<Value = Fact> {
    let countries = prop::collection::vec(select(Country::all().collect::<Vec<_>>()), 1..4);
    let languages = prop::collection::vec(select(Language::all().collect::<Vec<_>>()), 1..5);
    prop_oneof![
        prop::collection::vec(line(), 1..3).prop_map(Fact::Names),
        select(Sex::ALL).prop_map(Fact::Sex),
        birth().prop_map(Fact::Birth),
        countries.prop_map(Fact::Nationalities),
        languages.prop_map(Fact::Languages),
        prop::collection::vec(paper(), 1..4).prop_map(Fact::Papers),
        prop::collection::vec(contact(), 1..4).prop_map(Fact::Contacts),
        select(Consent::ALL).prop_map(Fact::Consent),
        any::<[u8; 16]>().prop_map(|bytes| Fact::Group(base::GroupId::from_bytes(bytes))),
        line().prop_map(Fact::Place),
        day().prop_map(Fact::Reported),
        day().prop_map(Fact::Entered),
        (select(Sign::ALL), any::<bool>()).prop_map(|(sign, stands)| Fact::Sign(sign, stands)),
        line().prop_map(Fact::Remark),
        happening().prop_map(|told| Fact::Happened(Box::new(told))),
    ]
}

fn arrival() -> impl Strategy<Value = Arrival> {
    let signs = subsequence(Sign::ALL, 0..=Sign::ALL.len());
    let known = prop::collection::vec(fact(), 0..12);
    (known, signs, select(Consent::ALL)).prop_map(|(known, signs, consent)| {
        let mut arrival = Arrival { signs: signs.into_iter().collect(), consent, ..Arrival::default() };
        for fact in known {
            match fact {
                Fact::Names(names) => arrival.names = names,
                Fact::Sex(sex) => arrival.sex = Some(sex),
                Fact::Birth(birth) => arrival.birth = Some(birth),
                Fact::Nationalities(countries) => arrival.nationalities = countries,
                Fact::Languages(languages) => arrival.languages = languages,
                Fact::Papers(papers) => arrival.papers = papers,
                Fact::Contacts(contacts) => arrival.contacts = contacts,
                Fact::Place(place) => arrival.place = Some(place),
                Fact::Reported(day) => arrival.reported = Some(day),
                Fact::Entered(day) => arrival.entered = Some(day),
                Fact::Remark(remark) => arrival.remark = Some(remark),
                Fact::Consent(_) | Fact::Group(_) | Fact::Sign(..) => {}
                Fact::Grant(_) | Fact::Referral(_) | Fact::Request(_) | Fact::Answer(_) => {}
                Fact::Heard(_) | Fact::Decision(_) | Fact::Attended(_) => {}
                Fact::Happened(_) | Fact::Named(_) => {}
                Fact::Step(_) | Fact::Course(_) | Fact::Stay(_) | Fact::Circumstance(_) => {}
                Fact::Safety(_) | Fact::Custody(_) | Fact::Outcome(_) | Fact::Deadline(_) => {}
                Fact::Cleared(_) | Fact::Settled(_) | Fact::Appointment(_) => {}
            }
        }
        arrival
    })
}

/// A purely written record reads back as it was, also where several values stand side by side.
#[test]
fn every_standing_value_reads_back() {
    let standing = prop::collection::vec(fact(), 0..25).prop_map(|facts| {
        let mut standing = Standing::new();
        facts.into_iter().for_each(|fact| standing.entry(fact.field()).or_default().push(fact));
        standing
    });
    let mut runner = TestRunner::new(Config { cases: 512, failure_persistence: None, ..Config::default() });
    runner
        .run(&standing, |standing| {
            let record = record::write("1", &standing);
            for (name, value) in record.iter().filter(|(name, _)| *name != extension::NAME) {
                let field = standard::field(name);
                prop_assert!(field.is_some_and(|field| field.name == *name && field.check(value).is_ok()), "{}", name);
            }
            let read = record::read(&record);
            prop_assert_eq!(read, Ok(record::Read { id: Some("1".into()), standing, notes: vec![] }));
            Ok(())
        })
        .unwrap();
}

/// Values of the kinds that programs write, also where another kind belongs.
fn any_value() -> impl Strategy<Value = serde_json::Value> {
    let words = [
        "Feminine",
        "2001-05-17",
        "NSR",
        "swa",
        "DebtBondage",
        "+85500000101",
        "about 25",
        "refused",
        "~25@2026-01-18",
    ];
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|yes| json!(yes)),
        any::<f64>().prop_map(|number| json!(number)),
        "\\PC{0,300}".prop_map(|text| json!(text)),
        select(words.to_vec()).prop_map(|word| json!(word)),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|values| json!(values)),
            (select(vec!["kind", "status", "number"]), inner).prop_map(|(name, value)| json!({ name: value })),
        ]
    })
}

/// Whatever comes in: it is refused with sentences, or what was understood goes out and comes in the same.
#[test]
fn any_record_is_refused_or_understood_for_good() {
    let names: Vec<String> = standard::fields().iter().map(|field| field.name.clone()).collect();
    let official = prop::collection::btree_map(select(names), any_value(), 0..3);
    let words: Vec<&str> = extension::fields().map(|field| field.key()).collect();
    let facts = prop::collection::btree_map(select(words), any_value(), 0..2);
    let good = prop::collection::vec(fact(), 0..6).prop_map(|facts| {
        let facts = facts.into_iter().map(|fact| (fact.field(), vec![fact]));
        record::write("1", &facts.collect())
    });
    let mut runner = TestRunner::new(Config { cases: 1_024, failure_persistence: None, ..Config::default() });
    let understood = std::cell::Cell::new(0);
    runner
        .run(&(official, facts, good), |(official, facts, good)| {
            let mut sent = good;
            sent.extend(official);
            if !facts.is_empty() {
                sent.insert(extension::NAME.into(), json!({ "id": "1", "facts": facts }));
            }
            let Ok(read) = record::read(&sent) else { return Ok(()) };
            understood.set(understood.get() + 1);
            let again = record::read(&record::write("1", &read.standing));
            prop_assert_eq!(again, Ok(record::Read { id: Some("1".into()), standing: read.standing, notes: vec![] }));
            Ok(())
        })
        .unwrap();
    assert!(understood.get() > 100, "only {} were understood", understood.get());
}

/// From one organisation into another and out again: sealed, signed and opened on the way.
#[test]
fn a_case_that_goes_to_another_organisation_says_the_same_there() {
    let (mut here, mut there) = (House::open(), House::open_another());
    let mut ours = here.enter("sokha", Role::Caseworker, Some(0));
    let mut theirs = there.enter("maly", Role::Caseworker, Some(0));
    let somebody = (arrival(), prop::collection::vec(fact(), 0..4));
    let places = std::cell::RefCell::new((&mut here, &mut ours, &mut there, &mut theirs));
    let mut runner = TestRunner::new(Config { cases: 48, failure_persistence: None, ..Config::default() });
    runner
        .run(&somebody, |(arrival, beside)| {
            let (here, ours, there, theirs) = &mut *places.borrow_mut();
            let case = here.run(ours, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
            for fact in beside {
                here.run(ours, |cx| correct(cx, case, vec![fact], Earlier::Kept, None)).unwrap();
            }
            let wanted = |case| Wanted { cases: Some(vec![case]), protection: true };
            let sent = written(here, ours, &wanted(case));
            let brought = bring(there, theirs, &sent);
            let Outcome::Registered(code) = brought[0].outcome else {
                return Err(TestCaseError::fail(format!("{brought:?}")));
            };
            prop_assert!(brought[0].notes.is_empty());
            let come = there.run(theirs, |cx| crate::registry::rows::case_with_code(cx.tx, code)).unwrap().unwrap();
            let known = |view: crate::registry::CaseView| record::respecting_refusal(stands(&view.facts));
            let (before, after) =
                (here.run(ours, |cx| view(cx, case)).unwrap(), there.run(theirs, |cx| view(cx, come)).unwrap());
            prop_assert_eq!(known(before), known(after));
            let mut again = written(there, theirs, &wanted(come));
            again["records"][0]["x_safeconduct"]["id"] = sent["records"][0]["x_safeconduct"]["id"].clone();
            prop_assert_eq!(&again["records"], &sent["records"]);
            Ok(())
        })
        .unwrap();
}
