//! Who is responsible for whom, and how sure that is.

use base::{Country, Date};
use pathway::pack::{Confidence, Represented, Seat, named};
use pathway::{Contact, Correction, Nationality, Pack, Reach, Route, Said, Warning, route};

fn pack(id: &str) -> &'static Pack {
    named(id).unwrap()
}

fn country(iso3: &str) -> Country {
    Country::from_iso3(iso3).unwrap()
}

fn one(id: &str, iso3: &str) -> Route {
    route(pack(id), &[], &Nationality::One(country(iso3)))
}

fn several(iso3: &[&str], chosen: Option<&str>) -> Route {
    let all = iso3.iter().map(|code| country(code)).collect();
    route(pack("khm"), &[], &Nationality::Several { all, chosen: chosen.map(country) })
}

fn found_out(on: Date) -> Correction {
    Correction {
        nationality: country("NGA"),
        represented: Represented::Covering,
        seats: vec![Seat::read("Hanoi, VNM").unwrap()],
        source: "telephone call with the embassy in Hanoi".to_owned(),
        on,
        by: "Amara".to_owned(),
    }
}

#[test]
fn the_same_nationality_is_represented_otherwise_in_another_country() {
    assert_eq!(one("khm", "KEN").reach, Reach::Covering);
    assert_eq!(one("mmr-tha", "KEN").reach, Reach::Resident);
    assert_eq!(one("khm", "KEN").leads[0].seats[0].to_string(), "Bangkok, THA");
    assert_eq!(one("khm", "IDN").reach, Reach::Resident);
    assert_eq!(one("khm", "KHM").reach, Reach::OwnCountry);
    assert_eq!(one("mmr-tha", "THA").reach, Reach::OwnCountry);
}

#[test]
fn what_nobody_confirmed_is_to_be_asked_with_where_to_begin() {
    for iso3 in ["NGA", "TGO", "EGY", "XKX"] {
        let route = one("khm", iso3);
        assert_eq!(route.reach, Reach::Unconfirmed, "{iso3}");
        assert_eq!(route.leads[0].confidence, Confidence::Low);
    }
    assert_eq!(one("khm", "NGA").leads[0].seats.len(), 3);
    assert_eq!(one("khm", "XKX").leads[0].said, Said::Nobody);
    // Two candidates are not a mission that was confirmed.
    assert_eq!(one("khm", "LKA").reach, Reach::Unconfirmed);
}

#[test]
fn the_newest_of_what_was_found_out_counts_and_says_who_said_so() {
    let ask = |corrections: &[Correction]| route(pack("khm"), corrections, &Nationality::One(country("NGA")));
    let before = found_out(Date::constant(2026, 1, 5));
    assert_eq!(ask(std::slice::from_ref(&before)).reach, Reach::Unconfirmed, "the pack is of a later day");
    let after = found_out(Date::constant(2026, 3, 5));
    let corrected = ask(&[after.clone(), before.clone()]);
    assert_eq!(corrected.reach, Reach::Covering);
    let said = Said::Here { by: after.by.clone(), on: after.on, source: after.source.clone() };
    assert_eq!(corrected.leads[0].said, said);
    let again = Correction { represented: Represented::None, seats: Vec::new(), ..after.clone() };
    assert_eq!(ask(&[after.clone(), again.clone()]).reach, Reach::None, "of one day the later written counts");
    assert_eq!(ask(&[again, after]).reach, Reach::Covering);
}

#[test]
fn whoever_has_several_nationalities_is_asked_and_the_warnings_of_all_stay() {
    let open = several(&["GBR", "TWN"], None);
    assert_eq!(open.reach, Reach::SeveralNationalities);
    assert_eq!(open.standing().mission, None);
    let chosen = several(&["TWN", "GBR"], Some("GBR"));
    assert_eq!((chosen.reach, chosen.standing().mission), (Reach::Resident, Some(country("GBR"))));
    assert_eq!(chosen.leads[0].nationality, country("GBR"));
    for route in [open, chosen] {
        assert_eq!(route.cautions[0].nationality, country("TWN"));
        assert!(route.standing().warnings.barred().has(Contact::Mission));
    }
    assert_eq!(several(&["GBR", "TWN"], Some("FRA")).reach, Reach::SeveralNationalities, "not one of the person's");
    assert_eq!(several(&["GBR", "GBR"], None).reach, Reach::Resident);
}

#[test]
fn without_a_nationality_that_is_settled_no_mission_is_named() {
    for nationality in [
        Nationality::Unknown,
        Nationality::One(country("XXX")),
        Nationality::Disputed(vec![country("MMR"), country("BGD")]),
        Nationality::Several { all: Vec::new(), chosen: None },
    ] {
        let standing = route(pack("khm"), &[], &nationality).standing();
        assert_eq!(standing.mission, None, "{nationality:?}");
        assert!(matches!(standing.reach, Reach::NationalityUnknown | Reach::Disputed));
    }
}

#[test]
fn whoever_is_stateless_is_warned_against_every_mission() {
    for nationality in [Nationality::Stateless, Nationality::One(country("XXA"))] {
        let route = route(pack("khm"), &[], &nationality);
        assert_eq!(route.reach, Reach::Stateless);
        assert_eq!(route.warnings.bar(Contact::Mission), Some(Warning::Stateless));
    }
}

#[test]
fn a_warning_of_the_pack_can_be_weighed_and_the_persons_own_cannot() {
    let taiwan = one("khm", "TWN").standing();
    assert!(taiwan.warnings.barred().has(Contact::Authority));
    assert!(taiwan.weighed(Warning::SentToThirdState).warnings.barred().is_empty());
    let stateless = route(pack("khm"), &[], &Nationality::Stateless).standing();
    assert_eq!(stateless.weighed(Warning::Stateless), stateless);
}
