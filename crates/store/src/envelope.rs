//! Events as the store sees them: a signed envelope without a readable kind, and a sealed payload that may be
//! deleted without breaking the signature.

use crate::{Result, Row};
use base::{CaseId, DeviceId, EventId};
use vault::{Compartment, Signer, Verifier};

/// Who wrote something about which case, and when: nothing of what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    pub id: EventId,
    pub case: CaseId,
    pub device: DeviceId,
    /// Counts from 1 for each device.
    pub sequence: i64,
    /// Hash of the device's envelope before this one; zeros for the first.
    pub previous: [u8; 32],
    /// Hybrid logical clock: milliseconds in the upper 48 bits, a counter in the lower 16.
    pub clock: i64,
    pub version: u8,
    pub payload_hash: [u8; 32],
    pub signature: [u8; 64],
}

/// A payload and the key it was sealed with: compartment and generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    pub compartment: Compartment,
    pub generation: i64,
    pub sealed: Vec<u8>,
}

impl Payload {
    pub fn hash(&self) -> [u8; 32] {
        let place = [self.compartment as u8];
        vault::digest(&[&place, &self.generation.to_be_bytes(), &self.sealed])
    }
}

const KIND: &str = "event/1";

impl Envelope {
    /// Every field has a fixed length, so two envelopes never give the same bytes.
    fn signed_bytes(&self) -> Vec<u8> {
        [
            self.id.as_bytes().as_slice(),
            self.case.as_bytes(),
            self.device.as_bytes(),
            &self.sequence.to_be_bytes(),
            &self.previous,
            &self.clock.to_be_bytes(),
            &[self.version],
            &self.payload_hash,
        ]
        .concat()
    }

    /// The leaf of the log: what was signed, and the signature.
    pub fn leaf(&self) -> Vec<u8> {
        [b"event".as_slice(), &self.signed_bytes(), &self.signature].concat()
    }

    /// What the device's next envelope names as its previous one.
    pub fn hash(&self) -> [u8; 32] {
        hash_of(&self.leaf())
    }

    pub(crate) fn sign(&mut self, author: &Signer) {
        self.signature = author.sign(KIND, &self.signed_bytes());
    }

    pub fn verify(&self, author: &Verifier) -> vault::Result<()> {
        author.verify(KIND, &self.signed_bytes(), &self.signature)
    }

    /// Reads id, case, device, sequence, previous, clock, version, payload hash and signature, in that order.
    pub fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.id(0, EventId::read)?,
            case: row.id(1, CaseId::read)?,
            device: row.id(2, DeviceId::read)?,
            sequence: row.int(3)?,
            previous: row.bytes(4)?,
            clock: row.int(5)?,
            version: row.int(6)?.try_into().map_err(|_| crate::StoreError::Damaged("an event's version"))?,
            payload_hash: row.bytes(7)?,
            signature: row.bytes(8)?,
        })
    }
}

/// The hash of an envelope of which this is the leaf.
pub(crate) fn hash_of(leaf: &[u8]) -> [u8; 32] {
    vault::digest(&[leaf])
}

/// The wall-clock part of a hybrid clock.
pub fn clock_instant(clock: i64) -> base::Instant {
    base::Instant::from_millis(clock >> 16)
}
