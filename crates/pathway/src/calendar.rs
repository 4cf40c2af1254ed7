//! Which days offices work.

use crate::day::{self, DAY, Moment};
use base::Date;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// From Monday on.
    weekend: [bool; 7],
    /// By number, in order.
    holidays: Vec<i32>,
}

impl Calendar {
    /// The days of the weekend, from Monday on; never all of them.
    pub(crate) fn new(weekend: [bool; 7], holidays: impl IntoIterator<Item = Date>) -> Calendar {
        let mut holidays: Vec<i32> = holidays.into_iter().map(day::number).collect();
        holidays.sort_unstable();
        holidays.dedup();
        Calendar { weekend, holidays }
    }

    pub fn is_working(&self, day: Date) -> bool {
        self.works(day::number(day))
    }

    fn works(&self, day: i32) -> bool {
        // 1970-01-01 was a Thursday.
        let weekday = (day + 3).rem_euclid(7) as usize;
        !self.weekend[weekday] && self.holidays.binary_search(&day).is_err()
    }

    /// When so much work is done that begins at a moment. Later beginnings never end earlier.
    pub(crate) fn after(&self, begin: Moment, work: Moment) -> Moment {
        let (mut day, mut hour, mut left) = (begin.div_euclid(DAY), begin.rem_euclid(DAY), work);
        loop {
            if self.works(day) {
                let room = DAY - hour;
                if left < room {
                    return day.saturating_mul(DAY).saturating_add(hour + left);
                }
                left -= room;
            }
            (day, hour) = (day + 1, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Date;

    const WEEKEND: [bool; 7] = [false, false, false, false, false, true, true];

    fn after(begin: Date, days: i32) -> String {
        let new_year = [14, 15, 16].map(|day| Date::constant(2026, 4, day));
        let calendar = Calendar::new(WEEKEND, new_year);
        day::of(calendar.after(day::begins(begin), days * DAY)).to_string()
    }

    #[test]
    fn offices_rest_at_weekends_and_on_holidays() {
        assert_eq!(after(Date::constant(2026, 1, 16), 1), "2026-01-19", "one day from Friday ends on Monday");
        assert_eq!(after(Date::constant(2026, 1, 17), 0), "2026-01-19", "nothing is done on a Saturday");
        assert_eq!(after(Date::constant(2026, 4, 13), 2), "2026-04-20", "three days of holiday and a weekend");
        assert_eq!(after(Date::constant(2026, 1, 12), 3), "2026-01-15");
    }

    #[test]
    fn beginning_later_never_ends_earlier() {
        let calendar = Calendar::new(WEEKEND, [Date::constant(2026, 1, 7)]);
        let first = day::begins(Date::constant(2026, 1, 1));
        for work in [0, 20, 100, 350, 2_100] {
            let ends: Vec<Moment> = (0..2_000).map(|later| calendar.after(first + later, work)).collect();
            assert!(ends.is_sorted(), "{work}");
        }
    }
}
