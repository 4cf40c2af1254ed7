//! What somebody answered, and under which version of which instrument.

use crate::When;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One answer. `DoesNotKnow`, `RatherNot` and a question that was not asked are the same to every rule: unknown is
/// never no.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Yes,
    No,
    DoesNotKnow,
    RatherNot,
    /// The key of one choice of a list.
    One(String),
    /// The keys of several choices.
    Several(BTreeSet<String>),
    Text(String),
    Number(f64),
    When(When),
}

impl Answer {
    /// Whether it says nothing that a rule may use.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Answer::DoesNotKnow | Answer::RatherNot)
    }
}

/// The answers of one person to one instrument, kept with the version that they were given under.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    pub instrument: String,
    pub version: u32,
    /// By the id of the question.
    pub given: BTreeMap<String, Answer>,
}

impl Answers {
    pub fn to(instrument: &str, version: u32) -> Answers {
        Answers { instrument: instrument.to_owned(), version, given: BTreeMap::new() }
    }

    pub fn with(mut self, question: &str, answer: Answer) -> Answers {
        self.given.insert(question.to_owned(), answer);
        self
    }
}
