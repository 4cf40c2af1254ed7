//! A desk that sessions hold together: from the moment its opening begins until the last of them goes.
//!
//! Whoever asks first is given the work of opening it, for a thread of its own; the others wait for the same
//! opening. When nobody holds the desk any more, the work ends by itself, and its keys are wiped.

use super::{Desk, fresh, whose};
use crate::Result;
use access::{AccessError, Holder, Keyring};
use base::Instant;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError, RwLock, Weak};
use std::time::Duration;
use store::Store;
use vault::{Compartment, Private};

/// Desks that are open or being opened, shared by the sessions of a team that hold the same keys.
#[derive(Default)]
pub struct Desks(Mutex<HashMap<String, Weak<Shared>>>);

/// A session's hold on its desk; the last one to go takes the desk with it.
pub type SharedDesk = Arc<Shared>;

#[derive(Default)]
pub struct Shared {
    /// Set once the opening has ended; `None` inside when it failed.
    desk: OnceLock<Option<RwLock<Desk>>>,
    cases: AtomicUsize,
    steps: AtomicUsize,
    waiting: Mutex<()>,
    ended: Condvar,
    /// What everybody on it waits for, as it was last drawn.
    pub(crate) outlook: Mutex<Option<Arc<crate::plan::Outlook>>>,
}

/// How far a desk has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// So many of its cases are open; of 0 until they are counted.
    Opening {
        done: usize,
        of: usize,
    },
    Open,
    /// It could not be opened. Whoever begins anew tries again.
    Failed,
}

impl Desks {
    /// The desk for a member's keys, opened here and now unless it is open already.
    pub fn open(&self, store: &Store, keys: &Keyring, now: Instant) -> Result<SharedDesk> {
        let (shared, opening) = self.join(keys);
        if let Some(opening) = opening {
            opening.run(store, now)?;
        }
        shared.desk()?;
        Ok(shared)
    }

    /// Brings every desk that is open up to date, so that what was erased or taken back is in no memory, also where
    /// nobody looks at the moment.
    pub fn follow(&self, store: &Store, now: Instant) -> Result<()> {
        let held: Vec<SharedDesk> = {
            let desks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            desks.values().filter_map(Weak::upgrade).collect()
        };
        let mut open = held.iter().filter(|desk| desk.stage() == Stage::Open);
        open.try_for_each(|desk| fresh(desk, store, now, |_| ()))
    }

    /// How many somebody holds, open or being opened.
    pub fn count(&self) -> usize {
        let desks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        desks.values().filter(|desk| desk.strong_count() > 0).count()
    }

    /// The desk for a member's keys as it is, and for the first who asks, the work of opening it.
    pub fn join(&self, keys: &Keyring) -> (SharedDesk, Option<Opening>) {
        let (holder, keys) = whose(keys);
        let name = keys.keys().fold(holder.text(), |name, compartment| format!("{name}/{}", compartment.number()));
        let mut desks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shared) = desks.get(&name).and_then(Weak::upgrade).filter(|desk| desk.stage() != Stage::Failed) {
            return (shared, None);
        }
        let shared = SharedDesk::default();
        desks.retain(|_, desk| desk.strong_count() > 0);
        desks.insert(name, Arc::downgrade(&shared));
        let opening = Opening { watch: Watch(Arc::downgrade(&shared)), holder, keys };
        (shared, Some(opening))
    }
}

impl Shared {
    pub fn stage(&self) -> Stage {
        match self.desk.get() {
            Some(Some(_)) => Stage::Open,
            Some(None) => Stage::Failed,
            None => {
                let of = self.cases.load(Relaxed);
                Stage::Opening { done: (self.steps.load(Relaxed) / STEPS).min(of), of }
            }
        }
    }

    /// Waits for the opening to end, but no longer than `patience`, and says how far it has come.
    pub fn wait(&self, patience: Duration) -> Stage {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = self.ended.wait_timeout_while(waiting, patience, |_| self.desk.get().is_none());
        self.stage()
    }

    /// The desk itself, as soon as it is open.
    pub(super) fn desk(&self) -> Result<&RwLock<Desk>> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        while self.desk.get().is_none() {
            waiting = self.ended.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        self.desk.get().and_then(Option::as_ref).ok_or(AccessError::Unreadable)
    }

    fn end(&self, desk: Option<Desk>) {
        let _waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if self.desk.set(desk.map(RwLock::new)).is_ok() {
            self.ended.notify_all();
        }
    }
}

/// The work of opening a desk. Dropped undone, the opening has failed.
pub struct Opening {
    watch: Watch,
    holder: Holder,
    keys: BTreeMap<Compartment, Private>,
}

impl Opening {
    pub fn run(self, store: &Store, now: Instant) -> Result<()> {
        let opened = Desk::open(store, self.holder, &self.keys, now, &self.watch);
        // What became of it when nobody waits for it any more is nobody's business.
        let Some(shared) = self.watch.0.upgrade() else { return Ok(()) };
        shared.end(Some(opened?));
        Ok(())
    }
}

