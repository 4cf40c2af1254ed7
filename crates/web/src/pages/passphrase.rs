//! Changing one's own passphrase: the keys stay, their seal becomes another.

use super::{html, see, sign_in};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::Filled;
use crate::views::passphrase::ChangePassphrase;
use crate::visit::Visit;
use access::AccessError;
use access::sign_in::{Credentials, change_passphrase};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use vault::passphrase::SHORTEST;

pub fn form(visit: &Visit) -> Answer {
    visit.session()?;
    html(page(visit, Vec::new(), None))
}

fn page(visit: &Visit, errors: Vec<(String, String)>, notice: Option<String>) -> ChangePassphrase {
    ChangePassphrase { page: visit.chrome(), form: Filled { pairs: Vec::new(), errors }, notice, shortest: SHORTEST }
}

/// Changes it, ends every other sign-in of the member, and says so where the sign-ins are listed.
pub fn change(visit: &Visit) -> Answer {
    let session = visit.session()?;
    let value = |field| visit.form.value(field);
    if value("new") != value("again") {
        return wrong(visit, "again", visit.tongue.say("passphrase-different"));
    }
    match change_own(visit, value("passphrase"), value("code"), value("new")) {
        Ok(()) => {}
        Err(Fault::Access(AccessError::WeakPassphrase)) => {
            return wrong(visit, "new", visit.chrome().count("passphrase-short", SHORTEST));
        }
        Err(Fault::Access(AccessError::SamePassphrase)) => {
            return wrong(visit, "new", visit.tongue.say("passphrase-same"));
        }
        Err(Fault::Access(AccessError::SignIn)) => {
            let notice = visit.tongue.say("passphrase-refused");
            return Ok((StatusCode::UNAUTHORIZED, html(page(visit, Vec::new(), Some(notice)))?).into_response());
        }
        Err(fault) => return Err(fault),
    }
    *held(&session.done) = Some(visit.tongue.say("passphrase-changed"));
    see("/sessions")
}

/// Seals the keys of whoever is signed in under another passphrase; every other sign-in of theirs is over.
pub fn change_own(visit: &Visit, passphrase: &str, code: &str, new: &str) -> Result<(), Fault> {
    let session = visit.session()?;
    let name = &session.actor.name;
    let given = Credentials { name, passphrase, code };
    let salt = sign_in::guessed(visit, name, || {
        change_passphrase(&visit.app.store, &given, new, visit.now, &mut *visit.app.rng())
    })?;
    *held(&session.opened_with) = salt;
    visit.app.sessions.end(|s| s.member == session.member && s.label != session.label);
    if let Some(member) = visit.app.options.demo.iter().find(|member| member.name == *name) {
        *held(&member.passphrase) = new.to_owned();
    }
    Ok(())
}

fn wrong(visit: &Visit, field: &str, sentence: String) -> Answer {
    let errors = vec![(field.to_owned(), sentence)];
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, errors, None))?).into_response())
}
