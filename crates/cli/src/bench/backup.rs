//! A large registry: size and time of a backup, of the next after it has grown by a hundredth, and of restoring.

use super::machine::processor_seconds;
use super::office::office;
use super::{figure, registry::make};
use crate::backup::{self, Folder, Manifest};
use crate::edge::{self, timed};
use crate::people::invented;
use crate::prompt::progress;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use store::{Store, dump};
use vault::Private;

#[derive(clap::Args)]
pub struct Backup {
    /// How many cases.
    #[arg(long, default_value_t = 220_000)]
    cases: usize,
}

impl Backup {
    pub fn run(self) -> Result<()> {
        let place = tempfile::tempdir()?;
        let path = |name: &str| place.path().join(name);
        let people = invented()?;
        let reader = Private::generate(&mut edge::rng());
        let (store, mut keys, _) = office(&path("registry"))?;
        make(&store, &mut keys, &people, 0..self.cases)?;
        figure("registry.db", megabytes(std::fs::metadata(path("registry").join("registry.db"))?.len()), "");
        let folder = Folder::make(&path("backups"))?;
        let take = |name: &str| {
            let before = processor_seconds()?;
            let recipients = [reader.public()];
            let made = backup::take(&store, &folder, &recipients, edge::now(), &mut edge::rng(), |_| ())?;
            let work = processor_seconds()? - before;
            figure(&format!("{name}: processor time"), format!("{work:.1} s"), "");
            figure(
                &format!("{name}: pieces, of these new"),
                format!("{} / {}", made.manifest.pieces.len() + 1, made.new_pieces),
                "",
            );
            figure(&format!("{name}: new bytes"), megabytes(made.new_bytes), "");
            Ok::<_, anyhow::Error>(made.manifest)
        };
        take("first backup")?;
        take("again, nothing new")?;
        make(&store, &mut keys, &people, self.cases..self.cases + self.cases.div_ceil(100))?;
        let manifest = take("a hundredth more cases")?;
        let (restored, seconds) = timed(|| restore(&folder, &manifest, &reader, &path("restored")));
        restored?;
        figure("restored and compared", format!("{seconds:.0} s"), "≤ 1800 s");
        Ok(())
    }
}

fn restore(folder: &Folder, manifest: &Manifest, reader: &Private, to: &Path) -> Result<()> {
    let store = Store::create(to)?;
    let bar = progress(manifest.pieces.len() as u64, "Restoring");
    for piece in &manifest.pieces {
        let file = std::fs::read(folder.piece(&piece.name)).context("A piece is missing.")?;
        dump::load(&store, &backup::unpack(reader, &file)?)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    ensure!(dump::same(&store, &manifest.taken())?, "What was restored is not what was taken.");
    Ok(())
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
