//! Who waits at which step and for how long.

use super::operation::{Operation, get};
use super::paging::{Page, part};
use super::texted::As;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::response::IntoResponse;
use base::{CaseId, Country, Date};
use casework::desk::{Desk, fresh};
use casework::plan::queues::{Queue, Waits, queues, stuck, waiting};
use casework::plan::{Stage, outlook};
use pathway::pack::Shipped;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

const MOST: usize = 500;

pub fn operations() -> Vec<Operation> {
    let country = json!({ "type": "string", "pattern": "^[A-Z]{3}$" });
    vec![
        get("/queues", all, "The queues, the longest first")
            .asks("by", json!({ "type": "string", "enum": ["mission"] }), "`mission`: one for each mission too.")
            .in_pages(MOST)
            .gives(200, Page { items: vec![QueueOf::sample()], next: None }),
        get("/queues/{step}", one, "Who waits at a step, whoever waits longest first")
            .details("`{step}` is the step's word in the pack.")
            .asks("mission", country, "Those alone whose mission is that of this state.")
            .in_pages(MOST)
            .gives(200, Page { items: vec![WaitsOf::sample()], next: None }),
        get("/stuck", longest, "Who is stuck longest, and on what")
            .details("Each person once, at the step that holds up everything else.")
            .in_pages(MOST)
            .gives(200, Page { items: vec![WaitsOf::sample()], next: None }),
    ]
}

/// Everybody who waits at one step.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Queue")]
struct QueueOf {
    step: String,
    title: String,
    mission: Option<As<Country>>,
    waiting: usize,
    /// Of these, so many are at something that no step before it changes.
    held: usize,
    longest_days: u32,
    median_days: u32,
}

/// Somebody who waits.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "QueueWaiting")]
struct WaitsOf {
    case: As<CaseId>,
    code: String,
    /// Null where none is known.
    name: Option<String>,
    step: String,
    mission: Option<As<Country>>,
    stage: As<Stage>,
    since: As<Date>,
    days: u32,
    /// Whether everything else of the person's way waits for this.
    holds_up: bool,
}

impl QueueOf {
    fn of(queue: &Queue, pack: &Shipped) -> QueueOf {
        let step = pack.pack.step(queue.step);
        QueueOf {
            step: step.id.clone(),
            title: step.title.clone(),
            mission: queue.mission.map(As),
            waiting: queue.waiting,
            held: queue.held,
            longest_days: queue.longest,
            median_days: queue.median,
        }
    }

    fn sample() -> QueueOf {
        QueueOf {
            step: "R02".to_owned(),
            title: "Mission told, appointment made".to_owned(),
            mission: Country::from_iso3("UGA").map(As),
            waiting: 42,
            held: 3,
            longest_days: 19,
            median_days: 6,
        }
    }
}

impl WaitsOf {
    fn of(desk: &Desk, waits: &Waits, pack: &Shipped) -> Option<WaitsOf> {
        let line = desk.line(waits.case)?;
        Some(WaitsOf {
            case: As(waits.case),
            code: line.code.to_string(),
            name: line.names.first().cloned(),
            step: pack.pack.step(waits.step).id.clone(),
            mission: waits.mission.map(As),
            stage: As(waits.stage),
            since: As(waits.since),
            days: waits.days,
            holds_up: waits.holds_up,
        })
    }

    fn sample() -> WaitsOf {
        WaitsOf {
            case: As(CaseId::from_bytes([1; 16])),
            code: "481 516 237".to_owned(),
            name: Some("Joan Invented".to_owned()),
            step: "R02".to_owned(),
            mission: Country::from_iso3("UGA").map(As),
            stage: As(Stage::Waiting),
            since: As("2026-01-12".parse().expect("a day")),
            days: 4,
            holds_up: true,
        }
    }
}

/// Everybody who waits, at each step at which they do.
fn everybody(visit: &Visit) -> Result<Vec<Waits>, Fault> {
    let desk = visit.desk()?;
    let drawn = outlook(desk, &visit.app.store, visit.app.pack(), visit.now)?;
    Ok(fresh(desk, &visit.app.store, visit.now, |desk| waiting(desk, &drawn, visit.today()))?)
}

fn all(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let by_mission = match visit.asked("by") {
        "" => false,
        "mission" => true,
        _ => return Err(Fault::parameter("by", "it is to be mission, or left out")),
    };
    let (pack, all) = (visit.app.pack(), queues(&everybody(visit)?, by_mission));
    let name = |one: &Queue| format!("{}{}", pack.pack.step(one.step).id, one.mission.map_or("", |one| one.iso3()));
    let (shown, next) = part(visit, &all, MOST, name)?;
    Ok(Json(Page { items: shown.iter().map(|one| QueueOf::of(one, pack)).collect(), next }).into_response())
}

fn one(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    let step = visit.app.pack().pack.step_no(visit.param("step")).ok_or(Fault::NotFound)?;
    let mission = match visit.asked("mission") {
        "" => None,
        text => {
            let country = Country::from_iso3(text);
            Some(country.ok_or_else(|| Fault::parameter("mission", "it is to be a country as three capital letters"))?)
        }
    };
    let mut all = everybody(visit)?;
    all.retain(|one| one.step == step && (mission.is_none() || one.mission == mission));
    people(visit, &all)
}

fn longest(visit: &Visit) -> Answer {
    visit.permit(Action::Plan)?;
    people(visit, &stuck(&everybody(visit)?, usize::MAX))
}

/// One page of them. What is shown is on the record before it is shown.
fn people(visit: &Visit, all: &[Waits]) -> Answer {
    let (shown, next) = part(visit, all, MOST, |one| one.case.to_string())?;
    let pack = visit.app.pack();
    let items: Vec<WaitsOf> = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
        shown.iter().filter_map(|one| WaitsOf::of(desk, one, pack)).collect()
    })?;
    visit.command(|cx| cx.note_list(Action::Plan, items.len()))?;
    Ok(Json(Page { items, next }).into_response())
}
