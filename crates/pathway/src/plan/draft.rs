//! One way, worked through once: each step after all that it needs.

use super::Why;
use super::guard::Guard;
use crate::day::{self, Moment};
use crate::durations::Durations;
use crate::pack::{Pack, WayOut};
use crate::set::Set;
use crate::situation::{Progress, Safety, Situation};
use crate::step::{MOST_STEPS, Spread, Step, StepNo, Steps};
use crate::words::{Known, Way};
use base::Country;

pub(super) struct Draft<'p> {
    pub(super) pack: &'p Pack,
    pub(super) situation: &'p Situation,
    pub(super) out: &'p WayOut,
    pub(super) guard: Guard<'p>,
    pub(super) known: Set<Known>,
    pub(super) mission: Option<Country>,
    pub(super) durations: &'p Durations,
    pub(super) today: Moment,
    pub(super) lines: [Line; MOST_STEPS],
    pub(super) done: Steps,
    pub(super) skipped: Steps,
    /// Done, or skipped with nothing before it left to do.
    pub(super) met: Steps,
    /// What cannot be done before something changes that no work of ours changes.
    pub(super) closed: Steps,
    /// What the end of the way needs.
    pub(super) needed: Steps,
}

/// What was worked out of a step.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub progress: Progress,
    /// What it needs here: of each group of alternatives the one that is taken.
    pub needs: Steps,
    pub start: Moment,
    pub expected: Moment,
    pub worst: Moment,
}

const BLANK: Line = Line { progress: Progress::NotBegun, needs: Steps(0), start: 0, expected: 0, worst: 0 };

