//! The texts that a workbook writes once and its cells name by number, end to end in one piece of memory: a
//! list may have a million of them.

use super::{Cell, ListError, Tally};

#[derive(Default)]
pub struct Shared {
    text: String,
    /// Where each text ends and the next begins.
    ends: Vec<u32>,
}

impl Shared {
    pub fn push(&mut self, cell: &Cell, tally: &mut Tally) -> Result<(), ListError> {
        let text = cell.text();
        tally.take(text.len() + size_of::<u32>())?;
        self.text.push_str(&text);
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| ListError::TooMuchText)?);
        Ok(())
    }

    /// The cell with this text; an empty one for a number that no text has.
    pub fn cell(&self, number: usize) -> Cell {
        let Some(end) = self.ends.get(number) else {
            return Cell::Empty;
        };
        let begin = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let text = &self.text[begin..*end as usize];
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
}
