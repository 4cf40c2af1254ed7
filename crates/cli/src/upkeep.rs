//! `safeconduct verify` and `safeconduct rebuild`.

use crate::Place;
use crate::prompt::{With, progress};
use anyhow::{Error, Result, bail, ensure};
use casework::upkeep::{self, Finding, Verified};
use std::path::Path;
use store::Store;

#[derive(clap::Args)]
pub struct Verify {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    with: With,
}

#[derive(clap::Args)]
pub struct Rebuild {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    with: With,
    /// Only compares, byte for byte; changes nothing.
    #[arg(long)]
    verify: bool,
}

impl Verify {
    pub fn run(self) -> Result<()> {
        ensure!(self.place.dir.exists(), store::StoreError::Missing);
        let store = upkeep::examine(&self.place.dir).map_err(damaged)?;
        if self.with.name.is_some() {
            // Signing in is put on the record: not on top of damage.
            drop(open_to_write(&self.place.dir)?);
        }
        let mut openers = match self.with.openers(&store) {
            Err(error) if self.with.papers => {
                eprintln!("{error} What follows was checked without keys.");
                Default::default()
            }
            openers => openers?,
        };
        let bar = progress(store.read(|tx| tx.log_size()).unwrap_or(0) as u64, "Checking");
        let verified = upkeep::verify(&store, &mut openers, || bar.inc(1))?;
        bar.finish_and_clear();
        report(&verified)
    }
}

/// Damage that is seen before anything is read or signed.
fn damaged(finding: Finding) -> Error {
    Error::msg(format!(
        "ALTERED  {finding}\nNothing was written. Keep a copy of the folder as it is, and restore from a backup: safeconduct restore."
    ))
}

/// Opens a registry to write to it, unless its end does not fit what was signed.
pub fn open_to_write(dir: &Path) -> Result<Store> {
    if let Some(finding) = upkeep::cut_off(dir) {
        eprintln!("{finding}. Compare the newest entries with what you know; without them the registry goes on.");
    }
    match dir.join("registry.db").exists() {
        true => upkeep::examine_to_write(dir).map_err(damaged),
        // The sentence of a folder without a registry.
        false => Ok(Store::open(dir)?),
    }
}

impl Rebuild {
    pub fn run(self) -> Result<()> {
        let store = Store::open(&self.place.dir)?;
        let mut openers = self.with.openers(&store)?;
        let bar = progress(0, "Deriving");
        let rebuilt = upkeep::rebuild(&store, &mut openers, self.verify, || bar.inc(1))?;
        bar.finish_and_clear();
        println!(
            "{} cases, {} summaries derived; {} events did not open with these keys.",
            rebuilt.cases, rebuilt.summaries, rebuilt.not_open
        );
        for difference in &rebuilt.differences {
            println!("DIFFERS  {difference}");
        }
        match (rebuilt.differences.len(), self.verify) {
            (0, _) => println!("Every projection is the same, byte for byte."),
            (many, true) => {
                bail!("{many} projections differ. Nothing was changed; run without --verify to put them right.")
            }
            (many, false) => println!("{many} projections were put right."),
        }
        Ok(())
    }
}

/// Says what was checked and what was found; fails when there is anything.
pub fn report(verified: &Verified) -> Result<()> {
    println!("{} events: signatures and device chains checked.", verified.events);
    println!("{} log entries: Merkle root and signed checkpoint checked.", verified.log_entries);
    println!(
        "{} payloads opened, {} checked by their hash alone, {} erased.",
        verified.payloads_opened, verified.payloads_not_open, verified.erased
    );
    if verified.payloads_not_open > 0 {
        println!("To open more, verify with the keys of another member (--as) or with two recovery papers (--papers).");
    }
    for finding in &verified.findings {
        println!("ALTERED  {finding}");
    }
    match verified.findings.len() {
        0 => println!("Nothing was altered."),
        many => bail!(
            "{many} findings. Stop writing to this registry, keep a copy of its folder, and restore from a backup."
        ),
    }
    Ok(())
}
