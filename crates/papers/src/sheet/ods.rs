//! ODS (OpenDocument 1.x, also as one flat file): the tables of a spreadsheet document and the values in
//! their cells. A cell or a row may stand for many alike; each is counted before it is kept.

mod cells;

use super::grid::Grid;
use super::xml::{Element, Event, Events};
use super::zip::Zip;
use super::{ListError, Sheet, Tally};
use std::collections::HashSet;
use std::io::Read;

/// Whether a zip file says that it is a spreadsheet document.
pub fn is_one(zip: &mut Zip) -> bool {
    zip.has("content.xml") && zip.short("mimetype").is_ok_and(|kind| kind.contains("opendocument.spreadsheet"))
}

pub fn read(zip: &mut Zip) -> Result<Vec<Sheet>, ListError> {
    if is_locked(zip)? {
        return Err(ListError::Password);
    }
    let events = zip.part("content.xml")?.ok_or(ListError::Damaged)?;
    read_document(events)
}

/// The list of parts says how each is encrypted, if it is.
fn is_locked(zip: &mut Zip) -> Result<bool, ListError> {
    if zip.has("encrypted-package") {
        return Ok(true);
    }
    let Some(mut events) = zip.part("META-INF/manifest.xml")? else {
        return Ok(false);
    };
    while let Some(event) = events.next() {
        if matches!(event, Event::Open(element) if element.name == "encryption-data") {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn read_document<R: Read>(mut events: Events<R>) -> Result<Vec<Sheet>, ListError> {
    let mut tally = Tally::default();
    let mut sheets = Vec::new();
    let mut hidden_styles = HashSet::new();
    let mut style = String::new();
    let mut whole = false;
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) => match element.name {
                "style" => style = element.attribute("name").unwrap_or_default().into_owned(),
                "table-properties" if element.is("display", &["false"]) => {
                    hidden_styles.insert(style.clone());
                }
                "table" => {
                    let name = element.attribute("name").unwrap_or_default().into_owned();
                    let styled = element.attribute("style-name");
                    let hidden = styled.is_some_and(|style| hidden_styles.contains(&*style));
                    sheets.push(table(&mut events, &name, hidden, &mut tally)?);
                }
                // Deleted content and the source of links are kept beside the tables.
                "tracked-changes" => events.skip("tracked-changes"),
                _ => {}
            },
            Event::Close("spreadsheet") => whole = true,
            _ => {}
        }
    }
    events.whole()?;
    if whole { Ok(sheets) } else { Err(ListError::Damaged) }
}

fn table<R: Read>(events: &mut Events<R>, name: &str, hidden: bool, tally: &mut Tally) -> Result<Sheet, ListError> {
    let mut grid = Grid::new(tally);
    let mut number = 1u32;
    // Groups of rows that are folded away, and the groups that are open around a row.
    let mut groups: Vec<bool> = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) => match element.name {
                "table-row" => {
                    let row = RowHead::of(&element, groups.contains(&true));
                    grid.row(number)?;
                    if row.hidden {
                        grid.hide();
                    }
                    cells::read(events, &mut grid, number)?;
                    grid.end_row(row.times)?;
                    number = number.saturating_add(row.times);
                }
                "table-row-group" => groups.push(element.is("display", &["false"])),
                "shapes" => events.skip("shapes"),
                _ => {}
            },
            Event::Close("table-row-group") => drop(groups.pop()),
            Event::Close("table") => return grid.finish(name, hidden),
            _ => {}
        }
    }
    events.whole()?;
    Err(ListError::Damaged)
}

struct RowHead {
    times: u32,
    hidden: bool,
}

impl RowHead {
    fn of(element: &Element, folded: bool) -> Self {
        let hidden = folded || element.is("visibility", &["collapse", "filter"]);
        Self { times: element.number("number-rows-repeated").unwrap_or(1).max(1), hidden }
    }
}
