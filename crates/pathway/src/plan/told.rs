//! What a way that was worked through says: its steps, its end, and what stands in between.

use super::draft::{Draft, ended_badly};
use super::{Part, Planned, Prospect, State, When, Why, date, progress};
use crate::day::Moment;
use crate::situation::Progress;
use crate::step::{StepNo, Steps};
use base::Date;

impl Draft<'_> {
    pub fn prospect(&self) -> Prospect {
        let end = self.line(self.out.ends_with);
        if self.met.has(self.out.ends_with) {
            let on = self.ended(self.out.ends_with).unwrap_or(self.situation.today);
            return Prospect::Ended { on };
        }
        if !self.is_closed() {
            return Prospect::Open { expected: date(end.expected), worst: date(end.worst) };
        }
        let steps = self.pack.order.iter().copied();
        let own = steps.filter(|step| self.needed.shared(self.closed).has(*step) && !self.skipped.has(*step));
        let lasting = own.flat_map(|step| {
            let whys = self.own_whys(step).into_iter().filter(|why| why.is_lasting());
            whys.map(move |why| (step, why))
        });
        Prospect::Closed(lasting.collect())
    }

    /// When something that is met came to its end: where it was skipped, with the last of what it needs.
    fn ended(&self, step: StepNo) -> Option<Date> {
        match self.line(step).progress {
            Progress::Done { on } => Some(on),
            _ => self.line(step).needs.iter().filter_map(|need| self.ended(need)).max(),
        }
    }

    /// From what comes first to the end of the way; empty where that is reached or closed.
    pub fn critical(&self) -> Vec<StepNo> {
        let mut path = Vec::new();
        if self.met.has(self.out.ends_with) || self.is_closed() {
            return path;
        }
        let mut at = Some(self.out.ends_with);
        while let Some(step) = at {
            if !self.skipped.has(step) {
                path.push(step);
            }
            let open = self.line(step).needs.minus(self.met).iter();
            at = open.max_by_key(|need| self.line(*need).expected);
        }
        path.reverse();
        path
    }

    pub fn planned(&self) -> Vec<Planned> {
        let steps = self.pack.order.iter().copied().filter(|step| self.members().has(*step));
        let planned = |at: StepNo| {
            let step = self.pack.step(at);
            let state = self.state(at);
            let part = match () {
                () if self.needed.has(at) => Part::Needed,
                () if self.pack.serving.has(at) => Part::Spare,
                () => Part::Beside,
            };
            let basis = self.durations.of(at, self.mission).1;
            Planned { step: at, owner: step.owner, part, when: self.when(at, &state), state, basis }
        };
        steps.map(planned).collect()
    }

    fn when(&self, at: StepNo, state: &State) -> Option<When> {
        let line = self.line(at);
        if matches!(state, State::Done { .. } | State::Skipped(_)) || self.closed.has(at) {
            return None;
        }
        let is_late = match line.progress {
            Progress::Begun { .. } | Progress::Waiting { .. } => {
                let (days, _) = self.durations.of(at, self.mission);
                let expected = Moment::try_from(days.expected()).unwrap_or(Moment::MAX);
                let end = match days.working {
                    true => self.pack.calendar.after(line.start, expected),
                    false => line.start.saturating_add(expected),
                };
                end < self.today
            }
            _ => false,
        };
        Some(When { start: date(line.start), expected: date(line.expected), worst: date(line.worst), is_late })
    }

    fn state(&self, at: StepNo) -> State {
        let now = self.line(at).progress;
        if let (Progress::Done { on }, true) = (now, self.done.has(at)) {
            let was_said = matches!(progress(self.situation, at), Progress::Done { .. });
            return State::Done { on: was_said.then_some(on) };
        }
        if let (true, Some(known)) = (self.skipped.has(at), self.pack.step(at).skip_if.met(self.known)) {
            return State::Skipped(known);
        }
        let mut whys = self.own_whys(at);
        match now {
            Progress::Begun { on } if whys.is_empty() => return State::Begun { on },
            Progress::Waiting { since, owner } if whys.is_empty() => return State::Waiting { since, owner },
            _ => {}
        }
        whys.extend(self.first_unmet(self.line(at).needs).iter().map(Why::After));
        if whys.is_empty() { State::Ready } else { State::Blocked(whys) }
    }

    /// What is left to do before, looked up through what is skipped.
    fn first_unmet(&self, needs: Steps) -> Steps {
        needs.minus(self.met).iter().fold(Steps::default(), |all, need| {
            if self.skipped.has(need) { all.and(self.first_unmet(self.line(need).needs)) } else { all.with(need) }
        })
    }

    /// Why a step cannot be done by itself, whatever comes before it.
    fn own_whys(&self, at: StepNo) -> Vec<Why> {
        let step = self.pack.step(at);
        let mut whys: Vec<Why> = ended_badly(self.line(at).progress).into_iter().collect();
        if self.guard.stops(step) {
            whys.extend(self.guard.whys(step));
        }
        whys
    }
}
