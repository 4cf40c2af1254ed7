//! The registry's SQL and nothing else.

use crate::Result;
use base::{CaseCode, CaseId, DeviceId, EventId};
use store::{Envelope, Payload, Tx, sql};
use vault::Compartment;

pub fn case_with_code(tx: &mut Tx, code: CaseCode) -> Result<Option<CaseId>> {
    Ok(tx.one(sql!("select case_id from casefile where code = $1"), &[(&code.plain()).into()], |row| {
        row.id(0, CaseId::read)
    })?)
}

/// Where an event stands: in which case, who wrote it, and whether the case began with it.
pub(crate) struct Place {
    pub case: CaseId,
    pub device: DeviceId,
    pub is_first: bool,
}

pub(crate) fn place_of(tx: &mut Tx, event: EventId) -> Result<Option<Place>> {
    Ok(tx.one(
        sql!(
            "select e.case_id, e.device_id, e.position,
                     (select min(f.position) from event f where f.case_id = e.case_id)
              from event e where e.id = $1"
        ),
        &[(&event.to_string()).into()],
        |row| {
            let is_first = row.int(2)? == row.int(3)?;
            Ok(Place { case: row.id(0, CaseId::read)?, device: row.id(1, DeviceId::read)?, is_first })
        },
    )?)
}

/// A case's events with their payloads, where those were not erased, in the order of the log.
pub(crate) fn events(tx: &mut Tx, case: CaseId) -> Result<Vec<(i64, Envelope, Option<Payload>)>> {
    Ok(tx.all(
        sql!(
            "select e.id, e.case_id, e.device_id, e.device_sequence, e.previous, e.clock, e.version, e.payload_hash,
                     e.signature, e.position, p.compartment, p.generation, p.sealed
              from event e left join payload p on p.event_id = e.id
              where e.case_id = $1 order by e.position"
        ),
        &[(&case.to_string()).into()],
        |row| Ok((row.int(9)?, Envelope::from_row(row)?, payload(row, 10)?)),
    )?)
}

/// Reads compartment, generation and sealed bytes from column `first` on; `None` for an erased payload.
pub(crate) fn payload(row: &store::Row, first: usize) -> store::Result<Option<Payload>> {
    let Some(number) = row.maybe_int(first)? else { return Ok(None) };
    let compartment = Compartment::from_number(number).ok_or(store::StoreError::Damaged("a compartment"))?;
    Ok(Some(Payload { compartment, generation: row.int(first + 1)?, sealed: row.blob(first + 2)? }))
}

/// Whether anything was ever written into a part of a case.
pub(crate) fn has_part(tx: &mut Tx, case: CaseId, compartment: Compartment) -> Result<bool> {
    let found = tx.one(
        sql!("select position from summary where case_id = $1 and compartment = $2"),
        &[(&case.to_string()).into(), compartment.number().into()],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}
