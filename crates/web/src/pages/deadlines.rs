//! The dated deadlines of one person.

use super::{html, see};
use crate::routes::Answer;
use crate::session::held;
use crate::views::Filled;
use crate::views::today as views;
use crate::visit::Visit;
use access::{AccessError, Action};
use base::CaseCode;
use casework::plan::{self, Deadline};
use pathway::Durations;

pub fn show(visit: &Visit) -> Answer {
    page(visit, Filled::default())
}

fn page(visit: &Visit, form: Filled) -> Answer {
    visit.expect(Action::Plan)?;
    let (case, pack) = (visit.case()?, visit.app.pack());
    let view = visit.command(|cx| plan::read(cx, pack, &Durations::of_pack(&pack.pack), case))?;
    let standing = view.told.deadlines.into_iter();
    html(views::Deadlines {
        handle: visit.handle(case)?,
        code: CaseCode::of(case).to_string(),
        standing: standing.map(|one| (one.what, one.on.to_string(), one.note.unwrap_or_default())).collect(),
        form,
        done: held(&visit.session()?.done).take(),
        page: visit.chrome(),
    })
}

/// Keeps a deadline, or that one no longer stands.
pub fn note(visit: &Visit) -> Answer {
    visit.expect(Action::Plan)?;
    let case = visit.case()?;
    let stands = visit.form.value("over").is_empty();
    let wrong = |field: &str, sentence: String| Filled {
        pairs: visit.form.pairs.clone(),
        errors: vec![(field.to_owned(), sentence)],
    };
    let Ok(on) = visit.form.value("on").parse() else {
        return page(visit, wrong("on", visit.tongue.say("step-days-wrong")));
    };
    let (what, note) = (visit.form.value("what").to_owned(), visit.form.value("note").to_owned());
    let deadline = Deadline { what, on, note: Some(note), stands };
    match visit.command(|cx| plan::note_deadline(cx, case, deadline)) {
        Err(crate::fault::Fault::Access(AccessError::Unfit(sentence))) => {
            return page(visit, wrong("what", sentence.to_owned()));
        }
        other => other?,
    }
    *held(&visit.session()?.done) = Some(visit.tongue.say("deadline-kept"));
    see(&format!("/case/{}/deadlines", visit.param("handle")))
}
