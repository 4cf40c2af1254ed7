//! What changed, by position in the log; a program may wait for the next change (docs/changes.md).

use crate::app::App;
use crate::fault::Fault;
use crate::visit::Visit;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use casework::feed::{self, Changes};
use serde::Serialize;
use std::time::Duration;

/// The longest that a program may wait for a change, in seconds: proxies cut longer ones off.
const LONGEST_WAIT: u64 = 25;

pub fn routes(under: &str) -> Router<App> {
    Router::new().route(&format!("{under}/changes"), get(changes))
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
        Ok((after, changes)) if changes.next < after => (restored(), Duration::ZERO),
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
fn restored() -> Response {
    let sentence = "The log ends before this position: the registry was restored from a copy. Nothing was shown. \
                    Begin again without `after`.";
    (StatusCode::CONFLICT, Json(serde_json::json!({ "error": "restored", "sentence": sentence }))).into_response()
}

/// The position that was asked for, and what comes after it.
fn changes_for(visit: &Visit) -> Result<(i64, Changes), Fault> {
    let number = |name: &str| Some(visit.asked(name)).filter(|said| !said.is_empty()).map(str::parse::<i64>);
    let after = number("after").transpose().map_err(|_| Fault::NotFound)?.unwrap_or(-1);
    let limit = number("limit").transpose().map_err(|_| Fault::NotFound)?.unwrap_or(feed::MOST as i64);
    let after = after.max(-1);
    Ok((after, visit.command(|cx| feed::changes(cx, after, limit.max(1) as usize))?))
}

#[derive(Serialize)]
struct Feed {
    changes: Vec<Change>,
    /// What to ask for next time as `after`.
    next: i64,
}

#[derive(Serialize)]
struct Change {
    position: i64,
    event: String,
    /// The code of the case.
    case: String,
    /// Milliseconds since 1970, UTC.
    at: i64,
    author: String,
    /// In which part of the case something was written.
    compartments: [&'static str; 1],
}

impl Feed {
    fn of(changes: &Changes) -> Feed {
        let change = |change: &feed::Change| Change {
            position: change.position,
            event: change.event.to_string(),
            case: change.case.to_string(),
            at: change.at.millis(),
            author: change.author.clone(),
            compartments: [change.compartment.key()],
        };
        Feed { changes: changes.changes.iter().map(change).collect(), next: changes.next }
    }
}
