//! `safeconduct restore`: a registry out of a backup, on an empty machine.

use crate::backup::{Folder, Manifest, Piece, stones, unpack, unpack_keys, whole};
use crate::edge;
use crate::prompt::{progress, secret};
use crate::upkeep::report;
use anyhow::{Context, Result, bail, ensure};
use base::Instant;
use casework::erasure::{self, Stone};
use casework::upkeep;
use std::path::{Path, PathBuf};
use store::{Store, dump};
use vault::{Private, age, shares};

#[derive(clap::Args)]
pub struct Restore {
    /// The folder of the backups.
    #[arg(long)]
    from: PathBuf,
    /// The newest backup that is not later than this, as in 2026-01-18T14:05:00+07:00. Without it, the newest.
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// The folder of the registry to be. It must not have one.
    #[arg(long, default_value = "registry")]
    dir: PathBuf,
    /// Open with an age identity instead of two recovery papers.
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    /// Another list of what was erased since, beside the one in the folder of the backups. May stand several times.
    #[arg(long, value_name = "FILE")]
    erased: Vec<PathBuf>,
}

impl Restore {
    pub fn run(self) -> Result<()> {
        ensure!(
            !self.dir.exists() || std::fs::read_dir(&self.dir).is_ok_and(|mut entries| entries.next().is_none()),
            "The folder {} is not empty. Nothing was changed; restore into a new folder with --dir.",
            self.dir.display()
        );
        let folder = Folder::open(&self.from)?;
        let manifest = choose(&folder, self.at.as_deref())?;
        println!("Backup {}, {} log entries, of the log {}.", manifest.name(), manifest.log_size, manifest.log_origin);
        println!("Log key {}: it must be the one that you wrote down.", manifest.log_key);
        check_files(&folder, &manifest)?;
        let (private, papers) = self.opener(&manifest)?;
        let half_made = beside(&self.dir)?;
        let erased = self.erased(&folder, &manifest)?;
        let built = build(&folder, &manifest, &private, &half_made).and_then(|()| erase_again(&half_made, &erased));
        if built.is_err() {
            // It is of this moment and holds nothing that the backup does not hold.
            let _ = std::fs::remove_dir_all(&half_made);
        }
        let again = built?;
        std::fs::rename(&half_made, &self.dir).with_context(|| {
            format!("The registry is whole, but could not be put in place. It lies in {}.", half_made.display())
        })?;
        println!("Rows, length of the log and checkpoint were those of the backup.");
        println!("{again} cases and files that were erased after it were erased again.");
        prove(&self.dir, &papers)
    }

    /// What was erased, as far as anybody wrote it down.
    fn erased(&self, folder: &Folder, manifest: &Manifest) -> Result<Vec<Stone>> {
        let beside = Some(stones::place(folder)).filter(|path| path.exists());
        let mut all = Vec::new();
        for path in beside.iter().chain(&self.erased) {
            all.extend(stones::read(path, &manifest.log_key).with_context(|| {
                format!(
                    "The list of what was erased, {}, cannot be used. Nothing was restored: people who were erased \
                     would come back. Take the list of another copy of the backups, or move this one away and give \
                     another with --erased.",
                    path.display()
                )
            })?);
        }
        Ok(all)
    }

    /// The private half that opens the backup, and the recovery papers if it came from them.
    fn opener(&self, manifest: &Manifest) -> Result<(Private, Vec<String>)> {
        if let Some(file) = &self.identity {
            let text = zeroize::Zeroizing::new(std::fs::read_to_string(file).context("The identity cannot be read.")?);
            let private = age::read_identity(&text).context("There is no age identity in this file.")?;
            let mine = age::recipient_text(&private.public());
            ensure!(
                manifest.recipients.contains(&mine),
                "This backup is not encrypted to {mine}. Nothing was written."
            );
            return Ok((private, Vec::new()));
        }
        let escrow = manifest.recipients.first().and_then(|text| age::read_recipient(text));
        let escrow = escrow.context("The backup does not say which recovery papers open it.")?;
        let papers = vec![secret("First recovery paper")?, secret("Second recovery paper")?];
        Ok((shares::join(&papers, &escrow)?, papers))
    }
}

/// The newest backup, or the newest that is not later than `at`.
fn choose(folder: &Folder, at: Option<&str>) -> Result<Manifest> {
    let at = at
        .map(|text| {
            Instant::read(text).with_context(|| format!("{text} is no time; write it as 2026-01-18T14:05:00Z."))
        })
        .transpose()?;
    let latest = at.map_or(i64::MAX, Instant::millis);
    for name in folder.manifests()?.iter().rev() {
        match Manifest::read(folder, name) {
            Ok(manifest) if manifest.at <= latest => return Ok(manifest),
            Ok(_) => {}
            Err(error) => bail!(
                "The backup {name} is damaged: {error}. Nothing was written. Choose an earlier one with --at; \
                 `safeconduct backup verify` says which are whole."
            ),
        }
    }
    bail!("There is no backup in this folder that is old enough. Nothing was written.")
}

fn check_files(folder: &Folder, manifest: &Manifest) -> Result<()> {
    let bar = progress(manifest.pieces.len() as u64 + 1, "Checking");
    for piece in manifest.all_pieces() {
        ensure!(
            whole(folder, piece),
            "Piece {} (table {}) is missing or not as it was written. Nothing was restored; \
             `safeconduct backup verify` says which backups are whole.",
            piece.name,
            piece.table
        );
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// The folder is made beside its place and put there when it is whole.
fn beside(dir: &Path) -> Result<PathBuf> {
    let mut name = dir.file_name().context("Restore into a folder that has a name.")?.to_owned();
    name.push(".restoring");
    let path = dir.with_file_name(name);
    ensure!(!path.exists(), "{} is left of a restore that was broken off. Remove it and try again.", path.display());
    Ok(path)
}

fn build(folder: &Folder, manifest: &Manifest, private: &Private, dir: &Path) -> Result<()> {
    let store = Store::create(dir).context("A registry could not be made there.")?;
    let open = |piece: &Piece| unpack(private, &std::fs::read(folder.piece(&piece.name))?);
    let bar = progress(manifest.rows.values().sum(), "Restoring");
    for piece in &manifest.pieces {
        let (_, rows) = dump::load(&store, &open(piece)?)?;
        bar.inc(rows);
    }
    bar.finish_and_clear();
    ensure!(
        dump::same(&store, &manifest.taken())?,
        "What was restored is not what the backup says it holds. Nothing was kept; choose another with --at."
    );
    unpack_keys(&open(&manifest.keys)?, dir)
}

/// Erases what the backup brought back, before anybody can open it.
fn erase_again(dir: &Path, erased: &[Stone]) -> Result<usize> {
    let store = Store::open(dir)?;
    Ok(store.write(|tx| erasure::again(tx, erased, edge::now()))?)
}

/// Checks the new registry as `safeconduct verify` does, with every key if there are papers.
fn prove(dir: &Path, papers: &[String]) -> Result<()> {
    let store = Store::open(dir)?;
    let mut openers = match papers {
        [] => Default::default(),
        papers => access::organisation::openers(&store.read(|tx| access::organisation::recover(tx, papers))?),
    };
    let bar = progress(store.read(|tx| tx.log_size())? as u64, "Verifying");
    let verified = upkeep::verify(&store, &mut openers, || bar.inc(1))?;
    bar.finish_and_clear();
    report(&verified)?;
    println!("The registry lies in {}. Now: safeconduct serve --dir {}", dir.display(), dir.display());
    Ok(())
}
