//! Invented cases with what should come of them, written so that a caseworker can read and write one.
//!
//! `data/vignettes/README.md` says how one is written. [`check`] reads one, assesses it and says in sentences where the
//! result is another than was expected.

mod expected;
mod told;

use crate::instruments::HEARING;
use crate::triage::{Concerns, triage};
use crate::words::english;
use crate::{Age, Answer, Answers, Assessment, Card, Evidence, Finding, Instruments, When, assess};
use base::{Instant, Sign};
use expected::Expected;
use std::collections::BTreeSet;

/// What came of one vignette.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub title: String,
    /// `None` where the vignette could not be read.
    pub finding: Option<Finding>,
    /// The whole result as sentences: the assessment, then the urgency.
    pub sentences: Vec<String>,
    /// What is otherwise than expected, or cannot be read. Empty when all is as expected.
    pub differences: Vec<String>,
}

/// One vignette as it was told, before anything is made of it.
#[derive(Clone, Debug, Default)]
struct Vignette {
    title: String,
    age: Option<Age>,
    birth: Option<base::Birth>,
    heard: Option<Instant>,
    signs: BTreeSet<Sign>,
    /// To questions of the guide.
    answers: Answers,
    marked: Vec<String>,
    concerns: Vec<(crate::triage::Concern, When)>,
    expected: Vec<Expected>,
}

/// When a vignette is heard that does not say so.
const HEARD: &str = "2026-01-20 10:00";

/// Assesses a vignette and compares. Nothing is taken for granted: a line that is not understood is a difference.
pub fn check(instruments: &Instruments, text: &str) -> Report {
    let (vignette, mut differences) = told::read(instruments, text);
    let title = vignette.title.clone();
    let (finding, sentences) = match result(instruments, &vignette) {
        Ok(found) => {
            differences.extend(vignette.expected.iter().filter_map(|expected| expected.differs(instruments, &found)));
            (Some(found.assessment.finding), found.sentences)
        }
        Err(sentence) => {
            differences.push(sentence);
            (None, Vec::new())
        }
    };
    if vignette.expected.is_empty() {
        differences.push("Nothing is expected of this vignette. Write at least “expect finding: …”.".to_owned());
    }
    Report { title, finding, sentences, differences }
}

/// What the rules make of a vignette.
struct Found<'i> {
    assessment: Assessment,
    urgency: crate::triage::Urgency<'i>,
    sentences: Vec<String>,
}

fn result<'i>(instruments: &'i Instruments, vignette: &Vignette) -> Result<Found<'i>, String> {
    let now = vignette.heard.or_else(|| time(HEARD)).ok_or("The time of the hearing cannot be read.")?;
    let guide = instruments.newest(HEARING).ok_or("There is no guide of the hearing.")?;
    let age = vignette.age.unwrap_or_else(|| Age::of(vignette.birth.as_ref(), &vignette.signs, now.local_date()));
    let age = age.with(&vignette.answers);
    let answers = guide.with_card(&vignette.answers, Card { signs: &vignette.signs, age });
    let mut evidence = Evidence::of(instruments, &[&answers]).map_err(|unread| unread.to_string())?;
    for id in &vignette.marked {
        evidence.mark(instruments, id).map_err(|unread| unread.to_string())?;
    }
    let age = evidence.age(instruments, age);
    let mut concerns = Concerns::since(now);
    concerns.raise_signs(vignette.signs.iter().copied(), now);
    concerns.raise_age(age, now);
    concerns.raise_answers(instruments, &answers, now).map_err(|unread| unread.to_string())?;
    for (concern, when) in &vignette.concerns {
        concerns.raise(*concern, now, *when);
    }
    let assessment = assess(instruments, &evidence, age);
    let urgency = triage(instruments, &concerns, now);
    let mut sentences = assessment.sentences(instruments, &english);
    sentences.extend(urgency.sentences(&english));
    Ok(Found { assessment, urgency, sentences })
}

fn time(text: &str) -> Option<Instant> {
    match When::read(text)? {
        When::At(at) => Some(at),
        _ => None,
    }
}

/// Whether an answer says yes to an indicator.
fn says_yes(answer: &Answer) -> bool {
    matches!(answer, Answer::Yes)
}
