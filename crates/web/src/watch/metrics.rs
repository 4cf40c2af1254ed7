//! What is counted while requests are answered: a few atomic numbers.

use super::{Answered, Template, Verb};
use crate::fault::Fault;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

/// Counts since the program began.
#[derive(Default)]
pub struct Figures {
    routes: RwLock<BTreeMap<(Verb, Template), Arc<Route>>>,
    /// By the place of the fault's word in [`Fault::KEYS`].
    faults: [AtomicU64; Fault::KEYS.len()],
    /// Commands, from waiting for the one writer to the commit.
    pub commands: Histogram,
}

#[derive(Default)]
pub struct Route {
    /// Answers with a status of 1xx, 2xx and so on.
    pub classes: [AtomicU64; 5],
    pub took: Histogram,
}

/// Upper ends of what is told apart, in seconds.
pub const BOUNDS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// How often something took how long.
#[derive(Default)]
pub struct Histogram {
    /// One for each bound, and one for what took longer than all of them.
    buckets: [AtomicU64; BOUNDS.len() + 1],
    micros: AtomicU64,
}

impl Figures {
    pub fn count(&self, answered: &Answered) {
        let route = self.route(answered.verb, answered.route);
        let class = usize::from(answered.status / 100).clamp(1, 5) - 1;
        route.classes[class].fetch_add(1, Relaxed);
        route.took.add(answered.took);
        let place = answered.fault.and_then(|key| Fault::KEYS.iter().position(|known| *known == key));
        if let Some(place) = place {
            self.faults[place].fetch_add(1, Relaxed);
        }
    }

    fn route(&self, verb: Verb, template: Template) -> Arc<Route> {
        let known = self.routes.read().unwrap_or_else(PoisonError::into_inner).get(&(verb, template)).cloned();
        known.unwrap_or_else(|| {
            let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
            routes.entry((verb, template)).or_default().clone()
        })
    }

    pub fn routes(&self) -> Vec<((Verb, Template), Arc<Route>)> {
        let routes = self.routes.read().unwrap_or_else(PoisonError::into_inner);
        routes.iter().map(|(name, route)| (*name, route.clone())).collect()
    }

    /// Every fault's word with how often it happened.
    pub fn faults(&self) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        Fault::KEYS.iter().zip(&self.faults).map(|(key, count)| (*key, count.load(Relaxed)))
    }
}

impl Histogram {
    pub fn add(&self, took: Duration) {
        let seconds = took.as_secs_f64();
        let place = BOUNDS.iter().position(|bound| seconds <= *bound).unwrap_or(BOUNDS.len());
        self.buckets[place].fetch_add(1, Relaxed);
        self.micros.fetch_add(took.as_micros() as u64, Relaxed);
    }

    /// How many took no longer than each bound, how many there were, and their seconds together.
    pub fn read(&self) -> ([u64; BOUNDS.len()], u64, f64) {
        let mut so_far = 0;
        let upto = std::array::from_fn(|n| {
            so_far += self.buckets[n].load(Relaxed);
            so_far
        });
        (upto, so_far + self.buckets[BOUNDS.len()].load(Relaxed), self.micros.load(Relaxed) as f64 / 1e6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_counts_upwards_and_loses_nothing_above_its_last_bound() {
        let histogram = Histogram::default();
        for millis in [5, 6, 700, 60_000] {
            histogram.add(Duration::from_millis(millis));
        }
        let (upto, count, seconds) = histogram.read();
        assert_eq!(upto, [1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3]);
        assert_eq!((count, seconds), (4, 60.711));
    }
}
