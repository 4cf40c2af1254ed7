//! Meets every term of every reading with the index, and ranks what is left.

use crate::dictionary::{Dictionary, Likeness};
use crate::index::{Found, Index};
use crate::query::{Reading, Term};
use crate::record::{Fit, PART};
use crate::tally::{COVERAGE, LOOK_UP, Met, Tally};
use memchr::memmem::Finder;

/// Names run together have no rarity; this is about the average.
const MIDDLE_RARITY: u32 = 40;

/// Shorter terms are too often the beginning of two words by chance.
const SHORTEST_JOINED: usize = 4;

pub(crate) fn best(index: &Index, readings: &[Reading], limit: usize, fits: impl FnMut(u32) -> bool) -> Found {
    let mut tally = Tally::new(index.records.len(), &index.spare);
    // Readings share terms, and what a term meets does not depend on the others.
    let mut known: Vec<(&Term, Vec<(u32, Met)>)> = Vec::new();
    for (place, reading) in readings.iter().enumerate() {
        // A code is typed in groups. Once it was found whole, its groups would be met only by chance.
        if tally.has_found() && readings[..place].iter().any(|whole| reading.is_digits_of(whole)) {
            continue;
        }
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
