//! Somebody is erased, and looked for everywhere.

mod retention;

use super::*;
use crate::attachments;
use crate::consent::{Given, Grant, Item, Kind as Whose, Standing, give};
use crate::desk::{Desk, Desks, fresh};
use crate::registry::{self, register, view};
use crate::services::Service;
use crate::upkeep::{rebuild, verify};
use crate::{Origin, htcds, lists, round};
use access::{Keyring, alert};
use base::{Arrival, Consent, Paper, PaperKind, PaperStatus, Sign};
use image::{ImageFormat, RgbImage};
use rehearsal::House;
use std::io::Cursor;
use store::{Store, Value, dump, sql};

const PIECE: usize = 48;

fn arrival(name: &str) -> Arrival {
    let number = Some(format!("ZZ-{name}"));
    Arrival {
        names: vec![format!("{name} Canary-Name")],
        papers: vec![Paper { kind: PaperKind::Passport, status: PaperStatus::Taken, number }],
        contacts: vec![format!("+855 {name} Canary-Phone")],
        place: Some(format!("{name} Canary-Place")),
        signs: [Sign::Ill, Sign::Threatened].into(),
        remark: Some(format!("{name} Canary-Remark, and some more words so that it is as long as remarks are.")),
        consent: Consent::Spoken,
        ..Arrival::default()
    }
}

/// A response with two members, a mission that was asked for help, and people of whom one is to go.
struct Scene {
    house: House,
    sokha: Keyring,
    dara: Keyring,
    consul: Keyring,
    case: CaseId,
    files: Vec<CaseId>,
}

fn scene() -> Scene {
    let mut house = House::open();
    let mut sokha = house.enter("sokha", Role::Caseworker, Some(0));
    let dara = house.enter("dara", Role::ProtectionOfficer, Some(0));
    let consul = house.enter("consul", Role::ConsularOfficer, Some(1));
    let mut add = |house: &mut House, name: &str| {
        house.run(&mut sokha, |cx| register(cx, arrival(name), Origin::Card, None)).unwrap().case
    };
    // Enough of others, before and after, for pages of the database to be shared and split.
    for n in 0..40 {
        add(&mut house, &format!("Before {n}"));
    }
    let case = add(&mut house, "Hanna");
    for n in 0..40 {
        add(&mut house, &format!("After {n}"));
    }
    let mut scene = Scene { house, sokha, dara, consul, case, files: Vec::new() };
    let mission = Recipient::Team(scene.house.founded.teams[1].id);
    let outside = Recipient::Outside { id: None, name: "Canary-Clinic".into(), kind: Whose::Other };
    for to in [mission, outside] {
        let file = scene.refer(&to);
        scene.files.push(file);
    }
    scene
}

impl Scene {
    fn refer(&mut self, to: &Recipient) -> CaseId {
        let grant = Grant {
            purpose: Service::TravelDocument,
            recipient: to.clone(),
            items: vec![Item::Code, Item::Names, Item::Papers],
            given: Given::Spoken,
            language: None,
            interpreter: Some("Canary-Interpreter".into()),
            until: None,
            safe: true,
            standing: Standing::Given,
        };
        let ask = referral::Ask {
            service: Service::TravelDocument,
            urgency: referral::Urgency::Week,
            due: None,
            note: Some("Canary-Note".into()),
            after: None,
        };
        let case = self.case;
        self.house
            .run(&mut self.sokha, |cx| {
                give(cx, case, grant.clone())?;
                referral::refer(cx, case, to, &grant.items, ask)
            })
            .unwrap()
            .file
    }

    /// A photo, an answer in words, and a link.
    fn more(&mut self) {
        let (case, files) = (self.case, self.files.clone());
        let picture = RgbImage::from_fn(320, 240, |x, y| image::Rgb([(x * y) as u8, (x ^ y) as u8, (x + 7 * y) as u8]));
        let mut file = Vec::new();
        picture.write_to(&mut Cursor::new(&mut file), ImageFormat::Png).unwrap();
        let prepared = attachments::prepare(&file).unwrap();
        let kind = attachments::Kind::Passport;
        self.house.run(&mut self.sokha, |cx| attachments::attach(cx, case, kind, Consent::Spoken, prepared)).unwrap();
        let answer = referral::Answer {
            outcome: referral::Outcome::Refused(referral::Reason::Full),
            verbatim: Some("Canary-Verbatim".into()),
            said_by: Some("Canary-Speaker".into()),
            heard: referral::Heard::Here,
        };
        self.house.run(&mut self.consul, |cx| referral::answer(cx, files[0], answer)).unwrap();
        self.house.run(&mut self.sokha, |cx| referral::make_link(cx, files[1])).unwrap();
        let team = self.house.founded.teams[0].id;
        let told = Alert { to: To::Team(team), kind: Kind::ReferralAnswered, case: Some(case) };
        let now = self.house.now;
        self.house.store.write(|tx| alert::raise(tx, &told, now, &mut self.house.rng)).unwrap();
    }

