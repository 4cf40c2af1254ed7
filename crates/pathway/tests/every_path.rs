//! Every path of whoever may not be put before their own state, walked to its end.

use crate::properties::made;
use crate::situations::TODAY;
use base::Minor;
use pathway::pack::shipped;
use pathway::{
    Choice, Consents, Contact, Contacts, Course, Known, Pack, Progress, Prospect, Reach, Safety, Set, Situation,
    Standing, State, Warning, Warnings, Way,
};

const VARIED: [Known; 6] = [
    Known::HoldsPassport,
    Known::VisaValid,
    Known::NoOverstay,
    Known::PaysTheFine,
    Known::FineWaived,
    Known::PaysOwnTicket,
];

/// All that can be known of these, in every combination.
fn everything_known() -> impl Iterator<Item = Set<Known>> {
    (0..1 << VARIED.len()).map(|bits: u32| {
        Set::of(VARIED.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, known)| *known))
    })
}

fn courses(pack: &Pack) -> impl Iterator<Item = Course> {
    let chosen = pack.ways.iter().filter_map(|one| Choice::of(one.way)).map(Course::Chosen);
    chosen.chain([Course::Open, Course::Deportation])
}

/// Does whatever can be done until nothing can, and says to whose notice that brought the person.
fn walked(pack: &Pack, mut situation: Situation) -> (Contacts, Prospect) {
    let mut told = Contacts::EMPTY;
    loop {
        let plan = made(pack, &situation);
        let ready: Vec<_> = plan.steps.iter().filter(|one| one.state == State::Ready).map(|one| one.step).collect();
        if ready.is_empty() {
            return (told, plan.prospect);
        }
        for step in ready {
            told = told.and(pack.step(step).contact);
            situation.progress.push((step, Progress::Done { on: TODAY }));
        }
    }
}

fn willing(course: Course, known: Set<Known>, warnings: Warnings) -> Situation {
    Situation {
        course,
        standing: Standing { reach: Reach::Resident, mission: None, warnings: Warnings::NONE },
        warnings,
        safety: Safety::Clear,
        consents: Contact::ALL.iter().fold(Consents::default(), |all, one| all.given(*one)),
        known,
        minor: Minor::No,
        ..Situation::unknown(TODAY)
    }
}

#[test]
fn no_path_leads_before_the_state_that_somebody_fears() {
    let own_state = Contacts::of([Contact::Mission, Contact::HomeState]);
    for one in shipped() {
        for warning in [Warning::AsksForAsylum, Warning::FearsOwnState, Warning::Stateless] {
            for course in courses(&one.pack) {
                for known in everything_known() {
                    let warned = willing(course, known, Warnings::of_person([warning]));
                    let (told, end) = walked(&one.pack, warned);
                    assert!(!told.meets(own_state), "{}: {course:?} {known:?} told {told:?}", one.id);
                    assert!(
                        matches!(end, Prospect::Ended { .. } | Prospect::Closed(_)),
                        "{course:?} {known:?}: {end:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn whoever_fears_nothing_comes_to_the_end_of_every_way() {
    for one in shipped() {
        for course in courses(&one.pack) {
            for known in everything_known() {
                let (_, end) = walked(&one.pack, willing(course, known, Warnings::NONE));
                assert!(matches!(end, Prospect::Ended { .. }), "{}: {course:?} {known:?}: {end:?}", one.id);
            }
        }
    }
}

#[test]
fn some_way_is_always_open_to_whoever_fears_to_return() {
    for one in shipped() {
        let warned = willing(Course::Open, Set::EMPTY, Warnings::of_person([Warning::FearsOwnState]));
        let plan = made(&one.pack, &warned);
        assert_eq!(plan.way, Way::Protection);
        assert!(matches!(plan.prospect, Prospect::Open { .. }), "{}", one.id);
    }
}
