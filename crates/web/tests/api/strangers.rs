//! Another team has people, files, lists, pictures and requests. Whoever is no member of it is answered, by every
//! operation and for every id of theirs, exactly as for an id that does not exist.

use super::program::{Answer, Served};
use access::Role;
use base::{CaseCode, CaseId, Instant};
use image::{ImageFormat, RgbImage};
use rehearsal::{House, START};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::atomic::{AtomicI64, Ordering};
use web::api::operation::{Operation, Taken, Verb};
use web::api::operations;

/// The time of the server, in milliseconds after the start.
static PASSED: AtomicI64 = AtomicI64::new(0);

fn clock() -> Instant {
    START.plus_millis(PASSED.load(Ordering::Relaxed))
}

/// So long that nobody has asked too often: for a search, or for a file.
fn wait(path: &str) {
    let file = path.ends_with("/file") || path.ends_with("/export");
    PASSED.fetch_add(if file { 6 * 60_000 } else { 200 }, Ordering::Relaxed);
}

const ABSENT: &str = "06dsab5kg1urr6di0on5sfqs18";

/// An id as it is written: 26 letters and digits.
fn is_id(text: &str) -> bool {
    text.len() == 26 && text.chars().all(|c| c.is_ascii_digit() || ('a'..='v').contains(&c))
}

/// Every id in an answer.
fn ids(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if is_id(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| ids(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| ids(field, found)),
        _ => {}
    }
}

/// Whatever a member reads of what there is, as ids.
fn seen_by(served: &Served, token: &str, paths: &[String]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in paths {
        let answer = served.get(token, path);
        if answer.status.is_success() && answer.kind == "application/json" {
            ids(&answer.json(), &mut found);
        }
    }
    found
}

/// One of everything that a team can have; answers its ids and the nine digits of a person.
fn world(served: &Served, caseworker: &str, outreach: &str, shelter: &str) -> (BTreeSet<String>, String) {
    let made = |token: &str, path: &str, said: Value| {
        let answer = served.post(token, path, said);
        assert!(answer.status.is_success(), "{path}: {} {}", answer.status, answer.text);
        if answer.text.is_empty() { Value::Null } else { answer.json() }
    };
    let card = made(caseworker, "/arrivals", json!({ "names": ["Hanna Invented"], "consent": "spoken" }));
    let (case, code) = (card["case"].as_str().unwrap(), card["code"].as_str().unwrap());
    let other = made(caseworker, "/arrivals", json!({ "names": ["Liya Invented"], "consent": "spoken" }));
    made(caseworker, &format!("/cases/{case}/group"), json!({ "with": other["case"] }));
    made(
        caseworker,
        &format!("/cases/{case}/consents"),
        json!({ "purpose": "shelter", "to": { "team": shelter }, "items": ["code", "names"], "given": "spoken" }),
    );
    let asked =
        json!({ "service": "shelter", "to": { "team": shelter }, "items": ["code", "names"], "urgency": "today" });
    let referred = made(caseworker, &format!("/cases/{case}/referrals"), asked);
    made(caseworker, "/needs", json!({ "service": "food", "to": { "team": shelter }, "people": 7, "urgency": "week" }));
    made(caseworker, "/filters", json!({ "name": "Ours", "search": { "place": "Kampot" } }));
    made(
        outreach,
        "/emergencies",
        json!({ "code": code, "hours": 2, "parts": ["care"], "reason": "Found unconscious." }),
    );
    made(caseworker, &format!("/cases/{}/erasure", other["case"].as_str().unwrap()), json!({ "ground": "person" }));
    let sent = |path: &str, kind: &str, bytes: Vec<u8>| {
        let answer = served.send("POST", caseworker, path, kind, bytes);
        assert!(answer.status.is_success(), "{path}: {} {}", answer.status, answer.text);
        answer.json()
    };
    let list = b"Name;Sex\r\nAbel Invented;M\r\nSara Invented;F\r\n".to_vec();
    let list = sent("/lists?sender=Embassy", "application/octet-stream", list);
    let mut picture = Vec::new();
    RgbImage::new(64, 48).write_to(&mut Cursor::new(&mut picture), ImageFormat::Png).unwrap();
    sent(&format!("/cases/{case}/attachments?kind=passport&consent=spoken"), "application/octet-stream", picture);
    let mut all = BTreeSet::new();
    [&card, &other, &referred, &list].into_iter().for_each(|answer| ids(answer, &mut all));
    let of_case = ["", "/consents", "/attachments", "/readings"].map(|part| format!("/cases/{case}{part}"));
    let lists = ["/alerts", "/changes", "/referrals/sent", "/emergencies/requests", "/erasures/asked", "/filters"];
    let paths: Vec<String> = of_case.into_iter().chain(lists.map(str::to_owned)).collect();
    all.extend(seen_by(served, caseworker, &paths));
    (all, code.to_owned())
}

