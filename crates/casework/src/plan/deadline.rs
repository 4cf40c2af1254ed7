//! Dated deadlines of one person, and the ladder of reminders that climbs towards each of them with nobody signed in.
//!
//! The round holds no key: `due` keeps the id of the case and the day, and nothing of what the day is for.

use super::course::state_as;
use crate::hearing::{Kept, came_before};
use crate::record::summaries;
use crate::{Fact, Facts, Field, Result};
use access::alert::{self, Alert, Kind, To};
use access::{AccessError, Action, Cx, Role};
use base::{CaseId, Date, EventId, Instant, TeamId, days_after, text};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use store::sum::sum;
use store::{Row, StoreError, Tx, Value, sql};

/// A day by which something must be done for one person: a hearing in court, a visa, a flight that is booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    pub what: String,
    pub on: Date,
    pub note: Option<String>,
    /// No longer, once it was met or called off.
    pub stands: bool,
}

/// What a day of `due` is for: as much as a calendar outside may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum For {
    Deadline,
    FollowUp,
    Appointment,
}

base::keys!(For { Deadline = "deadline", FollowUp = "follow-up", Appointment = "appointment" });

/// A day on which something is due for a case, as far as the server knows it with nobody signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDay {
    pub case: CaseId,
    pub what: For,
    pub on: Date,
    /// Tells the days of one case apart, and says nothing.
    pub mark: String,
}

/// So many days before a deadline each rung of the ladder is climbed.
pub const RUNGS: [u16; 3] = [7, 3, 0];

/// So many days a day that is over is still known to calendars.
const KEPT_DAYS: i64 = 30;

/// Keeps a deadline, in place of an earlier one of the same name.
pub fn note_deadline(cx: &mut Cx, case: CaseId, deadline: Deadline) -> Result<()> {
    note_deadline_once(cx, None, case, deadline).map(drop)
}

/// As [`note_deadline`], under an event id that its sender made: the same again changes nothing.
pub fn note_deadline_once(cx: &mut Cx, event: Option<EventId>, case: CaseId, deadline: Deadline) -> Result<Kept> {
    let note = deadline.note.and_then(|note| text::some_remark(&note));
    let deadline = Deadline { what: text::line(&deadline.what), note, ..deadline };
    if deadline.what.is_empty() {
        return Err(AccessError::Unfit("Please say what must be done by this day."));
    }
    if let Some(event) = event {
        let open = cx.open(case, Action::Plan)?;
        if came_before(cx, &open, event, &Fact::Deadline(Box::new(deadline.clone())))? {
            return Ok(Kept::Before(event));
        }
    }
    if deadline.stands && deadline.on < cx.now.local_date() {
        return Err(AccessError::Unfit(
            "This day is over. A deadline lies ahead; what was missed is noted as a remark.",
        ));
    }
    let event = event.unwrap_or_else(|| EventId::new(cx.now, cx.rng));
    let (what, on) = (deadline.what.clone(), deadline.stands.then_some(deadline.on));
    let same = |fact: &Fact| matches!(fact, Fact::Deadline(one) if one.what == what);
    let stated = state_as(cx, event, case, Fact::Deadline(Box::new(deadline)), same)?;
    for event in stated.replaced {
        expect(cx, case, For::Deadline, &event.to_string(), None)?;
    }
    expect(cx, case, For::Deadline, &event.to_string(), on)?;
    Ok(Kept::Now(event))
}

/// Notes that a deadline no longer stands: it was met, or called off. Nothing where none of this name stands.
pub fn end_deadline_once(cx: &mut Cx, event: Option<EventId>, case: CaseId, what: &str) -> Result<Option<Kept>> {
    let open = cx.open(case, Action::Plan)?;
    let what = text::line(what);
    let standing = deadlines(&summaries(cx.tx, &open)?).into_iter().find(|one| one.what == what);
    // Whoever sends it again finds none that stands, and is told that it came.
    let on = standing.as_ref().map_or(cx.now.local_date(), |one| one.on);
    let over = Deadline { what, on, note: standing.as_ref().and_then(|one| one.note.clone()), stands: false };
    if let Some(event) = event
        && came_before(cx, &open, event, &Fact::Deadline(Box::new(over.clone())))?
    {
        return Ok(Some(Kept::Before(event)));
    }
    match standing {
        Some(_) => note_deadline_once(cx, event, case, over).map(Some),
        None => Ok(None),
    }
}

/// Every deadline that stands, the first to come first.
pub fn deadlines(facts: &Facts) -> Vec<Deadline> {
    let held = facts.current(Field::Deadline).iter().filter_map(|held| match &held.fact {
        Fact::Deadline(deadline) => Some((**deadline).clone()),
        _ => None,
    });
    let mut all: Vec<Deadline> = held.filter(|one| one.stands).collect();
    all.sort_by(|a, b| (a.on, &a.what).cmp(&(b.on, &b.what)));
    all
}

