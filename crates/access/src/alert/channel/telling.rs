//! Which channels are to be told now, and what became of it.
//!
//! A channel waits from the moment at which something was raised. A server claims it before it tells, so that two
//! servers do not tell twice; a claim that is old is that of a server which fell, and the channel waits again.

use super::{Channel, Means, add_up, channel, delete};
use crate::Result;
use base::Instant;
use store::{Tx, sql};

/// Whoever is at it sees the number at the top of the page before this is over, and need not be told.
const PRESENT: i64 = 60_000;
/// A member is told at most once in this time.
const QUIET: i64 = 10 * 60_000;
/// After this time nobody is still telling.
const FALLEN: i64 = 10 * 60_000;
/// Waits of a minute that double up to an hour; a channel that fails for a day is switched off.
const FIRST_WAIT: i64 = 60_000;
const LONGEST_WAIT: i64 = 3_600_000;
const PATIENCE: i64 = 24 * 3_600_000;
/// So many are claimed at once.
const MOST: i64 = 50;

/// A channel that is to be told.
pub struct Due(pub Channel);

/// Marks the channels of all who were reached by an alert.
pub(in crate::alert) fn wait(tx: &mut Tx, alert: &str, now: Instant) -> Result<()> {
    let waiting = tx.all(
        sql!(
            "select c.id from alert_channel c join alert_unseen u on u.member_id = c.member_id
              where u.alert_id = $1 and c.confirmed and c.enabled and c.waiting_since is null order by c.id"
        ),
        &[alert.into()],
        |row| row.text(0),
    )?;
    for id in waiting {
        tx.run(
            sql!("update alert_channel set waiting_since = $2 where id = $1"),
            &[(&id).into(), now.millis().into()],
        )?;
        add_up(tx, &id)?;
    }
    Ok(())
}

/// Whether [`claim`] would find any.
pub fn is_any_due(tx: &mut Tx, means: &[Means], now: Instant) -> Result<bool> {
    Ok(!due(tx, means, now)?.is_empty())
}

/// Takes on what is to be told now by these means. Who has looked at everything meanwhile is not told.
pub fn claim(tx: &mut Tx, means: &[Means], now: Instant) -> Result<Vec<Due>> {
    let mut claimed = Vec::new();
    for (channel, unseen) in due(tx, means, now)? {
        let since = unseen.then_some(now.millis());
        tx.run(
            sql!("update alert_channel set waiting_since = null, claimed_at = $2 where id = $1"),
            &[(&channel.id).into(), since.into()],
        )?;
        add_up(tx, &channel.id)?;
        claimed.extend(unseen.then_some(Due(channel)));
    }
    Ok(claimed)
}

/// Channels whose time has come, and whether their member has something left to look at.
fn due(tx: &mut Tx, means: &[Means], now: Instant) -> Result<Vec<(Channel, bool)>> {
    let by = |wanted: Means| if means.contains(&wanted) { wanted.key() } else { "" };
    Ok(tx.all(
        sql!(
            "select c.id, c.kind, c.address, c.tongue, c.made_at, c.confirmed, c.enabled, c.trouble, c.failures,
                     c.failing_since,
                     (select count(*) from alert_unseen u where u.member_id = c.member_id)
              from alert_channel c join member m on m.id = c.member_id
              where c.kind in ($1, $2) and c.confirmed and c.enabled and m.enabled
                and (c.waiting_since <= $3 or c.claimed_at <= $4) and (c.claimed_at is null or c.claimed_at <= $4)
                and (c.told_at is null or c.told_at <= $5) and c.due_at <= $6
              order by c.id limit $7"
        ),
        &[
            by(Means::Mail).into(),
            by(Means::Push).into(),
            now.plus_millis(-PRESENT).millis().into(),
            now.plus_millis(-FALLEN).millis().into(),
            now.plus_millis(-QUIET).millis().into(),
            now.millis().into(),
            MOST.into(),
        ],
        |row| Ok((channel(row)?, row.int(10)? > 0)),
    )?)
}

/// The member was told.
pub fn told(tx: &mut Tx, due: &Due, now: Instant) -> Result<()> {
    tx.run(
        sql!(
            "update alert_channel set claimed_at = null, told_at = $2, failures = 0, failing_since = null, due_at = 0,
                                       trouble = '' where id = $1"
        ),
        &[(&due.0.id).into(), now.millis().into()],
    )?;
    add_up(tx, &due.0.id)
}

/// The member could not be told: tried again later, or never when it is `hopeless` or failed for a day.
pub fn failed(tx: &mut Tx, due: &Due, trouble: &str, hopeless: bool, now: Instant) -> Result<()> {
    let Due(channel) = due;
    let (failures, since) = (channel.failures + 1, channel.failing_since.unwrap_or(now.millis()));
    let give_up = hopeless || now.millis() - since >= PATIENCE;
    let wait = (FIRST_WAIT << (failures - 1).clamp(0, 20)).min(LONGEST_WAIT);
    tx.run(
        sql!(
            "update alert_channel set claimed_at = null, waiting_since = coalesce(waiting_since, $2), failures = $3,
                                       failing_since = $4, due_at = $5, enabled = $6, trouble = $7 where id = $1"
        ),
        &[
            (&channel.id).into(),
            now.millis().into(),
            failures.into(),
            since.into(),
            (now.millis() + wait).into(),
            (!give_up).into(),
            trouble.into(),
        ],
    )?;
    add_up(tx, &channel.id)
}

/// The browser is not there any more.
pub fn gone(tx: &mut Tx, due: &Due) -> Result<()> {
    delete(tx, &due.0.id)
}

/// Deletes the addresses of members who are no longer let in, and those that nobody confirmed for a day.
pub fn forget(tx: &mut Tx, now: Instant) -> Result<usize> {
    Ok(tx.run(
        sql!(
            "delete from alert_channel where member_id in (select id from member where not enabled)
                or (not confirmed and made_at <= $1)"
        ),
        &[now.plus_hours(-24).millis().into()],
    )?)
}
