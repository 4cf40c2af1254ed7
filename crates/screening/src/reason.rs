//! Why a result is what it is, as values and as sentences that a lawyer can copy.

use crate::evidence::From;
use crate::finding::{By, Counts, Shown};
use crate::instruments::{Class, Dimension};
use crate::words::Say;
use crate::{Age, Assessment, Basis, Finding, Instruments, Weighed};

/// One reason. The set is closed; `sentence` says each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Which rule carries the finding, with its source.
    Rule(Finding, Basis),
    /// No means is needed of a child, or of somebody whose age is in doubt.
    NoMeansNeeded { in_doubt: bool },
    /// An answer that shows an act, a means or a purpose.
    Shows(Shown),
    /// All means were used after arrival: how it began does not matter.
    MeansAtDestination,
    /// A dimension of the Delphi indicators that is positive.
    Positive(Weighed),
    /// What the dimensions mean together.
    Combination(u16),
    /// What nothing shows yet.
    NotShownYet(Class),
    /// The age is not known, and would decide whether a means is needed.
    AgeNotKnown,
}

/// The reasons of an assessment, in the order of a letter: the rule, what shows it, the dimensions, what is open.
pub(crate) fn of(instruments: &Instruments, assessment: &Assessment, age: Age, child: bool) -> Vec<Reason> {
    let mut reasons = Vec::with_capacity(assessment.shown.len() + 12);
    reasons.push(Reason::Rule(assessment.finding, assessment.basis));
    if child {
        reasons.push(Reason::NoMeansNeeded { in_doubt: age != Age::Child });
    }
    reasons.extend(assessment.shown.iter().copied().map(Reason::Shows));
    if only_at_destination(instruments, assessment) {
        reasons.push(Reason::MeansAtDestination);
    }
    reasons.extend(assessment.dimensions.iter().copied().filter(|one| one.positive).map(Reason::Positive));
    // "As it stands, a case of labour rights" would contradict a result that more than the dimensions carry.
    let carries = |at: &u16| instruments.combinations()[usize::from(*at)].finding >= Finding::StrongIndication;
    let lowest = assessment.finding == Finding::MoreInformationNeeded;
    reasons.extend(assessment.combination.filter(|at| lowest || carries(at)).map(Reason::Combination));
    reasons.extend(assessment.open_classes.iter().copied().map(Reason::NotShownYet));
    if age == Age::Unknown && !child && assessment.finding != Finding::PresumedVictim {
        reasons.push(Reason::AgeNotKnown);
    }
    reasons
}

/// Whether means are shown, and all of them by what happened at the place: how it began then does not matter.
fn only_at_destination(instruments: &Instruments, assessment: &Assessment) -> bool {
    let mut means = assessment.shown.iter().filter(|one| one.class == Class::Means).peekable();
    let at_destination = |one: &Shown| match one.by {
        By::Dimension(dimension) => dimension >= Dimension::Exploitation,
        By::Indicator(number, _) => instruments.rules.at_destination.has(number.0),
    };
    means.peek().is_some() && means.all(at_destination)
}

impl Reason {
    /// Whether it names something that the person was made to do: a letter that others read leaves it out.
    pub fn names_an_act(&self, instruments: &Instruments) -> bool {
        let is_act = |by: By| matches!(by, By::Indicator(number, _) if instruments.indicator(number).made_to_act);
        match self {
            Reason::Shows(shown) => is_act(shown.by) || shown.with.is_some_and(is_act),
            _ => false,
        }
    }

