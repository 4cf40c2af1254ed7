//! How it ended, and how the person is afterwards: also that nobody knows, or that they were sold again.

use super::course::state_after;
use super::deadline::expect_follow_up;
use super::warn_team;
use crate::{Fact, Facts, Field, Result};
use ::pathway::Way;
use access::alert::Kind;
use access::{AccessError, Cx};
use base::{CaseId, Date, days_after, text};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub what: End,
    pub on: Date,
    /// The way on which the person left, where they did. Deportation stays deportation.
    pub way: Option<Way>,
    /// Who received the person, or who reached them.
    pub by: Option<String>,
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum End {
    Departed,
    Arrived,
    Stayed,
    /// Reached again afterwards, and well.
    Well,
    /// Reached again, and in need of help.
    NeedsHelp,
    LostContact,
    ReTrafficked,
    Died,
}

base::keys!(End {
    Departed = "departed",
    Arrived = "arrived",
    Stayed = "stayed",
    Well = "well",
    NeedsHelp = "needs-help",
    LostContact = "lost-contact",
    ReTrafficked = "re-trafficked",
    Died = "died",
});

/// After how many days somebody who left is asked how they are (product: follow-up after return).
pub const FOLLOW_UPS: [u16; 4] = [7, 30, 90, 180];

/// Notes it. A lost contact and a new sale raise an alert with whoever looks after people's safety.
pub fn note_outcome(cx: &mut Cx, case: CaseId, outcome: Outcome) -> Result<()> {
    if outcome.on > cx.now.local_date() {
        return Err(AccessError::Unfit("This day has not come yet. Please write when it was."));
    }
    let tidy = |one: Option<String>| one.and_then(|one| text::some_remark(&one));
    let outcome = Outcome { by: tidy(outcome.by), note: tidy(outcome.note), ..outcome };
    let kind = match outcome.what {
        End::LostContact => Some(Kind::LostContact),
        End::ReTrafficked => Some(Kind::ReTrafficked),
        _ => None,
    };
    let stated = state_after(cx, case, Fact::Outcome(Box::new(outcome.clone())), |_| false)?;
    let outcomes = [history(&stated.before), vec![outcome]].concat();
    expect_follow_up(cx, case, follow_up(&outcomes))?;
    kind.map_or(Ok(()), |kind| warn_team(cx, case, kind))
}

/// All of a case, in the order in which it was noted.
pub fn history(facts: &Facts) -> Vec<Outcome> {
    let held = facts.current(Field::Outcome).iter();
    held.filter_map(|held| match &held.fact {
        Fact::Outcome(outcome) => Some((**outcome).clone()),
        _ => None,
    })
    .collect()
}

/// The day on which somebody who left is to be asked next; `None` where they have not left, have died, or were asked
/// for the last time.
pub fn follow_up(outcomes: &[Outcome]) -> Option<Date> {
    let left = outcomes.iter().filter(|one| matches!(one.what, End::Departed | End::Arrived | End::Stayed));
    let left = left.map(|one| one.on).max()?;
    if outcomes.iter().any(|one| one.what == End::Died) {
        return None;
    }
    let asked = |one: &&Outcome| matches!(one.what, End::Well | End::NeedsHelp | End::LostContact | End::ReTrafficked);
    let last = outcomes.iter().filter(asked).map(|one| one.on).max().unwrap_or(left);
    FOLLOW_UPS.iter().map(|days| days_after(left, *days)).find(|due| *due > last)
}
