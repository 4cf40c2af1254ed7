//! Checking backups without any secret: every signature, every file, byte by byte.

use super::{Folder, Manifest, Piece};
use anyhow::Result;
use data_encoding::HEXLOWER;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Something that is not as it was written, and what is lost by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    Manifest {
        name: String,
        why: String,
    },
    /// A file of one or more backups.
    Piece {
        name: String,
        table: String,
        backups: Vec<String>,
        missing: bool,
    },
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Damage::Manifest { name, why } => write!(f, "backup {name}: {why}; it cannot be restored"),
            Damage::Piece { name, table, backups, missing } => {
                let what = if *missing { "is missing" } else { "is not as it was written" };
                let backups = backups.join(", ");
                write!(f, "piece {name} (table {table}) {what}; it belongs to the backups {backups}")
            }
        }
    }
}

#[derive(Debug, Default)]
pub struct Checked {
    pub backups: u64,
    pub pieces: u64,
    pub bytes: u64,
    /// Files that no manifest names.
    pub strays: u64,
    pub damages: Vec<Damage>,
}

pub fn hash(file: &[u8]) -> String {
    HEXLOWER.encode(&vault::digest(&[file]))
}

/// Whether a piece lies there as it was written.
pub fn whole(folder: &Folder, piece: &Piece) -> bool {
    std::fs::read(folder.piece(&piece.name))
        .is_ok_and(|file| file.len() as u64 == piece.size && hash(&file) == piece.hash)
}

/// Checks every backup in the folder. `tick` is told of each piece how many there are.
pub fn check(folder: &Folder, mut tick: impl FnMut(u64)) -> Result<Checked> {
    let mut checked = Checked::default();
    let mut pieces: BTreeMap<String, (Piece, Vec<String>)> = BTreeMap::new();
    for name in folder.manifests()? {
        match Manifest::read(folder, &name) {
            Err(error) => checked.damages.push(Damage::Manifest { name, why: error.to_string() }),
            Ok(manifest) => {
                checked.backups += 1;
                for piece in manifest.all_pieces() {
                    let (_, named_by) = pieces.entry(piece.name.clone()).or_insert((piece.clone(), Vec::new()));
                    if named_by.last() != Some(&name) {
                        named_by.push(name.clone());
                    }
                }
            }
        }
    }
    let total = pieces.len() as u64;
    for (name, (piece, backups)) in &pieces {
        checked.pieces += 1;
        checked.bytes += piece.size;
        if !whole(folder, piece) {
            let missing = !folder.piece(name).exists();
            let (name, table, backups) = (name.clone(), piece.table.clone(), backups.clone());
            checked.damages.push(Damage::Piece { name, table, backups, missing });
        }
        tick(total);
    }
    let there: BTreeSet<String> = folder.pieces()?.into_iter().collect();
    checked.strays = there.iter().filter(|name| !pieces.contains_key(*name)).count() as u64;
    checked.strays += folder.partial()?.len() as u64;
    Ok(checked)
}
