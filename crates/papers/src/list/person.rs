//! One row as a person.

use super::dates::{self, Manner, Unsure, When};
use super::habit::{self, Habit};
use super::letter_m::M;
use super::words::{Words, is_no_name, is_placeholder};
use super::{Column, DateOrder, Doubt, Layout, Meaning, Outcome, Why, birth, cells, paper, phones, signs};
use crate::sheet::{Cell, Row, Sheet};
use base::{Arrival, Birth, Country, Date, Minor, Sex, Sign};
use std::cell::RefCell;
use std::collections::HashMap;

/// What is known of a list as a whole when a row is read.
pub struct List<'a> {
    layout: &'a Layout,
    today: Date,
    m: M,
    habits: HashMap<usize, Habit>,
    /// What a nationality's spelling means: a list has few of them, and unknown ones are slow to look up.
    countries: RefCell<HashMap<String, Option<Vec<Country>>>>,
}

impl<'a> List<'a> {
    pub fn of(sheet: &Sheet, layout: &'a Layout, today: Date) -> Self {
        let body = || sheet.rows.iter().filter(|row| layout.header.is_none_or(|header| row.number > header));
        let dated = layout.columns.iter().filter(|column| habit::is_dated(column.meaning));
        let habits = dated.map(|column| (column.index, Habit::of(body(), column, layout, today))).collect();
        Self { layout, today, m: M::of(sheet, layout), habits, countries: RefCell::default() }
    }

    /// A row that has a name, and the columns that somebody should look at.
    pub fn person(&self, row: &Row) -> (Outcome, Vec<usize>) {
        let arrival = Arrival::default();
        let mut draft = Draft { list: self, row, arrival, doubts: Vec::new(), look: Vec::new(), unread: Vec::new() };
        draft.names();
        if draft.arrival.names.is_empty() {
            return (Outcome::NeedsALook(Why::NoName), Vec::new());
        }
        draft.sex();
        draft.nationality();
        draft.arrival.reported = draft.day(Meaning::Reported, Doubt::ReportedOrder, Doubt::ReportedNotRead);
        draft.arrival.entered = draft.day(Meaning::Entered, Doubt::EnteredOrder, Doubt::EnteredNotRead);
        draft.birth();
        draft.papers();
        draft.contacts();
        draft.place();
        draft.remark();
        let Draft { arrival, mut doubts, mut look, .. } = draft;
        doubts.sort_unstable();
        doubts.dedup();
        look.sort_unstable();
        look.dedup();
        (Outcome::Person(Box::new(arrival), doubts), look)
    }

    fn countries(&self, text: &str) -> Option<Vec<Country>> {
        if let Some(known) = self.countries.borrow().get(text) {
            return known.clone();
        }
        let countries = cells::nationalities(text);
        self.countries.borrow_mut().insert(text.to_owned(), countries.clone());
        countries
    }
}

struct Draft<'a> {
    list: &'a List<'a>,
    row: &'a Row,
    arrival: Arrival,
    doubts: Vec<Doubt>,
    look: Vec<usize>,
    /// What could not be read, with its heading, for the remark.
    unread: Vec<String>,
}

