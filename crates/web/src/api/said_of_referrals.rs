//! What programs send and are told of consents and referrals.

use super::texted::As;
use crate::fault::Fault;
use base::{CaseId, Country, Date, EventId, Instant, Language, TeamId};
use casework::consent::{Given, Grant, Held, Item, Kind, Recipient, Standing};
use casework::referral::{self, Heard, NeedAsked, Outcome, Reason, Referral, State, Urgency};
use casework::services::Service;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A team of this server, or an organisation elsewhere.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// A team of this server.
    #[serde(default)]
    team: Option<As<TeamId>>,
    /// The name of an organisation that does not work here.
    #[serde(default)]
    name: Option<String>,
    /// Whether that organisation is an embassy, a ministry or the police.
    #[serde(default)]
    state: bool,
}

impl Elsewhere {
    /// `None` where several are meant.
    pub fn of(recipient: &Recipient) -> Option<Elsewhere> {
        match recipient {
            Recipient::Team(team) => Some(Elsewhere { team: Some(As(*team)), name: None, state: false }),
            Recipient::Outside { name, .. } if name.is_empty() => None,
            Recipient::Outside { name, kind, .. } => {
                Some(Elsewhere { team: None, name: Some(name.clone()), state: *kind == Kind::State })
            }
        }
    }

    pub fn sample() -> Elsewhere {
        Elsewhere { team: Some(As(TeamId::from_bytes([1; 16]))), name: None, state: false }
    }

