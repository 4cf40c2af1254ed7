//! What is noted of a person's way: the safety check, the way they choose, how far each step is, what is known.

use super::{About, Circumstance, Course, Leave, Reached, Safety, Stay, StepSaid, Told, cleared, corrections};
use crate::record::{self, summaries};
use crate::{Fact, Facts, Field, Result};
use ::pathway::pack::Shipped;
use ::pathway::{Known, StepNo};
use access::{AccessError, Action, Cx};
use base::{CaseId, EventId, text};

/// Keeps what came of asking whether contact with a state is safe.
pub fn check_safety(cx: &mut Cx, case: CaseId, safety: Safety) -> Result<()> {
    let line = |text: &String| text.trim().is_empty();
    if safety.weighed.iter().any(|one| line(&one.by) || line(&one.because)) {
        return Err(AccessError::Unfit(
            "A warning of the country is weighed by a named person, with a reason. Please write both.",
        ));
    }
    if safety.weighed.iter().any(|one| !one.warning.is_of_the_pack()) {
        return Err(AccessError::Unfit(
            "What a person fears for themselves ends when they say so, and by nobody else.",
        ));
    }
    let note = safety.note.and_then(|note| text::some_remark(&note));
    let guardian = safety.guardian.and_then(|one| text::some_line(&one));
    let safety = Safety { note, guardian, ..safety };
    state(cx, case, Fact::Safety(Box::new(safety.clone())), |_| true)?;
    cleared::follow(cx, case, &safety)
}

/// Keeps the way that the person chooses, or that they have not chosen.
pub fn choose(cx: &mut Cx, case: CaseId, course: Course) -> Result<()> {
    if course.way.is_some_and(|way| !way.is_voluntary()) {
        return Err(AccessError::Unfit(
            "Nobody chooses deportation. Where the authorities have ordered it, note that under custody.",
        ));
    }
    let words = course.words.and_then(|words| text::some_remark(&words));
    state(cx, case, Fact::Course(Box::new(Course { words, ..course })), |_| true)
}

/// Keeps how the person came in, and how long they were allowed to stay.
pub fn note_stay(cx: &mut Cx, case: CaseId, stay: Stay) -> Result<()> {
    let today = cx.now.local_date();
    let order = |days: (base::Date, base::Date)| (days.0.min(days.1), days.0.max(days.1));
    if stay.entry.is_some_and(|days| order(days).0 > today) {
        return Err(AccessError::Unfit("The day of entry has not come yet. Please look at it again."));
    }
    let leave = match stay.leave {
        Leave::Until(a, b) => Leave::Until(a.min(b), a.max(b)),
        other => other,
    };
    state(cx, case, Fact::Stay(Stay { entry: stay.entry.map(order), leave, ..stay }), |_| true)
}

/// Keeps whether something holds that lets a step be left out.
pub fn note_circumstance(cx: &mut Cx, case: CaseId, circumstance: Circumstance) -> Result<()> {
    if matches!(circumstance.known, Known::Adult | Known::NotDetained | Known::PaysOwnTicket) {
        return Err(AccessError::Unfit("This follows from the age, from custody or from the way that was chosen."));
    }
    let known = circumstance.known;
    let replaced = |fact: &Fact| matches!(fact, Fact::Circumstance(one) if one.known == known);
    state(cx, case, Fact::Circumstance(circumstance), replaced)
}

/// Keeps how far a step is. A step that tells somebody of the person is neither begun nor done before the safety check
/// and the person's yes for exactly these, and against no warning. Gives the event that states it.
pub fn note_step(cx: &mut Cx, shipped: &Shipped, case: CaseId, said: StepSaid) -> Result<EventId> {
    let step = shipped.pack.step_no(&said.step).filter(|_| said.pack == shipped.id).ok_or(AccessError::NoValue)?;
    if said.on > cx.now.local_date() || said.begun.is_some_and(|begun| begun > said.on) {
        return Err(AccessError::Unfit("A step is not done before it began, nor on a day that has not come yet."));
    }
    let note = said.note.and_then(|note| text::some_remark(&note));
    let mut said = StepSaid { note, ..said };
    let mut open = cx.open(case, Action::Plan)?;
    let facts = summaries(cx.tx, &open)?;
    let tells = matches!(said.reached, Reached::Begun | Reached::WaitingFor(_) | Reached::Done);
    if tells && !may_tell(cx, shipped, &facts, step)? {
        return Err(AccessError::Unfit(
            "This step tells somebody of the person. Before it is begun the safety check is done, the person says yes to \
             exactly these, and no warning stands against it.",
        ));
    }
    let (earlier, replaces) = noted(&facts, &said.pack, &said.step);
    if let Some(earlier) = earlier {
        said.begun = match said.reached {
            Reached::NotBegun => None,
            _ => said.begun.or(earlier.begun).filter(|begun| *begun <= said.on),
        };
    }
    if matches!(said.reached, Reached::Begun | Reached::WaitingFor(_)) {
        said.begun = said.begun.or(Some(said.on));
    }
    cx.permit_writing(Action::Plan, Field::Step.compartment())?;
    record::state(cx, &mut open, Fact::Step(Box::new(said)), replaces)
}

/// What was last noted of a step, and the events that something new about it replaces.
pub(crate) fn noted<'f>(facts: &'f Facts, pack: &str, step: &str) -> (Option<&'f StepSaid>, Vec<EventId>) {
    let same = facts.current(Field::Step).iter().filter_map(|held| match &held.fact {
        Fact::Step(said) if said.is_about(pack, step) => Some((&**said, held.event)),
        _ => None,
    });
    let (said, events): (Vec<&StepSaid>, Vec<EventId>) = same.unzip();
    (said.last().copied(), events)
}

/// Whether safety, consent and warnings let a step through, on whichever of its ways.
fn may_tell(cx: &mut Cx, shipped: &Shipped, facts: &Facts, step: StepNo) -> Result<bool> {
    let today = cx.now.local_date();
    let (told, about) = (Told::of(facts), About::of(facts));
    let route = told.route(shipped, &corrections(cx.tx)?, about);
    let situation = told.situation(shipped, &route, about, today);
    Ok(::pathway::may_tell(&shipped.pack, &situation, step))
}

/// States a fact in place of those that `replaced` says.
pub(super) fn state(cx: &mut Cx, case: CaseId, fact: Fact, replaced: impl Fn(&Fact) -> bool) -> Result<()> {
    state_after(cx, case, fact, replaced).map(drop)
}

/// In place of what something was stated, and what was known before.
pub(super) struct Stated {
    pub replaced: Vec<EventId>,
    pub before: Facts,
}

pub(super) fn state_after(cx: &mut Cx, case: CaseId, fact: Fact, replaced: impl Fn(&Fact) -> bool) -> Result<Stated> {
    let event = EventId::new(cx.now, cx.rng);
    state_as(cx, event, case, fact, replaced)
}

/// As [`state_after`], under an id that its sender made and that no event has yet.
pub(super) fn state_as(
    cx: &mut Cx,
    event: EventId,
    case: CaseId,
    fact: Fact,
    replaced: impl Fn(&Fact) -> bool,
) -> Result<Stated> {
    let mut open = cx.open(case, Action::Plan)?;
    cx.permit_writing(Action::Plan, fact.field().compartment())?;
    let before = summaries(cx.tx, &open)?;
    let standing = before.current(fact.field()).iter();
    let replaced: Vec<EventId> = standing.filter(|held| replaced(&held.fact)).map(|held| held.event).collect();
    record::state_as(cx, event, &mut open, fact, replaced.clone())?;
    Ok(Stated { replaced, before })
}
