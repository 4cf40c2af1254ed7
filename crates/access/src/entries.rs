//! The record of who read, who was refused, and what was administered. No entry holds any content.

use crate::{Action, Result};
use base::{CaseId, Instant, UserId};
use store::failpoint::{Failpoint, reach};
use store::{Row, Tx, sql};
use vault::Compartment;

/// One reading of the registry, or one refusal to let read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessEntry {
    pub at: Instant,
    pub member: UserId,
    pub action: String,
    /// "allowed" or "refused".
    pub outcome: String,
    pub case: Option<CaseId>,
    /// One bit for each compartment that was opened: bit n for number n.
    pub compartments: i64,
    /// How many cases were shown, for lists and exports.
    pub cases: i64,
}

/// One act of administration: a sign-in, a member added, a key given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdminEntry {
    pub at: Instant,
    pub member: UserId,
    pub action: String,
    /// What it was done to: an id, never a name.
    pub subject: String,
    /// Digests of the rows that the act made or changed.
    pub bound: Option<Vec<u8>>,
}

pub fn compartment_bits(opened: impl IntoIterator<Item = Compartment>) -> i64 {
    opened.into_iter().fold(0, |bits, c| bits | 1 << c.number())
}

impl AccessEntry {
    pub fn leaf(&self) -> Vec<u8> {
        let case = self.case.map(|c| c.as_bytes().to_vec()).unwrap_or_default();
        let hash = vault::digest(&[
            &self.at.millis().to_be_bytes(),
            self.member.as_bytes(),
            self.action.as_bytes(),
            self.outcome.as_bytes(),
            &case,
            &self.compartments.to_be_bytes(),
            &self.cases.to_be_bytes(),
        ]);
        [b"access".as_slice(), &hash].concat()
    }

    /// Reads at, member, action, outcome, case, compartments and cases, from column `first` on.
    pub fn from_row(row: &Row, first: usize) -> store::Result<Self> {
        Ok(Self {
            at: Instant::from_millis(row.int(first)?),
            member: row.id(first + 1, UserId::read)?,
            action: row.text(first + 2)?,
            outcome: row.text(first + 3)?,
            case: row.maybe_id(first + 4, CaseId::read)?,
            compartments: row.int(first + 5)?,
            cases: row.int(first + 6)?,
        })
    }
}

impl AdminEntry {
    pub fn leaf(&self) -> Vec<u8> {
        let hash = vault::digest(&[
            &self.at.millis().to_be_bytes(),
            self.member.as_bytes(),
            self.action.as_bytes(),
            self.subject.as_bytes(),
        ]);
        match &self.bound {
            None => [b"admin".as_slice(), &hash].concat(),
            Some(bound) => [b"admin".as_slice(), &hash, b"bound", bound].concat(),
        }
    }

    /// Reads at, member, action, subject and what is bound, from column `first` on.
    pub fn from_row(row: &Row, first: usize) -> store::Result<Self> {
        Ok(Self {
            at: Instant::from_millis(row.int(first)?),
            member: row.id(first + 1, UserId::read)?,
            action: row.text(first + 2)?,
            subject: row.text(first + 3)?,
            bound: row.maybe_blob(first + 4)?,
        })
    }
}

