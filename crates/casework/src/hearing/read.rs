//! What somebody said so far, and what it comes to.

use super::answer::ANSWERS;
use super::{Attended, Decision, Heard};
use crate::record::summaries;
use crate::{Fact, Facts, Field, Result, plan};
use access::{AccessError, Action, Cx};
use base::{CaseId, EventId, Instant, Language, Sign};
use screening::instruments::HEARING;
use screening::triage::{Concern, Concerns, Urgency, triage};
use screening::{Age, Answer, Answers, Assessment, Card, Evidence, Instruments, Questionnaire, When, assess};
use std::collections::BTreeSet;

/// An answer with the event that states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub event: EventId,
    pub heard: Heard,
}

/// A person's answers, as far as the reader's keys open them, with what the arrival card says.
#[derive(Clone, Debug)]
pub struct Hearing {
    /// Oldest first.
    pub given: Vec<Given>,
    pub age: Age,
    pub signs: BTreeSet<Sign>,
    /// What the person speaks, best first.
    pub languages: Vec<Language>,
    /// When the person came to us.
    pub came: Instant,
    /// When somebody last noted that they had looked after the person, and what was done.
    pub attended: Option<(Instant, Attended)>,
    pub decision: Option<(Instant, Decision)>,
    /// What custody raises.
    custody: Concerns,
}

/// Reads the answers of a case.
pub fn read(cx: &mut Cx, case: CaseId) -> Result<Hearing> {
    let open = cx.open(case, Action::Hear)?;
    Ok(Hearing::of(&summaries(cx.tx, &open)?, cx.now))
}

impl Hearing {
    /// `now` decides who is a child today.
    pub(crate) fn of(facts: &Facts, now: Instant) -> Hearing {
        let given = given(facts);
        let signs = Sign::ALL.iter().copied();
        let signs =
            signs.filter(|sign| matches!(facts.newest(Field::Sign(*sign)), Some(Fact::Sign(_, true)))).collect();
        let birth = match facts.newest(Field::Birth) {
            Some(Fact::Birth(birth)) => Some(birth.clone()),
            _ => None,
        };
        let languages = match facts.newest(Field::Languages) {
            Some(Fact::Languages(languages)) => languages.clone(),
            _ => Vec::new(),
        };
        let attended = facts.current(Field::Attended).last().and_then(|held| match &held.fact {
            Fact::Attended(attended) => Some((held.event.made_at(), attended.clone())),
            _ => None,
        });
        let decision = facts.current(Field::Decision).last().and_then(|held| match &held.fact {
            Fact::Decision(decision) => Some((held.event.made_at(), (**decision).clone())),
            _ => None,
        });
        let came =
            facts.fields().filter_map(|field| facts.current(field).first()).map(|held| held.event.made_at()).min();
        let age = Age::of(birth.as_ref(), &signs, now.local_date());
        let custody = plan::concerns_of(facts, came.unwrap_or(now));
        Hearing { given, age, signs, languages, came: came.unwrap_or(now), attended, decision, custody }
    }

