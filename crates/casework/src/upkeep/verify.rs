//! `safeconduct verify`: every signature, every device chain, the Merkle log, and the tag of every payload.

use super::leaves::entry_leaves;
use super::witnessed::{self, Witnessed};
use super::{Finding, keys_of, tables};
use crate::attachments::{self, Standing};
use crate::registry::rows::payload;
use crate::{Event, Result};
use access::organisation::{self, Openers};
use access::{AccessError, member};
use base::{CaseId, DeviceId};
use std::collections::BTreeMap;
use store::{Envelope, Payload, Store, Tx, sql};
use vault::merkle::{self, Frontier, Hash};
use vault::{Compartment, Context, DataKey, Verifier, checkpoint, seal};

/// What was checked, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    pub events: u64,
    pub log_entries: u64,
    pub payloads_opened: u64,
    /// Payloads whose key none of the openers in hand holds: their hash was checked, their tag was not.
    pub payloads_not_open: u64,
    pub erased: u64,
    /// Checkpoints from outside that the log was held against.
    pub witnessed: Vec<Witnessed>,
    pub findings: Vec<Finding>,
}

/// Checks everything. `openers` say which payloads can also be opened; `tick` is called for every event. What cannot
/// be read is a finding, and the rest is checked all the same.
pub fn verify(store: &Store, openers: &mut Openers, tick: impl FnMut()) -> Result<Verified> {
    verify_against(store, openers, Vec::new(), tick)
}

/// As [`verify`], also against checkpoints that somebody else has kept: they show a history that was written anew,
/// even when every signature inside fits.
pub fn verify_against(
    store: &Store,
    openers: &mut Openers,
    witnessed: Vec<Witnessed>,
    mut tick: impl FnMut(),
) -> Result<Verified> {
    let mut verified = Verified { witnessed, ..Verified::default() };
    let says = store.check_engine();
    verified.findings.extend(says.into_iter().map(|says| Finding::Engine { says }));
    store.read(|tx| {
        let mut part = |what, tx: &mut Tx, check: &mut dyn FnMut(&mut Tx, &mut Verified) -> Result<Vec<Finding>>| {
            let found = check(tx, &mut verified).unwrap_or_else(|error| vec![tables::stopped(what, &error)]);
            verified.findings.extend(found);
        };
        part("log", tx, &mut |tx, verified| {
            let mut leaves = check_events(tx, verified, &mut tick)?;
            leaves.extend(entry_leaves(tx, 0)?);
            check_log(tx, leaves, verified)
        });
        part("payload", tx, &mut |tx, verified| open_payloads(tx, openers, verified));
        part("payload", tx, &mut |tx, _| tables::orphans(tx));
        part("attachment", tx, &mut |tx, _| tables::stray_attachments(tx));
        part("log.key", tx, &mut |tx, _| tables::log_key(store, tx));
        part("member", tx, &mut |tx, _| tables::bound_rows(tx));
        part("sum", tx, &mut |tx, _| tables::sums(tx));
        part("casefile", tx, &mut |tx, _| tables::derived(tx, openers));
        Ok::<_, AccessError>(())
    })?;
    Ok(verified)
}

/// Signatures, chains, payload hashes, and that no payload is gone but of those who were erased; returns the log's leaves by position.
fn check_events(tx: &mut Tx, verified: &mut Verified, tick: &mut impl FnMut()) -> Result<Vec<(i64, Hash)>> {
    // A key that cannot be read makes its events those of somebody unknown.
    let authors = member::verifiers(tx)?;
    let mut chains: BTreeMap<DeviceId, (i64, [u8; 32])> = BTreeMap::new();
    let mut leaves = Vec::new();
    tx.each(
        sql!(
            "select e.id, e.case_id, e.device_id, e.device_sequence, e.previous, e.clock, e.version, e.payload_hash,
                     e.signature, e.position, p.compartment, p.generation, p.sealed,
                     (select count(*) from erased x join access_entry a on a.position = x.position
                       where x.case_id = e.case_id and a.case_id = x.case_id and a.action = 'erase')
              from event e left join payload p on p.event_id = e.id order by e.position"
        ),
        &[],
        |row| {
            tick();
            let (Ok(envelope), Ok(position)) = (Envelope::from_row(row), row.int(9)) else {
                let key = row.text(0).unwrap_or_else(|_| "?".to_owned());
                verified.findings.push(Finding::Row { table: "event", key });
                return Ok(());
            };
            leaves.push((position, merkle::leaf(&envelope.leaf())));
            check_event(&envelope, &authors, &mut chains, verified);
            match payload(row, 10) {
                Ok(Some(payload)) if payload.hash() == envelope.payload_hash => {}
                Ok(None) if row.int(13)? > 0 => verified.erased += 1,
                Ok(None) => verified.findings.push(Finding::PayloadGone { event: envelope.id }),
                _ => verified.findings.push(Finding::PayloadHash { event: envelope.id }),
            }
            Ok::<_, AccessError>(())
        },
    )?;
    Ok(leaves)
}

