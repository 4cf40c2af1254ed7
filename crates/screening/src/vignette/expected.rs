//! What is expected of a vignette, and the sentence when it is otherwise.

use super::Found;
use crate::triage::{Concern, Left, Level};
use crate::words::english;
use crate::{Class, Dimension, Finding, Instruments};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expected {
    Finding(Finding),
    /// Those that are positive, and no others.
    Dimensions(BTreeSet<Dimension>),
    Dimension(Dimension, bool),
    /// The id, or none.
    Combination(Option<String>),
    Urgency(Level),
    /// One that carries the urgency, among others.
    Trigger(Concern),
    /// The id of a window, and how its clock stands.
    Clock(String, Stands),
    /// The id of the best question, or none.
    Best(Option<String>),
    /// The classes that are open, and no others.
    Open(BTreeSet<Class>),
    /// One of the sentences.
    Reason(String),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stands {
    Left(i64),
    Unknown,
    Over,
}

impl Expected {
    /// "finding", "dimensions" … and the value behind the colon.
    pub fn read(what: &str, value: &str) -> Result<Expected, String> {
        let key = value.to_lowercase().replace(' ', "-");
        let none = key == "none";
        Ok(match what.split_once(' ').map_or((what, ""), |(what, rest)| (what, rest.trim())) {
            ("finding" | "result", "") => {
                let all = "presumed victim, strong indication or more information needed";
                let key = if key == "needs-more-information" { "more-information-needed" } else { &key };
                Expected::Finding(Finding::from_key(key).ok_or(format!("“{value}” is no result. Write {all}."))?)
            }
            ("dimension", id) if !id.is_empty() => {
                let dimension = Dimension::from_key(&id.to_uppercase())
                    .ok_or(format!("“{id}” is no dimension. Write D1 to D6."))?;
                match key.as_str() {
                    "positive" => Expected::Dimension(dimension, true),
                    "not-positive" => Expected::Dimension(dimension, false),
                    _ => return Err(format!("“{value}” is not understood. Write positive or not positive.")),
                }
            }
            ("dimensions", "") => Expected::Dimensions(all_of(value, none, |part| {
                Dimension::from_key(&part.to_uppercase())
                    .ok_or(format!("“{part}” is no dimension. Write D1 to D6, or none."))
            })?),
            ("open", "") => Expected::Open(all_of(value, none, |part| {
                Class::from_key(part).ok_or(format!("“{part}” is not act, means or purpose."))
            })?),
            ("combination", "") => Expected::Combination((!none).then_some(key)),
            ("urgency", "") => {
                let level = Level::from_key(&value.to_uppercase());
                Expected::Urgency(level.ok_or(format!("“{value}” is no urgency. Write P0, P1, P2 or P3."))?)
            }
            ("trigger", "") => Expected::Trigger(Concern::named(&key)?),
            ("best question" | "best", "") | ("best", "question") => Expected::Best((!none).then(|| value.to_owned())),
            ("reason", "") => Expected::Reason(value.to_owned()),
            ("clock", id) if !id.is_empty() => Expected::Clock(id.to_owned(), stands(value)?),
            _ => {
                return Err(format!(
                    "“expect {what}” is not understood. Write finding, dimensions, combination, open, urgency, trigger, clock …, best question or reason."
                ));
            }
        })
    }

    /// A sentence when the result is another.
    pub fn differs(&self, instruments: &Instruments, found: &Found) -> Option<String> {
        let (assessment, urgency) = (&found.assessment, &found.urgency);
        let list = |parts: Vec<&str>| if parts.is_empty() { "none".to_owned() } else { parts.join(", ") };
        let (what, expected, is) = match self {
            Expected::Finding(finding) => ("the result", finding.key().to_owned(), assessment.finding.key().to_owned()),
            Expected::Dimensions(expected) => {
                let positive = assessment.dimensions.iter().filter(|one| one.positive);
                let is = list(positive.map(|one| one.dimension.key()).collect());
                ("positive dimensions", list(expected.iter().map(|one| one.key()).collect()), is)
            }
            Expected::Dimension(dimension, expected) => {
                let said = |positive| if positive { "positive" } else { "not positive" }.to_owned();
                (dimension.key(), said(*expected), said(assessment.dimensions[*dimension as usize].positive))
            }
            Expected::Open(expected) => {
                let is = list(assessment.open_classes.iter().map(|one| one.key()).collect());
                ("what is open", list(expected.iter().map(|one| one.key()).collect()), is)
            }
            Expected::Combination(expected) => {
                let is = assessment.combination.map(|at| instruments.combinations()[usize::from(at)].id.as_str());
                ("the combination", list(expected.as_deref().into_iter().collect()), list(is.into_iter().collect()))
            }
            Expected::Urgency(level) => ("the urgency", level.key().to_owned(), urgency.level.key().to_owned()),
            Expected::Trigger(concern) => {
                let is: Vec<_> = urgency.carried_by.iter().map(|trigger| trigger.concern.key()).collect();
                let there = is.contains(&concern.key());
                ("a trigger", concern.key().to_owned(), if there { concern.key().to_owned() } else { list(is) })
            }
            Expected::Clock(id, stands) => {
                let clock = urgency.clocks.iter().find(|clock| clock.window.id == *id);
                let is = clock.map_or("no such clock".to_owned(), |clock| Stands::of(clock.left).said());
                ("the clock", stands.said(), is)
            }
            Expected::Best(expected) => {
                let is = assessment.best_question.map(|number| instruments.question(number).id.as_str());
                ("the best question", list(expected.as_deref().into_iter().collect()), list(is.into_iter().collect()))
            }
            Expected::Reason(sentence) => {
                let is_said = |said: &String| said.trim_end_matches('.') == sentence.trim_end_matches('.');
                let said = assessment.sentences(instruments, &english);
                let there = said.iter().chain(&found.sentences).any(is_said);
                return (!there).then(|| format!("The reason “{sentence}” is expected, and is not among them."));
            }
        };
        (expected != is).then(|| format!("Expected as {what}: {expected}. It is: {is}."))
    }
}

fn all_of<T: Ord>(value: &str, none: bool, read: impl Fn(&str) -> Result<T, String>) -> Result<BTreeSet<T>, String> {
    if none {
        return Ok(BTreeSet::new());
    }
    value.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty()).map(read).collect()
}

fn stands(value: &str) -> Result<Stands, String> {
    match value.split_whitespace().collect::<Vec<_>>()[..] {
        [hours, "hours", "left"] | [hours, "hour", "left"] => {
            hours.parse().map(Stands::Left).map_err(|_| format!("“{hours}” is no number of hours."))
        }
        ["unknown"] => Ok(Stands::Unknown),
        ["over"] => Ok(Stands::Over),
        _ => Err(format!("“{value}” is no state of a clock. Write “32 hours left”, unknown or over.")),
    }
}

impl Stands {
    fn of(left: Left) -> Stands {
        match left {
            Left::Unknown => Stands::Unknown,
            Left::Over => Stands::Over,
            Left::Inside { .. } => Stands::Left(left.hours().unwrap_or_default()),
        }
    }

    fn said(self) -> String {
        match self {
            Stands::Left(hours) => format!("{hours} hours left"),
            Stands::Unknown => "unknown".to_owned(),
            Stands::Over => "over".to_owned(),
        }
    }
}
