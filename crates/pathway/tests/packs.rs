//! The packs that are shipped, and what is refused in one.

use base::{Country, Date};
use pathway::pack::{FILES, Represented, files, shipped};
use pathway::{Contact, Known, Pack, Set, Way};
use std::collections::BTreeMap;

/// The tables of a pack with one text in one of them put in the place of another.
pub fn changed(id: &str, file: &str, from: &str, to: &str) -> BTreeMap<String, String> {
    let mut files = files(id);
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no “{from}”");
    *text = text.replacen(from, to, 1);
    files
}

pub fn refused(files: &BTreeMap<String, String>) -> Vec<String> {
    Pack::read(files).expect_err("this is not fit").iter().map(ToString::to_string).collect()
}

#[test]
fn the_packs_that_are_shipped_are_fit() {
    assert_eq!(shipped().iter().map(|one| one.id).collect::<Vec<_>>(), ["khm", "mmr-tha"]);
    for one in shipped() {
        assert_eq!(Pack::read(&files(one.id)).as_ref(), Ok(&one.pack));
        assert!(one.pack.from_the_future(Date::constant(2026, 4, 1)).is_empty(), "{}", one.id);
        assert!(one.pack.way(Way::Deportation).is_some() && one.pack.steps.len() > 15);
    }
}

#[test]
fn what_nobody_confirmed_of_missions_in_cambodia_stays_unconfirmed() {
    let missions = &shipped()[0].pack.missions;
    let so = |represented| missions.values().filter(move |one| one.represented == represented).count();
    assert_eq!(so(Represented::Unconfirmed), 57);
    assert_eq!(so(Represented::Resident), 26, "24 states, and the mission of China for two regions");
    let of = |iso3| &missions[&Country::from_iso3(iso3).unwrap()];
    assert_eq!(of("UGA").seats[0].to_string(), "Kuala Lumpur, MYS");
    assert_eq!(of("NGA").seats.len(), 3);
    assert_eq!(of("MAC").of.iso3(), "CHN");
}

#[test]
fn a_cycle_is_refused_and_named() {
    let cycle = refused(&changed(
        "khm",
        "steps.csv",
        "icrc-document;third-country,R15;R12,",
        "icrc-document;third-country,R15;R12;R17,",
    ));
    assert_eq!(cycle.len(), 1, "{cycle:?}");
    assert!(cycle[0].starts_with("steps.csv, column needs_all: Steps wait for each other in a circle"), "{cycle:?}");
    assert!(cycle[0].contains("R16 → R17 → R16"), "{cycle:?}");
    let own = refused(&changed("mmr-tha", "steps.csv", "protection,safety,,adult", "protection,safety;child,,adult"));
    assert!(own[0].contains("child → child"), "{own:?}");
}

#[test]
fn everything_else_that_is_wrong_is_said_with_its_row_and_column() {
    for (file, from, to, says) in [
        ("steps.csv", ",R02;R06,", ",R02;R66,", "steps.csv, row 12, column needs_all: There is no step “R66”."),
        ("steps.csv", "R04|R92|T02;R07", "R04|R92|T20;R07", "column needs_any: There is no step “T20”."),
        (
            "steps.csv",
            "no-medical-flag",
            "looks-healthy",
            "column skip_if: “looks-healthy” is nothing that can be known",
        ),
        (
            "steps.csv",
            ",mission;home-state,1,7,60",
            ",home-state,1,7,60",
            "column contact: Whoever sees to this learns of the person. Write “mission”",
        ),
        ("steps.csv", ",mission;home-state,1,7,60", ",embassy,1,7,60", "column contact: “embassy” is nobody"),
        ("steps.csv", ",1,7,60,", ",1,7,6,", "column likely: The days do not rise"),
        ("steps.csv", ",exit-visa,GDI,", ",exit-permit,GDI,", "column fee: There is no fee “exit-permit”."),
        ("steps.csv", ",exit-visa,GDI,", ",exit-visa,MOON,", "column place: There is no place “MOON”."),
        ("steps.csv", "L01,Legal", "R00,Legal", "column id: “R00” stands in a row above."),
        (
            "steps.csv",
            "third-country,R01,,,agency,third-state;agency,30",
            "moon,R01,,,agency,third-state;agency,30",
            "“moon” is no way out.",
        ),
        (
            "ways.csv",
            ",R17,\"The common",
            ",R99,\"The common",
            "ways.csv, row 2, column ends_with: There is no step “R99”.",
        ),
        ("ways.csv", ",S01,\"Work", ",R17,\"Work", "The step “R17” does not belong to this way"),
        ("ways.csv", "icrc-document,", "self-paid,", "column way: “self-paid” stands in a row above."),
        (
            "missions.csv",
            "UGA,covering",
            "UGA,resident",
            "column seats: A resident mission sits in a country of the pack.",
        ),
        ("missions.csv", "KEN,covering", "KEN,perhaps", "column standing: “perhaps” is none of: resident,"),
        ("missions.csv", "KEN,covering", "QQQ,covering", "column nationality: “QQQ” is no country."),
        ("missions.csv", "\"Seoul, KOR\"", "Seoul", "column seats: “Seoul” is no seat."),
        (
            "routing_warnings.csv",
            "TWN,sent-to-third-state",
            "TWN,stateless",
            "column warning: “stateless” is no warning that goes with",
        ),
        ("deadlines.csv", "KEN,R16", "KEN,R61", "deadlines.csv, row 2, column step: There is no step “R61”."),
        ("deadlines.csv", "2026-02-28,", "28 February,", "column ends_on: “28 February” is no day."),
        ("deadlines.csv", ",2026-02-28\n", ",2026-02-01\n", "column checked_on: The check is older than the source."),
        ("fees.csv", ",30,40,USD", ",30,20,USD", "column most: The most is less than the least."),
        ("holidays.csv", "2026-01-07", "2026-01-01", "column day: “2026-01-01” stands in a row above."),
        ("pack.csv", "sat;sun", "mon;tue;wed;thu;fri;sat;sun", "Every day is a weekend"),
        ("pack.csv", "airport,KTI", "airport,LAX", "There is no place “LAX”."),
        ("pack.csv", "consent-step,R01", "consent-step,R77", "There is no step “R77”."),
        ("pack.csv", "fine-per-day,10", "fine-per-day,ten", "“ten” is no amount."),
        (
            "places.csv",
            "\"the editors of this pack, on paper only\"",
            "",
            "column checked_on: Who checked and when belong together.",
        ),
    ] {
        let found = refused(&changed("khm", file, from, to));
        assert!(found[0].contains(says), "{file}, {to}: {found:?}");
    }
}

