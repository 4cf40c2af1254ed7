//! The second person, and the third: lending the keys or not, closing, and reviewing.

use super::rows::{self, EmergencyRow, Wanted};
use super::{ANSWER, REVIEW, State, Verdict, note, place, rules};
use crate::Result;
use access::alert::{self, Alert, Kind, To};
use access::keyring::take_back;
use access::{AccessError, Action, Cx, Holder, Role, lending, organisation};
use base::{CaseId, EmergencyId, Instant, TeamId};
use vault::Compartment;

/// Lends the keys of exactly the parts that were asked for, for so many hours from now. Says until when.
pub fn grant(cx: &mut Cx, id: EmergencyId, hours: i64) -> Result<Instant> {
    let (mut row, case, team) = to_decide(cx, id)?;
    let until = cx.now.plus_hours(rules::hours(hours)?);
    let open = cx.open(case, Action::GrantEmergency)?;
    if lending::lend(cx, &open, &row.parts, row.asker, until)?.is_empty() {
        return Err(AccessError::Unfit("Nothing is written in the parts that were asked for."));
    }
    let actor = cx.keys.actor.member;
    (row.state, row.answered, row.expires_at) = (State::Granted, Some((cx.now, actor)), Some(until));
    rows::put(cx.tx, &row)?;
    note(cx, actor, "emergency-granted", id)?;
    for to in [To::RoleInTeam(team, Role::ProtectionOfficer), To::Role(Role::Auditor), To::Member(row.asker)] {
        raise(cx, to, Kind::EmergencyOpened, case)?;
    }
    Ok(until)
}

/// Does not lend them. Whoever asked sees no more than that nobody has opened the case.
pub fn refuse(cx: &mut Cx, id: EmergencyId, because: &str) -> Result<()> {
    let (mut row, case, team) = to_decide(cx, id)?;
    cx.note_case(Action::GrantEmergency, case)?;
    row.answer = Some(for_team(cx, team, ANSWER, id, &rules::words(because)?)?);
    let actor = cx.keys.actor.member;
    (row.state, row.answered) = (State::Refused, Some((cx.now, actor)));
    rows::put(cx.tx, &row)?;
    note(cx, actor, "emergency-refused", id)
}

/// Takes the keys back before their time: whoever asked needs them no more, or the team that holds the case thinks so.
pub fn close(cx: &mut Cx, id: EmergencyId) -> Result<()> {
    let actor = cx.keys.actor.clone();
    let is_askers = actor.may(Action::AskEmergency);
    let action = if is_askers { Action::AskEmergency } else { Action::GrantEmergency };
    cx.permit(action)?;
    let (row, case, team) = one(cx, id, action)?;
    let is_holders = actor.may(Action::GrantEmergency) && actor.team == Some(team);
    if row.state != State::Granted || !(is_holders || row.asker == actor.member) {
        return Err(not_there(action));
    }
    take_back(cx.tx, case, Holder::Emergency(row.asker))?;
    // The keys of one person for one case are one bundle, however often they were asked for.
    for mut row in rows::find(cx.tx, Wanted::AskedBy(row.asker), ALL)? {
        if row.state == State::Granted && row.about == Some((case, team)) {
            (row.state, row.expires_at) = (State::Ended, row.expires_at.map(|ends| ends.min(cx.now)));
            rows::put(cx.tx, &row)?;
            note(cx, actor.member, "emergency-closed", row.id)?;
        }
    }
    to_review(cx, &row, case, team)
}

const ALL: usize = 10_000;

fn to_review(cx: &mut Cx, row: &EmergencyRow, case: CaseId, team: TeamId) -> Result<()> {
    super::round::tell_reviewers(cx.tx, row, case, team, cx.now, cx.rng)
}

/// Says afterwards whether it was right. A protection officer who neither asked nor gave the keys.
pub fn review(cx: &mut Cx, id: EmergencyId, verdict: Verdict, words: &str) -> Result<()> {
    cx.permit(Action::ReviewEmergency)?;
    let (mut row, case, team) = of_own_team(cx, id, Action::ReviewEmergency)?;
    let actor = cx.keys.actor.member;
    if row.asker == actor || row.answered.is_some_and(|(_, giver)| giver == actor) {
        return Err(AccessError::AnotherPerson { action: Action::ReviewEmergency });
    }
    let is_over = row.state == State::Ended || (row.state == State::Granted && row.expires_at <= Some(cx.now));
    if !is_over {
        return Err(AccessError::Unfit("Only what is over is reviewed. Close it first if it must end now."));
    }
    cx.note_case(Action::ReviewEmergency, case)?;
    row.review = Some(for_team(cx, team, REVIEW, id, &rules::words(words)?)?);
    row.reviewed = Some((cx.now, actor));
    row.state = match verdict {
        Verdict::Justified => State::Justified,
        Verdict::NotJustified => State::NotJustified,
    };
    rows::put(cx.tx, &row)?;
    note(cx, actor, &format!("emergency-{}", verdict.key()), id)
}

/// A request that waits for the actor's decision.
fn to_decide(cx: &mut Cx, id: EmergencyId) -> Result<(EmergencyRow, CaseId, TeamId)> {
    cx.permit(Action::GrantEmergency)?;
    let found = of_own_team(cx, id, Action::GrantEmergency)?;
    if found.0.asker == cx.keys.actor.member {
        return Err(AccessError::AnotherPerson { action: Action::GrantEmergency });
    }
    if found.0.state != State::Asked || rules::lapses_at(found.0.asked_at) <= cx.now {
        return Err(AccessError::Unfit("This was answered already, or waited for more than a day."));
    }
    Ok(found)
}

fn of_own_team(cx: &mut Cx, id: EmergencyId, action: Action) -> Result<(EmergencyRow, CaseId, TeamId)> {
    let found = one(cx, id, action)?;
    if cx.keys.actor.team == Some(found.2) { Ok(found) } else { Err(not_there(action)) }
}

fn one(cx: &mut Cx, id: EmergencyId, action: Action) -> Result<(EmergencyRow, CaseId, TeamId)> {
    let row = rows::find(cx.tx, Wanted::One(id), 1)?.pop().ok_or(not_there(action))?;
    let (case, team) = row.about.ok_or(not_there(action))?;
    Ok((row, case, team))
}

/// The same words for a request of others and one that never was.
fn not_there(action: Action) -> AccessError {
    AccessError::NotFound { action, case: None }
}

/// Words for those of a team who read what protects people.
fn for_team(cx: &mut Cx, team: TeamId, what: &[u8], id: EmergencyId, words: &str) -> Result<Vec<u8>> {
    let public = organisation::public_key(cx.tx, team, Compartment::Protection)?;
    cx.keys.seal_to(&public, words.as_bytes(), place(&[what, id.as_bytes()]), cx.rng)
}

fn raise(cx: &mut Cx, to: To, kind: Kind, case: CaseId) -> Result<()> {
    alert::raise(cx.tx, &Alert { to, kind, case: Some(case) }, cx.now, cx.rng).map(drop)
}
