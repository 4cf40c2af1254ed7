//! Lending: whoever holds a case's keys gives some of them to one member, for some hours, in an emergency.
//!
//! Lent keys stand under a holder of their own. So they are on no desk, in no list and no export; they open a case for
//! reading alone; and every reading with them is on the record as what it is.

use crate::keyring::{Holder, case_key_place};
use crate::{AccessError, Cx, OpenCase, Result};
use base::{CaseId, Instant, UserId};
use store::sum::sum;
use store::{Value, sql};
use vault::{Compartment, Context, Public};

/// The action of a reading with lent keys.
pub const EMERGENCY: &str = "emergency";

/// What of a case is open in an emergency alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lent {
    pub parts: Vec<Compartment>,
    /// When the first of them closes again.
    pub until: Instant,
}

/// Adds what was lent of a case to what is open of it anyway.
pub(crate) fn open_with_lent(cx: &mut Cx, open: &mut OpenCase) -> Result<()> {
    let held = open.compartments();
    let mut parts = Vec::new();
    for (part, generation, key) in cx.keys.lent_keys(cx.tx, open.id, cx.now)? {
        if !held.contains(&part) {
            open.keys.insert((part, generation), key);
            parts.push(part);
        }
    }
    parts.dedup();
    if parts.is_empty() {
        return Ok(());
    }
    let mut until = None;
    for part in &parts {
        let ends = ends(cx, open.id, cx.keys.actor.member, *part)?;
        until = [until, ends].into_iter().flatten().min();
    }
    open.lent = until.map(|until| Lent { parts, until });
    Ok(())
}

fn ends(cx: &mut Cx, case: CaseId, member: UserId, part: Compartment) -> Result<Option<Instant>> {
    let ends = cx.tx.one(
        sql!("select max(expires_at) from case_key where holder = $1 and case_id = $2 and compartment = $3"),
        &[(&Holder::Emergency(member).text()).into(), (&case.to_string()).into(), part.number().into()],
        |row| row.maybe_int(0),
    )?;
    Ok(ends.flatten().map(Instant::from_millis))
}

/// Wraps the keys of these parts of an open case to a member, until then; what was lent for longer stays so. Says
/// which parts there were.
pub fn lend(
    cx: &mut Cx,
    case: &OpenCase,
    parts: &[Compartment],
    to: UserId,
    until: Instant,
) -> Result<Vec<Compartment>> {
    let public = sealing_key(cx, to)?;
    let mut lent = Vec::new();
    for ((part, generation), key) in case.keys.iter().filter(|((part, _), _)| parts.contains(part)) {
        let place = case_key_place(case.id, *part, *generation);
        let wrapped = cx.keys.seal_to(&public, key.as_bytes(), Context::Place(&place), cx.rng)?;
        let longest = ends(cx, case.id, to, *part)?.into_iter().chain([until]).max();
        let (case, holder) = (case.id.to_string(), Holder::Emergency(to).text());
        let values: [Value; 6] = [
            (&case).into(),
            part.number().into(),
            (*generation).into(),
            (&holder).into(),
            (&wrapped).into(),
            longest.map(Instant::millis).into(),
        ];
        cx.tx.run(
            sql!(
                "insert into case_key (case_id, compartment, generation, holder, wrapped, expires_at, sum)
                  values ($1, $2, $3, $4, $5, $6, $7)
                  on conflict (holder, case_id, compartment, generation) do update
                  set wrapped = excluded.wrapped, expires_at = excluded.expires_at, sum = excluded.sum"
            ),
            &[values.as_slice(), &[sum("case_key", &values).into()]].concat(),
        )?;
        lent.push(*part);
    }
    lent.dedup();
    Ok(lent)
}

/// The public half to which a member is sent what only this member reads.
fn sealing_key(cx: &mut Cx, member: UserId) -> Result<Public> {
    let key = cx.tx.one(
        sql!("select sealing_key from member where id = $1 and enabled"),
        &[(&member.to_string()).into()],
        |row| row.blob(0),
    )?;
    Ok(Public::from_slice(&key.ok_or(AccessError::NoMember)?)?)
}
