//! HTCDS, as stories.

mod round_trip;
mod schema;

use super::*;
use crate::Origin;
use crate::registry::{Earlier, correct, register, view};
use crate::{Fact, Field};
use access::{AccessError, Keyring, Role};
use base::{Arrival, Birth, Consent, Country, Language, Paper, PaperKind, PaperStatus, Sex, Sign};
use rehearsal::House;
use serde_json::json;

fn hanna() -> Arrival {
    Arrival {
        names: vec!["ሐና ተስፋዬ".into(), "Hanna Tesfaye".into()],
        sex: Some(Sex::Female),
        birth: Some(Birth::read("2001-05-17").unwrap()),
        nationalities: vec![Country::from_iso3("ETH").unwrap()],
        languages: vec![Language::from_code("am").unwrap()],
        papers: vec![Paper { kind: PaperKind::NationalId, status: PaperStatus::Taken, number: Some("ZZ1".into()) }],
        contacts: vec!["+855 00 000 101".into()],
        place: Some("Phnom Penh, Tuol Kouk".into()),
        signs: [Sign::NoShelter, Sign::Threatened].into(),
        remark: Some("Asks for an Amharic interpreter.".into()),
        consent: Consent::Spoken,
        ..Arrival::default()
    }
}

fn written(house: &mut House, keys: &mut Keyring, wanted: &Wanted) -> serde_json::Value {
    exported(house, keys, wanted).unwrap().0
}

fn exported(house: &mut House, keys: &mut Keyring, wanted: &Wanted) -> access::Result<(serde_json::Value, usize)> {
    let mut export = house.run(keys, |cx| Export::begin(cx, wanted.clone()))?;
    while !export.is_done() {
        house.run(keys, |cx| export.step(cx))?;
    }
    house.run(keys, |cx| export.finish(cx))
}

fn bring(house: &mut House, keys: &mut Keyring, document: &serde_json::Value) -> Vec<Brought> {
    let document = Document::read(document.to_string().as_bytes()).unwrap();
    house.run(keys, |cx| import(cx, &document, "Sister Registry", 0..usize::MAX)).unwrap()
}

fn file(records: serde_json::Value) -> serde_json::Value {
    json!({ "standard": "HTCDS", "version": "2.0", "organization": { "org_Name": "Lantern" }, "records": records })
}

fn facts_of(house: &mut House, keys: &mut Keyring, brought: &Brought) -> Standing {
    let code = brought.outcome.code().unwrap();
    house
        .run(keys, |cx| {
            let case = crate::registry::rows::case_with_code(cx.tx, code)?.unwrap();
            Ok(stands(&view(cx, case)?.facts))
        })
        .unwrap()
}

#[test]
fn a_case_goes_out_under_official_names_and_threats_only_when_asked_for() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    house.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap();
    let record = written(&mut house, &mut keys, &Wanted::default())["records"][0].clone();
    assert_eq!(record["prs_SecondName"], "ሐና ተስፋዬ");
    assert_eq!(record["prs_Gender"], "Feminine");
    assert_eq!(record["prs_Birthdate"], "2001-05-17");
    assert_eq!(record["prs_Citizenship"], json!(["ET"]));
    assert_eq!(record["prs_PrimaryLanguage"], "am");
    assert_eq!(record["prs_IdentityNumber"], "ZZ1");
    assert_eq!(record["prs_MobilePhone"], "+85500000101");
    assert_eq!(record["con_Consent"], true);
    assert_eq!(record["x_safeconduct"]["facts"]["no-shelter"], json!([true]));
    assert!(record.get("vic_TraffickingStatus").is_none(), "no person has decided one");
    let text = record.to_string();
    assert!(!text.contains("threatened") && !text.contains("interpreter"), "{text}");

    let all = written(&mut house, &mut keys, &Wanted { protection: true, ..Wanted::default() });
    assert_eq!(all["records"][0]["cco_CaseComment"], "Asks for an Amharic interpreter.");
    assert_eq!(all["records"][0]["x_safeconduct"]["facts"]["threatened"], json!([true]));
    let entry = house.store.read(|tx| access::entries::newest_access(tx, i64::MAX, 1)).unwrap().remove(0).1;
    assert_eq!((entry.action.as_str(), entry.cases), ("export", 1));
}

