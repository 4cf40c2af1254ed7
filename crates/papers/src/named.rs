//! Whom the rows of a sheet name that came back from an office: by the numbers and the names that stand in them, in
//! whichever columns.

use crate::list::{self, Layout, Outcome};
use crate::sheet::{Cell, Sheet};
use base::{Arrival, Date};
use linkage::fold;
use std::collections::{BTreeSet, HashMap};

/// People who may stand in a sheet, each by their place, found by what they are known by.
pub struct Named {
    numbers: HashMap<String, BTreeSet<usize>>,
    names: HashMap<String, BTreeSet<usize>>,
}

/// Whom one row names.
pub struct Found {
    /// Whose number stands in it.
    pub by_number: BTreeSet<usize>,
    /// Whose name stands in it.
    pub by_name: BTreeSet<usize>,
    /// Every cell as it is read.
    pub texts: Vec<String>,
}

impl Named {
    /// Of each person the numbers (codes, papers) and the names.
    pub fn of<'p, Numbers, Names>(people: impl Iterator<Item = (Numbers, Names)>) -> Self
    where
        Numbers: IntoIterator<Item = &'p str>,
        Names: IntoIterator<Item = &'p str>,
    {
        let mut named = Named { numbers: HashMap::new(), names: HashMap::new() };
        for (at, (numbers, names)) in people.enumerate() {
            for number in numbers.into_iter().map(plain).filter(|number| !number.is_empty()) {
                named.numbers.entry(number).or_default().insert(at);
            }
            for name in names.into_iter().map(name_key).filter(|name| !name.is_empty()) {
                named.names.entry(name).or_default().insert(at);
            }
        }
        named
    }

    /// By the cells of a row, and by what was read of a person in it.
    pub fn in_row(&self, cells: &[Cell], person: Option<&Arrival>) -> Found {
        let texts: Vec<String> = cells.iter().map(|cell| cell.text().trim().to_owned()).collect();
        let papers = person.into_iter().flat_map(|one| one.papers.iter().filter_map(|paper| paper.number.as_ref()));
        let names = person.into_iter().flat_map(|one| &one.names);
        let all = |found: &HashMap<String, BTreeSet<usize>>, keys: &mut dyn Iterator<Item = String>| {
            keys.filter_map(|key| found.get(&key)).flatten().copied().collect()
        };
        Found {
            by_number: all(&self.numbers, &mut texts.iter().chain(papers).map(|text| plain(text))),
            by_name: all(&self.names, &mut texts.iter().chain(names).map(|text| name_key(text))),
            texts,
        }
    }
}

/// What was read of a person in each row that has one, by the row's number.
pub fn persons(sheet: &Sheet, layout: &Layout, today: Date) -> HashMap<u32, Arrival> {
    let read = list::read(sheet, layout, today).into_iter();
    read.filter_map(|reading| match reading.outcome {
        Outcome::Person(person, _) => Some((reading.row, *person)),
        _ => None,
    })
    .collect()
}

/// Letters and figures alone: spaces and hyphens come and go when a number is typed again.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The parts of a name in any order, as offices turn them round.
fn name_key(name: &str) -> String {
    let folded = fold(name);
    let mut parts: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    parts.sort_unstable();
    parts.join(" ")
}
