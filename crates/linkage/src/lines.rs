//! Short lines in one contiguous text that is searched by machine words.
//!
//! Invariant: a line is found by `scan` exactly if its bytes contain the
//! needle. The text is cut into blocks, and each block knows which groups of
//! four bytes occur in it, so that a scan reads only the blocks that can hold
//! the needle; a group that was removed stays known, which costs time only.

use memchr::memmem::Finder;

/// Opens every line and closes the text. No folded text contains it.
pub(crate) const BREAK: u8 = b'\n';

const BLOCK: usize = 1024;
const SIGNATURE_BITS: usize = 8192;
const SIGNATURE_WORDS: usize = SIGNATURE_BITS / 64;

pub(crate) struct Lines {
    text: Vec<u8>,
    /// Where each line's own bytes begin, just behind its break.
    starts: Vec<u32>,
    /// The first line that begins in each block.
    block_lines: Vec<u32>,
    signatures: Vec<u64>,
    removed_bytes: usize,
}

/// One place where the needle stands: the line, and the byte within it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub line: u32,
    /// -1 if the needle begins with the break before the line.
    pub offset: i32,
}

impl Default for Lines {
    fn default() -> Self {
        Lines {
            text: vec![BREAK],
            starts: Vec::new(),
            block_lines: Vec::new(),
            signatures: Vec::new(),
            removed_bytes: 0,
        }
    }
}

impl Lines {
    /// Appends a line and returns its number; numbers count up from 0.
    pub fn push(&mut self, line: &[u8]) -> u32 {
        let number = self.starts.len() as u32;
        let start = self.text.len();
        self.starts.push(start as u32);
        self.text.extend_from_slice(line);
        self.text.push(BREAK);
        // The block of a line is that of the break before it.
        let block = (start - 1) / BLOCK;
        while self.block_lines.len() <= block {
            self.block_lines.push(number);
            self.signatures.extend([0; SIGNATURE_WORDS]);
        }
        let signature = &mut self.signatures[block * SIGNATURE_WORDS..][..SIGNATURE_WORDS];
        for group in self.text[start - 1..].windows(4) {
            let bit = group_bit(group);
            signature[bit / 64] |= 1 << (bit % 64);
        }
        number
    }

    pub fn line(&self, number: u32) -> &[u8] {
        let start = self.starts[number as usize] as usize;
        let end = match self.starts.get(number as usize + 1) {
            Some(next) => *next as usize - 1,
            None => self.text.len() - 1,
        };
        &self.text[start..end]
    }

    /// Overwrites the line, so that nothing of it remains in the text.
    pub fn wipe(&mut self, number: u32) {
        let start = self.starts[number as usize] as usize;
        let length = self.line(number).len();
        self.text[start..start + length].fill(0);
        self.removed_bytes += length + 1;
    }

    /// True if so much was wiped that writing the rest anew is worth it.
    pub fn is_worn(&self) -> bool {
        self.removed_bytes > 64 * 1024 && self.removed_bytes * 2 > self.text.len()
    }

    /// Visits every place of the needle, which may begin with a break.
    pub fn scan(&self, needle: &[u8], mut visit: impl FnMut(Place)) {
        if needle.is_empty() {
            return;
        }
        let bits: Vec<usize> = needle.windows(4).map(group_bit).collect();
        let finder = Finder::new(needle);
        let blocks = self.block_lines.len();
        let mut block = 0;
        while block < blocks {
            if !self.may_hold(block, &bits) {
                block += 1;
                continue;
            }
            // Neighbouring blocks are read in one go.
            let mut end = block + 1;
            while end < blocks && self.may_hold(end, &bits) {
                end += 1;
            }
            self.scan_blocks(block, end, &finder, &mut visit);
            block = end;
        }
    }

    fn may_hold(&self, block: usize, bits: &[usize]) -> bool {
        let signature = &self.signatures[block * SIGNATURE_WORDS..][..SIGNATURE_WORDS];
        bits.iter().all(|bit| signature[bit / 64] & (1 << (bit % 64)) != 0)
    }

    fn scan_blocks(&self, block: usize, end: usize, finder: &Finder, visit: &mut impl FnMut(Place)) {
        let mut line = self.block_lines[block] as usize;
        let last = self.block_lines.get(end).map_or(self.starts.len(), |line| *line as usize);
        if line == last {
            return;
        }
        let from = self.starts[line] as usize - 1;
        let to = self.starts.get(last).map_or(self.text.len(), |start| *start as usize);
        let mut at = from;
        while let Some(found) = finder.find(&self.text[at..to]) {
            let place = at + found;
            line = self.line_at(line, last, place as u32 + 1);
            visit(Place { line: line as u32, offset: place as i32 - self.starts[line] as i32 });
            // Not behind the needle: in "banana" the second "ana" counts too.
            at = place + 1;
        }
    }

    /// The line that holds the byte, sought from `line` by doubling steps
    /// because the next place is most often near.
    fn line_at(&self, line: usize, last: usize, byte: u32) -> usize {
        let mut step = 1;
        while line + step < last && self.starts[line + step] <= byte {
            step *= 2;
        }
        let end = (line + step).min(last);
        line + self.starts[line..end].partition_point(|start| *start <= byte).max(1) - 1
    }

    pub fn heap_bytes(&self) -> usize {
        self.text.capacity()
            + 4 * (self.starts.capacity() + self.block_lines.capacity())
            + 8 * self.signatures.capacity()
    }
}

fn group_bit(group: &[u8]) -> usize {
    let value = u32::from_le_bytes([group[0], group[1], group[2], group[3]]);
    (value.wrapping_mul(0x9e37_79b1) >> 19) as usize % SIGNATURE_BITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(lines: &Lines, needle: &str) -> Vec<(u32, i32)> {
        let mut places = Vec::new();
        lines.scan(needle.as_bytes(), |place| places.push((place.line, place.offset)));
        places
    }

    #[test]
    fn a_wiped_line_is_gone_and_the_others_stay() {
        let mut lines = Lines::default();
        lines.push(b"hana");
        lines.push(b"banana");
        assert_eq!(places(&lines, "ana"), [(0, 1), (1, 1), (1, 3)]);
        assert_eq!(places(&lines, "\nban"), [(1, -1)]);
        lines.wipe(1);
        assert_eq!(places(&lines, "ana"), [(0, 1)]);
        assert!(!lines.text.windows(3).any(|bytes| bytes == b"ban"));
    }

    proptest! {
        #[test]
        fn a_scan_finds_what_reading_every_line_finds(
            words in prop::collection::vec("[ab]{0,9}|[a-z]{0,40}|[c]{1500}", 1..200),
            needle in "[a-c]{1,6}",
        ) {
            let mut lines = Lines::default();
            for word in &words {
                lines.push(word.as_bytes());
            }
            let mut expected = Vec::new();
            for (number, word) in words.iter().enumerate() {
                for at in 0..word.len() {
                    if word[at..].starts_with(&needle) {
                        expected.push((number as u32, at as i32));
                    }
                }
            }
            prop_assert_eq!(places(&lines, &needle), expected);
        }
    }
}
