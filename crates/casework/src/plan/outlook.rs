//! What everybody on a desk waits for: of every line the plan, in short, made in one pass and kept until the day, the
//! pack or the line changes.
//!
//! Plans say nothing of who somebody is, so people in the same situation share one. Of most people nothing was noted
//! yet, and they are in a few situations only.

use super::{Told, corrections, steps_seen};
use crate::Result;
use crate::desk::{Desk, Line, SharedDesk, fresh};
use ::pathway::pack::Shipped;
use ::pathway::{
    Correction, Due, Durations, Owner, Part, Plan, Progress, Prospect, Route, Situation, State, StepNo, Why,
};
use base::id::IdMap;
use base::{CaseId, Country, Date, Instant};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError};
use store::Store;

/// The plan of one person, as far as lists of many need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    /// The nationality whose mission is asked, where one is settled.
    pub mission: Option<Country>,
    /// Every step that is under way, can be begun, or waits for something that no step before it changes.
    pub open: Box<[Ahead]>,
    pub deadlines: Box<[Due]>,
    /// What everything else waits for.
    pub waits_for: Option<StepNo>,
    pub is_ended: bool,
}

/// A step on which somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    pub step: StepNo,
    pub owner: Owner,
    pub stage: Stage,
    /// Since when the person is on it; `None`: since they came.
    pub since: Option<Date>,
    /// When it is expected to be done; `None` where it goes no further as things stand.
    pub expected: Option<Date>,
    pub is_late: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    Ready,
    Begun,
    Waiting,
    /// Something stands in its way that is no step: no safety check, no consent, no mission that is known.
    Held,
}

base::keys!(Stage { Ready = "ready", Begun = "begun", Waiting = "waiting", Held = "held" });

/// The sketches of a desk.
#[derive(Clone)]
pub struct Outlook {
    basis: Basis,
    durations: Arc<Durations>,
    /// How far the desk had come.
    revision: u64,
    of: IdMap<CaseId, u32>,
    drawer: Drawer,
}

/// What every plan rests on beside the person.
#[derive(Clone, PartialEq)]
struct Basis {
    today: Date,
    pack: &'static str,
    corrections: Arc<Vec<Correction>>,
}

/// Draws plans, each situation once.
#[derive(Clone, Default)]
struct Drawer {
    sketches: Vec<Sketch>,
    known: HashMap<Situation, u32>,
    routes: HashMap<Routed, Route>,
}

/// What a route depends on: the nationalities, whether they are disputed, and which of them was chosen.
type Routed = (Box<[Country]>, bool, Option<Country>);

/// The outlook of a desk as it stands: what was drawn before is drawn again only where a line changed.
///
/// How long steps take is learnt once a day: a count that grows with every step would draw everybody anew all the time.
pub fn outlook(shared: &SharedDesk, store: &Store, pack: &'static Shipped, now: Instant) -> Result<Arc<Outlook>> {
    let corrections = Arc::new(store.read(corrections)?);
    fresh(shared, store, now, |desk| {
        let basis = Basis { today: now.local_date(), pack: pack.id, corrections };
        let mut kept = shared.outlook.lock().unwrap_or_else(PoisonError::into_inner);
        let made = match kept.take().filter(|kept| kept.basis == basis) {
            Some(mut before) => {
                if before.revision != desk.revision() {
                    Arc::make_mut(&mut before).follow(desk, pack);
                }
                before
            }
            None => Arc::new(Outlook::of_all(desk, pack, basis)),
        };
        kept.insert(made).clone()
    })
}

impl Outlook {
    /// Everybody, on two threads: as many as a small machine has.
    fn of_all(desk: &Desk, pack: &'static Shipped, basis: Basis) -> Outlook {
        let durations = Arc::new(Durations::learnt(&pack.pack, steps_seen(desk, pack)));
        let lines: Vec<&Line> = desk.lines().collect();
        let half = |lines: &[&Line]| {
            let mut drawer = Drawer::default();
            let drawn = |line: &&Line| (line.case, drawer.draw(line, pack, &durations, &basis));
            let of: Vec<(CaseId, u32)> = lines.iter().map(drawn).collect();
            (drawer, of)
        };
        let (first, second) = lines.split_at(lines.len() / 2);
        let ((mut drawer, mut of), (other, others)) = std::thread::scope(|scope| {
            let other = scope.spawn(|| half(second));
            (half(first), other.join().expect("drawing does not panic"))
        });
        let moved = drawer.join(other);
        of.extend(others.into_iter().map(|(case, at)| (case, moved[at as usize])));
        Outlook { basis, durations, revision: desk.revision(), of: of.into_iter().collect(), drawer }
    }

