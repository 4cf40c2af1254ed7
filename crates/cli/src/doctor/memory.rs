//! Whether keys can get from memory onto a disk: by swapping, or when the program falls.

use super::Finding;
use super::process::Server;
use std::fs;

/// Limits of the server, or when none can be looked at, of this terminal: what is started here has the same.
pub struct Facts {
    pub of_server: bool,
    /// Bytes that may be kept from the swap; `None` is no limit.
    pub lockable: Option<u64>,
    /// Bytes of memory that may be written to a file when the program falls; `None` is no limit.
    pub core: Option<u64>,
}

impl Facts {
    pub fn gather(server: &Server) -> Self {
        let read = |id: &str| fs::read_to_string(format!("/proc/{id}/limits")).ok();
        let of_server = server.id.as_deref().and_then(read);
        let limits = of_server.clone().or_else(|| read("self")).unwrap_or_default();
        Self {
            of_server: of_server.is_some(),
            lockable: limit(&limits, "Max locked memory"),
            core: limit(&limits, "Max core file size"),
        }
    }
}

/// The limit in force, of a line of /proc/…/limits. What cannot be read counts as no limit.
fn limit(limits: &str, name: &str) -> Option<u64> {
    limits.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}

/// Far more than keys and working sets need.
const ENOUGH: u64 = 4_000_000_000;

pub fn judge(facts: &Facts) -> [Finding; 2] {
    let whose = if facts.of_server { "The server" } else { "A program of this terminal" };
    let lock = match facts.lockable {
        Some(bytes) if bytes < ENOUGH => Finding::look(
            "memory lock",
            format!(
                "{whose} may keep only {} kB from the swap. Give it LimitMEMLOCK=infinity (`ulimit -l unlimited`), or have no swap.",
                bytes / 1000
            ),
        ),
        _ => Finding::ok("memory lock", format!("{whose} may keep all its memory from the swap.")),
    };
    let core = match facts.core {
        Some(0) => Finding::ok("core dumps", format!("{whose} leaves no copy of its memory when it falls.")),
        _ => Finding::look(
            "core dumps",
            format!(
                "{whose} may leave a copy of its memory, with keys in it, on the disk when it falls. Give it LimitCORE=0 (`ulimit -c 0`)."
            ),
        ),
    };
    [lock, core]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    const LIMITS: &str = "\
Limit                     Soft Limit           Hard Limit           Units
Max core file size        0                    unlimited            bytes
Max locked memory         8388608              8388608              bytes
Max file locks            unlimited            unlimited            locks
";

    #[test]
    fn limits_are_read_as_the_system_writes_them() {
        assert_eq!(limit(LIMITS, "Max core file size"), Some(0));
        assert_eq!(limit(LIMITS, "Max locked memory"), Some(8_388_608));
        assert_eq!(limit(LIMITS, "Max file locks"), None);
    }

    #[test]
    fn little_lockable_memory_and_copies_of_it_are_to_be_looked_at() {
        let verdicts =
            |lockable, core| judge(&Facts { of_server: true, lockable, core }).map(|finding| finding.verdict);
        assert_eq!(verdicts(None, Some(0)), [Verdict::Ok; 2]);
        assert_eq!(verdicts(Some(8_388_608), None), [Verdict::Look; 2]);
        assert_eq!(verdicts(Some(8_000_000_000), Some(1)), [Verdict::Ok, Verdict::Look]);
    }
}
