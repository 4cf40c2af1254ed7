//! The SQL of erasure and retention, and nothing else.

use super::{Asked, Counts, Erased, Ground, Run, Stone};
use crate::Result;
use base::{CaseId, Instant, TeamId, UserId};
use store::sum::sum;
use store::{Row, StoreError, Tx, Value, sql};

/// Tables that hold something of a case, by the column that names it. A test holds this list against the database.
#[cfg(test)]
pub(super) const OF_A_CASE: &[(&str, &str)] = &[
    ("event", "case_id"),
    ("case_key", "case_id"),
    ("casefile", "case_id"),
    ("summary", "case_id"),
    ("access_entry", "case_id"),
    ("attachment", "case_id"),
    ("letter", "case_id"),
    ("hearing_claim", "case_id"),
    ("list_row", "case_id"),
    ("roll_line", "case_id"),
    ("brought_record", "case_id"),
    ("referral", "file_id"),
    ("referral_link", "file_id"),
    ("alert", "case_id"),
    ("emergency", "case_id"),
    ("erasure", "case_id"),
    ("erased", "case_id"),
    ("due", "case_id"),
    ("batch_row", "case_id"),
    ("retention_due", "case_id"),
];

/// Deletes everything that is kept of a case but envelopes, the record of reading, and its number. Says how much.
pub(super) fn delete(tx: &mut Tx, case: CaseId, now: Instant) -> Result<Counts> {
    let id = case.to_string();
    let id: [Value; 1] = [(&id).into()];
    tx.forget();
    let chunks =
        sql!("delete from attachment_chunk where event_id in (select event_id from attachment where case_id = $1)");
    tx.run(chunks, &id)?;
    let payloads = sql!("delete from payload where event_id in (select id from event where case_id = $1)");
    let counts = [
        ("payloads", tx.run(payloads, &id)?),
        ("keys", tx.run(sql!("delete from case_key where case_id = $1"), &id)?),
        ("summaries", tx.run(sql!("delete from summary where case_id = $1"), &id)?),
        ("attachments", tx.run(sql!("delete from attachment where case_id = $1"), &id)?),
        ("list-rows", crate::lists::forget_case(tx, case)?),
        ("roll-lines", crate::rolls::forget_case(tx, case)?),
        ("records", tx.run(sql!("delete from brought_record where case_id = $1"), &id)?),
        ("links", tx.run(sql!("delete from referral_link where file_id = $1"), &id)?),
        ("notes", crate::referral::forget(tx, case, now)?),
        ("alerts", access::alert::forget_case(tx, case)?),
        ("emergencies", crate::emergency::forget_case(tx, case)?),
        ("letters", crate::letters::forget_case(tx, case)?),
    ];
    crate::hearing::forget_case(tx, case)?;
    crate::plan::forget_case(tx, case)?;
    tx.run(sql!("delete from erasure where case_id = $1"), &id)?;
    tx.run(sql!("delete from retention_due where case_id = $1"), &id)?;
    Ok(Counts(counts.map(|(kind, count)| (kind.to_owned(), count as u64)).into()))
}

