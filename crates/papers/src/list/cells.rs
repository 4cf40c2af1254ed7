//! Single cells: sex, nationality, names, and two things in one cell.

use super::words::{Words, is_latin_letter, is_no_name, is_other_letter};
use super::{birth, paper};
use crate::sheet::Cell;
use base::{Country, Sex};

/// The sex a word names, in any of our languages. The letter M is a man's here; see `person::List`.
pub fn sex_word(text: &str) -> Option<Sex> {
    if text.len() > 60 {
        return None;
    }
    let words = Words::of(text);
    match () {
        _ if words.is("female") => Some(Sex::Female),
        _ if words.is("male") => Some(Sex::Male),
        _ if words.is("other-sex") => Some(Sex::Other),
        _ => None,
    }
}

/// "F/23", "M 31", "男 25岁": the sex as written, and the age.
pub fn sex_and_age(text: &str) -> Option<(String, u8)> {
    let figures: String = text.chars().map(|c| if base::text::digit(c).is_some() { c } else { ' ' }).collect();
    let age = birth::age(&Cell::Text(base::text::line(&figures)))?;
    let mut words = Words::of(&text.chars().map(|c| if c.is_numeric() { ' ' } else { c }).collect::<String>());
    if let Some(sex) = words.whole().filter(|word| sex_word(word).is_some()) {
        return Some((sex.into_owned(), age));
    }
    words.take("age");
    Some((words.whole()?.into_owned(), age))
}

/// One or several nationalities; `None` when any of them cannot be read.
pub fn nationalities(text: &str) -> Option<Vec<Country>> {
    if let Some(country) = Country::read(text) {
        return Some(vec![country]);
    }
    const AND: [&str; 9] = [" and ", " et ", " y ", " e ", " dan ", " và ", " na ", " и ", "和"];
    let signs = |c| "/,;&+\n、，؛،|".contains(c);
    let parts = text.split(signs).flat_map(|part| {
        let and = AND.iter().find_map(|and| part.split_once(and));
        and.map_or_else(|| vec![part], |(a, b)| vec![a, b])
    });
    let mut countries = Vec::new();
    for part in parts {
        let country = Country::read(part.trim())?;
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    Some(countries)
}

/// "Abebe Bikila (Ethiopian)", "Amina Diallo - Guinea": the name, and what may be a nationality.
pub fn name_and_nationality(text: &str) -> (String, Option<String>) {
    let marks = ['(', '（', '[', '/', ',', '，', '-', '–', '|', ';', '\n'];
    let closed = |part: &str| part.trim_matches([')', '）', ']', ' ', '.']).to_owned();
    for (at, mark) in text.match_indices(marks) {
        let (name, rest) = (&text[..at], closed(&text[at + mark.len()..]));
        if !is_no_name(name) && nationalities(&rest).is_some() {
            return (name.trim().to_owned(), Some(rest));
        }
    }
    match text.split_once(['(', '（', '[']) {
        Some((name, rest)) if !is_no_name(name) => (name.trim().to_owned(), Some(closed(rest))),
        _ => (text.to_owned(), None),
    }
}

/// "Abebe Bikila / EP1234567", "Abebe Bikila (lost)": the name, and what is said of the passport.
pub fn name_and_passport(text: &str) -> (String, String) {
    let signs = ['/', '(', '（', ',', ';', '|', '\n', ':'];
    let closed = |part: &str| part.trim_matches([')', '）', ' ', '-', '/', '(', ',', ':']).to_owned();
    if let Some((name, rest)) = text.split_once(signs) {
        return if is_no_name(name) { (closed(rest), closed(name)) } else { (closed(name), closed(rest)) };
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.iter().position(|word| paper::is_passport_number(word)) {
        Some(at) => {
            let name: Vec<&str> = words.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, word)| *word).collect();
            (closed(&name.join(" ")), words[at].to_owned())
        }
        None => (text.to_owned(), String::new()),
    }
}

/// A name, or the same name in two scripts: "张伟 (Zhang Wei)". Nothing for a cell that names nobody.
pub fn names(text: &str) -> Vec<String> {
    let name = base::text::line(text);
    if is_no_name(&name) || paper::is_passport_number(&name) {
        return Vec::new();
    }
    let part = |belongs: fn(char) -> bool| {
        let kept: String = name.chars().map(|c| if c.is_alphabetic() && !belongs(c) { ' ' } else { c }).collect();
        let kept = base::text::line(&kept.replace(['(', ')', '（', '）', '/', '[', ']'], " "));
        kept.trim_matches([' ', '-', ',', '，', '·']).to_owned()
    };
    let latin = name.chars().filter(|c| is_latin_letter(*c)).count();
    // A title such as "Dr" before a name in its own script is no second name.
    if latin < 4 || !name.contains(is_other_letter) {
        return vec![name];
    }
    let latin_part = part(is_latin_letter);
    // Marks of the other script are no letters and must not stay behind.
    let latin_part: String = latin_part.chars().filter(|c| !super::words::is_other_mark(*c)).collect();
    vec![part(|c| !is_latin_letter(c)), base::text::line(&latin_part)]
}

/// Given and family name as one, in the order of the script they are written in.
pub fn whole_name(given: &str, family: &str) -> String {
    let (given, family) = (base::text::line(given), base::text::line(family));
    let is_east_asian = |name: &str| {
        name.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'))
    };
    if is_east_asian(&given) && is_east_asian(&family) {
        format!("{family}{given}")
    } else {
        format!("{given} {family}").trim().to_owned()
    }
}
