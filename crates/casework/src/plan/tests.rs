//! A person's way out, from the safety check to the last follow-up.

mod batches;
mod cleared;
mod today;

use super::*;
use crate::Origin;
use crate::consent::Given;
use crate::desk::{Desks, fresh};
use crate::hearing;
use crate::registry::register;
use ::pathway::pack::{Represented, Seat, Shipped, shipped};
use ::pathway::{Contact, Durations, Prospect, Reach, State, Taken, Why};
use access::{AccessError, Keyring, Role};
use base::{Arrival, Birth, CaseId, Consent};
use rehearsal::House;
use screening::triage::Level;
use screening::{Instruments, When};

struct Scene {
    house: House,
    sokha: Keyring,
    case: CaseId,
}

fn khm() -> &'static Shipped {
    &shipped()[0]
}

fn scene(nationality: &str) -> Scene {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let arrival = Arrival {
        names: vec!["Hanna Invented".into()],
        birth: Some(Birth::Year(1996)),
        nationalities: Country::from_iso3(nationality).into_iter().collect(),
        consent: Consent::Spoken,
        ..Arrival::default()
    };
    let case = house.run(&mut sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    Scene { house, sokha, case }
}

fn safe() -> Safety {
    Safety { clear: true, warnings: Vec::new(), weighed: Vec::new(), mission: None, guardian: None, note: None }
}

impl Scene {
    fn does<T>(&mut self, act: impl FnOnce(&mut access::Cx, CaseId) -> access::Result<T>) -> access::Result<T> {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| act(cx, case))
    }

    fn view(&mut self) -> View {
        let durations = Durations::of_pack(&khm().pack);
        self.does(|cx, case| read(cx, khm(), &durations, case)).unwrap()
    }

    fn step(&mut self, id: &str) -> State {
        let view = self.view();
        let step = khm().pack.step_no(id).unwrap();
        view.plan.step(step).unwrap().state.clone()
    }

    fn note(&mut self, step: &str, reached: Reached) -> access::Result<()> {
        let on = self.house.now.local_date();
        let said = StepSaid { pack: "khm".into(), step: step.into(), reached, begun: None, on, note: None };
        self.does(|cx, case| note_step(cx, khm(), case, said).map(drop))
    }

    fn agrees(&mut self, to: Contact, mission: Option<&str>, agreed: bool) {
        let mission = mission.and_then(Country::from_iso3);
        self.does(|cx, case| agree_to(cx, case, to, mission, (Given::Spoken, None, true, agreed))).unwrap();
    }
}

#[test]
fn no_mission_hears_of_anybody_before_the_safety_check_and_a_yes_for_that_mission() {
    let mut scene = scene("UGA");
    let view = scene.view();
    assert_eq!((view.route.reach, view.plan.taken), (Reach::Covering, Taken::Proposed));
    let blocked = |state: State| match state {
        State::Blocked(whys) => whys,
        other => panic!("{other:?}"),
    };
    let whys = blocked(scene.step("R02"));
    assert!(whys.contains(&Why::SafetyNotChecked) && whys.contains(&Why::NotAsked(Contact::Mission)), "{whys:?}");
    scene.does(|cx, case| check_safety(cx, case, safe())).unwrap();
    scene.agrees(Contact::Mission, Some("KEN"), true);
    assert!(blocked(scene.step("R02")).contains(&Why::NotAsked(Contact::Mission)), "a yes for another state's mission");
    scene.agrees(Contact::Mission, Some("UGA"), true);
    assert_eq!(scene.step("R02"), State::Ready);
    let course = Course { way: Some(Way::ReturnWithHelp), words: None };
    scene.does(|cx, case| choose(cx, case, course)).unwrap();
    scene.agrees(Contact::Mission, Some("UGA"), false);
    assert!(blocked(scene.step("R02")).contains(&Why::Declined(Contact::Mission)), "the newest word counts");
}

#[test]
fn a_consular_officer_knows_whether_contact_is_clear_and_not_what_somebody_fears() {
    let mut scene = scene("UGA");
    let mut ratna = scene.house.enter("ratna", Role::ConsularOfficer, Some(0));
    let case = scene.case;
    scene.agrees(Contact::Mission, Some("UGA"), true);
    let durations = Durations::of_pack(&khm().pack);
    for (safety, state) in [
        (safe(), ::pathway::Safety::Clear),
        (Safety { warnings: vec![Warning::AsksForAsylum], ..safe() }, ::pathway::Safety::NotClear),
    ] {
        scene.does(|cx, case| check_safety(cx, case, safety)).unwrap();
        let view = scene.house.run(&mut ratna, |cx| read(cx, khm(), &durations, case)).unwrap();
        assert_eq!((view.situation.safety, view.told.safety), (state, None));
        assert_eq!(view.situation.warnings, Default::default(), "not why");
    }
}

