//! Who hears whom: one member at a time, so that several can work through a queue and nobody is asked twice.
//!
//! The server decides. A claim holds for a while after the last answer; then the person is free for others.

use super::Hearing;
use crate::Result;
use crate::record::summaries;
use access::{AccessError, Action, Cx, OpenCase};
use base::{CaseId, Instant, UserId};
use store::sum::sum;
use store::{Row, Tx, Value, sql};

/// For how many minutes a claim holds after the last answer: long enough for a break.
const HOLDS_MINUTES: i64 = 30;

/// Somebody is being heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    pub case: CaseId,
    pub member: UserId,
    pub until: Instant,
}

/// The claims that stand.
pub fn claims(cx: &mut Cx) -> Result<Vec<Claim>> {
    cx.permit(Action::Hear)?;
    Ok(cx.tx.all(
        sql!("select case_id, member_id, until from hearing_claim where until > $1 order by case_id"),
        &[cx.now.millis().into()],
        read,
    )?)
}

/// Reads the answers of a case, and keeps others from hearing the person meanwhile.
pub fn begin(cx: &mut Cx, case: CaseId) -> Result<Hearing> {
    let open = cx.open(case, Action::Hear)?;
    take(cx, &open)?;
    Ok(Hearing::of(&summaries(cx.tx, &open)?, cx.now))
}

/// Begins with the first of these whom nobody has heard or hears; `None` when there is nobody left.
pub fn begin_next(cx: &mut Cx, waiting: &[CaseId]) -> Result<Option<CaseId>> {
    let heard_now = claims(cx)?;
    for case in waiting.iter().filter(|case| !heard_now.iter().any(|claim| claim.case == **case)) {
        let open = cx.open(*case, Action::Hear)?;
        if Hearing::of(&summaries(cx.tx, &open)?, cx.now).given.is_empty() {
            take(cx, &open)?;
            return Ok(Some(*case));
        }
    }
    Ok(None)
}

/// Claims an open case, or renews the claim; refused while another member's claim stands.
pub(super) fn take(cx: &mut Cx, open: &OpenCase) -> Result<()> {
    let me = cx.keys.actor.member;
    if let Some(other) = of_case(cx.tx, open.id)?.filter(|claim| claim.member != me && claim.until > cx.now) {
        return Err(AccessError::BeingHeard { until: other.until });
    }
    let until = cx.now.plus_millis(HOLDS_MINUTES * 60_000);
    put(cx.tx, &Claim { case: open.id, member: me, until })
}

/// Leaves the person to others; somebody else's claim stands as it is.
pub fn release(cx: &mut Cx, case: CaseId) -> Result<()> {
    cx.permit(Action::Hear)?;
    let (case, member) = (case.to_string(), cx.keys.actor.member.to_string());
    let mine = sql!("delete from hearing_claim where case_id = $1 and member_id = $2");
    cx.tx.run(mine, &[(&case).into(), (&member).into()])?;
    Ok(())
}

/// Deletes what is over, and says how much: a step of the round.
pub(crate) fn forget_over(tx: &mut Tx, now: Instant) -> Result<usize> {
    Ok(tx.run(sql!("delete from hearing_claim where until <= $1"), &[now.millis().into()])?)
}

/// Deletes the claim on a case: for its erasure.
pub(crate) fn forget_case(tx: &mut Tx, case: CaseId) -> Result<usize> {
    Ok(tx.run(sql!("delete from hearing_claim where case_id = $1"), &[(&case.to_string()).into()])?)
}

fn of_case(tx: &mut Tx, case: CaseId) -> Result<Option<Claim>> {
    let text = sql!("select case_id, member_id, until from hearing_claim where case_id = $1");
    Ok(tx.one(text, &[(&case.to_string()).into()], read)?)
}

fn put(tx: &mut Tx, claim: &Claim) -> Result<()> {
    let (case, member) = (claim.case.to_string(), claim.member.to_string());
    let values: [Value; 3] = [(&case).into(), (&member).into(), claim.until.millis().into()];
    let sum = sum("hearing_claim", &values);
    tx.run(
        sql!(
            "insert into hearing_claim (case_id, member_id, until, sum) values ($1, $2, $3, $4)
              on conflict (case_id) do update
              set member_id = excluded.member_id, until = excluded.until, sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

fn read(row: &Row) -> store::Result<Claim> {
    Ok(Claim {
        case: row.id(0, CaseId::read)?,
        member: row.id(1, UserId::read)?,
        until: Instant::from_millis(row.int(2)?),
    })
}