#[test]
fn each_role_exports_what_its_keys_open_and_nobody_the_cases_of_another_team() {
    let mut house = House::open();
    let mut consul = house.enter("consul", Role::ConsularOfficer, Some(1));
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let mut auditor = house.enter("omar", Role::Auditor, None);
    let case = house.run(&mut consul, |cx| register(cx, hanna(), Origin::Card, None)).unwrap().case;
    let everything = Wanted { protection: true, cases: Some(vec![case]) };
    let seen = written(&mut house, &mut consul, &everything);
    assert_eq!(seen["x_safeconduct"]["compartments"], json!(["identity", "journey"]));
    assert!(!seen.to_string().contains("no-shelter") && !seen.to_string().contains("interpreter"));
    assert_eq!(written(&mut house, &mut sokha, &everything)["records"], json!([]));
    let refused = exported(&mut house, &mut auditor, &everything);
    assert!(matches!(refused, Err(AccessError::Refused { .. })));
}

#[test]
fn the_same_file_again_registers_nobody_and_a_changed_record_is_left_to_a_person() {
    let (mut here, mut there) = (House::open(), House::open_another());
    let mut keys = here.enter("sokha", Role::Caseworker, Some(0));
    let mut theirs = there.enter("maly", Role::Caseworker, Some(0));
    let case = here.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap().case;
    let sent = written(&mut here, &mut keys, &Wanted::default());
    let first = bring(&mut there, &mut theirs, &sent);
    assert!(matches!(first[0].outcome, Outcome::Registered(_)), "{first:?}");
    let code = first[0].outcome.code().unwrap();
    assert_eq!(bring(&mut there, &mut theirs, &sent)[0].outcome, Outcome::Already(code));
    let place = vec![Fact::Place("Poipet".into())];
    here.run(&mut keys, |cx| correct(cx, case, place, Earlier::Replaced, None)).unwrap();
    let newer = written(&mut here, &mut keys, &Wanted::default());
    assert_eq!(bring(&mut there, &mut theirs, &newer)[0].outcome, Outcome::Differs(code));
    assert_eq!(exported(&mut there, &mut theirs, &Wanted::default()).unwrap().1, 1);
    // What this registry wrote itself is known here, to whoever may open it.
    let own = bring(&mut here, &mut keys, &sent);
    assert!(matches!(own[0].outcome, Outcome::Already(_)));
    let mut mission = here.enter("ratna", Role::ConsularOfficer, Some(1));
    assert!(matches!(bring(&mut here, &mut mission, &sent)[0].outcome, Outcome::PutAside(_)));
}

#[test]
fn a_record_with_a_misfit_is_put_aside_and_the_others_are_registered() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let sent = file(json!([
        { "prs_SecondName": "Tesfaye", "prs_Birthdate": "2001-02-30", "prs_Gender": "F", "prs_Citizenship": ["ETH"] },
        { "prs_FirstName": "Hanna", "prs_SecondName": "Tesfaye" },
        "nobody",
        { "prs_SecondName": "Okello", "con_Consent": false },
    ]));
    let brought = bring(&mut house, &mut keys, &sent);
    let Outcome::PutAside(misfits) = &brought[0].outcome else { panic!("{brought:?}") };
    let fields: Vec<&str> = misfits.iter().map(|misfit| misfit.field.as_str()).collect();
    assert_eq!(fields, ["prs_Birthdate", "prs_Gender", "prs_Citizenship"]);
    assert!(misfits.iter().all(|misfit| !misfit.sentence.contains("2001-02-30")), "values are not repeated");
    assert!(matches!(brought[1].outcome, Outcome::Registered(_)));
    assert!(matches!(brought[2].outcome, Outcome::PutAside(_)) && brought[2].record == 3);
    assert!(matches!(&brought[3].outcome, Outcome::PutAside(why) if why[0].field == "con_Consent"));
    let facts = facts_of(&mut house, &mut keys, &brought[1]);
    assert_eq!(facts[&Field::Names], [Fact::Names(vec!["Hanna Tesfaye".into()])]);
}

#[test]
fn a_status_that_others_decided_stays_their_statement() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let sent = file(json!([{
        "prs_First_Name": "Samuel", "prs_Second_Name": "Okello", "con_Consent": true,
        "vic_TraffickingStatus": "NotAVictimOfTrafficking", "vic_RelationshipToTrafficker": "Unaquainted",
        "vic_Methods_of_Control": "RestrictsMovement;DebtBondage", "prs_PrimaryLanguage": "swa",
        "per_RoleInProcess": ["ControlledIndividual"],
    }]));
    let brought = bring(&mut house, &mut keys, &sent);
    let facts = facts_of(&mut house, &mut keys, &brought[0]);
    let [Fact::Remark(said)] = &facts[&Field::Remark][..] else { panic!("{facts:?}") };
    for part in [
        "The sender states",
        "vic_TraffickingStatus = NotAVictimOfTrafficking",
        "vic_MethodsOfControl = RestrictsMovement;DebtBondage",
        "con_Consent = true",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert!(!facts.contains_key(&Field::Consent), "nobody was asked here");
    assert_eq!(facts[&Field::Languages], [Fact::Languages(vec![Language::from_code("sw").unwrap()])]);
    assert_eq!(brought[0].notes[0].field, "per_RoleInProcess");
    assert!(!said.contains("ControlledIndividual"));
    let out = written(&mut house, &mut keys, &Wanted { protection: true, ..Wanted::default() });
    assert!(out["records"][0].get("vic_TraffickingStatus").is_none());
}

