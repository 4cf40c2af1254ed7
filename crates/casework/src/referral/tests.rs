mod ledger;
mod links;

use super::*;
use crate::consent::{Given, Grant, Standing, give};
use crate::desk::{Desks, Query, fresh};
use crate::plan::{Safety, check_safety};
use crate::registry::{self, Earlier, register};
use crate::{Fact, Field, Origin};
use ::pathway::Warning;
use access::{AccessError, Keyring, Role};
use base::{Arrival, Birth, CaseCode, Consent, Country, Instant, Paper, PaperKind, PaperStatus, Sign};
use rehearsal::House;

fn somebody() -> Arrival {
    Arrival {
        names: vec!["Canary Alemu".into()],
        birth: Some(Birth::Year(1996)),
        nationalities: vec![Country::from_iso3("ETH").unwrap()],
        papers: vec![Paper { kind: PaperKind::Passport, status: PaperStatus::Taken, number: Some("ZZ0000001".into()) }],
        contacts: vec!["+85500000000".into()],
        place: Some("Kampot".into()),
        signs: [Sign::Ill].into(),
        remark: Some("Was made to write messages.".into()),
        consent: Consent::Spoken,
        ..Arrival::default()
    }
}

/// A caseworker of the response, a consul of the mission, and somebody registered.
struct Scene {
    house: House,
    sokha: Keyring,
    consul: Keyring,
    case: CaseId,
}

fn scene() -> Scene {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let consul = house.enter("consul", Role::ConsularOfficer, Some(1));
    let case = house.run(&mut sokha, |cx| register(cx, somebody(), Origin::Card, None)).unwrap().case;
    Scene { house, sokha, consul, case }
}

const ITEMS: [Item; 4] = [Item::Code, Item::Names, Item::Nationality, Item::Papers];

fn ask(service: Service) -> Ask {
    Ask { service, urgency: Urgency::Week, due: None, note: None, after: None }
}

impl Scene {
    fn mission(&self) -> Recipient {
        Recipient::Team(self.house.founded.teams[1].id)
    }

    fn consent(&mut self, items: &[Item]) -> EventId {
        let grant = Grant {
            purpose: Service::TravelDocument,
            recipient: self.mission(),
            items: items.to_vec(),
            given: Given::Spoken,
            language: None,
            interpreter: None,
            until: None,
            safe: true,
            standing: Standing::Given,
        };
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| give(cx, case, grant)).unwrap()
    }

    fn refer(&mut self, items: &[Item]) -> access::Result<Referred> {
        let (case, to) = (self.case, self.mission());
        self.house.run(&mut self.sokha, |cx| refer(cx, case, &to, items, ask(Service::TravelDocument)))
    }

    fn referred(&mut self) -> (EventId, CaseId) {
        let grant = self.consent(&ITEMS);
        (grant, self.refer(&ITEMS).unwrap().file)
    }

    fn at_the_mission(&mut self, file: CaseId) -> access::Result<registry::CaseView> {
        self.house.run(&mut self.consul, |cx| registry::view(cx, file))
    }
}

fn refusal(reason: Reason) -> Answer {
    Answer {
        outcome: Outcome::Refused(reason),
        verbatim: Some("We can do nothing before he proves who he is.".into()),
        said_by: Some("Officer at the counter".into()),
        heard: Heard::Here,
    }
}

#[test]
fn without_consent_nothing_is_sent_and_with_it_exactly_what_was_agreed() {
    let mut scene = scene();
    assert!(matches!(scene.refer(&ITEMS), Err(AccessError::NoConsent)));
    scene.consent(&ITEMS[..3]);
    assert!(matches!(scene.refer(&ITEMS), Err(AccessError::NoConsent)), "the papers were not agreed to");
    let (_, file) = scene.referred();
    let seen = scene.at_the_mission(file).unwrap();
    let mut fields: Vec<Field> = seen.facts.fields().collect();
    fields.sort();
    assert_eq!(fields, [Field::Names, Field::Nationalities, Field::Papers, Field::Request]);
    assert_eq!(seen.code, CaseCode::of(scene.case), "the code on the card, not the one of the file");
    assert_eq!(seen.open, [Compartment::Identity, Compartment::Journey]);
}

