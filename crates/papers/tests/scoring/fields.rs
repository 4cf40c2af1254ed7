//! One person's values against the truth.

use super::Person;
use base::{Arrival, Birth, Date, Sex};
use papers::{Cell, Doubt, Row, Sheet};
use std::collections::{BTreeMap, HashMap};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Names,
    Birth,
    Sex,
    Nationality,
    Passport,
    Phone,
    Entry,
    Arrived,
}

impl Field {
    pub const ALL: [Field; 8] = [
        Field::Names,
        Field::Birth,
        Field::Sex,
        Field::Nationality,
        Field::Passport,
        Field::Phone,
        Field::Entry,
        Field::Arrived,
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// Certain, and not so.
    Wrong,
    /// Marked as unsure, whatever its value.
    Uncertain,
    /// The list itself says it otherwise: a name misspelt, another phone number, day and month swapped.
    Slip,
    /// Known to the truth, and nothing was read.
    Silent,
}

/// In which order the list at hand writes day and month, told by the truth and not by the reader.
///
/// A list whose other dates are all day first and that has one the other way round has a slip in it.
pub struct Orders {
    day_first: usize,
    month_first: usize,
}

impl Orders {
    pub fn of(rows: &BTreeMap<u32, Option<String>>, people: &HashMap<String, Person>, sheet: &Sheet) -> Orders {
        let mut orders = Orders { day_first: 0, month_first: 0 };
        for row in &sheet.rows {
            let Some(Some(id)) = rows.get(&row.number) else { continue };
            let person = &people[id];
            for day in [&person.dob, &person.entry, &person.arrived].iter().filter_map(|day| day.parse::<Date>().ok()) {
                for (a, b) in row.cells.iter().filter_map(pair) {
                    orders.day_first += usize::from((a, b) == (day.day(), day.month()) && a != b);
                    orders.month_first += usize::from((a, b) == (day.month(), day.day()) && a != b);
                }
            }
        }
        orders
    }