    fn recipient(&self) -> Result<Recipient, Fault> {
        let name = self.name.as_deref().map(base::text::line).filter(|name| !name.is_empty());
        let kind = if self.state { Kind::State } else { Kind::Other };
        match (&self.team, name) {
            (Some(team), None) => Ok(Recipient::Team(team.0)),
            (None, Some(name)) => Ok(Recipient::Outside { id: None, name, kind }),
            _ => Err(Fault::wrong("to", "it is to have either a team or a name")),
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consented {
    purpose: As<Service>,
    to: Elsewhere,
    items: Vec<As<Item>>,
    /// "spoken", "signed", "guardian" or "best-interests".
    given: As<How>,
    /// Who the guardian is, or who decided for a child.
    #[serde(default)]
    guardian: Option<String>,
    /// Why it is in the child's best interests.
    #[serde(default)]
    best_interests: Option<String>,
    #[serde(default)]
    language: Option<As<Language>>,
    #[serde(default)]
    interpreter: Option<String>,
    /// The last day on which it holds.
    #[serde(default)]
    until: Option<As<Date>>,
    /// The person was asked in private whether contact could be dangerous, and said that it is safe.
    #[serde(default)]
    safe: bool,
    /// The person said no.
    #[serde(default)]
    declined: bool,
}

/// How a consent is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    Spoken,
    Signed,
    Guardian,
    BestInterests,
}

base::keys!(How { Spoken = "spoken", Signed = "signed", Guardian = "guardian", BestInterests = "best-interests" });

impl How {
    /// `who` the guardian is, or who decided for a child; `why` it is in the child's best interests.
    pub fn of(self, who: String, why: String) -> Given {
        match self {
            How::Spoken => Given::Spoken,
            How::Signed => Given::Signed,
            How::Guardian => Given::Guardian { guardian: who, best_interests: why },
            How::BestInterests => Given::BestInterests { decided_by: who, best_interests: why },
        }
    }
}

impl Consented {
    pub fn grant(self) -> Result<Grant, Fault> {
        let (who, why) = (self.guardian.unwrap_or_default(), self.best_interests.unwrap_or_default());
        Ok(Grant {
            purpose: self.purpose.0,
            recipient: self.to.recipient()?,
            items: sorted(self.items),
            given: self.given.0.of(who, why),
            language: self.language.map(|language| language.0),
            interpreter: self.interpreter.map(|text| base::text::line(&text)),
            until: self.until.map(|day| day.0),
            safe: self.safe,
            standing: if self.declined { Standing::Declined } else { Standing::Given },
        })
    }
}

fn sorted(items: Vec<As<Item>>) -> Vec<Item> {
    let mut items: Vec<Item> = items.into_iter().map(|item| item.0).collect();
    items.sort_unstable();
    items.dedup();
    items
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// The event that states it.
    pub consent: As<EventId>,
    #[serde(default)]
    pub because: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    service: As<Service>,
    to: Elsewhere,
    items: Vec<As<Item>>,
    urgency: As<Urgency>,
    /// Until when an answer is expected; by default what the urgency says.
    #[serde(default)]
    due: Option<As<Instant>>,
    #[serde(default)]
    note: Option<String>,
    /// The file of an earlier request that was refused or not answered.
    #[serde(default)]
    after: Option<As<CaseId>>,
}

impl Asked {
    pub fn parts(self) -> Result<(Recipient, Vec<Item>, referral::Ask), Fault> {
        let ask = referral::Ask {
            service: self.service.0,
            urgency: self.urgency.0,
            due: self.due.map(|due| due.0),
            note: self.note.map(|note| base::text::remark(&note)),
            after: self.after.map(|after| after.0),
        };
        Ok((self.to.recipient()?, sorted(self.items), ask))
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedOf {
    service: As<Service>,
    to: Elsewhere,
    people: u32,
    urgency: As<Urgency>,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    nationality: Option<As<Country>>,
    #[serde(default)]
    place: Option<String>,
}

impl NeedOf {
    pub fn need(self) -> Result<NeedAsked, Fault> {
        let note = self.note.map(|note| base::text::remark(&note));
        let ask = referral::Ask { service: self.service.0, urgency: self.urgency.0, due: None, note, after: None };
        Ok(NeedAsked {
            ask,
            to: self.to.recipient()?,
            people: self.people,
            nationality: self.nationality.map(|country| country.0),
            place: self.place.map(|place| base::text::line(&place)),
        })
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// "accepted", "partly" or "refused".
    outcome: As<Word>,
    /// Why it is refused.
    #[serde(default)]
    reason: Option<As<Reason>>,
    /// For how many, when it is accepted in part.
    #[serde(default)]
    people: Option<u32>,
    #[serde(default)]
    verbatim: Option<String>,
    #[serde(default)]
    said_by: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    Accepted,
    Partly,
    Refused,
}

base::keys!(Word { Accepted = "accepted", Partly = "partly", Refused = "refused" });

impl Answered {
    pub fn answer(self) -> Result<referral::Answer, Fault> {
        let outcome = match (self.outcome.0, self.reason) {
            (Word::Accepted, _) => Outcome::Accepted,
            (Word::Partly, _) => Outcome::Partly { people: self.people.unwrap_or(0) },
            (Word::Refused, Some(reason)) => Outcome::Refused(reason.0),
            (Word::Refused, None) => return Err(Fault::wrong("reason", "a refusal is to say why")),
        };
        let verbatim = self.verbatim.map(|words| base::text::remark(&words));
        let said_by = self.said_by.map(|who| base::text::line(&who));
        Ok(referral::Answer { outcome, verbatim, said_by, heard: Heard::Here })
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Escalated {
    pub urgency: As<Urgency>,
    #[serde(default)]
    pub note: Option<String>,
}

/// A consent as it stands.
#[derive(Serialize, JsonSchema)]
pub struct Granted {
    event: As<EventId>,
    purpose: As<Service>,
    to: Option<Elsewhere>,
    items: Vec<As<Item>>,
    /// "given", "declined" or "withdrawn".
    standing: &'static str,
    until: Option<As<Date>>,
}

impl Granted {
    pub fn of(held: &Held) -> Granted {
        Granted {
            event: As(held.event),
            purpose: As(held.grant.purpose),
            to: Elsewhere::of(&held.grant.recipient),
            items: held.grant.items.iter().copied().map(As).collect(),
            standing: match held.grant.standing {
                Standing::Given => "given",
                Standing::Declined => "declined",
                Standing::Withdrawn { .. } => "withdrawn",
            },
            until: held.grant.until.map(As),
        }
    }

    pub fn sample() -> Granted {
        Granted {
            event: As(EventId::from_bytes([1; 16])),
            purpose: As(Service::Shelter),
            to: Some(Elsewhere::sample()),
            items: vec![As(Item::Code), As(Item::Names)],
            standing: "given",
            until: None,
        }
    }
}

/// A referral.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Referral")]
pub struct Line {
    /// Its file.
    case: As<CaseId>,
    from: As<TeamId>,
    /// The case that it is about; for the team that asks alone.
    about: Option<As<CaseId>>,
    to: Option<Elsewhere>,
    service: Option<As<Service>>,
    items: Vec<As<Item>>,
    people: u32,
    urgency: Option<As<Urgency>>,
    escalated: u8,
    note: Option<String>,
    state: As<State>,
    asked: As<Instant>,
    due: As<Instant>,
    answer: Option<AnswerOf>,
    withdrawn: Option<As<Instant>>,
    deleted: Option<As<Instant>>,
    /// The request that this one follows.
    after: Option<As<CaseId>>,
}

#[derive(Serialize, JsonSchema)]
pub struct AnswerOf {
    outcome: &'static str,
    reason: Option<As<Reason>>,
    people: Option<u32>,
    verbatim: Option<String>,
    said_by: Option<String>,
    heard: As<Heard>,
    at: Option<As<Instant>>,
}

impl Line {
    pub fn of(referral: &Referral, us: Option<TeamId>) -> Line {
        let request = referral.request.as_ref();
        let is_ours = Some(referral.from) == us;
        let answer = referral.answer.as_ref().map(|answer| AnswerOf {
            outcome: answer.outcome.key(),
            reason: match answer.outcome {
                Outcome::Refused(reason) => Some(As(reason)),
                _ => None,
            },
            people: match answer.outcome {
                Outcome::Partly { people } => Some(people),
                _ => None,
            },
            verbatim: answer.verbatim.clone(),
            said_by: answer.said_by.clone(),
            heard: As(answer.heard),
            at: referral.answered_at.map(As),
        });
        Line {
            case: As(referral.file),
            from: As(referral.from),
            about: referral.case.filter(|_| is_ours).map(As),
            to: request.and_then(|request| Elsewhere::of(&request.to)),
            service: request.map(|request| As(request.service)),
            items: request.map(|request| request.items.iter().copied().map(As).collect()).unwrap_or_default(),
            people: request.map_or(1, |request| request.people),
            urgency: request.map(|request| As(request.urgency)),
            escalated: request.map_or(0, |request| request.escalated),
            note: request.and_then(|request| request.note.clone()),
            state: As(referral.state),
            asked: As(referral.asked_at),
            due: As(referral.due_at),
            answer,
            withdrawn: referral.withdrawn_at.map(As),
            deleted: referral.deleted_at.map(As),
            after: referral.after.map(As),
        }
    }

    pub fn sample() -> Line {
        let at = Instant::from_millis(1_768_539_600_000);
        Line {
            case: As(CaseId::from_bytes([1; 16])),
            from: As(TeamId::from_bytes([2; 16])),
            about: Some(As(CaseId::from_bytes([3; 16]))),
            to: Some(Elsewhere::sample()),
            service: Some(As(Service::Shelter)),
            items: vec![As(Item::Code), As(Item::Names)],
            people: 1,
            urgency: Some(As(Urgency::Today)),
            escalated: 0,
            note: None,
            state: As(State::Answered),
            asked: As(at),
            due: As(at.plus_hours(24)),
            answer: Some(AnswerOf {
                outcome: "refused",
                reason: Some(As(Reason::Full)),
                people: None,
                verbatim: Some("No bed before Friday.".to_owned()),
                said_by: None,
                heard: As(Heard::Here),
                at: Some(As(at)),
            }),
            withdrawn: None,
            deleted: None,
            after: None,
        }
    }
}
