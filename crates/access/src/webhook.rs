//! Webhooks: where a call goes when the log grew. A call names a position of the log and nothing of any case.
//!
//! Calls are signed as "Standard Webhooks" 1.0 says. They are made while nobody is signed in, so the secret lies
//! readable in the database: it proves to the receiver who calls, and opens nothing here.

use crate::{Action, Cx, Result, entries};
use base::{EventId, Instant};
use data_encoding::BASE64;
use store::sum::row_sum;
use store::{Row, Tx, sql};

/// An address that may be called: https, or http on this machine itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum AddressError {
    #[error("This is not a web address. It begins with https:// and a name, and has no spaces. Nothing was added.")]
    NotAnAddress,
    #[error("Calls go over https only; http is for a program on this machine (localhost). Nothing was added.")]
    NotEncrypted,
    #[error(
        "A name or passphrase in an address would be kept readable. Leave out what is before the @. Nothing was added."
    )]
    HoldsCredentials,
}

impl Address {
    pub fn read(text: &str) -> std::result::Result<Address, AddressError> {
        let text = text.trim();
        let odd = |c: char| c.is_whitespace() || c.is_control() || !c.is_ascii() || c == '\\' || c == '#';
        let (scheme, rest) = text.split_once("://").ok_or(AddressError::NotAnAddress)?;
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(AddressError::HoldsCredentials);
        }
        let host = match authority.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => authority.split(':').next().unwrap_or_default(),
        };
        if host.is_empty() || text.len() > 1_000 || text.contains(odd) {
            return Err(AddressError::NotAnAddress);
        }
        match scheme {
            "https" => Ok(Address(text.to_owned())),
            "http" if matches!(host, "localhost" | "127.0.0.1" | "::1") => Ok(Address(text.to_owned())),
            "http" => Err(AddressError::NotEncrypted),
            _ => Err(AddressError::NotAnAddress),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One webhook as its administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    pub id: String,
    pub address: String,
    pub private_allowed: bool,
    pub made_at: Instant,
    /// The newest position whose call was answered.
    pub acknowledged: i64,
    pub failures: i64,
    pub enabled: bool,
    /// What went wrong last; empty when nothing did.
    pub trouble: String,
    failing_since: Option<i64>,
}

/// A webhook with what signs its calls.
pub struct Due {
    pub webhook: Webhook,
    secret: Vec<u8>,
}

/// A new webhook, and the secret that is shown this once.
pub struct Added {
    pub id: String,
    pub secret: String,
}

/// Adds a webhook that is told of everything after `newest`, and of nothing before. `private_allowed` lets it be
/// in a private network, where a call could reach what trusts its neighbours.
pub fn add(cx: &mut Cx, address: &Address, private_allowed: bool, newest: i64) -> Result<Added> {
    cx.permit(Action::ManageWebhooks)?;
    let id = EventId::new(cx.now, cx.rng).to_string();
    let mut secret = zeroize::Zeroizing::new([0u8; 32]);
    cx.rng.fill_bytes(secret.as_mut_slice());
    cx.tx.run(
        sql!(
            "insert into webhook (id, address, secret, private_allowed, made_at, acknowledged, failures, failing_since,
                                  due_at, enabled, trouble)
              values ($1, $2, $3, $4, $5, $6, 0, null, $5, $7, '')"
        ),
        &[
            (&id).into(),
            address.as_str().into(),
            secret.as_slice().into(),
            private_allowed.into(),
            cx.now.millis().into(),
            newest.into(),
            true.into(),
        ],
    )?;
    add_up(cx.tx, &id)?;
    entries::record_admin(cx.tx, cx.now, cx.keys.actor.member, "webhook-added", &id)?;
    Ok(Added { id, secret: format!("whsec_{}", BASE64.encode(secret.as_slice())) })
}

/// Every webhook, oldest first.
pub fn list(cx: &mut Cx) -> Result<Vec<Webhook>> {
    cx.permit(Action::ManageWebhooks)?;
    Ok(cx.tx.all(
        sql!(
            "select id, address, private_allowed, made_at, acknowledged, failures, enabled, trouble, failing_since
              from webhook order by id"
        ),
        &[],
        webhook,
    )?)
}

/// Removes a webhook with its secret; says whether there was one.
pub fn remove(cx: &mut Cx, id: &str) -> Result<bool> {
    cx.permit(Action::ManageWebhooks)?;
    let removed = cx.tx.run(sql!("delete from webhook where id = $1"), &[id.into()])? > 0;
    if removed {
        entries::record_admin(cx.tx, cx.now, cx.keys.actor.member, "webhook-removed", id)?;
    }
    Ok(removed)
}

