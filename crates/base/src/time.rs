//! Points in time. The clock itself is read in `cli` alone.

use jiff::civil::Date;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Instant(i64);

/// Cambodia keeps UTC+7 all year; a country pack will say so for other places.
const LOCAL: Offset = Offset::constant(7);

/// So many days after a day; the last day there is, where that lies beyond.
pub fn days_after(day: Date, days: u16) -> Date {
    day.saturating_add(jiff::Span::new().days(i64::from(days)))
}

impl Instant {
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }
    pub const fn millis(self) -> i64 {
        self.0
    }
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_millis(hours * 3_600_000)
    }
    /// The calendar day where the response works.
    pub fn local_date(self) -> Date {
        self.local().date()
    }
    /// When a day is over where the response works.
    pub fn end_of(day: Date) -> Self {
        let next = day.tomorrow().unwrap_or(day).at(0, 0, 0, 0);
        LOCAL.to_timestamp(next).map_or(Self(i64::MAX), |at| Self(at.as_millisecond()))
    }
    /// Day and time by the clocks where the response works.
    pub fn local_time(self) -> jiff::civil::DateTime {
        self.local()
    }
    /// "2026-01-18 14:05", local time.
    pub fn local_text(self) -> String {
        self.local().strftime("%Y-%m-%d %H:%M").to_string()
    }
    /// "2026-01-18T07:05:00.000Z": the same everywhere, and in the order of time.
    pub fn utc_text(self) -> String {
        let stamp = jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        stamp.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
    }
    /// Reads RFC 3339, as in "2026-01-16T09:12:00+07:00".
    pub fn read(text: &str) -> Option<Self> {
        text.parse::<jiff::Timestamp>().ok().map(|t| Self(t.as_millisecond()))
    }
    fn local(self) -> jiff::civil::DateTime {
        let stamp = jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        LOCAL.to_datetime(stamp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_time_is_seven_hours_ahead_of_utc() {
        let at = Instant::read("2026-01-16T20:30:00Z").unwrap();
        assert_eq!(at.local_text(), "2026-01-17 03:30");
        assert_eq!(at.local_date().to_string(), "2026-01-17");
        assert_eq!(Instant::end_of(at.local_date()).utc_text(), "2026-01-17T17:00:00.000Z");
        assert_eq!(at.plus_millis(7).utc_text(), "2026-01-16T20:30:00.007Z");
    }
}
