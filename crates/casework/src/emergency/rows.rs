//! The SQL of emergencies and nothing else.

use super::State;
use crate::Result;
use access::entries::compartment_bits;
use base::{CaseCode, CaseId, EmergencyId, Instant, TeamId, UserId};
use store::sum::sum;
use store::{Row, Tx, Value, sql};
use vault::Compartment;

/// A row: pseudonymous ids and dates, and sealed words.
#[derive(Clone, Debug)]
pub(crate) struct EmergencyRow {
    pub id: EmergencyId,
    pub about: Option<(CaseId, TeamId)>,
    pub asker: UserId,
    pub parts: Vec<Compartment>,
    pub hours: i64,
    pub reason: Vec<u8>,
    pub own_copy: Vec<u8>,
    pub state: State,
    pub asked_at: Instant,
    pub told_at: Option<Instant>,
    pub answered: Option<(Instant, UserId)>,
    pub answer: Option<Vec<u8>>,
    pub expires_at: Option<Instant>,
    pub reviewed: Option<(Instant, UserId)>,
    pub review: Option<Vec<u8>>,
}

/// Writes a row, or what has become of it.
pub(crate) fn put(tx: &mut Tx, row: &EmergencyRow) -> Result<()> {
    let text = |id: Option<String>| id;
    let (case, team) = (text(row.about.map(|(case, _)| case.to_string())), text(row.about.map(|(_, t)| t.to_string())));
    let answered_by = text(row.answered.map(|(_, by)| by.to_string()));
    let reviewed_by = text(row.reviewed.map(|(_, by)| by.to_string()));
    let (id, asker) = (row.id.to_string(), row.asker.to_string());
    let values: [Value; 18] = [
        (&id).into(),
        case.as_ref().into(),
        team.as_ref().into(),
        (&asker).into(),
        compartment_bits(row.parts.iter().copied()).into(),
        row.hours.into(),
        (&row.reason).into(),
        (&row.own_copy).into(),
        row.state.key().into(),
        row.asked_at.millis().into(),
        row.told_at.map(Instant::millis).into(),
        row.answered.map(|(at, _)| at.millis()).into(),
        answered_by.as_ref().into(),
        row.answer.as_ref().into(),
        row.expires_at.map(Instant::millis).into(),
        row.reviewed.map(|(at, _)| at.millis()).into(),
        reviewed_by.as_ref().into(),
        row.review.as_ref().into(),
    ];
    let sum = sum("emergency", &values);
    tx.run(
        sql!(
            "insert into emergency (id, case_id, team_id, member_id, parts, hours, reason, own_copy, state, asked_at, told_at,
                                    answered_at, answered_by, answer, expires_at, reviewed_at, reviewed_by, review, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
              on conflict (id) do update
              set state = excluded.state, told_at = excluded.told_at, answered_at = excluded.answered_at,
                  answered_by = excluded.answered_by, answer = excluded.answer, expires_at = excluded.expires_at,
                  reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by, review = excluded.review,
                  sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

/// Which requests are wanted.
#[derive(Clone, Copy)]
pub(crate) enum Wanted {
    One(EmergencyId),
    AskedBy(UserId),
    OfTeam(TeamId),
    /// Those of which something is still to come, whoever they concern.
    Unfinished,
    All,
}

/// Newest first.
pub(crate) fn find(tx: &mut Tx, wanted: Wanted, most: usize) -> Result<Vec<EmergencyRow>> {
    let (mut id, mut member, mut team) = (String::new(), String::new(), String::new());
    match wanted {
        Wanted::One(one) => id = one.to_string(),
        Wanted::AskedBy(asker) => member = asker.to_string(),
        Wanted::OfTeam(of) => team = of.to_string(),
        Wanted::Unfinished | Wanted::All => {}
    }
    let unfinished = if matches!(wanted, Wanted::Unfinished) { "yes" } else { "" };
    Ok(tx.all(
        sql!(
            "select id, case_id, team_id, member_id, parts, hours, reason, own_copy, state, asked_at, told_at, answered_at,
                    answered_by, answer, expires_at, reviewed_at, reviewed_by, review from emergency
              where ($1 = '' or id = $1) and ($2 = '' or member_id = $2) and ($3 = '' or team_id = $3)
                and ($4 = '' or state in ('asked', 'granted'))
              order by id desc limit $5"
        ),
        &[(&id).into(), (&member).into(), (&team).into(), unfinished.into(), (most as i64).into()],
        read,
    )?)
}

fn read(row: &Row) -> store::Result<EmergencyRow> {
    let at = |column| Ok::<_, store::StoreError>(row.maybe_int(column)?.map(Instant::from_millis));
    let bits = row.int(4)?;
    Ok(EmergencyRow {
        id: row.id(0, EmergencyId::read)?,
        about: row.maybe_id(1, CaseId::read)?.zip(row.maybe_id(2, TeamId::read)?),
        asker: row.id(3, UserId::read)?,
        parts: Compartment::ALL.into_iter().filter(|part| bits >> part.number() & 1 == 1).collect(),
        hours: row.int(5)?,
        reason: row.blob(6)?,
        own_copy: row.blob(7)?,
        state: row.id(8, State::from_key)?,
        asked_at: Instant::from_millis(row.int(9)?),
        told_at: at(10)?,
        answered: at(11)?.zip(row.maybe_id(12, UserId::read)?),
        answer: row.maybe_blob(13)?,
        expires_at: at(14)?,
        reviewed: at(15)?.zip(row.maybe_id(16, UserId::read)?),
        review: row.maybe_blob(17)?,
    })
}

/// How often somebody has asked since then.
pub(crate) fn asked_since(tx: &mut Tx, member: UserId, since: Instant) -> Result<i64> {
    let count = tx.one(
        sql!("select count(*) from emergency where member_id = $1 and asked_at > $2"),
        &[(&member.to_string()).into(), since.millis().into()],
        |row| row.int(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// The case with a code and the team that holds it; nothing for a file, which belongs to a referral.
///
/// Where there is none, as much is asked of the database as where there is one.
pub(crate) fn case_and_team(tx: &mut Tx, code: CaseCode) -> Result<Option<(CaseId, TeamId)>> {
    let case = crate::registry::rows::case_with_code(tx, code)?;
    let asked = case.unwrap_or(CaseId::from_bytes([0; 16]));
    let team = tx.one(
        sql!(
            "select t.id from team t join case_key k on k.holder = t.id
              where k.case_id = $1 and not exists (select 1 from referral r where r.file_id = $1) order by t.id limit 1"
        ),
        &[(&asked.to_string()).into()],
        |row| row.id(0, TeamId::read),
    )?;
    Ok(case.zip(team))
}

/// Deletes what was asked about a case: for its erasure. Says how many.
pub fn forget_case(tx: &mut Tx, case: CaseId) -> Result<usize> {
    Ok(tx.run(sql!("delete from emergency where case_id = $1"), &[(&case.to_string()).into()])?)
}

/// Whether anybody could review: a protection officer of the team other than these two.
pub(crate) fn has_reviewer(tx: &mut Tx, team: TeamId, asker: UserId, giver: UserId) -> Result<bool> {
    let count = tx.one(
        sql!(
            "select count(*) from member where team_id = $1 and role = 'protection-officer' and enabled
                and id <> $2 and id <> $3"
        ),
        &[(&team.to_string()).into(), (&asker.to_string()).into(), (&giver.to_string()).into()],
        |row| row.int(0),
    )?;
    Ok(count.unwrap_or(0) > 0)
}
