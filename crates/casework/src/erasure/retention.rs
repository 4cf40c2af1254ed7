//! Retention: what has been still for long enough is announced, and a month later erased. It needs nobody signed in
//! and sees pseudonymous ids and dates alone.
//!
//! Keys that ran out, and alerts after 90 days, are forgotten by steps of the round of their own.

use super::rules::{ASKING_LASTS, Ground, KEPT_YEARS, NOTICE_DAYS};
use super::{bury, nobody, rows};
use crate::{Result, referral};
use access::Role;
use access::alert::{self, Alert, Kind, To};
use base::{CaseId, Instant, TeamId};
use rand_core::CryptoRng;
use std::collections::BTreeSet;
use store::Tx;

/// What one day's round of the rules did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub at: Instant,
    /// Cases that will go in [`NOTICE_DAYS`].
    pub announced: u64,
    pub erased: u64,
    /// Askings that nobody confirmed, and links that ran out.
    pub cleared: u64,
}

/// A case that goes on a day unless somebody goes on with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    pub case: CaseId,
    pub team: Option<TeamId>,
    pub due: Instant,
    /// Whether it is what was sent to others, and no case of its own.
    pub is_file: bool,
}

/// Shortly less than a day, so that it keeps to its hour.
const HOURS_BETWEEN: i64 = 23;
/// More than this wait for the next day: nobody waits long for the writer.
const AT_ONCE: usize = 500;

/// Goes through the rules, once a day. Says how many cases it erased.
pub fn run(tx: &mut Tx, now: Instant, rng: &mut dyn CryptoRng) -> Result<usize> {
    let last = rows::runs(tx, 1)?.pop();
    if last.is_some_and(|last| last.at.plus_hours(HOURS_BETWEEN) > now) {
        return Ok(0);
    }
    let since = now.plus_hours(-24 * 365 * KEPT_YEARS);
    let mut run = Run { at: now, announced: 0, erased: 0, cleared: 0 };
    for case in rows::due(tx, now, AT_ONCE)? {
        if rows::went_on(tx, case, since)? {
            rows::keep(tx, case)?;
            continue;
        }
        bury(tx, case, now, Ground::Retention, (nobody(), nobody()))?;
        run.erased += 1;
    }
    let mut teams = BTreeSet::new();
    for case in rows::idle(tx, since, AT_ONCE)? {
        rows::announce(tx, case, now, now.plus_hours(24 * NOTICE_DAYS))?;
        teams.extend(rows::team_of(tx, case)?);
        run.announced += 1;
    }
    run.cleared = rows::clear(tx, now.plus_hours(-24 * ASKING_LASTS), now)? as u64;
    if run.cleared > 0 {
        tx.forget();
    }
    if run.announced + run.erased > 0 {
        let officers = teams.into_iter().map(|team| To::RoleInTeam(team, Role::ProtectionOfficer));
        for to in officers.chain([To::Role(Role::Administrator)]) {
            alert::raise(tx, &Alert { to, kind: Kind::RetentionRan, case: None }, now, rng)?;
        }
    }
    rows::note_run(tx, &run)?;
    Ok(run.erased as usize)
}

/// What is announced, the first to go first.
pub fn announced(tx: &mut Tx, most: usize) -> Result<Vec<Retention>> {
    let found = rows::announced(tx, most)?;
    let one = |(case, due)| {
        Ok(Retention { case, team: rows::team_of(tx, case)?, due, is_file: referral::is_file(tx, case)? })
    };
    found.into_iter().map(one).collect()
}

/// What the last rounds of the rules did, newest first.
pub fn runs(tx: &mut Tx, most: usize) -> Result<Vec<Run>> {
    rows::runs(tx, most)
}
