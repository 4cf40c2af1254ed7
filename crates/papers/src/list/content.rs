//! What a column holds, told from its cells: headings are missing, or say less than what stands below.

use super::dates::Calendar;
use super::guess::{BODY, LATEST};
use super::words::{Words, is_placeholder};
use super::{DateOrder, Meaning, cells, dates, headings, phones};
use crate::sheet::{Cell, Row};
use base::{Country, Date};

/// How many of a column's cells look like what.
#[derive(Default)]
pub struct Content {
    filled: usize,
    dates: usize,
    after_place: usize,
    years: usize,
    phones: usize,
    sexes: usize,
    countries: usize,
    passports: usize,
    numbers: usize,
    /// The earliest and the latest certain date.
    span: Option<(Date, Date)>,
}

impl Content {
    /// Of a column without a known heading everything is counted, which takes longer.
    pub fn of(body: &[Row], index: usize, unknown: bool) -> Self {
        let mut content = Content::default();
        for row in body.iter().take(BODY) {
            let cell = row.cell(index);
            if !cell.is_empty() && !is_placeholder(&cell.text()) {
                content.add(cell);
                content.sexes += usize::from(unknown && cells::sex_word(&cell.text()).is_some());
                content.countries += usize::from(unknown && is_country(&cell.text()));
            }
        }
        content
    }

    fn add(&mut self, cell: &Cell) {
        let text = cell.text();
        self.filled += 1;
        let digits = text.chars().filter(|c| base::text::digit(*c).is_some()).count();
        self.numbers += usize::from(digits == text.chars().count() && digits < 7);
        self.phones += usize::from(digits >= 8 && text.chars().all(|c| !c.is_alphabetic()) && phones::is_phone(&text));
        self.passports += usize::from(super::paper::is_passport_number(&text));
        let calendar = Calendar::default();
        let manner = dates::Manner { order: DateOrder::DayFirst, today: LATEST, after_place: true, calendar };
        let read = |manner| dates::read(&text, manner).map(|(when, _)| when);
        let when = if let Cell::Date(day) = cell { Some(dates::When::On(*day)) } else { read(manner) };
        match when {
            Some(dates::When::On(day) | dates::When::Either(day, _))
                if !matches!(digits, 6 | 8) || text.contains(|c: char| !c.is_numeric()) =>
            {
                self.dates += 1;
                let plain = dates::Manner { after_place: false, ..manner };
                self.after_place += usize::from(matches!(cell, Cell::Text(_)) && read(plain).is_none());
                let (first, last) = self.span.unwrap_or((day, day));
                self.span = Some((first.min(day), last.max(day)));
            }
            Some(dates::When::Year(_) | dates::When::Around(_)) => self.years += 1,
            _ => {}
        }
    }

    fn mostly(&self, count: usize) -> bool {
        self.filled > 0 && count * 10 >= self.filled * 7
    }

    /// What the heading says, where the content does not say otherwise.
    pub fn meaning(&self, heading: &str, by_heading: Option<Meaning>) -> Meaning {
        match by_heading {
            Some(Meaning::Birth) if self.after_place * 2 > self.filled => Meaning::PlaceAndBirth,
            // "Addis Ababa, 12 Jan 2003" is no place where anybody is now.
            Some(Meaning::Place) if self.after_place * 3 > self.filled && self.is_of_births() => Meaning::PlaceAndBirth,
            Some(Meaning::Age) if self.dates * 2 > self.filled => Meaning::Birth,
            Some(Meaning::Reported) if headings::is_arrival(heading) => self.arrival(),
            // "ID" numbers the rows or is a paper: SH-0001 and C1234567 tell.
            Some(Meaning::Number) if self.mostly(self.passports) => Meaning::Papers,
            Some(Meaning::Number) if self.passports > 0 && self.numbers * 2 < self.filled => Meaning::Papers,
            Some(Meaning::Phone) if self.mostly(self.dates) => self.by_content(),
            Some(meaning) => meaning,
            None if Words::of(heading).are_none() || Words::of(heading).has("day") => self.by_content(),
            // Under a heading that nobody knows only what can be nothing else is taken.
            None if self.mostly(self.sexes) => Meaning::Sex,
            None => Meaning::Ignore,
        }
    }

    fn by_content(&self) -> Meaning {
        match () {
            _ if self.mostly(self.after_place) => Meaning::PlaceAndBirth,
            _ if self.mostly(self.dates) => match self.span {
                _ if self.is_of_births() => Meaning::Birth,
                Some((first, _)) if first.year() >= 2015 => self.arrival(),
                _ => Meaning::Birth,
            },
            _ if self.mostly(self.years) => Meaning::Birth,
            _ if self.mostly(self.phones) => Meaning::Phone,
            _ if self.mostly(self.sexes) => Meaning::Sex,
            _ if self.mostly(self.passports) => Meaning::Passport,
            _ if self.mostly(self.countries) => Meaning::Nationality,
            _ if self.mostly(self.numbers) => Meaning::Number,
            _ => Meaning::Ignore,
        }
    }

    /// Nobody was stranded before 2015, and hardly anybody stranded was born after it.
    fn is_of_births(&self) -> bool {
        self.span.is_some_and(|(first, last)| last.year() < 2015 && first.year() > 1900)
    }

    /// People come to a helper within weeks of each other; into the country within years.
    fn arrival(&self) -> Meaning {
        match self.span {
            Some((first, last)) if (last.year() - first.year()) * 12 + i16::from(last.month() - first.month()) > 4 => {
                Meaning::Entered
            }
            _ => Meaning::Reported,
        }
    }
}

fn is_country(text: &str) -> bool {
    text.chars().count() <= 40 && !text.contains(|c| base::text::digit(c).is_some()) && Country::read(text).is_some()
}