    fn is_slip(&self, read: Date, truth: Date) -> bool {
        let swapped = (read.day(), read.month(), read.year()) == (truth.month(), truth.day(), truth.year());
        let (most, least) = (self.day_first.max(self.month_first), self.day_first.min(self.month_first));
        swapped && least * 10 <= most
    }
}

/// The first two of three numbers.
fn pair(cell: &Cell) -> Option<(i8, i8)> {
    let text = cell.text();
    let numbers: Vec<i16> = text
        .split(|c| base::text::digit(c).is_none())
        .filter(|number| !number.is_empty() && number.chars().count() <= 4)
        .map(|number| number.chars().filter_map(base::text::digit).fold(0, |n, digit| n * 10 + digit as i16))
        .collect();
    match numbers[..] {
        [a @ 1..=31, b @ 1..=31, _] => Some((a as i8, b as i8)),
        _ => None,
    }
}

/// The verdict on every field of one person.
pub fn judge(truth: &Person, read: &Arrival, doubts: &[Doubt], row: &Row, orders: &Orders) -> Vec<(Field, Verdict)> {
    let said: Vec<String> = row.cells.iter().map(|cell| cell.text().into_owned()).collect();
    let judged = |field| match field {
        Field::Names => names(truth, &read.names, &said),
        Field::Birth => birth(&truth.dob, read.birth.as_ref(), orders, &said),
        Field::Sex => known(&truth.sex, read.sex.map(|sex| if sex == Sex::Female { "F" } else { "M" })),
        Field::Nationality => {
            let read = read.nationalities.iter().map(|country| country.iso3()).collect::<Vec<_>>().join("/");
            known(&truth.nat, Some(read.as_str()).filter(|read| !read.is_empty()))
        }
        Field::Passport => {
            let number = read.papers.iter().find_map(|paper| paper.number.as_deref());
            known(&truth.passport, number)
        }
        Field::Phone => phone(&truth.phone, &read.contacts, &said),
        Field::Entry => day(&truth.entry, read.entered, orders),
        Field::Arrived => day(&truth.arrived, read.reported, orders),
    };
    let all = Field::ALL.into_iter().map(|field| match judged(field) {
        Verdict::Wrong | Verdict::Silent | Verdict::Slip if doubts.iter().any(|doubt| is_about(*doubt, field)) => {
            (field, Verdict::Uncertain)
        }
        verdict => (field, verdict),
    });
    all.collect()
}

fn is_about(doubt: Doubt, field: Field) -> bool {
    let beginning = match field {
        Field::Names => "name",
        Field::Birth => return ["birth-", "age-"].iter().any(|beginning| doubt.key().starts_with(beginning)),
        Field::Sex => "sex-",
        Field::Nationality => "nationality-",
        Field::Passport => "paper-",
        Field::Phone => "phone-",
        Field::Entry => "entered-",
        Field::Arrived => "reported-",
    };
    doubt.key().starts_with(beginning)
}

/// Whether the row itself writes the year that was read, a year off the truth.
fn is_other_year(read: Date, truth: Date, said: &[String]) -> bool {
    let off_by_one = (read.year() - truth.year()).abs() == 1;
    let same_day = (read.month(), read.day()) == (truth.month(), truth.day());
    let writes = |day: Date| {
        let forms = [day.strftime("%Y").to_string(), day.strftime(".%y").to_string(), day.strftime("/%y").to_string()];
        said.iter().any(|cell| forms.iter().any(|form| cell.contains(form)))
    };
    off_by_one && same_day && writes(read) && !writes(truth)
}

fn known(truth: &str, read: Option<&str>) -> Verdict {
    match read {
        Some(read) if read.eq_ignore_ascii_case(truth) => Verdict::Right,
        Some(_) => Verdict::Wrong,
        None if truth.is_empty() => Verdict::Right,
        None => Verdict::Silent,
    }
}

fn day(truth: &str, read: Option<Date>, orders: &Orders) -> Verdict {
    match (truth.parse::<Date>(), read) {
        (Ok(truth), Some(read)) if truth == read => Verdict::Right,
        (Ok(truth), Some(read)) if orders.is_slip(read, truth) => Verdict::Slip,
        (_, Some(_)) => Verdict::Wrong,
        (Ok(_), None) => Verdict::Silent,
        (Err(_), None) => Verdict::Right,
    }
}

/// A partial or estimated birth is right when the truth lies within it.
fn birth(truth: &str, read: Option<&Birth>, orders: &Orders, said: &[String]) -> Verdict {
    match (truth.parse::<Date>(), read) {
        (Ok(truth), Some(Birth::On(read))) if is_other_year(*read, truth, said) => Verdict::Slip,
        (_, Some(Birth::On(read))) => day(truth, Some(*read), orders),
        (Ok(truth), Some(Birth::Either(a, b))) if [*a, *b].contains(&truth) => Verdict::Uncertain,
        (Ok(truth), Some(birth)) if (birth.range().0..=birth.range().1).contains(&truth) => Verdict::Right,
        (_, Some(_)) => Verdict::Wrong,
        (Ok(_), None) => Verdict::Silent,
        (Err(_), None) => Verdict::Right,
    }
}

/// The same words in any order and script; or words of this row that are no more than misspelt or left out.
fn names(truth: &Person, read: &[String], said: &[String]) -> Verdict {
    let words = |name: &str| {
        let mut words: Vec<String> = linkage::fold(name).split(' ').map(str::to_owned).collect();
        words.sort();
        words
    };
    let truths = [words(&truth.name), words(&truth.native)];
    if read.is_empty() {
        return Verdict::Silent;
    }
    let row = linkage::fold(&said.join(" ")).replace(' ', "");
    let stands = |name: &String| linkage::fold(name).split(' ').all(|word| row.contains(word));
    // Words with letters alone; "?" stands for a letter that was lost before anybody saw it.
    let is_near = |word: &String, known: &String| {
        let slips = strsim::osa_distance(word, known);
        slips <= known.chars().count() / 4 + 1 || known.starts_with(word.as_str()) || word.contains(known.as_str())
    };
    let alike = |name: &String| {
        let name = words(name);
        truths.iter().any(|truth| {
            let near = name.iter().filter(|word| truth.iter().any(|known| is_near(word, known))).count();
            near * 2 >= name.len().min(truth.len())
        })
    };
    if read.iter().all(|name| truths.contains(&words(name))) {
        Verdict::Right
    } else if read.iter().all(|name| stands(name) && alike(name)) {
        Verdict::Slip
    } else {
        Verdict::Wrong
    }
}

/// A number that the list writes with other last figures than the truth is another number of that person.
fn phone(truth: &str, read: &[String], said: &[String]) -> Verdict {
    let digits = |text: &str| -> String {
        text.chars().filter_map(base::text::digit).filter_map(|digit| char::from_digit(digit, 10)).collect()
    };
    let last = |text: &str| -> String {
        let digits = digits(text);
        digits[digits.len().saturating_sub(8)..].to_owned()
    };
    let Some(number) = read.iter().find(|contact| contact.starts_with('+')) else {
        return if truth.is_empty() || read.iter().any(|contact| last(contact) == last(truth)) {
            Verdict::Right
        } else {
            Verdict::Silent
        };
    };
    if number == truth {
        Verdict::Right
    } else if last(number) != last(truth) && said.iter().any(|cell| digits(cell).contains(&digits(number))) {
        Verdict::Slip
    } else {
        Verdict::Wrong
    }
}
