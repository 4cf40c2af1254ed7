//! `safeconduct verify`: every signature, every device chain, the Merkle log, and the tag of every payload.

use super::keys_of;
use crate::Result;
use crate::registry::rows::payload;
use access::entries::{AccessEntry, AdminEntry};
use access::member;
use access::organisation::{self, Openers};
use base::{CaseId, DeviceId, EventId};
use std::collections::BTreeMap;
use std::fmt;
use store::{Envelope, Payload, Store, Tx, sql};
use vault::merkle::{self, Frontier, Hash};
use vault::{Compartment, Context, DataKey, Verifier, checkpoint, seal};

/// Something that is not as it was signed. Findings name ids and positions, never content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    Signature {
        event: EventId,
    },
    UnknownAuthor {
        event: EventId,
    },
    Chain {
        event: EventId,
    },
    PayloadHash {
        event: EventId,
    },
    PayloadTag {
        event: EventId,
    },
    /// A position of the log at which no entry, or more than one, stands.
    Gap {
        position: i64,
    },
    LogRoot,
    Checkpoint,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Finding::Signature { event } => write!(f, "event {event}: its signature does not fit"),
            Finding::UnknownAuthor { event } => write!(f, "event {event}: its author is not known here"),
            Finding::Chain { event } => write!(f, "event {event}: the chain of its device is broken before it"),
            Finding::PayloadHash { event } => write!(f, "event {event}: its payload is not the one that was signed"),
            Finding::PayloadTag { event } => write!(f, "event {event}: its payload does not open with the case's key"),
            Finding::Gap { position } => write!(f, "log position {position}: an entry is missing or stands twice"),
            Finding::LogRoot => write!(f, "the log: its entries do not give the root that was signed"),
            Finding::Checkpoint => {
                write!(f, "the log: its newest checkpoint is missing or not signed by this registry")
            }
        }
    }
}

/// What was checked, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    pub events: u64,
    pub log_entries: u64,
    pub payloads_opened: u64,
    /// Payloads whose key none of the openers in hand holds: their hash was checked, their tag was not.
    pub payloads_not_open: u64,
    pub erased: u64,
    pub findings: Vec<Finding>,
}

/// Checks everything. `openers` say which payloads can also be opened; `tick` is called for every event.
pub fn verify(store: &Store, openers: &mut Openers, mut tick: impl FnMut()) -> Result<Verified> {
    let mut verified = Verified::default();
    store.read(|tx| {
        let mut leaves = check_events(tx, &mut verified, &mut tick)?;
        leaves.extend(entry_leaves(tx)?);
        check_log(tx, leaves, &mut verified)?;
        open_payloads(tx, openers, &mut verified)
    })?;
    Ok(verified)
}

/// Signatures, chains and payload hashes; returns the log's leaves by position.
fn check_events(tx: &mut Tx, verified: &mut Verified, tick: &mut impl FnMut()) -> Result<Vec<(i64, Hash)>> {
    let authors = member::verifiers(tx)?;
    let mut chains: BTreeMap<DeviceId, (i64, [u8; 32])> = BTreeMap::new();
    let mut leaves = Vec::new();
    tx.each(
        sql!(
            "select e.id, e.case_id, e.device_id, e.device_sequence, e.previous, e.clock, e.version, e.payload_hash,
                     e.signature, e.position, p.compartment, p.generation, p.sealed
              from event e left join payload p on p.event_id = e.id order by e.position"
        ),
        &[],
        |row| {
            let envelope = Envelope::from_row(row)?;
            leaves.push((row.int(9)?, merkle::leaf(&envelope.leaf())));
            check_event(&envelope, payload(row, 10)?, &authors, &mut chains, verified);
            tick();
            Ok::<_, access::AccessError>(())
        },
    )?;
    Ok(leaves)
}

