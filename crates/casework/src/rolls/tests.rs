//! A roll from the draft to the answer; and that nobody stands on one against their plan.

mod meanwhile;
mod whatever;

use super::*;
use crate::Origin;
use crate::consent::Given;
use crate::desk::{Desks, fresh};
use crate::plan::{
    Circumstance, Course, Leave, Reached, Safety, Stay, StepSaid, agree_to, check_safety, choose, note_circumstance,
    note_stay, note_step, read,
};
use crate::registry::register;
use ::pathway::pack::{Shipped, shipped};
use ::pathway::{Contact, Durations, Known, State, Warning, Way};
use access::{AccessError, Action, Keyring, Role};
use base::{Arrival, Birth, CaseId, Consent, Country, Date, Paper, PaperKind, PaperStatus};
use papers::roll::{Decided, Decision};
use rehearsal::House;
use store::sql;

fn khm() -> &'static Shipped {
    &shipped()[0]
}

fn uganda() -> Country {
    Country::from_iso3("UGA").unwrap()
}

fn safe() -> Safety {
    Safety { clear: true, warnings: Vec::new(), weighed: Vec::new(), mission: None, guardian: None, note: None }
}

struct Scene {
    house: House,
    sokha: Keyring,
}

impl Scene {
    fn open() -> Scene {
        let mut house = House::open();
        let sokha = house.enter("sokha", Role::Caseworker, Some(0));
        Scene { house, sokha }
    }

    fn does<T>(&mut self, act: impl FnOnce(&mut access::Cx) -> access::Result<T>) -> access::Result<T> {
        self.house.run(&mut self.sokha, act)
    }

    fn today(&self) -> Date {
        self.house.now.local_date()
    }

    fn asked(&self) -> Asked<'static> {
        let today = self.today();
        let step = khm().pack.waiver.unwrap();
        Asked { pack: khm(), step, corrections: &[], nationality: uganda(), today, until: today }
    }

    /// Somebody of Uganda with a passport in hand, of whom nothing else is known.
    fn arrives(&mut self, name: &str, number: &str) -> CaseId {
        let arrival = Arrival {
            names: vec![name.into()],
            birth: Some(Birth::On(Date::constant(1996, 3, 4))),
            nationalities: vec![uganda()],
            papers: vec![Paper { kind: PaperKind::Passport, status: PaperStatus::Held, number: Some(number.into()) }],
            consent: Consent::Spoken,
            ..Arrival::default()
        };
        self.does(|cx| register(cx, arrival, Origin::Card, None)).unwrap().case
    }

    fn agrees(&mut self, case: CaseId, to: Contact, agreed: bool) {
        let mission = (to == Contact::Mission).then(uganda);
        self.does(|cx| agree_to(cx, case, to, mission, (Given::Spoken, None, true, agreed))).unwrap();
    }

    /// Everything that a roll needs.
    fn ready(&mut self, name: &str, number: &str) -> CaseId {
        let case = self.arrives(name, number);
        self.does(|cx| check_safety(cx, case, safe())).unwrap();
        self.agrees(case, Contact::Mission, true);
        self.agrees(case, Contact::Authority, true);
        let entered = self.house.now.plus_hours(-24 * 200).local_date();
        let stay = Stay { stamped: true, entry: Some((entered, entered)), leave: Leave::Days { least: 30, most: 30 } };
        self.does(|cx| note_stay(cx, case, stay)).unwrap();
        case
    }

    fn draft(&mut self) -> Draft {
        let (now, desks, asked) = (self.house.now, Desks::default(), self.asked());
        let desk = desks.open(&self.house.store, &self.sokha, now).unwrap();
        fresh(&desk, &self.house.store, now, |desk| draft(desk, &asked)).unwrap()
    }

    fn why(&mut self, case: CaseId) -> Vec<Missing> {
        let draft = self.draft();
        draft.missing.into_iter().find(|one| one.case == case).map(|one| one.why).unwrap_or_default()
    }

    fn seal(&mut self) -> access::Result<Sealed> {
        let cases: Vec<CaseId> = self.draft().on.iter().map(|one| one.case).collect();
        let asked = self.asked();
        self.does(|cx| seal(cx, &asked, "Embassy of Uganda (invented)", &cases))
    }

    fn send(&mut self, number: u32) -> access::Result<()> {
        let (asked, today) = (self.asked(), self.today());
        self.does(|cx| send(cx, &asked, number, today))
    }

    fn version(&mut self, number: u32) -> Version {
        self.does(|cx| version(cx, uganda(), number, Action::Plan)).unwrap()
    }

    fn answer(&mut self, number: u32, decided: &[(u32, Decision)]) -> access::Result<Answered> {
        let (asked, today) = (self.asked(), self.today());
        let decided: Vec<Decided> =
            decided.iter().map(|(line, decision)| Decided { line: *line, decision: *decision }).collect();
        let say = |one: Decided| format!("Roll {number}, line {}: {}", one.line, one.decision.key());
        self.does(|cx| answer(cx, &asked, number, today, &decided, &say))
    }

    fn state(&mut self, case: CaseId) -> State {
        let durations = Durations::of_pack(&khm().pack);
        let view = self.does(|cx| read(cx, khm(), &durations, case)).unwrap();
        view.plan.step(khm().pack.waiver.unwrap()).unwrap().state.clone()
    }
}

