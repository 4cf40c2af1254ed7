//! The sheet of questions, from its first row to its last, with the groups that they stand in.

use super::choices::Lists;
use super::columns::{Line, Table};
use super::question::{self, Asks};
use super::{Named, wrong};
use crate::Trouble;
use crate::instruments::{Instruments, refers};
use crate::questionnaire::Question;
use crate::relevant::Relevant;

/// A group that is open: where it began, what it is called, and when its questions are asked.
struct Group {
    row: u64,
    label: String,
    relevant: Option<Relevant>,
}

pub(super) fn read(
    table: &Table,
    lists: &Lists,
    named: &Named,
    instruments: &Instruments,
    troubles: &mut Vec<Trouble>,
) -> Vec<Question> {
    let (mut groups, mut questions): (Vec<Group>, Vec<Question>) = (Vec::new(), Vec::new());
    for line in table.lines() {
        match question::asks(&line, lists) {
            Ok(Asks::BeginGroup) => groups.push(group(&line, named, troubles)),
            Ok(Asks::EndGroup) if groups.pop().is_none() => {
                troubles.push(wrong(&line, "type", "No group is open that could end here. Delete this row."));
            }
            Ok(Asks::EndGroup) => {}
            Ok(Asks::This(kind)) => {
                let mut one = question::read(&line, kind, named, instruments, troubles);
                one.number = questions.len() as u32 + 1;
                one.section = groups.iter().map(|group| group.label.as_str()).collect::<Vec<_>>().join(" / ");
                one.relevant = groups.iter().rev().filter_map(|group| group.relevant.clone()).fold(one.relevant, both);
                if questions.iter().any(|other| other.id == one.id) {
                    let says = format!("“{}” is the name of a question above. Give each its own.", one.id);
                    troubles.push(wrong(&line, "name", says));
                }
                if let Err((column, says)) = refers(&one, &questions) {
                    troubles.push(wrong(&line, column, says));
                }
                questions.push(one);
            }
            Err(says) => troubles.push(wrong(&line, "type", says)),
        }
    }
    let open = groups.iter().map(|group| {
        Trouble::new(
            "survey",
            group.row,
            "type",
            "This group does not end. Write a row “end_group” behind its last question.",
        )
    });
    troubles.extend(open);
    questions
}

fn group(line: &Line, named: &Named, troubles: &mut Vec<Trouble>) -> Group {
    let label = line.spoken("label", named.language.as_ref()).0;
    let label = if label.is_empty() { line.get("name").to_owned() } else { label };
    let relevant = match line.get("relevant") {
        "" => None,
        text => Relevant::read(text).map_err(|says| troubles.push(wrong(line, "relevant", says))).ok(),
    };
    Group { row: line.number, label, relevant }
}

fn both(inner: Option<Relevant>, outer: Relevant) -> Option<Relevant> {
    Some(match inner {
        Some(inner) => Relevant::And(Box::new(outer), Box::new(inner)),
        None => outer,
    })
}