pub(super) fn put_stone(tx: &mut Tx, stone: &Erased) -> Result<()> {
    let (case, team) = (stone.case.to_string(), stone.team.map(|team| team.to_string()));
    let (asked, confirmed) = (stone.asked_by.to_string(), stone.confirmed_by.to_string());
    let counts = stone.counts.text();
    let values: [Value; 8] = [
        (&case).into(),
        stone.position.into(),
        stone.at.millis().into(),
        stone.ground.key().into(),
        team.as_ref().into(),
        (&asked).into(),
        (&confirmed).into(),
        (&counts).into(),
    ];
    let sum = sum("erased", &values);
    tx.run(
        sql!(
            "insert into erased (case_id, position, at, ground, team_id, asked_by, confirmed_by, counts, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

pub(super) fn is_erased(tx: &mut Tx, case: CaseId) -> Result<bool> {
    let found =
        tx.one(sql!("select position from erased where case_id = $1"), &[(&case.to_string()).into()], |row| row.int(0));
    Ok(found?.is_some())
}

/// Every stone, in the order in which they were set.
pub(super) fn stones(tx: &mut Tx) -> Result<Vec<Stone>> {
    Ok(tx.all(sql!("select case_id, at, ground from erased order by position, case_id"), &[], |row| {
        Ok(Stone { case: row.id(0, CaseId::read)?, at: Instant::from_millis(row.int(1)?), ground: ground(row, 2)? })
    })?)
}

/// What was erased of a team's, newest first.
pub(super) fn erased_of(tx: &mut Tx, team: TeamId, most: usize) -> Result<Vec<Erased>> {
    Ok(tx.all(
        sql!(
            "select case_id, position, at, ground, team_id, asked_by, confirmed_by, counts from erased
              where team_id = $1 and case_id not in (select file_id from referral)
              order by position desc, case_id limit $2"
        ),
        &[(&team.to_string()).into(), (most as i64).into()],
        |row| {
            Ok(Erased {
                case: row.id(0, CaseId::read)?,
                position: row.int(1)?,
                at: Instant::from_millis(row.int(2)?),
                ground: ground(row, 3)?,
                team: row.maybe_id(4, TeamId::read)?,
                asked_by: row.id(5, UserId::read)?,
                confirmed_by: row.id(6, UserId::read)?,
                counts: Counts::read(&row.text(7)?).ok_or(StoreError::Damaged("what was erased"))?,
            })
        },
    )?)
}

/// An asking as it lies in the database: what was said is sealed.
pub(super) struct AskedRow {
    pub asked: Asked,
    pub team: TeamId,
    pub words: Vec<u8>,
}

pub(super) fn ask(tx: &mut Tx, row: &AskedRow) -> Result<()> {
    let (case, team, by) = (row.asked.case.to_string(), row.team.to_string(), row.asked.by.to_string());
    let values: [Value; 6] = [
        (&case).into(),
        (&team).into(),
        row.asked.ground.key().into(),
        row.asked.at.millis().into(),
        (&by).into(),
        (&row.words).into(),
    ];
    let sum = sum("erasure", &values);
    tx.run(
        sql!(
            "insert into erasure (case_id, team_id, ground, asked_at, asked_by, words, sum)
              values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

pub(super) fn unask(tx: &mut Tx, case: CaseId) -> Result<bool> {
    Ok(tx.run(sql!("delete from erasure where case_id = $1"), &[(&case.to_string()).into()])? > 0)
}

/// What waits for a second person in a team: of one case, or of every one.
pub(super) fn asked(tx: &mut Tx, team: TeamId, case: Option<CaseId>) -> Result<Vec<AskedRow>> {
    let case = case.map(|case| case.to_string()).unwrap_or_default();
    Ok(tx.all(
        sql!(
            "select e.case_id, e.team_id, e.ground, e.asked_at, e.asked_by, e.words, m.name
              from erasure e join member m on m.id = e.asked_by
              where e.team_id = $1 and ($2 = '' or e.case_id = $2) order by e.asked_at, e.case_id"
        ),
        &[(&team.to_string()).into(), (&case).into()],
        |row| {
            let asked = Asked {
                case: row.id(0, CaseId::read)?,
                ground: ground(row, 2)?,
                at: Instant::from_millis(row.int(3)?),
                by: row.id(4, UserId::read)?,
                by_name: row.text(6)?,
                words: String::new(),
            };
            Ok(AskedRow { asked, team: row.id(1, TeamId::read)?, words: row.blob(5)? })
        },
    )?)
}

/// Deletes what nobody confirmed since, and links whose time is over without an answer. Says how many.
pub(super) fn clear(tx: &mut Tx, asked_before: Instant, now: Instant) -> Result<usize> {
    let asked = tx.run(sql!("delete from erasure where asked_at <= $1"), &[asked_before.millis().into()])?;
    let links = tx.run(
        sql!("delete from referral_link where expires_at <= $1 and answered_at is null"),
        &[now.millis().into()],
    )?;
    Ok(asked + links)
}

/// Cases in which nothing was written since, that are not erased and not announced yet.
pub(super) fn idle(tx: &mut Tx, since: Instant, most: usize) -> Result<Vec<CaseId>> {
    Ok(tx.all(
        sql!(
            "select c.case_id from casefile c join event e on e.position = c.last_position
              where e.clock < $1 and c.case_id not in (select case_id from erased)
                and c.case_id not in (select case_id from retention_due)
              order by e.position limit $2"
        ),
        &[(since.millis() << 16).into(), (most as i64).into()],
        |row| row.id(0, CaseId::read),
    )?)
}

/// Whether something was written in a case since.
pub(super) fn went_on(tx: &mut Tx, case: CaseId, since: Instant) -> Result<bool> {
    let newest = tx.one(
        sql!("select coalesce(max(clock), 0) from event where case_id = $1"),
        &[(&case.to_string()).into()],
        |row| row.int(0),
    )?;
    Ok(newest.unwrap_or(0) >= since.millis() << 16)
}

pub(super) fn announce(tx: &mut Tx, case: CaseId, now: Instant, due: Instant) -> Result<()> {
    let case = case.to_string();
    let values: [Value; 3] = [(&case).into(), now.millis().into(), due.millis().into()];
    let sum = sum("retention_due", &values);
    tx.run(
        sql!("insert into retention_due (case_id, announced_at, due_at, sum) values ($1, $2, $3, $4)"),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

pub(super) fn keep(tx: &mut Tx, case: CaseId) -> Result<()> {
    tx.run(sql!("delete from retention_due where case_id = $1"), &[(&case.to_string()).into()])?;
    Ok(())
}

/// Announced cases whose day has come.
pub(super) fn due(tx: &mut Tx, now: Instant, most: usize) -> Result<Vec<CaseId>> {
    Ok(tx.all(
        sql!("select case_id from retention_due where due_at <= $1 order by due_at, case_id limit $2"),
        &[now.millis().into(), (most as i64).into()],
        |row| row.id(0, CaseId::read),
    )?)
}

/// What is announced, the first to go first, with the team whose case it is.
pub(super) fn announced(tx: &mut Tx, most: usize) -> Result<Vec<(CaseId, Instant)>> {
    Ok(tx.all(
        sql!("select case_id, due_at from retention_due order by due_at, case_id limit $1"),
        &[(most as i64).into()],
        |row| Ok((row.id(0, CaseId::read)?, Instant::from_millis(row.int(1)?))),
    )?)
}

/// The team whose case it is, or that asked for help when it is the file of a referral.
pub(super) fn team_of(tx: &mut Tx, case: CaseId) -> Result<Option<TeamId>> {
    let found = tx.one(
        sql!(
            "select coalesce(
                (select from_team from referral where file_id = $1),
                (select min(t.id) from case_key k join team t on t.id = k.holder where k.case_id = $1),
                '')"
        ),
        &[(&case.to_string()).into()],
        |row| row.text(0),
    )?;
    Ok(found.as_deref().and_then(TeamId::read))
}

pub(super) fn runs(tx: &mut Tx, most: usize) -> Result<Vec<Run>> {
    Ok(tx.all(
        sql!("select at, announced, erased, cleared from retention_run order by at desc limit $1"),
        &[(most as i64).into()],
        |row| {
            let count = |column| Ok::<_, StoreError>(row.int(column)? as u64);
            Ok(Run {
                at: Instant::from_millis(row.int(0)?),
                announced: count(1)?,
                erased: count(2)?,
                cleared: count(3)?,
            })
        },
    )?)
}

pub(super) fn note_run(tx: &mut Tx, run: &Run) -> Result<()> {
    let values: [Value; 4] = [
        run.at.millis().into(),
        (run.announced as i64).into(),
        (run.erased as i64).into(),
        (run.cleared as i64).into(),
    ];
    let sum = sum("retention_run", &values);
    tx.run(
        sql!("insert into retention_run (at, announced, erased, cleared, sum) values ($1, $2, $3, $4, $5)"),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

/// Programs of a team that may have taken copies, by name.
pub(super) fn programs(tx: &mut Tx, team: TeamId) -> Result<Vec<String>> {
    Ok(tx.all(
        sql!("select name from member where role = 'integration' and team_id = $1 order by name, id"),
        &[(&team.to_string()).into()],
        |row| row.text(0),
    )?)
}

/// What stays: envelopes and entries of the record; and how often a team exported people since a case began, and
/// printed its card.
pub(super) fn staying(tx: &mut Tx, case: CaseId, team: TeamId) -> Result<(u64, u64, u64, u64)> {
    let found = tx.one(
        sql!(
            "select (select count(*) from event where case_id = $1),
                    (select count(*) from access_entry where case_id = $1),
                    (select count(*) from access_entry a join member m on m.id = a.member_id
                      where m.team_id = $2 and a.action = 'export' and a.outcome = 'allowed'
                        and a.at >= (select coalesce(min(opened_at), 0) from casefile where case_id = $1)),
                    (select count(*) from access_entry
                      where case_id = $1 and action = 'print-card' and outcome = 'allowed')"
        ),
        &[(&case.to_string()).into(), (&team.to_string()).into()],
        |row| {
            let count = |column| Ok::<_, StoreError>(row.int(column)? as u64);
            Ok((count(0)?, count(1)?, count(2)?, count(3)?))
        },
    )?;
    Ok(found.unwrap_or_default())
}

fn ground(row: &Row, column: usize) -> store::Result<Ground> {
    Ground::from_key(&row.text(column)?).ok_or(StoreError::Damaged("the ground of an erasure"))
}
