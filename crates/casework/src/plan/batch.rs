//! One step for many people at once, each in a transaction of its own, and taken back within a day.
//!
//! What the plan of a person does not let through is not written for them. `batch` keeps for whom something was written
//! and with which event; what stood there before is in the case itself, and is found again from that event.

use super::read::read;
use super::{Reached, StepSaid, note_step, noted};
use crate::attachments;
use crate::record::{self, summaries};
use crate::registry;
use crate::{Event, Fact, Field, Result, Statement};
use ::pathway::pack::Shipped;
use ::pathway::{Durations, Plan, State, Why};
use access::{AccessError, Action, Cx, OpenCase};
use base::{BatchId, CaseId, Date, EventId, Instant, TeamId};
use serde::{Deserialize, Serialize};
use store::sum::{row_sum, sum};
use store::{Value, sql};
use vault::{Compartment, Context, DataKey, seal};

/// For how many hours a batch can be taken back.
pub const UNDO_HOURS: i64 = 24;
const WHAT: &[u8] = b"what a batch says";

/// What is written for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    pub pack: String,
    pub step: String,
    pub reached: Reached,
    pub on: Date,
}

/// Why somebody is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    Blocked(Vec<Why>),
    /// It is done already, or is not needed.
    Over,
    /// The step is no part of the way that the person goes.
    NotOnTheWay,
}

/// A batch that can still be taken back, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    pub id: BatchId,
    pub at: Instant,
    pub wanted: Wanted,
    pub people: usize,
    pub undone: bool,
}

/// What taking a batch back did for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Undone {
    Restored,
    /// Somebody changed the step since: it stays as it is now.
    ChangedSince,
}

/// Whether the plan lets a step go on.
pub fn lets_through(shipped: &Shipped, plan: &Plan, step: &str) -> std::result::Result<(), LeftOut> {
    let planned = shipped.pack.step_no(step).and_then(|step| plan.step(step));
    match planned.map(|one| &one.state) {
        None => Err(LeftOut::NotOnTheWay),
        Some(State::Done { .. } | State::Skipped(_)) => Err(LeftOut::Over),
        Some(State::Blocked(whys)) => Err(LeftOut::Blocked(whys.clone())),
        Some(State::Ready | State::Begun { .. } | State::Waiting { .. }) => Ok(()),
    }
}

/// Begins a batch; nobody is in it yet.
pub fn begin(cx: &mut Cx, shipped: &Shipped, wanted: &Wanted) -> Result<BatchId> {
    let id = BatchId::new(cx.now, cx.rng);
    begin_as(cx, id, shipped, wanted)
}

/// As [`begin`], under an id that its sender made. Where the same was begun before, for whom it was written; an id that
/// stands for anything else is refused.
pub fn begin_once(cx: &mut Cx, id: BatchId, shipped: &Shipped, wanted: &Wanted) -> Result<Option<Vec<CaseId>>> {
    let found = recent(cx)?.into_iter().find(|one| one.id == id);
    if found.is_some_and(|one| one.wanted == *wanted && !one.undone) {
        return written(cx, id).map(|rows| Some(rows.into_iter().map(|(case, _)| case).collect()));
    }
    let is_taken =
        cx.tx.one(sql!("select 1 from batch where id = $1"), &[(&id.to_string()).into()], |row| row.int(0))?;
    match is_taken {
        Some(_) => Err(AccessError::EventTaken),
        None => begin_as(cx, id, shipped, wanted).map(|_| None),
    }
}

