//! Bare SQLite: the rows that the server wrote for its intakes, written once more into an empty database of the same
//! tables and settings, with nothing sealed, signed or logged.

use crate::bench::machine::processor_seconds;
use crate::edge::timed;
use anyhow::{Context, Result};
use std::path::Path;
use store::{Row, Sql, Store, StoreError, Tx, Value, sql};

pub struct Bare {
    pub intakes: usize,
    pub seconds: f64,
    pub processor: f64,
}

/// One value of a row.
enum Cell {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
}

impl Cell {
    fn value(&self) -> Value<'_> {
        match self {
            Cell::Null => Value::Null,
            Cell::Int(number) => Value::Int(*number),
            Cell::Text(text) => Value::Text(text),
            Cell::Blob(bytes) => Value::Blob(bytes),
        }
    }
}

/// What one intake writes: statements with their values.
type Rows = Vec<(&'static Sql, Vec<Cell>)>;

/// No more than this is kept in memory and written again.
const MOST: i64 = 30_000;

pub fn run(registry: &Path, folder: &Path, in_a_commit: usize) -> Result<Bare> {
    let store = Store::open(registry)?;
    let (intakes, head) = store.read(|tx| Ok::<_, StoreError>((intakes(tx)?, head(tx)?)))?;
    let head = head.context("The server has signed no checkpoint.")?;
    drop(store);
    let bare = Store::create(folder)?;
    let before = processor_seconds()?;
    let (written, seconds) = timed(|| {
        intakes.chunks(in_a_commit).try_for_each(|commit| {
            bare.write::<_, StoreError>(|tx| {
                for (statement, row) in commit.iter().flatten() {
                    tx.run(statement, &row.iter().map(Cell::value).collect::<Vec<_>>())?;
                }
                // Each commit replaces the log's one row.
                tx.run(head.0, &head.1.iter().map(Cell::value).collect::<Vec<_>>())?;
                Ok(())
            })
        })
    });
    written?;
    Ok(Bare { intakes: intakes.len(), seconds, processor: processor_seconds()? - before })
}

fn head(tx: &mut Tx) -> store::Result<Option<(&'static Sql, Vec<Cell>)>> {
    let row = tx.one(sql!("select frontier, note from log_head where id = 1"), &[], |row| {
        Ok(vec![Cell::Blob(row.blob(0)?), Cell::Text(row.text(1)?)])
    })?;
    let insert = sql!(
        "insert into log_head (id, frontier, note) values (1, $1, $2)
          on conflict (id) do update set frontier = excluded.frontier, note = excluded.note"
    );
    Ok(row.map(|row| (insert, row)))
}

/// The newest cases, oldest first, each with all its rows.
fn intakes(tx: &mut Tx) -> store::Result<Vec<Rows>> {
    let cases = tx.all(
        sql!("select case_id, code, opened_at, last_position from casefile order by last_position desc limit $1"),
        &[MOST.into()],
        |row| Ok((row.text(0)?, vec![text(row, 0)?, text(row, 1)?, int(row, 2)?, int(row, 3)?])),
    )?;
    cases.into_iter().rev().map(|(case, casefile)| rows(tx, &case, casefile)).collect()
}

fn rows(tx: &mut Tx, case: &str, casefile: Vec<Cell>) -> store::Result<Rows> {
    let mut rows = Rows::new();
    let of = [case.into()];
    let keys = tx.all(
        sql!("select case_id, compartment, generation, holder, wrapped, expires_at from case_key where case_id = $1"),
        &of,
        |row| {
            let expires = row.maybe_int(5)?.map_or(Cell::Null, Cell::Int);
            Ok(vec![text(row, 0)?, int(row, 1)?, int(row, 2)?, text(row, 3)?, blob(row, 4)?, expires])
        },
    )?;
    let insert = sql!(
        "insert into case_key (case_id, compartment, generation, holder, wrapped, expires_at)
          values ($1, $2, $3, $4, $5, $6)"
    );
    rows.extend(keys.into_iter().map(|row| (insert, row)));
    let events = tx.all(
        sql!(
            "select id, position, case_id, device_id, device_sequence, previous, clock, version, payload_hash, signature
              from event where case_id = $1 order by position"
        ),
        &of,
        |row| {
            let first = vec![text(row, 0)?, int(row, 1)?, text(row, 2)?, text(row, 3)?, int(row, 4)?, blob(row, 5)?];
            Ok(first.into_iter().chain([int(row, 6)?, int(row, 7)?, blob(row, 8)?, blob(row, 9)?]).collect())
        },
    )?;
    let insert = sql!(
        "insert into event (id, position, case_id, device_id, device_sequence, previous, clock, version, payload_hash,
           signature) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
    );
    rows.extend(events.into_iter().map(|row| (insert, row)));
    let payloads = tx.all(
        sql!(
            "select payload.event_id, payload.compartment, payload.generation, payload.sealed
              from payload join event on event.id = payload.event_id where event.case_id = $1"
        ),
        &of,
        |row| Ok(vec![text(row, 0)?, int(row, 1)?, int(row, 2)?, blob(row, 3)?]),
    )?;
    let insert = sql!("insert into payload (event_id, compartment, generation, sealed) values ($1, $2, $3, $4)");
    rows.extend(payloads.into_iter().map(|row| (insert, row)));
    let summaries = tx.all(
        sql!("select case_id, compartment, generation, position, sealed from summary where case_id = $1"),
        &of,
        |row| Ok(vec![text(row, 0)?, int(row, 1)?, int(row, 2)?, int(row, 3)?, blob(row, 4)?]),
    )?;
    let insert =
        sql!("insert into summary (case_id, compartment, generation, position, sealed) values ($1, $2, $3, $4, $5)");
    rows.extend(summaries.into_iter().map(|row| (insert, row)));
    let insert = sql!("insert into casefile (case_id, code, opened_at, last_position) values ($1, $2, $3, $4)");
    rows.push((insert, casefile));
    Ok(rows)
}

fn text(row: &Row, column: usize) -> store::Result<Cell> {
    Ok(Cell::Text(row.text(column)?))
}

fn int(row: &Row, column: usize) -> store::Result<Cell> {
    Ok(Cell::Int(row.int(column)?))
}

fn blob(row: &Row, column: usize) -> store::Result<Cell> {
    Ok(Cell::Blob(row.blob(column)?))
}
