//! The tables of a pack: every row that is shipped is fit, and every kind of bad row has its sentence.

use crate::services::pack::{EMBEDDED, SERVICES, check, embedded, read};
use crate::services::*;
use base::{Country, Date};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The headings and one row, with one column written otherwise.
fn services_with(column: &str, text: &str) -> String {
    let headings = "id,name,kind,services,for_whom,area,capacity,hours,languages,contact,note,source,as_of,confidence,checked_by,checked_on";
    let row = [
        "river-house",
        "River House",
        "shelter",
        "shelter;food",
        "women;children;UGA",
        "Kampot",
        "40",
        "always",
        "km;en",
        "+855 00 000 222",
        "Takes nobody without a call.",
        "invented",
        "2026-01-10",
        "high",
        "the editors",
        "2026-01-12",
    ];
    table(headings, &row, column, text)
}

fn warnings_with(column: &str, text: &str) -> String {
    let headings = "id,trap,title,goes_by,says,what_to_do,area,source,as_of,confidence,checked_by,checked_on,example";
    let row = [
        "visa-desk",
        "false-broker",
        "Visas for money",
        "@visa_desk",
        "Promises visas.",
        "Pay nothing.",
        "",
        "invented",
        "2026-01-10",
        "low",
        "",
        "",
        "yes",
    ];
    table(headings, &row, column, text)
}

fn table(headings: &str, row: &[&str], column: &str, text: &str) -> String {
    let cells = headings.split(',').zip(row).map(|(name, cell)| {
        let cell = if name == column { text } else { cell };
        format!("\"{}\"", cell.replace('"', "\"\""))
    });
    format!("{headings}\n{}\n", cells.collect::<Vec<_>>().join(","))
}

fn problems(services: &str, warnings: &str) -> Vec<String> {
    check(services, warnings, day("2026-02-01")).iter().map(Problem::to_string).collect()
}

#[test]
fn every_row_that_is_shipped_is_fit() {
    let (services, warnings) = EMBEDDED;
    assert_eq!(check(services, warnings, day("2026-11-23")), Vec::new());
    let pack = embedded();
    assert_eq!(pack.organisations.len(), services.lines().count() - 1);
    assert_eq!(pack.warnings.len(), warnings.lines().count() - 1);
    assert!(pack.organisations.len() > 50 && pack.warnings.len() > 5);
}

#[test]
fn what_is_shipped_and_invented_says_so_and_the_rest_names_nobody() {
    for warning in &embedded().warnings {
        assert_eq!(warning.example, warning.title.starts_with("Example"), "{}", warning.id);
        assert_eq!(warning.example, !warning.goes_by.is_empty(), "no real account or name is shipped: {}", warning.id);
    }
}

#[test]
fn a_row_is_read_as_it_stands() {
    let (pack, wrong) = read(&services_with("", ""), &warnings_with("", ""));
    assert_eq!(wrong, Vec::new());
    let house = &pack.organisations[0];
    assert_eq!((house.id.as_str(), house.kind, house.capacity), ("river-house", Kind::Shelter, Some(40)));
    assert_eq!(house.services, [Service::Shelter, Service::Food]);
    assert_eq!(house.for_whom.groups, [Group::Women, Group::Children]);
    assert_eq!(house.for_whom.nationalities, [Country::from_iso3("UGA").unwrap()]);
    assert_eq!(house.checked, Some(Checked { on: day("2026-01-12"), by: "the editors".to_owned() }));
    assert_eq!((pack.warnings[0].trap, pack.warnings[0].checked.clone()), (Trap::FalseBroker, None));
}

