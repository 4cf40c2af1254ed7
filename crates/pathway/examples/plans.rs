//! Prints how long plans take, in time of the processor.
//!
//! `cargo run --release -p pathway --example plans`
//!
//! Everybody is planned anew on two threads, as after a pack has changed. The figures are for reading, no test depends
//! on them.

use base::{Country, Date, Minor};
use pathway::pack::shipped;
use pathway::{
    Choice, Consents, Contact, Course, Durations, Known, Nationality, Observation, Owner, Pack, Plan, Progress,
    Prospect, Safety, Set, Situation, StepNo, Way, plan, route,
};
use rustix::time::{ClockId, clock_gettime};
use std::hint::black_box;

const MANY: usize = 220_000;

fn main() {
    for one in shipped() {
        let pack = &one.pack;
        let (situation, durations) = (situation(pack, 7), durations(pack));
        let each = spent(|| {
            for _ in 0..10_000 {
                black_box(plan(pack, &durations, black_box(&situation)));
            }
        }) / 10_000.0;
        println!("{:<8} {} steps, one plan  {:.1} µs", one.id, pack.steps.len(), each * 1e6);
        let people: Vec<Situation> = (0..MANY).map(|person| self::situation(pack, person)).collect();
        let mut results = [0; 3];
        let all = spent(|| results = everybody(pack, &durations, &people));
        println!(
            "{:<8} {MANY} plans      {all:.1} s of processor time on two threads, {:.1} s on each",
            one.id,
            all / 2.0
        );
        println!("{:<8} ended, open, closed  {results:?}", one.id);
    }
}

/// How many ways have ended, are open and are closed.
fn everybody(pack: &Pack, durations: &Durations, people: &[Situation]) -> [usize; 3] {
    let half = |people: &[Situation]| {
        let mut results = [0; 3];
        for person in people {
            let made: Plan = black_box(plan(pack, durations, person));
            results[match made.prospect {
                Prospect::Ended { .. } => 0,
                Prospect::Open { .. } => 1,
                Prospect::Closed(_) => 2,
            }] += 1;
        }
        results
    };
    let (first, second) = people.split_at(people.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| half(second));
        let own = half(first);
        let other = other.join().expect("the other half is planned");
        std::array::from_fn(|at| own[at] + other[at])
    })
}

/// Each person otherwise, with half of the steps begun or done.
fn situation(pack: &Pack, person: usize) -> Situation {
    let turn = |every: usize, of: usize| (person / every) % of;
    let all: Vec<Country> = pack.missions.keys().copied().collect();
    let nationality = Nationality::One(all[person % all.len()]);
    let today = Date::constant(2026, 1, 19);
    let on = Date::constant(2026, 1, 1 + (person % 18) as i8);
    let steps: Vec<StepNo> = pack.step_nos().collect();
    let far = |(at, step): (usize, &StepNo)| match (person / 3 + at * 5) % 9 {
        0 | 1 => Some((*step, Progress::Done { on })),
        2 => Some((*step, Progress::Waiting { since: on, owner: Owner::Mission })),
        3 => Some((*step, Progress::Begun { on })),
        _ => None,
    };
    let choices: Vec<Choice> = Way::ALL.iter().filter_map(|way| Choice::of(*way)).collect();
    let given = Contact::ALL.iter().enumerate().filter(|(at, _)| !(person + at).is_multiple_of(5));
    Situation {
        course: if turn(2, 3) == 0 { Course::Open } else { Course::Chosen(choices[turn(6, choices.len())]) },
        standing: route(pack, &[], &nationality).standing(),
        safety: if turn(5, 6) == 0 { Safety::NotChecked } else { Safety::Clear },
        consents: given.fold(Consents::default(), |all, (_, one)| all.given(*one)),
        known: Set::of(Known::ALL.iter().copied().filter(|known| (person >> (*known as usize % 8)).is_multiple_of(3))),
        minor: if turn(1, 20) == 0 { Minor::Yes } else { Minor::No },
        guardian: true,
        detained_since: (turn(7, 10) == 0).then_some(on),
        progress: steps.iter().enumerate().filter_map(far).collect(),
        ..Situation::unknown(today)
    }
}

/// Enough was seen of every second step, with some missions apart.
fn durations(pack: &Pack) -> Durations {
    let missions: Vec<Country> = pack.missions.keys().copied().take(12).collect();
    let of = |step: StepNo| {
        let missions = missions.clone();
        (0..120).map(move |at: u16| {
            let mission = missions.get(usize::from(at) % 14).copied();
            Observation { step, mission, days: 1 + at % 40 }
        })
    };
    Durations::learnt(pack, pack.step_nos().step_by(2).flat_map(of))
}

/// Seconds of processor time of all threads of this process: other work on the machine does not count.
fn spent(work: impl FnOnce()) -> f64 {
    let now = || {
        let time = clock_gettime(ClockId::ProcessCPUTime);
        time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
    };
    let before = now();
    work();
    now() - before
}
