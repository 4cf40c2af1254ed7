//! What a fact is about, and which part of a case it lies in.

use base::Sign;
use serde::{Deserialize, Serialize};
use vault::Compartment;

/// What a fact is about: the unit of correction and of conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    Names,
    Sex,
    Birth,
    Nationalities,
    Languages,
    Papers,
    Contacts,
    Consent,
    Group,
    Place,
    Reported,
    Entered,
    Sign(Sign),
    Remark,
    Grant,
    Referral,
    Request,
    Answer,
    /// The answers that are kept in one part.
    Heard(Compartment),
    Decision,
    Attended,
    Happened,
    Named,
    Step,
    Course,
    Stay,
    Circumstance,
    Safety,
    Custody,
    Outcome,
    Deadline,
    Cleared,
    Appointment,
    Settled,
}

impl Field {
    /// The fields a person may correct, in the order of the case page.
    pub const CORRECTABLE: [Field; 17] = [
        Field::Names,
        Field::Sex,
        Field::Birth,
        Field::Nationalities,
        Field::Languages,
        Field::Papers,
        Field::Contacts,
        Field::Consent,
        Field::Place,
        Field::Entered,
        Field::Sign(Sign::Hurt),
        Field::Sign(Sign::Ill),
        Field::Sign(Sign::Pregnant),
        Field::Sign(Sign::Minor),
        Field::Sign(Sign::Threatened),
        Field::Sign(Sign::NoShelter),
        Field::Remark,
    ];

    pub fn compartment(self) -> Compartment {
        match self {
            Field::Place | Field::Reported | Field::Entered | Field::Request | Field::Answer => Compartment::Journey,
            Field::Step | Field::Course | Field::Stay | Field::Circumstance | Field::Outcome | Field::Deadline => {
                Compartment::Journey
            }
            Field::Cleared | Field::Settled | Field::Appointment => Compartment::Journey,
            Field::Sign(Sign::Threatened) | Field::Remark | Field::Decision | Field::Attended | Field::Happened => {
                Compartment::Protection
            }
            Field::Safety | Field::Custody => Compartment::Protection,
            Field::Named => Compartment::Testimony,
            Field::Heard(part) => part,
            Field::Sign(_) => Compartment::Care,
            _ => Compartment::Identity,
        }
    }

    /// Remarks, consents, referrals and what was told add up; every other field has one true value.
    pub fn adds_up(self) -> bool {
        use Field::{Appointment, Circumstance, Custody, Deadline, Grant, Happened, Heard, Named, Outcome, Referral};
        let of_hearings = matches!(self, Heard(_) | Happened | Named);
        let of_plans = matches!(self, Field::Step | Circumstance | Custody | Outcome | Deadline | Appointment);
        matches!(self, Field::Remark | Grant | Referral) || of_hearings || of_plans
    }

    /// The stable word in forms and message catalogues.
    pub fn key(self) -> &'static str {
        match self {
            Field::Names => "names",
            Field::Sex => "sex",
            Field::Birth => "birth",
            Field::Nationalities => "nationalities",
            Field::Languages => "languages",
            Field::Papers => "papers",
            Field::Contacts => "contacts",
            Field::Consent => "consent",
            Field::Group => "group",
            Field::Place => "place",
            Field::Reported => "reported",
            Field::Entered => "entered",
            Field::Sign(sign) => sign.key(),
            Field::Remark => "remark",
            Field::Grant => "grant",
            Field::Referral => "referral",
            Field::Request => "request",
            Field::Answer => "answer",
            Field::Heard(_) => "heard",
            Field::Decision => "decision",
            Field::Attended => "attended",
            Field::Happened => "happened",
            Field::Named => "named",
            Field::Step => "step",
            Field::Course => "course",
            Field::Stay => "stay",
            Field::Circumstance => "circumstance",
            Field::Safety => "safety",
            Field::Custody => "custody",
            Field::Outcome => "outcome",
            Field::Cleared => "cleared",
            Field::Settled => "settled",
            Field::Deadline => "deadline",
            Field::Appointment => "appointment",
        }
    }

    pub fn from_key(key: &str) -> Option<Field> {
        Field::CORRECTABLE.into_iter().find(|field| field.key() == key)
    }
}
