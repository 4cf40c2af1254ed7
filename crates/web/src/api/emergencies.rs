//! Emergencies, and who has read a case.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging::{Page, cursor, place, take};
use super::said_of_emergencies::{
    Asked, Counted, Granted, Lent, Made, Opened, Read, Refused, Reviewed, Seen, Taken, Waiting,
};
use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, EmergencyId};
use casework::{emergency, readings};
use serde_json::json;

const MOST: usize = 200;

pub fn operations() -> Vec<Operation> {
    let asked = json!({
        "code": "481 516 237", "parts": ["identity", "care"], "hours": 4,
        "reason": "Unconscious at the clinic; which medicine does she take?"
    });
    vec![
        post("/emergencies", ask, "Ask for the keys of a case in an emergency")
            .details("The answer is the same when there is no case with this code. A second person decides.")
            .takes::<Asked>(asked)
            .gives(201, Made::sample()),
        get("/emergencies/mine", mine, "What one asked for").gives(200, Page::whole(vec![Taken::sample()])),
        get("/emergencies/requests", requests, "What waits for a second person of one's team")
            .gives(200, Page::whole(vec![Waiting::sample()])),
        get("/emergencies", used, "What was answered of the cases of one's team")
            .gives(200, Page::whole(vec![Lent::sample()])),
        get("/emergencies/overseen", overseen, "Who was lent keys, for auditors")
            .gives(200, Page::whole(vec![Seen::sample()])),
        post("/emergencies/{emergency}/grant", grant, "Lend the keys, as the second person")
            .takes::<Granted>(json!({ "hours": 4 }))
            .gives(200, Opened::sample()),
        post("/emergencies/{emergency}/refuse", refuse, "Do not lend them")
            .details("Whoever asked sees no more than that nobody opened the case.")
            .takes::<Refused>(json!({ "because": "We rang the clinic ourselves." }))
            .gives_nothing(),
        post("/emergencies/{emergency}/close", close, "Take the keys back before their time").gives_nothing(),
        post("/emergencies/{emergency}/review", review, "Say afterwards whether it was right, as a third person")
            .takes::<Reviewed>(json!({ "verdict": "justified", "words": "The clinic needed it." }))
            .gives_nothing(),
        get("/cases/{case}/readings", read_by, "Who has read a case, newest first")
            .details("Also the files that others were given about the person. Lists and exports are not among these.")
            .in_pages(MOST)
            .gives(200, Page { items: vec![Read::sample()], next: None }),
        get("/cases/{case}/reading-counts", counts, "How often a case was read, by team and organisation")
            .details("For the person whose it is: nobody is named.")
            .gives(200, Page::whole(vec![Counted::sample()])),
    ]
}

fn ask(visit: &Visit) -> Answer {
    visit.permit(Action::AskEmergency)?;
    visit.session()?;
    let said: Asked = visit.sent()?;
    let code = CaseCode::read(&said.code).map_err(|error| Fault::wrong("code", &error.to_string()))?;
    let parts: Vec<_> = said.parts.into_iter().map(|As(part)| part).collect();
    let id = visit.command(|cx| emergency::ask(cx, code, &parts, &said.reason, said.hours))?;
    Ok((StatusCode::CREATED, Json(Made { emergency: As(id) })).into_response())
}

fn mine(visit: &Visit) -> Answer {
    let all = visit.command(emergency::mine)?;
    Ok(Json(Page::whole(all.iter().map(Taken::of).collect())).into_response())
}

fn requests(visit: &Visit) -> Answer {
    let all = visit.command(emergency::open_requests)?;
    Ok(Json(Page::whole(all.iter().map(Waiting::of).collect())).into_response())
}

fn used(visit: &Visit) -> Answer {
    let all = visit.command(emergency::in_use)?;
    Ok(Json(Page::whole(all.iter().map(Lent::of).collect())).into_response())
}

fn overseen(visit: &Visit) -> Answer {
    let all = visit.command(emergency::overseen)?;
    Ok(Json(Page::whole(all.iter().map(Seen::of).collect())).into_response())
}

fn id(visit: &Visit) -> Result<EmergencyId, Fault> {
    visit.signed_in().ok_or(Fault::SignInNeeded)?;
    EmergencyId::read(visit.param("emergency")).ok_or(Fault::NotFound)
}

fn grant(visit: &Visit) -> Answer {
    visit.permit(Action::GrantEmergency)?;
    let (id, said): (_, Granted) = (id(visit)?, visit.sent()?);
    let until = visit.command(|cx| emergency::grant(cx, id, said.hours))?;
    Ok(Json(Opened { until: As(until) }).into_response())
}

fn refuse(visit: &Visit) -> Answer {
    visit.permit(Action::GrantEmergency)?;
    let (id, said): (_, Refused) = (id(visit)?, visit.sent()?);
    visit.command(|cx| emergency::refuse(cx, id, &said.because))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn close(visit: &Visit) -> Answer {
    let id = id(visit)?;
    visit.command(|cx| emergency::close(cx, id))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn review(visit: &Visit) -> Answer {
    visit.permit(Action::ReviewEmergency)?;
    let (id, said): (_, Reviewed) = (id(visit)?, visit.sent()?);
    visit.command(|cx| emergency::review(cx, id, said.verdict.0, &said.words))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn read_by(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    let most = take(visit, MOST)?;
    let before = place(visit.asked("cursor"), |text| text.parse().ok())?;
    let found = visit.command(|cx| readings::readings(cx, case, before, most))?;
    let next = found.older.map(|older| cursor(&older.to_string()));
    Ok(Json(Page { items: found.readings.iter().map(Read::of).collect(), next }).into_response())
}

fn counts(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    let found = visit.command(|cx| readings::counts(cx, case))?;
    Ok(Json(Page::whole(found.counts.iter().map(Counted::of).collect())).into_response())
}
