//! Somebody is heard through a program: what is asked, what is answered, what it comes to, and who is seen first.

use super::program::{Answer, Served};
use access::Role;
use axum::http::StatusCode;
use rehearsal::House;
use serde_json::{Value, json};

struct Scene {
    served: Served,
    token: String,
    at: String,
}

fn scene(role: Role) -> Scene {
    let (served, token) = Served::with(role);
    let said = json!({ "names": ["Hanna Invented"], "birth": "1996", "consent": "spoken" });
    let case = served.post(&token, "/arrivals", said).json()["case"].as_str().unwrap().to_owned();
    Scene { served, token, at: format!("/cases/{case}") }
}

impl Scene {
    fn get(&self, path: &str) -> Value {
        let answer = self.served.get(&self.token, &format!("{}{path}", self.at));
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.json()
    }

    fn post(&self, path: &str, said: Value) -> Answer {
        self.served.post(&self.token, &format!("{}{path}", self.at), said)
    }

    fn says(&self, question: &str, said: &str) -> Value {
        let answer = self.post("/hearing/answers", json!({ "question": question, "answer": { "said": said } }));
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.json()
    }
}

#[test]
fn each_question_comes_with_its_reason_and_each_answer_changes_the_result_at_once() {
    let scene = scene(Role::Caseworker);
    let whole = scene.get("/hearing");
    let left = whole["left"].as_u64().unwrap();
    let first = &whole["next"][0];
    assert!(first["why"].as_array().unwrap().contains(&json!("urgent")), "{first}");
    assert!(first["wording"].as_str().is_some_and(|words| words.ends_with('?')) && first["number"].is_u64());
    let all = whole["next"].as_array().unwrap();
    assert!(all.iter().all(|question| question["compartment"] != "testimony"), "nobody asks what they cannot keep");
    assert!(all.iter().any(|question| question["why"].as_array().unwrap().contains(&json!("helps-most"))));
    let short = scene.get("/hearing?short=yes&take=1");
    assert!(short["left"].as_u64().unwrap() < left && short["next"].as_array().unwrap().len() == 1);

    scene.says("as-promised", "no");
    assert_eq!(scene.says("left-freely", "no")["finding"], "more-information-needed");
    assert_eq!(scene.says("forced-work", "yes")["finding"], "presumed-victim");
    let found = scene.get("/assessment");
    assert_eq!((&found["finding"], &found["basis"]), (&json!("presumed-victim"), &json!("legal-test")));
    let reasons = found["reasons"].as_array().unwrap();
    assert!(reasons.iter().any(|reason| reason["sentence"].as_str().unwrap().contains("answer to question")));
    assert!(reasons.iter().any(|reason| reason["source"].is_string()));
    assert!(!found["rules"].as_array().unwrap().is_empty() && found["decision"].is_null());
    let back = scene.post("/hearing/take-back", json!({ "question": "forced-work" }));
    assert_eq!((back.status, &back.json()["finding"]), (StatusCode::CREATED, &json!("more-information-needed")));
    let heard = scene.get("/hearing");
    let answered = heard["answered"].as_array().unwrap();
    let of = |question: &str| answered.iter().find(|given| given["question"] == question).unwrap()["answer"].clone();
    assert_eq!((answered.len(), of("forced-work")), (3, json!({ "said": "rather-not" })));
    let again = scene.post("/hearing/take-back", json!({ "question": "debt" }));
    assert_eq!((again.status, again.error().as_str()), (StatusCode::CONFLICT, "no-value"));
}

