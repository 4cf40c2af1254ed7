//! Taking a list in: received and sealed whole, then registered some rows at a time, so that it can be stopped,
//! cut off and gone on with at any row.

use super::pairing::{self, Known, Meant, New};
use super::rows::{self, NewList};
use super::sender::{self, find_or_make};
use super::stored::{Became, Content, Head, Notes, Reason, SenderKey, State, StoredRow};
use super::{Loaded, load};
use crate::registry::{register_all, restate};
use crate::{Origin, Result};
use access::{AccessError, Action, Cx};
use base::{Arrival, CaseId, ListId};
use papers::sheet::Format;
use papers::{Cell, Doubt, Layout, Meaning, Outcome, Reading, Sheet, list};
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use vault::{Compartment, DataKey};

/// Rows in one transaction.
const BATCH: usize = 1000;

/// A list as it is handed in, after corrections.
pub struct Handed {
    pub sender: String,
    pub format: Format,
    pub sheet: Sheet,
    pub layout: Layout,
    /// Cells as the file had them, by row and column, where the sheet has a corrected one.
    pub original: BTreeMap<(u32, usize), Cell>,
    /// The list that this one is a newer version of.
    pub previous: Option<ListId>,
}

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

/// Seals a list with all its rows in one transaction; nobody is registered yet.
pub fn receive(cx: &mut Cx, handed: Handed) -> Result<Intake> {
    cx.permit(Action::TakeInList)?;
    let team = sender::team(cx)?;
    let secret = row_secret(cx)?;
    let key = find_or_make(cx, &handed.sender, &handed.layout)?;
    let id = ListId::new(cx.now, cx.rng);
    let Handed { format, sheet, layout, original, previous, .. } = handed;
    let previous = match previous {
        Some(previous) => rows::list(cx.tx, team, previous)?.map(|entry| entry.id),
        None => None,
    };
    let readings = list::read(&sheet, &layout, cx.now.local_date());
    let fingerprints = fingerprints(&secret, &sheet, &layout, &original);
    let head = Head { title: sheet.name.clone(), format, layout, merged: sheet.merged.clone() };
    let new = NewList {
        id,
        sender: key.id,
        member: cx.keys.actor.member,
        at: cx.now,
        previous,
        rows: sheet.rows.len(),
        digest: digest(&fingerprints),
        sealed: &key.seal_head(id, &head, cx.rng),
    };
    rows::add_list(cx.tx, &new)?;
    let (at, state, rows) = (cx.now, State::Running, Vec::new());
    let mut loaded = Loaded { id, at, state, previous, key, head, sheet, rows, fingerprints };
    seal_rows(cx, &mut loaded, &original, &readings)?;
    replace_looked_at(cx, &loaded)?;
    plan(cx, loaded, readings)
}

/// Goes on with a list that was stopped or cut off.
pub fn resume(cx: &mut Cx, id: ListId) -> Result<Intake> {
    cx.permit(Action::TakeInList)?;
    let loaded = load(cx, id)?;
    if loaded.state == State::Finished && loaded.rows.iter().all(|row| row.became != Became::Waiting) {
        let all = loaded.rows.len();
        return Ok(Intake {
            list: id,
            key: loaded.key,
            waiting: VecDeque::new(),
            known: Vec::new(),
            total: all,
            done: all,
        });
    }
    rows::set_state(cx.tx, id, State::Running)?;
    let readings = list::read(&loaded.sheet, &loaded.head.layout, loaded.at.local_date());
    plan(cx, loaded, readings)
}