/// A sample whose ids are all this one; a team is one that is there, so that nothing is refused on the way.
fn said(sample: &Value, id: &str, team: &str) -> Value {
    match sample {
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| {
                let value = if name == "team" { json!(team) } else { said(value, id, team) };
                (name.clone(), value)
            };
            Value::Object(fields.iter().map(field).collect())
        }
        Value::Array(items) => items.iter().map(|item| said(item, id, team)).collect(),
        Value::String(text) if is_id(text) => json!(id),
        other => other.clone(),
    }
}

/// Asks an operation about an id, in every place where it takes one.
fn ask(served: &Served, token: &str, operation: &Operation, id: &str, team: &str) -> Answer {
    let parts = operation.path.split('/').map(|part| match part {
        "{row}" => "1",
        part if part.starts_with('{') => id,
        part => part,
    });
    let path = parts.collect::<Vec<_>>().join("/");
    wait(&path);
    match (&operation.verb, &operation.takes) {
        (Verb::Get, _) => served.get(token, &path),
        (Verb::Delete, _) => served.send("DELETE", token, &path, "", Vec::new()),
        (Verb::Post, Some(Taken::Json { sample, .. })) => served.post(token, &path, said(sample, id, team)),
        (Verb::Post, Some(Taken::File)) => {
            served.send("POST", token, &format!("{path}?kind=passport"), "application/octet-stream", vec![0; 9])
        }
        (Verb::Post, None) => served.send("POST", token, &path, "", Vec::new()),
    }
}

#[test]
fn sec02_whatever_another_team_has_is_answered_by_every_operation_like_what_does_not_exist() {
    let mut house = House::open();
    let ours =
        [("sokha", Role::Caseworker), ("lina", Role::Outreach)].map(|(name, role)| house.add(name, role, Some(0)));
    let strangers: Vec<_> =
        [Role::Outreach, Role::Caseworker, Role::ProtectionOfficer, Role::ShelterManager, Role::FundManager]
            .into_iter()
            .map(|role| (role, house.add(&format!("stranger-{}", role.key()), role, Some(1))))
            .collect();
    let teams: Vec<String> = house.founded.teams.iter().map(|team| team.id.to_string()).collect();
    let served = Served::with_clock(house, clock);
    let [caseworker, outreach] = ours.map(|welcome| served.sign_in(&welcome));
    let (all, code) = world(&served, &caseworker, &outreach, &teams[2]);
    let no_code = CaseCode::of(CaseId::read(ABSENT).unwrap()).to_string();
    let operations = operations();
    let asking: Vec<&Operation> = operations.iter().filter(|one| takes_an_id(one)).collect();
    assert!(asking.len() >= 35, "{} operations are about something by its id", asking.len());
    let lists: Vec<String> = operations
        .iter()
        .filter(|one| one.verb == Verb::Get && !one.path.contains('{'))
        .map(|one| one.path.to_owned())
        .collect();
    for (role, welcome) in strangers {
        let token = served.sign_in(&welcome);
        let own = seen_by(&served, &token, &lists);
        let foreign: Vec<&String> = all.iter().filter(|id| !own.contains(*id)).collect();
        assert!(foreign.len() >= 12, "{}: {} ids of theirs", role.key(), foreign.len());
        for operation in &asking {
            let absent = ask(&served, &token, operation, ABSENT, &teams[2]);
            for id in &foreign {
                let answer = ask(&served, &token, operation, id, &teams[2]);
                let (theirs, nobodys) = (answer.text.replace(id.as_str(), ABSENT), &absent.text);
                let what = format!("{} asks {:?} {} about {id}", role.key(), operation.verb, operation.path);
                assert_eq!((answer.status, &theirs), (absent.status, nobodys), "{what}");
                assert!(
                    answer.status.is_client_error() || operation.path == "/alerts/seen",
                    "{what}: {}",
                    answer.status
                );
            }
        }
        for (path, of) in [
            ("/people/search", (|code| json!({ "find": code })) as fn(&str) -> Value),
            ("/htcds/export", |code| json!({ "cases": [code], "protection": false })),
        ] {
            let [of_theirs, of_nobody] = [&code, &no_code].map(|code| {
                wait(path);
                served.post(&token, path, of(code))
            });
            assert_eq!(
                (of_theirs.status, of_theirs.text.replace(&code, "")),
                (of_nobody.status, of_nobody.text.replace(&no_code, ""))
            );
        }
    }
}

/// Whether an operation is about something that belongs to somebody.
fn takes_an_id(operation: &Operation) -> bool {
    // The directory, its warnings, members and programs of the whole organisation belong to no team.
    let is_of_all = ["{service}", "{warning}", "{user}", "{integration}", "{webhook}"];
    let in_path = operation.path.contains('{') && !is_of_all.iter().any(|part| operation.path.contains(part));
    in_path || operation.path == "/alerts/seen"
}
