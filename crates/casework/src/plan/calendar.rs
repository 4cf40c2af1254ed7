//! A member's calendar outside: an address with a secret, behind which codes and days stand, and nothing else.
//!
//! It is read without a sign-in, so it holds only what the server knows with nobody signed in.

use super::deadline::{DueDay, due_days};
use crate::Result;
use access::{Action, Cx, Role};
use base::{Instant, TeamId};
use store::sum::sum;
use store::{Tx, Value, sql};

/// Days that lie further back are no longer in the calendar.
const BACK_HOURS: i64 = 7 * 24;

/// Makes the secret of the actor's calendar, in place of an earlier one: whoever has the old address reads nothing.
pub fn make_feed(cx: &mut Cx) -> Result<String> {
    cx.permit(Action::Plan)?;
    let mut bytes = [0; 25];
    cx.rng.fill_bytes(&mut bytes);
    let secret = data_encoding::BASE32_NOPAD.encode(&bytes).to_lowercase();
    let (member, hash) = (cx.keys.actor.member.to_string(), hash(&secret));
    let values: [Value; 3] = [(&member).into(), (&hash).into(), cx.now.millis().into()];
    let sum = sum("calendar_feed", &values);
    cx.tx.run(
        sql!(
            "insert into calendar_feed (member_id, secret, made_at, sum) values ($1, $2, $3, $4)
              on conflict (member_id) do update set secret = excluded.secret, made_at = excluded.made_at,
                sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(secret)
}

/// Ends the actor's calendar.
pub fn end_feed(cx: &mut Cx) -> Result<()> {
    cx.permit(Action::Plan)?;
    let member = cx.keys.actor.member.to_string();
    cx.tx.run(sql!("delete from calendar_feed where member_id = $1"), &[(&member).into()])?;
    Ok(())
}

/// When the actor's calendar was made, where there is one.
pub fn feed_since(cx: &mut Cx) -> Result<Option<Instant>> {
    cx.permit(Action::Plan)?;
    let member = cx.keys.actor.member.to_string();
    let found = sql!("select made_at from calendar_feed where member_id = $1");
    Ok(cx.tx.one(found, &[(&member).into()], |row| row.int(0))?.map(Instant::from_millis))
}

/// What stands in the calendar behind a secret; `None` where it is nobody's, or of somebody who is no longer let in or
/// no longer plans.
pub fn feed(tx: &mut Tx, secret: &str, now: Instant) -> Result<Option<Vec<DueDay>>> {
    let found = tx.one(
        sql!(
            "select m.team_id, m.role from calendar_feed f join member m on m.id = f.member_id
              where f.secret = $1 and m.enabled"
        ),
        &[(&hash(secret)).into()],
        |row| Ok((row.maybe_id(0, TeamId::read)?, row.id(1, Role::from_key)?)),
    )?;
    let Some((Some(team), role)) = found else { return Ok(None) };
    if !role.may(Action::Plan) {
        return Ok(None);
    }
    due_days(tx, team, now.plus_hours(-BACK_HOURS).local_date()).map(Some)
}

/// Deletes the calendars of members who are no longer let in: a step of the round.
pub(crate) fn forget_feeds(tx: &mut Tx) -> Result<usize> {
    let gone = sql!("delete from calendar_feed where member_id in (select id from member where not enabled)");
    Ok(tx.run(gone, &[])?)
}

fn hash(secret: &str) -> Vec<u8> {
    vault::digest(&[b"calendar", secret.as_bytes()]).to_vec()
}
