//! Dates as people write them. What could be two days is two days, never the likelier one.

use super::DateOrder;
use super::words::{is_latin_letter, is_one_of};
use base::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    On(Date),
    Either(Date, Date),
    Month { year: i16, month: i8 },
    Year(i16),
}

/// How a cell's date is to be understood.
#[derive(Clone, Copy)]
pub struct Manner {
    pub order: DateOrder,
    pub today: Date,
    /// Words may stand before the date, as in "Tual, 01 Oct 2004".
    pub after_place: bool,
}

/// Reads a day that is not after today, a month or a year.
pub fn read(text: &str, manner: Manner) -> Option<When> {
    let Manner { order, today, .. } = manner;
    match *tokens(text, manner.after_place)?.as_slice() {
        [Number(year, 4), Number(a, _), Number(b, _)] => {
            let (month, day) = if a <= 12 { (a, b) } else { (b, a) };
            on(full(year), month, day, today)
        }
        [Number(a, 1..=2), Number(b, 1..=2), Number(year, 4)] => day_and_month(a, b, full(year), order, today),
        [Number(a, 1..=2), Number(b, 1..=2), Number(c, 1..=2)] => {
            if a > 31 || (order == DateOrder::YearFirst && c <= 31) {
                on(century(a, today), b, c, today)
            } else {
                day_and_month(a, b, century(c, today), order, today)
            }
        }
        [Number(year, 4), Month(month), Number(day, 1..=2)]
        | [Number(day, 1..=2), Month(month), Number(year, 4)]
        | [Month(month), Number(day, 1..=2), Number(year, 4)] => on(full(year), month, day, today),
        [Number(day, 1..=2), Month(month), Number(year, 2)] | [Month(month), Number(day, 1..=2), Number(year, 2)] => {
            on(century(year, today), month, day, today)
        }
        [Month(month) | Number(month, 1..=2), Number(year, 4)]
        | [Number(year, 4), Month(month) | Number(month, 1..=2)] => {
            let first = day(full(year), month, 1)?;
            (is_near(first, today)).then_some(When::Month { year: first.year(), month: first.month() })
        }
        [Number(year, 4)] => {
            let first = day(full(year), 1, 1)?;
            is_near(first, today).then_some(When::Year(first.year()))
        }
        [Number(digits, 8)] => together(digits, order, today),
        _ => None,
    }
}

/// What a written date proves of the order its list uses; `None` when it fits several.
pub fn proof(text: &str) -> Option<DateOrder> {
    match *tokens(text, true)?.as_slice() {
        [Number(a @ 13..=31, 1..=2), Number(1..=12, 1..=2), Number(_, 4)] if a > 12 => Some(DateOrder::DayFirst),
        [Number(1..=12, 1..=2), Number(13..=31, 1..=2), Number(_, 4)] => Some(DateOrder::MonthFirst),
        [Number(a, 1..=2), Number(b, 1..=2), Number(c, 1..=2)] => match (a, b, c) {
            (32.., 1..=12, 1..=31) => Some(DateOrder::YearFirst),
            (13..=31, 1..=12, 32..) => Some(DateOrder::DayFirst),
            (1..=12, 13..=31, _) => Some(DateOrder::MonthFirst),
            _ => None,
        },
        _ => None,
    }
}

/// Whether any date is written here with figures only and two-digit years that end the date,
/// or begin with the day, if the year is not what comes first.
pub fn fits_day_first(text: &str) -> bool {
    matches!(tokens(text, true).as_deref(), Some([Number(13..=31, 1..=2), Number(1..=12, 1..=2), Number(..=31, 1..=2)]))
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    Month(u32),
}
use Token::{Month, Number};

/// Words that say nothing beside a date.
const NEUTRAL: &str = "\
    de, of, the, del, le, el, do, tanggal, tgl, born, dob, lahir, ne, nee, nacido, nacida, \
    ngay, thang, nam, st, nd, rd, th, er, on, date";

/// Words that make a date no date.
const VAGUE: &str = "approx, approximately, aprox, about, around, abt, circa, est, estimated, environ, \
    sekitar, kira, before, after, not, maybe, khoang";

