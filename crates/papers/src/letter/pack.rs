//! The letters of a country: every form in every language, or what is wrong with its files.

use super::fields::{FIELDS, Field, Purpose, WORDS, WordSets, read_fields, read_words};
use super::{Problem, Template, Tongue};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The folder of the letters, inside of that of the pack.
pub const FOLDER: &str = "letters";

/// One letter, in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub id: String,
    pub fields: Vec<Field>,
    templates: Vec<Template>,
}

impl Form {
    pub fn template(&self, tongue: Tongue) -> Option<&Template> {
        self.templates.iter().find(|template| template.tongue == tongue)
    }

    pub fn purpose(&self) -> Option<Purpose> {
        self.templates.first().map(|template| template.purpose)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    pub forms: Vec<Form>,
}

impl Pack {
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// Of files by their path below the folder, such as "presumption/en.txt": the letters that are fit, and
    /// everything that is wrong with the others.
    pub fn read(files: &BTreeMap<String, String>) -> (Pack, Vec<Problem>) {
        let mut problems = Vec::new();
        let words = match files.get(WORDS) {
            Some(text) => {
                let (words, found) = read_words(WORDS, text);
                problems.extend(found);
                words
            }
            None => WordSets::default(),
        };
        let mut pack = Pack::default();
        for id in files.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect::<BTreeSet<&str>>() {
            match read_form(id, files, &words) {
                Ok(form) => pack.forms.push(form),
                Err(found) => problems.extend(found),
            }
        }
        problems.extend(files.keys().filter(|path| !is_known(path)).map(|path| Problem {
            file: path.clone(),
            line: 0,
            sentence: format!("This file has no place among the letters. There are {WORDS}, and in each folder {FIELDS} and one file a language, such as en.txt."),
        }));
        problems.sort();
        (pack, problems)
    }
}

fn read_form(id: &str, files: &BTreeMap<String, String>, words: &WordSets) -> Result<Form, Vec<Problem>> {
    let mut problems = Vec::new();
    let missing = |path: &str, sentence: String| Problem { file: path.to_owned(), line: 0, sentence };
    let path = format!("{id}/{FIELDS}");
    let (fields, found) = match files.get(&path) {
        Some(text) => read_fields(&path, text, words),
        None => {
            (Vec::new(), vec![missing(&path, "It is missing. It lists what the letter takes, and why.".to_owned())])
        }
    };
    problems.extend(found);
    let mut templates = Vec::new();
    for tongue in Tongue::ALL {
        let path = format!("{id}/{}.txt", tongue.tag());
        let Some(text) = files.get(&path) else {
            problems
                .push(missing(&path, "It is missing. A letter is written in every language, or in none.".to_owned()));
            continue;
        };
        match Template::parse(id, tongue, text, &fields, words) {
            Ok(template) => templates.push(template),
            Err(found) => problems.extend(found),
        }
    }
    if let [first, others @ ..] = templates.as_slice() {
        problems.extend(others.iter().filter(|other| other.purpose != first.purpose).map(|other| {
            let file = format!("{id}/{}.txt", other.tongue.tag());
            missing(&file, format!("Its purpose is not that of {}.txt. A letter has one purpose.", first.tongue.tag()))
        }));
    }
    if problems.is_empty() { Ok(Form { id: id.to_owned(), fields, templates }) } else { Err(problems) }
}

fn is_known(path: &str) -> bool {
    match path.split_once('/') {
        None => path == WORDS || path == "README.md",
        Some((_, name)) => name == FIELDS || name.strip_suffix(".txt").and_then(Tongue::of_tag).is_some(),
    }
}

/// The letters that the program carries.
pub fn embedded() -> &'static Pack {
    static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(&files()).0);
    &PACK
}

/// Its files, by their path below the folder.
pub fn files() -> BTreeMap<String, String> {
    EMBEDDED.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

macro_rules! embed {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../../../data/packs/khm/letters/", $path)))),*]
    };
}

const EMBEDDED: [(&str, &str); 10] = embed![
    "words.csv",
    "presumption/fields.csv",
    "presumption/en.txt",
    "presumption/km.txt",
    "medical-referral/fields.csv",
    "medical-referral/en.txt",
    "medical-referral/km.txt",
    "mission-request/fields.csv",
    "mission-request/en.txt",
    "mission-request/km.txt",
];
