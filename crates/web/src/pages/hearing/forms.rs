//! The instruments by which people are heard: those of the program, and an organisation's own.

use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::Filled;
use crate::views::hearing as views;
use crate::visit::Visit;
use crate::words::when;
use access::Action;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use casework::hearing;
use papers::Book;
use screening::Instruments;

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    html(page(visit, Vec::new())?)
}

fn page(visit: &Visit, troubles: Vec<String>) -> Result<views::Forms, Fault> {
    let own = visit.command(hearing::forms)?;
    let shipped = Instruments::shipped().listed().iter().map(|one| views::Shipped {
        title: one.title.clone(),
        version: one.version,
        source: one.source.clone(),
        as_of: one.as_of.to_string(),
        reviewed_by: one.reviewed_by.clone(),
        note: one.note.clone(),
    });
    let own = own.into_iter().map(|one| {
        let values = [
            ("version", Value::from(i64::from(one.version))),
            ("questions", Value::from(one.questions)),
            ("carrying", Value::from(one.carrying)),
        ];
        views::OwnForm {
            title: one.title,
            says: visit.tongue.say_with("forms-own-says", &values),
            when: when(one.at),
            by: one.by,
        }
    });
    Ok(views::Forms {
        shipped: shipped.collect(),
        own: own.collect(),
        can_add: visit.role().is_some_and(|role| role.may(Action::KeepInstruments)),
        troubles,
        form: Filled::default(),
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

/// Looks an XLSForm through, and keeps it where everything in it is understood.
pub fn add(visit: &Visit) -> Answer {
    visit.expect(Action::KeepInstruments)?;
    let Some(upload) = visit.upload.as_ref().filter(|upload| !upload.bytes.is_empty()) else {
        return wrong(visit, vec![visit.tongue.say("forms-no-file")]);
    };
    let book = match Book::read(&upload.bytes, &upload.name) {
        Ok(book) => book,
        Err(error) => return wrong(visit, vec![error.to_string()]),
    };
    let form = hearing::form_of(&book);
    match visit.command(|cx| hearing::add_form(cx, &form))? {
        Ok(_) => {
            visit.app.store.read(hearing::refresh)?;
            *held(&visit.session()?.done) = Some(visit.tongue.say("forms-kept"));
            see("/instruments")
        }
        Err(troubles) => wrong(visit, troubles.iter().map(ToString::to_string).collect()),
    }
}

fn wrong(visit: &Visit, troubles: Vec<String>) -> Answer {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, troubles)?)?).into_response())
}
