//! Whether what is written is on the disk when the disk says so.

use super::Finding;
use super::device::Device;
use super::process::{self, Server};
use crate::edge::timed;
use std::io::Write;
use std::path::Path;

/// So many are timed.
const TIMES: usize = 200;

/// As much as SQLite writes at once for one page: the page, and the head of a frame.
const BYTES: usize = 16 * 1024 + 24;

pub struct Facts {
    pub device: Device,
    /// Whether a library is loaded that makes `fsync` do nothing.
    pub swallowed: bool,
    /// Half of them, and all but one in a hundred, took at most so many microseconds; `None` when none could be made.
    pub half_and_most: Option<(u64, u64)>,
}

impl Facts {
    pub fn gather(folder: &Path, device: &Device, server: &Server) -> Self {
        let swallowed = process::swallows_syncs("self") || server.id.as_deref().is_some_and(process::swallows_syncs);
        Self { device: device.clone(), swallowed, half_and_most: measure(folder) }
    }
}

/// Writes and syncs as the database does (`fdatasync`), into a file without a name that is gone at once.
fn measure(folder: &Path) -> Option<(u64, u64)> {
    let mut file = tempfile::tempfile_in(folder).ok()?;
    let page = vec![0x5a; BYTES];
    let mut took = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let (outcome, seconds) = timed(|| file.write_all(&page).and_then(|()| file.sync_data()));
        outcome.ok()?;
        took.push((seconds * 1e6) as u64);
    }
    took.sort_unstable();
    Some((took[TIMES / 2], took[TIMES * 99 / 100]))
}

const IN_MEMORY: [&str; 3] = ["tmpfs", "ramfs", "devtmpfs"];

/// File systems that hand the work on to something that cannot be looked at from here.
const ELSEWHERE: [&str; 12] =
    ["overlay", "aufs", "nfs", "nfs4", "cifs", "smb3", "9p", "virtiofs", "ceph", "glusterfs", "fuse", "fuseblk"];

const LIMITS: &str = "Only pulling the plug tells whether the drive, or the host of a virtual machine, keeps its word.";

pub fn judge(facts: &Facts) -> Finding {
    let Facts { device, swallowed, half_and_most } = facts;
    let kind = device.file_system.as_str();
    if *swallowed {
        return Finding::wrong(
            "fsync",
            "A library is loaded that makes fsync do nothing (libeatmydata). Take it away (LD_PRELOAD, /etc/ld.so.preload): a power cut would lose what was acknowledged.",
        );
    }
    if IN_MEMORY.contains(&kind) {
        return Finding::wrong(
            "fsync",
            format!("The folder is on {kind}: in memory. All of it is gone when the machine stops. Move it to a disk."),
        );
    }
    if device.without_barriers {
        return Finding::wrong(
            "fsync",
            "The file system is mounted without barriers: a power cut can lose what was acknowledged. Take `nobarrier` or `barrier=0` out of its options.",
        );
    }
    let Some((half, most)) = *half_and_most else {
        return Finding::wrong(
            "fsync",
            "No file could be written and synced in the folder. Is it full, or read-only, or somebody else's?",
        );
    };
    let said = format!(
        "Of {TIMES} syncs on {kind}, half took at most {}, all but two at most {}{}.",
        millis(half),
        millis(most),
        device.write_cache.as_deref().map_or(String::new(), |cache| format!("; the drive's cache is \"{cache}\""))
    );
    // No device answers as fast as that: something on the way says yes without asking it.
    if half < 15 {
        return Finding::wrong(
            "fsync",
            format!(
                "{said} No drive is so fast: something answers before it is written. Find out what, before people are registered."
            ),
        );
    }
    if ELSEWHERE.contains(&kind) || kind.starts_with("fuse.") {
        return Finding::look(
            "fsync",
            format!(
                "{said} What lies under it cannot be seen from here; over a network the database can be damaged. Prefer a disk of this machine."
            ),
        );
    }
    if half < 100 {
        return Finding::look(
            "fsync",
            format!("{said} Only drives that are protected against power loss are so fast. Is this one? {LIMITS}"),
        );
    }
    Finding::ok("fsync", format!("{said} {LIMITS}"))
}

fn millis(micros: u64) -> String {
    format!("{:.2} ms", micros as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    fn verdict(file_system: &str, half: u64) -> Verdict {
        let device = Device { file_system: file_system.into(), ..Device::default() };
        judge(&Facts { device, swallowed: false, half_and_most: Some((half, 2 * half)) }).verdict
    }

    #[test]
    fn what_answers_faster_than_drives_do_is_not_believed() {
        assert_eq!([5, 60, 2_000].map(|half| verdict("ext4", half)), [Verdict::Wrong, Verdict::Look, Verdict::Ok]);
    }

    #[test]
    fn memory_is_no_disk_and_what_lies_elsewhere_cannot_be_seen() {
        assert_eq!(verdict("tmpfs", 2_000), Verdict::Wrong);
        assert_eq!(["overlay", "nfs4", "fuse.sshfs"].map(|kind| verdict(kind, 2_000)), [Verdict::Look; 3]);
    }

    #[test]
    fn a_sync_that_is_swallowed_without_barriers_or_impossible_is_wrong() {
        let device = Device { file_system: "ext4".into(), ..Device::default() };
        let well = || Facts { device: device.clone(), swallowed: false, half_and_most: Some((2_000, 4_000)) };
        let bare = Device { without_barriers: true, ..device.clone() };
        let facts = [
            Facts { swallowed: true, ..well() },
            Facts { device: bare, ..well() },
            Facts { half_and_most: None, ..well() },
        ];
        assert_eq!(judge(&well()).verdict, Verdict::Ok);
        assert_eq!(facts.map(|facts| judge(&facts).verdict), [Verdict::Wrong; 3]);
    }

    #[test]
    fn syncs_are_measured_and_leave_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (half, most) = measure(folder.path()).expect("a folder in which files can be written");
        assert!(half <= most);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
