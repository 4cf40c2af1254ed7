//! A batch while it is written, one person after the other, for as long as the sign-in that began it lasts.

use super::super::{html, see};
use super::says;
use super::take::because;
use crate::app::App;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::{Session, as_session, held};
use crate::tongue::Value;
use crate::views::today as views;
use crate::visit::Visit;
use access::Action;
use axum::Json;
use axum::response::IntoResponse;
use base::{BatchId, CaseCode, CaseId, EventId};
use casework::plan::batch::{self, LeftOut, Undone, Wanted};
use casework::plan::outlook;
use pathway::Durations;
use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

/// What a sign-in is at: a batch that it was shown, and one that is being written, or what became of it.
#[derive(Default)]
pub struct Batching {
    pub offered: Option<Kept>,
    running: Option<At>,
}

/// What was shown and waits for a yes.
pub struct Kept {
    pub mark: String,
    pub wanted: Wanted,
    pub cases: Vec<CaseId>,
    /// Of the documents that are issued by it.
    pub numbers: BTreeMap<CaseId, String>,
}

/// How far it is.
pub struct At {
    id: BatchId,
    wanted: Wanted,
    undoes: bool,
    total: usize,
    written: usize,
    left_out: Vec<(CaseId, LeftOut)>,
    /// Of a batch that is taken back: what somebody changed since.
    changed: usize,
    failed: usize,
    is_over: bool,
}

impl Batching {
    /// Keeps what was shown; the mark with which it is confirmed.
    pub fn offer(
        visit: &Visit,
        wanted: &Wanted,
        cases: Vec<CaseId>,
        numbers: BTreeMap<CaseId, String>,
    ) -> Result<String, Fault> {
        let mark = BatchId::new(visit.now, &mut *visit.app.rng()).to_string();
        let kept = Kept { mark: mark.clone(), wanted: wanted.clone(), cases, numbers };
        held(&visit.session()?.batching).offered = Some(kept);
        Ok(mark)
    }
}

/// Begins to write, and goes on in a thread of its own; nothing while another batch of this sign-in is being written.
pub fn begin(
    visit: &Visit,
    wanted: Wanted,
    cases: Vec<CaseId>,
    numbers: BTreeMap<CaseId, String>,
) -> Result<(), Fault> {
    if is_running(visit)? {
        return Ok(());
    }
    let pack = visit.app.pack();
    let durations = outlook(visit.desk()?, &visit.app.store, pack, visit.now)?.durations().clone();
    let id = visit.command(|cx| batch::begin(cx, pack, &wanted))?;
    start(visit, id, wanted, false, cases.len())?;
    let (app, session) = (visit.app.clone(), Arc::downgrade(visit.session()?));
    let people = cases.into_iter().map(|case| (case, numbers.get(&case).cloned())).collect();
    std::thread::spawn(move || write(&app, &session, id, &durations, people));
    Ok(())
}

fn start(visit: &Visit, id: BatchId, wanted: Wanted, undoes: bool, total: usize) -> Result<(), Fault> {
    let at = At { id, wanted, undoes, total, written: 0, left_out: Vec::new(), changed: 0, failed: 0, is_over: false };
    held(&visit.session()?.batching).running = Some(at);
    Ok(())
}

fn is_running(visit: &Visit) -> Result<bool, Fault> {
    Ok(held(&visit.session()?.batching).running.as_ref().is_some_and(|at| !at.is_over))
}

fn write(
    app: &App,
    session: &Weak<Session>,
    id: BatchId,
    durations: &Durations,
    people: Vec<(CaseId, Option<String>)>,
) {
    let _swept = vault::Swept;
    for (case, number) in people {
        let Some(wanted) = wanted_of(session) else { return };
        let taken = as_session(app, session, |cx| batch::take(cx, app.pack(), durations, (id, &wanted), case, number));
        note(session, |at| match taken {
            Some(Ok(Ok(()))) => at.written += 1,
            Some(Ok(Err(why))) => at.left_out.push((case, why)),
            _ => at.failed += 1,
        });
    }
    note(session, |at| at.is_over = true);
}

