//! Calendars other than the Gregorian: the years of the Buddha, of Nepal, of Ethiopia, of the Hijra and
//! of the Republic of China.

use base::Date;
use jiff::ToSpan;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    Gregorian,
    Buddhist,
    Nepali,
    Ethiopian,
    Hijri,
    Republic,
}

impl Era {
    /// The day, where the calendar's days are known for certain: not of the Hijra, whose months follow the moon.
    pub fn day(self, year: i32, month: u32, day: u32) -> Option<Date> {
        match self {
            Era::Gregorian => gregorian(year, month, day),
            Era::Buddhist => gregorian(year - 543, month, day),
            Era::Republic => gregorian(year + 1911, month, day),
            Era::Nepali => nepali(year, month, day),
            Era::Ethiopian => ethiopian(year, month, day),
            Era::Hijri => None,
        }
    }

    /// The Gregorian year in which most of the year lies.
    pub fn year(self, year: i32) -> Option<i16> {
        let year = match self {
            Era::Gregorian => year,
            Era::Buddhist => year - 543,
            Era::Republic => year + 1911,
            Era::Nepali => year - 57,
            Era::Ethiopian => year + 8,
            // 354 days a year, from July 622.
            Era::Hijri => year * 970 / 1000 + 622,
        };
        i16::try_from(year).ok()
    }

    /// Whether its years and months are those of the Gregorian calendar, only counted from another year.
    pub fn has_gregorian_months(self) -> bool {
        matches!(self, Era::Gregorian | Era::Buddhist | Era::Republic)
    }
}

fn gregorian(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// Bikram Sambat: its months have 29 to 32 days, as almanacs fix them for each year.
fn nepali(year: i32, month: u32, day: u32) -> Option<Date> {
    static YEARS: LazyLock<BTreeMap<i32, (Date, Vec<u32>)>> = LazyLock::new(|| {
        let rows = include_str!("../../../../data/reference/bikram-sambat.csv").lines().skip(1);
        let year = |row: &str| {
            let mut fields = row.split(',');
            let (year, begins) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
            Some((year, (begins, fields.next()?.split(' ').filter_map(|days| days.parse().ok()).collect())))
        };
        rows.filter_map(year).collect()
    });
    let (begins, lengths) = YEARS.get(&year)?;
    let at = usize::try_from(month).ok()?.checked_sub(1)?;
    if day < 1 || day > *lengths.get(at)? {
        return None;
    }
    let before: u32 = lengths[..at].iter().sum();
    begins.checked_add(i64::from(before + day - 1).days()).ok()
}

/// Twelve months of 30 days and one of 5 or 6. Year 2000 began on 12 September 2007; the last of four is the long one.
fn ethiopian(year: i32, month: u32, day: u32) -> Option<Date> {
    let longest = match month {
        1..=12 => 30,
        13 if year.rem_euclid(4) == 3 => 6,
        13 => 5,
        _ => return None,
    };
    if !(1..=longest).contains(&day) {
        return None;
    }
    let past = year - 2000;
    let days = i64::from(past) * 365 + i64::from(past.div_euclid(4)) + i64::from((month - 1) * 30 + day - 1);
    Date::constant(2007, 9, 12).checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(era: Era, year: i32, month: u32, day: u32) -> String {
        era.day(year, month, day).map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn known_days_of_each_calendar() {
        assert_eq!(day(Era::Buddhist, 2541, 3, 12), "1998-03-12");
        assert_eq!(day(Era::Republic, 87, 5, 12), "1998-05-12");
        assert_eq!(day(Era::Nepali, 2000, 1, 1), "1943-04-14");
        assert_eq!(day(Era::Nepali, 2055, 1, 1), "1998-04-14");
        assert_eq!(day(Era::Nepali, 2072, 1, 12), "2015-04-25", "the day of the great earthquake");
        assert_eq!(day(Era::Nepali, 2081, 1, 1), "2024-04-13");
        assert_eq!(day(Era::Nepali, 2082, 12, 31), "", "that month has 30 days");
        assert_eq!(day(Era::Ethiopian, 2000, 1, 1), "2007-09-12");
        assert_eq!(day(Era::Ethiopian, 1999, 13, 6), "2007-09-11");
        assert_eq!(day(Era::Ethiopian, 2016, 1, 1), "2023-09-12");
        assert_eq!(day(Era::Ethiopian, 2017, 1, 1), "2024-09-11");
        assert_eq!(day(Era::Ethiopian, 2001, 13, 6), "");
        assert_eq!(Era::Hijri.year(1419), Some(1998));
        assert_eq!(Era::Hijri.year(1447), Some(2025));
    }

    #[test]
    fn a_nepali_year_begins_where_the_one_before_ended() {
        for year in 1980..2083 {
            let next = Era::Nepali.day(year + 1, 1, 1).unwrap();
            let last = (29..=32).filter_map(|day| Era::Nepali.day(year, 12, day)).max().unwrap();
            assert_eq!(last.checked_add(1.day()).unwrap(), next, "{year}");
        }
    }
}
