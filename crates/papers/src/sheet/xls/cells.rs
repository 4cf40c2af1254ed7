//! The cells of one XLS sheet.

use super::book::{Globals, Tab};
use super::records::{BOF, EOF, Record, Records};
use crate::sheet::bytes::{f64_at, u16_at, u32_at};
use crate::sheet::grid::Grid;
use crate::sheet::{Area, Cell, ListError, Sheet, Tally};
use std::collections::HashSet;

/// Reads a sheet from where the workbook says that it begins, at most so many bytes.
pub fn read(
    stream: &[u8],
    tab: &Tab,
    globals: &Globals,
    tally: &mut Tally,
    left: &mut usize,
) -> Result<Sheet, ListError> {
    let mut records = Records::from(stream, tab.at);
    if records.next()?.kind != BOF {
        return Err(ListError::Damaged);
    }
    let mut reader = Reader { grid: Grid::new(tally), globals, hidden: HashSet::new(), awaits_text: None };
    // Charts lie inside a sheet, with a beginning and an end of their own.
    let mut depth = 1;
    while depth > 0 {
        let record = records.next()?;
        *left = left.checked_sub(4 + record.body.len()).ok_or(ListError::Damaged)?;
        match record.kind {
            BOF => depth += 1,
            EOF => depth -= 1,
            _ if depth == 1 => reader.see(record, &mut records)?,
            _ => {}
        }
    }
    reader.grid.finish(&tab.name, tab.hidden)
}

struct Reader<'t, 'g> {
    grid: Grid<'t>,
    globals: &'g Globals,
    hidden: HashSet<u32>,
    /// The cell of a formula whose text stands in a record of its own.
    awaits_text: Option<(u16, u16)>,
}

impl Reader<'_, '_> {
    fn see<'a>(&mut self, record: Record<'a>, records: &mut Records<'a>) -> Result<(), ListError> {
        let body = record.body;
        let (row, column) = (u16_at(body, 0), u16_at(body, 2));
        let style = usize::from(u16_at(body, 4));
        match record.kind {
            0x0208 if u16_at(body, 12) & 0x20 != 0 => {
                self.hidden.insert(u32::from(row) + 1);
                Ok(())
            }
            0x0203 if body.len() >= 14 => self.number(row, column, style, f64_at(body, 6)),
            0x027e if body.len() >= 10 => self.number(row, column, style, short_number(u32_at(body, 6))),
            0x00bd => self.many(row, column, body),
            0x00fd => {
                let string = self.globals.strings.cell(u32_at(body, 6) as usize);
                self.put(row, column, string)
            }
            // Letters in several colours are followed by their colours, which do not matter.
            0x0204 | 0x00d6 => {
                let pieces = records.continued(body.get(6..).unwrap_or_default());
                let text = self.globals.letters.read(&pieces, 2).ok_or(ListError::Damaged)?;
                self.put(row, column, Cell::text_of(&text))
            }
            // A logical value; an error in a formula says nothing of the person.
            0x0205 if u16_at(body, 6) >> 8 == 0 => self.put(row, column, Cell::truth(u16_at(body, 6) & 1 == 1)),
            0x0006 | 0x0206 | 0x0406 => self.formula(row, column, style, body),
            0x0207 => {
                let pieces = records.continued(body);
                match self.awaits_text.take() {
                    Some((row, column)) => {
                        let text = self.globals.letters.read(&pieces, 2).ok_or(ListError::Damaged)?;
                        self.put(row, column, Cell::text_of(&text))
                    }
                    None => Ok(()),
                }
            }
            0x00e5 => {
                self.join(body);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn put(&mut self, row: u16, column: u16, cell: Cell) -> Result<(), ListError> {
        if cell.is_empty() {
            return Ok(());
        }
        let number = u32::from(row) + 1;
        self.grid.row(number)?;
        if self.hidden.contains(&number) {
            self.grid.hide();
        }
        self.grid.put(usize::from(column), cell)
    }

    fn number(&mut self, row: u16, column: u16, style: usize, number: f64) -> Result<(), ListError> {
        self.put(row, column, self.globals.styles.cell(style, number))
    }

    /// Numbers side by side: after the row and the first column, a style and a number each.
    fn many(&mut self, row: u16, first: u16, body: &[u8]) -> Result<(), ListError> {
        let cells = body.get(4..body.len().saturating_sub(2)).unwrap_or_default();
        for (column, cell) in (first..=u16::MAX).zip(cells.chunks_exact(6)) {
            self.number(row, column, usize::from(u16_at(cell, 0)), short_number(u32_at(cell, 2)))?;
        }
        Ok(())
    }

    /// The value that was saved with a formula: a number, or something else that says so.
    fn formula(&mut self, row: u16, column: u16, style: usize, body: &[u8]) -> Result<(), ListError> {
        self.awaits_text = None;
        if u16_at(body, 12) != u16::MAX {
            return self.number(row, column, style, f64_at(body, 6));
        }
        match body.get(6) {
            Some(0) => {
                self.awaits_text = Some((row, column));
                Ok(())
            }
            Some(1) => self.put(row, column, Cell::truth(body.get(8) == Some(&1))),
            _ => Ok(()),
        }
    }

    fn join(&mut self, body: &[u8]) {
        for area in body.get(2..).unwrap_or_default().chunks_exact(8).take(usize::from(u16_at(body, 0))) {
            self.grid.join(Area {
                first_row: u32::from(u16_at(area, 0)) + 1,
                last_row: u32::from(u16_at(area, 2)) + 1,
                first_column: usize::from(u16_at(area, 4)),
                last_column: usize::from(u16_at(area, 6)),
            });
        }
    }
}

/// A number of 30 bits: a whole one or the upper part of a long one, and either may be in hundredths.
fn short_number(bits: u32) -> f64 {
    let number =
        if bits & 2 == 2 { f64::from(bits.cast_signed() >> 2) } else { f64::from_bits(u64::from(bits & !3) << 32) };
    if bits & 1 == 1 { number / 100.0 } else { number }
}
