//! Text in XLS records: letters of one or two bytes, which may change where a record is continued.

use crate::sheet::bytes::u16_at;
use encoding_rs::{Encoding, WINDOWS_1252};

/// How a workbook writes text.
#[derive(Clone, Copy)]
pub enum Letters {
    /// BIFF8.
    Unicode,
    /// BIFF5, in the encoding of the computer it was written on.
    Page(&'static Encoding),
}

impl Letters {
    /// The encoding of a CODEPAGE record.
    pub fn page(number: u16) -> &'static Encoding {
        let label = match number {
            874 => "windows-874",
            932 => "shift_jis",
            936 => "gbk",
            949 => "euc-kr",
            950 => "big5",
            1361 => "euc-kr",
            866 => "ibm866",
            10_000 | 32_768 => "macintosh",
            10_007 => "x-mac-cyrillic",
            65_001 => "utf-8",
            1250..=1258 => return Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(WINDOWS_1252),
            _ => return WINDOWS_1252,
        };
        Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
    }

    /// Text whose length, in letters, is stated in one byte or in two.
    pub fn read(self, pieces: &[&[u8]], length_bytes: usize) -> Option<String> {
        let mut pieces = Pieces::of(pieces);
        let length = if length_bytes == 1 { usize::from(pieces.byte()?) } else { usize::from(pieces.u16()?) };
        match self {
            Letters::Unicode => {
                let wide = pieces.byte()? & 1 == 1;
                pieces.letters(length, wide)
            }
            Letters::Page(encoding) => {
                let bytes = pieces.bytes(length)?;
                Some(encoding.decode_without_bom_handling(&bytes).0.into_owned())
            }
        }
    }
}

/// A body in several records, read as one.
pub struct Pieces<'p, 'a> {
    current: &'a [u8],
    rest: std::slice::Iter<'p, &'a [u8]>,
}

impl<'p, 'a> Pieces<'p, 'a> {
    pub fn of(pieces: &'p [&'a [u8]]) -> Self {
        Self { current: &[], rest: pieces.iter() }
    }

    /// Goes on to the next record when this one is read; false when there is none.
    fn turn(&mut self) -> bool {
        while self.current.is_empty() {
            match self.rest.next() {
                Some(piece) => self.current = piece,
                None => return false,
            }
        }
        true
    }

    pub fn byte(&mut self) -> Option<u8> {
        self.turn();
        let (first, rest) = self.current.split_first()?;
        self.current = rest;
        Some(*first)
    }

    pub fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn bytes(&mut self, length: usize) -> Option<Vec<u8>> {
        (0..length).map(|_| self.byte()).collect()
    }

    pub fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            if !self.turn() {
                return None;
            }
            let here = length.min(self.current.len());
            self.current = &self.current[here..];
            length -= here;
        }
        Some(())
    }

    /// So many letters. Where they go on in another record, its first byte says anew how wide they are.
    pub fn letters(&mut self, length: usize, mut wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::with_capacity(length.min(4_000));
        while units.len() < length {
            let size = if wide { 2 } else { 1 };
            if self.current.len() < size {
                self.current = &[];
                wide = self.byte()? & 1 == 1;
                continue;
            }
            let here = (length - units.len()).min(self.current.len() / size);
            let (letters, rest) = self.current.split_at(here * size);
            if wide {
                units.extend(letters.chunks_exact(2).map(|unit| u16_at(unit, 0)));
            } else {
                units.extend(letters.iter().map(|letter| u16::from(*letter)));
            }
            self.current = rest;
        }
        Some(String::from_utf16_lossy(&units))
    }
}