#[test]
fn who_is_in_danger_when_a_state_learns_of_them_is_sent_to_none_whatever_was_agreed() {
    let mut scene = scene();
    scene.consent(&ITEMS);
    let case = scene.case;
    let safe =
        Safety { clear: true, warnings: Vec::new(), weighed: Vec::new(), mission: None, guardian: None, note: None };
    let fear = Safety { warnings: vec![Warning::FearsOwnState], ..safe.clone() };
    let not_clear = Safety { clear: false, ..safe.clone() };
    for checked in [fear.clone(), not_clear] {
        scene.house.run(&mut scene.sokha, |cx| check_safety(cx, case, checked)).unwrap();
        let refused = scene.refer(&ITEMS);
        assert!(matches!(refused, Err(AccessError::Unfit(why)) if why.contains("Nothing was sent")), "{refused:?}");
    }
    scene.house.run(&mut scene.sokha, |cx| check_safety(cx, case, safe)).unwrap();
    let file = scene.refer(&ITEMS).unwrap().file;
    // Said afterwards: what the mission was given it has, and nothing comes to it any more.
    let fear = Safety { clear: false, ..fear };
    scene.house.run(&mut scene.sokha, |cx| check_safety(cx, case, fear)).unwrap();
    let names = vec![Fact::Names(vec!["Another Canary".into()])];
    scene.house.run(&mut scene.sokha, |cx| registry::correct(cx, case, names, Earlier::Replaced, None)).unwrap();
    let seen = scene.at_the_mission(file).unwrap();
    assert_eq!(seen.facts.newest(Field::Names), Some(&Fact::Names(somebody().names)));
}

#[test]
fn the_other_team_finds_the_person_on_its_desk_and_never_the_case() {
    let mut scene = scene();
    let (_, file) = scene.referred();
    let desk = Desks::default().open(&scene.house.store, &scene.consul, scene.house.now).unwrap();
    let query = Query { text: CaseCode::of(scene.case).to_string(), ..Query::default() };
    let found = |desk: &crate::desk::Desk| {
        desk.every(&query, scene.house.now.local_date()).iter().map(|line| line.case).collect::<Vec<_>>()
    };
    assert_eq!(fresh(&desk, &scene.house.store, scene.house.now, found).unwrap(), [file]);
    assert!(matches!(scene.at_the_mission(scene.case), Err(AccessError::NotFound { .. })));
    // The team that asked has one person, not two.
    let own = Desks::default().open(&scene.house.store, &scene.sokha, scene.house.now).unwrap();
    assert_eq!(fresh(&own, &scene.house.store, scene.house.now, crate::desk::Desk::len).unwrap(), 1);
}

#[test]
fn refused_asked_elsewhere_and_accepted_the_chain_is_kept() {
    let mut scene = scene();
    let (_, first) = scene.referred();
    scene.house.run(&mut scene.consul, |cx| answer(cx, first, refusal(Reason::NoDocuments))).unwrap();
    let lines = scene.house.run(&mut scene.sokha, |cx| sent(cx, 10, 0)).unwrap();
    let heard = lines[0].answer.clone().unwrap();
    assert_eq!((heard.outcome, heard.heard), (Outcome::Refused(Reason::NoDocuments), Heard::Here));
    assert_eq!((lines[0].state, lines[0].case), (State::Answered, Some(scene.case)));

    let elsewhere = Recipient::Outside { id: None, name: "Harbour Fund".into(), kind: crate::consent::Kind::Other };
    let case = scene.case;
    let second = scene
        .house
        .run(&mut scene.sokha, |cx| {
            let grant = Grant {
                purpose: Service::TravelDocument,
                recipient: elsewhere.clone(),
                items: vec![Item::Names],
                given: Given::Signed,
                language: None,
                interpreter: Some("Interpreter 4".into()),
                until: None,
                safe: false,
                standing: Standing::Given,
            };
            give(cx, case, grant)?;
            let ask = Ask { after: Some(first), ..ask(Service::TravelDocument) };
            refer(cx, case, &elsewhere, &[Item::Names], ask)
        })
        .unwrap()
        .file;
    let accepted = Answer { outcome: Outcome::Accepted, verbatim: None, said_by: None, heard: Heard::Here };
    scene.house.run(&mut scene.sokha, |cx| answer(cx, second, accepted)).unwrap();
    let lines = scene.house.run(&mut scene.sokha, |cx| sent(cx, 10, 0)).unwrap();
    assert_eq!((lines[0].file, lines[0].after), (second, Some(first)));
    assert_eq!(lines[0].answer.as_ref().unwrap().heard, Heard::Told, "who asked wrote down what it was told");
}