    fn erase(&mut self) -> Report {
        let case = self.case;
        self.house.run(&mut self.sokha, |cx| ask(cx, case, Ground::Person, "She asked at the desk.")).unwrap();
        self.house.run(&mut self.dara, |cx| confirm(cx, case)).unwrap()
    }

    /// Everything that is sealed of some cases and files, in pieces, as it lies in the database now.
    fn sealed(&self, cases: &[CaseId]) -> Vec<Vec<u8>> {
        cases.iter().flat_map(|case| sealed_of(&self.house.store, *case)).collect()
    }

    fn fits(&self, store: &Store) {
        let mut openers = self.house.openers();
        let verified = verify(store, &mut openers, || ()).unwrap();
        assert!(verified.findings.is_empty(), "{:?}", verified.findings);
        let rebuilt = rebuild(store, &mut openers, true, || ()).unwrap();
        assert!(rebuilt.differences.is_empty(), "{:?}", rebuilt.differences);
    }
}

fn sealed_of(store: &Store, case: CaseId) -> Vec<Vec<u8>> {
    let statements = [
        sql!(
            "select sealed from payload where event_id in (select id from event where case_id = $1) order by event_id"
        ),
        sql!("select wrapped from case_key where case_id = $1 order by holder, compartment, generation"),
        sql!("select sealed from summary where case_id = $1 order by compartment"),
        sql!("select sealed_key from attachment where case_id = $1 order by event_id"),
        sql!("select preview from attachment where case_id = $1 order by event_id"),
        sql!(
            "select sealed from attachment_chunk where event_id in (select event_id from attachment where case_id = $1)
              order by event_id, number"
        ),
        sql!("select sealed from list_row where case_id = $1 order by list_id, \"row\""),
        sql!("select fingerprint from list_row where case_id = $1 order by list_id, \"row\""),
        sql!("select fingerprint from brought_record where case_id = $1 order by fingerprint"),
        sql!("select content from brought_record where case_id = $1 order by fingerprint"),
        sql!("select about from referral where file_id = $1 order by file_id"),
        sql!("select sealed from referral_link where file_id = $1 order by file_id"),
        sql!("select words from erasure where case_id = $1 order by case_id"),
    ];
    let id = case.to_string();
    let mut pieces = Vec::new();
    for statement in statements {
        let found = store.read(|tx| tx.all(statement, &[Value::from(&id)], |row| row.blob(0))).unwrap();
        for bytes in found {
            // A long value is cut in two where a page of the database ends; most pieces are whole.
            pieces.extend(bytes.chunks(4096).map(|chunk| chunk[..PIECE.min(chunk.len())].to_vec()));
        }
    }
    pieces.retain(|piece| piece.len() >= 16);
    pieces
}

/// Every file of a registry's folder, joined.
fn on_disk(folder: &std::path::Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|path| path.is_file()).flat_map(|path| std::fs::read(path).unwrap()).collect()
}

fn found_in(bytes: &[u8], pieces: &[Vec<u8>]) -> usize {
    pieces.iter().filter(|piece| memchr::memmem::find(bytes, piece).is_some()).count()
}

fn is_on_a_server(house: &House) -> bool {
    house.folder.path().join(store::ADDRESS_FILE).exists()
}

#[test]
fn sec40_of_somebody_erased_no_sealed_byte_and_no_key_is_in_any_file_or_backup() {
    let mut scene = scene();
    scene.more();
    let case = scene.case;
    let all: Vec<CaseId> = scene.files.iter().copied().chain([case]).collect();
    let before = scene.sealed(&all);
    let folder = scene.house.folder.path().to_owned();
    let server = is_on_a_server(&scene.house);
    assert!(before.len() > 40, "{} pieces", before.len());
    assert!(server || found_in(&on_disk(&folder), &before) == before.len(), "what is there is found");
    let report = scene.erase();
    assert!(report.gone.of("payloads") > 10 && report.gone.of("attachments") == 1 && report.gone.of("links") == 1);
    assert!(scene.sealed(&all).is_empty());
    if !server {
        let disk = on_disk(&folder);
        assert_eq!(found_in(&disk, &before), 0, "of {} pieces", before.len());
        assert_eq!(memchr::memmem::find(&disk, b"Canary"), None, "nothing was ever in clear");
    }
    let mut dumped = Vec::new();
    dump::dump(&scene.house.store, |chunk| {
        dumped.extend(chunk.bytes);
        Ok::<_, store::StoreError>(())
    })
    .unwrap();
    assert_eq!(found_in(&dumped, &before), 0, "in a backup made after");
    scene.fits(&scene.house.store);
}

