//! Whatever somebody's situation may be, for properties that hold for all.

use base::{Date, Minor};
use pathway::{
    Choice, Consents, Contact, Contacts, Course, Known, Owner, Pack, Progress, Reach, Safety, Set, Situation, Standing,
    Warning, Warnings, Way,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

pub const TODAY: Date = Date::constant(2026, 1, 19);

fn day() -> impl Strategy<Value = Date> {
    (1i8..=18).prop_map(|day| Date::constant(2026, 1, day))
}

fn progress() -> impl Strategy<Value = Progress> {
    prop_oneof![
        4 => Just(Progress::NotBegun),
        3 => day().prop_map(|on| Progress::Done { on }),
        2 => day().prop_map(|on| Progress::Begun { on }),
        2 => day().prop_map(|since| Progress::Waiting { since, owner: Owner::Mission }),
        1 => day().prop_map(|on| Progress::Refused { on }),
        1 => day().prop_map(|on| Progress::Failed { on }),
    ]
}

fn some<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Vec<T>> {
    subsequence(all, 0..=all.len())
}

fn consents() -> impl Strategy<Value = Consents> {
    let each = proptest::collection::vec(0..4, Contact::ALL.len());
    each.prop_map(|answers| {
        Contact::ALL.iter().zip(answers).fold(Consents::default(), |all, (contact, answer)| match answer {
            0 => all,
            1 => all.declined(*contact),
            _ => all.given(*contact),
        })
    })
}

fn warnings() -> impl Strategy<Value = Warnings> {
    let against = some(Contact::ALL).prop_map(Contacts::of);
    let one = (select(Warning::ALL), against);
    proptest::collection::vec(one, 0..2)
        .prop_map(|all| all.into_iter().fold(Warnings::NONE, |all, (warning, against)| all.with(warning, against)))
}

fn course() -> impl Strategy<Value = Course> {
    prop_oneof![
        1 => Just(Course::Open),
        1 => Just(Course::Deportation),
        6 => select(Way::ALL).prop_filter_map("nobody chooses deportation", |way| Choice::of(way).map(Course::Chosen)),
    ]
}

/// Anything at all, for a pack with these steps.
pub fn any_situation(pack: &Pack) -> impl Strategy<Value = Situation> + use<> {
    let steps: Vec<_> = pack.step_nos().collect();
    let far = proptest::collection::vec(progress(), steps.len());
    let person = (warnings(), consents(), some(Known::ALL), any::<bool>());
    let age = select(vec![Minor::No, Minor::No, Minor::Yes, Minor::InDoubt]);
    let safety = select(vec![Safety::Clear, Safety::Clear, Safety::NotChecked, Safety::NotClear]);
    let reach = select(Reach::ALL);
    let detained = proptest::option::weighted(0.2, day());
    (course(), reach, warnings(), person, age, safety, detained, far).prop_map(
        move |(course, reach, of_pack, (warnings, consents, known, guardian), minor, safety, detained_since, far)| {
            Situation {
                today: TODAY,
                course,
                standing: Standing { reach, mission: None, warnings: of_pack },
                warnings,
                safety,
                consents,
                known: Set::of(known),
                minor,
                guardian,
                detained_since,
                progress: steps.iter().copied().zip(far).filter(|(_, one)| *one != Progress::NotBegun).collect(),
            }
        },
    )
}
