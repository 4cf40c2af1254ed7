//! The SQL of referrals and nothing else.

use super::Sent;
use crate::Result;
use access::AccessError;
use base::{CaseId, Country, Instant, TeamId, UserId};
use serde::{Deserialize, Serialize};
use store::sum::{row_sum, sum};
use store::{Row, Tx, Value, sql};
use vault::{Context, DataKey, seal};

/// Where a referral stands, as far as can be known with nobody signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Open,
    Answered,
    /// The deadline passed without an answer.
    Silent,
    Withdrawn,
}

base::keys!(State { Open = "open", Answered = "answered", Silent = "silent", Withdrawn = "withdrawn" });

/// A row: pseudonymous ids and dates.
#[derive(Clone, Debug)]
pub(crate) struct ReferralRow {
    pub file: CaseId,
    pub from: TeamId,
    pub to: Option<TeamId>,
    pub about: Vec<u8>,
    pub state: State,
    pub asked_at: Instant,
    pub due_at: Instant,
    pub answered_at: Option<Instant>,
    pub withdrawn_at: Option<Instant>,
    pub deleted_at: Option<Instant>,
    pub deleted_by: Option<UserId>,
}

/// For the team that asked: about whom, in what it counts by.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct About {
    /// None when nobody was named.
    pub case: Option<CaseId>,
    pub sent: Sent,
    pub people: u32,
    pub nationality: Option<Country>,
    pub place: Option<String>,
}

impl About {
    pub fn seal(&self, key: &DataKey, file: CaseId, rng: &mut dyn rand_core::CryptoRng) -> Vec<u8> {
        let plain = zeroize::Zeroizing::new(postcard::to_stdvec(self).expect("it always encodes"));
        seal::seal(key, Context::of(&[b"referral", file.as_bytes()]), &plain, rng)
    }

    pub fn open(key: &DataKey, file: CaseId, sealed: &[u8]) -> Result<About> {
        let plain = seal::open(key, Context::of(&[b"referral", file.as_bytes()]), sealed)?;
        postcard::from_bytes(&plain).map_err(|_| AccessError::Unreadable)
    }
}