pub fn record_access(tx: &mut Tx, entry: &AccessEntry) -> Result<()> {
    let position = tx.append(&entry.leaf())?;
    reach(Failpoint::EntryAppended);
    let case = entry.case.map(|c| c.to_string());
    tx.run_on_reserve(
        sql!(
            "insert into access_entry (position, at, member_id, action, outcome, case_id, compartments, cases)
              values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &[
            position.into(),
            entry.at.millis().into(),
            (&entry.member.to_string()).into(),
            (&entry.action).into(),
            (&entry.outcome).into(),
            case.as_ref().into(),
            entry.compartments.into(),
            entry.cases.into(),
        ],
    )?;
    reach(Failpoint::EntryStored);
    Ok(())
}

pub fn record_admin(tx: &mut Tx, at: Instant, member: UserId, action: &str, subject: &str) -> Result<()> {
    let (action, subject) = (action.to_owned(), subject.to_owned());
    record_entry(tx, &AdminEntry { at, member, action, subject, bound: None })
}

pub(crate) fn record_entry(tx: &mut Tx, entry: &AdminEntry) -> Result<()> {
    let position = tx.append(&entry.leaf())?;
    tx.run_on_reserve(
        sql!(
            "insert into admin_entry (position, at, member_id, action, subject, bound)
              values ($1, $2, $3, $4, $5, $6)"
        ),
        &[
            position.into(),
            entry.at.millis().into(),
            (&entry.member.to_string()).into(),
            (&entry.action).into(),
            (&entry.subject).into(),
            entry.bound.as_ref().into(),
        ],
    )?;
    Ok(())
}

/// Who may be told about a refusal that has just rolled its transaction back.
pub(crate) fn refusal(at: Instant, member: UserId, action: Action, case: Option<CaseId>) -> AccessEntry {
    let (action, outcome) = (action.key().to_owned(), "refused".to_owned());
    AccessEntry { at, member, action, outcome, case, compartments: 0, cases: 0 }
}

/// Access entries with their positions before a position, newest first.
pub fn newest_access(tx: &mut Tx, before: i64, most: i64) -> Result<Vec<(i64, AccessEntry)>> {
    Ok(tx.all(
        sql!(
            "select position, at, member_id, action, outcome, case_id, compartments, cases
              from access_entry where position < $1 order by position desc limit $2"
        ),
        &[before.into(), most.into()],
        |row| Ok((row.int(0)?, AccessEntry::from_row(row, 1)?)),
    )?)
}

/// Admin entries with their positions before a position, newest first.
pub fn newest_admin(tx: &mut Tx, before: i64, most: i64) -> Result<Vec<(i64, AdminEntry)>> {
    Ok(tx.all(
        sql!(
            "select position, at, member_id, action, subject, bound from admin_entry where position < $1
              order by position desc limit $2"
        ),
        &[before.into(), most.into()],
        |row| Ok((row.int(0)?, AdminEntry::from_row(row, 1)?)),
    )?)
}

/// A line of the log, of either kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Its leaf of the log.
    pub position: i64,
    pub at: Instant,
    pub member: UserId,
    pub action: String,
    pub refused: bool,
    pub about: About,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Case(CaseId),
    /// So many lines of a list.
    Cases(i64),
    /// An act of administration, done to this member.
    Member(UserId),
    Nothing,
}

/// The lines of the log before a position, newest first.
pub fn newest(tx: &mut Tx, before: i64, most: usize) -> Result<Vec<LogLine>> {
    let mut lines = Vec::with_capacity(2 * most);
    for (position, entry) in newest_access(tx, before, most as i64)? {
        let about = entry.case.map_or(About::Cases(entry.cases), About::Case);
        let refused = entry.outcome == "refused";
        lines.push(LogLine { position, at: entry.at, member: entry.member, action: entry.action, refused, about });
    }
    for (position, entry) in newest_admin(tx, before, most as i64)? {
        let about = UserId::read(&entry.subject).map_or(About::Nothing, About::Member);
        let refused = entry.action == "sign-in-refused";
        lines.push(LogLine { position, at: entry.at, member: entry.member, action: entry.action, refused, about });
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.position));
    lines.truncate(most);
    Ok(lines)
}

/// How many entries there are of both kinds, and how many of them are refusals.
pub fn totals(tx: &mut Tx) -> Result<(i64, i64)> {
    let totals = tx.one(
        sql!(
            "select (select count(*) from access_entry) + (select count(*) from admin_entry),
                     (select count(*) from access_entry where outcome = 'refused')
                     + (select count(*) from admin_entry where action = 'sign-in-refused')"
        ),
        &[],
        |row| Ok((row.int(0)?, row.int(1)?)),
    )?;
    Ok(totals.unwrap_or_default())
}
