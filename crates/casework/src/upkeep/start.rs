//! Looking at a registry before anything is signed on top of it.

use super::leaves::{entry_leaves, event_leaves};
use super::verify::check_end;
use super::{Finding, tables};
use crate::Result;
use std::path::Path;
use store::check::wal;
use store::{Store, StoreError};

/// Fewer than so many of the log's newest entries are hashed again; a power of two.
const MOST: u64 = 4_096;

/// What speaks against opening a registry at all: its write-ahead log is damaged, which the engine passes over in
/// silence. Must be asked before the registry is opened.
///
/// Damage that is not certain hits the newest change of all, where it was written first. When the power fails while
/// a change is written, it looks the same; then nobody was told that it was kept. It stops nothing, and is to be said.
pub fn write_ahead(folder: &Path) -> Option<Finding> {
    let damage = wal(folder).ok().flatten()?;
    Some(Finding::WriteAhead { frame: damage.frame, certain: damage.certain })
}

/// What an error at opening says of the files; `None` when it is not about them.
pub fn unreadable(error: &StoreError) -> Option<Finding> {
    match error {
        StoreError::Vault(_) | StoreError::Damaged("the log's key file") => Some(Finding::LogKey),
        StoreError::Engine(_) | StoreError::Damaged(_) => Some(tables::unreadable("registry.db", error)),
        _ => None,
    }
}

/// What speaks against writing to an open registry: damage that is seen without reading everything. Where the log's
/// stored end, its signed checkpoint, its key and its newest entries do not fit each other, the next signature would
/// vouch for what nobody signed.
pub fn unfit_to_write(store: &Store) -> Option<Finding> {
    match end_fits(store) {
        Ok(findings) => findings.into_iter().next(),
        Err(error) => Some(tables::stopped("the log", &error)),
    }
}

fn end_fits(store: &Store) -> Result<Vec<Finding>> {
    store.read(|tx| {
        let mut findings = tables::log_key(store, tx)?;
        let Some((_, edge)) = tx.checkpoint()? else {
            findings.push(Finding::Checkpoint);
            return Ok(findings);
        };
        // The roots of the small subtrees at the right edge are hashes of the newest entries alone.
        let from = edge.size() - edge.size() % MOST;
        let mut leaves = event_leaves(tx, from as i64)?;
        leaves.extend(entry_leaves(tx, from as i64)?);
        leaves.sort_unstable();
        findings.extend(check_end(tx, &leaves, from)?);
        Ok(findings)
    })
}
