//! How a member is told that something waits: an address for e-mail, and browsers that take pushes.

use super::{html, see};
use crate::deliver::mail::Letter;
use crate::fault::Fault;
use crate::headers::StartsWorker;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Tongue;
use crate::views::Filled;
use crate::views::alerts::{Channel as ChannelView, Channels};
use crate::visit::Visit;
use crate::words::when;
use access::alert::channel::{self, Asked, Channel, MailAddress, Means};
use access::webhook::Address;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

pub fn show(visit: &Visit) -> Answer {
    page(visit, Filled::default(), StatusCode::OK)
}

fn page(visit: &Visit, form: Filled, status: StatusCode) -> Answer {
    let channels = visit.command(channel::of_actor)?;
    let tellers = &visit.app.tellers;
    let shown = html(Channels {
        sends_mail: tellers.mail.is_some(),
        push_key: tellers.push.as_ref().map(|push| push.public()),
        waits_for_code: channels.iter().any(|channel| !channel.confirmed),
        channels: channels.iter().map(view).collect(),
        form,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })?;
    let mut answer = (status, shown).into_response();
    answer.extensions_mut().insert(StartsWorker);
    Ok(answer)
}

fn view(channel: &Channel) -> ChannelView {
    // The address of a browser is long, and says nothing but its service to a person.
    let service = || channel.address.split('/').nth(2).unwrap_or_default().to_owned();
    ChannelView {
        id: channel.id.clone(),
        means: channel.means.key().to_owned(),
        name: if channel.means == Means::Push { service() } else { channel.address.clone() },
        since: when(channel.made_at),
        confirmed: channel.confirmed,
        enabled: channel.enabled,
        trouble: channel.trouble.clone(),
    }
}

/// The page again, with what was typed and a sentence beside it.
fn wrong(visit: &Visit, field: &str, key: &str) -> Answer {
    let errors = vec![(field.to_owned(), visit.tongue.say(key))];
    let form = Filled { pairs: visit.form.pairs.clone(), errors };
    page(visit, form, StatusCode::UNPROCESSABLE_ENTITY)
}

fn done(visit: &Visit, key: &str) -> Answer {
    *held(&visit.session()?.done) = Some(visit.tongue.say(key));
    see("/alerts/channels")
}

/// Sends a code to an address, which is used once it comes back.
pub fn ask_mail(visit: &Visit) -> Answer {
    visit.session()?;
    let mail = visit.app.tellers.mail.as_ref().ok_or(Fault::NotFound)?;
    let Some(address) = MailAddress::read(visit.form.value("address")) else {
        return wrong(visit, "address", "channels-mail-wrong");
    };
    match visit.command(|cx| channel::ask_mail(cx, &address, visit.tongue.tag()))? {
        Asked::TooSoon => wrong(visit, "address", "channels-mail-too-soon"),
        Asked::Code { channel: id, code } => {
            let letter = Letter::code(visit.tongue, &code);
            match mail.send(address.as_str(), &letter, visit.now, &mut *visit.app.rng()) {
                Ok(()) => done(visit, "channels-mail-sent"),
                Err(_) => {
                    visit.command(|cx| channel::remove(cx, &id))?;
                    wrong(visit, "address", "channels-mail-not-sent")
                }
            }
        }
    }
}

/// Takes the code that was sent to an address.
pub fn confirm_mail(visit: &Visit) -> Answer {
    let code = visit.form.value("code");
    match visit.command(|cx| channel::confirm_mail(cx, code))? {
        true => done(visit, "channels-mail-confirmed"),
        false => wrong(visit, "code", "channels-mail-code-wrong"),
    }
}

/// Takes the address at which a browser takes pushes. Only services that are known are ever called.
pub fn add_push(visit: &Visit) -> Answer {
    visit.session()?;
    let push = visit.app.tellers.push.as_ref().ok_or(Fault::NotFound)?;
    let endpoint = Address::read(visit.form.value("endpoint")).ok();
    let Some(endpoint) = endpoint.filter(|endpoint| push.allows(endpoint)) else {
        return wrong(visit, "endpoint", "channels-push-foreign");
    };
    visit.command(|cx| channel::add_push(cx, &endpoint, visit.tongue.tag()))?;
    done(visit, "channels-push-added")
}

pub fn remove(visit: &Visit) -> Answer {
    visit.command(|cx| channel::remove(cx, visit.form.value("id")))?;
    done(visit, "channels-removed")
}

/// What a browser runs to show that something waits. It says the same to everybody, and is asked for also when nobody
/// is signed in: browsers look for a newer one by themselves.
pub fn worker(visit: &Visit) -> Answer {
    let tongue = Tongue::from_tag(visit.param("tag")).ok_or(Fault::NotFound)?;
    let words = serde_json::json!({
        "title": tongue.say("notice-subject"),
        "body": tongue.say("notice-body"),
        "lang": tongue.tag(),
        "dir": tongue.dir(),
    });
    let source = format!("const WORDS = {words};\n{}", include_str!("../../templates/alerts/worker.js"));
    Ok(([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], source).into_response())
}
