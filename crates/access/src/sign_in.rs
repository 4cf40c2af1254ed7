//! Signing in: a name, a passphrase that opens the member's keys, and a second factor. And another passphrase.

use crate::bound::{self, Of};
use crate::member::{Secrets, actor_from_row, member_key_place, strong_enough};
use crate::{AccessError, Actor, Keyring, Result, entries, organisation};
use base::{Instant, UserId};
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use store::failpoint::{Failpoint, reach};
use store::{Store, Tx, sql};
use vault::second_factor::{TotpSecret, recovery_hash};
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
    let opened = open(store, given)?;
    let keys = enter(store, opened, given.code, now, |tx, stored, secrets| {
        bound::record(tx, Of::Member, now, stored.actor.member, "signed-in", "")?;
        reach(Failpoint::SignInRecorded);
        keyring(tx, stored.actor, secrets, rng)
    })?;
    reach(Failpoint::SignedIn);
    Ok(keys)
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
    let opened = open(store, given)?;
    let sealed = opened.both.as_ref().map(|(_, secrets)| secrets.seal(opened.member, new, rng));
    enter(store, opened, given.code, now, |tx, stored, _| {
        let (salt, sealed) = sealed.ok_or(AccessError::SignIn)?;
        // Whoever was ended meanwhile, or changed the passphrase elsewhere, changes nothing here.
        let (member, earlier) = (stored.actor.member, stored.actor.salt);
        let changed = tx.run(
            sql!("update member set salt = $1, sealed_keys = $2 where id = $3 and salt = $4 and enabled"),
            &[(&salt).into(), (&sealed).into(), (&member.to_string()).into(), (&earlier).into()],
        )?;
        match changed {
            1 => bound::record(tx, Of::Member, now, member, "passphrase-changed", "").map(|()| salt),
            _ => Err(AccessError::SignIn),
        }
    })
}

/// A member, or nobody, and what the passphrase opened of theirs.
struct Opened {
    member: UserId,
    both: Option<(Stored, Secrets)>,
}

/// Spends the second factor together with what it is spent for. Every refusal is put on the record.
fn enter<T>(
    store: &Store,
    opened: Opened,
    code: &str,
    now: Instant,
    work: impl FnOnce(&mut Tx, Stored, Secrets) -> Result<T>,
) -> Result<T> {
    let done = store.write(|tx| {
        let right = spend_second_factor(tx, opened.both.as_ref(), code, now)?;
        match opened.both.filter(|_| right) {
            Some((stored, secrets)) => {
                reach(Failpoint::SecondFactorSpent);
                work(tx, stored, secrets).map(Some)
            }
            None => {
                entries::record_admin(tx, now, opened.member, "sign-in-refused", "")?;
                Ok(None)
            }
        }
    })?;
    done.ok_or(AccessError::SignIn)
}

/// What the passphrase opens, if it opens anything; the second factor is to be spent in [`enter`].
///
/// Whatever is wrong, the same work is done: one Argon2id, one opening, one code looked for, one transaction with
/// one entry. Where there is no member it is done for nobody, who has no passphrase and no code.
fn open(store: &Store, given: &Credentials) -> Result<Opened> {
    let stored = store.read(|tx| find(tx, given.name))?;
    let member = stored.as_ref().map_or_else(nobody, |stored| stored.actor.member);
    let salt = stored.as_ref().map_or([0; 16], |stored| stored.actor.salt);
    let sealed = stored.as_ref().map_or(&[0; SEALED_KEYS][..], |stored| &stored.sealed_keys);
    let key = passphrase::key(given.passphrase, &salt);
    let opened = seal::open(&key, Context::of(&[b"member", member.as_bytes()]), sealed).ok();
    let secrets = opened.map(|opened| Secrets::read(&opened)).transpose()?;
    Ok(Opened { member, both: stored.zip(secrets) })
}

/// In whose place work is done for a name that nobody has.
fn nobody() -> UserId {
    UserId::from_bytes([0; 16])
}

/// About as long as a member's sealed keys.
const SEALED_KEYS: usize = 124;

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

/// Accepts a code of the app that was not used before, or a recovery code, and marks it as used. For who is none, or
/// gave a wrong passphrase, it looks for nobody's code, and finds none.
fn spend_second_factor(tx: &mut Tx, who: Option<&(Stored, Secrets)>, code: &str, now: Instant) -> Result<bool> {
    let id = who.map_or_else(nobody, |(stored, _)| stored.actor.member);
    let member = id.to_string();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let step = match who {
        Some((stored, secrets)) => secrets.totp.accept(&digits, now, stored.second_factor_step),
        None => TotpSecret::from_slice(&[0; 20])?.accept(&digits, now, 0).and(None),
    };
    if let Some(step) = step {
        let spent = tx.run_on_reserve(
            sql!("update member set second_factor_step = $1 where id = $2 and second_factor_step < $1"),
            &[step.into(), (&member).into()],
        )?;
        return Ok(spent == 1);
    }
    let hash = recovery_hash(id.as_bytes(), code);
    let spent = tx.run_on_reserve(
        sql!("update recovery_code set used_at = $1 where member_id = $2 and hash = $3 and used_at is null"),
        &[now.millis().into(), (&member).into(), (&hash).into()],
    )?;
    if spent == 1 {
        entries::record_admin(tx, now, id, "recovery-code-used", "")?;
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
