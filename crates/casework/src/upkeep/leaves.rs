//! The leaves of the log, hashed again from the rows that they stand for.

use crate::Result;
use access::AccessError;
use access::entries::{AccessEntry, AdminEntry};
use store::{Envelope, StoreError, Tx, sql};
use vault::merkle::{self, Frontier, Hash};

/// The leaves from the position `from` on; every position must have its one entry.
pub(super) fn leaves(tx: &mut Tx, from: u64) -> Result<Vec<Hash>> {
    let mut found = event_leaves(tx, from as i64)?;
    found.extend(entry_leaves(tx, from as i64)?);
    found.sort_unstable();
    let whole = found.iter().zip(from as i64..).all(|((position, _), expected)| *position == expected);
    if !whole {
        return Err(AccessError::Store(StoreError::Damaged("a position of the log")));
    }
    Ok(found.into_iter().map(|(_, leaf)| leaf).collect())
}

/// The log's edge as it was at a size, or at its end if that comes before; from its entries alone.
pub fn edge_at(tx: &mut Tx, size: u64) -> Result<Frontier> {
    let mut edge = Frontier::default();
    leaves(tx, 0)?.iter().take(size as usize).for_each(|leaf| edge.push(*leaf));
    Ok(edge)
}

/// The leaves of events from a position on.
pub(super) fn event_leaves(tx: &mut Tx, from: i64) -> Result<Vec<(i64, Hash)>> {
    Ok(tx.all(
        sql!(
            "select id, case_id, device_id, device_sequence, previous, clock, version, payload_hash, signature, position
              from event where position >= $1 order by position"
        ),
        &[from.into()],
        |row| Ok((row.int(9)?, merkle::leaf(&Envelope::from_row(row)?.leaf()))),
    )?)
}

/// The leaves of the access and admin entries from a position on.
pub(super) fn entry_leaves(tx: &mut Tx, from: i64) -> Result<Vec<(i64, Hash)>> {
    let mut leaves = tx.all(
        sql!("select position, at, member_id, action, outcome, case_id, compartments, cases from access_entry where position >= $1 order by position"),
        &[from.into()],
        |row| Ok((row.int(0)?, merkle::leaf(&AccessEntry::from_row(row, 1)?.leaf()))),
    )?;
    leaves.extend(tx.all(
        sql!("select position, at, member_id, action, subject, bound from admin_entry where position >= $1 order by position"),
        &[from.into()],
        |row| Ok((row.int(0)?, merkle::leaf(&AdminEntry::from_row(row, 1)?.leaf()))),
    )?);
    Ok(leaves)
}
