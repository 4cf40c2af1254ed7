//! Room kept back for the day the disk is full.
//!
//! Nobody reads without an entry in the record of reading, and an entry needs room too. So a file of some
//! megabytes lies beside the database; when the disk runs full it is given up, new cases and changes are refused,
//! and reading goes on, recorded, on what it held.

use crate::Result;
use std::fs::File;
use std::path::{Path, PathBuf};

const FILE: &str = "reserve";

/// Thousands of entries of the record of reading, in bytes.
const SIZE: u64 = 32 << 20;

/// With less room than this, in bytes, the disk counts as full: a long list writes about as much in one transaction.
const LEAST: u64 = 16 << 20;

pub struct Reserve {
    /// None where the database is another machine's.
    folder: Option<PathBuf>,
    spent: bool,
    /// Bytes that may still be written in a folder.
    room: fn(&Path) -> Result<u64>,
}

impl Reserve {
    pub fn none() -> Self {
        Self { folder: None, spent: false, room: room_in }
    }

    pub fn in_folder(folder: &Path) -> Self {
        Self::with_room(folder, room_in)
    }

    fn with_room(folder: &Path, room: fn(&Path) -> Result<u64>) -> Self {
        let spent = !folder.join(FILE).metadata().is_ok_and(|file| file.len() == SIZE);
        let mut reserve = Self { folder: Some(folder.to_owned()), spent, room };
        reserve.look();
        reserve
    }

    /// Whether only the record of reading may grow.
    pub fn is_spent(&self) -> bool {
        self.spent
    }

    /// Gives the reserve up when the disk runs full, and lays it in again once there is room.
    pub fn look(&mut self) {
        let Some(folder) = &self.folder else { return };
        let Ok(room) = (self.room)(folder) else { return };
        if !self.spent && room < LEAST {
            self.spend();
        } else if self.spent && room >= SIZE + 2 * LEAST {
            self.spent = lay_in(&folder.join(FILE)).is_err();
        }
    }

    pub fn spend(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_file(folder.join(FILE));
            self.spent = true;
        }
    }
}

fn room_in(folder: &Path) -> Result<u64> {
    let disk = rustix::fs::statvfs(folder).map_err(std::io::Error::from)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

fn lay_in(path: &Path) -> Result<()> {
    let file = File::create(path)?;
    crate::private_to_owner(path, 0o600)?;
    rustix::fs::fallocate(&file, rustix::fs::FallocateFlags::empty(), 0, SIZE).map_err(std::io::Error::from)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Connection, sqlite};
    use crate::group::Writer;
    use crate::{Store, StoreError, Tx, sql};
    use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

    static ROOM: AtomicU64 = AtomicU64::new(u64::MAX);

    fn team(writer: &Writer, id: &str) -> Result<usize> {
        let add =
            |tx: &mut Tx| tx.run(sql!("insert into team (id, name, kind) values ($1, $1, 'casework')"), &[id.into()]);
        writer.write(|| None, add)
    }

    fn entry(writer: &Writer, position: i64) -> Result<usize> {
        let add = |tx: &mut Tx| {
            tx.run_on_reserve(
                sql!(
                    "insert into admin_entry (position, at, member_id, action, subject) values ($1, 0, '', 'seen', '')"
                ),
                &[position.into()],
            )
        };
        writer.write(|| None, add)
    }

    #[test]
    fn a_full_disk_takes_nothing_but_the_record_until_there_is_room_again() {
        let folder = tempfile::tempdir().unwrap();
        drop(Store::create(folder.path()).unwrap());
        let laid_in = || folder.path().join(FILE).metadata().is_ok_and(|file| file.len() == SIZE);
        assert!(laid_in(), "a new registry has its reserve");
        let connection = sqlite::Connection::open_writer(&folder.path().join(sqlite::DATABASE)).unwrap();
        let reserve = Reserve::with_room(folder.path(), |_| Ok(ROOM.load(SeqCst)));
        let writer = Writer::new(Connection::Sqlite(connection), reserve);
        team(&writer, "before").unwrap();

        ROOM.store(LEAST - 1, SeqCst);
        assert!(matches!(team(&writer, "refused"), Err(StoreError::Full)));
        assert!(!laid_in(), "it is given up");
        entry(&writer, 1).unwrap();

        // What it held is free now, and still nothing but the record may take of it.
        ROOM.store(SIZE, SeqCst);
        assert!(matches!(team(&writer, "refused"), Err(StoreError::Full)));
        entry(&writer, 2).unwrap();

        ROOM.store(SIZE + 2 * LEAST, SeqCst);
        team(&writer, "after").unwrap();
        assert!(laid_in());
    }
}
