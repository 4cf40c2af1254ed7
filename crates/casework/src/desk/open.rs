//! Opening: reading the sealed summaries of a holder, one compartment after another, on two threads.

use super::Desk;
use crate::facts::SummaryPlace;
use crate::{Facts, Result};
use access::Holder;
use base::{CaseId, Instant};
use std::collections::BTreeMap;
use std::sync::mpsc;
use store::{Store, Tx, sql};
use vault::{Compartment, Context, Private, Reader};

/// A part of a case on its way from a thread to the desk.
struct Part {
    case: CaseId,
    opened_at: Instant,
    facts: Facts,
}

/// How many parts travel together.
const BATCH: usize = 512;

pub(super) fn everything(desk: &mut Desk, store: &Store, keys: &BTreeMap<Compartment, Private>) -> Result<()> {
    desk.position = store.read(|tx| tx.log_size())?;
    let holder = desk.holder;
    let mut rest: Vec<(Compartment, Private)> = keys.iter().map(|(c, key)| (*c, key.clone())).collect();
    std::thread::scope(|scope| {
        let (send, parts) = mpsc::sync_channel::<Vec<Part>>(64);
        let reading = scope.spawn(move || -> Result<()> {
            for (compartment, key) in rest.drain(..) {
                read_compartment(store, holder, compartment, key, &send)?;
            }
            Ok(())
        });
        for part in parts.iter().flatten() {
            desk.put(part.case, part.opened_at, &part.facts);
        }
        reading.join().expect("a reading thread does not panic")
    })?;
    for slot in 0..desk.lines.len() as u32 {
        desk.find_by(slot);
    }
    Ok(())
}

fn read_compartment(
    store: &Store,
    holder: Holder,
    compartment: Compartment,
    key: Private,
    send: &mpsc::SyncSender<Vec<Part>>,
) -> Result<()> {
    let mut reader = Reader::new(key);
    let mut batch = Vec::with_capacity(BATCH);
    store.read(|tx| {
        tx.each(
            sql!("select s.case_id, s.generation, s.position, s.sealed, k.wrapped, c.opened_at
                  from case_key k
                  join summary s on s.case_id = k.case_id and s.compartment = k.compartment and s.generation = k.generation
                  join casefile c on c.case_id = k.case_id
                  where k.holder = $1 and k.compartment = $2"),
            &[(&holder.text()).into(), compartment.number().into()],
            |row| {
                let case = row.id(0, CaseId::read)?;
                let place = SummaryPlace { case, compartment, generation: row.int(1)?, position: row.int(2)? };
                let facts = open_part(&mut reader, place, row.blob_ref(3)?, row.blob_ref(4)?)?;
                batch.push(Part { case, opened_at: Instant::from_millis(row.int(5)?), facts });
                if batch.len() == BATCH {
                    // The desk is gone only when its thread failed; that thread reports why.
                    let _ = send.send(std::mem::take(&mut batch));
                }
                Ok::<_, access::AccessError>(())
            },
        )
    })?;
    let _ = send.send(batch);
    Ok(())
}

fn open_part(reader: &mut Reader, place: SummaryPlace, sealed: &[u8], wrapped: &[u8]) -> Result<Facts> {
    let key_place = access::keyring::case_key_place(place.case, place.compartment, place.generation);
    let key = reader.unwrap_key(wrapped, Context::of(&[&key_place]))?;
    Facts::open(&key, place, sealed)
}

/// Reads one case again after it changed.
pub(super) fn again(desk: &mut Desk, tx: &mut Tx, case: CaseId) -> Result<()> {
    let rows = tx.all(
        sql!("select s.compartment, s.generation, s.position, s.sealed, k.wrapped, c.opened_at
              from case_key k
              join summary s on s.case_id = k.case_id and s.compartment = k.compartment and s.generation = k.generation
              join casefile c on c.case_id = k.case_id
              where k.holder = $1 and k.case_id = $2 order by s.compartment"),
        &[(&desk.holder.text()).into(), (&case.to_string()).into()],
        |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?, row.blob(3)?, row.blob(4)?, row.int(5)?)),
    )?;
    let mut slot = None;
    if let Some(known) = desk.slots.get(&case) {
        let opened_at = desk.lines[*known as usize].opened_at;
        desk.lines[*known as usize] = super::Line::new(case, opened_at);
    }
    for (number, generation, position, sealed, wrapped, opened_at) in rows {
        let Some(compartment) = Compartment::from_number(number) else { continue };
        let Some(reader) = desk.readers.get_mut(&compartment) else { continue };
        let facts = open_part(reader, SummaryPlace { case, compartment, generation, position }, &sealed, &wrapped)?;
        slot = Some(desk.put(case, Instant::from_millis(opened_at), &facts));
    }
    if let Some(slot) = slot {
        desk.find_by(slot);
    }
    Ok(())
}
