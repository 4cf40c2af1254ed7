//! Taking in a list: each row becomes a case once, however often the list comes.

use super::{register, rows};
use crate::{Origin, Result};
use access::{AccessError, Action, Cx};
use base::{Arrival, CaseId};
use vault::{Compartment, DataKey};

/// A row that was read as a person.
pub struct ListRow {
    /// As a spreadsheet numbers it.
    pub row: u32,
    /// The row's cells as they stand in the file, without running numbers: what makes it the same row again.
    pub cells: Vec<String>,
    pub arrival: Arrival,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Registered(CaseId),
    /// The same row was taken in before; nothing was changed.
    Already(CaseId),
}

/// A keyed hash of a row's cells. Only readers of the team's identities can make the key, so a fingerprint
/// cannot be tried out by anybody who finds the database.
fn fingerprint(secret: &DataKey, cells: &[String]) -> [u8; 32] {
    let parts: Vec<&[u8]> = cells.iter().map(|cell| cell.as_bytes()).collect();
    vault::keyed_digest(secret.as_bytes(), &parts)
}

fn secret(cx: &Cx) -> Result<DataKey> {
    let secret = cx.keys.team_secret(Compartment::Identity, "safeconduct list rows v1");
    secret.ok_or(AccessError::Refused { action: Action::TakeInList })
}

/// How many of these rows were taken in before.
pub fn known(cx: &mut Cx, list: &[Vec<String>]) -> Result<usize> {
    cx.permit(Action::TakeInList)?;
    let secret = secret(cx)?;
    let mut known = 0;
    for cells in list {
        known += usize::from(rows::row_taken_before(cx.tx, &fingerprint(&secret, cells))?.is_some());
    }
    Ok(known)
}

/// Takes in some rows of a list in one transaction; the answers are in the order of the rows.
pub fn take_in(cx: &mut Cx, list: Vec<ListRow>) -> Result<Vec<Taken>> {
    cx.permit(Action::TakeInList)?;
    let secret = secret(cx)?;
    let mut taken = Vec::with_capacity(list.len());
    for ListRow { row, cells, arrival } in list {
        let fingerprint = fingerprint(&secret, &cells);
        if let Some(case) = rows::row_taken_before(cx.tx, &fingerprint)? {
            taken.push(Taken::Already(case));
            continue;
        }
        let case = register(cx, arrival, Origin::List { row }, None)?.case;
        rows::remember_row(cx.tx, &fingerprint, case)?;
        taken.push(Taken::Registered(case));
    }
    Ok(taken)
}
