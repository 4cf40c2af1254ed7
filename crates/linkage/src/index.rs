//! The index: who has which words, names run together, and numbers.
//!
//! Invariant: after `remove`, no part of the entry's names and numbers is left in
//! the index, except words that other entries have too; `put` removes first.

use crate::dictionary::Dictionary;
use crate::fold::{fold, ideographs};
use crate::owned::Owned;
use crate::owners::small;
use crate::record::{NEXT_NAME, PART, Record};
use crate::tally::Spare;
use crate::{query, search};

/// Finds slots by any part of what was put there. Slots are dense small
/// integers that the caller gives out.
#[derive(Default)]
pub struct Index {
    pub(crate) names: Dictionary,
    /// Places, nationalities, languages, and whatever is written in ideographs.
    pub(crate) words: Dictionary,
    /// One line per entry: each of its names with the words run together.
    pub(crate) joined: Owned,
    /// One line per entry: its numbers, each behind a [`PART`].
    pub(crate) numbers: Owned,
    pub(crate) records: Vec<Option<Record>>,
    /// Words of the shortest name by slot; how much of a name a query covers.
    pub(crate) name_words: Vec<u8>,
    pub(crate) spare: Spare,
}

/// One entry found. A higher score is a better match; scores of different
/// queries cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub slot: u32,
    pub score: u32,
}

/// What an entry is found by, in any script.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry<'a> {
    /// Whole names, also other spellings of them.
    pub names: &'a [&'a str],
    /// Place, nationality, language.
    pub words: &'a [&'a str],
    /// Digits of the case code, passport, telephones, ISO dates.
    pub numbers: &'a [&'a str],
}

/// The best of what a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many slots fit, also beyond the limit.
    pub total: usize,
    pub hits: Vec<Hit>,
}

impl Index {
    /// An index of what is all there already, in the slots from 0 up: names are taken in on one thread, the rest
    /// on another. `names` gives the names of a slot, `whole` its entry.
    pub fn of<'a>(
        slots: u32,
        names: impl Fn(u32) -> Vec<&'a str> + Send,
        whole: impl Fn(u32, &mut dyn FnMut(&Entry)),
    ) -> Index {
        let mut index = Index::default();
        let (by_name, joined) = (&mut index.names, &mut index.joined);
        let (named, told) = std::thread::scope(|scope| {
            let names = move |slot| Named::put(by_name, joined, slot, &names(slot));
            let named = scope.spawn(move || (0..slots).map(names).collect::<Vec<_>>());
            let mut told = Vec::with_capacity(slots as usize);
            for slot in 0..slots {
                whole(slot, &mut |entry| told.push(Told::put(&mut index.words, &mut index.numbers, slot, entry)));
            }
            (named.join().expect("taking names in does not panic"), told)
        });
        for ((slot, named), told) in (0..slots).zip(named).zip(told) {
            index.record(slot, named, told);
        }
        index
    }

    /// Inserts the entry, or replaces what the slot had.
    pub fn put(&mut self, slot: u32, entry: &Entry) {
        self.remove(slot);
        let named = Named::put(&mut self.names, &mut self.joined, slot, entry.names);
        let told = Told::put(&mut self.words, &mut self.numbers, slot, entry);
        self.record(slot, named, told);
    }

    fn record(&mut self, slot: u32, named: Named, told: Told) {
        let place = slot as usize;
        if self.records.len() <= place {
            self.records.resize_with(place + 1, || None);
            self.name_words.resize(place + 1, 0);
        }
        self.name_words[place] = named.fewest_words;
        self.records[place] = Some(Record {
            name_ids: named.ids.len() as u32,
            ids: [named.ids, told.ids].concat().into(),
            joined: named.joined,
            numbers: told.numbers,
        });
    }

    /// Removes the entry and whatever it alone had. A slot without one stays so.
    pub fn remove(&mut self, slot: u32) {
        let Some(record) = self.records.get_mut(slot as usize).and_then(Option::take) else {
            return;
        };
        // A word that stands twice in the names is taken once.
        let mut names = record.names().to_vec();
        names.sort_unstable();
        names.dedup();
        for id in names.into_iter().filter(|id| *id != NEXT_NAME) {
            self.names.take(id, slot);
        }
        for id in record.words() {
            self.words.take(*id, slot);
        }
        self.joined.wipe(record.joined);
        self.numbers.wipe(record.numbers);
        self.compact();
    }

    /// The best entries for the query, ties by slot ascending. Every term of
    /// the query must be met. An empty query finds nothing.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        self.find_where(query, limit, |_| true).hits
    }

    /// As [`Index::find`], among those slots that `fits` lets through, with how many there are in all.
    pub fn find_where(&self, query: &str, limit: usize, fits: impl FnMut(u32) -> bool) -> Found {
        search::best(self, &query::read(query), limit, fits)
    }

    /// Estimate of the memory the index holds, in bytes, with the allocator's
    /// own part. It looks at every word, so it is for reports, not for loops.
    pub fn heap_bytes(&self) -> usize {
        let lists = self.records.iter().flatten().map(|record| small(4 * record.ids.len()));
        self.names.heap_bytes()
            + self.words.heap_bytes()
            + self.joined.heap_bytes()
            + self.numbers.heap_bytes()
            + self.records.capacity() * size_of::<Option<Record>>()
            + self.name_words.capacity()
            + self.spare.heap_bytes()
            + lists.sum::<usize>()
    }

    /// Writes anew what has become mostly gaps.
    fn compact(&mut self) {
        let slots = || 0u32..;
        if self.names.is_worn() {
            let mut fresh = Dictionary::default();
            for (record, slot) in self.records.iter_mut().zip(slots()) {
                let names = record.iter_mut().flat_map(Record::names_mut);
                names.filter(|id| **id != NEXT_NAME).for_each(|id| *id = fresh.add(self.names.text(*id), slot));
            }
            self.names = fresh;
        }
        if self.words.is_worn() {
            let mut fresh = Dictionary::default();
            for (record, slot) in self.records.iter_mut().zip(slots()) {
                let words = record.iter_mut().flat_map(Record::words_mut);
                words.for_each(|id| *id = fresh.add(self.words.text(*id), slot));
            }
            self.words = fresh;
        }
        self.joined.compact(&mut self.records, |record| &mut record.joined);
        self.numbers.compact(&mut self.records, |record| &mut record.numbers);
    }
}

