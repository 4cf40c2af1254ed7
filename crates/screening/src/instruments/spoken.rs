//! A questionnaire in the words of other languages: `1.km.csv` stands beside `1.csv`. Words change nothing that an answer
//! counts as, so a translation may be corrected without a new version; what an answer counts as may not.

use crate::questionnaire::Questionnaire;
use base::table::{Trouble, rows, several};
use std::collections::{BTreeMap, BTreeSet};

/// The words of one version in one language, as their bytes were read.
#[derive(Clone, Copy, Debug)]
pub struct Spoken<'f> {
    pub id: &'f str,
    pub version: u32,
    /// Its BCP 47 code.
    pub language: &'f str,
    pub text: &'f str,
}

impl Spoken<'_> {
    pub fn path(&self) -> String {
        format!("{}/{}.{}.csv", self.id, self.version, self.language)
    }
}

const COLUMNS: [&str; 4] = ["id", "wording", "hint", "choices"];

/// Gives every question its words in one more language, or says which it does not get.
pub(super) fn read(spoken: &Spoken, whole: &mut Questionnaire, troubles: &mut Vec<Trouble>) {
    let file = spoken.path();
    let language = || spoken.language.to_owned();
    let mut waiting: BTreeSet<String> = whole.questions.iter().map(|one| one.id.clone()).collect();
    // A remark becomes an empty line, which is no row: the others keep their numbers.
    let text: Vec<&str> = spoken.text.lines().map(|line| if line.starts_with('#') { "" } else { line }).collect();
    for row in rows(&file, &text.join("\n"), &COLUMNS, troubles) {
        let Some(question) = whole.questions.iter_mut().find(|one| one.id == row.get("id")) else {
            troubles.push(row.wrong("id", format!("There is no question “{}”. Write the id of one.", row.get("id"))));
            continue;
        };
        waiting.remove(&question.id);
        match row.full("wording") {
            Ok(wording) => drop(question.wordings.insert(language(), wording)),
            Err(trouble) => troubles.push(trouble),
        }
        if row.get("hint").is_empty() != question.hint.is_empty() {
            troubles.push(row.wrong("hint", "The question has a hint in one of the two languages alone."));
        } else if !question.hint.is_empty() {
            question.hints.insert(language(), row.get("hint").to_owned());
        }
        let mut labels: BTreeMap<&str, &str> = several(row.get("choices"))
            .filter_map(|one| one.split_once('='))
            .map(|(key, label)| (key.trim(), label.trim()))
            .collect();
        for choice in question.kind.choices_mut() {
            match labels.remove(choice.key.as_str()).filter(|label| !label.is_empty()) {
                Some(label) => drop(choice.labels.insert(language(), label.to_owned())),
                None => troubles.push(row.wrong("choices", format!("“{}” is not said.", choice.key))),
            }
        }
        for key in labels.keys() {
            troubles.push(row.wrong("choices", format!("The question has no choice “{key}”.")));
        }
    }
    for id in waiting {
        troubles.push(Trouble::new(&file, 0, "id", format!("The question “{id}” is not said. Write its row.")));
    }
}
