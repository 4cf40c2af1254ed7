//! What the system says of this process and its disk.

use std::path::Path;
use web::watch::Machine;

/// Asked each time somebody looks at the figures.
pub fn look(folder: &Path) -> Machine {
    let disk = rustix::fs::statvfs(folder).ok();
    Machine {
        // What is kept back for the administrator of the machine is not free to us.
        disk_free: disk.as_ref().map(|disk| disk.f_bavail * disk.f_frsize),
        disk_size: disk.as_ref().map(|disk| disk.f_blocks * disk.f_frsize),
        resident: resident(),
        open_files: std::fs::read_dir("/proc/self/fd").ok().map(|files| files.count() as u64),
    }
}

fn resident() -> Option<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = pages.split_whitespace().nth(1)?.parse().ok()?;
    Some(pages * rustix::param::page_size() as u64)
}
