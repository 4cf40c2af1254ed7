//! Cases for other systems and from them, in HTCDS 2.0 (docs/htcds.md).

use crate::app::App;
use crate::fault::Fault;
use crate::routes::{Answer, act_json, page_json};
use crate::visit::Visit;
use access::Action;
use axum::response::IntoResponse;
use axum::{Json, Router};
use base::{CaseCode, CaseId};
use casework::htcds::{self, Brought, Document, Export, Misfit, Outcome, Wanted};
use casework::registry::rows::case_with_code;
use serde::Serialize;
use serde_json::Value;

pub fn routes(under: &str) -> Router<App> {
    Router::new()
        .route(&format!("{under}/htcds"), page_json(all).merge(act_json(bring)))
        .route(&format!("{under}/htcds/export"), act_json(some))
}

/// Every case that the keys open; `?protection=1` adds threats and remarks.
pub fn all(visit: &Visit) -> Answer {
    let wanted = Wanted { cases: None, protection: visit.asked("protection") == "1" };
    Ok(Json(written(visit, wanted)?).into_response())
}

/// `{"cases": ["412 907 356"], "protection": false}`: these cases, whose codes stand in no address. A code of no
/// case and one of a case that is not open both give no record: nobody learns which exist.
pub fn some(visit: &Visit) -> Answer {
    visit.permit(Action::Export)?;
    let codes = visit.json.get("cases").and_then(|cases| cases.as_array()).ok_or(Fault::NotFound)?;
    let protection = visit.json.get("protection").and_then(|said| said.as_bool()).unwrap_or(false);
    let codes = codes.iter().map(|code| CaseCode::read(code.as_str()?).ok()).collect::<Option<Vec<_>>>();
    let codes = codes.ok_or(Fault::NotFound)?;
    let cases: Vec<CaseId> = visit.command(|cx| {
        let found = codes.iter().map(|code| case_with_code(cx.tx, *code));
        Ok(found.collect::<access::Result<Vec<_>>>()?.into_iter().flatten().collect())
    })?;
    Ok(Json(written(visit, Wanted { cases: Some(cases), protection })?).into_response())
}

/// The document, for the page too.
pub fn written(visit: &Visit, wanted: Wanted) -> Result<Value, Fault> {
    let mut export = visit.command(|cx| Export::begin(cx, wanted))?;
    while !export.is_done() {
        visit.command(|cx| export.step(cx))?;
    }
    Ok(visit.command(|cx| export.finish(cx))?.0)
}

/// Registers the records of a file; what became of each is in the order of the file.
pub fn bring(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let json = visit.json.to_string();
    let bytes = visit.upload.as_ref().map_or(json.as_bytes(), |file| &file.bytes);
    let document = Document::read(bytes).map_err(|error| Fault::List(error.to_string()))?;
    let sender = visit.asked("sender");
    let mut became = Vec::with_capacity(document.records.len());
    while became.len() < document.records.len() {
        let step = became.len()..became.len() + htcds::STEP;
        let brought = visit.command(|cx| htcds::import(cx, &document, sender, step))?;
        became.extend(brought.iter().map(Became::of));
    }
    Ok(Json(serde_json::json!({ "records": became })).into_response())
}

/// What became of one record.
#[derive(Serialize)]
pub struct Became {
    /// Counted from 1.
    pub record: usize,
    /// "registered", "already", "differs" or "put-aside".
    pub outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What has to be mended before the record can be registered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub misfits: Vec<Said>,
    /// What was understood otherwise than it looks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Said>,
}

#[derive(Serialize)]
pub struct Said {
    pub field: String,
    pub sentence: String,
}

impl Became {
    pub fn of(brought: &Brought) -> Became {
        let said = |misfits: &[Misfit]| {
            let said = |misfit: &Misfit| Said { field: misfit.field.clone(), sentence: misfit.sentence.clone() };
            misfits.iter().map(said).collect()
        };
        Became {
            record: brought.record,
            outcome: brought.outcome.key(),
            code: brought.outcome.code().map(|code| code.to_string()),
            misfits: if let Outcome::PutAside(misfits) = &brought.outcome { said(misfits) } else { Vec::new() },
            notes: said(&brought.notes),
        }
    }
}