#[test]
fn a_clock_says_how_many_hours_are_left_and_the_board_shows_who_is_seen_first() {
    let scene = scene(Role::Caseworker);
    scene.says("sexual-violence", "yes");
    let urgency = scene.get("/urgency");
    assert_eq!((&urgency["level"], &urgency["clocks"][0]["state"]), (&json!("P1"), &json!("unknown")));
    // The rehearsal begins on 16 January 2026, at five in the morning in Greenwich.
    let when = json!({ "question": "sexual-violence-when", "answer": { "when": "2026-01-14T13:00:00Z" } });
    assert_eq!(scene.post("/hearing/answers", when).status, StatusCode::CREATED);
    let urgency = scene.get("/urgency");
    let clock = urgency["clocks"].as_array().unwrap().iter().find(|clock| clock["hours"] == 72).unwrap().clone();
    assert_eq!((&clock["state"], &clock["hours_left"]), (&json!("inside"), &json!(32)), "{clock}");
    assert!(urgency["first_action"].is_string() && urgency["due"].is_string());

    let board = scene.served.get(&scene.token, "/now").json();
    assert_eq!((&board["counts"]["P1"], &board["items"][0]["names"][0]), (&json!(1), &json!("Hanna Invented")));
    assert_eq!((&board["items"][0]["review"], &board["next"]), (&json!(false), &Value::Null));
    let noted = scene.post("/attended", json!({ "note": "Seen at the clinic." }));
    assert_eq!(noted.status, StatusCode::CREATED, "{}", noted.text);
    assert_eq!(scene.get("/urgency")["attended"]["note"], "Seen at the clinic.");
    assert_eq!(scene.served.get(&scene.token, "/now").json()["items"][0]["review"], true);
    assert_eq!(scene.served.get(&scene.token, "/now?level=P0").json()["items"], json!([]));
    assert_eq!(scene.served.get(&scene.token, "/now?level=P3").error(), "bad-parameter");
}

#[test]
fn what_is_sent_again_is_kept_once_and_what_is_no_answer_names_the_field() {
    let scene = scene(Role::Caseworker);
    let event = "019bc52b-ca20-7cc3-98c4-dc0c0c07398f";
    let said = json!({ "event": event, "question": "as-promised", "answer": { "said": "no" } });
    let (first, second) = (scene.post("/hearing/answers", said.clone()), scene.post("/hearing/answers", said));
    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::OK), "{}", second.text);
    assert_eq!(first.json(), second.json());
    let other = json!({ "event": event, "note": "Seen." });
    let refused = scene.post("/attended", other);
    assert_eq!((refused.status, refused.error().as_str()), (StatusCode::CONFLICT, "id-taken"));
    for (said, part) in [
        (json!({ "question": "hours", "answer": { "said": "yes" } }), "`answer`"),
        (json!({ "question": "no-such-question", "answer": { "said": "yes" } }), "`question`"),
        (json!({ "question": "hours", "answer": { "said": "maybe" } }), "one of yes"),
        (json!({ "question": "hours", "answer": { "said": "no", "number": 3.0 } }), "`answer"),
        (
            json!({ "question": "sexual-violence-when", "answer": { "when": "some days ago" } }),
            "as exactly as it is known",
        ),
    ] {
        let answer = scene.post("/hearing/answers", said);
        assert!(answer.error() == "bad-value" && answer.text.contains(part), "{}", answer.text);
    }
}

#[test]
fn a_status_is_a_named_person_s_with_a_reason() {
    let scene = scene(Role::Caseworker);
    let said = json!({ "status": "actual", "by": " ", "body": "ngo", "because": "Act, means and purpose are shown." });
    let refused = scene.post("/status", said);
    assert_eq!((refused.status, refused.error().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "unfit"));
    let said = json!({ "status": "actual", "by": "M. Invented", "body": "ngo", "because": "All three are shown." });
    assert_eq!(scene.post("/status", said).status, StatusCode::CREATED);
    let decision = &scene.get("/assessment")["decision"];
    assert_eq!((&decision["status"], &decision["by"]), (&json!("actual"), &json!("M. Invented")));
}

#[test]
fn statements_are_asked_of_and_shown_to_who_keeps_testimony_alone() {
    let mut house = House::open();
    let [sokha, maly] = [("sokha", Role::Caseworker), ("maly", Role::ProtectionOfficer)]
        .map(|(name, role)| house.add(name, role, Some(0)));
    let served = Served::of(house);
    let [sokha, maly] = [sokha, maly].map(|welcome| served.sign_in(&welcome));
    let card = served.post(&sokha, "/arrivals", json!({ "names": ["Hanna"], "consent": "spoken" })).json();
    let at = format!("/cases/{}/hearing", card["case"].as_str().unwrap());
    let said = json!({ "question": "statement-tasks", "answer": { "text": "A statement that nobody else opens." } });
    assert_eq!(served.post(&sokha, &format!("{at}/answers"), said.clone()).status, StatusCode::FORBIDDEN);
    assert_eq!(served.post(&maly, &format!("{at}/answers"), said).status, StatusCode::CREATED);
    assert!(served.get(&maly, &at).text.contains("nobody else opens"));
    assert_eq!(served.get(&sokha, &at).json()["answered"], json!([]));
}
