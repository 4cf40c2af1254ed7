//! What erasing somebody needs to know of the referrals that were made for them.

use super::rows;
use super::withdraw::all_sent;
use super::{Sent, State};
use crate::{Facts, Result};
use base::{CaseId, Instant, TeamId};
use store::Tx;

/// Where one referral stands with whoever was asked.
pub(crate) struct Standing {
    /// The team on this server that was asked.
    pub to: Option<TeamId>,
    pub withdrawn_at: Option<Instant>,
    pub deleted_at: Option<Instant>,
    pub read: i64,
    pub last_read: Option<Instant>,
}

/// The referrals that were made for a person.
pub(crate) fn sent_in(facts: &Facts) -> Vec<Sent> {
    all_sent(facts).cloned().collect()
}

/// Whether this is the file of a referral, and no case of its own.
pub(crate) fn is_file(tx: &mut Tx, case: CaseId) -> Result<bool> {
    Ok(rows::of_file(tx, case)?.is_some())
}

pub(crate) fn standing(tx: &mut Tx, file: CaseId) -> Result<Option<Standing>> {
    let Some(row) = rows::of_file(tx, file)? else { return Ok(None) };
    let (read, last_read) = rows::readings(tx, file, row.to)?;
    Ok(Some(Standing { to: row.to, withdrawn_at: row.withdrawn_at, deleted_at: row.deleted_at, read, last_read }))
}

/// Empties what the team that asked noted of a file, and counts it as taken back: whoever was asked still has to say
/// that their copies are deleted. Says how many notes there were.
pub(crate) fn forget(tx: &mut Tx, file: CaseId, now: Instant) -> Result<usize> {
    let Some(mut row) = rows::of_file(tx, file)? else { return Ok(0) };
    rows::forget_about(tx, file)?;
    (row.state, row.withdrawn_at) = (State::Withdrawn, row.withdrawn_at.or(Some(now)));
    rows::update(tx, &row)?;
    Ok(1)
}
