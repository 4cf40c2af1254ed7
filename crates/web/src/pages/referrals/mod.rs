//! Asking others for help: who is asked what, with exactly what a person agreed to show.

mod ask;
mod consent;
mod need;
mod outside;
mod show;
mod words;

pub use ask::{ask, form};
pub(super) use consent::shared;
pub use consent::take_back;
pub use need::{need, need_form};
pub use outside::{enter, make_link, open, send};
pub use show::{answer, deleted, escalate, show, withdraw};
pub use words::words;

use super::html;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::Choice;
use crate::views::referrals::{Line, Referrals, State};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::{AccessError, Action, organisation};
use base::TeamId;
use casework::consent::{Kind, Recipient};
use casework::desk::fresh;
use casework::referral::{self, Outcome, Referral, Urgency};
use casework::services::{self, Organisation, Service, directory};
use std::collections::BTreeMap;

const PER_PAGE: i64 = 50;

/// The names of the teams of this server.
pub(super) struct Teams(BTreeMap<TeamId, String>);

impl Teams {
    pub fn read(visit: &Visit) -> Result<Teams, Fault> {
        let teams = visit.app.store.read(organisation::teams).map_err(Fault::Access)?;
        Ok(Teams(teams.into_iter().map(|(id, name, _)| (id, name)).collect()))
    }

    pub fn name(&self, team: TeamId) -> String {
        self.0.get(&team).cloned().unwrap_or_default()
    }

    pub fn recipient(&self, recipient: &Recipient) -> String {
        match recipient {
            Recipient::Team(team) => self.name(*team),
            Recipient::Outside { name, .. } => name.clone(),
        }
    }

    /// Whom the visitor's team can ask; an organisation elsewhere is typed in.
    fn choices(&self, visit: &Visit) -> Result<Vec<Choice>, Fault> {
        let own = visit.session()?.actor.team;
        let others = self.0.iter().filter(|(id, _)| Some(**id) != own);
        let elsewhere = Choice::new("elsewhere", visit.tongue.say("referral-elsewhere"));
        Ok(others.map(|(id, name)| Choice::new(id.to_string(), name.clone())).chain([elsewhere]).collect())
    }
}

/// The recipient that a form names: a team, or an organisation elsewhere.
fn recipient(visit: &Visit) -> Option<Recipient> {
    let form = &visit.form;
    if let Some(team) = TeamId::read(form.value("to")) {
        return Some(Recipient::Team(team));
    }
    let name = base::text::line(form.value("elsewhere"));
    if form.value("to") != "elsewhere" || name.is_empty() {
        return None;
    }
    // One that the directory knows is asked as what it is, whatever was ticked.
    let known = visit.app.store.read(directory).ok()?.into_iter().find(|known| known.name == name);
    let is_state = form.has("state", "yes") || known.as_ref().is_some_and(|known| is_state(known.kind));
    let kind = if is_state { Kind::State } else { Kind::Other };
    match known {
        Some(Organisation { team: Some(team), .. }) => Some(Recipient::Team(team)),
        Some(known) => Some(Recipient::Outside { id: Some(known.id), name, kind }),
        None => Some(Recipient::Outside { id: None, name, kind }),
    }
}

fn is_state(kind: services::Kind) -> bool {
    matches!(kind, services::Kind::Mission | services::Kind::Government | services::Kind::Police)
}

/// The names of the organisations elsewhere that the directory knows.
fn elsewhere(visit: &Visit) -> Result<Vec<String>, Fault> {
    let known = visit.app.store.read(directory).map_err(Fault::Access)?;
    Ok(known.into_iter().filter(|known| known.team.is_none()).map(|known| known.name).collect())
}

fn services(visit: &Visit) -> Vec<Choice> {
    let words = Words::of(visit);
    let all = Service::ALL.iter().map(|service| Choice::new(service.key(), words.service(*service)));
    Choice::select(all, visit.form.value("service"))
}

