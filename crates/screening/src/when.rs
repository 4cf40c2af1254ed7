//! When something happened, as exactly as it is known and no more.

use base::{Date, Instant};
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum When {
    At(Instant),
    /// A day, where the response works.
    On(Date),
    /// From one day to another, both included: "last week", "about four days ago".
    Between(Date, Date),
    Month {
        year: i16,
        month: i8,
    },
    Year(i16),
    Unknown,
}

impl When {
    /// The earliest and the latest moment that fit; `None` when nothing is known.
    pub fn range(self) -> Option<(Instant, Instant)> {
        let days = |first: Date, last: Date| Some((start_of(first.min(last)), Instant::end_of(first.max(last))));
        match self {
            When::At(at) => Some((at, at)),
            When::On(day) => days(day, day),
            When::Between(a, b) => days(a, b),
            When::Month { year, month } => {
                let first = Date::new(year, month, 1).ok()?;
                days(first, first.last_of_month())
            }
            When::Year(year) => days(Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?),
            When::Unknown => None,
        }
    }

    /// Reads what `Display` writes: "2026-01-18T18:00:00+07:00" or "2026-01-18 18:00" (local time), "2026-01-18",
    /// "2026-01-10..2026-01-14", "2026-01", "2026", "unknown".
    pub fn read(text: &str) -> Option<When> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("unknown") {
            return Some(When::Unknown);
        }
        if let Some((a, b)) = text.split_once("..") {
            return Some(When::Between(day(a)?, day(b)?));
        }
        if let Some(at) = Instant::read(text).or_else(|| local(text)) {
            return is_a_year(at.local_date().year()).then_some(When::At(at));
        }
        match text.len() {
            4 => text.parse().ok().filter(|year| is_a_year(*year)).map(When::Year),
            7 => day(&format!("{text}-01")).map(|first| When::Month { year: first.year(), month: first.month() }),
            10 => day(text).map(When::On),
            _ => None,
        }
    }
}

/// Years in which what somebody tells can have happened; reckoning with others could leave the calendar.
fn is_a_year(year: i16) -> bool {
    (1900..=2200).contains(&year)
}

fn day(text: &str) -> Option<Date> {
    text.trim().parse().ok().filter(|day: &Date| is_a_year(day.year()))
}

/// "2026-01-18 18:00", where the response works.
fn local(text: &str) -> Option<Instant> {
    let (day, time) = text.split_once([' ', 'T'])?;
    let (hours, minutes) = time.split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    let fits = time.len() == 5 && (0..24).contains(&hours) && (0..60).contains(&minutes);
    fits.then_some(start_of(self::day(day)?).plus_millis((hours * 60 + minutes) * 60_000))
}

/// When a day begins where the response works.
pub(crate) fn start_of(day: Date) -> Instant {
    Instant::end_of(day).plus_hours(-24)
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            When::At(at) => write!(f, "{}", at.utc_text()),
            When::On(day) => write!(f, "{day}"),
            When::Between(a, b) => write!(f, "{a}..{b}"),
            When::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            When::Year(year) => write!(f, "{year:04}"),
            When::Unknown => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_know_a_time_reads_back() {
        for text in ["2026-01-18", "2026-01-10..2026-01-14", "2026-01", "2026", "unknown", "2026-01-18T11:00:00.000Z"] {
            assert_eq!(When::read(text).unwrap().to_string(), text);
        }
        assert_eq!(When::read("2026-01-18 18:00"), When::read("2026-01-18T18:00:00+07:00"));
        for text in [
            "",
            "yesterday",
            "2026-13",
            "2026-02-30",
            "2026-01-18 25:00",
            "0001",
            "9999-12-31",
            "2026-01-01..9999-12-31",
            "0001-01",
        ] {
            assert_eq!(When::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_lasts_from_midnight_to_midnight_where_the_response_works() {
        let (first, last) = When::read("2026-01-18").unwrap().range().unwrap();
        assert_eq!((first.local_text(), last.local_text()), ("2026-01-18 00:00".into(), "2026-01-19 00:00".into()));
        assert_eq!(When::Unknown.range(), None);
    }
}
