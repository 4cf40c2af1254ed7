//! The SQL of rolls and nothing else.

use crate::Result;
use access::{AccessError, Cx};
use base::{CaseId, Date, Instant, RollId, TeamId, UserId};
use papers::roll::Decision;
use store::sum::{row_sum, sum};
use store::{Row, StoreError, Tx, Value, sql};

/// A version as it lies in the database.
pub struct RollRow {
    pub id: RollId,
    pub version: u32,
    /// The name with which whoever sealed it signs in.
    pub by: String,
    pub at: Instant,
    pub sent: Option<Date>,
    pub sealed: Vec<u8>,
}

pub struct LineRow {
    pub number: u32,
    pub case: Option<CaseId>,
    pub decision: Option<Decision>,
    /// `None` when the person was erased.
    pub sealed: Option<Vec<u8>>,
}

pub struct NewRoll<'a> {
    pub id: RollId,
    pub team: TeamId,
    pub mission: &'a [u8; 32],
    pub version: u32,
    pub member: UserId,
    pub at: Instant,
    pub sealed: &'a [u8],
}

fn roll(row: &Row) -> store::Result<RollRow> {
    let sent = Some(row.text(4)?).filter(|day| !day.is_empty());
    let sent = sent.map(|day| day.parse().map_err(|_| StoreError::Damaged("the day of a roll")));
    Ok(RollRow {
        id: row.id(0, RollId::read)?,
        version: row.int(1)?.try_into().map_err(|_| StoreError::Damaged("the version of a roll"))?,
        by: row.text(2)?,
        at: Instant::from_millis(row.int(3)?),
        sent: sent.transpose()?,
        sealed: row.blob(5)?,
    })
}

/// The versions of a mission's roll, newest first.
pub fn versions(tx: &mut Tx, team: TeamId, mission: &[u8; 32]) -> Result<Vec<RollRow>> {
    Ok(tx.all(
        sql!(
            "select r.id, r.version, m.name, r.made_at, coalesce(r.sent_on, ''), r.sealed
              from roll r join member m on m.id = r.member_id
              where r.team_id = $1 and r.mission = $2 order by r.version desc"
        ),
        &[(&team.to_string()).into(), mission.into()],
        roll,
    )?)
}

/// Whether there is a roll with this id, and which version of that mission's roll of the team it is: nothing inside where
/// it is none.
pub fn version_with(tx: &mut Tx, id: RollId, team: TeamId, mission: &[u8; 32]) -> Result<Option<Option<u32>>> {
    let found =
        tx.one(sql!("select team_id, mission, version from roll where id = $1"), &[(&id.to_string()).into()], |row| {
            Ok((row.id(0, TeamId::read)?, row.blob(1)?, row.int(2)?))
        })?;
    Ok(found.map(|(of, roll, version)| {
        let is_it = of == team && roll.as_slice() == mission;
        is_it.then(|| u32::try_from(version).ok()).flatten()
    }))
}

