//! The small file system inside an .xls file (MS-CFB): streams by name, each a chain of sectors. Also what
//! a locked .xlsx file is wrapped in.
//!
//! Chains may run in circles and sizes may lie; nothing that is read is larger than the file itself.

use super::ListError;
use super::bytes::{u16_at, u32_at, u64_at};

pub const SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Numbers from here on are no sectors; the last of a chain is one.
const NO_SECTOR: u32 = 0xffff_fffa;
const NO_ENTRY: u32 = 0xffff_ffff;
const STREAM: u8 = 2;
const ENTRY: usize = 128;

pub struct Ole<'a> {
    bytes: &'a [u8],
    /// The size of a sector, as a power of two.
    shift: u32,
    next: Vec<u32>,
    short_next: Vec<u32>,
    short_sectors: Vec<u8>,
    /// Streams shorter than this lie in the short sectors.
    short_below: u64,
    directory: Vec<u8>,
}

impl<'a> Ole<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ListError> {
        let shift = u32::from(u16_at(bytes, 30));
        if !bytes.starts_with(&SIGNATURE) || bytes.len() < 512 || !matches!(shift, 9 | 12) {
            return Err(ListError::Damaged);
        }
        let mut ole = Self {
            bytes,
            shift,
            next: Vec::new(),
            short_next: Vec::new(),
            short_sectors: Vec::new(),
            short_below: u64::from(u32_at(bytes, 56)),
            directory: Vec::new(),
        };
        ole.next = ole.table();
        ole.directory = ole.chain(u32_at(bytes, 48));
        ole.short_next = numbers(&ole.chain(u32_at(bytes, 60))).collect();
        let root = Entry(ole.directory.get(..ENTRY).ok_or(ListError::Damaged)?);
        ole.short_sectors = ole.chain(root.begins());
        Ok(ole)
    }

    /// Whether there is anything of this name, wherever in the file.
    pub fn has(&self, name: &str) -> bool {
        self.entries().any(|entry| entry.is(name))
    }

    /// The stream of this name at the top; embedded files have their own.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, ListError> {
        let Some(entry) = self.at_the_top().into_iter().find(|entry| entry.is(name) && entry.kind() == STREAM) else {
            return Ok(None);
        };
        let long_sizes = u16_at(self.bytes, 26) >= 4;
        let size = if long_sizes { u64_at(entry.0, 120) } else { u64::from(u32_at(entry.0, 120)) };
        let mut stream =
            if size < self.short_below { self.short_chain(entry.begins()) } else { self.chain(entry.begins()) };
        // The last sector may be cut where the stream ends, never before.
        let size = usize::try_from(size).ok().filter(|size| *size <= stream.len()).ok_or(ListError::Damaged)?;
        stream.truncate(size);
        Ok(Some(stream))
    }

    fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.directory.chunks_exact(ENTRY).map(Entry)
    }

    /// The entries of the root, which hang together as a tree.
    fn at_the_top(&self) -> Vec<Entry<'_>> {
        let entries: Vec<Entry> = self.entries().collect();
        let mut seen = vec![false; entries.len()];
        let mut open = entries.first().map(|root| u32_at(root.0, 76)).into_iter().collect::<Vec<_>>();
        let mut found = Vec::new();
        while let Some(number) = open.pop() {
            let at = number as usize;
            if number == NO_ENTRY || at >= entries.len() || std::mem::replace(&mut seen[at], true) {
                continue;
            }
            found.push(entries[at]);
            open.extend([u32_at(entries[at].0, 68), u32_at(entries[at].0, 72)]);
        }
        found
    }

    /// Which sector follows which, put together from the sectors that say so.
    fn table(&self) -> Vec<u32> {
        let most = self.bytes.len() >> self.shift;
        let mut sectors: Vec<u32> = numbers(&self.bytes[76..512]).take_while(|sector| *sector < NO_SECTOR).collect();
        let mut more = u32_at(self.bytes, 68);
        while more < NO_SECTOR && sectors.len() <= most {
            let mut listed: Vec<u32> = numbers(self.sector(more)).collect();
            more = listed.pop().unwrap_or(NO_SECTOR);
            let before = sectors.len();
            sectors.extend(listed.into_iter().take_while(|sector| *sector < NO_SECTOR));
            if sectors.len() == before {
                break;
            }
        }
        sectors.into_iter().take(most).flat_map(|sector| numbers(self.sector(sector))).take(most + 1).collect()
    }

    /// A sector, or as much of it as the file has.
    fn sector(&self, number: u32) -> &'a [u8] {
        let begin = (number as usize).saturating_add(1).saturating_mul(1 << self.shift);
        let end = begin.saturating_add(1 << self.shift).min(self.bytes.len());
        self.bytes.get(begin..end).unwrap_or_default()
    }

    fn chain(&self, first: u32) -> Vec<u8> {
        follow(&self.next, first).flat_map(|sector| self.sector(sector)).copied().take(self.bytes.len()).collect()
    }

    fn short_chain(&self, first: u32) -> Vec<u8> {
        let sector = |number: u32| {
            let begin = (number as usize).saturating_mul(64);
            self.short_sectors.get(begin..(begin + 64).min(self.short_sectors.len())).unwrap_or_default()
        };
        follow(&self.short_next, first).flat_map(sector).copied().take(self.bytes.len()).collect()
    }
}

/// The sectors of a chain; one that runs in a circle ends after as many as there are.
fn follow(next: &[u32], first: u32) -> impl Iterator<Item = u32> + '_ {
    let after = |sector: &u32| next.get(*sector as usize).copied().filter(|sector| *sector < NO_SECTOR);
    std::iter::successors(Some(first).filter(|sector| *sector < NO_SECTOR), after).take(next.len())
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|number| u32_at(number, 0))
}

/// One line of the directory.
#[derive(Clone, Copy)]
struct Entry<'a>(&'a [u8]);

impl Entry<'_> {
    fn is(&self, name: &str) -> bool {
        let units = usize::from(u16_at(self.0, 64) / 2).saturating_sub(1).min(31);
        let own: Vec<u16> = (0..units).map(|unit| u16_at(self.0, unit * 2)).collect();
        String::from_utf16_lossy(&own).eq_ignore_ascii_case(name)
    }

    fn kind(&self) -> u8 {
        self.0[66]
    }

    fn begins(&self) -> u32 {
        u32_at(self.0, 116)
    }
}
