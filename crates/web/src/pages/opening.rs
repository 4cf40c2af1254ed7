//! While the desk of a large team is being opened: how far it is, and then on to where the person was heading.

use super::{html, see};
use crate::app::App;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::sign_in::Opening;
use crate::visit::Visit;
use access::{AccessError, Keyring};
use axum::Json;
use axum::response::IntoResponse;
use base::Instant;
use casework::desk::{SharedDesk, Stage};
use std::time::Duration;

/// What opens sooner than this is waited for, so that the page does not flash up.
pub const PATIENCE: Duration = Duration::from_millis(700);

/// Begins to open the desk for these keys, on a thread of its own, unless somebody of the team has.
pub fn begin(app: &App, keys: &Keyring, now: Instant) -> SharedDesk {
    let (desk, opening) = app.desks.join(keys);
    if let Some(opening) = opening {
        let app = app.clone();
        std::thread::spawn(move || {
            let _swept = vault::Swept;
            if let Err(error) = opening.run(&app.store, now) {
                app.options.watch.log.failed(app.now(), None, &error);
            }
        });
    }
    desk
}

/// Answers with a page that reads the desk; as long as that is being opened, with the page that says so.
pub fn before(visit: &Visit, patience: Duration, page: fn(&Visit) -> Answer) -> Answer {
    let waiting = |desk: &SharedDesk| desk.wait(patience) != Stage::Open;
    match visit.signed_in() {
        Some(session) if session.desk.get().is_some_and(waiting) => {
            *held(&session.heading) = visit.chrome().path;
            see("/opening")
        }
        _ => page(visit),
    }
}

/// How far the visitor's desk is. Asked of the memory alone, so that it answers also while the opening keeps the
/// database busy; it shows nothing but a count.
fn stage(visit: &Visit) -> Result<Stage, Fault> {
    let session = visit.signed_in().ok_or(Fault::SignInNeeded)?;
    Ok(session.desk.get().map_or(Stage::Open, |desk| desk.stage()))
}

pub fn show(visit: &Visit) -> Answer {
    match stage(visit)? {
        Stage::Opening { done, of } => html(Opening { page: visit.chrome(), done, total: of }),
        Stage::Open => {
            let heading = held(&visit.session()?.heading).clone();
            see(&heading)
        }
        Stage::Failed => {
            let label = visit.session()?.label.clone();
            visit.app.sessions.end(|s| s.label == label);
            Err(AccessError::Unreadable.into())
        }
    }
}

pub fn progress(visit: &Visit) -> Answer {
    let (done, total, finished) = match stage(visit)? {
        Stage::Opening { done, of } => (done, of, false),
        Stage::Open | Stage::Failed => (1, 1, true),
    };
    let words =
        if finished || total == 0 { String::new() } else { visit.chrome().out_of("opening-progress", done, total) };
    let answer = serde_json::json!({ "done": done, "total": total.max(1), "finished": finished, "words": words });
    Ok(Json(answer).into_response())
}

#[cfg(test)]
mod tests;
