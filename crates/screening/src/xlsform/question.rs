//! One question of the survey.

use super::choices::Lists;
use super::columns::Line;
use super::{Named, is_name, wrong};
use crate::instruments::{Instruments, counts_of};
use crate::questionnaire::{Kind, Part, Question};
use crate::relevant::{ITSELF, Relevant};
use crate::{Answer, Trouble, When};

pub(super) enum Asks {
    BeginGroup,
    EndGroup,
    This(Kind),
}

/// What is not asked here, and what to do instead.
const REFUSED: [(&[&str], &str); 8] = [
    (
        &["begin_repeat", "end_repeat"],
        "Repeats are not in a questionnaire here. What happened several times, such as being sold, is entered in the history of captivity; otherwise ask for the first and the last time.",
    ),
    (
        &["calculate"],
        "Values that are worked out are not kept here. Delete this row; what an answer counts as stands in the column “indicator”.",
    ),
    (&["hidden"], "What nobody sees is not asked. Delete this row."),
    (
        &["select_one_from_file", "select_multiple_from_file", "select_one_external", "xml-external", "csv-external"],
        "Choices from another file are not read. Write them in the sheet “choices”.",
    ),
    (
        &[
            "start",
            "end",
            "today",
            "deviceid",
            "subscriberid",
            "simserial",
            "phonenumber",
            "username",
            "email",
            "audit",
            "background-audio",
        ],
        "This would note something about whoever asks, or about their device. Delete this row: the registry knows who wrote what and when.",
    ),
    (
        &["geopoint", "geotrace", "geoshape", "start-geopoint"],
        "Places are not taken by coordinates: they could lead somebody to the person. Ask for a town in words.",
    ),
    (
        &["image", "audio", "video", "file", "barcode"],
        "Pictures, recordings and files are not answers here. Add them to the case, where they are made anew and sealed.",
    ),
    (&["range", "rank"], "Ranges and ranks are not asked. Use integer, or select_one."),
];

const OTHER: &str = "This type is not asked here. Use note, select_one, select_multiple, text, integer, decimal, date, dateTime, time or acknowledge.";

/// What a row asks, by its type.
pub(super) fn asks(line: &Line, lists: &Lists) -> Result<Asks, String> {
    let text = line.get("type");
    let mut words = text.split_whitespace();
    let mut first = words.next().unwrap_or_default().to_owned();
    // "select one", "begin group": older forms write the underscore as a space.
    if ["select", "begin", "end"].contains(&first.as_str()) && text.contains(' ') {
        first = format!("{first}_{}", words.next().unwrap_or_default());
    }
    let rest: Vec<&str> = words.collect();
    let choices = || {
        match rest[..] {
        [list] => {
            let found = lists.get(list).filter(|choices| choices.len() > 1);
            found.cloned().ok_or_else(|| format!("The sheet “choices” has no list “{list}” of at least two."))
        }
        [_, "or_other" | "or" | "or_specify_other", ..] => Err(
            "“or other” is not asked as one question. Add a choice “other” to the list, and a question of the type text behind it, with “relevant”.".to_owned(),
        ),
        _ => Err("Write the name of one list behind it, as in “select_one colours”.".to_owned()),
    }
    };
    let kind = match first.as_str() {
        "begin_group" => return Ok(Asks::BeginGroup),
        "end_group" => return Ok(Asks::EndGroup),
        "select_one" => match choices()? {
            two if two.len() == 2 && ["yes", "no"].iter().all(|key| two.iter().any(|choice| choice.key == *key)) => {
                Kind::YesNo
            }
            choices => Kind::One(choices),
        },
        "select_multiple" => Kind::Several(choices()?),
        plain if !rest.is_empty() && !REFUSED.iter().any(|(types, _)| types.contains(&plain)) => {
            return Err(format!("“{text}” is no type. Write one word, or select_one with its list."));
        }
        "note" => Kind::Note,
        "text" | "time" => Kind::Text,
        "integer" => Kind::Number { whole: true },
        "decimal" => Kind::Number { whole: false },
        "date" | "dateTime" | "datetime" => Kind::When,
        "acknowledge" => Kind::Acknowledge,
        "" => return Err("The type is empty. Write what is asked, or delete the row.".to_owned()),
        other => {
            let why = REFUSED.iter().find(|(types, _)| types.contains(&other)).map_or(OTHER, |(_, why)| why);
            return Err(format!("“{other}”: {why}"));
        }
    };
    Ok(Asks::This(kind))
}

