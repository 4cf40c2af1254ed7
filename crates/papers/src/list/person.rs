//! One row as a person.

use super::dates::{self, Manner, When};
use super::words::{Words, is_no_name, is_placeholder};
use super::{Column, DateOrder, Doubt, Layout, Meaning, Outcome, Why, birth, cells, paper, signs};
use crate::sheet::{Cell, Row, Sheet};
use base::{Arrival, Birth, Date, Sex};

/// What is known of a list as a whole when a row is read.
pub struct List<'a> {
    layout: &'a Layout,
    today: Date,
    m: M,
}

/// What the letter M means in the column of the sex.
#[derive(Clone, Copy, PartialEq)]
enum M {
    Man,
    /// H and M: hombre and mujer.
    Woman,
    /// A Spanish or Portuguese heading, and no other letter to tell.
    Unclear,
}

impl<'a> List<'a> {
    pub fn of(sheet: &Sheet, layout: &'a Layout, today: Date) -> Self {
        let mut letters = String::new();
        let sex = layout.of_meaning(Meaning::Sex).next();
        for row in &sheet.rows {
            let text = sex.map(|column| row.cell(column.index).text());
            if let Some(letter) = text.as_deref().map(str::trim).filter(|text| text.len() == 1) {
                let letter = letter.to_ascii_uppercase();
                if !letters.contains(&letter) {
                    letters.push_str(&letter);
                }
            }
        }
        let spanish = sex.is_some_and(|column| Words::of(&column.heading).are_any("sexo, genero"));
        let m = match (letters.contains('H'), letters.contains('F')) {
            (true, false) => M::Woman,
            (false, false) if spanish => M::Unclear,
            _ => M::Man,
        };
        Self { layout, today, m }
    }

