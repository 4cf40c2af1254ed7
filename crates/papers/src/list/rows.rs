//! Rows of a list that are no person, or not as they stand: repeated headings, sums, signatures,
//! cells in the wrong columns.

use super::words::{Words, is_placeholder};
use super::{Column, Layout, Meaning, Outcome, Why, birth, cells, evidence, headings, paper, phones};
use crate::sheet::{Cell, Row};
use Meaning::*;

/// What the row is, unless it may be a person, and the columns that show it.
pub fn no_person(row: &Row, layout: &Layout) -> Option<(Outcome, Vec<usize>)> {
    if repeats_headings(row, layout) {
        return Some((Outcome::NotAPerson(Why::Heading), Vec::new()));
    }
    let says_of_a_person = layout.columns.iter().any(|column| is_of_a_person(row.cell(column.index), column.meaning));
    if !says_of_a_person {
        let texts = row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_)));
        let texts: Vec<Words> = texts.map(|cell| Words::of(&cell.text())).collect();
        if texts.iter().any(|words| words.begins("total")) && is_short(row) {
            return Some((Outcome::NotAPerson(Why::Total), Vec::new()));
        }
        if texts.iter().any(|words| words.begins("signature")) {
            return Some((Outcome::NotAPerson(Why::Signature), Vec::new()));
        }
    }
    let shifted = shifted(row, layout);
    if !shifted.is_empty() {
        return Some((Outcome::NeedsALook(Why::Shifted), shifted));
    }
    let filled = |column: &&Column| !is_placeholder(&row.cell(column.index).text());
    let names: Vec<usize> = layout.columns.iter().filter(|column| is_name(column)).map(|column| column.index).collect();
    let named = |column: &Column| is_name(column) && names_somebody(row.cell(column.index), column.meaning);
    if !layout.columns.iter().any(named) {
        let only_a_number = layout
            .columns
            .iter()
            .filter(filled)
            .all(|column| column.meaning == Number && !row.cell(column.index).text().contains(char::is_whitespace));
        let beyond = row.cells.len() > layout.columns.len();
        return Some(if only_a_number && !beyond {
            (Outcome::NotAPerson(Why::OnlyANumber), Vec::new())
        } else {
            (Outcome::NeedsALook(Why::NoName), names)
        });
    }
    let others = layout.columns.iter().any(|column| !is_name(column) && column.meaning != Ignore);
    let only_a_name = layout.columns.iter().filter(filled).all(is_name);
    (others && only_a_name).then_some((Outcome::NeedsALook(Why::OnlyAName), names))
}

fn is_name(column: &Column) -> bool {
    matches!(column.meaning, Name | GivenName | FamilyName | OwnScriptName | NameAndNationality | NameAndPassport)
}

fn names_somebody(cell: &Cell, meaning: Meaning) -> bool {
    let text = cell.text();
    let name = match meaning {
        NameAndNationality => cells::name_and_nationality(&text).0,
        NameAndPassport => cells::name_and_passport(&text).0,
        _ => text.into_owned(),
    };
    !cells::names(&name).is_empty()
}

/// A sum has a word and a few numbers; a person called Total has more to say.
fn is_short(row: &Row) -> bool {
    let words = row.cells.iter().filter(|cell| cell.text().chars().any(char::is_alphabetic)).count();
    words <= 2
}

/// Whether the cell says what only a person has: a sum or a signature has no birth and no phone.
fn is_of_a_person(cell: &Cell, meaning: Meaning) -> bool {
    if cell.is_empty() {
        return false;
    }
    let text = cell.text();
    match meaning {
        Birth | PlaceAndBirth => {
            matches!(cell, Cell::Date(_))
                || (birth::age(cell).is_none() && text.chars().filter(|c| base::text::digit(*c).is_some()).count() >= 4)
        }
        Sex => cells::sex_word(&text).is_some(),
        SexAndAge => cells::sex_and_age(&text).is_some_and(|(sex, _)| cells::sex_word(&sex).is_some()),
        Passport | Papers => paper::is_passport_number(&text),
        Phone => phones::is_phone(&text),
        _ => false,
    }
}

