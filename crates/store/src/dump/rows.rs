//! Rows as bytes: each value by the kind of its column, numbers short, text and bytes after their length.

use super::tables::{Kind, Table};
use crate::{Result, Row, StoreError, Value};

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Flag(bool),
    Text(String),
    Blob(Vec<u8>),
}

impl Cell {
    pub(crate) fn value(&self) -> Value<'_> {
        match self {
            Cell::Null => Value::Null,
            Cell::Int(number) => (*number).into(),
            Cell::Flag(yes) => (*yes).into(),
            Cell::Text(text) => text.into(),
            Cell::Blob(bytes) => bytes.into(),
        }
    }
}

/// Reads the columns of `table` from a row of its `select`.
pub(crate) fn read(row: &Row, table: &Table) -> Result<Vec<Cell>> {
    let cell = |(at, kind): (usize, Kind)| {
        Ok(match kind {
            Kind::Text => Cell::Text(row.text(at)?),
            Kind::MaybeText => row.maybe_id(at, |text| Some(text.to_owned()))?.map_or(Cell::Null, Cell::Text),
            Kind::Int => Cell::Int(row.int(at)?),
            Kind::MaybeInt => row.maybe_int(at)?.map_or(Cell::Null, Cell::Int),
            Kind::Blob => Cell::Blob(row.blob(at)?),
            Kind::MaybeBlob => row.maybe_blob(at)?.map_or(Cell::Null, Cell::Blob),
            Kind::Flag => Cell::Flag(row.flag(at)?),
        })
    };
    table.columns.iter().map(|(_, kind)| *kind).enumerate().map(cell).collect()
}

pub(super) fn write(out: &mut Vec<u8>, cells: &[Cell], table: &Table) {
    for (cell, (_, kind)) in cells.iter().zip(&table.columns) {
        if kind.may_be_missing() {
            out.push((*cell != Cell::Null).into());
        }
        match cell {
            Cell::Null => {}
            Cell::Int(number) => write_number(out, (number << 1 ^ number >> 63) as u64),
            Cell::Flag(yes) => out.push((*yes).into()),
            Cell::Text(text) => write_bytes(out, text.as_bytes()),
            Cell::Blob(bytes) => write_bytes(out, bytes),
        }
    }
}

pub(super) fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

pub(super) fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Bytes that are read from the front.
pub(super) struct Reading<'b>(pub(super) &'b [u8]);

const DAMAGED: StoreError = StoreError::Damaged("a chunk of a dump");

impl<'b> Reading<'b> {
    pub(super) fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(*first)
    }

    pub(super) fn number(&mut self) -> Result<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(DAMAGED)
    }

    pub(super) fn bytes(&mut self) -> Result<&'b [u8]> {
        let length = usize::try_from(self.number()?).map_err(|_| DAMAGED)?;
        let (bytes, rest) = self.0.split_at_checked(length).ok_or(DAMAGED)?;
        self.0 = rest;
        Ok(bytes)
    }

    pub(super) fn text(&mut self) -> Result<&'b str> {
        std::str::from_utf8(self.bytes()?).map_err(|_| DAMAGED)
    }

    pub(super) fn cell(&mut self, kind: Kind) -> Result<Cell> {
        if kind.may_be_missing() && self.byte()? == 0 {
            return Ok(Cell::Null);
        }
        Ok(match kind {
            Kind::Text | Kind::MaybeText => Cell::Text(self.text()?.to_owned()),
            Kind::Blob | Kind::MaybeBlob => Cell::Blob(self.bytes()?.to_vec()),
            Kind::Flag => Cell::Flag(self.byte()? != 0),
            Kind::Int | Kind::MaybeInt => {
                let number = self.number()?;
                Cell::Int((number >> 1) as i64 ^ -((number & 1) as i64))
            }
        })
    }
}
