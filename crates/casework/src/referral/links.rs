//! The SQL of links and nothing else.

use crate::Result;
use base::{CaseId, Instant, TeamId};
use store::sum::sum;
use store::{Row, Tx, Value, sql};

pub(super) struct LinkRow {
    pub file: CaseId,
    pub mark: Vec<u8>,
    /// Empty once it was answered.
    pub sealed: Vec<u8>,
    pub expires: Instant,
    pub opened_at: Option<Instant>,
    pub answer: Option<Vec<u8>>,
    pub answered_at: Option<Instant>,
}

/// Keeps a link in place of an earlier one of the same file.
pub(super) fn put(tx: &mut Tx, row: &LinkRow) -> Result<()> {
    let file = row.file.to_string();
    let values: [Value; 7] = [
        (&file).into(),
        (&row.mark).into(),
        (&row.sealed).into(),
        row.expires.millis().into(),
        row.opened_at.map(Instant::millis).into(),
        row.answer.as_ref().into(),
        row.answered_at.map(Instant::millis).into(),
    ];
    let sum = sum("referral_link", &values);
    tx.run(
        sql!(
            "insert into referral_link (file_id, mark, sealed, expires_at, opened_at, answer, answered_at, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8)
              on conflict (file_id) do update set mark = excluded.mark, sealed = excluded.sealed,
              expires_at = excluded.expires_at, opened_at = excluded.opened_at, answer = excluded.answer,
              answered_at = excluded.answered_at, sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

pub(super) fn of_mark(tx: &mut Tx, mark: &[u8]) -> Result<Option<LinkRow>> {
    Ok(tx.one(
        sql!(
            "select file_id, mark, sealed, expires_at, opened_at, answer, answered_at from referral_link where mark = $1"
        ),
        &[mark.into()],
        read,
    )?)
}

/// Links of a team's referrals that were answered and not taken in yet.
pub(super) fn answered(tx: &mut Tx, team: TeamId) -> Result<Vec<LinkRow>> {
    Ok(tx.all(
        sql!(
            "select l.file_id, l.mark, l.sealed, l.expires_at, l.opened_at, l.answer, l.answered_at
              from referral_link l join referral r on r.file_id = l.file_id
              where r.from_team = $1 and l.answered_at is not null order by l.file_id"
        ),
        &[(&team.to_string()).into()],
        read,
    )?)
}

pub(super) fn forget(tx: &mut Tx, file: CaseId) -> Result<()> {
    tx.run(sql!("delete from referral_link where file_id = $1"), &[(&file.to_string()).into()])?;
    Ok(())
}

fn read(row: &Row) -> store::Result<LinkRow> {
    Ok(LinkRow {
        file: row.id(0, CaseId::read)?,
        mark: row.blob(1)?,
        sealed: row.blob(2)?,
        expires: Instant::from_millis(row.int(3)?),
        opened_at: row.maybe_int(4)?.map(Instant::from_millis),
        answer: row.maybe_blob(5)?,
        answered_at: row.maybe_int(6)?.map(Instant::from_millis),
    })
}
