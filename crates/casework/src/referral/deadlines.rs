//! Deadlines: what happens with nobody signed in.

use super::State;
use super::rows::{self, ReferralRow};
use crate::Result;
use access::alert::{self, Alert, Kind, To};
use base::{CaseId, Instant, TeamId};
use rand_core::CryptoRng;
use store::Tx;

/// For how many hours a recipient has time to say that it deleted what it copied.
pub(super) const TO_DELETE: i64 = 7 * 24;

/// Counts as silent whatever was not answered in time and tells the team that asked. Says how many there were.
pub(crate) fn unanswered(tx: &mut Tx, now: Instant, rng: &mut dyn CryptoRng) -> Result<usize> {
    let over = rows::overdue(tx, now)?;
    for row in &over {
        rows::update(tx, &ReferralRow { state: State::Silent, ..row.clone() })?;
        tell(tx, row.from, Kind::ReferralOverdue, row.file, now, rng)?;
    }
    Ok(over.len())
}

/// Tells the team that asked, every week, whose deletion is still to be confirmed.
pub(crate) fn not_deleted(tx: &mut Tx, now: Instant, rng: &mut dyn CryptoRng) -> Result<usize> {
    let over = rows::not_deleted(tx, now)?;
    for row in &over {
        rows::update(tx, &ReferralRow { due_at: now.plus_hours(TO_DELETE), ..row.clone() })?;
        tell(tx, row.from, Kind::DeletionOverdue, row.file, now, rng)?;
    }
    Ok(over.len())
}

/// Raises an alert for a team.
pub(super) fn tell(
    tx: &mut Tx,
    team: TeamId,
    kind: Kind,
    file: CaseId,
    now: Instant,
    rng: &mut dyn CryptoRng,
) -> Result<()> {
    alert::raise(tx, &Alert { to: To::Team(team), kind, case: Some(file) }, now, rng).map(drop)
}
