//! Webhooks: listed, added, removed, tried out (docs/changes.md).

use crate::app::App;
use crate::deliver;
use crate::fault::Fault;
use crate::routes::{Answer, act_json, page_json, remove_json};
use crate::visit::Visit;
use access::Action;
use access::webhook::{self, Address, Webhook};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::{Json, Router};
use casework::feed;
use serde::Serialize;

pub fn routes(under: &str) -> Router<App> {
    Router::new()
        .route(&format!("{under}/webhooks"), page_json(all).merge(act_json(add)))
        .route(&format!("{under}/webhooks/{{webhook}}"), remove_json(remove))
        .route(&format!("{under}/webhooks/{{webhook}}/test"), act_json(test))
}

pub fn all(visit: &Visit) -> Answer {
    let webhooks = visit.command(webhook::list)?;
    Ok(Json(webhooks.iter().map(Shown::of).collect::<Vec<_>>()).into_response())
}

/// `{"address": "https://…", "allow_private": false}` for `{"id", "secret"}`; the secret is shown this once.
pub fn add(visit: &Visit) -> Answer {
    visit.permit(Action::ManageWebhooks)?;
    let said = visit.json.get("address").and_then(|address| address.as_str()).unwrap_or_default();
    let private_allowed = visit.json.get("allow_private").and_then(|said| said.as_bool()).unwrap_or(false);
    let unfit = |sentence: String| {
        let answer = serde_json::json!({ "error": "address", "sentence": sentence });
        Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(answer)).into_response())
    };
    let address = match Address::read(said) {
        Ok(address) => address,
        Err(error) => return unfit(error.to_string()),
    };
    if let Err(trouble) = deliver::check(&address, private_allowed) {
        return unfit(format!("{trouble} Nothing was added."));
    }
    let added = visit.command(|cx| {
        let newest = feed::newest(cx.tx)?;
        webhook::add(cx, &address, private_allowed, newest)
    })?;
    let answer = serde_json::json!({ "id": added.id, "secret": added.secret });
    Ok((StatusCode::CREATED, Json(answer)).into_response())
}

pub fn remove(visit: &Visit) -> Answer {
    let removed = visit.command(|cx| webhook::remove(cx, visit.param("webhook")))?;
    if removed { Ok(Json(serde_json::json!({})).into_response()) } else { Err(Fault::NotFound) }
}

/// Makes a call now, of type "test". One that is answered switches the webhook on again.
pub fn test(visit: &Visit) -> Answer {
    let due = visit.command(|cx| webhook::for_test(cx, visit.param("webhook")))?.ok_or(Fault::NotFound)?;
    let known = due.webhook.acknowledged;
    let answer = match deliver::call(&due, "test", known, visit.now) {
        Ok(()) => {
            visit.app.store.write(|tx| webhook::answered(tx, &due.webhook.id, known))?;
            serde_json::json!({ "answered": true })
        }
        Err(trouble) => serde_json::json!({ "answered": false, "sentence": trouble.to_string() }),
    };
    Ok(Json(answer).into_response())
}

#[derive(Serialize)]
struct Shown<'a> {
    id: &'a str,
    address: &'a str,
    allow_private: bool,
    /// Milliseconds since 1970, UTC.
    made_at: i64,
    /// The newest position whose call was answered.
    acknowledged: i64,
    /// Calls that failed since then.
    failures: i64,
    enabled: bool,
    /// What went wrong last; empty when nothing did.
    trouble: &'a str,
}

impl Shown<'_> {
    fn of(webhook: &Webhook) -> Shown<'_> {
        Shown {
            id: &webhook.id,
            address: &webhook.address,
            allow_private: webhook.private_allowed,
            made_at: webhook.made_at.millis(),
            acknowledged: webhook.acknowledged,
            failures: webhook.failures,
            enabled: webhook.enabled,
            trouble: &webhook.trouble,
        }
    }
}
