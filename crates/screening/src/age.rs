//! Whether somebody is, or may be, a child.

use base::{Birth, Date, Minor, Sign};
use std::collections::BTreeSet;

/// In doubt a person is treated as a child (OHCHR Guideline 8). Of whom nothing is known there is no doubt yet: it is
/// asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Age {
    Adult,
    Child,
    InDoubt,
    Unknown,
}

base::keys!(Age { Adult = "adult", Child = "child", InDoubt = "in-doubt", Unknown = "unknown" });

impl Age {
    /// What the arrival card says of the age on a day. A sign outweighs a birth: somebody saw a child.
    pub fn of(birth: Option<&Birth>, signs: &BTreeSet<Sign>, on: Date) -> Age {
        match birth.map(|birth| birth.minor(on)) {
            Some(Minor::Yes) => Age::Child,
            Some(Minor::InDoubt) => Age::InDoubt,
            Some(Minor::No) if signs.contains(&Sign::Minor) => Age::InDoubt,
            None if signs.contains(&Sign::Minor) => Age::Child,
            Some(Minor::No) => Age::Adult,
            None => Age::Unknown,
        }
    }

    pub fn as_child(self) -> bool {
        matches!(self, Age::Child | Age::InDoubt)
    }
}
