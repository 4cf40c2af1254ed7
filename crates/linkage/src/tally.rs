//! Who met how many terms of a query, and how well.

use crate::index::{Found, Hit};
use std::sync::{Mutex, PoisonError};

/// What one term met: everyone who has a word, or one slot.
pub(crate) enum Met<'a> {
    All(&'a [u32]),
    One(u32),
}

impl Met<'_> {
    pub fn len(&self) -> usize {
        match self {
            Met::All(slots) => slots.len(),
            Met::One(_) => 1,
        }
    }
}

/// A name that the query covers wholly gains as much as this.
pub(crate) const COVERAGE: u32 = 150;

/// How many steps through a list cost as much as looking one slot up in it.
pub(crate) const LOOK_UP: usize = 8;

/// Marks of queries that are done, and what the next one begins to count from: to make and clear them anew would
/// take as long as many a query. A mark says nothing of whom it is for.
#[derive(Default)]
pub(crate) struct Spare(Mutex<Vec<(Vec<Mark>, u32)>>);

/// As many queries as are answered at once on a small machine.
const MOST_SPARE: usize = 2;

impl Spare {
    fn keep(&self, marks: Vec<Mark>, began: u32) {
        let mut spare = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Counting begins at 0 again long before it could run over.
        if spare.len() < MOST_SPARE && began < u32::MAX / 2 {
            spare.push((marks, began));
        }
    }

    pub fn heap_bytes(&self) -> usize {
        let spare = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        spare.iter().map(|(marks, _)| marks.capacity() * size_of::<Mark>()).sum()
    }
}

/// Scores by slot, in one pass over what each term met.
pub(crate) struct Tally<'a> {
    marks: Vec<Mark>,
    spare: &'a Spare,
    /// What is marked with less was marked by an earlier query.
    began: u32,
    /// A slot that has met all terms of this reading so far is marked with this.
    reached: u32,
    pub is_first_term: bool,
    /// Slots that met the term being counted, and those that met the last one.
    met: Vec<u32>,
    pub left: Vec<u32>,
    found: Vec<u32>,
}

/// Sum of this reading, how far the slot has come, and its best score: kept
/// together, as one slot's numbers are read together.
pub(crate) type Mark = [u32; 3];

impl<'a> Tally<'a> {
    pub fn new(slots: usize, spare: &'a Spare) -> Self {
        let (mut marks, began) = spare.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        marks.resize(slots, [0; 3]);
        Tally {
            marks,
            spare,
            began,
            reached: began,
            is_first_term: true,
            met: Vec::new(),
            left: Vec::new(),
            found: Vec::new(),
        }
    }

    /// True if a reading found anybody.
    pub fn has_found(&self) -> bool {
        !self.found.is_empty()
    }

    /// True if the slot has met the terms before this one, but not yet this.
    pub fn awaits(&self, slot: u32) -> bool {
        let [_, reached, _] = self.marks[slot as usize];
        reached == self.reached || (self.is_first_term && reached < self.reached)
    }

    /// Counts what a term met. It comes best first, so a slot's first match is
    /// its best.
    pub fn count(&mut self, met: &[(u32, Met)]) {
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
            let [sum, reached, best] = &mut self.marks[slot as usize];
            if *reached < self.began {
                *best = 0;
            }
            *sum = score + if self.is_first_term { 0 } else { *sum };
            *reached = self.reached + 1;
            self.met.push(slot);
        }
    }

    /// Goes on to the next term, which only those who met this one can meet.
    /// False if there is nobody left.
    pub fn next_term(&mut self) -> bool {
        self.reached += 1;
        self.is_first_term = false;
        self.left = std::mem::take(&mut self.met);
        !self.left.is_empty()
    }

    /// Ends the reading: the average of its terms, and how much of the
    /// shortest name they cover.
    pub fn close(&mut self, terms: u32, name_words: &[u8]) {
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

    pub fn best(self, limit: usize, mut fits: impl FnMut(u32) -> bool) -> Found {
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
        self.spare.keep(self.marks, self.reached + 1);
        Found { total, hits }
    }
}
