//! What those who do the steps are told of a safety check that they may not read.

use super::*;
use crate::Fact;
use ::pathway::Safety as Clear;

/// A consular officer of the same team; the person wants to go home.
fn ratna(scene: &mut Scene) -> Keyring {
    let course = Course { way: Some(Way::ReturnWithHelp), words: None };
    scene.does(|cx, case| choose(cx, case, course)).unwrap();
    scene.house.enter("ratna", Role::ConsularOfficer, Some(0))
}

impl Scene {
    fn seen_by(&mut self, keys: &mut Keyring) -> View {
        let (case, durations) = (self.case, Durations::of_pack(&khm().pack));
        self.house.run(keys, |cx| read(cx, khm(), &durations, case)).unwrap()
    }

    fn at_counter(&mut self, keys: &mut Keyring, contact: bool) -> access::Result<()> {
        let case = self.case;
        self.house.now = self.house.now.plus_hours(1);
        self.house.run(keys, |cx| answer_at_counter(cx, case, contact))
    }

    fn checks(&mut self, safety: Safety) {
        self.house.now = self.house.now.plus_hours(1);
        self.does(|cx, case| check_safety(cx, case, safety)).unwrap();
    }
}

fn whys(view: &View, step: &str) -> Vec<Why> {
    match &view.plan.step(khm().pack.step_no(step).unwrap()).unwrap().state {
        State::Blocked(whys) => whys.clone(),
        _ => Vec::new(),
    }
}

#[test]
fn a_child_with_a_guardian_and_a_warning_that_was_weighed_hold_nobody_up_who_may_not_read_why() {
    let mut scene = scene("AFG");
    let mut ratna = ratna(&mut scene);
    scene
        .does(|cx, case| {
            let born = Fact::Birth(Birth::Year(2015));
            crate::registry::correct(cx, case, vec![born], crate::registry::Earlier::Replaced, None)
        })
        .unwrap();
    scene.checks(safe());
    let view = scene.seen_by(&mut ratna);
    let stands = |view: &View| view.situation.all_warnings().iter().any(|one| one == Warning::RiskOnReturn);
    assert!(!view.situation.guardian && stands(&view));
    assert!(whys(&view, "R03").contains(&Why::NoGuardian));
    let weighed = Weighed { warning: Warning::RiskOnReturn, by: "M. Invented".into(), because: "Her wish.".into() };
    let safety = Safety { weighed: vec![weighed], guardian: Some("Aunt Invented".into()), ..safe() };
    scene.checks(safety);
    let view = scene.seen_by(&mut ratna);
    assert_eq!((view.situation.safety, &view.told.safety), (Clear::Clear, &None));
    assert!(view.situation.guardian && !stands(&view));
    assert!(!whys(&view, "R03").contains(&Why::NoGuardian));
}

#[test]
fn of_several_nationalities_the_mission_that_was_chosen_is_told_and_nothing_of_the_reason() {
    let mut scene = scene("UGA");
    let mut ratna = ratna(&mut scene);
    let both = ["UGA", "KEN"].map(|code| Country::from_iso3(code).unwrap());
    scene
        .does(|cx, case| {
            let both = Fact::Nationalities(both.to_vec());
            crate::registry::correct(cx, case, vec![both], crate::registry::Earlier::Replaced, None)
        })
        .unwrap();
    scene.checks(Safety { mission: Some(both[1]), note: Some("Afraid of an uncle.".into()), ..safe() });
    let view = scene.seen_by(&mut ratna);
    assert_eq!(view.situation.standing.mission, Some(both[1]));
    assert!(!format!("{:?}", view.told).contains("uncle"));
}

#[test]
fn what_a_protection_officer_hears_stops_those_who_do_the_steps() {
    let mut scene = scene("UGA");
    let (mut ratna, mut maly) = (ratna(&mut scene), scene.house.enter("maly", Role::ProtectionOfficer, Some(0)));
    scene.checks(safe());
    assert_eq!(scene.seen_by(&mut ratna).situation.safety, Clear::Clear);
    let case = scene.case;
    let fear = Safety { warnings: vec![Warning::FearsOwnState], ..safe() };
    scene.house.now = scene.house.now.plus_hours(1);
    scene.house.run(&mut maly, |cx| check_safety(cx, case, fear)).unwrap();
    let view = scene.seen_by(&mut ratna);
    assert_eq!(view.situation.safety, Clear::NotClear);
    assert_eq!(view.situation.warnings, Default::default(), "not why");
}

#[test]
fn a_yes_at_a_counter_opens_what_nobody_checked_and_nothing_that_a_check_closed() {
    let mut scene = scene("UGA");
    let mut ratna = ratna(&mut scene);
    scene.at_counter(&mut ratna, true).unwrap();
    let case = scene.case;
    let uganda = Country::from_iso3("UGA");
    let asked = (Given::Signed, None, true, true);
    scene.house.run(&mut ratna, |cx| agree_to(cx, case, Contact::Mission, uganda, asked)).unwrap();
    assert_eq!(scene.step("R02"), State::Ready, "for the caseworker as well");
    scene.checks(Safety { warnings: vec![Warning::FearsOwnState], ..safe() });
    let refused = scene.at_counter(&mut ratna, true);
    assert!(matches!(refused, Err(AccessError::Unfit(why)) if why.contains("caseworker")), "{refused:?}");
    assert!(whys(&scene.seen_by(&mut ratna), "R02").contains(&Why::SafetyNotClear));
}

#[test]
fn a_no_at_a_counter_counts_for_everybody_until_somebody_checks_anew() {
    let mut scene = scene("UGA");
    let mut ratna = ratna(&mut scene);
    let weighed = Weighed { warning: Warning::RiskOnReturn, by: "M. Invented".into(), because: "Her wish.".into() };
    let safety = Safety { weighed: vec![weighed], guardian: Some("Aunt Invented".into()), ..safe() };
    scene.checks(safety.clone());
    scene.at_counter(&mut ratna, false).unwrap();
    assert_eq!(scene.view().situation.safety, Clear::NotClear);
    assert!(scene.seen_by(&mut ratna).situation.guardian, "what was told beside it stays");
    scene.checks(safety);
    assert_eq!(scene.view().situation.safety, Clear::Clear);
    assert_eq!(scene.seen_by(&mut ratna).situation.safety, Clear::Clear);
}
