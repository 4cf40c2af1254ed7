//! Signing in, seen from outside by somebody who wants to know who exists, or to come in by guessing.

#[allow(dead_code)] // Each of the two programs of tests uses its part.
mod served;

use served::{Said, Served, served, session_of};
use std::sync::Mutex;
use vault::passphrase::keys_made;
use web::limits::Lane;

/// One at a time: passphrases that are turned into keys are counted for the whole program.
static COUNTING: Mutex<()> = Mutex::new(());

/// What an attempt shows outside, without the name that was typed, and what work it made.
#[derive(Debug, PartialEq)]
struct Seen {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
    keys: u64,
    entries: i64,
}

fn seen(server: &Served, name: &str, attempt: impl FnOnce() -> Said) -> Seen {
    let (keys, entries) = (keys_made(), server.entries());
    let answer = attempt();
    // Every request has a number of its own, drawn by chance, also where it stands on the page.
    let number = answer.headers.get("x-request-id").map(|number| number.to_str().unwrap().to_owned());
    let body = answer.body.replace(number.as_deref().unwrap_or("-"), "NUMBER");
    let own = ["content-length", "x-request-id"];
    let pairs = answer.headers.iter().filter(|(name, _)| !own.contains(&name.as_str()));
    Seen {
        status: answer.status,
        headers: pairs.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect(),
        body: body.replace(name, "NAME"),
        keys: keys_made() - keys,
        entries: server.entries() - entries,
    }
}

#[test]
fn sec16_whatever_is_wrong_the_answer_and_the_work_are_the_same() {
    let _alone = COUNTING.lock();
    let server = served();
    let right = server.passphrase();
    let attempts = [
        ("nobody", right, server.code(0)),
        ("sokha", "wrong words altogether", server.code(0)),
        ("sokha", right, "000000"),
        ("sokha", right, "not a code"),
        ("dara", "wrong words altogether", "000000"),
    ];
    for pages in [true, false] {
        let all = attempts.map(|(name, passphrase, code)| {
            seen(&server, name, || match pages {
                true => server.try_in(name, passphrase, code, ""),
                false => {
                    let said = serde_json::json!({ "name": name, "passphrase": passphrase, "code": code });
                    server.ask("POST", "/api/v1/sign-in", &[("content-type", "application/json")], &said.to_string())
                }
            })
        });
        assert_eq!((all[0].status, all[0].keys, all[0].entries), (401, 1, 1));
        for (attempt, other) in attempts.iter().zip(&all) {
            assert_eq!(*other, all[0], "{attempt:?}");
        }
    }
    let known = Lane { name: "sokha", address: "127.0.0.1".parse().unwrap(), browser: None };
    server.app.limits.guesses.remember(&known, rehearsal::START);
    let answer = server.try_in("sokha", right, server.code(0), "");
    assert_eq!(answer.status, 303, "a code that came with a wrong passphrase was not used up");
}

#[test]
fn guessing_ends_in_the_same_sentence_for_every_name_and_makes_no_work() {
    let _alone = COUNTING.lock();
    let server = served();
    let last = ["sokha", "nobody"].map(|name| {
        let tried: Vec<u16> = (0..6).map(|_| server.try_in(name, "wrong wrong wrong", "1", "").status).collect();
        assert_eq!(tried, [401; 6], "{name}");
        seen(&server, name, || server.try_in(name, server.passphrase(), server.code(0), ""))
    });
    assert_eq!((last[0].status, last[0].keys, last[0].entries), (429, 0, 0), "not even the right one is looked at");
    assert!(last[0].headers.contains(&("retry-after".to_owned(), "2".to_owned())), "{:?}", last[0].headers);
    assert!(last[0].body.contains("Wait a little and try again"));
    assert_eq!(last[0], last[1]);
}

#[test]
fn a_browser_that_was_inside_comes_in_while_others_guess() {
    let _alone = COUNTING.lock();
    let server = served();
    let inside = server.try_in("sokha", server.passphrase(), server.code(0), "");
    let browser = inside.cookies().find(|cookie| cookie.starts_with("__Host-browser=")).unwrap();
    let browser = browser.split(';').next().unwrap();
    let stranger = Lane { name: "sokha", address: "198.51.100.1".parse().unwrap(), browser: None };
    while server.app.limits.guesses.begin(&stranger, rehearsal::START).is_ok() {}
    assert_eq!(server.try_in("sokha", server.passphrase(), server.code(1), browser).status, 303);
}

#[test]
fn sec09_every_sign_in_makes_a_new_secret_and_ends_the_one_before_it() {
    let _alone = COUNTING.lock();
    let server = served();
    let planted = "__Host-registry=planted-by-somebody";
    let first = server.try_in("sokha", server.passphrase(), server.code(0), planted);
    let first = session_of(&first);
    assert_ne!(first, planted);
    assert_eq!(server.ask("GET", "/sessions", &[("cookie", planted)], "").status, 303, "the planted one is nothing");
    let second = session_of(&server.try_in("sokha", server.passphrase(), server.code(1), &first));
    assert_ne!(first, second);
    assert_eq!(server.ask("GET", "/sessions", &[("cookie", &first)], "").status, 303, "the earlier one has ended");
    assert_eq!(server.ask("GET", "/sessions", &[("cookie", &second)], "").status, 200);
    let other_browser = session_of(&server.try_in("sokha", server.passphrase(), server.code(2), ""));
    assert_eq!(server.ask("GET", "/sessions", &[("cookie", &second)], "").status, 200, "another browser ends nobody");
    assert_ne!(second, other_browser);
}

#[test]
fn sec17_searches_and_exports_are_bounded_and_the_rest_goes_on() {
    let _alone = COUNTING.lock();
    let server = served();
    let cookie = server.sign_in();
    let ours = [
        ("sec-fetch-site", "same-origin"),
        ("cookie", cookie.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let post = |path: &str| server.ask("POST", path, &ours, "find=a");
    let exported = (0..20).map(|_| post("/people/export").status).collect::<Vec<_>>();
    assert_eq!(exported, [[200; 10], [429; 10]].concat());
    let refused = post("/people/export");
    assert_eq!(refused.header("retry-after"), "360");
    assert!(refused.body.contains("<h1>Too often</h1>"));
    let searched = (0..120).filter(|_| post("/people").status == 200).count();
    assert_eq!(searched, 100);
    assert_eq!(server.ask("GET", "/sessions", &ours, "").status, 200);
}

#[test]
fn sec11_the_panic_lock_and_signing_out_clear_what_the_browser_kept() {
    let _alone = COUNTING.lock();
    let server = served();
    for path in ["/sign-out", "/lock"] {
        let n = usize::from(path == "/lock");
        let cookie = session_of(&server.try_in("sokha", server.passphrase(), server.code(n), ""));
        let answer = server.ask("POST", path, &[("sec-fetch-site", "same-origin"), ("cookie", &cookie)], "");
        assert_eq!((answer.status, answer.header("clear-site-data")), (303, "\"cache\""));
        assert!(answer.cookies().any(|cookie| cookie.starts_with("__Host-registry=;") && cookie.contains("Max-Age=0")));
        assert_eq!(answer.header("connection"), "close", "what was typed into it goes too");
        assert_eq!(server.ask("GET", "/sessions", &[("cookie", &cookie)], "").status, 303);
    }
}
