//! One referral: what is asked, what is shown, what was answered, and what can be done next.

use super::ask::text;
use super::{Teams, lines, sentence, state};
use crate::fault::Fault;
use crate::pages::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::referrals::{Answered, Line, Referral};
use crate::views::{Filled, HEARD};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use casework::Field;
use casework::referral::{self, Heard, Outcome, Reason, State, Urgency, View};

pub fn show(visit: &Visit) -> Answer {
    html(shown(visit, Filled::default())?)
}

fn shown(visit: &Visit, form: Filled) -> Result<Referral, Fault> {
    let file = visit.case()?;
    let (view, chain) = visit.command(|cx| {
        let mut view = referral::view(cx, file)?;
        if view.is_ours && referral::take_in(cx)? > 0 {
            view = referral::view(cx, file)?;
        }
        let chain = referral::before(cx, &view.referral)?;
        Ok((view, chain))
    })?;
    let teams = Teams::read(visit)?;
    let words = Words::of(visit);
    let referral = &view.referral;
    let request = referral.request.as_ref().ok_or(Fault::NotFound)?;
    let case = if view.is_ours { referral.case } else { (request.people == 1).then_some(file) };
    let actor = &visit.session()?.actor;
    let is_withdrawn = referral.state == State::Withdrawn;
    let chain: Vec<Line> = lines(visit, &chain)?;
    Ok(Referral {
        handle: visit.handle(file)?,
        is_ours: view.is_ours,
        other: if view.is_ours { teams.recipient(&request.to) } else { teams.name(referral.from) },
        service: words.service(request.service),
        people: request.people as usize,
        urgency: visit.tongue.say(&format!("urgency-{}", request.urgency.key())),
        escalated: request.escalated.into(),
        note: request.note.clone().unwrap_or_default(),
        asked: when(referral.asked_at),
        due: when(referral.due_at),
        state: state(visit, referral),
        shown: facts(&view, &words),
        case: case.map(|case| visit.handle(case)).transpose()?,
        answer: answered(visit, referral),
        chain,
        may_answer: !is_withdrawn && actor.may(if view.is_ours { Action::Refer } else { Action::AnswerReferral }),
        is_withdrawn,
        deleted: referral.deleted_at.map(when),
        may_link: view.is_ours && !is_withdrawn && !super::ask::is_team(&request.to),
        form,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

/// What the file shows of the person, in words.
fn facts(view: &View, words: &Words) -> Vec<(String, String)> {
    let person = view.facts.fields().filter(|field| !matches!(field, Field::Request | Field::Answer));
    let newest = person.filter_map(|field| Some((words.field(field), words.fact(view.facts.newest(field)?))));
    newest.collect()
}

fn answered(visit: &Visit, referral: &referral::Referral) -> Option<Answered> {
    let answer = referral.answer.as_ref()?;
    let words = Words::of(visit);
    debug_assert!(HEARD.contains(&answer.heard.key()));
    Some(Answered {
        text: words.answer(answer),
        verbatim: answer.verbatim.clone().unwrap_or_default(),
        said_by: answer.said_by.clone().unwrap_or_default(),
        heard: visit.tongue.say(&format!("heard-{}", answer.heard.key())),
        when: referral.answered_at.map(when),
    })
}

pub fn answer(visit: &Visit) -> Answer {
    let file = visit.case()?;
    let Some(answer) = said(&visit.form) else {
        return wrong(visit, "outcome", visit.tongue.say("wrong-outcome"));
    };
    done(visit, "referral-answered-done", visit.command(|cx| referral::answer(cx, file, answer)))
}

/// The answer that a form holds.
pub(super) fn said(form: &Filled) -> Option<referral::Answer> {
    let outcome = match form.value("outcome") {
        "accepted" => Outcome::Accepted,
        "partly" => Outcome::Partly { people: form.value("people").trim().parse().unwrap_or(0) },
        "refused" => Outcome::Refused(Reason::from_key(form.value("reason"))?),
        _ => return None,
    };
    let line = base::text::some_line(form.value("said_by"));
    Some(referral::Answer { outcome, verbatim: text(form, "verbatim"), said_by: line, heard: Heard::Here })
}

pub fn escalate(visit: &Visit) -> Answer {
    let file = visit.case()?;
    let urgency = Urgency::from_key(visit.form.value("urgency")).unwrap_or(Urgency::Today);
    let note = text(&visit.form, "note");
    done(visit, "referral-escalated-done", visit.command(|cx| referral::escalate(cx, file, urgency, note)))
}

pub fn withdraw(visit: &Visit) -> Answer {
    let file = visit.case()?;
    done(visit, "referral-withdrawn-done", visit.command(|cx| referral::withdraw(cx, file)))
}

/// The team that was asked says that it has deleted what it copied; the page of the referral is closed to it.
pub fn deleted(visit: &Visit) -> Answer {
    let file = visit.case()?;
    visit.command(|cx| referral::confirm_deleted(cx, file))?;
    *held(&visit.session()?.done) = Some(visit.tongue.say("referral-deleted-done"));
    see("/referrals")
}

fn done(visit: &Visit, key: &str, outcome: Result<(), Fault>) -> Answer {
    match outcome {
        Ok(()) => {
            *held(&visit.session()?.done) = Some(visit.tongue.say(key));
            see(&format!("/referral/{}", visit.param("handle")))
        }
        Err(Fault::Access(error @ AccessError::Unfit(_))) => wrong(visit, "verbatim", sentence(&error)),
        Err(fault) => Err(fault),
    }
}

fn wrong(visit: &Visit, field: &str, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![(field.to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(shown(visit, form)?)?).into_response())
}
