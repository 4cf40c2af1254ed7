//! The rows of a list as the persons they will become, before anybody is registered.

use super::super::{html, see};
use super::draft::{Draft, Stage};
use super::draft_of;
use super::running::seal_and_run;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::tongue::Tongue;
use crate::views::lists::{CellField, OutcomeCount, Preview, ReadPerson, RowForm};
use crate::visit::Visit;
use crate::words::Words;
use base::Arrival;
use papers::sheet::letters;
use papers::{Cell, Column, Layout, Meaning, Outcome, Reading, Row};
use std::sync::Arc;

const PER_PAGE: usize = 50;

/// What the preview can be narrowed to, in the order shown.
const KINDS: [&str; 4] = ["look", "unsure", "sure", "not-a-person"];

fn kind(reading: &Reading) -> &'static str {
    match &reading.outcome {
        Outcome::NeedsALook(_) => "look",
        Outcome::Person(_, doubts) if !doubts.is_empty() => "unsure",
        Outcome::Person(..) => "sure",
        Outcome::NotAPerson(_) => "not-a-person",
    }
}

pub fn preview(visit: &Visit) -> Answer {
    let (id, draft) = draft_of(visit)?;
    let mut draft = held(&draft);
    if draft.stage != Stage::Open {
        return see(&format!("/lists/new/{id}"));
    }
    draft.read(visit.today());
    let of = |wanted: &str| draft.readings().iter().filter(|reading| kind(reading) == wanted).count();
    let counts = KINDS.map(|kind| OutcomeCount { outcome: kind.to_owned(), count: of(kind) });
    let only = visit.asked("only").to_owned();
    let number = visit.asked("page").parse::<usize>().unwrap_or(1).max(1);
    let shown: Vec<&Reading> =
        draft.readings().iter().filter(|reading| only.is_empty() || kind(reading) == only).collect();
    let words = Words::of(visit);
    let rows = shown.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    html(Preview {
        rows: rows.map(|reading| read_person(&draft, reading, &words)).collect(),
        total: draft.readings().len(),
        persons: counts[1].count + counts[2].count,
        pages: shown.len().div_ceil(PER_PAGE).max(1),
        corrections: draft.corrections(),
        is_newer: draft.previous.is_some(),
        page: visit.chrome(),
        counts: counts.into(),
        only,
        number,
        id,
    })
}

/// The row as the file has it.
fn row_of(draft: &Draft, number: u32) -> Option<&Row> {
    let rows = &draft.sheet().rows;
    rows.binary_search_by_key(&number, |row| row.number).ok().map(|at| &rows[at])
}

fn read_person(draft: &Draft, reading: &Reading, words: &Words) -> ReadPerson {
    let mut shown = ReadPerson { row: reading.row as usize, kind: kind(reading).to_owned(), ..ReadPerson::default() };
    match &reading.outcome {
        Outcome::Person(arrival, _) => fill(&mut shown, arrival, words),
        _ => shown.said = row_of(draft, reading.row).map(|row| super::report::said(&row.cells)).unwrap_or_default(),
    }
    shown.notes = notes(&reading.outcome, words.tongue);
    shown
}

/// What is unsure of a person, or why a row is none.
fn notes(outcome: &Outcome, tongue: Tongue) -> Vec<String> {
    match outcome {
        Outcome::Person(_, doubts) => {
            doubts.iter().map(|doubt| tongue.say(&format!("doubt-{}", doubt.key()))).collect()
        }
        Outcome::NeedsALook(why) | Outcome::NotAPerson(why) => vec![tongue.say(&format!("why-{}", why.key()))],
    }
}

fn fill(shown: &mut ReadPerson, arrival: &Arrival, words: &Words) {
    let name = |n: usize| arrival.names.get(n).cloned().unwrap_or_default();
    (shown.name, shown.other_name) = (name(0), name(1));
    shown.age =
        arrival.birth.as_ref().map(|birth| words.fact(&casework::Fact::Birth(birth.clone()))).unwrap_or_default();
    shown.sex = arrival.sex.map(|sex| sex.key().to_owned()).unwrap_or_default();
    shown.nationality = arrival.nationalities.iter().map(|c| c.name(words.tongue.tag())).collect::<Vec<_>>().join(", ");
    shown.papers = arrival.papers.iter().map(|paper| words.paper(paper)).collect::<Vec<_>>().join(", ");
    shown.phone = arrival.contacts.join(", ");
    shown.place = arrival.place.clone().unwrap_or_default();
    shown.signs = arrival.signs.iter().map(|sign| sign.key().to_owned()).collect();
}

/// The cells of one row, to be corrected before anything is registered.
pub fn draft_row(visit: &Visit) -> Answer {
    let (id, draft) = draft_of(visit)?;
    let mut draft = held(&draft);
    let number: u32 = visit.param("row").parse().map_err(|_| Fault::NotFound)?;
    draft.read(visit.today());
    let reading = draft.readings().iter().find(|reading| reading.row == number).ok_or(Fault::NotFound)?;
    let row = row_of(&draft, number).ok_or(Fault::NotFound)?;
    let corrected = |column| draft.corrected(number, column);
    html(RowForm {
        cells: cell_fields(draft.layout(), &row.cells, &reading.look, corrected),
        number: number as usize,
        notes: notes(&reading.outcome, visit.tongue),
        candidates: Vec::new(),
        save: format!("/lists/new/{id}/rows/{number}"),
        decide: String::new(),
        back: format!("/lists/new/{id}/preview"),
        page: visit.chrome(),
    })
}

pub fn set_draft_row(visit: &Visit) -> Answer {
    let (id, draft) = draft_of(visit)?;
    let number: u32 = visit.param("row").parse().map_err(|_| Fault::NotFound)?;
    held(&draft).correct(number, &cells_of(visit));
    see(&format!("/lists/new/{id}/preview"))
}

/// A row's cells as a form, under their headings.
pub fn cell_fields(
    layout: &Layout,
    cells: &[Cell],
    look: &[usize],
    corrected: impl Fn(usize) -> bool,
) -> Vec<CellField> {
    let field = |column: &Column| CellField {
        index: column.index,
        letter: letters(column.index),
        header: column.heading.clone(),
        kind: column.meaning.key().to_owned(),
        used: column.meaning != Meaning::Ignore,
        value: cells.get(column.index).map(|cell| cell.text().into_owned()).unwrap_or_default(),
        look: look.contains(&column.index),
        corrected: corrected(column.index),
    };
    layout.columns.iter().map(field).collect()
}

/// The cells of a posted row: fields are named by their column.
pub fn cells_of(visit: &Visit) -> Vec<(usize, String)> {
    let pairs = visit.form.pairs.iter();
    pairs.filter_map(|(name, value)| Some((name.strip_prefix("cell-")?.parse().ok()?, value.clone()))).collect()
}

/// Starts registering; coming here twice starts nothing twice.
pub fn register(visit: &Visit) -> Answer {
    let (id, draft) = draft_of(visit)?;
    let begins = {
        let mut draft = held(&draft);
        let begins = draft.stage == Stage::Open;
        if begins {
            draft.stage = Stage::Sealing;
        }
        if draft.sender.is_empty() {
            draft.sender = visit.tongue.say("lists-unnamed-sender");
        }
        begins
    };
    if begins {
        let (app, session) = (visit.app.clone(), Arc::downgrade(visit.session()?));
        std::thread::spawn(move || seal_and_run(&app, &session, &draft));
    }
    see(&format!("/lists/new/{id}"))
}