/// The question of a row. What is wrong with it is noted, so that everything is said at once.
pub(super) fn read(
    line: &Line,
    kind: Kind,
    named: &Named,
    instruments: &Instruments,
    troubles: &mut Vec<Trouble>,
) -> Question {
    let mut note = |column: &str, says: String| troubles.push(wrong(line, column, says));
    let id = line.get("name").to_owned();
    if !is_name(&id) {
        note("name", format!("“{id}” is no name. Begin with a letter, and use letters, digits, - and _."));
    }
    let (wording, wordings) = line.spoken("label", named.language.as_ref());
    if wording.is_empty() {
        note("label", "The label is empty. Write what is said to the person.".to_owned());
    }
    if wordings.values().chain([&wording]).any(|text| text.contains("${")) {
        note(
            "label",
            "The label is put together of answers. Write it without ${…}: what is asked must be known before."
                .to_owned(),
        );
    }
    let (hint, hints) = line.spoken("hint", named.language.as_ref());
    let relevant = expression(line, "relevant", &mut note);
    let part = match line.get("part") {
        "" => Part::Protection,
        key => Part::from_key(key).unwrap_or_else(|| {
            note("part", format!("“{key}” is no part. Write care, protection or testimony."));
            Part::Protection
        }),
    };
    let column = if line.get("indicator").is_empty() { "indicators" } else { "indicator" };
    let outcomes = counts_of(&id, &kind, part, line.get(column), line.get("concern"), &instruments.indicators)
        .map_err(|(at, says)| note(if at == "indicators" { column } else { at }, says))
        .unwrap_or_default();
    Question {
        constraint: constraint(line, named, &mut note),
        proposed: proposed(line, &kind, &mut note),
        required: truth(line, "required", &mut note),
        short: truth(line, "short", &mut note),
        urgent: truth(line, "urgent", &mut note),
        hint,
        hints,
        section: String::new(),
        number: 0,
        known: Vec::new(),
        source: named.title.clone(),
        id,
        wording,
        wordings,
        kind,
        part,
        relevant,
        outcomes,
    }
}

type Note<'n> = &'n mut dyn FnMut(&str, String);

fn expression(line: &Line, column: &str, note: Note) -> Option<Relevant> {
    let text = line.get(column);
    if text.is_empty() {
        return None;
    }
    Relevant::read(text).map_err(|says| note(column, says)).ok()
}

/// Comparisons of the answer itself (".") with values.
fn constraint(line: &Line, named: &Named, note: Note) -> Option<(Relevant, String)> {
    let read = expression(line, "constraint", note)?;
    if read.names().iter().any(|name| *name != ITSELF) {
        note("constraint", "A constraint looks at the answer itself alone, as in “. > 0 and . <= 24”.".to_owned());
    }
    let says = line.spoken("constraint_message", named.language.as_ref()).0;
    let otherwise = || format!("This answer does not fulfil “{}”.", line.get("constraint"));
    Some((read, if says.is_empty() { otherwise() } else { says }))
}

/// What is proposed as the answer: a value, not something that is worked out.
fn proposed(line: &Line, kind: &Kind, note: Note) -> Option<Answer> {
    let text = line.get("default");
    if text.is_empty() {
        return None;
    }
    let has = |key: &str| kind.choices().iter().any(|choice| choice.key == key);
    let answer = match kind {
        Kind::YesNo | Kind::Acknowledge if text == "yes" => Some(Answer::Yes),
        Kind::YesNo if text == "no" => Some(Answer::No),
        Kind::One(_) if has(text) => Some(Answer::One(text.to_owned())),
        Kind::Several(_) if text.split_whitespace().all(has) => {
            Some(Answer::Several(text.split_whitespace().map(str::to_owned).collect()))
        }
        Kind::Text if !text.contains("${") => Some(Answer::Text(text.to_owned())),
        Kind::Number { .. } => text.parse().ok().map(Answer::Number),
        Kind::When => When::read(text).map(Answer::When),
        _ => None,
    };
    if answer.is_none() {
        note(
            "default",
            format!("“{text}” is no answer to this question. Write one as it would be given, or leave it empty."),
        );
    }
    answer
}

fn truth(line: &Line, column: &str, note: Note) -> bool {
    match line.get(column).to_lowercase().as_str() {
        "yes" | "true" | "true()" | "1" => true,
        "" | "no" | "false" | "false()" | "0" => false,
        other => {
            note(column, format!("“{other}” is neither yes nor no. Conditions are not understood here."));
            false
        }
    }
}
