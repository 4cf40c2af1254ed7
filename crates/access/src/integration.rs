//! Integrations: programs of others that deliver or read, each with the least rights it needs, and an end.
//!
//! An integration is kept like a member, so that it signs its events and stands in the log under its own name, and
//! is given keys by its team. But it has no passphrase: one token of 256 random bits opens its keys, and nothing of
//! the token is kept here but what can be told from it and not the other way round.

use crate::bound::{self, Of};
use crate::keyring::Rights;
use crate::member::{Secrets, actor_from_row};
use crate::sign_in::keyring;
use crate::{AccessError, Action, Actor, Cx, Keyring, Result, Role, entries};
use base::{DeviceId, Instant, TeamId, UserId, text};
use data_encoding::BASE32_NOPAD;
use rand_core::CryptoRng;
use store::{Store, Tx, sql};
use vault::second_factor::TotpSecret;
use vault::{Compartment, Context, DataKey, Private, Signer, seal};
use zeroize::Zeroizing;

/// How every token begins, so that people and scanners for lost secrets know one.
pub const TOKEN_START: &str = "sc_";
/// Whoever runs an integration is asked once a year whether it is still needed.
const LONGEST_DAYS: i64 = 366;

pub struct NewIntegration<'a> {
    pub name: &'a str,
    pub team: TeamId,
    pub actions: Vec<Action>,
    /// What it may read once the team gives it the keys, and correct where it may correct at all.
    pub compartments: Vec<Compartment>,
    pub expires: Instant,
}

/// The token is shown once and kept nowhere.
pub struct Made {
    pub id: UserId,
    pub name: String,
    pub token: Zeroizing<String>,
}

/// A line of the list of integrations.
#[derive(Clone, Debug)]
pub struct IntegrationLine {
    pub id: UserId,
    pub name: String,
    pub team: String,
    pub rights: Rights,
    pub enabled: bool,
}

/// Managing members is for people, and so are emergencies.
pub fn offered() -> impl Iterator<Item = Action> {
    use Action::{AskEmergency, GrantEmergency, ManageMembers, ReviewEmergency};
    let of_people = [ManageMembers, AskEmergency, GrantEmergency, ReviewEmergency];
    Action::ALL.iter().copied().filter(move |action| !of_people.contains(action))
}

pub fn make(cx: &mut Cx, new: &NewIntegration) -> Result<Made> {
    cx.permit(Action::ManageMembers)?;
    let name = text::line(new.name);
    if new.actions.is_empty() || new.actions.iter().any(|action| !offered().any(|offered| offered == *action)) {
        return Err(AccessError::Unfit("An integration needs at least one right, and none that is for people."));
    }
    if new.expires <= cx.now || new.expires > cx.now.plus_hours(24 * LONGEST_DAYS) {
        return Err(AccessError::Unfit("An integration ends on a day to come, within a year at the latest."));
    }
    let taken = cx.tx.one(sql!("select id from member where name = $1"), &[(&name).into()], |row| row.text(0))?;
    if name.is_empty() || taken.is_some() {
        return Err(AccessError::NameTaken);
    }
    let mut secret = Zeroizing::new([0u8; 32]);
    cx.rng.fill_bytes(secret.as_mut_slice());
    let id = UserId::new(cx.now, cx.rng);
    insert_member(cx, id, &name, new.team, &secret)?;
    let words = |words: Vec<&str>| words.join(" ");
    cx.tx.run(
        sql!(
            "insert into integration (member_id, mark, actions, compartments, expires_at) values ($1, $2, $3, $4, $5)"
        ),
        &[
            (&id.to_string()).into(),
            (&mark(&secret)?).into(),
            (&words(new.actions.iter().map(|action| action.key()).collect())).into(),
            (&words(new.compartments.iter().map(|compartment| compartment.key()).collect())).into(),
            new.expires.millis().into(),
        ],
    )?;
    bound::record(cx.tx, Of::Member, cx.now, cx.keys.actor.member, "integration-added", &id.to_string())?;
    let token = Zeroizing::new(BASE32_NOPAD.encode(secret.as_slice()).to_ascii_lowercase());
    Ok(Made { id, name, token: Zeroizing::new(format!("{TOKEN_START}{}", *token)) })
}

/// Puts on the record that an administrator lets integrations in again after the panic lock.
pub fn let_in(cx: &mut Cx) -> Result<()> {
    cx.permit(Action::ManageMembers)?;
    entries::record_admin(cx.tx, cx.now, cx.keys.actor.member, "integrations-let-in", "")
}