/// The next follow-up of a case, in place of the one before.
pub(super) fn expect_follow_up(cx: &mut Cx, case: CaseId, on: Option<Date>) -> Result<()> {
    expect(cx, case, For::FollowUp, For::FollowUp.key(), on)
}

/// Keeps that something is due on a day, or no longer. A day that moves begins at the foot of the ladder again.
pub(crate) fn expect(cx: &mut Cx, case: CaseId, what: For, mark: &str, on: Option<Date>) -> Result<()> {
    let id = case.to_string();
    cx.tx.run(sql!("delete from due where case_id = $1 and mark = $2"), &[(&id).into(), mark.into()])?;
    let (Some(on), Some(team)) = (on, cx.keys.actor.team) else { return Ok(()) };
    put(cx.tx, &Expected { case, mark: mark.to_owned(), team, what, on, rung: 0 })
}

struct Expected {
    case: CaseId,
    mark: String,
    team: TeamId,
    what: For,
    on: Date,
    rung: i64,
}

fn put(tx: &mut Tx, row: &Expected) -> Result<()> {
    let (case, team, on) = (row.case.to_string(), row.team.to_string(), row.on.to_string());
    let values: [Value; 6] =
        [(&case).into(), (&row.mark).into(), (&team).into(), row.what.key().into(), (&on).into(), row.rung.into()];
    let sum = sum("due", &values);
    tx.run(
        sql!(
            "insert into due (case_id, mark, team_id, kind, on_day, rung, sum) values ($1, $2, $3, $4, $5, $6, $7)
              on conflict (case_id, mark) do update set team_id = excluded.team_id, kind = excluded.kind,
                on_day = excluded.on_day, rung = excluded.rung, sum = excluded.sum"
        ),
        &[values.as_slice(), &[sum.into()]].concat(),
    )?;
    Ok(())
}

fn read(row: &Row) -> store::Result<Expected> {
    Ok(Expected {
        case: row.id(0, CaseId::read)?,
        mark: row.text(1)?,
        team: row.id(2, TeamId::read)?,
        what: For::from_key(&row.text(3)?).ok_or(StoreError::Damaged("a day that is due"))?,
        on: row.text(4)?.parse().map_err(|_| StoreError::Damaged("a day that is due"))?,
        rung: row.int(5)?,
    })
}

/// Climbs the ladder: a step of the round. A week before the day the caseworkers of the team are told, three days before
/// the protection officers too, and on the day everybody of the team and the administrators. Each rung once.
pub(crate) fn escalate(tx: &mut Tx, now: Instant, rng: &mut dyn CryptoRng) -> Result<usize> {
    let today = now.local_date();
    let horizon = days_after(today, RUNGS[0]).to_string();
    let near = tx.all(
        sql!(
            "select case_id, mark, team_id, kind, on_day, rung from due
              where kind = 'deadline' and on_day <= $1 and rung < 3 order by on_day, case_id, mark"
        ),
        &[(&horizon).into()],
        read,
    )?;
    let mut told = 0;
    for row in near {
        let rung = RUNGS.iter().filter(|days| row.on <= days_after(today, **days)).count() as i64;
        if rung <= row.rung {
            continue;
        }
        // A server that was away tells once, those of the rung on which it finds itself.
        let to = |role| To::RoleInTeam(row.team, role);
        let recipients = match rung {
            1 => vec![to(Role::Caseworker)],
            2 => vec![to(Role::Caseworker), to(Role::ProtectionOfficer)],
            _ => vec![To::Team(row.team), To::Role(Role::Administrator)],
        };
        for to in recipients {
            alert::raise(tx, &Alert { to, kind: Kind::Deadline, case: Some(row.case) }, now, rng)?;
        }
        put(tx, &Expected { rung, ..row })?;
        told += 1;
    }
    Ok(told)
}

/// Everything that is due for a team from a day on, the first first.
pub fn due_days(tx: &mut Tx, team: TeamId, from: Date) -> Result<Vec<DueDay>> {
    let rows = tx.all(
        sql!(
            "select case_id, mark, team_id, kind, on_day, rung from due
              where team_id = $1 and on_day >= $2 order by on_day, case_id, mark"
        ),
        &[(&team.to_string()).into(), (&from.to_string()).into()],
        read,
    )?;
    Ok(rows.into_iter().map(|row| DueDay { case: row.case, what: row.what, on: row.on, mark: row.mark }).collect())
}

/// Deletes the days that lie a month back: a step of the round.
pub(crate) fn forget_days(tx: &mut Tx, now: Instant) -> Result<usize> {
    let before = now.plus_hours(-24 * KEPT_DAYS).local_date().to_string();
    Ok(tx.run(sql!("delete from due where on_day < $1"), &[(&before).into()])?)
}

/// Deletes what is due for a case: for its erasure.
pub(super) fn forget_case(tx: &mut Tx, case: CaseId) -> Result<usize> {
    Ok(tx.run(sql!("delete from due where case_id = $1"), &[(&case.to_string()).into()])?)
}
