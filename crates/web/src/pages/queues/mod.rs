//! Who waits at which step and for how long, and one step for many of them.

mod ask;
mod numbers;
mod running;
mod take;

pub use ask::{answer, ask, needs_somebody_else, reads_why};
pub use running::{Batching, finished, follow, progress, undo};
pub use take::{because, choose, confirm};

use super::html;
use super::today::people;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Value;
use crate::views::Choice;
use crate::views::today as views;
use crate::visit::Visit;
use crate::words::Words;
use access::Action;
use base::Country;
use casework::desk::fresh;
use casework::plan::batch::{self, Wanted};
use casework::plan::outlook;
use casework::plan::queues::{Waits, queues, stuck, waiting};
use pathway::StepNo;

/// So many people of a queue are shown; how many there are in all is said.
const MOST: usize = 200;
const STUCK: usize = 20;

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let (pack, now) = (visit.app.pack(), visit.now);
    let by_mission = visit.asked("by") == "mission";
    let desk = visit.desk()?;
    let drawn = outlook(desk, &visit.app.store, pack, now)?;
    let (queues, stuck, names) = fresh(desk, &visit.app.store, now, |desk| {
        let all = waiting(desk, &drawn, visit.today());
        let stuck = stuck(&all, STUCK);
        let names = people(desk, stuck.iter().map(|one| one.case));
        (queues(&all, by_mission), stuck, names)
    })?;
    let batches = visit.command(|cx| {
        cx.note_list(Action::Plan, stuck.len())?;
        batch::recent(cx)
    })?;
    let words = Words::of(visit);
    let title = |step: StepNo| words.title(&pack.pack, step);
    let queue = |queue: &casework::plan::queues::Queue| views::Queue {
        step: pack.pack.step(queue.step).id.clone(),
        title: title(queue.step),
        mission: queue.mission.map(|one| one.iso3().to_owned()).unwrap_or_default(),
        mission_name: queue.mission.map(|one| one.name(visit.tongue.tag()).to_owned()).unwrap_or_default(),
        waiting: queue.waiting,
        held: queue.held,
        longest: words.days(queue.longest),
        median: words.days(queue.median),
    };
    let row = |one: &Waits| {
        let (code, name) = names.get(&one.case).cloned().unwrap_or_default();
        let (what, when) = (title(one.step), words.days(one.days));
        Ok::<_, Fault>(views::Row { handle: visit.handle(one.case)?, code, name, what, when })
    };
    let batch = |one: batch::Batch| {
        let says = says(visit, &one.wanted, one.people);
        views::Batch { id: one.id.to_string(), says, undone: one.undone }
    };
    html(views::Queues {
        by_mission,
        queues: queues.iter().map(queue).collect(),
        stuck: stuck.iter().map(row).collect::<Result<_, _>>()?,
        batches: batches.into_iter().map(batch).collect(),
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

/// "120 people: Identity checked: Done, 2026-02-03"
fn says(visit: &Visit, wanted: &Wanted, people: usize) -> String {
    let said = casework::plan::StepSaid {
        pack: wanted.pack.clone(),
        step: wanted.step.clone(),
        reached: wanted.reached,
        begun: None,
        on: wanted.on,
        note: None,
    };
    let values = [("count", Value::from(people)), ("what", Value::from(Words::of(visit).step(&said)))];
    visit.tongue.say_with("batch-says", &values)
}

/// The step of the path, and of the address the mission whose people alone are wanted.
fn wanted(visit: &Visit) -> Result<(StepNo, Option<Country>), Fault> {
    let step = visit.app.pack().pack.step_no(visit.param("step")).ok_or(Fault::NotFound)?;
    let mission = match visit.form.value("mission") {
        "" => visit.asked("mission"),
        posted => posted,
    };
    Ok((step, Country::from_iso3(mission)))
}

/// Everybody of a queue.
fn in_queue(visit: &Visit, step: StepNo, mission: Option<Country>) -> Result<Vec<Waits>, Fault> {
    let desk = visit.desk()?;
    let drawn = outlook(desk, &visit.app.store, visit.app.pack(), visit.now)?;
    let mut all = fresh(desk, &visit.app.store, visit.now, |desk| waiting(desk, &drawn, visit.today()))?;
    all.retain(|one| one.step == step && (mission.is_none() || one.mission == mission));
    Ok(all)
}

pub fn one(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    page_of(visit, crate::views::Filled::default())
}

fn page_of(visit: &Visit, form: crate::views::Filled) -> Answer {
    let (step, mission) = wanted(visit)?;
    let everybody = in_queue(visit, step, None)?;
    let tag = visit.tongue.tag();
    let mut missions: Vec<Country> = everybody.iter().filter_map(|one| one.mission).collect();
    missions.sort_by_key(|one| one.name(tag));
    missions.dedup();
    let all: Vec<Waits> = everybody.into_iter().filter(|one| mission.is_none() || one.mission == mission).collect();
    let shown = &all[..all.len().min(MOST)];
    let names =
        fresh(visit.desk()?, &visit.app.store, visit.now, |desk| people(desk, shown.iter().map(|one| one.case)))?;
    visit.command(|cx| cx.note_list(Action::Plan, shown.len()))?;
    let words = Words::of(visit);
    let row = |one: &Waits| {
        let (code, name) = names.get(&one.case).cloned().unwrap_or_default();
        Ok::<_, Fault>(views::Waiting {
            handle: visit.handle(one.case)?,
            code,
            name,
            mission: one.mission.map(|one| one.name(tag).to_owned()).unwrap_or_default(),
            stage: one.stage.key().to_owned(),
            since: one.since.to_string(),
            days: words.days(one.days),
        })
    };
    let of = &visit.app.pack().pack;
    let chosen = mission.map(|one| one.iso3().to_owned()).unwrap_or_default();
    let may = |action| visit.role().is_some_and(|role| role.may(action));
    let choices = missions.into_iter().map(|one| Choice::new(one.iso3(), one.name(tag)));
    html(views::People {
        step: of.step(step).id.clone(),
        title: words.title(of, step),
        missions: Choice::select(choices, &chosen),
        mission: chosen,
        total: all.len(),
        rows: shown.iter().map(row).collect::<Result<_, _>>()?,
        can_batch: !of.is_asked_in_private(step),
        can_ask: of.is_asked_in_private(step) && may(Action::Refer),
        can_issue: of.document == Some(step) && may(Action::IssueDocument),
        done: held(&visit.session()?.done).take(),
        today: visit.today().to_string(),
        form,
        page: visit.chrome(),
    })
}
