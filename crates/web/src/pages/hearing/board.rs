//! Whom to look after first: everybody who is urgent, the one with the least time left on top.

use super::result::{carried_by, level};
use super::words::{clock_words, first_action};
use crate::pages::html;
use crate::routes::Answer;
use crate::views::hearing as views;
use crate::visit::Visit;
use crate::words::when;
use access::Action;
use casework::desk::{Line, fresh};
use screening::triage::{Left, Level, Urgency};

/// So many people are shown; how many there are in all is said.
const MOST: usize = 100;

pub fn show(visit: &Visit) -> Answer {
    visit.expect(Action::Hear)?;
    let now = visit.now;
    let wanted = Level::from_key(&visit.asked("level").to_uppercase());
    let (counts, total, lines) = fresh(visit.desk()?, &visit.app.store, now, |desk| {
        let mut urgent: Vec<(Line, Urgency)> = desk
            .lines()
            .filter(|line| line.may_be_urgent(now.local_date()))
            .map(|line| (line.clone(), line.urgency(now)))
            .filter(|(_, urgency)| urgency.level <= Level::P2)
            .collect();
        let count = |level: Level| urgent.iter().filter(|(_, urgency)| urgency.level == level).count();
        let counts = [Level::P0, Level::P1, Level::P2].map(count);
        urgent.retain(|(_, urgency)| wanted.is_none_or(|level| urgency.level == level));
        let total = urgent.len();
        urgent.sort_by_key(|(line, urgency)| (order(line, urgency), next(line, urgency), line.case));
        urgent.truncate(MOST);
        (counts, total, urgent)
    })?;
    visit.command(|cx| cx.note_list(Action::Hear, lines.len()))?;
    let rows = lines.iter().map(|(line, urgency)| {
        let due = next(line, urgency);
        Ok::<_, crate::fault::Fault>(views::Row {
            handle: visit.handle(line.case)?,
            code: line.code.to_string(),
            name: line.names.first().cloned().unwrap_or_default(),
            place: line.place.as_deref().unwrap_or_default().to_owned(),
            level: level(urgency),
            carried_by: carried_by(visit, urgency),
            first_action: first_action(visit.tongue, urgency),
            due: when(due),
            is_late: due < now,
            is_review: is_attended(line, urgency),
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

/// Whether somebody looked after the person since they became as urgent as they are.
fn is_attended(line: &Line, urgency: &Urgency) -> bool {
    let noticed = urgency.carried_by.iter().filter(|one| one.rule.level == urgency.level).map(|one| one.noticed).max();
    line.attended().is_some_and(|at| noticed.is_none_or(|noticed| at >= noticed))
}

/// Life and safety first; then those for whom something works only for a while yet, the least time left on top, and an
/// unknown time as none left; then all others by when they are due. Who was looked after waits for the review.
fn order(line: &Line, urgency: &Urgency) -> (u8, i64) {
    if is_attended(line, urgency) {
        return (2, 0);
    }
    let running = urgency.clocks.iter().filter_map(|clock| match clock.left {
        Left::Inside { least, .. } => Some(least),
        Left::Unknown => Some(0),
        Left::Over => None,
    });
    match running.min() {
        _ if urgency.level == Level::P0 => (0, 0),
        Some(left) => (1, left),
        None => (2, 0),
    }
}

/// When something is to be done next: the first action, or after that the review.
fn next(line: &Line, urgency: &Urgency) -> base::Instant {
    let due = if is_attended(line, urgency) { urgency.review_due } else { urgency.due };
    due.unwrap_or(line.opened_at)
}
