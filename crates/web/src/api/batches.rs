//! One step for many people at once, and taking it back.

use super::operation::{Operation, get, post};
use super::paging::{Page, part};
use super::plan::{known_step, reached};
use super::texted::As;
use super::under;
use crate::fault::Fault;
use crate::pages::queues::because;
use crate::routes::Answer;
use crate::visit::Visit;
use access::{AccessError, Action};
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{BatchId, CaseId, Date, EventId, Instant};
use casework::plan::batch::{self, Batch, LeftOut, Undone, Wanted};
use casework::plan::{Reached, outlook};
use pathway::pack::Shipped;
use pathway::{Owner, Why};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;

/// People of one request: each is written in a transaction of their own while the sender waits.
const MOST: usize = 500;

pub fn operations() -> Vec<Operation> {
    let (event, case) = ("019bc5a2-7c00-7cc3-98c4-dc0c0c07398f", "06dsab5kg1urr6di0on5sfqs18");
    let wanted = json!({ "event": event, "step": "R06", "reached": "done", "on": "2026-02-03", "cases": [case] });
    vec![
        post("/batches", begin, "Note one step for many people")
            .details("Up to 500, each looked at alone: whoever's plan does not let the step through is left out, and why is said. With the same `event` again it goes on where it was cut off, nobody is written twice, and the answer is 200.")
            .takes::<Begun>(wanted)
            .gives(201, Made::sample())
            .gives(200, Made::sample())
            .refuses(&[409]),
        get("/batches", recent, "What your team did for many since a day ago, the newest first")
            .details("For so long it can be taken back.")
            .in_pages(MOST)
            .gives(200, Page { items: vec![BatchOf::sample()], next: None }),
        post("/batches/{batch}/undo", undo, "Take a batch back")
            .details("For everybody whose step nobody changed since; what somebody changed stays as it is.")
            .gives(200, Page::whole(vec![TakenBack::sample()]))
            .refuses(&[422]),
    ]
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "BatchBegun")]
struct Begun {
    /// An id that the sender makes, a UUID of version 7.
    #[serde(default)]
    event: Option<As<EventId>>,
    /// The step's word in the pack.
    step: String,
    /// "begun", "waiting" or "done": a refusal or a failure is noted for each person alone.
    reached: String,
    /// For whom it waits.
    #[serde(default)]
    owner: Option<As<Owner>>,
    /// Today, where nothing is said.
    #[serde(default)]
    on: Option<As<Date>>,
    #[schemars(length(min = 1, max = 500))]
    cases: Vec<As<CaseId>>,
}

/// A batch, and what became of each person in the order in which they were sent.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchMade")]
struct Made {
    batch: As<BatchId>,
    written: usize,
    items: Vec<Became>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchBecame")]
struct Became {
    case: As<CaseId>,
    /// "written", "already" (by this batch), "left-out", or "not-found": no such case is open to you.
    outcome: &'static str,
    /// Of who was left out, stable words: "over", "not-on-the-way", "unfit", or what blocks the step.
    why: Vec<&'static str>,
    /// The same for a person.
    sentence: Option<String>,
}

impl Made {
    fn sample() -> Made {
        let left = Became {
            case: As(CaseId::from_bytes([1; 16])),
            outcome: "left-out",
            why: vec!["safety-not-checked"],
            sentence: Some("The safety check comes first.".to_owned()),
        };
        Made { batch: As(BatchId::from_bytes([1; 16])), written: 119, items: vec![left] }
    }
}

impl Became {
    fn plain(case: CaseId, outcome: &'static str) -> Became {
        Became { case: As(case), outcome, why: Vec::new(), sentence: None }
    }

