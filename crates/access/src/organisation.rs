//! One organisation: its teams, their keys, and the escrow key whose halves lie on three papers.

use crate::bound::{self, Of};
use crate::keyring::Holder;
use crate::{AccessError, Result};
use base::{Instant, TeamId, UserId};
use rand_core::CryptoRng;
use std::collections::BTreeMap;
use store::log::LogSigner;
use store::{Store, Tx, sql};
use vault::{Compartment, Context, Courier, Private, Public, Reader, Signer, shares};

pub struct NewOrganisation<'a> {
    pub name: &'a str,
    /// Name and kind of each team; the kind is a word such as "casework", "mission", "shelter".
    pub teams: &'a [(String, String)],
}

/// What `init` hands to people and keeps nowhere.
pub struct Founded {
    pub shares: [String; 3],
    pub teams: Vec<Team>,
}

/// A team with the private halves of its compartments, while members are being added.
pub struct Team {
    pub id: TeamId,
    pub name: String,
    pub keys: BTreeMap<Compartment, Private>,
}

/// Makes the organisation in an empty store: escrow key, log key, teams with one key pair per compartment.
pub fn found(store: &Store, new: &NewOrganisation, now: Instant, rng: &mut dyn CryptoRng) -> Result<Founded> {
    let escrow = Private::generate(rng);
    let log_signer = Signer::generate(rng);
    let id = TeamId::new(now, rng).to_string();
    let origin = format!("registry/{id}");
    let log_key = log_signer.verifier().to_bytes();
    store.set_log_signer(LogSigner::new(&origin, log_signer))?;
    let teams = store.write(|tx| {
        if name(tx)?.is_some() {
            return Err(AccessError::AlreadySetUp);
        }
        tx.run(
            sql!("insert into organisation (id, name, opened_at, log_origin, log_key, escrow_key) values ($1, $2, $3, $4, $5, $6)"),
            &[(&id).into(), new.name.into(), now.millis().into(), (&origin).into(), (&log_key).into(), escrow.public().as_bytes().into()],
        )?;
        bound::record(tx, Of::Organisation, now, UserId::from_bytes([0; 16]), "organisation-founded", &id)?;
        let mut courier = Courier::new(rng);
        new.teams.iter().map(|(name, kind)| add_team(tx, name, kind, &escrow.public(), &mut courier, now, rng)).collect()
    })?;
    Ok(Founded { shares: shares::split(&escrow), teams })
}

/// One byte longer than a member's place, so that neither passes for the other.
fn team_key_place(team: TeamId, compartment: Compartment) -> [u8; 18] {
    let mut bytes = [0u8; 18];
    bytes[..16].copy_from_slice(team.as_bytes());
    bytes[16] = compartment as u8;
    bytes
}

fn add_team(
    tx: &mut Tx,
    name: &str,
    kind: &str,
    escrow: &Public,
    courier: &mut Courier,
    now: Instant,
    rng: &mut dyn CryptoRng,
) -> Result<Team> {
    let team = TeamId::new(now, rng);
    tx.run(
        sql!("insert into team (id, name, kind) values ($1, $2, $3)"),
        &[(&team.to_string()).into(), name.into(), kind.into()],
    )?;
    let mut keys = BTreeMap::new();
    for compartment in Compartment::ALL {
        let private = Private::generate(rng);
        let place = team_key_place(team, compartment);
        let wrapped = courier.wrap(escrow, private.to_bytes().as_slice(), Context::Place(&place), rng)?;
        tx.run(
            sql!("insert into team_key (team_id, compartment, public_key, escrow_wrapped) values ($1, $2, $3, $4)"),
            &[
                (&team.to_string()).into(),
                compartment.number().into(),
                private.public().as_bytes().into(),
                (&wrapped).into(),
            ],
        )?;
        keys.insert(compartment, private);
    }
    bound::record(tx, Of::Team, now, UserId::from_bytes(*team.as_bytes()), "team-added", &team.to_string())?;
    Ok(Team { id: team, name: name.to_owned(), keys })
}

/// The organisation's name, or `None` before `init`.
pub fn name(tx: &mut Tx) -> Result<Option<String>> {
    Ok(tx.one(sql!("select name from organisation order by id limit 1"), &[], |row| row.text(0))?)
}

