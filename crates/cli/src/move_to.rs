//! `safeconduct move`: a registry into another folder or another engine, and the old one closed.

use crate::Place;
use crate::backup::write_private;
use crate::prompt::{With, progress};
use crate::upkeep::report;
use anyhow::{Context, Result, ensure};
use casework::upkeep;
use std::path::{Path, PathBuf};
use store::log::KEY_FILE;
use store::{ADDRESS_FILE, DATABASE, Store, StoreError, dump};

#[derive(clap::Args)]
pub struct Move {
    #[command(flatten)]
    place: Place,
    /// Where the registry goes: a folder that has none, or an empty PostgreSQL database (postgres://user@host/name).
    #[arg(long, value_name = "FOLDER|URL")]
    to: String,
    #[command(flatten)]
    with: With,
}

impl Move {
    pub fn run(self) -> Result<()> {
        let source = self.place.open()?;
        let before = upkeep::verify(&source, &mut Default::default(), || ())?;
        ensure!(
            before.findings.is_empty(),
            "The registry has findings, and what is damaged is not carried on. Nothing was moved; see `safeconduct verify`."
        );
        let goal = Goal::of(&self.to, &self.place.dir)?;
        let target = goal.place.create()?;
        let taken = copy(&source, &target)?;
        let mut openers = self.with.openers(&target)?;
        report(&upkeep::verify(&target, &mut openers, || ())?)?;
        // Whoever wrote meanwhile would be lost with the old registry.
        ensure!(
            dump::close(&source, &taken)?,
            "The registry changed while it was moved. It is as it was, and goes on; stop `serve`, remove what was made, and move again."
        );
        drop((source, target));
        put_away(&self.place.dir)?;
        let now = goal.settle(&self.place.dir)?;
        for (table, rows) in taken.rows {
            println!("{table:<16} {rows:>10} rows");
        }
        println!("The registry has moved; its folder is {}. The old one is closed.", now.display());
        Ok(())
    }
}

/// Where a registry goes.
struct Goal {
    place: Place,
    /// The folder stays and only the tables go to a server: until they are there, the new ends lie in here.
    staged: bool,
}

impl Goal {
    fn of(to: &str, dir: &Path) -> Result<Self> {
        let url = to.contains("://");
        let folder = if url { dir.join("moving") } else { PathBuf::from(to) };
        ensure!(
            !url || !folder.exists(),
            "A move was begun here and not ended. Look whether the registry answers; if it does, remove the folder \
             `moving` in it, empty the database it was to go to, and move again."
        );
        Ok(Self { place: Place { dir: folder, database: url.then(|| to.to_owned()) }, staged: url })
    }

    /// Says in which folder the registry is from now on.
    fn settle(self, dir: &Path) -> Result<PathBuf> {
        if !self.staged {
            return Ok(self.place.dir);
        }
        std::fs::rename(self.place.dir.join(ADDRESS_FILE), dir.join(ADDRESS_FILE)).context(
            "The registry has moved, but its folder does not remember the address: name it with --database.",
        )?;
        std::fs::remove_dir_all(&self.place.dir)?;
        Ok(dir.to_owned())
    }
}

/// Loads everything of one store into an empty one, and proves that it is the same.
pub fn copy(source: &Store, target: &Store) -> Result<dump::Taken> {
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
        dump::same(target, &taken)?,
        "What arrived is not what was sent. The registry is as it was, and goes on; remove what was made, and move again."
    );
    Ok(taken)
}

/// Sets the files of a registry that has moved aside.
fn put_away(dir: &Path) -> Result<()> {
    for name in [DATABASE, "registry.db-wal", ADDRESS_FILE] {
        if dir.join(name).exists() {
            std::fs::rename(dir.join(name), dir.join(format!("{name}.moved")))
                .context("The old registry is closed, but its files could not be set aside.")?;
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
            let place = Place { dir: path(from), database: None };
            Move { place, to: path(to).display().to_string(), with }.run().unwrap();
            assert!(matches!(Store::open(&path(from)), Err(StoreError::Missing)), "nobody writes in {from} any more");
        }
        let moved = Store::open(&path("three")).unwrap();
        assert_eq!(dump::count(&moved).unwrap(), counted);
        let again = With { name: None, papers: false };
        let place = Place { dir: path("three"), database: None };
        let onto_itself = Move { place, to: path("three").display().to_string(), with: again }.run();
        assert!(onto_itself.is_err());
    }
}