#[test]
fn a_refusal_for_another_reason_says_which_and_a_part_is_fewer() {
    let mut scene = scene();
    let (_, file) = scene.referred();
    let wordless = Answer { verbatim: Some("  ".into()), ..refusal(Reason::Other) };
    assert!(scene.house.run(&mut scene.consul, |cx| answer(cx, file, wordless)).is_err());
    let need = NeedAsked {
        ask: ask(Service::Shelter),
        to: scene.mission(),
        people: 12,
        nationality: None,
        place: Some("Kampot".into()),
    };
    let asked = scene.house.run(&mut scene.sokha, |cx| ask_for_need(cx, need)).unwrap().file;
    let part = |people| Answer { outcome: Outcome::Partly { people }, ..refusal(Reason::Full) };
    assert!(scene.house.run(&mut scene.consul, |cx| answer(cx, asked, part(12))).is_err());
    scene.house.run(&mut scene.consul, |cx| answer(cx, asked, part(4))).unwrap();
}

#[test]
fn a_need_names_nobody_and_is_nobody_on_a_desk() {
    let mut scene = scene();
    let to = scene.mission();
    let need = NeedAsked { ask: ask(Service::Shelter), to, people: 12, nationality: None, place: None };
    scene.house.run(&mut scene.sokha, |cx| ask_for_need(cx, need)).unwrap();
    let lines = scene.house.run(&mut scene.consul, |cx| received(cx, 10, 0)).unwrap();
    assert_eq!(lines[0].request.as_ref().unwrap().people, 12);
    let desk = Desks::default().open(&scene.house.store, &scene.consul, scene.house.now).unwrap();
    assert!(fresh(&desk, &scene.house.store, scene.house.now, crate::desk::Desk::is_empty).unwrap());
}

#[test]
fn withdrawn_the_keys_are_gone_the_desk_forgets_and_the_deletion_is_confirmed() {
    let mut scene = scene();
    let (grant, file) = scene.referred();
    let desks = Desks::default();
    let desk = desks.open(&scene.house.store, &scene.consul, scene.house.now).unwrap();
    assert_eq!(fresh(&desk, &scene.house.store, scene.house.now, crate::desk::Desk::len).unwrap(), 1);
    scene.at_the_mission(file).unwrap();

    let case = scene.case;
    let back = scene.house.run(&mut scene.sokha, |cx| crate::consent::withdraw(cx, case, grant, None)).unwrap();
    assert_eq!((back.len(), back[0].read), (1, 1), "what was read stays known: {back:?}");
    assert!(matches!(scene.at_the_mission(file), Err(AccessError::NotFound { .. })));
    assert_eq!(fresh(&desk, &scene.house.store, scene.house.now, crate::desk::Desk::len).unwrap(), 0);
    let late = scene.house.run(&mut scene.consul, |cx| answer(cx, file, refusal(Reason::Full)));
    assert!(matches!(late, Err(AccessError::NotFound { .. })));

    let week = scene.house.now.plus_hours(7 * 24 + 1);
    let round =
        crate::round::make(&scene.house.store, &::pathway::pack::shipped()[0], week, &mut scene.house.rng).unwrap();
    assert_eq!(round.of("deletions-unconfirmed"), 1);
    let asked = scene.house.run(&mut scene.consul, |cx| received(cx, 10, 0)).unwrap();
    assert_eq!((asked[0].state, asked[0].request.is_none(), asked[0].deleted_at), (State::Withdrawn, true, None));
    scene.house.run(&mut scene.consul, |cx| confirm_deleted(cx, file)).unwrap();
    let seen = scene.house.run(&mut scene.sokha, |cx| sent(cx, 10, 0)).unwrap();
    assert_eq!(seen[0].deleted_by, Some(scene.consul.actor.member));
}

