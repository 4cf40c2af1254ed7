//! Brings a database's tables up to date, each step once, in one transaction.

use crate::{Result, StoreError};
use rusqlite::{Connection, TransactionBehavior};

const STEPS: &[&str] = &[
    include_str!("../../../migrations/0001_foundation.sql"),
    include_str!("../../../migrations/0002_lists.sql"),
    include_str!("../../../migrations/0004_webhooks.sql"),
];

pub(crate) fn run(connection: &mut Connection) -> Result<()> {
    let done: u32 = connection.query_row("pragma user_version", [], |row| row.get(0))?;
    let done = done as usize;
    if done > STEPS.len() {
        return Err(StoreError::TooNew);
    }
    if done < STEPS.len() {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for step in &STEPS[done..] {
            transaction.execute_batch(step)?;
        }
        transaction.pragma_update(None, "user_version", STEPS.len() as u32)?;
        transaction.commit()?;
    }
    Ok(())
}
