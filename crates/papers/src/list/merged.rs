//! Cells merged down several rows: the value holds for each of them.

use super::{Layout, Meaning};
use crate::sheet::{Cell, Row, Sheet};
use std::borrow::Cow;
use std::collections::HashMap;

pub struct Merged {
    /// The cells that a row has from one above it.
    of_row: HashMap<u32, Vec<(usize, Cell)>>,
}

impl Merged {
    /// A passport is one person's, so its number is not handed down.
    pub fn of(sheet: &Sheet, layout: &Layout) -> Merged {
        let mut of_row: HashMap<u32, Vec<(usize, Cell)>> = HashMap::new();
        let is_paper = |index: usize| {
            layout.columns.iter().any(|c| c.index == index && matches!(c.meaning, Meaning::Passport | Meaning::Papers))
        };
        for area in sheet.merged.iter().filter(|area| area.last_row > area.first_row) {
            let column = area.first_column;
            let Ok(at) = sheet.rows.binary_search_by_key(&area.first_row, |row| row.number) else { continue };
            let cell = sheet.rows[at].cell(column);
            if cell.is_empty() || is_paper(column) || Some(area.first_row) <= layout.header {
                continue;
            }
            // Only rows with content of their own are read, so only these need the cell.
            let below = sheet.rows[at + 1..].iter().take_while(|row| row.number <= area.last_row);
            for row in below.filter(|row| row.cell(column).is_empty()) {
                of_row.entry(row.number).or_default().push((column, cell.clone()));
            }
        }
        Merged { of_row }
    }

    pub fn whole<'a>(&self, row: &'a Row) -> Cow<'a, Row> {
        let Some(cells) = self.of_row.get(&row.number) else { return Cow::Borrowed(row) };
        let mut row = row.clone();
        for (column, cell) in cells {
            if row.cells.len() <= *column {
                row.cells.resize(column + 1, Cell::Empty);
            }
            row.cells[*column] = cell.clone();
        }
        Cow::Owned(row)
    }
}
