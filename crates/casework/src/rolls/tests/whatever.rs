//! Whatever somebody's situation is, nobody is named against it.

use super::{khm, uganda};
use crate::rolls::{Missing, rules};
use ::pathway::pack::shipped;
use ::pathway::{
    Choice, Consents, Contact, Known, Reach, Set, Situation, Standing as Reached_, Warning, Warnings, Way,
};
use base::{Country, Date, Minor};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

#[test]
fn a_warning_of_the_pack_keeps_off_until_somebody_weighed_it() {
    let pack = &khm().pack;
    let caution = pack.cautions.iter().find(|one| one.warning.is_of_the_pack()).expect("the pack warns of something");
    let situation = |weighed: bool| {
        let route = ::pathway::route(pack, &[], &::pathway::Nationality::One(caution.nationality));
        let mut situation = open_to(pack, caution.nationality);
        situation.standing.warnings = route.warnings;
        if weighed {
            situation.standing = situation.standing.weighed(caution.warning);
        }
        situation
    };
    let bars = |weighed| rules::barred(pack, pack.waiver.unwrap(), caution.nationality, &situation(weighed));
    assert!(bars(false).contains(&Missing::Warned(caution.warning)));
    assert!(!bars(true).contains(&Missing::Warned(caution.warning)));
    assert!(rules::barred(pack, pack.waiver.unwrap(), uganda(), &open_to(pack, uganda())).is_empty());
}

/// Somebody whom nothing keeps off the roll.
fn open_to(pack: &::pathway::Pack, nationality: Country) -> Situation {
    let mut situation = Situation::unknown(Date::constant(2026, 1, 19));
    situation.standing = Reached_ { reach: Reach::Resident, mission: Some(nationality), warnings: Warnings::default() };
    situation.safety = ::pathway::Safety::Clear;
    situation.minor = Minor::No;
    let asked = pack.step(pack.waiver.unwrap()).contact;
    let all = [Contact::Mission, Contact::Authority].into_iter().chain(asked.iter());
    situation.consents = all.fold(Consents::default(), Consents::given);
    situation
}

fn any_situation() -> impl Strategy<Value = Situation> {
    let consents = proptest::collection::vec(0..8, Contact::ALL.len());
    let warnings = || {
        let some = prop_oneof![3 => Just(0usize), 1 => Just(1), 1 => Just(2)];
        some.prop_flat_map(move |count| proptest::collection::vec((select(Warning::ALL), select(Contact::ALL)), count))
    };
    let way = proptest::option::of(select(Way::ALL));
    let safety = select(vec![
        ::pathway::Safety::Clear,
        ::pathway::Safety::Clear,
        ::pathway::Safety::NotChecked,
        ::pathway::Safety::NotClear,
    ]);
    let mission = select(vec![Some("UGA"), Some("UGA"), Some("KEN"), None]);
    let minor = select(vec![Minor::No, Minor::No, Minor::Yes, Minor::InDoubt]);
    let person = (minor, any::<bool>(), proptest::bool::weighted(0.1), subsequence(Known::ALL, 0..=Known::ALL.len()));
    let reach = prop_oneof![2 => Just(Reach::Covering), 1 => select(Reach::ALL)];
    (consents, warnings(), warnings(), way, safety, mission, reach, person).prop_map(
        |(consents, own, of_pack, way, safety, mission, reach, (minor, guardian, held, known))| {
            let mut situation = Situation::unknown(Date::constant(2026, 1, 19));
            let all = |warnings: Vec<(Warning, Contact)>| {
                warnings
                    .into_iter()
                    .fold(Warnings::NONE, |all, (warning, to)| all.with(warning, ::pathway::Contacts::of([to])))
            };
            situation.warnings = all(own);
            let mission = mission.and_then(Country::from_iso3);
            situation.standing = Reached_ { reach, mission, warnings: all(of_pack) };
            situation.safety = safety;
            situation.consents =
                Contact::ALL.iter().zip(consents).fold(Consents::default(), |all, (contact, said)| match said {
                    0 => all,
                    1 => all.declined(*contact),
                    _ => all.given(*contact),
                });
            situation.course = match way {
                Some(Way::Deportation) => ::pathway::Course::Deportation,
                Some(way) => Choice::of(way).map_or(::pathway::Course::Open, ::pathway::Course::Chosen),
                None => ::pathway::Course::Open,
            };
            (situation.minor, situation.guardian) = (minor, guardian);
            situation.detained_since = held.then_some(situation.today);
            situation.known = Set::of(known);
            situation
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nobody_is_named_against_safety_consent_warnings_or_their_own_choice(situation in any_situation(), at in 0usize..2) {
        let pack = &shipped()[at].pack;
        let step = pack.waiver.unwrap();
        let barred = rules::barred(pack, step, uganda(), &situation);
        prop_assert!(barred.iter().all(|why| Missing::KEYS.contains(&why.key())), "{barred:?}");
        if barred.is_empty() {
            prop_assert_eq!(situation.safety, ::pathway::Safety::Clear);
            prop_assert!(situation.all_warnings().iter().next().is_none());
            for contact in [Contact::Mission, Contact::Authority] {
                prop_assert!(situation.consents.to().has(contact));
            }
            prop_assert_eq!(situation.standing.mission, Some(uganda()));
            prop_assert!(matches!(situation.standing.reach, Reach::Resident | Reach::Covering));
            prop_assert!(situation.minor == Minor::No || situation.guardian);
            prop_assert!(situation.course != ::pathway::Course::Deportation);
            if let ::pathway::Course::Chosen(choice) = situation.course {
                prop_assert!(pack.step(step).ways.has(choice.way()));
            }
        }
    }
}
