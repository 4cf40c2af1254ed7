//! Events as the store sees them: a signed envelope without a readable kind, and a sealed payload that may be
//! deleted without breaking the signature.

use crate::{Result, Row, Tx, sql};
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
        vault::digest(&[&self.leaf()])
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

/// What a writer hands in; the chain, the clock and the log position are filled in here.
pub struct Draft<'a> {
    pub id: EventId,
    pub case: CaseId,
    pub device: DeviceId,
    pub version: u8,
    pub payload: &'a Payload,
    pub now: base::Instant,
}

impl Tx<'_> {
    /// Signs, chains, logs and stores one event; returns its position in the log.
    pub fn append_event(&mut self, draft: Draft, signer: &Signer) -> Result<(i64, Envelope)> {
        let (sequence, previous) = self.chain_end(draft.device)?;
        let mut envelope = Envelope {
            id: draft.id,
            case: draft.case,
            device: draft.device,
            sequence: sequence + 1,
            previous,
            clock: self.next_clock(draft.now)?,
            version: draft.version,
            payload_hash: draft.payload.hash(),
            signature: [0; 64],
        };
        envelope.signature = signer.sign(KIND, &envelope.signed_bytes());
        let position = self.append(&envelope.leaf())?;
        self.insert_event(position, &envelope, draft.payload)?;
        self.chains.insert(draft.device, (envelope.sequence, envelope.hash()));
        Ok((position, envelope))
    }

    fn insert_event(&mut self, position: i64, envelope: &Envelope, payload: &Payload) -> Result<()> {
        let id = envelope.id.to_string();
        self.run(
            sql!("insert into event (id, position, case_id, device_id, device_sequence, previous, clock, version, payload_hash, signature)
                  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"),
            &[
                (&id).into(),
                position.into(),
                (&envelope.case.to_string()).into(),
                (&envelope.device.to_string()).into(),
                envelope.sequence.into(),
                (&envelope.previous).into(),
                envelope.clock.into(),
                i64::from(envelope.version).into(),
                (&envelope.payload_hash).into(),
                (&envelope.signature).into(),
            ],
        )?;
        self.run(
            sql!("insert into payload (event_id, compartment, generation, sealed) values ($1, $2, $3, $4)"),
            &[(&id).into(), payload.compartment.number().into(), payload.generation.into(), (&payload.sealed).into()],
        )?;
        Ok(())
    }

    /// The device's last sequence and the hash of its last envelope.
    fn chain_end(&mut self, device: DeviceId) -> Result<(i64, [u8; 32])> {
        if let Some(end) = self.chains.get(&device) {
            return Ok(*end);
        }
        let last = self.one(
            sql!(
                "select id, case_id, device_id, device_sequence, previous, clock, version, payload_hash, signature
                  from event where device_id = $1 order by device_sequence desc limit 1"
            ),
            &[(&device.to_string()).into()],
            Envelope::from_row,
        )?;
        Ok(last.map_or((0, [0; 32]), |envelope| (envelope.sequence, envelope.hash())))
    }

    /// Never goes back, however the machine's clock jumps.
    fn next_clock(&mut self, now: base::Instant) -> Result<i64> {
        let wall = now.millis() << 16;
        let last = match self.clock {
            Some(clock) => clock,
            None => self
                .one(sql!("select clock from event order by position desc limit 1"), &[], |row| row.int(0))?
                .unwrap_or(0),
        };
        let clock = wall.max(last + 1);
        self.clock = Some(clock);
        Ok(clock)
    }
}

/// The wall-clock part of a hybrid clock.
pub fn clock_instant(clock: i64) -> base::Instant {
    base::Instant::from_millis(clock >> 16)
}
