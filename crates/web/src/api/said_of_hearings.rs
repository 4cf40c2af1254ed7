//! What programs send and are told of hearings.

use super::texted::As;
use base::{EventId, Instant};
use casework::hearing::{self, Attended, Body, Decision, Hearing, Status, kept_in};
use schemars::JsonSchema;
use screening::triage::Level;
use screening::{Answer, Finding, Kind, Question, Questionnaire, When};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use vault::Compartment;

/// One answer: one of these.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(rename = "HearingSaid")]
pub enum AnswerOf {
    Said(As<Plain>),
    /// The key of one choice.
    Choice(String),
    /// The keys of several choices.
    Choices(BTreeSet<String>),
    Text(String),
    Number(f64),
    When(As<When>),
}

/// The answers that have a word of their own; the last two are answers to every question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plain {
    Yes,
    No,
    DoesNotKnow,
    RatherNot,
}

base::keys!(Plain { Yes = "yes", No = "no", DoesNotKnow = "does-not-know", RatherNot = "rather-not" });

impl AnswerOf {
    fn of(answer: &Answer) -> AnswerOf {
        match answer {
            Answer::Yes => AnswerOf::Said(As(Plain::Yes)),
            Answer::No => AnswerOf::Said(As(Plain::No)),
            Answer::DoesNotKnow => AnswerOf::Said(As(Plain::DoesNotKnow)),
            Answer::RatherNot => AnswerOf::Said(As(Plain::RatherNot)),
            Answer::One(key) => AnswerOf::Choice(key.clone()),
            Answer::Several(keys) => AnswerOf::Choices(keys.clone()),
            Answer::Text(text) => AnswerOf::Text(text.clone()),
            Answer::Number(number) => AnswerOf::Number(*number),
            Answer::When(when) => AnswerOf::When(As(*when)),
        }
    }