/// What this team was asked, or asked others.
pub fn list(visit: &Visit) -> Answer {
    let (may_send, may_answer) = (may(visit, Action::Refer)?, may(visit, Action::AnswerReferral)?);
    let sent = visit.asked("of") == "sent" && may_send;
    let page: i64 = visit.asked("page").parse().unwrap_or(0).clamp(0, 10_000);
    let from = page * PER_PAGE;
    let read = |cx: &mut access::Cx| match sent {
        true => referral::sent(cx, PER_PAGE + 1, from),
        false => referral::received(cx, PER_PAGE + 1, from),
    };
    let mut found = visit.command(|cx| {
        // What came through links is put onto the record by whoever looks.
        if sent {
            referral::take_in(cx).map(drop)?
        }
        read(cx)
    })?;
    let more = found.len() as i64 > PER_PAGE;
    found.truncate(PER_PAGE as usize);
    let of = if sent { "sent" } else { "received" };
    html(Referrals {
        sent,
        may_send,
        may_answer,
        lines: lines(visit, &found)?,
        older: if more { format!("/referrals?of={of}&page={}", page + 1) } else { String::new() },
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

fn may(visit: &Visit, action: Action) -> Result<bool, Fault> {
    Ok(visit.session()?.actor.may(action))
}

/// Referrals as lines, each with whom it is about as far as the visitor may know.
pub(super) fn lines(visit: &Visit, referrals: &[Referral]) -> Result<Vec<Line>, Fault> {
    let teams = Teams::read(visit)?;
    referrals.iter().map(|referral| line(visit, &teams, referral)).collect()
}

fn line(visit: &Visit, teams: &Teams, referral: &Referral) -> Result<Line, Fault> {
    let words = Words::of(visit);
    let is_ours = Some(referral.from) == visit.session()?.actor.team;
    let request = referral.request.as_ref();
    let other = match (is_ours, request) {
        (true, Some(request)) => teams.recipient(&request.to),
        (true, None) => String::new(),
        (false, _) => teams.name(referral.from),
    };
    let about = if is_ours { referral.case } else { Some(referral.file) };
    Ok(Line {
        handle: visit.handle(referral.file)?,
        other,
        person: about.map_or(Ok(String::new()), |case| person(visit, case))?,
        what: request.map_or_else(String::new, |request| words.service(request.service)),
        items: request.map_or_else(String::new, |request| words.items(&request.items)),
        people: request.map_or(1, |request| request.people as usize),
        asked: when(referral.asked_at),
        due: when(referral.due_at),
        state: state(visit, referral),
        to_delete: !is_ours && referral.state == referral::State::Withdrawn && referral.deleted_at.is_none(),
        urgent: request.is_some_and(|request| request.urgency == Urgency::Today),
    })
}

/// The name on the desk, or the code.
fn person(visit: &Visit, case: base::CaseId) -> Result<String, Fault> {
    let Some(desk) = visit.session()?.desk.get() else { return Ok(String::new()) };
    let name = fresh(desk, &visit.app.store, visit.now, |desk| {
        desk.line(case).map(|line| line.names.first().cloned().unwrap_or_else(|| line.code.to_string()))
    })?;
    Ok(name.unwrap_or_default())
}

/// Where a referral stands.
pub(super) fn state(visit: &Visit, referral: &Referral) -> State {
    let words = Words::of(visit);
    let say = |key: &str| visit.tongue.say(key);
    let (look, text) = match (referral.state, &referral.answer) {
        (referral::State::Withdrawn, _) if referral.deleted_at.is_some() => ("over", say("referral-deleted")),
        (referral::State::Withdrawn, _) => ("late", say("referral-delete-waiting")),
        (_, Some(answer)) => {
            let look = if matches!(answer.outcome, Outcome::Refused(_)) { "bad" } else { "good" };
            (look, words.answer(answer))
        }
        (referral::State::Silent, None) => ("late", say("referral-silent")),
        _ if referral.due_at < visit.now => ("late", say("referral-silent")),
        _ => ("waiting", visit.tongue.say("referral-waiting")),
    };
    State { look, text }
}

/// What is wrong with a form, in the sentence of the rule that it met.
fn sentence(error: &AccessError) -> String {
    error.to_string()
}
