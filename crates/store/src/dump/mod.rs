//! Everything in a registry as chunks that no engine owns: for backups, for restoring them, and for moving.
//!
//! A dump is one consistent view of all tables, each in the order of its primary key. A chunk holds rows of one
//! table and says which columns it has, so that it can be read by itself. Where a chunk ends is decided by the keys
//! of its rows: of a registry that has grown, most chunks come out the same as before.

mod chunk;
mod rows;
mod tables;

#[cfg(test)]
mod tests;

pub use tables::{Kind, Table, tables};

pub(crate) use rows::{Cell, read as read_row};
pub(crate) use tables::table_called;

use crate::{Result, Store, StoreError, Tx, Value, sql};
use chunk::Cutter;
use std::collections::BTreeMap;

/// Rows of one table.
pub struct Chunk {
    pub table: &'static str,
    pub rows: u64,
    pub bytes: Vec<u8>,
}

/// What was taken, and of which moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Rows by table.
    pub rows: BTreeMap<String, u64>,
    pub log_size: u64,
    /// The newest signed checkpoint; empty before the first entry.
    pub checkpoint: String,
}

/// Gives every chunk to `sink`, from one consistent view; writers go on meanwhile.
pub fn dump<E: From<StoreError>>(
    store: &Store,
    mut sink: impl FnMut(Chunk) -> std::result::Result<(), E>,
) -> std::result::Result<Taken, E> {
    store.read(|tx| {
        let mut taken = taken(tx)?;
        for table in tables() {
            let rows = one_table(tx, table, &mut sink)?;
            taken.rows.insert(table.name.to_owned(), rows);
        }
        Ok(taken)
    })
}

fn taken(tx: &mut Tx) -> Result<Taken> {
    let (checkpoint, log) = tx.checkpoint()?.unwrap_or_default();
    Ok(Taken { rows: BTreeMap::new(), log_size: log.size(), checkpoint })
}

fn one_table<E: From<StoreError>>(
    tx: &mut Tx,
    table: &Table,
    sink: &mut impl FnMut(Chunk) -> std::result::Result<(), E>,
) -> std::result::Result<u64, E> {
    let mut cutter = Cutter::new(table);
    let mut rows = 0;
    tx.each(table.select, &[], |row| {
        let cells = rows::read(row, table)?;
        rows += 1;
        match cutter.add(&cells) {
            Some(chunk) => sink(chunk),
            None => Ok(()),
        }
    })?;
    if let Some(chunk) = cutter.rest() {
        sink(chunk)?;
    }
    Ok(rows)
}

/// How many rows the tables of a dump hold.
pub fn count(store: &Store) -> Result<BTreeMap<String, u64>> {
    store.read(count_in)
}

fn count_in(tx: &mut Tx) -> Result<BTreeMap<String, u64>> {
    let of_table = |table: &Table| {
        let mut rows = 0;
        tx.each(table.select, &[], |_| {
            rows += 1;
            Ok::<_, StoreError>(())
        })?;
        Ok((table.name.to_owned(), rows))
    };
    tables().iter().map(of_table).collect()
}

/// Puts one chunk's rows into the table they are of, in one transaction, and says which and how many. The chunks
/// must come in the order in which they were given out: rows refer to rows that came before.
pub fn load(target: &Store, bytes: &[u8]) -> Result<(&'static str, u64)> {
    let (table, rows) = chunk::read(bytes)?;
    target.write(|tx| {
        let mut insert = tx.prepare(table.insert)?;
        for cells in &rows {
            let values: Vec<Value> = cells.iter().map(Cell::value).collect();
            insert.run(&values)?;
        }
        Ok::<_, StoreError>(())
    })?;
    Ok((table.name, rows.len() as u64))
}

/// What a store holds must be what was taken: rows, length of the log, and checkpoint.
pub fn same(target: &Store, taken: &Taken) -> Result<bool> {
    target.read(|tx| holds(tx, taken))
}

fn holds(tx: &mut Tx, taken: &Taken) -> Result<bool> {
    let held = self::taken(tx)?;
    Ok(Taken { rows: count_in(tx)?, ..held } == *taken)
}

/// Closes a registry that was moved, unless something was written after it was taken; says whether it did. From now
/// on nothing finds the end of its log, so no program writes to it any more, also none that has it open.
pub fn close(source: &Store, taken: &Taken) -> Result<bool> {
    source.write(|tx| {
        let unchanged = holds(tx, taken)?;
        if unchanged {
            tx.retire_log()?;
        }
        Ok(unchanged)
    })
}

/// Whether there is anything in the tables yet.
pub fn is_empty(store: &Store) -> Result<bool> {
    let first =
        store.read(|tx| tx.one(sql!("select id from organisation order by id limit 1"), &[], |row| row.text(0)))?;
    Ok(first.is_none())
}