    fn left_out(visit: &Visit, case: CaseId, why: &LeftOut) -> Became {
        let words = match why {
            LeftOut::Blocked(whys) => whys.iter().map(|why: &Why| why.key()).collect(),
            LeftOut::Over => vec!["over"],
            LeftOut::NotOnTheWay => vec!["not-on-the-way"],
        };
        Became { case: As(case), outcome: "left-out", why: words, sentence: Some(because(visit, why)) }
    }
}

fn begin(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let said: Begun = visit.sent()?;
    let cases: Vec<CaseId> = said.cases.iter().map(|As(case)| *case).collect();
    let different: BTreeSet<&CaseId> = cases.iter().collect();
    if cases.is_empty() || cases.len() > MOST || different.len() < cases.len() {
        return Err(Fault::wrong("cases", &format!("it is to name from 1 to {MOST} cases, each once")));
    }
    let pack = visit.app.pack();
    known_step(pack, &said.step)?;
    let wanted = Wanted {
        pack: pack.id.to_owned(),
        reached: reached(&said.reached, said.owner)?,
        on: said.on.map_or_else(|| visit.today(), |As(day)| day),
        step: said.step,
    };
    let id = match said.event {
        Some(As(event)) => BatchId::from_bytes(*event.as_bytes()),
        None => BatchId::new(visit.now, &mut *visit.app.rng()),
    };
    let before =
        visit.command(|cx| batch::begin_once(cx, id, pack, &wanted)).map_err(|fault| unfit(visit, &wanted, fault))?;
    let status = if before.is_some() { StatusCode::OK } else { StatusCode::CREATED };
    let before = before.unwrap_or_default();
    let durations = outlook(visit.desk()?, &visit.app.store, pack, visit.now)?.durations().clone();
    let take = |case: CaseId| {
        if before.contains(&case) {
            return Ok(Became::plain(case, "already"));
        }
        match visit.command(|cx| batch::take(cx, pack, &durations, (id, &wanted), case, None)) {
            Ok(Ok(())) => Ok(Became::plain(case, "written")),
            Ok(Err(why)) => Ok(Became::left_out(visit, case, &why)),
            Err(Fault::Access(AccessError::NotFound { .. })) => Ok(Became::plain(case, "not-found")),
            Err(Fault::Access(AccessError::Unfit(sentence))) => {
                let sentence = Some(sentence.to_owned());
                Ok(Became { why: vec!["unfit"], sentence, ..Became::plain(case, "left-out") })
            }
            Err(fault) => Err(fault),
        }
    };
    let items: Vec<Became> = cases.into_iter().map(take).collect::<Result<_, Fault>>()?;
    let written = items.iter().filter(|one| matches!(one.outcome, "written" | "already")).count();
    Ok((status, Json(Made { batch: As(id), written, items })).into_response())
}

/// What cannot be done for many, with the field that says it.
fn unfit(visit: &Visit, wanted: &Wanted, fault: Fault) -> Fault {
    let field = match wanted.reached {
        _ if wanted.on > visit.today() => "on",
        Reached::NotBegun | Reached::Refused | Reached::Failed => "reached",
        Reached::Begun | Reached::WaitingFor(_) | Reached::Done => "step",
    };
    under(field, fault)
}

/// What was written for many, and can be taken back, or was.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Batch")]
struct BatchOf {
    batch: As<BatchId>,
    at: As<Instant>,
    step: String,
    /// The step's title; empty where the pack has it no more.
    title: String,
    /// "begun", "waiting" or "done".
    reached: &'static str,
    owner: Option<As<Owner>>,
    on: As<Date>,
    people: usize,
    undone: bool,
}

impl BatchOf {
    fn of(batch: &Batch, pack: &Shipped) -> BatchOf {
        let step = pack.pack.step_no(&batch.wanted.step).filter(|_| pack.id == batch.wanted.pack);
        let (reached, owner) = match batch.wanted.reached {
            Reached::WaitingFor(owner) => ("waiting", Some(As(owner))),
            Reached::Begun => ("begun", None),
            Reached::Done => ("done", None),
            Reached::NotBegun | Reached::Refused | Reached::Failed => ("", None),
        };
        BatchOf {
            batch: As(batch.id),
            at: As(batch.at),
            step: batch.wanted.step.clone(),
            title: step.map(|step| pack.pack.step(step).title.clone()).unwrap_or_default(),
            reached,
            owner,
            on: As(batch.wanted.on),
            people: batch.people,
            undone: batch.undone,
        }
    }

    fn sample() -> BatchOf {
        BatchOf {
            batch: As(BatchId::from_bytes([1; 16])),
            at: As(Instant::from_millis(1_768_539_600_000)),
            step: "R06".to_owned(),
            title: "Overstay counted".to_owned(),
            reached: "done",
            owner: None,
            on: As("2026-02-03".parse().expect("a day")),
            people: 119,
            undone: false,
        }
    }
}

fn recent(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let all = visit.command(batch::recent)?;
    let (shown, next) = part(visit, &all, MOST, |one| one.id.to_string())?;
    Ok(Json(Page { items: shown.iter().map(|one| BatchOf::of(one, visit.app.pack())).collect(), next }).into_response())
}

/// What became of one person when a batch was taken back.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BatchTakenBack")]
struct TakenBack {
    case: As<CaseId>,
    /// "restored", "changed-since", or "not-found": no longer open to you.
    outcome: &'static str,
}

impl TakenBack {
    fn sample() -> TakenBack {
        TakenBack { case: As(CaseId::from_bytes([1; 16])), outcome: "restored" }
    }
}

fn undo(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let id = BatchId::read(visit.param("batch")).ok_or(Fault::NotFound)?;
    if !visit.command(batch::recent)?.iter().any(|one| one.id == id) {
        return Err(Fault::NotFound);
    }
    let (wanted, rows) = visit.command(|cx| batch::begin_undo(cx, id)).map_err(|fault| under(".", fault))?;
    let back = |(case, event): (CaseId, EventId)| {
        let outcome = match visit.command(|cx| batch::undo(cx, &wanted, case, event)) {
            Ok(Undone::Restored) => "restored",
            Ok(Undone::ChangedSince) => "changed-since",
            Err(Fault::Access(AccessError::NotFound { .. })) => "not-found",
            Err(fault) => return Err(fault),
        };
        Ok(TakenBack { case: As(case), outcome })
    };
    let all = rows.into_iter().map(back).collect::<Result<_, Fault>>()?;
    visit.command(|cx| batch::end_undo(cx, id))?;
    Ok(Json(Page::whole(all)).into_response())
}
