//! Versions as they are kept: sealed for the team, line by line.

use super::rows::{self, LineRow, RollRow};
use super::rules::Content;
use crate::Result;
use access::{AccessError, Action, Cx};
use base::{CaseId, Country, Date, Instant, RollId, TeamId};
use papers::roll::Decision;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use vault::{Compartment, Context, DataKey, seal};

/// What a roll says besides its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub nationality: Country,
    /// Who sends it, as people write it.
    pub mission: String,
    /// Up to this day overstays were counted.
    pub until: Date,
    /// ISO 4217.
    pub currency: String,
}

#[derive(Clone, Debug)]
pub struct Version {
    pub id: RollId,
    pub number: u32,
    /// The name with which whoever sealed it signs in.
    pub by: String,
    pub at: Instant,
    pub sent: Option<Date>,
    pub head: Head,
    pub lines: Vec<Kept>,
}

/// One line as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub number: u32,
    /// `None` where the person was erased; then there is no content either.
    pub case: Option<CaseId>,
    pub content: Option<Content>,
    pub decision: Option<Decision>,
}

/// What a version says differently from one before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Numbers of lines of the newer.
    pub added: Vec<u32>,
    /// Numbers of lines of the older.
    pub gone: Vec<u32>,
    /// Numbers of lines of the newer, with the fields that say something else.
    pub changed: Vec<(u32, Vec<&'static str>)>,
}

pub(super) struct Keeping {
    pub team: TeamId,
    key: DataKey,
}

impl Keeping {
    /// What readers of the team's identities can make.
    pub fn of(cx: &Cx) -> Result<Keeping> {
        let refused = || AccessError::Refused { action: Action::Plan };
        let team = cx.keys.actor.team.ok_or_else(refused)?;
        let key = cx.keys.team_secret(Compartment::Identity, "safeconduct rolls v1").ok_or_else(refused)?;
        Ok(Keeping { team, key })
    }

    pub fn mission(&self, nationality: Country) -> [u8; 32] {
        vault::keyed_digest(self.key.as_bytes(), &[b"mission", nationality.iso3().as_bytes()])
    }

    pub fn seal_head(&self, id: RollId, head: &Head, rng: &mut dyn CryptoRng) -> Vec<u8> {
        seal::seal(&self.key, Context::of(&[b"roll", id.as_bytes()]), &cbor(head), rng)
    }

    pub fn seal_line(&self, id: RollId, number: u32, content: &Content, rng: &mut dyn CryptoRng) -> Vec<u8> {
        let number = number.to_be_bytes();
        seal::seal(&self.key, Context::of(&[b"roll line", id.as_bytes(), &number]), &cbor(content), rng)
    }

    fn open(&self, row: RollRow) -> Result<Version> {
        let head = seal::open(&self.key, Context::of(&[b"roll", row.id.as_bytes()]), &row.sealed)?;
        let head = ciborium::from_reader(&head[..]).map_err(|_| AccessError::Unreadable)?;
        let RollRow { id, version: number, by, at, sent, .. } = row;
        Ok(Version { id, number, by, at, sent, head, lines: Vec::new() })
    }

    fn open_line(&self, id: RollId, row: LineRow) -> Result<Kept> {
        let number = row.number.to_be_bytes();
        let open = |sealed: &Vec<u8>| -> Result<Content> {
            let plain = seal::open(&self.key, Context::of(&[b"roll line", id.as_bytes(), &number]), sealed)?;
            ciborium::from_reader(&plain[..]).map_err(|_| AccessError::Unreadable)
        };
        let content = row.sealed.as_ref().map(open).transpose()?;
        Ok(Kept { number: row.number, case: row.case, content, decision: row.decision })
    }
}

fn cbor(value: &impl Serialize) -> zeroize::Zeroizing<Vec<u8>> {
    let mut bytes = zeroize::Zeroizing::new(Vec::new());
    ciborium::into_writer(value, &mut *bytes).expect("a vector takes every write");
    bytes
}

/// The versions of a mission's roll without their lines, newest first.
pub fn versions(cx: &mut Cx, nationality: Country) -> Result<Vec<Version>> {
    cx.permit(Action::Plan)?;
    let keeping = Keeping::of(cx)?;
    let rows = rows::versions(cx.tx, keeping.team, &keeping.mission(nationality))?;
    rows.into_iter().map(|row| keeping.open(row)).collect()
}

/// One version with its lines. `action` says what for: reading, or making a file.
pub fn version(cx: &mut Cx, nationality: Country, number: u32, action: Action) -> Result<Version> {
    cx.permit(Action::Plan)?;
    cx.permit(action)?;
    let version = whole(cx, nationality, number)?;
    cx.note_list(action, version.lines.len())?;
    Ok(version)
}

pub(super) fn whole(cx: &mut Cx, nationality: Country, number: u32) -> Result<Version> {
    let keeping = Keeping::of(cx)?;
    let found = rows::versions(cx.tx, keeping.team, &keeping.mission(nationality))?;
    let found = found.into_iter().find(|row| row.version == number);
    let mut version = keeping.open(found.ok_or(AccessError::NoValue)?)?;
    let lines = rows::lines(cx.tx, version.id)?.into_iter().map(|row| keeping.open_line(version.id, row));
    version.lines = lines.collect::<Result<_>>()?;
    Ok(version)
}

/// What `newer` says differently from `older`, person by person.
pub fn changes(older: &Version, newer: &Version) -> Changes {
    let by_case = |version: &Version| -> BTreeMap<CaseId, Kept> {
        version.lines.iter().filter_map(|line| Some((line.case?, line.clone()))).collect()
    };
    let (before, after) = (by_case(older), by_case(newer));
    let mut changes = Changes::default();
    for line in &newer.lines {
        let Some(case) = line.case else { continue };
        match (before.get(&case).and_then(|line| line.content.as_ref()), &line.content) {
            (None, _) => changes.added.push(line.number),
            (Some(old), Some(new)) => {
                let fields = differing(old, new);
                if !fields.is_empty() {
                    changes.changed.push((line.number, fields));
                }
            }
            (Some(_), None) => {}
        }
    }
    let gone = older.lines.iter().filter(|line| line.case.is_none_or(|case| !after.contains_key(&case)));
    changes.gone = gone.map(|line| line.number).collect();
    changes
}

fn differing(old: &Content, new: &Content) -> Vec<&'static str> {
    let all = [
        ("name", old.name != new.name),
        ("birth", old.birth != new.birth),
        ("document", old.document != new.document),
        ("entered", old.entered != new.entered),
        ("days", old.days != new.days),
        ("amount", old.hundredths != new.hundredths),
    ];
    all.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
}
