//! What erasure and retention go by.

use std::collections::BTreeMap;

/// Why somebody is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// The person asked for it.
    Person,
    Court,
    /// Somebody was registered who should not have been.
    Mistake,
    /// The time for which cases are kept is over.
    Retention,
}

base::keys!(Ground { Person = "person", Court = "court", Mistake = "mistake", Retention = "retention" });

/// For how many years after the last entry a case is kept. Humanitarian data protection asks for a period and for
/// deletion after it (IOM Data Protection Manual, principle 9; ICRC Handbook on Data Protection, 2.7), and names none:
/// this one lets compensation and criminal proceedings end.
pub const KEPT_YEARS: i64 = 5;

/// For how many days what is due is announced before it goes.
pub const NOTICE_DAYS: i64 = 30;

/// After how many days an asking that nobody confirmed lapses.
pub const ASKING_LASTS: i64 = 30;

/// How many rows of what were deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub BTreeMap<String, u64>);

impl Counts {
    pub fn of(&self, kind: &str) -> u64 {
        self.0.get(kind).copied().unwrap_or_default()
    }

    pub fn add(&mut self, others: &Counts) {
        for (kind, count) in &others.0 {
            *self.0.entry(kind.clone()).or_default() += count;
        }
    }

    /// "keys=5 payloads=12": kinds of which there were none are left out.
    pub fn text(&self) -> String {
        let some = self.0.iter().filter(|(_, count)| **count > 0);
        some.map(|(kind, count)| format!("{kind}={count}")).collect::<Vec<_>>().join(" ")
    }

    pub fn read(text: &str) -> Option<Counts> {
        let one = |part: &str| part.split_once('=').and_then(|(kind, n)| Some((kind.to_owned(), n.parse().ok()?)));
        text.split_whitespace().map(one).collect::<Option<_>>().map(Counts)
    }
}
