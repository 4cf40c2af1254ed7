//! Dates as people write them. What could be two days is two days, never the likelier one.

use super::DateOrder;
use super::calendar::Era;
use super::tokens::{Token, tokens};
use Token::{Month, Number};
use base::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    On(Date),
    Either(Date, Date),
    Month {
        year: i16,
        month: i8,
    },
    Year(i16),
    /// A year of a calendar whose years begin on another day: most of it lies in this one.
    Around(i16),
}

/// Why a date is no more than probable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsure {
    Order,
    Calendar,
}

/// How a cell's date is to be understood.
#[derive(Clone, Copy)]
pub struct Manner {
    pub order: DateOrder,
    pub today: Date,
    /// Words may stand before the date, as in "Tual, 01 Oct 2004".
    pub after_place: bool,
    pub calendar: Calendar,
}

/// What a column as a whole says of its calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Its heading names the era.
    pub said: Option<Era>,
    /// Years such as 2541 stand in it.
    pub buddhist: bool,
    /// Several years such as 2055 stand in it.
    pub nepali: bool,
    /// The list is written by Nepalis, so such years are no slips.
    pub is_nepali: bool,
    /// Years such as 1998 stand in it.
    pub gregorian: bool,
    /// Written in Ethiopic letters: its years may be seven or eight behind.
    pub ethiopic: bool,
    /// Dates of six figures without marks between them stand in it, and prove the order.
    pub six_figures: bool,
    /// A spreadsheet made days of what it took for month first, and left the rest as text.
    pub mangled: bool,
}

/// The day of a cell that the spreadsheet itself calls a date.
///
/// Where "25/12/1998" stayed text and no such day is later than the 12th, the program that kept the
/// list read "03/04/1999" its own way, and the other way may be what was typed.
pub fn of_spreadsheet(day: Date, manner: Manner) -> (When, Option<Unsure>) {
    let swapped =
        Date::new(day.year(), day.day(), day.month()).ok().filter(|other| *other != day && *other <= manner.today);
    match swapped.filter(|_| manner.calendar.mangled) {
        Some(other) => (When::Either(other, day), Some(Unsure::Order)),
        None => (When::On(day), None),
    }
}

/// Reads a day that is not after today, a month or a year.
pub fn read(text: &str, manner: Manner) -> Option<(When, Option<Unsure>)> {
    let said = tokens(text, manner.after_place)?;
    let reader = Reader {
        manner,
        era: said.era.or(manner.calendar.said),
        thai: said.thai,
        gregorian_month: said.gregorian_month,
    };
    match *said.tokens.as_slice() {
        [Number(year, 4), Number(a, 1..=2), Number(b, 1..=2)] => {
            let (month, day) = if a <= 13 { (a, b) } else { (b, a) };
            reader.days(year, 4, &[(month, day)])
        }
        [Number(a, 1..=2), Number(b, 1..=2), Number(year, 4)] => reader.ordered(a, b, year, 4),
        // "民國87年5月12日"
        [Number(year, 1..=3), Number(month, 1..=2), Number(day, 1..=2)] if said.era == Some(Era::Republic) => {
            reader.days(year, 4, &[(month, day)])
        }
        [Number(a, 1..=2), Number(b, 1..=2), Number(c, 1..=2)] => reader.short(a, b, c),
        [Number(year, 4), Month(month), Number(day, 1..=2)]
        | [Number(day, 1..=2), Month(month), Number(year, 4)]
        | [Month(month), Number(day, 1..=2), Number(year, 4)] => reader.days(year, 4, &[(month, day)]),
        [Number(day, 1..=2), Month(month), Number(year, 2)] | [Month(month), Number(day, 1..=2), Number(year, 2)] => {
            reader.days(year, 2, &[(month, day)])
        }
        [Month(month) | Number(month, 1..=2), Number(year, 4)]
        | [Number(year, 4), Month(month) | Number(month, 1..=2)] => reader.month(year, month),
        [Number(year, 1..=3)] if said.era == Some(Era::Republic) => reader.year(year),
        [Number(year, 4)] => reader.year(year),
        [Number(digits, 8)] => reader.together(digits),
        [Number(digits, 6)] => reader.six(digits),
        _ => None,
    }
}

struct Reader {
    manner: Manner,
    era: Option<Era>,
    thai: bool,
    gregorian_month: bool,
}

