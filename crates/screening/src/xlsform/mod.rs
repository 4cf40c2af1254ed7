//! An organisation's own questionnaire, as KoBo and ODK know it: the sheets survey, choices and settings of an XLSForm,
//! through a checked subset.
//!
//! What is not in the subset is refused with a sentence each, and never passed over: a question that is asked otherwise
//! than its author meant is worse than one that is not asked. Columns of our own (`indicator`, `concern`, `part`,
//! `short`, `urgent`) say what answers count as; a form without them is asked and kept, and carries no result.

mod choices;
mod columns;
mod question;
mod survey;

use crate::instruments::without_time;
use crate::{Instruments, Questionnaire, Trouble};
use columns::{Line, Table};
use serde::{Deserialize, Serialize};

/// A sheet as its rows of cells, each with its number as a spreadsheet program shows it. Empty rows may be left out.
pub type Rows = Vec<(u32, Vec<String>)>;

/// The three sheets. A form without choices or settings leaves them empty. Whoever keeps a questionnaire keeps this, and
/// reads it again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Form {
    pub survey: Rows,
    pub choices: Rows,
    pub settings: Rows,
}

/// As many rows as are taken of one sheet.
const MOST: usize = 2_000;

/// The questionnaire, or everything in the form that is not understood: sheet, row, column, what, and what to do.
pub fn read(form: &Form, instruments: &Instruments) -> Result<Questionnaire, Vec<Trouble>> {
    let mut troubles = Vec::new();
    for (sheet, rows) in [("survey", &form.survey), ("choices", &form.choices), ("settings", &form.settings)] {
        if rows.len() > MOST {
            let says = format!("The sheet has more than {MOST} rows. Part the form into several.");
            return Err(vec![Trouble::new(sheet, 0, "", says)]);
        }
    }
    let named = settings(&Table::read("settings", &form.settings, &columns::SETTINGS, &mut troubles), &mut troubles);
    let lists =
        choices::read(&Table::read("choices", &form.choices, &columns::CHOICES, &mut troubles), &named, &mut troubles);
    let survey = Table::read("survey", &form.survey, &columns::SURVEY, &mut troubles);
    let questions = survey::read(&survey, &lists, &named, instruments, &mut troubles);
    if questions.is_empty() && troubles.is_empty() {
        let says = "There is no question. The first row of the sheet has the headings type, name and label.";
        troubles.push(Trouble::new("survey", 1, "", says));
    }
    let whole = Questionnaire::new(&named.id, named.version, &named.title, questions);
    troubles.extend(without_time(&whole).map(|says| Trouble::new("survey", 0, "concern", says)));
    if troubles.is_empty() { Ok(whole) } else { Err(troubles) }
}

/// What the settings say of the form.
struct Named {
    id: String,
    version: u32,
    title: String,
    /// The language of labels that stand in a column of several.
    language: Option<String>,
}

fn settings(table: &Table, troubles: &mut Vec<Trouble>) -> Named {
    let first = table.lines().next();
    let get = |column: &str| first.as_ref().map_or("", |line| line.get(column)).to_owned();
    let row = first.as_ref().map_or(2, |line| line.number);
    let mut wrong = |column: &str, says: &str| troubles.push(Trouble::new("settings", row, column, says));
    let id = get("form_id");
    if !is_name(&id) {
        wrong(
            "form_id",
            "The form needs a name of its own that never changes, of letters, digits, - and _. Answers are kept by it.",
        );
    }
    let version = get("version");
    let number = if version.is_empty() { Some(1) } else { version.parse().ok().filter(|number| *number > 0) };
    if number.is_none() {
        wrong(
            "version",
            "The version is a whole number here, as in 1 or 2026112301 (below 4294967296), and grows with each change.",
        );
    }
    let title = get("form_title");
    let language = Some(columns::language(&get("default_language"))).filter(|language| !language.is_empty());
    let title = if title.is_empty() { id.clone() } else { title };
    Named { id, version: number.unwrap_or(1), title, language }
}

/// A name as XLSForm has them: it begins with a letter or an underscore.
fn is_name(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    begins && text.len() <= 64 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

/// A mistake in a line of a sheet.
fn wrong(line: &Line, column: &str, sentence: impl Into<String>) -> Trouble {
    Trouble::new(line.sheet, line.number, column, sentence)
}
