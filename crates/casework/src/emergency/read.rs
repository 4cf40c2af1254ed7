//! Reading what was asked for: by whoever asked, by the team that holds the cases, and by the auditor.

use super::rows::{self, EmergencyRow, Wanted};
use super::rules::{self, Standing};
use super::{ANSWER, OWN_COPY, OwnCopy, REASON, REVIEW, State, place};
use crate::Result;
use access::{AccessError, Action, Cx, member};
use base::{CaseCode, CaseId, EmergencyId, Instant, UserId};
use std::collections::BTreeMap;
use vault::Compartment;

/// How many are shown, the newest.
const MOST: usize = 100;

/// A request as whoever asked sees it.
#[derive(Clone, Debug)]
pub struct Mine {
    pub id: EmergencyId,
    pub code: String,
    pub reason: String,
    pub parts: Vec<Compartment>,
    pub hours: i64,
    pub asked_at: Instant,
    pub standing: Standing,
    /// The case and when it closes, while it is open.
    pub open: Option<(CaseId, Instant)>,
}

/// A request that waits for a second person.
#[derive(Clone, Debug)]
pub struct Request {
    pub id: EmergencyId,
    pub case: CaseId,
    pub code: CaseCode,
    pub asker: Named,
    pub reason: String,
    pub parts: Vec<Compartment>,
    pub hours: i64,
    pub asked_at: Instant,
    pub lapses_at: Instant,
    /// Whether it is the actor's own, which somebody else decides.
    pub is_own: bool,
}

/// A member by name, and the name of the team.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub team: String,
}

/// What was answered of the cases of the actor's team.
#[derive(Clone, Debug)]
pub struct InUse {
    pub id: EmergencyId,
    pub case: CaseId,
    pub code: CaseCode,
    pub asker: Named,
    pub reason: String,
    pub parts: Vec<Compartment>,
    pub state: State,
    pub asked_at: Instant,
    pub answered: Option<(Instant, Named)>,
    /// Why it was refused.
    pub answer: Option<String>,
    pub expires_at: Option<Instant>,
    pub reviewed: Option<(Instant, Named)>,
    pub review: Option<String>,
    /// Whether it is open at this moment.
    pub is_open: bool,
    /// Whether the actor may review it now.
    pub may_review: bool,
}

/// What the auditor sees: who and when, and nothing of the case.
#[derive(Clone, Debug)]
pub struct Overseen {
    pub id: EmergencyId,
    pub asker: Named,
    pub parts: Vec<Compartment>,
    pub state: State,
    pub asked_at: Instant,
    pub answered: Option<(Instant, Named)>,
    pub expires_at: Option<Instant>,
    pub reviewed: Option<(Instant, Named)>,
    /// Over, and nobody has said yet whether it was right.
    pub unreviewed: bool,
}

/// What the actor asked for, newest first.
pub fn mine(cx: &mut Cx) -> Result<Vec<Mine>> {
    cx.permit(Action::AskEmergency)?;
    let found = rows::find(cx.tx, Wanted::AskedBy(cx.keys.actor.member), MOST)?;
    let now = cx.now;
    found
        .into_iter()
        .map(|row| {
            let plain = cx.keys.open_own(&row.own_copy, place(&[OWN_COPY, row.id.as_bytes()]))?;
            let copy: OwnCopy = postcard::from_bytes(&plain).map_err(|_| AccessError::Unreadable)?;
            let standing = rules::standing(row.state, row.asked_at, row.expires_at, now);
            let open = row.about.map(|(case, _)| case).zip(row.expires_at);
            Ok(Mine {
                id: row.id,
                code: CaseCode::read(&copy.code).map_or(copy.code, |code| code.to_string()),
                reason: copy.reason,
                parts: row.parts,
                hours: row.hours,
                asked_at: row.asked_at,
                standing,
                open: open.filter(|_| standing == Standing::Open),
            })
        })
        .collect()
}

/// What waits for a second person of the actor's team, newest first.
pub fn open_requests(cx: &mut Cx) -> Result<Vec<Request>> {
    cx.permit(Action::GrantEmergency)?;
    let mut found = of_own_team(cx)?;
    let now = cx.now;
    found.retain(|row| row.state == State::Asked && now < rules::lapses_at(row.asked_at));
    if !found.is_empty() {
        cx.note_list(Action::GrantEmergency, found.len())?;
    }
    let names = names(cx)?;
    let actor = cx.keys.actor.member;
    let mut requests = Vec::with_capacity(found.len());
    for row in found {
        let Some((case, _)) = row.about else { continue };
        requests.push(Request {
            id: row.id,
            case,
            code: CaseCode::of(case),
            asker: named(&names, row.asker),
            reason: words(cx, REASON, row.id, &row.reason)?,
            parts: row.parts,
            hours: row.hours,
            asked_at: row.asked_at,
            lapses_at: rules::lapses_at(row.asked_at),
            is_own: row.asker == actor,
        });
    }
    Ok(requests)
}

