//! Taking back what was given: keys first, then the request to delete what was copied.

use super::deadlines::{TO_DELETE, tell};
use super::rows::{self, ReferralRow};
use super::{Request, Sent, State, links, read};
use crate::record::{state, summaries};
use crate::{Fact, Facts, Field, Result};
use access::alert::Kind;
use access::{Action, Cx, Holder};
use base::{CaseId, EventId, Instant};

/// What was taken back, and what cannot be: how often it was read.
#[derive(Clone, Debug)]
pub struct TakenBack {
    pub sent: Sent,
    /// How often the other team had opened it, and when last.
    pub read: i64,
    pub last_read: Option<Instant>,
}

/// Takes back everything that was given on a grant.
pub fn take_back(cx: &mut Cx, facts: &Facts, grant: EventId) -> Result<Vec<TakenBack>> {
    let given: Vec<Sent> = all_sent(facts).filter(|sent| sent.grant == grant).cloned().collect();
    given.into_iter().map(|sent| one(cx, sent)).collect()
}

/// Takes back one referral: it is no longer needed, and the consent stands.
pub fn withdraw(cx: &mut Cx, file: CaseId) -> Result<()> {
    cx.permit(Action::Refer)?;
    let row = rows::of_file(cx.tx, file)?.ok_or(read::nothing(file))?;
    if Some(row.from) != cx.keys.actor.team {
        return Err(read::nothing(file));
    }
    close(cx, row)
}

/// The referrals that were made for a person.
pub(crate) fn all_sent(facts: &Facts) -> impl Iterator<Item = &Sent> {
    facts.current(Field::Referral).iter().filter_map(|held| match &held.fact {
        Fact::Referral(sent) => Some(&**sent),
        _ => None,
    })
}

fn one(cx: &mut Cx, sent: Sent) -> Result<TakenBack> {
    let row = rows::of_file(cx.tx, sent.file)?.ok_or(read::nothing(sent.file))?;
    let (read, last_read) = rows::readings(cx.tx, sent.file, row.to)?;
    if row.state != State::Withdrawn {
        close(cx, row)?;
    }
    Ok(TakenBack { sent, read, last_read })
}

fn close(cx: &mut Cx, mut row: ReferralRow) -> Result<()> {
    let mut open = cx.open_correspondence(row.file, Action::Refer)?;
    let facts = summaries(cx.tx, &open)?;
    if let Some(team) = row.to {
        access::keyring::take_back(cx.tx, row.file, Holder::Team(team))?;
        access::keyring::take_back(cx.tx, row.file, Holder::Correspondence(team))?;
    }
    links::forget(cx.tx, row.file)?;
    // Their desks follow the log: this event is what makes the person leave them.
    if let Some((held, request)) = read::request(&facts) {
        let over = Request { withdrawn: true, ..request };
        state(cx, &mut open, Fact::Request(Box::new(over)), vec![held])?;
    }
    // From now on its deadline is that of the deletion.
    (row.state, row.withdrawn_at, row.due_at) = (State::Withdrawn, Some(cx.now), cx.now.plus_hours(TO_DELETE));
    if let Some(team) = row.to {
        tell(cx.tx, team, Kind::ConsentWithdrawn, row.file, cx.now, cx.rng)?;
    }
    rows::update(cx.tx, &row)
}
