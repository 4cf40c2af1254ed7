//! Reading referrals: what others were asked for, what others ask for, and one of them in full.

use super::ask::ledger_key;
use super::rows::{self, About, ReferralRow};
use super::{Answer, Request, State};
use crate::record::{summaries, summary};
use crate::{Fact, Facts, Field, Result};
use access::{AccessError, Action, Cx};
use base::{CaseId, Country, EventId, Instant, TeamId, UserId};
use vault::Compartment;

/// One line of a list of referrals.
#[derive(Clone, Debug)]
pub struct Referral {
    pub file: CaseId,
    pub from: TeamId,
    /// `None` when this role reads no journeys, or the consent was withdrawn.
    pub request: Option<Request>,
    pub answer: Option<Answer>,
    /// The person's own case, for the team that asked.
    pub case: Option<CaseId>,
    /// The file of the request that this one follows.
    pub after: Option<CaseId>,
    pub nationality: Option<Country>,
    pub place: Option<String>,
    pub state: State,
    pub asked_at: Instant,
    pub due_at: Instant,
    pub answered_at: Option<Instant>,
    pub withdrawn_at: Option<Instant>,
    pub deleted_at: Option<Instant>,
    pub deleted_by: Option<UserId>,
}

/// One referral with what is shown of the person.
pub struct View {
    pub referral: Referral,
    pub facts: Facts,
    /// Whether the actor's team is the one that asked.
    pub is_ours: bool,
}

/// What the actor's team asked others for, newest first.
pub fn sent(cx: &mut Cx, most: i64, after: i64) -> Result<Vec<Referral>> {
    cx.permit(Action::Refer)?;
    let Some(team) = cx.keys.actor.team else { return Ok(Vec::new()) };
    let rows = rows::sent_by(cx.tx, team, most, after)?;
    cx.note_list(Action::Refer, rows.len())?;
    rows.into_iter().map(|row| line(cx, row)).collect()
}

/// What the actor's team was asked for, newest first, also what was withdrawn: it is to be deleted.
pub fn received(cx: &mut Cx, most: i64, after: i64) -> Result<Vec<Referral>> {
    cx.permit(Action::AnswerReferral)?;
    let Some(team) = cx.keys.actor.team else { return Ok(Vec::new()) };
    let rows = rows::received_by(cx.tx, team, most, after)?;
    cx.note_list(Action::AnswerReferral, rows.len())?;
    rows.into_iter().map(|row| line(cx, row)).collect()
}

/// One referral that the actor's team sent or received.
pub fn view(cx: &mut Cx, file: CaseId) -> Result<View> {
    let row = rows::of_file(cx.tx, file)?.ok_or(nothing(file))?;
    let is_ours = Some(row.from) == cx.keys.actor.team;
    let open = cx.open_correspondence(file, if is_ours { Action::Refer } else { Action::AnswerReferral })?;
    let facts = summaries(cx.tx, &open)?;
    Ok(View { referral: line_of(cx, row, &facts)?, facts, is_ours })
}

/// The same words for a referral that is not there and one of others.
pub(super) fn nothing(file: CaseId) -> AccessError {
    AccessError::NotFound { action: Action::AnswerReferral, case: Some(file) }
}

/// The request of a file, with the event that states it.
pub(super) fn request(facts: &Facts) -> Option<(EventId, Request)> {
    facts.current(Field::Request).iter().rev().find_map(|held| match &held.fact {
        Fact::Request(request) => Some((held.event, (**request).clone())),
        _ => None,
    })
}

pub(super) fn newest_answer(facts: &Facts) -> Option<Answer> {
    match facts.newest(Field::Answer) {
        Some(Fact::Answer(answer)) => Some((**answer).clone()),
        _ => None,
    }
}

pub(super) fn line(cx: &mut Cx, row: ReferralRow) -> Result<Referral> {
    let journey = journey(cx, row.file)?;
    line_of(cx, row, &journey)
}

/// A line, with what its file says in the part that holds request and answers.
fn line_of(cx: &Cx, row: ReferralRow, journey: &Facts) -> Result<Referral> {
    let is_ours = Some(row.from) == cx.keys.actor.team;
    let about = match (is_ours, ledger_key(cx)) {
        // Emptied when the person was erased.
        (true, Ok(key)) if !row.about.is_empty() => Some(About::open(&key, row.file, &row.about)?),
        _ => None,
    };
    let (case, after) = about.as_ref().map_or((None, None), |about| (about.case, about.sent.after));
    let (nationality, place) = about.map_or((None, None), |about| (about.nationality, about.place));
    Ok(Referral {
        file: row.file,
        from: row.from,
        request: request(journey).map(|(_, request)| request),
        answer: newest_answer(journey),
        case,
        after,
        nationality,
        place,
        state: row.state,
        asked_at: row.asked_at,
        due_at: row.due_at,
        answered_at: row.answered_at,
        withdrawn_at: row.withdrawn_at,
        deleted_at: row.deleted_at,
        deleted_by: row.deleted_by,
    })
}

/// The part of a file that holds request and answers; nothing when the keys are gone.
fn journey(cx: &mut Cx, file: CaseId) -> Result<Facts> {
    let Some(open) = cx.peek(file)? else { return Ok(Facts::default()) };
    Ok(summary(cx.tx, &open, Compartment::Journey)?.unwrap_or_default())
}

/// These referrals of one person, in their order.
pub fn these(cx: &mut Cx, files: &[CaseId]) -> Result<Vec<Referral>> {
    cx.permit(Action::Refer)?;
    let mut found = Vec::with_capacity(files.len());
    for file in files {
        if let Some(row) = rows::of_file(cx.tx, *file)? {
            found.push(line(cx, row)?);
        }
    }
    Ok(found)
}

/// The requests that a referral follows, the first first.
pub fn before(cx: &mut Cx, referral: &Referral) -> Result<Vec<Referral>> {
    let (mut chain, mut after) = (Vec::new(), referral.after);
    while let Some(file) = after.filter(|file| chain.len() < LONGEST_CHAIN && !is_in(&chain, *file)) {
        let Some(row) = rows::of_file(cx.tx, file)? else { break };
        let earlier = line(cx, row)?;
        after = earlier.after;
        chain.push(earlier);
    }
    chain.reverse();
    Ok(chain)
}

const LONGEST_CHAIN: usize = 50;

fn is_in(chain: &[Referral], file: CaseId) -> bool {
    chain.iter().any(|earlier| earlier.file == file)
}
