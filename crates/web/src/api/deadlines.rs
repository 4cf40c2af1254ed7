//! The dated deadlines of one person: the pack's, and the person's own.

use super::cases::case_of;
use super::operation::{Operation, get, post};
use super::paging::Page;
use super::texted::As;
use super::under;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Date, EventId, text};
use casework::hearing::Kept;
use casework::plan::{self, Deadline};
use pathway::Outlook;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    let event = "019bc5a2-7c00-7cc3-98c4-dc0c0c07398f";
    let set = json!({ "event": event, "what": "Hearing in court", "on": "2026-02-03", "note": "Room 4." });
    vec![
        get("/cases/{case}/deadlines", all, "The deadlines of a person, the first to come first")
            .gives(200, Page::whole(vec![DeadlineOf::of_pack(), DeadlineOf::own()])),
        post("/cases/{case}/deadlines", set_one, "Set a deadline, or move it to another day")
            .details("In place of an earlier one of the same words. With the same `event` again nothing changes and the answer is 200.")
            .takes::<Set>(set)
            .gives(201, Noted::sample())
            .gives(200, Noted::sample())
            .refuses(&[409]),
        post("/cases/{case}/deadlines/end", end, "Note that a deadline was met, or called off")
            .takes::<Over>(json!({ "event": event, "what": "Hearing in court" }))
            .gives(201, Noted::sample())
            .gives(200, Noted::sample())
            .refuses(&[409]),
    ]
}

/// A day by which something must be done for a person.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Deadline")]
struct DeadlineOf {
    /// "pack": of the country's pack, for everybody whom it concerns. "person": of this person's own.
    of: &'static str,
    what: String,
    on: As<Date>,
    note: Option<String>,
    /// Of the pack: the step that must be done by then.
    step: Option<String>,
    /// Of the pack: how it looks.
    outlook: Option<As<Outlook>>,
}

impl DeadlineOf {
    fn own() -> DeadlineOf {
        DeadlineOf {
            of: "person",
            what: "Hearing in court".to_owned(),
            on: As("2026-02-03".parse().expect("a day")),
            note: Some("Room 4.".to_owned()),
            step: None,
            outlook: None,
        }
    }

    fn of_pack() -> DeadlineOf {
        DeadlineOf {
            of: "pack",
            what: "The waiver of fines ends.".to_owned(),
            on: As("2026-02-28".parse().expect("a day")),
            note: None,
            step: Some("R07".to_owned()),
            outlook: Some(As(Outlook::AtRisk)),
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "DeadlineSet")]
struct Set {
    /// An id that the sender makes, a UUID of version 7: when it comes again, nothing changes.
    #[serde(default)]
    event: Option<As<EventId>>,
    /// What must be done, by which the deadline is known.
    what: String,
    on: As<Date>,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "DeadlineOver")]
struct Over {
    #[serde(default)]
    event: Option<As<EventId>>,
    /// The words of a deadline that stands.
    what: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DeadlineNoted")]
struct Noted {
    event: As<EventId>,
}

impl Noted {
    fn sample() -> Noted {
        Noted { event: As(EventId::from_bytes([1; 16])) }
    }
}

fn all(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let pack = visit.app.pack();
    let durations = crate::pages::plan::durations(visit)?;
    let view = visit.command(|cx| plan::read(cx, pack, &durations, case))?;
    let of_pack = view.plan.deadlines.iter().map(|due| DeadlineOf {
        of: "pack",
        what: pack.pack.deadlines[due.deadline].says.clone(),
        on: As(due.on),
        note: None,
        step: Some(pack.pack.step(due.step).id.clone()),
        outlook: Some(As(due.outlook)),
    });
    let own = view.told.deadlines.into_iter().map(|one| DeadlineOf {
        of: "person",
        what: one.what,
        on: As(one.on),
        note: one.note,
        step: None,
        outlook: None,
    });
    let mut all: Vec<DeadlineOf> = of_pack.chain(own).collect();
    all.sort_by(|a, b| (&a.on, a.of, &a.what).cmp(&(&b.on, b.of, &b.what)));
    Ok(Json(Page::whole(all)).into_response())
}

fn set_one(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: Set = visit.sent()?;
    let field = match () {
        () if text::line(&said.what).is_empty() => "what",
        () if said.on.0 < visit.today() => "on",
        () => "event",
    };
    let event = said.event.map(|As(event)| event);
    let deadline = Deadline { what: said.what, on: said.on.0, note: said.note, stands: true };
    let kept = visit.command(|cx| plan::note_deadline_once(cx, event, case, deadline));
    noted(kept.map_err(|fault| under(field, fault))?)
}

fn end(visit: &Visit) -> Answer {
    let case = case_of(visit)?;
    visit.permit(Action::Plan)?;
    let said: Over = visit.sent()?;
    let event = said.event.map(|As(event)| event);
    let kept = visit.command(|cx| plan::end_deadline_once(cx, event, case, &said.what));
    let kept = kept.map_err(|fault| under("event", fault))?;
    noted(kept.ok_or_else(|| Fault::wrong("what", "no deadline of these words stands"))?)
}

fn noted(kept: Kept) -> Answer {
    let status = if matches!(kept, Kept::Now(_)) { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(Noted { event: As(kept.event()) })).into_response())
}
