//! The directory of services and the warnings, as programs meet them.

use super::program::Served;
use access::Role;
use axum::http::StatusCode;
use rehearsal::House;
use serde_json::{Value, json};

fn named<'v>(page: &'v Value, id: &str) -> Option<&'v Value> {
    page["items"].as_array().unwrap().iter().find(|one| one["id"] == id)
}

fn river_house() -> Value {
    json!({
        "name": "River House", "kind": "safe-house", "services": ["shelter"], "groups": ["women"],
        "nationalities": ["UGA"], "area": "Kampot", "capacity": 12, "languages": ["km"],
    })
}

#[test]
fn a_program_looks_for_a_service_and_is_told_who_is_to_be_asked() {
    let (served, token) = Served::with(Role::Analyst);
    let shelter = served.get(&token, "/services?service=shelter").json();
    assert_eq!(named(&shelter, "caritas-cambodia").unwrap()["fits"], "yes");
    assert_eq!(named(&shelter, "hagar").unwrap()["fits"], "unknown");
    assert_eq!(named(&shelter, "licadho"), None);
    let ugandan = served.get(&token, "/services?service=fine-waiver&nationality=UGA").json();
    assert!(named(&ugandan, "mission-uga").is_some() && named(&ugandan, "mission-gha").is_none());
    for path in ["/services?service=beds", "/services?nationality=Uganda", "/services?language=Khmer"] {
        assert_eq!(served.get(&token, path).error(), "bad-parameter", "{path}");
    }
    assert_eq!(served.get(&token, "/services/no-such").status, StatusCode::NOT_FOUND);
}

#[test]
fn an_organisation_is_added_verified_and_corrected_with_its_history() {
    let (served, token) = Served::with(Role::ShelterManager);
    let added = served.post(&token, "/services", river_house());
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
    let at = format!("/services/{}", added.json()["id"].as_str().unwrap());
    let verify = format!("{at}/verify");
    assert_eq!(served.post(&token, &verify, json!({ "answer": "no-answer" })).status, StatusCode::NO_CONTENT);
    assert_eq!(served.get(&token, &at).json()["service"]["not_answering_since"], "2026-01-16");
    assert_eq!(served.post(&token, &verify, json!({ "answer": "as-it-stands" })).status, StatusCode::NO_CONTENT);
    let correct = format!("{at}/correct");
    let corrected = served.post(&token, &correct, json!({ "capacity": "9", "services": ["shelter", "food"] }));
    assert_eq!(corrected.status, StatusCode::NO_CONTENT, "{}", corrected.text);
    let told = served.get(&token, &at).json();
    assert_eq!((&told["service"]["capacity"], &told["service"]["area"]), (&json!(9), &json!("Kampot")));
    assert_eq!(
        (&told["service"]["checked_by"], &told["service"]["not_answering_since"]),
        (&json!("sokha"), &Value::Null)
    );
    let said: Vec<&str> = told["history"].as_array().unwrap().iter().map(|one| one["said"].as_str().unwrap()).collect();
    assert_eq!(said, ["added", "not-answering", "checked", "corrected"]);
    let capacity = json!({ "column": "capacity", "from": "12", "to": "9" });
    assert!(told["history"][3]["changes"].as_array().unwrap().contains(&capacity), "{told}");
}

#[test]
fn a_shelter_with_a_street_is_refused_and_says_which_column() {
    let (served, token) = Served::with(Role::Caseworker);
    let mut street = river_house();
    street["contact"] = json!("House 12, Street 63");
    let answer = served.post(&token, "/services", street);
    assert_eq!((answer.status, answer.error().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "bad-value"));
    assert!(answer.text.contains("`contact`: This shows where people are sheltered."), "{}", answer.text);
}

#[test]
fn a_warning_is_added_found_by_its_look_alike_and_taken_back() {
    let (served, token) = Served::with(Role::ProtectionOfficer);
    let new =
        json!({ "trap": "recruiter", "title": "Jobs", "goes_by": ["@example_station_jobs"], "says": "Offers rooms." });
    let added = served.post(&token, "/warnings", new);
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
    let id = added.json()["id"].as_str().unwrap().to_owned();
    let search = |text: &str| served.post(&token, "/warnings/search", json!({ "text": text })).json();
    let met = search("t.me/examp1e-station-jobs");
    assert_eq!((&met["items"][0]["warning"]["id"], &met["items"][0]["likeness"]), (&json!(id), &json!("looks-alike")));
    let withdrawn = served.post(&token, &format!("/warnings/{id}/withdraw"), json!({ "reason": "A shelter." }));
    assert_eq!(withdrawn.status, StatusCode::NO_CONTENT, "{}", withdrawn.text);
    assert_eq!(search("@example_station_jobs")["items"], json!([]));
    assert_eq!(named(&served.get(&token, "/warnings").json(), &id).unwrap()["withdrawn"], "A shelter.");
}

#[test]
fn who_does_not_keep_the_directory_is_refused_before_anything_is_read() {
    let (served, token) = Served::with(Role::Auditor);
    for (path, said) in [
        ("/services", river_house()),
        ("/services/licadho/verify", json!({ "answer": "as-it-stands" })),
        ("/services/licadho/correct", json!({})),
        ("/services/no-such/correct", json!({ "hours": "1" })),
        ("/warnings", json!({ "trap": "other", "title": "x", "says": "y" })),
        ("/warnings/airfare-work/withdraw", json!({ "reason": "x" })),
    ] {
        assert_eq!(served.post(&token, path, said).error(), "refused", "{path}");
    }
}

#[test]
fn a_program_with_a_token_of_its_own_reads_the_directory_only_when_it_may() {
    let mut house = House::open();
    let admin = house.add("chanthy", Role::Administrator, None);
    let team = json!(house.founded.teams[0].id.to_string());
    let served = Served::of(house);
    let admin = served.sign_in(&admin);
    let token = |name: &str, action: &str| {
        let new =
            json!({ "name": name, "team": team, "actions": [action], "compartments": [], "expires": "2026-01-31" });
        served.post(&admin, "/integrations", new).json()["token"].as_str().unwrap().to_owned()
    };
    assert_eq!(served.get(&token("one", "register"), "/services").error(), "refused");
    let reader = token("two", "read-directory");
    assert!(named(&served.get(&reader, "/services").json(), "licadho").is_some());
    assert_eq!(served.post(&reader, "/services", river_house()).error(), "refused");
}
