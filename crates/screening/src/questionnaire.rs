//! A questionnaire: what is asked, in which order, and what an answer counts as.

use crate::bits::Bits;
use crate::instruments::AGREES;
use crate::relevant::{ITSELF, Relevant};
use crate::triage::Concern;
use crate::{Age, Answer, Answers};
use base::Sign;
use std::collections::{BTreeMap, BTreeSet, HashMap};

#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    pub id: String,
    pub version: u32,
    pub title: String,
    /// In the order of the guide.
    pub questions: Vec<Question>,
    places: HashMap<String, usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// A word that never changes: answers are kept by it.
    pub id: String,
    pub section: String,
    /// What people call it: "question 12".
    pub number: u32,
    /// As it is said to the person, in plain words.
    pub wording: String,
    /// The same by the codes of languages, its own among them where that is known.
    pub wordings: BTreeMap<String, String>,
    /// For whoever asks.
    pub hint: String,
    /// As `wordings`.
    pub hints: BTreeMap<String, String>,
    pub kind: Kind,
    pub required: bool,
    /// Part of the first screening, which takes less than five minutes.
    pub short: bool,
    /// Asked before everything else.
    pub urgent: bool,
    /// What of the arrival card answers it already.
    pub known: Vec<Known>,
    pub part: Part,
    /// When it is asked at all; always, where nothing is said.
    pub relevant: Option<Relevant>,
    /// What an answer must fulfil, with the sentence for whoever gave another.
    pub constraint: Option<(Relevant, String)>,
    /// What is proposed. It counts once somebody has confirmed it, as an answer that was given.
    pub proposed: Option<Answer>,
    pub source: String,
    pub(crate) outcomes: Vec<Outcome>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Yes or no; as to every question, "does not know" and "would rather not say" are answers too.
    YesNo,
    One(Vec<Choice>),
    Several(Vec<Choice>),
    Text,
    Number {
        whole: bool,
    },
    When,
    /// Something that is said and not asked.
    Note,
    Acknowledge,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub key: String,
    pub label: String,
    /// As the wordings of a question.
    pub labels: BTreeMap<String, String>,
}

/// The compartment that the answer is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Care,
    Protection,
    /// Statements about what somebody was made to do, and about perpetrators. They never feed a result.
    Testimony,
}

base::keys!(Part { Care = "care", Protection = "protection", Testimony = "testimony" });

#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    Sign(Sign, Answer),
    Age,
}

/// What an answer counts as.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    pub on: On,
    pub indicators: Bits,
    /// With the question that says when it happened.
    pub concerns: Vec<(Concern, Option<String>)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum On {
    Yes,
    No,
    Choice(String),
    AtLeast(f64),
    AtMost(f64),
}

impl On {
    pub fn meets(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (On::Yes, Answer::Yes) | (On::No, Answer::No) => true,
            (On::Choice(key), Answer::One(said)) => key == said,
            (On::Choice(key), Answer::Several(said)) => said.contains(key),
            (On::AtLeast(least), Answer::Number(said)) => said >= least,
            (On::AtMost(most), Answer::Number(said)) => said <= most,
            _ => false,
        }
    }
}

/// What the arrival card already says, so that it is not asked again.
#[derive(Clone, Copy, Debug)]
pub struct Card<'c> {
    pub signs: &'c BTreeSet<Sign>,
    pub age: Age,
}

impl Questionnaire {
    pub(crate) fn new(id: &str, version: u32, title: &str, questions: Vec<Question>) -> Questionnaire {
        let places = questions.iter().enumerate().map(|(place, one)| (one.id.clone(), place)).collect();
        Questionnaire { id: id.to_owned(), version, title: title.to_owned(), questions, places }
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.place(id).map(|place| &self.questions[place])
    }

    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Empty answers to this version.
    pub fn answers(&self) -> Answers {
        Answers::to(&self.id, self.version)
    }

    /// What the card says counts as answered, unless the person said something else.
    pub fn with_card(&self, answers: &Answers, card: Card) -> Answers {
        let mut whole = answers.clone();
        for question in &self.questions {
            let known = question.known.iter().find_map(|known| known.answer(card));
            if let Some(answer) = known.filter(|_| !answers.given.contains_key(&question.id)) {
                whole.given.insert(question.id.clone(), answer);
            }
        }
        whole
    }

