//! The folder of the backups: pieces and manifests as files that are whole or not there.

use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

const PIECES: &str = "pieces";
const MANIFEST: &str = ".manifest";
/// What is being written, until it is renamed.
const PARTIAL: &str = ".partial";

pub struct Folder(PathBuf);

impl Folder {
    /// Makes the folder, or takes the one that is there.
    pub fn make(path: &Path) -> Result<Self> {
        fs::create_dir_all(path.join(PIECES))
            .with_context(|| format!("The folder {} cannot be made. No backup was written.", path.display()))?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
        }
        Ok(Self(path.to_owned()))
    }

    pub fn open(path: &Path) -> Result<Self> {
        if !path.join(PIECES).is_dir() {
            bail!("There are no backups in {}.", path.display());
        }
        Ok(Self(path.to_owned()))
    }

    /// Held for as long as the answer lives: two backups at once would remove what the other needs.
    pub fn lock(&self) -> Result<File> {
        let lock = File::create(self.0.join(".lock"))?;
        lock.try_lock().context("Another backup is writing to this folder. Nothing was done; try again later.")?;
        Ok(lock)
    }

    /// A file of this name beside the manifests.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn piece(&self, name: &str) -> PathBuf {
        self.0.join(PIECES).join(format!("{name}.age"))
    }

    /// Names of the pieces that are there.
    pub fn pieces(&self) -> Result<Vec<String>> {
        names(&self.0.join(PIECES), ".age")
    }

    pub fn manifest(&self, name: &str) -> PathBuf {
        self.0.join(format!("{name}{MANIFEST}"))
    }

    /// Names of the manifests that are there, oldest first.
    pub fn manifests(&self) -> Result<Vec<String>> {
        names(&self.0, MANIFEST)
    }

    /// Leavings of backups that were broken off.
    pub fn partial(&self) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for folder in [self.0.clone(), self.0.join(PIECES)] {
            let left = names(&folder, PARTIAL)?;
            found.extend(left.into_iter().map(|name| folder.join(name + PARTIAL)));
        }
        Ok(found)
    }

    /// Writes a file so that under its name there is all of it or nothing, also after a power failure.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let mut partial = path.as_os_str().to_owned();
        partial.push(PARTIAL);
        let written = File::create(&partial).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        written
            .and_then(|()| fs::rename(&partial, path))
            .context("The backup could not be written; earlier ones are untouched. Is the disk full?")
    }

    /// Makes sure that the names are on the disk, not only the content.
    pub fn sync(&self) -> Result<()> {
        for folder in [self.0.join(PIECES), self.0.clone()] {
            File::open(folder)?.sync_all().context("The disk of the backups did not take what was written.")?;
        }
        Ok(())
    }
}

fn names(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        names.extend(name.to_str().and_then(|name| name.strip_suffix(ending)).map(str::to_owned));
    }
    names.sort_unstable();
    Ok(names)
}
