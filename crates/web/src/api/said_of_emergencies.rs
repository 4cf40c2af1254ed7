//! What is said about emergencies and readings in JSON.

use super::texted::As;
use base::{CaseId, EmergencyId, Instant};
use casework::emergency::{InUse, Mine, Named, Overseen, Request, Standing, State, Verdict};
use casework::readings::{Count, Reader, Reading};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use vault::Compartment;

const AT: Instant = Instant::from_millis(1_768_539_600_000);

fn sample_id() -> As<EmergencyId> {
    As(EmergencyId::from_bytes([1; 16]))
}

fn texts(parts: &[Compartment]) -> Vec<As<Compartment>> {
    parts.iter().copied().map(As).collect()
}

fn at(when: Option<Instant>) -> Option<As<Instant>> {
    when.map(As)
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "EmergencyAsked")]
pub struct Asked {
    /// The code on the person's card.
    pub code: String,
    /// Testimony is opened in no emergency.
    pub parts: Vec<As<Compartment>>,
    /// For how long: 1 to 24.
    pub hours: i64,
    /// What happens if it stays closed.
    pub reason: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EmergencyMade")]
pub struct Made {
    pub emergency: As<EmergencyId>,
}

impl Made {
    pub fn sample() -> Made {
        Made { emergency: sample_id() }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "EmergencyGranted")]
pub struct Granted {
    /// For how long: 1 to 24.
    pub hours: i64,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EmergencyOpened")]
pub struct Opened {
    pub until: As<Instant>,
}

impl Opened {
    pub fn sample() -> Opened {
        Opened { until: As(AT) }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "EmergencyRefused")]
pub struct Refused {
    /// It stays with the team.
    pub because: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "EmergencyReviewed")]
pub struct Reviewed {
    pub verdict: As<Verdict>,
    pub words: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EmergencyMine")]
pub struct Taken {
    id: As<EmergencyId>,
    code: String,
    reason: String,
    parts: Vec<As<Compartment>>,
    hours: i64,
    asked_at: As<Instant>,
    standing: As<Standing>,
    /// While it is open.
    case: Option<As<CaseId>>,
    until: Option<As<Instant>>,
}

impl Taken {
    pub fn sample() -> Taken {
        Taken {
            id: sample_id(),
            code: "481 516 237".to_owned(),
            reason: "Unconscious at the clinic; which medicine does she take?".to_owned(),
            parts: vec![As(Compartment::Care)],
            hours: 4,
            asked_at: As(AT),
            standing: As(Standing::Waiting),
            case: None,
            until: None,
        }
    }

    pub fn of(mine: &Mine) -> Taken {
        Taken {
            id: As(mine.id),
            code: mine.code.clone(),
            reason: mine.reason.clone(),
            parts: texts(&mine.parts),
            hours: mine.hours,
            asked_at: As(mine.asked_at),
            standing: As(mine.standing),
            case: mine.open.map(|(case, _)| As(case)),
            until: mine.open.map(|(_, until)| As(until)),
        }
    }
}

/// Who did something, and when.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EmergencyStep")]
pub struct Step {
    name: String,
    team: String,
    at: As<Instant>,
}

impl Step {
    fn sample(name: &str) -> Step {
        Step { name: name.to_owned(), team: "Response".to_owned(), at: As(AT) }
    }

    fn of(named: &Named, at: Instant) -> Step {
        Step { name: named.name.clone(), team: named.team.clone(), at: As(at) }
    }

