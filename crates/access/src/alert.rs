//! Alerts: what a team, a role or a member is to look at. A row holds ids, a kind and a date; what it is about is read
//! in the case itself, by whoever has its keys.
//!
//! Whoever is reached has a row in `alert_unseen` until the alert was looked at. Nothing is kept of who looked when.

pub mod channel;
pub mod push_key;

use crate::keyring::Holder;
use crate::{Action, Actor, Cx, Result, Role};
use base::{AlertId, CaseId, Instant, TeamId, UserId};
use rand_core::CryptoRng;
use store::sum::sum;
use store::{Tx, sql};
use vault::Compartment;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    ReferralReceived,
    ReferralAnswered,
    ReferralOverdue,
    ConsentWithdrawn,
    DeletionOverdue,
    EmergencyAsked,
    EmergencyOpened,
    EmergencyToReview,
    ErasureAsked,
    Erased,
    Detained,
    LostContact,
    ReTrafficked,
    Deadline,
    RetentionRan,
    LogContradicted,
}

base::keys!(Kind {
    ReferralReceived = "referral-received",
    ReferralAnswered = "referral-answered",
    ReferralOverdue = "referral-overdue",
    ConsentWithdrawn = "consent-withdrawn",
    DeletionOverdue = "deletion-overdue",
    EmergencyAsked = "emergency-asked",
    EmergencyOpened = "emergency-opened",
    EmergencyToReview = "emergency-to-review",
    ErasureAsked = "erasure-asked",
    Erased = "erased",
    Detained = "detained",
    LostContact = "lost-contact",
    ReTrafficked = "re-trafficked",
    Deadline = "deadline",
    RetentionRan = "retention-ran",
    LogContradicted = "log-contradicted",
});

/// Whom it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    Team(TeamId),
    RoleInTeam(TeamId, Role),
    /// Everybody of a role, in whatever team: for roles that have none.
    Role(Role),
    Member(UserId),
}

impl To {
    /// What stands in `alert.recipient`.
    fn text(self) -> String {
        match self {
            To::Team(team) => format!("team/{team}"),
            To::RoleInTeam(team, role) => format!("team/{team}/{}", role.key()),
            To::Role(role) => format!("role/{}", role.key()),
            To::Member(member) => format!("member/{member}"),
        }
    }

    /// The people whom it reaches; programs ask for changes instead.
    fn members(self, tx: &mut Tx) -> Result<Vec<String>> {
        let (of, role) = match self {
            To::Team(team) => (team.to_string(), ""),
            To::RoleInTeam(team, role) => (team.to_string(), role.key()),
            To::Role(role) => (String::new(), role.key()),
            To::Member(member) => (member.to_string(), ""),
        };
        Ok(tx.all(
            sql!(
                "select id from member
                  where enabled and role <> 'integration' and ($1 = '' or team_id = $1 or id = $1)
                    and ($2 = '' or role = $2) order by id"
            ),
            &[(&of).into(), role.into()],
            |row| row.text(0),
        )?)
    }
}

/// Something to be raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alert {
    pub to: To,
    pub kind: Kind,
    pub case: Option<CaseId>,
}

/// Within this time the same alert is not raised twice, as long as nobody has looked at the first.
const SAME: i64 = 15 * 60_000;

/// Raises an alert, and says how many members it reaches: whoever must not be left without anybody asks that.
///
/// An alert to which nobody belongs is kept all the same, for those who join later.
pub fn raise(tx: &mut Tx, alert: &Alert, now: Instant, rng: &mut dyn CryptoRng) -> Result<usize> {
    let (recipient, kind) = (alert.to.text(), alert.kind.key());
    let case = alert.case.map(|case| case.to_string());
    let case_or_none = case.clone().unwrap_or_default();
    let same = tx.one(
        sql!(
            "select reached from alert a where recipient = $1 and kind = $2 and coalesce(case_id, '') = $3 and raised_at > $4
                and reached = (select count(*) from alert_unseen u where u.alert_id = a.id) order by id desc limit 1"
        ),
        &[(&recipient).into(), kind.into(), (&case_or_none).into(), now.plus_millis(-SAME).millis().into()],
        |row| row.int(0),
    )?;
    if let Some(reached) = same {
        return Ok(reached as usize);
    }
    let members = alert.to.members(tx)?;
    let id = AlertId::new(now, rng).to_string();
    let values = [
        (&id).into(),
        now.millis().into(),
        (&recipient).into(),
        kind.into(),
        case.as_ref().into(),
        (members.len() as i64).into(),
    ];
    let sum_of_it = sum("alert", &values);
    tx.run(
        sql!("insert into alert (id, raised_at, recipient, kind, case_id, reached, sum) values ($1, $2, $3, $4, $5, $6, $7)"),
        &[&values[..], &[sum_of_it.into()]].concat(),
    )?;
    let mut insert = tx.prepare(sql!("insert into alert_unseen (member_id, alert_id, sum) values ($1, $2, $3)"))?;
    for member in &members {
        let values = [member.into(), (&id).into()];
        insert.run(&[values[0], values[1], sum("alert_unseen", &values).into()])?;
    }
    drop(insert);
    channel::wait(tx, &id, now)?;
    Ok(members.len())
}

/// An alert as one of those whom it concerns sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    pub id: AlertId,
    pub kind: Kind,
    pub at: Instant,
    /// The case, where the reader could open it at this moment.
    pub case: Option<CaseId>,
    /// Whether it is about a case at all.
    pub about_a_case: bool,
    pub seen: bool,
}