fn insert_member(cx: &mut Cx, id: UserId, name: &str, team: TeamId, secret: &[u8; 32]) -> Result<()> {
    // A second factor is part of every member's secrets; nobody ever asks an integration for it.
    let totp = TotpSecret::generate(cx.rng);
    let secrets = Secrets { private: Private::generate(cx.rng), signer: Signer::generate(cx.rng), totp };
    let sealed = seal::seal(&opener(secret)?, Context::of(&[b"integration", id.as_bytes()]), &secrets.bytes(), cx.rng);
    let mut salt = [0u8; 16];
    cx.rng.fill_bytes(&mut salt);
    let (public, verifier) = (secrets.private.public(), secrets.signer.verifier().to_bytes());
    cx.tx.run(
        sql!(
            "insert into member (id, name, role, team_id, device_id, salt, sealing_key, signing_key, sealed_keys,
                                  second_factor_step, enabled, made_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, true, $10)"
        ),
        &[
            (&id.to_string()).into(),
            name.into(),
            Role::Integration.key().into(),
            (&team.to_string()).into(),
            (&DeviceId::new(cx.now, cx.rng).to_string()).into(),
            (&salt).into(),
            public.as_bytes().into(),
            (&verifier).into(),
            (&sealed).into(),
            cx.now.millis().into(),
        ],
    )?;
    Ok(())
}

/// Opens an integration's keys with its token. A token that is unknown, over or shut out opens nothing, and which of
/// them it is is not said.
pub fn open(store: &Store, token: &str, now: Instant, rng: &mut dyn CryptoRng) -> Result<Keyring> {
    let secret = token.strip_prefix(TOKEN_START).map(|letters| letters.to_ascii_uppercase());
    let secret = secret.and_then(|letters| BASE32_NOPAD.decode(letters.as_bytes()).ok());
    let secret = Zeroizing::new(secret.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()).ok_or(AccessError::SignIn)?);
    let mark = mark(&secret)?;
    let (mut actor, sealed) = store.read(|tx| find(tx, &mark))?.ok_or(AccessError::SignIn)?;
    let rights = store.read(|tx| rights_of(tx, actor.member))?.filter(|rights| rights.expires > now);
    actor.rights = Some(rights.ok_or(AccessError::SignIn)?);
    let member = actor.member;
    let plain = seal::open(&opener(&secret)?, Context::of(&[b"integration", member.as_bytes()]), &sealed)?;
    let secrets = Secrets::read(&plain)?;
    store.write(|tx| {
        entries::record_admin(tx, now, member, "signed-in", "")?;
        keyring(tx, actor, secrets, rng)
    })
}

fn find(tx: &mut Tx, mark: &[u8; 32]) -> Result<Option<(Actor, Vec<u8>)>> {
    Ok(tx.one(
        sql!(
            "select m.id, m.name, m.role, m.team_id, m.device_id, m.salt, m.sealed_keys
              from integration i join member m on m.id = i.member_id where i.mark = $1 and m.enabled"
        ),
        &[mark.into()],
        |row| Ok((actor_from_row(row)?, row.blob(6)?)),
    )?)
}

/// What an integration may, or `None` for a person.
pub(crate) fn rights_of(tx: &mut Tx, member: UserId) -> Result<Option<Rights>> {
    Ok(tx.one(
        sql!("select actions, compartments, expires_at from integration where member_id = $1"),
        &[(&member.to_string()).into()],
        |row| rights(row, 0),
    )?)
}

/// Reads actions, compartments and the end, from column `first` on.
fn rights(row: &store::Row, first: usize) -> store::Result<Rights> {
    let (actions, compartments) = (row.text(first)?, row.text(first + 1)?);
    Ok(Rights {
        actions: actions.split(' ').filter_map(Action::from_key).collect(),
        compartments: compartments.split(' ').filter_map(Compartment::from_key).collect(),
        expires: Instant::from_millis(row.int(first + 2)?),
    })
}

/// Every integration there is or was, by name.
pub fn all(tx: &mut Tx) -> Result<Vec<IntegrationLine>> {
    Ok(tx.all(
        sql!(
            "select m.id, m.name, t.name, m.enabled, i.actions, i.compartments, i.expires_at
              from integration i join member m on m.id = i.member_id join team t on t.id = m.team_id
              order by m.name, m.id"
        ),
        &[],
        |row| {
            Ok(IntegrationLine {
                id: row.id(0, UserId::read)?,
                name: row.text(1)?,
                team: row.text(2)?,
                enabled: row.flag(3)?,
                rights: rights(row, 4)?,
            })
        },
    )?)
}

/// No Argon2: nobody guesses 256 random bits.
fn opener(secret: &[u8; 32]) -> Result<DataKey> {
    Ok(DataKey::from_slice(secret)?.derive("safeconduct integration keys v1"))
}

fn mark(secret: &[u8; 32]) -> Result<[u8; 32]> {
    Ok(*DataKey::from_slice(secret)?.derive("safeconduct integration mark v1").as_bytes())
}
