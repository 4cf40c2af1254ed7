//! The bell, the list, and what one page may do that no other may.

use super::office::{CANARY, Office, push_service};
use access::alert::Kind;

/// The number at the bell, or `None` where there is no bell.
fn bell(page: &str) -> Option<&str> {
    page.split("data-alerts=\"").nth(1)?.split('"').next()
}

#[test]
fn the_bell_counts_on_every_page_and_is_said_aloud_once() {
    let office = Office::open(None, None);
    assert_eq!(bell(&office.get("", "/sign-in").body), None);
    let cookie = office.served.sign_in();
    let page = office.get(&cookie, "/sessions").body;
    assert!(page.contains("Alerts, nothing new") && !page.contains("data-say"));
    office.raise(Kind::ReferralReceived);
    office.later(1);
    let page = office.get(&cookie, "/sessions").body;
    assert_eq!(bell(&page), Some("1"));
    assert!(page.contains("role=\"status\" data-say=\"Alerts, 1 new\""));
    assert!(!office.get(&cookie, "/people").body.contains("data-say"), "nobody wants to hear it on every page");
    assert_eq!(bell(&office.get(&cookie, "/no/such/page").body), Some("1"));
}

#[test]
fn an_alert_is_read_leads_to_its_case_and_is_marked_as_seen() {
    let office = Office::open(None, None);
    let cookie = office.served.sign_in();
    for kind in [Kind::ReferralReceived, Kind::Erased, Kind::ConsentWithdrawn] {
        office.later(1);
        office.raise(kind);
    }
    let page = office.get(&cookie, "/alerts").body;
    assert_eq!(page.matches("data-new").count(), 3);
    let (newest, oldest) = (page.find("took back their consent").unwrap(), page.find("A referral came in").unwrap());
    assert!(newest < oldest && page.contains(&format!("Case {}", office.code)) && !page.contains(CANARY));
    assert!(!page.contains(&office.case.to_string()), "no id of a case");
    let handle = page.split("href=\"/case/").nth(1).unwrap().split('"').next().unwrap();
    assert!(office.get(&cookie, &format!("/case/{handle}")).body.contains(CANARY));
    let id = page.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(office.post(&cookie, "/alerts/seen", &format!("id={id}")).status, 303);
    let page = office.get(&cookie, "/alerts").body;
    assert_eq!((page.matches("data-new").count(), bell(&page)), (2, Some("2")));
    assert!(page.contains("Marked as seen."));
    office.post(&cookie, "/alerts/seen", "all=yes");
    let page = office.get(&cookie, "/alerts").body;
    assert_eq!((page.matches("data-new").count(), bell(&page)), (0, Some("0")));
    assert!(page.contains("A referral came in"), "it can still be read");
}

#[test]
fn a_long_list_is_read_page_by_page() {
    let office = Office::open(None, None);
    let cookie = office.served.sign_in();
    for _ in 0..35 {
        // Whoever is at it stays signed in; after a quarter of an hour the same alert is another.
        for _ in 0..2 {
            office.later(8);
            office.get(&cookie, "/sessions");
        }
        office.raise(Kind::ReferralReceived);
    }
    let page = |query: &str| office.get(&cookie, &format!("/alerts{query}")).body;
    assert_eq!(page("").matches("data-new").count(), 30);
    assert!(page("").contains("href=\"/alerts?page=2\""));
    assert_eq!(page("?page=2").matches("data-new").count(), 5);
    assert!(!page("?page=2").contains("page=3") && page("?page=2").contains("page=1"));
    assert!(page("?page=9").contains("Nothing has happened"));
}

#[test]
fn sec21_one_page_alone_may_start_a_worker_and_by_one_name() {
    let (place, _pushes) = push_service(&[]);
    let office = Office::open(None, Some(&place));
    let cookie = office.served.sign_in();
    for path in ["/alerts", "/alerts/channels", "/sessions", "/alerts/worker/en"] {
        let answer = office.get(&cookie, path);
        let policy = answer.header("content-security-policy");
        let may = path == "/alerts/channels";
        assert_eq!(policy.contains("trusted-types push-worker; worker-src 'self'"), may, "{path}: {policy}");
        assert_eq!(policy.contains("trusted-types 'none'; worker-src 'none'"), !may, "{path}: {policy}");
        assert!(policy.contains("require-trusted-types-for 'script'") && !policy.contains("unsafe"));
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
    }
}

#[test]
fn a_channel_is_shown_to_its_owner_with_what_is_kept_of_it_and_removed() {
    let (place, _pushes) = push_service(&[]);
    let office = Office::open(Some("smtp://localhost:9"), Some(&place));
    let cookie = super::pushes::told(&office, &place);
    let page = office.get(&cookie, "/alerts/channels").body;
    assert!(page.contains("The address is kept readable on the server") && page.contains(&place));
    let id = page.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    office.post(&cookie, "/alerts/channels/remove", &format!("id={id}"));
    let page = office.get(&cookie, "/alerts/channels").body;
    assert!(page.contains("It is removed.") && !page.contains(&place));
}
