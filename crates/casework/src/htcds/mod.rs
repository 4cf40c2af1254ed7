//! Cases as other systems keep them: IOM's Human Trafficking Case Data Standard 2.0 (CC BY 4.0; IOM endorses
//! nothing here). What has no official field stands in an extension of its own name, so that a case goes out and
//! comes in again without loss (docs/htcds.md).
//!
//! `testimony` never goes out, `protection` only when it is asked for by name. A trafficking status is never
//! written: no person has decided one here. One that comes in stays a statement of its sender.

pub mod document;
pub mod extension;
mod import;
mod languages;
pub mod official;
pub mod record;
pub mod standard;

#[cfg(test)]
mod tests;

pub use document::{Document, DocumentError, is_json};
pub use import::{Brought, Outcome, STEP, import};
pub use record::{Misfit, Standing};

use crate::facts::SummaryPlace;
use crate::record::read_summary;
use crate::{Fact, Facts, Result};
use access::{Action, Cx, organisation};
use base::{CaseCode, CaseId};
use serde_json::Value;
use store::sql;
use vault::{Compartment, DataKey};

/// Which cases go out, and which of their parts.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// `None` is every case that the keys open.
    pub cases: Option<Vec<CaseId>>,
    /// Threats and remarks go out only when somebody says so.
    pub protection: bool,
}

impl Wanted {
    /// The parts that may go out to whoever asks for this.
    fn compartments(&self) -> impl Iterator<Item = Compartment> + use<> {
        let protection = self.protection;
        Compartment::ALL.into_iter().filter(move |compartment| match compartment {
            Compartment::Testimony => false,
            Compartment::Protection => protection,
            Compartment::Identity | Compartment::Journey | Compartment::Care => true,
        })
    }
}

/// The wanted cases, each as far as the actor's keys open it, as one document; and how many they are.
pub fn export(cx: &mut Cx, wanted: &Wanted) -> Result<(Value, usize)> {
    cx.permit(Action::Export)?;
    let cases = match &wanted.cases {
        Some(cases) => cases.clone(),
        None => with_a_key(cx)?,
    };
    let mut records = Vec::with_capacity(cases.len());
    for case in cases {
        let standing = record::respecting_refusal(standing(cx, case, wanted)?);
        if !standing.is_empty() {
            records.push(record::write(&CaseCode::of(case).plain(), &standing));
        }
    }
    cx.note_list(Action::Export, records.len())?;
    let (registry, _) = organisation::log_identity(cx.tx)?;
    let name = organisation::name(cx.tx)?.unwrap_or_default();
    let reads = cx.keys.reads();
    let compartments: Vec<&str> = wanted.compartments().filter(|c| reads.contains(c)).map(Compartment::key).collect();
    let count = records.len();
    Ok((Document::write(&name, &registry, &compartments, records), count))
}

/// Every case of which the actor's team holds a key, oldest first.
fn with_a_key(cx: &mut Cx) -> Result<Vec<CaseId>> {
    let team = cx.keys.actor.team.map(|team| team.to_string()).unwrap_or_default();
    Ok(cx.tx.all(
        sql!("select distinct case_id from case_key where holder = $1 order by case_id"),
        &[(&team).into()],
        |row| row.id(0, CaseId::read),
    )?)
}

/// What stands of a case in the parts that are wanted and open.
fn standing(cx: &mut Cx, case: CaseId, wanted: &Wanted) -> Result<Standing> {
    let keys: Vec<(Compartment, i64, DataKey)> = cx.keys.case_keys(cx.tx, case, cx.now)?;
    let rows = cx.tx.all(
        sql!("select compartment, generation, position, sealed from summary where case_id = $1 order by compartment"),
        &[(&case.to_string()).into()],
        read_summary,
    )?;
    let mut all = Facts::default();
    for row in rows.into_iter().filter(|row| wanted.compartments().any(|c| c == row.compartment)) {
        let key = keys.iter().find(|(c, generation, _)| (*c, *generation) == (row.compartment, row.generation));
        let Some((_, _, key)) = key else { continue };
        let (compartment, generation, position) = (row.compartment, row.generation, row.position);
        all.absorb(Facts::open(key, SummaryPlace { case, compartment, generation, position }, &row.sealed)?);
    }
    Ok(stands(&all))
}

/// The values that stand, without those that say nothing.
pub fn stands(facts: &Facts) -> Standing {
    let values = |field| facts.current(field).iter().map(|held| held.fact.clone()).filter(says_something).collect();
    let all = facts.fields().map(|field| (field, values(field)));
    all.filter(|(_, values): &(_, Vec<Fact>)| !values.is_empty()).collect()
}

fn says_something(fact: &Fact) -> bool {
    match fact {
        Fact::Names(lines) | Fact::Contacts(lines) => !lines.is_empty(),
        Fact::Nationalities(countries) => !countries.is_empty(),
        Fact::Languages(languages) => !languages.is_empty(),
        Fact::Papers(papers) => !papers.is_empty(),
        Fact::Place(text) | Fact::Remark(text) => !text.is_empty(),
        _ => true,
    }
}
