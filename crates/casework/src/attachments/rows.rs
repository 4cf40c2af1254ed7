//! The attachments' SQL and nothing else.

use crate::Result;
use base::{CaseId, EventId};
use store::sum::sum;
use store::{StoreError, Tx, Value, sql};
use vault::{Compartment, seal};

/// An attachment's row: everything but its chunks.
pub struct Row {
    pub event: EventId,
    pub case: CaseId,
    pub part: Compartment,
    pub generation: i64,
    /// How many there are.
    pub chunks: i64,
    pub sealed_key: Vec<u8>,
    pub preview: Vec<u8>,
}

impl Row {
    /// Where all that is sealed of it belongs.
    pub fn place(&self) -> [u8; 41] {
        seal::event_context(self.case, self.event, self.part, self.generation)
    }
}

pub fn insert(tx: &mut Tx, row: &Row, chunks: &[Vec<u8>]) -> Result<()> {
    let (event, case) = (row.event.to_string(), row.case.to_string());
    let [event, case]: [Value; 2] = [(&event).into(), (&case).into()];
    let [part, generation, count] = [row.part.number().into(), row.generation.into(), row.chunks.into()];
    let [key, preview]: [Value; 2] = [(&row.sealed_key).into(), (&row.preview).into()];
    let of_row = sum("attachment", &[event, case, part, generation, count, key, preview]);
    tx.run(
        sql!(
            "insert into attachment (event_id, case_id, compartment, generation, chunks, sealed_key, preview, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &[event, case, part, generation, count, key, preview, of_row.into()],
    )?;
    let mut insert =
        tx.prepare(sql!("insert into attachment_chunk (event_id, number, sealed, sum) values ($1, $2, $3, $4)"))?;
    for (number, sealed) in (0i64..).zip(chunks) {
        let of_chunk = sum("attachment_chunk", &[event, number.into(), sealed.into()]);
        insert.run(&[event, number.into(), sealed.into(), of_chunk.into()])?;
    }
    Ok(())
}

/// One attachment of this case; those of other cases are not there.
pub fn find(tx: &mut Tx, case: CaseId, event: EventId) -> Result<Option<Row>> {
    Ok(tx.one(
        sql!(
            "select compartment, generation, chunks, sealed_key, preview from attachment
              where event_id = $1 and case_id = $2"
        ),
        &[(&event.to_string()).into(), (&case.to_string()).into()],
        |row| {
            let part = Compartment::from_number(row.int(0)?).ok_or(StoreError::Damaged("a compartment"))?;
            let (generation, chunks) = (row.int(1)?, row.int(2)?);
            Ok(Row { event, case, part, generation, chunks, sealed_key: row.blob(3)?, preview: row.blob(4)? })
        },
    )?)
}

pub fn chunks(tx: &mut Tx, event: EventId) -> Result<Vec<Vec<u8>>> {
    Ok(tx.all(
        sql!("select sealed from attachment_chunk where event_id = $1 order by number"),
        &[(&event.to_string()).into()],
        |row| row.blob(0),
    )?)
}

/// How many a case holds.
pub fn count(tx: &mut Tx, case: CaseId) -> Result<usize> {
    let found =
        tx.one(sql!("select count(*) from attachment where case_id = $1"), &[(&case.to_string()).into()], |row| {
            row.int(0)
        })?;
    Ok(found.unwrap_or_default() as usize)
}

pub fn delete(tx: &mut Tx, event: EventId) -> Result<()> {
    let event = event.to_string();
    tx.run(sql!("delete from attachment_chunk where event_id = $1"), &[(&event).into()])?;
    tx.run(sql!("delete from attachment where event_id = $1"), &[(&event).into()])?;
    Ok(())
}

/// Attachments whose chunks are not as many as there should be, chunks of none, and attachments whose event is not
/// there or was erased: what can be told without keys.
pub fn stray(tx: &mut Tx) -> Result<Vec<String>> {
    Ok(tx.all(
        sql!(
            "select event_id from attachment where event_id not in (select event_id from payload)
              or chunks <> (select count(*) from attachment_chunk c where c.event_id = attachment.event_id)
              union
              select event_id from attachment_chunk where event_id not in (select event_id from attachment)
              order by event_id"
        ),
        &[],
        |row| row.text(0),
    )?)
}
