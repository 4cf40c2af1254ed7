//! An organisation as the directory knows it.

use base::{Country, Date, Language, TeamId};
use serde::{Deserialize, Serialize};

/// What people need and organisations give. The same words stand in consents ("for what") and in referrals ("please
/// give").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Service {
    /// The own state says whether somebody is its national.
    IdentityCheck,
    TravelDocument,
    ExitVisa,
    FineWaiver,
    Shelter,
    Food,
    Medical,
    MentalHealth,
    LegalAid,
    Asylum,
    Interpretation,
    Ticket,
    Transport,
    FamilyTracing,
    /// Somebody waits at the other end.
    Reception,
    Money,
    Other,
}

base::keys!(Service {
    IdentityCheck = "identity-check",
    TravelDocument = "travel-document",
    ExitVisa = "exit-visa",
    FineWaiver = "fine-waiver",
    Shelter = "shelter",
    Food = "food",
    Medical = "medical",
    MentalHealth = "mental-health",
    LegalAid = "legal-aid",
    Asylum = "asylum",
    Interpretation = "interpretation",
    Ticket = "ticket",
    Transport = "transport",
    FamilyTracing = "family-tracing",
    Reception = "reception",
    Money = "money",
    Other = "other",
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Government,
    Police,
    Mission,
    International,
    Ngo,
    Shelter,
    /// Its place is a secret: an area at the most.
    SafeHouse,
    Clinic,
    Fund,
    Hotline,
    /// Research and reporting: they know places and patterns, and are not for sharing people's names with.
    Research,
    Other,
}

base::keys!(Kind {
    Government = "government",
    Police = "police",
    Mission = "mission",
    International = "international",
    Ngo = "ngo",
    Shelter = "shelter",
    SafeHouse = "safe-house",
    Clinic = "clinic",
    Fund = "fund",
    Hotline = "hotline",
    Research = "research",
    Other = "other",
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    Women,
    Men,
    Children,
    Families,
}

base::keys!(Group { Women = "women", Men = "men", Children = "children", Families = "families" });

/// How sure whoever wrote a row was of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    High,
    Medium,
    Low,
}

base::keys!(Confidence { High = "high", Medium = "medium", Low = "low" });

/// Whom an organisation is for. No groups: unknown, ask. No nationalities: not limited, as far as is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForWhom {
    pub groups: Vec<Group>,
    pub nationalities: Vec<Country>,
}

/// That somebody looked, and on which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub on: Date,
    /// A name to sign in with, or whom a pack names.
    pub by: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// A stable word: of small letters, digits and hyphens.
    pub id: String,
    pub name: String,
    pub kind: Kind,
    /// Empty: unknown, ask.
    pub services: Vec<Service>,
    pub for_whom: ForWhom,
    /// "Phnom Penh", "Preah Sihanouk, Prey Nob"; never a street. Empty: unknown.
    pub area: String,
    /// How many people at once.
    pub capacity: Option<u32>,
    /// Empty: unknown.
    pub hours: String,
    /// Empty: unknown.
    pub languages: Vec<Language>,
    /// What is public: a telephone, an address of e-mail, a site. Empty: unknown.
    pub contact: String,
    pub note: String,
    pub source: String,
    /// The day of the source.
    pub as_of: Date,
    pub confidence: Confidence,
    /// Who last looked whether this is still so.
    pub checked: Option<Checked>,
    /// Since when it has not answered, for as long as nobody has checked it after that.
    pub not_answering: Option<Checked>,
    /// The team on this server that this organisation works as.
    pub team: Option<TeamId>,
    /// Whether members added it on this server, or the pack has it.
    pub added_here: bool,
}

/// How the ids of what members added on a server begin.
pub(super) const HERE: &str = "here-";
/// How the ids of teams begin that no other entry stands for.
pub(super) const TEAM: &str = "team-";

/// After how many days without a look an entry is marked.
pub const STALE_AFTER: i32 = 60;

/// How far an entry can be relied on today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Freshness {
    Checked {
        days: i32,
        by: String,
    },
    /// Nobody has looked for so many days.
    Stale {
        days: i32,
        by: String,
    },
    NotAnswering {
        days: i32,
        by: String,
    },
    /// Nobody has looked since it was published.
    Never,
}

/// The places whose secrecy a life hangs on.
pub(super) fn keeps_its_place_secret(kind: Kind, services: &[Service]) -> bool {
    matches!(kind, Kind::Shelter | Kind::SafeHouse) || services.contains(&Service::Shelter)
}

impl Organisation {
    pub fn freshness(&self, today: Date) -> Freshness {
        let days_since = |day: Date| (today - day).get_days().max(0);
        if let Some(Checked { on, by }) = &self.not_answering {
            return Freshness::NotAnswering { days: days_since(*on), by: by.clone() };
        }
        match &self.checked {
            None => Freshness::Never,
            Some(Checked { on, by }) if days_since(*on) >= STALE_AFTER => {
                Freshness::Stale { days: days_since(*on), by: by.clone() }
            }
            Some(Checked { on, by }) => Freshness::Checked { days: days_since(*on), by: by.clone() },
        }
    }

    /// Authorities and missions: nobody is named to them without a safety check and the person's consent.
    pub fn needs_a_safety_check(&self) -> bool {
        matches!(self.kind, Kind::Government | Kind::Police | Kind::Mission)
    }

    /// The first part of the area, by which people look: "Preah Sihanouk" of "Preah Sihanouk, Prey Nob".
    pub fn region(&self) -> &str {
        self.area.split(',').next().unwrap_or_default().trim()
    }
}