/// One webhook for a call that an administrator asks for.
pub fn for_test(cx: &mut Cx, id: &str) -> Result<Option<Due>> {
    cx.permit(Action::ManageWebhooks)?;
    Ok(cx.tx.one(
        sql!(
            "select id, address, private_allowed, made_at, acknowledged, failures, enabled, trouble, failing_since, secret
              from webhook where id = $1"
        ),
        &[id.into()],
        due_row,
    )?)
}

/// Those that are to be told of `newest` now.
pub fn due(tx: &mut Tx, newest: i64, now: Instant) -> Result<Vec<Due>> {
    Ok(tx.all(
        sql!(
            "select id, address, private_allowed, made_at, acknowledged, failures, enabled, trouble, failing_since, secret
              from webhook where enabled = $1 and acknowledged < $2 and due_at <= $3 order by id"
        ),
        &[true.into(), newest.into(), now.millis().into()],
        due_row,
    )?)
}

fn webhook(row: &Row) -> store::Result<Webhook> {
    Ok(Webhook {
        id: row.text(0)?,
        address: row.text(1)?,
        private_allowed: row.flag(2)?,
        made_at: Instant::from_millis(row.int(3)?),
        acknowledged: row.int(4)?,
        failures: row.int(5)?,
        enabled: row.flag(6)?,
        trouble: row.text(7)?,
        failing_since: row.maybe_int(8)?,
    })
}

fn due_row(row: &Row) -> store::Result<Due> {
    Ok(Due { webhook: webhook(row)?, secret: row.blob(9)? })
}

impl Due {
    /// The value of `webhook-signature`: HMAC-SHA-256 over id, time in seconds and body, with full stops between.
    pub fn signature(&self, id: &str, seconds: i64, body: &str) -> String {
        let mac = vault::hmac_sha256(&self.secret, format!("{id}.{seconds}.{body}").as_bytes());
        format!("v1,{}", BASE64.encode(&mac))
    }

    /// What identifies a call; the same when it is made again.
    pub fn call_id(&self, position: i64) -> String {
        format!("msg_{}_{position}", self.webhook.id)
    }
}

/// A call was answered: everything up to `position` is told. A webhook that was switched off is on again.
pub fn answered(tx: &mut Tx, id: &str, position: i64) -> Result<()> {
    tx.run(
        sql!(
            "update webhook set acknowledged = $2, failures = 0, failing_since = null, due_at = 0, enabled = $3, trouble = ''
              where id = $1 and acknowledged <= $2"
        ),
        &[id.into(), position.into(), true.into()],
    )?;
    add_up(tx, id)
}

/// Brings the row's sum up to what the row says now.
fn add_up(tx: &mut Tx, id: &str) -> Result<()> {
    let sum = row_sum(
        tx,
        "webhook",
        sql!(
            "select id, address, secret, private_allowed, made_at, acknowledged, failures, failing_since, due_at, enabled, trouble, sum
              from webhook where id = $1"
        ),
        &[id.into()],
    )?;
    tx.run(sql!("update webhook set sum = $2 where id = $1"), &[id.into(), sum.into()])?;
    Ok(())
}

/// Waits of five seconds that double up to an hour; a webhook that fails for this long is switched off.
const FIRST_WAIT: i64 = 5_000;
const LONGEST_WAIT: i64 = 3_600_000;
const PATIENCE: i64 = 24 * 3_600_000;

/// After how many milliseconds the next call is made, when `failures` have failed in a row.
fn wait(failures: i64) -> i64 {
    (FIRST_WAIT << (failures - 1).clamp(0, 20)).min(LONGEST_WAIT)
}

/// A call failed: the next one is due later, or never when it fails for a day or the receiver says it is `gone`.
pub fn failed(tx: &mut Tx, webhook: &Webhook, trouble: &str, gone: bool, now: Instant) -> Result<()> {
    let failures = webhook.failures + 1;
    let since = webhook.failing_since.unwrap_or(now.millis());
    let give_up = gone || now.millis() - since >= PATIENCE;
    let trouble = match give_up {
        true => format!("Switched off. {trouble} A test call that is answered switches it on again; nothing is lost."),
        false => trouble.to_owned(),
    };
    tx.run(
        sql!(
            "update webhook set failures = $2, failing_since = $3, due_at = $4, enabled = $5, trouble = $6 where id = $1"
        ),
        &[
            (&webhook.id).into(),
            failures.into(),
            since.into(),
            (now.millis() + wait(failures)).into(),
            (!give_up).into(),
            (&trouble).into(),
        ],
    )?;
    add_up(tx, &webhook.id)
}
