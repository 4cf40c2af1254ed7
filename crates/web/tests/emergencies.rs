//! Emergencies and readings on pages: what each of those who take part sees, and what nobody sees without an entry.

use crate::served::{Said, Served, session_of};
use access::member::Welcome;
use access::{Role, command};
use base::{Arrival, CaseCode, CaseId, Consent};
use casework::Origin;
use casework::registry::register;
use rehearsal::{House, START, TestRng};
use web::{Edge, Options};

const EDGE: Edge = Edge { clock: || START.plus_millis(600_000), random: || Box::new(TestRng(served_chance())) };

fn served_chance() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1 << 20);
    NEXT.fetch_add(1 << 32, Ordering::Relaxed)
}

struct Scene {
    server: Served,
    case: CaseId,
    sokha: String,
    protect: String,
    dara: String,
    audit: String,
}

fn scene() -> Scene {
    let mut house = House::open();
    let mut keys = house.enter("lead", Role::Caseworker, Some(0));
    let person = Arrival { names: vec!["Canary Alemu".into()], consent: Consent::Spoken, ..Arrival::default() };
    let case =
        command(&house.store, &mut keys, START, &mut house.rng, |cx| register(cx, person, Origin::Card, None)).unwrap();
    let sokha = house.add("sokha", Role::Caseworker, Some(0));
    let protect = house.add("protect", Role::ProtectionOfficer, Some(0));
    let dara = house.add("dara", Role::ShelterManager, Some(2));
    let audit = house.add("audit", Role::Auditor, None);
    let others = [("protect", protect), ("dara", dara), ("audit", audit)];
    let first = sokha.recovery_codes[0].clone();
    let passphrase = sokha.passphrase.clone();
    let server = Served::of(house, sokha, EDGE, Options::default());
    let enter = |name: &str, passphrase: &str, code: &str| {
        let said = server.try_in(name, passphrase, code, "");
        assert_eq!(said.status, 303, "{}", said.body);
        session_of(&said)
    };
    let with = |(name, welcome): &(&str, Welcome)| enter(name, &welcome.passphrase, &welcome.recovery_codes[0]);
    let (sokha, protect, dara, audit) =
        (enter("sokha", &passphrase, &first), with(&others[0]), with(&others[1]), with(&others[2]));
    Scene { server, case: case.case, sokha, protect, dara, audit }
}

impl Scene {
    fn get(&self, who: &str, path: &str) -> Said {
        self.server.ask("GET", path, &[("cookie", who), ("sec-fetch-site", "same-origin")], "")
    }

    fn post(&self, who: &str, path: &str, form: &str) -> Said {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.server.ask("POST", path, &[("cookie", who), ("sec-fetch-site", "same-origin"), kind], form)
    }

    fn ask(&self, code: &str) -> Said {
        let reason = "Unconscious+at+the+clinic%3B+which+medicine%3F";
        self.post(&self.dara, "/emergency/ask", &format!("code={code}&part=identity&hours=4&reason={reason}"))
    }

    /// The value of the first hidden id of a page.
    fn id(&self, who: &str) -> String {
        let page = self.get(who, "/emergency").body;
        let (_, rest) = page.split_once("name=\"id\" value=\"").expect("a form");
        rest.split('"').next().unwrap().to_owned()
    }

    fn lent(&self) -> String {
        self.ask(&CaseCode::of(self.case).plain());
        let id = self.id(&self.sokha);
        assert_eq!(self.post(&self.sokha, "/emergency/grant", &format!("id={id}&hours=2")).status, 303);
        id
    }
}

/// The first address of a case on a page.
fn case_on(page: &str) -> String {
    let (_, rest) = page.split_once("href=\"/case/").expect("a link to a case");
    format!("/case/{}", rest.split('"').next().unwrap())
}

