//! The SQL of lists and nothing else.

use super::stored::{Became, Counts, State, StoredRow};
use crate::Result;
use base::{CaseId, Instant, ListId, SenderId, TeamId, UserId};
use store::sum::{row_sum, sum};
use store::{Row, StoreError, Tx, Value, sql};

pub struct SenderRow {
    pub id: SenderId,
    pub sealed_key: Vec<u8>,
    pub sealed: Vec<u8>,
}

pub fn senders(tx: &mut Tx, team: TeamId) -> Result<Vec<SenderRow>> {
    Ok(tx.all(
        sql!("select id, sealed_key, sealed from sender where team_id = $1 order by id"),
        &[(&team.to_string()).into()],
        |row| Ok(SenderRow { id: row.id(0, SenderId::read)?, sealed_key: row.blob(1)?, sealed: row.blob(2)? }),
    )?)
}

pub fn save_sender(tx: &mut Tx, team: TeamId, sender: &SenderRow) -> Result<()> {
    let (id, team) = (sender.id.to_string(), team.to_string());
    let sum = sum("sender", &[(&id).into(), (&team).into(), (&sender.sealed_key).into(), (&sender.sealed).into()]);
    tx.run(
        sql!(
            "insert into sender (id, team_id, sealed_key, sealed, sum) values ($1, $2, $3, $4, $5)
              on conflict (id) do update
              set sealed_key = excluded.sealed_key, sealed = excluded.sealed, sum = excluded.sum"
        ),
        &[(&id).into(), (&team).into(), (&sender.sealed_key).into(), (&sender.sealed).into(), sum.into()],
    )?;
    Ok(())
}

pub struct ListEntry {
    pub id: ListId,
    pub sender: SenderId,
    pub member: String,
    pub at: Instant,
    pub previous: Option<ListId>,
    pub state: State,
    pub digest: [u8; 32],
    pub sealed: Vec<u8>,
}

fn list_entry(row: &Row) -> store::Result<ListEntry> {
    Ok(ListEntry {
        id: row.id(0, ListId::read)?,
        sender: row.id(1, SenderId::read)?,
        member: row.text(2)?,
        at: Instant::from_millis(row.int(3)?),
        previous: row.maybe_id(4, ListId::read)?,
        state: State::from_key(&row.text(5)?).ok_or(StoreError::Damaged("a list's state"))?,
        digest: row.bytes(6)?,
        sealed: row.blob(7)?,
    })
}

/// The lists of a team, newest first.
pub fn lists(tx: &mut Tx, team: TeamId) -> Result<Vec<ListEntry>> {
    Ok(tx.all(
        sql!(
            "select l.id, l.sender_id, m.name, l.received_at, l.previous_id, l.state, l.digest, l.sealed
              from list l join sender s on s.id = l.sender_id join member m on m.id = l.member_id
              where s.team_id = $1 order by l.received_at desc, l.id desc"
        ),
        &[(&team.to_string()).into()],
        list_entry,
    )?)
}

/// A list of this team; another team's is not found.
pub fn list(tx: &mut Tx, team: TeamId, id: ListId) -> Result<Option<ListEntry>> {
    Ok(tx.one(
        sql!(
            "select l.id, l.sender_id, m.name, l.received_at, l.previous_id, l.state, l.digest, l.sealed
              from list l join sender s on s.id = l.sender_id join member m on m.id = l.member_id
              where s.team_id = $1 and l.id = $2"
        ),
        &[(&team.to_string()).into(), (&id.to_string()).into()],
        list_entry,
    )?)
}

pub struct NewList<'a> {
    pub id: ListId,
    pub sender: SenderId,
    pub member: UserId,
    pub at: Instant,
    pub previous: Option<ListId>,
    pub digest: [u8; 32],
    pub sealed: &'a [u8],
}

