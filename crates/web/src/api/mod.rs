//! The registry for programs: the same commands as the pages, as JSON (docs/api.md).
//!
//! A program signs in like a person and gets a token, which ends as a person's sign-in does. The cookie of a
//! browser opens nothing here, so no other site can use one. What there is to ask for is a table of [`operation`]s,
//! of which both the router and the served document are made.

mod account;
mod alerts;
mod appointments;
mod arrivals;
mod attachments;
mod batches;
mod captivity;
mod cases;
mod deadlines;
pub mod document;
mod emergencies;
mod erasure;
mod feed;
mod hearings;
pub mod htcds;
mod integrations;
mod letters;
mod lists;
mod log;
pub mod operation;
mod paging;
mod people;
mod plan;
mod queues;
mod referrals;
mod roll_answers;
mod rolls;
pub mod said;
mod said_of_assessments;
mod said_of_emergencies;
mod said_of_hearings;
mod said_of_letters;
mod said_of_referrals;
mod said_of_rolls;
mod said_of_versions;
mod services;
pub mod shapes;
mod stay;
mod team;
pub mod texted;
mod today;
mod value;
mod warnings;
mod webhooks;

use crate::app::App;
use crate::fault::Fault;
use crate::routes::{Answer, any_json, page_json};
use crate::visit::Visit;
use access::AccessError;
use axum::Router;
use axum::http::StatusCode;
use operation::Operation;
use schemars::JsonSchema;
use serde::Serialize;

/// Where everything here begins.
pub const UNDER: &str = "/api/v1";

/// All that programs can ask for.
pub fn operations() -> Vec<Operation> {
    let slices = [
        account::operations(),
        arrivals::operations(),
        people::operations(),
        cases::operations(),
        attachments::operations(),
        captivity::operations(),
        plan::operations(),
        appointments::operations(),
        lists::operations(),
        team::operations(),
        integrations::operations(),
        log::operations(),
        htcds::operations(),
        referrals::operations(),
        erasure::operations(),
        feed::operations(),
        webhooks::operations(),
        services::operations(),
        warnings::operations(),
        alerts::operations(),
        emergencies::operations(),
        hearings::operations(),
        letters::operations(),
        stay::operations(),
        deadlines::operations(),
        today::operations(),
        queues::operations(),
        batches::operations(),
        rolls::operations(),
        roll_answers::operations(),
    ];
    slices.into_iter().flatten().collect()
}

pub fn routes() -> Router<App> {
    let at = |path: &str| format!("{UNDER}{path}");
    let router = Router::new().route(&at("/openapi.json"), page_json(document::show));
    let router =
        operations().iter().fold(router, |router, operation| router.route(&at(operation.path), operation.route()));
    router.method_not_allowed_fallback(any_json(wrong_method)).route(&at("/{*rest}"), any_json(nowhere))
}

fn wrong_method(_: &Visit) -> Answer {
    let sentence = "This address does not take this method. Which it takes is said in the `Allow` of this answer.";
    Err(Fault::Sent(StatusCode::METHOD_NOT_ALLOWED, "bad-method", sentence.to_owned()))
}

fn nowhere(_: &Visit) -> Answer {
    Err(Fault::NotFound)
}

/// What a command finds unfit in what was sent, under the field that it is about; "." where it is about all of it.
fn under(field: &str, fault: Fault) -> Fault {
    match fault {
        Fault::Access(AccessError::Unfit(sentence)) => {
            // That is said of whatever is wrong.
            Fault::wrong(field, sentence.strip_suffix(" Nothing was changed.").unwrap_or(sentence))
        }
        fault => fault,
    }
}

/// What went wrong.
#[derive(Serialize, JsonSchema)]
pub struct Refusal {
    /// A stable word.
    error: String,
    /// For a person.
    sentence: String,
}

impl Refusal {
    pub fn of(fault: &Fault, visit: &Visit) -> Refusal {
        Refusal { error: fault.key().to_owned(), sentence: fault.sentence(visit.tongue) }
    }
}
