//! Sealed versions of rolls as JSON: their lines, and what changed.

use super::said_of_rolls::{PersonOf, WhyOf, day};
use super::texted::As;
use crate::pages::rolls::{Change, Kind, Whose};
use crate::words::Words;
use base::{CaseId, Date, Instant};
use casework::rolls::{Kept, Missing, Version};
use papers::roll::Decision;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A sealed version, without its lines.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollVersion")]
pub struct VersionOf {
    version: u32,
    mission: String,
    sealed: As<Instant>,
    /// By the name of the sign-in or of the integration.
    by: String,
    /// The day on which it was sent, where that was noted.
    sent: Option<As<Date>>,
    /// The day up to which overstays were counted.
    until: As<Date>,
    /// ISO 4217.
    currency: String,
}

impl VersionOf {
    pub fn of(version: &Version) -> VersionOf {
        VersionOf {
            version: version.number,
            mission: version.head.mission.clone(),
            sealed: As(version.at),
            by: version.by.clone(),
            sent: version.sent.map(As),
            until: As(version.head.until),
            currency: version.head.currency.clone(),
        }
    }

    pub fn sample() -> VersionOf {
        VersionOf {
            version: 2,
            mission: "Embassy of Uganda (invented)".to_owned(),
            sealed: As(Instant::from_millis(1_768_539_600_000)),
            by: "sokha".to_owned(),
            sent: None,
            until: day("2026-02-28"),
            currency: "USD".to_owned(),
        }
    }
}

/// A sealed version, and what became of its lines.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollVersionWhole")]
pub struct Whole {
    #[serde(flatten)]
    version: VersionOf,
    /// Who may be named as things stand, and is in a file of it.
    named: usize,
    /// Who may no longer be named.
    withdrawn: usize,
    erased: usize,
    /// Of those who may be named, together.
    days: u64,
    /// In hundredths of the currency.
    fine: u64,
    approved: usize,
    refused: usize,
    not_found: usize,
    /// Without an answer.
    open: usize,
}

impl Whole {
    pub fn of(version: &Version, may: &BTreeSet<CaseId>) -> Whole {
        let is_named = |line: &&Kept| line.case.is_some_and(|case| may.contains(&case));
        let named: Vec<&Kept> = version.lines.iter().filter(is_named).collect();
        let contents = || named.iter().filter_map(|line| line.content.as_ref());
        let count = |decision| version.lines.iter().filter(|line| line.decision == decision).count();
        let erased = version.lines.iter().filter(|line| line.case.is_none()).count();
        Whole {
            version: VersionOf::of(version),
            named: named.len(),
            withdrawn: version.lines.len() - erased - named.len(),
            erased,
            days: contents().map(|one| u64::from(one.days)).sum(),
            fine: contents().map(|one| one.hundredths).sum(),
            approved: count(Some(Decision::Approved)),
            refused: count(Some(Decision::Refused)),
            not_found: count(Some(Decision::NotFound)),
            open: count(None) - erased,
        }
    }

    pub fn sample() -> Whole {
        Whole {
            version: VersionOf::sample(),
            named: 3,
            withdrawn: 1,
            erased: 0,
            days: 684,
            fine: 684_000,
            approved: 2,
            refused: 0,
            not_found: 1,
            open: 1,
        }
    }
}

/// One line of a version.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollLine")]
pub struct LineOf {
    line: u32,
    /// Null where the person was erased.
    case: Option<As<CaseId>>,
    /// "named", "withdrawn" (may no longer be named) or "erased".
    standing: &'static str,
    /// Null unless the person may be named as things stand.
    person: Option<PersonOf>,
    decision: Option<As<Decision>>,
}

impl LineOf {
    pub fn of(kept: &Kept, may: &BTreeSet<CaseId>) -> LineOf {
        let (standing, person) = match (kept.case, &kept.content) {
            (Some(case), Some(content)) if may.contains(&case) => ("named", Some(PersonOf::of(content))),
            (Some(_), Some(_)) => ("withdrawn", None),
            _ => ("erased", None),
        };
        LineOf { line: kept.number, case: kept.case.map(As), standing, person, decision: kept.decision.map(As) }
    }

    pub fn sample() -> LineOf {
        LineOf {
            line: 1,
            case: Some(As(CaseId::from_bytes([1; 16]))),
            standing: "named",
            person: Some(PersonOf::sample()),
            decision: Some(As(Decision::Approved)),
        }
    }
}

/// What a version says differently from the newest that was sent before it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollChanges")]
pub struct ChangesOf {
    /// That version; null where none was sent before.
    pub since: Option<u32>,
    pub items: Vec<ChangeOf>,
    /// To be sent as `cursor` for the next page; null on the last.
    pub next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollChange")]
pub struct ChangeOf {
    /// "added", "gone" or "changed".
    what: &'static str,
    /// The number of the line: where somebody is gone, on the version before.
    line: u32,
    /// Null where the person was erased, or is no longer open to this team.
    name: Option<String>,
    /// What the line says differently: "name", "birth", "document", "entered", "days" or "amount".
    fields: Vec<&'static str>,
    /// What keeps somebody who is gone off a roll by now; empty where nothing does.
    why: Vec<WhyOf>,
}

impl ChangeOf {
    pub fn of(change: &Change, whose: Whose, why: &[Missing], words: &Words) -> ChangeOf {
        ChangeOf {
            what: change.key(),
            line: change.line(),
            name: match whose {
                Whose::Named(name) => Some(name),
                Whose::Erased | Whose::Closed => None,
            },
            fields: match change {
                Change::Otherwise(_, fields) => fields.clone(),
                Change::Added(_) | Change::Gone(_) => Vec::new(),
            },
            why: why.iter().map(|why| WhyOf::of(*why, words)).collect(),
        }
    }

    pub fn sample() -> ChangeOf {
        let name = Some("Joan Invented".to_owned());
        ChangeOf { what: "gone", line: 3, name, fields: Vec::new(), why: vec![WhyOf::sample()] }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RollTaken")]
pub struct Taken {
    pub format: As<Kind>,
    /// Where the note verbale is written; the pack's place where nothing is said.
    #[serde(default)]
    pub place: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RollSent")]
pub struct SentOn {
    /// Today, where nothing is said.
    #[serde(default)]
    pub on: Option<As<Date>>,
}
