//! Referrals: asking another team, or an organisation elsewhere, for help for somebody, with exactly what the person
//! agreed to show.
//!
//! A case never leaves its team. A referral opens a file of its own, under a case id and keys of its own that both
//! sides hold, and states in it the consented facts, the request and the answers
//! (docs/decisions/0014-a-referral-is-a-file.md).

mod answer;
mod ask;
mod carry;
mod deadlines;
mod erased;
mod ledger;
mod link;
mod links;
mod read;
mod rows;
#[cfg(test)]
mod tests;
mod withdraw;

pub use answer::{answer, confirm_deleted};
pub use ask::{Ask, NeedAsked, Referred, ask_for_need, escalate, is_state, refer};
pub(crate) use carry::carry_over;
pub(crate) use deadlines::{not_deleted, unanswered};
pub(crate) use erased::{forget, is_file, sent_in, standing};
pub use ledger::{Became, Entry, FEWEST, Ledger, Unmet, ledger};
pub use link::{DAYS, Link, Shown, answer_link, make_link, open_link, take_in};
pub use read::{Referral, View, before, received, sent, these, view};
pub use rows::State;
pub(crate) use withdraw::all_sent;
pub use withdraw::{TakenBack, take_back, withdraw};

use crate::consent::{Item, Recipient};
use crate::services::Service;
use base::{CaseId, EventId, TeamId};
use serde::{Deserialize, Serialize};
use vault::Compartment::{self, Care, Identity, Journey, Protection};

/// The parts of a file. Testimony is never given to anybody.
pub(crate) const SHARED: [Compartment; 4] = [Identity, Journey, Care, Protection];

/// On the person's own case: that something was asked for, and where its file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    pub file: CaseId,
    pub service: Service,
    pub recipient: Recipient,
    pub items: Vec<Item>,
    /// The consent by which it was given.
    pub grant: EventId,
    /// The file of the request that this one follows, when that was refused or not answered.
    pub after: Option<CaseId>,
}

/// In the file: what is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub service: Service,
    pub from: TeamId,
    pub to: Recipient,
    /// What of the person is shown; nothing when nobody is named.
    pub items: Vec<Item>,
    /// The code on the person's card, where that is shown: nine digits.
    pub code: Option<String>,
    /// For how many people. One, when it is about a case.
    pub people: u32,
    pub urgency: Urgency,
    /// In milliseconds, as [`base::Instant`].
    pub due: i64,
    pub note: Option<String>,
    /// How often it was asked more urgently.
    pub escalated: u8,
    pub withdrawn: bool,
}

/// How soon it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Urgency {
    Today,
    ThreeDays,
    Week,
    Routine,
}

base::keys!(Urgency { Today = "today", ThreeDays = "three-days", Week = "week", Routine = "routine" });

impl Urgency {
    /// Within how many hours an answer is expected.
    pub const fn hours(self) -> i64 {
        match self {
            Urgency::Today => 24,
            Urgency::ThreeDays => 72,
            Urgency::Week => 7 * 24,
            Urgency::Routine => 14 * 24,
        }
    }
}

/// What was answered, in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub outcome: Outcome,
    /// What exactly was said.
    pub verbatim: Option<String>,
    /// The name or post of who said it.
    pub said_by: Option<String>,
    pub heard: Heard,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    Accepted,
    /// Of a part, or of fewer people than were asked for: so many.
    Partly {
        people: u32,
    },
    Refused(Reason),
}

impl Outcome {
    pub fn key(self) -> &'static str {
        match self {
            Outcome::Accepted => "accepted",
            Outcome::Partly { .. } => "partly",
            Outcome::Refused(_) => "refused",
        }
    }
}

/// Why somebody refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    NoFunds,
    NoMandate,
    Full,
    NoCoveringMission,
    Nationality,
    NoDocuments,
    ProofDemanded,
    Policy,
    Other,
}

base::keys!(Reason {
    NoFunds = "no-funds",
    NoMandate = "no-mandate",
    Full = "full",
    NoCoveringMission = "no-covering-mission",
    Nationality = "nationality",
    NoDocuments = "no-documents",
    ProofDemanded = "proof-demanded",
    Policy = "policy",
    Other = "other",
});

/// How an answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Heard {
    /// The team that was asked wrote it.
    Here,
    /// By telephone, on paper, in person; the team that asked wrote it down.
    Told,
    /// Through the link that the organisation was sent.
    Link,
}

base::keys!(Heard { Here = "here", Told = "told", Link = "link" });