#[test]
fn who_fears_their_own_state_is_put_before_nobody_of_it_whatever_was_agreed() {
    let mut scene = scene("UGA");
    scene.agrees(Contact::Mission, Some("UGA"), true);
    let fear = Safety { warnings: vec![Warning::FearsOwnState], ..safe() };
    scene.does(|cx, case| check_safety(cx, case, fear)).unwrap();
    let view = scene.view();
    let mission = Contact::Mission;
    for step in view.plan.steps.iter().filter(|one| khm().pack.step(one.step).contact.has(mission)) {
        assert!(!matches!(step.state, State::Ready | State::Begun { .. }), "{:?}", step);
    }
    let weighed = Weighed { warning: Warning::FearsOwnState, by: "M. Invented".into(), because: "It is fine.".into() };
    let weighed = Safety { weighed: vec![weighed], ..safe() };
    let refused = scene.does(|cx, case| check_safety(cx, case, weighed));
    assert!(matches!(refused, Err(AccessError::Unfit(_))), "nobody weighs the person's own fear away");
}

#[test]
fn steps_are_noted_durations_are_learnt_and_a_chosen_way_is_the_persons() {
    let mut scene = scene("IDN");
    scene.does(|cx, case| check_safety(cx, case, safe())).unwrap();
    for early in [Reached::Begun, Reached::WaitingFor(Owner::Mission), Reached::Done] {
        assert!(matches!(scene.note("R02", early), Err(AccessError::Unfit(_))), "nobody was asked");
    }
    scene.note("R06", Reached::Done).unwrap();
    scene.agrees(Contact::Mission, Some("IDN"), true);
    scene.note("R02", Reached::Begun).unwrap();
    scene.house.now = scene.house.now.plus_hours(72);
    scene.note("R02", Reached::Done).unwrap();
    assert!(matches!(scene.step("R02"), State::Done { on: Some(_) }));
    let wrong = scene.note("R99", Reached::Done);
    assert!(matches!(wrong, Err(AccessError::NoValue)));
    let (now, desks) = (scene.house.now, Desks::default());
    let desk = desks.open(&scene.house.store, &scene.sokha, now).unwrap();
    let seen = fresh(&desk, &scene.house.store, now, |desk| steps_seen(desk, khm())).unwrap();
    assert_eq!(seen.iter().map(|one| one.days).collect::<Vec<_>>(), [3]);

    let choose_way = |way| Course { way: Some(way), words: Some("Her brother pays.".into()) };
    let refused = scene.does(|cx, case| choose(cx, case, choose_way(Way::Deportation)));
    assert!(matches!(refused, Err(AccessError::Unfit(_))));
    scene.does(|cx, case| choose(cx, case, choose_way(Way::SelfPaid))).unwrap();
    let view = scene.view();
    assert_eq!((view.plan.taken, view.plan.way), (Taken::Chosen, Way::SelfPaid));
    assert!(matches!(view.plan.prospect, Prospect::Open { .. }));
    assert!(view.plan.alternatives.iter().any(|one| one.way == Way::Protection));
}

#[test]
fn an_arrest_pauses_the_plan_raises_the_urgency_and_tells_the_team() {
    let mut scene = scene("IDN");
    let day = When::On(scene.house.now.local_date());
    let custody = |what| Custody { what, when: day, place: Some("Invented office".into()), by: None, note: None };
    scene.does(|cx, case| note_custody(cx, case, custody(Happened::Arrested))).unwrap();
    let level = |scene: &mut Scene| {
        let now = scene.house.now;
        scene.does(hearing::read).unwrap().urgency(Instruments::shipped(), now).level
    };
    assert_eq!(level(&mut scene), Level::P0);
    assert!(scene.view().plan.paused_since.is_some());
    scene.does(|cx, case| note_custody(cx, case, custody(Happened::Detained))).unwrap();
    assert_eq!(level(&mut scene), Level::P1);
    let (now, desks) = (scene.house.now, Desks::default());
    let desk = desks.open(&scene.house.store, &scene.sokha, now).unwrap();
    let case = scene.case;
    let on_desk = fresh(&desk, &scene.house.store, now, |desk| desk.line(case).unwrap().urgency(now).level).unwrap();
    assert_eq!(on_desk, Level::P1);
    scene.does(|cx, case| note_custody(cx, case, custody(Happened::DeportationOrdered))).unwrap();
    let plan = scene.view().plan;
    assert_eq!((plan.way, plan.is_voluntary(), plan.taken), (Way::Deportation, false, Taken::Imposed));
    scene.does(|cx, case| note_custody(cx, case, custody(Happened::Released))).unwrap();
    assert_eq!((level(&mut scene), scene.view().plan.paused_since), (Level::P3, None));
}

