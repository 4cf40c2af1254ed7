//! A list while it is registered: for as long as the sign-in that started it lasts. After a lock nothing of it is
//! left in memory, and anybody of the team can go on with it.

use super::super::{html, see};
use super::draft::{Draft, Stage};
use super::{draft_of, list_of, report};
use crate::app::App;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::{Session, as_session, held};
use crate::views::lists::Progress;
use crate::visit::Visit;
use axum::Json;
use axum::response::IntoResponse;
use base::{ListId, TeamId};
use casework::lists::{self, Intake, Step};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};

/// Which lists this server is registering, for which team, and how far they are: rows done and rows in all.
#[derive(Default)]
pub struct Running(Mutex<HashMap<ListId, At>>);

#[derive(Clone, Copy)]
struct At {
    team: Option<TeamId>,
    done: usize,
    total: usize,
}

impl Running {
    pub fn is_running(&self, list: ListId) -> bool {
        held(&self.0).contains_key(&list)
    }

    /// How far a list of this team is; asks no key and no database, both of which the list keeps busy.
    fn of(&self, list: ListId, team: Option<TeamId>) -> Option<At> {
        held(&self.0).get(&list).filter(|at| at.team == team).copied()
    }

    /// Says whether nobody else is at it.
    fn begin(&self, list: ListId, team: Option<TeamId>) -> bool {
        let mut running = held(&self.0);
        let begins = !running.contains_key(&list);
        running.entry(list).or_insert(At { team, done: 0, total: 1 });
        begins
    }

    fn set(&self, intake: &Intake) {
        if let Some(at) = held(&self.0).get_mut(&intake.list) {
            (at.done, at.total) = (intake.done(), intake.total());
        }
    }

    fn end(&self, list: ListId) {
        held(&self.0).remove(&list);
    }
}

/// Keeps a draft as a list of the team and registers who is on it.
pub fn seal_and_run(app: &App, session: &Weak<Session>, draft: &Mutex<Draft>) {
    let _swept = vault::Swept;
    let handed = held(draft).hand_over();
    match as_session(app, session, |cx| lists::receive(cx, handed)) {
        Some(Ok(intake)) => {
            let team = session.upgrade().and_then(|session| session.actor.team);
            let begins = app.running.begin(intake.list, team);
            held(draft).stage = Stage::Kept(intake.list);
            // The same file may be at it already, from another sign-in of the team.
            if begins {
                run(app, session, intake);
            }
        }
        _ => held(draft).stage = Stage::Failed,
    }
}

fn run(app: &App, session: &Weak<Session>, mut intake: Intake) {
    let mut step = Step::More;
    while step == Step::More {
        app.running.set(&intake);
        match as_session(app, session, |cx| intake.step(cx)) {
            Some(Ok(next)) => step = next,
            _ => break,
        }
    }
    app.running.end(intake.list);
}

/// Registers who is on a list, for as long as this sign-in lasts; nothing when somebody is at it already.
/// `open` makes the list ready, which takes seconds for a long one.
pub fn run_in_background(
    visit: &Visit,
    list: ListId,
    open: impl FnOnce(&mut access::Cx) -> access::Result<Intake> + Send + 'static,
) -> Result<(), Fault> {
    let session = visit.session()?;
    if visit.app.running.begin(list, session.actor.team) {
        let (app, session) = (visit.app.clone(), Arc::downgrade(session));
        std::thread::spawn(move || {
            let _swept = vault::Swept;
            match as_session(&app, &session, open) {
                Some(Ok(intake)) => run(&app, &session, intake),
                _ => app.running.end(list),
            }
        });
    }
    Ok(())
}

/// Goes on with a list that was stopped or cut off.
pub fn go_on(visit: &Visit) -> Answer {
    let list = list_of(visit)?;
    visit.command(|cx| lists::one(cx, list))?;
    run_in_background(visit, list, move |cx| lists::resume(cx, list))?;
    see(&format!("/lists/{list}"))
}

/// Stops a list after the rows that are being dealt with.
pub fn stop(visit: &Visit) -> Answer {
    let list = list_of(visit)?;
    visit.command(|cx| lists::stop(cx, list))?;
    see(&format!("/lists/{list}/report"))
}

/// Where a draft is: with whoever looks at it, being sealed, or a list of its own.
pub fn follow_draft(visit: &Visit) -> Answer {
    let (id, draft) = draft_of(visit)?;
    let stage = held(&draft).stage;
    match stage {
        Stage::Open => see(&format!("/lists/new/{id}/columns")),
        Stage::Sealing => html(Progress {
            page: visit.chrome(),
            follow: format!("/lists/new/{id}/progress.json"),
            then: format!("/lists/new/{id}"),
            stop: String::new(),
            done: 0,
            total: 1,
        }),
        Stage::Kept(list) => see(&format!("/lists/{list}")),
        Stage::Failed => Err(Fault::List(visit.tongue.say("lists-not-kept"))),
    }
}

pub fn progress_draft(visit: &Visit) -> Answer {
    let (_, draft) = draft_of(visit)?;
    let finished = held(&draft).stage != Stage::Sealing;
    let words = visit.tongue.say("lists-sealing");
    Ok(Json(serde_json::json!({ "done": 0, "total": 1, "finished": finished, "words": words })).into_response())
}

pub fn follow(visit: &Visit) -> Answer {
    let list = list_of(visit)?;
    let Some(at) = visit.app.running.of(list, visit.session()?.actor.team) else { return report(visit) };
    html(Progress {
        page: visit.chrome(),
        follow: format!("/lists/{list}/progress.json"),
        then: format!("/lists/{list}/report"),
        stop: format!("/lists/{list}/stop"),
        done: at.done,
        total: at.total,
    })
}

pub fn progress(visit: &Visit) -> Answer {
    let list = list_of(visit)?;
    let running = visit.app.running.of(list, visit.session()?.actor.team);
    let (done, total) = running.map_or((1, 1), |at| (at.done, at.total));
    let words = visit.tongue.say_with("lists-progress", &[("done", done.into()), ("total", total.into())]);
    let answer = serde_json::json!({ "done": done, "total": total, "finished": running.is_none(), "words": words });
    Ok(Json(answer).into_response())
}
