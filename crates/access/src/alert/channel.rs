//! How members are told that something waits when they are not looking: an address for e-mail, or browsers.
//!
//! They are used while nobody is signed in, so they lie readable. What is told is always the same, so there is nothing
//! to keep of it but that something waits: one mark for each channel, which is taken off once it was told.

use crate::webhook::Address;
use crate::{Cx, Result, entries};
use base::{EventId, Instant};
use store::sum::{row_sum, sum};
use store::{Row, Tx, Value, sql};

/// By what a member is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    Mail,
    Push,
}

base::keys!(Means { Mail = "mail", Push = "push" });

/// An address for e-mail, of the plain kind that every server takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailAddress(String);

impl MailAddress {
    /// `None` for what is no address, or one with quotes, comments or letters beyond ASCII.
    pub fn read(text: &str) -> Option<MailAddress> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@')?;
        let fits = |part: &str, also: &str| {
            part.split('.').all(|piece| !piece.is_empty())
                && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || also.contains(c))
        };
        let is_domain = fits(domain, "-") && domain.contains('.') && !domain.split('.').any(|p| p.starts_with('-'));
        let is_local = fits(local, "!#$%&'*+-/=?^_`{|}~") && local.len() <= 64;
        (is_local && is_domain && text.len() <= 254).then(|| MailAddress(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One of a member's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    pub id: String,
    pub means: Means,
    pub address: String,
    /// The tag of the language in which the member is told.
    pub tongue: String,
    pub made_at: Instant,
    pub confirmed: bool,
    /// Not when telling failed for a day.
    pub enabled: bool,
    /// A stable word for what went wrong last; empty when nothing did.
    pub trouble: String,
    failures: i64,
    failing_since: Option<i64>,
}

fn channel(row: &Row) -> store::Result<Channel> {
    Ok(Channel {
        id: row.text(0)?,
        means: row.id(1, Means::from_key)?,
        address: row.text(2)?,
        tongue: row.text(3)?,
        made_at: Instant::from_millis(row.int(4)?),
        confirmed: row.flag(5)?,
        enabled: row.flag(6)?,
        trouble: row.text(7)?,
        failures: row.int(8)?,
        failing_since: row.maybe_int(9)?,
    })
}

/// The actor's own channels, oldest first.
pub fn of_actor(cx: &mut Cx) -> Result<Vec<Channel>> {
    Ok(cx.tx.all(
        sql!(
            "select id, kind, address, tongue, made_at, confirmed, enabled, trouble, failures, failing_since
              from alert_channel where member_id = $1 order by id"
        ),
        &[(&cx.keys.actor.member.to_string()).into()],
        channel,
    )?)
}

/// For how long a code is good, how often one may be typed wrongly, and how soon another is sent.
const CODE_LASTS: i64 = 30 * 60_000;
const ATTEMPTS: i64 = 5;
const BETWEEN_CODES: i64 = 2 * 60_000;

/// What became of the wish to be told at an address.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// This is to be sent there; where it cannot be, the channel is to be removed.
    Code { channel: String, code: String },
    /// One was sent a moment ago.
    TooSoon,
}

/// Takes down an address for e-mail, which is used once its code came back. One that is used already stays until then.
pub fn ask_mail(cx: &mut Cx, address: &MailAddress, tongue: &str) -> Result<Asked> {
    let unconfirmed = of_actor(cx)?.into_iter().filter(|channel| !channel.confirmed).collect::<Vec<_>>();
    let too_soon = |channel: &Channel| cx.now < channel.made_at.plus_millis(BETWEEN_CODES);
    if unconfirmed.iter().any(too_soon) {
        return Ok(Asked::TooSoon);
    }
    for channel in unconfirmed {
        delete(cx.tx, &channel.id)?;
    }
    let mut bytes = [0; 8];
    cx.rng.fill_bytes(&mut bytes);
    let code = format!("{:08}", u64::from_be_bytes(bytes) % 100_000_000);
    let channel = insert(cx, Means::Mail, address.as_str(), tongue, Some(&code))?;
    Ok(Asked::Code { channel, code })
}

/// The hash under which a code is kept.
fn hash_of(id: &str, code: &str) -> [u8; 32] {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    vault::digest(&[b"code of an address", id.as_bytes(), digits.as_bytes()])
}