/// The columns of a row whose cells stand where they cannot belong, when that shows a row that slipped.
///
/// One odd cell alone is doubted where it is read; a row has slipped when two are odd, or when the cell
/// belongs next door and next door stands nothing that does.
fn shifted(row: &Row, layout: &Layout) -> Vec<usize> {
    let mut odd = Vec::new();
    for column in &layout.columns {
        let cell = row.cell(column.index);
        if !cell.is_empty() && is_checked(column.meaning) {
            odd.extend(kind(cell).filter(|kind| !fits(*kind, column.meaning)).map(|kind| (column, kind)));
        }
    }
    let belongs_next_door = |(column, kind): &(&Column, Kind)| {
        let neighbours = layout.columns.iter().filter(|c| c.index.abs_diff(column.index) == 1);
        neighbours.into_iter().any(|next| {
            let of_next = self::kind(row.cell(next.index));
            is_checked(next.meaning)
                && next.meaning != Name
                && fits(*kind, next.meaning)
                && of_next.is_none_or(|kind| !fits(kind, next.meaning))
        })
    };
    let is_shifted = odd.len() >= 2 || odd.iter().any(|one| one.0.meaning == Sex && belongs_next_door(one));
    if is_shifted { odd.iter().map(|(column, _)| column.index).collect() } else { Vec::new() }
}

/// What a cell is by its look alone; `None` for what may be anything.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Sex,
    Date,
    Passport,
    Phone,
}

fn kind(cell: &Cell) -> Option<Kind> {
    let text = match cell {
        Cell::Date(_) => return Some(Kind::Date),
        Cell::Text(text) if text.len() <= 40 => text.trim(),
        _ => return None,
    };
    let digits = text.chars().filter(|c| base::text::digit(*c).is_some()).count();
    match digits {
        0 if text.chars().count() > 2 => cells::sex_word(text).map(|_| Kind::Sex),
        0 => matches!(text, "M" | "F" | "m" | "f" | "男" | "女").then_some(Kind::Sex),
        1..=3 => None,
        _ if paper::is_passport_number(text) => Some(Kind::Passport),
        _ if text.starts_with('+') && phones::is_phone(text) => Some(Kind::Phone),
        _ if text.contains(['/', '.', '-']) && evidence::of(text).is_whole => Some(Kind::Date),
        _ => None,
    }
}

fn is_checked(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Name | GivenName | FamilyName | Nationality | Sex | Birth | Age | Passport | Phone | Entered | Reported
    )
}

fn fits(kind: Kind, meaning: Meaning) -> bool {
    match kind {
        // Nam, Ke and Boy are names too.
        Kind::Sex => matches!(meaning, Sex | Name | GivenName | FamilyName),
        Kind::Date => matches!(meaning, Birth | Age | Entered | Reported | Phone),
        Kind::Passport => matches!(meaning, Passport | Papers),
        Kind::Phone => meaning == Phone,
    }
}

/// The headings again, as on every printed page, or in a second language below the first.
fn repeats_headings(row: &Row, layout: &Layout) -> bool {
    // A birth, a phone number or a date in the row and it is a person's; most rows end here.
    if row.cells.iter().any(|cell| matches!(cell, Cell::Date(_))) {
        return false;
    }
    let texts = row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let alike = layout.columns.iter().filter(|column| {
        let cell = row.cell(column.index);
        let Cell::Text(text) = cell else { return false };
        let text = text.trim();
        // The lower of two headings stands alone when it is repeated.
        let lower = column.heading.rsplit(" / ").next().unwrap_or_default();
        let same =
            !text.is_empty() && (text.eq_ignore_ascii_case(column.heading.trim()) || text.eq_ignore_ascii_case(lower));
        // Figures never stand in a heading, but for "under 18" and the like.
        same || (column.meaning != Ignore
            && !text.contains(|c| base::text::digit(c).is_some())
            && !is_of_a_person(cell, column.meaning)
            && headings::exact(&Words::of(text)) == Some(column.meaning))
    });
    let alike = alike.count();
    alike >= 2 && alike * 5 >= texts * 3
}