impl Reader {
    /// The calendars a year can be of; more than one when nothing tells. "August" is no month of Nepal.
    fn eras(&self, year: u32, digits: usize) -> Vec<(Era, i32)> {
        let eras = self.eras_of_year(year, digits).into_iter();
        eras.filter(|(era, _)| !self.gregorian_month || era.has_gregorian_months()).collect()
    }

    fn eras_of_year(&self, year: u32, digits: usize) -> Vec<(Era, i32)> {
        let (calendar, now) = (self.manner.calendar, u32::from(self.manner.today.year().unsigned_abs()));
        let number = year as i32;
        let short = digits <= 2;
        let gregorian = (Era::Gregorian, if short { self.century(year) } else { number });
        let buddhist = (Era::Buddhist, if short { 2500 + number } else { number });
        match self.era {
            Some(Era::Buddhist) if short || year > 2400 => vec![buddhist],
            Some(Era::Ethiopian) if short => vec![(Era::Ethiopian, gregorian.1)],
            Some(Era::Nepali) if !short && year < 2000 => vec![gregorian, (Era::Nepali, number)],
            Some(Era::Nepali) if short => Vec::new(),
            // A heading that names an era, over years which cannot be of it.
            Some(Era::Gregorian) if !short && year > 2400 => vec![buddhist],
            Some(era @ (Era::Gregorian | Era::Ethiopian | Era::Nepali | Era::Hijri)) => {
                vec![(era, if era == Era::Gregorian { gregorian.1 } else { number })]
            }
            Some(Era::Republic) => vec![(Era::Republic, number)],
            _ if short && calendar.buddhist && !calendar.gregorian => vec![buddhist],
            _ if short && (calendar.buddhist || self.thai) => vec![gregorian, buddhist],
            _ if short && calendar.ethiopic => vec![gregorian, (Era::Ethiopian, gregorian.1)],
            _ if short => vec![gregorian],
            _ if (2440..=2600).contains(&year) => vec![buddhist],
            // One such year alone, in a list of other people, is a slip.
            _ if year > now && !calendar.nepali && !calendar.is_nepali => Vec::new(),
            _ if year > now => vec![(Era::Nepali, number)],
            _ if year >= 2000 && calendar.nepali && calendar.gregorian => vec![gregorian, (Era::Nepali, number)],
            _ if year >= 2000 && calendar.nepali => vec![(Era::Nepali, number)],
            _ if (1400..1500).contains(&year) => vec![(Era::Hijri, number)],
            _ if calendar.ethiopic => vec![gregorian, (Era::Ethiopian, number)],
            _ => vec![gregorian],
        }
    }

    /// What makes these calendars no more than probable.
    fn unsure(&self, eras: &[(Era, i32)]) -> Option<Unsure> {
        let calendar = self.manner.calendar;
        let sure = match eras {
            [(Era::Hijri, _)] => false,
            [(Era::Nepali, _)] => self.era == Some(Era::Nepali) || (calendar.nepali && calendar.is_nepali),
            [_] => true,
            _ => false,
        };
        (!sure).then_some(Unsure::Calendar)
    }

    /// The days that fit: of every calendar in question, with each of these months and days.
    fn days(&self, year: u32, digits: usize, orders: &[(u32, u32)]) -> Option<(When, Option<Unsure>)> {
        let eras = self.eras(year, digits);
        if let [(Era::Hijri, year)] = eras[..] {
            return self.around(Era::Hijri, year);
        }
        let mut days = Vec::new();
        for (era, year) in &eras {
            let found = orders.iter().filter_map(|(month, day)| era.day(*year, *month, *day));
            for day in found.filter(|day| self.is_near(*day)) {
                if !days.contains(&day) {
                    days.push(day);
                }
            }
        }
        // Of two calendars in question that leave one day the other may still be meant, on no such day.
        let calendar = self.unsure(&eras);
        match days[..] {
            [day] => Some((When::On(day), calendar)),
            [a, b] => Some((When::Either(a, b), Some(calendar.unwrap_or(Unsure::Order)))),
            _ => None,
        }
    }

    /// Two numbers that are a day and a month.
    fn ordered(&self, a: u32, b: u32, year: u32, digits: usize) -> Option<(When, Option<Unsure>)> {
        match self.manner.order {
            _ if a == b => self.days(year, digits, &[(a, b)]),
            DateOrder::DayFirst if self.can_be(year, digits, b, a) => self.days(year, digits, &[(b, a)]),
            DateOrder::MonthFirst if self.can_be(year, digits, a, b) => self.days(year, digits, &[(a, b)]),
            _ => self.days(year, digits, &[(b, a), (a, b)]),
        }
    }

