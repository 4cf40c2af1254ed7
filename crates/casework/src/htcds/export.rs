//! Giving cases out: each as far as the keys of whoever asks open it.

use super::document::Document;
use super::official::Record;
use super::record::{self, Standing};
use super::{STEP, stands};
use crate::facts::SummaryPlace;
use crate::record::read_summary;
use crate::{Facts, Result};
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

/// An export on its way, a step at a time: the registry goes on while a long one is read.
pub struct Export {
    wanted: Wanted,
    waiting: std::vec::IntoIter<CaseId>,
    records: Vec<Record>,
}

impl Export {
    pub fn begin(cx: &mut Cx, wanted: Wanted) -> Result<Export> {
        cx.permit(Action::Export)?;
        let cases = match &wanted.cases {
            Some(cases) => cases.clone(),
            None => with_a_key(cx)?,
        };
        Ok(Export { wanted, waiting: cases.into_iter(), records: Vec::new() })
    }

    pub fn is_done(&self) -> bool {
        self.waiting.len() == 0
    }

    /// Reads some more cases, each as far as the actor's keys open it. They are on the record.
    pub fn step(&mut self, cx: &mut Cx) -> Result<()> {
        cx.permit(Action::Export)?;
        let before = self.records.len();
        for case in self.waiting.by_ref().take(STEP) {
            let standing = record::respecting_refusal(standing(cx, case, &self.wanted)?);
            if !standing.is_empty() {
                self.records.push(record::write(&CaseCode::of(case).plain(), &standing));
            }
        }
        cx.note_list(Action::Export, self.records.len() - before)
    }

    /// The document, and how many cases are in it.
    pub fn finish(self, cx: &mut Cx) -> Result<(Value, usize)> {
        let (registry, _) = organisation::log_identity(cx.tx)?;
        let name = organisation::name(cx.tx)?.unwrap_or_default();
        let reads = cx.keys.reads();
        let parts = self.wanted.compartments().filter(|c| reads.contains(c)).map(Compartment::key);
        let count = self.records.len();
        Ok((Document::write(&name, &registry, &parts.collect::<Vec<_>>(), self.records), count))
    }
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
