//! A known trap.

use super::{Checked, Confidence, Withdrawn};
use base::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trap {
    /// Sells what is free, or what nobody can sell: waivers, visas, releases.
    FalseBroker,
    /// Speaks in the name of a mission.
    ImpersonatedMission,
    /// Speaks in the name of an organisation or an authority.
    ImpersonatedHelper,
    /// Offers work to those who just got out.
    Recruiter,
    /// Offers rescue, and hands people back.
    FalseRescue,
    /// Asks money for letting somebody go.
    Extortion,
    Other,
}

base::keys!(Trap {
    FalseBroker = "false-broker",
    ImpersonatedMission = "impersonated-mission",
    ImpersonatedHelper = "impersonated-helper",
    Recruiter = "recruiter",
    FalseRescue = "false-rescue",
    Extortion = "extortion",
    Other = "other",
});

/// A pattern or an impersonation, as it was published or as members met it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A stable word.
    pub id: String,
    pub trap: Trap,
    pub title: String,
    /// Telephones, accounts, sites and names that it goes by; patterns have none.
    pub goes_by: Vec<String>,
    pub says: String,
    pub what_to_do: String,
    /// Empty: everywhere, as far as is known.
    pub area: String,
    pub source: String,
    pub as_of: Date,
    pub confidence: Confidence,
    pub checked: Option<Checked>,
    /// Invented, to show what a warning looks like; nobody goes by it.
    pub example: bool,
    pub added_here: bool,
    pub withdrawn: Option<Withdrawn>,
}
