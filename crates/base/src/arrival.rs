//! What the arrival card holds of one person, however it came in: typed, read from a list, or synced.

use crate::{Birth, Country, Date, Language};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One person as first met. Everything but the consent may be unknown, and unknown stays unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// The same name in one or several scripts, the person's own first.
    pub names: Vec<String>,
    pub sex: Option<Sex>,
    pub birth: Option<Birth>,
    pub nationalities: Vec<Country>,
    pub languages: Vec<Language>,
    pub papers: Vec<Paper>,
    /// Phone numbers or handles, as the person gave them.
    pub contacts: Vec<String>,
    /// Where the person is now. Never a shelter's street address.
    pub place: Option<String>,
    /// The day the person came to us, where a list says so.
    pub reported: Option<Date>,
    /// The day the person entered the country: overstay counts from it.
    pub entered: Option<Date>,
    pub signs: BTreeSet<Sign>,
    pub remark: Option<String>,
    pub consent: Consent,
}

impl Arrival {
    /// What may be kept of somebody who did not agree to be registered: needs and place, nothing that names.
    pub fn without_identity(self) -> Arrival {
        Arrival {
            place: self.place,
            signs: self.signs,
            reported: self.reported,
            consent: self.consent,
            ..Arrival::default()
        }
    }
}

/// How the person agreed to be registered. Help does not depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Consent {
    Spoken,
    Signed,
    /// By a parent or guardian, for a child.
    Guardian,
    Refused,
    /// The person came on somebody's list; asking is the next step.
    #[default]
    NotAsked,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sex {
    Female,
    Male,
    Other,
}

/// What makes somebody urgent at first sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sign {
    Hurt,
    Ill,
    Pregnant,
    Minor,
    Threatened,
    NoShelter,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Paper {
    pub kind: PaperKind,
    pub status: PaperStatus,
    pub number: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PaperKind {
    Passport,
    NationalId,
    BirthRecord,
    TravelDocument,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PaperStatus {
    Held,
    Lost,
    /// Kept by somebody else: a boss, a compound, the police.
    Taken,
    Expired,
    Unknown,
}

crate::keys!(Consent { Spoken = "spoken", Signed = "signed", Guardian = "guardian", Refused = "refused", NotAsked = "not-asked" });
crate::keys!(Sex { Female = "female", Male = "male", Other = "other" });
crate::keys!(Sign { Hurt = "hurt", Ill = "ill", Pregnant = "pregnant", Minor = "minor", Threatened = "threatened", NoShelter = "no-shelter" });
crate::keys!(PaperKind { Passport = "passport", NationalId = "national-id", BirthRecord = "birth-record", TravelDocument = "travel-document" });
crate::keys!(PaperStatus { Held = "held", Lost = "lost", Taken = "taken", Expired = "expired", Unknown = "unknown" });
