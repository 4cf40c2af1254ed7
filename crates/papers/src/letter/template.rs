//! A letter in one language, before anything is filled in.

use super::fields::{FIELDS, Field, Part, Purpose, WordSets};
use super::reading::{self, Line};
use super::{Problem, Problems, Review, Tongue};
use base::Date;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub form: String,
    pub tongue: Tongue,
    pub purpose: Purpose,
    pub as_of: Date,
    pub reviewed: Option<Review>,
    pub to_confirm: Option<String>,
    pub fields: Vec<Field>,
    pub(super) words: WordSets,
    pub(super) parts: Vec<reading::Part>,
}

const KEYS: [&str; 7] = ["letter", "language", "purpose", "as_of", "reviewed_by", "reviewed_on", "to_confirm"];

impl Template {
    /// `form` is the name of its folder and `tongue` that of its file; both stand in its header too, so that a
    /// file that was copied to a wrong place is found. Either a template or everything that is wrong with it.
    pub fn parse(
        form: &str,
        tongue: Tongue,
        text: &str,
        fields: &[Field],
        words: &WordSets,
    ) -> Result<Self, Vec<Problem>> {
        let file = format!("{form}/{}.txt", tongue.tag());
        let mut problems = Problems::of(&file);
        let mut lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
        let header = Header::read(&mut lines, &mut problems);
        header.expect("letter", form, &mut problems);
        header.expect("language", tongue.tag(), &mut problems);
        let parts = reading::body(lines, &mut problems);
        let purpose = header.purpose(&mut problems);
        reading::complete(&parts, purpose, &mut problems);
        fields_used(&parts, fields, &mut problems);
        let as_of = header.date("as_of", &mut problems);
        let reviewed = header.reviewed(&mut problems);
        no_care_elsewhere(purpose, fields, &mut problems);
        let to_confirm = header.value("to_confirm").map(|(_, sentence)| sentence.to_owned());
        match (purpose, as_of, problems.found.is_empty()) {
            (Some(purpose), Some(as_of), true) => Ok(Self {
                form: form.to_owned(),
                tongue,
                purpose,
                as_of,
                reviewed,
                to_confirm,
                fields: fields.to_vec(),
                words: words.clone(),
                parts,
            }),
            _ => {
                problems.found.sort();
                Err(problems.found)
            }
        }
    }

    /// Every field that the letter takes, from where and why: what a page shows before anything is filled in.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

fn fields_used(parts: &[reading::Part], fields: &[Field], problems: &mut Problems) {
    let lines: Vec<&Line> = parts.iter().flat_map(reading::Part::lines).collect();
    for (line, place) in lines.iter().flat_map(|line| line.places().map(|place| (line.number, place))) {
        if !fields.iter().any(|field| field.name == place) {
            let sentence =
                format!("The field “{{{place}}}” is not in {FIELDS}. Add it there with its reason, or leave it out.");
            problems.say(line, sentence);
        }
    }
    let subjects =
        parts.iter().filter_map(|part| if let reading::Part::Subject(line) = part { Some(line) } else { None });
    for line in subjects.filter(|line| line.places().next().is_some()) {
        problems
            .say(line.number, "The subject holds a field. It becomes the name of the document, which names nobody.");
    }
    for field in fields {
        if !lines.iter().any(|line| line.places().any(|place| place == field.name)) {
            let sentence =
                "but is nowhere in this text. A letter takes nothing that it does not use: remove one or use it.";
            problems.say(0, format!("The field “{}” stands in {FIELDS}, line {}, {sentence}", field.name, field.line));
        }
    }
}

/// Health is nobody's business but that of those who heal.
fn no_care_elsewhere(purpose: Option<Purpose>, fields: &[Field], problems: &mut Problems) {
    for field in fields.iter().filter(|field| field.part == Part::Care && purpose != Some(Purpose::Medical)) {
        let sentence = "comes from care, which only a letter with “purpose: medical” may take. Leave it out.";
        problems.say(0, format!("The field “{}” in {FIELDS}, line {}, {sentence}", field.name, field.line));
    }
}

struct Header<'t>(BTreeMap<&'t str, (usize, &'t str)>);

impl<'t> Header<'t> {
    /// Lines of the form "key: value", up to the first empty one.
    fn read(lines: &mut impl Iterator<Item = (usize, &'t str)>, problems: &mut Problems) -> Self {
        let mut header = BTreeMap::new();
        for (number, line) in lines.by_ref() {
            if line.trim().is_empty() {
                break;
            }
            let Some((key, value)) = line.split_once(':').map(|(key, value)| (key.trim(), value.trim())) else {
                problems.say(
                    number,
                    "This line of the header is not of the form “key: value”. An empty line ends the header.",
                );
                continue;
            };
            if !KEYS.contains(&key) {
                problems.say(number, format!("“{key}” is not a key of the header. Keys are {}.", KEYS.join(", ")));
            } else if header.insert(key, (number, value)).is_some() {
                problems.say(number, format!("“{key}” stands in the header twice. Keep one."));
            }
        }
        Self(header)
    }

    fn value(&self, key: &str) -> Option<(usize, &'t str)> {
        self.0.get(key).copied().filter(|(_, value)| !value.is_empty())
    }

    fn expect(&self, key: &str, wanted: &str, problems: &mut Problems) {
        match self.value(key) {
            Some((_, value)) if value == wanted => {}
            Some((line, value)) => {
                problems.say(line, format!("This says “{key}: {value}”, but by its place the file is “{wanted}”."));
            }
            None => problems.say(0, format!("The header does not say “{key}: {wanted}”.")),
        }
    }

    fn purpose(&self, problems: &mut Problems) -> Option<Purpose> {
        let known = "protection, medical, consular or diplomatic";
        let Some((line, word)) = self.value("purpose") else {
            problems.say(0, format!("The header does not say the purpose: {known}."));
            return None;
        };
        let purpose = Purpose::of_word(word);
        if purpose.is_none() {
            problems.say(line, format!("“{word}” is not a purpose. Purposes are {known}."));
        }
        purpose
    }

    fn date(&self, key: &str, problems: &mut Problems) -> Option<Date> {
        let Some((line, text)) = self.value(key) else {
            problems.say(0, format!("The header does not say “{key}” with a date, such as 2026-11-23."));
            return None;
        };
        let date = text.parse().ok();
        if date.is_none() {
            problems.say(line, format!("“{text}” is not a date. Write it as 2026-11-23."));
        }
        date
    }

    /// The key itself must stand there, so that an empty one is a statement.
    fn reviewed(&self, problems: &mut Problems) -> Option<Review> {
        if !self.0.contains_key("reviewed_by") {
            problems.say(0, "The header does not say “reviewed_by”. Leave it empty while nobody has read the text.");
        }
        let by = self.value("reviewed_by");
        let on = self.value("reviewed_on").and_then(|_| self.date("reviewed_on", problems));
        match (by, on) {
            (Some((_, by)), Some(on)) => Some(Review { by: by.to_owned(), on }),
            (Some((line, _)), None) => {
                problems.say(line, "Somebody has reviewed this text, but “reviewed_on” gives no day.");
                None
            }
            (None, Some(_)) => {
                problems.say(0, "“reviewed_on” gives a day, but “reviewed_by” says nobody.");
                None
            }
            (None, None) => None,
        }
    }
}
