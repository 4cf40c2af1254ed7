//! What programs are told of what a hearing comes to, and of how urgent it is.

use super::texted::As;
use base::{CaseId, Instant};
use casework::desk::Urgent;
use casework::hearing::{Body, Decision, Hearing, Status};
use schemars::JsonSchema;
use screening::triage::{Clock, Concern, Left, Level, Trigger, Urgency};
use screening::words::Say;
use screening::{Assessment, Basis, Class, Dimension, Finding, QuestionNo};
use serde::Serialize;

/// What the answers come to.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Assessment")]
pub struct AssessmentOf {
    finding: As<Finding>,
    /// The rule that it follows from.
    basis: As<Basis>,
    /// In the order of a letter.
    reasons: Vec<ReasonOf>,
    dimensions: Vec<DimensionOf>,
    /// What of act, means and purpose nothing shows yet.
    open_classes: Vec<As<Class>>,
    open_dimensions: Vec<As<Dimension>>,
    /// Questions that could carry something and have no answer yet, or none that is known.
    open_questions: Vec<AskedOf>,
    /// The one whose answer could raise the result most.
    best_question: Option<AskedOf>,
    /// The files of rules that gave the result, and who reviewed each; empty where nobody has.
    rules: Vec<RulesOf>,
    /// What a named person decided. No program decides it.
    decision: Option<DecisionOf>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AssessmentReason")]
pub struct ReasonOf {
    sentence: String,
    /// By which source this is evidence of that.
    source: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AssessmentDimension")]
pub struct DimensionOf {
    dimension: As<Dimension>,
    strong: u8,
    medium: u8,
    weak: u8,
    /// Counted with the weights for children.
    as_child: bool,
    positive: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "OpenQuestion")]
pub struct AskedOf {
    question: String,
    number: u32,
    wording: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RulesInForce")]
pub struct RulesOf {
    id: String,
    version: u32,
    reviewed_by: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Decision")]
pub struct DecisionOf {
    status: As<Status>,
    by: String,
    body: As<Body>,
    because: String,
    at: As<Instant>,
}

impl AssessmentOf {
    pub fn of(hearing: &Hearing, assessment: &Assessment, say: Say) -> AssessmentOf {
        let instruments = casework::hearing::instruments();
        let asked = |number: &QuestionNo| {
            let question = instruments.question(*number);
            AskedOf { question: question.id.clone(), number: question.number, wording: question.wording.clone() }
        };
        let reasons = assessment.reasons.iter().map(|reason| ReasonOf {
            sentence: reason.sentence(instruments, say),
            source: reason.link(instruments).map(|link| link.source.clone()),
        });
        let dimensions = assessment.dimensions.iter().map(|one| DimensionOf {
            dimension: As(one.dimension),
            strong: one.counts.strong,
            medium: one.counts.medium,
            weak: one.counts.weak,
            as_child: one.as_child,
            positive: one.positive,
        });
        let rules = instruments.in_force().map(|file| RulesOf {
            id: file.id.clone(),
            version: file.version,
            reviewed_by: file.reviewed_by.clone(),
        });
        AssessmentOf {
            finding: As(assessment.finding),
            basis: As(assessment.basis),
            reasons: reasons.collect(),
            dimensions: dimensions.collect(),
            open_classes: assessment.open_classes.iter().copied().map(As).collect(),
            open_dimensions: assessment.open_dimensions.iter().copied().map(As).collect(),
            open_questions: assessment.open_questions.iter().map(asked).collect(),
            best_question: assessment.best_question.as_ref().map(asked),
            rules: rules.collect(),
            decision: hearing.decision.as_ref().map(|(at, decision)| DecisionOf::of(*at, decision)),
        }
    }

    pub fn sample() -> AssessmentOf {
        let asked = AskedOf {
            question: "forced-work".to_owned(),
            number: 34,
            wording: "Did you have to work although you did not want to?".to_owned(),
        };
        let sentence = "Means (deception): the work was not what had been promised (answer to question 23).";
        let decision = Decision {
            status: Status::Possible,
            by: "M. Invented, protection officer".to_owned(),
            body: Body::Ngo,
            because: "Act and means are shown.".to_owned(),
        };
        AssessmentOf {
            finding: As(Finding::MoreInformationNeeded),
            basis: As(Basis::Incomplete),
            reasons: vec![ReasonOf { sentence: sentence.to_owned(), source: Some("ACTIP art. 2".to_owned()) }],
            dimensions: vec![DimensionOf {
                dimension: As(Dimension::DeceptiveRecruitment),
                strong: 1,
                medium: 0,
                weak: 0,
                as_child: false,
                positive: true,
            }],
            open_classes: vec![As(Class::Purpose)],
            open_dimensions: vec![As(Dimension::Exploitation)],
            open_questions: Vec::new(),
            best_question: Some(asked),
            rules: vec![RulesOf { id: "indicators".to_owned(), version: 1, reviewed_by: String::new() }],
            decision: Some(DecisionOf::of(AT, &decision)),
        }
    }
}

const AT: Instant = Instant::from_millis(1_768_539_600_000);

impl DecisionOf {
    fn of(at: Instant, decision: &Decision) -> DecisionOf {
        DecisionOf {
            status: As(decision.status),
            by: decision.by.clone(),
            body: As(decision.body),
            because: decision.because.clone(),
            at: As(at),
        }
    }
}

/// How urgent it is to look after one person.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "HowUrgent")]
pub struct UrgencyOf {
    level: As<Level>,
    /// The most urgent first; empty when nothing was named so far.
    carried_by: Vec<TriggerOf>,
    first_action: String,
    source: String,
    /// Empty where no clinician has signed the rule.
    signed_off_by: String,
    /// Until when the first action is due.
    due: Option<As<Instant>>,
    review_due: Option<As<Instant>>,
    review_latest: Option<As<Instant>>,
    /// The one with the least time left first; those that are over last.
    clocks: Vec<ClockOf>,
    /// When somebody last noted that they had looked after the person.
    attended: Option<AttendedOf>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "UrgencyTrigger")]
pub struct TriggerOf {
    concern: As<Concern>,
    level: As<Level>,
    first_action: String,
    noticed: As<Instant>,
    due: As<Instant>,
}

/// How long something still works after an incident.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Clock")]
pub struct ClockOf {
    clock: String,
    concern: As<Concern>,
    /// For what.
    says: String,
    /// From the incident on.
    hours: i64,
    /// "inside", "unknown" (it counts as inside) or "over".
    state: &'static str,
    /// Full hours that are surely left, where that is known.
    hours_left: Option<i64>,
    /// Full hours that are left at the most.
    hours_left_at_most: Option<i64>,
    source: String,
    signed_off_by: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LookedAfter")]
pub struct AttendedOf {
    at: As<Instant>,
    note: Option<String>,
}

impl UrgencyOf {
    pub fn of(hearing: &Hearing, urgency: &Urgency) -> UrgencyOf {
        UrgencyOf {
            level: As(urgency.level),
            carried_by: urgency.carried_by.iter().map(TriggerOf::of).collect(),
            first_action: urgency.first.first_action.clone(),
            source: urgency.first.clinical_source.clone(),
            signed_off_by: urgency.first.signed_off_by.clone(),
            due: urgency.due.map(As),
            review_due: urgency.review_due.map(As),
            review_latest: urgency.review_latest.map(As),
            clocks: urgency.clocks.iter().map(ClockOf::of).collect(),
            attended: hearing
                .attended
                .as_ref()
                .map(|(at, attended)| AttendedOf { at: As(*at), note: attended.note.clone() }),
        }
    }