/// What was answered of the cases of the actor's team: open, over, reviewed, refused. Newest first.
pub fn in_use(cx: &mut Cx) -> Result<Vec<InUse>> {
    cx.permit(Action::GrantEmergency)?;
    let mut found = of_own_team(cx)?;
    found.retain(|row| row.state != State::Asked);
    if !found.is_empty() {
        cx.note_list(Action::GrantEmergency, found.len())?;
    }
    let names = names(cx)?;
    let (actor, now) = (cx.keys.actor.clone(), cx.now);
    let mut in_use = Vec::with_capacity(found.len());
    for row in found {
        let Some((case, _)) = row.about else { continue };
        let (is_open, is_over) = (is_open(&row, now), is_over(&row, now));
        let is_third = row.asker != actor.member && row.answered.is_none_or(|(_, giver)| giver != actor.member);
        in_use.push(InUse {
            id: row.id,
            case,
            code: CaseCode::of(case),
            asker: named(&names, row.asker),
            reason: words(cx, REASON, row.id, &row.reason)?,
            answer: row.answer.as_ref().map(|sealed| words(cx, ANSWER, row.id, sealed)).transpose()?,
            review: row.review.as_ref().map(|sealed| words(cx, REVIEW, row.id, sealed)).transpose()?,
            parts: row.parts,
            state: row.state,
            asked_at: row.asked_at,
            answered: by(&names, row.answered),
            expires_at: row.expires_at,
            reviewed: by(&names, row.reviewed),
            is_open,
            may_review: is_over && is_third && actor.may(Action::ReviewEmergency),
        });
    }
    Ok(in_use)
}

/// All that were answered by lending keys, for the auditor. Newest first.
pub fn overseen(cx: &mut Cx) -> Result<Vec<Overseen>> {
    cx.permit(Action::ReadLog)?;
    let now = cx.now;
    let names = names(cx)?;
    let found = rows::find(cx.tx, Wanted::All, MOST)?.into_iter().filter(|row| row.expires_at.is_some());
    let seen = found.map(|row| Overseen {
        id: row.id,
        asker: named(&names, row.asker),
        unreviewed: is_over(&row, now),
        parts: row.parts,
        state: row.state,
        asked_at: row.asked_at,
        answered: by(&names, row.answered),
        expires_at: row.expires_at,
        reviewed: by(&names, row.reviewed),
    });
    Ok(seen.collect())
}

fn is_open(row: &EmergencyRow, now: Instant) -> bool {
    row.state == State::Granted && row.expires_at.is_some_and(|ends| ends > now)
}

/// Over and not reviewed, also before the round has said so.
fn is_over(row: &EmergencyRow, now: Instant) -> bool {
    row.state == State::Ended || (row.state == State::Granted && !is_open(row, now))
}

fn of_own_team(cx: &mut Cx) -> Result<Vec<EmergencyRow>> {
    match cx.keys.actor.team {
        Some(team) => rows::find(cx.tx, Wanted::OfTeam(team), MOST),
        None => Ok(Vec::new()),
    }
}

/// Words that were sealed to the team; empty for whoever was not given the key yet.
fn words(cx: &mut Cx, what: &[u8], id: EmergencyId, sealed: &[u8]) -> Result<String> {
    let plain = cx.keys.open_delivered(Compartment::Protection, sealed, place(&[what, id.as_bytes()]))?;
    let Some(plain) = plain else { return Ok(String::new()) };
    Ok(std::str::from_utf8(&plain).map_err(|_| AccessError::Unreadable)?.to_owned())
}

fn names(cx: &mut Cx) -> Result<BTreeMap<UserId, Named>> {
    let lines = member::all(cx.tx)?.into_iter();
    Ok(lines.map(|line| (line.id, Named { name: line.name, team: line.team.unwrap_or_default() })).collect())
}

fn named(names: &BTreeMap<UserId, Named>, member: UserId) -> Named {
    names.get(&member).cloned().unwrap_or_default()
}

fn by(names: &BTreeMap<UserId, Named>, did: Option<(Instant, UserId)>) -> Option<(Instant, Named)> {
    did.map(|(at, member)| (at, named(names, member)))
}
