//! Upkeep: proving that nothing was altered, and deriving the projections again.

mod rebuild;
mod verify;

#[cfg(test)]
mod tests;

pub use rebuild::{Rebuilt, rebuild};
pub use verify::{Finding, Verified, verify};

use crate::Result;
use access::keyring::case_key_place;
use access::organisation::Openers;
use base::CaseId;
use std::collections::BTreeMap;
use store::{Tx, sql};
use vault::{Compartment, Context, DataKey};

/// The keys of one case that the openers in hand can take out.
fn keys_of(tx: &mut Tx, openers: &mut Openers, case: CaseId) -> Result<BTreeMap<(Compartment, i64), DataKey>> {
    let rows = tx.all(
        sql!(
            "select compartment, generation, holder, wrapped from case_key
              where case_id = $1 order by compartment, generation, holder"
        ),
        &[(&case.to_string()).into()],
        |row| Ok((row.int(0)?, row.int(1)?, row.text(2)?, row.blob(3)?)),
    )?;
    let mut keys = BTreeMap::new();
    for (number, generation, holder, wrapped) in rows {
        let Some(compartment) = Compartment::from_number(number) else { continue };
        let Some(reader) = openers.get_mut(&(holder, compartment)) else { continue };
        let place = case_key_place(case, compartment, generation);
        if let Ok(key) = reader.unwrap_key(&wrapped, Context::Place(&place)) {
            keys.insert((compartment, generation), key);
        }
    }
    Ok(keys)
}