#[test]
fn the_draft_says_exactly_why_somebody_is_missing() {
    let mut scene = Scene::open();
    let case = scene.arrives("Joan Invented", "ZZ1");
    let why = scene.why(case);
    for expected in [
        Missing::SafetyNotChecked,
        Missing::NoConsent(Contact::Mission),
        Missing::NoConsent(Contact::Authority),
        Missing::NoEntry,
    ] {
        assert!(why.contains(&expected), "{expected:?} is not in {why:?}");
    }
    let ready = scene.ready("Ivan Invented", "ZZ2");
    let draft = scene.draft();
    let on: Vec<(CaseId, &str, u32, u64)> = draft
        .on
        .iter()
        .map(|one| (one.case, one.content.document.as_str(), one.content.days, one.content.hundredths))
        .collect();
    assert_eq!(on, [(ready, "ZZ2", 171, 171_000)]);
    scene.agrees(ready, Contact::Authority, false);
    assert_eq!(scene.why(ready), [Missing::Declined(Contact::Authority)]);
    scene.agrees(ready, Contact::Authority, true);
    let year = Stay { stamped: false, entry: Some((scene.today(), scene.today())), leave: Leave::Unknown };
    scene.does(|cx| note_stay(cx, ready, year)).unwrap();
    let why = scene.why(ready);
    let unknown = [::pathway::Missing::Stamp, ::pathway::Missing::Leave].map(Missing::Overstay);
    assert_eq!(why, unknown);
    let held = StepSaid {
        pack: "khm".into(),
        step: "R07".into(),
        reached: Reached::Refused,
        begun: None,
        on: scene.today(),
        note: None,
    };
    scene.does(|cx| note_step(cx, khm(), ready, held)).unwrap();
    assert!(scene.why(ready).contains(&Missing::Refused));
    let paid = Circumstance { known: Known::PaysTheFine, holds: true };
    scene.does(|cx| note_circumstance(cx, ready, paid)).unwrap();
    assert!(scene.why(ready).contains(&Missing::PaysTheFine));
}

#[test]
fn a_person_who_fears_their_own_state_is_on_no_roll_by_any_path() {
    let mut scene = Scene::open();
    let (joan, ivan) = (scene.ready("Joan Invented", "ZZ1"), scene.ready("Ivan Invented", "ZZ2"));
    assert_eq!(scene.seal().unwrap().lines, 2);
    let fear = |warning| Safety { warnings: vec![warning], ..safe() };
    for warning in [Warning::FearsOwnState, Warning::AsksForAsylum, Warning::Stateless] {
        scene.does(|cx| check_safety(cx, joan, fear(warning))).unwrap();
        // Not on the draft, whatever she agreed to before, ...
        assert_eq!(scene.draft().on.iter().map(|one| one.case).collect::<Vec<_>>(), [ivan]);
        assert!(scene.why(joan).contains(&Missing::Warned(warning)));
        // ... not sealed, also where somebody names her case, ...
        let asked = scene.asked();
        let sealed = scene.does(|cx| seal(cx, &asked, "Embassy", &[joan, ivan])).unwrap();
        assert_eq!((sealed.lines, sealed.left[0].0), (1, joan));
        let alone = scene.does(|cx| seal(cx, &asked, "Embassy", &[joan]));
        assert!(matches!(alone, Err(AccessError::Unfit(_))));
        // ... and what was sealed before is neither sent ...
        assert!(matches!(scene.send(1), Err(AccessError::Unfit(_))));
        // ... nor taken out as a file.
        let (now, desks) = (scene.house.now, Desks::default());
        let desk = desks.open(&scene.house.store, &scene.sokha, now).unwrap();
        let may = fresh(&desk, &scene.house.store, now, |desk| who_may(desk, &asked, [joan, ivan])).unwrap();
        assert_eq!(may.into_iter().collect::<Vec<_>>(), [ivan]);
    }
    assert_eq!(scene.version(1).sent, None, "nothing was noted");
    let other = Course { way: Some(Way::Protection), words: None };
    scene.does(|cx| check_safety(cx, joan, safe())).unwrap();
    scene.does(|cx| choose(cx, joan, other)).unwrap();
    assert_eq!(scene.why(joan), [Missing::OtherWay(Way::Protection)]);
}

