//! Lists: read, brought in, looked at, given back.

use super::said::Said;
use super::shapes::{Became, List, Understood};
use crate::fault::Fault;
use crate::pages::lists as pages;
use crate::routes::Answer;
use crate::visit::Visit;
use crate::words::Words;
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{CaseCode, ListId};
use casework::lists::{self, Decision, Handed, StoredRow};
use papers::sheet::{Format, column_of};
use papers::{Book, Layout, Sheet, list};
use std::collections::BTreeMap;

/// The most rows of one answer.
const MOST: usize = 5_000;

fn said(visit: &Visit) -> Said {
    let asked = |name: &str| Some(visit.asked(name).to_owned()).filter(|said| !said.is_empty());
    Said {
        sheet: asked("sheet"),
        header: asked("header").and_then(|header| header.parse().ok()),
        columns: visit.asked("columns").split(',').filter(|column| !column.is_empty()).map(str::to_owned).collect(),
        nationality: asked("nationality"),
        date_order: asked("date_order"),
    }
}

/// The file of the request, with a first idea of its layout.
fn file_of(visit: &Visit) -> Result<(Said, Format, Sheet, Layout), Fault> {
    let empty = || Fault::List(visit.tongue.say("wrong-file"));
    let file = visit.upload.as_ref().filter(|file| !file.bytes.is_empty()).ok_or_else(empty)?;
    let mut book = Book::read(&file.bytes, &file.name)?;
    let said = said(visit);
    let sheet = said.sheet_of(&mut book).map_err(Fault::List)?;
    let guess = said.guess(&sheet);
    Ok((said, book.format, sheet, guess))
}

/// How a file is understood; registers nobody and keeps nothing.
pub fn read(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let (said, format, sheet, guess) = file_of(visit)?;
    let known = visit.command(|cx| lists::recognise(cx, visit.asked("sender"), &guess))?;
    let layout = said.over(known.map_or(guess, |known| known.layout), &sheet).map_err(Fault::List)?;
    let readings = list::read(&sheet, &layout, visit.today());
    Ok(Json(Understood::of(format, &sheet, &layout, &readings)).into_response())
}

/// Keeps a list and begins to register who is on it; the same file again goes on where it was cut off.
pub fn bring(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let (said, format, sheet, guess) = file_of(visit)?;
    let named = visit.asked("sender").to_owned();
    let known = visit.command(|cx| lists::recognise(cx, &named, &guess))?;
    let (sender, previous, layout) = match known {
        Some(known) => (known.sender.name, known.previous, known.layout),
        None if named.is_empty() => (visit.tongue.say("lists-unnamed-sender"), None, guess),
        None => (named, None, guess),
    };
    let previous = previous.filter(|_| visit.asked("new_list").is_empty());
    let layout = said.over(layout, &sheet).map_err(Fault::List)?;
    let handed = Handed { sender, format, sheet, layout, original: BTreeMap::new(), previous, read: None };
    let intake = visit.command(|cx| lists::receive(cx, handed))?;
    let list = intake.list;
    pages::run_in_background(visit, list, |_| Ok(intake))?;
    let received = visit.command(|cx| lists::one(cx, list))?;
    Ok((StatusCode::ACCEPTED, Json(List::of(&received))).into_response())
}

pub fn all(visit: &Visit) -> Answer {
    let received = visit.command(lists::received)?;
    Ok(Json(received.iter().map(List::of).collect::<Vec<_>>()).into_response())
}

fn id(visit: &Visit) -> Result<ListId, Fault> {
    ListId::read(visit.param("list")).ok_or(Fault::NotFound)
}

pub fn one(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let received = visit.command(|cx| lists::one(cx, id))?;
    Ok(Json(List::of(&received)).into_response())
}

pub fn rows(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let number = |name: &str| visit.asked(name).parse::<usize>().ok();
    let only = lists::Became::from_key(visit.asked("outcome"));
    let (skip, take) = (number("skip").unwrap_or(0), number("take").unwrap_or(MOST).min(MOST));
    let (_, rows) = visit.command(|cx| lists::rows(cx, id, only, skip, take))?;
    shown(visit, &rows)
}

pub fn vanished(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let rows = visit.command(|cx| lists::vanished(cx, id))?;
    shown(visit, &rows)
}

fn shown(visit: &Visit, rows: &[StoredRow]) -> Answer {
    let words = Words { tongue: visit.tongue, today: visit.today() };
    Ok(Json(rows.iter().map(|row| Became::of(row, &words)).collect::<Vec<_>>()).into_response())
}

/// The list in its sender's own layout with the codes.
pub fn file(visit: &Visit) -> Answer {
    pages::codes_file(visit)
}

/// `{"cells": {"B": "…"}}` corrects a row; `{"decision": "not-a-person" | "somebody" | a case code}` settles it.
pub fn settle(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let row: u32 = visit.param("row").parse().map_err(|_| Fault::NotFound)?;
    let cells = visit.json.get("cells").and_then(|cells| cells.as_object());
    let became = match (cells, visit.json.get("decision").and_then(|said| said.as_str())) {
        (Some(cells), _) => {
            let cell =
                |(column, text): (&String, &serde_json::Value)| Some((column_of(column)?, text.as_str()?.to_owned()));
            let cells: Vec<(usize, String)> = cells.iter().filter_map(cell).collect();
            visit.command(|cx| lists::correct(cx, id, row, &cells))?
        }
        (None, Some("not-a-person")) => visit.command(|cx| lists::decide(cx, id, row, Decision::NotAPerson))?,
        (None, Some("somebody")) => visit.command(|cx| lists::decide(cx, id, row, Decision::Somebody))?,
        (None, Some(code)) => {
            let code = CaseCode::read(code).map_err(|_| Fault::NotFound)?;
            visit.command(|cx| {
                let case = casework::registry::rows::case_with_code(cx.tx, code)?;
                let missing = access::AccessError::NotFound { action: Action::TakeInList, case: None };
                lists::decide(cx, id, row, Decision::Same(case.ok_or(missing)?))
            })?
        }
        (None, None) => return Err(Fault::NotFound),
    };
    Ok(Json(serde_json::json!({ "row": row, "outcome": became.key() })).into_response())
}

pub fn stop(visit: &Visit) -> Answer {
    let id = id(visit)?;
    visit.command(|cx| lists::stop(cx, id))?;
    one(visit)
}

pub fn go_on(visit: &Visit) -> Answer {
    let id = id(visit)?;
    visit.command(|cx| lists::one(cx, id))?;
    pages::run_in_background(visit, id, move |cx| lists::resume(cx, id))?;
    one(visit)
}
