//! Lists: read, brought in, looked at, given back.

use super::operation::{Operation, get, post};
use super::paging::{Page, cursor, place, take};
use super::said::Said;
use super::shapes::{Became, List, Understood};
use super::texted::As;
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
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

/// The most rows of one answer.
const MOST: usize = 5_000;

pub fn operations() -> Vec<Operation> {
    let outcomes: Vec<&str> = lists::Became::ALL.iter().map(|became| became.key()).collect();
    vec![
        of_file(post("/lists/read", read, "How a file would be understood"))
            .details("Registers nobody and keeps nothing.")
            .gives(200, Understood::sample()),
        of_file(post("/lists", bring, "Bring a list in"))
            .details(
                "It is registered in the background, for as long as the sign-in lasts. The same file again goes on \
                 where it was cut off.",
            )
            .asks("new_list", json!({ "type": "string" }), "Anything here: it is not the next version of a list.")
            .gives(202, List::sample()),
        get("/lists", all, "Lists that came in, the newest first")
            .in_pages(MOST)
            .gives(200, Page { items: vec![List::sample()], next: None }),
        get("/lists/{list}", one, "One list").gives(200, List::sample()),
        get("/lists/{list}/rows", rows, "What became of the rows of a list")
            .asks("outcome", json!({ "type": "string", "enum": outcomes }), "Only rows of which this became.")
            .in_pages(MOST)
            .gives(200, Page { items: vec![Became::sample()], next: Some(cursor("500")) }),
        post("/lists/{list}/rows/{row}", settle, "Correct or settle a row that needs a look")
            .takes::<Settle>(json!({ "cells": { "B": "Hanna Tesfaye" } }))
            .gives(200, Settled { row: 3, outcome: As(lists::Became::Registered) }),
        get("/lists/{list}/vanished", vanished, "Rows of the version before whose people are not on this one")
            .gives(200, Page::whole(vec![Became::sample()])),
        get("/lists/{list}/file", file, "The list in its sender's own layout, with the codes").gives_file(FILES),
        post("/lists/{list}/stop", stop, "Stop registering a list").gives(200, List::sample()),
        post("/lists/{list}/go-on", go_on, "Go on registering a list").gives(200, List::sample()),
    ]
}

const FILES: &[&str] =
    &["text/csv; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"];

/// What may be said of a file beside the file itself.
fn of_file(operation: Operation) -> Operation {
    let text = || json!({ "type": "string" });
    let orders: Vec<&str> = papers::DateOrder::ALL.iter().map(|order| order.key()).collect();
    operation
        .takes_file()
        .asks("sender", text(), "A name; without one the sender is recognised by the headings.")
        .asks("sheet", text(), "The sheet to read; the one with the most rows when not said.")
        .asks(
            "header",
            json!({ "type": "integer", "minimum": 0, "maximum": 1_048_576 }),
            "The row with the headings; 0 when there is none.",
        )
        .asks("columns", text(), "What columns hold, as in `C=birth,D=phone`.")
        .asks("nationality", text(), "The nationality of everybody on the list.")
        .asks("date_order", json!({ "type": "string", "enum": orders }), "How bare dates are written.")
}

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
fn read(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let (said, format, sheet, guess) = file_of(visit)?;
    let known = visit.command(|cx| lists::recognise(cx, visit.asked("sender"), &guess))?;
    let layout = said.over(known.map_or(guess, |known| known.layout), &sheet).map_err(Fault::List)?;
    let readings = list::read(&sheet, &layout, visit.today());
    Ok(Json(Understood::of(format, &sheet, &layout, &readings)).into_response())
}

