//! Guesses at a name, a passphrase and a code.
//!
//! A few are free; then each further one that fails makes the wait twice as long, up to a quarter of an hour.
//! Strangers are counted by the name they try, by their address, and all together. Who has signed in before from
//! the same browser, or the same address, has a count of their own: a stranger's guesses do not keep them out.
//! A name that nobody has is counted like any other, so the limit tells nothing about who exists.

use super::pace::{Pace, Paces};
use crate::session::held;
use base::Instant;
use rand_core::CryptoRng;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;

/// Free guesses of one lane before waits begin.
const FREE: u32 = 5;
/// A whole office may share one address.
const FREE_OF_AN_ADDRESS: u32 = 20;
const LONGEST_WAIT: i64 = 15 * 60_000;
/// After so long without a guess everything is forgotten.
const FORGOTTEN: i64 = 24 * 3_600_000;
/// How long a browser or an address is known after a sign-in.
const KNOWN: i64 = 30 * 24 * 3_600_000;
/// Sixty strangers at once, then one a second, over all names.
const STRANGERS: Pace = Pace { at_once: 60, each: 1_000 };
const MOST: usize = 8_192;

type Hash = [u8; 16];

pub struct Guesses {
    key: [u8; 32],
    state: Mutex<State>,
}

struct State {
    counts: HashMap<Hash, Count>,
    known: HashMap<Hash, Instant>,
    strangers: Paces<()>,
}

#[derive(Clone, Copy)]
struct Count {
    failed: u32,
    last: Instant,
    /// No guess before this.
    next: Instant,
}

/// Whose guess it is: what stands in three fields of the request.
pub struct Lane<'a> {
    pub name: &'a str,
    pub address: IpAddr,
    /// The word of the browser's cookie, if it has one.
    pub browser: Option<&'a str>,
}

/// A guess that was counted before it was looked at. It stays counted unless it was right.
#[must_use]
pub struct Attempt<'g> {
    guesses: &'g Guesses,
    counted: Vec<(Hash, Instant)>,
}

impl Guesses {
    pub fn new(rng: &mut dyn CryptoRng) -> Self {
        let mut key = [0; 32];
        rng.fill_bytes(&mut key);
        let state = State { counts: HashMap::new(), known: HashMap::new(), strangers: Paces::new(STRANGERS) };
        Guesses { key, state: Mutex::new(state) }
    }

    /// Counts a guess, or says how many milliseconds to wait. What is refused here is not counted: who waits as told
    /// waits no longer for having asked too early.
    pub fn begin(&self, lane: &Lane, now: Instant) -> Result<Attempt<'_>, i64> {
        let mut state = held(&self.state);
        let state = &mut *state;
        let known = self.marks(lane).into_iter().find(|mark| state.knows(mark, now));
        let counted_by = match known {
            Some(mark) => vec![(mark, FREE)],
            None => vec![
                (self.hash(&[b"name", lane.name.trim().as_bytes()]), FREE),
                (self.hash(&[b"address", lane.address.to_string().as_bytes()]), FREE_OF_AN_ADDRESS),
            ],
        };
        let waits = counted_by.iter().filter_map(|(by, _)| state.counts.get(by)).map(|count| count.next);
        let wait = waits.map(|next| next.millis() - now.millis()).max().unwrap_or(0);
        if wait > 0 {
            return Err(wait);
        }
        if known.is_none() {
            state.strangers.take((), now)?;
        }
        state.make_room(now);
        let counted = counted_by.into_iter().map(|(by, free)| (by, state.count(by, free, now))).collect();
        Ok(Attempt { guesses: self, counted })
    }

    /// From now on this browser and this address are known to have signed in under this name.
    pub fn remember(&self, lane: &Lane, now: Instant) {
        let mut state = held(&self.state);
        state.make_room(now);
        for mark in self.marks(lane) {
            state.known.insert(mark, now);
        }
    }

    /// The browser's mark and the address's, each for this name alone.
    fn marks(&self, lane: &Lane) -> Vec<Hash> {
        let name = lane.name.trim().as_bytes();
        let browser = lane.browser.map(|word| self.hash(&[b"known browser", name, word.as_bytes()]));
        let address = self.hash(&[b"known address", name, lane.address.to_string().as_bytes()]);
        browser.into_iter().chain([address]).collect()
    }

    fn hash(&self, parts: &[&[u8]]) -> Hash {
        let whole = vault::keyed_digest(&self.key, parts);
        std::array::from_fn(|n| whole[n])
    }
}

impl Attempt<'_> {
    /// It was right: it no longer counts, and the browser and the address are known from now on.
    pub fn was_right(self, lane: &Lane, now: Instant) {
        self.guesses.remember(lane, now);
        self.was_none();
    }

    /// It was never looked at, so it does not count.
    pub fn was_none(self) {
        let mut state = held(&self.guesses.state);
        for (by, next) in &self.counted {
            if let Some(count) = state.counts.get_mut(by) {
                count.failed = count.failed.saturating_sub(1);
                count.next = *next;
            }
        }
    }
}

impl State {
    fn knows(&self, mark: &Hash, now: Instant) -> bool {
        self.known.get(mark).is_some_and(|since| now < since.plus_millis(KNOWN))
    }

    /// Counts one more and returns the moment before which there was to be none until now.
    fn count(&mut self, by: Hash, free: u32, now: Instant) -> Instant {
        let new = Count { failed: 0, last: now, next: now };
        let count = self.counts.entry(by).or_insert(new);
        if now >= count.last.plus_millis(FORGOTTEN) {
            *count = new;
        }
        let before = count.next;
        count.failed += 1;
        count.last = now;
        if count.failed > free {
            let doubled = 1_000_i64 << (count.failed - free).min(20);
            count.next = now.plus_millis(doubled.min(LONGEST_WAIT));
        }
        before
    }

    /// Lets go of what counts least: whoever tries many names must not make us forget the one that is guessed at.
    fn make_room(&mut self, now: Instant) {
        if self.counts.len() + 2 > MOST {
            self.counts.retain(|_, count| now < count.last.plus_millis(FORGOTTEN));
            let mut failed: Vec<u32> = self.counts.values().map(|count| count.failed).collect();
            failed.sort_unstable();
            let middle = failed.get(failed.len() / 2).copied().unwrap_or(0);
            let mut spare = failed.len().saturating_sub(MOST / 2);
            self.counts.retain(|_, count| {
                let goes = spare > 0 && count.failed <= middle;
                spare -= usize::from(goes);
                !goes
            });
        }
        if self.known.len() + 2 > MOST {
            let mut since: Vec<Instant> = self.known.values().copied().collect();
            since.sort_unstable();
            let middle = since[since.len() / 2];
            self.known.retain(|_, at| *at > middle);
        }
    }
}

#[cfg(test)]
mod tests;
