//! Looking at a registry before anything is signed on top of it.

use super::verify::{check_end, entry_leaves, event_leaves};
use super::{Finding, tables};
use crate::Result;
use std::path::Path;
use store::check::wal;
use store::{Store, StoreError};

/// Fewer than so many of the log's newest entries are hashed again; a power of two.
const MOST: u64 = 4_096;

/// Opens a registry for looking at it, whatever state it is in.
pub fn examine(folder: &Path) -> std::result::Result<Store, Finding> {
    match wal(folder) {
        Ok(Some(damage)) => Err(Finding::WriteAhead { frame: damage.frame, certain: damage.certain }),
        _ => open(folder),
    }
}

/// The newest change of all is damaged where it was written first. When the power fails while a change is written,
/// it looks the same; then nobody was told that it was kept. It stops nothing, and is to be said.
pub fn cut_off(folder: &Path) -> Option<Finding> {
    let damage = wal(folder).ok().flatten().filter(|damage| !damage.certain)?;
    Some(Finding::WriteAhead { frame: damage.frame, certain: false })
}

fn open(folder: &Path) -> std::result::Result<Store, Finding> {
    Store::open(folder).map_err(|error| match error {
        StoreError::Vault(_) | StoreError::Damaged("the log's key file") => Finding::LogKey,
        error => tables::unreadable("registry.db", &error),
    })
}

/// Opens a registry for writing, or says what speaks against it: damage that is seen without reading everything.
/// Where the log's stored end, its signed checkpoint, its key and its newest entries do not fit each other, the
/// next signature would vouch for what nobody signed.
pub fn examine_to_write(folder: &Path) -> std::result::Result<Store, Finding> {
    if let Ok(Some(damage)) = wal(folder)
        && damage.certain
    {
        return Err(Finding::WriteAhead { frame: damage.frame, certain: true });
    }
    let store = open(folder)?;
    match end_fits(&store) {
        Ok(findings) => findings.into_iter().next().map_or(Ok(store), Err),
        Err(error) => Err(tables::stopped("the log", &error)),
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
        findings.extend(check_end(tx, leaves, from)?);
        Ok(findings)
    })
}
