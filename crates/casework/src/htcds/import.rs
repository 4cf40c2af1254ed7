//! Taking records in: each registered once, whoever brings the file again.

use super::document::{Document, canonical};
use super::record::{self, Misfit, Standing};
use crate::record::record;
use crate::registry::rows::case_with_code;
use crate::{Event, Fact, Origin, Result, Statement};
use access::{AccessError, Action, Cx, OpenCase, organisation};
use base::{CaseCode, CaseId};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Range;
use store::{sql, sum::sum};
use vault::{Compartment, DataKey};

/// What became of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Counted from 1, as the file has them.
    pub record: usize,
    pub outcome: Outcome,
    /// What was understood otherwise than it looks.
    pub notes: Vec<Misfit>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Registered(CaseCode),
    /// Came before, with the same content; or the case is one of this registry's own.
    Already(CaseCode),
    /// Came before with other content. The case stays as it is; a person compares.
    Differs(CaseCode),
    /// Nobody was registered: what has to be mended, by field.
    PutAside(Vec<Misfit>),
}

impl Outcome {
    pub fn key(&self) -> &'static str {
        match self {
            Outcome::Registered(_) => "registered",
            Outcome::Already(_) => "already",
            Outcome::Differs(_) => "differs",
            Outcome::PutAside(_) => "put-aside",
        }
    }

    pub fn code(&self) -> Option<CaseCode> {
        match self {
            Outcome::Registered(code) | Outcome::Already(code) | Outcome::Differs(code) => Some(*code),
            Outcome::PutAside(_) => None,
        }
    }
}

/// Takes in some records of a file; those with a misfit are put aside, the others registered. `sender` is who
/// sends them when the file does not say so.
pub fn import(cx: &mut Cx, document: &Document, sender: &str, which: Range<usize>) -> Result<Vec<Brought>> {
    cx.permit(Action::TakeInList)?;
    let secret = cx.keys.team_secret(Compartment::Identity, "safeconduct htcds records v1");
    let secret = secret.ok_or(AccessError::Refused { action: Action::TakeInList })?;
    let sender = document.registry.as_deref().unwrap_or(match document.sender.as_str() {
        "" => sender,
        named => named,
    });
    let own = document.registry.as_deref() == Some(organisation::log_identity(cx.tx)?.0.as_str());
    let end = which.end.min(document.records.len());
    let mut brought = Vec::new();
    for number in which.start..end {
        let value = &document.records[number];
        let put_aside = |misfits| (Outcome::PutAside(misfits), Vec::new());
        let read = value.as_object().map(record::read).unwrap_or_else(|| Err(vec![not_an_object()]));
        let (outcome, notes) = match read {
            Err(misfits) => put_aside(misfits),
            Ok(read) if own => put_aside_or_known(cx, read.id.as_deref())?,
            Ok(read) => {
                let prints = Prints::of(&secret, sender, read.id.as_deref(), value);
                (take_in(cx, &prints, number, read.standing)?, read.notes)
            }
        };
        brought.push(Brought { record: number + 1, outcome, notes });
    }
    Ok(brought)
}

fn not_an_object() -> Misfit {
    Misfit { field: String::new(), sentence: "This record is not an object with fields.".to_owned() }
}

/// A record that this registry itself wrote: its case is here, or nobody may learn whether it is.
fn put_aside_or_known(cx: &mut Cx, id: Option<&str>) -> Result<(Outcome, Vec<Misfit>)> {
    let code = id.and_then(|id| CaseCode::read(id).ok());
    let case = code.map(|code| case_with_code(cx.tx, code)).transpose()?.flatten();
    let open =
        case.map(|case| cx.keys.case_keys(cx.tx, case, cx.now)).transpose()?.is_some_and(|keys| !keys.is_empty());
    let outcome = match code.filter(|_| open) {
        Some(code) => Outcome::Already(code),
        None => Outcome::PutAside(vec![Misfit {
            field: "x_safeconduct.id".to_owned(),
            sentence: "This registry wrote the record, and no case of this number is open to you.".to_owned(),
        }]),
    };
    Ok((outcome, Vec::new()))
}

/// Keyed hashes of which record it is and of what it says. Only readers of the team's identities can make them, so
/// nobody who finds the database can try records out.
struct Prints {
    identity: [u8; 32],
    content: [u8; 32],
}

impl Prints {
    /// The standard has no field that numbers a case. A record is known by the id in the extension together with
    /// the sender; without one, by all that it says.
    fn of(secret: &DataKey, sender: &str, id: Option<&str>, record: &Value) -> Prints {
        let said = canonical(record);
        let hash = |kind: &str, what: &str| {
            vault::keyed_digest(secret.as_bytes(), &[kind.as_bytes(), sender.as_bytes(), what.as_bytes()])
        };
        let identity = id.map_or_else(|| hash("content", &said), |id| hash("id", id));
        Prints { identity, content: hash("content", &said) }
    }
}

fn take_in(cx: &mut Cx, prints: &Prints, number: usize, standing: Standing) -> Result<Outcome> {
    let known = cx.tx.one(
        sql!("select case_id, content from brought_record where fingerprint = $1"),
        &[(&prints.identity).into()],
        |row| Ok((row.id(0, CaseId::read)?, row.bytes::<32>(1)?)),
    )?;
    if let Some((case, content)) = known {
        let code = CaseCode::of(case);
        return Ok(if content == prints.content { Outcome::Already(code) } else { Outcome::Differs(code) });
    }
    let standing = record::respecting_refusal(standing);
    let case = open_case(cx, Origin::List { row: number as u32 + 1 }, &standing)?;
    let id = case.to_string();
    let [fingerprint, content, id]: [store::Value; 3] =
        [(&prints.identity).into(), (&prints.content).into(), (&id).into()];
    let sum = sum("brought_record", &[fingerprint, content, id]);
    cx.tx.run(
        sql!("insert into brought_record (fingerprint, content, case_id, sum) values ($1, $2, $3, $4)"),
        &[fingerprint, content, id, sum.into()],
    )?;
    Ok(Outcome::Registered(CaseCode::of(case)))
}

/// Opens a case in which exactly these values stand. Values that stand side by side are events of their own, each
/// a millisecond later than the one before, so that their order stays.
fn open_case(cx: &mut Cx, origin: Origin, standing: &Standing) -> Result<CaseId> {
    let id = unused(cx)?;
    let mut case = OpenCase::new(id);
    let now = cx.now;
    let layers = standing.values().map(Vec::len).max().unwrap_or(0).max(1);
    for layer in 0..layers {
        cx.now = now.plus_millis(layer as i64);
        let mut parts: BTreeMap<Compartment, Vec<Fact>> = BTreeMap::new();
        for fact in standing.values().filter_map(|values| values.get(layer)) {
            parts.entry(fact.field().compartment()).or_default().push(fact.clone());
        }
        if layer == 0 {
            let facts = parts.remove(&Compartment::Identity).unwrap_or_default();
            record(cx, &mut case, Compartment::Identity, &Event::Registered { origin, facts })?;
        }
        for (compartment, facts) in parts {
            let statements = facts.into_iter().map(|fact| Statement { fact, replaces: Vec::new() }).collect();
            record(cx, &mut case, compartment, &Event::Stated { statements, because: None })?;
        }
    }
    cx.now = now;
    Ok(id)
}

/// A case id whose code no other case here has.
fn unused(cx: &mut Cx) -> Result<CaseId> {
    loop {
        let id = CaseId::new(cx.now, cx.rng);
        if case_with_code(cx.tx, CaseCode::of(id))?.is_none() {
            return Ok(id);
        }
    }
}
