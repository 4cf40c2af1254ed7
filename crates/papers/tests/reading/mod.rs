//! Lists as text, read as people on a fixed day.

use base::{Arrival, Birth, Date};
use papers::{Book, Doubt, Layout, Outcome, Reading, list};

pub const TODAY: Date = Date::constant(2026, 2, 1);

pub fn taken_in(text: &str) -> (Layout, Vec<Reading>) {
    let book = Book::read(text.as_bytes(), "list.csv").unwrap();
    let layout = Layout::guess(&book.sheets[0]);
    let readings = list::read(&book.sheets[0], &layout, TODAY);
    (layout, readings)
}

pub fn person(reading: &Reading) -> (&Arrival, &[Doubt]) {
    match &reading.outcome {
        Outcome::Person(arrival, doubts) => (arrival, doubts),
        other => panic!("row {} is {other:?}", reading.row),
    }
}

/// The birth in a list of one column of births, with the doubts about it.
pub fn birth(cell: &str) -> (Option<Birth>, Vec<Doubt>) {
    births("DOB", &[cell]).remove(0)
}

/// As `birth`, of a whole column under a heading.
pub fn births(heading: &str, cells: &[&str]) -> Vec<(Option<Birth>, Vec<Doubt>)> {
    let rows: String = cells.iter().map(|cell| format!("Amina Diallo;F;\"{cell}\"\n")).collect();
    let (_, readings) = taken_in(&format!("Name;Sex;{heading}\n{rows}"));
    let read = readings.iter().map(|reading| {
        let (arrival, doubts) = person(reading);
        (arrival.birth.clone(), doubts.to_vec())
    });
    read.collect()
}

pub fn day(text: &str) -> Option<Birth> {
    Some(Birth::On(text.parse().unwrap()))
}
