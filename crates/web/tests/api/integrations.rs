//! Programs with a token of their own.

use super::program::{Answer, Served};
use access::Role;
use axum::http::{Request, StatusCode, header};
use rehearsal::{House, START};
use serde_json::{Value, json};

/// An administrator's token, a caseworker's, and the team of both.
fn house() -> (Served, String, String, Value) {
    let mut house = House::open();
    let admin = house.add("chanthy", Role::Administrator, None);
    let worker = house.add("sokha", Role::Caseworker, Some(0));
    let team = json!(house.founded.teams[0].id.to_string());
    let served = Served::of(house);
    let (admin, worker) = (served.sign_in(&admin), served.sign_in(&worker));
    (served, admin, worker, team)
}

fn add(served: &Served, admin: &str, team: &Value, actions: &[&str], compartments: &[&str]) -> Answer {
    let new = json!({
        "name": "Border desk", "team": team, "actions": actions, "compartments": compartments, "expires": "2026-01-31",
    });
    served.post(admin, "/integrations", new)
}

fn text(answer: &Answer, field: &str) -> String {
    answer.json()[field].as_str().unwrap_or_else(|| panic!("{}", answer.text)).to_owned()
}

fn arrival() -> Value {
    json!({ "names": ["Hanna"], "consent": "spoken" })
}

#[test]
fn sec08_with_the_right_to_register_alone_it_delivers_and_reads_nothing() {
    let (served, admin, worker, team) = house();
    let made = add(&served, &admin, &team, &["register"], &[]);
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let token = text(&made, "token");
    assert!(token.starts_with("sc_") && token.len() == 55);
    let registered = served.post(&token, "/arrivals", arrival());
    assert_eq!(registered.status, StatusCode::CREATED, "{}", registered.text);
    let at = format!("/cases/{}", text(&registered, "case"));
    assert_eq!(served.get(&token, &at).error(), "refused");
    assert_eq!(served.post(&token, "/people/search", json!({})).error(), "refused");
    assert_eq!(served.get(&token, "/users").error(), "refused");
    assert_eq!(served.send("POST", &token, "/lock", "", Vec::new()).status, StatusCode::FORBIDDEN);
    let me = served.get(&token, "/me").json();
    assert_eq!((&me["name"], &me["may"], &me["reads"]), (&json!("Border desk"), &json!(["register"]), &json!([])));
    // What it delivered is open to the team, under the integration's name.
    assert_eq!(served.get(&worker, &at).json()["timeline"][0]["by"], "Border desk");
}

#[test]
fn it_reads_what_the_team_gave_it_the_keys_of_and_no_more() {
    let (served, admin, worker, team) = house();
    let said = json!({ "names": ["Hanna"], "place": "Kampot", "remark": "Threatened.", "consent": "spoken" });
    let at = format!("/cases/{}", text(&served.post(&worker, "/arrivals", said), "case"));
    let made = add(&served, &admin, &team, &["find-people", "open-case", "correct"], &["journey"]);
    let (id, token) = (text(&made, "id"), text(&made, "token"));
    assert_eq!(made.json()["waits_for_keys"], true);
    assert_eq!(served.get(&token, &at).error(), "no-case", "nobody gave it a key yet");
    assert_eq!(served.get(&worker, "/keys").json()["items"][0]["name"], "Border desk");
    assert_eq!(served.send("POST", &worker, &format!("/keys/{id}"), "", Vec::new()).status, StatusCode::NO_CONTENT);
    // The keys come with the next opening.
    let label = text(&served.get(&token, "/me"), "id");
    assert_eq!(label, id);
    served.send("POST", &token, "/sign-out", "", Vec::new());
    let case = served.get(&token, &at).json();
    assert_eq!(case["open"], json!(["journey"]));
    assert!(!case.to_string().contains("Hanna") && !case.to_string().contains("Threatened"));
    let placed = served.post(&token, &format!("{at}/facts"), json!({ "place": "Poipet" }));
    assert_eq!(placed.status, StatusCode::OK, "{}", placed.text);
    assert_eq!(served.post(&token, &format!("{at}/facts"), json!({ "names": ["Other"] })).error(), "refused");
    assert_eq!(served.get(&token, "/keys").json()["items"], json!([]), "a program hands no key on");
}

