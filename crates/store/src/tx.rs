//! A transaction: statements, the log's growing edge, and the device chains that this transaction extends.

use crate::engine::Connection;
use crate::engine::postgres::Session;
use crate::log::{Head, LogSigner};
use crate::{Result, Row, Sql, StoreError, Value};
use base::DeviceId;
use postgres::Statement;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::ToSql;
use rusqlite::{CachedStatement, params_from_iter};
use std::cell::RefCell;
use std::collections::HashMap;

pub struct Tx<'c> {
    connection: &'c Connection,
    pub(crate) edge: Edge,
    /// The disk is full: only the record of reading and of sign-ins goes on.
    full: bool,
}

/// Where the log and the chains end, with what this transaction has added. Commands of one transaction hand it on.
#[derive(Clone, Default)]
pub(crate) struct Edge {
    pub head: Option<Head>,
    pub chains: HashMap<DeviceId, (i64, [u8; 32])>,
    /// The newest hybrid clock, once this transaction has looked.
    pub clock: Option<i64>,
    /// Something was deleted for good: see [`Tx::forget`].
    pub forgets: bool,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(connection: &'c Connection, edge: Edge, full: bool) -> Self {
        Self { connection, edge, full }
    }

    /// Runs a statement that answers nothing; returns how many rows it changed.
    pub fn run(&mut self, sql: &'static Sql, values: &[Value]) -> Result<usize> {
        self.prepare(sql)?.run(values)
    }

    /// As [`Tx::run`], also when the disk is full: for what nobody may read or sign in without.
    pub fn run_on_reserve(&mut self, sql: &'static Sql, values: &[Value]) -> Result<usize> {
        self.ready(sql)?.run(values)
    }

    /// A statement that is to run many times.
    pub fn prepare(&mut self, sql: &'static Sql) -> Result<Prepared<'c>> {
        if self.full { Err(StoreError::Full) } else { self.ready(sql) }
    }

    fn ready(&mut self, sql: &'static Sql) -> Result<Prepared<'c>> {
        Ok(match self.connection {
            Connection::Sqlite(connection) => Prepared::Sqlite(connection.prepare(sql)?),
            Connection::Postgres(connection) => Prepared::Postgres(connection.session(), connection.prepare(sql)?),
        })
    }

    /// The first row of the answer, if there is one.
    pub fn one<T>(
        &mut self,
        sql: &'static Sql,
        values: &[Value],
        read: impl FnOnce(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        match self.ready(sql)? {
            Prepared::Sqlite(mut statement) => {
                let mut rows = statement.query(params_from_iter(values))?;
                rows.next()?.map(|row| read(&Row::Sqlite(row))).transpose()
            }
            Prepared::Postgres(session, statement) => {
                let rows = session
                    .borrow_mut()
                    .client
                    .query_raw(&statement, values.iter().map(|v| v as &dyn ToSql))?
                    .next()?;
                rows.map(|row| read(&Row::Postgres(&row))).transpose()
            }
        }
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
        match self.ready(sql)? {
            Prepared::Sqlite(mut statement) => {
                let mut rows = statement.query(params_from_iter(values)).map_err(StoreError::from)?;
                while let Some(row) = rows.next().map_err(StoreError::from)? {
                    read(&Row::Sqlite(row))?;
                }
            }
            Prepared::Postgres(session, statement) => {
                let mut session = session.borrow_mut();
                let values = values.iter().map(|v| v as &dyn ToSql);
                let mut rows = session.client.query_raw(&statement, values).map_err(StoreError::from)?;
                while let Some(row) = rows.next().map_err(StoreError::from)? {
                    read(&Row::Postgres(&row))?;
                }
            }
        }
        Ok(())
    }

    /// What this transaction deletes is to lie in no file of the database any more, once it is committed. Deleted
    /// rows are overwritten where they stood; this empties the write-ahead log of them too.
    pub fn forget(&mut self) {
        self.edge.forgets = true;
    }

    /// Takes the end of the log away under another name, for good.
    pub(crate) fn retire_log(&mut self) -> Result<()> {
        self.edge = Edge::default();
        self.connection.batch("alter table log_head rename to moved_log_head").map(drop)
    }

    /// Writes the log's new edge, if it grew, with a signed checkpoint over it.
    pub(crate) fn finish(&mut self, signer: impl FnOnce() -> Option<LogSigner>) -> Result<()> {
        match self.edge.head.take() {
            Some(head) if head.grew => head.save(self, &signer().ok_or(StoreError::NoLogKey)?),
            _ => Ok(()),
        }
    }
}

/// A statement that answers nothing, ready to run.
pub enum Prepared<'c> {
    Sqlite(CachedStatement<'c>),
    Postgres(&'c RefCell<Session>, Statement),
}

impl Prepared<'_> {
    /// Returns how many rows it changed.
    pub fn run(&mut self, values: &[Value]) -> Result<usize> {
        match self {
            Self::Sqlite(statement) => Ok(statement.execute(params_from_iter(values))?),
            Self::Postgres(session, statement) => {
                let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
                Ok(session.borrow_mut().client.execute(&*statement, &values)? as usize)
            }
        }
    }
}
