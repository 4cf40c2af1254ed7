use super::*;
use base::{Country, PaperKind, PaperStatus};
use proptest::prelude::*;

fn person(name: &str, birth: &str, passport: &str) -> Arrival {
    let paper = Paper { kind: PaperKind::Passport, status: PaperStatus::Held, number: Some(passport.to_owned()) };
    Arrival {
        names: vec![name.to_owned()],
        birth: Birth::read(birth),
        papers: if passport.is_empty() { Vec::new() } else { vec![paper] },
        nationalities: Country::from_iso3("ETH").into_iter().collect(),
        ..Arrival::default()
    }
}

fn known(people: &[Arrival]) -> Vec<Known> {
    let each = people.iter().zip(0u8..);
    each.map(|(arrival, n)| Known {
        case: CaseId::from_bytes([n; 16]),
        fingerprint: [n; 32],
        number: (n + 1).to_string(),
        arrival: arrival.clone(),
    })
    .collect()
}

fn meant(before: &[Arrival], now: &[Arrival]) -> Vec<Meant> {
    let new: Vec<New> = now.iter().map(|arrival| New { fingerprint: [255; 32], number: "", arrival }).collect();
    pair(&known(before), &new)
}

#[test]
fn a_person_is_known_by_name_birthday_or_passport_though_one_of_them_was_corrected() {
    let before = [person("Bekele Mamo", "1999-02-03", "EP1234567"), person("Sara Haile", "2003-05-06", "EP7777777")];
    for now in [
        person("Mamo Bekele", "1999-02-03", "EP1234567"),
        person("Bekele Mammo", "1999-02-03", "EP1234567"),
        person("Bekele Mamo", "1999-03-02", "EP1234567"),
        person("Bekele Mamo", "1999-02-03", "EP1234561"),
        person("Bekele Mamo", "", ""),
    ] {
        assert_eq!(meant(&before, std::slice::from_ref(&now)), [Meant::Newer(0)], "{now:?}");
    }
}

#[test]
fn the_same_name_with_another_birthday_and_another_passport_is_somebody_else() {
    let before = [person("Nguyen Van Anh", "1999-02-03", "C1234567")];
    assert_eq!(meant(&before, &[person("Nguyen Van Anh", "1987-10-11", "C7654321")]), [Meant::New]);
}

#[test]
fn two_rows_that_fit_one_person_alike_are_both_asked_about() {
    let before = [person("Nguyen Van Anh", "", "")];
    let now = [person("Nguyen Van Anh", "1999-01-01", ""), person("Nguyen Van Anh", "1998-01-01", "")];
    let asked = Meant::Unsure(vec![CaseId::from_bytes([0; 16])]);
    assert_eq!(meant(&before, &now), [asked.clone(), asked]);
}

#[test]
fn names_that_only_sound_alike_are_not_one_person_by_that_alone() {
    let before = [Arrival { names: vec!["刘波".into()], ..Arrival::default() }];
    let now = [Arrival { names: vec!["柳波".into()], ..Arrival::default() }];
    assert!(!matches!(meant(&before, &now)[..], [Meant::Newer(_)]));
}

fn any_person() -> impl Strategy<Value = Arrival> {
    let name = prop::sample::select(vec!["Bekele Mamo", "Sara Haile", "Sara Mamo", "Bekele Haile", "Abebe"]);
    let birth = prop::sample::select(vec!["1999-02-03", "2001-04-05", ""]);
    let passport = prop::sample::select(vec!["EP1234567", "EP7654321", ""]);
    (name, birth, passport).prop_map(|(name, birth, passport)| person(name, birth, passport))
}

proptest! {
    #[test]
    fn nobody_known_is_taken_for_two_rows(
        before in prop::collection::vec(any_person(), 0..8),
        now in prop::collection::vec(any_person(), 0..8),
    ) {
        let mut taken: Vec<usize> = meant(&before, &now)
            .into_iter()
            .filter_map(|meant| if let Meant::Newer(known) = meant { Some(known) } else { None })
            .collect();
        let all = taken.len();
        taken.sort_unstable();
        taken.dedup();
        prop_assert_eq!(taken.len(), all);
    }
}
