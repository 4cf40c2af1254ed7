//! Room on the disk: a full disk stops the registration of people.

use super::registry::Registry;
use super::{Finding, size};
use std::path::Path;

/// In bytes.
pub struct Facts {
    pub free: Option<u64>,
    /// The database with its write-ahead log.
    pub database: u64,
    /// What the last day added to it, as far as the log's entries tell.
    pub day: u64,
}

impl Facts {
    pub fn gather(folder: &Path, registry: Option<&Registry>) -> Self {
        let of = |file: &str| std::fs::metadata(folder.join(file)).map_or(0, |file| file.len());
        let database = of("registry.db") + of("registry.db-wal");
        let day = registry.map_or(0, |registry| match registry.entries {
            0 => 0,
            entries => (database as u128 * registry.entries_of_day as u128 / entries as u128) as u64,
        });
        Self { free: crate::machine::look(folder).disk_free, database, day }
    }
}

const TOO_LITTLE: u64 = 256_000_000;
const LITTLE: u64 = 2_000_000_000;

pub fn judge(facts: &Facts) -> Finding {
    let Some(free) = facts.free else {
        return Finding::look("disk", "The system does not say how much is free. Look yourself.");
    };
    let said = format!(
        "{} free; the database has {}, of which about {} came in the last day.",
        size(free),
        size(facts.database),
        size(facts.day)
    );
    if free < TOO_LITTLE.max(2 * facts.day) {
        return Finding::wrong(
            "disk",
            format!("{said} Make room now: when the disk is full nobody can be registered."),
        );
    }
    if free < LITTLE.max(facts.database).max(30 * facts.day) {
        return Finding::look("disk", format!("{said} Make room: it may not last a month, or not hold a second copy."));
    }
    Finding::ok("disk", said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    #[test]
    fn what_is_free_is_held_against_the_database_and_its_growth() {
        let verdict = |free, database, day| judge(&Facts { free: Some(free), database, day }).verdict;
        assert_eq!(verdict(50_000_000_000, 1_000_000_000, 10_000_000), Verdict::Ok);
        assert_eq!(verdict(1_000_000_000, 1_000_000, 0), Verdict::Look, "little in itself");
        assert_eq!(verdict(50_000_000_000, 60_000_000_000, 0), Verdict::Look, "no room for a copy");
        assert_eq!(verdict(50_000_000_000, 1_000_000_000, 2_000_000_000), Verdict::Look, "not a month");
        assert_eq!(verdict(3_000_000_000, 1_000_000_000, 2_000_000_000), Verdict::Wrong, "not two days");
        assert_eq!(verdict(100_000_000, 1_000_000, 0), Verdict::Wrong);
        assert_eq!(judge(&Facts { free: None, database: 0, day: 0 }).verdict, Verdict::Look);
    }
}
