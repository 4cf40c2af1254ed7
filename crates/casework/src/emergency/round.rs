//! What happens with nobody signed in: the team is alerted, what nobody answered lapses, what is over is to be reviewed.

use super::State;
use super::rows::{self, EmergencyRow, Wanted};
use super::rules::{self, Due};
use crate::Result;
use access::alert::{self, Alert, Kind, To};
use access::{Role, entries};
use base::{CaseId, Instant, TeamId, UserId};
use rand_core::CryptoRng;
use store::Tx;

/// Takes every request one step on where it is due, and says how many there were.
///
/// The team is alerted here and not while somebody asks: asking takes the same time whether or not there is such a case.
pub fn due(tx: &mut Tx, now: Instant, rng: &mut dyn CryptoRng) -> Result<usize> {
    let mut done = 0;
    for mut row in rows::find(tx, Wanted::Unfinished, MOST)? {
        let Some(due) = rules::due(row.state, row.asked_at, row.told_at.is_some(), row.expires_at, now) else {
            continue;
        };
        done += 1;
        match (due, row.about) {
            (Due::Tell, about) => {
                if let Some((case, team)) = about {
                    for role in [Role::ProtectionOfficer, Role::Caseworker] {
                        raise(tx, To::RoleInTeam(team, role), Kind::EmergencyAsked, case, now, rng)?;
                    }
                }
                row.told_at = Some(now);
            }
            (Due::Lapse, _) => row.state = State::Lapsed,
            (Due::End, about) => {
                row.state = State::Ended;
                let nobody = UserId::from_bytes([0; 16]);
                entries::record_admin(tx, now, nobody, "emergency-ended", &row.id.to_string())?;
                if let Some((case, team)) = about {
                    tell_reviewers(tx, &row, case, team, now, rng)?;
                }
            }
        }
        rows::put(tx, &row)?;
    }
    Ok(done)
}

/// Those that are left over wait for the next round.
const MOST: usize = 10_000;

/// Whoever may review is told; the auditor too where nobody may.
pub(super) fn tell_reviewers(
    tx: &mut Tx,
    row: &EmergencyRow,
    case: CaseId,
    team: TeamId,
    now: Instant,
    rng: &mut dyn CryptoRng,
) -> Result<()> {
    raise(tx, To::RoleInTeam(team, Role::ProtectionOfficer), Kind::EmergencyToReview, case, now, rng)?;
    let giver = row.answered.map_or(row.asker, |(_, giver)| giver);
    if !rows::has_reviewer(tx, team, row.asker, giver)? {
        raise(tx, To::Role(Role::Auditor), Kind::EmergencyToReview, case, now, rng)?;
    }
    Ok(())
}

fn raise(tx: &mut Tx, to: To, kind: Kind, case: CaseId, now: Instant, rng: &mut dyn CryptoRng) -> Result<()> {
    alert::raise(tx, &Alert { to, kind, case: Some(case) }, now, rng).map(drop)
}
