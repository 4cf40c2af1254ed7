//! Letters for many people: chosen on a page, written one by one in the background, stopped, gone on with, taken away;
//! and gone with the sign-in.

use crate::served::{Said, Served, served};
use serde_json::{Value, json};
use std::sync::Arc;

struct Scene {
    server: Served,
    cookie: String,
    token: String,
}

fn scene() -> Scene {
    let server = served();
    let (cookie, token) = (server.sign_in(), server.token());
    Scene { server, cookie, token }
}

impl Scene {
    fn get(&self, path: &str) -> Said {
        self.server.ask("GET", path, &[("cookie", self.cookie.as_str())], "")
    }

    fn post(&self, path: &str, form: &str) -> Said {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.server.ask("POST", path, &[("sec-fetch-site", "same-origin"), kind, ("cookie", &self.cookie)], form)
    }

    fn says(&self, path: &str, said: &Value) -> Value {
        let bearer = format!("Bearer {}", self.token);
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let answer = self.server.ask("POST", &format!("/api/v1{path}"), &headers, &said.to_string());
        assert!(answer.status < 300, "{path}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap_or_default()
    }

    /// Somebody who came; the nine digits of their card.
    fn comes(&self, name: &str, is_presumed: bool) -> String {
        let card = self.says("/arrivals", &json!({ "names": [name], "place": "Kampot", "consent": "spoken" }));
        let answers: &[_] =
            if is_presumed { &[("as-promised", "no"), ("left-freely", "no"), ("forced-work", "yes")] } else { &[] };
        for (question, said) in answers {
            let said = json!({ "question": question, "answer": { "said": said } });
            self.says(&format!("/cases/{}/hearing/answers", card["case"].as_str().unwrap()), &said);
        }
        card["code"].as_str().unwrap().to_owned()
    }

    /// Chooses whom a search finds; the address of their batch.
    fn chooses(&self, search: &str) -> String {
        let answer = self.post("/letters/batch", search);
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.header("location").to_owned()
    }

    fn progress(&self, batch: &str) -> Value {
        serde_json::from_str(&self.get(&format!("{batch}/progress.json")).body).unwrap()
    }

    /// Waits until nobody writes any more.
    fn ends(&self, batch: &str) -> Value {
        loop {
            let progress = self.progress(batch);
            if progress["finished"] == true {
                return progress;
            }
            std::thread::yield_now();
        }
    }
}

const FORM: &str = "form=presumption&language=en&recipient=Office+(invented)&place=Phnom+Penh&signatory=Sok+Invented";

#[test]
fn those_who_may_be_written_for_get_a_letter_and_the_others_a_reason() {
    let scene = scene();
    let heard = [scene.comes("Hanna Invented", true), scene.comes("Zodwa Invented", true)];
    let unheard = scene.comes("Yusuf Invented", false);
    scene.comes("Amina Elsewhere", true);
    let batch = scene.chooses("find=invented");
    assert!(scene.get(&batch).body.contains("For 3 people."), "as filtered, and nobody else");
    let form = scene.get(&format!("{batch}?form=presumption")).body;
    assert!(form.contains("Write 3 letters") && !form.contains("name=\"agreed\"") && !form.contains("overstay_since"));
    let refused = scene.post(&batch, "form=presumption&language=en");
    assert!(refused.status == 422 && refused.body.contains("Who signs the letter is needed."), "{}", refused.body);
    assert_eq!(scene.post(&batch, FORM).status, 303);
    let progress = scene.ends(&batch);
    assert_eq!((&progress["done"], &progress["words"]), (&json!(3), &json!("2 written, 1 could not be, 0 to go")));
    assert_eq!(progress["more"][0]["code"], json!(unheard));
    assert!(progress["more"][0]["why"][0].as_str().unwrap().contains("Go on with the hearing"));
    let shown: Value = serde_json::from_str(&scene.get(&format!("{batch}/progress.json?shown=1")).body).unwrap();
    assert_eq!(shown["more"], json!([]), "what is on the page already is not told again");

    let page = scene.get(&batch).body;
    for code in heard.iter().chain([&unheard]) {
        assert!(page.contains(code.as_str()), "{code} is on the page");
    }
    assert!(page.contains("2 letters were written."));
    let codes: Vec<String> = page
        .split("Code of the letter <span class=\"code\" dir=\"ltr\">")
        .skip(1)
        .map(|rest| rest[..11].to_owned())
        .collect();
    assert!(codes.len() == 2 && codes[0] != codes[1], "{codes:?}");
    for code in &codes {
        assert_eq!(scene.says("/letters/check", &json!({ "code": code }))["genuine"], true);
    }
    let pdf = scene.post(&format!("{batch}/file"), "format=pdf");
    assert_eq!((pdf.header("content-type"), &pdf.body[..5]), ("application/pdf", "%PDF-"));
    let zip = scene.post(&format!("{batch}/file"), "format=zip");
    assert_eq!(zip.header("content-disposition"), "attachment; filename=\"letters.zip\"");
    for code in &heard {
        assert!(zip.body.contains(&format!("{}.pdf", code.replace(' ', ""))), "named by the code of the case");
    }
    assert!(!zip.body.contains("Hanna"), "and by nothing else");
}

/// The keys are held back, so that the first letter waits while somebody stops.
#[test]
fn stopped_the_letters_that_were_written_stay_and_the_rest_is_named_and_can_be_gone_on_with() {
    let scene = scene();
    let codes: Vec<String> = ["Hanna", "Zodwa", "Yusuf", "Amina"].iter().map(|name| scene.comes(name, true)).collect();
    let batch = scene.chooses("");
    let me: Value = serde_json::from_str(
        &scene.server.ask("GET", "/api/v1/me", &[("authorization", &format!("Bearer {}", scene.token))], "").body,
    )
    .unwrap();
    let member = base::UserId::read(me["id"].as_str().unwrap()).unwrap();
    let sessions = scene.server.app.sessions.of_member(member);
    {
        let _held: Vec<_> = sessions.iter().map(|session| session.keys.lock()).collect();
        assert_eq!(scene.post(&batch, FORM).status, 303);
        assert!(scene.get(&batch).body.contains("http-equiv=\"refresh\""), "it goes on without a script too");
        assert_eq!(scene.post(&format!("{batch}/stop"), "").status, 303);
    }
    drop(sessions);
    let stopped = scene.ends(&batch);
    let done = stopped["done"].as_u64().unwrap();
    assert!(done <= 1, "at most the one that was being written: {stopped}");
    let page = scene.get(&batch).body;
    assert!(page.contains("It was stopped before"), "{page}");
    assert!(codes.iter().all(|code| page.contains(code.as_str())), "nobody is left out silently");
    assert_eq!(scene.post(&format!("{batch}/go-on"), "").status, 303);
    assert_eq!(scene.ends(&batch)["words"], "4 written, 0 could not be, 0 to go");
    assert_eq!(scene.post(&batch, FORM).status, 303, "sent twice");
    assert_eq!(scene.ends(&batch)["words"], "4 written, 0 could not be, 0 to go", "nobody gets two");
}

#[test]
fn nobody_else_sees_a_batch_and_with_the_sign_in_it_is_gone() {
    let scene = scene();
    scene.comes("Hanna", true);
    let batch = scene.chooses("");
    scene.post(&batch, FORM);
    scene.ends(&batch);
    assert!(scene.get("/letters/batch").body.contains(&batch));
    assert!(scene.get("/people").body.contains("Letters for many people"));
    let other = scene.server.try_in("sokha", scene.server.passphrase(), scene.server.code(2), "");
    let other = crate::served::session_of(&other);
    for path in [batch.clone(), format!("{batch}/progress.json")] {
        assert_eq!(scene.server.ask("GET", &path, &[("cookie", other.as_str())], "").status, 404, "{path}");
    }
    let ours = [("sec-fetch-site", "same-origin"), ("cookie", other.as_str())];
    assert_eq!(scene.server.ask("POST", &format!("{batch}/file"), &ours, "").status, 404);

    let me = scene.server.ask("GET", "/api/v1/me", &[("authorization", &format!("Bearer {}", scene.token))], "").body;
    let me: Value = serde_json::from_str(&me).unwrap();
    let member = base::UserId::read(me["id"].as_str().unwrap()).unwrap();
    let kept: Vec<_> = scene
        .server
        .app
        .sessions
        .of_member(member)
        .iter()
        .flat_map(|session| session.letters.lock().unwrap().iter().map(Arc::downgrade).collect::<Vec<_>>())
        .collect();
    assert!(kept.len() == 1 && kept[0].upgrade().is_some());
    scene.post("/lock", "");
    assert!(kept[0].upgrade().is_none(), "no letter is left in memory");
}

#[test]
fn nobody_and_too_many_are_said_and_a_sign_in_keeps_few() {
    let scene = scene();
    let nobody = scene.post("/letters/batch", "find=nobody+of+this+name");
    assert!(nobody.status == 422 && nobody.body.contains("Nobody is found"), "{}", nobody.body);
    scene.comes("Hanna", true);
    for _ in 0..4 {
        let batch = scene.chooses("");
        scene.post(&batch, FORM);
        scene.ends(&batch);
    }
    let full = scene.post("/letters/batch", "");
    assert!(full.status == 422 && full.body.contains("keeps 4 batches"), "{}", full.body);
}
