//! The registry for programs: the same commands as the pages, as JSON (docs/api.md).
//!
//! A program signs in like a person and gets a token, which ends as a person's sign-in does. The cookie of a
//! browser opens nothing here, so no other site can use one.

mod feed;
pub mod htcds;
mod lists;
pub mod said;
pub mod shapes;
mod webhooks;

use crate::app::App;
use crate::fault::Fault;
use crate::routes::{Answer, act_json, page_json};
use crate::session::Session;
use crate::visit::Visit;
use access::sign_in::{Credentials, sign_in};
use axum::response::IntoResponse;
use axum::{Json, Router};

/// Where everything here begins.
pub const UNDER: &str = "/api/v1";

pub fn routes() -> Router<App> {
    let at = |path: &str| format!("{UNDER}{path}");
    Router::new()
        .route(&at("/sign-in"), act_json(enter))
        .route(&at("/sign-out"), act_json(leave))
        .route(&at("/lists"), page_json(lists::all).merge(act_json(lists::bring)))
        .route(&at("/lists/read"), act_json(lists::read))
        .route(&at("/lists/{list}"), page_json(lists::one))
        .route(&at("/lists/{list}/rows"), page_json(lists::rows))
        .route(&at("/lists/{list}/rows/{row}"), act_json(lists::settle))
        .route(&at("/lists/{list}/vanished"), page_json(lists::vanished))
        .route(&at("/lists/{list}/file"), page_json(lists::file))
        .route(&at("/lists/{list}/stop"), act_json(lists::stop))
        .route(&at("/lists/{list}/go-on"), act_json(lists::go_on))
        .merge(htcds::routes(UNDER))
        .merge(feed::routes(UNDER))
        .merge(webhooks::routes(UNDER))
}

/// `{"name", "passphrase", "code"}` for `{"token"}`.
fn enter(visit: &Visit) -> Answer {
    let said = |field: &str| visit.json.get(field).and_then(|value| value.as_str()).unwrap_or_default();
    let given = Credentials { name: said("name"), passphrase: said("passphrase"), code: said("code") };
    let mut rng = visit.app.rng();
    let keys = {
        let _turn = crate::pages::sign_in::turn();
        sign_in(&visit.app.store, &given, visit.now, &mut *rng)?
    };
    let session = Session::new(keys, None, visit.device.clone(), visit.now, &mut *rng);
    let token = visit.app.sessions.open(session, &mut *rng);
    Ok(Json(serde_json::json!({ "token": token })).into_response())
}

fn leave(visit: &Visit) -> Answer {
    let label = visit.session()?.label.clone();
    visit.app.sessions.end(|session| session.label == label);
    Ok(Json(serde_json::json!({})).into_response())
}

/// What went wrong: a stable word, and the sentence for a person.
pub fn refusal(fault: &Fault, visit: &Visit) -> serde_json::Value {
    let key = fault.key();
    let sentence = match fault {
        Fault::List(sentence) => sentence.clone(),
        _ => visit.tongue.say(&format!("fault-{key}")),
    };
    serde_json::json!({ "error": key, "sentence": sentence })
}
