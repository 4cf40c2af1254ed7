//! Members of staff: made by an administrator, each with keys that only the passphrase opens.

use crate::bound::{self, Of};
use crate::organisation::kind_of;
use crate::{AccessError, Action, Actor, Cx, Result, Role, integration};
use base::{DeviceId, Instant, TeamId, UserId};
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use store::{Tx, sql};
use vault::second_factor::{TotpSecret, recovery_code, recovery_hash};
use vault::{Compartment, Context, Courier, Private, Public, Signer, passphrase, seal};
use zeroize::Zeroizing;

/// Handed over once, on paper or face to face, and kept nowhere.
pub struct Welcome {
    pub member: UserId,
    pub name: String,
    pub role: Role,
    pub passphrase: Zeroizing<String>,
    pub totp: TotpSecret,
    pub recovery_codes: Vec<String>,
}

/// A line of the list of members.
#[derive(Clone, Debug)]
pub struct MemberLine {
    pub id: UserId,
    pub name: String,
    pub role: Role,
    pub team: Option<String>,
    pub enabled: bool,
    pub recovery_codes_left: i64,
}

pub struct NewMember<'a> {
    pub name: &'a str,
    pub role: Role,
    pub team: Option<TeamId>,
    /// Chosen by the member, or `None` for one that is made up.
    pub passphrase: Option<&'a str>,
}

const RECOVERY_CODES: usize = 8;

/// What a member's passphrase opens.
pub(crate) struct Secrets {
    pub private: Private,
    pub signer: Signer,
    pub totp: TotpSecret,
}

impl Secrets {
    pub(crate) fn bytes(&self) -> Zeroizing<Vec<u8>> {
        let (private, signer) = (self.private.to_bytes(), self.signer.to_bytes());
        Zeroizing::new([private.as_slice(), signer.as_slice(), self.totp.as_bytes()].concat())
    }
    /// Sealed under a passphrase, with the salt that was drawn for it. Slow on purpose.
    pub(crate) fn seal(&self, member: UserId, phrase: &str, rng: &mut dyn CryptoRng) -> ([u8; 16], Vec<u8>) {
        let mut salt = [0u8; 16];
        rng.fill_bytes(&mut salt);
        let key = passphrase::key(phrase, &salt);
        let sealed = seal::seal(&key, Context::of(&[b"member", member.as_bytes()]), &self.bytes(), rng);
        (salt, sealed)
    }
    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        if bytes.len() != 84 {
            return Err(AccessError::Unreadable);
        }
        Ok(Self {
            private: Private::from_slice(&bytes[..32])?,
            signer: Signer::from_slice(&bytes[32..64])?,
            totp: TotpSecret::from_slice(&bytes[64..])?,
        })
    }
}

/// A member whose keys are made but who is not in the database yet: the slow passphrase work is done here,
/// outside any transaction.
pub struct Prepared {
    welcome: Welcome,
    team: Option<TeamId>,
    device: DeviceId,
    salt: [u8; 16],
    sealed: Vec<u8>,
    public: Public,
    verifier: [u8; 32],
}

pub fn prepare(new: &NewMember, now: Instant, rng: &mut dyn CryptoRng) -> Result<Prepared> {
    let chosen = new.passphrase.map(|p| Zeroizing::new(p.to_owned()));
    let phrase = chosen.unwrap_or_else(|| Zeroizing::new(passphrase::generate(rng)));
    strong_enough(&phrase)?;
    if new.role == Role::Integration {
        return Err(AccessError::Unfit("A program is added as an integration, with rights of its own."));
    }
    if new.role.in_a_team() != new.team.is_some() {
        return Err(AccessError::TeamNeeded);
    }
    let member = UserId::new(now, rng);
    let secrets =
        Secrets { private: Private::generate(rng), signer: Signer::generate(rng), totp: TotpSecret::generate(rng) };
    let (salt, sealed) = secrets.seal(member, &phrase, rng);
    let welcome = Welcome {
        member,
        name: base::text::line(new.name),
        role: new.role,
        passphrase: phrase,
        recovery_codes: (0..RECOVERY_CODES).map(|_| recovery_code(rng)).collect(),
        totp: secrets.totp.clone(),
    };
    let (public, verifier) = (secrets.private.public(), secrets.signer.verifier().to_bytes());
    Ok(Prepared { welcome, team: new.team, device: DeviceId::new(now, rng), salt, sealed, public, verifier })
}

impl Prepared {
    /// Refuses a team that the role must not be in: [`Role::fits`].
    pub fn may_join(&self, tx: &mut Tx) -> Result<()> {
        match self.team {
            Some(team) if !self.welcome.role.fits(&kind_of(tx, team)?) => Err(AccessError::MissionNeeded),
            _ => Ok(()),
        }
    }
}

/// What every passphrase must fulfil, the first and each one after it.
pub(crate) fn strong_enough(phrase: &str) -> Result<()> {
    if phrase.chars().count() < passphrase::SHORTEST { Err(AccessError::WeakPassphrase) } else { Ok(()) }
}

