//! Arrivals that programs deliver.

use super::program::Served;
use access::Role;
use axum::http::StatusCode;
use serde_json::json;

#[test]
fn an_arrival_that_comes_again_is_answered_again_and_registered_once() {
    let (served, token) = Served::with(Role::Caseworker);
    let arrival = json!({
        "event": "019bc5a2-7c00-7cc3-98c4-dc0c0c07398f",
        "names": ["ሐና ተስፋዬ", "Hanna Tesfaye"],
        "sex": "female", "birth": "2001-05-17", "nationalities": ["ETH"], "languages": ["am"],
        "papers": [{ "kind": "passport", "status": "taken" }],
        "contacts": ["+855 00 000 101"], "place": "Kampot", "entered": "2025-11-02",
        "signs": ["hurt", "threatened"], "remark": "Came alone.", "consent": "spoken",
    });
    let first = served.post(&token, "/arrivals", arrival.clone());
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let again = served.post(&token, "/arrivals", arrival.clone());
    assert_eq!((again.status, again.json()), (StatusCode::OK, first.json()));
    // The same id in the text of the registry.
    let mut in_our_text = arrival.clone();
    in_our_text["event"] = first.json()["event"].clone();
    assert_eq!(served.post(&token, "/arrivals", in_our_text).json(), first.json());

    let together = json!({ "names": ["Selam"], "consent": "guardian", "with": first.json()["case"] });
    let child = served.post(&token, "/arrivals", together);
    assert_eq!(child.status, StatusCode::CREATED);
    assert_ne!(child.json()["case"], first.json()["case"]);
}

#[test]
fn what_cannot_be_taken_is_named() {
    let (served, token) = Served::with(Role::Caseworker);
    let refused = |said: serde_json::Value, part: &str| {
        let answer = served.post(&token, "/arrivals", said);
        assert_eq!((answer.status, answer.error().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "bad-value"));
        assert!(answer.text.contains(part), "{}", answer.text);
    };
    refused(json!({ "names": ["A"], "consent": "spoken", "nickname": "B" }), "nickname");
    refused(json!({ "names": ["A"] }), "consent");
    refused(json!({ "names": "A", "consent": "spoken" }), "`names`");
    refused(json!({ "names": ["A", 5], "consent": "spoken" }), "`names[1]`");
    refused(json!({ "names": [" "], "consent": "spoken" }), "`names`");
    refused(json!({ "names": ["A"], "consent": "shouted" }), "one of spoken, signed");
    refused(json!({ "names": ["A"], "consent": "spoken", "nationalities": ["ZZQ"] }), "`nationalities[0]`");
    refused(json!({ "names": ["A"], "consent": "spoken", "birth": "2099-01-01" }), "`birth`");
    refused(json!({ "names": ["A"], "consent": "spoken", "birth": "~25@-9999-01-01" }), "`birth`");
    refused(json!({ "names": ["A"], "consent": "spoken", "entered": "2027-01-01" }), "`entered`");
    refused(json!({ "names": ["A"], "consent": "spoken", "event": "5" }), "version 7");
    refused(json!({ "names": ["A"], "consent": "spoken", "event": "ffffffff-ffff-7fff-bfff-ffffffffffff" }), "future");
    refused(json!([]), "expected");
    let nobody = json!({ "names": ["A"], "consent": "spoken", "with": "00000000000000000000000000" });
    assert_eq!(served.post(&token, "/arrivals", nobody).status, StatusCode::NOT_FOUND);
    let cut_off = served.send("POST", &token, "/arrivals", "application/json", b"{\"names\": [".to_vec());
    assert_eq!((cut_off.status, cut_off.error().as_str()), (StatusCode::BAD_REQUEST, "malformed"));
    let form = served.send("POST", &token, "/arrivals", "application/x-www-form-urlencoded", b"names=A".to_vec());
    assert_eq!((form.status, form.error().as_str()), (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported"));
    assert_eq!(served.send("POST", &token, "/arrivals", "", Vec::new()).status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let asked = served.get(&token, "/arrivals");
    assert_eq!((asked.status, asked.error().as_str()), (StatusCode::METHOD_NOT_ALLOWED, "bad-method"));
    let nowhere = served.get(&token, "/no/such/path");
    assert_eq!((nowhere.status, nowhere.error().as_str()), (StatusCode::NOT_FOUND, "not-found"));
}

#[test]
fn who_may_not_register_is_refused_before_anything_is_read() {
    let (served, token) = Served::with(Role::Auditor);
    let answer = served.post(&token, "/arrivals", json!({}));
    assert_eq!((answer.status, answer.error().as_str()), (StatusCode::FORBIDDEN, "refused"));
    assert_eq!(served.post("", "/arrivals", json!({})).status, StatusCode::UNAUTHORIZED);
    assert_eq!(served.post("no-such-token", "/arrivals", json!({})).error(), "sign-in-needed");
}