pub fn add(tx: &mut Tx, new: &NewRoll) -> Result<()> {
    let (id, team, member) = (new.id.to_string(), new.team.to_string(), new.member.to_string());
    let values: [Value; 8] = [
        (&id).into(),
        (&team).into(),
        new.mission.into(),
        i64::from(new.version).into(),
        (&member).into(),
        new.at.millis().into(),
        Value::Null,
        new.sealed.into(),
    ];
    let sum = sum("roll", &values);
    tx.run(
        sql!(
            "insert into roll (id, team_id, mission, version, member_id, made_at, sent_on, sealed, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

pub fn set_sent(tx: &mut Tx, id: RollId, on: Date) -> Result<()> {
    let (id, on) = (id.to_string(), on.to_string());
    tx.run(sql!("update roll set sent_on = $2 where id = $1"), &[(&id).into(), (&on).into()])?;
    let sum = row_sum(
        tx,
        "roll",
        sql!("select id, team_id, mission, version, member_id, made_at, sent_on, sealed, sum from roll where id = $1"),
        &[(&id).into()],
    )?;
    tx.run(sql!("update roll set sum = $2 where id = $1"), &[(&id).into(), sum.into()])?;
    Ok(())
}

/// The lines of a version, in their order.
pub fn lines(tx: &mut Tx, id: RollId) -> Result<Vec<LineRow>> {
    Ok(tx.all(
        sql!("select \"row\", case_id, outcome, sealed from roll_line where roll_id = $1 order by \"row\""),
        &[(&id.to_string()).into()],
        |row| {
            let outcome = row.text(2)?;
            let decision = match outcome.as_str() {
                "" => None,
                key => Some(Decision::from_key(key).ok_or(StoreError::Damaged("what was decided on a line"))?),
            };
            Ok(LineRow {
                number: row.int(0)?.try_into().map_err(|_| StoreError::Damaged("the number of a line"))?,
                case: row.maybe_id(1, CaseId::read)?,
                decision,
                sealed: row.maybe_blob(3)?,
            })
        },
    )?)
}

pub fn add_line(tx: &mut Tx, roll: &str, number: u32, case: CaseId, sealed: &[u8]) -> Result<()> {
    let case = case.to_string();
    let values: [Value; 5] = [roll.into(), i64::from(number).into(), (&case).into(), "".into(), sealed.into()];
    let sum = sum("roll_line", &values);
    tx.run(
        sql!("insert into roll_line (roll_id, \"row\", case_id, outcome, sealed, sum) values ($1, $2, $3, $4, $5, $6)"),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

pub fn decide(tx: &mut Tx, roll: RollId, number: u32, decision: Decision) -> Result<()> {
    let roll = roll.to_string();
    tx.run(
        sql!("update roll_line set outcome = $3 where roll_id = $1 and \"row\" = $2"),
        &[(&roll).into(), i64::from(number).into(), decision.key().into()],
    )?;
    add_up(tx, &roll, number)
}

/// What was decided of a person on other versions of the team's rolls, of whichever mission: when each was sealed, its
/// number, and the decision.
pub fn decided_elsewhere(cx: &mut Cx, case: CaseId, but: RollId) -> Result<Vec<(Instant, u32, Decision)>> {
    let team = cx.keys.actor.team.ok_or(AccessError::TeamNeeded)?;
    Ok(cx.tx.all(
        sql!(
            "select r.made_at, r.version, l.outcome from roll_line l join roll r on r.id = l.roll_id
              where l.case_id = $1 and r.team_id = $2 and r.id <> $3 and l.outcome <> '' order by r.id"
        ),
        &[(&case.to_string()).into(), (&team.to_string()).into(), (&but.to_string()).into()],
        |row| {
            let number = row.int(1)?.try_into().map_err(|_| StoreError::Damaged("the version of a roll"))?;
            Ok((Instant::from_millis(row.int(0)?), number, row.id(2, Decision::from_key)?))
        },
    )?)
}

/// Brings a line's sum up to what the row says now.
fn add_up(tx: &mut Tx, roll: &str, number: u32) -> Result<()> {
    let place: [Value; 2] = [roll.into(), i64::from(number).into()];
    let sum = row_sum(
        tx,
        "roll_line",
        sql!(
            "select roll_id, \"row\", case_id, outcome, sealed, sum from roll_line
              where roll_id = $1 and \"row\" = $2"
        ),
        &place,
    )?;
    tx.run(
        sql!("update roll_line set sum = $3 where roll_id = $1 and \"row\" = $2"),
        &[place[0], place[1], sum.into()],
    )?;
    Ok(())
}

/// Empties the lines of a case, for its erasure: their numbers stay. Says how many.
pub(crate) fn forget_case(tx: &mut Tx, case: CaseId) -> Result<usize> {
    let lines = tx.all(
        sql!("select roll_id, \"row\" from roll_line where case_id = $1 order by roll_id, \"row\""),
        &[(&case.to_string()).into()],
        |row| Ok((row.text(0)?, row.int(1)? as u32)),
    )?;
    for (roll, number) in &lines {
        tx.run(
            sql!(
                "update roll_line set sealed = null, case_id = null, outcome = '' where roll_id = $1 and \"row\" = $2"
            ),
            &[roll.into(), i64::from(*number).into()],
        )?;
        add_up(tx, roll, *number)?;
    }
    Ok(lines.len())
}