/// Adds the member and gives it the team keys of its role; `team_keys` are the private halves of its team. Whether
/// it may join that team is asked before: [`Prepared::may_join`].
pub fn add(
    tx: &mut Tx,
    prepared: Prepared,
    team_keys: &BTreeMap<Compartment, Private>,
    by: UserId,
    now: Instant,
    rng: &mut dyn CryptoRng,
) -> Result<Welcome> {
    let Prepared { welcome, team, device, salt, sealed, public, verifier } = prepared;
    let id = welcome.member.to_string();
    let taken = tx.one(sql!("select id from member where name = $1"), &[(&welcome.name).into()], |row| row.text(0))?;
    if taken.is_some() || welcome.name.is_empty() {
        return Err(AccessError::NameTaken);
    }
    tx.run(
        sql!(
            "insert into member (id, name, role, team_id, device_id, salt, sealing_key, signing_key, sealed_keys,
                                  second_factor_step, enabled, made_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, true, $10)"
        ),
        &[
            (&id).into(),
            (&welcome.name).into(),
            welcome.role.key().into(),
            team.map(|t| t.to_string()).as_ref().into(),
            (&device.to_string()).into(),
            (&salt).into(),
            public.as_bytes().into(),
            (&verifier).into(),
            (&sealed).into(),
            now.millis().into(),
        ],
    )?;
    for code in &welcome.recovery_codes {
        let hash = recovery_hash(welcome.member.as_bytes(), code);
        tx.run(sql!("insert into recovery_code (member_id, hash) values ($1, $2)"), &[(&id).into(), (&hash).into()])?;
    }
    let mut courier = Courier::new(rng);
    for compartment in welcome.role.reads() {
        let Some(private) = team_keys.get(compartment) else { continue };
        give_key(tx, &mut courier, welcome.member, &public, *compartment, private, rng)?;
    }
    bound::record(tx, Of::Member, now, by, "member-added", &id)?;
    Ok(welcome)
}

/// Adds a prepared member as an administrator does: without any key, which the team gives, but those that two recovery
/// papers opened.
pub fn enrol(cx: &mut Cx, prepared: Prepared, team_keys: &BTreeMap<Compartment, Private>) -> Result<Welcome> {
    cx.permit(Action::ManageMembers)?;
    prepared.may_join(cx.tx)?;
    add(cx.tx, prepared, team_keys, cx.keys.actor.member, cx.now, cx.rng)
}

/// Shuts a member out. Nobody shuts out the one who is at it: somebody must be able to let people in.
pub fn shut_out(cx: &mut Cx, member: UserId) -> Result<()> {
    cx.permit(Action::ManageMembers)?;
    match cx.keys.actor.member == member {
        true => Err(AccessError::Oneself),
        false => disable(cx.tx, member, cx.keys.actor.member, cx.now),
    }
}

/// Where a team key wrapped to a member belongs.
pub(crate) fn member_key_place(member: UserId, compartment: Compartment) -> [u8; 17] {
    let mut bytes = [0u8; 17];
    bytes[..16].copy_from_slice(member.as_bytes());
    bytes[16] = compartment as u8;
    bytes
}

fn give_key(
    tx: &mut Tx,
    courier: &mut Courier,
    member: UserId,
    to: &Public,
    compartment: Compartment,
    private: &Private,
    rng: &mut dyn CryptoRng,
) -> Result<()> {
    let place = member_key_place(member, compartment);
    let wrapped = courier.wrap(to, private.to_bytes().as_slice(), Context::Place(&place), rng)?;
    tx.run(
        sql!("insert into member_key (member_id, compartment, wrapped) values ($1, $2, $3)"),
        &[(&member.to_string()).into(), compartment.number().into(), (&wrapped).into()],
    )?;
    Ok(())
}

/// A member of the same team whose role reads more than it has keys for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingMember {
    pub id: UserId,
    pub name: String,
    pub role: Role,
    /// What it is to read: its role's compartments, or an integration's own.
    reads: Vec<Compartment>,
}

/// Those of the actor's team who wait for keys that the actor holds.
pub fn waiting_for_keys(cx: &mut Cx) -> Result<Vec<WaitingMember>> {
    // A program that holds keys hands none on: people decide who reads.
    let Some(team) = cx.keys.actor.team.filter(|_| !cx.keys.actor.is_integration()) else { return Ok(Vec::new()) };
    let members = cx.tx.all(
        sql!("select id, name, role from member where team_id = $1 and enabled order by name, id"),
        &[(&team.to_string()).into()],
        |row| {
            let role = row.id(2, Role::from_key)?;
            Ok(WaitingMember { id: row.id(0, UserId::read)?, name: row.text(1)?, role, reads: role.reads().to_vec() })
        },
    )?;
    let mut waiting = Vec::new();
    for mut member in members {
        if let Some(rights) = integration::rights_of(cx.tx, member.id)? {
            let wants = rights.expires > cx.now;
            member.reads = if wants { rights.compartments } else { Vec::new() };
        }
        if !missing_keys(cx, &member)?.is_empty() {
            waiting.push(member);
        }
    }
    Ok(waiting)
}

