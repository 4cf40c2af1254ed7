//! Coming in, going out, and locking everything at once.

use super::{html, opening, see};
use crate::app::DemoMember;
use crate::fault::Fault;
use crate::limits::{Lane, seconds};
use crate::routes::Answer;
use crate::session::{Session, held, word};
use crate::views::plain::Locked;
use crate::views::sign_in::{DemoRole, SignIn};
use crate::visit::{BROWSER_COOKIE, COOKIE, Visit};
use crate::watch::Fell;
use access::sign_in::{Credentials, sign_in};
use access::{AccessError, Action, Keyring};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use casework::desk::Stage;
use rand_core::CryptoRng;
use store::failpoint::{Failpoint, reach};

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

/// Opens the keys of whoever gives the right three; guesses are counted, and passphrases checked a few at a time.
pub(crate) fn check(visit: &Visit, given: &Credentials, rng: &mut dyn CryptoRng) -> Result<Keyring, Fault> {
    guessed(visit, given.name, || sign_in(&visit.app.store, given, visit.now, rng))
}

/// Does what needs a passphrase and a code, as one guess of this visitor at this name.
pub(crate) fn guessed<T>(visit: &Visit, name: &str, work: impl FnOnce() -> access::Result<T>) -> Result<T, Fault> {
    let limits = &visit.app.limits;
    let lane = Lane { name, address: visit.whence.address, browser: visit.browser.as_deref() };
    let too_often = |wait| Fault::TooMany { seconds: seconds(wait) };
    let attempt = limits.guesses.begin(&lane, visit.now).map_err(too_often)?;
    let turn = match limits.turn() {
        Ok(turn) => turn,
        Err(busy) => {
            attempt.was_none();
            return Err(busy);
        }
    };
    let outcome = work();
    drop(turn);
    match &outcome {
        Ok(_) => attempt.was_right(&lane, visit.now),
        Err(AccessError::SignIn) => {}
        Err(_) => attempt.was_none(),
    }
    Ok(outcome?)
}

/// A practice button. It may be pressed again within the half minute of a code: the neighbouring codes fit too.
fn practise(visit: &Visit, member: &DemoMember, rng: &mut dyn CryptoRng) -> Result<Keyring, Fault> {
    let codes = [-30_000, 0, 30_000].map(|off| member.totp.code(visit.now.plus_millis(off)));
    let passphrase = held(&member.passphrase).clone();
    let _turn = visit.app.limits.turn()?;
    let mut outcome = Err(AccessError::SignIn);
    for code in &codes {
        let given = Credentials { name: &member.name, passphrase: &passphrase, code };
        outcome = sign_in(&visit.app.store, &given, visit.now, rng);
        if !matches!(outcome, Err(AccessError::SignIn)) {
            break;
        }
    }
    Ok(outcome?)
}

pub fn enter(visit: &Visit) -> Answer {
    let app = &visit.app;
    let mut rng = app.rng();
    let button = visit.form.value("demo");
    let checked = match app.options.demo.iter().find(|member| member.name == button) {
        Some(member) => practise(visit, member, &mut *rng),
        None => {
            let value = |field| visit.form.value(field);
            let given = Credentials { name: value("name"), passphrase: value("passphrase"), code: value("code") };
            check(visit, &given, &mut *rng)
        }
    };
    let keys = match checked {
        Ok(keys) => keys,
        Err(Fault::Access(AccessError::SignIn)) => {
            let notice = visit.tongue.say("fault-sign-in");
            let answer = (StatusCode::UNAUTHORIZED, html(page(visit, Some(notice)))?).into_response();
            return Ok(Fell::mark("sign-in", answer));
        }
        Err(fault) => return Err(fault),
    };
    // A browser has one sign-in: what was known before this one opens nothing after it.
    if let Some(earlier) = visit.signed_in() {
        app.sessions.end(|session| session.label == earlier.label);
    }
    let desk = keys.actor.may(Action::FindPeople).then(|| opening::begin(app, &keys, visit.now));
    let next = match &desk {
        Some(desk) if desk.wait(opening::PATIENCE) != Stage::Open => "/opening",
        _ => "/",
    };
    let browser = word(&mut *rng, 16);
    let lane = Lane { name: &keys.actor.name, address: visit.whence.address, browser: Some(&browser) };
    app.limits.guesses.remember(&lane, visit.now);
    let session = Session::new(keys, desk, visit.device.clone(), visit.now, &mut *rng);
    let secret = app.sessions.open(session, &mut *rng);
    reach(Failpoint::SessionOpened);
    let cookies = [
        format!("{COOKIE}={secret}; Path=/; Secure; HttpOnly; SameSite=Strict"),
        format!("{BROWSER_COOKIE}={browser}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000"),
    ];
    Ok((AppendHeaders(cookies.map(|cookie| (header::SET_COOKIE, cookie))), Redirect::to(next)).into_response())
}

const GONE: &str = "__Host-registry=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0";

/// What the browser kept of the pages goes. What it has stored stays: nothing unsent is ever dropped (ASVS 14.3.1).
/// The connection ends as well, with what was last typed into it.
const LEAVING: [(HeaderName, &str); 3] = [
    (header::SET_COOKIE, GONE),
    (HeaderName::from_static("clear-site-data"), "\"cache\""),
    (header::CONNECTION, "close"),
];

pub fn leave(visit: &Visit) -> Answer {
    end_own(visit);
    Ok((LEAVING, Redirect::to("/sign-in")).into_response())
}

fn end_own(visit: &Visit) {
    if let Some(own) = visit.signed_in() {
        visit.app.sessions.end(|session| session.label == own.label);
    }
}

/// Drops every key in memory, of everybody, and shows a page that says nothing.
pub fn lock(visit: &Visit) -> Answer {
    if !visit.is_signed_in() {
        return Err(Fault::SignInNeeded);
    }
    visit.app.lock_everything();
    Ok((LEAVING, Redirect::to("/locked")).into_response())
}

/// The neutral page. Coming here ends the sign-in that comes, as the idle lock of the browser wants.
pub fn locked(visit: &Visit) -> Answer {
    end_own(visit);
    let mut chrome = visit.chrome();
    chrome.who = None;
    Ok((LEAVING, html(Locked { page: chrome })?).into_response())
}
