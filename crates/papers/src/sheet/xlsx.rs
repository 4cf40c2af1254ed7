//! XLSX (ECMA-376): which sheets a workbook has, and the values in their cells. Formulas give the value
//! that was saved with them; pictures, colours and comments are not looked at.

use super::styles::{date_styles, day};
use super::xml::{Element, Event, Events};
use super::zip::Zip;
use super::{CELL, COLUMNS, Cell, ListError, ROWS, Row, Sheet, Tally};
use std::collections::HashMap;

pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ListError> {
    let mut zip = Zip::open(bytes)?;
    let package = relationships(&mut zip, "_rels/.rels")?;
    let workbook = package.values().find(|target| target.kind == "officeDocument");
    let workbook = workbook.map_or("xl/workbook.xml", |target| target.path.as_str()).to_owned();
    let Some(text) = zip.part(&workbook)? else {
        return Err(if zip.has("mimetype") || zip.has("xl/workbook.bin") || zip.has("word/document.xml") {
            ListError::OtherSpreadsheet
        } else if zip.has("_rels/.rels") || zip.has("[Content_Types].xml") {
            ListError::Damaged
        } else {
            ListError::NotAList
        });
    };
    if !text.contains("sheet") {
        return Err(ListError::NotAList);
    }
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let parts = relationships(&mut zip, &format!("{folder}/_rels/{file}.rels"))?;
    let named = |kind: &str| parts.values().find(|part| part.kind == kind).map(|part| resolved(folder, &part.path));
    let mut tally = Tally::default();
    let mut values = Values {
        strings: match named("sharedStrings") {
            Some(path) => strings(&zip.part(&path)?.unwrap_or_default(), &mut tally)?,
            None => Vec::new(),
        },
        dates: match named("styles") {
            Some(path) => date_styles(&zip.part(&path)?.unwrap_or_default()),
            None => Vec::new(),
        },
        from_1904: false,
    };
    let mut sheets = Vec::new();
    for event in Events::of(&text) {
        let Event::Open(element) = event else {
            continue;
        };
        if element.name == "workbookPr" {
            values.from_1904 |= matches!(element.attribute("date1904").as_deref(), Some("1" | "true"));
        }
        if element.name != "sheet" {
            continue;
        }
        let part = element.attribute("id").and_then(|id| parts.get(&*id)).filter(|part| part.kind == "worksheet");
        let Some(part) = part else { continue };
        let text = zip.part(&resolved(folder, &part.path))?.ok_or(ListError::Damaged)?;
        let name = base::text::line(&element.attribute("name").unwrap_or_default());
        sheets.push(Sheet { name, rows: rows(&text, &values, &mut tally)?, ..Sheet::default() });
    }
    Ok(sheets)
}

/// More parts or number formats than this no spreadsheet program writes.
pub const MANY: usize = 10_000;

struct Target {
    /// The last word of the relationship's type, such as "worksheet".
    kind: String,
    path: String,
}

fn relationships(zip: &mut Zip, path: &str) -> Result<HashMap<String, Target>, ListError> {
    let text = zip.part(path)?.unwrap_or_default();
    let mut targets = HashMap::new();
    for event in Events::of(&text) {
        let Event::Open(element) = event else {
            continue;
        };
        if targets.len() >= MANY {
            return Err(ListError::Damaged);
        }
        if let (Some(id), Some(kind), Some(path)) =
            (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            targets.insert(id.into_owned(), Target { kind, path: path.into_owned() });
        }
    }
    Ok(targets)
}

/// A target is relative to the workbook's folder unless it begins with a slash.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').collect();
    for step in target.split('/') {
        match step {
            ".." => drop(parts.pop()),
            "." => {}
            step => parts.push(step),
        }
    }
    parts.join("/")
}

