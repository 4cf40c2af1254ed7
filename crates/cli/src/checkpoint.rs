//! `safeconduct checkpoint`: what is carried to a witness by hand.

use crate::Place;
use anyhow::{Result, bail};
use casework::upkeep::submission;
use vault::checkpoint::NamedKey;

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
}

impl Checkpoint {
    pub fn run(self) -> Result<()> {
        let store = self.place.open()?;
        if self.key {
            let (origin, verifier) = store.read(access::organisation::log_identity)?;
            println!("{}", NamedKey::of_log(&origin, verifier));
            return Ok(());
        }
        let (shown, edge) = store.read(|tx| submission(tx, self.since.unwrap_or(0), None))?;
        match self.since {
            None => print!("{}", shown.note),
            Some(since) if since > edge.size() => bail!(
                "The log has {} entries and not {since}. If a witness has cosigned more than there are, entries were \
                 taken away, or an older copy was restored. Stop working and run `safeconduct verify`.",
                edge.size()
            ),
            Some(_) => print!("{shown}"),
        }
        Ok(())
    }
}
