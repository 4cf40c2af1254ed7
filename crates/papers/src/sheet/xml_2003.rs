//! XML Spreadsheet 2003, a single file that Excel wrote beside .xls and that many offices' systems still
//! write and call .xls.

use super::clean::add;
use super::grid::Grid;
use super::xml::{Element, Event, Events};
use super::{Area, Cell, ListError, Sheet, Tally};

pub fn read(text: &str, tally: &mut Tally) -> Result<Vec<Sheet>, ListError> {
    let mut events = Events::of(text.as_bytes());
    let mut sheets: Vec<Sheet> = Vec::new();
    let (mut name, mut of_visibility, mut whole) = (String::new(), false, false);
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) => match element.name {
                "Worksheet" => name = element.attribute("Name").unwrap_or_default().into_owned(),
                "Table" => sheets.push(table(&mut events, &name, tally)?),
                "Visible" => of_visibility = true,
                _ => {}
            },
            // "SheetHidden" or "SheetVeryHidden", said after the sheet's cells.
            Event::Text(text) if of_visibility && text.contains("Hidden") => {
                if let Some(sheet) = sheets.last_mut() {
                    sheet.hidden = true;
                }
            }
            Event::Text(_) => {}
            Event::Close("Visible") => of_visibility = false,
            Event::Close(closed) => whole |= closed == "Workbook",
        }
    }
    if whole { Ok(sheets) } else { Err(ListError::Damaged) }
}

fn table(events: &mut Events<&[u8]>, name: &str, tally: &mut Tally) -> Result<Sheet, ListError> {
    let mut grid = Grid::new(tally);
    let (mut row, mut column) = (0u32, 0usize);
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) => match element.name {
                "Row" => {
                    row = element.number("Index").unwrap_or(row.saturating_add(1));
                    column = 0;
                    grid.row(row)?;
                    if element.is("Hidden", &["1"]) {
                        grid.hide();
                    }
                }
                "Cell" => {
                    column = element.number::<usize>("Index").map_or(column, |index| index.saturating_sub(1));
                    let area = area(&element, row, column);
                    grid.join(area);
                    grid.put(column, value(events))?;
                    column = area.last_column.saturating_add(1);
                }
                _ => {}
            },
            Event::Close("Row") => grid.end_row(1)?,
            Event::Close("Table") => return grid.finish(name, false),
            _ => {}
        }
    }
    Err(ListError::Damaged)
}

/// A cell and those that are joined to it on its right and below.
fn area(cell: &Element, row: u32, column: usize) -> Area {
    Area {
        first_row: row,
        last_row: row.saturating_add(cell.number("MergeDown").unwrap_or(0)),
        first_column: column,
        last_column: column.saturating_add(cell.number("MergeAcross").unwrap_or(0)),
    }
}

/// Reads on to the end of a cell; comments are left out.
fn value(events: &mut Events<&[u8]>) -> Cell {
    let (mut text, mut kind, mut inside) = (String::new(), String::new(), false);
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) => match element.name {
                "Data" => {
                    kind = element.attribute("Type").unwrap_or_default().into_owned();
                    inside = true;
                }
                "Comment" => events.skip("Comment"),
                "PhoneticText" => events.skip("PhoneticText"),
                _ => {}
            },
            Event::Text(part) if inside => add(&mut text, &part),
            Event::Close("Data") => inside = false,
            Event::Close("Cell") => break,
            _ => {}
        }
    }
    match &*kind {
        "Number" => match text.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(number) => Cell::Number(number),
            None => Cell::text_of(&text),
        },
        "DateTime" => match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Cell::Date(day),
            None => Cell::text_of(&text),
        },
        "Boolean" => Cell::truth(text.trim() == "1"),
        "Error" => Cell::Empty,
        _ => Cell::text_of(&text),
    }
}