#[test]
fn every_kind_of_bad_row_is_named_by_row_and_column_with_what_to_do() {
    for (column, text, says) in [
        ("id", "River House", "“River House” is no id. Write 2 to 60 small letters"),
        ("id", "here-1", "“here-1” is no id."),
        ("name", " ", "The name is missing."),
        ("kind", "hotel", "“hotel” is no kind. Write one of government,"),
        ("services", "shelter;beds", "“beds” is no service. There are identity-check,"),
        ("services", "food;food", "“food” stands there twice."),
        ("for_whom", "women;Uganda", "“Uganda” is nobody we know. Write any of women,"),
        ("for_whom", "UGA;UGA", "“UGA” stands there twice."),
        ("area", "Street 63, Kampot", "This shows a street, a house or a point on a map. Write the area alone"),
        ("capacity", "many", "“many” is no number of people. Write a whole number"),
        ("capacity", "-4", "“-4” is no number of people."),
        ("capacity", "85512345678", "is no number of people."),
        ("languages", "Khmer", "“Khmer” is no code of a language. Write codes"),
        ("source", "", "The source is missing."),
        ("as_of", "10.1.2026", "“10.1.2026” is no day. Write the day of the source as 2026-02-13."),
        ("as_of", "2026-03-01", "This day is still to come."),
        ("confidence", "sure", "“sure” is none of high, medium and low."),
        ("checked_by", "", "Who checked and when belong together."),
        ("contact", "House 12, ask for the keys", "This shows where people are sheltered."),
        ("note", "https://maps.app.goo.gl/x", "This shows where people are sheltered."),
    ] {
        let found = problems(&services_with(column, text), &warnings_with("", ""));
        let place =
            format!("services.csv, row 2, column {}: ", if column == "checked_by" { "checked_on" } else { column });
        assert!(
            found.len() == 1 && found[0].starts_with(&place) && found[0].contains(says),
            "{column} {text}: {found:?}"
        );
    }
    for (column, text, says) in [
        ("trap", "wolf", "“wolf” is no kind of trap. Write one of false-broker,"),
        ("title", "", "This is missing."),
        ("says", "", "This is missing."),
        ("goes_by", "@a_b_c;@a_b_c", "“@a_b_c” stands there twice."),
        ("example", "perhaps", "“perhaps” is neither yes nor no."),
    ] {
        let found = problems(&services_with("", ""), &warnings_with(column, text));
        let place = format!("warnings.csv, row 2, column {column}: ");
        assert!(
            found.len() == 1 && found[0].starts_with(&place) && found[0].contains(says),
            "{column} {text}: {found:?}"
        );
    }
}

#[test]
fn a_table_that_is_not_as_it_should_be_is_said_as_a_whole() {
    let one = services_with("", "");
    let row = one.lines().nth(1).unwrap();
    let twice = problems(&format!("{one}{row}\n"), &warnings_with("", ""));
    assert_eq!(
        twice,
        ["services.csv, row 3, column id: “river-house” is the id of a row above. Give each row a word of its own."]
    );
    let short = problems(&format!("{one}a,b,c\n"), &warnings_with("", ""));
    assert!(short[0].starts_with("services.csv, row 3: The row has 3 cells instead of 16."), "{short:?}");
    let other = problems("name,id\n", &warnings_with("", ""));
    assert!(other[0].starts_with("services.csv, row 1: The headings are not the ones of this table."), "{other:?}");
    let read_on = problems(&one.replace("shelter;food", "beds").replace("\"40\"", "\"many\""), "");
    assert_eq!(read_on.len(), 3, "every trouble at once: {read_on:?}");
}

#[test]
fn bytes_of_any_kind_are_answered_with_sentences() {
    for text in ["", "\u{feff}", "\"", "id\n\"", "\0\0\0", "a\r\rb,,,\n\"x"] {
        assert!(!problems(text, text).is_empty(), "{text:?}");
    }
}

/// Everything that shelters people in the pack, in whatever column somebody may write one day.
#[test]
fn nothing_that_shelters_people_shows_a_street() {
    let sheltering = |o: &&Organisation| o.services.contains(&Service::Shelter) || o.kind == Kind::SafeHouse;
    assert!(embedded().organisations.iter().any(|o| sheltering(&o)));
    for one in &embedded().organisations {
        assert!(!shows_a_street(&one.area), "{}", one.id);
    }
    for one in embedded().organisations.iter().filter(sheltering) {
        for text in [&one.name, &one.hours, &one.contact, &one.note] {
            assert!(!shows_a_street(text), "{}: {text}", one.id);
        }
    }
    for column in ["name", "area", "hours", "contact", "note"] {
        let table = services_with(column, "Street 63").replace("\"shelter\"", "\"safe-house\"");
        let found = read(&table, &warnings_with("", "")).1;
        assert_eq!((found.len(), found[0].file, found[0].column), (1, SERVICES, column));
    }
    let clinic =
        services_with("contact", "Street 63").replace("\"shelter\"", "\"clinic\"").replace("shelter;food", "medical");
    assert_eq!(problems(&clinic, &warnings_with("", "")), Vec::<String>::new(), "a clinic may be found");
}

