//! A long log that is shown to a witness: what the proof costs when little is new, and when everything is read again.

use super::figure;
use super::office::office;
use crate::edge::{self, timed};
use access::entries::{AccessEntry, record_access};
use anyhow::{Result, ensure};
use casework::upkeep::{edge_at, submission};
use store::Store;
use vault::merkle::{Shown, shown};

#[derive(clap::Args)]
pub struct Witness {
    /// How many entries the log has.
    #[arg(long, default_value_t = 1_000_000)]
    entries: u64,
    /// How many of them the witness has not cosigned.
    #[arg(long, default_value_t = 1_000)]
    newer: u64,
}

/// Entries of one transaction.
const AT_ONCE: u64 = 10_000;

impl Witness {
    pub fn run(self) -> Result<()> {
        ensure!((1..self.entries).contains(&self.newer), "Some entries are newer, and not all.");
        let folder = tempfile::tempdir()?;
        let (store, keys, _) = office(&folder.path().join("registry"))?;
        let entry = AccessEntry {
            at: edge::now(),
            member: keys.actor.member,
            action: "open-case".to_owned(),
            outcome: "allowed".to_owned(),
            case: None,
            compartments: 1,
            cases: 1,
        };
        let so_far = store.read(|tx| tx.log_size())? as u64;
        ensure!(so_far < self.entries - self.newer, "The log of a new registry has {so_far} entries already.");
        grow(&store, &entry, self.entries - self.newer - so_far)?;
        let (_, known) = store.read(|tx| submission(tx, 0, None))?;
        grow(&store, &entry, self.newer)?;
        let old = known.size();
        let (quick, quickly) = timed(|| store.read(|tx| submission(tx, old, Some(&known))));
        let (whole, slowly) = timed(|| store.read(|tx| submission(tx, old, None)));
        let ((shown_now, end), (shown_again, _)) = (quick?, whole?);
        ensure!(shown_now == shown_again, "Both ways must lead to the same proof.");
        let (verdict, checking) = timed(|| shown((old, known.root()), (end.size(), end.root()), &shown_now.proof));
        ensure!(verdict == Shown::Continues, "The proof does not hold.");
        ensure!(store.read(|tx| edge_at(tx, old))? == known, "The entries do not give the edge that was kept.");
        let of = format!("{} newer of {} entries", self.newer, self.entries);
        figure(&of, format!("{:.1} ms", quickly * 1e3), "≤ 100 ms: as every minute");
        figure("the same, when all are read again", format!("{slowly:.1} s"), "only when something does not fit");
        figure("checking it", format!("{:.3} ms", checking * 1e3), "");
        figure("what is sent", format!("{} bytes", shown_now.to_string().len()), "≤ 4,096");
        Ok(())
    }
}

fn grow(store: &Store, entry: &AccessEntry, by: u64) -> Result<()> {
    let mut left = by;
    while left > 0 {
        let now = left.min(AT_ONCE);
        store.write(|tx| (0..now).try_for_each(|_| record_access(tx, entry)))?;
        left -= now;
    }
    Ok(())
}
