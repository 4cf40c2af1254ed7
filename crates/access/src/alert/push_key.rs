//! The key that shows to the services which carry pushes that it is always the same server that sends them.
//!
//! Browsers tie themselves to it when they are first told, so it goes with the registry into backups and onto every
//! server. It lies readable: it opens nothing, and whoever has it can say no more than that something waits.

use crate::Result;
use base::Instant;
use rand_core::CryptoRng;
use store::sum::sum;
use store::{Store, sql};
use vault::Es256;

/// The registry's key; made when there is none yet.
pub fn of(store: &Store, now: Instant, rng: &mut dyn CryptoRng) -> Result<Es256> {
    let known = |tx: &mut store::Tx| -> Result<Option<Vec<u8>>> {
        Ok(tx.one(sql!("select private_key from push_key where id = 1"), &[], |row| row.blob(0))?)
    };
    if let Some(key) = store.read(known)? {
        return Ok(Es256::from_slice(&key)?);
    }
    let made = Es256::generate(rng);
    store.write(|tx| {
        // Another server may have been faster.
        if let Some(key) = known(tx)? {
            return Ok(Es256::from_slice(&key)?);
        }
        let bytes = made.to_bytes();
        let values = [1.into(), bytes.as_slice().into(), now.millis().into()];
        tx.run(
            sql!("insert into push_key (id, private_key, made_at, sum) values ($1, $2, $3, $4)"),
            &[values[0], values[1], values[2], sum("push_key", &values).into()],
        )?;
        Ok(made)
    })
}
