//! Lists on their way in: a file, its columns, the persons in it, and what became of every row.
//!
//! The file stays in memory with the sign-in that brought it; nothing of it is written but the persons it holds.

mod intake;
mod report;

pub use intake::Intake;
pub use report::{report, report_csv};

use super::{html, see};
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::{Session, held, word};
use crate::views::lists::{Column, Columns, EarlierList, Lists, Preview, Progress, ReadPerson, SampleRow};
use crate::views::{Choice, Filled};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::Action;
use axum::Json;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::{Arrival, Country};
use intake::{Stage, run};
use papers::sheet::letters;
use papers::{Book, DateOrder, Doubt, Meaning};
use std::sync::{Arc, Mutex};

/// Rows shown while somebody checks what was understood.
const SHOWN: usize = 50;
const SAMPLE: usize = 8;

pub fn show(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    html(list(visit, Filled::default())?)
}

fn list(visit: &Visit, form: Filled) -> Result<Lists, Fault> {
    let session = visit.session()?;
    let mut earlier: Vec<EarlierList> = held(&session.intakes)
        .iter()
        .map(|(id, intake)| {
            let intake = held(intake);
            EarlierList {
                id: id.clone(),
                label: visit.chrome().count("lists-label", intake.rows()),
                rows: intake.rows(),
                registered: intake.counts().registered,
                by: held(&session.keys).actor.name.clone(),
                when: when(intake.started),
                running: intake.stage == Stage::Running,
            }
        })
        .collect();
    earlier.sort_by(|a, b| b.when.iso.cmp(&a.when.iso).then(a.id.cmp(&b.id)));
    Ok(Lists { page: visit.chrome(), form, earlier })
}

pub fn upload(visit: &Visit) -> Answer {
    visit.permit(Action::TakeInList)?;
    let Some(file) = visit.upload.as_ref().filter(|file| !file.bytes.is_empty()) else {
        let errors = vec![("file".to_owned(), visit.tongue.say("wrong-file"))];
        let page = list(visit, Filled { pairs: Vec::new(), errors })?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(page)?).into_response());
    };
    let book = Book::read(&file.bytes, &file.name)?;
    let id = word(&mut *visit.app.rng(), 10);
    let intake = Intake::new(book, visit.now);
    held(&visit.session()?.intakes).insert(id.clone(), Arc::new(Mutex::new(intake)));
    see(&format!("/lists/{id}/columns"))
}

/// The sign-in, the list's opaque word, and the list.
type Found = (Arc<Session>, String, Arc<Mutex<Intake>>);

fn intake_of(visit: &Visit) -> Result<Found, Fault> {
    visit.permit(Action::TakeInList)?;
    let session = visit.session()?.clone();
    let id = visit.param("list").to_owned();
    let intake = held(&session.intakes).get(&id).cloned().ok_or(Fault::NotFound)?;
    Ok((session, id, intake))
}

pub fn columns(visit: &Visit) -> Answer {
    let (_, id, intake) = intake_of(visit)?;
    let intake = held(&intake);
    let page = visit.chrome();
    let kinds = |chosen: Meaning| {
        let all = Meaning::ALL.iter().map(|meaning| Choice::new(meaning.key(), page.word("column", meaning.key())));
        Choice::select(all, chosen.key())
    };
    let columns = intake.layout.columns.iter().map(|column| Column {
        letter: letters(column.index),
        header: column.heading.clone(),
        kinds: kinds(column.meaning),
    });
    let rows = intake.sheet().rows.iter().filter(|row| intake.layout.header.is_none_or(|header| row.number > header));
    let rows = rows.take(SAMPLE).map(|row| SampleRow {
        number: row.number as usize,
        cells: intake.layout.columns.iter().map(|column| row.cell(column.index).text().into_owned()).collect(),
    });
    let sheets = intake.book.sheets.iter().enumerate().map(|(n, sheet)| Choice::new(n.to_string(), sheet.name.clone()));
    let mut countries: Vec<Choice> = Country::all().map(|c| Choice::new(c.iso3(), c.name(page.tongue.tag()))).collect();
    countries.sort_by(|a, b| a.label.cmp(&b.label));
    let orders = DateOrder::ALL.iter().map(|order| Choice::new(order.key(), page.word("date-order", order.key())));
    let noticed = match intake.layout.header {
        Some(header) => page.count("lists-header-in-row", header as usize),
        None => page.say("lists-no-header"),
    };
    html(Columns {
        columns: columns.collect(),
        rows: rows.collect(),
        sheets: Choice::select(sheets, &intake.sheet.to_string()),
        nationalities: Choice::select(countries, intake.layout.nationality.map_or("", |c| c.iso3())),
        date_orders: Choice::select(orders, intake.layout.order.key()),
        noticed: vec![noticed],
        error: None,
        id,
        page,
    })
}

