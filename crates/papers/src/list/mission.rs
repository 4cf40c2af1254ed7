//! Whose list it is: a mission's register says the nationality of everybody once, over the headings.

use super::words::Words;
use crate::sheet::Sheet;
use base::Country;
use std::collections::BTreeSet;

/// The nationality of everybody on a list that says so over its headings or in them.
pub fn nationality(sheet: &Sheet, header: Option<usize>) -> Option<Country> {
    let above = sheet
        .rows
        .iter()
        .take(header.map_or(0, |at| at + 1))
        .flat_map(|row| row.cells.iter().map(|cell| cell.text().into_owned()));
    let found: BTreeSet<Country> =
        std::iter::once(sheet.name.clone()).chain(above).filter_map(|text| said(&text)).collect();
    if found.len() == 1 { found.into_iter().next() } else { None }
}

fn said(text: &str) -> Option<Country> {
    const WORDS: [(&str, &str); 7] = [
        ("wni", "IDN"),
        ("kbri", "IDN"),
        ("kjri", "IDN"),
        ("ofw", "PHL"),
        ("ofws", "PHL"),
        ("中国公民", "CHN"),
        ("中国籍", "CHN"),
    ];
    const MISSIONS: &str = "\
        embassy of the, embassy of, consulate general of, consulate of, ambassade du, \
        ambassade de, ambassade des, embajada de, embajada del, embaixada do, embaixada da, \
        embaixada de";
    const PEOPLE: &str = "nationals, citizens, embassy, national, citizen, consulate";
    let words = Words::of(text);
    let latin: Vec<&str> = words.latin().collect();
    let has = |word: &&str| if word.is_ascii() { latin.contains(word) } else { text.contains(*word) };
    if ["wna", "foreigners", "外国人"].iter().any(has) {
        return None;
    }
    if let Some((_, iso)) = WORDS.iter().find(|(word, _)| has(word)) {
        return Country::from_iso3(iso);
    }
    let line = latin.join(" ");
    let after = MISSIONS.split(", ").filter_map(|mission| {
        Some(line.split_once(mission)?.1.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>())
    });
    let after = after.flat_map(|words| {
        (1..=words.len().min(4)).rev().filter_map(move |count| Country::read(&words[..count].join(" "))).next()
    });
    let before = latin.iter().enumerate().filter(|(_, word)| PEOPLE.split(", ").any(|one| one == **word));
    let before = before
        .filter_map(|(at, _)| (1..=at.min(3)).rev().find_map(|count| Country::read(&latin[at - count..at].join(" "))));
    // A mission in Cambodia names Cambodia too, and nobody on our lists is stranded at home.
    after.chain(before).find(|country| country.iso3() != "KHM")
}
