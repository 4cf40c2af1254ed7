//! `safeconduct backup`: everything that is new since the last one, encrypted, while others write.

mod check;
mod folder;
mod manifest;
mod prune;
pub mod stones;
mod take;

#[cfg(test)]
mod tests;

pub use check::{check, whole};
pub use folder::Folder;
pub use manifest::{Manifest, Piece};
pub use prune::Keep;
pub use take::{take, unpack, unpack_keys, write_private};

use crate::prompt::progress;
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use store::Store;
use vault::{Public, age};

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Backup {
    #[command(subcommand)]
    check: Option<Check>,
    #[command(flatten)]
    place: Place,
    /// The folder of the backups, on another disk. It is made when it is not there.
    #[arg(long, required = true)]
    to: Option<PathBuf>,
    /// Also encrypt to this age recipient (age1…). Two recovery papers open every backup anyway. May stand several
    /// times.
    #[arg(long = "recipient", value_name = "AGE1…")]
    recipients: Vec<String>,
    #[command(flatten)]
    keep: Keep,
}

#[derive(clap::Subcommand)]
enum Check {
    /// Checks every backup in a folder without any secret: signatures, and every file byte by byte.
    Verify {
        /// The folder of the backups.
        folder: PathBuf,
    },
}

impl Backup {
    pub fn run(self) -> Result<()> {
        match (self.check, self.to) {
            (Some(Check::Verify { folder }), _) => verify(&Folder::open(&folder)?),
            (None, Some(to)) => make(&open_to_write(&self.place)?, &to, &self.recipients, &self.keep),
            (None, None) => bail!("Say where the backup goes, with --to FOLDER. Nothing was done."),
        }
    }
}

fn make(store: &Store, to: &std::path::Path, recipients: &[String], keep: &Keep) -> Result<()> {
    let recipients = recipients.iter().map(|text| recipient(text)).collect::<Result<Vec<_>>>()?;
    let folder = Folder::make(to)?;
    let _alone = folder.lock()?;
    let bar = progress(0, "Writing");
    let made = take(store, &folder, &recipients, edge::now(), &mut edge::rng(), |rows| bar.inc(rows))?;
    bar.finish_and_clear();
    stones::remember(store.folder(), to)?;
    stones::write(store, &folder)?;
    let manifest = &made.manifest;
    println!(
        "Backup {}: {} log entries, {} rows in {} pieces.",
        manifest.name(),
        manifest.log_size,
        manifest.rows.values().sum::<u64>(),
        manifest.pieces.len()
    );
    println!("{} pieces were new ({} bytes); the others were there already.", made.new_pieces, made.new_bytes);
    println!("Log key {}: write it down once; restoring shows it again.", manifest.log_key);
    if keep.says_anything() {
        let gone = prune::prune(&folder, keep, &mut |path| std::fs::remove_file(path))?;
        println!("{} older backups and {} pieces that no backup needs were removed.", gone.backups, gone.pieces);
    }
    Ok(())
}

fn recipient(text: &str) -> Result<Public> {
    age::read_recipient(text).with_context(|| {
        format!("{text} is not an age recipient: it begins with age1, and a letter may be wrong. Nothing was done.")
    })
}

fn verify(folder: &Folder) -> Result<()> {
    let bar = progress(0, "Checking");
    let checked = check(folder, |size| {
        bar.set_length(size);
        bar.inc(1);
    })?;
    bar.finish_and_clear();
    println!("{} backups, {} pieces, {} bytes checked.", checked.backups, checked.pieces, checked.bytes);
    for damage in &checked.damages {
        println!("DAMAGED  {damage}");
    }
    if checked.strays > 0 {
        println!(
            "{} files belong to no backup: of one that was broken off. The next goes on from there.",
            checked.strays
        );
    }
    match (checked.damages.len(), checked.backups) {
        (0, 0) => bail!("There is no backup in this folder."),
        (0, _) => println!("Every backup is whole."),
        (many, _) => {
            bail!("{many} findings. Make a new backup now, and restore only from one that is not named above.")
        }
    }
    Ok(())
}
