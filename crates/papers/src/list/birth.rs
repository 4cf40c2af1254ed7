//! A date of birth, a year, or an age.

use super::dates::{self, Manner, When};
use super::words::{Words, is_one_of};
use super::{DateOrder, Doubt};
use crate::sheet::Cell;
use base::{Birth, Date};

/// What a cell says of a birth; `None` when it says something that could not be read.
///
/// `on` is the day on which an age was said, `today` the last day on which anybody can be born.
pub fn read(cell: &Cell, order: DateOrder, after_place: bool, on: Date, today: Date) -> Option<(Birth, Option<Doubt>)> {
    if let Some(age) = age(cell) {
        return Some((Birth::About { age, on }, None));
    }
    match cell {
        Cell::Empty => None,
        Cell::Date(day) => is_lived(*day, today).then_some((Birth::On(*day), None)),
        Cell::Number(number) if (7_000.0..80_000.0).contains(number) => {
            let day = crate::sheet::day_of(*number)?;
            is_lived(day, today).then_some((Birth::On(day), Some(Doubt::BirthFromNumber)))
        }
        cell => {
            let text = cell.text();
            if let Some(year) = about_year(&text) {
                let age =
                    on.year().checked_sub(year).and_then(|age| u8::try_from(age).ok()).filter(|age| *age <= 110)?;
                return Some((Birth::About { age, on }, None));
            }
            match dates::read(&text, Manner { order, today, after_place })? {
                When::On(day) => Some((Birth::On(day), None)),
                When::Either(a, b) => Some((Birth::Either(a, b), Some(Doubt::BirthOrder))),
                When::Month { year, month } => Some((Birth::Month { year, month }, None)),
                When::Year(year) => Some((Birth::Year(year), None)),
            }
        }
    }
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

/// "approx 1990": the year is no more certain than an age.
fn about_year(text: &str) -> Option<i16> {
    let (number, about) = said_number(text)?;
    (about && (1900..2100).contains(&number)).then(|| i16::try_from(number).ok()).flatten()
}

/// The one number in a text that says nothing else than "about" and "years", and whether it says "about".
fn said_number(text: &str) -> Option<(u32, bool)> {
    const ABOUT: &str = "\
        approx, approximately, approximate, about, around, abt, appr, apprx, ca, circa, c, \
        est, estimated, environ, env, sekitar, kira, aprox, khoang, kurang";
    const YEARS: &str = "\
        yrs, yr, years, year, old, yo, y, o, ans, an, tahun, thn, th, anos, ano, tuoi, age, \
        aged, umur, usia, edad, de, cerca, unos, lebih, alrededor, vers, born";
    const SIGNS: [char; 13] = ['±', '~', '～', '≈', '约', '大', '左', '右', '岁', '歲', '+', '后', '年'];
    if text.len() > 60 {
        return None;
    }
    let mut about = text.contains(['±', '~', '～', '≈', '约'])
        || text.contains("左右")
        || text.contains("+/-")
        || text.contains("+-");
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
        if !c.is_whitespace()
            && !super::words::is_latin_letter(c)
            && !SIGNS.contains(&c)
            && !matches!(c, '.' | '/' | '-' | '(' | ')' | '\'')
        {
            return None;
        }
    }
    // "25-" or "30+" is the beginning of something else.
    if text.trim_end().ends_with(['-', '+', '/']) || text.trim_start().starts_with('-') {
        return None;
    }
    for word in Words::of(text).latin() {
        let word = word.trim_matches(|c: char| c.is_ascii_digit());
        about |= is_one_of(word, ABOUT) || matches!(word, "cerca" | "unos" | "lebih" | "alrededor" | "vers");
        if !word.is_empty() && !is_one_of(word, ABOUT) && !is_one_of(word, YEARS) {
            return None;
        }
    }
    number.map(|number| (number, about))
}

fn is_lived(day: Date, today: Date) -> bool {
    day <= today && day.year() >= today.year() - 120
}
