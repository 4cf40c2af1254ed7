//! Cases for other systems and from them, in HTCDS 2.0 (docs/htcds.md).

use super::operation::{Operation, get, post};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::response::IntoResponse;
use base::{CaseCode, CaseId};
use casework::htcds::{self, Brought, Document, Export, Misfit, Outcome, Wanted};
use casework::registry::rows::case_with_code;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub fn operations() -> Vec<Operation> {
    let protection = json!({ "type": "string", "enum": ["1"] });
    let some_cases = json!({ "cases": ["481 516 237"], "protection": false });
    let brought = Taken { records: vec![Became::sample()] };
    vec![
        get("/htcds", all, "Every case that the keys open, in HTCDS 2.0")
            .details("What other systems read is described in docs/htcds.md and data/standards/htcds-2.0.schema.json.")
            .asks("protection", protection, "Adds threats and remarks.")
            .gives(200, json!({ "records": [] })),
        post("/htcds/export", some, "Some cases in HTCDS 2.0")
            .details("A code of no case and one of a case that is not open both give no record.")
            .takes::<These>(some_cases)
            .gives(200, json!({ "records": [] })),
        post("/htcds", bring, "Register the records of an HTCDS 2.0 document")
            .details("A record that does not fit is put aside in the answer; the others are registered. The same again registers nobody twice. A short document may also be sent as JSON.")
            .asks("sender", json!({ "type": "string" }), "Who sends the document, where it does not say so itself.")
            .takes_file()
            .gives(200, brought)
            .refuses(&[422]),
    ]
}

/// Every case that the keys open; `?protection=1` adds threats and remarks.
pub fn all(visit: &Visit) -> Answer {
    let wanted = Wanted { cases: None, protection: visit.asked("protection") == "1" };
    Ok(Json(written(visit, wanted)?).into_response())
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct These {
    /// Codes of cases.
    cases: Vec<String>,
    /// Adds threats and remarks.
    #[serde(default)]
    protection: bool,
}

/// These cases, whose codes stand in no address. A code of no case and one of a case that is not open both give no
/// record: nobody learns which exist.
pub fn some(visit: &Visit) -> Answer {
    visit.permit(Action::Export)?;
    let These { cases, protection } = visit.sent()?;
    let codes = cases.iter().map(|code| CaseCode::read(code)).collect::<Result<Vec<_>, _>>();
    let codes = codes.map_err(|_| Fault::wrong("cases", "each is to be the code of a case"))?;
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
    Ok(Json(Taken { records: became }).into_response())
}

/// What became of the records, in the order of the document.
#[derive(Serialize, JsonSchema)]
struct Taken {
    records: Vec<Became>,
}

/// What became of one record.
#[derive(Serialize, JsonSchema)]
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

#[derive(Serialize, JsonSchema)]
pub struct Said {
    pub field: String,
    pub sentence: String,
}

impl Became {
    fn sample() -> Became {
        let code = Some("481 516 237".to_owned());
        Became { record: 1, outcome: "registered", code, misfits: Vec::new(), notes: Vec::new() }
    }

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
