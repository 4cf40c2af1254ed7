//! XLSX (ECMA-376, also its strict form and with macros, which are not looked at): which sheets a workbook
//! has, and the values in their cells. Formulas give the value that was saved with them; pictures, colours
//! and comments are not looked at.

mod cells;
mod parts;
mod strings;

use super::shared::Shared;
use super::styles::{Styles, date_styles};
use super::xml::Event;
use super::zip::Zip;
use super::{ListError, Sheet, Tally};
use parts::{Target, relationships, resolved};
use std::collections::HashMap;

/// More parts or number formats than this no spreadsheet program writes.
pub const MANY: usize = 10_000;

/// What cells name by number.
#[derive(Default)]
pub struct Values {
    strings: Shared,
    styles: Styles,
}

pub fn read(zip: &mut Zip) -> Result<Vec<Sheet>, ListError> {
    let package = relationships(zip, "_rels/.rels")?;
    let workbook = package.values().find(|target| target.kind == "officeDocument");
    let workbook = workbook.map_or("xl/workbook.xml", |target| target.path.trim_start_matches('/')).to_owned();
    if !zip.has(&workbook) {
        return Err(not_a_workbook(zip));
    }
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let parts = relationships(zip, &format!("{folder}/_rels/{file}.rels"))?;
    let (tabs, from_1904) = tabs(zip, &workbook)?;
    if tabs.is_empty() {
        return Err(not_a_workbook(zip));
    }
    let mut tally = Tally::default();
    let mut values = Values::default();
    values.styles.from_1904 = from_1904;
    if let Some(part) =
        named(&parts, "sharedStrings").map(|path| zip.part(&resolved(folder, path))).transpose()?.flatten()
    {
        values.strings = strings::read(part, &mut tally)?;
    }
    if let Some(part) = named(&parts, "styles").map(|path| zip.part(&resolved(folder, path))).transpose()?.flatten() {
        values.styles.dates = date_styles(part)?;
    }
    let mut sheets = Vec::new();
    for tab in tabs {
        // Sheets of charts and macros have no cells.
        let Some(target) = parts.get(&tab.id).filter(|part| part.kind == "worksheet") else { continue };
        let events = zip.part(&resolved(folder, &target.path))?.ok_or(ListError::Damaged)?;
        sheets.push(cells::read(events, &values, &tab, &mut tally)?);
    }
    Ok(sheets)
}

fn named<'p>(parts: &'p HashMap<String, Target>, kind: &str) -> Option<&'p str> {
    parts.values().find(|part| part.kind == kind).map(|part| part.path.as_str())
}

/// A sheet as the workbook names it.
struct Tab {
    id: String,
    name: String,
    hidden: bool,
}

/// The workbook's sheets in its order, and whether it counts days from 1904.
fn tabs(zip: &mut Zip, workbook: &str) -> Result<(Vec<Tab>, bool), ListError> {
    let mut events = zip.part(workbook)?.ok_or(ListError::Damaged)?;
    let (mut tabs, mut from_1904) = (Vec::new(), false);
    while let Some(event) = events.next() {
        let Event::Open(element) = event else { continue };
        match element.name {
            "workbookPr" => from_1904 |= element.is("date1904", &["1", "true"]),
            "sheet" if tabs.len() < MANY => tabs.push(Tab {
                id: element.attribute("id").unwrap_or_default().into_owned(),
                name: element.attribute("name").unwrap_or_default().into_owned(),
                hidden: element.is("state", &["hidden", "veryHidden"]),
            }),
            _ => {}
        }
    }
    events.whole()?;
    Ok((tabs, from_1904))
}

/// What else a zip file may be.
fn not_a_workbook(zip: &Zip) -> ListError {
    let has = |names: &[&str]| names.iter().any(|name| zip.has(name));
    if has(&["xl/workbook.bin", "Index/Document.iwa", "Index.zip"]) {
        ListError::OtherSpreadsheet
    } else if has(&["word/document.xml", "ppt/presentation.xml", "mimetype", "META-INF/MANIFEST.MF"]) {
        ListError::NotAList
    } else if has(&["_rels/.rels", "[Content_Types].xml", "xl/workbook.xml"]) {
        ListError::Damaged
    } else {
        ListError::Archive
    }
}