/// Takes the corrections; another sheet is looked at afresh.
pub fn set_columns(visit: &Visit) -> Answer {
    let (_, id, intake) = intake_of(visit)?;
    let mut intake = held(&intake);
    let form = &visit.form;
    match form.value("sheet").parse::<usize>() {
        Ok(sheet) if sheet != intake.sheet && sheet < intake.book.sheets.len() => {
            intake.choose_sheet(sheet);
            return see(&format!("/lists/{id}/columns"));
        }
        _ => {}
    }
    for (n, column) in intake.layout.columns.iter_mut().enumerate() {
        if let Some(meaning) = Meaning::from_key(form.nth("column", n)) {
            column.meaning = meaning;
        }
    }
    intake.layout.nationality = Country::from_iso3(form.value("nationality"));
    match DateOrder::from_key(form.value("date_order")) {
        Some(order) if order != DateOrder::Unknown => intake.layout.order = order,
        _ => intake.learn_order(),
    }
    see(&format!("/lists/{id}/preview"))
}

pub fn preview(visit: &Visit) -> Answer {
    let (_, id, intake) = intake_of(visit)?;
    let mut intake = held(&intake);
    intake.read(visit.today());
    let words = Words { tongue: visit.tongue, today: visit.today() };
    let persons = intake.persons().take(SHOWN).map(|(row, arrival, doubts)| read_person(row, arrival, doubts, &words));
    let counts = intake.readings_by_outcome();
    let cells = intake.persons_cells();
    let known = visit.command(|cx| casework::registry::known(cx, &cells))?;
    html(Preview {
        page: visit.chrome(),
        id,
        ready: counts.registered.saturating_sub(known),
        doubtful: counts.needs_a_look,
        known,
        not_persons: counts.not_persons,
        persons: persons.collect(),
    })
}

fn read_person(row: u32, arrival: &Arrival, doubts: &[Doubt], words: &Words) -> ReadPerson {
    let name = |n: usize| arrival.names.get(n).cloned().unwrap_or_default();
    ReadPerson {
        row: row as usize,
        name: name(0),
        other_name: name(1),
        age: arrival.birth.as_ref().map(|birth| words.fact(&casework::Fact::Birth(birth.clone()))).unwrap_or_default(),
        sex: arrival.sex.map(|sex| sex.key().to_owned()).unwrap_or_default(),
        nationality: arrival.nationalities.iter().map(|c| c.name(words.tongue.tag())).collect::<Vec<_>>().join(", "),
        papers: arrival.papers.iter().map(|paper| words.paper(paper)).collect::<Vec<_>>().join(", "),
        place: arrival.place.clone().unwrap_or_default(),
        doubts: doubts.iter().map(|doubt| words.tongue.say(&format!("doubt-{}", doubt.key()))).collect(),
    }
}

/// Starts registering; coming here twice starts nothing twice.
pub fn register(visit: &Visit) -> Answer {
    let (session, id, intake) = intake_of(visit)?;
    let start = held(&intake).start(visit.today());
    if start {
        let (app, session, intake) = (visit.app.clone(), Arc::downgrade(&session), Arc::downgrade(&intake));
        std::thread::spawn(move || run(&app, &session, &intake));
    }
    see(&format!("/lists/{id}"))
}

/// Wherever the list is: its columns, its progress, or its report.
pub fn follow(visit: &Visit) -> Answer {
    let (_, id, intake) = intake_of(visit)?;
    let intake = held(&intake);
    match intake.stage {
        Stage::Columns => see(&format!("/lists/{id}/columns")),
        Stage::Running => html(Progress { page: visit.chrome(), id, done: intake.done(), total: intake.rows() }),
        Stage::Finished | Stage::Stopped => see(&format!("/lists/{id}/report")),
    }
}

pub fn progress(visit: &Visit) -> Answer {
    let (_, _, intake) = intake_of(visit)?;
    let intake = held(&intake);
    let finished = intake.stage != Stage::Running;
    let words =
        visit.tongue.say_with("lists-progress", &[("done", intake.done().into()), ("total", intake.rows().into())]);
    let answer =
        serde_json::json!({ "done": intake.done(), "total": intake.rows(), "finished": finished, "words": words });
    Ok(Json(answer).into_response())
}