pub(crate) fn insert(tx: &mut Tx, row: &ReferralRow) -> Result<()> {
    let (file, from, to) = (row.file.to_string(), row.from.to_string(), row.to.map(|team| team.to_string()));
    let values: [Value; 11] = [
        (&file).into(),
        (&from).into(),
        to.as_ref().into(),
        (&row.about).into(),
        row.state.key().into(),
        row.asked_at.millis().into(),
        row.due_at.millis().into(),
        Value::Null,
        Value::Null,
        Value::Null,
        Value::Null,
    ];
    let sum = sum("referral", &values);
    tx.run(
        sql!(
            "insert into referral (file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at,
                                   deleted_at, deleted_by, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

/// Writes down what became of a referral.
pub(crate) fn update(tx: &mut Tx, row: &ReferralRow) -> Result<()> {
    let (file, by) = (row.file.to_string(), row.deleted_by.map(|member| member.to_string()));
    tx.run(
        sql!(
            "update referral set state = $2, due_at = $3, answered_at = $4, withdrawn_at = $5, deleted_at = $6, deleted_by = $7
              where file_id = $1"
        ),
        &[
            (&file).into(),
            row.state.key().into(),
            row.due_at.millis().into(),
            row.answered_at.map(Instant::millis).into(),
            row.withdrawn_at.map(Instant::millis).into(),
            row.deleted_at.map(Instant::millis).into(),
            by.as_ref().into(),
        ],
    )?;
    let sum = row_sum(
        tx,
        "referral",
        sql!(
            "select file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at, deleted_at,
                    deleted_by, sum from referral where file_id = $1"
        ),
        &[(&file).into()],
    )?;
    tx.run(sql!("update referral set sum = $2 where file_id = $1"), &[(&file).into(), sum.into()])?;
    Ok(())
}

/// Deletes what the team that asked noted of a file; [`update`] brings the sum up to it.
pub(crate) fn forget_about(tx: &mut Tx, file: CaseId) -> Result<()> {
    let nothing: &[u8] = &[];
    tx.run(sql!("update referral set about = $2 where file_id = $1"), &[(&file.to_string()).into(), nothing.into()])?;
    Ok(())
}

pub(crate) fn of_file(tx: &mut Tx, file: CaseId) -> Result<Option<ReferralRow>> {
    Ok(tx.one(
        sql!(
            "select file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at, deleted_at,
                    deleted_by from referral where file_id = $1"
        ),
        &[(&file.to_string()).into()],
        read,
    )?)
}

/// What a team asked others for, newest first.
pub(crate) fn sent_by(tx: &mut Tx, team: TeamId, most: i64, after: i64) -> Result<Vec<ReferralRow>> {
    Ok(tx.all(
        sql!(
            "select file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at, deleted_at,
                    deleted_by from referral where from_team = $1
              order by asked_at desc, file_id desc limit $2 offset $3"
        ),
        &[(&team.to_string()).into(), most.into(), after.into()],
        read,
    )?)
}

/// What a team was asked for, newest first.
pub(crate) fn received_by(tx: &mut Tx, team: TeamId, most: i64, after: i64) -> Result<Vec<ReferralRow>> {
    Ok(tx.all(
        sql!(
            "select file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at, deleted_at,
                    deleted_by from referral where to_team = $1
              order by asked_at desc, file_id desc limit $2 offset $3"
        ),
        &[(&team.to_string()).into(), most.into(), after.into()],
        read,
    )?)
}

/// Those whose deadline has passed without an answer.
pub(crate) fn overdue(tx: &mut Tx, now: Instant) -> Result<Vec<ReferralRow>> {
    Ok(tx.all(
        sql!(
            "select file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at, deleted_at,
                    deleted_by from referral where state = 'open' and due_at < $1 order by due_at, file_id"
        ),
        &[now.millis().into()],
        read,
    )?)
}

/// Those that were taken back, whose deletion was to be confirmed by now and was not.
pub(crate) fn not_deleted(tx: &mut Tx, now: Instant) -> Result<Vec<ReferralRow>> {
    Ok(tx.all(
        sql!(
            "select file_id, from_team, to_team, about, state, asked_at, due_at, answered_at, withdrawn_at, deleted_at,
                    deleted_by from referral
              where state = 'withdrawn' and due_at < $1 and to_team is not null and deleted_at is null
              order by due_at, file_id"
        ),
        &[now.millis().into()],
        read,
    )?)
}

fn read(row: &Row) -> store::Result<ReferralRow> {
    let at = |column| Ok::<_, store::StoreError>(row.maybe_int(column)?.map(Instant::from_millis));
    Ok(ReferralRow {
        file: row.id(0, CaseId::read)?,
        from: row.id(1, TeamId::read)?,
        to: row.maybe_id(2, TeamId::read)?,
        about: row.blob(3)?,
        state: row.id(4, State::from_key)?,
        asked_at: Instant::from_millis(row.int(5)?),
        due_at: Instant::from_millis(row.int(6)?),
        answered_at: at(7)?,
        withdrawn_at: at(8)?,
        deleted_at: at(9)?,
        deleted_by: row.maybe_id(10, UserId::read)?,
    })
}

/// How often the team that was asked opened a file, and when last.
pub(crate) fn readings(tx: &mut Tx, file: CaseId, team: Option<TeamId>) -> Result<(i64, Option<Instant>)> {
    let Some(team) = team else { return Ok((0, None)) };
    let found = tx.one(
        sql!(
            "select count(*), max(a.at) from access_entry a join member m on m.id = a.member_id
              where a.case_id = $1 and m.team_id = $2 and a.outcome = 'allowed'"
        ),
        &[(&file.to_string()).into(), (&team.to_string()).into()],
        |row| Ok((row.int(0)?, row.maybe_int(1)?.map(Instant::from_millis))),
    )?;
    Ok(found.unwrap_or_default())
}
