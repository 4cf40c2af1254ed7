//! Emergencies, as stories: lina meets somebody at night whose case is the other team's.

use super::*;
use crate::desk::{Desk, Desks, fresh};
use crate::registry::{self, Earlier, register};
use crate::{Fact, Field, Origin, round};
use access::alert::{self, Kind};
use access::entries::{newest_access, newest_admin};
use access::{Keyring, Role};
use base::{Arrival, CaseId, Consent, Instant, Sign};
use rehearsal::House;
use vault::Compartment::{Care, Identity, Journey, Protection, Testimony};

const REASON: &str = "Unconscious at the clinic; we must know what medicine she takes.";

/// Team 0 holds the case: a caseworker and two protection officers. Team 2, a shelter, meets the person.
struct Scene {
    house: House,
    sokha: Keyring,
    first: Keyring,
    second: Keyring,
    dara: Keyring,
    auditor: Keyring,
    case: CaseId,
}

fn scene() -> Scene {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let first = house.enter("protect-one", Role::ProtectionOfficer, Some(0));
    let second = house.enter("protect-two", Role::ProtectionOfficer, Some(0));
    let dara = house.enter("dara", Role::ShelterManager, Some(2));
    let auditor = house.enter("audit", Role::Auditor, None);
    let arrival = Arrival {
        names: vec!["Canary Alemu".into()],
        place: Some("Kampot".into()),
        signs: [Sign::Ill, Sign::Threatened].into(),
        remark: Some("Canary remark.".into()),
        consent: Consent::Spoken,
        ..Arrival::default()
    };
    let case = house.run(&mut sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    Scene { house, sokha, first, second, dara, auditor, case }
}

impl Scene {
    fn ask(&mut self, parts: &[Compartment]) -> EmergencyId {
        let code = CaseCode::of(self.case);
        self.house.run(&mut self.dara, |cx| ask(cx, code, parts, REASON, 4)).unwrap()
    }

    fn granted(&mut self, parts: &[Compartment]) -> (EmergencyId, Instant) {
        let id = self.ask(parts);
        (id, self.house.run(&mut self.first, |cx| grant(cx, id, 4)).unwrap())
    }

    fn at_the_shelter(&mut self) -> Result<registry::CaseView> {
        let case = self.case;
        self.house.run(&mut self.dara, |cx| registry::view(cx, case))
    }

    fn round(&mut self) -> usize {
        self.house.now = self.house.now.plus_millis(60_000);
        round::make(&self.house.store, &::pathway::pack::shipped()[0], self.house.now, &mut self.house.rng)
            .unwrap()
            .of("emergencies")
    }

    fn standing(&mut self) -> Standing {
        self.house.run(&mut self.dara, mine).unwrap()[0].standing
    }
}

fn alerts(house: &mut House, keys: &mut Keyring) -> Vec<Kind> {
    house.run(keys, |cx| alert::of(cx, None, 20)).unwrap().iter().map(|raised| raised.kind).collect()
}

#[test]
fn sec07_a_second_person_lends_the_keys_for_hours_and_a_third_reviews_it() {
    let mut scene = scene();
    let id = scene.ask(&[Identity, Care]);
    assert!(matches!(scene.at_the_shelter(), Err(AccessError::NotFound { .. })), "asking opens nothing");
    assert_eq!(scene.round(), 1);
    assert_eq!(alerts(&mut scene.house, &mut scene.sokha), [Kind::EmergencyAsked]);
    assert_eq!(alerts(&mut scene.house, &mut scene.second), [Kind::EmergencyAsked]);

    let asked = scene.house.run(&mut scene.sokha, open_requests).unwrap();
    assert_eq!((asked[0].reason.as_str(), asked[0].code, asked[0].hours), (REASON, CaseCode::of(scene.case), 4));
    assert_eq!((asked[0].asker.name.as_str(), asked[0].asker.team.as_str()), ("dara", "Shelter"));
    let until = scene.house.run(&mut scene.first, |cx| grant(cx, id, 2)).unwrap();
    assert_eq!(until, scene.house.now.plus_hours(2), "the second person decides for how long");
    assert_eq!(alerts(&mut scene.house, &mut scene.auditor), [Kind::EmergencyOpened]);
    assert!(alerts(&mut scene.house, &mut scene.second).contains(&Kind::EmergencyOpened));

    let told = scene.house.run(&mut scene.dara, |cx| alert::of(cx, None, 1)).unwrap().remove(0);
    assert_eq!((told.kind, told.case), (Kind::EmergencyOpened, Some(scene.case)), "whoever asked is told where it is");
    let seen = scene.at_the_shelter().unwrap();
    assert_eq!(seen.open, [Identity, Care]);
    let lent = seen.lent.unwrap();
    assert_eq!((lent.parts, lent.until), (vec![Identity, Care], until));
    let (_, entry) = scene.house.store.read(|tx| newest_access(tx, i64::MAX, 1)).unwrap().remove(0);
    assert_eq!((entry.action.as_str(), entry.case), ("emergency", Some(scene.case)));

    scene.house.now = until;
    assert!(
        matches!(scene.at_the_shelter(), Err(AccessError::NotFound { .. })),
        "closed to the second, without a round"
    );
    assert_eq!(scene.round(), 1);
    assert!(alerts(&mut scene.house, &mut scene.second).contains(&Kind::EmergencyToReview));
    assert!(!alerts(&mut scene.house, &mut scene.auditor).contains(&Kind::EmergencyToReview), "somebody can review it");
    let by_giver = scene.house.run(&mut scene.first, |cx| review(cx, id, Verdict::Justified, "It was."));
    assert!(matches!(by_giver, Err(AccessError::AnotherPerson { .. })));
    scene.house.run(&mut scene.second, |cx| review(cx, id, Verdict::NotJustified, "The clinic knew her.")).unwrap();
    let reviewed = scene.house.run(&mut scene.sokha, in_use).unwrap().remove(0);
    assert_eq!((reviewed.state, reviewed.review.as_deref()), (State::NotJustified, Some("The clinic knew her.")));
    let acts = scene.house.store.read(|tx| newest_admin(tx, i64::MAX, 4)).unwrap();
    let acts: Vec<_> = acts.iter().map(|(_, entry)| entry.action.as_str()).collect();
    assert_eq!(acts, ["emergency-not-justified", "emergency-ended", "emergency-granted", "emergency-asked"]);
}

#[test]
fn sec07_nobody_breaks_the_glass_alone() {
    let mut scene = scene();
    // A colleague of the same team who asks for what her role does not read.
    let mut lina = scene.house.enter("lina", Role::Outreach, Some(0));
    let code = CaseCode::of(scene.case);
    scene.house.run(&mut lina, |cx| ask(cx, code, &[Care], REASON, 1)).unwrap();
    let own = scene.house.run(&mut scene.sokha, |cx| ask(cx, code, &[Identity], REASON, 1)).unwrap();
    let by_asker = scene.house.run(&mut scene.sokha, |cx| grant(cx, own, 1));
    assert!(matches!(by_asker, Err(AccessError::AnotherPerson { .. })));
    let waiting = scene.house.run(&mut scene.sokha, open_requests).unwrap();
    assert_eq!(waiting.iter().map(|request| request.is_own).collect::<Vec<_>>(), [true, false]);
    let by_outreach = scene.house.run(&mut lina, |cx| grant(cx, own, 1));
    assert!(matches!(by_outreach, Err(AccessError::Refused { .. })));
    // A protection officer of another team holds no key of it, and learns no more than of an id that never was.
    let mut stranger = scene.house.enter("stranger", Role::ProtectionOfficer, Some(2));
    let theirs = scene.house.run(&mut stranger, |cx| grant(cx, own, 1)).unwrap_err().to_string();
    let nobodys = EmergencyId::from_bytes([7; 16]);
    assert_eq!(theirs, scene.house.run(&mut stranger, |cx| grant(cx, nobodys, 1)).unwrap_err().to_string());
    assert!(scene.house.run(&mut stranger, open_requests).unwrap().is_empty());
    assert!(scene.house.run(&mut stranger, in_use).unwrap().is_empty());
    let (_, last) = scene.house.store.read(|tx| newest_access(tx, i64::MAX, 1)).unwrap().remove(0);
    assert_eq!((last.outcome.as_str(), last.action.as_str()), ("refused", "grant-emergency"));
}

#[test]
fn whoever_asks_is_told_the_same_whether_or_not_there_is_such_a_case() {
    let mut scene = scene();
    let mut id = 0u8;
    let nobodys = loop {
        id += 1;
        let code = CaseCode::of(CaseId::from_bytes([id; 16]));
        if code != CaseCode::of(scene.case) {
            break code;
        }
    };
    scene.ask(&[Identity]);
    let rows = |scene: &Scene| scene.house.store.read(|tx| tx.log_size()).unwrap();
    let before = rows(&scene);
    scene.house.run(&mut scene.dara, |cx| ask(cx, nobodys, &[Identity], REASON, 4)).unwrap();
    assert_eq!(rows(&scene) - before, 1, "one entry, as for the other");
    let lengths = scene
        .house
        .store
        .read(|tx| rows::find(tx, rows::Wanted::All, 5))
        .unwrap()
        .iter()
        .map(|row| (row.reason.len(), row.own_copy.len()))
        .collect::<Vec<_>>();
    assert_eq!(lengths[0], lengths[1]);
    scene.round();
    for hours in [0, 12, 25] {
        scene.house.now = scene.house.now.plus_hours(hours);
        scene.round();
        let mine = scene.house.run(&mut scene.dara, mine).unwrap();
        assert_eq!(mine[0].standing, mine[1].standing, "after {hours} hours more");
        assert!(mine.iter().all(|mine| mine.open.is_none()));
    }
    assert_eq!(scene.standing(), Standing::NotOpened);
}

#[test]
fn a_refusal_stays_with_the_team_and_looks_like_silence_to_whoever_asked() {
    let mut scene = scene();
    let id = scene.ask(&[Identity]);
    scene.house.run(&mut scene.first, |cx| refuse(cx, id, "We rang the clinic ourselves.")).unwrap();
    assert_eq!(scene.standing(), Standing::Waiting);
    assert!(alerts(&mut scene.house, &mut scene.dara).is_empty());
    let kept = scene.house.run(&mut scene.sokha, in_use).unwrap().remove(0);
    assert_eq!((kept.state, kept.answer.as_deref()), (State::Refused, Some("We rang the clinic ourselves.")));
    assert!(scene.house.run(&mut scene.second, |cx| grant(cx, id, 1)).is_err(), "it is answered");
    assert!(scene.at_the_shelter().is_err());
}

#[test]
fn what_is_lent_opens_for_reading_alone_and_is_on_no_desk() {
    let mut scene = scene();
    let desk = Desks::default().open(&scene.house.store, &scene.dara, scene.house.now).unwrap();
    scene.granted(&[Identity, Journey]);
    let case = scene.case;
    assert_eq!(scene.at_the_shelter().unwrap().open, [Identity, Journey]);
    let place = vec![Fact::Place("Poipet".into())];
    let corrected = scene.house.run(&mut scene.dara, |cx| registry::correct(cx, case, place, Earlier::Replaced, None));
    assert!(matches!(corrected, Err(AccessError::Refused { .. })), "the role corrects places, but not here");
    assert!(matches!(
        scene.house.run(&mut scene.dara, |cx| cx.open(case, Action::PrintCard).map(drop)),
        Err(AccessError::Refused { .. })
    ));
    assert!(scene.house.run(&mut scene.dara, |cx| cx.peek(case)).unwrap().is_none(), "nothing that lists read");
    // Something is written, and both the old and a new desk look again.
    let place = vec![Fact::Place("Kep".into())];
    scene.house.run(&mut scene.sokha, |cx| registry::correct(cx, case, place, Earlier::Replaced, None)).unwrap();
    assert_eq!(fresh(&desk, &scene.house.store, scene.house.now, Desk::len).unwrap(), 0);
    let anew = Desks::default().open(&scene.house.store, &scene.dara, scene.house.now).unwrap();
    assert_eq!(fresh(&anew, &scene.house.store, scene.house.now, Desk::len).unwrap(), 0);
    let seen = scene.at_the_shelter().unwrap();
    assert_eq!(seen.facts.newest(Field::Place), Some(&Fact::Place("Kep".into())), "she reads what is newest");
}

#[test]
fn testimony_is_lent_to_nobody_and_a_part_that_is_open_anyway_is_no_emergency() {
    let mut scene = scene();
    let code = CaseCode::of(scene.case);
    assert!(scene.house.run(&mut scene.dara, |cx| ask(cx, code, &[Identity, Testimony], REASON, 1)).is_err());
    let own = scene.house.run(&mut scene.sokha, |cx| ask(cx, code, &[Identity, Protection], REASON, 1)).unwrap();
    scene.house.run(&mut scene.first, |cx| grant(cx, own, 1)).unwrap();
    let case = scene.case;
    let seen = scene.house.run(&mut scene.sokha, |cx| registry::view(cx, case)).unwrap();
    assert_eq!((seen.open.len(), seen.lent), (4, None), "her team's keys open it");
}

#[test]
fn closed_before_its_time_by_either_side_the_keys_are_gone() {
    let mut scene = scene();
    let (id, _) = scene.granted(&[Identity]);
    let (again, _) = scene.granted(&[Care]);
    assert_eq!(scene.at_the_shelter().unwrap().open, [Identity, Care]);
    let mut stranger = scene.house.enter("stranger", Role::ConsularOfficer, Some(1));
    assert!(scene.house.run(&mut stranger, |cx| close(cx, id)).is_err());
    assert!(scene.at_the_shelter().is_ok());
    scene.house.run(&mut scene.sokha, |cx| close(cx, id)).unwrap();
    assert!(matches!(scene.at_the_shelter(), Err(AccessError::NotFound { .. })));
    let states: Vec<_> =
        scene.house.run(&mut scene.sokha, in_use).unwrap().iter().map(|seen| (seen.id, seen.state)).collect();
    assert_eq!(states, [(again, State::Ended), (id, State::Ended)], "both, for they were one bundle");
    let (third, _) = scene.granted(&[Identity]);
    scene.house.run(&mut scene.dara, |cx| close(cx, third)).unwrap();
    assert!(scene.at_the_shelter().is_err());
}

#[test]
fn where_nobody_can_review_the_auditor_is_told_and_sees_it_unreviewed() {
    let mut scene = scene();
    let second = scene.second.actor.member;
    let now = scene.house.now;
    scene.house.store.write(|tx| access::member::disable(tx, second, second, now)).unwrap();
    let (_, until) = scene.granted(&[Identity]);
    scene.house.now = until;
    scene.round();
    assert!(alerts(&mut scene.house, &mut scene.auditor).contains(&Kind::EmergencyToReview));
    let seen = scene.house.run(&mut scene.auditor, overseen).unwrap().remove(0);
    assert!(seen.unreviewed && seen.asker.name == "dara");
    assert_eq!(seen.answered.unwrap().1.name, "protect-one");
    assert!(scene.house.run(&mut scene.sokha, overseen).is_err());
}

#[test]
fn after_a_day_without_an_answer_it_has_lapsed_and_ten_times_a_day_is_enough() {
    let mut scene = scene();
    let id = scene.ask(&[Identity]);
    for _ in 1..MOST_ASKED {
        scene.ask(&[Identity]);
    }
    let code = CaseCode::of(scene.case);
    assert!(matches!(
        scene.house.run(&mut scene.dara, |cx| ask(cx, code, &[Identity], REASON, 1)),
        Err(AccessError::Unfit(_))
    ));
    scene.house.now = scene.house.now.plus_hours(WAITS_HOURS);
    assert!(scene.house.run(&mut scene.first, |cx| grant(cx, id, 1)).is_err(), "also before the round");
    scene.round();
    assert_eq!(scene.standing(), Standing::NotOpened);
    assert!(scene.house.run(&mut scene.first, open_requests).unwrap().is_empty());
    scene.ask(&[Identity]);
}

#[test]
fn words_are_sealed_a_changed_row_is_found_and_an_erased_case_leaves_none() {
    let mut scene = scene();
    let (id, _) = scene.granted(&[Identity]);
    let wrong = |scene: &Scene| -> Vec<&str> {
        let tables = store::sum::summed();
        let found =
            tables.filter(|table| !scene.house.store.read(|tx| store::sum::wrong(tx, table)).unwrap().is_empty());
        found.map(|table| table.name).collect()
    };
    assert!(wrong(&scene).is_empty());
    let row = scene.house.store.read(|tx| rows::find(tx, rows::Wanted::One(id), 1)).unwrap().remove(0);
    assert!([&row.reason, &row.own_copy].iter().all(|sealed| !sealed.windows(8).any(|part| part == b"medicine")));
    scene.house.store.tamper("update emergency set hours = 24").unwrap();
    assert_eq!(wrong(&scene), ["emergency"]);
    let case = scene.case;
    assert_eq!(scene.house.store.write(|tx| forget_case(tx, case)).unwrap(), 1);
    assert!(scene.house.run(&mut scene.sokha, in_use).unwrap().is_empty());
}
