//! The desk: the working set of a team, opened into memory when the first of its members signs in and dropped
//! with the last. Lists, filters and search run on it; nothing of it is ever on disk in clear.

mod board;
mod choices;
mod line;
mod open;
mod query;
mod shared;

#[cfg(test)]
mod tests;

pub use board::{Board, Urgent};
pub use line::{Heard, Line};
pub use query::{Page, Query, Sort};
pub use shared::{Desks, Opening, Shared, SharedDesk, Stage};

use crate::{Facts, Result};
use access::{Holder, Keyring};
use base::id::IdMap;
use base::{CaseId, Country, GroupId, Instant};
use choices::Choices;
use linkage::Index;
use shared::Watch;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;
use store::{Row, Store, sql};
use vault::{Compartment, Private, Reader};

/// The lines that one set of keys opens.
pub struct Desk {
    holder: Holder,
    readers: BTreeMap<Compartment, Reader>,
    lines: Vec<Line>,
    slots: IdMap<CaseId, u32>,
    /// Slots by when their case was opened, oldest first.
    by_time: Vec<u32>,
    index: Index,
    /// How many entries of the log are on the desk.
    position: i64,
    /// Grows when something on the desk changes.
    revision: u64,
    choices: Choices,
}

/// A team's desk, or for a role that reads only what it wrote, the member's own.
fn whose(keys: &Keyring) -> (Holder, BTreeMap<Compartment, Private>) {
    match (keys.actor.team, keys.team_keys()) {
        (Some(team), team_keys) if !team_keys.is_empty() => (Holder::Team(team), team_keys),
        _ => (Holder::Member(keys.actor.member), BTreeMap::from([(Compartment::Identity, keys.own_key().clone())])),
    }
}

impl Desk {
    /// Opens every summary that these keys open, for as long as anybody waits for it.
    fn open(
        store: &Store,
        holder: Holder,
        keys: &BTreeMap<Compartment, Private>,
        now: Instant,
        watch: &Watch,
    ) -> Result<Desk> {
        let readers = keys.iter().map(|(c, key)| (*c, Reader::new(key.clone()))).collect();
        let mut desk = Desk {
            holder,
            readers,
            lines: Vec::new(),
            slots: IdMap::default(),
            by_time: Vec::new(),
            index: Index::default(),
            position: 0,
            revision: 0,
            choices: Choices::default(),
        };
        open::everything(&mut desk, store, keys, now, watch)?;
        Ok(desk)
    }

    /// Takes over what was written since, by this process or another.
    pub fn follow(&mut self, store: &Store, now: Instant) -> Result<()> {
        store.read(|tx| {
            let size = tx.log_size()?;
            if size == self.position {
                return Ok(());
            }
            // Asked one by one: joined in one statement, SQLite goes through all events for it.
            let of = |row: &Row| row.id(0, CaseId::read);
            let position = [self.position.into()];
            let written = tx.all(sql!("select case_id from event where position >= $1"), &position, of)?;
            let erased = tx.all(sql!("select case_id from erased where position >= $1"), &position, of)?;
            let changed: BTreeSet<CaseId> = written.into_iter().chain(erased).collect();
            self.position = size;
            // Every reading of the registry makes the log longer; only events and erasures change the desk.
            if changed.is_empty() {
                return Ok(());
            }
            self.revision += 1;
            for case in changed {
                open::again(self, tx, case, now)?;
            }
            Ok(())
        })
    }

    /// Whether something was written that is not on the desk yet.
    pub fn is_behind(&self, store: &Store) -> Result<bool> {
        Ok(store.read(|tx| tx.log_size())? != self.position)
    }

    pub fn len(&self) -> usize {
        self.by_time.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_time.is_empty()
    }

    pub fn line(&self, case: CaseId) -> Option<&Line> {
        self.slots.get(&case).map(|slot| &self.lines[*slot as usize]).filter(|line| line.is_here)
    }

    /// Grows when something on the desk changes; reading it does not.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.is_here)
    }

    /// The nationalities that occur.
    pub fn nationalities(&self) -> &[Country] {
        &self.choices.offered().nationalities
    }

    /// The places in which most people are, in alphabetical order.
    pub fn places(&self) -> &[String] {
        &self.choices.offered().places
    }

    /// Everybody of a group.
    pub fn group(&self, group: GroupId) -> Vec<CaseId> {
        self.lines().filter(|line| line.group == Some(group)).map(|line| line.case).collect()
    }

    /// Others who may be the same person: a name of theirs is found by a name of this case, and the births do
    /// not exclude each other. A person decides.
    pub fn alike(&self, case: CaseId, most: usize) -> Vec<CaseId> {
        let Some(this) = self.line(case) else { return Vec::new() };
        let hits = this.names.iter().flat_map(|name| self.index.find(name, 4 * most));
        let mut found = Vec::new();
        for other in hits.map(|hit| &self.lines[hit.slot as usize]) {
            if other.case != case && !found.contains(&other.case) && this.may_be_born_with(other) {
                found.push(other.case);
            }
        }
        found.truncate(most);
        found
    }

    /// Puts a part of a case on its line, making the line when it is the first.
    fn put(&mut self, case: CaseId, opened_at: Instant, facts: Facts) -> u32 {
        let next = self.lines.len() as u32;
        let slot = *self.slots.entry(case).or_insert(next);
        if slot == next {
            self.lines.push(Line::new(case, opened_at));
        }
        let line = &mut self.lines[slot as usize];
        if !std::mem::replace(&mut line.is_here, true) {
            self.by_time.push(slot);
        }
        let line = &mut self.lines[slot as usize];
        line.revision = self.revision;
        line.take(facts);
        slot
    }

    /// Everybody by time, once all of them are there.
    fn sort_by_time(&mut self) {
        let time = |slot: &u32| (self.lines[*slot as usize].opened_at, self.lines[*slot as usize].case);
        self.by_time.sort_by_key(time);
    }

    /// Brings the line that was put last to its place: looking at all the others for one would be felt on every page.
    fn order_last(&mut self) {
        let time = |slot: u32| (self.lines[slot as usize].opened_at, self.lines[slot as usize].case);
        if let Some(last) = self.by_time.pop() {
            let at = self.by_time.partition_point(|other| time(*other) < time(last));
            self.by_time.insert(at, last);
        }
    }

    /// Makes a line findable by what it shows, and countable.
    fn find_by(&mut self, slot: u32) {
        let line = &self.lines[slot as usize];
        line.entry(|entry| self.index.put(slot, entry));
        self.choices.add(line);
    }
}

/// The desk as a request sees it: open, and up to date with the log.
pub fn fresh<T>(shared: &SharedDesk, store: &Store, now: Instant, work: impl FnOnce(&Desk) -> T) -> Result<T> {
    let desk = shared.desk()?;
    let behind = desk.read().unwrap_or_else(PoisonError::into_inner).is_behind(store)?;
    if behind {
        desk.write().unwrap_or_else(PoisonError::into_inner).follow(store, now)?;
    }
    Ok(work(&desk.read().unwrap_or_else(PoisonError::into_inner)))
}
