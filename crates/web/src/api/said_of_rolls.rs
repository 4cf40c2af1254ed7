//! A roll as JSON before it is sealed: who could be on it, and who is missing.

use super::texted::As;
use crate::words::Words;
use base::{CaseId, Country, Date, EventId};
use casework::rolls::{Asked, Content, Draft, Left, Missing, OnIt, Sealed, Standing, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many of one nationality could be on a roll.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollStanding")]
pub struct StandingOf {
    nationality: As<Country>,
    /// Whom nothing keeps off it.
    ready: usize,
    missing: usize,
}

impl StandingOf {
    pub fn of(one: &Standing) -> StandingOf {
        StandingOf { nationality: As(one.nationality), ready: one.ready, missing: one.missing }
    }

    pub fn sample() -> StandingOf {
        StandingOf { nationality: As(uganda()), ready: 4, missing: 17 }
    }
}

fn uganda() -> Country {
    Country::from_iso3("UGA").expect("a country")
}

pub(super) fn day(text: &str) -> As<Date> {
    As(text.parse().expect("a day"))
}

/// A roll as things stand.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollDraft")]
pub struct DraftOf {
    nationality: As<Country>,
    /// What is known of the responsible mission.
    reach: &'static str,
    /// The day up to which overstays are counted.
    until: As<Date>,
    /// How many are on it.
    on: usize,
    /// How many of this nationality are not.
    missing: usize,
    /// Of everybody on it, together.
    days: u64,
    /// In hundredths of the currency.
    fine: u64,
    /// ISO 4217.
    currency: String,
    pub items: Vec<Drafted>,
    /// To be sent as `cursor` for the next page; null on the last.
    pub next: Option<String>,
}

/// Somebody who could be on it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollDrafted")]
pub struct Drafted {
    case: As<CaseId>,
    code: String,
    person: PersonOf,
}

/// What a line says of a person, and all that it says.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollPerson")]
pub struct PersonOf {
    name: String,
    birth: As<Date>,
    document: String,
    nationality: As<Country>,
    entered: As<Date>,
    days: u32,
    /// In hundredths of the currency.
    fine: u64,
}

impl DraftOf {
    pub fn of(asked: &Asked, reach: &'static str, draft: &Draft, shown: &[OnIt], next: Option<String>) -> DraftOf {
        let contents = || draft.on.iter().map(|one| &one.content);
        DraftOf {
            nationality: As(asked.nationality),
            reach,
            until: As(asked.until),
            on: draft.on.len(),
            missing: draft.missing.len(),
            days: contents().map(|one| u64::from(one.days)).sum(),
            fine: contents().map(|one| one.hundredths).sum(),
            currency: asked.pack.pack.basics.fine.per_day.currency.code().to_owned(),
            items: shown.iter().map(Drafted::of).collect(),
            next,
        }
    }

    pub fn sample() -> DraftOf {
        DraftOf {
            nationality: As(uganda()),
            reach: "covering",
            until: day("2026-02-28"),
            on: 4,
            missing: 17,
            days: 684,
            fine: 684_000,
            currency: "USD".to_owned(),
            items: vec![Drafted {
                case: As(CaseId::from_bytes([1; 16])),
                code: "481 516 237".to_owned(),
                person: PersonOf::sample(),
            }],
            next: None,
        }
    }
}

impl Drafted {
    fn of(one: &OnIt) -> Drafted {
        Drafted { case: As(one.case), code: one.code.to_string(), person: PersonOf::of(&one.content) }
    }
}

impl PersonOf {
    pub(super) fn of(content: &Content) -> PersonOf {
        PersonOf {
            name: content.name.clone(),
            birth: As(content.birth),
            document: content.document.clone(),
            nationality: As(content.nationality),
            entered: As(content.entered),
            days: content.days,
            fine: content.hundredths,
        }
    }

    pub(super) fn sample() -> PersonOf {
        PersonOf {
            name: "Joan Invented".to_owned(),
            birth: day("1996-03-04"),
            document: "ZZ8844010".to_owned(),
            nationality: As(uganda()),
            entered: day("2025-06-30"),
            days: 171,
            fine: 171_000,
        }
    }
}

/// Somebody of this nationality who is not on the roll.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollMissing")]
pub struct MissingOf {
    case: As<CaseId>,
    code: String,
    name: String,
    /// Everything that keeps the person off it; never empty.
    why: Vec<WhyOf>,
}

/// Why somebody is not on it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollWhy")]
pub struct WhyOf {
    /// A stable word, such as "no-consent".
    why: &'static str,
    /// What it is about, where there are several: a warning, a recipient, a way, what is not known of the overstay.
    about: Option<&'static str>,
    /// For a person.
    sentence: String,
}

impl WhyOf {
    pub fn of(why: Missing, words: &Words) -> WhyOf {
        let about = match why {
            Missing::Warned(warning) => Some(warning.key()),
            Missing::Declined(contact) | Missing::NoConsent(contact) => Some(contact.key()),
            Missing::OtherWay(way) => Some(way.key()),
            Missing::Overstay(unknown) => Some(unknown.key()),
            _ => None,
        };
        WhyOf { why: why.key(), about, sentence: words.missing(why) }
    }

    pub(super) fn sample() -> WhyOf {
        let sentence = "Not asked whether the mission may be told".to_owned();
        WhyOf { why: "no-consent", about: Some("mission"), sentence }
    }
}

impl MissingOf {
    pub fn of(left: &Left, words: &Words) -> MissingOf {
        MissingOf {
            case: As(left.case),
            code: left.code.to_string(),
            name: left.name.clone(),
            why: left.why.iter().map(|why| WhyOf::of(*why, words)).collect(),
        }
    }

    pub fn sample() -> MissingOf {
        MissingOf {
            case: As(CaseId::from_bytes([1; 16])),
            code: "481 516 237".to_owned(),
            name: "Joan Invented".to_owned(),
            why: vec![WhyOf::sample()],
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RollToSeal")]
pub struct ToSeal {
    /// An id that the sender makes, a UUID of version 7: when it comes again, nothing is sealed.
    #[serde(default)]
    pub event: Option<As<EventId>>,
    /// Who sends the roll, as a person writes it.
    pub mission: String,
    /// The day up to which overstays are counted; today where nothing is said.
    #[serde(default)]
    pub until: Option<As<Date>>,
}

/// What was sealed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollSealed")]
pub struct SealedOf {
    version: u32,
    lines: usize,
    /// Drafted, and kept off it by what their cases say by now.
    left: Vec<LeftOf>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollLeft")]
pub struct LeftOf {
    case: As<CaseId>,
    why: Vec<WhyOf>,
}

impl SealedOf {
    pub fn of(sealed: &Sealed, words: &Words) -> SealedOf {
        let left = |(case, why): &(CaseId, Vec<Missing>)| LeftOf {
            case: As(*case),
            why: why.iter().map(|why| WhyOf::of(*why, words)).collect(),
        };
        SealedOf { version: sealed.version, lines: sealed.lines, left: sealed.left.iter().map(left).collect() }
    }

    pub fn before(version: &Version) -> SealedOf {
        SealedOf { version: version.number, lines: version.lines.len(), left: Vec::new() }
    }

    pub fn sample() -> SealedOf {
        SealedOf { version: 2, lines: 4, left: Vec::new() }
    }
}
