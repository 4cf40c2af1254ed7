//! Rows that the log vouches for: members, teams and the organisation, with their public keys and roles.
//!
//! Whoever changes one of them records, in the same transaction, an admin entry that holds a digest of the rows as
//! they are then. The entry is a leaf of the signed log: a row that was changed past the program is found.

use crate::entries::AdminEntry;
use crate::{Result, entries};
use base::{Instant, UserId};
use std::collections::BTreeMap;
use store::sum::digest_of;
use store::{Tx, Value, sql};

/// What an entry vouches for, by the tables of which it holds a digest each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Organisation,
    Team,
    Member,
}

const ALL: [Of; 3] = [Of::Organisation, Of::Team, Of::Member];
const DIGEST: usize = 32;

impl Of {
    fn tables(self) -> &'static [&'static str] {
        match self {
            Of::Organisation => &["organisation"],
            Of::Team => &["team", "team_key"],
            Of::Member => &["member", "member_key", "recovery_code", "integration"],
        }
    }

    /// One digest after the other.
    fn digests(self, tx: &mut Tx, id: &str) -> Result<Vec<u8>> {
        let of: &[Value] = &[id.into()];
        let digests = match self {
            Of::Organisation => vec![digest_of(
                tx,
                "organisation",
                sql!(
                    "select id, name, opened_at, log_origin, log_key, escrow_key from organisation where id = $1 order by id"
                ),
                of,
            )?],
            Of::Team => vec![
                digest_of(tx, "team", sql!("select id, name, kind from team where id = $1 order by id"), of)?,
                digest_of(
                    tx,
                    "team_key",
                    sql!(
                        "select team_id, compartment, public_key, escrow_wrapped from team_key where team_id = $1 order by compartment"
                    ),
                    of,
                )?,
            ],
            Of::Member => vec![
                digest_of(
                    tx,
                    "member",
                    sql!(
                        "select id, name, role, team_id, device_id, salt, sealing_key, signing_key, sealed_keys, second_factor_step, enabled, made_at from member where id = $1 order by id"
                    ),
                    of,
                )?,
                digest_of(
                    tx,
                    "member_key",
                    sql!(
                        "select member_id, compartment, wrapped from member_key where member_id = $1 order by compartment"
                    ),
                    of,
                )?,
                digest_of(
                    tx,
                    "recovery_code",
                    sql!("select member_id, hash, used_at from recovery_code where member_id = $1 order by hash"),
                    of,
                )?,
                digest_of(
                    tx,
                    "integration",
                    sql!(
                        "select member_id, mark, actions, compartments, expires_at from integration where member_id = $1 order by member_id"
                    ),
                    of,
                )?,
            ],
        };
        Ok(digests.concat())
    }
}

/// Records an act that made or changed the rows of a member, a team or the organisation, with what they are now.
/// Without a subject the act was on whoever did it.
pub(crate) fn record(tx: &mut Tx, of: Of, at: Instant, by: UserId, action: &str, subject: &str) -> Result<()> {
    let id = if subject.is_empty() { by.to_string() } else { subject.to_owned() };
    let bound = Some(of.digests(tx, &id)?);
    let entry = AdminEntry { at, member: by, action: action.to_owned(), subject: subject.to_owned(), bound };
    entries::record_entry(tx, &entry)
}

/// A row that is not what the log vouches for: its table, and the id of the member, team or organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unbound {
    pub table: &'static str,
    pub id: String,
    /// There is no entry for it: it was never put on record, or it is gone although it was.
    pub stranger: bool,
}

/// Holds every row that the log vouches for against the newest entry about it.
pub fn check(tx: &mut Tx) -> Result<Vec<Unbound>> {
    let mut newest: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    tx.each(
        sql!("select member_id, subject, bound from admin_entry where bound is not null order by position"),
        &[],
        |row| {
            let (by, subject, bound) = (row.text(0)?, row.text(1)?, row.blob(2)?);
            newest.insert(if subject.is_empty() { by } else { subject }, bound);
            Ok::<_, store::StoreError>(())
        },
    )?;
    let mut found = Vec::new();
    for of in ALL {
        for id in ids(tx, of)? {
            match newest.remove(&id) {
                Some(bound) => found.extend(differing(tx, of, &id, &bound)?),
                None => found.push(Unbound { table: of.tables()[0], id, stranger: true }),
            }
        }
    }
    let gone = |(id, bound): (String, Vec<u8>)| {
        let of = ALL.into_iter().find(|of| of.tables().len() * DIGEST == bound.len())?;
        Some(Unbound { table: of.tables()[0], id, stranger: true })
    };
    found.extend(newest.into_iter().filter_map(gone));
    Ok(found)
}

/// Every id that stands in the tables, also where only a part is left.
fn ids(tx: &mut Tx, of: Of) -> Result<Vec<String>> {
    let statement = match of {
        Of::Organisation => sql!("select id from organisation order by id"),
        Of::Team => sql!("select id from team union select team_id from team_key order by 1"),
        Of::Member => sql!(
            "select id from member union select member_id from member_key union select member_id from recovery_code
              union select member_id from integration order by 1"
        ),
    };
    Ok(tx.all(statement, &[], |row| row.text(0))?)
}

fn differing(tx: &mut Tx, of: Of, id: &str, bound: &[u8]) -> Result<Vec<Unbound>> {
    let tables = of.tables();
    let held = match of.digests(tx, id) {
        Ok(held) => held,
        // A value that is of the wrong kind altogether.
        Err(_) => vec![0; tables.len() * DIGEST],
    };
    if bound.len() != held.len() {
        return Ok(vec![Unbound { table: tables[0], id: id.to_owned(), stranger: true }]);
    }
    let pairs = held.chunks(DIGEST).zip(bound.chunks(DIGEST)).zip(tables);
    let differ = pairs.filter(|((held, bound), _)| held != bound);
    Ok(differ.map(|(_, table)| Unbound { table, id: id.to_owned(), stranger: false }).collect())
}
