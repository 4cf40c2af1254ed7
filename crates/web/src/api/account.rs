//! Who is signed in: coming in, going out, where else, with which rights; and locking everything at once.

use super::operation::{Operation, delete, get, post};
use super::paging::Page;
use super::texted::As;
use crate::fault::Fault;
use crate::pages::{passphrase, sign_in};
use crate::routes::Answer;
use crate::session::Session;
use crate::visit::Visit;
use access::sign_in::Credentials;
use access::{AccessError, Action, Role};
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use base::{Instant, TeamId, UserId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use vault::Compartment;

pub fn operations() -> Vec<Operation> {
    let given = json!({ "name": "sokha", "passphrase": "four words of one's own", "code": "123456" });
    let changed = json!({ "passphrase": "four words of one's own", "code": "123456", "new": "another four words" });
    vec![
        post("/sign-in", enter, "Sign in as a member")
            .details("The token ends after a quarter of an hour without use, after twelve hours, or with the panic lock.")
            .open()
            .takes::<SignIn>(given)
            .gives(200, Token { token: "5uk2…".to_owned() })
            .refuses(&[401]),
        post("/sign-out", leave, "Sign out").gives_nothing(),
        get("/me", me, "Who is signed in, and with which rights").gives(200, Me::sample()),
        get("/sign-ins", sign_ins, "One's own sign-ins").gives(200, Page::whole(vec![SignedIn::sample()])),
        delete("/sign-ins/{id}", end, "End one of one's own sign-ins").gives_nothing(),
        post("/passphrase", change, "Change one's own passphrase")
            .details("Every other sign-in of the member ends.")
            .takes::<NewPassphrase>(changed)
            .gives_nothing(),
        post("/lock", lock, "Lock everything at once")
            .details("Every key leaves the memory, everybody's sign-in ends, and integrations stay out until they are let in again.")
            .gives_nothing(),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    name: String,
    passphrase: String,
    /// Six digits of the app, or a recovery code.
    code: String,
}

#[derive(Serialize, JsonSchema)]
pub struct Token {
    /// To be sent as `Authorization: Bearer …`.
    token: String,
}

fn enter(visit: &Visit) -> Answer {
    let said: SignIn = visit.sent()?;
    let given = Credentials { name: &said.name, passphrase: &said.passphrase, code: &said.code };
    let mut rng = visit.app.rng();
    let keys = sign_in::check(visit, &given, &mut *rng)?;
    let session = Session::new(keys, None, visit.device.clone(), visit.now, &mut *rng);
    let token = visit.app.sessions.open(session, &mut *rng);
    Ok(Json(Token { token }).into_response())
}

fn leave(visit: &Visit) -> Answer {
    let label = visit.session()?.label.clone();
    visit.app.sessions.end(|session| session.label == label);
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Serialize, JsonSchema)]
pub struct Me {
    id: As<UserId>,
    name: String,
    role: As<Role>,
    team: Option<As<TeamId>>,
    may: Vec<As<Action>>,
    /// The parts of cases whose keys this sign-in holds.
    reads: Vec<As<Compartment>>,
    /// When the sign-in ends at the latest; sooner without use.
    expires: As<Instant>,
}

impl Me {
    fn sample() -> Me {
        Me {
            id: As(UserId::from_bytes([1; 16])),
            name: "sokha".to_owned(),
            role: As(Role::ConsularOfficer),
            team: Some(As(TeamId::from_bytes([1; 16]))),
            may: vec![As(Action::Register), As(Action::FindPeople)],
            reads: vec![As(Compartment::Identity), As(Compartment::Journey)],
            expires: As(Instant::from_millis(1_768_539_600_000)),
        }
    }
}

fn me(visit: &Visit) -> Answer {
    let session = visit.session()?;
    let actor = &session.actor;
    let reads = session.keys.lock().reads();
    Ok(Json(Me {
        id: As(actor.member),
        name: actor.name.clone(),
        role: As(actor.role),
        team: actor.team.map(As),
        may: Action::ALL.iter().copied().filter(|action| actor.may(*action)).map(As).collect(),
        reads: reads.into_iter().map(As).collect(),
        expires: As(session.ends_at()),
    })
    .into_response())
}

#[derive(Serialize, JsonSchema)]
pub struct SignedIn {
    id: String,
    device: String,
    started: As<Instant>,
    last_used: As<Instant>,
    this_one: bool,
}

impl SignedIn {
    fn sample() -> SignedIn {
        let at = || As(Instant::from_millis(1_768_539_600_000));
        SignedIn {
            id: "5uk2".to_owned(),
            device: "Firefox · Linux".to_owned(),
            started: at(),
            last_used: at(),
            this_one: true,
        }
    }
}

fn sign_ins(visit: &Visit) -> Answer {
    let session = visit.session()?;
    let mut sessions = visit.app.sessions.of_member(session.member);
    sessions.sort_by_key(|s| std::cmp::Reverse((s.started, s.label.clone())));
    let shown = sessions.iter().map(|s| SignedIn {
        id: s.label.clone(),
        device: s.device.clone(),
        started: As(s.started),
        last_used: As(s.last_used()),
        this_one: s.label == session.label,
    });
    Ok(Json(Page::whole(shown.collect())).into_response())
}

fn end(visit: &Visit) -> Answer {
    let session = visit.session()?;
    let (member, label) = (session.member, visit.param("id"));
    let known = visit.app.sessions.of_member(member).iter().any(|s| s.label == label);
    visit.app.sessions.end(|s| s.member == member && s.label == label);
    if known { Ok(StatusCode::NO_CONTENT.into_response()) } else { Err(Fault::NotFound) }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassphrase {
    passphrase: String,
    code: String,
    /// At least 15 characters.
    new: String,
}

fn change(visit: &Visit) -> Answer {
    visit.session()?;
    let said: NewPassphrase = visit.sent()?;
    match passphrase::change_own(visit, &said.passphrase, &said.code, &said.new) {
        Ok(()) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(Fault::Access(error @ AccessError::WeakPassphrase)) => Err(Fault::wrong("new", &error.to_string())),
        Err(fault) => Err(fault),
    }
}

fn lock(visit: &Visit) -> Answer {
    // A program never locks people out; to end itself it needs only to stop asking.
    if visit.session()?.actor.is_integration() {
        return Err(Fault::Foreign);
    }
    visit.app.lock_everything();
    Ok((StatusCode::NO_CONTENT, [(header::CONNECTION, "close")]).into_response())
}
