//! A roll before it is sealed: read from the desk, nothing of it is kept.

use super::rules::{Asked, Content, Missing, Person};
use crate::desk::{Desk, Line};
use crate::plan::Told;
use ::pathway::Correction;
use ::pathway::pack::Shipped;
use base::{CaseCode, CaseId, Country, Date};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// By name, as the lines will stand.
    pub on: Vec<OnIt>,
    /// Those of this nationality who are not on it.
    pub missing: Vec<Left>,
}

#[derive(Clone, Debug)]
pub struct OnIt {
    pub case: CaseId,
    pub code: CaseCode,
    pub content: Content,
}

#[derive(Clone, Debug)]
pub struct Left {
    pub case: CaseId,
    pub code: CaseCode,
    pub name: String,
    /// Never empty.
    pub why: Vec<Missing>,
}

/// How many of one nationality could be on a roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub nationality: Country,
    pub ready: usize,
    pub missing: usize,
}

/// Everybody of the desk with this nationality: who is on the roll, and why the others are not.
pub fn draft(desk: &Desk, asked: &Asked) -> Draft {
    let mut draft = Draft::default();
    for line in desk.lines().filter(|line| line.nationalities.contains(&asked.nationality)) {
        let (case, code) = (line.case, line.code);
        match person(line).line(asked) {
            Ok(content) => draft.on.push(OnIt { case, code, content }),
            Err(why) => {
                let name = line.names.first().cloned().unwrap_or_default();
                draft.missing.push(Left { case, code, name, why });
            }
        }
    }
    draft.on.sort_by(|a, b| (&a.content.name, a.case).cmp(&(&b.content.name, b.case)));
    // Whom least keeps off it comes first: one telephone call more, and they are on.
    draft.missing.sort_by(|a, b| (a.why.len(), &a.name, a.case).cmp(&(b.why.len(), &b.name, b.case)));
    draft
}

/// Every nationality of the desk, the most people first.
pub fn missions(desk: &Desk, pack: &Shipped, corrections: &[Correction], today: Date) -> Vec<Standing> {
    let Some(step) = pack.pack.waiver else { return Vec::new() };
    let mut all: BTreeMap<Country, Standing> = BTreeMap::new();
    for line in desk.lines() {
        for nationality in line.nationalities.iter().copied() {
            let standing = all.entry(nationality).or_insert(Standing { nationality, ready: 0, missing: 0 });
            let asked = Asked { pack, step, corrections, nationality, today, until: today };
            // Of whom nothing was noted, nobody has checked the safety.
            match line.told().is_some() && person(line).line(&asked).is_ok() {
                true => standing.ready += 1,
                false => standing.missing += 1,
            }
        }
    }
    let mut all: Vec<Standing> = all.into_values().collect();
    all.sort_by_key(|one| (std::cmp::Reverse((one.ready, one.missing)), one.nationality.iso3()));
    all
}

/// Of these cases, those who may be named on this roll as things stand. What the desk does not have may not.
pub fn who_may(desk: &Desk, asked: &Asked, cases: impl IntoIterator<Item = CaseId>) -> BTreeSet<CaseId> {
    let may = |case: &CaseId| {
        let line = desk.line(*case);
        line.is_some_and(|line| person(line).barred(asked).is_empty())
    };
    cases.into_iter().filter(may).collect()
}

/// Why a case of the desk is not on this roll as things stand; nothing where it could be, or is not on the desk.
pub fn why_not(desk: &Desk, asked: &Asked, case: CaseId) -> Vec<Missing> {
    let line = desk.line(case);
    line.and_then(|line| person(line).line(asked).err()).unwrap_or_default()
}

fn person(line: &Line) -> Person<'_> {
    static NOTHING: LazyLock<Told> = LazyLock::new(Told::default);
    Person {
        names: &line.names,
        about: line.about(),
        told: line.told().unwrap_or(&NOTHING),
        // Whichever field it is.
        contradicts: line.conflict,
    }
}
