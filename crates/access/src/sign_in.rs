//! Signing in: a name, a passphrase that opens the member's keys, and a second factor. And another passphrase.

use crate::member::{Secrets, actor_from_row, member_key_place, strong_enough};
use crate::{AccessError, Actor, Keyring, Result, entries, organisation};
use base::{Instant, UserId};
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use store::{Store, Tx, sql};
use vault::second_factor::recovery_hash;
use vault::{Compartment, Context, Private, Reader, passphrase, seal};

/// What is typed into the three fields.
pub struct Credentials<'a> {
    pub name: &'a str,
    pub passphrase: &'a str,
    /// Six digits from the app, or a recovery code.
    pub code: &'a str,
}

struct Stored {
    actor: Actor,
    sealed_keys: Vec<u8>,
    second_factor_step: i64,
}

/// Opens a member's keys. Takes the same time, and says the same, whether or not the name exists.
pub fn sign_in(store: &Store, given: &Credentials, now: Instant, rng: &mut dyn CryptoRng) -> Result<Keyring> {
    let (stored, secrets) = check(store, given, now)?;
    store.write(|tx| {
        entries::record_admin(tx, now, stored.actor.member, "signed-in", "")?;
        keyring(tx, stored.actor, secrets, rng)
    })
}

/// Seals a member's own keys under another passphrase and returns its salt. The keys stay what they are, and so
/// does all that they open; a keyring that was opened with the earlier salt is out of date.
pub fn change_passphrase(
    store: &Store,
    given: &Credentials,
    new: &str,
    now: Instant,
    rng: &mut dyn CryptoRng,
) -> Result<[u8; 16]> {
    // Before anything else, so that a passphrase that will not do costs nobody a code.
    strong_enough(new)?;
    if new == given.passphrase {
        return Err(AccessError::SamePassphrase);
    }
    let (stored, secrets) = check(store, given, now)?;
    let (member, earlier) = (stored.actor.member, stored.actor.salt);
    let (salt, sealed) = secrets.seal(member, new, rng);
    store.write(|tx| {
        // Whoever was ended meanwhile, or changed the passphrase elsewhere, changes nothing here.
        let changed = tx.run(
            sql!("update member set salt = $1, sealed_keys = $2 where id = $3 and salt = $4 and enabled"),
            &[(&salt).into(), (&sealed).into(), (&member.to_string()).into(), (&earlier).into()],
        )?;
        match changed {
            1 => entries::record_admin(tx, now, member, "passphrase-changed", ""),
            _ => Err(AccessError::SignIn),
        }
    })?;
    Ok(salt)
}

/// What the passphrase opens, once the second factor was spent. Every refusal is put on the record.
fn check(store: &Store, given: &Credentials, now: Instant) -> Result<(Stored, Secrets)> {
    let stored = store.read(|tx| find(tx, given.name))?;
    let salt = stored.as_ref().map_or([0; 16], |s| s.actor.salt);
    let key = passphrase::key(given.passphrase, &salt);
    let Some(stored) = stored else {
        return refused(store, None, now);
    };
    let opened = seal::open(&key, Context::of(&[b"member", stored.actor.member.as_bytes()]), &stored.sealed_keys);
    let Ok(opened) = opened else {
        return refused(store, Some(stored.actor.member), now);
    };
    let secrets = Secrets::read(&opened)?;
    if !store.write(|tx| spend_second_factor(tx, &stored, &secrets, given.code, now))? {
        return refused(store, Some(stored.actor.member), now);
    }
    Ok((stored, secrets))
}

fn refused<T>(store: &Store, member: Option<UserId>, now: Instant) -> Result<T> {
    let member = member.unwrap_or(UserId::from_bytes([0; 16]));
    store.write(|tx| entries::record_admin(tx, now, member, "sign-in-refused", ""))?;
    Err(AccessError::SignIn)
}

fn find(tx: &mut Tx, name: &str) -> Result<Option<Stored>> {
    Ok(tx.one(
        sql!(
            "select id, name, role, team_id, device_id, salt, sealed_keys, second_factor_step
              from member where name = $1 and enabled"
        ),
        &[name.trim().into()],
        |row| Ok(Stored { actor: actor_from_row(row)?, sealed_keys: row.blob(6)?, second_factor_step: row.int(7)? }),
    )?)
}

/// Accepts a code of the app that was not used before, or a recovery code, and marks it as used.
fn spend_second_factor(tx: &mut Tx, stored: &Stored, secrets: &Secrets, code: &str, now: Instant) -> Result<bool> {
    let member = stored.actor.member.to_string();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    if let Some(step) = secrets.totp.accept(&digits, now, stored.second_factor_step) {
        let spent = tx.run(
            sql!("update member set second_factor_step = $1 where id = $2 and second_factor_step < $1"),
            &[step.into(), (&member).into()],
        )?;
        return Ok(spent == 1);
    }
    let hash = recovery_hash(stored.actor.member.as_bytes(), code);
    let spent = tx.run(
        sql!("update recovery_code set used_at = $1 where member_id = $2 and hash = $3 and used_at is null"),
        &[now.millis().into(), (&member).into(), (&hash).into()],
    )?;
    if spent == 1 {
        entries::record_admin(tx, now, stored.actor.member, "recovery-code-used", "")?;
    }
    Ok(spent == 1)
}

pub(crate) fn keyring(tx: &mut Tx, actor: Actor, secrets: Secrets, rng: &mut dyn CryptoRng) -> Result<Keyring> {
    let mut reader = Reader::new(secrets.private.clone());
    let rows = tx.all(
        sql!("select compartment, wrapped from member_key where member_id = $1 order by compartment"),
        &[(&actor.member.to_string()).into()],
        |row| Ok((row.int(0)?, row.blob(1)?)),
    )?;
    let mut team = BTreeMap::new();
    for (number, wrapped) in rows {
        let compartment = Compartment::from_number(number).ok_or(AccessError::Unreadable)?;
        let place = member_key_place(actor.member, compartment);
        team.insert(compartment, Private::from_slice(&reader.unwrap(&wrapped, Context::Place(&place))?)?);
    }
    let public = match actor.team {
        Some(id) => organisation::team_public_keys(tx, id)?,
        None => BTreeMap::new(),
    };
    Ok(Keyring::new(actor, secrets.signer, secrets.private, team, public, rng))
}
