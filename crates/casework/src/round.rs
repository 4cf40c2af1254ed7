//! The round: what has to be done though nobody is signed in. The server goes on it once a minute, every server of
//! several on one database.
//!
//! It holds no key. Each step sees pseudonymous ids and dates alone, finds out by itself what is due, and does nothing
//! when it is called again: a round that was missed, or made twice, does no harm.

use crate::{Result, emergency, erasure, hearing, plan, referral};
use access::alert::{self, channel};
use access::{AccessError, keyring};
use base::Instant;
use rand_core::CryptoRng;
use store::{Store, Tx};

/// Does what is due, and says how much there was to do.
type Step = fn(&mut Tx, Instant, &mut dyn CryptoRng) -> Result<usize>;

/// All that there is to do, in this order; each in a transaction of its own.
const STEPS: &[(&str, Step)] = &[
    ("keys-forgotten", |tx, now, _| keyring::forget_expired(tx, now)),
    ("emergencies", emergency::due),
    ("alerts-forgotten", |tx, now, _| alert::forget_old(tx, now)),
    ("referrals-unanswered", referral::unanswered),
    ("deletions-unconfirmed", referral::not_deleted),
    ("retention", erasure::run),
    ("instruments", |tx, _, _| hearing::refresh(tx).map(usize::from)),
    ("hearings-left", |tx, now, _| hearing::forget_over(tx, now)),
    ("deadlines", plan::escalate),
    ("batches-forgotten", |tx, now, _| plan::batch::forget_over(tx, now)),
    ("calendars-forgotten", |tx, _, _| plan::calendar::forget_feeds(tx)),
    ("channels-forgotten", |tx, now, _| channel::forget(tx, now)),
];

/// How much each step did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round(Vec<(&'static str, usize)>);

impl Round {
    /// How much the step of this name did.
    pub fn of(&self, step: &str) -> usize {
        self.0.iter().find(|(name, _)| *name == step).map_or(0, |(_, count)| *count)
    }
}

/// Takes every step. One that fails keeps none of the others back; the first failure is answered, after the last step.
pub fn make(store: &Store, now: Instant, rng: &mut dyn CryptoRng) -> Result<Round> {
    let (mut round, mut failed) = (Round::default(), None);
    for (name, step) in STEPS {
        match store.write(|tx| step(tx, now, rng)) {
            Ok(count) => round.0.push((name, count)),
            Err(error) => failed = failed.or(Some::<AccessError>(error)),
        }
    }
    failed.map_or(Ok(round), Err)
}

#[cfg(test)]
mod tests;