    /// A row that has a name.
    pub fn person(&self, row: &Row) -> Outcome {
        let mut draft = Draft { list: self, row, arrival: Arrival::default(), doubts: Vec::new(), unread: Vec::new() };
        draft.names();
        if draft.arrival.names.is_empty() {
            return Outcome::NeedsALook(Why::NoName);
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
        let Draft { arrival, mut doubts, .. } = draft;
        doubts.sort_unstable();
        doubts.dedup();
        Outcome::Person(Box::new(arrival), doubts)
    }
}

struct Draft<'a> {
    list: &'a List<'a>,
    row: &'a Row,
    arrival: Arrival,
    doubts: Vec<Doubt>,
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
        self.doubts.push(doubt);
        self.keep(column, cell);
    }

    fn keep(&mut self, column: &Column, cell: &Cell) {
        let heading = if column.heading.is_empty() { column.meaning.key() } else { &column.heading };
        self.unread.push(format!("{heading}: {}", base::text::line(&cell.text())));
    }

    fn names(&mut self) {
        let mut names = Vec::new();
        for meaning in [Meaning::OwnScriptName, Meaning::Name] {
            names.extend(self.cells(meaning).flat_map(|(_, cell)| cells::names(&cell.text())));
        }
        let part = |meaning| {
            let mut said = self.cells(meaning).map(|(_, cell)| cell.text().into_owned());
            said.find(|text| !is_no_name(text)).unwrap_or_default()
        };
        names.extend(cells::names(&cells::whole_name(&part(Meaning::GivenName), &part(Meaning::FamilyName))));
        for name in names {
            if !self.arrival.names.contains(&name) {
                self.arrival.names.push(name);
            }
        }
    }

    fn sex(&mut self) {
        let Some((column, cell)) = self.said(Meaning::Sex).next() else {
            return;
        };
        let text = cell.text();
        match (cells::sex_word(&text), text.trim().eq_ignore_ascii_case("m")) {
            (Some(_), true) if self.list.m == M::Woman => self.arrival.sex = Some(Sex::Female),
            (Some(_), true) if self.list.m == M::Unclear => self.doubt(Doubt::SexUnclear, column, cell),
            (Some(sex), _) => self.arrival.sex = Some(sex),
            (None, _) => self.doubt(Doubt::SexNotRead, column, cell),
        }
    }

    fn nationality(&mut self) {
        let mut is_said = false;
        for (column, cell) in self.said(Meaning::Nationality) {
            is_said = true;
            match cells::nationalities(&cell.text()) {
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
        if !is_said {
            self.arrival.nationalities.extend(self.list.layout.nationality);
        }
    }

    fn manner(&self, after_place: bool) -> Manner {
        Manner { order: self.list.layout.order, today: self.list.today, after_place }
    }

    fn day(&mut self, meaning: Meaning, order: Doubt, not_read: Doubt) -> Option<Date> {
        let (column, cell) = self.said(meaning).next()?;
        let when = match cell {
            Cell::Date(day) => (*day <= self.list.today).then_some(When::On(*day)),
            cell => dates::read(&cell.text(), self.manner(false)),
        };
        match when {
            Some(When::On(day)) => return Some(day),
            Some(When::Either(..)) => self.doubt(order, column, cell),
            _ => self.doubt(not_read, column, cell),
        }
        None
    }

    fn birth(&mut self) {
        let on = self.arrival.reported.unwrap_or(self.list.today);
        let dated = self.said(Meaning::Birth).chain(self.said(Meaning::PlaceAndBirth)).next();
        if let Some((column, cell)) = dated {
            let after_place = column.meaning == Meaning::PlaceAndBirth;
            match birth::read(cell, self.list.layout.order, after_place, on, self.list.today) {
                Some((birth, doubt)) => {
                    self.arrival.birth = Some(birth);
                    self.doubts.extend(doubt);
                }
                // A place without a date says nothing of when.
                None if after_place && !cell.text().chars().any(|c| base::text::digit(c).is_some()) => {}
                None => self.doubt(Doubt::BirthNotRead, column, cell),
            }
        }
        let Some((column, cell)) = self.said(Meaning::Age).next() else {
            return;
        };
        match (birth::read(cell, DateOrder::Unknown, false, on, self.list.today), &self.arrival.birth) {
            (Some((Birth::About { age, .. }, _)), Some(birth)) => {
                let (youngest, oldest) = birth.ages(on);
                let age = i16::from(age);
                if age + 1 < youngest || age > oldest + 1 {
                    self.doubt(Doubt::AgeDiffers, column, cell);
                }
            }
            (Some((birth, doubt)), None) => {
                self.arrival.birth = Some(birth);
                self.doubts.extend(doubt);
            }
            (Some(_), Some(_)) => {}
            (None, _) => self.doubt(Doubt::BirthNotRead, column, cell),
        }
    }

    fn papers(&mut self) {
        for meaning in [Meaning::Passport, Meaning::Papers] {
            for (column, cell) in self.cells(meaning) {
                let text = cell.text();
                let Some((paper, doubt)) = paper::read(&text, meaning) else {
                    continue;
                };
                // More than the number was said, and it may matter.
                let is_more = paper.number.is_some() && text.split_whitespace().count() > 2;
                match doubt {
                    Some(Doubt::PaperNotRead) => self.doubt(Doubt::PaperNotRead, column, cell),
                    Some(doubt) => self.doubts.push(doubt),
                    None if is_more => self.keep(column, cell),
                    None => {}
                }
                if !self.arrival.papers.contains(&paper) {
                    self.arrival.papers.push(paper);
                }
            }
        }
    }

    fn contacts(&mut self) {
        for (column, cell) in self.said(Meaning::Phone) {
            let (phones, damaged) = cells::phones(&cell.text());
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
        let said = self.said(Meaning::Remark).map(|(column, cell)| {
            if several { format!("{}: {}", column.heading, cell.text()) } else { cell.text().into_owned() }
        });
        let text = said.collect::<Vec<_>>().join("; ");
        self.arrival.signs = signs::in_remark(&text);
        if !self.arrival.signs.is_empty() {
            self.doubts.push(Doubt::SignFromRemark);
        }
        let parts = [text].into_iter().filter(|text| !text.is_empty()).chain(self.unread.drain(..));
        let remark = base::text::remark(&parts.collect::<Vec<_>>().join("; "));
        self.arrival.remark = (!remark.is_empty()).then_some(remark);
    }
}