fn check_event(
    envelope: &Envelope,
    payload: Option<Payload>,
    authors: &BTreeMap<DeviceId, Verifier>,
    chains: &mut BTreeMap<DeviceId, (i64, [u8; 32])>,
    verified: &mut Verified,
) {
    let event = envelope.id;
    verified.events += 1;
    match authors.get(&envelope.device) {
        None => verified.findings.push(Finding::UnknownAuthor { event }),
        Some(author) if envelope.verify(author).is_err() => verified.findings.push(Finding::Signature { event }),
        Some(_) => {}
    }
    let (sequence, previous) = chains.get(&envelope.device).copied().unwrap_or_default();
    if (envelope.sequence, envelope.previous) != (sequence + 1, previous) {
        verified.findings.push(Finding::Chain { event });
    }
    chains.insert(envelope.device, (envelope.sequence, envelope.hash()));
    match payload {
        None => verified.erased += 1,
        Some(payload) if payload.hash() != envelope.payload_hash => {
            verified.findings.push(Finding::PayloadHash { event })
        }
        Some(_) => {}
    }
}

/// The leaves of the access and admin entries.
fn entry_leaves(tx: &mut Tx) -> Result<Vec<(i64, Hash)>> {
    let mut leaves = tx.all(
        sql!("select position, at, member_id, action, outcome, case_id, compartments, cases from access_entry order by position"),
        &[],
        |row| Ok((row.int(0)?, merkle::leaf(&AccessEntry::from_row(row, 1)?.leaf()))),
    )?;
    leaves.extend(tx.all(
        sql!("select position, at, member_id, action, subject from admin_entry order by position"),
        &[],
        |row| Ok((row.int(0)?, merkle::leaf(&AdminEntry::from_row(row, 1)?.leaf()))),
    )?);
    Ok(leaves)
}

fn check_log(tx: &mut Tx, mut leaves: Vec<(i64, Hash)>, verified: &mut Verified) -> Result<()> {
    leaves.sort_unstable();
    verified.log_entries = leaves.len() as u64;
    let mut log = Frontier::default();
    for (expected, (position, leaf)) in leaves.iter().enumerate() {
        if *position != expected as i64 {
            verified.findings.push(Finding::Gap { position: expected as i64 });
            return Ok(());
        }
        log.push(*leaf);
    }
    let (origin, verifier) = organisation::log_identity(tx)?;
    let Some((note, edge)) = tx.checkpoint()? else {
        verified.findings.push(Finding::Checkpoint);
        return Ok(());
    };
    match checkpoint::read(&note, &origin, &verifier) {
        Err(_) => verified.findings.push(Finding::Checkpoint),
        Ok(signed) if (signed.size, signed.root) != (log.size(), log.root()) => {
            verified.findings.push(Finding::LogRoot)
        }
        Ok(_) if edge != log => verified.findings.push(Finding::LogRoot),
        Ok(_) => {}
    }
    Ok(())
}

/// Opens every payload that the openers in hand open: its tag, and that it says something we can read.
fn open_payloads(tx: &mut Tx, openers: &mut Openers, verified: &mut Verified) -> Result<()> {
    let cases =
        tx.all(sql!("select distinct case_id from event order by case_id"), &[], |row| row.id(0, CaseId::read))?;
    for case in cases {
        let keys = keys_of(tx, openers, case)?;
        for (_, envelope, payload) in crate::registry::rows::events(tx, case)? {
            let Some(payload) = payload else { continue };
            match opens(&keys, &envelope, &payload) {
                None => verified.payloads_not_open += 1,
                Some(true) => verified.payloads_opened += 1,
                Some(false) => verified.findings.push(Finding::PayloadTag { event: envelope.id }),
            }
        }
    }
    Ok(())
}

fn opens(keys: &BTreeMap<(Compartment, i64), DataKey>, envelope: &Envelope, payload: &Payload) -> Option<bool> {
    let key = keys.get(&(payload.compartment, payload.generation))?;
    let place = seal::event_context(envelope.case, envelope.id, payload.compartment, payload.generation);
    let opened = seal::open(key, Context::Place(&place), &payload.sealed);
    Some(opened.is_ok_and(|plain| crate::Event::decode(envelope.version, &plain).is_ok()))
}
