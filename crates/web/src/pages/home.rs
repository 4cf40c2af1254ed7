//! The first page of each role, the choice of language, and nowhere.

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::tongue::Tongue;
use crate::views::plain::NothingYet;
use crate::visit::{TONGUE_COOKIE, Visit};
use access::{Action, Role};
use axum::http::header;
use axum::response::{IntoResponse, Redirect};

pub fn show(visit: &Visit) -> Answer {
    visit.session()?;
    match visit.role() {
        Some(Role::Outreach) => see("/arrivals/new"),
        Some(role) if role.may(Action::AnswerReferral) => see("/today"),
        Some(Role::Administrator) => see("/users"),
        Some(Role::Auditor) => see("/log"),
        _ => html(NothingYet { page: visit.chrome() }),
    }
}

/// Remembers the language in a cookie of its own: it is nobody's secret and outlives the sign-in.
pub fn language(visit: &Visit) -> Answer {
    let tongue = Tongue::from_tag(visit.form.value("tag")).unwrap_or_else(Tongue::english);
    let back = visit.form.value("back");
    let back = if back.starts_with('/') && !back.starts_with("//") { back } else { "/" };
    let cookie =
        format!("{TONGUE_COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=31536000", tongue.tag());
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(back)).into_response())
}

pub fn nowhere(_: &Visit) -> Answer {
    Err(Fault::NotFound)
}
