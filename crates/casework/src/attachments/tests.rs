//! Photos and scans, as stories.

use super::*;
use crate::Origin;
use crate::registry::{Content, register, view};
use crate::upkeep::{Finding, rebuild, verify};
use access::organisation::Openers;
use access::{Keyring, Role};
use base::{Arrival, PaperKind, PaperStatus};
use image::{ImageFormat, RgbImage};
use rehearsal::House;
use std::io::Cursor;
use store::dump;

/// A picture that compresses badly, so that it takes several chunks.
fn photo(seed: u32) -> Vec<u8> {
    let grain =
        |x: u32, y: u32| (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503) ^ seed).wrapping_mul(2_246_822_519);
    let picture =
        RgbImage::from_fn(480, 360, |x, y| image::Rgb((grain(x, y) >> 8).to_be_bytes()[1..].try_into().unwrap()));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

fn add(house: &mut House, keys: &mut Keyring, case: CaseId, kind: Kind, seed: u32) -> Result<EventId> {
    let prepared = prepare(&photo(seed)).unwrap();
    house.run(keys, |cx| attach(cx, case, kind, Consent::Spoken, prepared))
}

fn arrival() -> Arrival {
    let papers = vec![Paper { kind: PaperKind::Passport, status: PaperStatus::Taken, number: None }];
    Arrival {
        names: vec!["Marta Invented".into()],
        papers,
        remark: Some("Asks for news.".into()),
        ..Arrival::default()
    }
}

fn house(role: Role, team: usize) -> (House, Keyring, CaseId) {
    let mut house = House::open();
    let mut keys = house.enter("sokha", role, Some(team));
    let case = house.run(&mut keys, |cx| register(cx, arrival(), Origin::Card, None)).unwrap().case;
    (house, keys, case)
}

#[test]
fn sec31_what_is_kept_opens_again_with_the_hash_of_the_original_in_the_history() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    let id = add(&mut house, &mut keys, case, Kind::Passport, 1).unwrap();
    let jpeg = house.run(&mut keys, |cx| open(cx, case, id)).unwrap();
    assert!(jpeg.len() > 2 * vault::chunks::CHUNK, "{} bytes are several chunks", jpeg.len());
    assert_eq!(*jpeg, prepare(&photo(1)).unwrap().picture.jpeg);
    let small = house.run(&mut keys, |cx| preview(cx, case, id)).unwrap();
    assert!(small.starts_with(&[0xff, 0xd8]) && small.len() < jpeg.len());
    let view = house.run(&mut keys, |cx| view(cx, case)).unwrap();
    let known = view.attachments.get(id).unwrap();
    assert_eq!((known.original, known.kept), (Sha256::of(&photo(1)), Sha256::of(&jpeg)));
    assert!(matches!(&view.timeline.last().unwrap().content, Content::Attached(a) if a == known));
    let again = add(&mut house, &mut keys, case, Kind::Passport, 1).unwrap();
    assert_eq!(again, id, "the same file of the same kind is kept once");
}

#[test]
fn sec38_every_viewing_and_every_refusal_is_on_the_record() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    let id = add(&mut house, &mut keys, case, Kind::Passport, 1).unwrap();
    house.run(&mut keys, |cx| preview(cx, case, id)).unwrap();
    house.run(&mut keys, |cx| open(cx, case, id)).unwrap();
    let mut other = house.enter("dara", Role::ShelterManager, Some(2));
    assert!(house.run(&mut other, |cx| open(cx, case, id)).is_err());
    let entries = house.store.read(|tx| access::entries::newest_access(tx, i64::MAX, 3)).unwrap();
    let said: Vec<_> = entries.iter().map(|(_, e)| (e.action.as_str(), e.outcome.as_str(), e.case)).collect();
    let line = |outcome| ("open-attachment", outcome, Some(case));
    assert_eq!(said, [line("refused"), line("allowed"), line("allowed")]);
}

