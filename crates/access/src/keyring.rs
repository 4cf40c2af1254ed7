//! The keys of one signed-in member, in memory only and wiped when dropped.

use crate::{Action, Result, Role};
use base::{CaseId, DeviceId, Instant, TeamId, UserId};
use std::collections::BTreeMap;
use store::sum::sum;
use store::{Tx, Value, sql};
use vault::{Compartment, Context, Courier, DataKey, Private, Public, Reader, Signer};

/// Who acts: pseudonymous ids and the role, nothing secret.
#[derive(Clone, Debug)]
pub struct Actor {
    pub member: UserId,
    pub name: String,
    pub role: Role,
    pub team: Option<TeamId>,
    pub device: DeviceId,
    /// Of the passphrase that opened the keys: when the passphrase changes, the database holds another.
    pub salt: [u8; 16],
    /// What an integration may; a person may what the role says.
    pub rights: Option<Rights>,
}

/// The rights of one integration, and when they end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    pub actions: Vec<Action>,
    pub compartments: Vec<Compartment>,
    pub expires: Instant,
}

impl Actor {
    pub fn may(&self, action: Action) -> bool {
        self.rights.as_ref().map_or_else(|| self.role.may(action), |rights| rights.actions.contains(&action))
    }

    pub fn reads(&self) -> &[Compartment] {
        self.rights.as_ref().map_or(self.role.reads(), |rights| &rights.compartments)
    }

    pub fn writes(&self) -> &[Compartment] {
        self.rights.as_ref().map_or(self.role.writes(), |rights| &rights.compartments)
    }

    pub fn is_integration(&self) -> bool {
        self.rights.is_some()
    }
}

/// Whom a case key is wrapped to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    Team(TeamId),
    Member(UserId),
    /// A member to whom keys were lent in an emergency: never on a desk, and every reading is marked as such.
    Emergency(UserId),
    /// A team, for files that are no people of its own: what it asked others, and what others asked it about needs.
    Correspondence(TeamId),
}

impl Holder {
    /// What stands in `case_key.holder`.
    pub fn text(self) -> String {
        match self {
            Holder::Team(team) => team.to_string(),
            Holder::Member(member) => member.to_string(),
            Holder::Emergency(member) => format!("{member}.e"),
            Holder::Correspondence(team) => format!("{team}.c"),
        }
    }
}

pub struct Keyring {
    pub actor: Actor,
    signer: Signer,
    own: Private,
    own_reader: Reader,
    team: BTreeMap<Compartment, Private>,
    team_readers: BTreeMap<Compartment, Reader>,
    team_public: BTreeMap<Compartment, Public>,
    courier: Courier,
}

/// Where a wrapped case key belongs.
pub fn case_key_place(case: CaseId, compartment: Compartment, generation: i64) -> [u8; 25] {
    let mut bytes = [0u8; 25];
    bytes[..16].copy_from_slice(case.as_bytes());
    bytes[16] = compartment as u8;
    bytes[17..].copy_from_slice(&generation.to_be_bytes());
    bytes
}

/// Deletes the wrapped keys whose time is over; the database overwrites them. Says how many.
pub fn forget_expired(tx: &mut Tx, now: Instant) -> Result<usize> {
    Ok(tx.run_on_reserve(sql!("delete from case_key where expires_at <= $1"), &[now.millis().into()])?)
}

impl Keyring {
    pub(crate) fn new(
        actor: Actor,
        signer: Signer,
        own: Private,
        team: BTreeMap<Compartment, Private>,
        team_public: BTreeMap<Compartment, Public>,
        rng: &mut dyn rand_core::CryptoRng,
    ) -> Self {
        Self {
            actor,
            signer,
            own_reader: Reader::new(own.clone()),
            own,
            team_readers: team.iter().map(|(c, private)| (*c, Reader::new(private.clone()))).collect(),
            team,
            team_public,
            courier: Courier::new(rng),
        }
    }

    pub fn signer(&self) -> &Signer {
        &self.signer
    }

    /// The compartments this member reads by the team's keys.
    pub fn reads(&self) -> Vec<Compartment> {
        self.team.keys().copied().collect()
    }