#[test]
fn unknown_is_not_no() {
    let pack = embedded();
    let named = |id: &str| pack.organisations.iter().find(|o| o.id == id).unwrap();
    let looked = |service| Looked { service: Some(service), ..Looked::default() };
    assert_eq!(named("caritas-cambodia").fits(&looked(Service::Shelter)), Fits::Yes);
    assert_eq!(named("caritas-cambodia").fits(&looked(Service::Ticket)), Fits::No);
    assert_eq!(named("hagar").fits(&looked(Service::Shelter)), Fits::Unknown);
    let uganda = Country::from_iso3("UGA");
    let for_uganda = Looked { nationality: uganda, ..looked(Service::FineWaiver) };
    assert_eq!(named("mission-uga").fits(&for_uganda), Fits::Yes);
    assert_eq!(named("mission-gha").fits(&for_uganda), Fits::No);
    assert_eq!(named("ministry-of-foreign-affairs").fits(&for_uganda), Fits::Yes);
    let in_kampot = Looked { region: Some("Kampot".to_owned()), ..Looked::default() };
    assert_eq!(named("ambulance").fits(&in_kampot), Fits::Yes, "the whole country");
    assert_eq!(named("caritas-cambodia").fits(&in_kampot), Fits::No);
    assert_eq!(named("licadho").fits(&in_kampot), Fits::Unknown);
    let women = Looked { group: Some(Group::Women), ..looked(Service::Shelter) };
    assert_eq!(named("caritas-cambodia").fits(&women), Fits::Unknown, "the least of the answers counts");
}

#[test]
fn freshness_is_counted_in_days_and_marked_from_sixty_on() {
    let mut one = embedded().organisations[0].clone();
    let on = |day: Date| Some(Checked { on: day, by: "sokha".to_owned() });
    one.checked = None;
    assert_eq!(one.freshness(day("2026-03-02")), Freshness::Never);
    one.checked = on(day("2026-01-01"));
    assert_eq!(one.freshness(day("2026-01-13")), Freshness::Checked { days: 12, by: "sokha".to_owned() });
    assert_eq!(one.freshness(day("2026-03-01")), Freshness::Checked { days: 59, by: "sokha".to_owned() });
    assert_eq!(one.freshness(day("2026-03-02")), Freshness::Stale { days: 60, by: "sokha".to_owned() });
    one.not_answering = on(day("2026-03-01"));
    assert_eq!(one.freshness(day("2026-03-02")), Freshness::NotAnswering { days: 1, by: "sokha".to_owned() });
}

fn a_trap(goes_by: &[&str]) -> Warning {
    let (pack, _) = read("", &warnings_with("", ""));
    Warning { goes_by: goes_by.iter().map(|one| (*one).to_owned()).collect(), ..pack.warnings[0].clone() }
}

#[test]
fn a_trap_is_known_again_however_it_is_written() {
    let traps = [a_trap(&["@exit_visa_desk", "+855 12 000 345", "visa-khmer.example", "Golden Travel Centre"])];
    let met = |text: &str| warnings_for(text, &traps).first().map(|found| (found.likeness, found.goes_by));
    for (text, goes_by, likeness) in [
        ("@exit_visa_desk", "@exit_visa_desk", Likeness::Same),
        ("He wrote from https://t.me/Exit_Visa_Desk, yesterday.", "@exit_visa_desk", Likeness::Same),
        ("exit.visa.desk", "@exit_visa_desk", Likeness::LooksAlike),
        ("@exitvisadesk_official", "@exit_visa_desk", Likeness::LooksAlike),
        ("@ехіt_vіsа_dеsk", "@exit_visa_desk", Likeness::LooksAlike),
        ("@ex1t_v1sa_d3sk", "@exit_visa_desk", Likeness::LooksAlike),
        ("＠ｅｘｉｔ＿ｖｉｓａ＿ｄｅｓｋ", "@exit_visa_desk", Likeness::LooksAlike),
        ("@exit_vise_desk", "@exit_visa_desk", Likeness::Similar),
        ("012 000 345", "+855 12 000 345", Likeness::Same),
        ("call (+855) 12-000-345 now", "+855 12 000 345", Likeness::Same),
        ("https://wa.me/85512000345", "+855 12 000 345", Likeness::Same),
        ("០១២ ០០០ ៣៤៥", "+855 12 000 345", Likeness::Same),
        ("www.visa-khmer.example/pay", "visa-khmer.example", Likeness::LooksAlike),
        ("golden travel centre", "Golden Travel Centre", Likeness::Same),
        ("Goldan Travel Center", "Golden Travel Centre", Likeness::Similar),
    ] {
        assert_eq!(met(text), Some((likeness, goes_by)), "{text}");
    }
}

#[test]
fn what_is_another_matter_calls_nothing_to_mind() {
    let traps = [a_trap(&["@exit_visa_desk", "+855 12 000 345", "Golden Travel Centre"])];
    for text in [
        "",
        "  ",
        "012 000 346",
        "exit visa",
        "@consular_desk",
        "2026-01-16 12:00",
        "The golden rule",
        "Travel Centre",
        "12 000",
    ] {
        assert_eq!(warnings_for(text, &traps), [], "{text}");
    }
    let long = "x ".repeat(1_000_000);
    assert_eq!(warnings_for(&long, &traps), []);
}
