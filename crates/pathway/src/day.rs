//! Days as numbers, and hundredths of days: what plans are computed in.

use base::Date;

/// Hundredths of a day since 1970-01-01; of a plan, never of a clock.
pub(crate) type Moment = i32;
pub(crate) const DAY: Moment = 100;

/// Days since 1970-01-01 in the Gregorian calendar.
pub(crate) fn number(day: Date) -> i32 {
    // Years begin in March, so that the leap day is the last of its year.
    let month = i32::from(day.month());
    let year = i32::from(day.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(day.day()) - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The day with this number; the last day there is, where it lies beyond.
pub(crate) fn date(number: i32) -> Date {
    let days = number.saturating_add(719_468);
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year_of_era + i32::from(month <= 2);
    i16::try_from(year).ok().and_then(|year| Date::new(year, month as i8, day as i8).ok()).unwrap_or(Date::MAX)
}

/// When a day begins.
pub(crate) fn begins(day: Date) -> Moment {
    number(day).saturating_mul(DAY)
}

/// The day in which a moment lies.
pub(crate) fn of(moment: Moment) -> Date {
    date(moment.div_euclid(DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_agree_over_four_centuries() {
        let mut day = Date::constant(1899, 12, 30);
        let mut expected = number(day);
        assert_eq!(number(Date::constant(1970, 1, 1)), 0);
        while day.year() < 2310 {
            assert_eq!(number(day), expected);
            assert_eq!(date(expected), day);
            day = day.tomorrow().unwrap();
            expected += 1;
        }
        assert_eq!(date(i32::MAX), Date::MAX);
        assert_eq!(of(begins(day)), day);
    }
}