#[test]
fn a_version_is_sent_answered_and_read_again_and_the_next_one_says_what_changed() {
    let mut scene = Scene::open();
    let joan = scene.ready("Joan Invented", "ZZ1");
    let ivan = scene.ready("Ivan Invented", "ZZ2");
    let mary = scene.ready("Mary Invented", "ZZ3");
    assert_eq!(scene.seal().unwrap(), Sealed { version: 1, lines: 3, left: Vec::new() });
    let unsent = scene.answer(1, &[(1, Decision::Approved)]);
    assert!(matches!(unsent, Err(AccessError::Unfit(_))), "nobody answers what was not sent");
    scene.send(1).unwrap();
    assert!(matches!(scene.send(1), Err(AccessError::Unfit(_))));
    let names: Vec<String> =
        scene.version(1).lines.iter().map(|line| line.content.as_ref().unwrap().name.clone()).collect();
    assert_eq!(names, ["Ivan Invented", "Joan Invented", "Mary Invented"]);

    scene.house.now = scene.house.now.plus_hours(48);
    let all = [(1, Decision::Approved), (2, Decision::Refused), (3, Decision::NotFound)];
    assert_eq!(scene.answer(1, &all).unwrap(), Answered { written: 3, ..Answered::default() });
    assert_eq!(scene.answer(1, &all).unwrap(), Answered { already: 3, ..Answered::default() });
    let events = scene.house.store.write(|tx| {
        tx.one(sql!("select count(*) from event where case_id = $1"), &[(&ivan.to_string()).into()], |row| row.int(0))
    });
    let before = events.unwrap();
    assert!(matches!(scene.state(ivan), State::Done { on: Some(_) } | State::Skipped(_)), "{:?}", scene.state(ivan));
    assert_eq!(scene.why(ivan), [Missing::AlreadyWaived]);
    assert_eq!(scene.why(joan), [Missing::Refused]);
    let durations = Durations::of_pack(&khm().pack);
    let view = scene.does(|cx| read(cx, khm(), &durations, mary)).unwrap();
    assert_eq!(view.told.steps[0].note.as_deref(), Some("Roll 1, line 3: not-found"));
    assert!(view.situation.known.has(Known::HoldsPassport) && !view.situation.known.has(Known::FineWaived));
    let view = scene.does(|cx| read(cx, khm(), &durations, ivan)).unwrap();
    assert!(view.situation.known.has(Known::FineWaived));
    // Another word takes the place of the earlier, and the fine is no longer waived.
    assert_eq!(scene.answer(1, &[(1, Decision::Refused)]).unwrap().written, 1);
    let view = scene.does(|cx| read(cx, khm(), &durations, ivan)).unwrap();
    assert!(!view.situation.known.has(Known::FineWaived));
    let after = scene.house.store.write(|tx| {
        tx.one(sql!("select count(*) from event where case_id = $1"), &[(&ivan.to_string()).into()], |row| row.int(0))
    });
    assert_eq!(after.unwrap(), before.map(|count| count + 1), "one line, one event");

    let ruth = scene.ready("Ruth Invented", "ZZ4");
    assert_eq!(scene.seal().unwrap(), Sealed { version: 2, lines: 2, left: Vec::new() });
    let (first, second) = (scene.version(1), scene.version(2));
    let cases: Vec<_> = second.lines.iter().filter_map(|line| line.case).collect();
    assert_eq!(cases, [mary, ruth]);
    let days = (1, vec!["days", "amount"]);
    assert_eq!(changes(&first, &second), Changes { added: vec![2], gone: vec![1, 2], changed: vec![days] });
    assert!(matches!(scene.answer(2, &[(9, Decision::Approved)]), Err(AccessError::Unfit(_))));
}

