//! The encoded form is kept for ever: what was written once must be read by every later version.

use super::*;
use crate::attachments::Sha256;
use base::{PaperKind, PaperStatus};

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
        kind: Kind::DocumentPhoto,
        consent: Consent::Spoken,
        size: 61_234,
        width: 1_200,
        height: 1_600,
        original: Sha256::from_bytes([1; 32]),
        kept: Sha256::from_bytes([2; 32]),
    };
    let because = Removal::Said("Asked for it back.".into());
    let removed = Event::AttachmentRemoved { attachment: event, kind: Kind::Threat, because };
    vec![
        (
            "registered-1",
            include_bytes!("../../tests/golden/registered-1.cbor"),
            Event::Registered { origin: Origin::List { row: 7 }, facts },
        ),
        ("stated-1", include_bytes!("../../tests/golden/stated-1.cbor"), corrected),
        ("attached-1", include_bytes!("../../tests/golden/attached-1.cbor"), Event::Attached(attachment)),
        ("attachment-removed-1", include_bytes!("../../tests/golden/attachment-removed-1.cbor"), removed),
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
