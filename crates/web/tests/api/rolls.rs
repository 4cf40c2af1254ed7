//! A mission's roll through a program: drafted, sealed, taken out, sent, answered; and nothing of it for anybody else.

use super::program::{Answer, Served};
use crate::ugandans::comes;
use access::Role;
use axum::http::StatusCode;
use base::{CaseId, Instant};
use pathway::Warning;
use rehearsal::{House, START};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicI64, Ordering};

/// Goes on a little with every look: of two words of one person the newer counts.
fn clock() -> Instant {
    static PASSED: AtomicI64 = AtomicI64::new(0);
    START.plus_hours(1).plus_millis(PASSED.fetch_add(1, Ordering::Relaxed))
}

struct Scene {
    served: Served,
    sokha: String,
    /// Of the same team, without the right to write the journey.
    maly: String,
    /// Of another team.
    ratna: String,
    cases: Vec<CaseId>,
}

const UGANDA: &str = "/rolls/UGA";

/// People of Uganda; nothing keeps the first `ready` of them off a roll, and of the others nothing is known.
fn scene(ready: &[&str], others: &[&str]) -> Scene {
    let mut house = House::open();
    let mut keys = house.enter("vanna", Role::Caseworker, Some(0));
    let mut cases: Vec<CaseId> =
        (1..).zip(ready).map(|(number, name)| comes(&mut house, &mut keys, name, number, true)).collect();
    cases.extend((50..).zip(others).map(|(number, name)| comes(&mut house, &mut keys, name, number, false)));
    let sokha = house.add("sokha", Role::Caseworker, Some(0));
    let maly = house.add("maly", Role::ProtectionOfficer, Some(0));
    let ratna = house.add("ratna", Role::ConsularOfficer, Some(1));
    let served = Served::with_clock(house, clock);
    let [sokha, maly, ratna] = [sokha, maly, ratna].map(|welcome| served.sign_in(&welcome));
    Scene { served, sokha, maly, ratna, cases }
}

impl Scene {
    fn get(&self, path: &str) -> Value {
        let answer = self.served.get(&self.sokha, &format!("{UGANDA}{path}"));
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        answer.json()
    }

    fn post(&self, path: &str, said: Value) -> Answer {
        self.served.post(&self.sokha, &format!("{UGANDA}{path}"), said)
    }

    fn seals(&self) -> Value {
        let sealed = self.post("/versions", json!({ "mission": "Embassy of Uganda (invented)" }));
        assert_eq!(sealed.status, StatusCode::CREATED, "{}", sealed.text);
        sealed.json()
    }

    fn sends(&self, version: u32) -> Answer {
        self.post(&format!("/versions/{version}/sent"), json!({}))
    }

    fn reads(&self, version: u32, file: &str) -> Answer {
        let path = format!("{UGANDA}/versions/{version}/answer/read");
        self.served.send("POST", &self.sokha, &path, "application/octet-stream", file.as_bytes().to_vec())
    }

    fn fears(&self, case: CaseId) {
        let said = json!({ "clear": true, "warnings": [Warning::FearsOwnState.key()] });
        let answer = self.served.post(&self.sokha, &format!("/cases/{case}/plan/safety"), said);
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text);
    }
}

fn names(page: &Value) -> Vec<&str> {
    let items = page["items"].as_array().unwrap().iter();
    items.map(|one| one["person"]["name"].as_str().or(one["name"].as_str()).unwrap_or_default()).collect()
}

