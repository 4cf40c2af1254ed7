//! Asking for something for people who are not named: beds, seats, money for so many.

use super::ask::text;
use super::{Teams, recipient, sentence, services};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::referrals::Need;
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::Country;
use casework::referral::{self, Ask, NeedAsked, Urgency};
use casework::services::Service;

pub fn need_form(visit: &Visit) -> Answer {
    visit.permit(Action::Refer)?;
    html(filled(visit, Filled::default())?)
}

fn filled(visit: &Visit, form: Filled) -> Result<Need, Fault> {
    let recipients = Teams::read(visit)?.choices(visit)?;
    Ok(Need {
        services: services(visit),
        elsewhere: super::elsewhere(visit)?,
        recipients: Choice::select(recipients, form.value("to")),
        form,
        page: visit.chrome(),
    })
}

pub fn need(visit: &Visit) -> Answer {
    visit.expect(Action::Refer)?;
    let form = &visit.form;
    let mut errors = Vec::new();
    let mut miss = |field: &str, key: &str| errors.push((field.to_owned(), visit.tongue.say(key)));
    let (service, to) = (Service::from_key(form.value("service")), recipient(visit));
    if service.is_none() {
        miss("service", "wrong-service");
    }
    if to.is_none() {
        miss("to", "wrong-recipient");
    }
    let people = form.value("people").trim().parse::<u32>().ok().filter(|people| (1..=100_000).contains(people));
    if people.is_none() {
        miss("people", "wrong-people");
    }
    let (Some(service), Some(to), Some(people)) = (service, to, people) else { return wrong(visit, errors) };
    let urgency = Urgency::from_key(form.value("urgency")).unwrap_or(Urgency::Week);
    let ask = Ask { service, urgency, due: None, note: text(form, "note"), after: None };
    let nationality = Country::read(form.value("nationality"));
    let need = NeedAsked { ask, to, people, nationality, place: text(form, "place") };
    match visit.command(|cx| referral::ask_for_need(cx, need)) {
        Ok(_) => {
            *held(&visit.session()?.done) = Some(visit.tongue.say("referral-asked-done"));
            see("/referrals?of=sent")
        }
        Err(Fault::Access(error @ AccessError::Unfit(_))) => wrong(visit, vec![("to".to_owned(), sentence(&error))]),
        Err(fault) => Err(fault),
    }
}

fn wrong(visit: &Visit, errors: Vec<(String, String)>) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(filled(visit, form)?)?).into_response())
}