/// The alerts that concern the actor and were raised before `before`, newest first. It is no reading of a case: nothing of
/// one is shown but that there is one, to those who can open it.
pub fn of(cx: &mut Cx, before: Option<AlertId>, most: usize) -> Result<Vec<Raised>> {
    let actor = cx.keys.actor.clone();
    let [member, role, team, role_in_team] = recipients(&actor);
    let before = before.map_or_else(|| "~".to_owned(), |id| id.to_string());
    let rows = cx.tx.all(
        sql!(
            "select a.id, a.kind, a.raised_at, a.case_id, u.alert_id from alert a
              left join alert_unseen u on u.alert_id = a.id and u.member_id = $1
              where a.recipient in ($2, $3, $4, $5) and a.id < $6 order by a.id desc limit $7"
        ),
        &[
            (&actor.member.to_string()).into(),
            (&member).into(),
            (&role).into(),
            (&team).into(),
            (&role_in_team).into(),
            (&before).into(),
            (most as i64).into(),
        ],
        |row| {
            let id = row.id(0, AlertId::read)?;
            let (kind, at) = (row.id(1, Kind::from_key)?, Instant::from_millis(row.int(2)?));
            let case = row.maybe_id(3, CaseId::read)?;
            let unseen = row.maybe_id(4, AlertId::read)?.is_some();
            Ok(Raised { id, kind, at, case, about_a_case: case.is_some(), seen: !unseen })
        },
    )?;
    rows.into_iter()
        .map(|raised| {
            let open = raised.case.map(|case| can_open(cx.tx, &actor, case, cx.now)).transpose()?;
            Ok(Raised { case: raised.case.filter(|_| open == Some(true)), ..raised })
        })
        .collect()
}

/// The recipients that mean this actor. A program has a team, and is reached by itself alone.
fn recipients(actor: &Actor) -> [String; 4] {
    let member = To::Member(actor.member).text();
    if actor.is_integration() {
        return [member, String::new(), String::new(), String::new()];
    }
    let of_team = |to: fn(TeamId, Role) -> To| actor.team.map(|team| to(team, actor.role).text()).unwrap_or_default();
    [member, To::Role(actor.role).text(), of_team(|team, _| To::Team(team)), of_team(To::RoleInTeam)]
}

/// Whether the actor holds a key of the case; nothing is unwrapped for it.
fn can_open(tx: &mut Tx, actor: &Actor, case: CaseId, now: Instant) -> Result<bool> {
    if !actor.may(Action::OpenCase) {
        return Ok(false);
    }
    let team = actor.team.map(|team| Holder::Team(team).text()).unwrap_or_default();
    let letters = actor.team.map(|team| Holder::Correspondence(team).text()).unwrap_or_default();
    let held = tx.all(
        sql!(
            "select holder, compartment from case_key where holder in ($1, $2, $3, $6) and case_id = $4
                and (expires_at is null or expires_at > $5) order by holder, compartment, generation"
        ),
        &[
            (&team).into(),
            (&Holder::Member(actor.member).text()).into(),
            (&Holder::Emergency(actor.member).text()).into(),
            (&case.to_string()).into(),
            now.millis().into(),
            (&letters).into(),
        ],
        |row| Ok((row.text(0)?, row.int(1)?)),
    )?;
    let reads = |number| Compartment::from_number(number).is_some_and(|part| actor.reads().contains(&part));
    let is_own = |holder: &String| *holder != team && *holder != letters;
    Ok(held.iter().any(|(holder, compartment)| is_own(holder) || reads(*compartment)))
}

/// The actor has looked at an alert; says whether it was still unseen.
pub fn seen(cx: &mut Cx, alert: AlertId) -> Result<bool> {
    let values = [cx.keys.actor.member.to_string(), alert.to_string()];
    let [member, alert] = &values;
    Ok(cx
        .tx
        .run(sql!("delete from alert_unseen where member_id = $1 and alert_id = $2"), &[member.into(), alert.into()])?
        > 0)
}

/// The actor has looked at all that there are.
pub fn all_seen(cx: &mut Cx) -> Result<usize> {
    let member = cx.keys.actor.member.to_string();
    Ok(cx.tx.run(sql!("delete from alert_unseen where member_id = $1"), &[(&member).into()])?)
}

/// More than this are not counted.
pub const MOST_COUNTED: usize = 100;

/// How many alerts a member has not looked at, up to [`MOST_COUNTED`].
pub fn unseen_count(tx: &mut Tx, member: UserId) -> Result<usize> {
    let count = tx.one(
        sql!("select count(*) from (select alert_id from alert_unseen where member_id = $1 limit $2) as waiting"),
        &[(&member.to_string()).into(), (MOST_COUNTED as i64).into()],
        |row| row.int(0),
    )?;
    Ok(count.unwrap_or(0) as usize)
}

/// For how long an alert is kept, in days.
const KEPT: i64 = 90;

/// Deletes the alerts whose time is over, and what concerns members who are no longer let in. Says how many.
pub fn forget_old(tx: &mut Tx, now: Instant) -> Result<usize> {
    let before = now.plus_hours(-24 * KEPT).millis();
    tx.run(
        sql!(
            "delete from alert_unseen where alert_id in (select id from alert where raised_at <= $1)
                or member_id in (select id from member where not enabled)"
        ),
        &[before.into()],
    )?;
    Ok(tx.run(sql!("delete from alert where raised_at <= $1"), &[before.into()])?)
}

/// Deletes every alert about a case: for its erasure. Says how many.
pub fn forget_case(tx: &mut Tx, case: CaseId) -> Result<usize> {
    let case = case.to_string();
    tx.run(
        sql!("delete from alert_unseen where alert_id in (select id from alert where case_id = $1)"),
        &[(&case).into()],
    )?;
    Ok(tx.run(sql!("delete from alert where case_id = $1"), &[(&case).into()])?)
}
