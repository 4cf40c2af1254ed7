//! `words/fr.csv` and the like: what a pack says to whoever reads a page, in other languages than English.
//!
//! A row is found by the English that it says anew. Whoever changes that English in a table so takes the old words
//! away: what is shown then is the new English, never what a warning used to say.

use super::Pack;
use base::table::{Row, Trouble, rows};
use std::collections::{BTreeMap, BTreeSet};

pub const FOLDER: &str = "words";
const COLUMNS: [&str; 2] = ["english", "said"];

/// Of one language: by the English, what is said for it and in which row.
#[derive(Clone, Debug, PartialEq)]
struct Tongue {
    file: String,
    said: BTreeMap<String, (String, u64)>,
}

/// By the tags of their languages.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words(BTreeMap<String, Tongue>);

/// "fr" of "words/fr.csv"; none where it is no such table.
pub(super) fn tag(name: &str) -> Option<&str> {
    let tag = name.strip_prefix(FOLDER)?.strip_prefix('/')?.strip_suffix(".csv")?;
    ((2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(tag)
}

pub(super) fn read(files: &BTreeMap<String, String>, troubles: &mut Vec<Trouble>) -> Words {
    let all = files.iter().filter_map(|(name, text)| Some((tag(name)?, name, text)));
    Words(all.map(|(tag, name, text)| (tag.to_owned(), tongue(name, text, troubles))).collect())
}

fn tongue(name: &str, text: &str, troubles: &mut Vec<Trouble>) -> Tongue {
    let mut said = BTreeMap::new();
    let two = |row: &Row| Ok::<_, Trouble>((row.full("english")?, row.full("said")?));
    for row in rows(name, text, &COLUMNS, troubles) {
        match two(&row) {
            Ok((english, _)) if said.contains_key(&english) => {
                troubles.push(row.wrong("english", "This stands in a row above. Leave one of the two."));
            }
            Ok((english, words)) => drop(said.insert(english, (words, row.number))),
            Err(trouble) => troubles.push(trouble),
        }
    }
    Tongue { file: name.to_owned(), said }
}

impl Pack {
    /// A text of this pack in a language; as it stands in the table where nobody has said it in that one.
    pub fn said<'p>(&'p self, tag: &str, english: &'p str) -> &'p str {
        let said = self.words.0.get(tag).and_then(|tongue| tongue.said.get(english));
        said.map_or(english, |(said, _)| said.as_str())
    }

    /// Whatever pages say of it, each once. Names of sources and of places are said as they are written.
    pub fn texts(&self) -> BTreeSet<&str> {
        let steps = self.steps.iter().flat_map(|one| [&one.title, &one.risk, &one.documents]);
        let all = steps
            .chain(self.cautions.iter().map(|one| &one.says))
            .chain(self.deadlines.iter().map(|one| &one.says))
            .chain(self.fees.iter().map(|one| &one.title))
            .chain(self.missions.values().map(|one| &one.note));
        all.map(String::as_str).filter(|text| !text.is_empty()).collect()
    }

    /// The languages in which something of it is said, and how many of its texts in each.
    pub fn tongues(&self) -> impl Iterator<Item = (&str, usize)> {
        let texts = self.texts();
        let said = move |tongue: &Tongue| texts.iter().filter(|text| tongue.said.contains_key(**text)).count();
        self.words.0.iter().map(move |(tag, tongue)| (tag.as_str(), said(tongue)))
    }

    /// Words for an English that stands in no table any more: nobody ever sees them.
    pub fn idle_words(&self) -> Vec<Trouble> {
        let texts = self.texts();
        let says = "No table says this any more, so that nobody sees the row. Say the new English, or take it out.";
        let idle = |tongue: &Tongue| {
            let rows = tongue.said.iter().filter(|(english, _)| !texts.contains(english.as_str()));
            rows.map(|(_, (_, row))| Trouble::new(&tongue.file, *row, "english", says)).collect::<Vec<_>>()
        };
        self.words.0.values().flat_map(idle).collect()
    }
}
