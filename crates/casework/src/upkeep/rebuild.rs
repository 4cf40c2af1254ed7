//! `safeconduct rebuild`: deriving the projections again from the events.

use super::keys_of;
use crate::facts::SummaryPlace;
use crate::record::{save_casefile, save_summary};
use crate::registry::rows;
use crate::{Event, Facts, Result};
use access::AccessError;
use access::organisation::Openers;
use base::{CaseCode, CaseId};
use std::collections::BTreeMap;
use store::envelope::clock_instant;
use store::{Store, Tx, sql};
use vault::{Compartment, Context, DataKey, seal};

/// What was derived, and what differed from what was stored.
#[derive(Clone, Debug, Default)]
pub struct Rebuilt {
    pub cases: u64,
    pub summaries: u64,
    /// Summaries whose key none of the openers in hand holds.
    pub not_open: u64,
    /// Rows that were missing, too many or different: "summary" or "casefile" with the case's id.
    pub differences: Vec<String>,
}

/// Derives every projection row again. With `compare_only` nothing is written, only compared byte for byte;
/// else every differing row is put right.
pub fn rebuild(store: &Store, openers: &mut Openers, compare_only: bool, mut tick: impl FnMut()) -> Result<Rebuilt> {
    let mut rebuilt = Rebuilt::default();
    let cases = store.read(|tx| {
        Ok::<_, AccessError>(
            tx.all(sql!("select distinct case_id from event order by case_id"), &[], |row| row.id(0, CaseId::read))?,
        )
    })?;
    store.write(|tx| {
        strangers(tx, compare_only, &mut rebuilt)?;
        for case in cases {
            one_case(tx, openers, case, compare_only, &mut rebuilt)?;
            rebuilt.cases += 1;
            tick();
        }
        Ok::<_, AccessError>(())
    })?;
    Ok(rebuilt)
}

/// Compares every projection row, and changes nothing.
pub fn compare(tx: &mut Tx, openers: &mut Openers, rebuilt: &mut Rebuilt) -> Result<()> {
    strangers(tx, true, rebuilt)?;
    let cases =
        tx.all(sql!("select distinct case_id from event order by case_id"), &[], |row| row.id(0, CaseId::read))?;
    for case in cases {
        // An event or a payload that cannot be read is found by itself.
        if one_case(tx, openers, case, true, rebuilt).is_err() {
            rebuilt.differences.push(format!("what is derived of case {case}"));
        }
        rebuilt.cases += 1;
    }
    Ok(())
}

/// Projection rows of cases that have no event.
fn strangers(tx: &mut Tx, compare_only: bool, rebuilt: &mut Rebuilt) -> Result<()> {
    let found = tx.all(
        sql!(
            "select case_id from casefile where case_id not in (select case_id from event)
              union select case_id from summary where case_id not in (select case_id from event) order by case_id"
        ),
        &[],
        |row| row.text(0),
    )?;
    for case in found {
        if !compare_only {
            tx.run(sql!("delete from casefile where case_id = $1"), &[(&case).into()])?;
            tx.run(sql!("delete from summary where case_id = $1"), &[(&case).into()])?;
        }
        rebuilt.differences.push(format!("no events: {case}"));
    }
    Ok(())
}

#[derive(PartialEq, Eq)]
struct Row {
    generation: i64,
    position: i64,
    sealed: Vec<u8>,
}

fn one_case(tx: &mut Tx, openers: &mut Openers, case: CaseId, compare_only: bool, rebuilt: &mut Rebuilt) -> Result<()> {
    let (keys, _) = keys_of(tx, openers, case)?;
    let mut folded: BTreeMap<Compartment, (Facts, i64, i64)> = BTreeMap::new();
    let (mut opened_at, mut last) = (None, 0);
    for (position, envelope, payload) in rows::events(tx, case)? {
        opened_at.get_or_insert(clock_instant(envelope.clock));
        last = position;
        let Some(payload) = payload else { continue };
        let Some(key) = keys.get(&(payload.compartment, payload.generation)) else {
            rebuilt.not_open += 1;
            continue;
        };
        let place = seal::event_context(case, envelope.id, payload.compartment, payload.generation);
        let plain = seal::open(key, Context::Place(&place), &payload.sealed)?;
        let entry = folded.entry(payload.compartment).or_default();
        entry.0.apply(envelope.id, &Event::decode(envelope.version, &plain)?);
        (entry.1, entry.2) = (payload.generation, position);
    }
    let stored_file = tx.one(
        sql!("select code, opened_at, last_position from casefile where case_id = $1"),
        &[(&case.to_string()).into()],
        |row| Ok((row.text(0)?, row.int(1)?, row.int(2)?)),
    )?;
    let opened_at = opened_at.expect("a case has events");
    if stored_file != Some((CaseCode::of(case).plain(), opened_at.millis(), last)) {
        rebuilt.differences.push(format!("casefile {case}"));
        if !compare_only {
            tx.run(sql!("delete from casefile where case_id = $1"), &[(&case.to_string()).into()])?;
            save_casefile(tx, case, opened_at, last)?;
        }
    }
    for (compartment, (facts, generation, position)) in folded {
        let place = SummaryPlace { case, compartment, generation, position };
        compare_summary(tx, &facts, &keys[&(compartment, generation)], place, compare_only, rebuilt)?;
    }
    Ok(())
}

fn compare_summary(
    tx: &mut Tx,
    facts: &Facts,
    key: &DataKey,
    place: SummaryPlace,
    compare_only: bool,
    rebuilt: &mut Rebuilt,
) -> Result<()> {
    rebuilt.summaries += 1;
    let stored = tx.one(
        sql!("select generation, position, sealed from summary where case_id = $1 and compartment = $2"),
        &[(&place.case.to_string()).into(), place.compartment.number().into()],
        |row| Ok(Row { generation: row.int(0)?, position: row.int(1)?, sealed: row.blob(2)? }),
    )?;
    let derived = Row { generation: place.generation, position: place.position, sealed: facts.seal(key, place) };
    if stored.as_ref() != Some(&derived) {
        rebuilt.differences.push(format!("summary {} of case {}", place.compartment.key(), place.case));
        if !compare_only {
            save_summary(tx, facts, key, place)?;
        }
    }
    Ok(())
}
