//! The database: one SQL text, one writer, several readers. The only crate that names an engine.
//!
//! `store.write(|tx| …)` is one transaction: it commits when the closure returns `Ok`, together with the log
//! entries it appended and the checkpoint over them, and leaves nothing behind when it returns `Err`.

pub mod chain;
pub mod envelope;
pub mod failpoint;
pub mod log;
mod migrate;
mod sql;
mod tx;
mod value;

pub use chain::{Chain, Draft, Signed};
pub use envelope::{Envelope, Payload};
pub use inventory;
pub use sql::{Registered, Sql};
pub use tx::{Prepared, Tx};
pub use value::{Row, Value};

use log::LogSigner;
use parking_lot::FairMutex;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("The database did not take a change. Nothing of it was kept; please try again. ({0})")]
    Engine(#[from] rusqlite::Error),
    #[error(
        "The database holds a value that does not belong there ({0}). Nothing was changed; run `safeconduct verify`."
    )]
    Damaged(&'static str),
    #[error("This database was made by a newer version of the program. Nothing was changed; please use that version.")]
    TooNew,
    #[error("The log grew while events for it were signed. Nothing was changed; please try again.")]
    Overtaken,
    #[error("A key could not be used. Nothing was changed. ({0})")]
    Vault(#[from] vault::VaultError),
    #[error("There is no registry in this folder yet. Make one with `safeconduct init`.")]
    Missing,
    #[error("The folder of the registry cannot be used: {0}. Nothing was changed.")]
    Folder(#[from] std::io::Error),
}

pub type Result<T> = std::result::Result<T, StoreError>;

const DATABASE: &str = "registry.db";
const READERS: usize = 3;

/// Long lists touch every page of some indexes: with 32 MiB at hand none is written twice in a transaction. Pages
/// move from the write-ahead log into the database after as many MiB, not after every few hundred people.
const WRITER_MEMORY: &str = "pragma cache_size = -32768; pragma wal_autocheckpoint = 2000;";

/// An open registry. Cheap to share behind an `Arc`.
pub struct Store {
    folder: PathBuf,
    /// Fair: whoever writes a long list must not keep everybody else waiting.
    writer: FairMutex<Connection>,
    readers: Vec<Mutex<Connection>>,
    next_reader: std::sync::atomic::AtomicUsize,
    signer: Mutex<Option<LogSigner>>,
}

impl Store {
    /// Makes the folder and an empty database in it, or fails when there is one already.
    pub fn create(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        private_to_owner(folder, 0o700)?;
        let path = folder.join(DATABASE);
        std::fs::OpenOptions::new().write(true).create_new(true).open(&path)?;
        private_to_owner(&path, 0o600)?;
        Self::connect(folder)
    }

    /// Opens what [`Store::create`] made and brings its tables up to date.
    pub fn open(folder: &Path) -> Result<Self> {
        if !folder.join(DATABASE).exists() {
            return Err(StoreError::Missing);
        }
        Self::connect(folder)
    }

    fn connect(folder: &Path) -> Result<Self> {
        let path = folder.join(DATABASE);
        let mut writer = connection(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        writer.execute_batch(WRITER_MEMORY)?;
        migrate::run(&mut writer)?;
        let readers = (0..READERS)
            .map(|_| connection(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).map(Mutex::new))
            .collect::<Result<_>>()?;
        Ok(Self {
            folder: folder.to_owned(),
            writer: FairMutex::new(writer),
            readers,
            next_reader: 0.into(),
            signer: Mutex::new(LogSigner::load(folder)?),
        })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Keeps the key that signs checkpoints; made once, at `init`.
    pub fn set_log_signer(&self, signer: LogSigner) -> Result<()> {
        signer.save(&self.folder)?;
        *locked(&self.signer) = Some(signer);
        Ok(())
    }

    /// One transaction that may write; others wait for it.
    pub fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let signer = locked(&self.signer).clone();
        let mut writer = self.writer.lock();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut tx = Tx::new(&transaction);
        let outcome = work(&mut tx)?;
        tx.finish(signer.as_ref())?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(outcome)
    }

    /// Changes rows past all rules, as somebody with the file in hand could: for proving that it is found.
    pub fn tamper(&self, statement: &str) -> Result<usize> {
        Ok(self.writer.lock().execute(statement, [])?)
    }

    /// A consistent view for reading; never waits for the writer.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let turn = self.next_reader.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        // One that is free, if there is one: opening a team's desk keeps a reader for seconds.
        let free = (0..READERS).find_map(|n| self.readers[(turn + n) % READERS].try_lock().ok());
        let mut reader = free.unwrap_or_else(|| locked(&self.readers[turn % READERS]));
        let transaction = reader.transaction().map_err(StoreError::from)?;
        work(&mut Tx::new(&transaction))
    }
}

/// A panic in one request must not close the registry to everybody: the transaction it held was rolled back.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn connection(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch(
        "pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;
         pragma foreign_keys = on; pragma temp_store = memory; pragma busy_timeout = 15000;",
    )?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

#[cfg(unix)]
pub(crate) fn private_to_owner(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))?)
}

#[cfg(not(unix))]
pub(crate) fn private_to_owner(_: &Path, _: u32) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_registered_statement_prepares() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(folder.path()).unwrap();
        assert!(store.prepare_all().unwrap() > 5);
    }

    #[test]
    fn a_failed_write_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(folder.path()).unwrap();
        let outcome: Result<()> = store.write(|tx| {
            tx.run(
                sql!("insert into team (id, name, kind) values ($1, $2, $3)"),
                &["a".into(), "b".into(), "c".into()],
            )?;
            Err(StoreError::Damaged("on purpose"))
        });
        assert!(outcome.is_err());
        let count = store.read(|tx| tx.one(sql!("select count(*) from team"), &[], |row| row.int(0)));
        assert_eq!(count.unwrap(), Some(0));
    }
}
