//! Group commit: commands that wait for the writer share one transaction, one checkpoint and one sync of the disk.
//!
//! Each command runs alone, after the one before it, and one that fails leaves nothing behind. Whoever sees that
//! nobody else waits commits for all, and only then is anybody told that something was kept.

use crate::engine::Connection;
use crate::failpoint::{Failpoint, reach};
use crate::log::LogSigner;
use crate::tx::{Edge, Tx};
use crate::{Result, StoreError};
use parking_lot::{Condvar, FairMutex, Mutex};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};

/// The most commands of one transaction, so that the first of them does not wait for ever.
const MOST: usize = 128;

/// The one place where anything is written.
pub struct Writer {
    /// Fair: whoever writes a long list must not keep everybody else waiting.
    group: FairMutex<Group>,
    waiting: AtomicUsize,
    commits: AtomicU64,
}

/// The connection that writes, with the transaction that is open on it.
struct Group {
    connection: Connection,
    open: Option<Open>,
    reserve: crate::reserve::Reserve,
}

struct Open {
    edge: Edge,
    commands: usize,
    fate: Arc<Fate>,
}

/// What became of a transaction, for all whose commands are in it.
#[derive(Default)]
struct Fate {
    sealed: Mutex<Option<Result<()>>>,
    known: Condvar,
}

impl Fate {
    fn seal(&self, outcome: Result<()>) {
        *self.sealed.lock() = Some(outcome);
        self.known.notify_all();
    }

    fn wait(&self) -> Result<()> {
        let mut sealed = self.sealed.lock();
        while sealed.is_none() {
            self.known.wait(&mut sealed);
        }
        match sealed.as_ref() {
            Some(Err(error)) => Err(told_to_all(error)),
            Some(Ok(())) | None => Ok(()),
        }
    }
}

/// The same error for each of those who wait for a transaction.
fn told_to_all(error: &StoreError) -> StoreError {
    match error {
        StoreError::Full => StoreError::Full,
        StoreError::Unknown => StoreError::Unknown,
        StoreError::NoLogKey => StoreError::NoLogKey,
        StoreError::Engine(why) => StoreError::Engine(why.clone()),
        StoreError::Server(why) => StoreError::Server(why.clone()),
        other => StoreError::Engine(other.to_string()),
    }
}

impl Writer {
    pub fn new(connection: Connection, reserve: crate::reserve::Reserve) -> Self {
        let group = FairMutex::new(Group { connection, open: None, reserve });
        Self { group, waiting: AtomicUsize::new(0), commits: AtomicU64::new(0) }
    }

    /// Runs one command and returns when what it wrote is on the disk.
    pub fn write<T, E: From<StoreError>>(
        &self,
        signer: impl FnOnce() -> Option<LogSigner>,
        work: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.waiting.fetch_add(1, SeqCst);
        let mut group = self.group.lock();
        self.waiting.fetch_sub(1, SeqCst);
        let (outcome, fate) = group.run(work);
        // Whoever is counted as waiting comes through here too, and is then the one who commits.
        let last = self.waiting.load(SeqCst) == 0;
        if last || group.open.as_ref().is_some_and(|open| open.commands >= MOST) {
            let kept = group.commit(signer);
            self.commits.fetch_add(kept.into(), SeqCst);
        }
        drop(group);
        let outcome = outcome.unwrap_or_else(|panic| resume_unwind(panic))?;
        fate.wait()?;
        reach(Failpoint::FirstTold);
        Ok(outcome)
    }

    pub fn waiting(&self) -> usize {
        self.waiting.load(SeqCst)
    }

    pub fn commits(&self) -> u64 {
        self.commits.load(SeqCst)
    }

    /// Works with the connection itself, outside of any transaction.
    pub fn alone<T>(&self, signer: impl FnOnce() -> Option<LogSigner>, work: impl FnOnce(&Connection) -> T) -> T {
        let mut group = self.group.lock();
        group.commit(signer);
        work(&group.connection)
    }
}

type Ran<T, E> = std::thread::Result<std::result::Result<T, E>>;

impl Group {
    /// Runs a command in the open transaction, or in a new one; a failed one is undone to where it began.
    fn run<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
    ) -> (Ran<T, E>, Arc<Fate>) {
        let fate = self.open.as_ref().map(|open| open.fate.clone()).unwrap_or_default();
        if let Err(error) = self.begin(&fate) {
            return (Ok(Err(error.into())), fate);
        }
        let edge = self.open.as_ref().map(|open| open.edge.clone()).unwrap_or_default();
        let mut tx = Tx::new(&self.connection, edge, self.reserve.is_spent());
        // A panic in one command must not close the registry to everybody.
        let mut outcome = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
        let edge = tx.edge;
        let ended = match outcome {
            Ok(Ok(_)) => self.connection.batch("release command"),
            _ => self.connection.batch("rollback to command; release command"),
        };
        match (ended, &mut self.open) {
            (Ok(_), Some(open)) => {
                open.commands += 1;
                if matches!(outcome, Ok(Ok(_))) {
                    open.edge = edge;
                    reach(Failpoint::OneWorked);
                }
            }
            // The engine ended the transaction by itself: what the commands before this one wrote is gone too.
            (Err(error), _) => {
                let error = self.abandon(error);
                if matches!(outcome, Ok(Ok(_))) {
                    outcome = Ok(Err(error.into()));
                }
            }
            (Ok(_), None) => {}
        }
        (outcome, fate)
    }

    fn begin(&mut self, fate: &Arc<Fate>) -> Result<()> {
        if self.open.is_none() {
            self.reserve.look();
            self.connection.begin_write()?;
            self.open = Some(Open { edge: Edge::default(), commands: 0, fate: fate.clone() });
            reach(Failpoint::WriteBegun);
        }
        match self.connection.batch("savepoint command") {
            Ok(_) => Ok(()),
            Err(error) => Err(self.abandon(error)),
        }
    }

    /// Puts the log's new edge, signed, below what was written, and all of it on the disk. Says whether it did.
    fn commit(&mut self, signer: impl FnOnce() -> Option<LogSigner>) -> bool {
        let Some(open) = &mut self.open else { return false };
        reach(Failpoint::WriteWorked);
        let forgets = open.edge.forgets;
        let mut tx = Tx::new(&self.connection, std::mem::take(&mut open.edge), self.reserve.is_spent());
        let signed = tx.finish(signer).inspect(|()| reach(Failpoint::CheckpointSigned));
        match signed.and_then(|()| self.connection.commit()) {
            Ok(()) => {
                reach(Failpoint::Committed);
                open.fate.seal(Ok(()));
                self.open = None;
                self.connection.tend(forgets);
                true
            }
            Err(error) => {
                self.abandon(error);
                false
            }
        }
    }

    /// Ends the transaction without keeping anything of it, and tells everybody whose commands were in it.
    fn abandon(&mut self, error: StoreError) -> StoreError {
        self.connection.roll_back();
        if matches!(error, StoreError::Full) {
            self.reserve.spend();
        }
        if let Some(open) = self.open.take() {
            open.fate.seal(Err(told_to_all(&error)));
        }
        error
    }
}
