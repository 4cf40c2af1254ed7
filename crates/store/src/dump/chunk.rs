//! Chunks: where they end, and how they say what they are.

use super::Chunk;
use super::rows::{self, Cell, Reading};
use super::tables::{Kind, Table, table_called};
use crate::{Result, StoreError};

const FORMAT: u8 = 1;
const SMALLEST: usize = 256 * 1024;
const LARGEST: usize = 1024 * 1024;
/// Beyond the smallest size, one row in so many ends a chunk.
const ONE_IN: u64 = 512;

/// Gathers rows of one table until a chunk is full.
pub(super) struct Cutter<'t> {
    table: &'t Table,
    rows: u64,
    bytes: Vec<u8>,
}

impl<'t> Cutter<'t> {
    pub(super) fn new(table: &'t Table) -> Self {
        Self { table, rows: 0, bytes: head(table) }
    }

    /// Adds a row; answers with a chunk when this row ends one.
    pub(super) fn add(&mut self, cells: &[Cell]) -> Option<Chunk> {
        rows::write(&mut self.bytes, cells, self.table);
        self.rows += 1;
        let full = self.bytes.len() >= LARGEST || self.bytes.len() >= SMALLEST && ends(cells, self.table);
        if full { self.rest() } else { None }
    }

    /// What is left, if there is anything.
    pub(super) fn rest(&mut self) -> Option<Chunk> {
        if self.rows == 0 {
            return None;
        }
        let bytes = std::mem::replace(&mut self.bytes, head(self.table));
        Some(Chunk { table: self.table.name, rows: std::mem::take(&mut self.rows), bytes })
    }
}

/// Whether a chunk ends after the row with this key: a matter of the key alone, so that what comes before or after
/// it does not move the boundary.
fn ends(cells: &[Cell], table: &Table) -> bool {
    let mut key = Vec::with_capacity(64);
    for at in &table.key {
        match &cells[*at] {
            Cell::Text(text) => rows::write_bytes(&mut key, text.as_bytes()),
            Cell::Blob(bytes) => rows::write_bytes(&mut key, bytes),
            Cell::Int(number) => key.extend_from_slice(&number.to_be_bytes()),
            Cell::Flag(_) | Cell::Null => {}
        }
    }
    let hash = vault::digest(&[&key]);
    u64::from_be_bytes(hash[..8].try_into().expect("a hash has more than eight bytes")).is_multiple_of(ONE_IN)
}

/// Format, table, and the name and kind of every column.
fn head(table: &Table) -> Vec<u8> {
    let mut bytes = vec![FORMAT];
    rows::write_bytes(&mut bytes, table.name.as_bytes());
    rows::write_number(&mut bytes, table.columns.len() as u64);
    for (name, kind) in &table.columns {
        rows::write_bytes(&mut bytes, name.as_bytes());
        bytes.push(*kind as u8);
    }
    bytes
}

/// The table and its rows, with the columns as the table has them now. A column that the chunk does not know stays
/// empty where it may; a column that the table does not know is refused, and so is a table.
pub(super) fn read(bytes: &[u8]) -> Result<(&'static Table, Vec<Vec<Cell>>)> {
    let mut reading = Reading(bytes);
    if reading.byte()? != FORMAT {
        return Err(StoreError::TooNew);
    }
    let name = reading.text()?;
    let table = table_called(name).ok_or(StoreError::TooNew)?;
    let count = reading.number()?;
    let mut written: Vec<(usize, Kind)> = Vec::new();
    for _ in 0..count {
        let (name, kind) = (reading.text()?, reading.byte()? as usize);
        let at = table.columns.iter().position(|(column, _)| *column == name).ok_or(StoreError::TooNew)?;
        written.push((at, *Kind::ALL.get(kind).ok_or(StoreError::TooNew)?));
    }
    let missing = |at: usize| !written.iter().any(|(known, _)| *known == at);
    if table.columns.iter().enumerate().any(|(at, (_, kind))| missing(at) && !kind.may_be_missing()) {
        return Err(StoreError::Damaged("a chunk of a dump without a column that every row has"));
    }
    let mut rows = Vec::new();
    while !reading.0.is_empty() {
        let mut cells = vec![Cell::Null; table.columns.len()];
        for (at, kind) in &written {
            cells[*at] = reading.cell(*kind)?;
        }
        rows.push(cells);
    }
    Ok((table, rows))
}