fn tokens(text: &str, after_place: bool) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        if let Some(first) = base::text::digit(c) {
            chars.next();
            let (mut number, mut digits) = (first, 1);
            while let Some(digit) = chars.peek().copied().and_then(base::text::digit) {
                chars.next();
                digits += 1;
                number = number.checked_mul(10)?.checked_add(digit)?;
            }
            tokens.push(Number(number, digits));
        } else if is_latin_letter(c) || ('\u{300}'..='\u{36f}').contains(&c) {
            let mut word = String::new();
            while let Some(c) = chars.next_if(|c| is_latin_letter(*c) || ('\u{300}'..='\u{36f}').contains(c)) {
                word.push(c);
            }
            let word = linkage::fold(&word);
            if let Some(month) = month(&word) {
                tokens.push(Month(month));
            } else if word == "t" && tokens.len() == 3 {
                break;
            } else if !is_one_of(&word, NEUTRAL) {
                if !after_place || is_one_of(&word, VAGUE) {
                    return None;
                }
                // Whatever came before this word belonged to the place.
                tokens.clear();
            }
        } else {
            chars.next();
            match c {
                // A time of day follows the date; its hour was read as a number.
                ':' if tokens.len() == 4 => {
                    tokens.pop();
                    break;
                }
                '年' | '月' | '日' | '号' | '生' => {}
                '±' | '~' | '≈' | '?' | '？' | '<' | '>' | '(' => return None,
                c if c.is_alphabetic() && !after_place => return None,
                c if c.is_alphabetic() => tokens.clear(),
                _ => {}
            }
        }
    }
    Some(tokens)
}

fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "jan, january, januari, janvier, janv, enero, ene, janeiro, januar",
        "feb, february, februari, pebruari, peb, fevrier, fev, fevr, febrero, fevereiro",
        "mar, march, maret, mars, marzo, marco, mrt",
        "apr, april, avril, avr, abril, abr",
        "may, mei, mai, mayo, maio",
        "jun, june, juni, juin, junio, junho",
        "jul, july, juli, juillet, juil, julio, julho",
        "aug, august, agustus, agu, agt, ags, agus, aout, aou, agosto, ago",
        "sep, sept, september, septembre, septiembre, setiembre, set, setembro",
        "oct, october, oktober, okt, octobre, octubre, outubro, out",
        "nov, november, nopember, nop, novembre, noviembre, novembro",
        "dec, december, desember, des, decembre, diciembre, dic, dezembro, dez",
    ];
    NAMES.iter().position(|names| is_one_of(word, names)).map(|at| at as u32 + 1)
}

/// Two numbers that are a day and a month. One is known for certain when the other way is no day at
/// all, lies in the future, or is the same day.
fn day_and_month(a: u32, b: u32, year: u32, order: DateOrder, today: Date) -> Option<When> {
    let possible = |month, of_month| day(year, month, of_month).filter(|day| is_near(*day, today));
    match (possible(b, a), possible(a, b)) {
        (None, None) => None,
        (Some(day), None) | (None, Some(day)) => Some(When::On(day)),
        (Some(first), Some(second)) => Some(match order {
            _ if first == second => When::On(first),
            DateOrder::DayFirst => When::On(first),
            DateOrder::MonthFirst => When::On(second),
            DateOrder::YearFirst | DateOrder::Unknown => When::Either(first, second),
        }),
    }
}

/// Eight digits: 19980512 or 12051998, when only one of them can be.
fn together(digits: u32, order: DateOrder, today: Date) -> Option<When> {
    let year_first = on(digits / 10_000, digits / 100 % 100, digits % 100, today);
    let year_last = day_and_month(digits / 1_000_000, digits / 10_000 % 100, digits % 10_000, order, today);
    match (year_first, year_last) {
        (Some(when), None) | (None, Some(when)) => Some(when),
        (Some(When::On(a)), Some(When::On(b))) => Some(When::Either(a, b)),
        _ => None,
    }
}

fn on(year: u32, month: u32, of_month: u32, today: Date) -> Option<When> {
    day(year, month, of_month).filter(|day| is_near(*day, today)).map(When::On)
}

fn day(year: u32, month: u32, of_month: u32) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, of_month.try_into().ok()?).ok()
}

/// Not in the future, and within a lifetime.
fn is_near(day: Date, today: Date) -> bool {
    day <= today && day.year() >= today.year() - 120
}

/// Thai lists count from the Buddha: 2540 is 1997.
fn full(year: u32) -> u32 {
    if (2440..=2600).contains(&year) { year - 543 } else { year }
}

/// A year of two digits is the last such year that has begun.
fn century(year: u32, today: Date) -> u32 {
    let now = today.year().unsigned_abs().into();
    let year = now / 100 * 100 + year;
    if year > now { year - 100 } else { year }
}
