//! Letters take what they name and no more, and whoever holds one can ask whether it is genuine.

use super::*;
use crate::consent::{Given, Grant, Item, Kind, Recipient, Standing, give};
use crate::hearing::answer;
use crate::registry::register;
use crate::services::Service;
use crate::{Origin, erasure};
use access::{Keyring, Role};
use base::{Arrival, Birth, Consent, Country, EventId, Language, Paper, PaperKind, PaperStatus, Sign};
use papers::letter::{Value, pack};
use rehearsal::House;
use screening::{Answer, When};

struct Scene {
    house: House,
    sokha: Keyring,
    case: CaseId,
}

fn scene() -> Scene {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let arrival = Arrival {
        names: vec!["ሐና ተስፋዬ".into(), "Hanna Tesfaye".into()],
        birth: Some(Birth::On("2001-05-17".parse().unwrap())),
        nationalities: vec![Country::from_iso3("ETH").unwrap()],
        languages: vec![Language::from_code("am").unwrap()],
        papers: vec![Paper { kind: PaperKind::Passport, status: PaperStatus::Taken, number: Some("ZZ0000001".into()) }],
        contacts: vec!["+85500000101".into()],
        place: Some("Kampot".into()),
        signs: [Sign::Threatened].into(),
        remark: Some("Canary remark".into()),
        consent: Consent::Spoken,
        ..Arrival::default()
    };
    let case = house.run(&mut sokha, |cx| register(cx, arrival, Origin::Card, None)).unwrap().case;
    Scene { house, sokha, case }
}

impl Scene {
    fn says(&mut self, question: &str, said: Answer) {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| answer(cx, case, question, said)).unwrap();
    }

    fn presumed(&mut self) {
        for (question, said) in [("as-promised", Answer::No), ("left-freely", Answer::No), ("forced-work", Answer::Yes)]
        {
            self.says(question, said);
        }
    }

    fn writes(&mut self, case: CaseId, order: &Order) -> Outcome {
        self.house.run(&mut self.sokha, |cx| write(cx, case, order)).unwrap()
    }

    fn looks(&mut self, form: &str, wishes: &Wishes) -> Prepared {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| look(cx, case, form, wishes)).unwrap()
    }
}

fn order(form: &str) -> Order {
    let head = Head {
        contact: vec!["desk@example.org".into()],
        place: "Phnom Penh".into(),
        recipient: vec!["Office (invented)".into()],
        signatory: "Sok Invented".into(),
        post: "Head of casework".into(),
        address: "registry.example.org/check".into(),
        link: "https://registry.example.org/check".into(),
    };
    Order { form: form.to_owned(), wishes: wishes(), head }
}

fn wishes() -> Wishes {
    Wishes {
        language: "en".into(),
        care_wanted: "General examination".into(),
        agreed: Agreed::Asked,
        mission_of: None,
        interpreter: true,
        with_sex: true,
        with_clock: true,
        overstay_since: Some("2025-12-01".parse().unwrap()),
    }
}

#[test]
fn each_letter_takes_exactly_what_its_form_names_and_knows_where_all_of_it_comes_from() {
    let mut scene = scene();
    scene.presumed();
    for form in &pack::embedded().forms {
        let found = scene.looks(&form.id, &wishes());
        let named: Vec<&String> = form.fields.iter().map(|field| &field.name).collect();
        assert!(found.values.keys().all(|name| named.contains(&name)), "{}", form.id);
        let text = format!("{:?}", found.values);
        for canary in ["Canary remark", "Kampot", "+855", "hreaten"] {
            assert!(!text.contains(canary), "{}: {text}", form.id);
        }
    }
    let found = scene.looks("presumption", &wishes());
    assert_eq!(found.values["name"], Value::Text("Hanna Tesfaye".into()), "as documents have it");
    assert_eq!(found.values["finding"], Value::Word("presumed-victim".into()));
    assert_eq!(found.values["document"], Value::Code("ZZ0000001".into()));
    assert!(found.lacks.is_empty(), "{:?}", found.lacks);
    let clinic = scene.looks("medical-referral", &wishes());
    assert!(!clinic.values.contains_key("name"), "a clinic needs no name");
    assert_eq!(clinic.values["age"], Value::Number(24));
}

#[test]
fn a_clock_goes_to_the_clinic_when_it_is_wanted_and_nowhere_else() {
    let mut scene = scene();
    scene.says("sexual-violence", Answer::Yes);
    let without = Wishes { with_clock: false, ..wishes() };
    assert!(!scene.looks("medical-referral", &without).values.contains_key("clock_hours"));
    assert_eq!(scene.looks("medical-referral", &wishes()).values["clock_from"], Value::Word("unknown".into()));
    let incident = scene.house.now.plus_hours(-40);
    scene.says("sexual-violence-when", Answer::When(When::At(incident)));
    let found = scene.looks("medical-referral", &wishes());
    assert_eq!(found.values["clock_hours"], Value::Number(72));
    assert_eq!(found.values["clock_from"], Value::Moment(incident.local_time()));
    assert!(!format!("{:?}", scene.looks("presumption", &wishes()).values).contains("72"));
}

