//! A person's plan: what is to be done, by whom, when it can be done, and what it waits for.

mod draft;
mod guard;
mod told;
mod why;

pub use why::Why;

use crate::day;
use crate::durations::{Basis, Durations};
use crate::pack::Pack;
use crate::set::Set;
use crate::situation::{Course, Progress, Situation};
use crate::step::StepNo;
use crate::words::{Contacts, Known, Owner, Warning, Warnings, Way};
use base::Date;
use draft::Draft;
use guard::Guard;
pub use guard::may_tell;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub way: Way,
    pub taken: Taken,
    pub prospect: Prospect,
    /// Each after all that it may need.
    pub steps: Vec<Planned>,
    /// The steps that decide when the way ends, the first to be done first.
    pub critical: Vec<StepNo>,
    /// What everything else waits for; `None` at the end of the way.
    pub waits_for: Option<StepNo>,
    /// What can be begun now, what holds up the most first.
    pub next: Vec<StepNo>,
    /// The other ways that somebody could choose, in the order of the pack; for whoever fears to return, protection
    /// first.
    pub alternatives: Vec<Alternative>,
    pub deadlines: Vec<Due>,
    /// Held since this day. Days are then those that there would be if the person came out today.
    pub paused_since: Option<Date>,
    pub warnings: Warnings,
}

/// How a plan came to its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Chosen,
    /// Nobody chose yet.
    Proposed,
    /// The authorities do it, and nobody chose it.
    Imposed,
}

base::keys!(Taken { Chosen = "chosen", Proposed = "proposed", Imposed = "imposed" });

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prospect {
    Ended {
        on: Date,
    },
    Open {
        expected: Date,
        worst: Date,
    },
    /// It goes no further before one of these changes: never empty.
    Closed(Vec<(StepNo, Why)>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub way: Way,
    pub prospect: Prospect,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub step: StepNo,
    pub owner: Owner,
    pub part: Part,
    pub state: State,
    /// `None` where it is not done: it was skipped, is not needed, or a closed step comes before it.
    pub when: Option<When>,
    pub basis: Basis,
}

/// What a step is to the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The way does not end without it.
    Needed,
    /// It can be done, and holds up nothing.
    Beside,
    /// Not as things stand: another was taken in its place, or what needed it is done.
    Spare,
}

base::keys!(Part { Needed = "needed", Beside = "beside", Spare = "spare" });

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The earliest day on which it can begin, or the day on which it began.
    pub start: Date,
    pub expected: Date,
    pub worst: Date,
    /// It was expected to be done before today.
    pub is_late: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The day is not known where it follows from something else, as a safety check from its result.
    Done {
        on: Option<Date>,
    },
    /// For what is known. What comes before it comes before those that need it, all the same.
    Skipped(Set<Known>),
    Ready,
    Begun {
        on: Date,
    },
    Waiting {
        since: Date,
        owner: Owner,
    },
    /// Never without a reason.
    Blocked(Vec<Why>),
}

impl State {
    /// The stable word for it in queues, in files and at the end of keys of catalogues.
    pub const fn key(&self) -> &'static str {
        match self {
            State::Done { .. } => "done",
            State::Skipped(_) => "skipped",
            State::Ready => "ready",
            State::Begun { .. } => "begun",
            State::Waiting { .. } => "waiting",
            State::Blocked(_) => "blocked",
        }
    }
}

/// A deadline of the pack that concerns this plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Its place among the deadlines of the pack.
    pub deadline: usize,
    pub step: StepNo,
    pub on: Date,
    pub outlook: Outlook,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outlook {
    /// Even at the worst.
    InTime,
    /// As expected in time, at the worst not.
    AtRisk,
    /// As expected not in time, or on a way that is closed.
    TooLate,
    Passed,
}

base::keys!(Outlook { InTime = "in-time", AtRisk = "at-risk", TooLate = "too-late", Passed = "passed" });

/// Everything that keeps a person from being put before these by a list; empty where nothing does. What a step asks for
/// beside it is asked too.
pub fn bars(pack: &Pack, situation: &Situation, step: StepNo, told: Contacts) -> Vec<Why> {
    let step = pack.step(step);
    Guard::new(situation).whys_before(step.contact.and(told), step.in_detention)
}

