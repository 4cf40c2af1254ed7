//! Reads a questionnaire from its table. `data/instruments/README.md` says what each column holds.

use super::counts;
use super::english;
use super::indicator::Indicators;
use crate::questionnaire::{Choice, Kind, Known, Part, Question, Questionnaire};
use crate::relevant::Relevant;
use crate::{Age, Answer};
use base::Sign;
use base::table::{Row, Trouble, rows, several};

const COLUMNS: [&str; 16] = [
    "id",
    "section",
    "order",
    "wording",
    "hint",
    "kind",
    "choices",
    "short",
    "urgent",
    "known_from",
    "part",
    "relevant",
    "indicators",
    "concern",
    "source",
    "as_of",
];

pub(crate) fn read(
    file: &str,
    (id, version, title): (&str, u32, &str),
    text: &str,
    known: &Indicators,
    troubles: &mut Vec<Trouble>,
) -> Questionnaire {
    let mut questions: Vec<Question> = Vec::new();
    for row in rows(file, text, &COLUMNS, troubles) {
        match question(&row, known) {
            Ok(one) => {
                let before = questions.last().map_or(0, |last| last.number);
                if questions.iter().any(|other| other.id == one.id) {
                    troubles.push(
                        row.wrong("id", format!("“{}” stands in a row above. Give each question its own.", one.id)),
                    );
                } else if one.number <= before {
                    troubles.push(row.wrong("order", format!("{} does not come after {before}.", one.number)));
                } else {
                    if let Err((column, says)) = refers(&one, &questions) {
                        troubles.push(row.wrong(column, says));
                    }
                    questions.push(one);
                }
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    let whole = Questionnaire::new(id, version, title, questions);
    troubles.extend(without_time(&whole).map(|says| Trouble::new(file, 0, "concern", says)));
    whole
}

fn question(row: &Row, known: &Indicators) -> Result<Question, Trouble> {
    let part = row.get("part");
    let unknown = || row.wrong("part", format!("“{part}” is no part. Write care, protection or testimony."));
    let part = Part::from_key(part).ok_or_else(unknown)?;
    let kind = kind(row)?;
    let relevant = match row.get("relevant") {
        "" => None,
        text => Some(Relevant::read(text).map_err(|says| row.wrong("relevant", says))?),
    };
    let outcomes = counts::read(row.get("id"), &kind, part, row.get("indicators"), row.get("concern"), known)
        .map_err(|(column, says)| row.wrong(column, says))?;
    row.date("as_of")?;
    Ok(Question {
        id: id(row)?,
        section: row.full("section")?,
        number: row.number("order")?,
        wording: row.full("wording")?,
        wordings: english(row.get("wording")),
        hint: row.get("hint").to_owned(),
        hints: english(row.get("hint")),
        known: known_from(row, &kind)?,
        kind,
        required: false,
        short: row.yes("short")?,
        urgent: row.yes("urgent")?,
        part,
        relevant,
        constraint: None,
        proposed: None,
        source: row.full("source")?,
        outcomes,
    })
}

fn id(row: &Row) -> Result<String, Trouble> {
    let id = row.get("id");
    let letters = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if letters && (2..=40).contains(&id.len()) {
        return Ok(id.to_owned());
    }
    Err(row.wrong("id", format!("“{id}” is no id. Write 2 to 40 small letters, digits and hyphens.")))
}

fn kind(row: &Row) -> Result<Kind, Trouble> {
    let choices = || {
        let choice = |part: &str| {
            let (key, label) = part.split_once('=')?;
            Some(Choice { key: key.trim().to_owned(), label: label.trim().to_owned(), labels: english(label.trim()) })
        };
        let read: Option<Vec<Choice>> = several(row.get("choices")).map(choice).collect();
        let says = "Write at least two choices as in “guards=Guards and walls; nothing=Nothing”.";
        read.filter(|choices| choices.len() > 1).ok_or_else(|| row.wrong("choices", says))
    };
    match row.get("kind") {
        "yes-no" => Ok(Kind::YesNo),
        "one" => Ok(Kind::One(choices()?)),
        "several" => Ok(Kind::Several(choices()?)),
        "text" => Ok(Kind::Text),
        "number" => Ok(Kind::Number { whole: false }),
        "when" => Ok(Kind::When),
        other => Err(row.wrong(
            "kind",
            format!("“{other}” is no kind of question. Write yes-no, one, several, text, number or when."),
        )),
    }
}

/// "age", or "sign:hurt=yes": the answer that this sign of the arrival card stands for.
fn known_from(row: &Row, kind: &Kind) -> Result<Vec<Known>, Trouble> {
    let read = |entry: &str| {
        let has = |key: &str| kind.choices().iter().any(|choice| choice.key == key);
        if entry == "age" {
            return [Age::Adult, Age::Child, Age::InDoubt].iter().all(|age| has(age.key())).then_some(Known::Age);
        }
        let (sign, answer) = entry.strip_prefix("sign:")?.split_once('=')?;
        let answer = match (kind, answer) {
            (Kind::YesNo, "yes") => Answer::Yes,
            (Kind::YesNo, "no") => Answer::No,
            (Kind::One(_), key) if has(key) => Answer::One(key.to_owned()),
            _ => return None,
        };
        Some(Known::Sign(Sign::from_key(sign)?, answer))
    };
    let says = |entry: &str| {
        let signs: Vec<_> = Sign::ALL.iter().map(|sign| sign.key()).collect();
        row.wrong("known_from", format!("“{entry}” is nothing that the arrival card says. Write “age” for a question with the choices adult, child and in-doubt, or “sign:…=answer” with one of: {}.", signs.join(", ")))
    };
    several(row.get("known_from")).map(|entry| read(entry).ok_or_else(|| says(entry))).collect()
}

/// A question may depend on earlier ones alone.
pub(crate) fn refers(one: &Question, before: &[Question]) -> Result<(), counts::Wrong> {
    let Some(relevant) = &one.relevant else { return Ok(()) };
    match relevant.names().into_iter().find(|name| !before.iter().any(|other| other.id == *name)) {
        None => Ok(()),
        Some(name) => Err(("relevant", format!("There is no question “{name}” before this one."))),
    }
}

/// Concerns whose time is asked by a question that is not there.
pub(crate) fn without_time(whole: &Questionnaire) -> impl Iterator<Item = String> {
    let named = whole.questions.iter().flat_map(|one| &one.outcomes).flat_map(|outcome| &outcome.concerns);
    named.filter_map(|(concern, when)| {
        let when = when.as_ref()?;
        let there = whole.question(when).is_some_and(|one| one.kind == Kind::When);
        (!there).then(|| format!("{} is said to have happened when “{when}” says, and there is no question of that name that asks for a time.", concern.key()))
    })
}
