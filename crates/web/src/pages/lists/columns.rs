//! What the columns of a list hold, shown over its real rows and corrected.

use super::super::{html, see};
use super::draft::{Draft, Stage};
use super::draft_of;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::session::held;
use crate::views::lists::{Column, Columns, SampleRow};
use crate::views::{Choice, Chrome};
use crate::visit::Visit;
use crate::words::when;
use base::{Country, ListId};
use casework::lists;
use papers::sheet::letters;
use papers::{DateOrder, Meaning, Row};

/// Rows shown while somebody checks what was understood: some round the headings, some below.
const SAMPLE: usize = 12;

pub fn columns(visit: &Visit) -> Answer {
    let (id, draft) = draft_of(visit)?;
    let draft = held(&draft);
    if draft.stage != Stage::Open {
        return see(&format!("/lists/new/{id}"));
    }
    let page = visit.chrome();
    let orders = DateOrder::ALL.iter().map(|order| Choice::new(order.key(), page.word("date-order", order.key())));
    let layout = draft.layout();
    html(Columns {
        columns: layout.columns.iter().map(|column| one_column(&page, column)).collect(),
        rows: sample(&draft),
        sheets: sheets(&draft, &page),
        header: layout.header.map(|header| header.to_string()).unwrap_or_default(),
        nationalities: countries(&page, layout.nationality),
        date_orders: Choice::select(orders, layout.order.key()),
        noticed: noticed(&draft, &page),
        sender: draft.sender.clone(),
        senders: visit.command(lists::sender_names)?,
        versions: versions(visit, &draft)?,
        id,
        page,
    })
}

fn one_column(page: &Chrome, column: &papers::Column) -> Column {
    let kinds = Meaning::ALL.iter().map(|meaning| Choice::new(meaning.key(), page.word("column", meaning.key())));
    Column {
        letter: letters(column.index),
        header: column.heading.clone(),
        used: column.meaning != Meaning::Ignore,
        kinds: Choice::select(kinds, column.meaning.key()),
    }
}

/// The rows from the first on, those above the headings too: that is where a wrong guess shows.
fn sample(draft: &Draft) -> Vec<SampleRow> {
    let header = draft.layout().header;
    let rows = draft.sheet().rows.iter().take(40);
    let from = rows.clone().position(|row| Some(row.number) == header).unwrap_or(0).saturating_sub(3);
    rows.skip(from)
        .take(SAMPLE)
        .map(|row: &Row| SampleRow {
            number: row.number as usize,
            is_header: Some(row.number) == header,
            is_above: header.is_some_and(|header| row.number < header),
            hidden: row.hidden,
            cells: draft.layout().columns.iter().map(|column| row.cell(column.index).text().into_owned()).collect(),
        })
        .collect()
}

fn sheets(draft: &Draft, page: &Chrome) -> Vec<Choice> {
    let label = |sheet: &papers::Sheet| {
        let rows = page.count("lists-rows", sheet.rows.len());
        match sheet.hidden {
            true => format!("{} – {rows}, {}", sheet.name, page.say("lists-hidden-sheet")),
            false => format!("{} – {rows}", sheet.name),
        }
    };
    let all = draft.sheets().iter().enumerate().map(|(n, sheet)| Choice::new(n.to_string(), label(sheet)));
    Choice::select(all, &draft.sheet.to_string())
}

fn countries(page: &Chrome, chosen: Option<Country>) -> Vec<Choice> {
    let mut all: Vec<Choice> = Country::all().map(|c| Choice::new(c.iso3(), c.name(page.tongue.tag()))).collect();
    all.sort_by(|a, b| a.label.cmp(&b.label));
    Choice::select(all, chosen.map_or("", |country| country.iso3()))
}

fn noticed(draft: &Draft, page: &Chrome) -> Vec<String> {
    let mut noticed = vec![match draft.layout().header {
        Some(header) => page.count("lists-header-in-row", header as usize),
        None => page.say("lists-no-header"),
    }];
    if draft.recognised {
        noticed.push(page.about("lists-recognised", &draft.sender));
    }
    if draft.hidden_rows() > 0 {
        noticed.push(page.count("lists-hidden-rows", draft.hidden_rows()));
    }
    if draft.sheets().len() > 1 {
        noticed.push(page.count("lists-several-sheets", draft.sheets().len()));
    }
    noticed
}

/// The lists of which this one may be the next version, the newest first.
fn versions(visit: &Visit, draft: &Draft) -> Result<Vec<Choice>, Fault> {
    let received = visit.command(lists::received)?;
    let label = |list: &lists::Received| {
        let parts = [list.sender_name.as_str(), &list.title, &when(list.at).text];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let all = received.iter().map(|list| Choice::new(list.id.to_string(), label(list)));
    Ok(Choice::select(all, &draft.previous.map(|id| id.to_string()).unwrap_or_default()))
}

/// Takes the corrections; another sheet or other headings are looked at afresh.
pub fn set_columns(visit: &Visit) -> Answer {
    let (id, draft) = draft_of(visit)?;
    let mut draft = held(&draft);
    let (form, again) = (&visit.form, format!("/lists/new/{id}/columns"));
    draft.sender = base::text::line(form.value("sender"));
    let sheet = form.value("sheet").parse::<usize>().ok().filter(|sheet| *sheet < draft.sheets().len());
    if let Some(sheet) = sheet.filter(|sheet| *sheet != draft.sheet) {
        draft.choose_sheet(sheet);
        let known = visit.command(|cx| lists::recognise(cx, &draft.sender, draft.layout()))?;
        draft.recognise(known);
        return see(&again);
    }
    let header = form.value("header").trim();
    let header = header.parse::<u32>().ok().filter(|header| *header > 0);
    if header != draft.layout().header {
        draft.choose_header(header);
        return see(&again);
    }
    for (n, column) in draft.relay().columns.iter_mut().enumerate() {
        if let Some(meaning) = Meaning::from_key(form.nth("column", n)) {
            column.meaning = meaning;
        }
    }
    draft.relay().nationality = Country::from_iso3(form.value("nationality"));
    match DateOrder::from_key(form.value("date_order")) {
        Some(order) if order != DateOrder::Unknown => draft.relay().order = order,
        _ => draft.learn_order(),
    }
    draft.previous = ListId::read(form.value("previous"));
    see(&format!("/lists/new/{id}/preview"))
}
