//! Opening: every wrapped key and every sealed summary of a holder, read from one end of the tables to the
//! other. Looking each case up by an index would take three times as long.

use super::Desk;
use crate::facts::SummaryPlace;
use crate::{Facts, Result};
use access::Holder;
use base::id::IdMap;
use base::{CaseId, Instant};
use std::collections::BTreeMap;
use std::sync::mpsc::{SyncSender, sync_channel};
use store::{Store, Tx, sql};
use vault::{Compartment, Context, DataKey, Private, Reader};

/// A part of a case on its way from a thread to the desk.
type Part = (CaseId, Facts);

/// How many parts travel together.
const BATCH: usize = 512;

/// Generation and key by case, for each compartment of a share.
type Keys = BTreeMap<i64, IdMap<CaseId, (i64, DataKey)>>;

pub(super) fn everything(desk: &mut Desk, store: &Store, keys: &BTreeMap<Compartment, Private>) -> Result<()> {
    let opened_at: IdMap<CaseId, Instant> = store.read(|tx| {
        desk.position = tx.log_size()?;
        let rows = tx.all(sql!("select case_id, opened_at from casefile"), &[], |row| {
            Ok((row.id(0, CaseId::read)?, Instant::from_millis(row.int(1)?)))
        })?;
        Ok::<_, access::AccessError>(rows.into_iter().collect())
    })?;
    let holder = desk.holder;
    // Identities are as much work as all the rest: one thread each.
    let (identity, rest): (Vec<_>, Vec<_>) = keys.iter().partition(|(c, _)| **c == Compartment::Identity);
    std::thread::scope(|scope| {
        let (send, parts) = sync_channel::<Vec<Part>>(64);
        let reading: Vec<_> = [identity, rest]
            .into_iter()
            .map(|share| (share, send.clone()))
            .map(|(share, send)| scope.spawn(move || read_share(store, holder, &share, &send)))
            .collect();
        drop(send);
        for (case, facts) in parts.into_iter().flatten() {
            if let Some(at) = opened_at.get(&case) {
                desk.put(case, *at, facts);
            }
        }
        reading.into_iter().try_for_each(|thread| thread.join().expect("a reading thread does not panic"))
    })?;
    for slot in 0..desk.lines.len() as u32 {
        desk.find_by(slot);
    }
    Ok(())
}

/// Opens the summaries of some compartments and sends them off.
fn read_share(
    store: &Store,
    holder: Holder,
    share: &[(&Compartment, &Private)],
    send: &SyncSender<Vec<Part>>,
) -> Result<()> {
    let mut readers: BTreeMap<i64, Reader> =
        share.iter().map(|(c, key)| (c.number(), Reader::new((*key).clone()))).collect();
    store.read(|tx| {
        let keys = unwrap_keys(tx, holder, &mut readers)?;
        let mut batch = Vec::with_capacity(BATCH);
        tx.each(sql!("select case_id, compartment, generation, position, sealed from summary"), &[], |row| {
            let number = row.int(1)?;
            let (true, Some(compartment)) = (readers.contains_key(&number), Compartment::from_number(number)) else {
                return Ok(());
            };
            let case = row.id(0, CaseId::read)?;
            let place = SummaryPlace { case, compartment, generation: row.int(2)?, position: row.int(3)? };
            match keys.get(&number).and_then(|keys| keys.get(&case)) {
                Some((generation, key)) if *generation == place.generation => {
                    batch.push((case, Facts::open(key, place, row.blob_ref(4)?)?));
                }
                _ => return Ok(()),
            }
            if batch.len() == BATCH {
                // The desk is gone only when its thread failed; that thread reports why.
                let _ = send.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH)));
            }
            Ok::<_, access::AccessError>(())
        })?;
        let _ = send.send(batch);
        Ok(())
    })
}

/// The newest key of each case that the readers open.
fn unwrap_keys(tx: &mut Tx, holder: Holder, readers: &mut BTreeMap<i64, Reader>) -> Result<Keys> {
    let mut keys = Keys::new();
    // The joined empty text keeps the engine from going through the index.
    tx.each(
        sql!("select case_id, compartment, generation, wrapped from case_key where holder || '' = $1"),
        &[(&holder.text()).into()],
        |row| {
            let number = row.int(1)?;
            let (Some(reader), Some(compartment)) = (readers.get_mut(&number), Compartment::from_number(number)) else {
                return Ok(());
            };
            let (case, generation) = (row.id(0, CaseId::read)?, row.int(2)?);
            let keys = keys.entry(number).or_default();
            if keys.get(&case).is_none_or(|(newest, _)| *newest < generation) {
                keys.insert(case, (generation, unwrap(reader, case, compartment, generation, row.blob_ref(3)?)?));
            }
            Ok::<_, access::AccessError>(())
        },
    )?;
    Ok(keys)
}

fn unwrap(
    reader: &mut Reader,
    case: CaseId,
    compartment: Compartment,
    generation: i64,
    wrapped: &[u8],
) -> Result<DataKey> {
    let place = access::keyring::case_key_place(case, compartment, generation);
    Ok(reader.unwrap_key(wrapped, Context::Place(&place))?)
}

/// Reads one case again after it changed.
pub(super) fn again(desk: &mut Desk, tx: &mut Tx, case: CaseId) -> Result<()> {
    let rows = tx.all(
        sql!(
            "select s.compartment, s.generation, s.position, s.sealed, k.wrapped, c.opened_at
              from case_key k
              join summary s on s.case_id = k.case_id and s.compartment = k.compartment and s.generation = k.generation
              join casefile c on c.case_id = k.case_id
              where k.holder = $1 and k.case_id = $2 order by s.compartment"
        ),
        &[(&desk.holder.text()).into(), (&case.to_string()).into()],
        |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?, row.blob(3)?, row.blob(4)?, row.int(5)?)),
    )?;
    if let Some(known) = desk.slots.get(&case) {
        let line = &mut desk.lines[*known as usize];
        *line = super::Line::new(case, line.opened_at);
    }
    let mut slot = None;
    for (number, generation, position, sealed, wrapped, opened_at) in rows {
        let Some(compartment) = Compartment::from_number(number) else { continue };
        let Some(reader) = desk.readers.get_mut(&compartment) else { continue };
        let key = unwrap(reader, case, compartment, generation, &wrapped)?;
        let facts = Facts::open(&key, SummaryPlace { case, compartment, generation, position }, &sealed)?;
        slot = Some(desk.put(case, Instant::from_millis(opened_at), facts));
    }
    if let Some(slot) = slot {
        desk.find_by(slot);
    }
    Ok(())
}
