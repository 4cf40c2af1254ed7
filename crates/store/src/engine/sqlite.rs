//! SQLite: one file in the registry's folder, nothing to install.

use crate::{Result, Sql, StoreError};
use rusqlite::ffi::{SQLITE_IOERR_DIR_FSYNC, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_WRITE};
use rusqlite::{CachedStatement, OpenFlags};
use std::cell::Cell;
use std::path::Path;
use std::time::Duration;

pub const DATABASE: &str = "registry.db";

/// Every commit is synced; what is deleted is overwritten; nothing is ever put into a temporary file. The
/// write-ahead log is moved into the database by [`Connection::tend`] alone, where its failure is seen.
///
/// Every command copies the pages that it changes, to be undone alone: with pages of 16 KiB a fifth fewer people are
/// registered one by one in the same time (`bench intake`), with 4 KiB a long list takes a twentieth longer.
const SETTINGS: &str = "pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full;
    pragma secure_delete = on; pragma foreign_keys = on; pragma temp_store = memory;
    pragma wal_autocheckpoint = 0;";

/// How long a statement waits for another process.
const PATIENCE: Duration = Duration::from_secs(15);

/// Long lists touch every page of some indexes: with 32 MiB at hand none is written twice in a transaction.
const WRITER_MEMORY: &str = "pragma cache_size = -32768;";

/// After how many changed rows the write-ahead log is moved into the database: some tens of MiB.
const ROWS_BETWEEN_CHECKPOINTS: u64 = 3_000;

/// How many statements stay prepared.
const STATEMENTS: usize = 128;

pub struct Connection {
    inner: rusqlite::Connection,
    /// Rows changed when the write-ahead log was last moved into the database.
    moved_at: Cell<u64>,
    /// Whether the write-ahead log may hold what was deleted for good, or what a program left that was killed.
    to_empty: Cell<bool>,
}

impl Connection {
    pub fn open(path: &Path) -> Result<Self> {
        // A connection is never used by two threads at once: the compiler sees to that, and SQLite need not.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let inner = rusqlite::Connection::open_with_flags(path, flags)?;
        inner.execute_batch(SETTINGS)?;
        inner.busy_timeout(PATIENCE)?;
        inner.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self { inner, moved_at: Cell::new(0), to_empty: Cell::new(true) })
    }

    pub fn open_writer(path: &Path) -> Result<Self> {
        let connection = Self::open(path)?;
        connection.batch(WRITER_MEMORY)?;
        Ok(connection)
    }

    pub fn batch(&self, statements: &str) -> Result<()> {
        Ok(self.inner.execute_batch(statements)?)
    }

    pub fn changes(&self) -> usize {
        self.inner.changes() as usize
    }

    pub fn prepare(&self, sql: &'static Sql) -> Result<CachedStatement<'_>> {
        Ok(self.inner.prepare_cached(sql.for_sqlite())?)
    }

    /// The first column of every row of an answer, as text.
    pub fn lines(&self, statement: &str) -> Result<Vec<String>> {
        let mut prepared = self.inner.prepare(statement)?;
        let mut rows = prepared.query([])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let text = row.get_ref(0)?.as_bytes().unwrap_or_default();
            lines.push(String::from_utf8_lossy(text).into_owned());
        }
        Ok(lines)
    }

    pub fn begin_write(&self) -> Result<()> {
        self.batch("begin immediate")
    }

    pub fn commit(&self) -> Result<()> {
        self.inner.execute_batch("commit").map_err(faithful)?;
        Ok(())
    }

    /// Moves the write-ahead log into the database once it has grown; readers and writers go on meanwhile. After a
    /// transaction that `forgets`, and after the first one, the log is emptied as well: a program that is killed again
    /// and again would leave one that only grows.
    pub fn tend(&self, forgets: bool) {
        let changed = self.inner.total_changes();
        self.to_empty.set(forgets || self.to_empty.get());
        if self.to_empty.get() {
            self.moved_at.set(changed);
            self.to_empty.set(!self.empty_write_ahead());
        } else if changed - self.moved_at.get() >= ROWS_BETWEEN_CHECKPOINTS {
            self.moved_at.set(changed);
            // Anything but a broken disk is tried again next time: a reader may be in the way, or no space left.
            let _ = self.inner.query_row("pragma wal_checkpoint(passive)", [], |_| Ok(())).map_err(faithful);
        }
    }

    /// Nobody waits for a reader that is in the way: it is tried again after the next transaction.
    fn empty_write_ahead(&self) -> bool {
        let _ = self.inner.busy_timeout(Duration::ZERO);
        let emptied = self.inner.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get::<_, i64>(0));
        let _ = self.inner.busy_timeout(PATIENCE);
        matches!(emptied.map_err(faithful), Ok(0))
    }

    /// How many migrations have run.
    pub fn steps_done(&self) -> Result<i64> {
        Ok(self.inner.query_row("pragma user_version", [], |row| row.get(0))?)
    }

    pub fn set_steps_done(&self, steps: i64) -> Result<()> {
        Ok(self.inner.pragma_update(None, "user_version", steps)?)
    }
}

/// Lets every error through but one: a disk that did not keep what it was given. After a failed sync nobody knows
/// what is on it, a second sync may say "yes" to bytes that are gone, and only a new start reads what really is
/// there. So the process ends, and nobody who waits is told that anything was kept.
fn faithful(error: rusqlite::Error) -> rusqlite::Error {
    const BROKEN: [i32; 4] = [SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC, SQLITE_IOERR_WRITE, SQLITE_IOERR_TRUNCATE];
    if error.sqlite_error().is_some_and(|error| BROKEN.contains(&error.extended_code)) {
        eprintln!(
            "The disk did not keep what was written ({error}). Nothing of the last moments was acknowledged. The \
             program ends here; look after the disk, then start it again."
        );
        std::process::exit(EXIT_DISK);
    }
    error
}

/// EX_IOERR of sysexits.h.
const EXIT_DISK: i32 = 74;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => StoreError::Full,
            _ => StoreError::Engine(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Store, sql};

    fn add_team(store: &Store, id: &str) {
        let insert = sql!("insert into team (id, name, kind) values ($1, $1, 'casework')");
        store.write::<_, StoreError>(|tx| tx.run(insert, &[id.into()])).unwrap();
    }

    /// What lies in the database's own file, without its write-ahead log.
    fn teams_without_the_log(folder: &Path) -> i64 {
        let alone = tempfile::tempdir().unwrap();
        let path = alone.path().join(DATABASE);
        std::fs::copy(folder.join(DATABASE), &path).unwrap();
        let database = rusqlite::Connection::open(path).unwrap();
        database.query_row("select count(*) from team", [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_program_that_is_killed_again_and_again_leaves_no_log_that_only_grows() {
        let (folder, killed) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let store = Store::create(folder.path()).unwrap();
        ["a", "b", "c"].iter().for_each(|id| add_team(&store, id));
        // The files as they lie there when the program dies now.
        for name in [DATABASE, "registry.db-wal"] {
            std::fs::copy(folder.path().join(name), killed.path().join(name)).unwrap();
        }
        assert!(teams_without_the_log(killed.path()) < 3, "nothing is left to move");
        let started_again = Store::open(killed.path()).unwrap();
        add_team(&started_again, "d");
        assert_eq!(teams_without_the_log(killed.path()), 4);
    }
}
