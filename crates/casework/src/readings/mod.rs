//! Who has read a case: for the team that holds it, entry by entry; for the person, as counts without anybody's name.
//!
//! Both are readings of the record that every opening writes before anything is shown. Lists, searches and exports are
//! on that record with the number of people they showed, not with whom; so they are not here, and the pages say so.

mod rows;
#[cfg(test)]
mod tests;

use crate::consent::Recipient;
use crate::record::summaries;
use crate::referral::{Sent, all_sent};
use crate::{Fact, Facts, Field, Result};
use access::lending::EMERGENCY;
use access::{Action, Cx, organisation};
use base::{CaseCode, CaseId, Instant, Language, TeamId};
use rows::{OfTeam, Tally};
use std::collections::BTreeMap;
use vault::Compartment;

/// One opening of a case, or of a file that others were given about the person, or an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its leaf of the log.
    pub position: i64,
    pub at: Instant,
    pub reader: Reader,
    /// For which purpose: the key of an action, or "emergency".
    pub action: String,
    /// What was opened; nothing when something was done without opening it.
    pub parts: Vec<Compartment>,
    /// Whether it was the file of a referral that was opened and not the case.
    pub is_file: bool,
    pub refused: bool,
}

/// Who read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reader {
    Member {
        name: String,
        team: String,
    },
    /// Somebody of this organisation elsewhere, through its link.
    Link {
        organisation: String,
    },
}

/// Some readings, newest first.
#[derive(Clone, Debug)]
pub struct Readings {
    pub code: CaseCode,
    pub readings: Vec<Reading>,
    /// Ask for those before this position next; `None` when there are no older ones.
    pub older: Option<i64>,
}

/// How often a case was opened, for the person whose it is.
#[derive(Clone, Debug)]
pub struct Counts {
    pub code: CaseCode,
    /// The languages that the person speaks.
    pub languages: Vec<Language>,
    pub counts: Vec<Count>,
    /// Since when it is written down: the first opening.
    pub since: Option<Instant>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The name of a team or organisation.
    pub of: String,
    /// Whether it is the team that holds the case.
    pub is_ours: bool,
    /// Within the last [`RECENT_DAYS`] days, and ever.
    pub recent: i64,
    pub ever: i64,
    /// How many of those, ever, were in an emergency.
    pub emergencies: i64,
}

pub const RECENT_DAYS: i64 = 30;

/// Who has read a case that the actor's team holds, and the files that others were given about the person.
pub fn readings(cx: &mut Cx, case: CaseId, before: Option<i64>, most: usize) -> Result<Readings> {
    let facts = open(cx, case)?;
    let before = before.unwrap_or(i64::MAX);
    let mut found = rows::newest(cx.tx, case, before, most + 1)?;
    for sent in all_sent(&facts) {
        let of_file = rows::newest(cx.tx, sent.file, before, most + 1)?;
        let reader = |reading: Reading| match reading.reader {
            Reader::Link { .. } => Reading { reader: Reader::Link { organisation: outside(sent) }, ..reading },
            Reader::Member { .. } => reading,
        };
        found.extend(of_file.into_iter().map(|reading| Reading { is_file: true, ..reader(reading) }));
    }
    found.sort_by_key(|reading| std::cmp::Reverse(reading.position));
    let has_older = found.len() > most;
    found.truncate(most);
    let older = found.last().filter(|_| has_older).map(|last| last.position);
    Ok(Readings { code: CaseCode::of(case), readings: found, older })
}

/// How often it was opened, and by which teams and organisations.
pub fn counts(cx: &mut Cx, case: CaseId) -> Result<Counts> {
    let facts = open(cx, case)?;
    let recent = cx.now.plus_hours(-24 * RECENT_DAYS);
    let (own, own_name) = own_team(cx)?;
    let mut tallies: BTreeMap<(bool, String), Tally> = BTreeMap::from([((false, own_name), Tally::default())]);
    let mut since = None;
    let files = all_sent(&facts).map(|sent| (sent.file, Some(sent)));
    for (id, sent) in [(case, None)].into_iter().chain(files) {
        for OfTeam { team, name, tally } in rows::tallies(cx.tx, id, recent)? {
            // Whoever has no team came by the link of an organisation elsewhere.
            let name = name.or(sent.map(outside)).unwrap_or_default();
            since = [since, tally.first].into_iter().flatten().min();
            tallies.entry((team.is_none() || team != own, name)).or_default().add(&tally);
        }
    }
    let languages = match facts.newest(Field::Languages) {
        Some(Fact::Languages(languages)) => languages.clone(),
        _ => Vec::new(),
    };
    let counts = tallies.into_iter().map(|((is_other, of), tally)| Count {
        of,
        is_ours: !is_other,
        recent: tally.recent,
        ever: tally.ever,
        emergencies: tally.emergencies,
    });
    Ok(Counts { code: CaseCode::of(case), languages, counts: counts.collect(), since })
}

/// The case, for what it says about who was given a file. It is a reading itself and stands on the record as one.
fn open(cx: &mut Cx, case: CaseId) -> Result<Facts> {
    let open = cx.open(case, Action::SeeReadings)?;
    summaries(cx.tx, &open)
}

fn own_team(cx: &mut Cx) -> Result<(Option<TeamId>, String)> {
    let own = cx.keys.actor.team;
    let name = organisation::teams(cx.tx)?.into_iter().find(|(id, ..)| Some(*id) == own).map(|(_, name, _)| name);
    Ok((own, name.unwrap_or_default()))
}

fn outside(sent: &Sent) -> String {
    match &sent.recipient {
        Recipient::Outside { name, .. } => name.clone(),
        Recipient::Team(_) => String::new(),
    }
}
