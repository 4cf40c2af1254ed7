//! Stories of people and their plans, told with the pack of Cambodia.

use base::{Country, Date, Minor};
use pathway::pack::shipped;
use pathway::{
    Choice, Consents, Contact, Course, Durations, Known, Nationality, Observation, Outlook, Owner, Pack, Part, Plan,
    Progress, Prospect, Safety, Set, Situation, State, StepNo, Taken, Warning, Warnings, Way, Why, plan, route,
};

const TODAY: Date = Date::constant(2026, 1, 19);

fn khm() -> &'static Pack {
    &shipped()[0].pack
}

fn no(id: &str) -> StepNo {
    khm().step_no(id).unwrap()
}

fn made(situation: &Situation) -> Plan {
    plan(khm(), &Durations::of_pack(khm()), situation)
}

/// An adult whose safety was checked and who agreed to everybody.
fn ready(iso3: &str, way: Way) -> Situation {
    let nationality = Nationality::One(Country::from_iso3(iso3).unwrap());
    Situation {
        course: Course::Chosen(Choice::of(way).unwrap()),
        standing: route(khm(), &[], &nationality).standing(),
        safety: Safety::Clear,
        consents: Contact::ALL.iter().fold(Consents::default(), |all, one| all.given(*one)),
        minor: Minor::No,
        ..Situation::unknown(TODAY)
    }
}

fn state(plan: &Plan, id: &str) -> State {
    plan.step(no(id)).unwrap_or_else(|| panic!("{id} belongs to {}", plan.way.key())).state.clone()
}

fn ids(steps: &[StepNo]) -> Vec<&'static str> {
    steps.iter().map(|step| khm().step(*step).id.as_str()).collect()
}

#[test]
fn whoever_just_came_is_first_made_safe_and_asked() {
    let plan = made(&Situation::unknown(TODAY));
    assert_eq!((plan.taken, plan.way), (Taken::Proposed, Way::ReturnWithHelp));
    assert_eq!(ids(&plan.next), ["R00"]);
    assert_eq!(plan.waits_for, Some(no("R00")));
    let State::Blocked(whys) = state(&plan, "R02") else { panic!() };
    for why in [Why::SafetyNotChecked, Why::NotAsked(Contact::Mission), Why::NationalityUnknown, Why::NoGuardian] {
        assert!(whys.contains(&why), "{whys:?}");
    }
    assert_eq!(state(&plan, "C01"), State::Blocked(vec![Why::After(no("R00"))]), "in doubt of the age");
}

#[test]
fn an_indonesian_waits_for_the_embassy_and_knows_until_when() {
    let plan = made(&ready("IDN", Way::ReturnWithHelp));
    assert!(plan.next.contains(&no("R02")) && plan.next.contains(&no("R11")));
    let way: Vec<&str> = ids(&plan.critical);
    assert_eq!(way.first(), Some(&"R02"));
    assert_eq!(way.last(), Some(&"R17"));
    assert!(way.contains(&"R07"), "the waiver takes longest: {way:?}");
    let Prospect::Open { expected, worst } = plan.prospect else { panic!() };
    assert!(Date::constant(2026, 3, 1) < expected && expected < Date::constant(2026, 5, 1), "{expected}");
    assert!(worst > Date::constant(2026, 6, 1), "{worst}");
    assert_eq!(plan.step(no("R08")).unwrap().part, Part::Spare, "paying is the other possibility");
    assert_eq!(plan.step(no("R10")).unwrap().part, Part::Beside, "to be identified is for the person to want");
}

#[test]
fn with_a_passport_and_own_money_nobody_at_home_is_told() {
    let alone = Situation {
        known: Set::of([Known::HoldsPassport, Known::PaysTheFine, Known::NoMedicalFlag, Known::DirectOnPassport]),
        consents: Consents::default().given(Contact::Authority),
        warnings: Warnings::of_person([Warning::FearsOwnState]),
        ..ready("ERI", Way::SelfPaid)
    };
    let plan = made(&alone);
    let told = plan.steps.iter().filter(|one| one.part == Part::Needed && !matches!(one.state, State::Skipped(_)));
    let told: Vec<&str> = told
        .filter(|one| !khm().step(one.step).contact.is_empty())
        .map(|one| khm().step(one.step).id.as_str())
        .collect();
    assert_eq!(told, ["R08", "R09", "R15"], "the fine, the exit visa and the interview: the authorities alone");
    assert!(matches!(plan.prospect, Prospect::Open { .. }), "{:?}", plan.prospect);
    assert_eq!(state(&plan, "R02"), State::Skipped(Set::of([Known::HoldsPassport, Known::PaysTheFine])));
    let valid = Situation { known: alone.known.with(Known::VisaValid), consents: Consents::default(), ..alone };
    let plan = made(&valid);
    let told = plan.steps.iter().filter(|one| one.part == Part::Needed && !matches!(one.state, State::Skipped(_)));
    assert!(told.filter(|one| !khm().step(one.step).contact.is_empty()).count() == 0, "with a visa nobody at all");
}

