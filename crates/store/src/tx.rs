//! A transaction: statements, the log's growing edge, and the device chains that this transaction extends.

use crate::log::{Head, LogSigner};
use crate::{Result, Row, Sql, StoreError, Value};
use base::DeviceId;
use rusqlite::params_from_iter;
use std::collections::HashMap;

pub struct Tx<'c> {
    connection: &'c rusqlite::Connection,
    pub(crate) head: Option<Head>,
    pub(crate) chains: HashMap<DeviceId, (i64, [u8; 32])>,
    /// The newest hybrid clock, once this transaction has looked.
    pub(crate) clock: Option<i64>,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(connection: &'c rusqlite::Connection) -> Self {
        Self { connection, head: None, chains: HashMap::new(), clock: None }
    }

    /// Runs a statement that answers nothing; returns how many rows it changed.
    pub fn run(&mut self, sql: &'static Sql, values: &[Value]) -> Result<usize> {
        self.prepare(sql)?.run(values)
    }

    /// A statement that is to run many times.
    pub fn prepare(&mut self, sql: &'static Sql) -> Result<Prepared<'c>> {
        Ok(Prepared(self.connection.prepare_cached(sql.for_sqlite())?))
    }

    /// The first row of the answer, if there is one.
    pub fn one<T>(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
        read: impl FnOnce(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.connection.prepare_cached(sql.for_sqlite())?;
        let mut rows = statement.query(params_from_iter(values))?;
        rows.next()?.map(|row| read(&Row(row))).transpose()
    }

    /// All rows of the answer.
    pub fn all<T>(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
        mut read: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, values, |row| {
            found.push(read(row)?);
            Ok::<_, StoreError>(())
        })?;
        Ok(found)
    }

    /// Each row in turn, without keeping them.
    pub fn each<E: From<StoreError>>(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
        mut read: impl FnMut(&Row) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut statement = self.connection.prepare_cached(sql.for_sqlite()).map_err(StoreError::from)?;
        let mut rows = statement.query(params_from_iter(values)).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            read(&Row(row))?;
        }
        Ok(())
    }

    /// Writes the log's new edge, if it grew, with a signed checkpoint over it.
    pub(crate) fn finish(&mut self, signer: Option<&LogSigner>) -> Result<()> {
        match self.head.take() {
            Some(head) if head.grew => head.save(self, signer.ok_or(StoreError::Damaged("the log's key is missing"))?),
            _ => Ok(()),
        }
    }
}

/// A statement that answers nothing, ready to run.
pub struct Prepared<'c>(rusqlite::CachedStatement<'c>);

impl Prepared<'_> {
    /// Returns how many rows it changed.
    pub fn run(&mut self, values: &[Value]) -> Result<usize> {
        Ok(self.0.execute(params_from_iter(values))?)
    }
}
