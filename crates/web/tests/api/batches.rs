//! One step for many people through a program, queues, deadlines, and what is to be done today.

use super::program::{Answer, Served};
use access::Role;
use axum::http::StatusCode;
use rehearsal::House;
use serde_json::{Value, json};

struct Scene {
    served: Served,
    sokha: String,
    /// Of another team.
    ratna: String,
    cases: Vec<String>,
}

/// People of Indonesia whose safety was checked, but for the last.
fn scene(people: usize) -> Scene {
    let mut house = House::open();
    let [sokha, ratna] = [("sokha", 0), ("ratna", 1)].map(|(name, team)| house.add(name, Role::Caseworker, Some(team)));
    let served = Served::of(house);
    let [sokha, ratna] = [sokha, ratna].map(|welcome| served.sign_in(&welcome));
    let comes = |number: usize| {
        let said = json!({
            "names": [format!("Person{number} Invented")], "birth": "1996-03-04", "nationalities": ["IDN"],
            "consent": "spoken",
        });
        let case = served.post(&sokha, "/arrivals", said).json()["case"].as_str().unwrap().to_owned();
        if number < people {
            let checked = served.post(&sokha, &format!("/cases/{case}/plan/safety"), json!({ "clear": true }));
            assert_eq!(checked.status, StatusCode::NO_CONTENT, "{}", checked.text);
        }
        case
    };
    let cases = (1..=people).map(comes).collect();
    Scene { served, sokha, ratna, cases }
}

impl Scene {
    fn get(&self, path: &str) -> Value {
        let answer = self.served.get(&self.sokha, path);
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        answer.json()
    }

    fn post(&self, path: &str, said: Value) -> Answer {
        self.served.post(&self.sokha, path, said)
    }
}

const ABSENT: &str = "06dsab5kg1urr6di0on5sfqs18";

fn outcomes(answer: &Value) -> Vec<&str> {
    answer["items"].as_array().unwrap().iter().map(|one| one["outcome"].as_str().unwrap()).collect()
}

fn step(scene: &Scene, case: &str) -> Value {
    let plan = scene.get(&format!("/cases/{case}/plan"));
    plan["steps"].as_array().unwrap().iter().find(|one| one["step"] == "R06").unwrap()["state"].clone()
}

#[test]
fn many_are_moved_one_step_whoever_is_left_out_is_told_why_and_it_is_taken_back() {
    let scene = scene(3);
    let event = "019bc52b-ca20-7cc3-98c4-dc0c0c07398f";
    let mut cases: Vec<&str> = scene.cases.iter().map(String::as_str).collect();
    cases.push(ABSENT);
    let said = json!({ "event": event, "step": "R06", "reached": "done", "cases": cases });
    let made = scene.post("/batches", said.clone());
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let made = made.json();
    assert_eq!(outcomes(&made), ["written", "written", "left-out", "not-found"]);
    assert_eq!((&made["written"], &made["items"][2]["why"]), (&json!(2), &json!(["after"])), "{made}");
    assert!(made["items"][2]["sentence"].as_str().unwrap().len() > 5 && made["items"][3]["sentence"].is_null());
    assert_eq!(step(&scene, &scene.cases[0]), "done");

    let again = scene.post("/batches", said.clone());
    assert_eq!((again.status, outcomes(&again.json())[..2].to_vec()), (StatusCode::OK, vec!["already", "already"]));
    let mut other = said;
    other["reached"] = json!("begun");
    assert_eq!(scene.post("/batches", other.clone()).error(), "id-taken");
    assert_eq!(scene.served.post(&scene.ratna, "/batches", other).error(), "id-taken");

    let recent = scene.get("/batches");
    let batch = &recent["items"][0];
    assert_eq!((&batch["people"], &batch["undone"], &batch["step"]), (&json!(2), &json!(false), &json!("R06")));
    let undo = format!("/batches/{}/undo", batch["batch"].as_str().unwrap());
    assert_eq!(outcomes(&scene.post(&undo, Value::Null).json()), ["restored", "restored"]);
    assert_eq!(step(&scene, &scene.cases[0]), "ready");
    let twice = scene.post(&undo, Value::Null);
    assert_eq!((twice.status, twice.error().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "bad-value"));
}

