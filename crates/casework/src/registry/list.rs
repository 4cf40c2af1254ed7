//! Taking in a list: each row becomes a case once, however often the list comes.

use super::{register, rows};
use crate::{Origin, Result};
use access::{AccessError, Action, Cx};
use base::{Arrival, CaseId};
use vault::Compartment;

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

/// Takes in some rows of a list in one transaction; the answers are in the order of the rows.
pub fn take_in(cx: &mut Cx, list: Vec<ListRow>) -> Result<Vec<Taken>> {
    cx.permit(Action::TakeInList)?;
    // Only readers of the team's identities can make this key, so a fingerprint cannot be tried out by
    // anybody who finds the database.
    let secret = cx.keys.team_secret(Compartment::Identity, "safeconduct list rows v1");
    let secret = secret.ok_or(AccessError::Refused { action: Action::TakeInList })?;
    let mut taken = Vec::with_capacity(list.len());
    for ListRow { row, cells, arrival } in list {
        let parts: Vec<&[u8]> = cells.iter().map(|cell| cell.as_bytes()).collect();
        let fingerprint = vault::keyed_digest(secret.as_bytes(), &parts);
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
