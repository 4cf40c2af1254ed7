//! The round: what has to be done though nobody is signed in. The server goes on it once a minute, every server of
//! several on one database.
//!
//! It holds no key. Each step sees pseudonymous ids and dates alone, finds out by itself what is due, and does nothing
//! when it is called again: a round that was missed, or made twice, does no harm.

use crate::{Result, appointments, emergency, erasure, hearing, plan, referral};
use ::pathway::pack::Shipped;
use access::alert::{self, channel};
use access::{AccessError, keyring};
use base::Instant;
use rand_core::CryptoRng;
use store::{Store, Tx};

/// Does what is due, and says how much there was to do.
type Step = fn(&mut Tx, &Shipped, Instant, &mut dyn CryptoRng) -> Result<usize>;

/// All that there is to do, in this order; each in a transaction of its own.
const STEPS: &[(&str, Step)] = &[
    ("keys-forgotten", |tx, _, now, _| keyring::forget_expired(tx, now)),
    ("emergencies", |tx, _, now, rng| emergency::due(tx, now, rng)),
    ("alerts-forgotten", |tx, _, now, _| alert::forget_old(tx, now)),
    ("referrals-unanswered", |tx, _, now, rng| referral::unanswered(tx, now, rng)),
    ("deletions-unconfirmed", |tx, _, now, rng| referral::not_deleted(tx, now, rng)),
    ("retention", |tx, _, now, rng| erasure::run(tx, now, rng)),
    ("instruments", |tx, _, _, _| hearing::refresh(tx).map(usize::from)),
    ("hearings-left", |tx, _, now, _| hearing::forget_over(tx, now)),
    ("deadlines", |tx, _, now, rng| plan::escalate(tx, now, rng)),
    ("pack-deadlines", plan::remind),
    ("days-forgotten", |tx, _, now, _| plan::forget_days(tx, now)),
    ("places-forgotten", |tx, _, now, _| appointments::forget_over(tx, now)),
    ("batches-forgotten", |tx, _, now, _| plan::batch::forget_over(tx, now)),
    ("calendars-forgotten", |tx, _, _, _| plan::calendar::forget_feeds(tx)),
    ("channels-forgotten", |tx, _, now, _| channel::forget(tx, now)),
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

/// Takes every step, in the country of this pack. One that fails keeps none of the others back; the first failure is answered, after the last step.
pub fn make(store: &Store, pack: &Shipped, now: Instant, rng: &mut dyn CryptoRng) -> Result<Round> {
    let (mut round, mut failed) = (Round::default(), None);
    for (name, step) in STEPS {
        match store.write(|tx| step(tx, pack, now, rng)) {
            Ok(count) => round.0.push((name, count)),
            Err(error) => failed = failed.or(Some::<AccessError>(error)),
        }
    }
    failed.map_or(Ok(round), Err)
}

#[cfg(test)]
mod tests;
