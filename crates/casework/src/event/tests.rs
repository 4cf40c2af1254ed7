//! The encoded form is kept for ever: what was written once must be read by every later version.

use super::*;
use crate::attachments::Sha256;
use crate::captivity::{By, Money, What};
use crate::consent::{Given, Item, Recipient, Standing};
use crate::hearing::{Body, Status};
use crate::plan::{Leave, Reached, Settled, Weighed};
use crate::referral::{Heard, Outcome, Reason, Urgency};
use crate::services::Service;
use ::pathway::{Known, Owner, Warning, Way};
use base::{PaperKind, PaperStatus};
use screening::Answer as Said;
use vault::Compartment;

fn samples() -> Vec<(&'static str, &'static [u8], Event)> {
    let event = EventId::read("069k5p4c00d5v8000000000000").expect("a valid id");
    let facts = vec![
        Fact::Names(vec!["ሐና ተስፋዬ".into(), "Hanna Tesfaye".into()]),
        Fact::Sex(Sex::Female),
        Fact::Birth(Birth::Month { year: 2001, month: 5 }),
        Fact::Nationalities(vec![Country::from_iso3("ETH").unwrap()]),
        Fact::Languages(vec![Language::from_code("am").unwrap()]),
        Fact::Papers(vec![Paper {
            kind: PaperKind::Passport,
            status: PaperStatus::Taken,
            number: Some("ZZ0000001".into()),
        }]),
        Fact::Contacts(vec!["+85500000000".into()]),
        Fact::Consent(Consent::Spoken),
        Fact::Group(GroupId::from_bytes([7; 16])),
    ];
    let corrected = Event::Stated {
        statements: vec![
            Statement {
                fact: Fact::Birth(Birth::About { age: 25, on: "2026-01-18".parse().unwrap() }),
                replaces: vec![event],
            },
            Statement { fact: Fact::Sign(Sign::Hurt, false), replaces: vec![] },
            Statement { fact: Fact::Place("Kampot".into()), replaces: vec![event, event] },
            Statement { fact: Fact::Entered("2025-06-01".parse().unwrap()), replaces: vec![] },
            Statement { fact: Fact::Reported("2026-01-18".parse().unwrap()), replaces: vec![] },
            Statement { fact: Fact::Remark("Asks for an interpreter.".into()), replaces: vec![] },
        ],
        because: Some("seen the document".into()),
    };
    let attachment = Attachment {
        kind: crate::attachments::Kind::DocumentPhoto,
        consent: Consent::Spoken,
        size: 61_234,
        width: 1_200,
        height: 1_600,
        original: Sha256::from_bytes([1; 32]),
        kept: Sha256::from_bytes([2; 32]),
    };
    let because = Removal::Said("Asked for it back.".into());
    let removed = Event::AttachmentRemoved { attachment: event, kind: crate::attachments::Kind::Threat, because };
    vec![
        (
            "registered-1",
            include_bytes!("../../tests/golden/registered-1.cbor"),
            Event::Registered { origin: Origin::List { row: 7 }, facts },
        ),
        ("stated-1", include_bytes!("../../tests/golden/stated-1.cbor"), corrected),
        ("consented-1", include_bytes!("../../tests/golden/consented-1.cbor"), stated(consents())),
        ("referred-1", include_bytes!("../../tests/golden/referred-1.cbor"), stated(referrals())),
        (
            "registered-by-referral-1",
            include_bytes!("../../tests/golden/registered-by-referral-1.cbor"),
            Event::Registered { origin: Origin::Referral, facts: Vec::new() },
        ),
        ("attached-1", include_bytes!("../../tests/golden/attached-1.cbor"), Event::Attached(attachment)),
        ("attachment-removed-1", include_bytes!("../../tests/golden/attachment-removed-1.cbor"), removed),
        ("heard-1", include_bytes!("../../tests/golden/heard-1.cbor"), stated(hearing())),
        ("planned-1", include_bytes!("../../tests/golden/planned-1.cbor"), stated(way_out())),
        ("settled-1", include_bytes!("../../tests/golden/settled-1.cbor"), stated(settled())),
        ("deadline-1", include_bytes!("../../tests/golden/deadline-1.cbor"), stated(deadlines())),
        ("appointment-1", include_bytes!("../../tests/golden/appointment-1.cbor"), stated(appointments())),
        ("happened-1", include_bytes!("../../tests/golden/happened-1.cbor"), stated(captivity())),
    ]
}

fn stated(facts: Vec<Fact>) -> Event {
    let statements = facts.into_iter().map(|fact| Statement { fact, replaces: Vec::new() }).collect();
    Event::Stated { statements, because: None }
}

