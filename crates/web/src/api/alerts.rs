//! What one is to look at: listed, and marked as seen.

use super::operation::{Operation, get, post};
use super::paging::{Page, cursor, place, take};
use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::visit::Visit;
use access::alert::{self, Kind, Raised};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{AlertId, CaseId, Instant};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

const MOST: usize = 200;

pub fn operations() -> Vec<Operation> {
    vec![
        get("/alerts", all, "What one is to look at, newest first")
            .details(
                "An alert says what kind of thing happened and when. A case is named to those alone who could open it.",
            )
            .in_pages(MOST)
            .gives(200, Page::whole(vec![Shown::sample()])),
        post("/alerts/seen", seen, "Mark alerts as seen")
            .details("For oneself: others still have them as new.")
            .takes::<Seen>(json!({ "alerts": [AlertId::from_bytes([1; 16]).to_string()], "all": false }))
            .gives_nothing(),
    ]
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Alert")]
struct Shown {
    id: As<AlertId>,
    kind: As<Kind>,
    at: As<Instant>,
    /// Null when it is about none, or about one that is not open to you.
    case: Option<As<CaseId>>,
    seen: bool,
}

impl Shown {
    fn sample() -> Shown {
        Shown {
            id: As(AlertId::from_bytes([1; 16])),
            kind: As(Kind::ReferralAnswered),
            at: As(Instant::from_millis(1_768_539_600_000)),
            case: Some(As(CaseId::from_bytes([1; 16]))),
            seen: false,
        }
    }

    fn of(raised: &Raised) -> Shown {
        Shown {
            id: As(raised.id),
            kind: As(raised.kind),
            at: As(raised.at),
            case: raised.case.map(As),
            seen: raised.seen,
        }
    }
}

fn all(visit: &Visit) -> Answer {
    let most = take(visit, MOST)?;
    let before = place(visit.asked("cursor"), AlertId::read)?;
    let mut raised = visit.command(|cx| alert::of(cx, before, most + 1))?;
    let has_more = raised.len() > most;
    raised.truncate(most);
    let next = raised.last().filter(|_| has_more).map(|last| cursor(&last.id.to_string()));
    Ok(Json(Page { items: raised.iter().map(Shown::of).collect(), next }).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Seen {
    /// At most 200; those that are not yours, or were seen already, change nothing.
    #[serde(default)]
    alerts: Vec<As<AlertId>>,
    /// Everything there is.
    #[serde(default)]
    all: bool,
}

fn seen(visit: &Visit) -> Answer {
    visit.session()?;
    let said: Seen = visit.sent()?;
    if said.alerts.len() > MOST {
        return Err(Fault::wrong("alerts", "at most 200 at once"));
    }
    visit.command(|cx| {
        if said.all {
            alert::all_seen(cx)?;
        }
        said.alerts.iter().try_for_each(|As(one)| alert::seen(cx, *one).map(drop))
    })?;
    held(&visit.session()?.bell).counted = None;
    Ok(StatusCode::NO_CONTENT.into_response())
}