/// Keeps a list and begins to register who is on it; the same file again goes on where it was cut off.
fn bring(visit: &Visit) -> Answer {
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

fn all(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let most = take(visit, MOST)?;
    let before = place(visit.asked("cursor"), ListId::read)?;
    let received = visit.command(lists::received)?;
    // The newest first: a list that comes in meanwhile stands before the pages that were read.
    let from = before.map_or(0, |last| received.iter().position(|list| list.id == last).map_or(0, |at| at + 1));
    let shown = &received[from..];
    let next = shown.get(most).and(shown.get(most - 1)).map(|list| cursor(&list.id.to_string()));
    Ok(Json(Page { items: shown.iter().take(most).map(List::of).collect(), next }).into_response())
}

fn id(visit: &Visit) -> Result<ListId, Fault> {
    visit.signed_in().ok_or(Fault::SignInNeeded)?;
    ListId::read(visit.param("list")).ok_or(Fault::NotFound)
}

fn one(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let received = visit.command(|cx| lists::one(cx, id))?;
    Ok(Json(List::of(&received)).into_response())
}

fn rows(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let only = match visit.asked("outcome") {
        "" => None,
        key => {
            Some(lists::Became::from_key(key).ok_or_else(|| Fault::parameter("outcome", "there is no such outcome"))?)
        }
    };
    let most = take(visit, MOST)?;
    let after = place(visit.asked("cursor"), |text| text.parse().ok())?.unwrap_or(0);
    let rows = visit.command(|cx| lists::rows_after(cx, id, only, after, most))?;
    let next = rows.last().filter(|_| rows.len() == most).map(|row| cursor(&row.number.to_string()));
    Ok(Json(Page { items: shown(visit, &rows), next }).into_response())
}

fn vanished(visit: &Visit) -> Answer {
    let id = id(visit)?;
    let rows = visit.command(|cx| lists::vanished(cx, id))?;
    Ok(Json(Page::whole(shown(visit, &rows))).into_response())
}

fn shown(visit: &Visit, rows: &[StoredRow]) -> Vec<Became> {
    let words = Words::of(visit);
    rows.iter().map(|row| Became::of(row, &words)).collect()
}

/// The list in its sender's own layout with the codes.
fn file(visit: &Visit) -> Answer {
    pages::codes_file(visit)
}

/// Either of the two.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settle {
    /// Corrected cells by their column's letters: the row is read again.
    #[serde(default)]
    cells: Option<BTreeMap<String, String>>,
    /// "not-a-person", "somebody" who is not registered yet, or the code of a candidate.
    #[serde(default)]
    decision: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub struct Settled {
    row: u32,
    outcome: As<lists::Became>,
}

fn settle(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let id = id(visit)?;
    let row: u32 = visit.param("row").parse().map_err(|_| Fault::NotFound)?;
    let said: Settle = visit.sent()?;
    let became = match (said.cells, said.decision.as_deref()) {
        (Some(cells), None) => {
            let column =
                |column: &str| column_of(column).ok_or_else(|| Fault::wrong("cells", "there is no such column"));
            let cells = cells.into_iter().map(|(letters, text)| Ok((column(&letters)?, text)));
            let cells: Vec<(usize, String)> = cells.collect::<Result<_, Fault>>()?;
            visit.command(|cx| lists::correct(cx, id, row, &cells))?
        }
        (None, Some("not-a-person")) => visit.command(|cx| lists::decide(cx, id, row, Decision::NotAPerson))?,
        (None, Some("somebody")) => visit.command(|cx| lists::decide(cx, id, row, Decision::Somebody))?,
        (None, Some(code)) => {
            let wrong = |_| Fault::wrong("decision", "it is to be not-a-person, somebody, or the code of a candidate");
            let code = CaseCode::read(code).map_err(wrong)?;
            visit.command(|cx| {
                let case = casework::registry::rows::case_with_code(cx.tx, code)?;
                let missing = access::AccessError::NotFound { action: Action::TakeInList, case: None };
                lists::decide(cx, id, row, Decision::Same(case.ok_or(missing)?))
            })?
        }
        _ => return Err(Fault::wrong(".", "either cells or a decision is needed")),
    };
    Ok(Json(Settled { row, outcome: As(became) }).into_response())
}

fn stop(visit: &Visit) -> Answer {
    let id = id(visit)?;
    visit.command(|cx| lists::stop(cx, id))?;
    one(visit)
}

fn go_on(visit: &Visit) -> Answer {
    let id = id(visit)?;
    visit.command(|cx| lists::one(cx, id))?;
    pages::run_in_background(visit, id, move |cx| lists::resume(cx, id))?;
    one(visit)
}