#[test]
fn whoever_fears_their_own_state_is_put_before_no_mission_and_has_other_ways() {
    for warning in [Warning::AsksForAsylum, Warning::FearsOwnState] {
        let afraid = Situation { warnings: Warnings::of_person([warning]), ..ready("UGA", Way::ReturnWithHelp) };
        let plan = made(&afraid);
        let Prospect::Closed(reasons) = &plan.prospect else { panic!("{:?}", plan.prospect) };
        assert!(reasons.contains(&(no("R02"), Why::Warned(warning, Contact::Mission))), "{reasons:?}");
        let open: Vec<Way> = plan
            .alternatives
            .iter()
            .filter(|other| matches!(other.prospect, Prospect::Open { .. }))
            .map(|other| other.way)
            .collect();
        assert_eq!(open, [Way::Protection, Way::IcrcDocument, Way::ThirdCountry, Way::Staying]);
        let proposed = made(&Situation { course: Course::Open, ..afraid.clone() });
        assert_eq!(proposed.way, Way::Protection);
        let third = Course::Chosen(Choice::of(Way::ThirdCountry).unwrap());
        let third = made(&Situation { course: third, ..afraid });
        assert!(third.steps.iter().all(|one| !khm().step(one.step).contact.has(Contact::Mission)));
        assert_eq!(state(&third, "R19"), State::Blocked(vec![Why::After(no("R06"))]), "a waiver without a mission");
    }
}

#[test]
fn a_taiwanese_is_led_nowhere_near_an_authority_before_that_was_weighed() {
    let warned = Situation { course: Course::Open, ..ready("TWN", Way::ReturnWithHelp) };
    let plan = made(&warned);
    assert_eq!(plan.way, Way::Protection);
    let weighed = Situation { standing: warned.standing.weighed(Warning::SentToThirdState), ..warned };
    let plan = made(&weighed);
    assert_eq!(plan.way, Way::ReturnWithHelp);
    assert!(plan.next.contains(&no("R02")));
}

#[test]
fn a_mission_that_nobody_confirmed_is_asked_for_first_and_closes_nothing() {
    let plan = made(&ready("TGO", Way::ReturnWithHelp));
    assert_eq!(state(&plan, "R02"), State::Blocked(vec![Why::MissionUnconfirmed]));
    assert_eq!(plan.waits_for, Some(no("R02")));
    assert!(matches!(plan.prospect, Prospect::Open { .. }));
}

#[test]
fn a_no_to_one_recipient_closes_that_door_and_no_other() {
    let mut some = ready("IDN", Way::ReturnWithHelp);
    some.consents = some.consents.declined(Contact::Fund);
    let plan = made(&some);
    assert_eq!(plan.prospect, Prospect::Closed(vec![(no("R11"), Why::Declined(Contact::Fund))]));
    assert_eq!(state(&plan, "R02"), State::Ready);
    let paid = plan.alternatives.iter().find(|other| other.way == Way::SelfPaid).unwrap();
    assert!(matches!(paid.prospect, Prospect::Open { .. }), "{paid:?}");
}

#[test]
fn what_was_refused_is_said_and_another_way_is_taken_where_there_is_one() {
    let mut refused = ready("IDN", Way::ReturnWithHelp);
    refused.progress = vec![(no("R07"), Progress::Refused { on: TODAY })];
    let plan = made(&refused);
    assert!(matches!(plan.prospect, Prospect::Open { .. }));
    assert_eq!(plan.step(no("R19")).unwrap().part, Part::Needed, "a letter for one person instead of the list");
    refused.progress.push((no("R04"), Progress::Failed { on: TODAY }));
    let plan = made(&refused);
    assert_eq!(plan.prospect, Prospect::Closed(vec![(no("R04"), Why::Failed(TODAY))]));
}

#[test]
fn whoever_is_held_has_a_lawyer_and_the_rest_waits() {
    let since = Date::constant(2026, 1, 17);
    let mut held = ready("IDN", Way::ReturnWithHelp);
    held.progress = vec![(no("R03"), Progress::Waiting { since, owner: Owner::Mission })];
    held.detained_since = Some(since);
    let plan = made(&held);
    assert_eq!(plan.paused_since, Some(since));
    assert_eq!(state(&plan, "L01"), State::Ready);
    assert!(plan.next.contains(&no("L01")));
    assert_eq!(state(&plan, "R03"), State::Blocked(vec![Why::Detained(since), Why::After(no("R02"))]));
    assert_eq!(state(&plan, "R06"), State::Ready, "working out the days goes on");
    let free = made(&Situation { detained_since: None, ..held });
    assert_eq!(state(&free, "L01"), State::Skipped(Set::of([Known::NotDetained])));
    assert_eq!(state(&free, "R03"), State::Waiting { since, owner: Owner::Mission });
}

