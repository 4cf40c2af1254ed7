//! The hearing: a person is heard once, question by question, and every answer is kept at once.
//!
//! An answer is a fact of the person's case, in the part that its question belongs to, with the version of the guide
//! under which it was given. What the answers come to, and how urgent it is, are readings of them and kept nowhere.

mod answer;
mod claim;
mod once;
mod own;
mod read;
#[cfg(test)]
mod tests;

pub use answer::{answer, answer_once, answer_to, attend, attend_once, decide, decide_once, take_back};
pub use claim::{Claim, begin, begin_next, claims, release};
pub(crate) use claim::{forget_case, forget_over};
pub use once::Kept;
pub(crate) use once::came_before;
pub use own::{Own, add as add_form, all as forms, form_of, instruments, own, refresh};
pub use read::{Given, Hearing, read};
pub(crate) use read::{concerns_of, given};

use serde::{Deserialize, Serialize};
use vault::Compartment;

/// One answer, as it was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Heard {
    pub instrument: String,
    pub version: u32,
    pub question: String,
    pub part: Compartment,
    pub answer: screening::Answer,
}

/// Numbers in answers are finite: others are no answers.
impl Eq for Heard {}

/// What a named person decided about somebody's status. No program decides it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub status: Status,
    /// The name and post of who decided.
    pub by: String,
    pub body: Body,
    pub because: String,
}

/// HTCDS 2.0, `vic_TraffickingStatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    Possible,
    Actual,
    NotAVictim,
}

base::keys!(Status { Possible = "possible", Actual = "actual", NotAVictim = "not-a-victim" });

/// HTCDS 2.0, `vic_TraffickingStatusDecisionMakingOrg`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Body {
    Ngo,
    Police,
    Court,
    Government,
    Other,
}

base::keys!(Body { Ngo = "ngo", Police = "police", Court = "court", Government = "government", Other = "other" });

/// Somebody did what was to be done first, or looked at the person again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    /// What was done, in words.
    pub note: Option<String>,
}

/// The part of a case that an answer is kept in.
pub fn kept_in(part: screening::Part) -> Compartment {
    match part {
        screening::Part::Care => Compartment::Care,
        screening::Part::Protection => Compartment::Protection,
        screening::Part::Testimony => Compartment::Testimony,
    }
}
