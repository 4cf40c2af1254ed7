//! Asking for somebody: what is needed, from whom, and what the person agrees to show for it.

use super::{Teams, recipient, sentence, services};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::{Choice, Filled, referrals};
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseId, Language};
use casework::consent::{self, Given, Grant, Item, Recipient, Standing};
use casework::referral::{self, Urgency};
use casework::registry::{self, CaseView};
use casework::services::Service;
use casework::{Fact, Field};

pub fn form(visit: &Visit) -> Answer {
    visit.expect(Action::Refer)?;
    // The earlier request that this one follows: its word means nothing outside of this sign-in.
    let after = vec![("after".to_owned(), visit.asked("after").to_owned())];
    html(filled(visit, Filled { pairs: after, errors: Vec::new() })?)
}

fn filled(visit: &Visit, form: Filled) -> Result<referrals::Ask, Fault> {
    let case = visit.case()?;
    let view = visit.command(|cx| registry::view(cx, case))?;
    let spoken = match view.facts.newest(Field::Languages) {
        Some(Fact::Languages(languages)) => languages.first().map(|language| language.code()).unwrap_or_default(),
        _ => "",
    };
    let chosen = if form.value("language").is_empty() { spoken } else { form.value("language") }.to_owned();
    let tag = visit.tongue.tag();
    let mut languages: Vec<Choice> =
        Language::all().map(|language| Choice::new(language.code(), language.name(tag))).collect();
    languages.sort_by(|a, b| a.label.cmp(&b.label));
    let recipients = Teams::read(visit)?.choices(visit)?;
    Ok(referrals::Ask {
        handle: visit.handle(case)?,
        code: view.code.to_string(),
        services: services(visit),
        elsewhere: super::elsewhere(visit)?,
        recipients: Choice::select(recipients, form.value("to")),
        languages: Choice::select(languages, &chosen),
        unknown: unknown(&view),
        is_child: consent::may_be_a_child(&view.facts, visit.today()),
        words: format!("/consent-words?language={chosen}"),
        form,
        page: visit.chrome(),
    })
}

/// Items of which nothing is known: agreeing to show them shows nothing.
fn unknown(view: &CaseView) -> Vec<&'static str> {
    let is_known = |item: &Item| *item == Item::Code || item.fields().iter().any(|f| view.facts.newest(*f).is_some());
    Item::ALL.iter().filter(|item| !is_known(item)).map(|item| item.key()).collect()
}

/// What the form says, or what is missing.
struct Said {
    grant: Grant,
    ask: referral::Ask,
}

pub fn ask(visit: &Visit) -> Answer {
    visit.expect(Action::Refer)?;
    let case = visit.case()?;
    let Said { grant, ask } = match read(visit) {
        Ok(said) => said,
        Err(errors) => return wrong(visit, errors),
    };
    let (to, items, declined) = (grant.recipient.clone(), grant.items.clone(), grant.standing == Standing::Declined);
    let done = visit.command(|cx| {
        consent::give(cx, case, grant)?;
        if declined { Ok(()) } else { referral::refer(cx, case, &to, &items, ask).map(drop) }
    });
    match done {
        Ok(()) => {
            let key = if declined { "referral-declined-done" } else { "referral-asked-done" };
            *held(&visit.session()?.done) = Some(visit.tongue.say(key));
            back(visit, case)
        }
        Err(Fault::Access(error @ (AccessError::Unfit(_) | AccessError::NoConsent))) => {
            wrong(visit, vec![("consent".to_owned(), sentence(&error))])
        }
        Err(fault) => Err(fault),
    }
}

fn back(visit: &Visit, case: CaseId) -> Answer {
    see(&format!("/case/{}", visit.handle(case)?))
}

fn wrong(visit: &Visit, errors: Vec<(String, String)>) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(filled(visit, form)?)?).into_response())
}

fn read(visit: &Visit) -> Result<Said, Vec<(String, String)>> {
    let form = &visit.form;
    let mut errors = Vec::new();
    let mut miss = |field: &str, key: &str| errors.push((field.to_owned(), visit.tongue.say(key)));
    let service = Service::from_key(form.value("service"));
    if service.is_none() {
        miss("service", "wrong-service");
    }
    let to = recipient(visit);
    if to.is_none() {
        miss("to", "wrong-recipient");
    }
    let items: Vec<Item> = Item::ALL.iter().copied().filter(|item| form.has("item", item.key())).collect();
    if items.is_empty() {
        miss("item", "wrong-items");
    }
    let until = match form.value("until") {
        "" => None,
        day => day.parse().map_err(|_| miss("until", "wrong-until")).ok(),
    };
    let standing = match form.value("agrees") {
        "yes" => Some(Standing::Given),
        "no" => Some(Standing::Declined),
        _ => None,
    };
    if standing.is_none() {
        miss("agrees", "wrong-agrees");
    }
    let given = given(form);
    if given.is_none() && standing == Some(Standing::Given) {
        miss("given", "wrong-given");
    }
    let urgency = Urgency::from_key(form.value("urgency")).unwrap_or(Urgency::Week);
    let (Some(purpose), Some(recipient), Some(standing), true) = (service, to, standing, errors.is_empty()) else {
        return Err(errors);
    };
    let grant = Grant {
        purpose,
        recipient,
        items,
        given: given.unwrap_or(Given::Spoken),
        language: Language::from_code(form.value("language")),
        interpreter: text(form, "interpreter"),
        until,
        safe: form.has("safe", "yes"),
        standing,
    };
    let ask = referral::Ask { service: purpose, urgency, due: None, note: text(form, "note"), after: after(visit) };
    Ok(Said { grant, ask })
}

/// How it was given, as far as the form says.
fn given(form: &Filled) -> Option<Given> {
    let best_interests = base::text::remark(form.value("best_interests"));
    let who = base::text::line(form.value("guardian"));
    match form.value("given") {
        "spoken" => Some(Given::Spoken),
        "signed" => Some(Given::Signed),
        "guardian" => Some(Given::Guardian { guardian: who, best_interests }),
        "best-interests" => Some(Given::BestInterests { decided_by: who, best_interests }),
        _ => None,
    }
}

/// The earlier request that this one follows, by its word in this sign-in.
fn after(visit: &Visit) -> Option<CaseId> {
    visit.session().ok()?.case_of(visit.form.value("after"))
}

pub(super) fn text(form: &Filled, field: &str) -> Option<String> {
    base::text::some_remark(form.value(field))
}

/// Whether a form's recipient is a team: for the words beside it.
pub(super) fn is_team(recipient: &Recipient) -> bool {
    matches!(recipient, Recipient::Team(_))
}
