//! The arrival card: one screen, one minute, one code.

use super::person_form::Reading;
use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::arrivals::{NewArrival, Previous, Registered, Suggestions};
use crate::views::{Chrome, Filled};
use crate::visit::Visit;
use access::Action;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, CaseId, Consent, Country, Language};
use casework::desk::fresh;
use casework::registry::{self, rows};
use casework::{Fact, Field, Origin};

pub fn form(visit: &Visit) -> Answer {
    visit.permit(Action::Register)?;
    html(card(visit, Filled::default())?)
}

/// The empty card for somebody who came with the person just registered.
pub fn form_with(visit: &Visit) -> Answer {
    visit.permit(Action::Register)?;
    let case = visit.session()?.case_of(visit.form.value("with")).ok_or(Fault::NotFound)?;
    *held(&visit.session()?.previous) = Some(case);
    let pairs = vec![("company".to_owned(), "previous".to_owned())];
    html(card(visit, Filled { pairs, errors: Vec::new() })?)
}

fn card(visit: &Visit, form: Filled) -> Result<NewArrival, Fault> {
    let previous = *held(&visit.session()?.previous);
    let previous = previous.and_then(|case| known(visit, case).transpose()).transpose()?;
    let page = visit.chrome();
    let suggestions = suggestions(visit, &page)?;
    Ok(NewArrival { page, form, suggestions, previous })
}

/// A case as a link with a name: a reading like any other, so it is on the record first.
pub(super) fn known(visit: &Visit, case: CaseId) -> Result<Option<Previous>, Fault> {
    let session = visit.session()?;
    let Some(desk) = session.desk.get() else { return Ok(None) };
    let name = fresh(desk, &visit.app.store, visit.now, |desk| {
        desk.line(case).map(|line| line.names.first().cloned().unwrap_or_default())
    })?;
    let Some(name) = name else { return Ok(None) };
    visit.command(|cx| cx.open(case, Action::FindPeople).map(|_| ()))?;
    Ok(Some(Previous { handle: visit.handle(case)?, name, code: CaseCode::of(case).to_string() }))
}

pub(super) fn suggestions(visit: &Visit, page: &Chrome) -> Result<Suggestions, Fault> {
    let tag = page.tongue.tag();
    let mut countries: Vec<String> = Country::all().map(|c| c.name(tag).to_owned()).collect();
    let mut languages: Vec<String> = Language::all().map(|l| l.name(tag).to_owned()).collect();
    countries.sort();
    languages.sort();
    Ok(Suggestions { countries, languages, places: places(visit)? })
}

/// The towns people are in most often, and those of the places list.
pub(super) fn places(visit: &Visit) -> Result<Vec<String>, Fault> {
    let session = visit.session()?;
    let mut places: Vec<String> = PLACES.lines().map(str::to_owned).collect();
    if let Some(desk) = session.desk.get() {
        for place in fresh(desk, &visit.app.store, visit.now, |desk| desk.places().to_vec())? {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    places.sort();
    Ok(places)
}

/// Towns only: more exact places of a country come with its pack.
const PLACES: &str =
    "Phnom Penh\nSihanoukville\nKampot\nSiem Reap\nPoipet\nBavet\nBokor\nKoh Kong\nO'Smach\nChrey Thum\nPursat\nKandal";

pub fn register(visit: &Visit) -> Answer {
    visit.permit(Action::Register)?;
    let mut reading = Reading::of(&visit.form, visit.tongue, visit.today());
    let arrival = reading.arrival();
    let with = company(visit, &mut reading)?;
    if !reading.errors.is_empty() {
        let form = Filled { pairs: visit.form.pairs.clone(), errors: reading.errors };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(card(visit, form)?)?).into_response());
    }
    let registered = visit.command(|cx| registry::register(cx, arrival, Origin::Card, with))?;
    *held(&visit.session()?.previous) = Some(registered.case);
    see("/arrivals/done")
}

/// Whom this person came with: the one registered just before, or whoever's code was given.
fn company(visit: &Visit, reading: &mut Reading) -> Result<Option<CaseId>, Fault> {
    match visit.form.value("company") {
        "previous" => Ok(visit.session()?.case_of(visit.form.value("previous"))),
        "code" => {
            let code = CaseCode::read(visit.form.value("company_code"));
            let case = match code {
                Ok(code) => visit.app.store.read(|tx| rows::case_with_code(tx, code))?,
                Err(_) => None,
            };
            // Only somebody who is open to this visitor: else a code could be tried out here.
            match case.map(|case| visit.command(|cx| cx.open(case, Action::OpenCase).map(|_| case))) {
                Some(Ok(case)) => Ok(Some(case)),
                _ => {
                    reading.wrong("company_code", "wrong-code");
                    Ok(None)
                }
            }
        }
        _ => Ok(None),
    }
}

pub fn done(visit: &Visit) -> Answer {
    visit.permit(Action::Register)?;
    let Some(case) = *held(&visit.session()?.previous) else { return see("/arrivals/new") };
    let view = visit.command(|cx| registry::view(cx, case))?;
    let refused = view.facts.newest(Field::Consent) == Some(&Fact::Consent(Consent::Refused));
    html(Registered {
        page: visit.chrome(),
        handle: visit.handle(case)?,
        code: view.code.to_string(),
        signs: super::cases::signs(&view, visit.today()),
        without_identity: refused,
        alike: alike(visit, case)?,
    })
}

/// Others of the same name and a birth that does not contradict: shown, never decided.
fn alike(visit: &Visit, case: CaseId) -> Result<Vec<Previous>, Fault> {
    let session = visit.session()?;
    let Some(desk) = session.desk.get() else { return Ok(Vec::new()) };
    let cases = fresh(desk, &visit.app.store, visit.now, |desk| desk.alike(case, 3))?;
    let found = cases.into_iter().map(|case| known(visit, case)).collect::<Result<Vec<_>, Fault>>()?;
    Ok(found.into_iter().flatten().collect())
}