#[test]
fn time_that_was_waited_counts_and_who_waits_too_long_is_seen() {
    let waiting = |since: Date| {
        let mut situation = ready("IDN", Way::ReturnWithHelp);
        situation.progress = vec![
            (no("R02"), Progress::Done { on: since }),
            (no("R03"), Progress::Waiting { since, owner: Owner::Mission }),
        ];
        made(&situation).step(no("R03")).unwrap().when.unwrap()
    };
    let (today, week, month) =
        (waiting(TODAY), waiting(Date::constant(2026, 1, 12)), waiting(Date::constant(2025, 12, 19)));
    // One day, seven and sixty: fourteen and five sixths are expected.
    assert_eq!((today.expected, today.worst), (Date::constant(2026, 2, 2), Date::constant(2026, 3, 20)));
    assert_eq!((week.expected, week.worst), (Date::constant(2026, 1, 26), Date::constant(2026, 3, 13)));
    assert!(!today.is_late && !week.is_late && month.is_late);
    assert_eq!(
        (month.expected, month.worst),
        (Date::constant(2026, 2, 2), Date::constant(2026, 2, 17)),
        "half of the rest"
    );
}

#[test]
fn what_follows_from_something_else_cannot_be_stated_otherwise() {
    let claimed = Situation {
        known: Set::of([Known::Adult, Known::NotDetained]),
        minor: Minor::InDoubt,
        detained_since: Some(TODAY),
        ..ready("IDN", Way::ReturnWithHelp)
    };
    let plan = made(&claimed);
    assert_eq!(state(&plan, "C01"), State::Ready);
    assert_eq!(state(&plan, "L01"), State::Ready);
}

#[test]
fn deportation_is_what_it_is() {
    let deported = Situation { course: Course::Deportation, ..ready("VNM", Way::ReturnWithHelp) };
    let plan = made(&deported);
    assert_eq!((plan.way, plan.taken), (Way::Deportation, Taken::Imposed));
    assert!(!plan.is_voluntary());
    let never = made(&ready("VNM", Way::ReturnWithHelp));
    assert!(never.alternatives.iter().all(|other| other.way != Way::Deportation));
}

#[test]
fn a_child_needs_a_guardian_before_anybody_is_told() {
    let child = Situation { minor: Minor::Yes, ..ready("IDN", Way::ReturnWithHelp) };
    let plan = made(&child);
    assert!(plan.next.contains(&no("C01")));
    let State::Blocked(whys) = state(&plan, "R02") else { panic!() };
    assert!(whys.contains(&Why::NoGuardian), "{whys:?}");
    let mut guarded = Situation { guardian: true, ..child };
    assert_eq!(state(&made(&guarded), "R02"), State::Blocked(vec![Why::After(no("R01"))]), "and what is best for them");
    assert_eq!(state(&made(&guarded), "R01"), State::Blocked(vec![Why::After(no("C01"))]));
    guarded.progress.push((no("C01"), Progress::Done { on: TODAY }));
    assert_eq!(state(&made(&guarded), "R02"), State::Ready);
}

#[test]
fn a_kenyan_who_will_not_make_it_before_the_waiver_ends_is_seen() {
    let kenyan = ready("KEN", Way::ReturnWithHelp);
    let plan = made(&kenyan);
    assert_eq!((plan.deadlines.len(), plan.deadlines[0].outlook), (1, Outlook::TooLate));
    assert!(made(&ready("UGA", Way::ReturnWithHelp)).deadlines.is_empty());
    let late = Situation { today: Date::constant(2026, 3, 1), ..kenyan.clone() };
    assert_eq!(made(&late).deadlines[0].outlook, Outlook::Passed);
    let soon = [no("R15"), no("R12"), no("R14")].map(|step| (step, Progress::Done { on: TODAY }));
    let leaving = Situation { progress: soon.to_vec(), ..kenyan };
    assert_eq!(made(&leaving).deadlines[0].outlook, Outlook::InTime);
}

#[test]
fn what_really_happened_moves_the_end() {
    let situation = ready("UGA", Way::ReturnWithHelp);
    let mission = situation.standing.mission;
    let slow = (60..80).map(|days| Observation { step: no("R07"), mission, days });
    let learnt = Durations::learnt(khm(), slow);
    let (before, after) = (made(&situation), plan(khm(), &learnt, &situation));
    let end = |plan: &Plan| match plan.prospect {
        Prospect::Open { expected, .. } => expected,
        _ => panic!(),
    };
    assert!(end(&after) > end(&before));
    assert_eq!(after.step(no("R07")).unwrap().basis, pathway::Basis::SeenWithMission { number: 20 });
}

#[test]
fn at_home_the_way_has_ended() {
    let mut home = ready("IDN", Way::ReturnWithHelp);
    let on = Date::constant(2026, 1, 18);
    home.progress = vec![(no("R16"), Progress::Done { on })];
    home.known = home.known.with(Known::DeclinesReception);
    let plan = made(&home);
    assert_eq!(plan.prospect, Prospect::Ended { on });
    assert!(plan.critical.is_empty() && plan.waits_for.is_none());
}
