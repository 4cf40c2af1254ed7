//! A stream of records: a number that says of what kind, a length, a body.

use crate::sheet::ListError;
use crate::sheet::bytes::u16_at;

pub const BOF: u16 = 0x0809;
pub const EOF: u16 = 0x000a;
pub const CONTINUE: u16 = 0x003c;

pub struct Records<'a> {
    stream: &'a [u8],
    pub at: usize,
}

#[derive(Clone, Copy)]
pub struct Record<'a> {
    pub kind: u16,
    pub body: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn from(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The next record. A stream that ends without saying so was not fully copied.
    pub fn next(&mut self) -> Result<Record<'a>, ListError> {
        let record = self.peek().ok_or(ListError::Damaged)?;
        self.at += 4 + record.body.len();
        Ok(record)
    }

    fn peek(&self) -> Option<Record<'a>> {
        let head = self.stream.get(self.at..self.at.checked_add(4)?)?;
        let body = self.at + 4;
        let body = self.stream.get(body..body + usize::from(u16_at(head, 2)))?;
        Some(Record { kind: u16_at(head, 0), body })
    }

    /// A record's body and the bodies of those that continue it.
    pub fn continued(&mut self, body: &'a [u8]) -> Vec<&'a [u8]> {
        let mut pieces = vec![body];
        while let Some(record) = self.peek().filter(|record| record.kind == CONTINUE) {
            self.at += 4 + record.body.len();
            pieces.push(record.body);
        }
        pieces
    }
}
