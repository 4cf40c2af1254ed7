//! Letters for many people at once: whom they are about, and what became of each. It lies in memory alone; each letter
//! is written by a command of its own, so that whatever stops it, what was written stays written.

use super::{Outcome, Written};
use crate::Result;
use access::AccessError;
use base::CaseId;
use papers::letter::Lack;
use std::collections::HashSet;
use std::sync::Arc;

/// So many at once: more are nobody's to look through.
pub const MOST: usize = 500;

/// These people, each once, in their order.
#[derive(Default)]
pub struct Batch {
    people: Vec<(CaseId, Became)>,
    /// How many of them are dealt with; they are dealt with in their order.
    done: usize,
}

/// What became of the letter about one person.
pub enum Became {
    Waiting,
    Written(Arc<Written>),
    /// It cannot be written yet; everything that is lacking.
    Lacks(Vec<Lack>),
    /// The case is not open to whoever writes, or not any more.
    NotOpen,
    /// It was written, and taken back since, or the person was erased.
    NoLonger,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub written: usize,
    /// For these people none could be written, or none stands any more.
    pub not: usize,
    pub waiting: usize,
}

impl Batch {
    pub fn of(cases: impl IntoIterator<Item = CaseId>) -> Batch {
        let mut seen = HashSet::new();
        let people = cases.into_iter().filter(|case| seen.insert(*case)).map(|case| (case, Became::Waiting));
        Batch { people: people.collect(), done: 0 }
    }

    /// Whose letter comes next.
    pub fn next(&self) -> Option<CaseId> {
        self.people.get(self.done).map(|(case, _)| *case)
    }

    /// Takes what became of the one that came next. An error that is not about this person is handed back: then they
    /// still wait.
    pub fn put(&mut self, outcome: Result<Outcome>) -> Result<()> {
        let became = match outcome {
            Ok(Ok(written)) => Became::Written(Arc::new(written)),
            Ok(Err(lacks)) => Became::Lacks(lacks),
            Err(AccessError::NotFound { .. } | AccessError::Refused { .. }) => Became::NotOpen,
            Err(error) => return Err(error),
        };
        if let Some((_, waiting)) = self.people.get_mut(self.done) {
            *waiting = became;
            self.done += 1;
        }
        Ok(())
    }

    pub fn people(&self) -> &[(CaseId, Became)] {
        &self.people
    }

    /// The letters that were written, with whom they are about.
    pub fn written(&self) -> impl Iterator<Item = (CaseId, &Arc<Written>)> {
        self.people.iter().filter_map(|(case, became)| match became {
            Became::Written(written) => Some((*case, written)),
            _ => None,
        })
    }

    /// Lets go of the letters of these codes: they stand no longer.
    pub fn forget(&mut self, codes: &HashSet<String>) {
        for (_, became) in &mut self.people {
            if matches!(became, Became::Written(written) if codes.contains(&written.issued.code)) {
                *became = Became::NoLonger;
            }
        }
    }

    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for (_, became) in &self.people {
            match became {
                Became::Waiting => counts.waiting += 1,
                Became::Written(_) => counts.written += 1,
                Became::Lacks(_) | Became::NotOpen | Became::NoLonger => counts.not += 1,
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests;
