//! The cells of one XLSX sheet.

use super::strings::Text;
use super::{Tab, Values};
use crate::sheet::grid::Grid;
use crate::sheet::xml::{Element, Event, Events};
use crate::sheet::zip::Part;
use crate::sheet::{Area, Cell, ListError, Sheet, Tally};

pub fn read(mut events: Events<Part>, values: &Values, tab: &Tab, tally: &mut Tally) -> Result<Sheet, ListError> {
    let mut grid = Grid::new(tally);
    let mut number = 0u32;
    let mut column = 0usize;
    let (mut begun, mut ended) = (false, false);
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) => match element.name {
                "sheetData" => begun = true,
                "row" => {
                    number = element.number("r").unwrap_or(number.saturating_add(1));
                    grid.row(number)?;
                    if element.is("hidden", &["1", "true"]) {
                        grid.hide();
                    }
                    column = 0;
                }
                "c" => {
                    let cell = Head::of(&element);
                    column = cell.column.unwrap_or(column);
                    let value = value(&cell, &mut events, values);
                    grid.put(column, value)?;
                    column = column.saturating_add(1);
                }
                "mergeCell" => {
                    if let Some(area) = element.attribute("ref").and_then(|reference| area(&reference)) {
                        grid.join(area);
                    }
                }
                _ => {}
            },
            Event::Close("row") => grid.end_row(1)?,
            Event::Close("sheetData") => ended = true,
            _ => {}
        }
    }
    events.whole()?;
    // A sheet that breaks off would be taken for one with fewer people.
    if begun != ended {
        return Err(ListError::Damaged);
    }
    grid.finish(&tab.name, tab.hidden)
}

/// What a cell says of itself before its value.
struct Head {
    column: Option<usize>,
    style: usize,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Shared,
    Error,
    Bool,
    Day,
    Text,
    Number,
}

impl Head {
    fn of(cell: &Element) -> Self {
        let kind = match cell.attribute("t").as_deref() {
            Some("s") => Kind::Shared,
            Some("e") => Kind::Error,
            Some("b") => Kind::Bool,
            Some("d") => Kind::Day,
            Some("str" | "inlineStr") => Kind::Text,
            _ => Kind::Number,
        };
        let column = cell.attribute("r").and_then(|reference| Some(place(&reference)?.0));
        Self { column, style: cell.number("s").unwrap_or(0), kind }
    }
}

/// Reads on to the end of a cell.
fn value(cell: &Head, events: &mut Events<Part>, values: &Values) -> Cell {
    let mut text = Text::default();
    while let Some(event) = events.next() {
        if let Event::Close("c") = event {
            break;
        }
        text.see(&event);
    }
    let raw = text.raw().trim();
    match cell.kind {
        Kind::Shared => raw.parse().map_or(Cell::Empty, |number| values.strings.cell(number)),
        // An error in a formula says nothing of the person.
        Kind::Error => Cell::Empty,
        Kind::Bool => Cell::truth(matches!(raw, "1" | "true")),
        Kind::Day => raw.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| text.cell(), Cell::Date),
        Kind::Text => text.cell(),
        Kind::Number => match raw.parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(number) => values.styles.cell(cell.style, number),
            None => text.cell(),
        },
    }
}

/// "B2:D4".
fn area(reference: &str) -> Option<Area> {
    let (first, last) = reference.split_once(':').unwrap_or((reference, reference));
    let ((first_column, first_row), (last_column, last_row)) = (place(first)?, place(last)?);
    Some(Area { first_row, last_row, first_column, last_column })
}

/// The column, from 0, and the row of "AB12".
fn place(reference: &str) -> Option<(usize, u32)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let mut column = 0usize;
    for letter in reference[..letters].bytes() {
        column = column.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    Some((column.checked_sub(1)?, reference[letters..].parse().unwrap_or(0)))
}