#[test]
fn sec02_another_team_and_another_case_meet_what_is_not_there() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    let id = add(&mut house, &mut keys, case, Kind::Passport, 1).unwrap();
    let second = house.run(&mut keys, |cx| register(cx, arrival(), Origin::Card, None)).unwrap().case;
    let no_such = EventId::from_bytes([9; 16]);
    let said = |house: &mut House, keys: &mut Keyring, case, id| {
        house.run(keys, |cx| open(cx, case, id)).err().unwrap().to_string()
    };
    let mut mission = house.enter("consul", Role::ConsularOfficer, Some(1));
    let swapped = said(&mut house, &mut keys, second, id);
    assert_eq!(swapped, said(&mut house, &mut keys, second, no_such));
    let theirs = said(&mut house, &mut mission, case, id);
    assert_eq!(theirs, said(&mut house, &mut mission, CaseId::from_bytes([3; 16]), no_such));
    assert!(matches!(
        house.run(&mut keys, |cx| remove(cx, second, id, "wrong case".into())),
        Err(AccessError::NoAttachment)
    ));
}

#[test]
fn keys_decide_who_sees_which_kind() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    let passport = add(&mut house, &mut keys, case, Kind::Passport, 1).unwrap();
    let medical = add(&mut house, &mut keys, case, Kind::MedicalPaper, 2).unwrap();
    let threat = add(&mut house, &mut keys, case, Kind::Threat, 3).unwrap();
    let mut consul = house.enter("consul", Role::ConsularOfficer, Some(0));
    let mut shelter = house.enter("dara", Role::ShelterManager, Some(0));
    let mut analyst = house.enter("vuthy", Role::Auditor, None);
    let mut opens = |keys: &mut Keyring, id| house.run(keys, |cx| open(cx, case, id)).is_ok();
    assert_eq!([passport, medical, threat].map(|id| opens(&mut keys, id)), [true, true, true]);
    assert_eq!([passport, medical, threat].map(|id| opens(&mut consul, id)), [true, false, false]);
    assert_eq!([passport, medical, threat].map(|id| opens(&mut shelter, id)), [true, true, false]);
    assert_eq!([passport, medical, threat].map(|id| opens(&mut analyst, id)), [false, false, false]);
    let seen = house.run(&mut consul, |cx| all(cx, case)).unwrap();
    assert_eq!(seen.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [passport]);
}

#[test]
fn whoever_reads_a_part_adds_to_it_and_nobody_to_a_part_that_others_hold() {
    let (mut house, mut consul, case) = house(Role::ConsularOfficer, 1);
    add(&mut house, &mut consul, case, Kind::DocumentPhoto, 1).unwrap();
    assert!(matches!(
        add(&mut house, &mut consul, case, Kind::Threat, 2),
        Err(AccessError::Refused { action: Action::AddAttachment })
    ));
    let mut lina = house.enter("lina", Role::Outreach, Some(1));
    assert!(matches!(add(&mut house, &mut lina, case, Kind::Passport, 3), Err(AccessError::NotFound { .. })));
    let own = house.run(&mut lina, |cx| register(cx, arrival(), Origin::Card, None)).unwrap().case;
    add(&mut house, &mut lina, own, Kind::Passport, 3).unwrap();
    assert!(matches!(add(&mut house, &mut lina, own, Kind::Threat, 4), Err(AccessError::Refused { .. })));
}

#[test]
fn in_whatever_order_events_come_the_same_pictures_stand() {
    let id = |n: u8| EventId::from_bytes([n; 16]);
    let hash = Sha256::from_bytes([1; 32]);
    let picture = Attachment {
        kind: Kind::Threat,
        consent: Consent::Spoken,
        size: 1,
        width: 1,
        height: 1,
        original: hash,
        kept: hash,
    };
    let gone = |n| Event::AttachmentRemoved { attachment: id(n), kind: Kind::Threat, because: Removal::DocumentIssued };
    let events = [
        (1, Event::Attached(picture.clone())),
        (2, Event::Attached(picture)),
        (3, gone(1)),
        (4, gone(1)),
        (5, gone(9)),
    ];
    let fold = |order: [usize; 5]| {
        let mut standing = Standing::default();
        order.iter().for_each(|at| standing.apply(id(events[*at].0), &events[*at].1));
        standing.iter().map(|(id, _)| *id).collect::<Vec<_>>()
    };
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3], [1, 2, 0, 3, 4]] {
        assert_eq!(fold(order), [id(2)], "{order:?}");
    }
}