/// The log's name and the key that checks its checkpoints.
pub fn log_identity(tx: &mut Tx) -> Result<(String, vault::Verifier)> {
    let row = tx.one(sql!("select log_origin, log_key from organisation order by id limit 1"), &[], |row| {
        Ok((row.text(0)?, row.blob(1)?))
    })?;
    let (origin, key) = row.ok_or(AccessError::Store(store::StoreError::Missing))?;
    Ok((origin, vault::Verifier::from_slice(&key)?))
}

/// The public half of the escrow key, whose private half lies on the recovery papers.
pub fn escrow(tx: &mut Tx) -> Result<Public> {
    let key = tx.one(sql!("select escrow_key from organisation order by id limit 1"), &[], |row| row.blob(0))?;
    Ok(Public::from_slice(&key.ok_or(AccessError::Store(store::StoreError::Missing))?)?)
}

/// Teams by name: id, name, kind.
pub fn teams(tx: &mut Tx) -> Result<Vec<(TeamId, String, String)>> {
    Ok(tx.all(sql!("select id, name, kind from team order by name, id"), &[], |row| {
        Ok((row.id(0, TeamId::read)?, row.text(1)?, row.text(2)?))
    })?)
}

/// What a team is for; empty where there is no such team.
pub(crate) fn kind_of(tx: &mut Tx, team: TeamId) -> Result<String> {
    let kind = tx.one(sql!("select kind from team where id = $1"), &[(&team.to_string()).into()], |row| row.text(0))?;
    Ok(kind.unwrap_or_default())
}

pub(crate) fn team_public_keys(tx: &mut Tx, team: TeamId) -> Result<BTreeMap<Compartment, Public>> {
    let rows = tx.all(
        sql!("select compartment, public_key from team_key where team_id = $1 order by compartment"),
        &[(&team.to_string()).into()],
        |row| Ok((row.int(0)?, row.blob(1)?)),
    )?;
    let keys = rows.into_iter().filter_map(|(number, key)| Some((Compartment::from_number(number)?, key)));
    keys.map(|(compartment, key)| Ok((compartment, Public::from_slice(&key)?))).collect()
}

/// The half of one of a team's keys to which anybody may write.
pub fn public_key(tx: &mut Tx, team: TeamId, compartment: Compartment) -> Result<Public> {
    team_public_keys(tx, team)?.remove(&compartment).ok_or(AccessError::Unreadable)
}

/// Puts two recovery papers together and takes every team's private halves out of escrow.
pub fn recover(tx: &mut Tx, papers: &[String]) -> Result<Vec<Team>> {
    let escrow = escrow(tx)?;
    let mut reader = Reader::new(shares::join(papers, &escrow)?);
    let mut recovered = Vec::new();
    for (id, name, _) in teams(tx)? {
        let rows = tx.all(
            sql!("select compartment, escrow_wrapped from team_key where team_id = $1 order by compartment"),
            &[(&id.to_string()).into()],
            |row| Ok((row.int(0)?, row.blob(1)?)),
        )?;
        let mut keys = BTreeMap::new();
        for (number, wrapped) in rows {
            let compartment = Compartment::from_number(number).ok_or(AccessError::Unreadable)?;
            let place = team_key_place(id, compartment);
            keys.insert(compartment, Private::from_slice(&reader.unwrap(&wrapped, Context::Place(&place))?)?);
        }
        recovered.push(Team { id, name, keys });
    }
    Ok(recovered)
}

/// Private halves by holder and compartment: what `verify` and `rebuild` open records with.
pub type Openers = std::collections::HashMap<(String, Compartment), Reader>;

/// Everything that these teams' keys open.
pub fn openers(teams: &[Team]) -> Openers {
    let holders = |team| [Holder::Team(team), Holder::Correspondence(team)];
    let all = teams.iter().flat_map(|team| team.keys.iter().map(move |(c, key)| (team.id, *c, key)));
    all.flat_map(|(team, c, key)| holders(team).map(|held| ((held.text(), c), Reader::new(key.clone())))).collect()
}
