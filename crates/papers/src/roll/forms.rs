//! What the rolls of a country say: headings in English and in its language, the note verbale that goes before them,
//! and the words by which ministries decide.

use super::back::{Decision, even};
use crate::letter::fields::{WordSets, read_fields};
use crate::letter::{Problem, Template, Tongue};
use base::table::{Trouble, rows};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The folder of the rolls, inside of that of the pack.
pub const FOLDER: &str = "rolls";
const WORDS: &str = "words.csv";
const ANSWERS: &str = "answers.csv";
const NOTE: &str = "note-verbale";

/// What stands on a roll, by its key; the first eight are the columns.
const KEYS: [&str; 21] = [
    "number",
    "name",
    "birth",
    "document",
    "nationality",
    "entered",
    "days",
    "amount",
    "decision",
    "choices",
    "title",
    "mission",
    "day",
    "until",
    "persons",
    "total",
    "signature",
    "page",
    "of",
    "recipient",
    "place",
];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(BTreeMap<String, (String, String)>);

impl Words {
    pub fn english(&self, key: &str) -> &str {
        self.0.get(key).map_or("", |(english, _)| english)
    }

    /// Empty where the pack has no language of its own.
    pub fn local(&self, key: &str) -> &str {
        self.0.get(key).map_or("", |(_, local)| local)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    pub words: Words,
    /// In small letters, the longest first.
    pub(super) answers: Vec<(String, Decision)>,
    /// In each language; none where the pack has no note.
    pub note: Vec<Template>,
}

impl Forms {
    /// Of files by their paths below the folder, such as "note-verbale/en.txt": what can be read, and everything that
    /// is wrong with the rest.
    pub fn read(files: &BTreeMap<String, String>) -> (Forms, Vec<Trouble>) {
        let mut troubles = Vec::new();
        let mut forms = Forms::default();
        let missing =
            |name: &str| Trouble::new(&path(name), 0, "", "It is missing. No roll can be written without it.");
        match files.get(WORDS) {
            Some(text) => forms.words = read_words(text, &mut troubles),
            None => troubles.push(missing(WORDS)),
        }
        match files.get(ANSWERS) {
            Some(text) => forms.answers = read_answers(text, &mut troubles),
            None => troubles.push(missing(ANSWERS)),
        }
        if files.keys().any(|name| name.starts_with(NOTE)) {
            forms.note = read_note(files, &mut troubles);
        }
        let known = |name: &&String| {
            let note = name.strip_prefix(NOTE).and_then(|rest| rest.strip_prefix('/'));
            let is_note = note.is_some_and(|note| {
                note == crate::letter::fields::FIELDS || note.strip_suffix(".txt").and_then(Tongue::of_tag).is_some()
            });
            is_note || [WORDS, ANSWERS, "README.md"].contains(&name.as_str())
        };
        let says = format!("This file has no place among the rolls. There are {WORDS}, {ANSWERS} and {NOTE}.");
        troubles.extend(files.keys().filter(|name| !known(name)).map(|name| Trouble::new(&path(name), 0, "", &*says)));
        (forms, troubles)
    }
}

fn path(name: &str) -> String {
    format!("{FOLDER}/{name}")
}

fn read_words(text: &str, troubles: &mut Vec<Trouble>) -> Words {
    let mut words = Words::default();
    for row in rows(&path(WORDS), text, &["word", "en", "local"], troubles) {
        let key = row.get("word").to_owned();
        match row.full("en") {
            _ if !KEYS.contains(&key.as_str()) => {
                let says = format!("“{key}” stands on no roll. There are {}.", KEYS.join(", "));
                troubles.push(row.wrong("word", says));
            }
            _ if words.0.contains_key(&key) => troubles.push(row.wrong("word", "It stands in a row above. Leave one.")),
            Ok(english) => drop(words.0.insert(key, (english, row.get("local").to_owned()))),
            Err(trouble) => troubles.push(trouble),
        }
    }
    let lacking = KEYS.iter().filter(|key| !words.0.contains_key(**key));
    let says = |key: &&str| Trouble::new(&path(WORDS), 0, "word", format!("“{key}” has no row. Write one."));
    troubles.extend(lacking.map(says));
    words
}

fn read_answers(text: &str, troubles: &mut Vec<Trouble>) -> Vec<(String, Decision)> {
    let mut answers: Vec<(String, Decision)> = Vec::new();
    for row in rows(&path(ANSWERS), text, &["answer", "language", "word"], troubles) {
        let decision = Decision::from_key(row.get("answer"));
        let word = row.full("word").map(|word| even(&word));
        match (decision, word) {
            (None, _) => troubles.push(row.wrong("answer", "Write approved, refused or not-found.")),
            (_, Err(trouble)) => troubles.push(trouble),
            (Some(decision), Ok(word)) => match answers.iter().find(|(known, _)| *known == word) {
                Some((_, other)) if *other != decision => {
                    troubles.push(row.wrong("word", "The same word means something else in a row above."));
                }
                Some(_) => {}
                None => answers.push((word, decision)),
            },
        }
    }
    for decision in Decision::ALL {
        if !answers.iter().any(|(_, known)| known == decision) {
            let says = format!("There is no word for “{}”. Write one.", decision.key());
            troubles.push(Trouble::new(&path(ANSWERS), 0, "answer", says));
        }
    }
    answers.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
    answers
}

fn read_note(files: &BTreeMap<String, String>, troubles: &mut Vec<Trouble>) -> Vec<Template> {
    let trouble = |problem: Problem| {
        let file = path(&problem.file);
        Trouble::new(&file, problem.line as u64, "", problem.sentence)
    };
    let named = |name: &str| format!("{NOTE}/{name}");
    let fields = named(crate::letter::fields::FIELDS);
    let words = WordSets::default();
    let Some(text) = files.get(&fields) else {
        troubles.push(Trouble::new(&path(&fields), 0, "", "It is missing. It lists what the note takes, and why."));
        return Vec::new();
    };
    let (fields, found) = read_fields(&fields, text, &words);
    troubles.extend(found.into_iter().map(trouble));
    let mut note = Vec::new();
    for tongue in Tongue::ALL {
        let Some(text) = files.get(&named(&format!("{}.txt", tongue.tag()))) else { continue };
        match Template::parse(NOTE, tongue, text, &fields, &words) {
            Ok(template) => note.push(template),
            Err(found) => troubles.extend(found.into_iter().map(trouble)),
        }
    }
    note
}

macro_rules! embed {
    ($pack:literal: $($path:literal),* $(,)?) => {
        ($pack, &[$(($path, include_str!(concat!("../../../../data/packs/", $pack, "/rolls/", $path)))),*])
    };
}

type Files = &'static [(&'static str, &'static str)];

const EMBEDDED: [(&str, Files); 2] = [
    embed!["khm": "words.csv", "answers.csv", "note-verbale/fields.csv", "note-verbale/en.txt", "note-verbale/km.txt"],
    embed!["mmr-tha": "words.csv", "answers.csv"],
];

/// The files of a pack that the program carries, by their paths below the folder; none where it has no rolls.
pub fn files(pack: &str) -> BTreeMap<String, String> {
    let of = EMBEDDED.iter().filter(|(id, _)| *id == pack).flat_map(|(_, files)| files.iter());
    of.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// The rolls of a pack that the program carries.
pub fn embedded(pack: &str) -> Option<&'static Forms> {
    static ALL: LazyLock<Vec<(&str, Forms)>> =
        LazyLock::new(|| EMBEDDED.iter().map(|(id, _)| (*id, Forms::read(&files(id)).0)).collect());
    ALL.iter().find(|(id, _)| *id == pack).map(|(_, forms)| forms)
}