    fn maybe(done: &Option<(Instant, Named)>) -> Option<Step> {
        done.as_ref().map(|(at, named)| Step::of(named, *at))
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EmergencyRequest")]
pub struct Waiting {
    id: As<EmergencyId>,
    case: As<CaseId>,
    code: String,
    asked: Step,
    reason: String,
    parts: Vec<As<Compartment>>,
    hours: i64,
    lapses_at: As<Instant>,
    /// Asked by oneself: somebody else decides.
    is_own: bool,
}

impl Waiting {
    pub fn sample() -> Waiting {
        Waiting {
            id: sample_id(),
            case: As(CaseId::from_bytes([1; 16])),
            code: "481 516 237".to_owned(),
            asked: Step::sample("dara"),
            reason: "Unconscious at the clinic; which medicine does she take?".to_owned(),
            parts: vec![As(Compartment::Care)],
            hours: 4,
            lapses_at: As(AT),
            is_own: false,
        }
    }

    pub fn of(request: &Request) -> Waiting {
        Waiting {
            id: As(request.id),
            case: As(request.case),
            code: request.code.to_string(),
            asked: Step::of(&request.asker, request.asked_at),
            reason: request.reason.clone(),
            parts: texts(&request.parts),
            hours: request.hours,
            lapses_at: As(request.lapses_at),
            is_own: request.is_own,
        }
    }
}

/// What the auditor sees, and whoever watches over the case.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EmergencySeen")]
pub struct Seen {
    id: As<EmergencyId>,
    state: As<State>,
    parts: Vec<As<Compartment>>,
    asked: Step,
    answered: Option<Step>,
    expires_at: Option<As<Instant>>,
    reviewed: Option<Step>,
    /// Over, and nobody has said whether it was right.
    unreviewed: bool,
}

impl Seen {
    pub fn sample() -> Seen {
        Seen {
            id: sample_id(),
            state: As(State::Ended),
            parts: vec![As(Compartment::Care)],
            asked: Step::sample("dara"),
            answered: Some(Step::sample("sokha")),
            expires_at: Some(As(AT)),
            reviewed: None,
            unreviewed: true,
        }
    }

    pub fn of(seen: &Overseen) -> Seen {
        Seen {
            id: As(seen.id),
            state: As(seen.state),
            parts: texts(&seen.parts),
            asked: Step::of(&seen.asker, seen.asked_at),
            answered: Step::maybe(&seen.answered),
            expires_at: at(seen.expires_at),
            reviewed: Step::maybe(&seen.reviewed),
            unreviewed: seen.unreviewed,
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EmergencyLent")]
pub struct Lent {
    id: As<EmergencyId>,
    case: As<CaseId>,
    code: String,
    state: As<State>,
    parts: Vec<As<Compartment>>,
    asked: Step,
    reason: String,
    answered: Option<Step>,
    /// Why it was refused.
    because: Option<String>,
    expires_at: Option<As<Instant>>,
    reviewed: Option<Step>,
    review: Option<String>,
    is_open: bool,
    may_review: bool,
}

impl Lent {
    pub fn sample() -> Lent {
        Lent {
            id: sample_id(),
            case: As(CaseId::from_bytes([1; 16])),
            code: "481 516 237".to_owned(),
            state: As(State::Granted),
            parts: vec![As(Compartment::Care)],
            asked: Step::sample("dara"),
            reason: "Unconscious at the clinic; which medicine does she take?".to_owned(),
            answered: Some(Step::sample("sokha")),
            because: None,
            expires_at: Some(As(AT)),
            reviewed: None,
            review: None,
            is_open: true,
            may_review: false,
        }
    }

    pub fn of(used: &InUse) -> Lent {
        Lent {
            id: As(used.id),
            case: As(used.case),
            code: used.code.to_string(),
            state: As(used.state),
            parts: texts(&used.parts),
            asked: Step::of(&used.asker, used.asked_at),
            reason: used.reason.clone(),
            answered: Step::maybe(&used.answered),
            because: used.answer.clone(),
            expires_at: at(used.expires_at),
            reviewed: Step::maybe(&used.reviewed),
            review: used.review.clone(),
            is_open: used.is_open,
            may_review: used.may_review,
        }
    }
}

/// One opening, or an attempt.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Reading")]
pub struct Read {
    /// The number of its leaf in the log.
    leaf: i64,
    at: As<Instant>,
    /// The member; or through a link, the organisation.
    name: String,
    /// Null when it was through a link.
    team: Option<String>,
    /// For which purpose: an action, or "emergency".
    action: String,
    parts: Vec<As<Compartment>>,
    /// The file of a referral, and not the case.
    is_file: bool,
    refused: bool,
}

impl Read {
    pub fn sample() -> Read {
        Read {
            leaf: 41,
            at: As(AT),
            name: "sokha".to_owned(),
            team: Some("Response".to_owned()),
            action: "open-case".to_owned(),
            parts: vec![As(Compartment::Identity)],
            is_file: false,
            refused: false,
        }
    }

    pub fn of(reading: &Reading) -> Read {
        let (name, team) = match &reading.reader {
            Reader::Member { name, team } => (name.clone(), Some(team.clone())),
            Reader::Link { organisation } => (organisation.clone(), None),
        };
        Read {
            leaf: reading.position,
            at: As(reading.at),
            name,
            team,
            action: reading.action.clone(),
            parts: texts(&reading.parts),
            is_file: reading.is_file,
            refused: reading.refused,
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ReadingCount")]
pub struct Counted {
    /// A team or organisation.
    name: String,
    is_ours: bool,
    /// Within the last 30 days.
    recent: i64,
    ever: i64,
    /// How many of all were in an emergency.
    emergencies: i64,
}

impl Counted {
    pub fn sample() -> Counted {
        Counted { name: "Response".to_owned(), is_ours: true, recent: 2, ever: 7, emergencies: 0 }
    }

    pub fn of(count: &Count) -> Counted {
        Counted {
            name: count.of.clone(),
            is_ours: count.is_ours,
            recent: count.recent,
            ever: count.ever,
            emergencies: count.emergencies,
        }
    }
}
