//! Lists of people as others keep them: received and sealed row by row, taken in, held against the version
//! before, looked at where a row could not be read, and given back with the codes.
//!
//! A list belongs to the team of whoever brought it in; nothing of it opens without that team's `identity` key
//! (docs/decisions/0009-lists-are-kept.md).

mod intake;
mod look;
mod pairing;
mod receive;
mod rows;
mod sender;
mod stored;

#[cfg(test)]
mod tests;

pub use intake::{Intake, Step, resume, stop};
pub use look::{Decision, LookedAt, correct, decide, looked_at, put};
pub use receive::{Handed, receive};
pub(crate) use rows::forget_case;
pub use sender::{Recognised, Sender, names as sender_names, recognise};
pub use stored::{Became, Change, Content, Counts, Head, Notes, Reason, Received, State, StoredRow};

use crate::Result;
use access::{AccessError, Action, Cx};
use base::{CaseId, Instant, ListId, SenderId};
use pairing::Known;
use papers::{Cell, Layout, Meaning, Outcome, Row, Sheet, list};
use rows::{ListEntry, SealedRow};
use std::collections::{BTreeMap, HashMap, HashSet};
use stored::SenderKey;

/// Every list of the team, newest first.
pub fn received(cx: &mut Cx) -> Result<Vec<Received>> {
    cx.permit(Action::TakeInList)?;
    let team = sender::team(cx)?;
    let senders: BTreeMap<SenderId, _> = sender::with_keys(cx)?.into_iter().map(|(s, key)| (s.id, (s, key))).collect();
    let entries = rows::lists(cx.tx, team)?;
    entries
        .into_iter()
        .map(|entry| {
            let (sender, key) = senders.get(&entry.sender).ok_or(AccessError::Unreadable)?;
            shown(cx, entry, sender, key)
        })
        .collect()
}

/// One list of the team.
pub fn one(cx: &mut Cx, id: ListId) -> Result<Received> {
    cx.permit(Action::TakeInList)?;
    let (entry, sender, key) = find(cx, id)?;
    shown(cx, entry, &sender, &key)
}

fn shown(cx: &mut Cx, entry: ListEntry, sender: &Sender, key: &SenderKey) -> Result<Received> {
    Ok(Received {
        id: entry.id,
        sender: sender.id,
        sender_name: sender.name.clone(),
        title: key.open_head(entry.id, &entry.sealed)?.title,
        by: entry.member,
        at: entry.at,
        previous: entry.previous,
        state: entry.state,
        counts: rows::counts(cx.tx, entry.id)?,
    })
}

/// Some rows of a list: those of one outcome, or all when it is `None`; `skip` of them left out, at most `take`.
pub fn rows(cx: &mut Cx, id: ListId, only: Option<Became>, skip: usize, take: usize) -> Result<(Head, Vec<StoredRow>)> {
    cx.permit(Action::TakeInList)?;
    let (entry, _, key) = find(cx, id)?;
    let sealed = rows::rows_of(cx.tx, id, only.map_or("", Became::key), skip, take)?;
    let rows = sealed.into_iter().map(|row| open(&key, id, row)).collect::<Result<Vec<_>>>()?;
    cx.note_list(Action::TakeInList, rows.len())?;
    Ok((key.open_head(id, &entry.sealed)?, rows))
}

/// Rows of a list that follow a row, in the order of the file.
pub fn rows_after(cx: &mut Cx, id: ListId, only: Option<Became>, row: u32, take: usize) -> Result<Vec<StoredRow>> {
    cx.permit(Action::TakeInList)?;
    let (_, _, key) = find(cx, id)?;
    let sealed = rows::rows_after(cx.tx, id, only.map_or("", Became::key), row, take)?;
    let rows = sealed.into_iter().map(|row| open(&key, id, row)).collect::<Result<Vec<_>>>()?;
    cx.note_list(Action::TakeInList, rows.len())?;
    Ok(rows)
}

/// Rows of the version before whose people are not on this list: said, and nothing else is done about them.
pub fn vanished(cx: &mut Cx, id: ListId) -> Result<Vec<StoredRow>> {
    cx.permit(Action::TakeInList)?;
    let Some(previous) = find(cx, id)?.0.previous else { return Ok(Vec::new()) };
    // The version before may have come under another sender's name, and then lies under another key.
    let (_, _, key) = find(cx, previous)?;
    let gone = rows::not_on(cx.tx, previous, id)?;
    let rows = gone.into_iter().map(|row| open(&key, previous, row)).collect::<Result<Vec<_>>>()?;
    cx.note_list(Action::TakeInList, rows.len())?;
    Ok(rows)
}

