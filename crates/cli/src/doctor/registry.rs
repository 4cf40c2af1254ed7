//! What the registry says of itself without any key: how large its log is, and when it was last written to.

use super::Finding;
use super::people::People;
use super::witnesses::Witnesses;
use access::Result;
use base::Instant;
use store::{Store, Tx, sql};

pub struct Registry {
    /// Of the log, all together and of the last 24 hours.
    pub entries: i64,
    pub entries_of_day: i64,
    pub newest: Option<Instant>,
    pub has_checkpoint: bool,
    pub people: People,
    pub witnesses: Witnesses,
}

impl Registry {
    pub fn read(store: &Store, now: Instant) -> Result<Registry> {
        store.read(|tx| {
            let day_ago = now.plus_hours(-24);
            Ok(Registry {
                entries: tx.log_size()?,
                entries_of_day: since(tx, day_ago)?,
                newest: newest(tx)?,
                has_checkpoint: tx.checkpoint()?.is_some(),
                people: People::read(tx)?,
                witnesses: Witnesses::read(tx, now)?,
            })
        })
    }

    pub fn judge(&self) -> Finding {
        match self.has_checkpoint {
            true => Finding::ok("checkpoint", format!("The log has {} entries and a signed checkpoint.", self.entries)),
            false => Finding::wrong(
                "checkpoint",
                "The log has no signed checkpoint. Run `safeconduct verify` before anybody works.",
            ),
        }
    }
}

/// Milliseconds stand in the upper 48 bits of an event's clock.
const CLOCK: i64 = 1 << 16;

fn since(tx: &mut Tx, from: Instant) -> Result<i64> {
    let counted = tx.one(
        sql!(
            "select (select count(*) from event where clock >= $1)
                  + (select count(*) from access_entry where at >= $2)
                  + (select count(*) from admin_entry where at >= $2)"
        ),
        &[from.millis().saturating_mul(CLOCK).into(), from.millis().into()],
        |row| row.int(0),
    )?;
    Ok(counted.unwrap_or(0))
}

fn newest(tx: &mut Tx) -> Result<Option<Instant>> {
    let event = tx.one(sql!("select max(clock) from event"), &[], |row| row.maybe_int(0))?.flatten();
    let read = tx.one(sql!("select max(at) from access_entry"), &[], |row| row.maybe_int(0))?.flatten();
    let admin = tx.one(sql!("select max(at) from admin_entry"), &[], |row| row.maybe_int(0))?.flatten();
    Ok([event.map(|clock| clock / CLOCK), read, admin].into_iter().flatten().max().map(Instant::from_millis))
}