/// Whether a step is done, or left out for what is known.
pub fn is_behind(pack: &Pack, situation: &Situation, step: StepNo) -> bool {
    let way = if let Course::Chosen(choice) = situation.course { choice.way() } else { Way::ReturnWithHelp };
    matches!(progress(situation, step), Progress::Done { .. })
        || pack.step(step).skip_if.met(situation.known_on(way)).is_some()
}

/// What leads this person out. Without a way that is open the plan says what closes each.
pub fn plan(pack: &Pack, durations: &Durations, situation: &Situation) -> Plan {
    let mut choosable: Vec<Way> = pack.ways.iter().map(|one| one.way).filter(|way| way.is_voluntary()).collect();
    // To whoever fears to return, protection is offered before any other way.
    let fears = situation.all_warnings().iter().any(Warning::is_fear_of_return);
    choosable.sort_by_key(|way| !(fears && *way == Way::Protection));
    let choosable = || choosable.iter().copied();
    let draft = |way| Draft::new(pack, durations, situation, way);
    let (taken, drawn) = match situation.course {
        Course::Chosen(choice) => (Taken::Chosen, draft(choice.way())),
        Course::Deportation => (Taken::Imposed, draft(Way::Deportation)),
        Course::Open => (Taken::Proposed, None),
    };
    // A way that this pack does not have is no way; then, too, something is proposed.
    let (taken, drawn) = match drawn {
        Some(drawn) => (taken, Some(drawn)),
        None => (Taken::Proposed, choosable().filter_map(draft).find(|drawn| !drawn.is_closed())),
    };
    let first = choosable().next().expect("a pack has a way that somebody can choose");
    let drawn = drawn.or_else(|| draft(first)).expect("the way is the pack's own");
    let alternatives = choosable().filter(|way| *way != drawn.way()).filter_map(draft);
    let alternatives = alternatives.map(|other| Alternative { way: other.way(), prospect: other.prospect() }).collect();
    let critical = drawn.critical();
    let prospect = drawn.prospect();
    let steps = drawn.planned();
    Plan {
        way: drawn.way(),
        taken,
        waits_for: match &prospect {
            Prospect::Ended { .. } => None,
            Prospect::Open { .. } => critical.first().copied(),
            Prospect::Closed(reasons) => reasons.first().map(|(step, _)| *step),
        },
        next: next(&steps, &critical),
        deadlines: deadlines(pack, situation, &steps),
        prospect,
        steps,
        critical,
        alternatives,
        paused_since: situation.detained_since,
        warnings: situation.all_warnings(),
    }
}

fn next(steps: &[Planned], critical: &[StepNo]) -> Vec<StepNo> {
    let ready = steps.iter().filter(|one| one.state == State::Ready && one.part != Part::Spare);
    let mut next: Vec<&Planned> = ready.collect();
    next.sort_by_key(|one| (!critical.contains(&one.step), one.part != Part::Needed));
    next.into_iter().map(|one| one.step).collect()
}

fn deadlines(pack: &Pack, situation: &Situation, steps: &[Planned]) -> Vec<Due> {
    let due = |(at, deadline): (usize, &crate::pack::Deadline)| {
        let concerns = deadline.nationality.is_none_or(|one| situation.standing.mission == Some(one));
        let planned = steps.iter().find(|one| one.step == deadline.step).filter(|_| concerns)?;
        let outlook = match (&planned.state, planned.when) {
            (State::Done { .. } | State::Skipped(_), _) => return None,
            _ if situation.today > deadline.ends_on => Outlook::Passed,
            (_, Some(when)) if when.worst <= deadline.ends_on => Outlook::InTime,
            (_, Some(when)) if when.expected <= deadline.ends_on => Outlook::AtRisk,
            _ => Outlook::TooLate,
        };
        Some(Due { deadline: at, step: deadline.step, on: deadline.ends_on, outlook })
    };
    pack.deadlines.iter().enumerate().filter_map(due).collect()
}

impl Plan {
    pub fn step(&self, step: StepNo) -> Option<&Planned> {
        self.steps.iter().find(|one| one.step == step)
    }

    /// Whether what happens to the person can be called their wish.
    pub fn is_voluntary(&self) -> bool {
        self.way.is_voluntary()
    }
}

/// From which day a moment is counted in a plan.
fn date(moment: day::Moment) -> Date {
    day::of(moment)
}

/// How far a step is, where the situation says.
fn progress(situation: &Situation, step: StepNo) -> Progress {
    let last = situation.progress.iter().rev().find(|(one, _)| *one == step);
    last.map_or(Progress::NotBegun, |(_, progress)| *progress)
}