#[test]
fn without_consent_nothing_is_kept() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    for consent in [Consent::Refused, Consent::NotAsked] {
        let prepared = prepare(&photo(1)).unwrap();
        let kept = house.run(&mut keys, |cx| attach(cx, case, Kind::Passport, consent, prepared));
        assert!(matches!(kept, Err(AccessError::Unfit(_))));
    }
    assert_eq!(house.run(&mut keys, |cx| all(cx, case)).unwrap(), Standing::default());
}

#[test]
fn a_consular_officer_removes_what_it_brought_and_not_what_others_did() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    let mut consul = house.enter("consul", Role::ConsularOfficer, Some(0));
    let theirs = add(&mut house, &mut keys, case, Kind::Passport, 1).unwrap();
    let own = add(&mut house, &mut consul, case, Kind::Passport, 2).unwrap();
    let mut take = |keys: &mut Keyring, id, why: &str| house.run(keys, |cx| remove(cx, case, id, why.into()));
    assert!(matches!(take(&mut consul, theirs, "mine"), Err(AccessError::Refused { .. })));
    assert!(matches!(take(&mut consul, own, ""), Err(AccessError::Unfit(_))));
    take(&mut consul, own, "Upside down.").unwrap();
    assert!(matches!(take(&mut consul, own, "again"), Err(AccessError::NoAttachment)));
    let view = house.run(&mut keys, |cx| view(cx, case)).unwrap();
    assert_eq!(view.attachments.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [theirs]);
    let because = Removal::Said("Upside down.".into());
    let last = &view.timeline.last().unwrap().content;
    assert!(
        matches!(last, Content::AttachmentRemoved { attachment, because: b, .. } if *attachment == own && *b == because)
    );
}

#[test]
fn once_the_document_is_issued_its_photo_is_gone_and_nothing_else() {
    let (mut house, mut keys, case) = house(Role::ConsularOfficer, 1);
    let passport = add(&mut house, &mut keys, case, Kind::Passport, 1).unwrap();
    add(&mut house, &mut keys, case, Kind::DocumentPhoto, 2).unwrap();
    add(&mut house, &mut keys, case, Kind::DocumentPhoto, 3).unwrap();
    let gone = house.run(&mut keys, |cx| document_issued(cx, case, Some("ETD 0042".into()))).unwrap();
    let view = house.run(&mut keys, |cx| view(cx, case)).unwrap();
    assert_eq!((gone, view.attachments.iter().map(|(id, _)| *id).collect::<Vec<_>>()), (2, vec![passport]));
    let issued = Paper { kind: PaperKind::TravelDocument, status: PaperStatus::Held, number: Some("ETD 0042".into()) };
    let papers = [arrival().papers, vec![issued]].concat();
    assert_eq!(view.facts.newest(Field::Papers), Some(&Fact::Papers(papers)));
    assert!(!view.facts.in_conflict(Field::Papers));
    let told = view
        .timeline
        .iter()
        .filter(|entry| matches!(entry.content, Content::AttachmentRemoved { because: Removal::DocumentIssued, .. }));
    assert_eq!(told.count(), 2);
    assert_eq!(house.run(&mut keys, |cx| document_issued(cx, case, Some("ETD 0042".into()))).unwrap(), 0);
    let mut shelter = house.enter("dara", Role::ShelterManager, Some(1));
    assert!(matches!(house.run(&mut shelter, |cx| document_issued(cx, case, None)), Err(AccessError::Refused { .. })));
}

#[test]
fn a_case_holds_so_many_and_no_more() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    for n in 0..MOST {
        let small = RgbImage::from_pixel(8, 8, image::Rgb([n as u8, 7, 9]));
        let mut bytes = Vec::new();
        small.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        let prepared = prepare(&bytes).unwrap();
        house.run(&mut keys, |cx| attach(cx, case, Kind::OtherPaper, Consent::Signed, prepared)).unwrap();
    }
    assert!(matches!(add(&mut house, &mut keys, case, Kind::OtherPaper, 1), Err(AccessError::Unfit(_))));
}

/// Every file of the registry's folder, joined.
fn on_disk(house: &House) -> Vec<u8> {
    let files = std::fs::read_dir(house.folder.path()).unwrap().map(|file| file.unwrap().path());
    files.filter(|path| path.is_file()).flat_map(|path| std::fs::read(path).unwrap()).collect()
}

fn lies_in(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}

