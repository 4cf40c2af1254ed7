//! Known traps: the list, "is this a known trap?", adding one and taking one back.

use super::{done, errors, say};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::Filled;
use crate::views::services::{Warn, Warning, Warnings};
use crate::visit::Visit;
use access::Action;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use casework::services::{self, Kept, WrittenWarning, warnings_for};

pub fn show(visit: &Visit) -> Answer {
    html(list(visit, Filled::default())?)
}

/// Looks whether a text names a known trap. The text is posted, so that no address holds it, and kept nowhere.
pub fn search(visit: &Visit) -> Answer {
    html(list(visit, visit.form.clone())?)
}

fn list(visit: &Visit, form: Filled) -> Result<Warnings, Fault> {
    let all = visit.command(services::all_warnings)?;
    let page = visit.chrome();
    let today = visit.today();
    let text = form.value("text").trim();
    let found = (!text.is_empty()).then(|| {
        let met = warnings_for(text, &all).into_iter().map(|found| Warning {
            met: Some((found.likeness.key().to_owned(), found.goes_by.to_owned())),
            ..say::warning(&page, found.warning, today)
        });
        met.collect::<Vec<_>>()
    });
    let (withdrawn, standing): (Vec<Warning>, Vec<Warning>) =
        all.iter().map(|one| say::warning(&page, one, today)).partition(|one| one.withdrawn.is_some());
    Ok(Warnings {
        found,
        warnings: standing,
        withdrawn,
        can_keep: visit.signed_in().is_some_and(|session| session.actor.may(Action::KeepDirectory)),
        done: held(&visit.session()?.done).take(),
        form,
        page,
    })
}

pub fn add_form(visit: &Visit) -> Answer {
    visit.permit(Action::KeepDirectory)?;
    html(Warn { page: visit.chrome(), form: Filled::default() })
}

pub fn add(visit: &Visit) -> Answer {
    let said = |field: &str| visit.form.value(field).to_owned();
    let written = WrittenWarning {
        trap: said("trap"),
        title: said("title"),
        // One on a line is easiest to type.
        goes_by: said("goes_by").replace('\n', ";"),
        says: said("says"),
        what_to_do: said("what_to_do"),
        area: said("area"),
    };
    match visit.command(|cx| services::add_warning(cx, &written))? {
        Kept::Done(_) => {
            done(visit, "warnings-done-added")?;
            see("/warnings")
        }
        Kept::Wrong(wrongs) => {
            let form = Filled { pairs: visit.form.pairs.clone(), errors: errors(wrongs) };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(Warn { page: visit.chrome(), form })?).into_response())
        }
        Kept::Missing => Err(Fault::NotFound),
    }
}

pub fn withdraw(visit: &Visit) -> Answer {
    let reason = visit.form.value("reason");
    match visit.command(|cx| services::withdraw_warning(cx, visit.param("warning"), reason))? {
        Kept::Done(()) => {
            done(visit, "warnings-done-withdrawn")?;
            see("/warnings")
        }
        Kept::Wrong(wrongs) => {
            let errors = errors(wrongs);
            let form = Filled { pairs: Vec::new(), errors };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(list(visit, form)?)?).into_response())
        }
        Kept::Missing => Err(Fault::NotFound),
    }
}
