//! The server, if one runs on this machine and may be looked at.

use super::Finding;
use std::fs;
use std::path::Path;

#[derive(Debug, Default)]
pub struct Server {
    /// Its number in /proc; `None` when none runs, or none may be looked at.
    pub id: Option<String>,
    /// Whether its program was replaced since it began.
    pub replaced: bool,
}

impl Server {
    /// The one that has files of this folder open.
    pub fn running(folder: &Path) -> Server {
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let listed = fs::read_dir("/proc").into_iter().flatten().flatten();
        let ids = listed.filter_map(|entry| entry.file_name().into_string().ok());
        let serves = |id: &String| {
            let command = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
            is_serving(&command) && has_open(Path::new(&format!("/proc/{id}/fd")), &folder)
        };
        let id = ids.filter(|name| name.bytes().all(|byte| byte.is_ascii_digit())).find(serves);
        let program = id.as_ref().and_then(|id| fs::read_link(format!("/proc/{id}/exe")).ok());
        let replaced = program.is_some_and(|program| program.to_string_lossy().ends_with(" (deleted)"));
        Server { id, replaced }
    }
}

/// `safeconduct serve …`, as a process tells its command: words that end with a nought.
fn is_serving(command: &[u8]) -> bool {
    let mut words = command.split(|byte| *byte == 0);
    let program = words.next().unwrap_or_default();
    (program == b"safeconduct" || program.ends_with(b"/safeconduct")) && words.next() == Some(b"serve")
}

fn has_open(files: &Path, folder: &Path) -> bool {
    let mut links =
        fs::read_dir(files).into_iter().flatten().flatten().filter_map(|file| fs::read_link(file.path()).ok());
    links.any(|link| link.starts_with(folder))
}

/// Whether a process has a library loaded that makes `fsync` do nothing, however it got there.
pub fn swallows_syncs(process: &str) -> bool {
    fs::read_to_string(format!("/proc/{process}/maps")).is_ok_and(|maps| maps.contains("eatmydata"))
}

pub fn judge_version(server: &Server) -> Finding {
    let version = env!("CARGO_PKG_VERSION");
    match server.replaced {
        true => Finding::look(
            "version",
            format!("This is {version}, but `serve` still runs the program from before the update. Start it anew."),
        ),
        false => Finding::ok("version", format!("This is {version}.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    #[test]
    fn a_server_is_known_by_its_command() {
        assert!(is_serving(b"/usr/bin/safeconduct\0serve\0--dir\0registry\0"));
        assert!(!is_serving(b"safeconduct\0doctor\0serve\0"));
        assert!(!is_serving(b"/usr/bin/notsafeconduct\0serve\0"));
        assert!(!is_serving(b""));
    }

    #[test]
    fn whose_files_are_open_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let _open = fs::File::create(folder.path().join("registry.db")).unwrap();
        let ours = Path::new("/proc/self/fd");
        assert!(has_open(ours, &fs::canonicalize(folder.path()).unwrap()));
        assert!(!has_open(ours, Path::new("/nowhere/registry")));
    }

    #[test]
    fn a_program_that_was_replaced_is_to_be_started_anew() {
        let verdict = |replaced| judge_version(&Server { id: None, replaced }).verdict;
        assert_eq!([verdict(true), verdict(false)], [Verdict::Look, Verdict::Ok]);
    }
}
