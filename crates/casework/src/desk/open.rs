//! Opening: every wrapped key and every sealed summary of a holder, read from one end of the tables to the
//! other. Looking each case up by an index would take three times as long.
//!
//! One thread reads rows; two unwrap, open and decode, each the cases whose ids fall to it; the desk's own
//! thread puts what comes out on its lines.

use super::Desk;
use super::shared::Watch;
use crate::facts::SummaryPlace;
use crate::{Facts, Result};
use access::Holder;
use base::id::IdMap;
use base::{CaseId, Instant};
use linkage::Index;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use store::{Store, Tx, sql};
use vault::{Compartment, Context, DataKey, Private, Reader};

/// A part of a case on its way to the desk.
type Part = (CaseId, Facts);

/// A row as it lies in the database: a wrapped key, or a sealed summary with its position.
struct Sealed {
    case: CaseId,
    compartment: Compartment,
    generation: i64,
    /// `None` for a key.
    position: Option<i64>,
    bytes: Vec<u8>,
}

const WORKERS: usize = 2;
/// How many rows, or parts, travel together, and how many such batches may wait.
const BATCH: usize = 256;
const WAITING: usize = 64;

pub(super) fn everything(
    desk: &mut Desk,
    store: &Store,
    keys: &BTreeMap<Compartment, Private>,
    now: Instant,
    watch: &Watch,
) -> Result<()> {
    let opened_at: IdMap<CaseId, Instant> = store.read(|tx| {
        desk.position = tx.log_size()?;
        let rows = tx.all(sql!("select case_id, opened_at from casefile"), &[], |row| {
            Ok((row.id(0, CaseId::read)?, Instant::from_millis(row.int(1)?)))
        })?;
        Ok::<_, access::AccessError>(rows.into_iter().collect())
    })?;
    let holder = desk.holder;
    std::thread::scope(|scope| {
        let (send, parts) = sync_channel::<Vec<Part>>(WAITING);
        let (mut lanes, mut threads) = (Vec::new(), Vec::new());
        for _ in 0..WORKERS {
            let (lane, rows) = sync_channel::<Vec<Sealed>>(WAITING);
            let readers = keys.iter().map(|(c, key)| (*c, Reader::new(key.clone()))).collect();
            let send = send.clone();
            lanes.push(lane);
            threads.push(scope.spawn(move || {
                let _swept = vault::Swept;
                open_rows(readers, &rows, &send)
            }));
        }
        drop(send);
        threads.push(scope.spawn(move || read_rows(store, holder, keys, now, &lanes, watch)));
        watch.expect(cases_of(store, holder)?);
        for (case, facts) in parts.into_iter().flatten() {
            if let Some(at) = opened_at.get(&case) {
                desk.put(case, *at, facts);
            }
        }
        threads.into_iter().try_for_each(|thread| thread.join().expect("an opening thread does not panic"))
    })?;
    desk.sort_by_time();
    make_findable(desk, watch)
}

/// Makes every line findable and countable. Once nobody waits any more, nothing is worth taking in.
fn make_findable(desk: &mut Desk, watch: &Watch) -> Result<()> {
    let lines = &desk.lines;
    let watched = |slot: u32| !(slot + 1).is_multiple_of(BATCH as u32) || watch.step(BATCH).is_ok();
    let names = |slot: u32| if watched(slot) { lines[slot as usize].names() } else { Vec::new() };
    desk.index = Index::of(lines.len() as u32, names, |slot, take| lines[slot as usize].entry(take));
    lines.iter().for_each(|line| desk.choices.add(line));
    watch.step(0)
}

/// How many cases the holder has keys of, for those who wait.
fn cases_of(store: &Store, holder: Holder) -> Result<usize> {
    store.read(|tx| {
        let count = tx.one(
            sql!("select count(*) from (select distinct case_id from case_key where holder = $1) as held"),
            &[(&holder.text()).into()],
            |row| row.int(0),
        )?;
        Ok(count.unwrap_or(0) as usize)
    })
}

