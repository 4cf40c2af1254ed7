//! The dated deadlines of a country's pack, as when a waiver ends: everybody who plans is reminded, with nobody signed in.
//!
//! Whom it concerns the server does not know without a key; the page of the day says it to whoever holds one.

use super::deadline::RUNGS;
use crate::Result;
use ::pathway::pack::{Deadline, Shipped};
use access::Role;
use access::alert::{self, Alert, Kind, To};
use base::{Instant, days_after};
use rand_core::CryptoRng;
use store::sum::sum;
use store::{Tx, Value, sql};

/// Climbs the ladder of each deadline of the pack: a step of the round. A week before the day caseworkers and consular
/// officers are told, three days before the protection officers too, and on the day the administrators. Each rung once;
/// a day that moved begins again.
pub(crate) fn remind(tx: &mut Tx, pack: &Shipped, now: Instant, rng: &mut dyn CryptoRng) -> Result<usize> {
    let today = now.local_date();
    let mut told = 0;
    for deadline in pack.pack.deadlines.iter().filter(|one| one.ends_on >= today) {
        let rung = RUNGS.iter().filter(|days| deadline.ends_on <= days_after(today, **days)).count();
        if rung <= climbed(tx, pack, deadline)? {
            continue;
        }
        let mut roles = vec![Role::Caseworker, Role::ConsularOfficer];
        if rung > 1 {
            roles.push(Role::ProtectionOfficer);
        }
        if rung > 2 {
            roles.push(Role::Administrator);
        }
        for role in roles {
            alert::raise(tx, &Alert { to: To::Role(role), kind: Kind::Deadline, case: None }, now, rng)?;
        }
        keep(tx, pack, deadline, rung)?;
        told += 1;
    }
    Ok(told)
}

fn climbed(tx: &mut Tx, pack: &Shipped, deadline: &Deadline) -> Result<usize> {
    let found = tx.one(
        sql!("select rung from pack_reminder where pack = $1 and deadline = $2 and on_day = $3"),
        &[pack.id.into(), deadline.id.as_str().into(), (&deadline.ends_on.to_string()).into()],
        |row| row.int(0),
    )?;
    Ok(found.and_then(|rung| usize::try_from(rung).ok()).unwrap_or(0))
}

fn keep(tx: &mut Tx, pack: &Shipped, deadline: &Deadline, rung: usize) -> Result<()> {
    let on = deadline.ends_on.to_string();
    let rung = i64::try_from(rung).unwrap_or(i64::MAX);
    let values: [Value; 4] = [pack.id.into(), deadline.id.as_str().into(), (&on).into(), rung.into()];
    let sum = sum("pack_reminder", &values);
    tx.run(
        sql!(
            "insert into pack_reminder (pack, deadline, on_day, rung, sum) values ($1, $2, $3, $4, $5)
              on conflict (pack, deadline) do update set on_day = excluded.on_day, rung = excluded.rung,
                sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}
