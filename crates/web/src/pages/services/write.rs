//! The form of an organisation: added, or corrected with everything that was written kept when something is wrong.

use super::{done, errors, names, regions, told};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::views::Filled;
use crate::views::services::{SERVICE_COLUMNS, Write};
use crate::visit::Visit;
use access::Action;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Country, Language};
use casework::services::{self, Kept, Written};

pub fn add_form(visit: &Visit) -> Answer {
    visit.permit(Action::KeepDirectory)?;
    html(form(visit, "", "", "", Filled::default())?)
}

pub fn add(visit: &Visit) -> Answer {
    match visit.command(|cx| services::add(cx, &written(&visit.form)))? {
        Kept::Done(id) => {
            done(visit, "services-done-added")?;
            see(&format!("/services/{id}"))
        }
        Kept::Wrong(wrongs) => {
            let filled = Filled { pairs: visit.form.pairs.clone(), errors: errors(wrongs) };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(form(visit, "", "", "", filled)?)?).into_response())
        }
        Kept::Missing => Err(Fault::NotFound),
    }
}

pub fn correct_form(visit: &Visit) -> Answer {
    visit.permit(Action::KeepDirectory)?;
    let told = told(visit)?;
    let filled = Filled { pairs: pairs(&Written::of(&told.organisation), visit), errors: Vec::new() };
    html(form(visit, &told.organisation.id, &told.organisation.name, &told.newest(), filled)?)
}

pub fn correct(visit: &Visit) -> Answer {
    let (id, seen) = (visit.param("service"), visit.form.value("seen"));
    match visit.command(|cx| services::correct(cx, id, Some(seen), &written(&visit.form)))? {
        Kept::Done(()) => {
            done(visit, "services-done-corrected")?;
            see(&format!("/services/{id}"))
        }
        Kept::Wrong(wrongs) => {
            let told = told(visit)?;
            let filled = Filled { pairs: visit.form.pairs.clone(), errors: errors(wrongs) };
            let page = form(visit, id, &told.organisation.name, &told.newest(), filled)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)?).into_response())
        }
        Kept::Missing => Err(Fault::NotFound),
    }
}

fn form(visit: &Visit, id: &str, name: &str, seen: &str, form: Filled) -> Result<Write, Fault> {
    let regions = regions(&visit.command(services::all)?).into_iter().collect();
    let (countries, tongues) = names(visit.tongue);
    let (id, name, seen) = (id.to_owned(), name.to_owned(), seen.to_owned());
    Ok(Write { page: visit.chrome(), form, id, name, seen, regions, countries, tongues })
}

/// A form as the directory writes it: ticked words joined, names of countries and languages as their codes. What is
/// no country stays as it was typed, and is then said to be none.
fn written(form: &Filled) -> Written {
    let ticked = |field: &str| {
        let words = form.pairs.iter().filter(|(name, _)| name == field).map(|(_, value)| value.clone());
        words.collect::<Vec<_>>()
    };
    let typed = |field: &str, code: fn(&str) -> Option<&'static str>| {
        let words =
            form.value(field).split([',', ';', '，', '、', '\n']).map(str::trim).filter(|word| !word.is_empty());
        words.map(|word| code(word).map_or_else(|| word.replace(';', " "), str::to_owned)).collect::<Vec<_>>()
    };
    let countries = typed("nationalities", |word| Country::read(word).map(Country::iso3));
    let languages = typed("languages", |word| Language::read(word).map(Language::code));
    let mut written = Written::default();
    for column in SERVICE_COLUMNS {
        let text = match *column {
            "services" => ticked("services").join(";"),
            "for_whom" => [ticked("for_whom"), countries.clone()].concat().join(";"),
            "languages" => languages.join(";"),
            column => form.value(column).to_owned(),
        };
        written.set(column, text);
    }
    written
}

/// The other way round: what a form shows of what is known.
fn pairs(written: &Written, visit: &Visit) -> Vec<(String, String)> {
    let tag = visit.tongue.tag();
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut pairs = Vec::new();
    let mut countries = Vec::new();
    for column in SERVICE_COLUMNS {
        let text = written.get(column);
        let words = || text.split(';').filter(|word| !word.is_empty());
        match *column {
            "services" => pairs.extend(words().map(|word| pair("services", word))),
            "for_whom" => {
                for word in words() {
                    match Country::from_iso3(word) {
                        Some(country) => countries.push(country.name(tag)),
                        None => pairs.push(pair("for_whom", word)),
                    }
                }
            }
            "languages" => {
                let names: Vec<_> = words().filter_map(Language::from_code).map(|l| l.name(tag)).collect();
                pairs.push(pair("languages", &names.join(", ")));
            }
            column => pairs.push(pair(column, text)),
        }
    }
    pairs.push(pair("nationalities", &countries.join(", ")));
    pairs
}
