//! Signing events and storing them.
//!
//! Each event names the one its device signed before it, and every event is a leaf of the log: signing is one
//! after the other, and needs nothing of the database but where both end. A [`Chain`] is that knowledge, so that
//! one thread can seal and sign a long list while another stores it.

use crate::envelope::{Envelope, Payload, hash_of};
use crate::{Result, StoreError, Tx, sql};
use base::{CaseId, DeviceId, EventId};
use vault::Signer;
use vault::merkle::{self, Frontier};

/// What a writer hands in; the chain, the clock and the log position are filled in by [`Chain::sign`].
pub struct Draft {
    pub id: EventId,
    pub case: CaseId,
    pub version: u8,
    pub payload: Payload,
    pub now: base::Instant,
}

/// An event that is signed and has its place in the log, but is not stored yet.
pub struct Signed {
    pub position: i64,
    pub envelope: Envelope,
    pub payload: Payload,
}

/// The ends of one device's chain and of the log.
pub struct Chain {
    device: DeviceId,
    /// The log's size when the chain was taken up.
    begun_at: u64,
    sequence: i64,
    previous: [u8; 32],
    clock: i64,
    log: Frontier,
}

impl Chain {
    /// Signs one event and adds it to the ends.
    pub fn sign(&mut self, draft: Draft, author: &Signer) -> Signed {
        self.sequence += 1;
        // The clock never goes back, however the machine's clock jumps.
        self.clock = (draft.now.millis() << 16).max(self.clock + 1);
        let mut envelope = Envelope {
            id: draft.id,
            case: draft.case,
            device: self.device,
            sequence: self.sequence,
            previous: self.previous,
            clock: self.clock,
            version: draft.version,
            payload_hash: draft.payload.hash(),
            signature: [0; 64],
        };
        envelope.sign(author);
        let leaf = envelope.leaf();
        self.previous = hash_of(&leaf);
        let position = self.log.size() as i64;
        self.log.push(merkle::leaf(&leaf));
        Signed { position, envelope, payload: draft.payload }
    }
}

impl Tx<'_> {
    /// Where this device's chain and the log end now. Nothing else may be appended to the log until
    /// [`Tx::extend_to`]: it would take the places of the events signed with this chain.
    pub fn chain(&mut self, device: DeviceId) -> Result<Chain> {
        let (sequence, previous) = self.chain_end(device)?;
        let (clock, log) = (self.newest_clock()?, self.log_edge()?);
        Ok(Chain { device, begun_at: log.size(), sequence, previous, clock, log })
    }

    /// Stores events that were signed with this transaction's chain.
    pub fn store_events<'s>(&mut self, events: impl Iterator<Item = &'s Signed> + Clone) -> Result<()> {
        let mut insert = self.prepare(sql!(
            "insert into event (id, position, case_id, device_id, device_sequence, previous, clock, version, payload_hash, signature)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ))?;
        for Signed { position, envelope, .. } in events.clone() {
            insert.run(&[
                (&envelope.id.to_string()).into(),
                (*position).into(),
                (&envelope.case.to_string()).into(),
                (&envelope.device.to_string()).into(),
                envelope.sequence.into(),
                (&envelope.previous).into(),
                envelope.clock.into(),
                i64::from(envelope.version).into(),
                (&envelope.payload_hash).into(),
                (&envelope.signature).into(),
            ])?;
        }
        let mut insert = self
            .prepare(sql!("insert into payload (event_id, compartment, generation, sealed) values ($1, $2, $3, $4)"))?;
        for Signed { envelope, payload, .. } in events {
            insert.run(&[
                (&envelope.id.to_string()).into(),
                payload.compartment.number().into(),
                payload.generation.into(),
                (&payload.sealed).into(),
            ])?;
        }
        Ok(())
    }

    /// Goes on from the ends of a chain, all of whose events were stored. Fails, so that nothing of the
    /// transaction is kept, when their places in the log were taken meanwhile.
    pub fn extend_to(&mut self, chain: Chain) -> Result<()> {
        if self.log_size()? as u64 != chain.begun_at {
            return Err(StoreError::Overtaken);
        }
        self.edge.chains.insert(chain.device, (chain.sequence, chain.previous));
        self.edge.clock = Some(chain.clock);
        self.grow_log(chain.log)
    }

    /// The device's last sequence and the hash of its last envelope.
    fn chain_end(&mut self, device: DeviceId) -> Result<(i64, [u8; 32])> {
        if let Some(end) = self.edge.chains.get(&device) {
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

    fn newest_clock(&mut self) -> Result<i64> {
        match self.edge.clock {
            Some(clock) => Ok(clock),
            None => Ok(self
                .one(sql!("select clock from event order by position desc limit 1"), &[], |row| row.int(0))?
                .unwrap_or(0)),
        }
    }
}
