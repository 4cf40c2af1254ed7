//! The ledger of refusals: who was asked for what, for how many people, with what answer and how long it took, and
//! what nobody gave. What leaves the team names nobody and shows no small number.

use super::rows::{self, State};
use super::{Outcome, Reason, Referral, read};
use crate::Result;
use crate::consent::Recipient;
use crate::services::Service;
use access::{Action, Cx};
use base::{CaseId, Country};
use std::collections::{BTreeMap, HashSet};

/// Fewer people than this are not shown to anybody outside: a small number points at somebody. Five is the usual
/// bound of coordination meetings; published figures have their own.
pub const FEWEST: u32 = 5;

/// What became of a request, as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Became {
    Waiting,
    Accepted,
    Partly,
    Refused(Reason),
    Silent,
    Withdrawn,
}

impl Became {
    fn of(referral: &Referral) -> Became {
        match (referral.state, referral.answer.as_ref().map(|answer| answer.outcome)) {
            (State::Withdrawn, _) => Became::Withdrawn,
            (_, Some(Outcome::Accepted)) => Became::Accepted,
            (_, Some(Outcome::Partly { .. })) => Became::Partly,
            (_, Some(Outcome::Refused(reason))) => Became::Refused(reason),
            (State::Silent, None) => Became::Silent,
            (_, None) => Became::Waiting,
        }
    }

    /// Whether somebody was left without help.
    pub fn is_unmet(self) -> bool {
        matches!(self, Became::Refused(_) | Became::Silent)
    }
}

/// One line: a recipient, a service, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub recipient: Recipient,
    pub service: Service,
    pub became: Became,
    pub requests: u32,
    pub people: u32,
    /// The middle of the answering times, in hours; none where nothing was answered.
    pub hours: Option<i64>,
}

/// People whose last request for a service was refused or not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet<K> {
    pub of: K,
    pub people: u32,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub entries: Vec<Entry>,
    pub by_service: Vec<Unmet<Service>>,
    pub by_nationality: Vec<Unmet<Option<Country>>>,
    pub by_place: Vec<Unmet<Option<String>>>,
}

/// How many referrals are read at once.
const SHEAF: i64 = 500;

/// Everything that the actor's team asked others for.
pub fn ledger(cx: &mut Cx) -> Result<Ledger> {
    cx.permit(Action::ReadLedger)?;
    let Some(team) = cx.keys.actor.team else { return Ok(Ledger::default()) };
    let (mut all, mut after) = (Vec::new(), 0);
    loop {
        let rows = rows::sent_by(cx.tx, team, SHEAF, after)?;
        let last = (rows.len() as i64) < SHEAF;
        after += SHEAF;
        for row in rows {
            all.push(read::line(cx, row)?);
        }
        if last {
            break;
        }
    }
    cx.note_list(Action::ReadLedger, all.len())?;
    Ok(Ledger::of(&all))
}

/// Requests that became the same: how many, for how many people, and the hours that each answer took.
#[derive(Default)]
struct Group {
    requests: u32,
    people: u32,
    hours: Vec<i64>,
}

impl Ledger {
    /// Counts referrals that come newest first.
    pub fn of(referrals: &[Referral]) -> Ledger {
        let mut groups: BTreeMap<(Recipient, Service, Became), Group> = BTreeMap::new();
        let mut newest: HashSet<(CaseId, Service)> = HashSet::new();
        let followed: HashSet<CaseId> = referrals.iter().filter_map(|referral| referral.after).collect();
        let mut unmet = Vec::new();
        for referral in referrals {
            let Some(request) = &referral.request else { continue };
            let became = Became::of(referral);
            let group = groups.entry((request.to.clone(), request.service, became)).or_default();
            group.requests += 1;
            group.people += request.people;
            let answered = referral.answered_at.filter(|_| referral.answer.is_some());
            group.hours.extend(answered.map(|at| (at.millis() - referral.asked_at.millis()) / 3_600_000));
            // Somebody who was refused and then helped elsewhere has no need that is unmet.
            let is_newest = referral.case.is_none_or(|case| newest.insert((case, request.service)));
            if became.is_unmet() && is_newest && !followed.contains(&referral.file) {
                unmet.push(referral);
            }
        }
        let entries = groups.into_iter().map(|((recipient, service, became), group)| Entry {
            recipient,
            service,
            became,
            requests: group.requests,
            people: group.people,
            hours: middle(group.hours),
        });
        Ledger {
            entries: entries.collect(),
            by_service: counted(&unmet, |referral| referral.request.as_ref().map_or(Service::Other, |r| r.service)),
            by_nationality: counted(&unmet, |referral| referral.nationality),
            by_place: counted(&unmet, |referral| referral.place.clone()),
        }
    }

    /// What may be shown outside: lines of fewer than [`FEWEST`] people are put together, and left out when they are
    /// still fewer together. Numbers are rounded to fives, so that none can be had by taking one from another.
    pub fn for_others(&self) -> Ledger {
        let (shown, small): (Vec<Entry>, Vec<Entry>) =
            self.entries.iter().cloned().partition(|entry| entry.people >= FEWEST);
        let mut merged: BTreeMap<(Service, bool), Entry> = BTreeMap::new();
        for entry in small {
            let others = Recipient::Outside { id: None, name: String::new(), kind: crate::consent::Kind::Other };
            let key = (entry.service, entry.became.is_unmet());
            let together = merged.entry(key).or_insert(Entry {
                recipient: others,
                became: if key.1 { Became::Refused(Reason::Other) } else { Became::Waiting },
                requests: 0,
                people: 0,
                hours: None,
                ..entry.clone()
            });
            (together.requests, together.people) = (together.requests + entry.requests, together.people + entry.people);
        }
        let together = merged.into_values().filter(|entry| entry.people >= FEWEST);
        let round = |entry: Entry| Entry { requests: rounded(entry.requests), people: rounded(entry.people), ..entry };
        Ledger {
            entries: shown.into_iter().chain(together).map(round).collect(),
            by_service: large(&self.by_service),
            by_nationality: large(&self.by_nationality),
            by_place: large(&self.by_place),
        }
    }
}

fn large<K: Clone>(unmet: &[Unmet<K>]) -> Vec<Unmet<K>> {
    let shown = unmet.iter().filter(|one| one.people >= FEWEST).cloned();
    shown.map(|one| Unmet { people: rounded(one.people), ..one }).collect()
}

/// To the nearest five.
fn rounded(people: u32) -> u32 {
    (people + 2) / 5 * 5
}

/// People by a key, most first.
fn counted<K: Ord>(unmet: &[&Referral], key: impl Fn(&Referral) -> K) -> Vec<Unmet<K>> {
    let mut counts: BTreeMap<K, u32> = BTreeMap::new();
    for referral in unmet {
        *counts.entry(key(referral)).or_default() += referral.request.as_ref().map_or(1, |request| request.people);
    }
    let mut counts: Vec<Unmet<K>> = counts.into_iter().map(|(of, people)| Unmet { of, people }).collect();
    counts.sort_by_key(|one| std::cmp::Reverse(one.people));
    counts
}

fn middle(mut hours: Vec<i64>) -> Option<i64> {
    hours.sort_unstable();
    hours.get(hours.len() / 2).copied()
}