/// The compartments that a member's role reads, that it has no key for, and that the actor could give.
fn missing_keys(cx: &mut Cx, member: &WaitingMember) -> Result<Vec<Compartment>> {
    let has = cx.tx.all(
        sql!("select compartment from member_key where member_id = $1 order by compartment"),
        &[(&member.id.to_string()).into()],
        |row| row.int(0),
    )?;
    let mine = cx.keys.reads();
    let wanted = member.reads.iter().copied();
    Ok(wanted.filter(|c| !has.contains(&c.number()) && mine.contains(c)).collect())
}

/// Gives a waiting member of the actor's own team those keys of its role that the actor holds. An administrator
/// cannot: who has no key has none to give.
pub fn give_team_keys(cx: &mut Cx, member: UserId) -> Result<()> {
    let Some(waiting) = waiting_for_keys(cx)?.into_iter().find(|m| m.id == member) else { return Ok(()) };
    let missing = missing_keys(cx, &waiting)?;
    let public =
        cx.tx.one(sql!("select sealing_key from member where id = $1"), &[(&member.to_string()).into()], |row| {
            row.blob(0)
        })?;
    let public = Public::from_slice(&public.ok_or(AccessError::Unreadable)?)?;
    let team_keys = cx.keys.team_keys();
    let mut courier = Courier::new(cx.rng);
    for compartment in missing {
        give_key(cx.tx, &mut courier, member, &public, compartment, &team_keys[&compartment], cx.rng)?;
    }
    bound::record(cx.tx, Of::Member, cx.now, cx.keys.actor.member, "keys-given", &member.to_string())
}

pub fn recovery_codes_left(tx: &mut Tx, member: UserId) -> Result<i64> {
    let left = tx.one(
        sql!("select count(*) from recovery_code where member_id = $1 and used_at is null"),
        &[(&member.to_string()).into()],
        |row| row.int(0),
    )?;
    Ok(left.unwrap_or(0))
}

/// Ends a member's access from the next request on. Keys it was given are deleted; what it has read it knows.
pub fn disable(tx: &mut Tx, member: UserId, by: UserId, now: Instant) -> Result<()> {
    let id = member.to_string();
    if tx.run_on_reserve(sql!("update member set enabled = false where id = $1"), &[(&id).into()])? == 0 {
        return Err(AccessError::NoMember);
    }
    tx.run_on_reserve(sql!("delete from member_key where member_id = $1"), &[(&id).into()])?;
    bound::record(tx, Of::Member, now, by, "member-disabled", &id)
}

/// The salt of a member's passphrase, or `None` for who may no longer come in. Keys that were opened with another
/// salt were opened with a passphrase that is no longer the member's.
pub fn salt_of_enabled(tx: &mut Tx, member: UserId, now: Instant) -> Result<Option<[u8; 16]>> {
    Ok(tx.one(
        sql!(
            "select m.salt from member m left join integration i on i.member_id = m.id
              where m.id = $1 and m.enabled and (i.expires_at is null or i.expires_at > $2)"
        ),
        &[(&member.to_string()).into(), now.millis().into()],
        |row| row.bytes(0),
    )?)
}

pub fn all(tx: &mut Tx) -> Result<Vec<MemberLine>> {
    Ok(tx.all(
        sql!(
            "select m.id, m.name, m.role, t.name, m.enabled,
                     (select count(*) from recovery_code r where r.member_id = m.id and r.used_at is null)
              from member m left join team t on t.id = m.team_id order by m.name, m.id"
        ),
        &[],
        |row| {
            let team = row.maybe_id(3, |name| Some(name.to_owned()))?;
            Ok(MemberLine {
                id: row.id(0, UserId::read)?,
                name: row.text(1)?,
                role: row.id(2, Role::from_key)?,
                team,
                enabled: row.flag(4)?,
                recovery_codes_left: row.int(5)?,
            })
        },
    )?)
}

/// The names that members sign in with, by the device that signs their events.
pub fn names_by_device(tx: &mut Tx) -> Result<BTreeMap<DeviceId, String>> {
    let pairs = tx.all(sql!("select device_id, name from member order by id"), &[], |row| {
        Ok((row.id(0, DeviceId::read)?, row.text(1)?))
    })?;
    Ok(pairs.into_iter().collect())
}

/// The public halves that check signatures, by device. One that is no key checks nothing.
pub fn verifiers(tx: &mut Tx) -> Result<BTreeMap<DeviceId, vault::Verifier>> {
    let rows = tx.all(sql!("select device_id, signing_key from member order by id"), &[], |row| {
        Ok((row.id(0, DeviceId::read)?, row.blob(1)?))
    })?;
    Ok(rows.into_iter().filter_map(|(device, key)| Some((device, vault::Verifier::from_slice(&key).ok()?))).collect())
}

/// Reads id, name, role, team, device and salt, from the first column on.
pub(crate) fn actor_from_row(row: &store::Row) -> store::Result<Actor> {
    Ok(Actor {
        member: row.id(0, UserId::read)?,
        name: row.text(1)?,
        role: row.id(2, Role::from_key)?,
        team: row.maybe_id(3, TeamId::read)?,
        device: row.id(4, DeviceId::read)?,
        salt: row.bytes(5)?,
        rights: None,
    })
}
