//! One case, as a program reads and corrects it.

use super::program::Served;
use access::Role;
use axum::http::StatusCode;
use rehearsal::House;
use serde_json::{Value, json};

fn values(case: &Value, field: &str) -> Vec<Value> {
    let fields = case["fields"].as_array().unwrap().iter();
    let of =
        fields.filter(|known| known["field"] == field).flat_map(|known| known["values"].as_array().unwrap().clone());
    of.collect()
}

#[test]
fn what_is_corrected_stands_what_contradicts_is_chosen_and_nothing_is_lost() {
    let (served, token) = Served::with(Role::Caseworker);
    let said = json!({ "names": ["Hanna"], "birth": "2001", "signs": ["hurt"], "consent": "spoken" });
    let case = served.post(&token, "/arrivals", said).json()["case"].as_str().unwrap().to_owned();
    let at = format!("/cases/{case}");
    let corrected =
        served.post(&token, &format!("{at}/facts"), json!({ "birth": "2001-05", "because": "She said so." }));
    assert_eq!(values(&corrected.json(), "birth")[0]["value"], "2001-05");
    let both = json!({ "birth": "2002-01-01", "keep_earlier": true, "papers": [{ "kind": "passport" }] });
    let both = served.post(&token, &format!("{at}/facts"), both).json();
    let births = values(&both, "birth");
    assert_eq!(births.len(), 2);
    let healed = served.post(&token, &format!("{at}/facts"), json!({ "signs": { "hurt": false } })).json();
    assert_eq!(values(&healed, "hurt")[0]["value"], false);
    assert_eq!(values(&both, "papers")[0]["value"][0]["status"], "unknown");
    let earlier = births.iter().find(|birth| birth["value"] == "2001-05").unwrap();
    let choice = json!({ "field": "birth", "event": earlier["event"] });
    let chosen = served.post(&token, &format!("{at}/choose"), choice.clone());
    assert_eq!(values(&chosen.json(), "birth")[0]["value"], "2001-05");
    let again = served.post(&token, &format!("{at}/choose"), choice);
    assert_eq!((again.status, again.error().as_str()), (StatusCode::CONFLICT, "no-value"), "the value has moved on");
    let whole = served.get(&token, &at).json();
    assert_eq!(whole["timeline"][0]["what"], "registered");
    assert!(whole["timeline"].as_array().unwrap().iter().any(|moment| moment["because"] == "She said so."));

    let child = served.post(&token, "/arrivals", json!({ "names": ["Selam"], "consent": "guardian" })).json();
    let child_at = format!("/cases/{}/group", child["case"].as_str().unwrap());
    let joined = served.post(&token, &child_at, json!({ "with": case })).json();
    assert_eq!(values(&served.get(&token, &at).json(), "group")[0]["value"], joined["group"]);
    assert_eq!(served.get(&token, &format!("{at}/card")).json()["code"], whole["code"]);
    for (wrong, part) in [
        (json!({}), "nothing is stated"),
        (json!({ "names": [" "] }), "`names`"),
        (json!({ "signs": { "hungry": true } }), "one of hurt"),
        (json!({ "entered": "2030-01-01" }), "`entered`"),
    ] {
        let answer = served.post(&token, &format!("{at}/facts"), wrong);
        assert!(answer.error() == "bad-value" && answer.text.contains(part), "{}", answer.text);
    }
}

#[test]
fn sec02_sec04_another_team_s_case_is_answered_like_one_that_does_not_exist() {
    let mut house = House::open();
    let (ours, theirs) =
        (house.add("sokha", Role::Caseworker, Some(0)), house.add("ratna", Role::ConsularOfficer, Some(1)));
    let served = Served::of(house);
    let (ours, theirs) = (served.sign_in(&ours), served.sign_in(&theirs));
    let case = served.post(&ours, "/arrivals", json!({ "names": ["Hanna"], "consent": "spoken" })).json();
    let foreign = served.get(&theirs, &format!("/cases/{}", case["case"].as_str().unwrap()));
    let missing = served.get(&theirs, "/cases/06dsab5kg1urr6di0on5sfqs18");
    assert_eq!((foreign.status, foreign.json()), (missing.status, missing.json()));
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert_eq!(served.get(&theirs, "/cases/no-id").status, StatusCode::NOT_FOUND);
}

#[test]
fn an_administrator_adds_and_shuts_out_members_and_one_says_who_one_is() {
    let (served, token) = Served::with(Role::Administrator);
    let teams = served.get(&token, "/teams").json();
    let team = teams["items"][0]["id"].clone();
    let added = served.post(&token, "/users", json!({ "name": "dara", "role": "caseworker", "team": team }));
    assert_eq!((added.status, &added.json()["waits_for_keys"]), (StatusCode::CREATED, &json!(true)));
    assert_eq!(served.post(&token, "/users", json!({ "name": "dara", "role": "auditor" })).error(), "name-taken");
    assert_eq!(served.post(&token, "/users", json!({ "name": "maly", "role": "caseworker" })).error(), "team-needed");
    let nowhere = json!({ "name": "maly", "role": "caseworker", "team": "06dsab5kg1urr6di0on5sfqs18" });
    assert_eq!(served.post(&token, "/users", nowhere).error(), "bad-value");
    let teams = teams["items"].as_array().unwrap().clone();
    let of_kind = |kind: &str| teams.iter().find(|team| team["kind"] == kind).unwrap()["id"].clone();
    let consul = |team| json!({ "name": "ratna", "role": "consular-officer", "team": team });
    assert_eq!(served.post(&token, "/users", consul(of_kind("casework"))).error(), "mission-needed");
    assert_eq!(served.post(&token, "/users", consul(of_kind("mission"))).status, StatusCode::CREATED);
    let disable = |id: &str| served.send("POST", &token, &format!("/users/{id}/disable"), "", Vec::new());
    assert_eq!(disable(added.json()["id"].as_str().unwrap()).status, StatusCode::NO_CONTENT);
    assert_eq!(disable("06dsab5kg1urr6di0on5sfqs18").error(), "no-member");
    let me = served.get(&token, "/me").json();
    assert_eq!(disable(me["id"].as_str().unwrap()).error(), "oneself");
    assert_eq!(
        (&me["role"], &me["may"]),
        (&json!("administrator"), &json!(["manage-members", "manage-webhooks", "read-directory"]))
    );
    assert_eq!(me["reads"], json!([]));

    let ins = served.get(&token, "/sign-ins").json();
    assert_eq!(ins["items"][0]["this_one"], true);
    let weak = json!({ "passphrase": "x", "code": "000000", "new": "short" });
    assert_eq!(served.post(&token, "/passphrase", weak).error(), "bad-value");
    assert_eq!(served.send("POST", &token, "/lock", "", Vec::new()).status, StatusCode::NO_CONTENT);
    assert_eq!(served.get(&token, "/me").status, StatusCode::UNAUTHORIZED);
}
