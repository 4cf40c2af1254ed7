//! Lists on their way in: a file, its columns, the persons in it, and what became of every row.
//!
//! Until somebody says "register" the file is in memory with the sign-in that brought it; then it is kept, sealed,
//! for the team.

mod columns;
mod draft;
mod files;
mod look;
mod preview;
mod report;
mod running;

pub use columns::{columns, set_columns};
pub use draft::Draft;
pub use files::{codes_file, look_file, report_csv};
pub use look::{decide, row, set_row, to_look_at};
pub use preview::{draft_row, preview, register, set_draft_row};
pub use report::report;
pub use running::{Running, follow, follow_draft, go_on, progress, progress_draft, run_in_background, stop};

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::{held, word};
use crate::views::Filled;
use crate::views::lists::{Earlier, Lists};
use crate::visit::Visit;
use crate::words::when;
use access::Action;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::ListId;
use casework::lists::{self, Became, Received, State};
use papers::Book;
use std::sync::{Arc, Mutex};

/// How many lists one sign-in looks at at once; each may take as much memory as a long list.
const DRAFTS: usize = 3;

pub fn show(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    html(index(visit, Filled::default())?)
}

fn index(visit: &Visit, form: Filled) -> Result<Lists, Fault> {
    let received = visit.command(lists::received)?;
    let to_look_at = received.iter().map(|list| list.counts.of(Became::Look)).sum();
    let senders = visit.command(lists::sender_names)?;
    let earlier = received.iter().map(|list| earlier(visit, list)).collect();
    Ok(Lists { page: visit.chrome(), form, senders, to_look_at, earlier })
}

fn earlier(visit: &Visit, list: &Received) -> Earlier {
    let counts = &list.counts;
    Earlier {
        id: list.id.to_string(),
        sender: list.sender_name.clone(),
        title: list.title.clone(),
        rows: counts.total(),
        registered: counts.of(Became::Registered),
        look: counts.of(Became::Look),
        by: list.by.clone(),
        when: when(list.at),
        state: match list.state {
            State::Running if visit.app.running.is_running(list.id) => "running",
            State::Running | State::Stopped => "cut-off",
            State::Finished => "finished",
        }
        .to_owned(),
    }
}

pub fn upload(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let Some(file) = visit.upload.as_ref().filter(|file| !file.bytes.is_empty()) else {
        let errors = vec![("file".to_owned(), visit.tongue.say("wrong-file"))];
        let page = index(visit, Filled { pairs: visit.form.pairs.clone(), errors })?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)?).into_response());
    };
    let book = Book::read(&file.bytes, &file.name)?;
    let mut draft = Draft::new(book, base::text::line(visit.form.value("sender")));
    let known = visit.command(|cx| lists::recognise(cx, &draft.sender, draft.layout()))?;
    draft.recognise(known);
    let id = word(&mut *visit.app.rng(), 10);
    let mut drafts = held(&visit.session()?.drafts);
    drafts.push((id.clone(), Arc::new(Mutex::new(draft))));
    let over = drafts.len().saturating_sub(DRAFTS);
    drafts.drain(..over);
    see(&format!("/lists/new/{id}/columns"))
}

/// The draft of the path, with its opaque word.
fn draft_of(visit: &Visit) -> Result<(String, Arc<Mutex<Draft>>), Fault> {
    visit.permit(Action::TakeInList)?;
    let id = visit.param("draft").to_owned();
    let drafts = held(&visit.session()?.drafts);
    let draft = drafts.iter().find(|(word, _)| *word == id).map(|(_, draft)| draft.clone());
    let draft = draft.ok_or(Fault::NotFound)?;
    Ok((id, draft))
}

/// The list of the path.
fn list_of(visit: &Visit) -> Result<ListId, Fault> {
    visit.permit(Action::TakeInList)?;
    ListId::read(visit.param("list")).ok_or(Fault::NotFound)
}
