//! Sums of rows: a hash over what a row says, for telling an altered row from the one that was written.
//!
//! A column without a value does not count, so that a table may be given a column later.

use crate::dump::{Cell, Table, read_row, table_called, tables};
use crate::{Result, Sql, StoreError, Tx, Value};

/// The column that holds a row's sum; it comes last.
const COLUMN: &str = "sum";

/// What belongs into the last column, `sum`, of a row of `table` whose other columns are these.
pub fn sum(table: &str, values: &[Value]) -> i64 {
    let table = table_called(table).expect("only tables that are known have sums");
    let hash = vault::digest(&[table.name.as_bytes(), &said(table, values.iter().copied())]);
    i64::from_be_bytes(hash[..8].try_into().expect("a hash has more than eight bytes"))
}

/// Name and value of each column that has one.
fn said<'v>(table: &Table, values: impl Iterator<Item = Value<'v>>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(256);
    let mut put = |part: &[u8]| {
        bytes.extend_from_slice(&(part.len() as u32).to_be_bytes());
        bytes.extend_from_slice(part);
    };
    for ((name, _), value) in table.columns.iter().zip(values) {
        let column = (!matches!(value, Value::Null)).then_some(name.as_bytes());
        column.into_iter().for_each(&mut put);
        match value {
            Value::Null => {}
            Value::Flag(yes) => put(&[yes.into()]),
            Value::Int(number) => put(&number.to_be_bytes()),
            Value::Text(text) => put(text.as_bytes()),
            Value::Blob(blob) => put(blob),
        }
    }
    bytes
}

/// The sum that belongs into the one row of `table` that `select` answers, with all columns in the table's order;
/// `None` when there is no such row.
pub fn row_sum(tx: &mut Tx, table: &str, select: &'static Sql, values: &[Value]) -> Result<Option<i64>> {
    let table = table_called(table).ok_or(StoreError::Damaged("a table without columns"))?;
    let cells = tx.one(select, values, |row| read_row(row, table))?;
    Ok(cells.map(|cells| {
        let values: Vec<Value> = cells.iter().map(Cell::value).collect();
        sum(table.name, &values[..values.len() - 1])
    }))
}

/// A digest over rows of `table`: those that `select` answers, with all columns in the table's order.
pub fn digest_of(tx: &mut Tx, table: &str, select: &'static Sql, values: &[Value]) -> Result<[u8; 32]> {
    let table = table_called(table).ok_or(StoreError::Damaged("a table without columns"))?;
    let mut rows = vec![table.name.as_bytes().to_vec()];
    tx.each(select, values, |row| {
        let cells = read_row(row, table)?;
        rows.push(said(table, cells.iter().map(Cell::value)));
        Ok::<_, StoreError>(())
    })?;
    Ok(vault::digest(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>()))
}

/// Tables whose rows carry sums.
pub fn summed() -> impl Iterator<Item = &'static Table> {
    tables().iter().filter(|table| table.columns.last().is_some_and(|(name, _)| *name == COLUMN))
}

/// The keys of the rows whose sum does not fit.
pub fn wrong(tx: &mut Tx, table: &'static Table) -> Result<Vec<String>> {
    let mut found = Vec::new();
    tx.each(table.select, &[], |row| {
        let fits = read_row(row, table).is_ok_and(|cells| {
            let values: Vec<Value> = cells.iter().map(Cell::value).collect();
            let (last, others) = values.split_last().expect("a table has columns");
            matches!(last, Value::Int(kept) if *kept == sum(table.name, others))
        });
        if !fits {
            found.push(table.key_of(row));
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(found)
}
