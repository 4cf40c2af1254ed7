//! Why something does not go on: values, of which pages make sentences.

use crate::step::StepNo;
use crate::words::{Contact, Warning};
use base::Date;

/// Why a step cannot be done, or cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// This comes first.
    After(StepNo),
    SafetyNotChecked,
    SafetyNotClear,
    /// The person was not asked whether these may be told.
    NotAsked(Contact),
    /// The person said no, or withdrew a yes.
    Declined(Contact),
    Warned(Warning, Contact),
    /// For a child nobody is told without a guardian.
    NoGuardian,
    MissionUnconfirmed,
    NoMission,
    /// Several nationalities: the person says whose mission is asked.
    NationalityNotChosen,
    NationalityDisputed,
    NationalityUnknown,
    Detained(Date),
    Refused(Date),
    Failed(Date),
}

impl Why {
    /// Whether the way is closed by it until somebody or something changes: no work of ours alone opens it.
    pub const fn is_lasting(self) -> bool {
        matches!(
            self,
            Why::SafetyNotClear
                | Why::Declined(_)
                | Why::Warned(..)
                | Why::NoMission
                | Why::Refused(_)
                | Why::Failed(_)
        )
    }

    /// The stable word for it at the end of keys of catalogues; what it is about comes beside it.
    pub const fn key(self) -> &'static str {
        match self {
            Why::After(_) => "after",
            Why::SafetyNotChecked => "safety-not-checked",
            Why::SafetyNotClear => "safety-not-clear",
            Why::NotAsked(_) => "not-asked",
            Why::Declined(_) => "declined",
            Why::Warned(..) => "warned",
            Why::NoGuardian => "no-guardian",
            Why::MissionUnconfirmed => "mission-unconfirmed",
            Why::NoMission => "no-mission",
            Why::NationalityNotChosen => "nationality-not-chosen",
            Why::NationalityDisputed => "nationality-disputed",
            Why::NationalityUnknown => "nationality-unknown",
            Why::Detained(_) => "detained",
            Why::Refused(_) => "refused",
            Why::Failed(_) => "failed",
        }
    }
}
