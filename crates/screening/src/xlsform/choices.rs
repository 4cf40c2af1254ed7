//! The lists of choices.

use super::columns::Table;
use super::{Named, wrong};
use crate::Trouble;
use crate::questionnaire::Choice;
use std::collections::BTreeMap;

/// By the name of the list.
pub(super) type Lists = BTreeMap<String, Vec<Choice>>;

pub(super) fn read(table: &Table, named: &Named, troubles: &mut Vec<Trouble>) -> Lists {
    let mut lists = Lists::new();
    for line in table.lines() {
        let list = if table.has("list_name") { line.get("list_name") } else { line.get("list name") };
        let (key, (label, labels)) = (line.get("name"), line.spoken("label", named.language.as_ref()));
        if list.is_empty() || key.is_empty() {
            troubles.push(wrong(
                &line,
                "name",
                "A choice has the name of its list and a name of its own. Fill in both.",
            ));
            continue;
        }
        if key.contains(char::is_whitespace) {
            let says = format!("“{key}” has a space in it. Write it without: what people read stands in the label.");
            troubles.push(wrong(&line, "name", says));
        }
        if label.is_empty() {
            troubles.push(wrong(&line, "label", "The label is empty. Write what people read."));
        }
        let choices = lists.entry(list.to_owned()).or_default();
        if choices.iter().any(|other| other.key == key) {
            let says = format!("“{key}” stands in the list “{list}” already. Give each choice a name of its own.");
            troubles.push(wrong(&line, "name", says));
        }
        choices.push(Choice { key: key.to_owned(), label, labels });
    }
    lists
}