/// What the names of an entry became.
struct Named {
    ids: Vec<u32>,
    joined: u32,
    fewest_words: u8,
}

impl Named {
    fn put(dictionary: &mut Dictionary, joined: &mut Owned, slot: u32, names: &[&str]) -> Named {
        let names: Vec<String> = names.iter().map(|name| fold(name)).filter(|name| !name.is_empty()).collect();
        let mut ids = Vec::new();
        for name in &names {
            if !ids.is_empty() {
                ids.push(NEXT_NAME);
            }
            ids.extend(name.split(' ').map(|word| dictionary.add(word, slot)));
        }
        let fewest = names.iter().map(|name| name.split(' ').count()).min().unwrap_or(0);
        Named { ids, joined: joined.push(&joined_line(&names), slot), fewest_words: fewest.min(u8::MAX as usize) as u8 }
    }
}

/// What is told of an entry beside its names.
struct Told {
    ids: Vec<u32>,
    numbers: u32,
}

impl Told {
    fn put(dictionary: &mut Dictionary, numbers: &mut Owned, slot: u32, entry: &Entry) -> Told {
        let mut ids = Vec::new();
        for word in words_of(entry) {
            let id = dictionary.add(&word, slot);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Told { ids, numbers: numbers.push(&number_line(entry.numbers), slot) }
    }
}

/// Folded words, a place of several words also run together ("phnompenh"),
/// and whatever is written in ideographs.
fn words_of(entry: &Entry) -> Vec<String> {
    let mut words = Vec::new();
    for text in entry.words {
        let folded = fold(text);
        words.extend(folded.split(' ').map(str::to_owned));
        words.push(folded.replace(' ', ""));
    }
    words.extend(entry.names.iter().chain(entry.words).flat_map(|text| ideographs(text)));
    words.retain(|word| !word.is_empty());
    words
}

/// Empty if no name has two words: then the words themselves say as much.
fn joined_line(names: &[String]) -> String {
    if names.iter().all(|name| !name.contains(' ')) {
        return String::new();
    }
    let run_together: Vec<String> = names.iter().map(|name| name.replace(' ', "")).collect();
    run_together.join(&PART.to_string())
}

fn number_line(numbers: &[&str]) -> String {
    let numbers = numbers.iter().map(|number| query::number(number)).filter(|number| !number.is_empty());
    numbers.flat_map(|number| [PART.to_string(), number]).collect()
}
