//! Who waits at which step, with whose mission, and for how long.

use super::outlook::{Ahead, Outlook, Stage};
use crate::desk::{Desk, Line};
use ::pathway::StepNo;
use base::{CaseId, Country, Date};
use std::collections::BTreeMap;

/// Somebody who waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    pub case: CaseId,
    pub step: StepNo,
    pub mission: Option<Country>,
    pub stage: Stage,
    pub since: Date,
    pub days: u32,
    /// Whether everything else of the person's way waits for this.
    pub holds_up: bool,
}

/// Everybody who waits at one step, with one mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    pub step: StepNo,
    pub mission: Option<Country>,
    pub waiting: usize,
    /// Of these, so many are at something that no step before it changes.
    pub held: usize,
    pub longest: u32,
    pub median: u32,
}

/// Everybody who waits, at each step at which they do, whoever waits longest first.
pub fn waiting(desk: &Desk, outlook: &Outlook, today: Date) -> Vec<Waits> {
    let mut all = Vec::new();
    for line in desk.lines() {
        let Some(sketch) = outlook.of(line.case) else { continue };
        let holds_up = |step| sketch.waits_for == Some(step);
        let mission = sketch.mission;
        all.extend(sketch.open.iter().map(|ahead| waits(line, ahead, mission, holds_up(ahead.step), today)));
    }
    all.sort_by_key(|one| (std::cmp::Reverse(one.days), one.case, one.step));
    all
}

fn waits(line: &Line, ahead: &Ahead, mission: Option<Country>, holds_up: bool, today: Date) -> Waits {
    let since = ahead.since.unwrap_or_else(|| line.arrived()).min(today);
    let days = (today - since).get_days().try_into().unwrap_or(0);
    Waits { case: line.case, step: ahead.step, mission, stage: ahead.stage, since, days, holds_up }
}

/// The queues, the longest first: one for each step, or for each step and mission.
pub fn queues(waiting: &[Waits], by_mission: bool) -> Vec<Queue> {
    let mut parts: BTreeMap<(StepNo, Option<Country>), Vec<&Waits>> = BTreeMap::new();
    for one in waiting {
        let mission = one.mission.filter(|_| by_mission);
        parts.entry((one.step, mission)).or_default().push(one);
    }
    let queue = |((step, mission), mut all): ((StepNo, Option<Country>), Vec<&Waits>)| {
        all.sort_by_key(|one| one.days);
        Queue {
            step,
            mission,
            waiting: all.len(),
            held: all.iter().filter(|one| one.stage == Stage::Held).count(),
            longest: all.last().map_or(0, |one| one.days),
            // Of an even number the lower of the two in the middle: a number of days that somebody really waited.
            median: all[(all.len() - 1) / 2].days,
        }
    };
    let mut queues: Vec<Queue> = parts.into_iter().map(queue).collect();
    queues.sort_by_key(|queue| (std::cmp::Reverse(queue.waiting), queue.step, queue.mission));
    queues
}

/// Who is stuck longest, each once, at what holds up everything else.
pub fn stuck(waiting: &[Waits], most: usize) -> Vec<Waits> {
    waiting.iter().filter(|one| one.holds_up).take(most).copied().collect()
}
