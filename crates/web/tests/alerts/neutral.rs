//! What is sent says nothing of what happened: ASVS 14.2 and rule 5 of the product, with words planted.

use super::office::{Office, mail_server, next, push_service};
use super::{letters, pushes};
use access::alert::Kind;

/// A letter without what is of its own: when it was written, and its number.
fn without_its_own(whole: &str) -> String {
    let own = |line: &&str| !line.starts_with("Date: ") && !line.starts_with("Message-ID: ");
    whole.split("\r\n").filter(own).collect::<Vec<_>>().join("\n")
}

#[test]
fn sec43_letters_are_the_same_whatever_happened_and_hold_no_name_no_id_and_no_code() {
    let (url, letters) = mail_server(vec!["250 Ok"; 1 + Kind::ALL.len()].leak());
    let office = Office::open(Some(&url), None);
    letters::confirmed(&office, &letters);
    let mut seen = Vec::new();
    for kind in Kind::ALL {
        office.later(20);
        office.raise(*kind);
        office.tell();
        let letter = next(&letters);
        for canary in office.canaries.iter().map(String::as_str).chain([kind.key()]) {
            let said = letter.said.join("\n");
            assert!(!letter.whole.contains(canary) && !said.contains(canary), "{canary} is in {}", letter.whole);
        }
        assert!(!letter.whole.contains("http"), "no address leads anywhere: {}", letter.whole);
        seen.push(without_its_own(&letter.whole));
    }
    seen.dedup();
    assert_eq!(seen.len(), 1, "{seen:?}");
    let expected = "From: Desk <desk@example.org>\nTo: s@example.org\nSubject: There is something new\n\
        Auto-Submitted: auto-generated\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 7bit\n\n\
        Something waits for you. Sign in where you usually do.";
    assert_eq!(seen[0], expected);
}

#[test]
fn sec43_the_letter_with_a_code_names_nothing_but_the_code() {
    let (url, letters) = mail_server(&["250 Ok"]);
    let office = Office::open(Some(&url), None);
    letters::confirmed_by(&office, &letters, |letter| {
        for canary in &office.canaries {
            assert!(!letter.whole.contains(canary.as_str()), "{canary} is in {}", letter.whole);
        }
        assert!(letter.whole.contains("Subject: Your code"));
    });
}

#[test]
fn sec43_pushes_are_the_same_whatever_happened_and_hold_nothing() {
    let (place, pushes) = push_service(&["201 Created"; Kind::ALL.len()]);
    let office = Office::open(None, Some(&place));
    pushes::told(&office, &place);
    for kind in Kind::ALL {
        office.later(20);
        office.raise(*kind);
        office.tell();
        let push = next(&pushes);
        let mut names: Vec<&str> = push.headers.keys().map(String::as_str).collect();
        names.sort_unstable();
        let allowed =
            ["accept", "accept-encoding", "authorization", "content-length", "host", "topic", "ttl", "user-agent"];
        assert!(names.iter().all(|name| allowed.contains(name)), "{names:?}");
        assert_eq!((push.headers["content-length"].as_str(), push.headers["topic"].as_str()), ("0", "waiting"));
        for canary in office.canaries.iter().map(String::as_str).chain([kind.key()]) {
            assert!(!push.whole.contains(canary), "{canary} is in {}", push.whole);
        }
    }
}

/// What the browser shows when a push comes: fixed words in each language, served to everybody alike.
#[test]
fn sec43_the_worker_shows_fixed_words_and_keeps_nothing() {
    let office = Office::open(None, None);
    office.raise(Kind::EmergencyOpened);
    let cookie = office.served.sign_in();
    for tongue in web::tongue::Tongue::all() {
        let path = format!("/alerts/worker/{}", tongue.tag());
        let (signed_out, signed_in) = (office.get("", &path), office.get(&cookie, &path));
        assert_eq!((signed_out.status, &signed_out.body), (200, &signed_in.body));
        assert_eq!(signed_out.header("content-type"), "text/javascript; charset=utf-8");
        assert!(signed_out.body.contains(&tongue.say("notice-subject")) && !tongue.say("notice-body").is_empty());
        for keeping in ["caches", "indexedDB", "fetch", "importScripts", "XMLHttpRequest"] {
            assert!(!signed_out.body.contains(keeping), "{keeping}");
        }
        for canary in &office.canaries {
            assert!(!signed_out.body.contains(canary.as_str()), "{canary}");
        }
    }
    assert_eq!(office.get("", "/alerts/worker/xx").status, 404);
}
