//! Finding people, page by page.

use super::program::Served;
use access::Role;
use axum::http::StatusCode;
use serde_json::{Value, json};

fn register(served: &Served, token: &str, name: &str) {
    let answer =
        served.post(token, "/arrivals", json!({ "names": [name], "nationalities": ["ETH"], "consent": "spoken" }));
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
}

fn names(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|person| person["names"][0].as_str().unwrap().to_owned()).collect()
}

#[test]
fn whoever_walks_from_page_to_page_meets_everybody_once_also_when_people_are_registered_meanwhile() {
    let (served, token) = Served::with(Role::Caseworker);
    (0..7).for_each(|n| register(&served, &token, &format!("Invented {n}")));
    for sort in ["newest", "oldest", "name"] {
        let (mut seen, mut next) = (Vec::new(), Value::Null);
        loop {
            let page = served.post(&token, "/people/search", json!({ "sort": sort, "take": 3, "cursor": next })).json();
            seen.extend(names(&page));
            next = page["next"].clone();
            if next.is_null() {
                break;
            }
            register(&served, &token, &format!("A late {sort}"));
        }
        let before: Vec<_> = seen.iter().filter(|name| name.starts_with("Invented")).collect();
        assert_eq!(before.len(), 7, "{sort}: {seen:?}");
        seen.sort();
        seen.dedup();
        assert!(seen.len() >= 7, "{sort}");
    }
    let found = served.post(&token, "/people/search", json!({ "find": "invented 3" })).json();
    assert_eq!((names(&found)[0].as_str(), &found["next"]), ("Invented 3", &Value::Null));
    let wrong = served.post(&token, "/people/search", json!({ "cursor": "no cursor" }));
    assert_eq!((wrong.status, wrong.error().as_str()), (StatusCode::BAD_REQUEST, "bad-parameter"));
}

#[test]
fn searches_are_saved_shown_and_deleted_and_people_are_taken_away() {
    let (served, token) = Served::with(Role::Caseworker);
    register(&served, &token, "=cmd()");
    let saved = served.post(&token, "/filters", json!({ "name": "Ethiopia", "search": { "nationality": "ETH" } }));
    assert_eq!(saved.status, StatusCode::CREATED);
    let filters = served.get(&token, "/filters").json();
    assert_eq!(filters["items"], json!([saved.json()]));
    let one = format!("/filters/{}", saved.json()["id"].as_str().unwrap());
    assert_eq!(served.send("DELETE", &token, &one, "", Vec::new()).status, StatusCode::NO_CONTENT);
    assert_eq!(served.send("DELETE", &token, &one, "", Vec::new()).status, StatusCode::NOT_FOUND);
    let file = served.post(&token, "/people/export", json!({ "search": { "nationality": "ETH" }, "format": "csv" }));
    assert_eq!(file.kind, "text/csv; charset=utf-8");
    assert!(file.text.contains("'=cmd()"), "{}", file.text);
    let log = served.get(&token, "/log");
    assert_eq!(log.status, StatusCode::FORBIDDEN);
}

#[test]
fn an_auditor_takes_the_checkpoint_away_and_others_do_not() {
    let (served, token) = Served::with(Role::Auditor);
    let head = served.get(&token, "/log/checkpoint").json();
    let key = vault::checkpoint::NamedKey::read(head["key"].as_str().unwrap()).unwrap();
    let note = head["checkpoint"].as_str().unwrap();
    let read = vault::checkpoint::read(note, key.name(), key.verifier()).unwrap();
    assert_eq!((Some(read.size), &head["witnesses"]), (head["entries"].as_u64(), &json!([])));
    let (served, token) = Served::with(Role::Caseworker);
    assert_eq!(served.get(&token, "/log/checkpoint").error(), "refused");
}

#[test]
fn an_auditor_walks_through_the_log_and_opens_nothing() {
    let (served, token) = Served::with(Role::Auditor);
    for _ in 0..3 {
        assert_eq!(served.post(&token, "/people/search", json!({})).error(), "refused");
    }
    let (mut leaves, mut path) = (Vec::new(), "/log?take=2".to_owned());
    loop {
        let page = served.get(&token, &path).json();
        leaves.extend(page["items"].as_array().unwrap().iter().map(|entry| entry["leaf"].as_i64().unwrap()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/log?take=2&cursor={next}");
    }
    assert!(leaves.windows(2).all(|pair| pair[0] > pair[1]) && leaves.len() > 5, "{leaves:?}");
    for wrong in ["take=0", "take=many", "take=501", "cursor=x"] {
        assert_eq!(served.get(&token, &format!("/log?{wrong}")).error(), "bad-parameter");
    }
}