#[test]
fn a_draft_says_who_is_on_it_and_of_everybody_else_exactly_why_not() {
    let scene = scene(&["Joan Invented", "Ivan Invented", "Mary Invented"], &["Ruth Invented", "Sara Invented"]);
    let standing = scene.served.get(&scene.sokha, "/rolls").json();
    assert_eq!(standing["items"], json!([{ "nationality": "UGA", "ready": 3, "missing": 2 }]));
    let draft = scene.get("");
    assert_eq!(names(&draft), ["Ivan Invented", "Joan Invented", "Mary Invented"]);
    assert_eq!((&draft["on"], &draft["missing"], &draft["fine"]), (&json!(3), &json!(2), &json!(3 * 171_000)));
    assert_eq!((&draft["items"][1]["person"]["document"], &draft["currency"]), (&json!("ZZ00001"), &json!("USD")));
    let later = scene.get("?until=2026-01-26");
    assert_eq!(later["items"][0]["person"]["days"], 181);

    let first = scene.get("?take=2");
    let next = first["next"].as_str().unwrap();
    assert!(names(&first).len() == 2 && !next.contains("Joan"));
    let second = scene.get(&format!("?take=2&cursor={next}"));
    assert_eq!((names(&second), &second["next"]), (vec!["Mary Invented"], &Value::Null));

    let missing = scene.get("/missing");
    assert_eq!(names(&missing), ["Ruth Invented", "Sara Invented"]);
    let why = missing["items"][0]["why"].as_array().unwrap();
    assert!(why.iter().any(|one| one["why"] == "no-consent" && one["about"] == "mission"), "{missing}");
    assert!(why.iter().all(|one| one["sentence"].as_str().is_some_and(|sentence| sentence.len() > 5)));
    assert_eq!(names(&scene.get("/missing?why=no-entry&take=1")), ["Ruth Invented"]);
    assert_eq!(scene.get("/missing?why=detained")["items"], json!([]));

    let ask = |path: &str| scene.served.get(&scene.sokha, path).error();
    assert_eq!(ask("/rolls/UGA/missing?why=perhaps"), "bad-parameter");
    assert_eq!(ask("/rolls/UGA?until=tomorrow"), "bad-parameter");
    assert_eq!(ask("/rolls/UGA?take=0"), "bad-parameter");
    assert_eq!(ask("/rolls/XYZ"), "not-found");
}

#[test]
fn a_version_is_sealed_once_sent_and_answered_and_the_next_says_what_changed() {
    let scene = scene(&["Joan Invented", "Ivan Invented", "Mary Invented"], &[]);
    let event = "019bc52b-ca20-7cc3-98c4-dc0c0c07398f";
    let said = json!({ "event": event, "mission": "Embassy of Uganda (invented)", "until": "2026-01-26" });
    let (first, second) = (scene.post("/versions", said.clone()), scene.post("/versions", said));
    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::OK), "{}", second.text);
    assert_eq!((first.json(), &first.json()["lines"]), (second.json(), &json!(3)));
    let other = scene.served.post(&scene.ratna, "/rolls/UGA/versions", json!({ "event": event, "mission": "Ours" }));
    assert!(other.status.is_client_error(), "{}", other.text);

    let refused = scene.post("/versions/1/answer", json!({ "decided": [{ "line": 1, "decision": "approved" }] }));
    assert!(refused.error() == "bad-value" && refused.text.contains("was not sent"), "{}", refused.text);
    assert_eq!(scene.sends(1).status, StatusCode::NO_CONTENT);
    assert_eq!(scene.sends(1).status, StatusCode::NO_CONTENT, "the same again");
    let whole = scene.get("/versions/1");
    assert_eq!((&whole["sent"], &whole["named"], &whole["open"]), (&json!("2026-01-16"), &json!(3), &json!(3)));

    let back = "Decision;Name;Passport\r\nnot approved;IVAN INVENTED;ZZ00002\r\napproved;Joan Invented;ZZ 00001\r\n\
                approved;Nobody Invented;ZZ99999\r\n";
    let read = scene.reads(1, back).json();
    assert_eq!(read["decided"][0], json!({ "line": 1, "decision": "refused", "known": false }));
    assert_eq!(read["decided"][1], json!({ "line": 2, "decision": "approved", "known": false }));
    assert_eq!((&read["absent"], &read["look"][0]["why"]), (&json!([3]), &json!("nobody")));
    let decided = json!({ "decided": [{ "line": 1, "decision": "refused" }, { "line": 2, "decision": "approved" }] });
    let noted = scene.post("/versions/1/answer", decided.clone()).json();
    assert_eq!((&noted["written"], &noted["already"]), (&json!(2), &json!(0)));
    assert_eq!(scene.post("/versions/1/answer", decided).json()["already"], 2);
    assert_eq!(scene.reads(1, back).json()["decided"][0]["known"], true);
    let lines = scene.get("/versions/1/lines?take=2");
    assert_eq!((&lines["items"][0]["decision"], lines["next"].is_string()), (&json!("refused"), true));
    let rest = scene.get(&format!("/versions/1/lines?take=2&cursor={}", lines["next"].as_str().unwrap()));
    assert_eq!((names(&rest), &rest["next"]), (vec!["Mary Invented"], &Value::Null));

    assert_eq!(scene.seals(), json!({ "version": 2, "lines": 1, "left": [] }));
    let kept = scene.get("/versions");
    let numbers: Vec<&Value> = kept["items"].as_array().unwrap().iter().map(|one| &one["version"]).collect();
    assert_eq!(numbers, [2, 1]);
    assert_eq!(scene.get("/versions/1/changes"), json!({ "since": null, "items": [], "next": null }));
    let changes = scene.get("/versions/2/changes");
    let what: Vec<(&str, &str)> = changes["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["what"].as_str().unwrap(), one["why"][0]["why"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(what, [("gone", "refused"), ("gone", "already-waived"), ("changed", "")]);
    assert_eq!((&changes["since"], &changes["items"][2]["fields"]), (&json!(1), &json!(["days", "amount"])));
    let plan = scene.served.get(&scene.sokha, &format!("/cases/{}/plan", scene.cases[0])).json();
    let step = plan["steps"].as_array().unwrap().iter().find(|one| one["step"] == "R07");
    assert!(step.is_none_or(|step| step["state"] == "done" || step["state"] == "skipped"), "{plan}");
}

