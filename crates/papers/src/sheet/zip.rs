//! The parts of a zip file, each unpacked at most as far as the bound allows.
//!
//! Read here and not by a library because the sizes a zip file states may lie: what counts is what
//! comes out, and unpacking stops there.

use super::ListError;
use flate2::read::DeflateDecoder;
use std::collections::HashMap;
use std::io::Read;

/// All parts together, unpacked.
const UNPACKED: u64 = 200 * 1024 * 1024;

pub struct Zip<'a> {
    bytes: &'a [u8],
    entries: HashMap<String, Entry>,
    left: u64,
}

struct Entry {
    deflated: bool,
    /// Where the part's own header begins.
    at: usize,
    packed: usize,
}

impl<'a> Zip<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ListError> {
        let (count, mut at) = directory(bytes).ok_or(ListError::Damaged)?;
        let mut entries = HashMap::new();
        let mut stated = 0u64;
        for _ in 0..count {
            let header = bytes.get(at..at + 46).ok_or(ListError::Damaged)?;
            if !header.starts_with(b"PK\x01\x02") {
                return Err(ListError::Damaged);
            }
            if u16_at(header, 8) & 1 == 1 {
                return Err(ListError::Password);
            }
            stated += u64::from(u32_at(header, 24));
            let name_length = usize::from(u16_at(header, 28));
            let name = bytes.get(at + 46..at + 46 + name_length).ok_or(ListError::Damaged)?;
            let entry = Entry {
                deflated: match u16_at(header, 10) {
                    0 => false,
                    8 => true,
                    _ => return Err(ListError::Damaged),
                },
                at: u32_at(header, 42) as usize,
                packed: u32_at(header, 20) as usize,
            };
            entries.insert(plain(&String::from_utf8_lossy(name)), entry);
            at += 46 + name_length + usize::from(u16_at(header, 30)) + usize::from(u16_at(header, 32));
        }
        if stated > UNPACKED {
            return Err(ListError::UnpacksTooLarge);
        }
        Ok(Self { bytes, entries, left: UNPACKED })
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(&plain(name))
    }

    /// A part as text; `None` when the file has no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ListError> {
        let Some(entry) = self.entries.get(&plain(name)) else {
            return Ok(None);
        };
        let header = self.bytes.get(entry.at..entry.at.saturating_add(30)).ok_or(ListError::Damaged)?;
        if !header.starts_with(b"PK\x03\x04") {
            return Err(ListError::Damaged);
        }
        let begin = entry.at + 30 + usize::from(u16_at(header, 26)) + usize::from(u16_at(header, 28));
        let end = begin.saturating_add(entry.packed).min(self.bytes.len());
        let packed = self.bytes.get(begin..end).ok_or(ListError::Damaged)?;
        let mut unpacked = Vec::new();
        if entry.deflated {
            let mut decoder = DeflateDecoder::new(packed).take(self.left + 1);
            decoder.read_to_end(&mut unpacked).map_err(|_| ListError::Damaged)?;
        } else {
            unpacked.extend_from_slice(packed);
        }
        self.left = self.left.checked_sub(unpacked.len() as u64).ok_or(ListError::UnpacksTooLarge)?;
        Ok(Some(text(unpacked)))
    }
}

/// Parts are found whatever their case and slashes: some programs write them differently than Excel.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn text(bytes: Vec<u8>) -> String {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => String::from_utf8(bytes).unwrap_or_else(|wrong| String::from_utf8_lossy(wrong.as_bytes()).into_owned()),
    }
}

/// How many entries the directory at the end of the file has, and where it begins.
fn directory(bytes: &[u8]) -> Option<(usize, usize)> {
    const LENGTH: usize = 22;
    let last = bytes.len().checked_sub(LENGTH)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let at = (first..=last).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))?;
    let end = &bytes[at..at + LENGTH];
    Some((usize::from(u16_at(end, 10)), u32_at(end, 16) as usize))
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}