/// A whole list for a file in the sender's own layout.
pub fn whole(cx: &mut Cx, id: ListId) -> Result<(Head, Vec<StoredRow>)> {
    cx.permit(Action::Export)?;
    let loaded = load(cx, id)?;
    cx.note_list(Action::Export, loaded.rows.len())?;
    let Loaded { head, sheet, mut rows, .. } = loaded;
    rows.iter_mut().zip(sheet.rows).for_each(|(row, of_sheet)| row.content.cells = of_sheet.cells);
    Ok((head, rows))
}

/// The list with its sender; another team's is answered like one that does not exist.
fn find(cx: &mut Cx, id: ListId) -> Result<(ListEntry, Sender, SenderKey)> {
    let team = sender::team(cx)?;
    let missing = || AccessError::NotFound { action: Action::TakeInList, case: None };
    let entry = rows::list(cx.tx, team, id)?.ok_or_else(missing)?;
    let sender = sender::with_keys(cx)?.into_iter().find(|(sender, _)| sender.id == entry.sender);
    let (sender, key) = sender.ok_or_else(missing)?;
    Ok((entry, sender, key))
}

fn open(key: &SenderKey, list: ListId, row: SealedRow) -> Result<StoredRow> {
    let content = row.sealed.map(|sealed| key.open_row(list, row.number, &sealed)).transpose()?.unwrap_or_default();
    Ok(StoredRow { number: row.number, became: row.became, case: row.case, content })
}

/// A list with all its rows, as a sheet again. The cells are in the sheet alone: a long list has millions.
struct Loaded {
    id: ListId,
    at: Instant,
    state: State,
    previous: Option<ListId>,
    key: SenderKey,
    head: Head,
    sheet: Sheet,
    rows: Vec<StoredRow>,
    fingerprints: BTreeMap<u32, [u8; 32]>,
}

fn load(cx: &mut Cx, id: ListId) -> Result<Loaded> {
    let (entry, _, key) = find(cx, id)?;
    let head = key.open_head(id, &entry.sealed)?;
    let sealed = rows::rows_between(cx.tx, id, 0, u32::MAX)?;
    let fingerprints = sealed.iter().map(|row| (row.number, row.fingerprint)).collect();
    let mut rows = sealed.into_iter().map(|row| open(&key, id, row)).collect::<Result<Vec<_>>>()?;
    let of_sheet = rows.iter_mut().map(|row| Row {
        number: row.number,
        hidden: row.content.hidden,
        cells: std::mem::take(&mut row.content.cells),
    });
    let sheet =
        Sheet { name: head.title.clone(), hidden: false, rows: of_sheet.collect(), merged: head.merged.clone() };
    let ListEntry { at, state, previous, .. } = entry;
    Ok(Loaded { id, at, state, previous, key, head, sheet, rows, fingerprints })
}

/// Everybody whom the earlier versions of a list had, each as the newest of them says.
fn known(cx: &mut Cx, id: ListId) -> Result<Vec<Known>> {
    let team = sender::team(cx)?;
    let mut next = rows::list(cx.tx, team, id)?.and_then(|entry| entry.previous);
    let (mut known, mut seen): (Vec<Known>, HashSet<CaseId>) = (Vec::new(), HashSet::new());
    while let Some(version) = next {
        let loaded = load(cx, version)?;
        let layout = &loaded.head.layout;
        let rows = loaded.rows.iter().zip(&loaded.sheet.rows);
        let by_row: HashMap<u32, (&StoredRow, &Row)> =
            rows.map(|(row, of_sheet)| (row.number, (row, of_sheet))).collect();
        for reading in list::read(&loaded.sheet, layout, loaded.at.local_date()) {
            let (row, of_sheet) = by_row[&reading.row];
            let (Some(case), Outcome::Person(arrival, _)) = (row.case, reading.outcome) else { continue };
            if seen.insert(case) {
                let fingerprint = loaded.fingerprints[&reading.row];
                let number = own_number(layout, &of_sheet.cells);
                known.push(Known { case, fingerprint, number, arrival: *arrival });
            }
        }
        next = loaded.previous;
    }
    Ok(known)
}

/// The list's own running number of a row.
fn own_number(layout: &Layout, cells: &[Cell]) -> String {
    let column = layout.columns.iter().find(|column| column.meaning == Meaning::Number);
    column.and_then(|column| cells.get(column.index)).map(|cell| cell.text().trim().to_owned()).unwrap_or_default()
}
