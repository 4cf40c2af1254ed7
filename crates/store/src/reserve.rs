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
}

impl Reserve {
    pub fn none() -> Self {
        Self { folder: None, spent: false }
    }

    pub fn in_folder(folder: &Path) -> Self {
        let spent = !folder.join(FILE).metadata().is_ok_and(|file| file.len() == SIZE);
        let mut reserve = Self { folder: Some(folder.to_owned()), spent };
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
        let Ok(room) = room_in(folder) else { return };
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

/// Bytes that may still be written.
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
