//! The answers of one person, as the set of indicators that they are.

use crate::bits::Bits;
use crate::finding::QuestionNo;
use crate::instruments::IndicatorNo;
use crate::{Age, Answers, Instruments};
use thiserror::Error;

/// Where an indicator comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum From {
    Question(QuestionNo),
    /// Named by whoever knows it, without a question.
    Marked,
}

/// Answers that these instruments cannot read. None is passed over in silence: an answer that is lost could be the one
/// that shows what happened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unread {
    #[error(
        "These answers were given to “{instrument}”, version {version}, which is not here. Nothing is lost; add that version again to have them assessed."
    )]
    NoSuchInstrument { instrument: String, version: u32 },
    #[error(
        "“{instrument}”, version {version}, has no question “{question}”. Nothing is lost; the version that it was asked under must be named."
    )]
    NoSuchQuestion { instrument: String, version: u32, question: String },
    #[error("There is no indicator “{0}”. Write one that stands in a file of indicators.")]
    NoSuchIndicator(String),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    pub(crate) bits: Bits,
    /// In the order of the questions.
    pub(crate) given: Vec<(IndicatorNo, From)>,
    pub(crate) heard: Vec<Heard>,
}

/// What was asked of one questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heard {
    pub questionnaire: u16,
    pub questions: Vec<Asked>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    NotYet,
    NotRelevant,
    /// "Does not know" or "would rather not say": to rules the same as not asked, but it is not asked again.
    Unknown,
    Answered,
}

impl Evidence {
    /// Of the answers to any number of instruments.
    pub fn of(instruments: &Instruments, answers: &[&Answers]) -> Result<Evidence, Unread> {
        let mut evidence = Evidence::default();
        for one in answers {
            evidence.hear(instruments, one)?;
        }
        Ok(evidence)
    }

    /// An indicator that somebody names without a question.
    pub fn mark(&mut self, instruments: &Instruments, id: &str) -> Result<(), Unread> {
        let number = instruments.indicators.number(id).ok_or_else(|| Unread::NoSuchIndicator(id.to_owned()))?;
        self.bits.put(number);
        self.give(number, From::Marked);
        Ok(())
    }

    /// The age with what the evidence says of it: whoever is, or may be, under 18 by an indicator is a child in doubt.
    pub fn age(&self, instruments: &Instruments, age: Age) -> Age {
        if self.bits.has(instruments.rules.child) && !age.as_child() { Age::InDoubt } else { age }
    }

    /// Two choices of one question may say the same: it is said once.
    fn give(&mut self, number: u8, from: From) {
        if !self.given.contains(&(IndicatorNo(number), from)) {
            self.given.push((IndicatorNo(number), from));
        }
    }

    fn hear(&mut self, instruments: &Instruments, answers: &Answers) -> Result<(), Unread> {
        let place = instruments.place(answers)?;
        let asked = &instruments.questionnaires[usize::from(place)];
        if let Some(stray) = answers.given.keys().find(|id| asked.place(id).is_none()) {
            return Err(Unread::NoSuchQuestion {
                instrument: answers.instrument.clone(),
                version: answers.version,
                question: stray.clone(),
            });
        }
        let mut questions = Vec::with_capacity(asked.questions.len());
        for (number, question) in asked.questions.iter().enumerate() {
            let answer = answers.given.get(&question.id);
            questions.push(match answer {
                Some(answer) if !answer.is_unknown() => Asked::Answered,
                _ if !question.is_relevant(answers) => Asked::NotRelevant,
                None => Asked::NotYet,
                Some(_) => Asked::Unknown,
            });
            for outcome in
                answer.into_iter().flat_map(|answer| question.outcomes.iter().filter(|on| on.on.meets(answer)))
            {
                self.bits = self.bits.and(outcome.indicators);
                let from = From::Question(QuestionNo { questionnaire: place, question: number as u16 });
                outcome.indicators.numbers().for_each(|number| self.give(number, from));
            }
        }
        self.heard.push(Heard { questionnaire: place, questions });
        Ok(())
    }
}
