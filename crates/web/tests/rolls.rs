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
