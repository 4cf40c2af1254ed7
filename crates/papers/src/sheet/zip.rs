//! The parts of a zip file, each unpacked piece by piece and at most as far as the bound allows.
//!
//! Read here and not by a library because the sizes a zip file states may lie: what counts is what
//! comes out, and unpacking stops there.

use super::ListError;
use super::bytes::{u16_at, u32_at, u64_at};
use super::xml::Events;
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::collections::HashMap;
use std::io::{self, Read};

/// All parts that are read together, unpacked.
const UNPACKED: u64 = 200 * 1024 * 1024;

pub struct Zip<'a> {
    bytes: &'a [u8],
    entries: HashMap<String, Entry>,
    left: u64,
}

#[derive(Clone, Copy)]
struct Entry {
    method: u16,
    locked: bool,
    /// Of what comes out; zero when the file does not say.
    crc: u32,
    /// Where the part's own header begins.
    at: usize,
    packed: usize,
}

impl<'a> Zip<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ListError> {
        let (count, mut at) = directory(bytes).ok_or(ListError::Damaged)?;
        let mut entries = HashMap::new();
        for _ in 0..count {
            let header = bytes.get(at..at.saturating_add(46)).ok_or(ListError::Damaged)?;
            if !header.starts_with(b"PK\x01\x02") {
                return Err(ListError::Damaged);
            }
            let extra_at = at + 46 + usize::from(u16_at(header, 28));
            let extra_end = extra_at + usize::from(u16_at(header, 30));
            let name = bytes.get(at + 46..extra_at).ok_or(ListError::Damaged)?;
            let extra = bytes.get(extra_at..extra_end).ok_or(ListError::Damaged)?;
            entries.insert(plain(&String::from_utf8_lossy(name)), Entry::of(header, extra));
            at = extra_end + usize::from(u16_at(header, 32));
        }
        Ok(Self { bytes, entries, left: UNPACKED })
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(&plain(name))
    }

    /// The events of an XML part; `None` when the file has no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<Events<Part<'_>>>, ListError> {
        let Some(entry) = self.entries.get(&plain(name)).copied() else {
            return Ok(None);
        };
        if entry.locked {
            return Err(ListError::Password);
        }
        let header = self.bytes.get(entry.at..entry.at.saturating_add(30)).ok_or(ListError::Damaged)?;
        if !header.starts_with(b"PK\x03\x04") {
            return Err(ListError::Damaged);
        }
        let begin = entry.at + 30 + usize::from(u16_at(header, 26)) + usize::from(u16_at(header, 28));
        let end = begin.saturating_add(entry.packed);
        let packed = self.bytes.get(begin..end).ok_or(ListError::Damaged)?;
        let packed = match entry.method {
            0 => Packed::Stored(packed),
            8 => Packed::Deflated(Box::new(DeflateDecoder::new(packed))),
            _ => return Err(ListError::Damaged),
        };
        Ok(Some(Events::of(Part { packed, left: &mut self.left, crc: Crc::new(), expected: entry.crc })))
    }

    /// A short part as text; empty when the file has no such part.
    pub fn short(&mut self, name: &str) -> Result<String, ListError> {
        let mut text = String::new();
        if let Some(mut events) = self.part(name)? {
            while let Some(event) = events.next() {
                if let super::xml::Event::Text(part) = event
                    && text.len() < 1_000
                {
                    text.push_str(&part);
                }
            }
        }
        Ok(text)
    }
}

impl Entry {
    /// From a line of the directory. A size that does not fit its field stands in the extra field 1.
    fn of(header: &[u8], extra: &[u8]) -> Self {
        let (size, packed, at) = (u32_at(header, 24), u32_at(header, 20), u32_at(header, 42));
        let mut long = wide(extra).chunks_exact(8).map(|value| u64_at(value, 0));
        let mut value = |short: u32| {
            let value = if short == u32::MAX { long.next() } else { None };
            value.map_or(short as usize, |value| usize::try_from(value).unwrap_or(usize::MAX))
        };
        value(size);
        let (packed, at) = (value(packed), value(at));
        Self { method: u16_at(header, 10), locked: u16_at(header, 8) & 1 == 1, crc: u32_at(header, 16), at, packed }
    }
}

fn wide(mut extra: &[u8]) -> &[u8] {
    while extra.len() >= 4 {
        let end = 4 + usize::from(u16_at(extra, 2));
        if u16_at(extra, 0) == 1 {
            return extra.get(4..end).unwrap_or_default();
        }
        extra = extra.get(end..).unwrap_or_default();
    }
    &[]
}

/// A part as it is unpacked.
pub struct Part<'z> {
    packed: Packed<'z>,
    left: &'z mut u64,
    crc: Crc,
    expected: u32,
}

enum Packed<'z> {
    Stored(&'z [u8]),
    Deflated(Box<DeflateDecoder<&'z [u8]>>),
}

impl Read for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = match &mut self.packed {
            Packed::Stored(bytes) => bytes.read(into)?,
            Packed::Deflated(decoder) => decoder.read(into)?,
        };
        let Some(left) = self.left.checked_sub(read as u64) else {
            return Err(io::Error::other(ListError::UnpacksTooLarge));
        };
        *self.left = left;
        self.crc.update(&into[..read]);
        let wrong = read == 0 && self.expected != 0 && self.crc.sum() != self.expected;
        if wrong { Err(io::Error::other(ListError::Damaged)) } else { Ok(read) }
    }
}

/// Parts are found whatever their case and slashes: some programs write them differently than Excel.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// How many entries the directory at the end of the file has, and where it begins.
fn directory(bytes: &[u8]) -> Option<(usize, usize)> {
    const LENGTH: usize = 22;
    let last = bytes.len().checked_sub(LENGTH)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let at = (first..=last).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))?;
    let end = &bytes[at..at + LENGTH];
    let (count, begin) = (usize::from(u16_at(end, 10)), u32_at(end, 16));
    if begin != u32::MAX && count != usize::from(u16::MAX) {
        return Some((count, begin as usize));
    }
    // A longer form of the end stands somewhere before, and this says where.
    let pointer = bytes.get(at.checked_sub(20)?..at).filter(|pointer| pointer.starts_with(b"PK\x06\x07"));
    let long = usize::try_from(u64_at(pointer?, 8)).ok()?;
    let end = bytes.get(long..long.checked_add(56)?).filter(|end| end.starts_with(b"PK\x06\x06"))?;
    // Each entry has 46 bytes at least, so the file's own length bounds them.
    let count = usize::try_from(u64_at(end, 32)).ok().filter(|count| *count <= bytes.len() / 46)?;
    Some((count, usize::try_from(u64_at(end, 48)).ok()?))
}
