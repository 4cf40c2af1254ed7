//! Registering who is on a list, some rows at a time, so that it can be stopped, cut off and gone on with at any row.

use super::pairing::{self, Known, Meant, New};
use super::stored::{Became, Notes, Reason, SenderKey, State};
use super::{Loaded, load, rows, sender};
use crate::registry::{register_all, restate};
use crate::{Origin, Result};
use access::{AccessError, Action, Cx};
use base::{Arrival, CaseId, ListId};
use papers::{Outcome, Reading, list};
use std::collections::{HashMap, HashSet, VecDeque};

/// Rows in one transaction.
const BATCH: usize = 1000;

/// The persons of one list that still have to be taken in.
pub struct Intake {
    pub list: ListId,
    key: SenderKey,
    waiting: VecDeque<Waiting>,
    known: Vec<Known>,
    total: usize,
    done: usize,
}

struct Waiting {
    row: u32,
    fingerprint: [u8; 32],
    arrival: Arrival,
    meant: Meant,
}

/// What one step came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    More,
    Finished,
    /// Somebody stopped the list.
    Stopped,
}

/// Goes on with a list that was stopped or cut off.
pub fn resume(cx: &mut Cx, id: ListId) -> Result<Intake> {
    cx.permit(Action::TakeInList)?;
    let loaded = load(cx, id)?;
    if loaded.state != State::Finished {
        rows::set_state(cx.tx, id, State::Running)?;
    }
    let readings = list::read(&loaded.sheet, &loaded.head.layout, loaded.at.local_date());
    plan(cx, loaded, readings)
}

/// Stops a list after the rows that are being dealt with.
pub fn stop(cx: &mut Cx, id: ListId) -> Result<()> {
    cx.permit(Action::TakeInList)?;
    let team = sender::team(cx)?;
    let entry = rows::list(cx.tx, team, id)?;
    let entry = entry.ok_or(AccessError::NotFound { action: Action::TakeInList, case: None })?;
    if entry.state == State::Running {
        rows::set_state(cx.tx, id, State::Stopped)?;
    }
    Ok(())
}

/// Holds the persons that wait against whom the list had before.
pub(super) fn plan(cx: &mut Cx, loaded: Loaded, readings: Vec<Reading>) -> Result<Intake> {
    let Loaded { id, key, head, sheet, rows, fingerprints, .. } = loaded;
    let here: HashSet<CaseId> = rows.iter().filter_map(|row| row.case).collect();
    let known: Vec<Known> = super::known(cx, id)?.into_iter().filter(|known| !here.contains(&known.case)).collect();
    let waits: HashMap<u32, String> = rows
        .iter()
        .zip(&sheet.rows)
        .filter(|(row, _)| row.became == Became::Waiting)
        .map(|(row, of_sheet)| (row.number, super::own_number(&head.layout, &of_sheet.cells)))
        .collect();
    drop(sheet);
    let persons: Vec<(u32, Arrival)> = readings
        .into_iter()
        .filter(|reading| waits.contains_key(&reading.row))
        .filter_map(|reading| match reading.outcome {
            Outcome::Person(arrival, _) => Some((reading.row, *arrival)),
            _ => None,
        })
        .collect();
    let new: Vec<New> = persons
        .iter()
        .map(|(row, arrival)| New { fingerprint: fingerprints[row], number: &waits[row], arrival })
        .collect();
    let meant = pairing::pair(&known, &new);
    let total = rows.len();
    let waiting: VecDeque<Waiting> = persons
        .into_iter()
        .zip(meant)
        .map(|((row, arrival), meant)| Waiting { row, fingerprint: fingerprints[&row], arrival, meant })
        .collect();
    Ok(Intake { list: id, key, done: total - waiting.len(), waiting, known, total })
}

impl Intake {
    /// How many rows the list has.
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many of them are dealt with.
    pub fn done(&self) -> usize {
        self.done
    }

    /// Deals with the next rows. After an error nothing of them was kept, and the list is to be resumed afresh.
    pub fn step(&mut self, cx: &mut Cx) -> Result<Step> {
        cx.permit(Action::TakeInList)?;
        if rows::state(cx.tx, self.list)? != Some(State::Running) {
            return Ok(Step::Stopped);
        }
        let count = self.waiting.len().min(BATCH);
        let batch: Vec<Waiting> = self.waiting.drain(..count).collect();
        self.done += batch.len();
        self.deal_with(cx, batch)?;
        if !self.waiting.is_empty() {
            return Ok(Step::More);
        }
        rows::set_state(cx.tx, self.list, State::Finished)?;
        Ok(Step::Finished)
    }