/// The code that came back: whether the address is used from now on. After five wrong ones no code opens it.
pub fn confirm_mail(cx: &mut Cx, code: &str) -> Result<bool> {
    let member = cx.keys.actor.member.to_string();
    let asked = cx.tx.one(
        sql!(
            "select id, code from alert_channel where member_id = $1 and kind = 'mail' and not confirmed and code_ends_at > $2
                and attempts < $3 order by id desc limit 1"
        ),
        &[(&member).into(), cx.now.millis().into(), ATTEMPTS.into()],
        |row| Ok((row.text(0)?, row.maybe_blob(1)?)),
    )?;
    let Some((id, hash)) = asked else { return Ok(false) };
    let right = hash.is_some_and(|hash| hash == hash_of(&id, code));
    if right {
        let earlier = of_actor(cx)?;
        for channel in earlier.iter().filter(|channel| channel.means == Means::Mail && channel.id != id) {
            delete(cx.tx, &channel.id)?;
        }
        cx.tx.run(
            sql!("update alert_channel set confirmed = $2, code = null, code_ends_at = null where id = $1"),
            &[(&id).into(), true.into()],
        )?;
        entries::record_admin(cx.tx, cx.now, cx.keys.actor.member, "alert-channel-added", &id)?;
    } else {
        cx.tx.run(sql!("update alert_channel set attempts = attempts + 1 where id = $1"), &[(&id).into()])?;
    }
    add_up(cx.tx, &id)?;
    Ok(right)
}

/// More browsers than these are not told: the oldest goes.
const MOST_BROWSERS: usize = 5;

/// Tells this browser from now on. One browser has one address, so whoever had it before is told there no longer.
pub fn add_push(cx: &mut Cx, endpoint: &Address, tongue: &str) -> Result<()> {
    let same = cx.tx.all(
        sql!("select id from alert_channel where kind = 'push' and address = $1 order by id"),
        &[endpoint.as_str().into()],
        |row| row.text(0),
    )?;
    let browsers: Vec<Channel> = of_actor(cx)?.into_iter().filter(|channel| channel.means == Means::Push).collect();
    let too_many = browsers.len().saturating_sub(MOST_BROWSERS - 1);
    for id in same.iter().chain(browsers.iter().take(too_many).map(|channel| &channel.id)) {
        delete(cx.tx, id)?;
    }
    let id = insert(cx, Means::Push, endpoint.as_str(), tongue, None)?;
    entries::record_admin(cx.tx, cx.now, cx.keys.actor.member, "alert-channel-added", &id)
}

fn insert(cx: &mut Cx, means: Means, address: &str, tongue: &str, code: Option<&str>) -> Result<String> {
    let id = EventId::new(cx.now, cx.rng).to_string();
    let (member, now) = (cx.keys.actor.member.to_string(), cx.now.millis());
    let hash = code.map(|code| hash_of(&id, code));
    let values = [
        (&id).into(),
        (&member).into(),
        means.key().into(),
        address.into(),
        tongue.into(),
        now.into(),
        code.is_none().into(),
        hash.as_ref().into(),
        code.map(|_| now + CODE_LASTS).into(),
        Value::Int(0),
        Value::Null,
        Value::Null,
        Value::Null,
        Value::Int(0),
        Value::Null,
        Value::Int(0),
        true.into(),
        "".into(),
    ];
    let sum_of_it = sum("alert_channel", &values);
    cx.tx.run(
        sql!(
            "insert into alert_channel (id, member_id, kind, address, tongue, made_at, confirmed, code, code_ends_at,
                                         attempts, waiting_since, claimed_at, told_at, failures, failing_since, due_at,
                                         enabled, trouble, sum)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"
        ),
        &[&values[..], &[sum_of_it.into()]].concat(),
    )?;
    Ok(id)
}

/// Removes one of the actor's own channels; says whether there was one.
pub fn remove(cx: &mut Cx, id: &str) -> Result<bool> {
    let Some(own) = of_actor(cx)?.into_iter().find(|channel| channel.id == id) else { return Ok(false) };
    delete(cx.tx, id)?;
    if own.confirmed {
        entries::record_admin(cx.tx, cx.now, cx.keys.actor.member, "alert-channel-removed", id)?;
    }
    Ok(true)
}

fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    tx.run(sql!("delete from alert_channel where id = $1"), &[id.into()])?;
    Ok(())
}

/// Brings the row's sum up to what the row says now.
fn add_up(tx: &mut Tx, id: &str) -> Result<()> {
    let sum = row_sum(
        tx,
        "alert_channel",
        sql!(
            "select id, member_id, kind, address, tongue, made_at, confirmed, code, code_ends_at, attempts, waiting_since,
                     claimed_at, told_at, failures, failing_since, due_at, enabled, trouble, sum
              from alert_channel where id = $1"
        ),
        &[id.into()],
    )?;
    tx.run(sql!("update alert_channel set sum = $2 where id = $1"), &[id.into(), sum.into()])?;
    Ok(())
}

mod telling;

pub(super) use telling::wait;
pub use telling::{Due, claim, failed, forget, gone, is_any_due, told};
