//! Integrations on the page of users: programs with a token, the least rights, and an end.

use super::{html, see, users};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::users::{Integration, Token};
use crate::views::{Choice, Chrome, Filled};
use crate::visit::Visit;
use access::integration::{self, IntegrationLine, NewIntegration};
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Date, Instant, TeamId};
use vault::Compartment;

pub fn shown(visit: &Visit, page: &Chrome) -> Result<Vec<Integration>, Fault> {
    let all = visit.app.store.read(integration::all)?;
    let line = |line: IntegrationLine| {
        let actions = line.rights.actions.iter().map(|action| page.say(&format!("right-{}", action.key())));
        let parts = line.rights.compartments.iter().map(|part| page.say(&format!("right-part-{}", part.key())));
        Integration {
            id: line.id.to_string(),
            name: line.name,
            team: line.team,
            rights: actions.chain(parts).collect::<Vec<_>>().join(", "),
            until: line.rights.expires.plus_millis(-1).local_date().to_string(),
            disabled: !line.enabled || line.rights.expires <= visit.now,
        }
    };
    Ok(all.into_iter().map(line).collect())
}

/// What an integration may be given.
pub fn choices(page: &Chrome) -> (Vec<Choice>, Vec<Choice>) {
    let actions =
        integration::offered().map(|action| Choice::new(action.key(), page.say(&format!("right-{}", action.key()))));
    let parts =
        Compartment::ALL.iter().map(|part| Choice::new(part.key(), page.say(&format!("right-part-{}", part.key()))));
    (actions.collect(), parts.collect())
}

/// Makes an integration and shows its token, once.
pub fn add(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    let ticked = |field: &str| -> Vec<String> {
        visit.form.pairs.iter().filter(|(name, _)| name == field).map(|(_, value)| value.clone()).collect()
    };
    let expires = visit.form.value("expires").parse::<Date>().map_or(visit.now, Instant::end_of);
    let Some(team) = TeamId::read(visit.form.value("integration_team")) else {
        return wrong(visit, "integration", AccessError::TeamNeeded);
    };
    let new = NewIntegration {
        name: visit.form.value("integration"),
        team,
        actions: ticked("action").iter().filter_map(|key| Action::from_key(key)).collect(),
        compartments: ticked("part").iter().filter_map(|key| Compartment::from_key(key)).collect(),
        expires,
    };
    match visit.command(|cx| integration::make(cx, &new)) {
        Ok(made) => html(Token {
            page: visit.chrome(),
            name: made.name,
            token: made.token.to_string(),
            waits_for_keys: !new.compartments.is_empty(),
        }),
        Err(Fault::Access(error @ AccessError::NameTaken)) => wrong(visit, "integration", error),
        Err(Fault::Access(error @ AccessError::Unfit(_))) => wrong(visit, "expires", error),
        Err(fault) => Err(fault),
    }
}

fn wrong(visit: &Visit, field: &str, error: AccessError) -> Answer {
    let errors = vec![(field.to_owned(), Fault::Access(error).sentence(visit.tongue))];
    let form = Filled { pairs: visit.form.pairs.clone(), errors };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(users::list(visit, form)?)?).into_response())
}

/// Lets integrations in again after the panic lock.
pub fn let_in(visit: &Visit) -> Answer {
    visit.permit(Action::ManageMembers)?;
    visit.command(integration::let_in)?;
    visit.app.sessions.let_integrations_in();
    *held(&visit.session()?.done) = Some(visit.tongue.say("integrations-let-in-done"));
    see("/users")
}
