//! What keeps this program's memory from others: no core dump, no swapping, and nothing legible in what was freed.

use std::sync::OnceLock;
use zeroizing_alloc::ZeroAlloc;

/// Overwrites all memory before it is given back: names and texts of the working set, forms, answers, lists.
#[global_allocator]
static OVERWRITING: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// What holds on this system.
#[derive(Clone, Debug)]
pub struct State {
    /// A crash writes no memory to a file, and other programs of the same user may not read it.
    pub no_dumps: Result<(), String>,
    /// No memory is written to swap.
    pub locked: Result<(), String>,
}

static STATE: OnceLock<State> = OnceLock::new();

/// A server runs for months, and glibc keeps what was freed in an arena for each of its threads: with many of them it
/// grows without end. Large pieces it keeps as well, unless it is told from which size on they go back at once. Only the
/// environment says either, so the program begins anew with it, as itself.
#[cfg(target_os = "linux")]
pub fn take_few_arenas() {
    use std::os::unix::process::CommandExt;
    const ARENAS: &str = "MALLOC_ARENA_MAX";
    const LARGE: &str = "MALLOC_MMAP_THRESHOLD_";
    let Ok(program) = std::env::current_exe() else { return };
    if std::env::var_os(ARENAS).is_none() {
        // Returns only where that failed: then it goes on as it is, and takes more memory.
        let args = std::env::args_os().skip(1);
        let _ = std::process::Command::new(program).args(args).env(ARENAS, "2").env(LARGE, "262144").exec();
    }
}

#[cfg(not(target_os = "linux"))]
pub fn take_few_arenas() {}

/// Done first, before anything is read.
pub fn begin() {
    state();
}

pub fn state() -> &'static State {
    STATE.get_or_init(|| State { no_dumps: no_dumps(), locked: locked() })
}

impl State {
    /// A sentence for each protection that this system does not give.
    pub fn lacking(&self) -> Vec<String> {
        let both = [
            (&self.no_dumps, "A crash may write memory to a file"),
            (&self.locked, "Memory may be written to swap: encrypt it or switch it off"),
        ];
        both.iter().filter_map(|(done, risk)| Some(format!("{risk} ({}).", done.as_ref().err()?))).collect()
    }
}

#[cfg(target_os = "linux")]
fn no_dumps() -> Result<(), String> {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    setrlimit(Resource::Core, none).map_err(|error| format!("the limit could not be set: {error}"))?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(|error| format!("not switched off: {error}"))
}

/// Locks all memory, now and to come, page by page as it is used: only where the system sets no bound to it, for
/// a bound that is reached later would make the program fail in the middle of its work.
#[cfg(target_os = "linux")]
fn locked() -> Result<(), String> {
    use rustix::mm::{MlockAllFlags, mlockall};
    use rustix::process::{Resource, getrlimit};
    let bound = getrlimit(Resource::Memlock).current;
    if let Some(bytes) = bound
        && !may_lock_without_bound()
    {
        return Err(format!("the system lets only {} KB be locked; see LimitMEMLOCK", bytes / 1024));
    }
    mlockall(MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT)
        .map_err(|error| format!("it could not be locked: {error}"))
}

/// Whether this process has the right CAP_IPC_LOCK, number 14, for which the bound does not count.
#[cfg(target_os = "linux")]
fn may_lock_without_bound() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let rights = status.lines().find_map(|line| line.strip_prefix("CapEff:"));
    rights.and_then(|hex| u64::from_str_radix(hex.trim(), 16).ok()).is_some_and(|rights| rights & (1 << 14) != 0)
}

#[cfg(not(target_os = "linux"))]
fn no_dumps() -> Result<(), String> {
    Err("this system is not known to us".to_owned())
}

#[cfg(not(target_os = "linux"))]
fn locked() -> Result<(), String> {
    Err("this system is not known to us".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_system_does_not_give_is_said_in_a_sentence() {
        let state = State { no_dumps: Ok(()), locked: Err("the system lets only 64 KB be locked".to_owned()) };
        let said = state.lacking();
        assert_eq!(said.len(), 1);
        assert!(said[0].starts_with("Memory may be written to swap") && said[0].contains("64 KB"), "{said:?}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_crash_leaves_no_file() {
        let state = state();
        assert_eq!(state.no_dumps, Ok(()));
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let locked = status.lines().find_map(|line| line.strip_prefix("VmLck:")).unwrap();
        let kilobytes: u64 = locked.trim().trim_end_matches(" kB").parse().unwrap();
        assert_eq!(state.locked.is_ok(), kilobytes > 0, "what is said of the memory is so: {locked}");
    }
}
