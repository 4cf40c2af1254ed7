//! Handlers, one file per part of the registry, named as its templates are.

pub mod alerts;
pub mod appointments;
pub mod arrivals;
pub mod assets;
pub mod attachments;
pub mod calendar;
pub mod captivity;
pub mod cards;
pub mod cases;
pub mod channels;
pub mod deadlines;
pub mod emergency;
pub mod erasure;
pub mod hearing;
pub mod home;
pub mod integrations;
pub mod ledger;
pub mod letters;
pub mod lists;
pub mod log;
pub mod opening;
pub mod passphrase;
pub mod people;
mod person_form;
pub mod plan;
pub mod queues;
pub mod readings;
pub mod referrals;
pub mod rolls;
pub mod services;
pub mod sessions;
pub mod sign_in;
pub mod today;
pub mod users;

use crate::fault::Fault;
use crate::routes::Answer;
use askama::Template;
use axum::http::header;
use axum::response::{Html, IntoResponse, Redirect};

/// A page as an answer.
fn html(template: impl Template) -> Answer {
    match template.render() {
        Ok(page) => Ok(Html(page).into_response()),
        Err(_) => Err(Fault::Access(access::AccessError::Unreadable)),
    }
}

/// Sends the browser on after a form was taken, so that going back or reloading posts nothing again.
fn see(path: &str) -> Answer {
    Ok(Redirect::to(path).into_response())
}

/// A picture of a short text, as SVG.
pub fn qr_of(text: &str) -> Result<String, Fault> {
    papers::qr::svg(text).map_err(|_| Fault::Access(access::AccessError::Unreadable))
}

/// A file to keep. Its name says nothing of what is in it.
fn file(name: &'static str, kind: &'static str, bytes: Vec<u8>) -> Answer {
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response())
}
