//! After the kill: taking back what was never durable, as a power cut does (bench/powercut/shim.c wrote down how).

use anyhow::{Context, Result};
use rand_core::Rng;
use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// What reaches the disk of what was written after the last fsync.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Nothing.
    Clean,
    /// Any 512 bytes of it, and any of the newest lengths; names in their order up to some moment.
    Torn,
}

const SECTOR: u64 = 512;

/// One note of the shim.
struct Record {
    kind: Kind,
    file: u64,
    offset: u64,
    size_before: u64,
    count: u64,
    first: Vec<u8>,
    second: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Change,
    Cut,
    Synced,
    Created,
    Renamed,
    Deleted,
    FolderSynced,
    SyncFailed,
}

impl Kind {
    const ALL: [Kind; 8] = [
        Kind::Change,
        Kind::Cut,
        Kind::Synced,
        Kind::Created,
        Kind::Renamed,
        Kind::Deleted,
        Kind::FolderSynced,
        Kind::SyncFailed,
    ];

    fn is_of_a_name(self) -> bool {
        matches!(self, Kind::Created | Kind::Renamed | Kind::Deleted)
    }
}

/// Undoes what was not durable in `folder` and says how many changes that were; the log is used up.
pub fn cut_power(folder: &Path, log: &Path, cut: Cut, rng: &mut dyn Rng) -> Result<usize> {
    let records = read(log)?;
    let kept = kept_beside(log);
    let mut disk = Disk { places: HashMap::new(), sizes_kept: HashMap::new(), cut, rng };
    disk.look(folder)?;
    disk.look(&kept)?;
    let mut undone = 0;
    // A journal keeps names in their order: those after some moment are gone.
    let names_until = if cut == Cut::Torn { disk.below(records.len() as u64 + 1) as usize } else { 0 };
    let (mut synced, mut synced_folders) = (HashSet::new(), HashSet::new());
    for (n, record) in records.iter().enumerate().rev() {
        match record.kind {
            Kind::Synced => drop(synced.insert(record.file)),
            Kind::FolderSynced => drop(synced_folders.insert(record.path(&record.first))),
            Kind::Change | Kind::Cut if !synced.contains(&record.file) => {
                undone += 1;
                disk.undo_bytes(record)?;
            }
            kind if kind.is_of_a_name() && n >= names_until => {
                let parent = record.path(&record.first).parent().map(Path::to_owned).unwrap_or_default();
                if !synced_folders.contains(&parent) {
                    undone += 1;
                    disk.undo_name(record)?;
                }
            }
            _ => {}
        }
    }
    forget(log)?;
    Ok(undone)
}

/// A new log for the next run.
pub fn forget(log: &Path) -> Result<()> {
    let _ = std::fs::remove_dir_all(kept_beside(log));
    let _ = std::fs::remove_file(log);
    Ok(())
}

fn kept_beside(log: &Path) -> PathBuf {
    let mut kept = log.as_os_str().to_owned();
    kept.push(".kept");
    PathBuf::from(kept)
}

/// All whole notes: one that broke off was not followed by its change.
fn read(log: &Path) -> Result<Vec<Record>> {
    let mut bytes = Vec::new();
    File::open(log).context("The shim wrote no undo log: was it loaded?")?.read_to_end(&mut bytes)?;
    let mut records = Vec::new();
    let mut rest = bytes.as_slice();
    while let Some((head, after)) = rest.split_first_chunk::<64>() {
        let number = |n: usize| u64::from_le_bytes(std::array::from_fn(|byte| head[n * 8 + byte]));
        let (first, second) = (number(6) as usize, number(7) as usize);
        let Some((data, after)) = after.split_at_checked(first + second) else { break };
        let kind = Kind::ALL.get((number(0) as usize).wrapping_sub(1)).copied();
        records.push(Record {
            kind: kind.context("The undo log holds something that the shim does not write.")?,
            file: number(1),
            offset: number(2),
            size_before: number(3),
            count: number(4),
            first: data[..first].to_vec(),
            second: data[first..].to_vec(),
        });
        rest = after;
    }
    Ok(records)
}

impl Record {
    fn path(&self, bytes: &[u8]) -> PathBuf {
        PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
    }
}

struct Disk<'r> {
    /// Where each file is found now, by its number on the file system.
    places: HashMap<u64, PathBuf>,
    /// Whether the newest length of a file had reached the disk.
    sizes_kept: HashMap<u64, bool>,
    cut: Cut,
    rng: &'r mut dyn Rng,
}

