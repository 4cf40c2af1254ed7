//! Appointments through a program: hours, a place, the day's list, who came.

use super::program::Served;
use access::Role;
use axum::http::StatusCode;
use serde_json::json;

#[test]
fn a_place_is_booked_once_seen_on_its_day_and_given_back() {
    let (served, token) = Served::with(Role::Caseworker);
    let day = "2026-02-03";
    let hours = json!({ "days": [day], "slots": [{ "at": "09:00", "places": 1 }] });
    let kept = served.post(&token, "/missions/UGA/hours", hours);
    assert_eq!(kept.status, StatusCode::NO_CONTENT, "{}", kept.text);
    let wrong = json!({ "days": ["someday"], "slots": [] });
    assert_eq!(served.post(&token, "/missions/UGA/hours", wrong).status, StatusCode::UNPROCESSABLE_ENTITY);

    let said = json!({
        "names": ["Hanna Invented"], "birth": "1996", "nationalities": ["UGA"], "consent": "spoken",
    });
    let card = served.post(&token, "/arrivals", said).json();
    let at = format!("/cases/{}", card["case"].as_str().unwrap());
    let wanted = json!({ "mission": "UGA", "step": "R02", "on": day });
    let unknown = json!({ "mission": "UGA", "step": "R99", "on": day });
    for (path, said) in [("appointments", unknown), ("plan/steps", json!({ "step": "R99", "reached": "done" }))] {
        let refused = served.post(&token, &format!("{at}/{path}"), said);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert!(refused.text.contains("`step`"), "{}", refused.text);
    }
    let early = served.post(&token, &format!("{at}/appointments"), wanted.clone());
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody checked whether contact is safe");

    served.post(&token, &format!("{at}/plan/safety"), json!({ "clear": true }));
    let yes = json!({ "contact": "mission", "given": "spoken", "safe": true, "agreed": true });
    let agreed = served.post(&token, &format!("{at}/plan/consents"), yes);
    assert!(agreed.status.is_success(), "{}", agreed.text);
    for _ in 0..2 {
        let booked = served.post(&token, &format!("{at}/appointments"), wanted.clone());
        assert_eq!(booked.status, StatusCode::CREATED, "{}", booked.text);
        assert_eq!(booked.json(), json!({ "on": day, "at": "09:00" }));
    }
    let days = served.get(&token, "/missions/UGA/days?take=60").json();
    let open: Vec<_> = days["items"].as_array().unwrap().iter().filter(|day| day["closed"].is_null()).collect();
    assert_eq!(open, [&json!({ "on": day, "closed": null, "slots": [{ "at": "09:00", "places": 1, "taken": 1 }] })]);
    let next = days["next"].as_str().unwrap();
    assert_eq!(served.get(&token, &format!("/missions/UGA/days?cursor={next}")).status, StatusCode::OK);

    let expected = served.get(&token, &format!("/missions/UGA/days/{day}")).json();
    let one = &expected["items"][0];
    assert_eq!((&one["case"], &one["standing"]), (&card["case"], &json!("booked")));
    let mark = format!("{at}/appointments/{}", one["appointment"].as_str().unwrap());
    let soon = served.post(&token, &mark, json!({ "standing": "came" }));
    assert_eq!(soon.status, StatusCode::UNPROCESSABLE_ENTITY, "its day has not come");
    assert_eq!(served.post(&token, &mark, json!({ "standing": "called-off" })).status, StatusCode::NO_CONTENT);
    let all = served.get(&token, &format!("{at}/appointments")).json();
    assert_eq!(all["items"][0]["standing"], "called-off");
    assert_eq!(served.post(&token, &mark, json!({ "standing": "came" })).status, StatusCode::NOT_FOUND, "replaced");
}
