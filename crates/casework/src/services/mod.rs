//! What people need and what organisations do.

use serde::{Deserialize, Serialize};

/// A kind of help: what a referral asks for, and the purpose of a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Service {
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
