//! Upkeep: proving that nothing was altered, and deriving the projections again.

mod finding;
mod leaves;
mod rebuild;
mod start;
mod tables;
mod verify;
mod witnessed;

#[cfg(test)]
mod tests;

pub use finding::Finding;
pub use leaves::edge_at;
pub use rebuild::{Rebuilt, rebuild};
pub use start::{unfit_to_write, unreadable, write_ahead};
pub use verify::{Verified, verify, verify_against};
pub use witnessed::{Witnessed, submission};

use crate::Result;
use access::keyring::case_key_place;
use access::organisation::Openers;
use base::CaseId;
use std::collections::BTreeMap;
use store::{Tx, sql};
use vault::{Compartment, Context, DataKey};

type Keys = BTreeMap<(Compartment, i64), DataKey>;

/// The keys of one case that the openers in hand can take out, and how many they should but cannot.
fn keys_of(tx: &mut Tx, openers: &mut Openers, case: CaseId) -> Result<(Keys, usize)> {
    let rows = tx.all(
        sql!(
            "select compartment, generation, holder, wrapped from case_key
              where case_id = $1 order by compartment, generation, holder"
        ),
        &[(&case.to_string()).into()],
        |row| Ok((row.int(0)?, row.int(1)?, row.text(2)?, row.blob(3)?)),
    )?;
    let (mut keys, mut closed) = (BTreeMap::new(), 0);
    for (number, generation, holder, wrapped) in rows {
        let Some(compartment) = Compartment::from_number(number) else { continue };
        let Some(reader) = openers.get_mut(&(holder, compartment)) else { continue };
        let place = case_key_place(case, compartment, generation);
        match reader.unwrap_key(&wrapped, Context::Place(&place)) {
            Ok(key) => drop(keys.insert((compartment, generation), key)),
            Err(_) => closed += 1,
        }
    }
    Ok((keys, closed))
}
