//! Sealing a version, and noting that it was sent. Each case is opened for it, with its entry in the record.

use super::rows::{self, NewRoll};
use super::rules::{Asked, Content, Missing, Person};
use super::sealed::{Head, Keeping, whole};
use crate::plan::{self, About, Reached, StepSaid, Told};
use crate::record::{state, summaries};
use crate::{Fact, Facts, Field, Result};
use ::pathway::Owner;
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, Date, RollId};
use std::collections::BTreeSet;
use vault::Compartment;

/// What came of sealing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    pub version: u32,
    pub lines: usize,
    /// Drafted, and kept off it by what their cases say by now.
    pub left: Vec<(CaseId, Vec<Missing>)>,
}

/// Overstays are counted at most so many days ahead: a roll that is answered later is made anew.
const DAYS_AHEAD: i32 = 120;

const NO_LONGER: &str = "Somebody on this version may no longer be named to the mission. Nothing was noted. Do not send it: \
                         go back to the draft and seal a new version without them.";

/// Opens each of these cases and seals a line for everybody who may stand on the roll, in this order.
pub fn seal(cx: &mut Cx, asked: &Asked, mission: &str, cases: &[CaseId]) -> Result<Sealed> {
    let id = RollId::new(cx.now, cx.rng);
    seal_as(cx, id, asked, mission, cases)
}

/// What became of sealing under an id that its sender made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Once {
    Now(Sealed),
    /// It had come before; which version it became.
    Before(u32),
}

/// As [`seal`], under an id that its sender made: the same again seals nothing. An id that stands for another roll is
/// refused.
pub fn seal_once(cx: &mut Cx, id: RollId, asked: &Asked, mission: &str, cases: &[CaseId]) -> Result<Once> {
    cx.permit(Action::Export)?;
    cx.permit(Action::Plan)?;
    let keeping = Keeping::of(cx)?;
    match rows::version_with(cx.tx, id, keeping.team, &keeping.mission(asked.nationality))? {
        None => seal_as(cx, id, asked, mission, cases).map(Once::Now),
        Some(Some(number)) => Ok(Once::Before(number)),
        Some(None) => Err(AccessError::EventTaken),
    }
}

fn seal_as(cx: &mut Cx, id: RollId, asked: &Asked, mission: &str, cases: &[CaseId]) -> Result<Sealed> {
    cx.permit(Action::Export)?;
    cx.permit(Action::Plan)?;
    if (asked.until - asked.today).get_days() > DAYS_AHEAD || asked.until < asked.today {
        return Err(AccessError::Unfit("Count the days to today, or to a day of the next four months."));
    }
    let (mut lines, mut left, mut seen): (Vec<(CaseId, Content)>, Vec<_>, BTreeSet<CaseId>) = Default::default();
    for case in cases.iter().copied().filter(|case| seen.insert(*case)) {
        let (_, facts) = opened(cx, case)?;
        match person(&facts, &Told::of(&facts)).line(asked) {
            Ok(content) => lines.push((case, content)),
            Err(why) => left.push((case, why)),
        }
    }
    if lines.is_empty() {
        return Err(AccessError::Unfit("Nobody can be on this roll as things stand. Nothing was sealed."));
    }
    let keeping = Keeping::of(cx)?;
    let key = keeping.mission(asked.nationality);
    let newest = rows::versions(cx.tx, keeping.team, &key)?.first().map_or(0, |row| row.version);
    let version = newest + 1;
    let head = Head {
        nationality: asked.nationality,
        mission: base::text::line(mission),
        until: asked.until,
        currency: asked.pack.pack.basics.fine.per_day.currency.code().to_owned(),
    };
    let sealed = keeping.seal_head(id, &head, cx.rng);
    let member = cx.keys.actor.member;
    let new = NewRoll { id, team: keeping.team, mission: &key, version, member, at: cx.now, sealed: &sealed };
    rows::add(cx.tx, &new)?;
    let roll = id.to_string();
    for (number, (case, content)) in (1..).zip(&lines) {
        let sealed = keeping.seal_line(id, number, content, cx.rng);
        rows::add_line(cx.tx, &roll, number, *case, &sealed)?;
    }
    Ok(Sealed { version, lines: lines.len(), left })
}

/// Notes that a version was sent on a day, and in each case that the answer is waited for. Refused as a whole while
/// somebody is on it who may no longer be named.
pub fn send(cx: &mut Cx, asked: &Asked, number: u32, on: Date) -> Result<()> {
    cx.permit(Action::Export)?;
    cx.permit(Action::Plan)?;
    let version = whole(cx, asked.nationality, number)?;
    if version.sent.is_some() {
        return Err(AccessError::Unfit("This version was noted as sent before. Nothing was changed."));
    }
    if on > asked.today || on < version.at.local_date() {
        return Err(AccessError::Unfit("A roll is sent on the day on which it was sealed, or on one after it."));
    }
    for case in version.lines.iter().filter_map(|line| line.case) {
        let (mut open, facts) = match opened(cx, case) {
            // Taken back from this team since, or never its own again.
            Err(AccessError::NotFound { .. }) => return Err(AccessError::Unfit(NO_LONGER)),
            opened => opened?,
        };
        if !person(&facts, &Told::of(&facts)).barred(asked).is_empty() {
            return Err(AccessError::Unfit(NO_LONGER));
        }
        wait(cx, asked, &mut open, &facts, on)?;
    }
    rows::set_sent(cx.tx, version.id, on)
}

fn opened(cx: &mut Cx, case: CaseId) -> Result<(OpenCase, Facts)> {
    let open = cx.open(case, Action::Plan)?;
    let facts = summaries(cx.tx, &open)?;
    Ok((open, facts))
}

fn person<'f>(facts: &'f Facts, told: &'f Told) -> Person<'f> {
    let names = match facts.newest(Field::Names) {
        Some(Fact::Names(names)) => names.as_slice(),
        _ => &[],
    };
    let contradicts = facts.conflicts().next().is_some();
    Person { names, about: About::of(facts), told, contradicts }
}

/// The case waits for the ministry's answer, unless the fine was waived or refused since the version was sealed: nobody
/// stands on one of whom that was known.
fn wait(cx: &mut Cx, asked: &Asked, open: &mut OpenCase, facts: &Facts, on: Date) -> Result<()> {
    cx.permit_writing(Action::Plan, Compartment::Journey)?;
    let step = asked.pack.pack.step(asked.step).id.clone();
    let (before, replaces) = plan::noted(facts, asked.pack.id, &step);
    if before.is_some_and(|said| matches!(said.reached, Reached::Done | Reached::Refused | Reached::Failed)) {
        return Ok(());
    }
    let begun = begun_by(before, on).or(Some(on));
    let reached = Reached::WaitingFor(Owner::Authority);
    let said = StepSaid { pack: asked.pack.id.to_owned(), step, reached, begun, on, note: None };
    state(cx, open, Fact::Step(Box::new(said)), replaces).map(drop)
}

/// When the step began, where that was noted: never after the day of what is noted now.
pub(super) fn begun_by(before: Option<&StepSaid>, on: Date) -> Option<Date> {
    before.and_then(|said| said.begun).filter(|begun| *begun <= on)
}
