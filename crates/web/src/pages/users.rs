//! Members: who may sign in. An administrator sees no case, and gives no key: the team does.

use super::{html, integrations, qr_of};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::users::{Secrets, User, Users};
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use access::member::{self, NewMember};
use access::{AccessError, Action, Role, organisation};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{TeamId, UserId};
use std::collections::BTreeMap;

pub fn show(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    html(list(visit, Filled::default())?)
}

pub(super) fn list(visit: &Visit, form: Filled) -> Result<Users, Fault> {
    let me = visit.session()?.member;
    let page = visit.chrome();
    let (members, teams) =
        visit.app.store.read(|tx| Ok::<_, AccessError>((member::all(tx)?, organisation::teams(tx)?)))?;
    let roles = Role::of_people().map(|role| Choice::new(role.key(), page.word("role", role.key())));
    let teams: Vec<Choice> = teams.into_iter().map(|(id, name, _)| Choice::new(id.to_string(), name)).collect();
    let again = teams.iter().map(|team| Choice::new(team.value.clone(), team.label.clone()));
    let (actions, parts) = integrations::choices(&page);
    let users = members.into_iter().filter(|m| m.role != Role::Integration).map(|m| User {
        is_me: m.id == me,
        id: m.id.to_string(),
        name: m.name,
        role: m.role.key().to_owned(),
        team: m.team.unwrap_or_default(),
        last_seen: None,
        disabled: !m.enabled,
    });
    Ok(Users {
        integrations: integrations::shown(visit, &page)?,
        integrations_are_out: visit.app.sessions.are_integrations_out(),
        integration_teams: Choice::select(again, form.value("integration_team")),
        actions,
        parts,
        users: users.collect(),
        roles: Choice::select(roles, form.value("role")),
        teams: Choice::select(teams, form.value("team")),
        done: held(&visit.session()?.done).take(),
        form,
        page,
    })
}

/// Adds a member and shows, once, what it needs to sign in.
pub fn add(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let Some(role) = Role::from_key(visit.form.value("role")) else {
        return wrong(visit, "role", AccessError::TeamNeeded);
    };
    let team = TeamId::read(visit.form.value("team")).filter(|_| role.in_a_team());
    let new = NewMember { name: visit.form.value("name"), role, team, passphrase: None };
    let mut rng = visit.app.rng();
    let prepared = match member::prepare(&new, visit.now, &mut *rng) {
        Ok(prepared) => prepared,
        Err(error) => return wrong(visit, "team", error),
    };
    let added = visit.command(|cx| member::enrol(cx, prepared, &BTreeMap::new()));
    let welcome = match added {
        Ok(welcome) => welcome,
        Err(Fault::Access(error @ AccessError::NameTaken)) => return wrong(visit, "name", error),
        Err(Fault::Access(error @ AccessError::MissionNeeded)) => return wrong(visit, "team", error),
        Err(fault) => return Err(fault),
    };
    html(Secrets {
        page: visit.chrome(),
        qr: qr_of(&welcome.totp.uri(&welcome.name))?,
        secret: welcome.totp.letters(),
        passphrase: welcome.passphrase.to_string(),
        recovery_codes: welcome.recovery_codes,
        waits_for_keys: !welcome.role.reads().is_empty(),
        name: welcome.name,
    })
}

fn wrong(visit: &Visit, field: &str, error: AccessError) -> Answer {
    let key = Fault::Access(error).key();
    let errors = vec![(field.to_owned(), visit.tongue.say(&format!("fault-{key}")))];
    let form = Filled { pairs: visit.form.pairs.clone(), errors };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(list(visit, form)?)?).into_response())
}

pub fn disable(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let me = visit.session()?.member;
    if let Some(member) = UserId::read(visit.form.value("id")).filter(|member| *member != me) {
        visit.command(|cx| member::shut_out(cx, member))?;
        visit.app.sessions.end(|s| s.member == member);
    }
    super::see("/users")
}
