//! How many passphrases are checked at once, or pictures taken apart, and how many wait.

use crate::session::held;
use std::sync::{Condvar, Mutex, PoisonError};

pub struct Turns {
    at_once: usize,
    queue: usize,
    now: Mutex<Now>,
    freed: Condvar,
}

#[derive(Default)]
struct Now {
    running: usize,
    waiting: usize,
}

/// Given on when it is dropped.
pub struct Turn<'t>(&'t Turns);

impl Turns {
    pub fn new(at_once: usize, queue: usize) -> Self {
        Turns { at_once, queue, now: Mutex::default(), freed: Condvar::new() }
    }

    /// Waits in the queue; none when that is full.
    pub fn take(&self) -> Option<Turn<'_>> {
        let mut now = held(&self.now);
        if now.running >= self.at_once {
            if now.waiting >= self.queue {
                return None;
            }
            now.waiting += 1;
            while now.running >= self.at_once {
                now = self.freed.wait(now).unwrap_or_else(PoisonError::into_inner);
            }
            now.waiting -= 1;
        }
        now.running += 1;
        Some(Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        held(&self.0.now).running -= 1;
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_too_many_is_told_so_and_who_waited_comes_next() {
        let turns = Turns::new(1, 1);
        let first = turns.take().expect("nobody else is here");
        std::thread::scope(|threads| {
            let second = threads.spawn(|| turns.take().is_some());
            while held(&turns.now).waiting == 0 {
                std::thread::yield_now();
            }
            assert!(turns.take().is_none(), "the queue is full");
            drop(first);
            assert!(second.join().unwrap());
        });
        assert!(turns.take().is_some(), "every turn was given back");
    }
}
