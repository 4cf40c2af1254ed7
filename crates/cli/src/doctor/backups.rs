//! How old the newest backup is, by the name of its manifest.

use super::Finding;
use base::Instant;
use std::path::Path;

pub struct Facts {
    pub now: Instant,
    pub folder: Folder,
}

pub enum Folder {
    NotGiven,
    Unreadable,
    /// When the newest backup was made.
    Newest(Option<Instant>),
}

impl Facts {
    pub fn gather(folder: Option<&Path>, now: Instant) -> Self {
        let folder = match folder.map(std::fs::read_dir) {
            None => Folder::NotGiven,
            Some(Err(_)) => Folder::Unreadable,
            Some(Ok(files)) => {
                let names = files.flatten().filter_map(|file| file.file_name().into_string().ok());
                Folder::Newest(names.filter_map(|name| made_at(&name)).max())
            }
        };
        Self { now, folder }
    }
}

/// A manifest is named by its time, with hyphens where a file name can have no colons:
/// "2026-01-18T07-05-00.000Z.manifest".
fn made_at(file: &str) -> Option<Instant> {
    let (day, time) = file.strip_suffix(".manifest")?.split_once('T')?;
    Instant::read(&format!("{day}T{}", time.replace('-', ":")))
}

pub fn judge(facts: &Facts) -> Finding {
    let newest = match &facts.folder {
        Folder::NotGiven => {
            return Finding::look("backups", "Not looked at: name their folder with --backups.");
        }
        Folder::Unreadable => {
            return Finding::wrong(
                "backups",
                "Their folder cannot be read. Is the disk there, and may this user read it?",
            );
        }
        Folder::Newest(None) => {
            return Finding::wrong(
                "backups",
                "There is none. If this disk fails, everybody's cases are lost: run `safeconduct backup`.",
            );
        }
        Folder::Newest(Some(newest)) => *newest,
    };
    let hours = (facts.now.millis() - newest.millis()) / 3_600_000;
    match hours {
        ..0 => Finding::look(
            "backups",
            format!(
                "The newest is of {}, which is still to come: the clock was wrong then, or is now.",
                newest.utc_text()
            ),
        ),
        0..=24 => Finding::ok(
            "backups",
            format!("The newest is {hours} hours old. Whether it opens, only restoring it tells."),
        ),
        _ => Finding::look(
            "backups",
            format!(
                "The newest is {hours} hours old. What was written since is on this disk alone: run `safeconduct backup`, and see why it did not run."
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    const NOON: Instant = Instant::from_millis(1_768_539_600_000);

    #[test]
    fn a_backup_is_known_by_its_manifest_alone() {
        assert_eq!(made_at("2026-01-16T05-00-00.000Z.manifest"), Some(NOON));
        assert_eq!(made_at("2026-01-16T05-00-00.000Z.manifest.half"), None);
        assert_eq!(made_at("pieces"), None);
        assert_eq!(made_at("Thursday.manifest"), None);
    }

    #[test]
    fn the_newest_of_a_folder_counts() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["2026-01-16T05-00-00.000Z.manifest", "2025-12-31T05-00-00.000Z.manifest", "notes.txt"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let verdict = |hours| judge(&Facts::gather(Some(folder.path()), NOON.plus_hours(hours))).verdict;
        assert_eq!([verdict(24), verdict(25), verdict(-1)], [Verdict::Ok, Verdict::Look, Verdict::Look]);
    }

    #[test]
    fn no_backup_is_wrong() {
        let verdict = |folder| judge(&Facts { now: NOON, folder }).verdict;
        assert_eq!(verdict(Folder::Newest(None)), Verdict::Wrong);
        assert_eq!(verdict(Folder::Unreadable), Verdict::Wrong);
        assert_eq!(verdict(Folder::NotGiven), Verdict::Look);
    }
}