impl Drop for Opening {
    fn drop(&mut self) {
        if let Some(shared) = self.watch.0.upgrade() {
            shared.end(None);
        }
    }
}

/// Each case is met three times: its keys are read, its parts are read, and it is made findable.
pub(super) const STEPS: usize = 3;

/// Tells those who wait how far an opening has come, and the opening when there are none left.
pub(super) struct Watch(Weak<Shared>);

impl Watch {
    pub fn expect(&self, cases: usize) {
        if let Some(shared) = self.0.upgrade() {
            shared.cases.store(cases, Relaxed);
        }
    }

    /// Fails when nobody waits any more; the failure reaches nobody and only ends the work.
    pub fn step(&self, cases: usize) -> Result<()> {
        let shared = self.0.upgrade().ok_or(AccessError::Unreadable)?;
        shared.steps.fetch_add(cases, Relaxed);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Origin;
    use crate::registry::register;
    use access::Role;
    use base::Arrival;
    use rehearsal::House;

    #[test]
    fn a_third_of_the_way_of_each_case_is_a_third_of_all_cases() {
        let shared = SharedDesk::default();
        let watch = Watch(Arc::downgrade(&shared));
        assert_eq!(shared.stage(), Stage::Opening { done: 0, of: 0 });
        watch.expect(900);
        watch.step(900).unwrap();
        assert_eq!(shared.stage(), Stage::Opening { done: 300, of: 900 });
        watch.step(1_900).unwrap();
        assert_eq!(shared.stage(), Stage::Opening { done: 900, of: 900 }, "never more than there are");
    }

    #[test]
    fn an_opening_counts_every_case_of_the_team_three_times() {
        let mut house = House::open();
        let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
        let mut others = house.enter("ratna", Role::ConsularOfficer, Some(1));
        house.run(&mut others, |cx| register(cx, Arrival::default(), Origin::Card, None)).unwrap();
        house
            .run(&mut keys, |cx| {
                (0..512).try_for_each(|_| register(cx, Arrival::default(), Origin::Card, None).map(|_| ()))
            })
            .unwrap();
        let (shared, opening) = Desks::default().join(&keys);
        opening.unwrap().run(&house.store, house.now).unwrap();
        assert_eq!(shared.stage(), Stage::Open);
        assert_eq!((shared.cases.load(Relaxed), shared.steps.load(Relaxed)), (512, 3 * 512));
    }

    #[test]
    fn the_second_to_ask_waits_for_the_opening_of_the_first() {
        let mut house = House::open();
        let (first, second) =
            (house.enter("sokha", Role::Caseworker, Some(0)), house.enter("dara", Role::Caseworker, Some(0)));
        let desks = Desks::default();
        let (one, opening) = desks.join(&first);
        let (two, no_work) = desks.join(&second);
        assert!(no_work.is_none() && Arc::ptr_eq(&one, &two));
        assert!(matches!(two.wait(Duration::ZERO), Stage::Opening { .. }));
        std::thread::scope(|scope| {
            scope.spawn(|| opening.unwrap().run(&house.store, house.now).unwrap());
            assert!(two.desk().unwrap().read().unwrap().is_empty(), "it waits until the desk is there");
        });
        assert_eq!(two.wait(Duration::ZERO), Stage::Open);
    }

    #[test]
    fn a_desk_at_which_nobody_looks_is_brought_up_to_date_too() {
        let mut house = House::open();
        let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
        let desks = Desks::default();
        let held = desks.open(&house.store, &keys, house.now).unwrap();
        house.run(&mut keys, |cx| register(cx, Arrival::default(), Origin::Card, None)).unwrap();
        let len = |held: &SharedDesk| held.desk().unwrap().read().unwrap().len();
        assert_eq!(len(&held), 0);
        desks.follow(&house.store, house.now).unwrap();
        assert_eq!(len(&held), 1);
    }

    #[test]
    fn an_opening_that_nobody_waits_for_ends_and_leaves_nothing() {
        let mut house = House::open();
        let mut keys = house.enter("sokha", Role::Caseworker, Some(0));
        house.run(&mut keys, |cx| register(cx, Arrival::default(), Origin::Card, None)).unwrap();
        let (shared, opening) = Desks::default().join(&keys);
        let left = Arc::downgrade(&shared);
        drop(shared);
        assert!(Watch(left.clone()).step(1).is_err(), "the work is told");
        opening.unwrap().run(&house.store, house.now).unwrap();
        assert!(left.upgrade().is_none());
    }

    #[test]
    fn after_a_failed_opening_the_next_begins_anew() {
        let mut house = House::open();
        let keys = house.enter("sokha", Role::Caseworker, Some(0));
        let desks = Desks::default();
        let (shared, opening) = desks.join(&keys);
        drop(opening);
        assert!(shared.desk().is_err() && shared.stage() == Stage::Failed);
        let (next, opening) = desks.join(&keys);
        assert!(opening.is_some() && !Arc::ptr_eq(&shared, &next));
    }
}
