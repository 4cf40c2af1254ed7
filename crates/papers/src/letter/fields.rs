//! `fields.csv` and `words.csv`: what a letter takes from a case, from which part of it, and why.

use super::{Problem, Problems, Tongue};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub const FIELDS: &str = "fields.csv";
pub const WORDS: &str = "words.csv";
const FIELD_COLUMNS: [&str; 7] = ["field", "kind", "part", "required", "why", "label_en", "label_km"];
const WORD_COLUMNS: [&str; 4] = ["set", "word", "en", "km"];

/// The part of a case file that a fact lies in. That of testimony is not among them: no letter can name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Identity,
    Journey,
    Care,
    Protection,
}

impl Part {
    pub const ALL: [Part; 4] = [Part::Identity, Part::Journey, Part::Care, Part::Protection];

    pub fn word(self) -> &'static str {
        match self {
            Part::Identity => "identity",
            Part::Journey => "journey",
            Part::Care => "care",
            Part::Protection => "protection",
        }
    }
}

/// What a letter is for. Facts of care go into medical letters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Protection,
    Medical,
    Consular,
    /// From a mission to a ministry: a note verbale. Nobody signs it, and it names nobody.
    Diplomatic,
}

impl Purpose {
    pub const ALL: [Purpose; 4] = [Purpose::Protection, Purpose::Medical, Purpose::Consular, Purpose::Diplomatic];

    pub fn word(self) -> &'static str {
        match self {
            Purpose::Protection => "protection",
            Purpose::Medical => "medical",
            Purpose::Consular => "consular",
            Purpose::Diplomatic => "diplomatic",
        }
    }

    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.word() == word)
    }
}

/// What a value may be. A field may allow several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Date,
    /// A day and an hour.
    Moment,
    Number,
    /// Letters and digits that are compared one by one; they are the same in every language.
    Code,
    /// One word of a set of `words.csv`, so that every language says it in its own way.
    Words(String),
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Kind::Text => f.write_str("text"),
            Kind::Date => f.write_str("a date"),
            Kind::Moment => f.write_str("a date with its hour"),
            Kind::Number => f.write_str("a number"),
            Kind::Code => f.write_str("a code"),
            Kind::Words(set) => write!(f, "a word of “{set}” in {WORDS}"),
        }
    }
}

/// One fact that a letter takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub kinds: Vec<Kind>,
    pub part: Part,
    pub required: bool,
    /// Why this letter needs it, in a sentence.
    pub why: String,
    /// What stands beside it in a table, in the order of [`Tongue::ALL`].
    pub labels: [String; 2],
    /// Its line in `fields.csv`.
    pub line: usize,
}

impl Field {
    pub fn label(&self, tongue: Tongue) -> &str {
        &self.labels[tongue as usize]
    }
}

/// Closed sets of words, in every language: set, word, and how each language says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordSets(BTreeMap<String, BTreeMap<String, [String; 2]>>);

impl WordSets {
    pub fn say(&self, set: &str, word: &str, tongue: Tongue) -> Option<&str> {
        Some(&self.0.get(set)?.get(word)?[tongue as usize])
    }

    pub fn words(&self, set: &str) -> impl Iterator<Item = &str> {
        self.0.get(set).into_iter().flat_map(|words| words.keys().map(String::as_str))
    }
}

/// The fields that can be read, and everything that is wrong with the others.
pub fn read_fields(file: &str, text: &str, words: &WordSets) -> (Vec<Field>, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let mut fields: Vec<Field> = Vec::new();
    rows(text, &FIELD_COLUMNS, &mut problems, |line, cells, problems| {
        let before = problems.found.len();
        let [name, kind, part, required, why, english, khmer] = cells else { return };
        if !is_name(name) {
            problems.say(line, format!("The field “{name}” is not a word of small letters, digits and underscores."));
        }
        if fields.iter().any(|field| field.name == *name) {
            problems.say(line, format!("The field “{name}” is there twice. Keep one of the two lines."));
        }
        let kinds = read_kinds(kind, words, line, problems);
        let part = read_part(part, line, problems);
        if !["yes", "no"].contains(&required.as_str()) {
            problems.say(line, format!("“{required}” in the column required is neither yes nor no."));
        }
        if why.is_empty() {
            let sentence =
                format!("It does not say why this letter needs “{name}”. Write one sentence, or leave it out.");
            problems.say(line, sentence);
        }
        for (label, column) in [(english, "label_en"), (khmer, "label_km")] {
            if label.is_empty() {
                problems.say(line, format!("The column {column} of “{name}” is empty."));
            }
        }
        if let (Some(part), true) = (part, problems.found.len() == before) {
            let (required, labels) = (required == "yes", [english.clone(), khmer.clone()]);
            fields.push(Field { name: name.clone(), kinds, part, required, why: why.clone(), labels, line });
        }
    });
    (fields, problems.found)
}

