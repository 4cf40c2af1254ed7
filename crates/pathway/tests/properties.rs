//! What must hold for every plan there can be, on the packs that are shipped and on any other.

use crate::situations::{TODAY, any_situation};
use pathway::pack::shipped;
use pathway::{
    Contact, Durations, Known, Pack, Part, Plan, Progress, Prospect, Safety, Set, Situation, State, StepNo, Way, Why,
    plan,
};
use proptest::prelude::*;

pub fn made(pack: &Pack, situation: &Situation) -> Plan {
    plan(pack, &Durations::of_pack(pack), situation)
}

fn is_met(plan: &Plan, pack: &Pack, step: StepNo) -> bool {
    match plan.step(step).map(|one| &one.state) {
        Some(State::Done { .. }) => true,
        Some(State::Skipped(_)) => needs_are_met(plan, pack, step),
        _ => false,
    }
}

/// Worked out anew from the table alone: all needs, and of each group one that is done, or all where all are skipped.
fn needs_are_met(plan: &Plan, pack: &Pack, step: StepNo) -> bool {
    let needs = pack.step(step);
    let group_is_met = |group: &Vec<StepNo>| {
        let here: Vec<StepNo> = group.iter().copied().filter(|one| plan.step(*one).is_some()).collect();
        let skipped = |one: &StepNo| matches!(plan.step(*one).unwrap().state, State::Skipped(_));
        if here.iter().all(skipped) {
            here.iter().all(|one| is_met(plan, pack, *one))
        } else {
            here.iter().any(|one| !skipped(one) && is_met(plan, pack, *one))
        }
    };
    needs.needs_all.iter().all(|need| is_met(plan, pack, *need)) && needs.needs_any.iter().all(group_is_met)
}

/// Nothing is ready, or goes on, before what it needs; nothing tells anybody who may not be told.
pub fn is_sound(pack: &Pack, situation: &Situation) -> Result<(), TestCaseError> {
    let plan = made(pack, situation);
    let barred = situation.standing.warnings.and(situation.warnings).barred();
    for one in &plan.steps {
        let step = pack.step(one.step);
        let goes_on = match &one.state {
            State::Ready => {
                prop_assert!(needs_are_met(&plan, pack, one.step), "{} before its needs", step.id);
                prop_assert!(plan.next.contains(&one.step) || one.part == Part::Spare);
                true
            }
            State::Begun { .. } | State::Waiting { .. } => true,
            State::Blocked(whys) => {
                prop_assert!(!whys.is_empty(), "{} is blocked and nobody knows why", step.id);
                false
            }
            State::Skipped(known) => {
                prop_assert!(!known.is_empty());
                let follows = Set::of([Known::Adult, Known::NotDetained, Known::PaysOwnTicket]);
                prop_assert!(situation.known.and(follows).holds(*known), "{} for what nobody knows", step.id);
                false
            }
            State::Done { .. } => false,
        };
        if goes_on {
            prop_assert!(situation.consents.to().holds(step.contact), "{} without consent", step.id);
            prop_assert!(!barred.meets(step.contact), "{} against a warning", step.id);
            let states = step.contact.iter().any(Contact::is_state);
            prop_assert!(!states || situation.safety == Safety::Clear, "{} without a safety check", step.id);
            prop_assert!(situation.detained_since.is_none() || step.in_detention);
        }
        if let Some(when) = one.when {
            prop_assert!(when.start <= when.expected && when.expected <= when.worst && when.expected >= TODAY);
        }
    }
    prop_assert_eq!(plan.way == Way::Deportation, plan.taken == pathway::Taken::Imposed);
    prop_assert!(plan.alternatives.iter().all(|other| other.way != Way::Deportation));
    explains_itself(&plan)
}

/// A plan has ended, or something can be done or waited for, or it says why not and what else there is.
fn explains_itself(plan: &Plan) -> Result<(), TestCaseError> {
    match &plan.prospect {
        Prospect::Ended { .. } => prop_assert!(plan.critical.is_empty() && plan.waits_for.is_none()),
        Prospect::Open { .. } => {
            let first = plan.step(plan.waits_for.unwrap()).unwrap();
            prop_assert_eq!(first.part, Part::Needed);
            let only_waits = |whys: &[Why]| whys.iter().all(|why| !matches!(why, Why::After(_)) && !why.is_lasting());
            match &first.state {
                State::Ready | State::Begun { .. } | State::Waiting { .. } => {}
                State::Blocked(whys) => prop_assert!(only_waits(whys), "{whys:?}"),
                other => prop_assert!(false, "the plan waits for what is {:?}", other),
            }
        }
        Prospect::Closed(reasons) => {
            prop_assert!(!reasons.is_empty() && reasons.iter().all(|(_, why)| why.is_lasting()));
        }
    }
    for other in &plan.alternatives {
        if let Prospect::Closed(reasons) = &other.prospect {
            prop_assert!(!reasons.is_empty());
        }
    }
    Ok(())
}

/// Doing a step today that can be done never moves the expected end away.
pub fn doing_never_delays(pack: &Pack, situation: &Situation) -> Result<(), TestCaseError> {
    let before = made(pack, situation);
    let Prospect::Open { expected, worst } = before.prospect else { return Ok(()) };
    for one in before.steps.iter().filter(|one| !matches!(one.state, State::Done { .. } | State::Blocked(_))) {
        let mut after = situation.clone();
        after.progress.push((one.step, Progress::Done { on: TODAY }));
        let after = made(pack, &after);
        if after.way != before.way {
            continue;
        }
        match after.prospect {
            Prospect::Ended { .. } => {}
            Prospect::Open { expected: then, worst: at_worst } => {
                prop_assert!(then <= expected, "{}: {expected} became {then}", pack.step(one.step).id);
                prop_assert!(at_worst <= worst, "{}: {worst} became {at_worst}", pack.step(one.step).id);
            }
            Prospect::Closed(reasons) => prop_assert!(false, "doing a step closed the way: {:?}", reasons),
        }
    }
    Ok(())
}

/// Knowing less never lets more be skipped.
fn unknown_skips_nothing(pack: &Pack, situation: &Situation) -> Result<(), TestCaseError> {
    let whole = made(pack, situation);
    for known in situation.known.iter() {
        let less = Situation { known: situation.known.without(known), ..situation.clone() };
        let less = made(pack, &less);
        for one in less.steps.iter().filter(|one| matches!(one.state, State::Skipped(_))) {
            let same = whole.step(one.step).filter(|_| whole.way == less.way);
            prop_assert!(same.is_none_or(|same| matches!(same.state, State::Skipped(_))));
        }
    }
    Ok(())
}

fn situation() -> impl Strategy<Value = (&'static Pack, Situation)> {
    let of = |at: usize| any_situation(&shipped()[at].pack).prop_map(move |one| (&shipped()[at].pack, one));
    prop_oneof![of(0), of(1)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_step_comes_before_its_needs_or_tells_whom_it_may_not((pack, situation) in situation()) {
        is_sound(pack, &situation)?;
    }

    #[test]
    fn doing_a_step_never_delays_the_end((pack, situation) in situation()) {
        doing_never_delays(pack, &situation)?;
    }

    #[test]
    fn what_is_not_known_lets_nothing_be_skipped((pack, situation) in situation()) {
        unknown_skips_nothing(pack, &situation)?;
    }

    #[test]
    fn the_same_situation_gives_the_same_plan((pack, situation) in situation()) {
        let mut turned = situation.clone();
        turned.progress.reverse();
        prop_assert_eq!(made(pack, &situation), made(pack, &turned));
    }
}
