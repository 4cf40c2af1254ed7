//! Signing in to a large team, told without a large team: the opening is begun by the test, and held in its hand.

use super::*;
use crate::app::{Edge, Options};
use crate::pages::{people, sign_in};
use access::Role;
use access::member::Welcome;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::response::Response;
use casework::desk;
use rehearsal::{House, TestRng};

const EDGE: Edge = Edge { clock: || rehearsal::START, random: || Box::new(TestRng(7)) };

/// A pages' server and a member who may come in, whose team's desk the test opens when it wants.
fn served() -> (App, Welcome, SharedDesk, desk::Opening) {
    let mut house = House::open();
    let colleague = house.enter("dara", Role::Caseworker, Some(0));
    let welcome = house.add("sokha", Role::Caseworker, Some(0));
    let app = App::new(house.store, EDGE, Options::default()).unwrap();
    let (desk, opening) = app.desks.join(&colleague);
    (app, welcome, desk, opening.expect("nobody else has begun"))
}

fn visit(app: &App, method: &str, path: &str, cookie: &str, form: &str) -> Visit {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, cookie)
        .body(Body::from(form.to_owned()))
        .unwrap();
    let reading = Visit::read(app.clone(), request);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(reading).unwrap_or_else(|_| panic!("{path} is a request of ours"))
}

fn sign_in(app: &App, welcome: &Welcome) -> Response {
    let code = welcome.totp.code(rehearsal::START);
    let form = format!("name={}&passphrase={}&code={code}", welcome.name, *welcome.passphrase);
    sign_in::enter(&visit(app, "POST", "/sign-in", "", &form)).unwrap()
}

fn said(response: &Response, name: header::HeaderName) -> String {
    response.headers()[name].to_str().unwrap().to_owned()
}

fn body(response: Response) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let bytes = runtime.block_on(to_bytes(response.into_body(), 1 << 20)).unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn signing_in_answers_before_the_desk_is_open_and_goes_on_when_it_is() {
    let (app, welcome, desk, opening) = served();
    let answer = sign_in(&app, &welcome);
    assert_eq!((answer.status(), said(&answer, header::LOCATION)), (StatusCode::SEE_OTHER, "/opening".to_owned()));
    let cookie = said(&answer, header::SET_COOKIE).split(';').next().unwrap().to_owned();
    let ask = |path: &str| visit(&app, "GET", path, &cookie, "");

    let on_the_way = before(&ask("/people"), Duration::ZERO, people::show).unwrap();
    assert_eq!(said(&on_the_way, header::LOCATION), "/opening");
    let page = body(show(&ask("/opening")).unwrap());
    assert!(page.contains("<progress") && page.contains("/opening/progress.json"), "{page}");
    assert!(page.contains("http-equiv=\"refresh\""), "without a script the page looks again by itself");
    let state = body(progress(&ask("/opening/progress.json")).unwrap());
    assert!(state.contains("\"finished\":false"), "{state}");

    opening.run(&app.store, rehearsal::START).unwrap();
    assert_eq!(desk.stage(), Stage::Open);
    let state = body(progress(&ask("/opening/progress.json")).unwrap());
    assert!(state.contains("\"finished\":true"), "{state}");
    let on = show(&ask("/opening")).unwrap();
    assert_eq!(said(&on, header::LOCATION), "/people", "where the person was heading");
    let list = before(&ask("/people"), Duration::ZERO, people::show).unwrap();
    assert_eq!(list.status(), StatusCode::OK);
}

#[test]
fn a_desk_that_opens_at_once_is_never_seen_opening() {
    let (app, welcome, _desk, opening) = served();
    opening.run(&app.store, rehearsal::START).unwrap();
    assert_eq!(said(&sign_in(&app, &welcome), header::LOCATION), "/");
}

#[test]
fn a_lock_drops_what_is_being_opened() {
    let (app, welcome, desk, opening) = served();
    let answer = sign_in(&app, &welcome);
    let cookie = said(&answer, header::SET_COOKIE).split(';').next().unwrap().to_owned();
    let left = std::sync::Arc::downgrade(&desk);
    drop(desk);
    sign_in::lock(&visit(&app, "POST", "/lock", &cookie, "")).unwrap();
    assert!(left.upgrade().is_none(), "nobody holds it any more");
    opening.run(&app.store, rehearsal::START).unwrap();
    assert!(left.upgrade().is_none(), "and what came of the opening is gone");
    assert!(matches!(show(&visit(&app, "GET", "/opening", &cookie, "")), Err(Fault::SignInNeeded)));
}

#[test]
fn an_opening_that_failed_is_said_and_ends_the_sign_in() {
    let (app, welcome, _desk, opening) = served();
    let answer = sign_in(&app, &welcome);
    let cookie = said(&answer, header::SET_COOKIE).split(';').next().unwrap().to_owned();
    drop(opening);
    assert!(matches!(show(&visit(&app, "GET", "/opening", &cookie, "")), Err(Fault::Access(_))));
    assert!(app.sessions.find(cookie.split_once('=').unwrap().1, rehearsal::START).is_none());
}
