//! What came back for a roll: a file read against its lines, and decisions noted line by line.

use super::operation::{Operation, post};
use super::texted::As;
use super::under;
use crate::fault::Fault;
use crate::pages::rolls as pages;
use crate::pages::rolls::Returned;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::response::IntoResponse;
use base::Date;
use casework::rolls::{self, Answered};
use papers::roll::{Decided, Decision, Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;

pub fn operations() -> Vec<Operation> {
    let answer = json!({ "on": "2026-02-20", "decided": [{ "line": 1, "decision": "approved" }] });
    vec![
        post("/rolls/{nationality}/versions/{version}/answer/read", read, "What stands in a file that came back")
            .details("A spreadsheet or text, its columns in any order. Nothing is noted and nothing is kept: send what is right of it to `answer`.")
            .takes_file()
            .gives(200, ReadBack::sample()),
        post("/rolls/{nationality}/versions/{version}/answer", note, "Note what was decided, line by line")
            .details("Into each case, with one event. The same again changes nothing; another decision takes the place of the earlier.")
            .takes::<AnswerSaid>(answer)
            .gives(200, NotedOf::sample()),
    ]
}

fn read(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let (version, _) = pages::opened(visit, Action::Plan)?;
    let file = visit.upload.as_ref().ok_or_else(Fault::unsupported)?;
    if file.bytes.is_empty() {
        return Err(Fault::List(visit.tongue.say("wrong-file")));
    }
    if version.sent.is_none() {
        return Err(Fault::wrong(".", &visit.tongue.say("rolls-not-sent-yet")));
    }
    Ok(Json(ReadBack::of(&pages::hold_against(visit, &version, file)?)).into_response())
}

fn note(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let (nationality, number) = (pages::nationality(visit)?, pages::number(visit)?);
    let said: AnswerSaid = visit.sent()?;
    let on = said.on.map_or_else(|| visit.today(), |As(day)| day);
    let (version, _) = pages::opened(visit, Action::Plan)?;
    let known: BTreeSet<u32> = version.lines.iter().map(|line| line.number).collect();
    let mut seen = BTreeSet::new();
    for line in said.decided.iter().map(|one| one.line) {
        if !known.contains(&line) {
            return Err(Fault::wrong("decided", &format!("{line} is no line of this version")));
        }
        if !seen.insert(line) {
            return Err(Fault::wrong("decided", &format!("line {line} stands in it twice")));
        }
    }
    let decided: Vec<Decided> =
        said.decided.iter().map(|one| Decided { line: one.line, decision: one.decision.0 }).collect();
    let found = pages::found(visit)?;
    let asked = pages::asked(visit, nationality, &found, visit.today())?;
    let say = |one: Decided| pages::note_of(visit, number, one);
    let told = visit.command(|cx| rolls::answer(cx, &asked, number, on, &decided, &say));
    Ok(Json(NotedOf::of(&told.map_err(|fault| under("on", fault))?)).into_response())
}

/// What stands in a file that came back. Nothing of it is noted yet.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollAnswerRead")]
pub struct ReadBack {
    /// In the order of the lines, each once.
    decided: Vec<DecidedOf>,
    /// Lines whose rows say nothing.
    silent: Vec<u32>,
    /// Lines that the file does not have.
    absent: Vec<u32>,
    /// Rows for a person to look at.
    look: Vec<RowOf>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollDecision")]
pub struct DecidedOf {
    line: u32,
    decision: As<Decision>,
    /// Whether the same was noted before.
    known: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollRowToLookAt")]
pub struct RowOf {
    /// As a spreadsheet program numbers it.
    row: u32,
    /// What stands in it.
    cells: Vec<String>,
    /// "nobody": on somebody who is no line of this version. "unclear": which line or which decision cannot be told.
    why: &'static str,
    /// The lines that it may be.
    lines: Vec<u32>,
    decision: Option<As<Decision>>,
}

impl ReadBack {
    pub fn of(returned: &Returned) -> ReadBack {
        let decided = |one: &Decided| {
            let known = !returned.new.contains(one);
            DecidedOf { line: one.line, decision: As(one.decision), known }
        };
        let row = |(row, why): &(Row, &'static str)| RowOf {
            row: row.number,
            cells: row.cells.clone(),
            why,
            lines: row.lines.clone(),
            decision: row.decision.map(As),
        };
        ReadBack {
            decided: returned.back.decided.iter().map(decided).collect(),
            silent: returned.back.silent.clone(),
            absent: returned.back.absent.clone(),
            look: returned.look.iter().map(row).collect(),
        }
    }

    pub fn sample() -> ReadBack {
        let row = RowOf {
            row: 9,
            cells: vec!["approved".to_owned(), "Nobody Invented".to_owned()],
            why: "nobody",
            lines: Vec::new(),
            decision: Some(As(Decision::Approved)),
        };
        ReadBack {
            decided: vec![DecidedOf { line: 1, decision: As(Decision::Approved), known: false }],
            silent: vec![2],
            absent: vec![4],
            look: vec![row],
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RollAnswer")]
pub struct AnswerSaid {
    /// The day on which it came; today where nothing is said.
    #[serde(default)]
    pub on: Option<As<Date>>,
    /// Each line once.
    pub decided: Vec<DecisionSaid>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RollDecisionSaid")]
pub struct DecisionSaid {
    pub line: u32,
    pub decision: As<Decision>,
}

/// What came of taking an answer in.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RollAnswerNoted")]
pub struct NotedOf {
    written: usize,
    /// The same was noted before.
    already: usize,
    /// Erased, or no longer open to this team: nothing was noted.
    closed: usize,
    /// Kept on the line alone: what was decided of the person on another version stands.
    outdone: usize,
}

impl NotedOf {
    pub fn of(told: &Answered) -> NotedOf {
        let Answered { written, already, closed, outdone } = *told;
        NotedOf { written, already, closed, outdone }
    }

    pub fn sample() -> NotedOf {
        NotedOf { written: 3, already: 0, closed: 0, outdone: 0 }
    }
}
