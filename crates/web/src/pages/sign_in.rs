//! Coming in, going out, and locking everything at once.

use super::{html, opening, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::{Session, held};
use crate::views::plain::Locked;
use crate::views::sign_in::{DemoRole, SignIn};
use crate::visit::{COOKIE, Visit};
use access::sign_in::{Credentials, sign_in};
use access::{AccessError, Action, Keyring};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect};
use casework::desk::Stage;
use rand_core::CryptoRng;
use std::sync::{Mutex, MutexGuard};

pub fn form(visit: &Visit) -> Answer {
    if visit.is_signed_in() {
        return see("/");
    }
    html(page(visit, None))
}

fn page(visit: &Visit, notice: Option<String>) -> SignIn {
    let demo = visit
        .app
        .options
        .demo
        .iter()
        .map(|member| DemoRole { role: member.role.key().to_owned(), name: member.name.clone() });
    let mut form = visit.form.clone();
    form.pairs.retain(|(field, _)| field == "name");
    SignIn { page: visit.chrome(), form, notice, demo_roles: demo.collect() }
}

static CHECKING: Mutex<()> = Mutex::new(());

/// One passphrase at a time: each takes 64 MiB while it is checked, and trying many must be slow.
pub(crate) fn turn() -> MutexGuard<'static, ()> {
    held(&CHECKING)
}

fn check(visit: &Visit, rng: &mut dyn CryptoRng) -> Result<Keyring, AccessError> {
    let _turn = turn();
    let store = &visit.app.store;
    let button = visit.form.value("demo");
    let Some(member) = visit.app.options.demo.iter().find(|member| member.name == button) else {
        let value = |field| visit.form.value(field);
        let given = Credentials { name: value("name"), passphrase: value("passphrase"), code: value("code") };
        return sign_in(store, &given, visit.now, rng);
    };
    // A practice button may be pressed again within the half minute of a code: the neighbouring codes fit too.
    let codes = [-30_000, 0, 30_000].map(|off| member.totp.code(visit.now.plus_millis(off)));
    let passphrase = held(&member.passphrase).clone();
    let mut outcome = Err(AccessError::SignIn);
    for code in &codes {
        outcome = sign_in(store, &Credentials { name: &member.name, passphrase: &passphrase, code }, visit.now, rng);
        if !matches!(outcome, Err(AccessError::SignIn)) {
            break;
        }
    }
    outcome
}

pub fn enter(visit: &Visit) -> Answer {
    let app = &visit.app;
    let mut rng = app.rng();
    let keys = match check(visit, &mut *rng) {
        Ok(keys) => keys,
        Err(AccessError::SignIn) => {
            let notice = visit.tongue.say("fault-sign-in");
            return Ok((StatusCode::UNAUTHORIZED, html(page(visit, Some(notice)))?).into_response());
        }
        Err(error) => return Err(error.into()),
    };
    let desk = keys.actor.may(Action::FindPeople).then(|| opening::begin(app, &keys, visit.now));
    let next = match &desk {
        Some(desk) if desk.wait(opening::PATIENCE) != Stage::Open => "/opening",
        _ => "/",
    };
    let session = Session::new(keys, desk, visit.device.clone(), visit.now, &mut *rng);
    let secret = app.sessions.open(session, &mut *rng);
    let cookie = format!("{COOKIE}={secret}; Path=/; Secure; HttpOnly; SameSite=Strict");
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(next)).into_response())
}

const GONE: &str = "__Host-registry=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0";

pub fn leave(visit: &Visit) -> Answer {
    if let Ok(session) = visit.session() {
        let label = session.label.clone();
        visit.app.sessions.end(|s| s.label == label);
    }
    Ok((
        [(header::SET_COOKIE, GONE), (header::HeaderName::from_static("clear-site-data"), "\"cache\"")],
        Redirect::to("/sign-in"),
    )
        .into_response())
}

/// Drops every key in memory, of everybody, and shows a page that says nothing.
pub fn lock(visit: &Visit) -> Answer {
    if !visit.is_signed_in() {
        return Err(Fault::SignInNeeded);
    }
    visit.app.sessions.end_all();
    Ok((
        [(header::SET_COOKIE, GONE), (header::HeaderName::from_static("clear-site-data"), "\"cache\"")],
        Redirect::to("/locked"),
    )
        .into_response())
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
