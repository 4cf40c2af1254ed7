//! Writing events: sealed and signed away from the database, then stored.

use crate::keyring::{FIRST, WrappedKey, store_keys};
use crate::{Keyring, OpenCase, Result};
use base::{EventId, Instant};
use rand_core::CryptoRng;
use store::failpoint::{Failpoint, reach};
use store::{Chain, Draft, Payload, Signed, Tx};
use vault::{Compartment, Context, seal};

/// What seals and signs for one member. It holds nothing of the database, so that a long list can be sealed on
/// one thread while another stores what is ready.
pub struct Pen<'a> {
    keys: &'a mut Keyring,
    chain: Chain,
    now: Instant,
}

/// An event with the keys that were made for it, not stored yet.
pub struct Written {
    pub event: Signed,
    keys: Vec<WrappedKey>,
}

impl<'a> Pen<'a> {
    /// Takes up where the member's chain and the log end.
    pub fn new(tx: &mut Tx, keys: &'a mut Keyring, now: Instant) -> Result<Self> {
        let chain = tx.chain(keys.actor.device)?;
        Ok(Self { keys, chain, now })
    }

    /// Seals and signs one event of a case; makes the compartment's key when it is the first. `version` says how
    /// `plain` is encoded.
    pub fn write(
        &mut self,
        id: EventId,
        case: &mut OpenCase,
        compartment: Compartment,
        version: u8,
        plain: &[u8],
        rng: &mut dyn CryptoRng,
    ) -> Result<Written> {
        let mut made = Vec::new();
        if case.newest(compartment).is_none() {
            let (key, wrapped) = self.keys.make_case_key(case.id, compartment, self.now, rng)?;
            case.keys.insert((compartment, FIRST), key);
            made = wrapped;
        }
        let (generation, key) = case.newest(compartment).expect("the key was just made");
        let place = seal::event_context(case.id, id, compartment, generation);
        let sealed = seal::seal(key, Context::Place(&place), plain, rng);
        let payload = Payload { compartment, generation, sealed };
        let draft = Draft { id, case: case.id, version, payload, now: self.now };
        let event = self.chain.sign(draft, self.keys.signer());
        reach(Failpoint::EventSigned);
        Ok(Written { event, keys: made })
    }

    /// The moment that its events carry.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Gives back where the chain ends now: for [`Tx::extend_to`], once everything written is stored.
    pub fn put_down(self) -> Chain {
        self.chain
    }
}

/// Stores events with the keys that were made for them.
pub fn store_written<'w>(tx: &mut Tx, written: impl Iterator<Item = &'w Written> + Clone) -> Result<()> {
    store_keys(tx, written.clone().flat_map(|written| &written.keys))?;
    reach(Failpoint::KeysStored);
    tx.store_events(written.map(|written| &written.event))?;
    reach(Failpoint::EventsStored);
    Ok(())
}