#[test]
fn sec05_sec12_it_is_out_when_it_was_shut_out_when_its_time_is_over_and_after_the_panic_lock() {
    let (served, admin, worker, team) = house();
    let made = add(&served, &admin, &team, &["register"], &[]);
    let (id, token) = (text(&made, "id"), text(&made, "token"));
    assert_eq!(served.get(&token, "/me").status, StatusCode::OK);

    assert_eq!(served.send("POST", &worker, "/lock", "", Vec::new()).status, StatusCode::NO_CONTENT);
    assert_eq!(served.get(&token, "/me").status, StatusCode::UNAUTHORIZED, "its keys stay out of the memory");
    served.app.sessions.let_integrations_in();
    assert_eq!(served.get(&token, "/me").status, StatusCode::OK);

    let served = served.later(|| START.plus_hours(24 * 14));
    assert_eq!(served.get(&token, "/me").status, StatusCode::OK, "30 January");
    let served = served.later(|| START.plus_hours(24 * 15 + 13));
    assert_eq!(served.get(&token, "/me").status, StatusCode::UNAUTHORIZED, "1 February");

    let served = served.later(|| START.plus_hours(1));
    assert_eq!(served.get(&token, "/me").status, StatusCode::OK);
    let id = base::UserId::read(&id).unwrap();
    served.app.store.write(|tx| access::member::disable(tx, id, id, START)).unwrap();
    assert_eq!(served.post(&token, "/arrivals", arrival()).status, StatusCode::UNAUTHORIZED);
    assert_eq!(served.get(&token.replace("sc_", "sc_a"), "/me").status, StatusCode::UNAUTHORIZED);
}

#[test]
fn an_integration_gets_no_right_that_only_people_have() {
    let (served, admin, worker, team) = house();
    assert_eq!(add(&served, &admin, &team, &["manage-members"], &[]).error(), "unfit");
    assert_eq!(add(&served, &admin, &team, &[], &[]).error(), "unfit");
    assert_eq!(add(&served, &worker, &team, &["register"], &[]).error(), "refused");
    for expires in ["2026-01-15", "2027-06-01"] {
        let new = json!({ "name": "X", "team": team, "actions": ["register"], "compartments": [], "expires": expires });
        assert_eq!(served.post(&admin, "/integrations", new).error(), "unfit", "{expires}");
    }
    assert_eq!(add(&served, &admin, &team, &["register"], &[]).status, StatusCode::CREATED);
    assert_eq!(add(&served, &admin, &team, &["register"], &[]).error(), "name-taken");
    let user = json!({ "name": "X", "role": "integration", "team": team });
    assert_eq!(served.post(&admin, "/users", user).error(), "unfit");
    let all = served.get(&admin, "/integrations").json();
    assert_eq!((&all["items"][0]["name"], &all["items"][0]["enabled"]), (&json!("Border desk"), &json!(true)));
    let id = all["items"][0]["id"].as_str().unwrap().to_owned();
    let disabled = served.send("POST", &admin, &format!("/integrations/{id}/disable"), "", Vec::new());
    assert_eq!(disabled.status, StatusCode::NO_CONTENT);
    assert_eq!(served.get(&admin, "/integrations").json()["items"][0]["enabled"], false);
}

#[test]
fn its_token_is_no_cookie_and_no_passphrase() {
    let (served, admin, worker, team) = house();
    let token = text(&add(&served, &admin, &team, &["register", "find-people"], &["identity"]), "token");
    assert_eq!(served.get(&token, "/me").status, StatusCode::OK);
    let page = Request::builder().uri("/people").header(header::COOKIE, format!("__Host-registry={token}"));
    let answer = served.ask(page.body(axum::body::Body::empty()).unwrap());
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "a page knows nobody with it");
    let said = json!({ "name": "Border desk", "passphrase": token, "code": "000000" });
    assert_eq!(served.post("", "/sign-in", said).error(), "sign-in");
    assert_eq!(served.get(&worker, "/sign-ins").json()["items"].as_array().unwrap().len(), 1);
}