fn read_kinds(kind: &str, words: &WordSets, line: usize, problems: &mut Problems) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for one in kind.split(" or ").map(str::trim) {
        kinds.push(match one {
            "text" => Kind::Text,
            "date" => Kind::Date,
            "moment" => Kind::Moment,
            "number" => Kind::Number,
            "code" => Kind::Code,
            _ => match one.strip_prefix("words:") {
                Some(set) if words.words(set).next().is_some() => Kind::Words(set.to_owned()),
                Some(set) => {
                    problems.say(line, format!("There is no set “{set}” in {WORDS}."));
                    continue;
                }
                None => {
                    let known = "text, date, moment, number, code and words:SET, several with “or” between them";
                    problems.say(line, format!("“{one}” is not a kind of value. Kinds are {known}."));
                    continue;
                }
            },
        });
    }
    kinds
}

fn read_part(part: &str, line: usize, problems: &mut Problems) -> Option<Part> {
    let read = Part::ALL.into_iter().find(|known| known.word() == part);
    if part == "testimony" {
        problems.say(
            line,
            "A letter takes nothing from testimony: what a person did under coercion can convict them. Leave this field out.",
        );
    } else if read.is_none() {
        problems
            .say(line, format!("“{part}” is not a part of a case. Parts are identity, journey, care and protection."));
    }
    read
}

/// The sets of words that can be read, and everything that is wrong with the others.
pub fn read_words(file: &str, text: &str) -> (WordSets, Vec<Problem>) {
    let mut problems = Problems::of(file);
    let mut sets = WordSets::default();
    rows(text, &WORD_COLUMNS, &mut problems, |line, cells, problems| {
        let [set, word, english, khmer] = cells else { return };
        if cells.iter().any(String::is_empty) {
            problems.say(line, "A cell is empty. Every word needs its set and every language.");
        } else if sets
            .0
            .entry(set.clone())
            .or_default()
            .insert(word.clone(), [english.clone(), khmer.clone()])
            .is_some()
        {
            problems.say(line, format!("The word “{word}” is twice in the set “{set}”."));
        }
    });
    (sets, problems.found)
}

/// Every row that has as many cells as there are columns, with the number of its line.
fn rows(text: &str, columns: &[&str], problems: &mut Problems, mut take: impl FnMut(usize, &[String], &mut Problems)) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    for (number, record) in reader.records().enumerate() {
        let Ok(record) = record else {
            return problems.say(0, "It is not in UTF-8. Save it again as “CSV UTF-8”.");
        };
        let line = record.position().map_or(0, |position| position.line() as usize);
        let cells: Vec<String> =
            record.iter().map(|cell| cell.trim_start_matches('\u{feff}').trim().to_owned()).collect();
        if number == 0 {
            if cells != columns {
                return problems.say(line, format!("The headings have to be {}.", columns.join(",")));
            }
        } else if cells.len() != columns.len() {
            let sentence = "cells; is there a comma in a cell without quotation marks?";
            problems.say(line, format!("The row has {} instead of {} {sentence}", cells.len(), columns.len()));
        } else {
            take(line, &cells, problems);
        }
    }
}

fn is_name(name: &str) -> bool {
    let letters: BTreeSet<char> = ('a'..='z').chain('0'..='9').chain(['_']).collect();
    !name.is_empty() && name.chars().all(|c| letters.contains(&c))
}
