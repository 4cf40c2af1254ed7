//! The directory: who can help, with what, whom, where. Members check, correct and add; what was said stays.

mod say;
pub mod warnings;
mod write;

pub use write::{add, add_form, correct, correct_form};

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Tongue;
use crate::views::services::{Directory, Organisation};
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use access::{Action, organisation};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Country, Language, TeamId};
use casework::services::{self, Fits, Group, Kept, Looked, Service, Told, WHOLE_COUNTRY, Wrong};
use std::collections::BTreeSet;

/// Where what is asked stands in the address: words of closed sets alone.
const ASKED: [&str; 5] = ["service", "group", "nationality", "area", "language"];

pub fn show(visit: &Visit) -> Answer {
    let all = visit.command(services::all)?;
    let page = visit.chrome();
    let today = visit.today();
    let looked = looked(visit, &all);
    let shown = |wanted: Fits| {
        let fitting = all.iter().filter(|one| one.fits(&looked) == wanted);
        let mut fitting: Vec<_> = fitting.collect();
        // Whose services nobody knows stand last, where somebody looks who found nothing else.
        fitting.sort_by_key(|one| one.services.is_empty());
        fitting.into_iter().map(|one| say::entry(&page, one, today)).collect::<Vec<_>>()
    };
    let (fitting, to_ask) = (shown(Fits::Yes), shown(Fits::Unknown));
    let form = Filled {
        pairs: ASKED.iter().map(|name| ((*name).to_owned(), visit.asked(name).to_owned())).collect(),
        errors: Vec::new(),
    };
    let tag = page.tongue.tag();
    let spoken: BTreeSet<Language> = all.iter().flat_map(|one| one.languages.iter().copied()).collect();
    let languages = sorted(spoken.into_iter().map(|l| Choice::new(l.code(), l.name(tag))));
    let nationalities = sorted(Country::all().map(|country| Choice::new(country.iso3(), country.name(tag))));
    let regions = regions(&all).into_iter().map(|region| Choice::new(region.clone(), region));
    html(Directory {
        nationalities: Choice::select(nationalities, form.value("nationality")),
        regions: Choice::select(regions, form.value("area")),
        languages: Choice::select(languages, form.value("language")),
        narrowed: looked != Looked::default(),
        can_keep: visit.signed_in().is_some_and(|session| session.actor.may(Action::KeepDirectory)),
        today: today.to_string(),
        fitting,
        to_ask,
        form,
        page,
    })
}

/// What the address asks for; a word that is none of ours asks for nothing.
fn looked(visit: &Visit, all: &[services::Organisation]) -> Looked {
    let region = visit.asked("area").to_owned();
    Looked {
        service: Service::from_key(visit.asked("service")),
        group: Group::from_key(visit.asked("group")),
        nationality: Country::from_iso3(visit.asked("nationality")),
        region: Some(region).filter(|region| regions(all).contains(region)),
        language: Language::from_code(visit.asked("language")),
    }
}

/// The first parts of all areas, without the whole country.
fn regions(all: &[services::Organisation]) -> BTreeSet<String> {
    let regions = all.iter().map(|one| one.region().to_owned());
    regions.filter(|region| !region.is_empty() && region != WHOLE_COUNTRY).collect()
}

fn sorted(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = choices.collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

pub fn one(visit: &Visit) -> Answer {
    html(detail(visit, Filled::default())?)
}

fn told(visit: &Visit) -> Result<Told, Fault> {
    visit.command(|cx| services::one(cx, visit.param("service")))?.ok_or(Fault::NotFound)
}

fn detail(visit: &Visit, form: Filled) -> Result<Organisation, Fault> {
    let Told { organisation, history } = told(visit)?;
    let page = visit.chrome();
    let teams = visit.app.store.read(organisation::teams)?;
    let name_of = |team: TeamId| teams.iter().find(|(id, ..)| *id == team).map(|(_, name, _)| name.clone());
    let may = |action| visit.signed_in().is_some_and(|session| session.actor.may(action));
    let chosen = organisation.team.map(|team| team.to_string()).unwrap_or_default();
    let choices = teams.iter().map(|(id, name, _)| Choice::new(id.to_string(), name.clone()));
    Ok(Organisation {
        entry: say::entry(&page, &organisation, visit.today()),
        source: say::source(&page, &organisation),
        as_of: organisation.as_of.to_string(),
        confidence: organisation.confidence.key().to_owned(),
        history: history.iter().rev().map(|spoken| say::spoken(&page, spoken)).collect(),
        can_keep: may(Action::KeepDirectory),
        can_link: may(Action::ManageMembers) && !organisation.is_own_of_team(),
        team: organisation.team.and_then(name_of).unwrap_or_default(),
        is_own: organisation.is_own_of_team(),
        teams: Choice::select(choices, &chosen),
        done: held(&visit.session()?.done).take(),
        form,
        page,
    })
}

/// It was asked, and is as it stands here.
pub fn checked(visit: &Visit) -> Answer {
    let kept = visit.command(|cx| services::checked(cx, visit.param("service")))?;
    after(visit, kept, "services-done-checked")
}

pub fn not_answering(visit: &Visit) -> Answer {
    let kept = visit.command(|cx| services::not_answering(cx, visit.param("service")))?;
    after(visit, kept, "services-done-not-answering")
}

/// Says which team of this server it works as; an empty choice says none.
pub fn link(visit: &Visit) -> Answer {
    let team = TeamId::read(visit.form.value("team"));
    let kept = visit.command(|cx| services::link(cx, visit.param("service"), team))?;
    after(visit, kept, "services-done-linked")
}

/// Back to the entry with a word that it is done, or with what is wrong.
fn after(visit: &Visit, kept: Kept, said: &str) -> Answer {
    match kept {
        Kept::Done(()) => {
            done(visit, said)?;
            see(&format!("/services/{}", visit.param("service")))
        }
        Kept::Wrong(wrongs) => {
            let form = Filled { pairs: visit.form.pairs.clone(), errors: errors(wrongs) };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(detail(visit, form)?)?).into_response())
        }
        Kept::Missing => Err(Fault::NotFound),
    }
}

fn done(visit: &Visit, said: &str) -> Result<(), Fault> {
    *held(&visit.session()?.done) = Some(visit.tongue.say(said));
    Ok(())
}

fn errors(wrongs: Vec<Wrong>) -> Vec<(String, String)> {
    wrongs.into_iter().map(|wrong| (wrong.column.to_owned(), wrong.sentence)).collect()
}

/// Names of countries and languages for the fields in which they are typed.
fn names(tongue: Tongue) -> (Vec<String>, Vec<String>) {
    let countries = Country::all().map(|country| country.name(tongue.tag()).to_owned());
    (countries.collect(), Language::all().map(|language| language.name(tongue.tag()).to_owned()).collect())
}
