//! January 2026 at one embassy, lived through again: everybody who came is planned with the pack, day by day, and the
//! steps whose pace was published take no more people a day than was published.
//!
//! Nothing else is put in. A step of which no pace was published takes what the pack expects.

use base::table::{Row, Trouble, rows};
use base::{Country, Date, Minor};
use pathway::{
    Choice, Consents, Contact, Course, Durations, Nationality, Pack, Part, Progress, Safety, Situation, State, StepNo,
    Way, plan, route,
};
use std::collections::{BTreeMap, VecDeque};

pub const FILE: &str = "indonesia-2026-01.csv";
pub const TABLE: &str = include_str!("../../../../data/replays/indonesia-2026-01.csv");
const COLUMNS: [&str; 9] = ["kind", "what", "from", "to", "number", "note", "source", "as_of", "confidence"];

/// What was published.
pub struct Published {
    pub arrivals: Vec<Span>,
    pub capacities: BTreeMap<StepNo, usize>,
    pub figures: Vec<Figure>,
}

/// So many people came on these days together.
pub struct Span {
    pub from: Date,
    pub to: Date,
    pub people: usize,
}

/// How many waited for a step, or had done it, at the end of a day.
pub struct Figure {
    pub step: StepNo,
    pub day: Date,
    pub people: usize,
    pub is_queue: bool,
}

impl Published {
    pub fn read(pack: &Pack) -> Result<Published, Vec<Trouble>> {
        let mut troubles = Vec::new();
        let mut all = Published { arrivals: Vec::new(), capacities: BTreeMap::new(), figures: Vec::new() };
        for row in rows(FILE, TABLE, &COLUMNS, &mut troubles) {
            if let Err(trouble) = all.take(pack, &row) {
                troubles.push(trouble);
            }
        }
        if troubles.is_empty() { Ok(all) } else { Err(troubles) }
    }

    fn take(&mut self, pack: &Pack, row: &Row) -> Result<(), Trouble> {
        let people = row.number("number")?;
        let step = || pack.step_no(row.get("what")).ok_or_else(|| row.wrong("what", "There is no such step."));
        match row.get("kind") {
            "arrivals" => self.arrivals.push(Span { from: row.date("from")?, to: row.date("to")?, people }),
            "capacity" => drop(self.capacities.insert(step()?, people)),
            kind @ ("queue" | "done") => {
                let (step, day) = (step()?, row.date("from")?);
                self.figures.push(Figure { step, day, people, is_queue: kind == "queue" });
            }
            _ => return Err(row.wrong("kind", "This is neither arrivals, capacity, queue nor done.")),
        }
        Ok(())
    }

    /// People by day; what was published for several days together is spread evenly.
    fn by_day(&self) -> Vec<(Date, usize)> {
        let mut days = Vec::new();
        for span in &self.arrivals {
            let all: Vec<Date> = std::iter::successors(Some(span.from), |day| day.tomorrow().ok())
                .take_while(|day| *day <= span.to)
                .collect();
            let until = |days: usize| span.people * days / all.len();
            days.extend(all.iter().enumerate().map(|(at, day)| (*day, until(at + 1) - until(at))));
        }
        days
    }
}

/// How a day ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evening {
    pub day: Date,
    pub registered: usize,
    pub done: BTreeMap<StepNo, usize>,
}

impl Evening {
    pub fn done(&self, step: StepNo) -> usize {
        self.done.get(&step).copied().unwrap_or(0)
    }
}

/// Who was registered, and what each has done.
struct Replay<'p> {
    pack: &'p Pack,
    durations: Durations,
    capacities: &'p BTreeMap<StepNo, usize>,
    fresh: Situation,
    people: Vec<Person>,
    queues: BTreeMap<StepNo, VecDeque<usize>>,
    done: BTreeMap<StepNo, usize>,
    /// People who have done the same on the same day go on in the same way.
    seen: BTreeMap<Vec<StepNo>, Vec<(StepNo, Date)>>,
}

#[derive(Default)]
struct Person {
    done: Vec<StepNo>,
    /// Until when each step takes; `None` for those that wait in a queue.
    begun: BTreeMap<StepNo, Option<Date>>,
}

