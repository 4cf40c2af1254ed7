//! Webhooks: listed, added, removed, tried out (docs/changes.md).

use super::operation::{Operation, delete, get, post};
use super::paging::Page;
use super::texted::As;
use crate::deliver;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use access::webhook::{self, Address, Webhook};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::Instant;
use casework::feed;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

pub fn operations() -> Vec<Operation> {
    let wanted = json!({ "address": "https://receiver.example/changed", "allow_private": false });
    vec![
        get("/webhooks", all, "Addresses that are told when something changed")
            .gives(200, Page::whole(vec![Shown::sample()])),
        post("/webhooks", add, "Add an address that is told when something changed")
            .details("A call says how long the log is and nothing else; it is signed as docs/changes.md says.")
            .takes::<Wanted>(wanted)
            .gives(201, Added { id: "06dsb8jo01ucn2a3j0o30hofkk".to_owned(), secret: "whsec_…".to_owned() }),
        delete("/webhooks/{webhook}", remove, "Remove an address").gives_nothing(),
        post("/webhooks/{webhook}/test", test, "Make a call now")
            .details("One that is answered switches the address on again.")
            .gives(200, Tried { answered: true, sentence: String::new() }),
    ]
}

fn all(visit: &Visit) -> Answer {
    let webhooks = visit.command(webhook::list)?;
    Ok(Json(Page::whole(webhooks.iter().map(Shown::of).collect())).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Wanted {
    /// https, or http on this machine.
    address: String,
    /// Whether it may lie inside a private network.
    #[serde(default)]
    allow_private: bool,
}

/// The secret is shown this once.
#[derive(Serialize, JsonSchema)]
struct Added {
    id: String,
    secret: String,
}

fn add(visit: &Visit) -> Answer {
    visit.permit(Action::ManageWebhooks)?;
    let said: Wanted = visit.sent()?;
    let address = Address::read(&said.address).map_err(|error| Fault::wrong("address", &error.to_string()))?;
    deliver::check(&address, said.allow_private).map_err(|trouble| Fault::wrong("address", &trouble.to_string()))?;
    let added = visit.command(|cx| {
        let newest = feed::newest(cx.tx)?;
        webhook::add(cx, &address, said.allow_private, newest)
    })?;
    Ok((StatusCode::CREATED, Json(Added { id: added.id, secret: added.secret })).into_response())
}

pub fn remove(visit: &Visit) -> Answer {
    let removed = visit.command(|cx| webhook::remove(cx, visit.param("webhook")))?;
    if removed { Ok(StatusCode::NO_CONTENT.into_response()) } else { Err(Fault::NotFound) }
}

/// Makes a call now, of type "test". One that is answered switches the webhook on again.
pub fn test(visit: &Visit) -> Answer {
    let due = visit.command(|cx| webhook::for_test(cx, visit.param("webhook")))?.ok_or(Fault::NotFound)?;
    let known = due.webhook.acknowledged;
    let answer = match deliver::call(&due, "test", known, visit.now) {
        Ok(()) => {
            visit.app.store.write(|tx| webhook::answered(tx, &due.webhook.id, known))?;
            Tried { answered: true, sentence: String::new() }
        }
        Err(trouble) => Tried { answered: false, sentence: trouble.to_string() },
    };
    Ok(Json(answer).into_response())
}

/// What became of a call.
#[derive(Serialize, JsonSchema)]
struct Tried {
    answered: bool,
    /// What went wrong; empty when nothing did.
    sentence: String,
}

#[derive(Serialize, JsonSchema)]
struct Shown {
    id: String,
    address: String,
    allow_private: bool,
    made_at: As<Instant>,
    /// The newest position whose call was answered.
    acknowledged: i64,
    /// Calls that failed since then.
    failures: i64,
    enabled: bool,
    /// What went wrong last; empty when nothing did.
    trouble: String,
}

impl Shown {
    fn sample() -> Shown {
        Shown {
            id: "06dsb8jo01ucn2a3j0o30hofkk".to_owned(),
            address: "https://receiver.example/changed".to_owned(),
            allow_private: false,
            made_at: As(Instant::from_millis(1_768_539_600_000)),
            acknowledged: 41,
            failures: 0,
            enabled: true,
            trouble: String::new(),
        }
    }

    fn of(webhook: &Webhook) -> Shown {
        Shown {
            id: webhook.id.clone(),
            address: webhook.address.clone(),
            allow_private: webhook.private_allowed,
            made_at: As(webhook.made_at),
            acknowledged: webhook.acknowledged,
            failures: webhook.failures,
            enabled: webhook.enabled,
            trouble: webhook.trouble.clone(),
        }
    }
}