    /// The guide that this person is asked by: the one that was begun with, or the newest.
    pub fn guide<'i>(&self, instruments: &'i Instruments) -> &'i Questionnaire {
        self.form(instruments, HEARING).expect("the program carries a guide")
    }

    /// An instrument in the version that was begun with, or the newest; `None` where there is none of this name.
    pub fn form<'i>(&self, instruments: &'i Instruments, id: &str) -> Option<&'i Questionnaire> {
        let begun = self.given.iter().rev().find(|given| given.heard.instrument == id);
        let begun = begun.and_then(|given| {
            let fits = |one: &&Questionnaire| one.id == id && one.version == given.heard.version;
            instruments.questionnaires().iter().find(fits)
        });
        begun.or_else(|| instruments.newest(id))
    }

    /// What was said to the guide.
    pub fn answers(&self, guide: &Questionnaire) -> Answers {
        let to_it = self.given.iter().map(|given| &given.heard);
        let to_it = to_it.filter(|heard| heard.instrument == guide.id && heard.version == guide.version);
        to_it.fold(guide.answers(), |answers, heard| answers.with(&heard.question, heard.answer.clone()))
    }

    pub fn card(&self) -> Card<'_> {
        Card { signs: &self.signs, age: self.age }
    }

    pub fn assessment(&self, instruments: &Instruments) -> Result<Assessment> {
        let guide = self.guide(instruments);
        let answers = self.answers(guide);
        let age = self.age.with(&answers);
        let whole = guide.with_card(&answers, self.card());
        let others = self.to_others(instruments, &whole);
        let all: Vec<&Answers> = [&whole].into_iter().chain(&others).collect();
        let evidence = Evidence::of(instruments, &all).map_err(|_| AccessError::Unreadable)?;
        Ok(assess(instruments, &evidence, age))
    }

    /// What was said to other instruments that are here, each in its version.
    fn to_others(&self, instruments: &Instruments, guide: &Answers) -> Vec<Answers> {
        let mut others: Vec<Answers> = Vec::new();
        for heard in self.given.iter().map(|given| &given.heard) {
            let same = |one: &Answers| one.instrument == heard.instrument && one.version == heard.version;
            if heard.instrument == guide.instrument {
                continue;
            }
            let at = others.iter().position(same).unwrap_or_else(|| {
                others.push(Answers::to(&heard.instrument, heard.version));
                others.len() - 1
            });
            others[at] = others[at].clone().with(&heard.question, heard.answer.clone());
        }
        others.retain(|one| instruments.asked(one).is_ok());
        others
    }

    /// When what raises a concern happened, each time.
    pub fn incidents(&self, instruments: &Instruments, concern: Concern) -> Vec<When> {
        let concerns = concerns_of(instruments, &self.given, self.came);
        concerns.iter().filter(|(one, _)| *one == concern).flat_map(|(_, raised)| raised.incidents.clone()).collect()
    }

    pub fn urgency<'i>(&self, instruments: &'i Instruments, now: Instant) -> Urgency<'i> {
        let guide = self.guide(instruments);
        let mut concerns = concerns_of(instruments, &self.given, self.came);
        concerns.join(self.custody.clone());
        concerns.raise_signs(self.signs.iter().copied(), self.came);
        concerns.raise_age(self.age.with(&self.answers(guide)), self.came);
        if let Some((at, _)) = &self.attended {
            concerns.reviewed(*at);
        }
        triage(instruments, &concerns, now)
    }
}

/// The answers that stand, oldest first.
pub(crate) fn given(facts: &Facts) -> Vec<Given> {
    let mut given: Vec<Given> = ANSWERS.iter().flat_map(|field| given_in(facts, *field)).collect();
    given.sort_by_key(|given| given.event);
    given
}

/// The answers of one part that stand.
fn given_in(facts: &Facts, field: Field) -> impl Iterator<Item = Given> + '_ {
    facts.current(field).iter().filter_map(|held| match &held.fact {
        Fact::Heard(heard) => Some(Given { event: held.event, heard: (**heard).clone() }),
        _ => None,
    })
}

/// What the answers raise, each from the moment at which it was said.
pub(crate) fn concerns_of(instruments: &Instruments, given: &[Given], came: Instant) -> Concerns {
    let mut concerns = Concerns::since(came);
    let times: Vec<&Heard> =
        given.iter().map(|one| &one.heard).filter(|heard| matches!(heard.answer, Answer::When(_))).collect();
    for one in given {
        let heard = &one.heard;
        let alone = Answers::to(&heard.instrument, heard.version);
        let with_times = times.iter().fold(alone, |answers, time| answers.with(&time.question, time.answer.clone()));
        let answers = with_times.with(&heard.question, heard.answer.clone());
        // Answers to a version that is no longer here raise nothing; the page of the result says so.
        let _ = concerns.raise_answers(instruments, &answers, one.event.made_at());
    }
    concerns
}