    fn answer(self) -> Answer {
        match self {
            AnswerOf::Said(As(Plain::Yes)) => Answer::Yes,
            AnswerOf::Said(As(Plain::No)) => Answer::No,
            AnswerOf::Said(As(Plain::DoesNotKnow)) => Answer::DoesNotKnow,
            AnswerOf::Said(As(Plain::RatherNot)) => Answer::RatherNot,
            AnswerOf::Choice(key) => Answer::One(key),
            AnswerOf::Choices(keys) => Answer::Several(keys),
            AnswerOf::Text(text) => Answer::Text(base::text::remark(&text)),
            AnswerOf::Number(number) => Answer::Number(number),
            AnswerOf::When(As(when)) => Answer::When(when),
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "HearingAnswer")]
pub struct Answered {
    /// An id that the sender makes, a UUID of version 7: when it comes again, nothing changes.
    #[serde(default)]
    event: Option<As<EventId>>,
    /// The id of the question.
    question: String,
    answer: AnswerOf,
}

impl Answered {
    pub fn parts(self) -> (Option<EventId>, String, Answer) {
        (self.event.map(|event| event.0), self.question, self.answer.answer())
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AnswerTakenBack")]
pub struct TakenBack {
    #[serde(default)]
    pub event: Option<As<EventId>>,
    pub question: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendedSaid {
    #[serde(default)]
    event: Option<As<EventId>>,
    /// What was done, in words.
    #[serde(default)]
    note: Option<String>,
}

impl AttendedSaid {
    pub fn parts(self) -> (Option<EventId>, Attended) {
        let note = self.note.and_then(|note| base::text::some_remark(&note));
        (self.event.map(|event| event.0), Attended { note })
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionSaid {
    #[serde(default)]
    event: Option<As<EventId>>,
    status: As<Status>,
    /// The name and post of who decided.
    by: String,
    body: As<Body>,
    because: String,
}

impl DecisionSaid {
    pub fn parts(self) -> (Option<EventId>, Decision) {
        let (by, because) = (base::text::line(&self.by), base::text::remark(&self.because));
        let decision = Decision { status: self.status.0, by, body: self.body.0, because };
        (self.event.map(|event| event.0), decision)
    }
}

/// What was kept, and what the answers come to with it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Kept")]
pub struct KeptOf {
    event: As<EventId>,
    finding: As<Finding>,
    level: As<Level>,
}

impl KeptOf {
    pub fn of(event: EventId, finding: Finding, level: Level) -> KeptOf {
        KeptOf { event: As(event), finding: As(finding), level: As(level) }
    }

    pub fn sample() -> KeptOf {
        let event = EventId::read_uuid("019bc5a2-7c00-7cc3-98c4-dc0c0c07398f").expect("an id of version 7");
        KeptOf::of(event, Finding::MoreInformationNeeded, Level::P1)
    }
}

/// A hearing as far as it came.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Hearing")]
pub struct HearingOf {
    /// The guide that the person is asked by: the version that the hearing was begun with.
    guide: GuideOf,
    /// Oldest first; also to other instruments and versions.
    answered: Vec<GivenOf>,
    /// In the order in which it would be asked.
    next: Vec<QuestionOf>,
    /// How many questions wait, also those that were not asked for.
    left: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Guide")]
pub struct GuideOf {
    instrument: String,
    version: u32,
    title: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "GivenAnswer")]
pub struct GivenOf {
    event: As<EventId>,
    at: As<Instant>,
    instrument: String,
    version: u32,
    question: String,
    answer: AnswerOf,
    compartment: As<Compartment>,
}

/// A question that waits.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Question")]
pub struct QuestionOf {
    /// Its id, which never changes.
    question: String,
    /// As people call it.
    number: u32,
    section: String,
    /// As it is said to the person.
    wording: String,
    /// The same in other languages, by their codes.
    wordings: BTreeMap<String, String>,
    /// For whoever asks.
    hint: String,
    /// "yes-no", "one", "several", "text", "number", "when" or "acknowledge".
    kind: &'static str,
    choices: Vec<ChoiceOf>,
    /// Where the answer is kept.
    compartment: As<Compartment>,
    /// Part of the first, short screening.
    short: bool,
    /// Why it is asked, and why at this place.
    why: Vec<As<Why>>,
    /// The questions whose answers make it relevant.
    follows: Vec<String>,
    source: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "QuestionChoice")]
pub struct ChoiceOf {
    key: String,
    label: String,
    labels: BTreeMap<String, String>,
}

/// Why a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Asked before everything else: somebody may be in danger, or something works only for a while.
    Urgent,
    /// Its answer could raise the result most.
    HelpsMost,
    /// What was answered before makes it relevant.
    Follows,
    /// Some answer to it counts.
    Counts,
    /// It stands here in the guide.
    InOrder,
}

base::keys!(Why {
    Urgent = "urgent",
    HelpsMost = "helps-most",
    Follows = "follows",
    Counts = "counts",
    InOrder = "in-order",
});

impl HearingOf {
    /// `waiting` is all that waits, of which `take` are shown; `helps` is the id of the question that helps most.
    pub fn of(
        hearing: &Hearing,
        guide: &Questionnaire,
        waiting: &[&Question],
        take: usize,
        helps: Option<&str>,
    ) -> HearingOf {
        HearingOf {
            guide: GuideOf { instrument: guide.id.clone(), version: guide.version, title: guide.title.clone() },
            answered: hearing.given.iter().map(GivenOf::of).collect(),
            next: waiting.iter().take(take).map(|question| QuestionOf::of(question, helps)).collect(),
            left: waiting.len(),
        }
    }

    pub fn sample() -> HearingOf {
        let guide =
            hearing::instruments().newest(screening::instruments::HEARING).expect("the program carries a guide");
        let asked: Vec<&Question> = guide.questions.iter().filter(|question| question.urgent).take(1).collect();
        let event = EventId::from_bytes([1; 16]);
        let given = GivenOf {
            event: As(event),
            at: As(Instant::from_millis(1_768_539_600_000)),
            instrument: guide.id.clone(),
            version: guide.version,
            question: "as-promised".to_owned(),
            answer: AnswerOf::Said(As(Plain::No)),
            compartment: As(Compartment::Protection),
        };
        HearingOf {
            guide: GuideOf { instrument: guide.id.clone(), version: guide.version, title: guide.title.clone() },
            answered: vec![given],
            next: asked.into_iter().map(|question| QuestionOf::of(question, None)).collect(),
            left: 41,
        }
    }
}

impl GivenOf {
    fn of(given: &hearing::Given) -> GivenOf {
        let heard = &given.heard;
        GivenOf {
            event: As(given.event),
            at: As(given.event.made_at()),
            instrument: heard.instrument.clone(),
            version: heard.version,
            question: heard.question.clone(),
            answer: AnswerOf::of(&heard.answer),
            compartment: As(heard.part),
        }
    }
}

impl QuestionOf {
    fn of(question: &Question, helps: Option<&str>) -> QuestionOf {
        let follows: Vec<String> =
            question.relevant.iter().flat_map(|relevant| relevant.names()).map(str::to_owned).collect();
        let why = [
            (question.urgent, Why::Urgent),
            (helps == Some(question.id.as_str()), Why::HelpsMost),
            (!follows.is_empty(), Why::Follows),
            (question.can_carry(), Why::Counts),
        ];
        let mut why: Vec<As<Why>> = why.into_iter().filter(|(holds, _)| *holds).map(|(_, why)| As(why)).collect();
        if !question.urgent {
            why.push(As(Why::InOrder));
        }
        let choice = |choice: &screening::questionnaire::Choice| ChoiceOf {
            key: choice.key.clone(),
            label: choice.label.clone(),
            labels: choice.labels.clone(),
        };
        QuestionOf {
            question: question.id.clone(),
            number: question.number,
            section: question.section.clone(),
            wording: question.wording.clone(),
            wordings: question.wordings.clone(),
            hint: question.hint.clone(),
            kind: match question.kind {
                Kind::YesNo => "yes-no",
                Kind::One(_) => "one",
                Kind::Several(_) => "several",
                Kind::Text => "text",
                Kind::Number { .. } => "number",
                Kind::When => "when",
                Kind::Acknowledge | Kind::Note => "acknowledge",
            },
            choices: question.kind.choices().iter().map(choice).collect(),
            compartment: As(kept_in(question.part)),
            short: question.short,
            why,
            follows,
            source: question.source.clone(),
        }
    }
}
