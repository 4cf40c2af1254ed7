//! The two engines under one roof: a connection to either, and what differs between them. Statements, values and
//! transactions above this folder know of neither.

pub mod postgres;
pub mod sqlite;

use crate::Result;

/// A connection that one thread at a time works with.
pub enum Connection {
    Sqlite(sqlite::Connection),
    Postgres(Box<postgres::Connection>),
}

impl Connection {
    /// Begins a transaction that may write. Nobody else writes until it has ended, here or on another machine:
    /// each entry of the log names its position, and each event the one before it.
    pub fn begin_write(&self) -> Result<()> {
        match self {
            Self::Sqlite(connection) => connection.begin_write(),
            Self::Postgres(connection) => connection.begin_write(),
        }
    }

    /// Begins a transaction that sees one state of everything and changes nothing.
    pub fn begin_read(&self) -> Result<()> {
        match self {
            Self::Sqlite(connection) => connection.batch("begin"),
            Self::Postgres(connection) => connection.begin_read(),
        }
    }

    /// Returns once everything is on the disk. A disk that does not keep what it was given ends the process.
    pub fn commit(&self) -> Result<()> {
        match self {
            Self::Sqlite(connection) => connection.commit(),
            Self::Postgres(connection) => connection.commit(),
        }
    }

    /// Ends a transaction whatever state it is in; there is nobody to tell when even that fails.
    pub fn roll_back(&self) {
        let _ = self.batch("rollback");
    }

    /// What is to be done between two transactions. After one that `forgets`, what it deleted is to lie in no file;
    /// a PostgreSQL server sees to that itself (docs/operate.md).
    pub fn tend(&self, forgets: bool) {
        if let Self::Sqlite(connection) = self {
            connection.tend(forgets);
        }
    }

    /// Runs statements without parameters, and says how many rows the last of them changed.
    pub fn batch(&self, statements: &str) -> Result<usize> {
        match self {
            Self::Sqlite(connection) => connection.batch(statements).map(|()| connection.changes()),
            Self::Postgres(connection) => connection.batch(statements),
        }
    }

    /// Whether a statement fits the tables.
    pub fn check(&self, sql: &'static crate::Sql) -> Result<()> {
        match self {
            Self::Sqlite(connection) => connection.prepare(sql).map(drop),
            Self::Postgres(connection) => connection.prepare(sql).map(drop),
        }
    }
}