#[test]
fn a_correction_reaches_what_was_agreed_and_nothing_else() {
    let mut scene = scene();
    let (_, file) = scene.referred();
    let case = scene.case;
    let new = vec![Fact::Names(vec!["Canary Bekele".into()]), Fact::Place("Poipet".into())];
    scene.house.run(&mut scene.sokha, |cx| registry::correct(cx, case, new, Earlier::Replaced, None)).unwrap();
    let seen = scene.at_the_mission(file).unwrap();
    assert_eq!(seen.facts.newest(Field::Names), Some(&Fact::Names(vec!["Canary Bekele".into()])));
    assert_eq!((seen.facts.in_conflict(Field::Names), seen.facts.newest(Field::Place)), (false, None));
}

#[test]
fn silence_is_found_when_the_deadline_passes_and_a_later_answer_counts() {
    let mut scene = scene();
    let (_, file) = scene.referred();
    let later = scene.house.now.plus_hours(7 * 24 + 1);
    let silent = |scene: &mut Scene, now: Instant| {
        let round =
            crate::round::make(&scene.house.store, &::pathway::pack::shipped()[0], now, &mut scene.house.rng).unwrap();
        round.of("referrals-unanswered")
    };
    let now = scene.house.now;
    assert_eq!(silent(&mut scene, now), 0);
    assert_eq!(silent(&mut scene, later), 1);
    assert_eq!(silent(&mut scene, later), 0, "it is told once");
    let told = scene.house.run(&mut scene.sokha, |cx| access::alert::of(cx, None, 9)).unwrap();
    assert_eq!((told[0].kind, told[0].case), (access::alert::Kind::ReferralOverdue, Some(file)));
    let state = |scene: &mut Scene| scene.house.run(&mut scene.sokha, |cx| sent(cx, 1, 0)).unwrap()[0].state;
    assert_eq!(state(&mut scene), State::Silent);
    scene.house.run(&mut scene.sokha, |cx| escalate(cx, file, Urgency::Today, None)).unwrap();
    assert_eq!(state(&mut scene), State::Open);
    scene.house.run(&mut scene.consul, |cx| answer(cx, file, refusal(Reason::Full))).unwrap();
    assert_eq!(state(&mut scene), State::Answered);
}

#[test]
fn sec02_another_teams_referral_is_answered_like_one_that_is_not_there() {
    let mut scene = scene();
    let (_, file) = scene.referred();
    let mut other = scene.house.enter("shelter", Role::ShelterManager, Some(2));
    let nowhere = CaseId::from_bytes([9; 16]);
    for id in [file, nowhere] {
        let said = |outcome: access::Result<()>| outcome.unwrap_err().to_string();
        let here = scene.house.run(&mut other, |cx| view(cx, id).map(drop));
        assert_eq!(said(here), AccessError::NotFound { action: access::Action::OpenCase, case: None }.to_string());
        assert!(scene.house.run(&mut other, |cx| answer(cx, id, refusal(Reason::Full))).is_err());
        assert!(scene.house.run(&mut other, |cx| confirm_deleted(cx, id)).is_err());
        assert!(scene.house.run(&mut other, |cx| withdraw(cx, id)).is_err());
    }
}

#[test]
fn everything_fits_the_log_and_can_be_derived_again() {
    let mut scene = scene();
    let (grant, file) = scene.referred();
    scene.house.run(&mut scene.consul, |cx| answer(cx, file, refusal(Reason::Full))).unwrap();
    let case = scene.case;
    scene.house.run(&mut scene.sokha, |cx| crate::consent::withdraw(cx, case, grant, None)).unwrap();
    let mut openers = scene.house.openers();
    let verified = crate::upkeep::verify(&scene.house.store, &mut openers, || {}).unwrap();
    assert!(verified.findings.is_empty(), "{:?}", verified.findings);
    let rebuilt = crate::upkeep::rebuild(&scene.house.store, &mut openers, true, || {}).unwrap();
    assert!(rebuilt.differences.is_empty(), "{:?}", rebuilt.differences);
}