    /// What is to be asked next, and after that: urgent matters first, then the order of the guide. What was answered,
    /// also with "does not know" or "would rather not say", what the card says and what is not relevant is left out.
    /// Of somebody who would not be heard nothing is asked but that, should they think otherwise.
    pub fn to_ask(&self, answers: &Answers, card: Card, short: bool) -> Vec<&Question> {
        if let (Some(agrees), Some(Answer::No | Answer::RatherNot)) = (self.question(AGREES), answers.given.get(AGREES))
        {
            return vec![agrees];
        }
        let whole = self.with_card(answers, card);
        let waits = |question: &&Question| {
            !whole.given.contains_key(&question.id) && question.is_relevant(&whole) && (question.short || !short)
        };
        let mut waiting: Vec<&Question> = self.questions.iter().filter(waits).collect();
        waiting.sort_by_key(|question| !question.urgent);
        waiting
    }

    /// Whether an answer is one to this question; otherwise a sentence for whoever gave it.
    pub fn fits(&self, question: &str, answer: &Answer) -> Result<(), String> {
        let Some(question) = self.question(question) else {
            return Err(format!("{} version {} has no question “{question}”.", self.title, self.version));
        };
        let has = |choices: &[Choice], key: &String| choices.iter().any(|choice| choice.key == *key);
        let fits = match (&question.kind, answer) {
            (Kind::Note, _) => false,
            (_, Answer::DoesNotKnow | Answer::RatherNot) => true,
            (Kind::YesNo, Answer::Yes | Answer::No) | (Kind::Acknowledge, Answer::Yes) => true,
            (Kind::One(choices), Answer::One(key)) => has(choices, key),
            (Kind::Several(choices), Answer::Several(keys)) => keys.iter().all(|key| has(choices, key)),
            (Kind::Text, Answer::Text(_)) | (Kind::When, Answer::When(_)) => true,
            (Kind::Number { whole }, Answer::Number(number)) => number.is_finite() && (!whole || number.fract() == 0.0),
            _ => false,
        };
        let unmet = question.constraint.as_ref().filter(|(constraint, _)| {
            !answer.is_unknown() && !constraint.holds(&|name: &str| (name == ITSELF).then_some(answer))
        });
        if let Some((_, says)) = unmet.filter(|_| fits) {
            return Err(says.clone());
        }
        if fits {
            return Ok(());
        }
        Err(format!("This is no answer to question {} (“{}”). {}", question.number, question.id, question.kind.wants()))
    }
}

impl Question {
    pub fn is_relevant(&self, answers: &Answers) -> bool {
        self.relevant.as_ref().is_none_or(|relevant| relevant.holds(&|name: &str| answers.given.get(name)))
    }

    /// Whether some answer to it counts as an indicator.
    pub fn can_carry(&self) -> bool {
        self.outcomes.iter().any(|outcome| !outcome.indicators.is_empty())
    }
}

impl Kind {
    pub fn choices(&self) -> &[Choice] {
        match self {
            Kind::One(choices) | Kind::Several(choices) => choices,
            _ => &[],
        }
    }

    pub(crate) fn choices_mut(&mut self) -> &mut [Choice] {
        match self {
            Kind::One(choices) | Kind::Several(choices) => choices,
            _ => &mut [],
        }
    }

    fn wants(&self) -> String {
        let keys = |choices: &[Choice]| choices.iter().map(|one| one.key.as_str()).collect::<Vec<_>>().join(", ");
        match self {
            Kind::YesNo => "Answer yes, no, does not know, or would rather not say.".to_owned(),
            Kind::One(choices) => format!("Choose one of: {}.", keys(choices)),
            Kind::Several(choices) => format!("Choose among: {}.", keys(choices)),
            Kind::Text => "Answer in words.".to_owned(),
            Kind::Number { whole: true } => "Answer with a whole number.".to_owned(),
            Kind::Number { whole: false } => "Answer with a number.".to_owned(),
            Kind::When => "Answer with a time, a day, a month or a year.".to_owned(),
            Kind::Note => "It is said and not asked.".to_owned(),
            Kind::Acknowledge => "Answer yes, or leave it.".to_owned(),
        }
    }
}

impl Known {
    fn answer(&self, card: Card) -> Option<Answer> {
        match self {
            Known::Sign(sign, answer) => card.signs.contains(sign).then(|| answer.clone()),
            Known::Age if card.age == Age::Unknown => None,
            Known::Age => Some(Answer::One(card.age.key().to_owned())),
        }
    }
}
