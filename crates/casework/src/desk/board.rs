//! Whom to look after first: everybody who is urgent, the one with the least time left on top.

use super::{Desk, Line};
use base::Instant;
use screening::triage::{Left, Level, Urgency};

/// Everybody who is urgent at a moment.
pub struct Board {
    /// How many of P0, P1 and P2.
    pub counts: [usize; 3],
    /// How many of those who were asked for.
    pub total: usize,
    /// A part of them, in order.
    pub urgent: Vec<Urgent>,
}

pub struct Urgent {
    pub line: Line,
    pub urgency: Urgency<'static>,
    /// When something is to be done next: the first action, or after that the review.
    pub due: Instant,
    /// What is due is a review: what was to be done first is done.
    pub is_review: bool,
}

impl Desk {
    /// Of one level alone where one is wanted, or everybody from P0 to P2; so many of them from a place on.
    pub fn board(&self, wanted: Option<Level>, from: usize, most: usize, now: Instant) -> Board {
        let today = now.local_date();
        let mut urgent: Vec<(&Line, Urgency)> = self
            .lines()
            .filter(|line| line.may_be_urgent(today))
            .map(|line| (line, line.urgency(now)))
            .filter(|(_, urgency)| urgency.level <= Level::P2)
            .collect();
        let count = |level: Level| urgent.iter().filter(|(_, urgency)| urgency.level == level).count();
        let counts = [Level::P0, Level::P1, Level::P2].map(count);
        urgent.retain(|(_, urgency)| wanted.is_none_or(|level| urgency.level == level));
        urgent.sort_by_key(|(line, urgency)| (order(line, urgency), next(line, urgency), line.case));
        let shown = |(line, urgency): (&Line, Urgency<'static>)| {
            let (due, is_review) = (next(line, &urgency), is_attended(line, &urgency));
            Urgent { line: line.clone(), urgency, due, is_review }
        };
        let total = urgent.len();
        Board { counts, total, urgent: urgent.into_iter().skip(from).take(most).map(shown).collect() }
    }
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

fn next(line: &Line, urgency: &Urgency) -> Instant {
    let due = if is_attended(line, urgency) { urgency.review_due } else { urgency.due };
    due.unwrap_or(line.opened_at)
}
