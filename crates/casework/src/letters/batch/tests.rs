//! Many letters at once: each on its own, nobody left out, and whoever may not be written for with the reason.

use super::*;
use crate::Origin;
use crate::consent::{Given, Grant, Item, Kind, Recipient, Standing, give};
use crate::erasure;
use crate::hearing::answer;
use crate::letters::{Agreed, Head, Order, Wishes, check, standing, withdraw, write};
use crate::registry::register;
use crate::services::Service;
use access::{Keyring, Role};
use base::{Arrival, Birth, Consent, Country, Language};
use rehearsal::House;
use screening::Answer;

struct Scene {
    house: House,
    sokha: Keyring,
}

fn order(form: &str) -> Order {
    let text = |text: &str| text.to_owned();
    let head = Head {
        place: text("Phnom Penh"),
        recipient: vec![text("Office (invented)")],
        signatory: text("Sok Invented"),
        address: text("registry.example.org/check"),
        link: text("https://registry.example.org/check"),
        ..Head::default()
    };
    let wishes = Wishes {
        language: text("en"),
        care_wanted: text("General examination"),
        agreed: Agreed::OnRecord,
        ..Wishes::default()
    };
    Order { form: text(form), wishes, head }
}

impl Scene {
    fn open() -> Scene {
        let mut house = House::open();
        let sokha = house.enter("sokha", Role::Caseworker, Some(0));
        Scene { house, sokha }
    }