#[test]
fn each_case_is_opened_on_the_record_and_other_teams_find_nothing() {
    let mut scene = Scene::open();
    let joan = scene.ready("Joan Invented", "ZZ1");
    let opened = |scene: &mut Scene| {
        let count = scene.house.store.write(|tx| {
            tx.one(
                sql!("select count(*) from access_entry where case_id = $1 and action = 'plan'"),
                &[(&joan.to_string()).into()],
                |row| row.int(0),
            )
        });
        count.unwrap().unwrap()
    };
    let before = opened(&mut scene);
    scene.seal().unwrap();
    assert_eq!(opened(&mut scene), before + 1);
    let mut ratna = scene.house.enter("ratna", Role::ConsularOfficer, Some(1));
    let others = scene.house.run(&mut ratna, |cx| version(cx, uganda(), 1, Action::Plan));
    assert!(matches!(others, Err(AccessError::NoValue)));
    let asked = scene.asked();
    let stolen = scene.house.run(&mut ratna, |cx| seal(cx, &asked, "Embassy", &[joan]));
    assert!(matches!(stolen, Err(AccessError::NotFound { .. })));
    let mut dara = scene.house.enter("dara", Role::ShelterManager, Some(2));
    let refused = scene.house.run(&mut dara, |cx| versions(cx, uganda()));
    assert!(matches!(refused, Err(AccessError::Refused { action: Action::Plan })));
    let mut maly = scene.house.enter("maly", Role::ProtectionOfficer, Some(0));
    let refused = scene.house.run(&mut maly, |cx| answer(cx, &asked, 1, asked.today, &[], &|_| String::new()));
    assert!(matches!(refused, Err(AccessError::Refused { .. })), "who writes no journey notes no answer");
}

#[test]
fn an_erased_person_leaves_an_empty_line_and_nothing_in_clear_says_whose_roll_it_is() {
    let mut scene = Scene::open();
    let (joan, _) = (scene.ready("Joan Invented", "ZZ1"), scene.ready("Ivan Invented", "ZZ2"));
    scene.seal().unwrap();
    scene.send(1).unwrap();
    scene.house.store.write(|tx| forget_case(tx, joan)).unwrap();
    let lines = scene.version(1).lines;
    assert_eq!((lines.len(), lines[1].number), (2, 2));
    assert!(lines[1].case.is_none() && lines[1].content.is_none() && lines[0].content.is_some());
    let answered = scene.answer(1, &[(1, Decision::Approved), (2, Decision::Approved)]).unwrap();
    assert_eq!(answered, Answered { written: 1, closed: 1, ..Answered::default() });
    for table in store::sum::summed().filter(|table| table.name.starts_with("roll")) {
        let wrong: store::Result<Vec<String>> = scene.house.store.write(|tx| store::sum::wrong(tx, table));
        assert_eq!(wrong.unwrap(), Vec::<String>::new(), "{}", table.name);
    }
    let mission: Option<Vec<u8>> = scene
        .house
        .store
        .write(|tx| tx.one(sql!("select mission from roll where version = 1"), &[], |row| row.blob(0)))
        .unwrap();
    assert!(!mission.unwrap().windows(3).any(|three| three == b"UGA"));
}

#[test]
fn somebody_of_two_nationalities_stands_on_the_roll_of_the_mission_they_named_alone() {
    let mut scene = Scene::open();
    let case = scene.ready("Joan Invented", "ZZ1");
    let kenya = Country::from_iso3("KEN").unwrap();
    let both = crate::Fact::Nationalities(vec![uganda(), kenya]);
    scene.does(|cx| crate::registry::correct(cx, case, vec![both], crate::registry::Earlier::Replaced, None)).unwrap();
    assert!(scene.why(case).contains(&Missing::NationalityNotChosen));
    let chosen = |country| Safety { mission: Some(country), ..safe() };
    scene.does(|cx| check_safety(cx, case, chosen(kenya))).unwrap();
    assert!(scene.why(case).contains(&Missing::OtherNationality));
    scene.does(|cx| check_safety(cx, case, chosen(uganda()))).unwrap();
    assert_eq!(scene.draft().on.len(), 1);
}
