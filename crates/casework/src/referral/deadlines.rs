//! Deadlines: what happens with nobody signed in.

use super::State;
use super::rows::{self, ReferralRow};
use crate::Result;
use base::{CaseId, Instant, TeamId};
use store::Tx;

/// A referral that was not answered in time, or a deletion that was not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    pub file: CaseId,
    /// The team that asked, which decides what is done now.
    pub from: TeamId,
}

/// Counts as silent whatever was not answered in time, and says which: each is told once.
pub fn deadlines(tx: &mut Tx, now: Instant) -> Result<Vec<Overdue>> {
    let over = rows::overdue(tx, now)?;
    over.into_iter()
        .map(|row| {
            let row = ReferralRow { state: State::Silent, ..row };
            rows::update(tx, &row)?;
            Ok(Overdue { file: row.file, from: row.from })
        })
        .collect()
}