impl<'p> Draft<'p> {
    /// `None` where the pack does not have this way.
    pub fn new(pack: &'p Pack, durations: &'p Durations, situation: &'p Situation, way: Way) -> Option<Draft<'p>> {
        let mut draft = Draft {
            pack,
            situation,
            out: pack.way(way)?,
            guard: Guard::new(situation),
            known: situation.known_on(way),
            mission: situation.standing.mission,
            durations,
            today: day::begins(situation.today),
            lines: [BLANK; MOST_STEPS],
            done: Steps::default(),
            skipped: Steps::default(),
            met: Steps::default(),
            closed: Steps::default(),
            needed: Steps::default(),
        };
        for (step, progress) in &situation.progress {
            draft.lines[usize::from(step.0)].progress = *progress;
        }
        // Whoever knows the result has checked, and whoever asked about one recipient has asked.
        let today = Progress::Done { on: situation.today };
        let follows =
            [(pack.safety, situation.safety != Safety::NotChecked), (pack.consent, situation.consents.is_asked())];
        for (step, _) in follows.iter().filter(|(_, follows)| *follows) {
            let line = &mut draft.lines[usize::from(step.0)];
            if !matches!(line.progress, Progress::Done { .. }) {
                line.progress = today;
            }
        }
        let members = draft.members();
        for step in pack.order.iter().copied().filter(|step| members.has(*step)) {
            draft.work_out(step);
        }
        draft.needed = draft.needed_for(draft.out.ends_with);
        Some(draft)
    }

    pub fn way(&self) -> Way {
        self.out.way
    }

    pub(super) fn members(&self) -> Steps {
        self.pack.members[self.out.way as usize]
    }

    pub(super) fn line(&self, step: StepNo) -> &Line {
        &self.lines[usize::from(step.0)]
    }

    fn work_out(&mut self, at: StepNo) {
        let step = self.pack.step(at);
        let progress = self.line(at).progress;
        let needs = self.needs(step);
        // What was done long ago is done today at the latest, and begins nothing earlier than that.
        let (mut start, mut worst_start) = (self.today, self.today);
        for need in needs.minus(self.met).iter() {
            start = start.max(self.line(need).expected);
            worst_start = worst_start.max(self.line(need).worst);
        }
        let waits_for_nothing = needs.minus(self.met).is_empty();
        let is_closed = !needs.shared(self.closed).is_empty();
        let mut line = Line { progress, needs, start, expected: start, worst: worst_start };
        // A yes counts once the person is safe and, for a child, once it was weighed what is best for them.
        let counts = at != self.pack.consent || waits_for_nothing;
        if let (Progress::Done { .. }, true) = (progress, counts) {
            self.done.put(at);
            self.met.put(at);
            (line.start, line.expected, line.worst) = (self.today, self.today, self.today);
        } else if let Progress::Done { .. } = progress {
            if is_closed {
                self.closed.put(at);
            }
        } else if step.skip_if.met(self.known).is_some() {
            self.skipped.put(at);
            if waits_for_nothing {
                self.met.put(at);
            }
            if is_closed {
                self.closed.put(at);
            }
        } else {
            let (days, _) = self.durations.of(at, self.mission);
            (line.start, line.expected, line.worst) = self.times(progress, days, start, worst_start);
            if is_closed || self.guard.closes(step) || ended_badly(progress).is_some() {
                self.closed.put(at);
            }
        }
        self.lines[usize::from(at.0)] = line;
    }

    /// When a step that is not done begins, is expected to end, and ends at the worst.
    fn times(&self, progress: Progress, days: Spread, start: Moment, worst_start: Moment) -> (Moment, Moment, Moment) {
        let after = |begin: Moment, length: u32| {
            let length = Moment::try_from(length).unwrap_or(Moment::MAX);
            if days.working { self.pack.calendar.after(begin, length) } else { begin.saturating_add(length) }
        };
        match progress {
            Progress::Begun { on } | Progress::Waiting { since: on, .. } => {
                let begun = day::begins(on).min(self.today);
                let worst = after(begun, days.most).max(self.today);
                let expected = match after(begun, days.expected()) {
                    expected if expected >= self.today => expected,
                    // Later than expected already: half of what is left until the worst.
                    _ => self.today + (worst - self.today) / 2,
                };
                (begun, expected.max(start), worst.max(worst_start))
            }
            _ => (start, after(start, days.expected()), after(worst_start, days.most)),
        }
    }

    /// What a step needs on this way. Of alternatives that are not skipped one must be done; where all are skipped,
    /// what comes before them still comes first.
    fn needs(&self, step: &Step) -> Steps {
        let mut needs = step.needs_all.iter().fold(Steps::default(), |all, need| all.with(*need));
        for group in &step.needs_any {
            let here = || group.iter().copied().filter(|one| self.members().has(*one));
            let standing = || here().filter(|one| !self.skipped.has(*one));
            match standing().min_by_key(|one| self.rank(*one)) {
                Some(taken) => needs.put(taken),
                None => needs = here().fold(needs, Steps::with),
            }
        }
        needs
    }

    /// What is done comes first, then what is under way, then what the pack prefers; last, what is closed.
    fn rank(&self, step: StepNo) -> u8 {
        match self.line(step).progress {
            _ if self.done.has(step) => 0,
            _ if self.closed.has(step) => 3,
            Progress::Begun { .. } | Progress::Waiting { .. } => 1,
            _ => 2,
        }
    }

    fn needed_for(&self, end: StepNo) -> Steps {
        let mut needed = Steps::default().with(end);
        for step in self.pack.order.iter().rev().filter(|step| self.members().has(**step)) {
            if needed.has(*step) && !self.done.has(*step) {
                needed = needed.and(self.line(*step).needs);
            }
        }
        needed
    }

    pub fn is_closed(&self) -> bool {
        self.closed.has(self.out.ends_with)
    }
}

pub(super) fn ended_badly(progress: Progress) -> Option<Why> {
    match progress {
        Progress::Refused { on } => Some(Why::Refused(on)),
        Progress::Failed { on } => Some(Why::Failed(on)),
        _ => None,
    }
}
