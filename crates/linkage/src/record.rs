//! What the index keeps of one entry.

use crate::dictionary::Dictionary;

pub(crate) struct Record {
    /// Ids of the names' words, a [`NEXT_NAME`] between names, then of the words.
    pub ids: Box<[u32]>,
    pub name_ids: u32,
    pub joined: u32,
    pub numbers: u32,
}

/// Stands between the words of two names.
pub(crate) const NEXT_NAME: u32 = u32::MAX;

/// Parts the names of a joined line, and opens every number of a number line.
pub(crate) const PART: char = '\u{1f}';

/// How a query run together fits into names run together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fit {
    Whole,
    Words,
    Begins,
}

impl Record {
    pub fn names(&self) -> &[u32] {
        &self.ids[..self.name_ids as usize]
    }

    pub fn words(&self) -> &[u32] {
        &self.ids[self.name_ids as usize..]
    }

    pub fn names_mut(&mut self) -> &mut [u32] {
        &mut self.ids[..self.name_ids as usize]
    }

    pub fn words_mut(&mut self) -> &mut [u32] {
        &mut self.ids[self.name_ids as usize..]
    }

    /// How a place in the names run together lies to their words: `None`
    /// if no word starts there, or if it does not reach beyond that word.
    pub fn fit(&self, dictionary: &Dictionary, offset: usize, length: usize) -> Option<Fit> {
        let end = offset + length;
        let (mut at, mut name_start, mut starts) = (0, 0, false);
        for (index, id) in self.names().iter().enumerate() {
            if at > offset && !starts {
                return None;
            }
            if *id == NEXT_NAME {
                at += PART.len_utf8();
                name_start = at;
                continue;
            }
            let first = at == offset;
            starts |= first;
            at += dictionary.length(*id);
            if starts && at >= end {
                let name_ends = self.names().get(index + 1).is_none_or(|next| *next == NEXT_NAME);
                return match at == end {
                    _ if first => None,
                    true if name_start == offset && name_ends => Some(Fit::Whole),
                    true => Some(Fit::Words),
                    false => Some(Fit::Begins),
                };
            }
        }
        None
    }
}