#[test]
fn sec07_what_is_lent_opens_under_a_notice_and_each_who_takes_part_sees_their_part() {
    let scene = scene();
    let asked = scene.ask(&CaseCode::of(scene.case).plain());
    assert_eq!((asked.status, asked.header("location")), (303, "/emergency"));
    assert!(!scene.get(&scene.dara, "/emergency").body.contains("href=\"/case/"), "nothing is open yet");
    assert!(scene.get(&scene.sokha, "/emergency").body.contains("Unconscious at the clinic"));
    let id = scene.id(&scene.sokha);
    let too_long = scene.post(&scene.sokha, "/emergency/grant", &format!("id={id}&hours=25"));
    assert_eq!(too_long.status, 422);
    assert_eq!(scene.post(&scene.sokha, "/emergency/grant", &format!("id={id}&hours=2")).status, 303);

    let mine = scene.get(&scene.dara, "/emergency").body;
    let case = scene.get(&scene.dara, &case_on(&mine));
    assert_eq!(case.status, 200);
    assert!(case.body.contains("Canary Alemu") && case.body.contains("Opened in an emergency until"));
    for offered in ["/correct/", "/card\"", "/refer\"", "/readings\""] {
        assert!(!case.body.contains(offered), "{offered} is not offered");
    }
    let listed = scene.get(&scene.dara, "/people");
    assert!(!listed.body.contains("Canary"), "it is in no list");

    let seen = scene.get(&scene.audit, "/emergency").body;
    assert!(seen.contains("dara") && seen.contains("sokha"), "{seen}");
    assert!(!seen.contains("Unconscious") && !seen.contains("href=\"/case/"));
    let early = scene.post(&scene.protect, "/emergency/review", &format!("id={id}&verdict=justified&words=Yes"));
    assert_eq!(early.status, 422, "it is open still");
    assert_eq!(scene.post(&scene.dara, "/emergency/close", &format!("id={id}")).status, 303);
    assert_eq!(scene.get(&scene.dara, &case_on(&mine)).status, 404);
    let by_giver = scene.post(&scene.sokha, "/emergency/review", &format!("id={id}&verdict=justified&words=Yes"));
    assert_eq!(by_giver.status, 403);
    let reviewed = scene.post(&scene.protect, "/emergency/review", &format!("id={id}&verdict=justified&words=Yes"));
    assert_eq!(reviewed.status, 303);
    assert!(scene.get(&scene.sokha, "/emergency").body.contains("Reviewed by protect"));
}

#[test]
fn a_code_that_nobody_has_is_answered_as_any_other() {
    let scene = scene();
    let nobodys = CaseCode::of(CaseId::from_bytes([9; 16]));
    assert_ne!(nobodys, CaseCode::of(scene.case));
    let (one, other) = (scene.ask(&CaseCode::of(scene.case).plain()), scene.ask(&nobodys.plain()));
    assert_eq!((one.status, one.header("location"), &one.body), (other.status, other.header("location"), &other.body));
    let page = scene.get(&scene.dara, "/emergency").body;
    assert_eq!(page.matches("not opened yet").count(), 2);
    // What is typed wrongly is said, and costs nobody what they typed.
    let wrong = scene.ask("12");
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Unconscious at the clinic"));
}

#[test]
fn the_team_sees_who_has_read_and_the_person_how_often() {
    let scene = scene();
    scene.lent();
    let mine = scene.get(&scene.dara, "/emergency").body;
    scene.get(&scene.dara, &case_on(&mine));
    let case = case_on(&scene.get(&scene.sokha, "/emergency").body);
    assert!(scene.get(&scene.sokha, &case).body.contains("Who has read this"));
    let read = scene.get(&scene.sokha, &format!("{case}/readings")).body;
    assert!(read.contains("dara") && read.contains("read a case in an emergency"), "{read}");
    assert!(!read.contains("Canary"), "the code is enough");
    let sheet = scene.get(&scene.sokha, &format!("{case}/readings/sheet")).body;
    let (_, sheet) = sheet.split_once("<article").unwrap();
    let sheet = sheet.split_once("</article>").unwrap().0;
    assert!(sheet.contains("Shelter") && sheet.contains("Once it was because of an emergency."), "{sheet}");
    assert!(["dara", "sokha", "Canary"].iter().all(|name| !sheet.contains(name)));
    assert_eq!(scene.get(&scene.audit, "/case/abcdefgh/readings").status, 404);
}

#[test]
fn sec38_without_its_entry_no_page_shows_anything_of_anybody() {
    let scene = scene();
    scene.lent();
    let mine = scene.get(&scene.dara, "/emergency").body;
    let (own, lent) = (case_on(&scene.get(&scene.sokha, "/emergency").body), case_on(&mine));
    assert!(scene.get(&scene.sokha, "/people").body.contains("Canary"));
    assert!(scene.get(&scene.sokha, &own).body.contains("Canary"));
    scene.server.app.store.tamper("alter table access_entry rename to access_entry_away").unwrap();
    let asked = [
        (&scene.sokha, own.clone()),
        (&scene.dara, lent),
        (&scene.sokha, "/people".to_owned()),
        (&scene.sokha, format!("{own}/card")),
        (&scene.sokha, format!("{own}/refer")),
        (&scene.sokha, format!("{own}/correct/names")),
        (&scene.sokha, format!("{own}/readings")),
        (&scene.sokha, format!("{own}/readings/sheet")),
        (&scene.sokha, "/emergency".to_owned()),
    ];
    for (who, path) in asked {
        let answer = scene.get(who, &path);
        assert!(answer.status >= 500, "{path}: {}", answer.status);
        assert!(!answer.body.contains("Canary") && !answer.body.contains("Unconscious"), "{path}");
    }
    for (path, form) in [("/people", "text=Canary"), ("/people/export", "format=csv")] {
        let answer = scene.post(&scene.sokha, path, form);
        assert!(!answer.body.contains("Canary Alemu"), "{path}: {}", answer.body);
    }
}