#[test]
fn sec40_an_older_backup_does_not_bring_somebody_back() {
    let mut scene = scene();
    scene.more();
    let all: Vec<CaseId> = scene.files.iter().copied().chain([scene.case]).collect();
    let before = scene.sealed(&all);
    let mut chunks = Vec::new();
    dump::dump(&scene.house.store, |chunk| {
        chunks.push(chunk.bytes);
        Ok::<_, store::StoreError>(())
    })
    .unwrap();
    scene.erase();
    let stones = scene.house.store.read(stones).unwrap();
    assert_eq!(stones.len(), 3);
    let folder = tempfile::tempdir().unwrap();
    let restored = rehearsal::new_store(folder.path());
    for chunk in &chunks {
        dump::load(&restored, chunk).unwrap();
    }
    let key = store::log::KEY_FILE;
    std::fs::copy(scene.house.folder.path().join(key), folder.path().join(key)).unwrap();
    drop(restored);
    let restored = Store::open(folder.path()).unwrap();
    let server = is_on_a_server(&scene.house);
    assert!(all.iter().any(|case| !sealed_of(&restored, *case).is_empty()), "the backup knew them");
    let now = scene.house.now;
    assert_eq!(restored.write(|tx| again(tx, &stones, now)).unwrap(), 3);
    assert!(all.iter().all(|case| sealed_of(&restored, *case).is_empty()));
    assert!(server || found_in(&on_disk(folder.path()), &before) == 0);
    assert_eq!(restored.write(|tx| again(tx, &stones, now)).unwrap(), 0, "once is enough");
    scene.fits(&restored);
}

#[test]
fn sec40_rows_of_lists_and_records_of_others_go_with_the_person() {
    let mut scene = scene();
    let text =
        "No,Name,Date of birth,Nationality\n1,Canary Mamo,1999-02-03,Ethiopia\n2,Grace Achieng,2001-07-21,Kenya\n";
    let mut book = papers::Book::read(text.as_bytes(), "list.csv").unwrap();
    let sheet = book.sheets.remove(0);
    let layout = papers::Layout::guess(&sheet);
    let handed = lists::Handed {
        sender: "Desk two".into(),
        format: book.format,
        sheet,
        layout,
        original: Default::default(),
        previous: None,
        read: None,
    };
    let mut intake = scene.house.run(&mut scene.sokha, |cx| lists::receive(cx, handed)).unwrap();
    while scene.house.run(&mut scene.sokha, |cx| intake.step(cx)).unwrap() == lists::Step::More {}
    let of_list = scene.house.store.read(|tx| {
        tx.all(sql!("select case_id from list_row where case_id is not null order by list_id, \"row\""), &[], |row| {
            row.id(0, CaseId::read)
        })
    });
    let listed = of_list.unwrap()[0];
    let record = serde_json::json!({ "standard": "HTCDS", "version": "2.0", "organization": { "org_Name": "Lantern" },
        "records": [{ "i_Gender": "Female" }] });
    let document = htcds::Document::read(record.to_string().as_bytes()).unwrap();
    let brought = scene.house.run(&mut scene.sokha, |cx| htcds::import(cx, &document, "Sister", 0..1)).unwrap();
    let code = brought[0].outcome.code().unwrap_or_else(|| panic!("{brought:?}"));
    let recorded = scene.house.store.read(|tx| registry::rows::case_with_code(tx, code)).unwrap().unwrap();
    for case in [listed, recorded] {
        scene.case = case;
        let before = scene.sealed(&[case]);
        let report = scene.erase();
        assert_eq!(report.gone.of("list-rows") + report.gone.of("records"), 1);
        let disk = on_disk(scene.house.folder.path());
        assert!(is_on_a_server(&scene.house) || found_in(&disk, &before) == 0);
    }
    let rows = scene.house.run(&mut scene.sokha, |cx| lists::looked_at(cx, intake.list, 2)).unwrap().row;
    assert_eq!((rows.case, rows.content), (None, lists::Content::default()), "the row is known to have been there");
    scene.fits(&scene.house.store);
}

