//! What the ministry decided, line by line, into the cases: one event for each line, and none for what is known.

use super::rows;
use super::rules::Asked;
use super::sealed::{Kept, Version, whole};
use super::send::begun_by;
use crate::plan::{self, Circumstance, Reached, StepSaid};
use crate::record::{record, summaries};
use crate::{Event, Fact, Facts, Field, Result, Statement};
use ::pathway::{Known, Owner};
use access::{AccessError, Action, Cx};
use base::{CaseId, Date};
use papers::roll::{Decided, Decision};
use std::collections::{BTreeMap, BTreeSet};
use vault::Compartment;

/// What came of taking answers in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub written: usize,
    /// The same was noted before.
    pub already: usize,
    /// Erased, or no longer open to this team.
    pub closed: usize,
    /// Kept on the line alone: what was decided of the person on another version stands.
    pub outdone: usize,
}

/// Notes the decisions on lines of a version that was sent. `say` gives the note of a step, in the words of whoever
/// notes it. The same answers again change nothing; another one takes the place of the earlier.
pub fn answer(
    cx: &mut Cx,
    asked: &Asked,
    number: u32,
    on: Date,
    decided: &[Decided],
    say: &dyn Fn(Decided) -> String,
) -> Result<Told> {
    cx.permit(Action::Plan)?;
    cx.permit_writing(Action::Plan, Compartment::Journey)?;
    let version = whole(cx, asked.nationality, number)?;
    let Some(sent) = version.sent else {
        return Err(AccessError::Unfit("This version was not sent. Note the day on which it was, then its answer."));
    };
    if on > asked.today || on < sent {
        return Err(AccessError::Unfit("An answer comes on the day of sending or after it, and not tomorrow."));
    }
    let mut seen = BTreeSet::new();
    if !decided.iter().all(|one| seen.insert(one.line)) {
        return Err(AccessError::Unfit("A line stands in this answer twice. Please decide each line once."));
    }
    let lines: BTreeMap<u32, &Kept> = version.lines.iter().map(|line| (line.number, line)).collect();
    let mut told = Told::default();
    for one in decided {
        let line = *lines.get(&one.line).ok_or(AccessError::NoValue)?;
        let answer = Answer { asked, version: &version, line, sent, on, decision: one.decision, note: say(*one) };
        *answer.take(cx, &mut told)? += 1;
    }
    Ok(told)
}

/// What came back for one line.
struct Answer<'a> {
    asked: &'a Asked<'a>,
    version: &'a Version,
    line: &'a Kept,
    sent: Date,
    on: Date,
    decision: Decision,
    note: String,
}

impl Answer<'_> {
    /// Takes it in; where it is to be counted.
    fn take<'t>(self, cx: &mut Cx, told: &'t mut Told) -> Result<&'t mut usize> {
        if self.line.decision == Some(self.decision) {
            return Ok(&mut told.already);
        }
        let Some(case) = self.line.case else { return Ok(&mut told.closed) };
        let mut open = match cx.open(case, Action::Plan) {
            Err(AccessError::NotFound { .. }) => return Ok(&mut told.closed),
            open => open?,
        };
        rows::decide(cx.tx, self.version.id, self.line.number, self.decision)?;
        if self.is_outdone(cx, case)? {
            return Ok(&mut told.outdone);
        }
        let statements = self.statements(&summaries(cx.tx, &open)?);
        record(cx, &mut open, Compartment::Journey, &Event::Stated { statements, because: None })?;
        Ok(&mut told.written)
    }

    /// A fine that was waived on another version stays waived: a list that was under way meanwhile comes back with "not
    /// found" for whoever the ministry has taken off its register. Otherwise the version that was sealed last counts.
    fn is_outdone(&self, cx: &mut Cx, case: CaseId) -> Result<bool> {
        if self.decision == Decision::Approved {
            return Ok(false);
        }
        let own = (self.version.at, self.version.number);
        let others = rows::decided_elsewhere(cx, case, self.version.id)?;
        Ok(others.into_iter().any(|(at, number, decision)| {
            decision == Decision::Approved || ((at, number) > own && !self.takes_back_a_yes())
        }))
    }

    fn takes_back_a_yes(&self) -> bool {
        self.line.decision == Some(Decision::Approved)
    }

    fn statements(&self, facts: &Facts) -> Vec<Statement> {
        let step = self.asked.pack.pack.step(self.asked.step).id.clone();
        let (before, replaces) = plan::noted(facts, self.asked.pack.id, &step);
        let is_waived = self.decision == Decision::Approved;
        let said = StepSaid {
            pack: self.asked.pack.id.to_owned(),
            step,
            reached: match self.decision {
                Decision::Approved => Reached::Done,
                Decision::Refused => Reached::Refused,
                Decision::NotFound => Reached::WaitingFor(Owner::Authority),
            },
            begun: begun_by(before, self.on).or(Some(self.sent)),
            on: self.on,
            note: Some(self.note.clone()),
        };
        let mut statements = vec![Statement { fact: Fact::Step(Box::new(said)), replaces }];
        // Whoever was told otherwise before is no longer said to be freed of the fine. What somebody noted of it beside
        // the roll is theirs to take back.
        if is_waived || self.takes_back_a_yes() {
            let is_it = |fact: &Fact| matches!(fact, Fact::Circumstance(one) if one.known == Known::FineWaived);
            let known = facts.current(Field::Circumstance).iter().filter(|held| is_it(&held.fact));
            let fact = Fact::Circumstance(Circumstance { known: Known::FineWaived, holds: is_waived });
            statements.push(Statement { fact, replaces: known.map(|held| held.event).collect() });
        }
        statements
    }
}