    fn deal_with(&mut self, cx: &mut Cx, batch: Vec<Waiting>) -> Result<()> {
        let (Some(first), Some(last)) = (batch.first(), batch.last()) else { return Ok(()) };
        let list = self.list.to_string();
        // Somebody else may be going on with the same list.
        let still: HashSet<u32> = rows::waiting_between(cx.tx, &list, first.row, last.row)?.into_iter().collect();
        let (mut new, mut twins): (Vec<Waiting>, Vec<(u32, usize)>) = (Vec::new(), Vec::new());
        let mut seen: HashMap<[u8; 32], usize> = HashMap::new();
        for waiting in batch.into_iter().filter(|waiting| still.contains(&waiting.row)) {
            match &waiting.meant {
                Meant::Same(case) => rows::set_outcome(cx.tx, &list, waiting.row, Became::Already, Some(*case))?,
                Meant::Newer(known) => self.update(cx, &list, &waiting, *known)?,
                Meant::New | Meant::Unsure(_) => match rows::case_of_fingerprint(cx.tx, &waiting.fingerprint)? {
                    Some(case) => rows::set_outcome(cx.tx, &list, waiting.row, Became::Already, Some(case))?,
                    None => match (&waiting.meant, seen.get(&waiting.fingerprint)) {
                        (Meant::Unsure(candidates), _) => self.ask(cx, &list, waiting.row, candidates.clone())?,
                        (_, Some(twin)) => twins.push((waiting.row, *twin)),
                        (_, None) => {
                            seen.insert(waiting.fingerprint, new.len());
                            new.push(waiting);
                        }
                    },
                },
            }
        }
        let rows: Vec<u32> = new.iter().map(|waiting| waiting.row).collect();
        let people = new.into_iter().map(|waiting| (waiting.arrival, Origin::List { row: waiting.row })).collect();
        let registered = register_all(cx, people)?;
        for (row, registered) in rows.iter().zip(&registered) {
            rows::set_outcome(cx.tx, &list, *row, Became::Registered, Some(registered.case))?;
        }
        for (row, twin) in twins {
            rows::set_outcome(cx.tx, &list, row, Became::Already, Some(registered[twin].case))?;
        }
        Ok(())
    }

    /// Takes what a newer version says of somebody known: only what it says differently from the version before.
    fn update(&self, cx: &mut Cx, list: &str, waiting: &Waiting, known: usize) -> Result<()> {
        let known = &self.known[known];
        let changes = restate(cx, known.case, &known.arrival, &waiting.arrival)?;
        let became = if changes.is_empty() { Became::Already } else { Became::Changed };
        rows::set_outcome(cx.tx, list, waiting.row, became, Some(known.case))?;
        self.note(cx, waiting.row, |notes| notes.changes = changes)
    }

    fn ask(&self, cx: &mut Cx, list: &str, row: u32, candidates: Vec<CaseId>) -> Result<()> {
        rows::set_outcome(cx.tx, list, row, Became::Look, None)?;
        self.note(cx, row, |notes| {
            notes.set_why(Some(Reason::MaybeKnown));
            notes.candidates = candidates;
        })
    }

    fn note(&self, cx: &mut Cx, row: u32, change: impl FnOnce(&mut Notes)) -> Result<()> {
        let stored = rows::rows_between(cx.tx, self.list, row, row)?.pop();
        let Some(sealed) = stored.and_then(|row| row.sealed) else { return Ok(()) };
        let mut content = self.key.open_row(self.list, row, &sealed)?;
        change(&mut content.notes);
        let sealed = self.key.seal_row(self.list, row, &content, cx.rng);
        rows::set_content(cx.tx, self.list, row, &sealed)
    }

    /// Deals with one row alone, whatever the state of its list. `decided` says what the row means, past what
    /// pairing made of it: the person of a case, or somebody new.
    pub(super) fn take_in(&mut self, cx: &mut Cx, row: u32, decided: Option<Option<CaseId>>) -> Result<()> {
        let mut batch: Vec<Waiting> = self.waiting.drain(..).filter(|waiting| waiting.row == row).collect();
        if let (Some(waiting), Some(case)) = (batch.first_mut(), decided) {
            let known = case.and_then(|case| self.known.iter().position(|known| known.case == case));
            waiting.meant = known.map_or(Meant::New, Meant::Newer);
        }
        self.deal_with(cx, batch)
    }
}
