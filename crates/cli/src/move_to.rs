//! `safeconduct move`: a registry into another folder or another engine, and the old one closed.

use crate::Place;
use crate::backup::write_private;
use crate::prompt::{With, progress};
use crate::upkeep::report;
use anyhow::{Context, Result, ensure};
use casework::upkeep;
use std::path::{Path, PathBuf};
use store::log::KEY_FILE;
use store::{Store, StoreError, dump};

#[derive(clap::Args)]
pub struct Move {
    #[command(flatten)]
    place: Place,
    /// Where the registry goes: a folder that has none.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    #[command(flatten)]
    with: With,
}

const DATABASE: &str = "registry.db";

impl Move {
    pub fn run(self) -> Result<()> {
        let source = Store::open(&self.place.dir)?;
        let before = upkeep::verify(&source, &mut Default::default(), || ())?;
        ensure!(
            before.findings.is_empty(),
            "The registry has findings, and what is damaged is not carried on. Nothing was moved; see `safeconduct verify`."
        );
        let target = Store::create(&self.to)
            .context("A registry could not be made there. If there is one already, nothing was changed.")?;
        let rows = copy(&source, &target)?;
        let mut openers = self.with.openers(&target)?;
        report(&upkeep::verify(&target, &mut openers, || ())?)?;
        drop(source);
        close(&self.place.dir)?;
        for (table, rows) in rows {
            println!("{table:<16} {rows:>10} rows");
        }
        println!("The registry lies in {}. The old one is closed: {DATABASE}.moved.", self.to.display());
        Ok(())
    }
}

/// Loads everything of one store into an empty one and proves that it is the same; says how many rows.
pub fn copy(source: &Store, target: &Store) -> Result<std::collections::BTreeMap<String, u64>> {
    ensure!(dump::is_empty(target)?, "There is a registry already where this one is to go. Nothing was moved.");
    let bar = progress(0, "Moving");
    let taken = dump::dump(source, |chunk| {
        dump::load(target, &chunk.bytes)?;
        bar.inc(chunk.rows);
        Ok::<_, StoreError>(())
    })?;
    bar.finish_and_clear();
    write_private(&target.folder().join(KEY_FILE), &std::fs::read(source.folder().join(KEY_FILE))?)?;
    // Whoever wrote meanwhile would be lost with the old registry.
    ensure!(
        dump::same(target, &taken)? && dump::same(source, &taken)?,
        "The registry changed while it was moved. The old one is as it was: stop `serve`, remove the new folder, and try again."
    );
    Ok(taken.rows)
}

/// Marks a registry as moved, so that nobody goes on writing in it.
fn close(dir: &Path) -> Result<()> {
    let moved = |name: &str| (dir.join(name), dir.join(format!("{name}.moved")));
    for name in [DATABASE, "registry.db-wal"] {
        let (from, to) = moved(name);
        if from.exists() {
            std::fs::rename(from, to)
                .context("The old registry could not be closed. Both are whole; remove the old one.")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::office::office;

    #[test]
    fn a_registry_moves_and_moves_back_and_is_the_same() {
        let place = tempfile::tempdir().unwrap();
        let path = |name: &str| place.path().join(name);
        let (store, _, _) = office(&path("one")).unwrap();
        let counted = dump::count(&store).unwrap();
        drop(store);
        for (from, to) in [("one", "two"), ("two", "three")] {
            let with = With { name: None, papers: false };
            Move { place: Place { dir: path(from) }, to: path(to), with }.run().unwrap();
            assert!(matches!(Store::open(&path(from)), Err(StoreError::Missing)), "nobody writes in {from} any more");
        }
        let moved = Store::open(&path("three")).unwrap();
        assert_eq!(dump::count(&moved).unwrap(), counted);
        let again = With { name: None, papers: false };
        let onto_itself = Move { place: Place { dir: path("three") }, to: path("three"), with: again }.run();
        assert!(onto_itself.is_err());
    }
}
