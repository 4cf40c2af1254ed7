//! The page for an organisation without a sign-in: its link shows what was agreed, and takes one answer.
//!
//! The secret stands behind the `#` of the link, which no browser sends to a server and no log holds; a script puts
//! it into the form, and without scripts it is typed in.

use super::show::said;
use crate::fault::Fault;
use crate::pages::html;
use crate::routes::Answer;
use crate::views::Filled;
use crate::views::referrals::{Link, Outside};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::AccessError;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::Instant;
use casework::referral::{self, Shown};

/// Makes a link, shown this once.
pub fn make_link(visit: &Visit) -> Answer {
    let file = visit.case()?;
    let link = visit.command(|cx| referral::make_link(cx, file))?;
    html(Link {
        handle: visit.param("handle").to_owned(),
        address: format!("/answer#{}", link.secret),
        secret: grouped(&link.secret),
        until: link.expires.local_date().to_string(),
        page: visit.chrome(),
    })
}

/// In fours, as it is read out and typed.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

pub fn enter(visit: &Visit) -> Answer {
    html(Outside { shown: None, people: 1, answered: false, form: Filled::default(), page: visit.chrome() })
}

pub fn open(visit: &Visit) -> Answer {
    let secret = visit.form.value("secret");
    match visit.app.store.write(|tx| referral::open_link(tx, secret, visit.now)) {
        Ok(shown) => html(page(visit, shown, Filled::default())),
        Err(error) => wrong(visit, "secret", error),
    }
}

pub fn send(visit: &Visit) -> Answer {
    let secret = visit.form.value("secret");
    let Some(answer) = said(&visit.form) else {
        let shown = visit.app.store.write(|tx| referral::open_link(tx, secret, visit.now));
        let errors = vec![("outcome".to_owned(), visit.tongue.say("wrong-outcome"))];
        return match shown {
            Ok(shown) => again(visit, shown, errors),
            Err(error) => wrong(visit, "secret", error),
        };
    };
    let mut rng = visit.app.rng();
    let sent = visit.app.store.write(|tx| referral::answer_link(tx, secret, answer, visit.now, &mut *rng));
    match sent {
        Ok(()) => {
            html(Outside { shown: None, people: 1, answered: true, form: Filled::default(), page: visit.chrome() })
        }
        Err(error @ AccessError::Unfit(_)) => {
            let shown = visit.app.store.write(|tx| referral::open_link(tx, secret, visit.now))?;
            again(visit, shown, vec![("verbatim".to_owned(), error.to_string())])
        }
        Err(error) => wrong(visit, "secret", error),
    }
}

fn again(visit: &Visit, shown: Shown, errors: Vec<(String, String)>) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page(visit, shown, form))?).into_response())
}

fn wrong(visit: &Visit, field: &str, error: AccessError) -> Answer {
    if !matches!(error, AccessError::NoLink) {
        return Err(Fault::Access(error));
    }
    let form = Filled { pairs: Vec::new(), errors: vec![(field.to_owned(), visit.tongue.say("answer-no-link"))] };
    let page = Outside { shown: None, people: 1, answered: false, form, page: visit.chrome() };
    Ok((StatusCode::NOT_FOUND, html(page)?).into_response())
}

fn page(visit: &Visit, shown: Shown, form: Filled) -> Outside {
    let words = Words::of(visit);
    let request = &shown.request;
    let people = request.people as usize;
    let shown = crate::views::referrals::Asked {
        secret: visit.form.value("secret").to_owned(),
        from: shown.from,
        service: words.service(request.service),
        urgency: visit.tongue.say(&format!("urgency-{}", request.urgency.key())),
        due: when(Instant::from_millis(request.due)),
        note: request.note.clone().unwrap_or_default(),
        code: request.code.clone().unwrap_or_default(),
        facts: shown.facts.iter().map(|fact| (words.field(fact.field()), words.fact(fact))).collect(),
    };
    Outside { shown: Some(shown), people, answered: false, form, page: visit.chrome() }
}