fn begin_as(cx: &mut Cx, id: BatchId, shipped: &Shipped, wanted: &Wanted) -> Result<BatchId> {
    cx.permit(Action::Plan)?;
    let step = shipped.pack.step_no(&wanted.step).ok_or(AccessError::NoValue)?;
    if shipped.pack.is_asked_in_private(step) {
        return Err(AccessError::Unfit("The safety check and consent are asked of each person alone, in private."));
    }
    if !matches!(wanted.reached, Reached::Begun | Reached::WaitingFor(_) | Reached::Done) {
        return Err(AccessError::Unfit("A refusal or a failure is noted for each person alone, with its reason."));
    }
    if wanted.on > cx.now.local_date() {
        return Err(AccessError::Unfit("This day has not come yet. Please look at it again."));
    }
    let team = team(cx)?;
    let mut plain = Vec::new();
    ciborium::into_writer(wanted, &mut plain).expect("a vector takes every write");
    let what = seal::seal(&key(cx)?, Context::of(&[WHAT, id.as_bytes()]), &plain, cx.rng);
    let (text, team, member) = (id.to_string(), team.to_string(), cx.keys.actor.member.to_string());
    let values: [Value; 6] =
        [(&text).into(), (&team).into(), (&member).into(), cx.now.millis().into(), (&what).into(), Value::Null];
    let sum = sum("batch", &values);
    cx.tx.run(
        sql!(
            "insert into batch (id, team_id, member_id, at, what, undone_at, sum) values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(id)
}

/// Whether people are given a document to travel with by this.
pub fn issues_documents(shipped: &Shipped, wanted: &Wanted) -> bool {
    let step = shipped.pack.step_no(&wanted.step);
    step.is_some() && step == shipped.pack.document && wanted.reached == Reached::Done
}

/// Writes the step for one person, or says why not: looked at again here, whatever a page showed before. Where it is the
/// issuing of a document, this states the document with its number and deletes the photos that were taken for it.
pub fn take(
    cx: &mut Cx,
    shipped: &Shipped,
    durations: &Durations,
    (batch, wanted): (BatchId, &Wanted),
    case: CaseId,
    number: Option<String>,
) -> Result<std::result::Result<(), LeftOut>> {
    let view = read(cx, shipped, durations, case)?;
    if let Err(left_out) = lets_through(shipped, &view.plan, &wanted.step) {
        return Ok(Err(left_out));
    }
    let said = StepSaid {
        pack: wanted.pack.clone(),
        step: wanted.step.clone(),
        reached: wanted.reached,
        begun: None,
        on: wanted.on,
        note: None,
    };
    let written = note_step(cx, shipped, case, said)?;
    if issues_documents(shipped, wanted) && cx.keys.actor.may(Action::IssueDocument) {
        attachments::document_issued(cx, case, number)?;
    }
    let (batch, case, event) = (batch.to_string(), case.to_string(), written.to_string());
    let values: [Value; 3] = [(&batch).into(), (&case).into(), (&event).into()];
    let sum = sum("batch_row", &values);
    cx.tx.run(
        sql!("insert into batch_row (batch_id, case_id, event_id, sum) values ($1, $2, $3, $4)"),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(Ok(()))
}

/// What the team did for many since a day ago, newest first.
pub fn recent(cx: &mut Cx) -> Result<Vec<Batch>> {
    cx.permit(Action::Plan)?;
    let (team, key) = (team(cx)?, key(cx)?);
    let since = cx.now.plus_hours(-UNDO_HOURS).millis();
    let rows = cx.tx.all(
        sql!(
            "select b.id, b.at, b.what, b.undone_at, (select count(*) from batch_row r where r.batch_id = b.id)
              from batch b where b.team_id = $1 and b.at > $2 order by b.at desc, b.id desc"
        ),
        &[(&team.to_string()).into(), since.into()],
        |row| {
            let undone = row.maybe_int(3)?.is_some();
            Ok((row.id(0, BatchId::read)?, row.int(1)?, row.blob(2)?, undone, row.int(4)?))
        },
    )?;
    let opened = rows.into_iter().map(|(id, at, what, undone, people)| {
        let plain = seal::open(&key, Context::of(&[WHAT, id.as_bytes()]), &what)?;
        let wanted = ciborium::from_reader(plain.as_slice()).map_err(|_| AccessError::Unreadable)?;
        Ok(Batch { id, at: Instant::from_millis(at), wanted, people: people as usize, undone })
    });
    opened.collect()
}

/// For whom a batch of the own team was written that can be taken back. Each of them is then undone alone, and at last
/// [`end_undo`]: an undoing that was cut off is begun again, and does nothing twice.
pub fn begin_undo(cx: &mut Cx, batch: BatchId) -> Result<(Wanted, Vec<(CaseId, EventId)>)> {
    let found = recent(cx)?.into_iter().find(|one| one.id == batch && !one.undone);
    let found =
        found.ok_or(AccessError::Unfit("This can no longer be taken back: a day has gone by, or it was already."))?;
    Ok((found.wanted, written(cx, batch)?))
}

/// Marks a batch of the own team as taken back, once everybody in it is.
pub fn end_undo(cx: &mut Cx, batch: BatchId) -> Result<()> {
    cx.permit(Action::Plan)?;
    let (id, team) = (batch.to_string(), team(cx)?.to_string());
    let mark = sql!("update batch set undone_at = $2 where id = $1 and team_id = $3");
    cx.tx.run(mark, &[(&id).into(), cx.now.millis().into(), (&team).into()])?;
    let select = sql!("select id, team_id, member_id, at, what, undone_at, sum from batch where id = $1");
    let sum = row_sum(cx.tx, "batch", select, &[(&id).into()])?;
    cx.tx.run(sql!("update batch set sum = $2 where id = $1"), &[(&id).into(), sum.unwrap_or(0).into()])?;
    Ok(())
}

/// For whom a batch was written, and with which events.
fn written(cx: &mut Cx, batch: BatchId) -> Result<Vec<(CaseId, EventId)>> {
    Ok(cx.tx.all(
        sql!("select case_id, event_id from batch_row where batch_id = $1 order by case_id"),
        &[(&batch.to_string()).into()],
        |row| Ok((row.id(0, CaseId::read)?, row.id(1, EventId::read)?)),
    )?)
}

/// Puts back what stood before a batch, where nobody changed it since.
pub fn undo(cx: &mut Cx, wanted: &Wanted, case: CaseId, event: EventId) -> Result<Undone> {
    let mut open = cx.open(case, Action::Plan)?;
    let facts = summaries(cx.tx, &open)?;
    if noted(&facts, &wanted.pack, &wanted.step).1 != [event] {
        return Ok(Undone::ChangedSince);
    }
    let same = |fact: &Fact| matches!(fact, Fact::Step(said) if said.is_about(&wanted.pack, &wanted.step));
    let (pack, step, on) = (wanted.pack.clone(), wanted.step.clone(), cx.now.local_date());
    let nothing = StepSaid { pack, step, reached: Reached::NotBegun, begun: None, on, note: None };
    put_back(cx, &mut open, event, &same, Fact::Step(Box::new(nothing)))?;
    // The document was stated in the same moment, by whoever wrote the step; what was said of papers since then stays.
    let paper = facts.current(Field::Papers).last().filter(|held| held.event.made_at() == event.made_at());
    if let Some(paper) = paper {
        put_back(cx, &mut open, paper.event, &|fact| matches!(fact, Fact::Papers(_)), Fact::Papers(Vec::new()))?;
    }
    Ok(Undone::Restored)
}

/// States again what an event replaced, in its place; `nothing` where it replaced nothing.
fn put_back(
    cx: &mut Cx,
    open: &mut OpenCase,
    event: EventId,
    same: &dyn Fn(&Fact) -> bool,
    nothing: Fact,
) -> Result<()> {
    let part = nothing.field().compartment();
    // Of every event the statements about this, and what the one that goes had replaced.
    let (mut known, mut replaced) = (Vec::new(), Vec::new());
    for (_, envelope, payload) in registry::rows::events(cx.tx, open.id)? {
        let Some(payload) = payload.filter(|payload| payload.compartment == part) else { continue };
        let Some(said) = registry::view::decrypt(open, envelope.id, envelope.version, &payload)? else { continue };
        for statement in said.statements().into_iter().filter(|statement| same(&statement.fact)) {
            if envelope.id == event {
                replaced.clone_from(&statement.replaces);
            }
            known.push((envelope.id, statement.fact));
        }
    }
    let mut before: Vec<Fact> =
        known.into_iter().filter(|(id, _)| replaced.contains(id)).map(|(_, fact)| fact).collect();
    if before.is_empty() {
        before.push(nothing);
    }
    let statements = before.into_iter().map(|fact| Statement { fact, replaces: vec![event] }).collect();
    record::record(cx, open, part, &Event::Stated { statements, because: None }).map(drop)
}

/// Deletes which batches somebody was in: for the erasure of the case.
pub(super) fn forget_case(tx: &mut store::Tx, case: CaseId) -> Result<usize> {
    Ok(tx.run(sql!("delete from batch_row where case_id = $1"), &[(&case.to_string()).into()])?)
}

/// Deletes what can no longer be taken back: a step of the round.
pub(crate) fn forget_over(tx: &mut store::Tx, now: Instant) -> Result<usize> {
    let before = now.plus_hours(-UNDO_HOURS).millis();
    let rows = sql!("delete from batch_row where batch_id in (select id from batch where at <= $1)");
    tx.run(rows, &[before.into()])?;
    Ok(tx.run(sql!("delete from batch where at <= $1"), &[before.into()])?)
}

fn team(cx: &Cx) -> Result<TeamId> {
    cx.keys.actor.team.ok_or(AccessError::TeamNeeded)
}

fn key(cx: &Cx) -> Result<DataKey> {
    let key = cx.keys.team_secret(Compartment::Journey, "safeconduct batches v1");
    key.ok_or(AccessError::Refused { action: Action::Plan })
}
