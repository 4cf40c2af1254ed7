//! When somebody was born, as exactly as is known and no more.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Exact, partial, estimated, or one of two dates when the order of day and month cannot be known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Birth {
    On(Date),
    Month {
        year: i16,
        month: i8,
    },
    Year(i16),
    /// "about 25", said on a day.
    About {
        age: u8,
        on: Date,
    },
    Either(Date, Date),
}

/// Whether somebody is under 18. In doubt a person is treated as a child (OHCHR Guideline 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Minor {
    Yes,
    No,
    InDoubt,
}

/// An estimate may be this many years off either way.
const DOUBT_YEARS: i16 = 2;

impl Birth {
    /// The earliest and the latest day of birth that fit.
    pub fn range(&self) -> (Date, Date) {
        match *self {
            Birth::On(day) => (day, day),
            Birth::Month { year, month } => {
                let first = date(year, month, 1);
                (first, first.last_of_month())
            }
            Birth::Year(year) => (date(year, 1, 1), date(year, 12, 31)),
            Birth::About { age, on } => {
                let year = on.year() - i16::from(age);
                (date(year - 1 - DOUBT_YEARS, 1, 1), date(year + DOUBT_YEARS, 12, 31))
            }
            Birth::Either(a, b) => (a.min(b), a.max(b)),
        }
    }

    /// The youngest and the oldest age on a day, in full years.
    pub fn ages(&self, on: Date) -> (i16, i16) {
        let (earliest, latest) = self.range();
        (full_years(latest, on), full_years(earliest, on))
    }

    pub fn minor(&self, on: Date) -> Minor {
        match self.ages(on) {
            (_, oldest) if oldest < 18 => Minor::Yes,
            (youngest, _) if youngest >= 18 => Minor::No,
            _ => Minor::InDoubt,
        }
    }

    /// Makes a birth of what was filled in; `None` when no such day exists or it lies after `today`.
    pub fn from_parts(year: i16, month: Option<i8>, day: Option<i8>, today: Date) -> Option<Self> {
        if !(today.year() - 120..=today.year()).contains(&year) {
            return None;
        }
        let birth = match (month, day) {
            (None, _) => Birth::Year(year),
            (Some(month), None) => {
                Date::new(year, month, 1).ok()?;
                Birth::Month { year, month }
            }
            (Some(month), Some(day)) => Birth::On(Date::new(year, month, day).ok()?),
        };
        (birth.range().0 <= today).then_some(birth)
    }

    /// Reads what `Display` writes: "2001-05-17", "2001-05", "2001", "~25@2026-01-18", "a|b".
    pub fn read(text: &str) -> Option<Self> {
        if let Some(about) = text.strip_prefix('~') {
            let (age, on) = about.split_once('@')?;
            return Some(Birth::About { age: age.parse().ok()?, on: on.parse().ok()? });
        }
        if let Some((a, b)) = text.split_once('|') {
            return Some(Birth::Either(a.parse().ok()?, b.parse().ok()?));
        }
        match text.len() {
            4 => text.parse().ok().map(Birth::Year),
            7 => {
                let first: Date = format!("{text}-01").parse().ok()?;
                Some(Birth::Month { year: first.year(), month: first.month() })
            }
            _ => text.parse().ok().map(Birth::On),
        }
    }

    /// Whether somebody who is alive on this day can have been born so: not later, and at most 120 years before.
    pub fn is_plausible(&self, today: Date) -> bool {
        let plausible = |day: Date| (today.year() - 120..=today.year()).contains(&day.year());
        match *self {
            Birth::About { age, on } => age <= 110 && plausible(on) && on <= today,
            Birth::Year(year) => (today.year() - 120..=today.year()).contains(&year),
            _ => plausible(self.range().0) && plausible(self.range().1) && self.range().0 <= today,
        }
    }
}

fn full_years(born: Date, on: Date) -> i16 {
    let before_birthday = (on.month(), on.day()) < (born.month(), born.day());
    on.year() - born.year() - i16::from(before_birthday)
}

impl fmt::Display for Birth {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Birth::On(day) => write!(f, "{day}"),
            Birth::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Birth::Year(year) => write!(f, "{year:04}"),
            Birth::About { age, on } => write!(f, "~{age}@{on}"),
            Birth::Either(a, b) => write!(f, "{a}|{b}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 1, 18);

    #[test]
    fn a_birthday_tomorrow_is_still_a_minor_today() {
        assert_eq!(Birth::On(date(2008, 1, 19)).minor(TODAY), Minor::Yes);
        assert_eq!(Birth::On(date(2008, 1, 18)).minor(TODAY), Minor::No);
    }

    #[test]
    fn a_year_alone_and_an_estimate_leave_doubt() {
        assert_eq!(Birth::Year(2008).minor(TODAY), Minor::InDoubt);
        assert_eq!(Birth::About { age: 17, on: TODAY }.minor(TODAY), Minor::InDoubt);
        assert_eq!(Birth::About { age: 19, on: TODAY }.minor(TODAY), Minor::InDoubt);
        assert_eq!(Birth::About { age: 30, on: TODAY }.minor(TODAY), Minor::No);
    }

    #[test]
    fn impossible_days_are_not_taken() {
        assert_eq!(Birth::from_parts(2001, Some(2), Some(30), TODAY), None);
        assert_eq!(Birth::from_parts(2027, None, None, TODAY), None);
        assert_eq!(Birth::from_parts(2026, Some(2), Some(1), TODAY), None);
    }

    proptest! {
        #[test]
        fn every_birth_reads_back(year in 1930i16..2026, month in 1i8..=12, day in 1i8..=28, kind in 0..5) {
            let on = date(year, month, day);
            let birth = match kind {
                0 => Birth::On(on),
                1 => Birth::Month { year, month },
                2 => Birth::Year(year),
                3 => Birth::About { age: 25, on },
                _ => Birth::Either(on, on),
            };
            prop_assert_eq!(Birth::read(&birth.to_string()), Some(birth));
        }
    }
}