#[test]
fn a_way_that_could_never_end_is_refused() {
    let found = refused(&changed(
        "khm",
        "steps.csv",
        "return-with-help;self-paid;icrc-document;third-country,R11;R13",
        "return-with-help;icrc-document;third-country,R11;R13",
    ));
    assert!(
        found.iter().any(|one| one.contains("The way self-paid comes to a dead end: “R16” needs one of R14, H01")),
        "{found:?}"
    );
    let found = refused(&changed(
        "khm",
        "steps.csv",
        "third-country,R01,,,agency,third-state;agency,30",
        "protection,R01,,,agency,third-state;agency,30",
    ));
    assert!(found.iter().any(|one| one.contains("“T02” needs “T01”, which does not belong to it")), "{found:?}");
}

#[test]
fn no_pack_can_bring_anybody_to_notice_before_safety_and_consent() {
    for (from, to) in [
        (",R01,,holds-passport & no-overstay", ",R00,,holds-passport & no-overstay"),
        (",P01;R01,,,agency", ",P01,,,agency"),
    ] {
        let found = refused(&changed("khm", "steps.csv", from, to));
        assert!(
            found.iter().all(|one| one.contains("brings the person to somebody’s notice and can come before “R01”")),
            "{found:?}"
        );
    }
    let found = refused(&changed("khm", "steps.csv", ",R00;C01,,,person", ",R00;C01,,adult,person"));
    assert!(found[0].contains("Safety and consent come before everything"), "{found:?}");
}

#[test]
fn a_pack_without_its_small_tables_is_fit_and_without_steps_it_is_not() {
    let mut fewer = files("khm");
    fewer.remove("holidays.csv");
    fewer.remove("deadlines.csv");
    fewer.remove("routing_warnings.csv");
    assert!(Pack::read(&fewer).is_ok());
    for needed in ["pack.csv", "missions.csv", "steps.csv", "ways.csv"] {
        let mut fewer = files("khm");
        fewer.remove(needed);
        assert!(refused(&fewer)[0].starts_with(&format!("{needed}: It is missing.")), "{needed}");
    }
    let mut more = files("khm");
    more.insert("embassies.csv".to_owned(), String::new());
    assert!(refused(&more)[0].contains("This table has no place in a pack."));
}

/// Whoever holds a passport and pays everything alone leaves without any mission, fund or state being told at home.
#[test]
fn with_a_passport_and_own_money_no_step_tells_a_mission() {
    for one in shipped() {
        let known =
            Set::of([Known::HoldsPassport, Known::PaysTheFine, Known::PaysOwnTicket, Known::NoPoliceReportRequired]);
        let telling = one.pack.steps.iter().filter(|step| {
            step.ways.has(Way::SelfPaid)
                && step.skip_if.met(known).is_none()
                && [Contact::Mission, Contact::HomeState, Contact::Police, Contact::Fund]
                    .iter()
                    .any(|who| step.contact.has(*who))
        });
        // Being identified is nobody's duty: it holds up no way out.
        let ids: Vec<&str> = telling
            .filter(|step| step.skip_if != pathway::Condition::read("declines-identification").unwrap())
            .map(|step| step.id.as_str())
            .collect();
        assert!(ids.is_empty(), "{}: {ids:?}", one.id);
    }
}

#[test]
fn rows_say_who_looked_last() {
    let pack = &shipped()[0].pack;
    assert_eq!(pack.stale(Date::constant(2020, 1, 1)).count(), 0);
    let old: Vec<_> = pack.stale(Date::constant(2030, 1, 1)).collect();
    assert_eq!(old.len(), pack.origins().count());
    assert!(FILES.iter().all(|file| old.iter().any(|origin| origin.file == *file)));
    let tomorrow = old.iter().map(|origin| origin.newest()).max().unwrap();
    assert!(pack.from_the_future(tomorrow).is_empty());
    let late = pack.from_the_future(tomorrow.yesterday().unwrap());
    assert!(!late.is_empty() && late[0].sentence.starts_with("This day is still to come."), "{late:?}");
}