/// A list that was cut off and has exactly these rows: bringing the same file again goes on with it.
pub fn unfinished(cx: &mut Cx, handed: &Handed) -> Result<Option<ListId>> {
    cx.permit(Action::TakeInList)?;
    let team = sender::team(cx)?;
    let secret = row_secret(cx)?;
    let digest = digest(&fingerprints(&secret, &handed.sheet, &handed.layout, &handed.original));
    let lists = rows::lists(cx.tx, team)?;
    Ok(lists.into_iter().find(|list| list.digest == digest && list.state != State::Finished).map(|list| list.id))
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

/// A keyed hash of a row's cells as they came, without running numbers: a list that was sorted another way holds
/// the same rows. Only readers of the team's identities can make the key, so a fingerprint cannot be tried out
/// by anybody who finds the database.
pub(super) fn fingerprint(secret: &DataKey, cells: &[String]) -> [u8; 32] {
    let parts: Vec<&[u8]> = cells.iter().map(|cell| cell.as_bytes()).collect();
    vault::keyed_digest(secret.as_bytes(), &parts)
}

pub(super) fn row_secret(cx: &Cx) -> Result<DataKey> {
    let secret = cx.keys.team_secret(Compartment::Identity, "safeconduct list rows v1");
    secret.ok_or(AccessError::Refused { action: Action::TakeInList })
}

fn fingerprints(
    secret: &DataKey,
    sheet: &Sheet,
    layout: &Layout,
    original: &BTreeMap<(u32, usize), Cell>,
) -> BTreeMap<u32, [u8; 32]> {
    let corrected: HashSet<u32> = original.keys().map(|(row, _)| *row).collect();
    let print = |row: &papers::Row| {
        if !corrected.contains(&row.number) {
            return fingerprint(secret, &layout.identifying_cells(row));
        }
        let mut row = row.clone();
        for ((_, column), cell) in original.range((row.number, 0)..=(row.number, usize::MAX)) {
            row.cells.resize(row.cells.len().max(column + 1), Cell::Empty);
            row.cells[*column] = cell.clone();
        }
        fingerprint(secret, &layout.identifying_cells(&row))
    };
    sheet.rows.iter().map(|row| (row.number, print(row))).collect()
}

fn digest(fingerprints: &BTreeMap<u32, [u8; 32]>) -> [u8; 32] {
    let numbers: Vec<[u8; 4]> = fingerprints.keys().map(|number| number.to_be_bytes()).collect();
    let parts = numbers.iter().zip(fingerprints.values()).flat_map(|(n, print)| [&n[..], &print[..]]);
    vault::digest(&parts.collect::<Vec<_>>())
}

/// Seals and stores every row of the sheet with what it was read as.
fn seal_rows(
    cx: &mut Cx,
    loaded: &mut Loaded,
    original: &BTreeMap<(u32, usize), Cell>,
    readings: &[Reading],
) -> Result<()> {
    let Loaded { id, key, sheet, fingerprints, rows, .. } = loaded;
    let list = id.to_string();
    let mut readings = readings.iter().peekable();
    let mut alike: HashMap<&[u8; 32], usize> = HashMap::new();
    fingerprints.values().for_each(|fingerprint| *alike.entry(fingerprint).or_default() += 1);
    for row in &mut sheet.rows {
        let (number, fingerprint) = (row.number, &fingerprints[&row.number]);
        let (mut became, mut notes) = first_verdict(readings.next_if(|reading| reading.row == number));
        let mut case = None;
        if became == Became::Look {
            // Two rows that say as little as each other may be two people.
            case = rows::only_case_of_fingerprint(cx.tx, fingerprint)?.filter(|_| alike[fingerprint] == 1);
            if case.is_some() {
                (became, notes) = (Became::Already, Notes::default());
            } else if rows::was_set_aside(cx.tx, fingerprint)? {
                (became, notes) = (Became::NotAPerson, Notes::of(Some(Reason::SaidSo), &[], Vec::new()));
            }
        }
        let mine = original.range((number, 0)..=(number, usize::MAX));
        let original = mine.map(|((_, column), cell)| (*column, cell.clone())).collect();
        let cells = std::mem::take(&mut row.cells);
        let mut stored =
            StoredRow { number, became, case, content: Content { hidden: row.hidden, cells, original, notes } };
        let sealed = key.seal_row(*id, number, &stored.content, cx.rng);
        rows::add_row(cx.tx, &list, &stored, fingerprint, &sealed)?;
        row.cells = std::mem::take(&mut stored.content.cells);
        rows.push(stored);
    }
    Ok(())
}

/// What a reading makes of a row before anybody is registered.
pub(super) fn first_verdict(reading: Option<&Reading>) -> (Became, Notes) {
    let Some(reading) = reading else {
        return (Became::NotAPerson, Notes::of(Some(Reason::AboveHeadings), &[], Vec::new()));
    };
    let noted = |why, doubts: &[Doubt]| Notes::of(why, doubts, reading.look.clone());
    match &reading.outcome {
        Outcome::Person(_, doubts) => (Became::Waiting, noted(None, doubts)),
        Outcome::NeedsALook(why) => (Became::Look, noted(Some(Reason::Read(*why)), &[])),
        Outcome::NotAPerson(why) => (Became::NotAPerson, noted(Some(Reason::Read(*why)), &[])),
    }
}

/// Rows of the version before that still need a look are replaced by what the new version makes of them: the
/// same row, or one that has at least half of its cells.
fn replace_looked_at(cx: &mut Cx, new: &Loaded) -> Result<()> {
    let Some(previous) = new.previous else { return Ok(()) };
    let before = load(cx, previous)?;
    let mut holders: HashMap<String, Vec<u32>> = HashMap::new();
    let could_be = new.rows.iter().zip(&new.sheet.rows).filter(|(row, _)| row.became != Became::NotAPerson);
    for (row, of_sheet) in could_be {
        for (column, cell) in of_sheet.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            holders.entry(format!("{column}:{}", cell.text())).or_default().push(row.number);
        }
    }
    let list = previous.to_string();
    let looked_at = before.rows.iter().zip(&before.sheet.rows).filter(|(row, _)| row.became == Became::Look);
    for (row, of_sheet) in looked_at {
        let filled: Vec<_> = of_sheet.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
        let mut alike: HashMap<u32, usize> = HashMap::new();
        for (column, cell) in &filled {
            for row in holders.get(&format!("{column}:{}", cell.text())).into_iter().flatten() {
                *alike.entry(*row).or_default() += 1;
            }
        }
        if alike.values().any(|count| count * 2 >= filled.len()) {
            rows::set_outcome(cx.tx, &list, row.number, Became::Replaced, None)?;
        }
    }
    Ok(())
}

