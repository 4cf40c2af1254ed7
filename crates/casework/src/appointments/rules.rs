//! When a mission receives people, and how many more. Pure.

use super::{Appointment, Standing};
use ::pathway::pack::Holiday;
use base::{Date, Time, Weekday};
use std::collections::BTreeMap;

/// A time of a day, and how many people are received then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    pub at: Time,
    pub places: u16,
}

/// For which days hours are kept: a day of every week, or one date, which counts before the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    Weekday(Weekday),
    Date(Date),
}

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue"),
    (Weekday::Wednesday, "wed"),
    (Weekday::Thursday, "thu"),
    (Weekday::Friday, "fri"),
    (Weekday::Saturday, "sat"),
    (Weekday::Sunday, "sun"),
];

impl For {
    /// The words of the days of a week, Monday first.
    pub fn weekdays() -> impl Iterator<Item = &'static str> {
        WEEKDAYS.iter().map(|(_, key)| *key)
    }

    /// "mon", or "2026-12-03"
    pub fn key(self) -> String {
        match self {
            For::Date(day) => day.to_string(),
            For::Weekday(of) => WEEKDAYS.iter().find(|(day, _)| *day == of).map_or("", |(_, key)| key).to_owned(),
        }
    }

    pub fn from_key(key: &str) -> Option<For> {
        let weekday = WEEKDAYS.iter().find(|(_, word)| *word == key).map(|(day, _)| For::Weekday(*day));
        weekday.or_else(|| key.parse().ok().map(For::Date))
    }
}

/// A time, its places, and how many of them are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Free {
    pub at: Time,
    pub places: u16,
    /// By everybody; more than there are where the hours became fewer since.
    pub taken: u16,
}

impl Free {
    pub fn left(self) -> u16 {
        self.places.saturating_sub(self.taken)
    }
}

/// Why nobody is received on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Nobody has written down the mission's hours for this day.
    Unknown,
    Holiday(String),
    /// Somebody wrote down that nobody is received, or on which other days of the week somebody is.
    Said,
}

/// A day with a mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub on: Date,
    pub slots: Vec<Free>,
    pub closed: Option<Closed>,
}

impl Day {
    pub fn places(&self) -> usize {
        self.slots.iter().map(|slot| usize::from(slot.places)).sum()
    }

    pub fn taken(&self) -> usize {
        self.slots.iter().map(|slot| usize::from(slot.taken)).sum()
    }

    pub fn left(&self) -> usize {
        self.slots.iter().map(|slot| usize::from(slot.left())).sum()
    }

    /// The time itself, or the first with a place; or the sentence that says why there is none.
    pub(super) fn room(&self, at: Option<Time>) -> Result<Time, &'static str> {
        match self.closed {
            Some(Closed::Unknown) => {
                return Err(
                    "Nobody has written down when this mission receives people on that day. Please do it first.",
                );
            }
            Some(Closed::Holiday(_) | Closed::Said) => return Err("The mission receives nobody on that day."),
            None => {}
        }
        let mut fitting = self.slots.iter().filter(|slot| at.is_none_or(|at| at == slot.at));
        let free = fitting.clone().find(|slot| slot.left() > 0).map(|slot| slot.at);
        let full = "Every place at that time is taken. Nothing was booked: please choose another time or day.";
        let none = "The mission receives nobody at that time. Please choose one of the times of that day.";
        free.ok_or_else(|| if fitting.next().is_some() { full } else { none })
    }
}

/// What the hours, the holidays of the pack and what is taken say of a day. A date of its own counts before a holiday,
/// and a holiday before the week.
pub(super) fn day(
    hours: &BTreeMap<String, Vec<Slot>>,
    holidays: &[Holiday],
    taken: &BTreeMap<(Date, Time), u16>,
    on: Date,
) -> Day {
    let of_date = hours.get(&For::Date(on).key());
    let of_week = hours.get(&For::Weekday(on.weekday()).key());
    let holiday = holidays.iter().find(|holiday| holiday.day == on && of_date.is_none());
    let kept = of_date.or(of_week).filter(|_| holiday.is_none());
    let closed = match (holiday, kept) {
        (Some(holiday), _) => Some(Closed::Holiday(holiday.name.clone())),
        // Whoever wrote down the days of a week has said of the others that nobody is received.
        (None, None) if hours.keys().any(|day| matches!(For::from_key(day), Some(For::Weekday(_)))) => {
            Some(Closed::Said)
        }
        (None, None) => Some(Closed::Unknown),
        (None, Some(slots)) if slots.is_empty() => Some(Closed::Said),
        (None, Some(_)) => None,
    };
    let at = |time| taken.get(&(on, time)).copied().unwrap_or(0);
    let mut slots: Vec<Free> =
        kept.into_iter().flatten().map(|slot| Free { at: slot.at, places: slot.places, taken: at(slot.at) }).collect();
    // Whoever was booked before the hours changed keeps their place, and is seen to have it.
    let others = taken
        .iter()
        .filter(|((day, time), count)| *day == on && **count > 0 && !slots.iter().any(|slot| slot.at == *time));
    let others: Vec<Free> = others.map(|((_, at), taken)| Free { at: *at, places: 0, taken: *taken }).collect();
    slots.extend(others);
    slots.sort_by_key(|slot| slot.at);
    Day { on, slots, closed }
}

/// Whether an appointment can be said to stand so; or the sentence that says why not.
pub(super) fn may_mark(before: &Appointment, standing: Standing, today: Date) -> Result<(), &'static str> {
    match (before.standing, standing) {
        (Standing::CalledOff, _) => Err("This appointment was called off. Please book a new one."),
        (_, Standing::Booked) => Err("What happened is noted already. Please book a new appointment."),
        (Standing::Came | Standing::DidNotCome, Standing::CalledOff) => {
            Err("This day is over: what is called off still lies ahead.")
        }
        (_, Standing::Came | Standing::DidNotCome) if before.on > today => {
            Err("This day has not come yet: nobody can say who came.")
        }
        _ => Ok(()),
    }
}