    /// The row of the crosswalk behind it: why this is evidence of that, and by which source.
    pub fn link<'i>(&self, instruments: &'i Instruments) -> Option<&'i crate::Link> {
        match self {
            Reason::Shows(Shown { link: Some(link), .. }) => instruments.rules.links.get(usize::from(*link)),
            _ => None,
        }
    }

    pub fn sentence(&self, instruments: &Instruments, say: Say) -> String {
        match *self {
            Reason::Rule(finding, basis) => say(&format!("screening-rule-{}-{}", finding.key(), basis.key()), &[]),
            Reason::NoMeansNeeded { in_doubt: false } => say("screening-no-means-child", &[]),
            Reason::NoMeansNeeded { in_doubt: true } => say("screening-no-means-in-doubt", &[]),
            Reason::Shows(shown) => shows(&shown, instruments, say),
            Reason::MeansAtDestination => say("screening-means-at-destination", &[]),
            Reason::Positive(weighed) => positive(&weighed, say),
            Reason::Combination(at) => {
                let combination = &instruments.combinations()[usize::from(at)];
                let key = format!("screening-combination-{}", combination.id);
                let said = say(&key, &[]);
                // What a later file calls by another name is said in that file's words.
                let what = if said == key { combination.says.clone() } else { said };
                say("screening-combination", &[("what", &what), ("source", &combination.source)])
            }
            Reason::NotShownYet(class) => say(&format!("screening-not-shown-{}", class.key()), &[]),
            Reason::AgeNotKnown => say("screening-age-not-known", &[]),
        }
    }
}

/// "Means (deception): the work was not what had been promised (answer to question 23)".
fn shows(shown: &Shown, instruments: &Instruments, say: Say) -> String {
    let class = say(&format!("screening-class-{}", shown.class.key()), &[]);
    let element = instruments.indicator(shown.element);
    let element = said(&format!("screening-{}", key_of(&element.id)), &element.text, say);
    let (what, from) = (what(shown.by, instruments, say), from(shown.by, instruments, say));
    let args = [("class", &*class), ("element", &*element), ("what", &*what), ("from", &*from)];
    match shown.with {
        None => say("screening-shows", &args),
        Some(with) => {
            let with = self::what(with, instruments, say);
            say("screening-shows-with", &[args[0], args[1], args[2], args[3], ("with", &with)])
        }
    }
}

fn what(by: By, instruments: &Instruments, say: Say) -> String {
    match by {
        By::Dimension(dimension) => say(&format!("screening-dimension-{}", dimension.key()), &[]),
        By::Indicator(number, _) => {
            let indicator = instruments.indicator(number);
            said(&format!("screening-said-{}", key_of(&indicator.id)), &indicator.text, say)
        }
    }
}

fn from(by: By, instruments: &Instruments, say: Say) -> String {
    match by {
        By::Dimension(dimension) => say("screening-from-dimension", &[("id", dimension.key())]),
        By::Indicator(number, From::Marked) => say("screening-from-mark", &[("id", &instruments.indicator(number).id)]),
        By::Indicator(number, From::Question(question)) => {
            let (asked, whole) = (instruments.question(question), instruments.questionnaire_of(question));
            let number_of = asked.number.to_string();
            if whole.id == crate::instruments::HEARING {
                say("screening-from-question", &[("number", &number_of)])
            } else if asked.id == instruments.indicator(number).id {
                say("screening-from-mark", &[("id", &asked.id)])
            } else {
                say("screening-from-other", &[("number", &number_of), ("instrument", &whole.title)])
            }
        }
    }
}

/// "Dimension D1, deceptive recruitment, is positive: 1 strong, 1 medium, 0 weak".
fn positive(weighed: &Weighed, say: Say) -> String {
    let Counts { strong, medium, weak } = weighed.counts;
    let name = say(&format!("screening-dimension-{}", weighed.dimension.key()), &[]);
    let numbers = [strong, medium, weak].map(|count| count.to_string());
    let key = if weighed.as_child { "screening-positive-child" } else { "screening-positive" };
    let values = [
        ("id", weighed.dimension.key()),
        ("name", &*name),
        ("strong", &*numbers[0]),
        ("medium", &*numbers[1]),
        ("weak", &*numbers[2]),
    ];
    say(key, &values)
}

/// What a catalogue says, or what the file says where no catalogue has the key.
fn said(key: &str, otherwise: &str, say: Say) -> String {
    let said = say(key, &[]);
    if said == key { otherwise.to_owned() } else { said }
}

/// "D1.01" as the end of a catalogue's key.
fn key_of(id: &str) -> String {
    id.replace('.', "-")
}

impl Assessment {
    /// All reasons as sentences.
    pub fn sentences(&self, instruments: &Instruments, say: Say) -> Vec<String> {
        self.reasons.iter().map(|reason| reason.sentence(instruments, say)).collect()
    }
}