#[test]
fn an_overstay_is_a_range_where_days_are_not_known_and_exact_where_they_are() {
    let mut scene = scene("IDN");
    assert_eq!(scene.view().overstay.most_days, None);
    let today = scene.house.now.local_date();
    let now = scene.house.now;
    let ago = |days: i64| now.plus_hours(-24 * days).local_date();
    let stay = |first, last| Stay {
        stamped: true,
        entry: Some((ago(first), ago(last))),
        leave: Leave::Days { least: 30, most: 30 },
    };
    scene.does(|cx, case| note_stay(cx, case, stay(230, 200))).unwrap();
    let view = scene.view();
    let (least, most) = (view.overstay.least_days, view.overstay.most_days.unwrap());
    assert!(most - least == 30 && least > 150, "{least} to {most}");
    scene.does(|cx, case| note_stay(cx, case, stay(200, 200))).unwrap();
    assert!(scene.view().overstay.is_exact());
    let wrong = Stay {
        stamped: true,
        entry: Some((base::days_after(today, 3), base::days_after(today, 4))),
        leave: Leave::Unknown,
    };
    assert!(matches!(scene.does(|cx, case| note_stay(cx, case, wrong)), Err(AccessError::Unfit(_))));
}

#[test]
fn an_unconfirmed_mission_is_corrected_with_who_said_so_and_when() {
    let mut scene = scene("AFG");
    // What was found out counts from the day of the pack's own row on.
    scene.house.now = scene.house.now.plus_hours(24 * 60);
    assert_eq!(scene.view().route.reach, Reach::Unconfirmed);
    let corrected = |source: &str| Corrected {
        nationality: Country::from_iso3("AFG").unwrap(),
        represented: Represented::Covering,
        seats: vec![Seat::read("Jakarta, IDN").unwrap()],
        source: source.into(),
    };
    let refused = scene.does(|cx, _| correct_mission(cx, corrected(" ")));
    assert!(matches!(refused, Err(AccessError::Unfit(_))));
    scene.does(|cx, _| correct_mission(cx, corrected("The consul, by telephone"))).unwrap();
    let route = scene.view().route;
    assert_eq!((route.reach, route.leads[0].seats[0].city.as_str()), (Reach::Covering, "Jakarta"));
}

#[test]
fn somebody_who_left_is_asked_four_times_and_a_new_sale_is_an_outcome() {
    let mut scene = scene("IDN");
    let on = scene.house.now.local_date();
    let outcome = |what, on| Outcome { what, on, way: Some(Way::ReturnWithHelp), by: None, note: None };
    scene.does(|cx, case| note_outcome(cx, case, outcome(End::Departed, on))).unwrap();
    let due = |scene: &mut Scene| follow_up(&scene.view().told.outcomes);
    assert_eq!(due(&mut scene), Some(base::days_after(on, 7)));
    for (day, next) in [(7, Some(30)), (30, Some(90)), (95, Some(180)), (180, None)] {
        scene.house.now = base::Instant::end_of(base::days_after(on, day)).plus_hours(-1);
        scene.does(|cx, case| note_outcome(cx, case, outcome(End::Well, base::days_after(on, day)))).unwrap();
        assert_eq!(due(&mut scene), next.map(|days| base::days_after(on, days)), "after day {day}");
    }
    scene.does(|cx, case| note_outcome(cx, case, outcome(End::ReTrafficked, base::days_after(on, 180)))).unwrap();
    let case = scene.case;
    let alerts = scene.house.store.write(|tx| {
        tx.one(
            store::sql!("select count(*) from alert where kind = 're-trafficked' and case_id = $1"),
            &[(&case.to_string()).into()],
            |row| row.int(0),
        )
    });
    assert_eq!(alerts.unwrap(), Some(2), "the caseworker and the protection officer");
}

#[test]
fn a_desk_knows_of_a_stay_what_the_case_knows_whichever_part_says_it() {
    let mut scene = scene("UGA");
    let entered = scene.house.now.plus_hours(-24 * 200).local_date();
    let arrival = Arrival {
        nationalities: Country::from_iso3("UGA").into_iter().collect(),
        entered: Some(entered),
        consent: Consent::Spoken,
        ..Arrival::default()
    };
    scene.case = scene.house.run(&mut scene.sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    scene.agrees(Contact::Mission, Some("UGA"), true);
    let (now, desks, case, today) = (scene.house.now, Desks::default(), scene.case, scene.house.now.local_date());
    let desk = desks.open(&scene.house.store, &scene.sokha, now).unwrap();
    let there = fresh(&desk, &scene.house.store, now, |desk| {
        let line = desk.line(case).unwrap();
        let told = line.told().expect("a yes was noted");
        (told.entry(line.about()), told.overstay(khm(), line.about(), today))
    });
    let (entry, overstay) = there.unwrap();
    assert_eq!(entry, Some((entered, entered)));
    assert_eq!(overstay, scene.view().overstay);
}
