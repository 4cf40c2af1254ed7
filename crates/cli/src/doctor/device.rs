//! What lies under the folder, and under the swap: which file system, which device, and whether it is encrypted.

use super::Finding;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    pub file_system: String,
    pub without_barriers: bool,
    /// "write back" or "write through", as the drive says of itself.
    pub write_cache: Option<String>,
    /// Whether a device below is encrypted by this system; `None` when the device cannot be found.
    pub encrypted: Option<bool>,
}

impl Device {
    pub fn under(folder: &Path) -> Device {
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let whole = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        let Some(mount) = Mount::of(&mounts, &whole) else { return Device::default() };
        let node = node_of(&mount);
        Device {
            file_system: mount.file_system,
            without_barriers: mount.options.split(',').any(|option| matches!(option, "nobarrier" | "barrier=0")),
            write_cache: node.as_deref().and_then(write_cache),
            encrypted: node.as_deref().map(is_encrypted),
        }
    }
}

/// One line of `/proc/self/mountinfo`.
#[derive(Debug, PartialEq, Eq)]
struct Mount {
    /// "253:0".
    number: String,
    file_system: String,
    source: String,
    options: String,
}

impl Mount {
    /// The mount that a path lies in: the longest of those that hold it, and of equal ones the last.
    fn of(mounts: &str, path: &Path) -> Option<Mount> {
        let lines = mounts.lines().filter_map(|line| {
            let (before, after) = line.split_once(" - ")?;
            let (before, after): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
            // A space in a path is written as \040.
            let at = before.get(4)?.replace("\\040", " ");
            let mount = Mount {
                number: before.get(2)?.to_string(),
                file_system: after.first()?.to_string(),
                source: after.get(1)?.to_string(),
                options: after.get(2)?.to_string(),
            };
            path.starts_with(&at).then_some((at.len(), mount))
        });
        lines.max_by_key(|(length, _)| *length).map(|(_, mount)| mount)
    }
}

/// The device's folder in /sys. Some file systems (btrfs) have a number of their own, but name their device.
fn node_of(mount: &Mount) -> Option<PathBuf> {
    let by_number = fs::canonicalize(format!("/sys/dev/block/{}", mount.number)).ok();
    by_number.or_else(|| node_named(Path::new(&mount.source)))
}

fn node_named(device: &Path) -> Option<PathBuf> {
    let device = fs::canonicalize(device).ok()?;
    fs::canonicalize(Path::new("/sys/class/block").join(device.file_name()?)).ok()
}

/// A partition has no queue of its own: its disk has.
fn write_cache(node: &Path) -> Option<String> {
    let at = [node, node.parent()?].map(|node| node.join("queue/write_cache"));
    at.iter().find_map(|file| fs::read_to_string(file).ok()).map(|cache| cache.trim().to_owned())
}

/// Whether this device, or one that it is made of, is a dm-crypt device.
fn is_encrypted(node: &Path) -> bool {
    if fs::read_to_string(node.join("dm/uuid")).is_ok_and(|uuid| uuid.starts_with("CRYPT-")) {
        return true;
    }
    let below = fs::read_dir(node.join("slaves")).into_iter().flatten().flatten();
    below.filter_map(|entry| fs::canonicalize(entry.path()).ok()).any(|node| is_encrypted(&node))
}

/// One place to which memory may be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Swap {
    /// Compressed memory, which is not on any disk.
    pub in_memory: bool,
    pub encrypted: bool,
}

pub fn swaps() -> Vec<Swap> {
    let listed = fs::read_to_string("/proc/swaps").unwrap_or_default();
    let names = listed.lines().skip(1).filter_map(|line| line.split_whitespace().next()).map(str::to_owned);
    names
        .map(|name| Swap { in_memory: name.starts_with("/dev/zram"), encrypted: swap_is_encrypted(Path::new(&name)) })
        .collect()
}

fn swap_is_encrypted(at: &Path) -> bool {
    match node_named(at) {
        Some(node) => is_encrypted(&node),
        None => Device::under(at).encrypted == Some(true),
    }
}

pub fn judge(device: &Device, swaps: &[Swap]) -> [Finding; 2] {
    let disk = match device.encrypted {
        Some(true) => Finding::ok("disk encryption", "The folder is on an encrypted device."),
        _ => Finding::look(
            "disk encryption",
            "No encrypted device is seen under the folder. Content is sealed without it, but staff names, codes and times are not: put the folder on one, unless the host of this virtual machine encrypts.",
        ),
    };
    let bare = swaps.iter().filter(|swap| !swap.in_memory && !swap.encrypted).count();
    let swap = match (swaps.is_empty(), bare) {
        (true, _) => Finding::ok("swap", "There is none: no key is written to a disk by swapping."),
        (_, 0) => Finding::ok("swap", "It is encrypted, or in memory alone."),
        _ => Finding::look(
            "swap",
            "Memory may be written to a disk that is not encrypted, and keys with it. Encrypt the swap, or switch it off (`swapoff -a`, /etc/fstab).",
        ),
    };
    [disk, swap]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    const MOUNTS: &str = "\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 253:0 / / rw,relatime shared:1 - ext4 /dev/mapper/disk rw,errors=remount-ro
30 27 253:2 / /var/lib/safe\\040conduct rw - xfs /dev/sdb1 rw,nobarrier
31 27 0:40 / /mnt rw - tmpfs none rw
";

    #[test]
    fn a_folder_lies_in_the_longest_mount_that_holds_it() {
        let of = |path: &str| Mount::of(MOUNTS, Path::new(path)).unwrap();
        assert_eq!((of("/srv/registry").file_system, of("/srv").number), ("ext4".into(), "253:0".into()));
        let spaced = of("/var/lib/safe conduct/registry");
        assert_eq!((spaced.source.as_str(), spaced.options.as_str()), ("/dev/sdb1", "rw,nobarrier"));
        assert_eq!((of("/mnt/x").file_system, of("/mntx").file_system), ("tmpfs".into(), "ext4".into()));
    }

    #[test]
    fn a_device_made_of_an_encrypted_one_is_encrypted() {
        let system = tempfile::tempdir().unwrap();
        let (volume, crypt) = (system.path().join("dm-1"), system.path().join("dm-0"));
        fs::create_dir_all(volume.join("slaves/dm-0")).unwrap();
        assert!(!is_encrypted(&volume));
        fs::create_dir_all(volume.join("slaves/dm-0/dm")).unwrap();
        fs::write(volume.join("slaves/dm-0/dm/uuid"), "CRYPT-LUKS2-0123\n").unwrap();
        assert!(is_encrypted(&volume));
        assert!(!is_encrypted(&crypt));
    }

    #[test]
    fn swap_on_a_bare_disk_and_a_bare_disk_itself_are_to_be_looked_at() {
        let verdicts = |encrypted, swaps: &[Swap]| {
            judge(&Device { encrypted, ..Device::default() }, swaps).map(|finding| finding.verdict)
        };
        let swap = |in_memory, encrypted| Swap { in_memory, encrypted };
        assert_eq!(verdicts(Some(true), &[]), [Verdict::Ok; 2]);
        assert_eq!(verdicts(Some(true), &[swap(true, false), swap(false, true)]), [Verdict::Ok; 2]);
        assert_eq!(verdicts(None, &[swap(false, true), swap(false, false)]), [Verdict::Look; 2]);
    }
}
