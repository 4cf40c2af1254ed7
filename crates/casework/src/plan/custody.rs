//! Arrest, inspection, fine, detention, release: each an event that raises the urgency and pauses the plan.

use super::course::state;
use super::warn_team;
use crate::{Fact, Facts, Field, Result};
use access::alert::Kind;
use access::{AccessError, Cx};
use base::{CaseId, Date, Instant, text};
use screening::When;
use screening::triage::{Concern, Concerns};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custody {
    pub what: Happened,
    pub when: When,
    /// Where the person is held or was met: an office, a centre.
    pub place: Option<String>,
    /// Which authority.
    pub by: Option<String>,
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Happened {
    Inspected,
    Fined,
    Arrested,
    Detained,
    /// The authorities have said that they will deport the person.
    DeportationOrdered,
    Released,
}

base::keys!(Happened {
    Inspected = "inspected",
    Fined = "fined",
    Arrested = "arrested",
    Detained = "detained",
    DeportationOrdered = "deportation-ordered",
    Released = "released",
});

impl Happened {
    /// Whether the person is held from then on, or no longer; `None` where it says nothing of that.
    pub fn holds(self) -> Option<bool> {
        match self {
            Happened::Arrested | Happened::Detained | Happened::DeportationOrdered => Some(true),
            Happened::Released => Some(false),
            Happened::Inspected | Happened::Fined => None,
        }
    }
}

impl Custody {
    /// The first day on which it can have been.
    pub fn since(&self, noted: Instant) -> Date {
        self.when.range().map_or(noted, |(earliest, _)| earliest).local_date()
    }
}

/// Notes what happened, and tells whoever looks after the person and the law.
pub fn note_custody(cx: &mut Cx, case: CaseId, custody: Custody) -> Result<()> {
    if custody.when.range().is_some_and(|(earliest, _)| earliest > cx.now) {
        return Err(AccessError::Unfit("This day has not come yet. Please write when it happened."));
    }
    let tidy = |one: Option<String>| one.and_then(|one| text::some_remark(&one));
    let custody = Custody { place: tidy(custody.place), by: tidy(custody.by), note: tidy(custody.note), ..custody };
    let is_held = custody.what.holds() == Some(true);
    state(cx, case, Fact::Custody(Box::new(custody)), |_| false)?;
    if is_held { warn_team(cx, case, Kind::Detained) } else { Ok(()) }
}

/// Everything of this that happened, in the order in which it was noted, with the moment of that.
pub fn history(facts: &Facts) -> Vec<(Instant, Custody)> {
    let held = facts.current(Field::Custody).iter();
    held.filter_map(|held| match &held.fact {
        Fact::Custody(custody) => Some((held.event.made_at(), (**custody).clone())),
        _ => None,
    })
    .collect()
}

/// The last that says whether the person is held, with the moment at which it was noted.
pub(super) fn standing(history: &[(Instant, Custody)]) -> Option<&(Instant, Custody)> {
    history.iter().rev().find(|(_, custody)| custody.what.holds().is_some())
}

/// What it raises: an arrest is under way until somebody says where the person is held, or that they are free.
pub(crate) fn concerns_of(facts: &Facts, came: Instant) -> Concerns {
    let mut concerns = Concerns::since(came);
    let history = history(facts);
    let Some((noted, last)) = standing(&history) else { return concerns };
    let concern = match last.what {
        Happened::Arrested => Concern::AbductionOrArrest,
        Happened::Detained => Concern::HeldByPolice,
        Happened::DeportationOrdered => Concern::RefoulementRisk,
        _ => return concerns,
    };
    concerns.raise(concern, *noted, last.when);
    concerns
}
