//! Letters through a program: what each takes, one that is written, its file, its code.

use super::program::{Answer, Served};
use access::Role;
use axum::http::StatusCode;
use serde_json::{Value, json};

fn somebody(served: &Served, token: &str) -> String {
    let said = json!({
        "names": ["ሐና ተስፋዬ", "Hanna Tesfaye"], "birth": "2001-05-17", "nationalities": ["ETH"], "languages": ["am"],
        "remark": "Canary remark", "consent": "spoken",
    });
    let card = served.post(token, "/arrivals", said).json();
    format!("/cases/{}", card["case"].as_str().unwrap())
}

fn presumed(served: &Served, token: &str, at: &str) {
    for (question, said) in [("as-promised", "no"), ("left-freely", "no"), ("forced-work", "yes")] {
        let said = json!({ "question": question, "answer": { "said": said } });
        assert_eq!(served.post(token, &format!("{at}/hearing/answers"), said).status, StatusCode::CREATED);
    }
}

fn said(form: &str) -> Value {
    json!({
        "form": form, "language": "en", "place": "Phnom Penh", "signatory": "Sok Invented",
        "recipient": ["Office of immigration (invented)"], "contact": ["desk@example.org"],
    })
}

fn with(mut said: Value, field: &str, value: Value) -> Value {
    said[field] = value;
    said
}

#[test]
fn a_letter_says_field_by_field_what_it_takes_and_is_written_once_it_may_be() {
    let (served, token) = Served::with(Role::Caseworker);
    let forms = served.get(&token, "/letters").json();
    let forms = forms["items"].as_array().unwrap();
    assert!(forms.len() >= 3 && forms.iter().all(|form| form["texts"].as_array().unwrap().len() == 2));
    let fields = forms.iter().flat_map(|form| form["fields"].as_array().unwrap());
    assert!(fields.clone().all(|field| field["why"].as_str().unwrap().ends_with('.')), "each says why");
    assert!(fields.clone().all(|field| field["compartment"] != "testimony"));

    let at = somebody(&served, &token);
    let look = |form: &str| {
        served.post(&token, &format!("{at}/letters/look"), json!({ "form": form, "language": "en" })).json()
    };
    let found = look("presumption");
    assert_eq!(found["lacks"][0]["field"], "finding");
    let name = &found["fields"].as_array().unwrap()[0];
    assert_eq!((&name["field"]["field"], &name["value"]), (&json!("name"), &json!("Hanna Tesfaye")));
    assert_eq!(look("mission-request")["lacks"][0]["field"], "consent");
    assert_eq!(look("medical-referral")["lacks"][0]["field"], "agreed");

    let write = |said: Value| served.post(&token, &format!("{at}/letters"), said);
    let refused = write(said("presumption"));
    assert_eq!((refused.status, refused.error().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "letter-lacks"));
    assert!(refused.text.contains("Go on with the hearing"), "{}", refused.text);
    presumed(&served, &token, &at);
    let written = write(said("presumption"));
    assert_eq!(written.status, StatusCode::CREATED, "{}", written.text);
    let letter = written.json();
    let text = letter["text"].as_str().unwrap();
    assert!(text.contains("Hanna Tesfaye") && text.contains("Sok Invented") && !text.contains("Canary"), "{text}");
    assert_eq!((&letter["undrawn"], &letter["reviewed"]), (&json!(""), &json!(false)));
    let clinic = write(with(with(said("medical-referral"), "agreed", json!(true)), "care_wanted", json!("A check-up")));
    assert!(clinic.status == StatusCode::CREATED && !clinic.text.contains("Tesfaye"), "{}", clinic.text);
    for (wrong, part) in [
        (with(said("presumption"), "language", json!("fr")), "en or km"),
        (said("no-such-letter"), "presumption"),
        (with(said("presumption"), "mission_of", json!("ETH")), "mission_of"),
    ] {
        let answer = write(wrong);
        assert!(answer.error() == "bad-value" && answer.text.contains(part), "{}", answer.text);
    }
}

#[test]
fn whoever_holds_a_letter_checks_it_without_a_token_and_what_is_taken_back_is_given_to_nobody() {
    let (served, token) = Served::with(Role::Caseworker);
    let at = somebody(&served, &token);
    presumed(&served, &token, &at);
    let once = with(said("presumption"), "event", json!("019bc52b-ca20-7cc3-98c4-dc0c0c07398f"));
    let write = |said: &Value| served.post(&token, &format!("{at}/letters"), said.clone());
    let (first, second) = (write(&once), write(&once));
    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::OK));
    assert_eq!(first.json(), second.json());
    let other = write(&with(once.clone(), "language", json!("km")));
    assert_eq!((other.status, other.error().as_str()), (StatusCode::CONFLICT, "id-taken"));
    let code = first.json()["code"].as_str().unwrap().to_owned();

    let check = |code: &str| served.post("", "/letters/check", json!({ "code": code })).json();
    let spoken = format!("{} {} {}", &code[..3], &code[3..6], &code[6..]);
    let told = check(&spoken);
    assert_eq!((&told["genuine"], &told["letter"]["organisation"]), (&json!(true), &json!("Harbour")));
    assert!(!told.to_string().contains("Hanna"));
    assert_eq!(check("111111111"), json!({ "genuine": false, "letter": null }));

    let file = |format: &str| -> Answer {
        let said = json!({ "code": code, "format": format, "letter": said("presumption") });
        served.post(&token, &format!("{at}/letters/print"), said)
    };
    assert_eq!((file("pdf").kind.as_str(), &file("pdf").text[..5]), ("application/pdf", "%PDF-"));
    assert!(file("docx").text.starts_with("PK"));
    assert!(file("txt").text.contains(&spoken), "under the code that it was given");
    let listed = served.get(&token, &format!("{at}/letters")).json();
    assert_eq!((listed["items"].as_array().unwrap().len(), &listed["items"][0]["code"]), (1, &json!(code)));

    let withdraw = || served.post(&token, &format!("{at}/letters/withdraw"), json!({ "code": spoken }));
    assert_eq!(withdraw().status, StatusCode::NO_CONTENT);
    let told = check(&code);
    assert!(told["genuine"] == false && told["letter"]["withdrawn"].is_string(), "{told}");
    assert_eq!(file("pdf").error(), "no-value");
    assert_eq!(write(&once).error(), "no-value", "and no second letter comes of the same");
    let nowhere = served.post(&token, &format!("{at}/letters/withdraw"), json!({ "code": "111111111" }));
    assert_eq!(nowhere.status, StatusCode::CONFLICT);
}