/// Sends every key of the holder that has not expired, then every summary, to the thread of its case.
fn read_rows(
    store: &Store,
    holder: Holder,
    keys: &BTreeMap<Compartment, Private>,
    now: Instant,
    lanes: &[SyncSender<Vec<Sealed>>],
    watch: &Watch,
) -> Result<()> {
    let (mut last, mut met) = (None, 0);
    let mut batches: Vec<Vec<Sealed>> = lanes.iter().map(|_| Vec::with_capacity(BATCH)).collect();
    let mut send = |sealed: Sealed| -> Result<()> {
        // Rows of one case come together.
        if last != Some(sealed.case) {
            (last, met) = (Some(sealed.case), met + 1);
            if met == BATCH {
                watch.step(std::mem::take(&mut met))?;
            }
        }
        let lane = usize::from(sealed.case.as_bytes()[15]) % lanes.len();
        batches[lane].push(sealed);
        if batches[lane].len() == BATCH {
            // A thread is gone only when it failed; it reports why.
            let _ = lanes[lane].send(std::mem::replace(&mut batches[lane], Vec::with_capacity(BATCH)));
        }
        Ok(())
    };
    let ours = |number: i64| Compartment::from_number(number).filter(|c| keys.contains_key(c));
    store.read(|tx| {
        // The joined empty text keeps the engine from going through the index.
        tx.each(
            sql!(
                "select case_id, compartment, generation, wrapped from case_key
                  where holder || '' = $1 and (expires_at is null or expires_at > $2)"
            ),
            &[(&holder.text()).into(), now.millis().into()],
            |row| {
                let Some(compartment) = ours(row.int(1)?) else { return Ok(()) };
                let (case, generation) = (row.id(0, CaseId::read)?, row.int(2)?);
                send(Sealed { case, compartment, generation, position: None, bytes: row.blob(3)? })
            },
        )?;
        tx.each(sql!("select case_id, compartment, generation, position, sealed from summary"), &[], |row| {
            let Some(compartment) = ours(row.int(1)?) else { return Ok(()) };
            let (case, generation, position) = (row.id(0, CaseId::read)?, row.int(2)?, Some(row.int(3)?));
            send(Sealed { case, compartment, generation, position, bytes: row.blob(4)? })
        })
    })?;
    for (lane, batch) in lanes.iter().zip(batches) {
        let _ = lane.send(batch);
    }
    Ok(())
}

/// Unwraps keys as they come, and opens summaries with them.
fn open_rows(
    mut readers: BTreeMap<Compartment, Reader>,
    rows: &Receiver<Vec<Sealed>>,
    send: &SyncSender<Vec<Part>>,
) -> Result<()> {
    let mut keys: BTreeMap<(Compartment, i64), IdMap<CaseId, DataKey>> = BTreeMap::new();
    for batch in rows {
        let mut parts = Vec::with_capacity(BATCH);
        for Sealed { case, compartment, generation, position, bytes } in batch {
            let known = keys.entry((compartment, generation)).or_default();
            match (position, readers.get_mut(&compartment)) {
                (None, Some(reader)) => {
                    known.insert(case, unwrap(reader, case, compartment, generation, &bytes)?);
                }
                (Some(position), _) => {
                    if let Some(key) = known.get(&case) {
                        parts.push((
                            case,
                            Facts::open(key, SummaryPlace { case, compartment, generation, position }, &bytes)?,
                        ));
                    }
                }
                (None, None) => {}
            }
        }
        let _ = send.send(parts);
    }
    Ok(())
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
pub(super) fn again(desk: &mut Desk, tx: &mut Tx, case: CaseId, now: Instant) -> Result<()> {
    let rows = tx.all(
        sql!(
            "select s.compartment, s.generation, s.position, s.sealed, k.wrapped, c.opened_at
              from case_key k
              join summary s on s.case_id = k.case_id and s.compartment = k.compartment and s.generation = k.generation
              join casefile c on c.case_id = k.case_id
              where k.holder = $1 and k.case_id = $2 and (k.expires_at is null or k.expires_at > $3)
              order by s.compartment"
        ),
        &[(&desk.holder.text()).into(), (&case.to_string()).into(), now.millis().into()],
        |row| Ok((row.int(0)?, row.int(1)?, row.int(2)?, row.blob(3)?, row.blob(4)?, row.int(5)?)),
    )?;
    let known = desk.slots.get(&case).copied();
    let was_here = known.is_some_and(|known| desk.lines[known as usize].is_here);
    if let Some(known) = known {
        let line = &mut desk.lines[known as usize];
        desk.choices.remove(line);
        let is_here = line.is_here;
        *line = super::Line::new(case, line.opened_at);
        line.is_here = is_here;
    }
    let mut slot = None;
    for (number, generation, position, sealed, wrapped, opened_at) in rows {
        let Some(compartment) = Compartment::from_number(number) else { continue };
        let Some(reader) = desk.readers.get_mut(&compartment) else { continue };
        let key = unwrap(reader, case, compartment, generation, &wrapped)?;
        let facts = Facts::open(&key, SummaryPlace { case, compartment, generation, position }, &sealed)?;
        slot = Some(desk.put(case, Instant::from_millis(opened_at), facts));
    }
    match (slot, known) {
        (Some(slot), _) => {
            if !was_here {
                desk.order_last();
            }
            desk.find_by(slot);
        }
        // The key's time is over, or it was taken back: the person leaves the desk.
        (None, Some(known)) => {
            desk.index.remove(known);
            desk.by_time.retain(|slot| *slot != known);
            desk.lines[known as usize].is_here = false;
        }
        (None, None) => {}
    }
    Ok(())
}
