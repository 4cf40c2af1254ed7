//! A date of birth, a year, or an age.

use super::Doubt;
use super::dates::{self, Manner, Unsure, When};
use super::words::{self, Words};
use crate::sheet::Cell;
use base::{Birth, Date};
use jiff::ToSpan;

/// What a cell says of a birth; `None` when it says something that could not be read.
///
/// `on` is the day on which an age was said, unless the cell names another.
pub fn read(cell: &Cell, manner: Manner, on: Date) -> Option<(Birth, Option<Doubt>)> {
    if let Some(age) = age(cell) {
        return Some((Birth::About { age, on }, None));
    }
    match cell {
        Cell::Empty => None,
        Cell::Date(day) if !is_lived(*day, manner.today) => None,
        Cell::Date(day) => Some(match dates::of_spreadsheet(*day, manner) {
            (When::Either(a, b), _) => (Birth::Either(a, b), Some(Doubt::BirthOrder)),
            _ => (Birth::On(*day), None),
        }),
        cell if serial(cell).is_some() => {
            let [from_1900, from_1904] = serial_days(cell)?;
            let birth = match (is_lived(from_1900, manner.today), is_lived(from_1904, manner.today)) {
                (true, true) => Birth::Either(from_1900, from_1904),
                (true, false) => Birth::On(from_1900),
                (false, true) => Birth::On(from_1904),
                (false, false) => return None,
            };
            Some((birth, Some(Doubt::BirthFromNumber)))
        }
        cell => text(&cell.text(), manner, on),
    }
}

fn text(text: &str, manner: Manner, on: Date) -> Option<(Birth, Option<Doubt>)> {
    if let Some((age, on)) = age_on(text, manner) {
        return Some((Birth::About { age, on }, None));
    }
    if let Some((age, _)) = about_year(text).and_then(|year| Some((age_of(year, on)?, ()))) {
        return Some((Birth::About { age, on }, None));
    }
    let (when, unsure) = dates::read(text, manner)?;
    let doubt = unsure.map(|unsure| match unsure {
        Unsure::Order => Doubt::BirthOrder,
        Unsure::Calendar => Doubt::BirthCalendar,
    });
    let birth = match when {
        When::On(day) => Birth::On(day),
        When::Either(a, b) => Birth::Either(a, b),
        When::Month { year, month } => Birth::Month { year, month },
        When::Year(year) => Birth::Year(year),
        When::Around(year) => Birth::About { age: age_of(year, on)?, on },
    };
    Some((birth, doubt))
}

/// The days of a bare number, counted from 1900 and from 1904.
pub fn serial_days(cell: &Cell) -> Option<[Date; 2]> {
    let day = crate::sheet::day_of(serial(cell)?)?;
    Some([day, day.checked_add(1462.days()).ok()?])
}

/// A number that a spreadsheet may have made of a day between 1919 and 2118.
fn serial(cell: &Cell) -> Option<f64> {
    let number = match cell {
        Cell::Number(number) => *number,
        Cell::Text(text) if text.len() == 5 => text.parse::<u32>().ok()?.into(),
        _ => return None,
    };
    (7_000.0..80_000.0).contains(&number).then_some(number)
}

/// An age from 1 to 110: "27", "approx 25", "±30", "25 tahun", "25岁".
pub fn age(cell: &Cell) -> Option<u8> {
    let number = match cell {
        Cell::Number(number) if number.fract() == 0.0 => *number as u32,
        Cell::Text(text) => said_number(text)?.0,
        _ => return None,
    };
    u8::try_from(number).ok().filter(|age| (1..=110).contains(age))
}

/// "23 (Jan 2026)", "age 23 in 2025": an age and when it was said.
fn age_on(text: &str, manner: Manner) -> Option<(u8, Date)> {
    let (age, day) = text.split_once(['(', '（', '@']).or_else(|| {
        let ways = [" in ", " en ", " on ", " pada ", " em ", " as of ", " per "];
        ways.iter().find_map(|way| text.split_once(way))
    })?;
    let (age, _) = said_number(age.trim_end_matches([',', ' ']))?;
    let age = u8::try_from(age).ok().filter(|age| (1..=110).contains(age))?;
    let day = day.trim_end_matches([')', '）', ' ']);
    let day = ["in ", "on ", "as of ", "as at ", "per ", "pada ", "en ", "em ", "au ", "le "]
        .iter()
        .find_map(|way| day.strip_prefix(way))
        .unwrap_or(day);
    match dates::read(day, Manner { after_place: false, ..manner })? {
        (When::On(day), None) => Some((age, day)),
        (When::Month { year, month }, _) => Some((age, Date::new(year, month, 1).ok()?)),
        (When::Year(year), _) => Some((age, Date::new(year, 7, 1).ok()?.min(manner.today))),
        _ => None,
    }
}

/// "approx 1990": the year is no more certain than an age.
fn about_year(text: &str) -> Option<i16> {
    let (number, about) = said_number(text)?;
    (about && (1900..2100).contains(&number)).then(|| i16::try_from(number).ok()).flatten()
}

fn age_of(year: i16, on: Date) -> Option<u8> {
    on.year().checked_sub(year).and_then(|age| u8::try_from(age).ok()).filter(|age| *age <= 110)
}

/// The one number in a text that says nothing else than "about" and "years", and whether it says "about".
fn said_number(text: &str) -> Option<(u32, bool)> {
    const ABOUT: [char; 6] = ['±', '~', '～', '≈', '≃', '∼'];
    if text.len() > 90 || text.chars().count() > 45 {
        return None;
    }
    let mut about = text.contains(ABOUT) || text.contains("+/-") || text.contains("+-");
    let mut number: Option<u32> = None;
    let mut last_was_digit = false;
    for c in text.chars() {
        if let Some(digit) = base::text::digit(c) {
            number = match number {
                None => Some(digit),
                Some(number) if last_was_digit => Some(number.checked_mul(10)?.checked_add(digit)?),
                Some(_) => return None,
            };
            last_was_digit = true;
            continue;
        }
        last_was_digit = false;
        let is_word = c.is_alphabetic() || words::is_other_mark(c);
        if !c.is_whitespace()
            && !is_word
            && !ABOUT.contains(&c)
            && !matches!(c, '+' | '.' | '/' | '-' | '(' | ')' | '\'' | ':')
        {
            return None;
        }
    }
    let number = number?;
    // "25-" or "30+" is the beginning of something else.
    let text = text.trim();
    if text.ends_with(['-', '+', '/']) || text.starts_with('-') {
        return None;
    }
    // "25y", "25thn" and "F25" are words with figures in them.
    let bare: String = text.chars().map(|c| if base::text::digit(c).is_some() { ' ' } else { c }).collect();
    let mut left = Words::of(&bare);
    about |= left.take("about");
    left.take("age");
    left.are_none().then_some((number, about))
}

pub fn is_lived(day: Date, today: Date) -> bool {
    day <= today && day.year() >= today.year() - 120
}
