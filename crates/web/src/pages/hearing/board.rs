//! Whom to look after first: everybody who is urgent, the one with the least time left on top.

use super::result::{carried_by, level};
use super::words::{clock_words, first_action};
use crate::pages::html;
use crate::routes::Answer;
use crate::views::hearing as views;
use crate::visit::Visit;
use crate::words::when;
use access::Action;
use casework::desk::{Board, Urgent, fresh};
use screening::triage::Level;

/// So many people are shown; how many there are in all is said.
const MOST: usize = 100;

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let now = visit.now;
    let wanted = Level::from_key(&visit.asked("level").to_uppercase());
    let Board { counts, total, urgent } =
        fresh(visit.desk()?, &visit.app.store, now, |desk| desk.board(wanted, 0, MOST, now))?;
    visit.command(|cx| cx.note_list(Action::Hear, urgent.len()))?;
    let rows = urgent.iter().map(|Urgent { line, urgency, due, is_review }| {
        Ok::<_, crate::fault::Fault>(views::Row {
            handle: visit.handle(line.case)?,
            code: line.code.to_string(),
            name: line.names.first().cloned().unwrap_or_default(),
            place: line.place.as_deref().unwrap_or_default().to_owned(),
            level: level(urgency),
            carried_by: carried_by(visit, urgency),
            first_action: first_action(visit.tongue, urgency),
            due: when(*due),
            is_late: *due < now,
            is_review: *is_review,
            clocks: clock_words(visit, urgency),
        })
    });
    html(views::Board {
        counts: ["p0", "p1", "p2"].map(str::to_owned).into_iter().zip(counts).collect(),
        wanted: wanted.map(|level| level.key().to_lowercase()).unwrap_or_default(),
        total,
        rows: rows.collect::<Result<_, _>>()?,
        page: visit.chrome(),
    })
}