impl Disk<'_> {
    fn look(&mut self, folder: &Path) -> Result<()> {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => self.look(&entry.path())?,
                false => drop(self.places.entry(entry.metadata()?.ino()).or_insert(entry.path())),
            }
        }
        Ok(())
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.rng.next_u64() % bound
    }

    /// A coin; nothing of a clean cut is ever kept.
    fn kept(&mut self) -> bool {
        self.cut == Cut::Torn && self.below(2) == 0
    }

    fn undo_bytes(&mut self, record: &Record) -> Result<()> {
        let Some(path) = self.places.get(&record.file).cloned() else { return Ok(()) };
        let mut file = OpenOptions::new().write(true).open(&path)?;
        if record.kind == Kind::Cut {
            if !self.kept() {
                write_at(&mut file, record.offset, &record.first)?;
            }
            return Ok(());
        }
        let size_kept = match self.sizes_kept.get(&record.file) {
            Some(kept) => *kept,
            None => {
                let kept = self.kept();
                *self.sizes_kept.entry(record.file).or_insert(kept)
            }
        };
        let end = record.offset + record.count;
        let mut at = record.offset;
        while at < end {
            let next = ((at / SECTOR + 1) * SECTOR).min(end);
            if !self.kept() {
                let (from, to) = ((at - record.offset) as usize, (next - record.offset) as usize);
                let stood = record.first.get(from..to.min(record.first.len())).unwrap_or_default();
                write_at(&mut file, at, stood)?;
                if size_kept && stood.len() < to - from {
                    write_at(&mut file, at + stood.len() as u64, &vec![0; to - from - stood.len()])?;
                }
            }
            at = next;
        }
        if end > record.size_before && !size_kept {
            file.set_len(record.size_before)?;
        }
        Ok(())
    }

    fn undo_name(&mut self, record: &Record) -> Result<()> {
        let path = record.path(&record.first);
        match record.kind {
            // What was killed between its note and its change has nothing to undo.
            Kind::Created => drop(std::fs::remove_file(&path)),
            Kind::Deleted => self.put_back(record.file, &path)?,
            _ => {
                let to = record.path(&record.second);
                if to.exists() && !path.exists() {
                    std::fs::rename(&to, &path)?;
                    self.places.insert(record.file, path);
                }
                self.put_back(record.offset, &to)?;
            }
        }
        Ok(())
    }

    fn put_back(&mut self, file: u64, to: &Path) -> Result<()> {
        match self.places.get(&file) {
            Some(aside) if !to.exists() => {
                std::fs::rename(aside, to)?;
                self.places.insert(file, to.to_owned());
            }
            _ => {}
        }
        Ok(())
    }
}

fn write_at(file: &mut File, offset: u64, bytes: &[u8]) -> Result<()> {
    file.seek(SeekFrom::Start(offset))?;
    Ok(file.write_all(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::super::shim::{Shim, Trouble};
    use super::*;
    use std::process::Command;

    /// Changes a folder in every way a shell knows, with the shim between, and cuts the power.
    fn after_the_cut(also: &str) -> Vec<(String, String)> {
        let beside = tempfile::tempdir().unwrap();
        let folder = beside.path().join("folder");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("grown"), "before").unwrap();
        std::fs::write(folder.join("deleted"), "was here").unwrap();
        std::fs::write(folder.join("replaced"), "old").unwrap();
        let shim = Shim::build(beside.path(), &folder).unwrap();
        let mut shell = Command::new("sh");
        let script = "printf more >> grown; printf new > made; mv made named; printf newer > other; \
                      mv other replaced; rm deleted;";
        shell.current_dir(&folder).arg("-c").arg(format!("set -e; {script} {also}"));
        shim.around(&mut shell, Trouble::default());
        assert!(shell.status().unwrap().success());
        cut_power(&folder, &shim.log, Cut::Clean, &mut crate::edge::rng()).unwrap();
        let read = |entry: std::io::Result<std::fs::DirEntry>| {
            let path = entry.unwrap().path();
            (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(&path).unwrap())
        };
        let mut found: Vec<_> = std::fs::read_dir(&folder).unwrap().map(read).collect();
        found.sort();
        found
    }

    fn files(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn without_an_fsync_everything_is_as_before() {
        assert_eq!(after_the_cut(""), files(&[("deleted", "was here"), ("grown", "before"), ("replaced", "old")]));
    }

    #[test]
    fn what_was_synced_stays_and_names_need_their_folder() {
        let synced = after_the_cut("sync named replaced .; printf again >> named; sync grown");
        assert_eq!(synced, files(&[("grown", "beforemore"), ("named", "new"), ("replaced", "newer")]));
    }
}
