//! One list in memory: read, corrected, and registered some rows at a time.

use crate::app::App;
use crate::session::{Session, held};
use access::command;
use base::{Arrival, CaseId, Date, Instant};
use casework::registry::{ListRow, Taken, take_in};
use papers::{Book, Doubt, Layout, Outcome, Reading, Sheet, Why, list};
use std::sync::{Mutex, Weak};

pub struct Intake {
    pub book: Book,
    pub sheet: usize,
    pub layout: Layout,
    pub stage: Stage,
    pub started: Instant,
    readings: Vec<Reading>,
    /// What became of the rows that were dealt with, in the order of the file.
    results: Vec<RowResult>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Columns,
    Running,
    Finished,
    /// The machine failed on a row; what was registered stays, and the same list can be taken in again.
    Stopped,
}

#[derive(Clone, Copy)]
pub struct RowResult {
    pub row: u32,
    pub became: Became,
}

#[derive(Clone, Copy)]
pub enum Became {
    Registered(CaseId),
    Already(CaseId),
    NeedsALook(Why),
    NotAPerson(Why),
    /// Not dealt with, because the intake stopped before it.
    Left,
}

#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub registered: usize,
    pub already: usize,
    pub needs_a_look: usize,
    pub not_persons: usize,
    pub left: usize,
}

/// Rows in one transaction.
const BATCH: usize = 100;

impl Intake {
    pub fn new(book: Book, now: Instant) -> Self {
        let sheet = book.largest();
        let layout = Layout::guess(&book.sheets[sheet]);
        Self { book, sheet, layout, stage: Stage::Columns, started: now, readings: Vec::new(), results: Vec::new() }
    }

    pub fn sheet(&self) -> &Sheet {
        &self.book.sheets[self.sheet]
    }

    pub fn choose_sheet(&mut self, sheet: usize) {
        self.sheet = sheet;
        self.layout = Layout::guess(&self.book.sheets[sheet]);
    }

    pub fn learn_order(&mut self) {
        self.layout.learn_order(&self.book.sheets[self.sheet]);
    }

    /// Reads the rows as persons, unless they are being registered already.
    pub fn read(&mut self, today: Date) {
        if self.stage == Stage::Columns {
            self.readings = list::read(&self.book.sheets[self.sheet], &self.layout, today);
        }
    }

    pub fn rows(&self) -> usize {
        self.readings.len()
    }

    pub fn done(&self) -> usize {
        self.results.len()
    }

    pub fn results(&self) -> &[RowResult] {
        &self.results
    }

    pub fn persons(&self) -> impl Iterator<Item = (u32, &Arrival, &[Doubt])> {
        self.readings.iter().filter_map(|reading| match &reading.outcome {
            Outcome::Person(arrival, doubts) => Some((reading.row, arrival.as_ref(), doubts.as_slice())),
            _ => None,
        })
    }

    /// The identifying cells of every row that was read as a person.
    pub fn persons_cells(&self) -> Vec<Vec<String>> {
        self.persons().map(|(row, _, _)| self.cells(row)).collect()
    }

    pub fn readings_by_outcome(&self) -> Counts {
        let mut counts = Counts::default();
        for reading in &self.readings {
            match reading.outcome {
                Outcome::Person(..) => counts.registered += 1,
                Outcome::NeedsALook(_) => counts.needs_a_look += 1,
                Outcome::NotAPerson(_) => counts.not_persons += 1,
            }
        }
        counts
    }

    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for result in &self.results {
            match result.became {
                Became::Registered(_) => counts.registered += 1,
                Became::Already(_) => counts.already += 1,
                Became::NeedsALook(_) => counts.needs_a_look += 1,
                Became::NotAPerson(_) => counts.not_persons += 1,
                Became::Left => counts.left += 1,
            }
        }
        counts
    }

    /// Says whether registering begins now.
    pub fn start(&mut self, today: Date) -> bool {
        self.read(today);
        let begins = self.stage == Stage::Columns;
        if begins {
            self.stage = Stage::Running;
        }
        begins
    }

    /// The next rows to deal with, the persons among them ready to be taken in.
    fn next(&self) -> (Vec<&Reading>, Vec<ListRow>) {
        let batch: Vec<&Reading> = self.readings[self.results.len()..].iter().take(BATCH).collect();
        let persons = batch.iter().filter_map(|reading| match &reading.outcome {
            Outcome::Person(arrival, _) => {
                Some(ListRow { row: reading.row, cells: self.cells(reading.row), arrival: arrival.as_ref().clone() })
            }
            _ => None,
        });
        let persons = persons.collect();
        (batch, persons)
    }

    fn cells(&self, row: u32) -> Vec<String> {
        let rows = &self.sheet().rows;
        let found = rows.binary_search_by_key(&row, |r| r.number);
        found.map(|at| self.layout.identifying_cells(&rows[at])).unwrap_or_default()
    }

    /// Rows that nobody will deal with any more are said to be left.
    fn stop(&mut self) {
        let rest: Vec<RowResult> = self.readings[self.results.len()..]
            .iter()
            .map(|r| RowResult { row: r.row, became: Became::Left })
            .collect();
        self.results.extend(rest);
        self.stage = Stage::Stopped;
    }
}

/// Registers the list, batch by batch, for as long as the sign-in that brought it lasts: after a lock nothing
/// of it is left in memory. Taking the same list in again goes on where it stopped.
pub fn run(app: &App, session: &Weak<Session>, intake: &Weak<Mutex<Intake>>) {
    while let (Some(session), Some(intake)) = (session.upgrade(), intake.upgrade()) {
        let (batch, persons) = {
            let intake = held(&intake);
            let (batch, persons) = intake.next();
            (batch.into_iter().map(|r| (r.row, fate(&r.outcome))).collect::<Vec<_>>(), persons)
        };
        let taken = {
            let mut keys = held(&session.keys);
            command(&app.store, &mut keys, app.now(), &mut *app.rng(), |cx| take_in(cx, persons))
        };
        let mut intake = held(&intake);
        let Ok(taken) = taken else { return intake.stop() };
        let mut taken = taken.into_iter();
        for (row, fate) in batch {
            let became = match fate {
                Some(became) => became,
                None => match taken.next() {
                    Some(Taken::Registered(case)) => Became::Registered(case),
                    Some(Taken::Already(case)) => Became::Already(case),
                    None => Became::Left,
                },
            };
            intake.results.push(RowResult { row, became });
        }
        if intake.results.len() == intake.readings.len() {
            intake.stage = Stage::Finished;
            return;
        }
    }
}

/// What becomes of a row that is not to be registered; `None` for a person.
fn fate(outcome: &Outcome) -> Option<Became> {
    match outcome {
        Outcome::Person(..) => None,
        Outcome::NeedsALook(why) => Some(Became::NeedsALook(*why)),
        Outcome::NotAPerson(why) => Some(Became::NotAPerson(*why)),
    }
}
