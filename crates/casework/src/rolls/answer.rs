//! What the ministry decided, line by line, into the cases: one event for each line, and none for what is known.

use super::rows;
use super::rules::Asked;
use super::sealed::whole;
use crate::plan::{self, Circumstance, Reached, StepSaid};
use crate::record::{record, summaries};
use crate::{Event, Fact, Field, Result, Statement};
use ::pathway::{Known, Owner};
use access::{AccessError, Action, Cx};
use base::Date;
use papers::roll::{Decided, Decision};
use std::collections::BTreeMap;
use vault::Compartment;

/// What came of taking answers in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub written: usize,
    /// The same was noted before.
    pub already: usize,
    /// Erased, or no longer open to this team.
    pub closed: usize,
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
    let lines: BTreeMap<u32, _> = version.lines.iter().map(|line| (line.number, line)).collect();
    let mut told = Told::default();
    for one in decided {
        let line = lines.get(&one.line).ok_or(AccessError::NoValue)?;
        if line.decision == Some(one.decision) {
            told.already += 1;
            continue;
        }
        let Some(case) = line.case else {
            told.closed += 1;
            continue;
        };
        let mut open = match cx.open(case, Action::Plan) {
            Err(AccessError::NotFound { .. }) => {
                told.closed += 1;
                continue;
            }
            open => open?,
        };
        let facts = summaries(cx.tx, &open)?;
        let step = asked.pack.pack.step(asked.step).id.clone();
        let (before, replaces) = plan::noted(&facts, asked.pack.id, &step);
        let said = StepSaid {
            pack: asked.pack.id.to_owned(),
            step,
            reached: match one.decision {
                Decision::Approved => Reached::Done,
                Decision::Refused => Reached::Refused,
                Decision::NotFound => Reached::WaitingFor(Owner::Authority),
            },
            begun: before.and_then(|said| said.begun).or(Some(sent)),
            on,
            note: Some(say(*one)),
        };
        let mut statements = vec![Statement { fact: Fact::Step(Box::new(said)), replaces }];
        let is_waived = one.decision == Decision::Approved;
        let waived: Vec<_> = facts
            .current(Field::Circumstance)
            .iter()
            .filter(|held| matches!(held.fact, Fact::Circumstance(known) if known.known == Known::FineWaived))
            .map(|held| held.event)
            .collect();
        // Whoever was told otherwise before is no longer said to be freed of the fine.
        if is_waived || !waived.is_empty() {
            let fact = Fact::Circumstance(Circumstance { known: Known::FineWaived, holds: is_waived });
            statements.push(Statement { fact, replaces: waived });
        }
        record(cx, &mut open, Compartment::Journey, &Event::Stated { statements, because: None })?;
        rows::decide(cx.tx, version.id, one.line, one.decision)?;
        told.written += 1;
    }
    Ok(told)
}
