//! The database: one SQL text, one writer, several readers. The only crate that names an engine.
//!
//! `store.write(|tx| …)` is one transaction: it commits when the closure returns `Ok`, together with the log
//! entries it appended and the checkpoint over them, and leaves nothing behind when it returns `Err`.

pub mod chain;
pub mod check;
pub mod dump;
mod engine;
pub mod envelope;
pub mod failpoint;
mod group;
pub mod log;
mod migrate;
mod reserve;
mod sql;
pub mod sum;
mod tx;
mod value;
pub mod witness;

pub use chain::{Chain, Draft, Signed};
pub use envelope::{Envelope, Payload};
pub use inventory;
pub use sql::{Registered, Sql};
pub use tx::{Prepared, Tx};
pub use value::{Row, Value};

pub use engine::sqlite::DATABASE;
use engine::{Connection, postgres::Address, sqlite};
use group::Writer;
use log::LogSigner;
use reserve::Reserve;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("The database did not take a change. Nothing of it was kept; please try again. ({0})")]
    Engine(String),
    #[error("The database server does not answer. Nothing was changed; please try again in a moment. ({0})")]
    Server(String),
    #[error(
        "The database server was lost while a change was being kept. Whether it was kept is not known; do the same \
         again, and look first whether it is there already."
    )]
    Unknown,
    #[error("The disk is full. Nothing was changed, and all that was registered is safe; make room and try again.")]
    Full,
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
    #[error("There is no registry here yet. Make one with `safeconduct init`.")]
    Missing,
    #[error("There is a registry here already. Nothing was changed.")]
    Taken,
    #[error(
        "This folder has a registry of its own, so none on a database server is opened from it. Nothing was changed; \
         take another folder, or leave the address of the database out."
    )]
    TwoRegistries,
    #[error(
        "The key that signs the log is not in this folder. Nothing was changed; copy the file log.key from the \
         folder in which the registry was made."
    )]
    NoLogKey,
    #[error("The address of the database cannot be used: {0}. Nothing was changed.")]
    Address(String),
    #[error("The folder of the registry cannot be used: {0}. Nothing was changed.")]
    Folder(#[from] std::io::Error),
}

pub type Result<T> = std::result::Result<T, StoreError>;

const READERS: usize = 3;

/// Holds the address of the database server, for a registry that is not in the folder itself.
pub const ADDRESS_FILE: &str = "database.url";

/// An open registry. Cheap to share behind an `Arc`.
pub struct Store {
    folder: PathBuf,
    writer: Writer,
    readers: Vec<Mutex<Connection>>,
    next_reader: std::sync::atomic::AtomicUsize,
    signer: Mutex<Option<LogSigner>>,
}

impl Store {
    /// Makes the folder and an empty database in it, or fails when there is one already.
    pub fn create(folder: &Path) -> Result<Self> {
        make_folder(folder)?;
        if folder.join(ADDRESS_FILE).exists() {
            return Err(StoreError::Taken);
        }
        let path = folder.join(sqlite::DATABASE);
        match std::fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Err(StoreError::Taken),
            made => drop(made?),
        }
        private_to_owner(&path, 0o600)?;
        Self::open(folder)
    }

    /// Makes the tables in an empty PostgreSQL database, and the folder that holds its address and the log's key.
    pub fn create_on(folder: &Path, url: &str) -> Result<Self> {
        make_folder(folder)?;
        let writer = engine::postgres::Connection::open(&Address::read(url)?)?;
        if !writer.is_empty()? || folder.join(sqlite::DATABASE).exists() {
            return Err(StoreError::Taken);
        }
        migrate::run(&Connection::Postgres(writer))?;
        Self::open_on(folder, url)
    }

    /// Opens the registry of a folder, wherever its database is, and brings its tables up to date.
    pub fn open(folder: &Path) -> Result<Self> {
        let address = folder.join(ADDRESS_FILE);
        if address.exists() {
            return Self::open_on(folder, std::fs::read_to_string(address)?.trim());
        }
        let path = folder.join(sqlite::DATABASE);
        if !path.exists() {
            return Err(StoreError::Missing);
        }
        let writer = Connection::Sqlite(sqlite::Connection::open_writer(&path)?);
        let reader = || sqlite::Connection::open(&path).map(Connection::Sqlite);
        Self::with(folder, writer, Reserve::in_folder(folder), reader)
    }

    /// Opens a registry on a database server. The folder holds the log's key, and remembers the address.
    pub fn open_on(folder: &Path, url: &str) -> Result<Self> {
        if folder.join(sqlite::DATABASE).exists() {
            return Err(StoreError::TwoRegistries);
        }
        let address = Address::read(url)?;
        let writer = engine::postgres::Connection::open(&address)?;
        if !writer.has_registry()? {
            return Err(StoreError::Missing);
        }
        make_folder(folder)?;
        let path = folder.join(ADDRESS_FILE);
        std::fs::write(&path, url)?;
        private_to_owner(&path, 0o600)?;
        let reader = || engine::postgres::Connection::open(&address).map(Connection::Postgres);
        Self::with(folder, Connection::Postgres(writer), Reserve::none(), reader)
    }

    fn with(
        folder: &Path,
        writer: Connection,
        reserve: Reserve,
        reader: impl Fn() -> Result<Connection>,
    ) -> Result<Self> {
        migrate::run(&writer)?;
        let readers = (0..READERS).map(|_| reader().map(Mutex::new)).collect::<Result<_>>()?;
        Ok(Self {
            folder: folder.to_owned(),
            writer: Writer::new(writer, reserve),
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

    fn signer(&self) -> Option<LogSigner> {
        locked(&self.signer).clone()
    }

    /// One transaction that may write. It is on the disk when this returns; commands that come at the same time
    /// share one commit.
    pub fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.writer.write(|| self.signer(), work)
    }

    /// How many commands wait for the writer.
    pub fn waiting(&self) -> usize {
        self.writer.waiting()
    }

    /// How many transactions were committed since the registry was opened: fewer than commands, when many come at
    /// once.
    pub fn commits(&self) -> u64 {
        self.writer.commits()
    }

    /// Changes rows past all rules, as somebody with the file in hand could: for proving that it is found.
    pub fn tamper(&self, statement: &str) -> Result<usize> {
        self.writer.alone(|| self.signer(), |connection| connection.batch(statement))
    }

    /// A consistent view for reading; never waits for the writer.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.with_reader(|reader| {
            reader.begin_read()?;
            // Also when the work panics: the next reader must not find it open.
            let _end = RollBack(reader);
            work(&mut Tx::new(reader, tx::Edge::default(), false))
        })
    }

    fn with_reader<T>(&self, work: impl FnOnce(&Connection) -> T) -> T {
        let turn = self.next_reader.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        // One that is free, if there is one: opening a team's desk keeps a reader for seconds.
        let free = (0..READERS).find_map(|n| self.readers[(turn + n) % READERS].try_lock().ok());
        let reader = free.unwrap_or_else(|| locked(&self.readers[turn % READERS]));
        work(&reader)
    }
}

struct RollBack<'c>(&'c Connection);

impl Drop for RollBack<'_> {
    fn drop(&mut self) {
        self.0.roll_back();
    }
}

/// A panic in one request must not close the registry to everybody: the transaction it held was rolled back.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    private_to_owner(folder, 0o700)
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
