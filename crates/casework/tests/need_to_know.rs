//! Who can open what: every role with every relation to a case, tried with real keys, as a text that people review.

use access::{Action, Keyring, Role};
use base::{Arrival, Birth, CaseId, Consent, Country, Paper, PaperKind, PaperStatus, Sign};
use casework::Origin;
use casework::consent::{Given, Grant, Item, Recipient, Standing, give};
use casework::referral::{Ask, Urgency, refer};
use casework::registry::register;
use casework::services::Service;
use rehearsal::House;
use std::fmt::Write;

/// How somebody stands to a case.
#[derive(Clone, Copy)]
enum Relation {
    OwnTeam,
    RegisteredToday,
    RegisteredYesterday,
    ReferredToUs,
    AskedByUs,
    AnotherTeam,
    NoSuchCase,
}

use Relation::*;

const RELATIONS: [(Relation, &str); 7] = [
    (OwnTeam, "its own team registered the person"),
    (RegisteredToday, "registered the person itself, today"),
    (RegisteredYesterday, "registered the person itself, yesterday"),
    (ReferredToUs, "referred to its team, with every item"),
    (AskedByUs, "the file that its team opened at another"),
    (AnotherTeam, "another team registered the person"),
    (NoSuchCase, "there is no such case"),
];

fn somebody() -> Arrival {
    Arrival {
        names: vec!["Somebody Invented".into()],
        birth: Some(Birth::Year(1996)),
        nationalities: vec![Country::from_iso3("ETH").unwrap()],
        papers: vec![Paper { kind: PaperKind::Passport, status: PaperStatus::Taken, number: None }],
        contacts: vec!["+85500000000".into()],
        place: Some("Kampot".into()),
        signs: [Sign::Ill, Sign::Threatened].into(),
        remark: Some("Asks for an interpreter.".into()),
        consent: Consent::Spoken,
        ..Arrival::default()
    }
}

/// A caseworker of the first team, one of the third, and what they have registered and referred.
pub struct Scene {
    pub house: House,
    pub ours: CaseId,
    pub theirs: CaseId,
    pub referred_to_us: CaseId,
    pub asked_by_us: CaseId,
}

pub fn scene() -> Scene {
    let mut house = House::open();
    let mut here = house.enter("here", Role::Caseworker, Some(0));
    let mut there = house.enter("there", Role::Caseworker, Some(2));
    let (to_us, to_them) = (house.founded.teams[0].id, house.founded.teams[2].id);
    let registered = |house: &mut House, keys: &mut Keyring| {
        house.run(keys, |cx| register(cx, somebody(), Origin::Card, None)).unwrap().case
    };
    let (ours, theirs) = (registered(&mut house, &mut here), registered(&mut house, &mut there));
    let referred = |house: &mut House, keys: &mut Keyring, case, team| {
        let (to, items) = (Recipient::Team(team), Item::ALL.to_vec());
        let grant = Grant {
            purpose: Service::Shelter,
            recipient: to.clone(),
            items: items.clone(),
            given: Given::Spoken,
            language: None,
            interpreter: None,
            until: None,
            safe: true,
            standing: Standing::Given,
        };
        let ask = Ask { service: Service::Shelter, urgency: Urgency::Week, due: None, note: None, after: None };
        house.run(keys, |cx| give(cx, case, grant).and_then(|_| refer(cx, case, &to, &items, ask))).unwrap().file
    };
    let referred_to_us = referred(&mut house, &mut there, theirs, to_us);
    let asked_by_us = referred(&mut house, &mut here, ours, to_them);
    Scene { house, ours, theirs, referred_to_us, asked_by_us }
}

/// What opens, and with which actions.
fn tried(scene: &mut Scene, keys: &mut Keyring, case: CaseId) -> (String, String) {
    let (mut parts, mut may) = (String::new(), Vec::new());
    for action in Action::ALL {
        if let Ok(open) = scene.house.run(keys, |cx| cx.open(case, *action)) {
            parts = open.compartments().iter().map(|part| part.key()).collect::<Vec<_>>().join(" ");
            may.push(action.key());
        }
    }
    (parts, may.join(" "))
}

#[test]
fn sec01_sec03_who_opens_which_part_of_whose_case_is_as_reviewed() {
    let mut scene = scene();
    let mut text = String::from(
        "Who opens which parts of a case, and for what, as tried with real keys. Whoever changes this says in the \
         change who agreed.\n",
    );
    for role in Role::of_people() {
        writeln!(text, "\n{}", role.key()).unwrap();
        let mut keys = scene.house.enter(role.key(), role, role.in_a_team().then_some(0));
        for (relation, words) in RELATIONS {
            let today = scene.house.now;
            let case = match relation {
                OwnTeam => scene.ours,
                AnotherTeam => scene.theirs,
                ReferredToUs => scene.referred_to_us,
                AskedByUs => scene.asked_by_us,
                NoSuchCase => CaseId::from_bytes([9; 16]),
                RegisteredToday | RegisteredYesterday => {
                    match scene.house.run(&mut keys, |cx| register(cx, somebody(), Origin::Card, None)) {
                        Ok(registered) => registered.case,
                        Err(_) => {
                            writeln!(text, "  {words}: may not register").unwrap();
                            continue;
                        }
                    }
                }
            };
            if matches!(relation, RegisteredYesterday) {
                scene.house.now = today.plus_hours(25);
            }
            let (parts, may) = tried(&mut scene, &mut keys, case);
            scene.house.now = scene.house.now.max(today);
            let said = if parts.is_empty() { "nothing".to_owned() } else { format!("{parts}; may {may}") };
            writeln!(text, "  {words}: {said}").unwrap();
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/need-to-know.txt");
    assert_eq!(text, std::fs::read_to_string(path).unwrap_or_default(), "\n{text}");
}
