//! Who may read the folder and what is in it.

use super::Finding;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The folder, or a file in it.
#[derive(Clone)]
pub struct Entry {
    pub name: String,
    pub owner: u32,
    pub mode: u32,
}

pub struct Facts {
    pub folder: Option<Entry>,
    /// `None` when this user may not look into the folder.
    pub files: Option<Vec<Entry>>,
}

impl Facts {
    pub fn gather(folder: &Path) -> Self {
        let entry = |path: &Path| {
            let found = path.symlink_metadata().ok()?;
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            Some(Entry { name, owner: found.uid(), mode: found.mode() & 0o7777 })
        };
        let files = std::fs::read_dir(folder).ok().map(|listed| {
            let mut files: Vec<Entry> = listed.flatten().filter_map(|file| entry(&file.path())).collect();
            files.sort_by(|one, other| one.name.cmp(&other.name));
            files
        });
        let whole = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        Self { folder: entry(&whole), files }
    }
}

/// What others than the owner may do.
const OTHERS: u32 = 0o077;

pub fn judge(facts: &Facts) -> Option<Finding> {
    let folder = facts.folder.as_ref()?;
    if folder.mode & OTHERS != 0 {
        return Some(Finding::wrong(
            "permissions",
            format!("Others may enter the folder (mode {:o}). Run `chmod 700` on it.", folder.mode),
        ));
    }
    let Some(files) = &facts.files else {
        return Some(Finding::wrong(
            "permissions",
            "This user may not look into the folder: little of what follows is known. Run this as its owner.",
        ));
    };
    let open: Vec<&str> = files.iter().filter(|file| file.mode & OTHERS != 0).map(|file| file.name.as_str()).collect();
    if !open.is_empty() {
        return Some(Finding::wrong(
            "permissions",
            format!("Others may read or write {}, were it not for the folder. Run `chmod 600` on it.", open.join(", ")),
        ));
    }
    let foreign: Vec<&str> =
        files.iter().filter(|file| file.owner != folder.owner).map(|file| file.name.as_str()).collect();
    if !foreign.is_empty() {
        return Some(Finding::wrong(
            "permissions",
            format!(
                "{} belongs to somebody else than the folder: was the program run as another user? Run `chown` on it.",
                foreign.join(", ")
            ),
        ));
    }
    Some(Finding::ok("permissions", "The folder and every file in it are for their owner alone."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    fn entry(name: &str, owner: u32, mode: u32) -> Entry {
        Entry { name: name.into(), owner, mode }
    }

    fn verdict(folder: Entry, file: Entry) -> Verdict {
        judge(&Facts { folder: Some(folder), files: Some(vec![entry("registry.db", 7, 0o600), file]) }).unwrap().verdict
    }

    #[test]
    fn only_the_owner_may_do_anything() {
        let (folder, key) = (entry("registry", 7, 0o700), entry("log.key", 7, 0o600));
        assert_eq!(verdict(folder.clone(), key.clone()), Verdict::Ok);
        assert_eq!(verdict(Entry { mode: 0o710, ..folder.clone() }, key.clone()), Verdict::Wrong);
        assert_eq!(verdict(folder.clone(), Entry { mode: 0o640, ..key.clone() }), Verdict::Wrong);
        assert_eq!(verdict(folder, Entry { owner: 0, ..key }), Verdict::Wrong, "one file of another owner");
    }

    #[test]
    fn who_may_not_look_is_told_so() {
        let closed = Facts { folder: Some(entry("registry", 7, 0o700)), files: None };
        assert!(judge(&closed).is_some_and(|finding| finding.verdict == Verdict::Wrong));
    }

    #[test]
    fn a_folder_that_is_not_there_is_the_matter_of_another_check() {
        assert!(judge(&Facts { folder: None, files: None }).is_none());
    }
}