#[test]
fn sec02_another_team_s_people_and_batches_are_answered_like_none() {
    let scene = scene(2);
    let begin = |token: &str, case: &str| {
        scene.served.post(token, "/batches", json!({ "step": "R06", "reached": "done", "cases": [case] }))
    };
    let [theirs, nobodys] = [scene.cases[0].as_str(), ABSENT].map(|case| {
        let made = begin(&scene.ratna, case).json();
        made["items"].to_string().replace(case, ABSENT)
    });
    assert_eq!(theirs, nobodys);
    assert!(theirs.contains("not-found"));
    let batch = begin(&scene.sokha, &scene.cases[0]).json()["batch"].as_str().unwrap().to_owned();
    let [theirs, nobodys] = [batch.as_str(), ABSENT].map(|id| {
        let answer = scene.served.post(&scene.ratna, &format!("/batches/{id}/undo"), Value::Null);
        (answer.status, answer.text)
    });
    assert_eq!((theirs.0, &theirs), (StatusCode::NOT_FOUND, &nobodys));
    let theirs = scene.served.get(&scene.ratna, "/batches").json();
    assert!(!theirs.to_string().contains(&batch));
    for path in ["/queues", "/stuck", "/queues/R00", "/today"] {
        assert_eq!(scene.served.get(&scene.ratna, path).json()["items"], json!([]), "{path}");
    }
    let at = |case: &str| scene.served.get(&scene.ratna, &format!("/cases/{case}/deadlines")).text;
    assert_eq!(at(&scene.cases[0]), at(ABSENT));
}

#[test]
fn what_is_wrong_with_a_batch_is_said_with_its_field() {
    let scene = scene(1);
    let case = &scene.cases[0];
    for (said, part) in [
        (json!({ "step": "R06", "reached": "done", "cases": [] }), "`cases`"),
        (json!({ "step": "R06", "reached": "done", "cases": [case, case] }), "`cases`"),
        (json!({ "step": "R06", "reached": "done", "cases": ["somebody"] }), "`cases[0]`"),
        (json!({ "step": "R06", "reached": "waiting", "cases": [case] }), "`owner`"),
        (json!({ "step": "R06", "reached": "refused", "cases": [case] }), "`reached`"),
        (json!({ "step": "R06", "reached": "perhaps", "cases": [case] }), "`reached`"),
        (json!({ "step": "R06", "reached": "done", "on": "2026-03-01", "cases": [case] }), "`on`"),
        (json!({ "step": "R00", "reached": "done", "cases": [case] }), "`step`"),
        (json!({ "step": "Z99", "reached": "done", "cases": [case] }), "`step`"),
    ] {
        let answer = scene.post("/batches", said);
        assert!(answer.error() == "bad-value" && answer.text.contains(part), "{part}: {}", answer.text);
    }
    assert_eq!(scene.get("/batches")["items"], json!([]), "nothing was begun");
}

#[test]
fn queues_say_who_waits_and_since_when_page_by_page() {
    let scene = scene(3);
    let queues = scene.get("/queues");
    let of = |step: &str| {
        let all = queues["items"].as_array().unwrap();
        all.iter().find(|one| one["step"] == step).cloned().unwrap_or_default()
    };
    assert_eq!((&of("R00")["waiting"], &of("R06")["waiting"]), (&json!(1), &json!(2)), "{queues}");
    let by_mission = scene.get("/queues?by=mission");
    assert!(by_mission["items"].as_array().unwrap().iter().all(|one| one["mission"] == "IDN"), "{by_mission}");
    let first = scene.get("/queues/R06?take=1");
    let next = first["next"].as_str().unwrap();
    let second = scene.get(&format!("/queues/R06?take=1&cursor={next}"));
    assert_ne!(first["items"][0]["case"], second["items"][0]["case"]);
    assert_eq!((&second["next"], &first["items"][0]["stage"]), (&Value::Null, &json!("ready")));
    assert_eq!(scene.get("/queues/R06?mission=KEN")["items"], json!([]));
    let stuck = scene.get("/stuck");
    assert!(stuck["items"].as_array().unwrap().iter().all(|one| one["holds_up"] == true), "{stuck}");
    let ask = |path: &str| scene.served.get(&scene.sokha, path).error();
    assert_eq!(ask("/queues?by=age"), "bad-parameter");
    assert_eq!(ask("/queues/R06?mission=Java"), "bad-parameter");
    assert_eq!(ask("/queues/Z99"), "not-found");
    assert_eq!(ask("/stuck?cursor=nonsense"), "bad-parameter");
}

