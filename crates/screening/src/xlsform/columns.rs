//! Headings and cells of a sheet.

use super::{MOST, Rows};
use crate::Trouble;
use std::collections::BTreeMap;

/// The columns that are read, those that are harmless and passed over, and those that would change what is asked.
pub(super) struct Known {
    read: &'static [&'static str],
    harmless: &'static [&'static str],
    refused: &'static [(&'static str, &'static str)],
}

const CASCADE: &str =
    "Lists that depend on an earlier answer are not asked here. Make a question for each list, with “relevant”.";
const NOT_UNDERSTOOD: &str =
    "This column is not understood. Delete it, or begin its heading with # to keep it for yourselves.";
const MEDIA: &str =
    "Pictures, sound and film are not shown by these questions. Say it in words, and delete the column.";

pub(super) const SURVEY: Known = Known {
    read: &[
        "type",
        "name",
        "label",
        "hint",
        "required",
        "relevant",
        "constraint",
        "constraint_message",
        "default",
        "indicator",
        "indicators",
        "concern",
        "part",
        "short",
        "urgent",
    ],
    harmless: &["appearance", "required_message", "guidance_hint"],
    refused: &[
        (
            "calculation",
            "Values that are worked out are not kept here. Delete the column; what an answer counts as stands in “indicator”.",
        ),
        ("choice_filter", CASCADE),
        (
            "repeat_count",
            "Questions that are asked several times over are not in a questionnaire here. What happened several times, such as being sold, is entered in the history of captivity.",
        ),
        ("trigger", "Nothing is worked out when an answer changes. Delete the column."),
        (
            "parameters",
            "Parameters are not understood. Delete the column, and order the choices as they are to be asked.",
        ),
        ("read_only", "A question that nobody may answer is a note. Write “note” as its type, and delete the column."),
        ("media", MEDIA),
        ("image", MEDIA),
        ("audio", MEDIA),
        ("video", MEDIA),
    ],
};

pub(super) const CHOICES: Known = Known {
    read: &["list_name", "list name", "name", "label"],
    harmless: &[],
    refused: &[("media", MEDIA), ("image", MEDIA), ("audio", MEDIA), ("video", MEDIA)],
};

pub(super) const SETTINGS: Known = Known {
    read: &["form_id", "form_title", "version", "default_language"],
    harmless: &["style", "allow_choice_duplicates"],
    refused: &[
        ("public_key", "The registry seals answers with its own keys. Delete the column."),
        ("submission_url", "Answers are sent nowhere. Delete the column."),
        ("instance_name", "An answer has no name of its own. Delete the column."),
    ],
};

/// A sheet with its headings understood.
pub(super) struct Table<'r> {
    sheet: &'static str,
    /// The heading of each column, with its language; `None` where the column is passed over.
    headings: Vec<Option<(String, String)>>,
    rows: &'r [(u32, Vec<String>)],
}

/// One row of it.
pub(super) struct Line<'t> {
    pub sheet: &'static str,
    pub number: u64,
    headings: &'t [Option<(String, String)>],
    cells: &'t [String],
}

impl<'r> Table<'r> {
    pub fn read(sheet: &'static str, rows: &'r Rows, known: &Known, troubles: &mut Vec<Trouble>) -> Table<'r> {
        let Some(((number, first), rows)) = rows.split_first() else {
            return Table { sheet, headings: Vec::new(), rows: &[] };
        };
        let mut headings: Vec<Option<(String, String)>> = Vec::new();
        for (at, heading) in first.iter().enumerate() {
            // Programs that make forms write headings for everything; what nobody filled in changes nothing.
            let filled = || rows.iter().any(|(_, cells)| cells.get(at).is_some_and(|cell| !cell.trim().is_empty()));
            let (name, language) = parted(heading);
            let known_to = |list: &[&str]| list.contains(&name.as_str());
            let read = known_to(known.read);
            let refused = known.refused.iter().find(|(refused, _)| *refused == name);
            let twice = headings.iter().flatten().any(|other| *other == (name.clone(), language.clone()));
            let mut wrong = |says: &str| troubles.push(Trouble::new(sheet, u64::from(*number), heading, says));
            if read && twice {
                wrong("This column stands here twice. Delete one.");
            } else if !read && !known_to(known.harmless) && !name.is_empty() && !name.starts_with('#') && filled() {
                wrong(refused.map_or(NOT_UNDERSTOOD, |(_, why)| why));
            }
            headings.push((read && !twice).then_some((name, language)));
        }
        Table { sheet, headings, rows: &rows[..rows.len().min(MOST)] }
    }

    pub fn has(&self, column: &str) -> bool {
        self.headings.iter().flatten().any(|(name, _)| name == column)
    }

    /// The rows that hold something.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows
            .iter()
            .map(|(number, cells)| Line {
                sheet: self.sheet,
                number: u64::from(*number),
                headings: &self.headings,
                cells,
            })
            .filter(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()))
    }
}

impl Line<'_> {
    /// Empty where there is no such column. Of one in several languages, the one without a language, or else the first.
    pub fn get(&self, column: &str) -> &str {
        self.in_all(column)
            .find(|(language, _)| language.is_empty())
            .or_else(|| self.in_all(column).next())
            .map_or("", |(_, text)| text)
    }

    /// What stands in a column in the language of the form, and in each of its languages.
    pub fn spoken(&self, column: &str, default: Option<&String>) -> (String, BTreeMap<String, String>) {
        let texts: BTreeMap<String, String> = self
            .in_all(column)
            .filter(|(language, text)| !language.is_empty() && !text.is_empty())
            .map(|(language, text)| (language.to_owned(), text.to_owned()))
            .collect();
        let spoken = default.and_then(|language| texts.get(language)).cloned();
        (spoken.unwrap_or_else(|| self.get(column).to_owned()), texts)
    }

    fn in_all(&self, column: &str) -> impl Iterator<Item = (&str, &str)> {
        let cells = self.headings.iter().zip(self.cells);
        cells.filter_map(move |(heading, cell)| {
            let (name, language) = heading.as_ref()?;
            (name == column).then_some((language.as_str(), cell.trim()))
        })
    }
}

/// "label::Khmer (km)" is the column "label" in the language "km".
fn parted(heading: &str) -> (String, String) {
    let heading = heading.trim();
    let (name, rest) = heading.split_once("::").or_else(|| heading.split_once(':')).unwrap_or((heading, ""));
    (name.trim().to_lowercase(), language(rest))
}

/// The code of "Khmer (km)"; without one, the name as it stands.
pub(super) fn language(text: &str) -> String {
    let code = text.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(code, _)| code);
    code.unwrap_or(text).trim().to_lowercase()
}
