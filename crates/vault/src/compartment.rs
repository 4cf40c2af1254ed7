//! The five parts of a case that are sealed apart.

use serde::{Deserialize, Serialize};

/// A part of the case with keys of its own. The numbers are stored and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Compartment {
    /// Names, birth, papers, contacts.
    Identity = 1,
    /// Steps, placement, money.
    Journey = 2,
    /// Needs and health.
    Care = 3,
    /// Screening, threats, incidents.
    Protection = 4,
    /// Statements, acts under coercion, perpetrators.
    Testimony = 5,
}

impl Compartment {
    pub const ALL: [Compartment; 5] = [
        Compartment::Identity,
        Compartment::Journey,
        Compartment::Care,
        Compartment::Protection,
        Compartment::Testimony,
    ];

    pub const fn number(self) -> i64 {
        self as i64
    }

    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.number() == number)
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.key() == key)
    }

    pub const fn key(self) -> &'static str {
        match self {
            Compartment::Identity => "identity",
            Compartment::Journey => "journey",
            Compartment::Care => "care",
            Compartment::Protection => "protection",
            Compartment::Testimony => "testimony",
        }
    }
}
