//! `safeconduct verify` and `safeconduct rebuild`.

use crate::Place;
use crate::prompt::{With, progress};
use anyhow::{Context, Error, Result, bail};
use casework::upkeep::{self, Finding, Verified, Witnessed};
use std::path::PathBuf;
use store::{Store, StoreError};
use vault::checkpoint::NamedKey;

#[derive(clap::Args)]
pub struct Verify {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    with: With,
    /// Holds the log also against a checkpoint that a witness, or anybody outside, has kept: finds a history that was
    /// written anew, whoever signed it.
    #[arg(long, value_name = "FILE")]
    witnessed: Vec<PathBuf>,
    /// The key of the witness that cosigned these.
    #[arg(long, value_name = "KEY", requires = "witnessed")]
    witness_key: Option<String>,
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
        refuse_damaged(&self.place)?;
        let store = opened(&self.place)?;
        if self.with.name.is_some() {
            // Signing in is put on the record: not on top of damage.
            refuse_unfit(&store)?;
        }
        let mut openers = match self.with.openers(&store) {
            Err(error) if self.with.papers => {
                eprintln!("{error} What follows was checked without keys.");
                Default::default()
            }
            openers => openers?,
        };
        let witnessed = self.witnessed(&store)?;
        let bar = progress(store.read(|tx| tx.log_size()).unwrap_or(0) as u64, "Checking");
        let verified = upkeep::verify_against(&store, &mut openers, witnessed, || bar.inc(1))?;
        bar.finish_and_clear();
        report(&verified)
    }

    /// The checkpoints that were kept outside.
    fn witnessed(&self, store: &Store) -> Result<Vec<Witnessed>> {
        let key = self.witness_key.as_deref().map(NamedKey::read).transpose()?;
        let read = |path: &PathBuf| {
            let note = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read.", path.display()))?;
            store.read(|tx| Witnessed::read(tx, &note, key.as_ref())).with_context(|| {
                format!("{} is no checkpoint that this witness has cosigned. Nothing was checked.", path.display())
            })
        };
        self.witnessed.iter().map(read).collect()
    }
}

/// Damage that is seen before anything is read or signed.
fn damaged(finding: Finding) -> Error {
    Error::msg(format!(
        "ALTERED  {finding}\nNothing was written. Keep a copy of the folder as it is, and restore from a backup: safeconduct restore."
    ))
}

/// Looks at the files before the engine does.
fn refuse_damaged(place: &Place) -> Result<()> {
    upkeep::write_ahead(&place.dir).map_or(Ok(()), |finding| Err(damaged(finding)))
}

/// What cannot be read is damage; what is not there, or does not answer, is not.
fn opened(place: &Place) -> Result<Store> {
    place.open().map_err(|error| match error.downcast_ref::<StoreError>().and_then(upkeep::unreadable) {
        Some(finding) => damaged(finding),
        None => error,
    })
}

/// Opens a registry to write to it, unless its end does not fit what was signed.
pub fn open_to_write(place: &Place) -> Result<Store> {
    match upkeep::write_ahead(&place.dir) {
        Some(finding @ Finding::WriteAhead { certain: false, .. }) => {
            eprintln!("{finding}. Compare the newest entries with what you know; without them the registry goes on.");
        }
        Some(finding) => return Err(damaged(finding)),
        None => {}
    }
    let store = opened(place)?;
    refuse_unfit(&store)?;
    Ok(store)
}

fn refuse_unfit(store: &Store) -> Result<()> {
    upkeep::unfit_to_write(store).map_or(Ok(()), |finding| Err(damaged(finding)))
}

impl Rebuild {
    pub fn run(self) -> Result<()> {
        let store = self.place.open()?;
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
    if verified.witnessed.is_empty() {
        println!("Nobody outside has this log on record: whoever has log.key could have written it anew.");
    }
    for Witnessed { checkpoint, by, .. } in &verified.witnessed {
        let size = checkpoint.size;
        match by {
            Some((name, at)) => println!("{name} has {size} entries on record, of {}.", at.utc_text()),
            None => println!("Held against a checkpoint of {size} entries whose cosignature was not checked."),
        }
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

/// Prints the description of the interface for programs (OpenAPI 3.1).
#[derive(clap::Args)]
pub struct Openapi {}

impl Openapi {
    pub fn run(self) -> Result<()> {
        print!("{}", web::api::document::document());
        Ok(())
    }
}
