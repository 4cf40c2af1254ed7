//! Phrases to be found in cells: in scripts with spaces as whole words, in others wherever they stand.

use super::words::{Words, Zone};
use std::collections::HashMap;

/// Phrases and what each is said of; a phrase may be said of several things.
pub struct Lexicon<T> {
    whole: HashMap<String, Vec<T>>,
    /// By the first word, and by the first sign in scripts without spaces.
    words: HashMap<String, Vec<Entry<T>>>,
    signs: HashMap<char, Vec<Entry<T>>>,
}

struct Entry<T> {
    phrase: String,
    of: T,
}

/// A phrase where it stands in [`Words::zone`].
#[derive(Clone, Copy)]
pub struct Hit<T> {
    pub of: T,
    pub zone: Zone,
    pub at: usize,
    pub end: usize,
}

impl<T> Hit<T> {
    /// Whether the other is a part of this: "孕" of "怀孕".
    pub fn holds(&self, other: &Hit<T>) -> bool {
        self.zone == other.zone
            && self.at <= other.at
            && other.end <= self.end
            && self.end - self.at > other.end - other.at
    }
}

impl<T: Copy + PartialEq> Lexicon<T> {
    pub fn of<'a>(phrases: impl Iterator<Item = (T, &'a str)>) -> Self {
        let mut lexicon = Lexicon { whole: HashMap::new(), words: HashMap::new(), signs: HashMap::new() };
        for (of, phrase) in phrases {
            let words = Words::of(phrase);
            let zone = words.only_zone();
            let phrase = words.zone(zone).trim().to_owned();
            let Some(first) = phrase.chars().next() else { continue };
            lexicon.whole.entry(phrase.replace(' ', "")).or_default().push(of);
            let entry = Entry { of, phrase };
            if zone == Zone::Joined {
                lexicon.signs.entry(first).or_default().push(entry);
            } else {
                let word = entry.phrase.split(' ').next().unwrap_or_default().to_owned();
                lexicon.words.entry(word).or_default().push(entry);
            }
        }
        lexicon
    }

    /// What a text that is one phrase and nothing else is said of.
    pub fn whole(&self, words: &Words) -> &[T] {
        let found = words.whole().and_then(|whole| self.whole.get(&*whole));
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// As [`Lexicon::whole`], of a word that is already folded.
    pub fn whole_of_word(&self, word: &str) -> &[T] {
        self.whole.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn hits<'a>(&'a self, words: &'a Words) -> impl Iterator<Item = Hit<T>> + 'a {
        let spaced = [Zone::Latin, Zone::Spaced].into_iter().flat_map(|zone| self.whole_words(words.zone(zone), zone));
        spaced.chain(self.anywhere(words.zone(Zone::Joined)))
    }

    /// The phrases that begin at a place of a text in one zone, with where each ends.
    pub fn at(&self, text: &str, at: usize, zone: Zone) -> impl Iterator<Item = (T, usize)> {
        let rest = &text[at..];
        let entries = match (zone, rest.chars().next()) {
            (Zone::Joined, Some(first)) => self.signs.get(&first),
            _ => self.words.get(rest.split(' ').next().unwrap_or_default()),
        };
        let ends = move |end: &str| zone == Zone::Joined || end.is_empty() || end.starts_with(' ');
        let fits = move |entry: &&Entry<T>| rest.strip_prefix(entry.phrase.as_str()).is_some_and(ends);
        entries.into_iter().flatten().filter(fits).map(move |entry| (entry.of, at + entry.phrase.len()))
    }

    fn whole_words<'a>(&'a self, text: &'a str, zone: Zone) -> impl Iterator<Item = Hit<T>> + 'a {
        let starts = text.match_indices(' ').map(|(at, _)| at + 1);
        starts.flat_map(move |at| {
            let rest = &text[at..];
            let word = rest.split(' ').next().unwrap_or_default();
            let entries = if word.is_empty() { None } else { self.words.get(word) };
            entries.into_iter().flatten().filter_map(move |entry| {
                let is_whole = rest.strip_prefix(entry.phrase.as_str())?.starts_with(' ');
                is_whole.then_some(Hit { of: entry.of, zone, at, end: at + entry.phrase.len() })
            })
        })
    }

    fn anywhere<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Hit<T>> + 'a {
        text.char_indices().flat_map(move |(at, c)| {
            let fits = move |entry: &&Entry<T>| text[at..].starts_with(entry.phrase.as_str());
            let hit =
                move |entry: &Entry<T>| Hit { of: entry.of, zone: Zone::Joined, at, end: at + entry.phrase.len() };
            self.signs.get(&c).into_iter().flatten().filter(fits).map(hit)
        })
    }
}
