//! Integrations: programs with a token, the least rights, and an end.

use super::operation::{Operation, get, post};
use super::paging::Page;
use super::team::known_team;
use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::integration::{self, IntegrationLine, NewIntegration};
use access::{AccessError, Action, member};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Date, Instant, TeamId, UserId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use vault::Compartment;

pub fn operations() -> Vec<Operation> {
    let new = json!({
        "name": "Border desk",
        "team": "06dsab5kg1urr6di0on5sfqs18",
        "actions": ["register"],
        "compartments": [],
        "expires": "2026-12-31",
    });
    vec![
        get("/integrations", all, "Integrations").gives(200, Page::whole(vec![Integration::sample()])),
        post("/integrations", add, "Add an integration")
            .details(
                "Its token is answered once and kept nowhere. With `register` alone it delivers and reads nothing; \
                 to read, it needs the keys of its compartments, which somebody of the team gives it.",
            )
            .takes::<New>(new)
            .gives(201, Added::sample()),
        post("/integrations/{integration}/disable", disable, "Shut an integration out")
            .details("From its next request on; the keys it was given are deleted.")
            .gives_nothing(),
        post("/integrations/let-in", let_in, "Let integrations in again after the panic lock").gives_nothing(),
    ]
}

#[derive(Serialize, JsonSchema)]
pub struct Integration {
    id: As<UserId>,
    name: String,
    team: String,
    actions: Vec<As<Action>>,
    compartments: Vec<As<Compartment>>,
    expires: As<Instant>,
    enabled: bool,
}

impl Integration {
    fn of(line: IntegrationLine) -> Integration {
        Integration {
            id: As(line.id),
            name: line.name,
            team: line.team,
            actions: line.rights.actions.into_iter().map(As).collect(),
            compartments: line.rights.compartments.into_iter().map(As).collect(),
            expires: As(line.rights.expires),
            enabled: line.enabled,
        }
    }

    fn sample() -> Integration {
        Integration {
            id: As(UserId::from_bytes([1; 16])),
            name: "Border desk".to_owned(),
            team: "Response".to_owned(),
            actions: vec![As(Action::Register)],
            compartments: Vec::new(),
            expires: As(Instant::from_millis(1_798_736_400_000)),
            enabled: true,
        }
    }
}

fn all(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let all = visit.app.store.read(integration::all)?;
    Ok(Json(Page::whole(all.into_iter().map(Integration::of).collect())).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct New {
    name: String,
    team: As<TeamId>,
    /// Only what it needs; none to manage members.
    actions: Vec<As<Action>>,
    /// The parts of cases that it may read once it has their keys.
    compartments: Vec<As<Compartment>>,
    /// The last day on which it may come in, at most a year ahead.
    expires: As<Date>,
}

#[derive(Serialize, JsonSchema)]
pub struct Added {
    id: As<UserId>,
    name: String,
    /// To be sent as `Authorization: Bearer …`. It is not shown again.
    token: String,
    /// Whether somebody of the team has to give it keys before it can read.
    waits_for_keys: bool,
}

impl Added {
    fn sample() -> Added {
        let (id, name) = (As(UserId::from_bytes([1; 16])), "Border desk".to_owned());
        Added { id, name, token: "sc_…".to_owned(), waits_for_keys: false }
    }
}

fn add(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let said: New = visit.sent()?;
    known_team(visit, Some(said.team.0))?;
    let new = NewIntegration {
        name: &said.name,
        team: said.team.0,
        actions: said.actions.into_iter().map(|As(action)| action).collect(),
        compartments: said.compartments.into_iter().map(|As(compartment)| compartment).collect(),
        expires: Instant::end_of(said.expires.0),
    };
    let made = visit.command(|cx| integration::make(cx, &new))?;
    let token = made.token.to_string();
    let waits_for_keys = !new.compartments.is_empty();
    Ok((StatusCode::CREATED, Json(Added { id: As(made.id), name: made.name, token, waits_for_keys })).into_response())
}

fn disable(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let id = UserId::read(visit.param("integration")).ok_or(Fault::Access(AccessError::NoMember))?;
    visit.command(|cx| {
        let known = integration::all(cx.tx)?.iter().any(|line| line.id == id);
        if known { member::shut_out(cx, id) } else { Err(AccessError::NoMember) }
    })?;
    visit.app.sessions.end(|session| session.member == id);
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn let_in(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    visit.command(integration::let_in)?;
    visit.app.sessions.let_integrations_in();
    Ok(StatusCode::NO_CONTENT.into_response())
}
