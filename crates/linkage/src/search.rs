//! Meets every term of every reading with the index, and ranks what is left.

use crate::dictionary::{Dictionary, Likeness};
use crate::index::{Found, Hit, Index};
use crate::query::{Reading, Term};
use crate::record::{Fit, PART};
use memchr::memmem::Finder;

/// What one term met: everyone who has a word, or one slot.
enum Met<'a> {
    All(&'a [u32]),
    One(u32),
}

impl Met<'_> {
    fn len(&self) -> usize {
        match self {
            Met::All(slots) => slots.len(),
            Met::One(_) => 1,
        }
    }
}

/// A name that the query covers wholly gains as much as this.
const COVERAGE: u32 = 150;

/// Names run together have no rarity; this is about the average.
const MIDDLE_RARITY: u32 = 40;

/// How many steps through a list cost as much as looking one slot up in it.
const LOOK_UP: usize = 8;

/// Shorter terms are too often the beginning of two words by chance.
const SHORTEST_JOINED: usize = 4;

pub(crate) fn best(index: &Index, readings: &[Reading], limit: usize, fits: impl FnMut(u32) -> bool) -> Found {
    let mut tally = Tally::new(index.records.len());
    // Readings share terms, and what a term meets does not depend on the others.
    let mut known: Vec<(&Term, Vec<(u32, Met)>)> = Vec::new();
    for reading in readings {
        let mut places: Vec<usize> = Vec::with_capacity(reading.terms.len());
        for term in &reading.terms {
            let place = known.iter().position(|(other, _)| *other == term);
            places.push(place.unwrap_or_else(|| {
                known.push((term, best_first(meet(index, term))));
                known.len() - 1
            }));
        }
        // The term that the fewest have leaves the fewest for the next ones.
        places.sort_by_key(|place| known[*place].1.iter().map(|(_, met)| met.len()).sum::<usize>());
        for place in places {
            tally.count(&known[place].1);
            let joined = best_first(meet_joined(index, known[place].0, &tally));
            tally.count(&joined);
            if !tally.next_term() {
                break;
            }
        }
        tally.close(reading.terms.len() as u32, &index.name_words);
    }
    tally.best(limit, fits)
}

fn best_first(mut met: Vec<(u32, Met)>) -> Vec<(u32, Met)> {
    met.sort_unstable_by_key(|(score, _)| std::cmp::Reverse(*score));
    met
}

/// Every word and number the term matches, with its score.
fn meet<'a>(index: &'a Index, term: &Term) -> Vec<(u32, Met<'a>)> {
    let mut met = Vec::new();
    let total = index.records.len();
    let mut words = |dictionary: &'a Dictionary, term: &str, loose: bool, worth: fn(Likeness) -> u32| {
        for (id, likeness) in dictionary.find(term, loose) {
            let owners = dictionary.owners(id);
            met.push((worth(likeness) + rarity(total, owners.len()), Met::All(owners)));
        }
    };
    words(&index.names, &term.latin, true, name_worth);
    // A place or a nationality says less about who is meant than a name.
    words(&index.words, &term.latin, true, |likeness| name_worth(likeness) * 9 / 10);
    if !term.written.is_empty() {
        words(&index.words, &term.written, false, written_worth);
    }
    for number in &term.numbers {
        meet_number(index, number, &mut met);
    }
    met
}

/// Names that the term matches only if their words are run together. Those who
/// have met the term already are passed over: they are many, and hardly any
/// would gain by it.
fn meet_joined<'a>(index: &Index, term: &Term, tally: &Tally) -> Vec<(u32, Met<'a>)> {
    let mut met = Vec::new();
    if term.latin.len() < SHORTEST_JOINED || !term.numbers.is_empty() {
        return met;
    }
    let mut visit = |slot: u32, offset: usize| {
        if tally.awaits(slot)
            && let Some(record) = &index.records[slot as usize]
            && let Some(fit) = record.fit(&index.names, offset, term.latin.len())
        {
            met.push((joined_worth(fit) + MIDDLE_RARITY, Met::One(slot)));
        }
    };
    // Few are left: their own lines are read, not everybody's.
    if !tally.is_first_term && tally.left.len() * LOOK_UP < index.records.len() {
        let needle = Finder::new(&term.latin);
        for slot in tally.left.iter().filter(|slot| tally.awaits(**slot)) {
            if let Some(record) = &index.records[*slot as usize] {
                index.joined.scan_line(record.joined, &needle, |offset| visit(*slot, offset));
            }
        }
    } else {
        index.joined.scan(&term.latin, |slot, _, offset| visit(slot, offset));
    }
    met
}

fn meet_number(index: &Index, number: &str, met: &mut Vec<(u32, Met)>) {
    let part = PART.to_string();
    // One or two digits match the beginning of a number only.
    let (needle, skipped) = match number.len() {
        1 | 2 => (part + number, 1),
        _ => (number.to_owned(), 0),
    };
    index.numbers.scan(&needle, |slot, line, offset| {
        let start = offset + skipped;
        let end = start + number.len();
        let begins = line[start - 1] == PART as u8;
        let ends = line.get(end).is_none_or(|byte| *byte == PART as u8);
        let likeness = match (begins, ends) {
            (true, true) => Likeness::Exact,
            (true, false) => Likeness::Prefix,
            (false, _) => Likeness::Substring,
        };
        met.push((name_worth(likeness), Met::One(slot)));
    });
}

