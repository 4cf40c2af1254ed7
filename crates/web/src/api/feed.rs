//! What changed, by position in the log; a program may wait for the next change (docs/changes.md).

use super::operation::{Operation, wait};
use super::texted::As;
use crate::app::App;
use crate::fault::Fault;
use crate::visit::Visit;
use axum::Json;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base::{CaseCode, CaseId, EventId, Instant};
use casework::feed::{self, Changes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use std::time::Duration;
use vault::Compartment;

/// The longest that a program may wait for a change, in seconds: proxies cut longer ones off.
const LONGEST_WAIT: u64 = 25;

pub fn operations() -> Vec<Operation> {
    let number = |least: i64| json!({ "type": "integer", "minimum": least });
    let longest = json!({ "type": "integer", "minimum": 0, "maximum": LONGEST_WAIT });
    vec![
        wait("/changes", || get(changes), "What changed in cases that the keys open, by position in the log")
            .details(
                "Nothing of the content: which event of which case, when, by whom, in which part. Ask again with `next` as `after`.",
            )
            .asks("after", number(-1), "The `next` of the answer before; nothing for the beginning.")
            .asks("limit", number(1), "How many at the most.")
            .asks("wait", longest, "For how many seconds to wait for a change when there is none yet.")
            .gives(200, Feed::sample())
            .refuses(&[409]),
    ]
}

/// `?after=POSITION&limit=N&wait=SECONDS`.
async fn changes(State(app): State<App>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let mut growth = app.growth.watch();
    let (answer, wait) = look(app.clone(), &parts).await;
    if wait.is_zero() {
        return answer;
    }
    let waited = tokio::time::timeout(wait, async {
        while growth.changed().await.is_ok() {
            let (answer, wait) = look(app.clone(), &parts).await;
            if wait.is_zero() {
                return answer;
            }
        }
        answer
    });
    match waited.await {
        Ok(answer) => answer,
        // What other teams wrote meanwhile moved the position on.
        Err(_) => look(app, &parts).await.0,
    }
}

/// The answer as it is now, and how long to wait before it is given: not at all when there is something to say.
/// Every look asks anew who is signed in: a wait holds no keys.
async fn look(app: App, parts: &Parts) -> (Response, Duration) {
    let request = Request::from_parts(parts.clone(), Body::empty());
    let visit = match Visit::read(app, request).await {
        Ok(visit) => visit,
        Err((visit, fault)) => return (fault.as_json(&visit), Duration::ZERO),
    };
    let looking = tokio::task::spawn_blocking(move || match changes_for(&visit) {
        Ok((after, changes)) if changes.next < after => (restored().as_json(&visit), Duration::ZERO),
        Ok((_, changes)) => {
            let wait = visit.asked("wait").parse().unwrap_or(0).min(LONGEST_WAIT);
            let wait = if changes.changes.is_empty() { Duration::from_secs(wait) } else { Duration::ZERO };
            (Json(Feed::of(&changes)).into_response(), wait)
        }
        Err(fault) => (fault.as_json(&visit), Duration::ZERO),
    });
    looking.await.unwrap_or_else(|_| (StatusCode::INTERNAL_SERVER_ERROR.into_response(), Duration::ZERO))
}

/// The log is shorter than what the program has seen: going on would miss what was written since.
fn restored() -> Fault {
    let sentence = "The log ends before this position: the registry was restored from a copy. Nothing was shown. \
                    Begin again without `after`.";
    Fault::Sent(StatusCode::CONFLICT, "restored", sentence.to_owned())
}

/// The position that was asked for, and what comes after it.
fn changes_for(visit: &Visit) -> Result<(i64, Changes), Fault> {
    let number = |name: &'static str, least: i64| {
        let said = Some(visit.asked(name)).filter(|said| !said.is_empty());
        let read = |said: &str| said.parse().ok().filter(|number: &i64| *number >= least);
        let wrong = || Fault::parameter(name, &format!("it is to be a number from {least}"));
        said.map(|said| read(said).ok_or_else(wrong)).transpose()
    };
    number("wait", 0)?;
    let after = number("after", -1)?.unwrap_or(-1);
    let limit = number("limit", 1)?.map_or(feed::MOST, |limit| limit as usize);
    Ok((after, visit.command(|cx| feed::changes(cx, after, limit))?))
}

#[derive(Serialize, JsonSchema)]
struct Feed {
    changes: Vec<Change>,
    /// What to ask for next time as `after`.
    next: i64,
}

#[derive(Serialize, JsonSchema)]
struct Change {
    position: i64,
    event: As<EventId>,
    case: As<CaseId>,
    /// The code of the case.
    code: String,
    at: As<Instant>,
    /// The name of the member or integration that wrote it.
    author: String,
    /// In which part of the case something was written.
    compartment: As<Compartment>,
}

impl Feed {
    fn sample() -> Feed {
        let case = CaseId::from_bytes([1; 16]);
        let change = Change {
            position: 41,
            event: As(EventId::from_bytes([1; 16])),
            case: As(case),
            code: CaseCode::of(case).to_string(),
            at: As(Instant::from_millis(1_768_539_600_000)),
            author: "sokha".to_owned(),
            compartment: As(Compartment::Journey),
        };
        Feed { changes: vec![change], next: 41 }
    }

    fn of(changes: &Changes) -> Feed {
        let change = |change: &feed::Change| Change {
            position: change.position,
            event: As(change.event),
            case: As(change.case),
            code: CaseCode::of(change.case).to_string(),
            at: As(change.at),
            author: change.author.clone(),
            compartment: As(change.compartment),
        };
        Feed { changes: changes.changes.iter().map(change).collect(), next: changes.next }
    }
}
