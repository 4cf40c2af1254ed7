//! Checking what lies beside the log: rows that it vouches for, rows with sums, and what is derived.

use super::Finding;
use super::rebuild::{Rebuilt, compare};
use crate::{Result, attachments};
use access::organisation::{self, Openers};
use access::{AccessError, bound};
use store::log::LogSigner;
use store::{Store, StoreError, Tx, sql, sum};

/// The key that signs checkpoints must be the one that the organisation has on record.
pub fn log_key(store: &Store, tx: &mut Tx) -> Result<Vec<Finding>> {
    let (origin, verifier) = organisation::log_identity(tx)?;
    let fits = matches!(LogSigner::load(store.folder()),
        Ok(Some(signer)) if signer.origin() == origin && signer.verifier() == verifier);
    Ok(if fits { Vec::new() } else { vec![Finding::LogKey] })
}

/// Members, teams and the organisation, with their keys.
pub fn bound_rows(tx: &mut Tx) -> Result<Vec<Finding>> {
    let unbound = bound::check(tx)?;
    Ok(unbound.into_iter().map(|row| Finding::Bound { table: row.table, id: row.id, stranger: row.stranger }).collect())
}

/// Lists, their rows and senders, saved filters, and keys of cases.
pub fn sums(tx: &mut Tx) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for table in sum::summed() {
        let found = match sum::wrong(tx, table) {
            Ok(keys) => keys.into_iter().map(|key| Finding::Sum { table: table.name, key }).collect(),
            Err(error) => vec![unreadable(table.name, &error)],
        };
        findings.extend(found);
    }
    Ok(findings)
}

/// Payloads without an event.
pub fn orphans(tx: &mut Tx) -> Result<Vec<Finding>> {
    Ok(tx.all(
        sql!("select event_id from payload where event_id not in (select id from event) order by event_id"),
        &[],
        |row| Ok(Finding::Orphan { event: row.text(0).unwrap_or_else(|_| "?".to_owned()) }),
    )?)
}

/// Pictures of which a part is missing, or whose event is.
pub fn stray_attachments(tx: &mut Tx) -> Result<Vec<Finding>> {
    Ok(attachments::stray(tx)?.into_iter().map(|event| Finding::Attachment { event }).collect())
}

/// Case files, and the summaries that the openers in hand open.
pub fn derived(tx: &mut Tx, openers: &mut Openers) -> Result<Vec<Finding>> {
    let mut rebuilt = Rebuilt::default();
    let outcome = compare(tx, openers, &mut rebuilt);
    let mut findings: Vec<_> = rebuilt.differences.into_iter().map(|row| Finding::Derived { row }).collect();
    findings.extend(outcome.err().map(|error| stopped("casefile", &error)));
    Ok(findings)
}

/// What reading a table came upon.
pub fn unreadable(table: &'static str, error: &StoreError) -> Finding {
    Finding::Engine { says: format!("{table} cannot be read to its end: {}", cause(error)) }
}

/// The engine's own words, without our sentence around them.
fn cause(error: &StoreError) -> String {
    match error {
        StoreError::Engine(engine) => engine.clone(),
        StoreError::Damaged(what) => format!("it holds a value that does not belong there ({what})"),
        other => other.to_string(),
    }
}

/// An error of one part of the check, as a finding: the other parts go on.
pub fn stopped(what: &'static str, error: &AccessError) -> Finding {
    match error {
        AccessError::Store(error) => unreadable(what, error),
        other => Finding::Engine { says: format!("{what} cannot be checked: {other}") },
    }
}