    /// Copies of the team's private halves, for the team's working set.
    pub fn team_keys(&self) -> BTreeMap<Compartment, Private> {
        self.team.clone()
    }

    /// The member's own private half, for what only this member reads.
    pub fn own_key(&self) -> &Private {
        &self.own
    }

    /// A key that every reader of the team's `compartment` can make, for one named use.
    pub fn team_secret(&self, compartment: Compartment, use_of: &str) -> Option<DataKey> {
        self.team.get(&compartment).map(|private| private.derive(use_of))
    }

    /// Every key of `case` that this member holds, newest generation last.
    pub fn case_keys(&mut self, tx: &mut Tx, case: CaseId, now: Instant) -> Result<Vec<(Compartment, i64, DataKey)>> {
        let holders = [self.actor.team.map(Holder::Team), Some(Holder::Member(self.actor.member))];
        self.keys_held_as(tx, case, holders.into_iter().flatten(), now)
    }

    /// Every key of a file that this member's team corresponds about with another.
    pub fn correspondence_keys(
        &mut self,
        tx: &mut Tx,
        file: CaseId,
        now: Instant,
    ) -> Result<Vec<(Compartment, i64, DataKey)>> {
        self.keys_held_as(tx, file, self.actor.team.map(Holder::Correspondence).into_iter(), now)
    }

    /// Every key of `case` that was lent to this member in an emergency.
    pub(crate) fn lent_keys(
        &mut self,
        tx: &mut Tx,
        case: CaseId,
        now: Instant,
    ) -> Result<Vec<(Compartment, i64, DataKey)>> {
        let holder = Holder::Emergency(self.actor.member);
        self.keys_held_as(tx, case, std::iter::once(holder), now)
    }

    /// Opens what was sealed to this member alone.
    pub fn open_own(&mut self, sealed: &[u8], place: Context) -> Result<zeroize::Zeroizing<Vec<u8>>> {
        Ok(self.own_reader.unwrap(sealed, place)?)
    }

    /// Seals something to a public half, by the same courier that carries keys.
    pub fn seal_to(
        &mut self,
        public: &Public,
        plain: &[u8],
        place: Context,
        rng: &mut dyn rand_core::CryptoRng,
    ) -> Result<Vec<u8>> {
        Ok(self.courier.wrap(public, plain, place, rng)?)
    }

    /// Opens what somebody without keys delivered to the team; nothing when this member does not read that part.
    pub fn open_delivered(
        &mut self,
        compartment: Compartment,
        sealed: &[u8],
        place: Context,
    ) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>> {
        let Some(reader) = self.team_readers.get_mut(&compartment) else { return Ok(None) };
        Ok(Some(reader.unwrap(sealed, place)?))
    }

    fn keys_held_as(
        &mut self,
        tx: &mut Tx,
        case: CaseId,
        holders: impl Iterator<Item = Holder>,
        now: Instant,
    ) -> Result<Vec<(Compartment, i64, DataKey)>> {
        let mut keys = Vec::new();
        for holder in holders {
            let rows = tx.all(
                sql!(
                    "select compartment, generation, wrapped from case_key
                      where holder = $1 and case_id = $2 and (expires_at is null or expires_at > $3)
                      order by compartment, generation"
                ),
                &[(&holder.text()).into(), (&case.to_string()).into(), now.millis().into()],
                |row| Ok((row.int(0)?, row.int(1)?, row.blob(2)?)),
            )?;
            for (number, generation, wrapped) in rows {
                let Some(compartment) = Compartment::from_number(number) else { continue };
                let reader = match holder {
                    Holder::Team(_) | Holder::Correspondence(_) => self.team_readers.get_mut(&compartment),
                    Holder::Member(_) | Holder::Emergency(_) => Some(&mut self.own_reader),
                };
                let Some(reader) = reader else { continue };
                let place = case_key_place(case, compartment, generation);
                keys.push((compartment, generation, reader.unwrap_key(&wrapped, Context::Place(&place))?));
            }
        }
        Ok(keys)
    }