#[test]
fn a_file_names_everybody_who_may_be_named_and_nobody_else() {
    let scene = scene(&["Joan Invented", "=HYPERLINK(1) Invented"], &[]);
    scene.seals();
    let file = |format: &str| scene.post("/versions/1/file", json!({ "format": format, "place": "Kampot" }));
    assert!(file("pdf").kind == "application/pdf" && file("pdf").text.starts_with("%PDF-"));
    assert!(file("xlsx").text.starts_with("PK"));
    let table = file("csv").text;
    assert!(table.contains("Joan Invented") && table.contains("'=HYPERLINK(1)"), "{table}");
    scene.fears(scene.cases[0]);
    assert!(!file("csv").text.contains("Joan"));
    let lines = scene.get("/versions/1/lines");
    assert_eq!(
        (names(&lines), &lines["items"][1]["standing"]),
        (vec!["=HYPERLINK(1) Invented", ""], &json!("withdrawn"))
    );
    let refused = scene.sends(1);
    assert!(refused.error() == "bad-value" && refused.text.contains("no longer be named"), "{}", refused.text);
    scene.fears(scene.cases[1]);
    let nobody = file("csv");
    assert!(nobody.error() == "bad-value" && nobody.text.contains("no file"), "{}", nobody.text);
    let empty = scene.post("/versions", json!({ "mission": "Embassy" }));
    assert!(empty.error() == "bad-value" && empty.text.contains("Nobody can be on this roll"), "{}", empty.text);
}

