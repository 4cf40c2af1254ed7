//! Web push: a browser is told with nothing in the push, by a server that shows who it is.

use super::office::{Office, next, push_service};
use access::alert::Kind;
use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};

/// Signs sokha in and has a browser of hers told; her cookie.
pub fn told(office: &Office, place: &str) -> String {
    let cookie = office.served.sign_in();
    let form = format!("endpoint=http%3A%2F%2F{}%2Fsend%2Fabc", place.replace(':', "%3A"));
    let added = office.post(&cookie, "/alerts/channels/push", &form);
    assert_eq!(added.status, 303, "{}", added.body);
    cookie
}

#[test]
fn a_push_is_empty_and_signed_for_the_service_that_carries_it() {
    let (place, pushes) = push_service(&["201 Created"]);
    let office = Office::open(None, Some(&place));
    let cookie = told(&office, &place);
    office.raise(Kind::ReferralReceived);
    office.tell();
    let push = next(&pushes);
    assert_eq!(push.first, "POST /send/abc HTTP/1.1");
    assert_eq!((push.headers["content-length"].as_str(), push.headers["ttl"].as_str()), ("0", "86400"));
    let (token, key) = push.headers["authorization"].strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    assert!(office.get(&cookie, "/alerts/channels").body.contains(&format!("data-push=\"{key}\"")));
    let decoded = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let key = VerifyingKey::from_sec1_bytes(&decoded(key)).unwrap();
    key.verify(signed.as_bytes(), &Signature::from_slice(&decoded(signature)).unwrap()).unwrap();
    let parts: Vec<serde_json::Value> =
        signed.split('.').map(|part| serde_json::from_slice(&decoded(part)).unwrap()).collect();
    assert_eq!(parts[0], serde_json::json!({ "typ": "JWT", "alg": "ES256" }));
    assert_eq!(
        (&parts[1]["aud"], &parts[1]["sub"]),
        (&format!("http://{place}").into(), &"mailto:desk@example.org".into())
    );
    let good_for = parts[1]["exp"].as_i64().unwrap() - office.served.app.now().millis() / 1000;
    assert!((1..=24 * 3_600).contains(&good_for), "{good_for}");
}

#[test]
fn a_browser_that_is_gone_is_forgotten_and_one_whose_service_fails_is_tried_again() {
    let (place, pushes) = push_service(&["503 Busy", "410 Gone"]);
    let office = Office::open(None, Some(&place));
    let cookie = told(&office, &place);
    office.raise(Kind::ReferralReceived);
    office.tell();
    next(&pushes);
    let page = office.get(&cookie, "/alerts/channels").body;
    assert!(page.contains("The last notice was not taken.") && page.contains(&place), "{page}");
    office.tell();
    next(&pushes);
    assert!(!office.get(&cookie, "/alerts/channels").body.contains(&place));
}

#[test]
fn sec32_pushes_go_to_known_services_alone() {
    let (place, pushes) = push_service(&["201 Created"]);
    let office = Office::open(None, Some("push.example.org"));
    let cookie = office.served.sign_in();
    for endpoint in [
        format!("http://{place}/send/abc"),
        "http://169.254.169.254/latest".to_owned(),
        "https://10.0.0.1/".to_owned(),
        "https://user@push.example.org/".to_owned(),
        "https://example.org/push.example.org".to_owned(),
        "file:///etc/passwd".to_owned(),
        String::new(),
    ] {
        let form = format!("endpoint={}", endpoint.replace(':', "%3A").replace('/', "%2F"));
        assert_eq!(office.post(&cookie, "/alerts/channels/push", &form).status, 422, "{endpoint}");
    }
    office.raise(Kind::ReferralReceived);
    office.tell();
    assert!(pushes.try_recv().is_err());
}

/// Where nobody wants pushes or letters sent, there is no key, and nothing to ask for.
#[test]
fn a_server_that_is_not_set_up_for_it_says_so() {
    let office = Office::open(None, None);
    let cookie = office.served.sign_in();
    let page = office.get(&cookie, "/alerts/channels").body;
    assert!(page.contains("This server sends no e-mail.") && page.contains("This server sends nothing to browsers."));
    for path in ["/alerts/channels/mail", "/alerts/channels/push"] {
        assert_eq!(office.post(&cookie, path, "address=s%40example.org").status, 404, "{path}");
    }
    let keys =
        office.served.app.store.read(|tx| tx.one(store::sql!("select count(*) from push_key"), &[], |r| r.int(0)));
    assert_eq!(keys.unwrap(), Some(0));
}
