//! Rows that a person has to look at: shown with their reason, corrected in place, or decided.

use super::intake::plan;
use super::receive::first_verdict;
use super::rows;
use super::stored::{Became, Content, Head, Reason, StoredRow};
use super::{Loaded, load};
use crate::Result;
use access::{AccessError, Action, Cx};
use base::{CaseId, ListId};
use papers::{Cell, Reading, list};

/// One row with what is needed to correct it.
pub struct LookedAt {
    pub head: Head,
    pub row: StoredRow,
}

/// What a person says of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    NotAPerson,
    /// Somebody whom the list did not have before.
    Somebody,
    /// The person of this case, said anew.
    Same(CaseId),
}

/// A row as it stands.
pub fn looked_at(cx: &mut Cx, id: ListId, row: u32) -> Result<LookedAt> {
    cx.permit(Action::TakeInList)?;
    let (entry, _, key) = super::find(cx, id)?;
    let sealed = rows::rows_between(cx.tx, id, row, row)?.pop().ok_or_else(no_row)?;
    let row = super::open(&key, id, sealed)?;
    cx.note_list(Action::TakeInList, 1)?;
    Ok(LookedAt { head: key.open_head(id, &entry.sealed)?, row })
}

fn no_row() -> AccessError {
    AccessError::NotFound { action: Action::TakeInList, case: None }
}

/// Only rows that nobody was registered from are corrected here; afterwards the case is what is corrected.
fn still_open(row: &StoredRow) -> bool {
    matches!(row.became, Became::Look | Became::NotAPerson) && row.case.is_none()
}

/// Puts other content into cells of a row and reads it again; says what became of it.
pub fn correct(cx: &mut Cx, id: ListId, number: u32, cells: &[(usize, String)]) -> Result<Became> {
    cx.permit(Action::TakeInList)?;
    let mut loaded = load(cx, id)?;
    let at = loaded.rows.iter().position(|row| row.number == number).ok_or_else(no_row)?;
    if !still_open(&loaded.rows[at]) {
        return Ok(loaded.rows[at].became);
    }
    for (column, text) in cells {
        let original = &mut loaded.rows[at].content.original;
        put(&mut loaded.sheet.rows[at].cells, original, *column, text);
    }
    let readings = list::read(&loaded.sheet, &loaded.head.layout, loaded.at.local_date());
    let (became, notes) = first_verdict(readings.iter().find(|reading| reading.row == number));
    loaded.rows[at].became = became;
    loaded.rows[at].content.notes = notes;
    save(cx, &loaded, at)?;
    if became != Became::Waiting {
        return Ok(became);
    }
    take_in(cx, loaded, at, readings, None)
}

/// Settles a row as a person says.
pub fn decide(cx: &mut Cx, id: ListId, number: u32, decision: Decision) -> Result<Became> {
    cx.permit(Action::TakeInList)?;
    let mut loaded = load(cx, id)?;
    let at = loaded.rows.iter().position(|row| row.number == number).ok_or_else(no_row)?;
    if !still_open(&loaded.rows[at]) {
        return Ok(loaded.rows[at].became);
    }
    let case = match decision {
        Decision::NotAPerson => {
            loaded.rows[at].became = Became::NotAPerson;
            loaded.rows[at].content.notes.set_why(Some(Reason::SaidSo));
            save(cx, &loaded, at)?;
            return Ok(Became::NotAPerson);
        }
        Decision::Same(case) if !loaded.rows[at].content.notes.candidates.contains(&case) => return Err(no_row()),
        Decision::Same(case) => Some(case),
        Decision::Somebody => None,
    };
    let readings = list::read(&loaded.sheet, &loaded.head.layout, loaded.at.local_date());
    let (became, notes) = first_verdict(readings.iter().find(|reading| reading.row == number));
    if became != Became::Waiting {
        return Ok(loaded.rows[at].became);
    }
    loaded.rows[at].became = became;
    loaded.rows[at].content.notes = notes;
    save(cx, &loaded, at)?;
    take_in(cx, loaded, at, readings, Some(case))
}

/// A cell keeps what the file had in it, however often it is corrected.
pub fn put(cells: &mut Vec<Cell>, original: &mut Vec<(usize, Cell)>, column: usize, text: &str) {
    let text = base::text::remark(text);
    let before = cells.get(column).cloned().unwrap_or_default();
    if before.text() == text || column >= papers::sheet::COLUMNS {
        return;
    }
    if !original.iter().any(|(known, _)| *known == column) {
        original.push((column, before));
    }
    cells.resize(cells.len().max(column + 1), Cell::Empty);
    cells[column] = if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
}

fn save(cx: &mut Cx, loaded: &Loaded, at: usize) -> Result<()> {
    let (id, row) = (loaded.id, &loaded.rows[at]);
    let content = Content { cells: loaded.sheet.rows[at].cells.clone(), ..row.content.clone() };
    let sealed = loaded.key.seal_row(id, row.number, &content, cx.rng);
    rows::set_content(cx.tx, id, row.number, &sealed)?;
    rows::set_outcome(cx.tx, &id.to_string(), row.number, row.became, None)
}

fn take_in(
    cx: &mut Cx,
    loaded: Loaded,
    at: usize,
    readings: Vec<Reading>,
    decided: Option<Option<CaseId>>,
) -> Result<Became> {
    let (id, number) = (loaded.id, loaded.rows[at].number);
    plan(cx, loaded, readings)?.take_in(cx, number, decided)?;
    let row = rows::rows_between(cx.tx, id, number, number)?.pop().ok_or_else(no_row)?;
    Ok(row.became)
}