#[test]
fn a_deadline_is_set_moved_and_ended_and_stands_on_the_page_of_today() {
    let scene = scene(2);
    let at = format!("/cases/{}/deadlines", scene.cases[0]);
    let event = "019bc52b-ca20-7cc3-98c4-dc0c0c07398f";
    let said = json!({ "event": event, "what": "Hearing in court", "on": "2026-01-16", "note": "Room 4." });
    let (first, second) = (scene.post(&at, said.clone()), scene.post(&at, said.clone()));
    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::OK), "{}", second.text);
    assert_eq!(first.json(), second.json());
    let mut moved = said;
    moved["on"] = json!("2026-01-20");
    assert_eq!(scene.post(&at, moved.clone()).error(), "id-taken", "another day under the same id is something else");
    let own = |scene: &Scene| {
        let all = scene.get(&at);
        let all = all["items"].as_array().unwrap().iter().filter(|one| one["of"] == "person");
        all.map(|one| one["on"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let today = scene.get("/today?part=due");
    let due = today["items"].as_array().unwrap().iter().find(|one| one["what"] == "deadline").unwrap();
    assert_eq!((&due["words"], &due["name"]), (&json!("Hearing in court"), &json!("Person1 Invented")));
    moved.as_object_mut().unwrap().remove("event");
    assert_eq!(scene.post(&at, moved).status, StatusCode::CREATED);
    assert_eq!(own(&scene), ["2026-01-20"]);
    assert_eq!(scene.get("/today")["counts"]["breaking"], 1);
    let over = json!({ "event": "019bc52b-ca20-7cc3-98c4-dc0c0c073990", "what": " Hearing  in court" });
    let end = || scene.post(&format!("{at}/end"), over.clone());
    assert_eq!((end().status, end().status), (StatusCode::CREATED, StatusCode::OK));
    assert_eq!(own(&scene), Vec::<String>::new());
    for (path, said, part) in [
        ("", json!({ "what": " ", "on": "2026-01-20" }), "`what`"),
        ("", json!({ "what": "Visa", "on": "2026-01-02" }), "`on`"),
        ("", json!({ "what": "Visa", "on": "soon" }), "`on`"),
        ("/end", json!({ "what": "Hearing in court" }), "`what`"),
    ] {
        let answer = scene.post(&format!("{at}{path}"), said);
        assert!(answer.error() == "bad-value" && answer.text.contains(part), "{}", answer.text);
    }
}

#[test]
fn today_is_read_part_by_part_and_page_by_page() {
    let scene = scene(3);
    for case in &scene.cases {
        let said = json!({ "what": "Visa", "on": "2026-01-16" });
        assert_eq!(scene.post(&format!("/cases/{case}/deadlines"), said).status, StatusCode::CREATED);
    }
    let whole = scene.get("/today?part=due");
    assert!(whole["counts"]["due"].as_u64().unwrap() >= 3);
    let mut seen = Vec::new();
    let mut path = "/today?part=due&take=1".to_owned();
    loop {
        let page = scene.get(&path);
        seen.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => path = format!("/today?part=due&take=1&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(json!(seen), whole["items"]);
    let opened = scene.get("/today?part=opened&since=2026-01-01T00:00:00Z");
    assert!(opened["items"].as_array().unwrap().iter().all(|one| one["what"] == "opened"), "{opened}");
    let ask = |path: &str| scene.served.get(&scene.sokha, path).error();
    assert_eq!(
        (ask("/today?part=later"), ask("/today?since=yesterday")),
        ("bad-parameter".into(), "bad-parameter".into())
    );
}