#[test]
fn two_of_the_team_agree_and_until_then_nothing_goes() {
    let mut scene = scene();
    let case = scene.case;
    assert!(matches!(scene.house.run(&mut scene.dara, |cx| confirm(cx, case)), Err(AccessError::Unfit(_))));
    scene.house.run(&mut scene.sokha, |cx| ask(cx, case, Ground::Person, "At the desk.")).unwrap();
    assert!(scene.house.run(&mut scene.dara, |cx| ask(cx, case, Ground::Court, "")).is_err(), "it is asked already");
    let told = |house: &mut House, keys: &mut Keyring| house.run(keys, |cx| alert::of(cx, None, 1)).unwrap().pop();
    let waits = told(&mut scene.house, &mut scene.dara).map(|told| (told.kind, told.case));
    assert_eq!(waits, Some((Kind::ErasureAsked, Some(case))), "who can confirm is told that it waits");
    let elsewhere = told(&mut scene.house, &mut scene.consul).map(|told| told.kind);
    assert_ne!(elsewhere, Some(Kind::ErasureAsked), "nobody else is");
    assert!(scene.house.run(&mut scene.sokha, |cx| confirm(cx, case)).is_err(), "not by oneself");
    assert!(matches!(scene.house.run(&mut scene.consul, |cx| confirm(cx, case)), Err(AccessError::NotFound { .. })));
    let waits = scene.house.run(&mut scene.dara, waiting).unwrap();
    assert_eq!((waits.len(), waits[0].words.as_str(), waits[0].case), (1, "At the desk.", case));
    scene.house.run(&mut scene.dara, |cx| keep(cx, case)).unwrap();
    assert!(scene.house.run(&mut scene.dara, waiting).unwrap().is_empty());
    assert!(scene.house.run(&mut scene.dara, |cx| confirm(cx, case)).is_err());
    assert!(scene.house.run(&mut scene.sokha, |cx| view(cx, case)).is_ok());
}

#[test]
fn the_file_of_a_referral_is_its_senders_to_erase() {
    let mut scene = scene();
    let file = scene.files[0];
    let refused = scene.house.run(&mut scene.consul, |cx| ask(cx, file, Ground::Person, ""));
    assert!(matches!(refused, Err(AccessError::Unfit(_))));
}

#[test]
fn every_desk_drops_the_person_and_the_recipient_is_asked_to_delete() {
    let mut scene = scene();
    let (case, file) = (scene.case, scene.files[0]);
    let open =
        |scene: &Scene, keys: &Keyring| Desks::default().open(&scene.house.store, keys, scene.house.now).unwrap();
    let (ours, theirs) = (open(&scene, &scene.sokha), open(&scene, &scene.consul));
    let len = |scene: &Scene, desk| fresh(desk, &scene.house.store, scene.house.now, Desk::len).unwrap();
    assert_eq!((len(&scene, &ours), len(&scene, &theirs)), (81, 1));
    scene.house.run(&mut scene.consul, |cx| view(cx, file)).unwrap();
    let report = scene.erase();
    assert_eq!((len(&scene, &ours), len(&scene, &theirs)), (80, 0));
    let told: Vec<_> = report.recipients.iter().map(|told| (told.asked_at.is_some(), told.read)).collect();
    assert_eq!(told, [(true, 1), (false, 0)], "who is not on this server is told by people");
    assert_eq!((report.files, report.gone.of("notes")), (2, 2));
    assert!(matches!(scene.house.run(&mut scene.sokha, |cx| view(cx, case)), Err(AccessError::NotFound { .. })));
    assert!(matches!(scene.house.run(&mut scene.consul, |cx| view(cx, file)), Err(AccessError::NotFound { .. })));
    let told = scene.house.run(&mut scene.consul, |cx| alert::of(cx, None, 5)).unwrap();
    assert_eq!(told[0].kind, Kind::ConsentWithdrawn);
    scene.house.run(&mut scene.consul, |cx| referral::confirm_deleted(cx, file)).unwrap();
    assert_eq!(scene.house.run(&mut scene.sokha, |cx| referral::sent(cx, 9, 0)).unwrap().len(), 2);
    let done = scene.house.run(&mut scene.dara, |cx| done(cx, 9)).unwrap();
    assert_eq!((done[0].case, done.len(), done[0].counts.of("notes")), (case, 1, 0));
    let entries = scene.house.store.read(|tx| access::entries::newest_access(tx, done[0].position + 1, 1)).unwrap();
    assert_eq!((entries[0].1.action.as_str(), entries[0].1.case), ("erase", Some(case)));
}