pub fn add_list(tx: &mut Tx, list: &NewList) -> Result<()> {
    tx.run(
        sql!(
            "insert into list (id, sender_id, member_id, received_at, previous_id, state, digest, sealed)
              values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &[
            (&list.id.to_string()).into(),
            (&list.sender.to_string()).into(),
            (&list.member.to_string()).into(),
            list.at.millis().into(),
            list.previous.map(|previous| previous.to_string()).as_deref().into(),
            State::Running.key().into(),
            (&list.digest).into(),
            list.sealed.into(),
        ],
    )?;
    add_up_list(tx, &list.id.to_string())
}

/// Brings a list's sum up to what the row says now.
fn add_up_list(tx: &mut Tx, id: &str) -> Result<()> {
    let sum = row_sum(
        tx,
        "list",
        sql!(
            "select id, sender_id, member_id, received_at, previous_id, state, digest, sealed, sum from list
              where id = $1"
        ),
        &[id.into()],
    )?;
    tx.run(sql!("update list set sum = $2 where id = $1"), &[id.into(), sum.into()])?;
    Ok(())
}

pub fn state(tx: &mut Tx, id: ListId) -> Result<Option<State>> {
    let state = tx.one(sql!("select state from list where id = $1"), &[(&id.to_string()).into()], |row| row.text(0))?;
    Ok(state.as_deref().and_then(State::from_key))
}

pub fn set_state(tx: &mut Tx, id: ListId, state: State) -> Result<()> {
    tx.run(sql!("update list set state = $2 where id = $1"), &[(&id.to_string()).into(), state.key().into()])?;
    add_up_list(tx, &id.to_string())
}

pub fn counts(tx: &mut Tx, id: ListId) -> Result<Counts> {
    let counted = tx.all(
        sql!("select outcome, count(*) from list_row where list_id = $1 group by outcome order by outcome"),
        &[(&id.to_string()).into()],
        |row| Ok((became(&row.text(0)?)?, row.int(1)? as usize)),
    )?;
    Ok(Counts(counted.into_iter().collect()))
}

fn became(key: &str) -> store::Result<Became> {
    Became::from_key(key).ok_or(StoreError::Damaged("a row's outcome"))
}

/// A row as it lies in the database.
pub struct SealedRow {
    pub number: u32,
    pub became: Became,
    pub case: Option<CaseId>,
    pub fingerprint: [u8; 32],
    /// `None` when the row was erased.
    pub sealed: Option<Vec<u8>>,
}

fn sealed_row(row: &Row) -> store::Result<SealedRow> {
    Ok(SealedRow {
        number: row.int(0)?.try_into().map_err(|_| StoreError::Damaged("a row's number"))?,
        became: became(&row.text(1)?)?,
        case: row.maybe_id(2, CaseId::read)?,
        fingerprint: row.bytes(3)?,
        sealed: row.maybe_blob(4)?,
    })
}

/// Rows `from` to `to`, both included, in the order of the file.
pub fn rows_between(tx: &mut Tx, id: ListId, from: u32, to: u32) -> Result<Vec<SealedRow>> {
    Ok(tx.all(
        sql!(
            "select \"row\", outcome, case_id, fingerprint, sealed from list_row
              where list_id = $1 and \"row\" between $2 and $3 order by \"row\""
        ),
        &[(&id.to_string()).into(), i64::from(from).into(), i64::from(to).into()],
        sealed_row,
    )?)
}

/// Some rows of one outcome, or of every one when it is empty, in the order of the file.
pub fn rows_of(tx: &mut Tx, id: ListId, outcome: &str, skip: usize, take: usize) -> Result<Vec<SealedRow>> {
    Ok(tx.all(
        sql!(
            "select \"row\", outcome, case_id, fingerprint, sealed from list_row
              where list_id = $1 and ($2 = '' or outcome = $2) order by \"row\" limit $4 offset $3"
        ),
        &[(&id.to_string()).into(), outcome.into(), (skip as i64).into(), (take as i64).into()],
        sealed_row,
    )?)
}

/// As [`rows_of`], after a row instead of after so many: what changes meanwhile shifts nothing.
pub fn rows_after(tx: &mut Tx, id: ListId, outcome: &str, row: u32, take: usize) -> Result<Vec<SealedRow>> {
    Ok(tx.all(
        sql!(
            "select row, outcome, case_id, fingerprint, sealed from list_row
              where list_id = $1 and row > $3 and ($2 = '' or outcome = $2) order by row limit $4"
        ),
        &[(&id.to_string()).into(), outcome.into(), i64::from(row).into(), (take as i64).into()],
        sealed_row,
    )?)
}

pub fn add_row(tx: &mut Tx, id: &str, row: &StoredRow, fingerprint: &[u8; 32], sealed: &[u8]) -> Result<()> {
    let case = row.case.map(|case| case.to_string());
    let [list, outcome, case]: [Value; 3] = [id.into(), row.became.key().into(), case.as_deref().into()];
    let (number, fingerprint, sealed) = (i64::from(row.number).into(), fingerprint.into(), sealed.into());
    let sum = sum("list_row", &[list, number, outcome, case, fingerprint, sealed]);
    tx.run(
        sql!(
            "insert into list_row (list_id, \"row\", outcome, case_id, fingerprint, sealed, sum)
              values ($1, $2, $3, $4, $5, $6, $7)"
        ),
        &[list, number, outcome, case, fingerprint, sealed, sum.into()],
    )?;
    Ok(())
}

/// Brings a row's sum up to what the row says now.
fn add_up_row(tx: &mut Tx, id: &str, row: u32) -> Result<()> {
    let (list, number): (Value, Value) = (id.into(), i64::from(row).into());
    let sum = row_sum(
        tx,
        "list_row",
        sql!(
            "select list_id, \"row\", outcome, case_id, fingerprint, sealed, sum
              from list_row where list_id = $1 and \"row\" = $2"
        ),
        &[list, number],
    )?;
    tx.run(sql!("update list_row set sum = $3 where list_id = $1 and \"row\" = $2"), &[list, number, sum.into()])?;
    Ok(())
}

pub fn set_outcome(tx: &mut Tx, id: &str, row: u32, became: Became, case: Option<CaseId>) -> Result<()> {
    tx.run(
        sql!("update list_row set outcome = $3, case_id = $4 where list_id = $1 and \"row\" = $2"),
        &[id.into(), i64::from(row).into(), became.key().into(), case.map(|case| case.to_string()).as_deref().into()],
    )?;
    add_up_row(tx, id, row)
}

pub fn set_content(tx: &mut Tx, id: ListId, row: u32, sealed: &[u8]) -> Result<()> {
    tx.run(
        sql!("update list_row set sealed = $3 where list_id = $1 and \"row\" = $2"),
        &[(&id.to_string()).into(), i64::from(row).into(), sealed.into()],
    )?;
    add_up_row(tx, &id.to_string(), row)
}

/// Empties the rows that became a case: their cells, and the hash by which the same row would be known. Says how many.
pub fn forget_case(tx: &mut Tx, case: CaseId) -> Result<usize> {
    let rows = tx.all(
        sql!("select list_id, \"row\" from list_row where case_id = $1 order by list_id, \"row\""),
        &[(&case.to_string()).into()],
        |row| Ok((row.text(0)?, row.int(1)? as u32)),
    )?;
    for (list, row) in &rows {
        tx.run(
            sql!(
                "update list_row set sealed = null, case_id = null, fingerprint = $3 where list_id = $1 and \"row\" = $2"
            ),
            &[list.into(), i64::from(*row).into(), (&[0u8; 32]).into()],
        )?;
        add_up_row(tx, list, *row)?;
    }
    Ok(rows.len())
}

/// Which of the rows from `from` to `to` still wait.
pub fn waiting_between(tx: &mut Tx, id: &str, from: u32, to: u32) -> Result<Vec<u32>> {
    Ok(tx.all(
        sql!(
            "select \"row\" from list_row where list_id = $1 and \"row\" between $2 and $3 and outcome = 'waiting' order by \"row\""
        ),
        &[id.into(), i64::from(from).into(), i64::from(to).into()],
        |row| Ok(row.int(0)? as u32),
    )?)
}

/// The case that a row with these cells became, in whatever list of the team it came.
pub fn case_of_fingerprint(tx: &mut Tx, fingerprint: &[u8; 32]) -> Result<Option<CaseId>> {
    Ok(tx.one(
        sql!(
            "select case_id from list_row where fingerprint = $1 and case_id is not null
              order by list_id desc, \"row\" limit 1"
        ),
        &[fingerprint.into()],
        |row| row.id(0, CaseId::read),
    )?)
}

/// The case of rows with these cells, when all of them became one.
pub fn only_case_of_fingerprint(tx: &mut Tx, fingerprint: &[u8; 32]) -> Result<Option<CaseId>> {
    let cases = tx.all(
        sql!(
            "select distinct case_id from list_row where fingerprint = $1 and case_id is not null
              order by case_id limit 2"
        ),
        &[fingerprint.into()],
        |row| row.id(0, CaseId::read),
    )?;
    Ok(if let [only] = cases[..] { Some(only) } else { None })
}

/// Whether somebody said of a row with these cells that it is no person.
pub fn was_set_aside(tx: &mut Tx, fingerprint: &[u8; 32]) -> Result<bool> {
    let found = tx.one(
        sql!("select \"row\" from list_row where fingerprint = $1 and outcome = 'not-a-person' order by list_id desc, \"row\" limit 1"),
        &[fingerprint.into()],
        |row| row.int(0),
    )?;
    Ok(found.is_some())
}

/// Rows of a list whose case is not on another list, in the order of the file.
pub fn not_on(tx: &mut Tx, id: ListId, other: ListId) -> Result<Vec<SealedRow>> {
    Ok(tx.all(
        sql!(
            "select \"row\", outcome, case_id, fingerprint, sealed from list_row
              where list_id = $1 and case_id is not null
                and case_id not in (select case_id from list_row where list_id = $2 and case_id is not null)
              order by \"row\""
        ),
        &[(&id.to_string()).into(), (&other.to_string()).into()],
        sealed_row,
    )?)
}