impl<'a> Draft<'a> {
    /// The cells of a meaning that have something in them.
    fn cells(&self, meaning: Meaning) -> impl Iterator<Item = (&'a Column, &'a Cell)> + use<'a> {
        let row = self.row;
        self.list
            .layout
            .of_meaning(meaning)
            .map(move |column| (column, row.cell(column.index)))
            .filter(|(_, cell)| !cell.is_empty())
    }

    /// As `cells`, without those that only say that nothing is known.
    fn said(&self, meaning: Meaning) -> impl Iterator<Item = (&'a Column, &'a Cell)> + use<'a> {
        self.cells(meaning).filter(|(_, cell)| !is_placeholder(&cell.text()))
    }

    fn doubt(&mut self, doubt: Doubt, column: &Column, cell: &Cell) {
        self.point(doubt, column);
        self.keep(column, cell);
    }

    fn point(&mut self, doubt: Doubt, column: &Column) {
        self.doubts.push(doubt);
        self.look.push(column.index);
    }

    fn keep(&mut self, column: &Column, cell: &Cell) {
        let heading = if column.heading.is_empty() { column.meaning.key() } else { &column.heading };
        self.unread.push(format!("{heading}: {}", base::text::line(&cell.text())));
    }

    fn names(&mut self) {
        let mut names = Vec::new();
        names.extend(self.cells(Meaning::OwnScriptName).flat_map(|(_, cell)| cells::names(&cell.text())));
        for (_, cell) in self.cells(Meaning::Name) {
            let beside = self.beside_name(cell).map(|(name, _)| name);
            names.extend(cells::names(&beside.unwrap_or_else(|| cell.text().into_owned())));
        }
        for (_, cell) in self.cells(Meaning::NameAndNationality) {
            names.extend(cells::names(&cells::name_and_nationality(&cell.text()).0));
        }
        for (_, cell) in self.cells(Meaning::NameAndPassport) {
            names.extend(cells::names(&cells::name_and_passport(&cell.text()).0));
        }
        let part = |meaning| {
            let said = self.cells(meaning).map(|(_, cell)| cell.text().into_owned());
            said.filter(|text| !is_no_name(text)).collect::<Vec<_>>().join(" ")
        };
        names.extend(cells::names(&cells::whole_name(&part(Meaning::GivenName), &part(Meaning::FamilyName))));
        for name in names {
            if !self.arrival.names.contains(&name) {
                self.arrival.names.push(name);
            }
        }
    }

    /// "Abebe Bikila (Ethiopian)" in a list that has no column for nationalities.
    fn beside_name(&self, cell: &Cell) -> Option<(String, Vec<Country>)> {
        let text = cell.text();
        if !text.trim_end().ends_with([')', '）']) || self.list.layout.of_meaning(Meaning::Nationality).next().is_some()
        {
            return None;
        }
        let (name, inside) = text.rsplit_once(['(', '（'])?;
        let countries = self.list.countries(inside.trim_end().trim_end_matches([')', '）']))?;
        (!is_no_name(name)).then(|| (name.trim().to_owned(), countries))
    }

    fn sex(&mut self) {
        let one = self.said(Meaning::Sex).next().map(|(column, cell)| (column, cell, cell.text().into_owned()));
        let combined = || {
            let (column, cell) = self.said(Meaning::SexAndAge).next()?;
            // An age alone says nothing of the sex.
            let is_age = birth::age(cell).is_some();
            let sex = cells::sex_and_age(&cell.text()).map_or_else(|| cell.text().into_owned(), |(sex, _)| sex);
            (!is_age).then_some((column, cell, sex))
        };
        let Some((column, cell, text)) = one.or_else(combined) else { return };
        let is_m = text.trim().eq_ignore_ascii_case("m") || text.trim().eq_ignore_ascii_case("m.");
        match (cells::sex_word(&text), is_m) {
            (Some(_), true) if self.list.m == M::Woman => self.arrival.sex = Some(Sex::Female),
            (Some(_), true) if self.list.m == M::Unclear => self.doubt(Doubt::SexUnclear, column, cell),
            (Some(sex), _) => self.arrival.sex = Some(sex),
            (None, _) => self.doubt(Doubt::SexNotRead, column, cell),
        }
    }

    fn nationality(&mut self) {
        let mut said: Vec<(&Column, &Cell, String)> = Vec::new();
        said.extend(self.said(Meaning::Nationality).map(|(column, cell)| (column, cell, cell.text().into_owned())));
        for (column, cell) in self.said(Meaning::NameAndNationality) {
            said.extend(cells::name_and_nationality(&cell.text()).1.map(|nationality| (column, cell, nationality)));
        }
        let is_said = !said.is_empty();
        for (column, cell, text) in said {
            match self.list.countries(&text) {
                Some(countries) => {
                    for country in countries {
                        if !self.arrival.nationalities.contains(&country) {
                            self.arrival.nationalities.push(country);
                        }
                    }
                }
                None => self.doubt(Doubt::NationalityNotRead, column, cell),
            }
        }
        let beside = self.cells(Meaning::Name).find_map(|(column, cell)| Some((column, self.beside_name(cell)?.1)));
        if let Some((column, countries)) = beside {
            self.arrival.nationalities = countries;
            self.point(Doubt::NationalityFromName, column);
        } else if !is_said {
            self.arrival.nationalities.extend(self.list.layout.nationality);
        }
    }

    fn manner(&self, column: &Column) -> Manner {
        let habit = self.list.habits.get(&column.index).copied().unwrap_or_default();
        let order = if self.list.layout.order == DateOrder::Unknown { habit.order } else { self.list.layout.order };
        let after_place = column.meaning == Meaning::PlaceAndBirth;
        Manner { order, today: self.list.today, after_place, calendar: habit.calendar }
    }

    fn day(&mut self, meaning: Meaning, order: Doubt, not_read: Doubt) -> Option<Date> {
        let (column, cell) = self.said(meaning).next()?;
        let when = match cell {
            Cell::Date(day) => (*day <= self.list.today).then(|| dates::of_spreadsheet(*day, self.manner(column))),
            cell => dates::read(&cell.text(), self.manner(column)),
        };
        match when {
            Some((When::On(day), None)) => return Some(day),
            Some((_, Some(Unsure::Order))) => self.doubt(order, column, cell),
            _ => self.doubt(not_read, column, cell),
        }
        None
    }

    fn birth(&mut self) {
        let on = self.arrival.reported.unwrap_or(self.list.today);
        let dated = self.said(Meaning::Birth).chain(self.said(Meaning::PlaceAndBirth)).next();
        if let Some((column, cell)) = dated {
            let read = if is_short_year(column, cell) { None } else { birth::read(cell, self.manner(column), on) };
            match read {
                Some((birth, doubt)) => {
                    // A day of a calendar or an order that nothing proves is asked for again, never taken.
                    let is_guess = matches!(doubt, Some(Doubt::BirthOrder | Doubt::BirthCalendar))
                        && !matches!(birth, Birth::Either(..) | Birth::About { .. });
                    self.arrival.birth = (!is_guess).then_some(birth);
                    if let Some(doubt) = doubt {
                        self.doubt(doubt, column, cell);
                    }
                }
                // A place without a date says nothing of when.
                None if column.meaning == Meaning::PlaceAndBirth
                    && !cell.text().chars().any(|c| base::text::digit(c).is_some()) => {}
                None => self.doubt(Doubt::BirthNotRead, column, cell),
            }
        }
        self.age(dated, on);
        let today = self.list.today;
        if self.arrival.birth.as_ref().is_some_and(|birth| birth.minor(on.min(today)) == Minor::Yes) {
            self.arrival.signs.insert(Sign::Minor);
        }
    }

    /// An age beside a date confirms it; alone it stands for it.
    fn age(&mut self, dated: Option<(&Column, &Cell)>, on: Date) {
        let combined = self.said(Meaning::SexAndAge).next();
        let Some((column, cell)) = self.said(Meaning::Age).next().or(combined) else { return };
        let read = if column.meaning == Meaning::SexAndAge {
            let age = cells::sex_and_age(&cell.text()).map(|(_, age)| age).or_else(|| birth::age(cell));
            // A sex without an age.
            if age.is_none() && !cell.text().chars().any(|c| base::text::digit(c).is_some()) {
                return;
            }
            age.map(|age| (Birth::About { age, on }, None))
        } else {
            birth::read(cell, self.manner(column), on)
        };
        let Some((said, doubt)) = read else { return self.doubt(Doubt::BirthNotRead, column, cell) };
        // A bare number counts from 1900 or from 1904: the age says which. It is marked already.
        if let (Birth::About { age, on }, Some([a, b])) = (&said, dated.and_then(|(_, cell)| birth::serial_days(cell)))
        {
            let fits = |day| fits_age(&Birth::On(day), *age, *on);
            if fits(a) != fits(b) {
                self.arrival.birth = Some(Birth::On(if fits(a) { a } else { b }));
                return;
            }
        }
        match (&said, &self.arrival.birth) {
            (Birth::About { age, on }, Some(birth)) if !fits_age(birth, *age, *on) => {
                self.doubt(Doubt::AgeDiffers, column, cell);
            }
            (_, Some(_)) => {}
            (_, None) => {
                self.arrival.birth = Some(said);
                if let Some(doubt) = doubt {
                    self.point(doubt, column);
                }
            }
        }
    }

    fn papers(&mut self) {
        for meaning in [Meaning::Passport, Meaning::Papers] {
            for (column, cell) in self.cells(meaning) {
                self.paper(column, cell, &cell.text());
            }
        }
        for (column, cell) in self.cells(Meaning::NameAndPassport) {
            self.paper(column, cell, &cells::name_and_passport(&cell.text()).1);
        }
    }

    fn paper(&mut self, column: &Column, cell: &Cell, text: &str) {
        let Some((paper, doubt)) = paper::read(text, column.meaning) else { return };
        // More than the number was said, and it may matter.
        let is_more = paper.number.is_some() && text.split_whitespace().count() > 2 || paper::is_elsewhere(text);
        match doubt {
            Some(Doubt::PaperNotRead) => self.doubt(Doubt::PaperNotRead, column, cell),
            Some(doubt) => self.point(doubt, column),
            None if is_more => self.keep(column, cell),
            None => {}
        }
        // A column of numbers and one of what became of the papers speak of the same paper.
        let same = self.arrival.papers.iter_mut().find(|known| known.kind == paper.kind);
        match same {
            Some(known) if paper::adds_status(&paper) => known.status = paper.status,
            Some(known) if known.number.is_none() && paper.number.is_some() => known.number = paper.number,
            Some(known) if *known == paper || paper.number.is_none() => {}
            _ => self.arrival.papers.push(paper),
        }
    }

    fn contacts(&mut self) {
        let nationality = match self.arrival.nationalities[..] {
            [one] => Some(one),
            _ => None,
        };
        for (column, cell) in self.said(Meaning::Phone) {
            let (phones, damaged) = phones::read(&cell.text(), nationality);
            if damaged {
                self.doubt(Doubt::PhoneNotRead, column, cell);
                continue;
            }
            for phone in phones {
                if !self.arrival.contacts.contains(&phone) {
                    self.arrival.contacts.push(phone);
                }
            }
        }
    }

    fn place(&mut self) {
        let place = self.said(Meaning::Place).next().map(|(_, cell)| base::text::line(&cell.text()));
        self.arrival.place = place;
    }

    fn remark(&mut self) {
        let several = self.list.layout.of_meaning(Meaning::Remark).count() > 1;
        let mut said = Vec::new();
        for (column, cell) in self.said(Meaning::Remark) {
            let raised = signs::in_remark(&cell.text());
            if !raised.is_empty() {
                self.point(Doubt::SignFromRemark, column);
            }
            self.arrival.signs.extend(raised);
            let text = cell.text();
            said.push(if several { format!("{}: {text}", column.heading) } else { text.into_owned() });
        }
        let parts = said.into_iter().chain(self.unread.drain(..));
        let remark = base::text::remark(&parts.collect::<Vec<_>>().join("; "));
        self.arrival.remark = (!remark.is_empty()).then_some(remark);
    }
}

/// A bare "98" under births is a year or an age of which nobody can be sure; so is "25" where years are asked for.
fn is_short_year(column: &Column, cell: &Cell) -> bool {
    let is_bare = !cell.text().chars().any(|c| base::text::digit(c).is_none());
    let Some(number) = birth::age(cell).filter(|_| is_bare) else { return false };
    let heading = Words::of(&column.heading);
    number > 75 || (heading.has("birth-year") && !heading.has("age-too"))
}

/// Whether somebody born then can have said this age: people round, and birthdays pass.
fn fits_age(birth: &Birth, age: u8, on: Date) -> bool {
    let (youngest, oldest) = birth.ages(on);
    (youngest - 1..=oldest + 1).contains(&i16::from(age))
}
