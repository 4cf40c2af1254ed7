//! `safeconduct checkpoint`: what is carried to a witness by hand, and what comes back.

use crate::upkeep::open_to_write;
use crate::{Place, edge};
use anyhow::{Context, Result, bail};
use base::Instant;
use casework::upkeep::{edge_at, submission};
use std::path::{Path, PathBuf};
use store::Store;
use store::witness::{Standing, State, of};
use vault::checkpoint::{NamedKey, cosigned};

#[derive(clap::Args)]
pub struct Checkpoint {
    #[command(flatten)]
    place: Place,
    /// Prints the log's key instead: a witness follows the log by it.
    #[arg(long)]
    key: bool,
    /// With the proof that the log continues from so many entries: how many the witness has cosigned.
    #[arg(long, value_name = "ENTRIES", conflicts_with = "key")]
    since: Option<u64>,
    /// Keeps what `safeconduct witness check` printed, for the auditor's page and `verify`.
    #[arg(long, value_name = "FILE", requires = "witness_key", conflicts_with_all = ["key", "since"])]
    cosigned: Option<PathBuf>,
    /// The key of the witness that cosigned it.
    #[arg(long, value_name = "KEY", requires = "cosigned")]
    witness_key: Option<String>,
}

impl Checkpoint {
    pub fn run(self) -> Result<()> {
        if let (Some(file), Some(key)) = (&self.cosigned, &self.witness_key) {
            return keep(&open_to_write(&self.place)?, file, &NamedKey::read(key)?);
        }
        let store = self.place.open()?;
        if self.key {
            let (origin, verifier) = store.read(access::organisation::log_identity)?;
            println!("{}", NamedKey::of_log(&origin, verifier));
            return Ok(());
        }
        let (shown, end) = store.read(|tx| submission(tx, self.since.unwrap_or(0), None))?;
        match self.since {
            None => print!("{}", shown.note),
            Some(since) if since > end.size() => bail!(
                "The log has {} entries and not {since}. If a witness has cosigned more than there are, entries were \
                 taken away, or an older copy was restored. Stop working and run `safeconduct verify`.",
                end.size()
            ),
            Some(_) => print!("{shown}"),
        }
        Ok(())
    }
}

/// Keeps a cosigned checkpoint that came back by hand, if the log has what was cosigned.
fn keep(store: &Store, file: &Path, witness: &NamedKey) -> Result<()> {
    let note = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read.", file.display()))?;
    let (checkpoint, seconds) = cosigned(&note, witness).with_context(|| {
        format!("{} is no checkpoint that this witness has cosigned. Nothing was kept.", file.display())
    })?;
    let edge = store.read(|tx| edge_at(tx, checkpoint.size))?;
    if (edge.size(), edge.root()) != (checkpoint.size, checkpoint.root) {
        bail!(
            "{} has another history on record than this log shows. Nothing was kept. Stop working, keep a copy of the \
             folder, and run `safeconduct verify --witnessed {}`.",
            witness.name(),
            file.display()
        );
    }
    let (now, cosigned_at) = (edge::now(), Instant::from_millis(seconds as i64 * 1000));
    let before = store.read(|tx| of(tx, witness))?.unwrap_or_else(|| Standing::new(witness.clone(), now));
    if before.edge.size() >= checkpoint.size {
        bail!("{} entries that {} has cosigned are on record already.", before.edge.size(), witness.name());
    }
    store.write(|tx| Standing { edge, note, cosigned_at, ..before }.turned(State::Cosigned, now).save(tx))?;
    println!("{} has {} entries on record.", witness.name(), checkpoint.size);
    Ok(())
}
