//! Coming in, going out, and locking everything at once.

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::Session;
use crate::views::plain::Locked;
use crate::views::sign_in::{DemoRole, SignIn};
use crate::visit::{COOKIE, Visit};
use access::sign_in::{Credentials, sign_in};
use access::{AccessError, Action};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use std::sync::Mutex;

pub fn form(visit: &Visit) -> Answer {
    if visit.is_signed_in() {
        return see("/");
    }
    html(page(visit, None))
}

fn page(visit: &Visit, notice: Option<String>) -> SignIn {
    let demo = visit.app.options.demo.iter().map(|member| DemoRole {
        role: member.role.key().to_owned(),
        name: member.name.clone(),
        passphrase: member.passphrase.clone(),
        code: member.totp.code(visit.now),
    });
    let mut form = visit.form.clone();
    form.pairs.retain(|(field, _)| field == "name");
    SignIn { page: visit.chrome(), form, notice, demo_roles: demo.collect() }
}

/// One passphrase at a time: each takes 64 MiB while it is checked, and trying many must be slow.
static CHECKING: Mutex<()> = Mutex::new(());

pub fn enter(visit: &Visit) -> Answer {
    let given = Credentials {
        name: visit.form.value("name"),
        passphrase: visit.form.value("passphrase"),
        code: visit.form.value("code"),
    };
    let app = &visit.app;
    let mut rng = app.rng();
    let checked = {
        let _turn = crate::session::held(&CHECKING);
        sign_in(&app.store, &given, visit.now, &mut *rng)
    };
    let keys = match checked {
        Ok(keys) => keys,
        // In a practice registry a button may be pressed twice within one code's half minute.
        Err(AccessError::SignIn) => {
            let notice = visit.tongue.say("fault-sign-in");
            return Ok((StatusCode::UNAUTHORIZED, html(page(visit, Some(notice)))?).into_response());
        }
        Err(error) => return Err(error.into()),
    };
    let desk = match keys.actor.role.may(Action::FindPeople) {
        true => Some(app.desks.open(&app.store, &keys)?),
        false => None,
    };
    let session = Session::new(keys, desk, visit.device.clone(), visit.now, &mut *rng);
    let secret = app.sessions.open(session, &mut *rng);
    let cookie = format!("{COOKIE}={secret}; Path=/; Secure; HttpOnly; SameSite=Strict");
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response())
}

const GONE: &str = "__Host-registry=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0";

pub fn leave(visit: &Visit) -> Answer {
    if let Ok(session) = visit.session() {
        let label = session.label.clone();
        visit.app.sessions.end(|s| s.label == label);
    }
    Ok(([(header::SET_COOKIE, GONE), (header::HeaderName::from_static("clear-site-data"), "\"cache\"")], Redirect::to("/sign-in")).into_response())
}

/// Drops every key in memory, of everybody, and shows a page that says nothing.
pub fn lock(visit: &Visit) -> Answer {
    if !visit.is_signed_in() {
        return Err(Fault::SignInNeeded);
    }
    visit.app.sessions.end_all();
    Ok(([(header::SET_COOKIE, GONE), (header::HeaderName::from_static("clear-site-data"), "\"cache\"")], Redirect::to("/locked")).into_response())
}

/// The neutral page. Coming here ends the sign-in that comes, as the idle lock of the browser wants.
pub fn locked(visit: &Visit) -> Answer {
    if let Ok(session) = visit.session() {
        let label = session.label.clone();
        visit.app.sessions.end(|s| s.label == label);
    }
    let mut chrome = visit.chrome();
    chrome.who = None;
    Ok(([(header::SET_COOKIE, GONE)], html(Locked { page: chrome })?).into_response())
}
