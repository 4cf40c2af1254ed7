//! Erasing for programs: two members, and the answer that is given once.

use super::program::Served;
use access::Role;
use axum::http::StatusCode;
use serde_json::json;

#[test]
fn sec02_nobody_erases_alone_and_a_case_that_is_not_there_is_answered_the_same() {
    let (served, token) = Served::with(Role::Caseworker);
    let arrival = json!({ "names": ["Marta Invented"], "consent": "spoken" });
    let case = served.post(&token, "/arrivals", arrival).json()["case"].as_str().unwrap().to_owned();
    let at = format!("/cases/{case}/erasure");
    assert_eq!(served.post(&token, &format!("{at}/confirm"), json!({})).error(), "unfit", "nobody asked");
    let said = json!({ "ground": "person", "words": "At the desk." });
    assert_eq!(served.post(&token, &at, said.clone()).status, StatusCode::NO_CONTENT);
    let asked = served.get(&token, "/erasures/asked").json();
    assert_eq!((&asked["items"][0]["case"], &asked["items"][0]["words"]), (&json!(case), &json!("At the desk.")));
    assert_eq!(served.post(&token, &format!("{at}/confirm"), json!({})).error(), "unfit", "not by oneself");
    assert_eq!(served.post(&token, &format!("{at}/keep"), json!({})).status, StatusCode::NO_CONTENT);
    assert_eq!(served.get(&token, "/erasures/asked").json()["items"], json!([]));
    assert_eq!(served.get(&token, "/erasures").json()["items"], json!([]));
    assert_eq!(served.get(&token, "/erasures/due").json()["items"], json!([]));
    let nowhere = "/cases/00000000000000000000000009/erasure";
    assert_eq!(served.post(&token, nowhere, said).status, StatusCode::NOT_FOUND);
}