#[test]
fn sec40_a_removed_picture_is_in_no_file_of_the_database() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    if house.folder.path().join(store::ADDRESS_FILE).exists() {
        return; // A database server's files are its own.
    }
    let photo = add(&mut house, &mut keys, case, Kind::DocumentPhoto, 1).unwrap();
    let scan = add(&mut house, &mut keys, case, Kind::Passport, 2).unwrap();
    let parts = |house: &House, id| {
        let row = house.store.read(|tx| rows::find(tx, case, id)).unwrap().unwrap();
        let chunks = house.store.read(|tx| rows::chunks(tx, id)).unwrap();
        let mut parts: Vec<Vec<u8>> =
            chunks.iter().flat_map(|chunk| chunk.chunks(4096).map(|c| c[..64.min(c.len())].to_vec())).collect();
        parts.extend([row.sealed_key[..64].to_vec(), row.preview[..64].to_vec()]);
        parts
    };
    let (gone, kept) = (parts(&house, photo), parts(&house, scan));
    let jpeg = house.run(&mut keys, |cx| open(cx, case, photo)).unwrap();
    let disk = on_disk(&house);
    assert!(gone.len() > 30 && gone.iter().all(|part| lies_in(&disk, part)), "what must be found is found");
    assert!(!lies_in(&disk, &jpeg[600..664]), "never in clear");
    house.run(&mut keys, |cx| document_issued(cx, case, None)).unwrap();
    let disk = on_disk(&house);
    let found = gone.iter().filter(|part| lies_in(&disk, part)).count();
    assert_eq!(found, 0, "of {} parts", gone.len());
    assert!(kept.iter().all(|part| lies_in(&disk, part)));
}

#[test]
fn what_was_altered_past_the_program_is_found_and_a_dump_carries_pictures() {
    let (mut house, mut keys, case) = house(Role::Caseworker, 0);
    let id = add(&mut house, &mut keys, case, Kind::Passport, 1).unwrap();
    let other = add(&mut house, &mut keys, case, Kind::Passport, 2).unwrap();
    let with_keys = |house: &House, store: &store::Store| verify(store, &mut house.openers(), || ()).unwrap().findings;
    let without = |store: &store::Store| verify(store, &mut Openers::new(), || ()).unwrap().findings;
    assert_eq!((with_keys(&house, &house.store), without(&house.store)), (vec![], vec![]));
    assert_eq!(rebuild(&house.store, &mut house.openers(), true, || ()).unwrap().differences, Vec::<String>::new());
    let mine = Finding::Attachment { event: id.to_string() };
    // A statement, and whether it is found without any key.
    let cases = [
        (
            format!(
                "update attachment_chunk set sealed = (select frontier from log_head) where event_id = '{id}' and number = 1"
            ),
            true,
        ),
        (format!("delete from attachment_chunk where event_id = '{id}' and number = 2"), true),
        (format!("update attachment set case_id = 'nobody' where event_id = '{id}'"), true),
        (format!("update attachment set preview = sealed_key where event_id = '{id}'"), true),
        (
            format!(
                "delete from attachment_chunk where event_id = '{id}'; delete from attachment where event_id = '{id}'"
            ),
            false,
        ),
        (format!("delete from payload where event_id = '{id}'"), true),
        (
            // The other picture's chunks in place of this one's, with sums that fit nothing.
            format!(
                "delete from attachment_chunk where event_id = '{id}'; update attachment_chunk set event_id = '{id}' where event_id = '{other}'"
            ),
            true,
        ),
    ];
    for (statement, shows_without_keys) in cases {
        let folder = tempfile::tempdir().unwrap();
        let copy = rehearsal::new_store(folder.path());
        dump::dump(&house.store, |chunk| dump::load(&copy, &chunk.bytes).map(drop)).unwrap();
        std::fs::copy(house.folder.path().join("log.key"), folder.path().join("log.key")).unwrap();
        drop(copy);
        let copy = store::Store::open(folder.path()).unwrap();
        assert_eq!(with_keys(&house, &copy), [], "before {statement}");
        copy.tamper(&statement).unwrap();
        let found = with_keys(&house, &copy);
        let erased = statement.contains("payload");
        assert!(found.contains(&mine), "{statement}: {found:?}");
        assert_eq!(!without(&copy).is_empty(), shows_without_keys, "{statement}");
        assert!(!erased || !found.is_empty());
    }
}
