//! So many at once, and then one in so many milliseconds, for each of a bounded number of people.

use base::Instant;
use std::collections::HashMap;
use std::hash::Hash;

#[derive(Clone, Copy)]
pub struct Pace {
    pub at_once: i64,
    /// Milliseconds after which one more may be done.
    pub each: i64,
}

/// For each the moment at which nothing of what was done counts any more.
pub struct Paces<K> {
    pace: Pace,
    clear: HashMap<K, Instant>,
}

/// More members than any organisation has.
const MOST: usize = 4_096;

impl<K: Hash + Eq + Copy> Paces<K> {
    pub fn new(pace: Pace) -> Self {
        Paces { pace, clear: HashMap::new() }
    }

    /// Counts one, or says how many milliseconds it has to wait for.
    pub fn take(&mut self, who: K, now: Instant) -> Result<(), i64> {
        if self.clear.len() >= MOST {
            self.clear.retain(|_, clear| *clear > now);
        }
        let since = self.clear.get(&who).map_or(0, |clear| (clear.millis() - now.millis()).max(0));
        let over = since + self.pace.each - self.pace.at_once * self.pace.each;
        if over > 0 {
            return Err(over);
        }
        if self.clear.len() >= MOST && !self.clear.contains_key(&who) {
            return Err(self.pace.each);
        }
        self.clear.insert(who, now.plus_millis(since + self.pace.each));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = rehearsal::START;

    #[test]
    fn ten_at_once_and_then_one_at_a_time_and_everybody_for_themselves() {
        let mut paces = Paces::new(Pace { at_once: 10, each: 1_000 });
        assert!((0..10).all(|_| paces.take('a', NOW).is_ok()));
        assert_eq!(paces.take('a', NOW), Err(1_000));
        assert_eq!(paces.take('b', NOW), Ok(()), "another is not kept waiting");
        assert_eq!(paces.take('a', NOW.plus_millis(400)), Err(600), "a refusal does not lengthen the wait");
        assert_eq!(paces.take('a', NOW.plus_millis(1_000)), Ok(()));
        assert_eq!(paces.take('a', NOW.plus_millis(1_000)), Err(1_000));
        let later = NOW.plus_hours(1);
        assert!((0..10).all(|_| paces.take('a', later).is_ok()) && paces.take('a', later).is_err());
    }

    #[test]
    fn what_is_kept_is_bounded_and_lets_go_of_what_no_longer_counts() {
        let mut paces = Paces::new(Pace { at_once: 1, each: 1_000 });
        let taken = (0..3 * MOST).filter(|who| paces.take(*who, NOW).is_ok()).count();
        assert_eq!((taken, paces.clear.len()), (MOST, MOST));
        assert!(paces.take(usize::MAX, NOW.plus_millis(1_000)).is_ok());
        assert_eq!(paces.clear.len(), 1);
    }
}
