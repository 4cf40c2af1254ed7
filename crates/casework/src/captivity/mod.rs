//! What happened to a person in captivity, as they tell it: one entry for each thing that happened.
//!
//! An entry is a fact of the `protection` part. Who did it, by name, is a fact of its own in `testimony`: whoever
//! arranges help reads that somebody was sold, and not by whom. What the person was made to do belongs to neither.

#[cfg(test)]
mod tests;
mod told;

pub use told::{Entry, History, names, read, tell};

use base::{Country, EventId};
use screening::When;
use serde::{Deserialize, Serialize};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happening {
    /// The event that stated it first, where this is a correction: what was said of the entry elsewhere stays with it.
    pub first: Option<EventId>,
    pub what: What,
    pub from: When,
    /// Until when it lasted, where it lasted.
    pub until: When,
    /// The site or town as the person calls it. Which site it is can be stated later, of this entry.
    pub place: Option<String>,
    pub country: Option<Country>,
    /// What kind of person did it; never a name.
    pub by: Option<By>,
    /// A price, a debt or a ransom, as it was told.
    pub money: Option<Money>,
    /// How many others it happened to: who died, who is missing, who was sold together.
    pub people: Option<u32>,
    /// What else the person says of it.
    pub words: Option<String>,
    /// Told by mistake: it is kept, and counts for nothing.
    pub struck: bool,
}

/// Which thing. The order is that of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum What {
    Recruited,
    Travelled,
    Held,
    Moved,
    Sold,
    Debt,
    Ransom,
    Escaped,
    Recaptured,
    LetGo,
    Raid,
    RansomPaid,
    Death,
    Missing,
    Other,
}

base::keys!(What {
    Recruited = "recruited",
    Travelled = "travelled",
    Held = "held",
    Moved = "moved",
    Sold = "sold",
    Debt = "debt",
    Ransom = "ransom",
    Escaped = "escaped",
    Recaptured = "recaptured",
    LetGo = "let-go",
    Raid = "raid",
    RansomPaid = "ransom-paid",
    Death = "death",
    Missing = "missing",
    Other = "other",
});

impl What {
    /// HTCDS 2.0, `hte_Type`; `None` where the standard has no code.
    pub fn htcds(self) -> Option<&'static str> {
        match self {
            What::Recruited => Some("Recruitment"),
            What::Travelled | What::Moved | What::Sold => Some("Transit"),
            What::Held => Some("Exploitation"),
            _ => None,
        }
    }

    /// Whether it lasts: such an entry may have an end.
    pub fn lasts(self) -> bool {
        matches!(self, What::Travelled | What::Held | What::Debt)
    }

    pub fn has_money(self) -> bool {
        matches!(self, What::Recruited | What::Sold | What::Debt | What::Ransom | What::RansomPaid)
    }

    pub fn has_people(self) -> bool {
        matches!(self, What::Sold | What::Moved | What::Death | What::Missing)
    }
}

/// What kind of person or body did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum By {
    Recruiter,
    Company,
    Manager,
    Guard,
    Broker,
    Official,
    Relative,
    Captive,
    Other,
}

base::keys!(By {
    Recruiter = "recruiter",
    Company = "company",
    Manager = "manager",
    Guard = "guard",
    Broker = "broker",
    Official = "official",
    Relative = "relative",
    Captive = "captive",
    Other = "other",
});

/// An amount in whole units of the currency that the person named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    pub amount: u64,
    /// As ISO 4217 writes it, or the word that the person used.
    pub currency: String,
}

/// Who did what an entry says, by name. Kept in `testimony`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The event that stated the entry first.
    pub entry: EventId,
    pub names: String,
}
