//! A questionnaire, or the triage, in the words of other languages: `1.km.csv` stands beside `1.csv`. Words change nothing
//! that an answer counts as, so a translation may be corrected without a new version; what an answer counts as may not.

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

    /// A remark becomes an empty line, which is no row: the others keep their numbers.
    fn without_remarks(&self) -> String {
        let lines: Vec<&str> = self.text.lines().map(|line| if line.starts_with('#') { "" } else { line }).collect();
        lines.join("\n")
    }
}

const COLUMNS_OF_TRIAGE: [&str; 3] = ["trigger", "from_hours", "first_action"];
const COLUMNS: [&str; 4] = ["id", "wording", "hint", "choices"];

/// Gives every question its words in one more language, or says which it does not get.
pub(super) fn read(spoken: &Spoken, whole: &mut Questionnaire, troubles: &mut Vec<Trouble>) {
    let file = spoken.path();
    let language = || spoken.language.to_owned();
    let mut waiting: BTreeSet<String> = whole.questions.iter().map(|one| one.id.clone()).collect();
    for row in rows(&file, &spoken.without_remarks(), &COLUMNS, troubles) {
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

/// Says what to do first in one more language, for every row of the triage.
pub(super) fn read_actions(spoken: &Spoken, rules: &mut [crate::triage::Rule], troubles: &mut Vec<Trouble>) {
    let file = spoken.path();
    let key = |rule: &crate::triage::Rule| rule.concern.map_or("otherwise", |concern| concern.key());
    for row in rows(&file, &spoken.without_remarks(), &COLUMNS_OF_TRIAGE, troubles) {
        let from = row.get("from_hours").parse().ok();
        match (
            row.full("first_action"),
            rules.iter_mut().find(|r| key(r) == row.get("trigger") && r.from_hours == from),
        ) {
            (Ok(says), Some(rule)) => drop(rule.first_actions.insert(spoken.language.to_owned(), says)),
            (Err(trouble), _) => troubles.push(trouble),
            (_, None) => troubles.push(row.wrong("trigger", "The triage has no row of this trigger and these hours.")),
        }
    }
    for rule in rules.iter().filter(|rule| !rule.first_actions.contains_key(spoken.language)) {
        troubles.push(Trouble::new(&file, 0, "trigger", format!("“{}” is not said. Write its row.", key(rule))));
    }
}
