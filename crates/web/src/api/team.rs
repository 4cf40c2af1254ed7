//! Members: who may sign in, and the keys that new ones wait for.

use super::operation::{Operation, get, post};
use super::paging::Page;
use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::member::{self, NewMember};
use access::{AccessError, Action, Role, organisation};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{TeamId, UserId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

pub fn operations() -> Vec<Operation> {
    let new = json!({ "name": "dara", "role": "caseworker", "team": "06dsab5kg1urr6di0on5sfqs18" });
    vec![
        get("/users", all, "Members").gives(200, Page::whole(vec![User::sample()])),
        post("/users", add, "Add a member")
            .details("What the member needs to sign in is answered once and kept nowhere.")
            .takes::<NewUser>(new)
            .gives(201, Welcome::sample()),
        post("/users/{user}/disable", disable, "Shut a member out")
            .details("From the next request on; the keys it was given are deleted.")
            .gives_nothing()
            .refuses(&[409]),
        get("/teams", teams, "Teams").gives(200, Page::whole(vec![Team::sample()])),
        get("/keys", waiting, "Members of one's team who wait for keys")
            .gives(200, Page::whole(vec![Waiting::sample()])),
        post("/keys/{user}", give, "Give a waiting member the keys it is to have")
            .details("Only who holds a key has it to give (docs/decisions/0007-keys-are-given-by-the-team.md).")
            .gives_nothing(),
    ]
}

#[derive(Serialize, JsonSchema)]
pub struct User {
    id: As<UserId>,
    name: String,
    role: As<Role>,
    team: Option<String>,
    enabled: bool,
}

impl User {
    fn sample() -> User {
        let (id, team) = (As(UserId::from_bytes([1; 16])), Some("Response".to_owned()));
        User { id, name: "sokha".to_owned(), role: As(Role::Caseworker), team, enabled: true }
    }
}

fn all(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let members = visit.app.store.read(member::all)?;
    let user =
        |m: member::MemberLine| User { id: As(m.id), name: m.name, role: As(m.role), team: m.team, enabled: m.enabled };
    Ok(Json(Page::whole(members.into_iter().filter(|m| m.role != Role::Integration).map(user).collect()))
        .into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    name: String,
    role: As<Role>,
    /// For roles that work in a team.
    #[serde(default)]
    team: Option<As<TeamId>>,
}

#[derive(Serialize, JsonSchema)]
pub struct Welcome {
    id: As<UserId>,
    name: String,
    passphrase: String,
    /// For the app that shows codes.
    totp: String,
    recovery_codes: Vec<String>,
    /// Whether somebody of the team has to give it keys.
    waits_for_keys: bool,
}

impl Welcome {
    fn sample() -> Welcome {
        Welcome {
            id: As(UserId::from_bytes([1; 16])),
            name: "dara".to_owned(),
            passphrase: "six made-up words".to_owned(),
            totp: "otpauth://totp/…".to_owned(),
            recovery_codes: vec!["abcd-efgh".to_owned()],
            waits_for_keys: true,
        }
    }
}

fn add(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let said: NewUser = visit.sent()?;
    let team = said.team.as_ref().map(|As(team)| *team);
    known_team(visit, team)?;
    let new = NewMember { name: &said.name, role: said.role.0, team, passphrase: None };
    let prepared = member::prepare(&new, visit.now, &mut *visit.app.rng())?;
    let welcome = visit.command(|cx| member::enrol(cx, prepared, &BTreeMap::new()))?;
    let shown = Welcome {
        id: As(welcome.member),
        totp: welcome.totp.uri(&welcome.name),
        passphrase: welcome.passphrase.to_string(),
        recovery_codes: welcome.recovery_codes,
        waits_for_keys: !welcome.role.reads().is_empty(),
        name: welcome.name,
    };
    Ok((StatusCode::CREATED, Json(shown)).into_response())
}

/// Refuses a team that there is not.
pub fn known_team(visit: &Visit, team: Option<TeamId>) -> Result<(), Fault> {
    let Some(team) = team else { return Ok(()) };
    let teams = visit.app.store.read(organisation::teams)?;
    let known = teams.iter().any(|(id, _, _)| *id == team);
    if known { Ok(()) } else { Err(Fault::wrong("team", "there is no such team")) }
}

fn user_of(visit: &Visit) -> Result<UserId, Fault> {
    visit.signed_in().ok_or(Fault::SignInNeeded)?;
    UserId::read(visit.param("user")).ok_or(Fault::Access(AccessError::NoMember))
}

fn disable(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let user = user_of(visit)?;
    visit.command(|cx| member::shut_out(cx, user))?;
    visit.app.sessions.end(|session| session.member == user);
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Serialize, JsonSchema)]
pub struct Team {
    id: As<TeamId>,
    name: String,
    /// "casework", "mission", "shelter" or another.
    kind: String,
}

impl Team {
    fn sample() -> Team {
        Team { id: As(TeamId::from_bytes([1; 16])), name: "Response".to_owned(), kind: "casework".to_owned() }
    }
}

fn teams(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let teams = visit.app.store.read(organisation::teams)?;
    let team = |(id, name, kind)| Team { id: As(id), name, kind };
    Ok(Json(Page::whole(teams.into_iter().map(team).collect())).into_response())
}

#[derive(Serialize, JsonSchema)]
pub struct Waiting {
    id: As<UserId>,
    name: String,
    role: As<Role>,
}

impl Waiting {
    fn sample() -> Waiting {
        Waiting { id: As(UserId::from_bytes([1; 16])), name: "dara".to_owned(), role: As(Role::Caseworker) }
    }
}

fn waiting(visit: &Visit) -> Answer {
    let waiting = visit.command(member::waiting_for_keys)?;
    let shown = waiting.into_iter().map(|m| Waiting { id: As(m.id), name: m.name, role: As(m.role) });
    Ok(Json(Page::whole(shown.collect())).into_response())
}

fn give(visit: &Visit) -> Answer {
    let user = user_of(visit)?;
    visit.command(|cx| {
        let waits = member::waiting_for_keys(cx)?.iter().any(|member| member.id == user);
        if waits { member::give_team_keys(cx, user) } else { Err(AccessError::NoMember) }
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
