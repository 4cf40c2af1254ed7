//! How urgent it is: the level, what carries it, what to do first and until when, and the clocks.

mod clock;
mod concern;
mod rules;
mod sentences;

pub use clock::{Clock, Left};
pub use concern::{Concern, Concerns, Raised};
pub(crate) use rules::Rules;
pub use rules::{Rule, Window};

use crate::Instruments;
use base::Instant;

/// From the most urgent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    P0,
    P1,
    P2,
    P3,
}

base::keys!(Level { P0 = "P0", P1 = "P1", P2 = "P2", P3 = "P3" });

/// How urgent it is to look after one person, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Urgency<'i> {
    pub level: Level,
    /// Everything that makes it urgent now, the most urgent first. Empty when nothing was named so far.
    pub carried_by: Vec<Trigger<'i>>,
    /// What to do first.
    pub first: &'i Rule,
    /// Until when; `None` when nothing was named and it is not known since when the person is here.
    pub due: Option<Instant>,
    /// When to look again, and when at the latest.
    pub review_due: Option<Instant>,
    pub review_latest: Option<Instant>,
    /// The one with the least time left first; those that are over last.
    pub clocks: Vec<Clock<'i>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trigger<'i> {
    pub concern: Concern,
    pub rule: &'i Rule,
    pub noticed: Instant,
    pub due: Instant,
}

/// The urgency of these concerns at a moment. A further concern never makes it less urgent.
pub fn triage<'i>(instruments: &'i Instruments, concerns: &Concerns, now: Instant) -> Urgency<'i> {
    let rules = &instruments.triage;
    let mut carried_by: Vec<Trigger> = Vec::new();
    for (concern, raised) in concerns.iter() {
        let fits =
            |rule: &&Rule| rule.concern == Some(concern) && raised.incidents.iter().any(|at| rule.fits(*at, now));
        // The rows stand from the most urgent on, so that one concern counts once, at its worst.
        if let Some(rule) = rules.rows.iter().filter(fits).min_by_key(|rule| rule.level) {
            let due = raised.noticed.plus_hours(rule.first_action_hours);
            carried_by.push(Trigger { concern, rule, noticed: raised.noticed, due });
        }
    }
    carried_by
        .sort_by_key(|trigger| (trigger.rule.level, trigger.rule.first_action_hours, trigger.due, trigger.concern));
    let first = carried_by.first().map_or(&rules.rows[rules.otherwise], |trigger| trigger.rule);
    let level = first.level;
    let top = || carried_by.iter().filter(|trigger| trigger.rule.level == level);
    let (came, reviewed) = concerns.last_seen();
    let since = top().map(|trigger| trigger.noticed).min().or(came).max(reviewed);
    Urgency {
        level,
        first,
        due: top().map(|trigger| trigger.due).min().or(came.map(|came| came.plus_hours(first.first_action_hours))),
        review_due: since.map(|since| since.plus_hours(first.review_hours)),
        review_latest: since.map(|since| since.plus_hours(first.review_latest_hours)),
        clocks: clock::of(&rules.windows, concerns, now),
        carried_by,
    }
}