/// Holds the persons that wait against whom the list had before.
pub(super) fn plan(cx: &mut Cx, loaded: Loaded, readings: Vec<Reading>) -> Result<Intake> {
    let Loaded { id, key, head, sheet, rows, fingerprints, .. } = loaded;
    let here: HashSet<CaseId> = rows.iter().filter_map(|row| row.case).collect();
    let known: Vec<Known> = super::known(cx, id)?.into_iter().filter(|known| !here.contains(&known.case)).collect();
    let columns = &head.layout.columns;
    let number = columns.iter().find(|column| column.meaning == Meaning::Number).map(|column| column.index);
    let waits: HashMap<u32, String> = rows
        .iter()
        .zip(&sheet.rows)
        .filter(|(row, _)| row.became == Became::Waiting)
        .map(|(row, of_sheet)| (row.number, super::own_number(&of_sheet.cells, number)))
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

    /// Says what a waiting row means, past what pairing made of it.
    pub(super) fn decide(&mut self, row: u32, case: Option<CaseId>) {
        let known = case.and_then(|case| self.known.iter().position(|known| known.case == case));
        if let Some(waiting) = self.waiting.iter_mut().find(|waiting| waiting.row == row) {
            waiting.meant = known.map_or(Meant::New, Meant::Newer);
        }
    }

    /// Keeps only one of the waiting rows.
    pub(super) fn only(&mut self, row: u32) {
        self.waiting.retain(|waiting| waiting.row == row);
    }
}
