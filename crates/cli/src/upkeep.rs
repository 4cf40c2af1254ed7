//! `safeconduct verify` and `safeconduct rebuild`.

use crate::Place;
use crate::prompt::{With, progress};
use anyhow::{Result, bail};
use casework::upkeep;
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
        let store = Store::open(&self.place.dir)?;
        let mut openers = self.with.openers(&store)?;
        let bar = progress(store.read(|tx| tx.log_size())? as u64, "Checking");
        let verified = upkeep::verify(&store, &mut openers, || bar.inc(1))?;
        bar.finish_and_clear();
        println!("{} events: signatures and device chains checked.", verified.events);
        println!("{} log entries: Merkle root and signed checkpoint checked.", verified.log_entries);
        println!(
            "{} payloads opened, {} checked by their hash alone, {} erased.",
            verified.payloads_opened, verified.payloads_not_open, verified.erased
        );
        if verified.payloads_not_open > 0 {
            println!(
                "To open more, verify with the keys of another member (--as) or with two recovery papers (--papers)."
            );
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

/// Prints the description of the interface for programs (OpenAPI 3.1).
#[derive(clap::Args)]
pub struct Openapi {}

impl Openapi {
    pub fn run(self) -> anyhow::Result<()> {
        print!("{}", web::api::document::document());
        Ok(())
    }
}