#[test]
fn what_is_wrong_is_said_with_the_field_it_is_in() {
    let scene = scene(&["Joan Invented"], &[]);
    scene.seals();
    for (path, said, part) in [
        ("/versions", json!({ "mission": " " }), "`mission`"),
        ("/versions", json!({ "mission": "Embassy", "until": "2027-01-01" }), "`until`"),
        ("/versions", json!({ "mission": "Embassy", "until": "soon" }), "`until`"),
        ("/versions/1/sent", json!({ "on": "2026-01-17" }), "`on`"),
        ("/versions/1/sent", json!({ "on": "2026-01-01" }), "`on`"),
        ("/versions/1/sent", json!({ "by": "post" }), "`by`"),
        ("/versions/1/file", json!({ "format": "doc" }), "`format`"),
        (
            "/versions/1/answer",
            json!({ "decided": [{ "line": 9, "decision": "approved" }] }),
            "`decided`: 9 is no line",
        ),
        (
            "/versions/1/answer",
            json!({ "decided": [{ "line": 1, "decision": "approved" }, { "line": 1, "decision": "refused" }] }),
            "`decided`: line 1 stands in it twice",
        ),
        ("/versions/1/answer", json!({ "decided": [{ "line": 1, "decision": "maybe" }] }), "one of approved, refused"),
    ] {
        let answer = scene.post(path, said);
        assert!(answer.error() == "bad-value" && answer.text.contains(part), "{path}: {}", answer.text);
        assert_eq!(answer.text.matches("Nothing was changed").count(), 1, "{}", answer.text);
    }
    assert_eq!(scene.reads(1, "").status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(scene.post("/versions/1/answer/read", json!({})).status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    scene.sends(1);
    let early = scene.post("/versions/1/answer", json!({ "on": "2026-01-01", "decided": [] }));
    assert!(early.text.contains("`on`"), "{}", early.text);
}

#[test]
fn sec02_another_team_s_roll_is_answered_like_one_that_does_not_exist() {
    let scene = scene(&["Joan Invented"], &[]);
    scene.seals();
    assert_eq!(scene.sends(1).status, StatusCode::NO_CONTENT);
    let ask = |path: &str, body: Option<Value>| match body {
        None => scene.served.get(&scene.ratna, path),
        Some(body) => scene.served.post(&scene.ratna, path, body),
    };
    let bodies: [(&str, Option<Value>); 7] = [
        ("", None),
        ("/lines", None),
        ("/changes", None),
        ("/file", Some(json!({ "format": "csv" }))),
        ("/sent", Some(json!({}))),
        ("/answer", Some(json!({ "decided": [{ "line": 1, "decision": "approved" }] }))),
        ("/answer/read", Some(json!({}))),
    ];
    for (path, body) in bodies {
        let [theirs, nobodys] = ["UGA", "KEN"].map(|of| ask(&format!("/rolls/{of}/versions/1{path}"), body.clone()));
        assert_eq!((theirs.status, &theirs.text), (nobodys.status, &nobodys.text), "{path}");
        assert!(theirs.status.is_client_error(), "{path}: {}", theirs.text);
    }
    let [theirs, nobodys] = ["UGA", "KEN"].map(|of| ask(&format!("/rolls/{of}/versions"), None));
    assert_eq!((theirs.status, theirs.text), (nobodys.status, nobodys.text));
    assert_eq!(ask("/rolls", None).json()["items"], json!([]));
    assert_eq!(ask("/rolls/UGA", None).json()["items"], json!([]));
    // Whoever writes no journey notes neither that it was sent nor an answer.
    let said = json!({ "decided": [{ "line": 1, "decision": "approved" }] });
    let refused = scene.served.post(&scene.maly, "/rolls/UGA/versions/1/answer", said);
    assert_eq!((refused.status, refused.error().as_str()), (StatusCode::FORBIDDEN, "refused"));
}

#[test]
fn somebody_is_made_ready_for_a_roll_through_a_program_alone() {
    let scene = scene(&[], &["Ruth Invented"]);
    let at = format!("/cases/{}", scene.cases[0]);
    let says = |path: &str, said: Value| scene.served.post(&scene.sokha, &format!("{at}/plan/{path}"), said);
    let done = |path: &str, said: Value| {
        let answer = says(path, said);
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{path}: {}", answer.text);
    };
    done("safety", json!({ "clear": true }));
    for to in ["mission", "authority"] {
        done("consents", json!({ "contact": to, "agreed": true, "given": "spoken", "safe": true }));
    }
    done(
        "stay",
        json!({ "stamped": true, "entry": { "first": "2025-06-30" }, "leave": { "kind": "days", "least": 30 } }),
    );
    let draft = scene.get("");
    assert_eq!((names(&draft), &draft["items"][0]["person"]["days"]), (vec!["Ruth Invented"], &json!(171)), "{draft}");
    let why = || scene.get("/missing")["items"][0]["why"].clone();
    done("stay", json!({ "stamped": true, "entry": { "first": "2025-06-01", "last": "2025-06-30" } }));
    assert!(why().to_string().contains("entry-not-exact"), "{}", why());
    done("consents", json!({ "contact": "authority", "agreed": false, "given": "spoken", "safe": true }));
    assert!(why().as_array().unwrap().iter().any(|one| one["why"] == "declined" && one["about"] == "authority"));
    for (path, said, part) in [
        ("stay", json!({ "stamped": true, "entry": { "first": "2027-01-01" } }), "`entry`"),
        ("stay", json!({ "stamped": true, "leave": { "kind": "long" } }), "`leave"),
        ("consents", json!({ "contact": "neighbour", "agreed": true, "given": "spoken" }), "`contact`"),
    ] {
        let answer = says(path, said);
        assert!(answer.error() == "bad-value" && answer.text.contains(part), "{path}: {}", answer.text);
    }
}
