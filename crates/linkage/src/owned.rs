//! Lines of which each belongs to one slot: numbers, and names run together.
//! Hardly two entries share such a line, so a dictionary would save nothing.

use crate::lines::Lines;
use crate::record::Record;
use memchr::memmem::Finder;

/// Stands for a line that was not needed.
const NO_LINE: u32 = u32::MAX;

/// The slot of a wiped line.
const NOBODY: u32 = u32::MAX;

#[derive(Default)]
pub(crate) struct Owned {
    lines: Lines,
    slots: Vec<u32>,
}

impl Owned {
    /// Appends the slot's line and returns its number; an empty line needs none.
    pub fn push(&mut self, line: &str, slot: u32) -> u32 {
        if line.is_empty() {
            return NO_LINE;
        }
        self.slots.push(slot);
        self.lines.push(line.as_bytes())
    }

    pub fn wipe(&mut self, line: u32) {
        if line != NO_LINE {
            self.slots[line as usize] = NOBODY;
            self.lines.wipe(line);
        }
    }

    /// Visits every place of the needle: the slot, the line and the byte in it.
    pub fn scan(&self, needle: &str, mut visit: impl FnMut(u32, &[u8], usize)) {
        self.lines.scan(needle.as_bytes(), |place| {
            visit(self.slots[place.line as usize], self.lines.line(place.line), place.offset as usize);
        });
    }

    /// Visits every place of the needle in one line: the line and the byte in it.
    pub fn scan_line(&self, line: u32, needle: &Finder, mut visit: impl FnMut(usize)) {
        if line != NO_LINE {
            needle.find_iter(self.lines.line(line)).for_each(&mut visit);
        }
    }

    /// Drops the gaps if they are most of the text. `line_of` names the field
    /// in which a record keeps its line here.
    pub fn compact(&mut self, records: &mut [Option<Record>], line_of: impl Fn(&mut Record) -> &mut u32) {
        if !self.lines.is_worn() {
            return;
        }
        let mut fresh = Owned::default();
        for (number, slot) in self.slots.iter().enumerate().filter(|(_, slot)| **slot != NOBODY) {
            let line = fresh.lines.push(self.lines.line(number as u32));
            fresh.slots.push(*slot);
            if let Some(record) = &mut records[*slot as usize] {
                *line_of(record) = line;
            }
        }
        *self = fresh;
    }

    pub fn heap_bytes(&self) -> usize {
        self.lines.heap_bytes() + 4 * self.slots.capacity()
    }
}
