//! The list of people: found by any part of a name in any script, filtered, sorted, saved, exported.

use super::{file, html, see};
use crate::export;
use crate::fault::Fault;
use crate::routes::Answer;
use crate::search::Search;
use crate::session::{Searched, Session, held};
use crate::views::people::{People, Person, Rows, SavedFilter};
use crate::views::{Choice, Chrome, Filled};
use crate::visit::Visit;
use crate::words::{Words, when};
use access::Action;
use casework::desk::{Desk, Line, Query, fresh};
use casework::htcds::Wanted;
use casework::registry::filters;
use papers::table;

const PER_PAGE: usize = 50;

pub fn show(visit: &Visit) -> Answer {
    let session = visit.session()?.clone();
    html(list(visit, &session)?)
}

/// Forgets what was searched for.
pub fn everybody(visit: &Visit) -> Answer {
    *held(&visit.session()?.search) = Searched::default();
    see("/people")
}

/// A search, a filter, a page: kept with the sign-in, so that no address ever holds a name.
pub fn search(visit: &Visit) -> Answer {
    visit.permit(Action::FindPeople)?;
    let session = visit.session()?.clone();
    let page = visit.form.value("page").parse().unwrap_or(1);
    let mut pairs = visit.form.pairs.clone();
    if let Some(wanted) = pairs.iter().find(|(field, _)| field == "saved").map(|(_, id)| id.clone()) {
        let saved = visit.command(filters::of_member)?;
        pairs = saved.into_iter().find(|filter| filter.id == wanted).map(|filter| filter.pairs).unwrap_or_default();
        pairs.push(("saved".to_owned(), wanted));
    }
    *held(&session.search) = Searched { pairs, page };
    if visit.fragment {
        return html(rows(visit, &session, visit.chrome())?);
    }
    html(list(visit, &session)?)
}

pub fn save_filter(visit: &Visit) -> Answer {
    visit.permit(Action::FindPeople)?;
    let name = base::text::line(visit.form.value("filter_name"));
    let mut pairs = visit.form.pairs.clone();
    pairs.retain(|(field, value)| !matches!(field.as_str(), "filter_name" | "page" | "saved") && !value.is_empty());
    if !name.is_empty() {
        let id = visit.command(|cx| filters::save(cx, name, pairs.clone()))?;
        pairs.push(("saved".to_owned(), id));
    }
    let session = visit.session()?.clone();
    *held(&session.search) = Searched { pairs, page: 1 };
    html(list(visit, &session)?)
}

pub fn delete_filter(visit: &Visit) -> Answer {
    visit.permit(Action::FindPeople)?;
    visit.command(|cx| filters::delete(cx, visit.form.value("filter")))?;
    see("/people")
}

fn list(visit: &Visit, session: &Session) -> Result<People, Fault> {
    let page = visit.chrome();
    let search = held(&session.search).clone();
    let mut form = Filled { pairs: search.pairs, errors: Vec::new() };
    if form.value("sort").is_empty() {
        form.pairs.push(("sort".to_owned(), "newest".to_owned()));
    }
    let rows = rows(visit, session, page.clone())?;
    let tag = page.tongue.tag();
    let (countries, places) = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
        (desk.nationalities().to_vec(), desk.places().to_vec())
    })?;
    let mut nationalities: Vec<Choice> = countries.into_iter().map(|c| Choice::new(c.iso3(), c.name(tag))).collect();
    nationalities.sort_by(|a, b| a.label.cmp(&b.label));
    let saved = visit.command(filters::of_member)?.into_iter().map(|filter| SavedFilter {
        chosen: form.value("saved") == filter.id,
        id: filter.id,
        name: filter.name,
    });
    Ok(People {
        nationalities: Choice::select(nationalities, form.value("nationality")),
        places: Choice::select(places.into_iter().map(|p| Choice::new(p.clone(), p)), form.value("place")),
        saved: saved.collect(),
        can_export: visit.role().is_some_and(|role| role.may(Action::Export)),
        can_write_letters: visit.role().is_some_and(|role| role.may(Action::WriteLetter)),
        has_letters: !held(&session.letters).is_empty(),
        rows,
        page,
        form,
    })
}

/// The part of the page that changes while somebody types. What is shown is on the record before it is shown.
fn rows(visit: &Visit, session: &Session, page: Chrome) -> Result<Rows, Fault> {
    visit.permit(Action::FindPeople)?;
    let search = held(&session.search).clone();
    let query = Search::of_pairs(&search.pairs).query();
    let words = Words::of(visit);
    let number = search.page.max(1);
    let (total, lines) = fresh(visit.desk()?, &visit.app.store, visit.now, |desk: &Desk| {
        let page = desk.page(&query, number - 1, PER_PAGE, visit.today());
        (page.total, page.lines.into_iter().cloned().collect::<Vec<Line>>())
    })?;
    visit.command(|cx| cx.note_list(Action::FindPeople, lines.len()))?;
    let people = lines.iter().map(|line| person(visit, line, &words)).collect::<Result<_, Fault>>()?;
    Ok(Rows {
        page,
        people,
        total,
        number,
        pages: total.div_ceil(PER_PAGE).max(1),
        narrowed: query != Query { sort: query.sort, ..Query::default() },
    })
}

fn person(visit: &Visit, line: &Line, words: &Words) -> Result<Person, Fault> {
    Ok(Person {
        handle: visit.handle(line.case)?,
        name: line.names.first().cloned().unwrap_or_default(),
        other_name: line.names.get(1).cloned().unwrap_or_default(),
        code: line.code.to_string(),
        age: line.birth.as_ref().map(|birth| words.age(birth)).unwrap_or_default(),
        sex: line.sex.map(|sex| sex.key().to_owned()).unwrap_or_default(),
        nationality: line.nationalities.iter().map(|c| c.name(visit.tongue.tag())).collect::<Vec<_>>().join(", "),
        place: line.place.as_deref().unwrap_or_default().to_owned(),
        signs: line.signs(visit.today()).into_iter().map(|sign| sign.key().to_owned()).collect(),
        registered: when(line.opened_at),
    })
}

pub fn export(visit: &Visit) -> Answer {
    exported(visit, &Search::of_pairs(&visit.form.pairs), visit.form.value("format") == "xlsx")
}

/// Everything the search finds, as far as this role sees it; formulas come out as text.
pub fn exported(visit: &Visit, search: &Search, as_xlsx: bool) -> Answer {
    visit.permit(Action::Export)?;
    let words = Words::of(visit);
    let lines: Vec<Line> = fresh(visit.desk()?, &visit.app.store, visit.now, |desk| {
        desk.every(&search.query(), visit.today()).into_iter().cloned().collect()
    })?;
    if visit.form.value("format") == "htcds" {
        // Without threats and remarks: whoever needs them in a file asks for them on the command line.
        let cases = Some(lines.iter().map(|line| line.case).collect());
        let cases = crate::api::htcds::written(visit, Wanted { cases, protection: false })?;
        return file("list.json", "application/json", cases.to_string().into_bytes());
    }
    visit.command(|cx| {
        cx.permit(Action::Export)?;
        cx.note_list(Action::Export, lines.len())
    })?;
    let table = export::people(&lines, &words);
    if as_xlsx {
        let bytes = table::xlsx(&table, "List").map_err(|_| Fault::Access(access::AccessError::Unreadable))?;
        return file("list.xlsx", XLSX, bytes);
    }
    file("list.csv", CSV, table::csv(&table))
}

pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const CSV: &str = "text/csv; charset=utf-8";
