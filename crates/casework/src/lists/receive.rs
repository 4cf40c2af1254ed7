//! A list as it is handed in: every row sealed and stored at once, with what it was read as.

use super::Loaded;
use super::intake::{Intake, plan, resume};
use super::rows::{self, NewList};
use super::sender::{self, find_or_make};
use super::stored::{Became, Content, Head, Notes, Reason, State, StoredRow};
use crate::Result;
use access::{AccessError, Action, Cx};
use base::{Date, ListId, TeamId};
use papers::sheet::Format;
use papers::{Cell, Doubt, Layout, Outcome, Reading, Sheet, list};
use std::collections::{BTreeMap, HashMap, HashSet};
use vault::{Compartment, DataKey};

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
    /// The rows as persons, where somebody has looked at them already, and the day on which they were read.
    pub read: Option<(Date, Vec<Reading>)>,
}

/// Seals a list with all its rows in one transaction; nobody is registered yet. A file whose list was cut off
/// goes on with that list.
pub fn receive(cx: &mut Cx, handed: Handed) -> Result<Intake> {
    cx.permit(Action::TakeInList)?;
    let team = sender::team(cx)?;
    let secret = row_secret(cx)?;
    let fingerprints = fingerprints(&secret, &handed.sheet, &handed.layout, &handed.original);
    let digest = digest(&fingerprints);
    if let Some(cut_off) = unfinished(cx, team, digest)? {
        return resume(cx, cut_off);
    }
    let key = find_or_make(cx, &handed.sender, &handed.layout)?;
    let id = ListId::new(cx.now, cx.rng);
    let Handed { format, sheet, layout, original, previous, read, .. } = handed;
    let previous = match previous {
        Some(previous) => rows::list(cx.tx, team, previous)?.map(|entry| entry.id),
        None => None,
    };
    let today = cx.now.local_date();
    let readings = match read {
        Some((day, readings)) if day == today => readings,
        _ => list::read(&sheet, &layout, today),
    };
    let head = Head { title: sheet.name.clone(), format, layout, merged: sheet.merged.clone() };
    let new = NewList {
        id,
        sender: key.id,
        member: cx.keys.actor.member,
        at: cx.now,
        previous,
        digest,
        sealed: &key.seal_head(id, &head, cx.rng),
    };
    rows::add_list(cx.tx, &new)?;
    let (at, state, rows) = (cx.now, State::Running, Vec::new());
    let mut loaded = Loaded { id, at, state, previous, key, head, sheet, rows, fingerprints };
    seal_rows(cx, &mut loaded, &original, &readings)?;
    replace_looked_at(cx, &loaded)?;
    plan(cx, loaded, readings)
}

/// A list of the team that was cut off and has exactly these rows.
fn unfinished(cx: &mut Cx, team: TeamId, digest: [u8; 32]) -> Result<Option<ListId>> {
    let lists = rows::lists(cx.tx, team)?;
    Ok(lists.into_iter().find(|list| list.digest == digest && list.state != State::Finished).map(|list| list.id))
}

/// A keyed hash of a row's cells as they came, without running numbers: a list that was sorted another way holds
/// the same rows. Only readers of the team's identities can make the key, so a fingerprint cannot be tried out
/// by anybody who finds the database.
fn fingerprint(secret: &DataKey, cells: &[String]) -> [u8; 32] {
    let parts: Vec<&[u8]> = cells.iter().map(|cell| cell.as_bytes()).collect();
    vault::keyed_digest(secret.as_bytes(), &parts)
}

fn row_secret(cx: &Cx) -> Result<DataKey> {
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
    let (_, _, key) = super::find(cx, previous)?;
    let looked_at = rows::rows_of(cx.tx, previous, Became::Look.key(), 0, usize::MAX >> 1)?;
    if looked_at.is_empty() {
        return Ok(());
    }
    let mut holders: HashMap<String, Vec<u32>> = HashMap::new();
    let could_be = new.rows.iter().zip(&new.sheet.rows).filter(|(row, _)| row.became != Became::NotAPerson);
    for (row, of_sheet) in could_be {
        for (column, cell) in of_sheet.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            holders.entry(format!("{column}:{}", cell.text())).or_default().push(row.number);
        }
    }
    let list = previous.to_string();
    for sealed in looked_at {
        let row = super::open(&key, previous, sealed)?;
        let filled: Vec<_> = row.content.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
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
