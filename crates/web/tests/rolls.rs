//! The pages of a mission's roll: long lists part by part, what is shown of whom, and what came back.

use crate::served::{Said, Served};
use crate::ugandans::{comes, uganda};
use access::{Keyring, Role};
use base::{CaseId, Instant};
use casework::rolls::{self, Asked};
use pathway::pack::shipped;
use rehearsal::{House, START, TestRng};
use std::sync::atomic::{AtomicU64, Ordering};
use store::sql;
use web::{Edge, Options};

fn clock() -> Instant {
    START.plus_hours(1)
}

fn edge() -> Edge {
    static DRAWN: AtomicU64 = AtomicU64::new(1 << 50);
    Edge { clock, random: || Box::new(TestRng(DRAWN.fetch_add(1 << 20, Ordering::Relaxed))) }
}

struct Scene {
    served: Served,
    cookie: String,
}

/// A registry whose caseworker "vanna" did something, served to "sokha" of the same team.
fn scene(does: impl FnOnce(&mut House, &mut Keyring)) -> Scene {
    let mut house = House::open();
    let mut keys = house.enter("vanna", Role::Caseworker, Some(0));
    does(&mut house, &mut keys);
    let sokha = house.add("sokha", Role::Caseworker, Some(0));
    let served = Served::of(house, sokha, edge(), Options::default());
    let cookie = served.sign_in();
    Scene { served, cookie }
}

impl Scene {
    fn get(&self, path: &str) -> String {
        let answer = self.served.ask("GET", path, &[("cookie", self.cookie.as_str())], "");
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    fn post(&self, path: &str, form: &str) -> Said {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.served.ask("POST", path, &[("sec-fetch-site", "same-origin"), kind, ("cookie", &self.cookie)], form)
    }

    fn brings(&self, path: &str, text: &str) -> Said {
        let body = format!(
            "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"answer.csv\"\r\n\r\n{text}\r\n--part--\r\n"
        );
        let kind = ("content-type", "multipart/form-data; boundary=part");
        self.served.ask("POST", path, &[("sec-fetch-site", "same-origin"), kind, ("cookie", &self.cookie)], &body)
    }
}

fn sealed(house: &mut House, keys: &mut Keyring, cases: &[CaseId]) {
    let (pack, today) = (&shipped()[0], house.now.local_date());
    let step = pack.pack.waiver.unwrap();
    let asked = Asked { pack, step, corrections: &[], nationality: uganda(), today, until: today };
    house.run(keys, |cx| rolls::seal(cx, &asked, "Embassy of Uganda (invented)", cases)).unwrap();
}

fn sent(house: &mut House, keys: &mut Keyring, number: u32) {
    let (pack, today) = (&shipped()[0], house.now.local_date());
    let step = pack.pack.waiver.unwrap();
    let asked = Asked { pack, step, corrections: &[], nationality: uganda(), today, until: today };
    house.run(keys, |cx| rolls::send(cx, &asked, number, today)).unwrap();
}

#[test]
fn a_long_list_of_those_who_are_missing_is_read_part_by_part() {
    let scene = scene(|house, keys| {
        for number in 1..=203 {
            comes(house, keys, &format!("Person{number:03} Invented"), number, false);
        }
    });
    let named = |page: &str, number: usize| page.contains(&format!("Person{number:03} Invented"));
    let first = scene.get("/rolls/UGA");
    assert!(named(&first, 1) && named(&first, 200) && !named(&first, 201));
    assert!(first.contains("href=\"/rolls/UGA?left=2#missing\""), "{first}");
    let second = scene.get("/rolls/UGA?left=2");
    assert!(!named(&second, 200) && named(&second, 201) && named(&second, 203));
    assert!(second.contains("href=\"/rolls/UGA#missing\"") && !second.contains("left=3"));
    let of_one_reason = scene.get("/rolls/UGA?left=2&why=no-entry");
    assert!(named(&of_one_reason, 203) && of_one_reason.contains("/rolls/UGA?why=no-entry#missing"));
    let beyond = scene.get("/rolls/UGA?left=99&why=nonsense");
    assert!(named(&beyond, 203) && !beyond.contains("nonsense"));
}

#[test]
fn whoever_is_no_longer_open_to_the_team_is_not_named_among_what_changed() {
    let scene = scene(|house, keys| {
        let joan = comes(house, keys, "Joan Invented", 1, true);
        let ivan = comes(house, keys, "Ivan Invented", 2, true);
        let mary = comes(house, keys, "Mary Invented", 3, true);
        sealed(house, keys, &[joan, ivan, mary]);
        sent(house, keys, 1);
        sealed(house, keys, &[mary]);
        let keys_of =
            |tx: &mut store::Tx| tx.run(sql!("delete from case_key where case_id = $1"), &[(&joan.to_string()).into()]);
        house.store.write(keys_of).unwrap();
    });
    let page = scene.get("/rolls/UGA/2");
    assert!(page.contains("2. Ivan Invented"), "who could be on the next version is named: {page}");
    assert!(!page.contains("Joan"), "{page}");
}

#[test]
fn rows_that_somebody_decided_are_not_shown_again_and_no_choice_is_passed_over() {
    let scene = scene(|house, keys| {
        let two = [1, 2].map(|number| comes(house, keys, "Ivan Invented", number, true));
        sealed(house, keys, &two);
        sent(house, keys, 1);
    });
    let file = "Decision;Name\r\napproved;Ivan Invented\r\nrefused;Nobody Invented\r\n";
    let read = || scene.brings("/rolls/UGA/1/look", file).body;
    let page = read();
    assert!(page.contains("name=\"line-2\"") && page.contains("name=\"line-3\""), "{page}");
    let note = |form: &str| scene.post("/rolls/UGA/1/note", &format!("on=2026-01-16&answers=&{form}"));
    for (form, said) in [
        ("line-2=&decision-2=approved", "without the number of its line"),
        ("line-2=1&decision-2=approved&line-3=1&decision-3=refused", "two different decisions"),
        ("line-2=9&decision-2=approved", "no line of this version"),
        ("line-2=one&decision-2=approved", "no line of this version"),
    ] {
        let answer = note(form);
        assert!(answer.status == 422 && answer.body.contains(said), "{form}: {} {}", answer.status, answer.body);
    }
    assert_eq!(note("line-2=1&decision-2=approved&line-3=&decision-3=").status, 303);
    assert_eq!(note("line-2=2&decision-2=approved&line-3=&decision-3=").status, 303);
    let page = read();
    assert!(
        !page.contains("name=\"line-2\"") && page.contains("name=\"line-3\""),
        "both lines it may be are decided so"
    );
}

#[test]
fn a_version_of_which_nobody_may_be_named_gives_no_file_and_says_why() {
    let scene = scene(|house, keys| {
        let joan = comes(house, keys, "Joan Invented", 1, true);
        sealed(house, keys, &[joan]);
        house
            .store
            .write(|tx| tx.run(sql!("delete from case_key where case_id = $1"), &[(&joan.to_string()).into()]))
            .unwrap();
    });
    let answer = scene.post("/rolls/UGA/1/file", "format=csv");
    assert!(answer.status == 422 && answer.body.contains("there is no file of it"), "{}", answer.body);
}
