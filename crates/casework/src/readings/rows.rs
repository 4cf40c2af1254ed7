//! The SQL of readings and nothing else.

use super::{EMERGENCY, Reader, Reading};
use crate::Result;
use access::Action;
use base::{CaseId, Instant, TeamId, UserId};
use store::{Tx, sql};
use vault::Compartment;

/// The entries about a case or a file before a position, newest first.
pub(super) fn newest(tx: &mut Tx, case: CaseId, before: i64, most: usize) -> Result<Vec<Reading>> {
    Ok(tx.all(
        sql!(
            "select a.position, a.at, a.member_id, a.action, a.outcome, a.compartments, m.name, t.name
              from access_entry a left join member m on m.id = a.member_id left join team t on t.id = m.team_id
              where a.case_id = $1 and a.position < $2 order by a.position desc limit $3"
        ),
        &[(&case.to_string()).into(), before.into(), (most as i64).into()],
        |row| {
            let bits = row.int(5)?;
            let text = |column| row.maybe_id(column, |text| Some(text.to_owned()));
            let by_link = row.id(2, UserId::read)? == UserId::from_bytes([0; 16]);
            let reader = match by_link {
                true => Reader::Link { organisation: String::new() },
                false => Reader::Member { name: text(6)?.unwrap_or_default(), team: text(7)?.unwrap_or_default() },
            };
            Ok(Reading {
                position: row.int(0)?,
                at: Instant::from_millis(row.int(1)?),
                reader,
                action: row.text(3)?,
                parts: Compartment::ALL.into_iter().filter(|part| bits >> part.number() & 1 == 1).collect(),
                is_file: false,
                refused: row.text(4)? == "refused",
            })
        },
    )?)
}

/// How often something was opened.
#[derive(Default)]
pub(super) struct Tally {
    pub ever: i64,
    pub recent: i64,
    pub emergencies: i64,
    pub first: Option<Instant>,
}

/// What the readers of one team did; no team for links.
pub(super) struct OfTeam {
    pub team: Option<TeamId>,
    pub name: Option<String>,
    pub tally: Tally,
}

impl Tally {
    pub fn add(&mut self, other: &Tally) {
        self.ever += other.ever;
        self.recent += other.recent;
        self.emergencies += other.emergencies;
    }
}

/// How often a case or a file was opened, by the readers' team. Looking at who has read it is not
/// counted: that shows nothing of it.
pub(super) fn tallies(tx: &mut Tx, case: CaseId, recent: Instant) -> Result<Vec<OfTeam>> {
    Ok(tx.all(
        sql!(
            "select t.id, t.name, count(*), count(case when a.at > $2 then 1 end), count(case when a.action = $3 then 1 end),
                    min(a.at)
              from access_entry a left join member m on m.id = a.member_id left join team t on t.id = m.team_id
              where a.case_id = $1 and a.outcome = 'allowed' and a.compartments <> 0 and a.action <> $4
              group by t.id, t.name order by t.id"
        ),
        &[
            (&case.to_string()).into(),
            recent.millis().into(),
            EMERGENCY.into(),
            Action::SeeReadings.key().into(),
        ],
        |row| {
            let name = row.maybe_id(1, |text| Some(text.to_owned()))?;
            let first = row.maybe_int(5)?.map(Instant::from_millis);
            let tally = Tally { ever: row.int(2)?, recent: row.int(3)?, emergencies: row.int(4)?, first };
            Ok(OfTeam { team: row.maybe_id(0, TeamId::read)?, name, tally })
        },
    )?)
}
