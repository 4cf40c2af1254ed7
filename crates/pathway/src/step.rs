//! A step of a way out, as the pack has it.

use crate::condition::Condition;
use crate::pack::Origin;
use crate::words::{Contacts, Owner, Ways};
use std::fmt;

/// The place of a step in its pack. It means nothing in another pack, and nothing is stored under it: ids are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepNo(pub(crate) u8);

impl fmt::Debug for StepNo {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "step {}", self.0)
    }
}

/// A pack has no more steps than this, so that a set of them is one number.
pub(crate) const MOST_STEPS: usize = 64;

/// A set of steps of one pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Steps(pub u64);

impl Steps {
    pub fn has(self, step: StepNo) -> bool {
        self.0 & (1 << step.0) != 0
    }
    pub fn put(&mut self, step: StepNo) {
        self.0 |= 1 << step.0;
    }
    pub fn with(mut self, step: StepNo) -> Steps {
        self.put(step);
        self
    }
    pub fn and(self, other: Steps) -> Steps {
        Steps(self.0 | other.0)
    }
    pub fn minus(self, other: Steps) -> Steps {
        Steps(self.0 & !other.0)
    }
    pub fn shared(self, other: Steps) -> Steps {
        Steps(self.0 & other.0)
    }
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    pub fn iter(self) -> impl Iterator<Item = StepNo> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let first = (left != 0).then(|| left.trailing_zeros() as u8)?;
            left &= left - 1;
            Some(StepNo(first))
        })
    }
}

/// How long something takes, in hundredths of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub least: u32,
    pub likely: u32,
    pub most: u32,
    /// Counted in the days on which offices work.
    pub working: bool,
}

impl Spread {
    /// The mean of what can be expected (PERT): a late end weighs, but does not carry the day.
    pub fn expected(self) -> u32 {
        (self.least + 4 * self.likely + self.most) / 6
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: String,
    pub title: String,
    pub ways: Ways,
    /// All of these come before it.
    pub needs_all: Vec<StepNo>,
    /// Of each group one; what stands first is preferred.
    pub needs_any: Vec<Vec<StepNo>>,
    pub skip_if: Condition,
    pub owner: Owner,
    /// To whose notice it brings the person.
    pub contact: Contacts,
    pub days: Spread,
    /// Goes on while the person is held.
    pub in_detention: bool,
    pub documents: String,
    /// Its place among the fees of the pack.
    pub fee: Option<usize>,
    /// Its place among the places of the pack.
    pub place: Option<usize>,
    /// What can go wrong with it, in words.
    pub risk: String,
    pub origin: Origin,
}

impl Step {
    /// Every step that it may need, in whichever way.
    pub fn needs(&self) -> impl Iterator<Item = StepNo> {
        self.needs_all.iter().chain(self.needs_any.iter().flatten()).copied()
    }
}