    fn comes(&mut self, name: &str, nationality: &str) -> CaseId {
        let arrival = Arrival {
            names: vec![name.into()],
            birth: Some(Birth::On("2001-05-17".parse().unwrap())),
            nationalities: Country::from_iso3(nationality).into_iter().collect(),
            languages: Language::from_code("am").into_iter().collect(),
            consent: Consent::Spoken,
            ..Arrival::default()
        };
        self.house.run(&mut self.sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case
    }

    fn is_presumed(&mut self, case: CaseId) {
        for (question, said) in [("as-promised", Answer::No), ("left-freely", Answer::No), ("forced-work", Answer::Yes)]
        {
            self.house.run(&mut self.sokha, |cx| answer(cx, case, question, said)).unwrap();
        }
    }

    fn agrees(&mut self, case: CaseId, purpose: Service, kind: Kind, items: &[Item]) {
        let recipient = Recipient::Outside { id: None, name: "Somebody (invented)".into(), kind };
        let (given, standing) = (Given::Spoken, Standing::Given);
        let items = items.to_vec();
        let none = (None, None, None);
        let (language, interpreter, until) = none;
        let grant = Grant { purpose, recipient, items, given, language, interpreter, until, safe: true, standing };
        self.house.run(&mut self.sokha, |cx| give(cx, case, grant)).unwrap();
    }

    /// Writes the next letters, at most so many.
    fn runs(&mut self, batch: &mut Batch, order: &Order, most: usize) {
        for _ in 0..most {
            let Some(case) = batch.next() else { return };
            let outcome = self.house.run(&mut self.sokha, |cx| write(cx, case, order));
            batch.put(outcome).unwrap();
        }
    }

    fn is_genuine(&self, code: &str) -> bool {
        let found = self.house.store.read(|tx| check(tx, code)).unwrap();
        found.is_some_and(|found| found.withdrawn.is_none())
    }
}

/// The fields for which the letter about this person cannot be written.
fn lacking(batch: &Batch, case: CaseId) -> Vec<String> {
    match batch.people().iter().find(|(one, _)| *one == case) {
        Some((_, Became::Lacks(lacks))) => lacks.iter().map(|lack| lack.field.clone()).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn who_may_not_be_written_for_is_shown_with_the_reason_and_nobody_is_left_out() {
    let mut scene = Scene::open();
    let [heard, unheard, also] = ["Hanna", "Zodwa", "Yusuf"].map(|name| scene.comes(name, "ETH"));
    [heard, also].into_iter().for_each(|case| scene.is_presumed(case));
    let nowhere = CaseId::from_bytes([7; 16]);
    let mut batch = Batch::of([heard, unheard, heard, nowhere, also]);
    assert_eq!(batch.counts(), Counts { waiting: 4, ..Counts::default() }, "each once");
    scene.runs(&mut batch, &order("presumption"), 9);
    assert_eq!(batch.counts(), Counts { written: 2, not: 2, waiting: 0 });
    assert_eq!(lacking(&batch, unheard), ["finding"]);
    assert!(matches!(batch.people()[2], (case, Became::NotOpen) if case == nowhere));
    let letters: Vec<_> = batch.written().collect();
    assert_eq!(letters.iter().map(|(case, _)| *case).collect::<Vec<_>>(), [heard, also]);
    assert_ne!(letters[0].1.issued.code, letters[1].1.issued.code, "each has a code of its own");
    assert!(letters.iter().all(|(_, written)| scene.is_genuine(&written.issued.code)));
}

#[test]
fn a_letter_to_a_clinic_needs_each_person_s_own_consent_on_record() {
    let mut scene = Scene::open();
    let [agreed, not_asked, in_part] = ["Hanna", "Zodwa", "Yusuf"].map(|name| scene.comes(name, "ETH"));
    scene.agrees(agreed, Service::Medical, Kind::Other, &[Item::Code, Item::Age, Item::Languages]);
    scene.agrees(in_part, Service::Medical, Kind::Other, &[Item::Code, Item::Age]);
    scene.agrees(not_asked, Service::Shelter, Kind::Other, &[Item::Code, Item::Age, Item::Languages]);
    let mut batch = Batch::of([agreed, not_asked, in_part]);
    scene.runs(&mut batch, &order("medical-referral"), 9);
    assert_eq!(batch.counts(), Counts { written: 1, not: 2, waiting: 0 });
    assert_eq!((lacking(&batch, not_asked), lacking(&batch, in_part)), (vec!["agreed".into()], vec!["agreed".into()]));
    let with_clock = order("medical-referral");
    let with_clock = Order { wishes: Wishes { with_clock: true, ..with_clock.wishes }, ..with_clock };
    let mut batch = Batch::of([agreed]);
    scene.runs(&mut batch, &with_clock, 1);
    assert_eq!(lacking(&batch, agreed), ["agreed"], "hours say something of somebody's health");
}

#[test]
fn no_mission_learns_of_somebody_who_is_not_its_national() {
    let mut scene = Scene::open();
    let [theirs, foreign] = [("Hanna", "ETH"), ("Amina", "KEN")].map(|(name, of)| scene.comes(name, of));
    for case in [theirs, foreign] {
        scene.agrees(case, Service::TravelDocument, Kind::State, &[Item::Names, Item::Age, Item::Nationality]);
    }
    let silent = scene.comes("Zodwa", "ETH");
    let to_addis = order("mission-request");
    let state = Country::from_iso3("ETH");
    let to_addis = Order { wishes: Wishes { mission_of: state, ..to_addis.wishes }, ..to_addis };
    let mut batch = Batch::of([theirs, foreign, silent]);
    scene.runs(&mut batch, &to_addis, 9);
    assert_eq!(batch.written().map(|(case, _)| case).collect::<Vec<_>>(), [theirs]);
    assert_eq!((lacking(&batch, foreign), lacking(&batch, silent)), (vec!["mission".into()], vec!["consent".into()]));
}

#[test]
fn what_was_written_before_a_stop_stays_written_and_what_is_taken_back_or_erased_is_given_to_nobody() {
    let mut scene = Scene::open();
    let cases = ["Hanna", "Zodwa", "Yusuf"].map(|name| scene.comes(name, "ETH"));
    cases.into_iter().for_each(|case| scene.is_presumed(case));
    let mut batch = Batch::of(cases);
    scene.runs(&mut batch, &order("presumption"), 2);
    assert_eq!(batch.counts(), Counts { written: 2, not: 0, waiting: 1 });
    let letters: Vec<(CaseId, String)> =
        batch.written().map(|(case, written)| (case, written.issued.code.clone())).collect();
    assert!(letters.iter().all(|(_, code)| scene.is_genuine(code)));
    scene.runs(&mut batch, &order("presumption"), 9);
    assert_eq!(batch.counts(), Counts { written: 3, not: 0, waiting: 0 }, "and it is gone on with");

    let (case, code) = letters[0].clone();
    scene.house.run(&mut scene.sokha, |cx| withdraw(cx, case, &code)).unwrap();
    let erased = letters[1].0;
    let mut maly = scene.house.enter("maly", Role::ProtectionOfficer, Some(0));
    scene.house.run(&mut scene.sokha, |cx| erasure::ask(cx, erased, erasure::Ground::Person, "")).unwrap();
    scene.house.run(&mut maly, |cx| erasure::confirm(cx, erased)).unwrap();
    let all: Vec<(CaseId, String)> =
        batch.written().map(|(case, written)| (case, written.issued.code.clone())).collect();
    let stand = scene.house.run(&mut scene.sokha, |cx| standing(cx, &all)).unwrap();
    assert_eq!(stand, [false, false, true]);
    let gone = all.iter().zip(&stand).filter(|(_, stands)| !**stands).map(|((_, code), _)| code.clone());
    batch.forget(&gone.collect());
    assert_eq!(batch.counts(), Counts { written: 1, not: 2, waiting: 0 });
}

#[test]
fn another_team_writes_nothing_about_people_who_are_not_open_to_it() {
    let mut scene = Scene::open();
    let case = scene.comes("Hanna", "ETH");
    scene.is_presumed(case);
    let mut other = scene.house.enter("dara", Role::Caseworker, Some(2));
    let mut batch = Batch::of([case]);
    batch.put(scene.house.run(&mut other, |cx| write(cx, case, &order("presumption")))).unwrap();
    assert!(matches!(batch.people()[0].1, Became::NotOpen));
    let all = [(case, "123456789".to_owned())];
    assert_eq!(scene.house.run(&mut other, |cx| standing(cx, &all)).unwrap(), [false]);
}