/// The steps between these are greater than what rarity and coverage add.
fn name_worth(likeness: Likeness) -> u32 {
    match likeness {
        Likeness::Exact => 1300,
        Likeness::Prefix => 1000,
        Likeness::Substring => 700,
        Likeness::Skeleton => 400,
        Likeness::Fuzzy => 100,
    }
}

/// Ideographs as typed stand above all that only sounds like them.
fn written_worth(likeness: Likeness) -> u32 {
    match likeness {
        Likeness::Exact => 2300,
        Likeness::Prefix => 2000,
        _ => 1700,
    }
}

fn joined_worth(fit: Fit) -> u32 {
    match fit {
        Fit::Whole => name_worth(Likeness::Exact) + COVERAGE / 2,
        Fit::Words => name_worth(Likeness::Exact),
        Fit::Begins => name_worth(Likeness::Prefix),
    }
}

/// Up to 90: what few have tells more.
fn rarity(total: usize, owners: usize) -> u32 {
    let ratio = total.max(1) / owners.max(1);
    (5 * ratio.max(1).ilog2()).min(90)
}

/// Scores by slot, in one pass over what each term met.
struct Tally {
    marks: Vec<Mark>,
    /// A slot that has met all terms of this reading so far is marked with this.
    reached: u32,
    is_first_term: bool,
    /// Slots that met the term being counted, and those that met the last one.
    met: Vec<u32>,
    left: Vec<u32>,
    found: Vec<u32>,
}

/// Sum of this reading, how far the slot has come, and its best score: kept
/// together, as one slot's numbers are read together.
type Mark = [u32; 3];

impl Tally {
    fn new(slots: usize) -> Self {
        Tally {
            marks: vec![[0; 3]; slots],
            reached: 0,
            is_first_term: true,
            met: Vec::new(),
            left: Vec::new(),
            found: Vec::new(),
        }
    }

    /// True if the slot has met the terms before this one, but not yet this.
    fn awaits(&self, slot: u32) -> bool {
        let [_, reached, _] = self.marks[slot as usize];
        reached == self.reached || (self.is_first_term && reached < self.reached)
    }

    /// Counts what a term met. It comes best first, so a slot's first match is
    /// its best.
    fn count(&mut self, met: &[(u32, Met)]) {
        for (score, met) in met {
            let slots = match met {
                Met::All(slots) => slots,
                Met::One(slot) => std::slice::from_ref(slot),
            };
            // Few are left and many have the word: looking the few up is less than going through the many.
            if !self.is_first_term && self.left.len() * LOOK_UP < slots.len() {
                for place in 0..self.left.len() {
                    let slot = self.left[place];
                    if slots.binary_search(&slot).is_ok() {
                        self.mark(slot, *score);
                    }
                }
            } else {
                slots.iter().for_each(|slot| self.mark(*slot, *score));
            }
        }
    }

    fn mark(&mut self, slot: u32, score: u32) {
        if self.awaits(slot) {
            let [sum, reached, _] = &mut self.marks[slot as usize];
            *sum = score + if self.is_first_term { 0 } else { *sum };
            *reached = self.reached + 1;
            self.met.push(slot);
        }
    }

    /// Goes on to the next term, which only those who met this one can meet.
    /// False if there is nobody left.
    fn next_term(&mut self) -> bool {
        self.reached += 1;
        self.is_first_term = false;
        self.left = std::mem::take(&mut self.met);
        !self.left.is_empty()
    }

    /// Ends the reading: the average of its terms, and how much of the
    /// shortest name they cover.
    fn close(&mut self, terms: u32, name_words: &[u8]) {
        for slot in std::mem::take(&mut self.left) {
            let words = u32::from(name_words[slot as usize]).max(1);
            let [sum, _, best] = &mut self.marks[slot as usize];
            let score = *sum / terms + COVERAGE * terms.min(words) / words;
            if *best == 0 {
                self.found.push(slot);
            }
            *best = score.max(*best);
        }
        // Whatever this reading marked is now older than the next one's start.
        self.reached += 1;
        self.is_first_term = true;
    }

    fn best(self, limit: usize, mut fits: impl FnMut(u32) -> bool) -> Found {
        let order = |hit: &Hit| (std::cmp::Reverse(hit.score), hit.slot);
        let hit = |slot: &u32| Hit { slot: *slot, score: self.marks[*slot as usize][2] };
        let fitting = self.found.iter().filter(|slot| fits(**slot));
        let mut hits: Vec<Hit> = fitting.map(hit).collect();
        let total = hits.len();
        if limit < total {
            hits.select_nth_unstable_by_key(limit, order);
            hits.truncate(limit);
        }
        hits.sort_unstable_by_key(order);
        Found { total, hits }
    }
}