#[test]
fn an_official_field_that_somebody_corrected_weighs_more_than_the_extension() {
    let standing = Standing::from([(Field::Birth, vec![Fact::Birth(Birth::Year(2001))])]);
    let mut sent = record::write("1", &standing);
    assert_eq!(record::read(&sent).unwrap().standing, standing);
    sent.insert("prs_Birthdate".into(), json!("2001-05-17"));
    let read = record::read(&sent).unwrap();
    assert_eq!(read.standing[&Field::Birth], [Fact::Birth(Birth::read("2001-05-17").unwrap())]);
    assert_eq!(read.notes[0].field, "x_safeconduct.facts.birth");
}

#[test]
fn of_somebody_who_refused_nothing_that_names_goes_out_or_comes_in() {
    let mut house = House::open();
    let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
    let case = house.run(&mut keys, |cx| register(cx, hanna(), Origin::Card, None)).unwrap().case;
    let refusal = vec![Fact::Consent(Consent::Refused)];
    house.run(&mut keys, |cx| correct(cx, case, refusal, Earlier::Replaced, None)).unwrap();
    let out = written(&mut house, &mut keys, &Wanted { protection: true, ..Wanted::default() });
    let text = out["records"][0].to_string();
    assert!(text.contains("no-shelter") && out["records"][0]["con_Consent"] == false, "{text}");
    assert!(!text.contains("Hanna") && !text.contains("ZZ1") && !text.contains("interpreter"), "{text}");
    let mut sent = out["records"][0].clone();
    sent["prs_SecondName"] = json!("Somebody");
    sent["x_safeconduct"]["id"] = json!("another");
    let brought = bring(&mut house, &mut keys, &file(json!([sent])));
    assert!(!facts_of(&mut house, &mut keys, &brought[0]).contains_key(&Field::Names));
}

/// Values that no calendar or list of ours could bear are misfits, and unknown facts are named.
#[test]
fn an_extension_that_somebody_made_up_is_checked_like_everything_else() {
    let read = |facts: serde_json::Value| {
        let record = json!({ "x_safeconduct": { "facts": facts } });
        record::read(record.as_object().unwrap())
    };
    let many = vec!["said"; 101];
    let hostile = [
        json!({ "birth": ["~255@-009999-01-01"] }),
        json!({ "birth": ["-999"] }),
        json!({ "birth": ["2001-13"] }),
        json!({ "entered": ["9999-12-31"] }),
        json!({ "names": [[]] }),
        json!({ "names": "Hanna" }),
        json!({ "hurt": ["yes"] }),
        json!({ "nationalities": [["ET"]] }),
        json!({ "papers": [[{ "kind": "passport" }]] }),
        json!({ "remark": many }),
    ];
    for facts in hostile {
        assert!(read(facts.clone()).is_err(), "{facts}");
    }
    let notes = read(json!({ "trafficking-status": ["none"], "hurt": [true] })).unwrap().notes;
    assert_eq!(notes[0].field, "x_safeconduct.facts.trafficking-status");
}

#[test]
fn files_that_are_something_else_are_answered_with_a_sentence() {
    let read = |text: &str| Document::read(text.as_bytes()).err();
    assert_eq!(read("{"), Some(DocumentError::NotJson { line: 1, column: 1 }));
    assert_eq!(read("{}"), Some(DocumentError::NoRecords));
    assert_eq!(read("7"), Some(DocumentError::NoRecords));
    let other = r#"{"standard": "HTCDS", "version": "3.1", "records": []}"#;
    assert_eq!(read(other), Some(DocumentError::OtherVersion("3.1".into())));
    let newer = r#"{"standard": "HTCDS", "version": "2.0", "x_safeconduct": {"version": 2}, "records": []}"#;
    assert_eq!(read(newer), Some(DocumentError::NewerExtension));
    assert!(is_json(b"\xef\xbb\xbf [") && !is_json(b"PK\x03\x04") && !is_json(b"Name;Sex"));
}