    /// Draws those lines anew that changed since.
    fn follow(&mut self, desk: &Desk, pack: &'static Shipped) {
        for line in desk.lines().filter(|line| line.revision() > self.revision) {
            let at = self.drawer.draw(line, pack, &self.durations, &self.basis);
            self.of.insert(line.case, at);
        }
        self.revision = desk.revision();
    }

    /// Of somebody who is on the desk.
    pub fn of(&self, case: CaseId) -> Option<&Sketch> {
        self.of.get(&case).map(|at| &self.drawer.sketches[*at as usize])
    }

    /// The whole plan of one line, on the same footing.
    pub fn plan(&self, line: &Line, pack: &Shipped) -> Plan {
        let nothing = Told::default();
        let (told, about) = (line.told().unwrap_or(&nothing), line.about());
        let route = told.route(pack, &self.basis.corrections, about);
        let situation = told.situation(pack, &route, about, self.basis.today);
        ::pathway::plan(&pack.pack, &self.durations, &situation)
    }

    /// How long steps take, as this outlook has it.
    pub fn durations(&self) -> &Durations {
        &self.durations
    }

    /// How many different plans there are.
    pub fn different(&self) -> usize {
        self.drawer.sketches.len()
    }
}

impl Drawer {
    fn draw(&mut self, line: &Line, pack: &Shipped, durations: &Durations, basis: &Basis) -> u32 {
        let nothing = Told::default();
        let (told, about) = (line.told().unwrap_or(&nothing), line.about());
        let route: Routed = (about.nationalities.into(), about.disputed, told.mission_chosen());
        let route = self.routes.entry(route).or_insert_with(|| told.route(pack, &basis.corrections, about));
        let situation = told.situation(pack, route, about, basis.today);
        if let Some(known) = self.known.get(&situation) {
            return *known;
        }
        let at = self.sketches.len() as u32;
        self.sketches.push(sketch(pack, durations, &situation));
        self.known.insert(situation, at);
        at
    }

    /// Takes over what another drew; where each of its sketches now stands.
    fn join(&mut self, other: Drawer) -> Vec<u32> {
        let mut moved = vec![0; other.sketches.len()];
        let mut sketches: Vec<Option<Sketch>> = other.sketches.into_iter().map(Some).collect();
        for (situation, at) in other.known {
            let next = self.sketches.len() as u32;
            let place = *self.known.entry(situation).or_insert(next);
            if place == next {
                self.sketches.extend(sketches[at as usize].take());
            }
            moved[at as usize] = place;
        }
        self.routes.extend(other.routes);
        moved
    }
}

fn sketch(pack: &Shipped, durations: &Durations, situation: &Situation) -> Sketch {
    let plan = ::pathway::plan(&pack.pack, durations, situation);
    let is_ended = matches!(plan.prospect, Prospect::Ended { .. });
    let open = plan.steps.iter().filter(|one| one.part != Part::Spare && !is_ended).filter_map(|one| {
        let (stage, since) = match &one.state {
            State::Done { .. } | State::Skipped(_) => return None,
            State::Ready => (Stage::Ready, became_ready(pack, situation, one.step)),
            State::Begun { on } => (Stage::Begun, Some(*on)),
            State::Waiting { since, .. } => (Stage::Waiting, Some(*since)),
            State::Blocked(whys) if whys.iter().any(|why| matches!(why, Why::After(_))) => return None,
            State::Blocked(_) => (Stage::Held, held_since(situation, one.step)),
        };
        let (expected, is_late) = (one.when.map(|when| when.expected), one.when.is_some_and(|when| when.is_late));
        Some(Ahead { step: one.step, owner: one.owner, stage, since, expected, is_late })
    });
    Sketch {
        mission: situation.standing.mission,
        open: open.collect(),
        deadlines: plan.deadlines.into(),
        waits_for: plan.waits_for,
        is_ended,
    }
}

/// The day on which the last step that comes before was done.
fn became_ready(pack: &Shipped, situation: &Situation, step: StepNo) -> Option<Date> {
    let needs: Vec<StepNo> = pack.pack.step(step).needs().collect();
    let done = situation.progress.iter().filter(|(one, _)| needs.contains(one));
    let done = done.filter_map(|(_, progress)| match progress {
        Progress::Done { on } => Some(*on),
        _ => None,
    });
    done.max()
}

/// Since when a step stands still: since it was begun, refused or failed, where it was.
fn held_since(situation: &Situation, step: StepNo) -> Option<Date> {
    let last = situation.progress.iter().rev().find(|(one, _)| *one == step)?;
    match last.1 {
        Progress::Begun { on } | Progress::Refused { on } | Progress::Failed { on } => Some(on),
        Progress::Waiting { since, .. } => Some(since),
        Progress::NotBegun | Progress::Done { .. } => None,
    }
}