    /// Makes the first key of a file's compartment and wraps it to each of `shares`.
    pub(crate) fn make_shared_key(
        &mut self,
        file: CaseId,
        compartment: Compartment,
        shares: &[Share],
        rng: &mut dyn rand_core::CryptoRng,
    ) -> Result<(DataKey, Vec<WrappedKey>)> {
        let key = DataKey::generate(rng);
        let place = case_key_place(file, compartment, FIRST);
        let mut made = Vec::with_capacity(shares.len());
        for share in shares {
            let Some(public) = share.to.get(&compartment) else { continue };
            let wrapped = self.courier.wrap(public, key.as_bytes(), Context::Place(&place), rng)?;
            made.push(WrappedKey { case: file, compartment, holder: share.holder, wrapped, expires: share.expires });
        }
        Ok((key, made))
    }

    /// Makes the first key of a case's compartment and wraps it to the member's team, and for a day to a
    /// member whose role reads only what it wrote.
    pub(crate) fn make_case_key(
        &mut self,
        case: CaseId,
        compartment: Compartment,
        now: Instant,
        rng: &mut dyn rand_core::CryptoRng,
    ) -> Result<(DataKey, Vec<WrappedKey>)> {
        let key = DataKey::generate(rng);
        let place = case_key_place(case, compartment, FIRST);
        let mut wrapped = Vec::with_capacity(1);
        let mut wrap = |holder, public: &Public, expires| -> Result<()> {
            let sealed = self.courier.wrap(public, key.as_bytes(), Context::Place(&place), rng)?;
            wrapped.push(WrappedKey { case, compartment, holder, wrapped: sealed, expires });
            Ok(())
        };
        if let (Some(team), Some(public)) = (self.actor.team, self.team_public.get(&compartment)) {
            wrap(Holder::Team(team), public, None)?;
        }
        if let (Some(hours), Compartment::Identity) = (self.actor.role.reads_own_for_hours(), compartment) {
            wrap(Holder::Member(self.actor.member), &self.own.public(), Some(now.plus_hours(hours)))?;
        }
        Ok((key, wrapped))
    }
}

/// Somebody who is to hold the keys of a file, and for how long.
pub struct Share {
    pub holder: Holder,
    pub to: BTreeMap<Compartment, Public>,
    pub expires: Option<Instant>,
}

impl Share {
    /// For a team of this server: its public halves are there for everybody to write to.
    pub fn of(tx: &mut Tx, holder: Holder, team: TeamId, expires: Option<Instant>) -> Result<Share> {
        Ok(Share { holder, to: crate::organisation::team_public_keys(tx, team)?, expires })
    }
}

/// Takes a file's keys away from a holder. What was read with them stays known to whoever read it.
pub fn take_back(tx: &mut Tx, file: CaseId, holder: Holder) -> Result<usize> {
    Ok(tx.run(
        sql!("delete from case_key where case_id = $1 and holder = $2"),
        &[(&file.to_string()).into(), (&holder.text()).into()],
    )?)
}

/// The generation of a compartment's first key.
pub(crate) const FIRST: i64 = 1;

/// A case's key for one holder, not stored yet.
pub(crate) struct WrappedKey {
    case: CaseId,
    compartment: Compartment,
    holder: Holder,
    wrapped: Vec<u8>,
    expires: Option<Instant>,
}

pub(crate) fn store_keys<'k>(tx: &mut Tx, keys: impl IntoIterator<Item = &'k WrappedKey>) -> Result<()> {
    let mut insert = tx.prepare(sql!(
        "insert into case_key (case_id, compartment, generation, holder, wrapped, expires_at, sum)
          values ($1, $2, $3, $4, $5, $6, $7)"
    ))?;
    for key in keys {
        let (case, holder) = (key.case.to_string(), key.holder.text());
        let [case, compartment, generation]: [Value; 3] =
            [(&case).into(), key.compartment.number().into(), FIRST.into()];
        let [holder, wrapped]: [Value; 2] = [(&holder).into(), (&key.wrapped).into()];
        let expires = key.expires.map(Instant::millis).into();
        let sum = sum("case_key", &[case, compartment, generation, holder, wrapped, expires]);
        insert.run(&[case, compartment, generation, holder, wrapped, expires, sum.into()])?;
    }
    Ok(())
}