fn consents() -> Vec<Fact> {
    let event = EventId::from_bytes([3; 16]);
    let given = Grant {
        purpose: Service::TravelDocument,
        recipient: Recipient::Team(base::TeamId::from_bytes([5; 16])),
        items: vec![Item::Code, Item::Names, Item::Papers],
        given: Given::Spoken,
        language: Language::from_code("am"),
        interpreter: Some("Interpreter 4".into()),
        until: Some("2026-02-28".parse().unwrap()),
        safe: true,
        standing: Standing::Given,
    };
    let child =
        Given::BestInterests { decided_by: "Officer on duty".into(), best_interests: "Her mother waits.".into() };
    let guardian = Given::Guardian { guardian: "Aunt".into(), best_interests: "She wants to stay with her.".into() };
    let outside =
        Recipient::Outside { id: Some("clinic".into()), name: "Clinic".into(), kind: crate::consent::Kind::Other };
    let declined = Grant { recipient: outside, given: child, standing: Standing::Declined, ..given.clone() };
    let withdrawn = Standing::Withdrawn { grant: event, because: Some("Was threatened.".into()) };
    let withdrawn = Grant { given: guardian, standing: withdrawn, ..given.clone() };
    let signed = Grant { given: Given::Signed, until: None, ..given.clone() };
    [given, declined, withdrawn, signed].into_iter().map(|grant| Fact::Grant(Box::new(grant))).collect()
}

fn way_out() -> Vec<Fact> {
    let day = |text: &str| text.parse::<base::Date>().unwrap();
    let step = |reached, begun: Option<&str>| {
        let (pack, step) = ("khm".to_owned(), "R02".to_owned());
        let note = Some("Appointment kept.".to_owned());
        Fact::Step(Box::new(StepSaid { pack, step, reached, begun: begun.map(day), on: day("2026-02-03"), note }))
    };
    let stay = |leave| Fact::Stay(Stay { stamped: true, entry: Some((day("2025-06-01"), day("2025-06-03"))), leave });
    let safety = Safety {
        clear: true,
        warnings: vec![Warning::FearsOwnState, Warning::AsksForAsylum],
        weighed: vec![Weighed {
            warning: Warning::RiskOnReturn,
            by: "Protection officer 3".to_owned(),
            because: "Her own wish, with advice.".to_owned(),
        }],
        mission: Country::from_iso3("UGA"),
        guardian: Some("Aunt".to_owned()),
        note: None,
    };
    let custody = |what| Custody {
        what,
        when: screening::When::read("2026-02-01").unwrap(),
        place: Some("Invented office".to_owned()),
        by: None,
        note: None,
    };
    let outcome =
        |what| crate::plan::Outcome { what, on: day("2026-03-01"), way: Some(Way::SelfPaid), by: None, note: None };
    let course = |way| Fact::Course(Box::new(Course { way, words: Some("Her brother pays.".to_owned()) }));
    let mut facts = vec![
        step(Reached::NotBegun, None),
        step(Reached::Begun, Some("2026-02-01")),
        step(Reached::WaitingFor(Owner::Mission), Some("2026-02-01")),
        step(Reached::Done, Some("2026-02-01")),
        step(Reached::Refused, None),
        step(Reached::Failed, None),
        stay(Leave::Until(day("2025-07-01"), day("2025-07-03"))),
        stay(Leave::Days { least: 30, most: 60 }),
        stay(Leave::None),
        stay(Leave::Unknown),
        Fact::Safety(Box::new(safety)),
        Fact::Cleared(true),
        course(None),
    ];
    facts.extend(Way::ALL.iter().map(|way| course(Some(*way))));
    facts.extend(Known::ALL.iter().map(|known| Fact::Circumstance(Circumstance { known: *known, holds: true })));
    facts.extend(crate::plan::Happened::ALL.iter().map(|what| Fact::Custody(Box::new(custody(*what)))));
    facts.extend(crate::plan::End::ALL.iter().map(|what| Fact::Outcome(Box::new(outcome(*what)))));
    facts
}

fn settled() -> Vec<Fact> {
    let weighed = vec![Warning::RiskOnReturn, Warning::SentToThirdState];
    let all = Settled { weighed, mission: Country::from_iso3("UGA"), guardian: true };
    [all, Settled::default()].into_iter().map(|one| Fact::Settled(Box::new(one))).collect()
}

fn deadlines() -> Vec<Fact> {
    let on = "2026-02-28".parse().unwrap();
    let one =
        crate::plan::Deadline { what: "Visa ends".into(), on, note: Some("Ask for longer.".into()), stands: true };
    let over = crate::plan::Deadline { note: None, stands: false, ..one.clone() };
    [one, over].into_iter().map(|one| Fact::Deadline(Box::new(one))).collect()
}

