//! The cells of one ODS row.

use crate::sheet::clean::add;
use crate::sheet::grid::Grid;
use crate::sheet::xml::{Element, Event, Events};
use crate::sheet::{Area, COLUMNS, Cell, ListError};
use std::io::Read;

/// Reads on to the end of the row that was just opened.
pub fn read<R: Read>(events: &mut Events<R>, grid: &mut Grid, number: u32) -> Result<(), ListError> {
    let mut column = 0usize;
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) if matches!(element.name, "table-cell" | "covered-table-cell") => {
                let head = Head::of(&element);
                let end = element.name.len();
                if let Some(area) = head.area(number, column) {
                    grid.join(area);
                }
                let text = text(events, if end == "table-cell".len() { "table-cell" } else { "covered-table-cell" });
                let times = head.times;
                let cell = head.cell(&text);
                if !cell.is_empty() {
                    // One more than the bound is enough to break it.
                    for column in (column..column.saturating_add(times)).take(COLUMNS + 1) {
                        grid.put(column, cell.clone())?;
                    }
                }
                column = column.saturating_add(times);
            }
            Event::Close("table-row") => break,
            _ => {}
        }
    }
    Ok(())
}

/// What a cell says of itself before its text.
struct Head {
    times: usize,
    rows: u32,
    columns: usize,
    value: Value,
}

enum Value {
    /// As the text stands there.
    Text,
    Said(Cell),
}

impl Head {
    fn of(cell: &Element) -> Self {
        let kind = cell.attribute("value-type");
        let number = |name: &str| {
            let number = cell.number::<f64>(name).filter(|number| number.is_finite());
            number.map_or(Value::Text, |number| Value::Said(Cell::Number(number)))
        };
        let value = match kind.as_deref() {
            Some("float" | "percentage" | "currency") => number("value"),
            Some("date") => {
                let day = cell.attribute("date-value").and_then(|day| day.get(..10)?.parse().ok());
                day.map_or(Value::Text, |day| Value::Said(Cell::Date(day)))
            }
            Some("time") => {
                let time = cell.attribute("time-value").and_then(|time| days(&time));
                time.map_or(Value::Text, |days| Value::Said(Cell::Number(days)))
            }
            Some("boolean") => Value::Said(Cell::truth(cell.is("boolean-value", &["true"]))),
            // An error in a formula says nothing of the person. It names itself a text, and an error
            // under the same name in another vocabulary.
            _ if cell.says("value-type", "error") => Value::Said(Cell::Empty),
            _ => match cell.attribute("string-value") {
                Some(text) => Value::Said(Cell::text_of(&text)),
                None => Value::Text,
            },
        };
        Self {
            times: cell.number("number-columns-repeated").unwrap_or(1).max(1),
            rows: cell.number("number-rows-spanned").unwrap_or(1).max(1),
            columns: cell.number("number-columns-spanned").unwrap_or(1).max(1),
            value,
        }
    }

    fn area(&self, number: u32, column: usize) -> Option<Area> {
        (self.rows > 1 || self.columns > 1).then(|| Area {
            first_row: number,
            last_row: number.saturating_add(self.rows - 1),
            first_column: column,
            last_column: column.saturating_add(self.columns - 1),
        })
    }

    fn cell(self, text: &str) -> Cell {
        match self.value {
            Value::Text => Cell::text_of(text),
            Value::Said(cell) => cell,
        }
    }
}

/// A cell's paragraphs, a line each. Comments, pictures and readings beside letters are left out.
fn text<R: Read>(events: &mut Events<R>, end: &str) -> String {
    let mut text = String::new();
    let mut paragraphs = 0usize;
    let mut inside = 0usize;
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) => match element.name {
                "p" | "h" => {
                    if paragraphs > 0 {
                        add(&mut text, "\n");
                    }
                    paragraphs += 1;
                    inside += 1;
                }
                "s" => {
                    let spaces: usize = element.number("c").unwrap_or(1);
                    add(&mut text, &" ".repeat(spaces.min(100)));
                }
                "tab" => add(&mut text, "\t"),
                "line-break" => add(&mut text, "\n"),
                "annotation" => events.skip("annotation"),
                "frame" => events.skip("frame"),
                "ruby-text" => events.skip("ruby-text"),
                "table" => events.skip("table"),
                _ => {}
            },
            Event::Text(part) if inside > 0 => add(&mut text, &part),
            Event::Close("p" | "h") => inside = inside.saturating_sub(1),
            Event::Close(closed) if closed == end => break,
            _ => {}
        }
    }
    text
}

/// The days of "PT10H30M00S": half past ten is 0.4375, as other spreadsheet files have it.
fn days(duration: &str) -> Option<f64> {
    let time = duration.strip_prefix("PT")?;
    let mut seconds = 0.0;
    let mut number = String::new();
    for c in time.chars() {
        let unit = match c {
            'H' => 3_600.0,
            'M' => 60.0,
            'S' => 1.0,
            c => {
                number.push(if c == ',' { '.' } else { c });
                continue;
            }
        };
        seconds += std::mem::take(&mut number).parse::<f64>().ok().filter(|value| value.is_finite())? * unit;
    }
    Some(seconds / 86_400.0)
}