/// Every evening from the first arrival to the last.
pub fn live(pack: &Pack, published: &Published) -> Vec<Evening> {
    let indonesia = Country::from_iso3("IDN").expect("Indonesia is a country");
    let first = published.arrivals[0].from;
    let fresh = Situation {
        course: Course::Chosen(Choice::of(Way::ReturnWithHelp).expect("it can be chosen")),
        standing: route(pack, &[], &Nationality::One(indonesia)).standing(),
        safety: Safety::Clear,
        consents: Contact::ALL.iter().fold(Consents::default(), |all, one| all.given(*one)),
        minor: Minor::No,
        ..Situation::unknown(first)
    };
    let mut replay = Replay {
        pack,
        durations: Durations::of_pack(pack),
        capacities: &published.capacities,
        fresh,
        people: Vec::new(),
        queues: BTreeMap::new(),
        done: BTreeMap::new(),
        seen: BTreeMap::new(),
    };
    published.by_day().into_iter().map(|(day, people)| replay.day(day, people)).collect()
}

impl Replay<'_> {
    fn day(&mut self, day: Date, arrivals: usize) -> Evening {
        self.seen.clear();
        // Whoever is counted has walked into the embassy, which so is told.
        let told = self.pack.step_no("R02").expect("the mission is told");
        let arrived = || Person { done: vec![told], begun: BTreeMap::new() };
        self.people.extend((0..arrivals).map(|_| arrived()));
        (0..self.people.len()).for_each(|person| self.go_on(person, day));
        let capacities = self.capacities;
        for (step, capacity) in capacities {
            let queue = self.queues.entry(*step).or_default();
            let served: Vec<usize> = queue.drain(..queue.len().min(*capacity)).collect();
            served.into_iter().for_each(|person| self.finish(person, *step));
        }
        Evening { day, registered: self.people.len(), done: self.done.clone() }
    }

    /// Ends what takes until today, and begins whatever the plan says is ready.
    fn go_on(&mut self, person: usize, day: Date) {
        loop {
            let due = |until: &Option<Date>| until.is_some_and(|until| until <= day);
            let ended: Vec<StepNo> =
                self.people[person].begun.iter().filter(|(_, until)| due(until)).map(|(step, _)| *step).collect();
            ended.iter().for_each(|step| self.finish(person, *step));
            let ready: Vec<(StepNo, Date)> = self.ready(person, day);
            let begun = &self.people[person].begun;
            let new: Vec<_> = ready.into_iter().filter(|(step, _)| !begun.contains_key(step)).collect();
            if new.is_empty() {
                return;
            }
            for (step, until) in new {
                let is_queued = self.capacities.contains_key(&step);
                self.people[person].begun.insert(step, (!is_queued).then_some(until));
                if is_queued {
                    self.queues.entry(step).or_default().push_back(person);
                }
            }
        }
    }

    fn finish(&mut self, person: usize, step: StepNo) {
        let person = &mut self.people[person];
        person.begun.remove(&step);
        let place = person.done.binary_search(&step).unwrap_or_else(|place| place);
        person.done.insert(place, step);
        *self.done.entry(step).or_default() += 1;
    }

    /// What the plan says can be begun, and until when it is expected to take.
    fn ready(&mut self, person: usize, day: Date) -> Vec<(StepNo, Date)> {
        let done = &self.people[person].done;
        if let Some(known) = self.seen.get(done) {
            return known.clone();
        }
        let progress = done.iter().map(|step| (*step, Progress::Done { on: day })).collect();
        let situation = Situation { today: day, progress, ..self.fresh.clone() };
        let made = plan(self.pack, &self.durations, &situation);
        let ready = made.steps.iter().filter(|one| one.part == Part::Needed && one.state == State::Ready);
        let ready: Vec<_> = ready.filter_map(|one| Some((one.step, one.when?.expected))).collect();
        self.seen.insert(done.clone(), ready.clone());
        ready
    }
}

/// What the replay has where a figure was published.
pub fn beside(pack: &Pack, evenings: &[Evening], figure: &Figure) -> usize {
    let evening = evenings.iter().find(|one| one.day == figure.day).expect("the day was lived through");
    let done = evening.done(figure.step);
    let before = match pack.step(figure.step).id.as_str() {
        // Documents and reliefs wait for the assessment; all others for having come.
        "R04" | "R07" => evening.done(pack.step_no("R03").expect("people are assessed")),
        _ => evening.registered,
    };
    if figure.is_queue { before - done } else { done }
}

/// In parts of the published figure: 0.15 is fifteen in a hundred too many.
pub fn deviation(here: usize, published: usize) -> f64 {
    here as f64 / published as f64 - 1.0
}