/// Each shared string once, without its phonetic reading.
fn strings(text: &str, tally: &mut Tally) -> Result<Vec<String>, ListError> {
    let mut strings = Vec::new();
    let mut current = String::new();
    let (mut inside, mut phonetic) = (false, false);
    for event in Events::of(text) {
        match event {
            Event::Open(element) => match element.name {
                "si" => current.clear(),
                "t" => inside = true,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Text(text) if inside && !phonetic => add(&mut current, &text),
            Event::Text(_) => {}
            Event::Close("t") => inside = false,
            Event::Close("rPh") => phonetic = false,
            Event::Close("si") => {
                let cell = Cell::Text(std::mem::take(&mut current));
                tally.add(std::slice::from_ref(&cell))?;
                if let Cell::Text(string) = cell {
                    strings.push(string);
                }
            }
            Event::Close(_) => {}
        }
    }
    Ok(strings)
}

fn add(to: &mut String, text: &str) {
    let room = CELL.saturating_sub(to.chars().count());
    to.extend(text.chars().take(room));
}

struct Values {
    strings: Vec<String>,
    dates: Vec<bool>,
    from_1904: bool,
}

fn rows(text: &str, values: &Values, tally: &mut Tally) -> Result<Vec<Row>, ListError> {
    let mut rows: Vec<Row> = Vec::new();
    let mut number = 0u32;
    let mut cells: Vec<Cell> = Vec::new();
    let mut column = 0usize;
    let mut events = Events::of(text);
    while let Some(event) = events.next() {
        match event {
            Event::Open(element) if element.name == "row" => {
                let stated = element.attribute("r").and_then(|r| r.parse().ok());
                number = stated.unwrap_or(number.saturating_add(1));
                column = 0;
            }
            Event::Open(element) if element.name == "c" => {
                column = element.attribute("r").and_then(|r| column_of(&r)).unwrap_or(column);
                let cell = value(&element, &mut events, values);
                if !cell.is_empty() {
                    if column >= COLUMNS {
                        return Err(ListError::TooManyColumns);
                    }
                    if cells.len() <= column {
                        cells.resize(column + 1, Cell::Empty);
                    }
                    cells[column] = cell;
                }
                column += 1;
            }
            Event::Close("row") => rows.extend(Row::checked(number, std::mem::take(&mut cells), tally)?),
            Event::Close("sheetData") => break,
            _ => {}
        }
    }
    // Programs may write rows out of order; what a row says twice, nobody can know which is meant.
    if rows.windows(2).any(|pair| pair[0].number >= pair[1].number) {
        rows.sort_by_key(|row| row.number);
        if rows.windows(2).any(|pair| pair[0].number == pair[1].number) {
            return Err(ListError::Damaged);
        }
    }
    if rows.first().is_some_and(|row| row.number == 0) || rows.last().is_some_and(|row| row.number > ROWS) {
        return Err(ListError::Damaged);
    }
    Ok(rows)
}

/// Reads on to the end of a cell.
fn value(cell: &Element, events: &mut Events, values: &Values) -> Cell {
    let kind = cell.attribute("t");
    let mut text = String::new();
    let (mut inside, mut phonetic) = (false, false);
    for event in events {
        match event {
            Event::Open(element) if matches!(element.name, "v" | "t") => inside = true,
            Event::Open(element) if element.name == "rPh" => phonetic = true,
            Event::Text(part) if inside && !phonetic => add(&mut text, &part),
            Event::Close("v" | "t") => inside = false,
            Event::Close("rPh") => phonetic = false,
            Event::Close("c") => break,
            _ => {}
        }
    }
    match kind.as_deref() {
        Some("s") => {
            let string = text.trim().parse().ok().and_then(|index: usize| values.strings.get(index));
            string.map_or(Cell::Empty, |string| Cell::text_of(string.clone()))
        }
        // An error in a formula says nothing of the person.
        Some("e") => Cell::Empty,
        Some("d") => {
            text.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| Cell::text_of(text.clone()), Cell::Date)
        }
        Some("str" | "inlineStr" | "b") => Cell::text_of(text),
        _ => match text.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(number) => {
                let style = cell.attribute("s").and_then(|s| s.parse::<usize>().ok()).unwrap_or(0);
                let date = values.dates.get(style).copied().unwrap_or(false);
                date.then(|| day(number, values.from_1904)).flatten().map_or(Cell::Number(number), Cell::Date)
            }
            None => Cell::text_of(text),
        },
    }
}

/// The column of "AB12", from 0.
fn column_of(reference: &str) -> Option<usize> {
    let mut column = 0usize;
    for letter in reference.bytes().take_while(u8::is_ascii_alphabetic) {
        column = column.checked_mul(26)?.checked_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    column.checked_sub(1)
}