fn take_back(app: &App, session: &Weak<Session>, id: BatchId, rows: &[(CaseId, EventId)]) {
    let _swept = vault::Swept;
    for (case, event) in rows {
        let Some(wanted) = wanted_of(session) else { return };
        let undone = as_session(app, session, |cx| batch::undo(cx, &wanted, *case, *event));
        note(session, |at| match undone {
            Some(Ok(Undone::Restored)) => at.written += 1,
            Some(Ok(Undone::ChangedSince)) => at.changed += 1,
            _ => at.failed += 1,
        });
    }
    let ended = as_session(app, session, |cx| batch::end_undo(cx, id));
    note(session, |at| {
        at.failed += usize::from(!matches!(ended, Some(Ok(()))));
        at.is_over = true;
    });
}

/// What is being written, while the sign-in lasts.
fn wanted_of(session: &Weak<Session>) -> Option<Wanted> {
    held(&session.upgrade()?.batching).running.as_ref().map(|at| at.wanted.clone())
}

fn note(session: &Weak<Session>, change: impl FnOnce(&mut At)) {
    if let Some(session) = session.upgrade()
        && let Some(at) = &mut held(&session.batching).running
    {
        change(at);
    }
}

/// How far it is; what became of it once it is over.
pub fn follow(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let at = held(&visit.session()?.batching).running.as_ref().map(|at| (at.done(), at.total, at.is_over));
    let Some((done, total, is_over)) = at else { return see("/queues") };
    if is_over { finished(visit) } else { html(views::Running { page: visit.chrome(), done, total }) }
}

pub fn progress(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let at = held(&visit.session()?.batching).running.as_ref().map(|at| (at.done(), at.total, at.is_over));
    let (done, total, finished) = at.unwrap_or((1, 1, true));
    let words = visit.tongue.say_with("batch-progress", &[("done", done.into()), ("total", total.into())]);
    let answer = serde_json::json!({ "done": done, "total": total, "finished": finished, "words": words });
    Ok(Json(answer).into_response())
}

impl At {
    fn done(&self) -> usize {
        self.written + self.left_out.len() + self.changed + self.failed
    }
}

pub fn finished(visit: &Visit) -> Answer {
    let session = visit.session()?;
    let batching = held(&session.batching);
    let Some(at) = &batching.running else { return see("/queues") };
    let key = if at.undoes { "batch-undone" } else { "batch-written" };
    let values = [("count", Value::from(at.written)), ("changed", Value::from(at.changed + at.failed))];
    let row = |(case, why): &(CaseId, LeftOut)| {
        Ok::<_, Fault>(views::Row {
            handle: visit.handle(*case)?,
            code: CaseCode::of(*case).to_string(),
            name: String::new(),
            what: because(visit, why),
            when: String::new(),
        })
    };
    html(views::Finished {
        says: says(visit, &at.wanted, at.total),
        written: visit.tongue.say_with(key, &values),
        left_out: at.left_out.iter().map(row).collect::<Result<_, _>>()?,
        id: if at.undoes || at.written == 0 { String::new() } else { at.id.to_string() },
        page: visit.chrome(),
    })
}

/// Takes a batch back, for everybody whose step nobody changed since.
pub fn undo(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    if is_running(visit)? {
        return see("/queues/batch");
    }
    let id = BatchId::read(visit.form.value("batch")).ok_or(Fault::NotFound)?;
    let (wanted, rows) = visit.command(|cx| batch::begin_undo(cx, id))?;
    start(visit, id, wanted, true, rows.len())?;
    let (app, session) = (visit.app.clone(), Arc::downgrade(visit.session()?));
    std::thread::spawn(move || take_back(&app, &session, id, &rows));
    see("/queues/batch")
}
