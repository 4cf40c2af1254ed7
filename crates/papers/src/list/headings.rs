//! What headings mean, in the languages our lists come in. Latin phrases are folded: lower case, no marks.

use super::Meaning;
use super::words::{Words, joined};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The meaning of a heading: the phrase that is all of it, else the longest one within it.
pub fn meaning(heading: &str) -> Option<Meaning> {
    if heading.chars().count() > 60 {
        return None;
    }
    let words = Words::of(heading);
    if words.have_any(ARRIVAL) && words.have_any(COUNTRY) {
        return Some(Meaning::Entered);
    }
    if let Some(meaning) = exact(&words) {
        return Some(meaning);
    }
    // "No" alone numbers the rows; within "Passport no" or "no remarks" it says nothing.
    // An ideograph says as much as several letters. Of equals the first in the alphabet is taken.
    let within = MEANINGS.iter().filter(|(phrase, meaning)| **meaning != Meaning::Number && words.have(phrase));
    let weight = |phrase: &str| phrase.chars().count() * if phrase.is_ascii() { 1 } else { 4 };
    within.max_by_key(|(phrase, _)| (weight(phrase), Reverse(phrase.to_string()))).map(|(_, meaning)| *meaning)
}

/// The meaning of a cell that is a known heading and nothing else.
pub fn exact(words: &Words) -> Option<Meaning> {
    MEANINGS.get(words.phrase()?).copied()
}

/// The table of phrases; "ignore" is for what looks like one of ours and is said of something else.
static MEANINGS: LazyLock<HashMap<Cow<str>, Meaning>> = LazyLock::new(|| {
    let rows = include_str!("headings.csv").lines().filter_map(|line| line.split_once(','));
    rows.filter_map(|(key, phrase)| {
        let phrase = if phrase.is_ascii() { Cow::Borrowed(phrase) } else { joined(phrase) };
        Some((phrase, Meaning::from_key(key)?))
    })
    .collect()
});

/// Headings that may mean the day of entry or the day somebody came to us: the content tells.
pub fn is_arrival(heading: &str) -> bool {
    Words::of(heading).have_any(ARRIVAL)
}

const ARRIVAL: &str = "arrival, arrived, arrivee, darrivee, llegada, chegada, kedatangan, tiba, ngay den, 到达, \
    抵达, 到達, 抵達";
const COUNTRY: &str = "cambodia, country, kamboja, cambodge, camboya, camboja, campuchia, 柬";