fn appointments() -> Vec<Fact> {
    let (on, at) = ("2026-02-03".parse().unwrap(), "09:30".parse().unwrap());
    let mission = Country::from_iso3("UGA").unwrap();
    let one = |standing| Appointment { mission, pack: "khm".into(), step: "R02".into(), on, at, standing };
    crate::appointments::Standing::ALL.iter().map(|standing| Fact::Appointment(Box::new(one(*standing)))).collect()
}

fn captivity() -> Vec<Fact> {
    let day = |text: &str| screening::When::read(text).unwrap();
    let held = Happening {
        first: None,
        what: What::Held,
        from: day("2025-06-01"),
        until: day("2025-11"),
        place: Some("Invented Park".to_owned()),
        country: Country::from_iso3("KHM"),
        by: Some(By::Company),
        money: None,
        people: None,
        words: Some("Four to a room.".to_owned()),
        struck: false,
    };
    let first = Some(EventId::from_bytes([3; 16]));
    let money = Some(Money { amount: 3_000, currency: "USD".to_owned() });
    let sold = Happening { first, what: What::Sold, money, people: Some(4), struck: true, ..held.clone() };
    let named = Named { entry: EventId::from_bytes([3; 16]), names: "Boss Invented".to_owned() };
    let told = [held, sold].map(|told| Fact::Happened(Box::new(told)));
    told.into_iter().chain([Fact::Named(Box::new(named))]).collect()
}

fn hearing() -> Vec<Fact> {
    let heard = |part, question: &str, answer| {
        let (instrument, question) = ("hearing".to_owned(), question.to_owned());
        Fact::Heard(Box::new(crate::hearing::Heard { instrument, version: 1, question, part, answer }))
    };
    let day = "2026-01-18".parse().unwrap();
    vec![
        heard(Compartment::Protection, "as-promised", Said::No),
        heard(Compartment::Protection, "kept", Said::Several(["guards".to_owned(), "phone".to_owned()].into())),
        heard(Compartment::Protection, "hours", Said::Number(15.5)),
        heard(Compartment::Care, "sexual-violence-when", Said::When(screening::When::On(day))),
        heard(Compartment::Care, "wish-to-die", Said::One("no".to_owned())),
        heard(Compartment::Care, "medicine", Said::RatherNot),
        heard(Compartment::Testimony, "statement-tasks", Said::Text("Made to write messages.".to_owned())),
        Fact::Decision(Box::new(Decision {
            status: Status::Actual,
            by: "Protection officer 3".to_owned(),
            body: Body::Ngo,
            because: "Act, means and purpose are shown.".to_owned(),
        })),
        Fact::Attended(Attended { note: Some("Seen by a nurse.".to_owned()) }),
    ]
}

fn referrals() -> Vec<Fact> {
    let team = base::TeamId::from_bytes([5; 16]);
    let sent = Sent {
        file: base::CaseId::from_bytes([6; 16]),
        service: Service::Shelter,
        recipient: Recipient::Team(team),
        items: vec![Item::Names],
        grant: EventId::from_bytes([3; 16]),
        after: Some(base::CaseId::from_bytes([8; 16])),
    };
    let request = Request {
        service: Service::Shelter,
        from: base::TeamId::from_bytes([4; 16]),
        to: Recipient::Team(team),
        items: vec![Item::Names],
        code: Some("412907356".into()),
        people: 1,
        urgency: Urgency::ThreeDays,
        due: 1_768_539_600_000,
        note: Some("A bed for tonight.".into()),
        escalated: 1,
        withdrawn: false,
    };
    let answer = |outcome, heard| Answer {
        outcome,
        verbatim: Some("We are full.".into()),
        said_by: Some("Night manager".into()),
        heard,
    };
    vec![
        Fact::Referral(Box::new(sent)),
        Fact::Request(Box::new(request)),
        Fact::Answer(Box::new(answer(Outcome::Refused(Reason::Full), Heard::Here))),
        Fact::Answer(Box::new(answer(Outcome::Partly { people: 4 }, Heard::Told))),
        Fact::Answer(Box::new(answer(Outcome::Accepted, Heard::Link))),
    ]
}

#[test]
fn events_written_by_version_1_are_read_for_ever() {
    for (name, golden, event) in samples() {
        let encoded = event.encode();
        assert_eq!(Event::decode(1, golden).ok().as_ref(), Some(&event), "{name}");
        assert_eq!(encoded, golden, "{name} is written differently now: raise VERSION and keep the old file");
    }
}

#[test]
fn bytes_that_are_no_event_are_an_error() {
    assert!(Event::decode(1, b"nonsense").is_err());
    assert!(Event::decode(9, &samples()[0].2.encode()).is_err());
}

#[test]
fn every_correctable_field_has_a_key_of_its_own() {
    for field in Field::CORRECTABLE {
        assert_eq!(Field::from_key(field.key()), Some(field));
    }
}
