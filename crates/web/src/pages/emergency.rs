//! Break-glass: asking for the keys of a case in an emergency, lending them, and reviewing it.

use super::readings::parts;
use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::Filled;
use crate::views::emergency::{Emergency, Line, Mine};
use crate::visit::Visit;
use crate::words::when;
use access::{AccessError, Action};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, EmergencyId, Instant};
use casework::emergency::{self, InUse, Named, Overseen, Request, State, Verdict};
use vault::Compartment;

pub fn show(visit: &Visit) -> Answer {
    html(shown(visit, Filled::default())?)
}

fn shown(visit: &Visit, form: Filled) -> Result<Emergency, Fault> {
    let actor = visit.session()?.actor.clone();
    let (may_ask, may_grant) = (actor.may(Action::AskEmergency), actor.may(Action::GrantEmergency));
    let oversees = actor.may(Action::ReadLog);
    if !(may_ask || may_grant || oversees) {
        visit.permit(Action::AskEmergency)?;
    }
    let (mine, requests, used, overseen) = visit.command(|cx| {
        let mine = if may_ask { emergency::mine(cx)? } else { Vec::new() };
        let requests = if may_grant { emergency::open_requests(cx)? } else { Vec::new() };
        let used = if may_grant { emergency::in_use(cx)? } else { Vec::new() };
        let overseen = if oversees { emergency::overseen(cx)? } else { Vec::new() };
        Ok((mine, requests, used, overseen))
    })?;
    let (mut open, mut to_review, mut past) = (Vec::new(), Vec::new(), Vec::new());
    let mut sort = |is_open: bool, line: Line| match line.state.as_str() {
        "granted" if is_open => open.push(line),
        "granted" | "ended" => to_review.push(line),
        _ => past.push(line),
    };
    for entry in used {
        sort(entry.is_open, used_line(visit, entry)?);
    }
    for entry in overseen {
        sort(entry.state == State::Granted && !entry.unreviewed, overseen_line(visit, entry));
    }
    Ok(Emergency {
        mine: mine.into_iter().map(|mine| own_line(visit, mine)).collect::<Result<_, Fault>>()?,
        requests: requests.into_iter().map(|request| request_line(visit, request)).collect::<Result<_, Fault>>()?,
        open,
        to_review,
        past,
        form,
        may_ask,
        may_grant,
        oversees,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

fn own_line(visit: &Visit, mine: emergency::Mine) -> Result<Mine, Fault> {
    let open = mine.open.map(|(case, until)| Ok::<_, Fault>((visit.handle(case)?, when(until)))).transpose()?;
    Ok(Mine {
        id: mine.id.to_string(),
        code: mine.code,
        reason: mine.reason,
        parts: parts(visit, &mine.parts),
        asked: when(mine.asked_at),
        standing: mine.standing.key().to_owned(),
        open,
    })
}

fn request_line(visit: &Visit, request: Request) -> Result<Line, Fault> {
    Ok(Line {
        id: request.id.to_string(),
        code: request.code.to_string(),
        handle: visit.handle(request.case)?,
        reason: request.reason,
        who: request.asker.name,
        team: request.asker.team,
        parts: parts(visit, &request.parts),
        hours: request.hours.to_string(),
        asked: when(request.asked_at),
        until: Some(when(request.lapses_at)),
        is_own: request.is_own,
        ..Line::default()
    })
}

fn used_line(visit: &Visit, used: InUse) -> Result<Line, Fault> {
    Ok(Line {
        id: used.id.to_string(),
        code: used.code.to_string(),
        handle: visit.handle(used.case)?,
        reason: used.reason,
        who: used.asker.name,
        team: used.asker.team,
        parts: parts(visit, &used.parts),
        asked: when(used.asked_at),
        state: used.state.key().to_owned(),
        answered: by(used.answered),
        answer: used.answer.unwrap_or_default(),
        until: used.expires_at.map(when),
        reviewed: by(used.reviewed),
        review: used.review.unwrap_or_default(),
        may_review: used.may_review,
        ..Line::default()
    })
}

/// Nothing of the case: the auditor sees who, when, and whether somebody reviewed it.
fn overseen_line(visit: &Visit, seen: Overseen) -> Line {
    Line {
        id: seen.id.to_string(),
        who: seen.asker.name,
        team: seen.asker.team,
        parts: parts(visit, &seen.parts),
        asked: when(seen.asked_at),
        state: seen.state.key().to_owned(),
        answered: by(seen.answered),
        until: seen.expires_at.map(when),
        reviewed: by(seen.reviewed),
        ..Line::default()
    }
}

fn by(did: Option<(Instant, Named)>) -> Option<(String, crate::views::When)> {
    did.map(|(at, named)| (named.name, when(at)))
}

pub fn ask(visit: &Visit) -> Answer {
    visit.expect(Action::AskEmergency)?;
    let form = &visit.form;
    let code = match CaseCode::read(form.value("code")) {
        Ok(code) => code,
        Err(error) => return wrong(visit, "code", error.to_string()),
    };
    let chosen: Vec<Compartment> = Compartment::ALL.into_iter().filter(|part| form.has("part", part.key())).collect();
    if chosen.is_empty() {
        return wrong(visit, "part", visit.tongue.say("wrong-emergency-part"));
    }
    let (reason, hours) = (form.value("reason"), form.value("hours").parse().unwrap_or(0));
    let asked = visit.command(|cx| emergency::ask(cx, code, &chosen, reason, hours).map(drop));
    done(visit, "emergency-asked-done", "reason", asked)
}

pub fn grant(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let hours = visit.form.value("hours").parse().unwrap_or(0);
    done(visit, "emergency-granted-done", "decide", visit.command(|cx| emergency::grant(cx, id, hours).map(drop)))
}

pub fn refuse(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let because = visit.form.value("because");
    done(visit, "emergency-refused-done", "decide", visit.command(|cx| emergency::refuse(cx, id, because)))
}

pub fn close(visit: &Visit) -> Answer {
    let id = id(visit)?;
    done(visit, "emergency-closed-done", "decide", visit.command(|cx| emergency::close(cx, id)))
}

pub fn review(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let Some(verdict) = Verdict::from_key(visit.form.value("verdict")) else {
        return wrong(visit, "review", visit.tongue.say("wrong-emergency-verdict"));
    };
    let words = visit.form.value("words");
    done(visit, "emergency-reviewed-done", "review", visit.command(|cx| emergency::review(cx, id, verdict, words)))
}

/// The request that a form is about; it stands in no address.
fn id(visit: &Visit) -> Result<EmergencyId, Fault> {
    visit.session()?;
    EmergencyId::read(visit.form.value("id")).ok_or(Fault::NotFound)
}

fn done(visit: &Visit, key: &str, field: &str, outcome: Result<(), Fault>) -> Answer {
    match outcome {
        Ok(()) => {
            *held(&visit.session()?.done) = Some(visit.tongue.say(key));
            see("/emergency")
        }
        Err(Fault::Access(error @ AccessError::Unfit(_))) => wrong(visit, field, error.to_string()),
        Err(fault) => Err(fault),
    }
}

fn wrong(visit: &Visit, field: &str, sentence: String) -> Answer {
    let form = Filled { pairs: visit.form.pairs.clone(), errors: vec![(field.to_owned(), sentence)] };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(shown(visit, form)?)?).into_response())
}
