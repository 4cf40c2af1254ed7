//! Alerts, as programs read them.

use super::program::{EDGE, Served};
use access::Role;
use access::alert::{Alert, Kind, To, raise};
use axum::http::StatusCode;
use rehearsal::START;
use serde_json::{Value, json};

fn raised(served: &Served, kind: Kind) {
    let alert = Alert { to: To::Role(Role::Caseworker), kind, case: None };
    served.app.store.write(|tx| raise(tx, &alert, START, &mut *(EDGE.random)())).unwrap();
}

fn listed(served: &Served, token: &str, query: &str) -> Value {
    served.get(token, &format!("/alerts{query}")).json()
}

#[test]
fn alerts_are_walked_through_page_by_page_and_marked_as_seen() {
    let (served, token) = Served::with(Role::Caseworker);
    [Kind::ReferralReceived, Kind::ReferralOverdue, Kind::Erased].into_iter().for_each(|kind| raised(&served, kind));
    let first = listed(&served, &token, "?take=2");
    assert_eq!(first["items"].as_array().unwrap().len(), 2);
    let second = listed(&served, &token, &format!("?take=2&cursor={}", first["next"].as_str().unwrap()));
    assert_eq!((second["items"].as_array().unwrap().len(), &second["next"]), (1, &Value::Null));
    let one = first["items"][0]["id"].clone();
    let marked = served.post(&token, "/alerts/seen", json!({ "alerts": [one] }));
    assert_eq!(marked.status, StatusCode::NO_CONTENT);
    let seen = |page: &Value| page["items"].as_array().unwrap().iter().filter(|item| item["seen"] == true).count();
    assert_eq!(seen(&listed(&served, &token, "")), 1);
    assert_eq!(served.post(&token, "/alerts/seen", json!({ "all": true })).status, StatusCode::NO_CONTENT);
    assert_eq!(seen(&listed(&served, &token, "")), 3);
}

#[test]
fn an_alert_that_is_somebody_elses_is_neither_shown_nor_touched() {
    let (served, token) = Served::with(Role::Auditor);
    raised(&served, Kind::Erased);
    assert_eq!(listed(&served, &token, "")["items"], json!([]));
    let theirs = base::AlertId::from_bytes([7; 16]).to_string();
    assert_eq!(served.post(&token, "/alerts/seen", json!({ "alerts": [theirs] })).status, StatusCode::NO_CONTENT);
    assert_eq!(served.post(&token, "/alerts/seen", json!({ "alerts": ["x"] })).error(), "bad-value");
    assert_eq!(served.get("", "/alerts").error(), "sign-in-needed");
}