    pub fn sample() -> UrgencyOf {
        let action = "See a clinician today.".to_owned();
        UrgencyOf {
            level: As(Level::P1),
            carried_by: vec![TriggerOf {
                concern: As(Concern::SexualViolence),
                level: As(Level::P1),
                first_action: action.clone(),
                noticed: As(AT),
                due: As(AT.plus_hours(4)),
            }],
            first_action: action,
            source: "WHO".to_owned(),
            signed_off_by: String::new(),
            due: Some(As(AT.plus_hours(4))),
            review_due: Some(As(AT.plus_hours(24))),
            review_latest: Some(As(AT.plus_hours(72))),
            clocks: vec![ClockOf::sample()],
            attended: None,
        }
    }
}

impl TriggerOf {
    fn of(trigger: &Trigger) -> TriggerOf {
        TriggerOf {
            concern: As(trigger.concern),
            level: As(trigger.rule.level),
            first_action: trigger.rule.first_action.clone(),
            noticed: As(trigger.noticed),
            due: As(trigger.due),
        }
    }
}

impl ClockOf {
    fn of(clock: &Clock) -> ClockOf {
        let (state, most) = match clock.left {
            Left::Inside { most, .. } => ("inside", Some(most / 3_600_000)),
            Left::Unknown => ("unknown", None),
            Left::Over => ("over", None),
        };
        ClockOf {
            clock: clock.window.id.clone(),
            concern: As(clock.window.concern),
            says: clock.window.says.clone(),
            hours: clock.window.hours,
            state,
            hours_left: clock.left.hours(),
            hours_left_at_most: most,
            source: clock.window.clinical_source.clone(),
            signed_off_by: clock.window.signed_off_by.clone(),
        }
    }

    fn sample() -> ClockOf {
        ClockOf {
            clock: "hiv".to_owned(),
            concern: As(Concern::SexualViolence),
            says: "preventive HIV medicine".to_owned(),
            hours: 72,
            state: "inside",
            hours_left: Some(31),
            hours_left_at_most: Some(31),
            source: "WHO".to_owned(),
            signed_off_by: String::new(),
        }
    }
}

/// Somebody who is urgent, as the board shows them.
#[derive(Serialize, JsonSchema)]
pub struct BoardLine {
    case: As<CaseId>,
    code: String,
    names: Vec<String>,
    place: Option<String>,
    level: As<Level>,
    carried_by: Vec<As<Concern>>,
    first_action: String,
    /// When something is to be done next.
    due: As<Instant>,
    late: bool,
    /// What is due is a review: what was to be done first is done.
    review: bool,
    clocks: Vec<ClockOf>,
}

impl BoardLine {
    pub fn of(one: &Urgent, now: Instant) -> BoardLine {
        let Urgent { line, urgency, due, is_review } = one;
        BoardLine {
            case: As(line.case),
            code: line.code.to_string(),
            names: line.names.to_vec(),
            place: line.place.as_deref().map(str::to_owned),
            level: As(urgency.level),
            carried_by: urgency.carried_by.iter().map(|trigger| As(trigger.concern)).collect(),
            first_action: urgency.first.first_action.clone(),
            due: As(*due),
            late: *due < now,
            review: *is_review,
            clocks: urgency.clocks.iter().map(ClockOf::of).collect(),
        }
    }

    pub fn sample() -> BoardLine {
        BoardLine {
            case: As(CaseId::from_bytes([1; 16])),
            code: "481 516 237".to_owned(),
            names: vec!["Hanna Tesfaye".to_owned()],
            place: Some("Kampot".to_owned()),
            level: As(Level::P1),
            carried_by: vec![As(Concern::SexualViolence)],
            first_action: "See a clinician today.".to_owned(),
            due: As(AT),
            late: false,
            review: false,
            clocks: vec![ClockOf::sample()],
        }
    }
}