fn check_event(
    envelope: &Envelope,
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
}

fn check_log(tx: &mut Tx, mut leaves: Vec<(i64, Hash)>, verified: &mut Verified) -> Result<Vec<Finding>> {
    verified.log_entries = leaves.len() as u64;
    leaves.sort_unstable();
    let mut findings = check_end(tx, &leaves, 0)?;
    match witnessed::kept(tx, &mut findings) {
        Ok(kept) => verified.witnessed.extend(kept),
        Err(error) => findings.push(tables::stopped("witness", &error)),
    }
    let leaves: Vec<Hash> = leaves.into_iter().map(|(_, leaf)| leaf).collect();
    findings.extend(witnessed::check(tx, &leaves, &verified.witnessed)?);
    Ok(findings)
}

/// Holds leaves, in their order from the position `from` on, where one of the log's full subtrees begins, against the stored end of
/// the log, and that against the signed checkpoint.
pub(super) fn check_end(tx: &mut Tx, leaves: &[(i64, Hash)], from: u64) -> Result<Vec<Finding>> {
    let (origin, verifier) = organisation::log_identity(tx)?;
    let mut newest = Frontier::default();
    for (count, (position, leaf)) in leaves.iter().enumerate() {
        let expected = from as i64 + count as i64;
        if expected != *position {
            return Ok(vec![Finding::Gap { position: expected }]);
        }
        newest.push(*leaf);
    }
    let Ok(Some((note, edge))) = tx.checkpoint() else { return Ok(vec![Finding::Checkpoint]) };
    let end_is_there = from + newest.size() == edge.size() && edge.ends_with(&newest);
    let signed = checkpoint::read(&note, &origin, &verifier);
    Ok(match signed {
        Err(_) => vec![Finding::Checkpoint],
        Ok(signed) if (signed.size, signed.root) != (edge.size(), edge.root()) || !end_is_there => {
            vec![Finding::LogRoot]
        }
        Ok(_) => Vec::new(),
    })
}

/// Opens every payload that the openers in hand open: its tag, and that it says something we can read.
fn open_payloads(tx: &mut Tx, openers: &mut Openers, verified: &mut Verified) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let cases =
        tx.all(sql!("select distinct case_id from event order by case_id"), &[], |row| row.id(0, CaseId::read))?;
    for case in cases {
        let (keys, closed) = keys_of(tx, openers, case)?;
        findings.extend((0..closed).map(|_| Finding::CaseKey { case }));
        // What cannot be read is found with its event.
        let Ok(events) = crate::registry::rows::events(tx, case) else { continue };
        let mut standing = Standing::default();
        for (_, envelope, payload) in events {
            let Some(payload) = payload else { continue };
            match opens(&keys, &envelope, &payload) {
                None => verified.payloads_not_open += 1,
                Some(Some(event)) => {
                    verified.payloads_opened += 1;
                    standing.apply(envelope.id, &event);
                }
                Some(None) => findings.push(Finding::PayloadTag { event: envelope.id }),
            }
        }
        let unsound = attachments::unsound(tx, case, &keys, &standing);
        findings.extend(unsound.into_iter().map(|event| Finding::Attachment { event: event.to_string() }));
    }
    Ok(findings)
}

/// The event of a payload, if a key of it is in hand: nothing inside when it does not open, or says nothing we read.
fn opens(
    keys: &BTreeMap<(Compartment, i64), DataKey>,
    envelope: &Envelope,
    payload: &Payload,
) -> Option<Option<Event>> {
    let key = keys.get(&(payload.compartment, payload.generation))?;
    let place = seal::event_context(envelope.case, envelope.id, payload.compartment, payload.generation);
    let opened = seal::open(key, Context::Place(&place), &payload.sealed);
    Some(opened.ok().and_then(|plain| Event::decode(envelope.version, &plain).ok()))
}
