//! The clock: deadlines, codes of the second factor and the log's times hang on it.

use super::Finding;
use super::registry::Registry;
use base::Instant;
use std::path::Path;
use std::process::Command;

pub struct Facts {
    pub now: Instant,
    /// When the newest entry of the log was written.
    pub newest: Option<Instant>,
    /// The time that the file system gives to a new file.
    pub file_system: Option<Instant>,
    /// Whether the system says that its clock is kept by others; `None` when it does not say.
    pub synchronised: Option<bool>,
}

impl Facts {
    pub fn gather(folder: &Path, now: Instant, registry: Option<&Registry>) -> Self {
        let answered = Command::new("timedatectl").args(["show", "--property=NTPSynchronized", "--value"]).output();
        let synchronised = answered.ok().and_then(|answer| match answer.stdout.trim_ascii() {
            b"yes" => Some(true),
            b"no" => Some(false),
            _ => None,
        });
        let newest = registry.and_then(|registry| registry.newest);
        Self { now, newest, file_system: time_of_new_file(folder), synchronised }
    }
}

fn time_of_new_file(folder: &Path) -> Option<Instant> {
    let changed = tempfile::tempfile_in(folder).ok()?.metadata().ok()?.modified().ok()?;
    let since = changed.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(Instant::from_millis(since.as_millis() as i64))
}

/// Clocks of one machine may differ by so much, in milliseconds: a file's time moves in steps.
const SAME: i64 = 2_000;

pub fn judge(facts: &Facts) -> Finding {
    let Facts { now, newest, file_system, synchronised } = facts;
    if let Some(newest) = newest.filter(|newest| newest.millis() > now.millis() + SAME) {
        return Finding::wrong(
            "clock",
            format!(
                "It is {} by the clock, but the log's newest entry is of {}. The clock is behind, or was ahead: set it before anybody works, or deadlines are missed and codes do not fit.",
                now.utc_text(),
                newest.utc_text()
            ),
        );
    }
    if let Some(other) = file_system.filter(|other| (other.millis() - now.millis()).abs() > 30_000) {
        return Finding::look(
            "clock",
            format!(
                "It is {} by the clock, but new files are of {}. Is the folder on another machine, whose clock is wrong?",
                now.utc_text(),
                other.utc_text()
            ),
        );
    }
    match synchronised {
        Some(true) => Finding::ok("clock", format!("It is {}, kept by the network's time.", now.utc_text())),
        Some(false) => Finding::look(
            "clock",
            format!(
                "It is {}, and nothing keeps it right. Switch on time synchronisation, or compare it every week.",
                now.utc_text()
            ),
        ),
        None => Finding::ok(
            "clock",
            format!(
                "It is {}, after the log's newest entry. Whether anything keeps it right, the system does not say: compare it with another clock.",
                now.utc_text()
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    const NOON: Instant = Instant::from_millis(1_768_539_600_000);

    fn well() -> Facts {
        Facts { now: NOON, newest: Some(NOON), file_system: Some(NOON), synchronised: Some(true) }
    }

    #[test]
    fn a_clock_behind_the_log_is_wrong() {
        assert_eq!(judge(&well()).verdict, Verdict::Ok);
        let behind = judge(&Facts { newest: Some(NOON.plus_hours(1)), ..well() });
        assert!(behind.verdict == Verdict::Wrong && behind.sentence.contains("2026-01-16T06:00:00.000Z"));
    }

    #[test]
    fn a_clock_that_differs_or_that_nothing_keeps_is_to_be_looked_at() {
        let off = Facts { file_system: Some(NOON.plus_hours(-7)), ..well() };
        let alone = Facts { synchronised: Some(false), ..well() };
        let unknown = Facts { synchronised: None, newest: None, file_system: None, ..well() };
        assert_eq!(
            [off, alone, unknown].map(|facts| judge(&facts).verdict),
            [Verdict::Look, Verdict::Look, Verdict::Ok]
        );
    }
}