#[test]
fn no_presumption_is_written_without_answers_that_carry_it_and_no_mission_without_consent() {
    let mut scene = scene();
    assert!(scene.looks("presumption", &wishes()).lacks[0].sentence.contains("hearing"));
    assert!(scene.looks("mission-request", &wishes()).lacks[0].sentence.contains("consent"));
    let not_asked = Wishes { agreed: Agreed::No, ..wishes() };
    assert!(scene.looks("medical-referral", &not_asked).lacks[0].sentence.contains("Ask them first"));
    assert!(scene.looks("medical-referral", &wishes()).lacks.is_empty());
    scene.presumed();
    assert!(scene.looks("presumption", &wishes()).lacks.is_empty());
    let grant = Grant {
        purpose: Service::TravelDocument,
        recipient: Recipient::Outside { id: None, name: "Embassy (invented)".into(), kind: Kind::State },
        items: vec![Item::Names, Item::Age, Item::Nationality],
        given: Given::Spoken,
        language: None,
        interpreter: None,
        until: None,
        safe: true,
        standing: Standing::Given,
    };
    let case = scene.case;
    scene.house.run(&mut scene.sokha, |cx| give(cx, case, grant)).unwrap();
    assert!(scene.looks("mission-request", &wishes()).lacks.is_empty());
}

#[test]
fn a_code_tells_its_holder_that_the_letter_is_genuine_and_nothing_of_the_person() {
    let mut scene = scene();
    scene.presumed();
    let case = scene.case;
    let khmer = Order { wishes: Wishes { language: "km".into(), ..wishes() }, ..order("presumption") };
    let issued = scene.writes(case, &khmer).unwrap().issued;
    assert_eq!((issued.code.len(), issued.code.starts_with('0')), (9, false));
    let checked = |scene: &Scene, code: &str| scene.house.store.read(|tx| check(tx, code)).unwrap();
    let spoken = format!("{} {} {}", &issued.code[..3], &issued.code[3..6], &issued.code[6..]);
    let found = checked(&scene, &spoken).unwrap();
    assert_eq!((found.form.as_str(), found.organisation.as_str(), found.withdrawn), ("presumption", "Harbour", None));
    assert_eq!(checked(&scene, "000000000"), None);
    let code = issued.code.clone();
    scene.house.run(&mut scene.sokha, |cx| withdraw(cx, case, &code)).unwrap();
    assert!(checked(&scene, &issued.code).unwrap().withdrawn.is_some());
    let mut maly = scene.house.enter("maly", Role::ProtectionOfficer, Some(0));
    scene.house.run(&mut scene.sokha, |cx| erasure::ask(cx, case, erasure::Ground::Person, "")).unwrap();
    scene.house.run(&mut maly, |cx| erasure::confirm(cx, case)).unwrap();
    assert_eq!(checked(&scene, &issued.code), None, "with the person the letter's note goes too");
}

#[test]
fn no_code_is_given_to_a_letter_that_cannot_be_written_and_the_case_is_read_once() {
    let mut scene = scene();
    let case = scene.case;
    let lacks = scene.writes(case, &order("presumption")).unwrap_err();
    assert_eq!(lacks.iter().map(|lack| lack.field.as_str()).collect::<Vec<_>>(), ["finding"], "said once");
    let nobody = Order { head: Head { signatory: String::new(), ..order("").head }, ..order("mission-request") };
    let lacks = scene.writes(case, &nobody).unwrap_err();
    assert_eq!(lacks.iter().map(|lack| lack.field.as_str()).collect::<Vec<_>>(), ["consent", "signatory"]);
    assert_eq!(nobody.head.lacks().len(), 1);
    assert_eq!(scene.house.run(&mut scene.sokha, |cx| of_case(cx, case)).unwrap(), []);
    scene.presumed();
    let entries = |scene: &Scene| scene.house.store.read(|tx| tx.log_size()).unwrap();
    let before = entries(&scene);
    let written = scene.writes(case, &order("presumption")).unwrap();
    assert_eq!(entries(&scene) - before, 1, "one entry for one letter");
    let again = scene.house.run(&mut scene.sokha, |cx| again(cx, case, &written.issued.code, &order("presumption")));
    assert_eq!(again.unwrap().unwrap(), written, "a file of it is the same letter");
}

#[test]
fn what_a_program_sends_again_gives_the_same_letter_and_no_second_code() {
    let mut scene = scene();
    let (case, event) = (scene.case, EventId::from_bytes([9; 16]));
    let once =
        |scene: &mut Scene, order: &Order| scene.house.run(&mut scene.sokha, |cx| write_once(cx, event, case, order));
    assert!(matches!(once(&mut scene, &order("presumption")), Ok(Once::Now(Err(_)))), "nothing was taken by it");
    scene.presumed();
    let Ok(Once::Now(Ok(first))) = once(&mut scene, &order("presumption")) else { panic!("it is written") };
    let Ok(Once::Before(Ok(second))) = once(&mut scene, &order("presumption")) else { panic!("it was written") };
    assert_eq!(first, second);
    let other = Order { wishes: Wishes { language: "km".into(), ..wishes() }, ..order("presumption") };
    assert!(matches!(once(&mut scene, &other), Err(AccessError::EventTaken)));
    let code = first.issued.code;
    scene.house.run(&mut scene.sokha, |cx| withdraw(cx, case, &code)).unwrap();
    assert!(matches!(once(&mut scene, &order("presumption")), Err(AccessError::NoValue)));
}
