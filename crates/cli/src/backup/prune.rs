//! Removing what is no longer kept: manifests first, then pieces that no manifest names. Wherever that is broken
//! off, every manifest that is left has all its pieces.

use super::{Folder, Manifest};
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Which backups stay; without a word all do.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Keep {
    /// Keep so many of the newest backups, and remove the others.
    #[arg(long, value_name = "NUMBER")]
    keep: Option<usize>,
    /// Beside these, keep the last backup of so many days.
    #[arg(long, value_name = "DAYS", requires = "keep")]
    keep_days: Option<usize>,
}

pub struct Gone {
    pub backups: usize,
    pub pieces: usize,
}

impl Keep {
    #[cfg(test)]
    pub fn of(newest: usize, days: usize) -> Self {
        Self { keep: Some(newest), keep_days: Some(days) }
    }

    pub fn says_anything(&self) -> bool {
        self.keep.is_some()
    }

    /// Which of the names, oldest first, stay. The newest always does.
    fn stay(&self, names: &[String]) -> BTreeSet<String> {
        let Some(newest) = self.keep else { return names.iter().cloned().collect() };
        let mut stay: BTreeSet<String> = names.iter().rev().take(newest.max(1)).cloned().collect();
        let mut days = BTreeSet::new();
        for name in names.iter().rev() {
            // A name begins with its day.
            let day = name.get(..10).unwrap_or(name);
            if days.len() < self.keep_days.unwrap_or(0) && days.insert(day) {
                stay.insert(name.clone());
            }
        }
        stay
    }
}

/// Removes what is not kept with `remove`. Pieces stay when any manifest that is left cannot be read: nobody knows
/// what it needs.
pub fn prune(folder: &Folder, keep: &Keep, remove: &mut dyn FnMut(&Path) -> io::Result<()>) -> Result<Gone> {
    let names = folder.manifests()?;
    let stay = keep.stay(&names);
    let mut gone = Gone { backups: 0, pieces: 0 };
    for name in names.iter().filter(|name| !stay.contains(*name)) {
        remove(&folder.manifest(name)).context("An older backup could not be removed. Every other is whole.")?;
        gone.backups += 1;
    }
    folder.sync()?;
    let mut needed = BTreeSet::new();
    for name in &stay {
        let manifest = Manifest::read(folder, name).with_context(|| {
            format!("The backup {name} is damaged, so no piece was removed. Run `safeconduct backup verify`.")
        })?;
        needed.extend(manifest.all_pieces().map(|piece| piece.name.clone()));
    }
    for path in folder.partial()? {
        remove(&path).context("A leaving of a backup could not be removed. Every backup is whole.")?;
    }
    for name in folder.pieces()?.iter().filter(|name| !needed.contains(*name)) {
        remove(&folder.piece(name)).context("An old piece could not be removed. Every backup is whole.")?;
        gone.pieces += 1;
    }
    Ok(gone)
}