    fn can_be(&self, year: u32, digits: usize, month: u32, day: u32) -> bool {
        self.eras(year, digits)
            .iter()
            .any(|(era, year)| era.day(*year, month, day).is_some_and(|day| self.is_near(day)))
    }

    /// Three short numbers, of which each may be the year where nothing else is known.
    fn short(&self, a: u32, b: u32, c: u32) -> Option<(When, Option<Unsure>)> {
        match self.manner.order {
            _ if a > 31 => self.days(a, 2, &[(b, c)]),
            DateOrder::YearFirst if c <= 31 => self.days(a, 2, &[(b, c)]),
            DateOrder::DayFirst | DateOrder::MonthFirst => self.ordered(a, b, c, 2),
            _ if c > 31 || c == 0 => self.ordered(a, b, c, 2),
            _ => {
                let readings = [self.days(c, 2, &[(b, a), (a, b)]), self.days(a, 2, &[(b, c)])];
                let mut days = Vec::new();
                for (when, _) in readings.into_iter().flatten() {
                    match when {
                        When::On(day) => days.push(day),
                        When::Either(a, b) => days.extend([a, b]),
                        _ => return None,
                    }
                }
                days.sort();
                days.dedup();
                match days[..] {
                    [day] => Some((When::On(day), Some(Unsure::Order).filter(|_| a != c))),
                    [a, b] => Some((When::Either(a, b), Some(Unsure::Order))),
                    _ => None,
                }
            }
        }
    }

    fn month(&self, year: u32, month: u32) -> Option<(When, Option<Unsure>)> {
        let [(era, number)] = self.eras(year, 4)[..] else { return None };
        if !era.has_gregorian_months() {
            return self.around(era, number);
        }
        let first = era.day(number, month, 1)?;
        let when = When::Month { year: first.year(), month: first.month() };
        self.is_near(first).then_some((when, None))
    }

    fn year(&self, year: u32) -> Option<(When, Option<Unsure>)> {
        let eras = self.eras(year, 4);
        let [(era, number)] = eras[..] else { return None };
        if !era.has_gregorian_months() {
            return self.around(era, number);
        }
        let first = era.day(number, 1, 1)?;
        self.is_near(first).then_some((When::Year(first.year()), None))
    }

    fn around(&self, era: Era, year: i32) -> Option<(When, Option<Unsure>)> {
        let year = era.year(year)?;
        let (today, oldest) = (self.manner.today.year(), self.manner.today.year() - 120);
        (oldest..=today).contains(&year).then_some((When::Around(year), Some(Unsure::Calendar)))
    }

    /// Eight digits: 19980512 or 12051998, when only one of them can be.
    fn together(&self, digits: u32) -> Option<(When, Option<Unsure>)> {
        let (head, tail) = (digits / 10_000, digits % 10_000);
        let year_first = self.days(head, 4, &[(tail / 100, tail % 100)]);
        let year_last = self.ordered(head / 100, head % 100, tail, 4);
        match (year_first, year_last) {
            (Some(when), None) | (None, Some(when)) => Some(when),
            (Some((When::On(a), None)), Some((When::On(b), None))) => Some((When::Either(a, b), Some(Unsure::Order))),
            _ => None,
        }
    }

    /// Six digits are a date only where other cells of the column say so, and in which order.
    fn six(&self, digits: u32) -> Option<(When, Option<Unsure>)> {
        let (when, unsure) = self.short(digits / 10_000, digits / 100 % 100, digits % 100)?;
        let proved = self.manner.calendar.six_figures && self.manner.order != DateOrder::Unknown;
        Some((when, unsure.or((!proved).then_some(Unsure::Order))))
    }

    /// A year of two digits is the last such year that has begun.
    fn century(&self, year: u32) -> i32 {
        let now = i32::from(self.manner.today.year());
        let year = now / 100 * 100 + year as i32;
        if year > now { year - 100 } else { year }
    }

    /// Not in the future, and within a lifetime.
    fn is_near(&self, day: Date) -> bool {
        day <= self.manner.today && day.year() >= self.manner.today.year() - 120
    }
}
