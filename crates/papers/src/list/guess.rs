//! How a sheet is laid out: by its headings, and by what stands below them.

use super::words::is_other_letter;
use super::{Column, DateOrder, Layout, Meaning, content::Content, dates, headings, mission};
use crate::sheet::{Cell, Row, Sheet};
use std::collections::BTreeSet;

/// So many rows are looked at for headings, and so many below them for what columns hold.
const HEAD: usize = 40;
pub const BODY: usize = 400;

impl Layout {
    pub fn guess(sheet: &Sheet) -> Layout {
        Layout::below(sheet, header(sheet))
    }

    /// As [`Layout::guess`], where a person has said in which row the headings are, or that there are none.
    pub fn guess_below(sheet: &Sheet, header: Option<u32>) -> Layout {
        Layout::below(sheet, sheet.rows.iter().position(|row| Some(row.number) == header))
    }

    fn below(sheet: &Sheet, at: Option<usize>) -> Layout {
        let body = &sheet.rows[at.map_or(0, |at| at + 1)..];
        let width = sheet.rows.iter().take(HEAD + BODY).map(|row| row.cells.len()).max().unwrap_or(0);
        let mut columns: Vec<Column> = (0..width)
            .map(|index| {
                let heading = at.map(|at| heading(sheet, at, index)).unwrap_or_default();
                let content = Content::of(body, index, headings::meaning(&heading).is_none());
                Column { index, meaning: content.meaning(&heading), heading }
            })
            .collect();
        only_once(&mut columns, body);
        find_name(&mut columns, body);
        let order = date_order(body, &columns);
        let header = at.map(|at| sheet.rows[at].number);
        Layout { header, nationality: mission::nationality(sheet, at), columns, order }
    }

    /// Learns the order of dates anew, after a person has set what columns mean.
    pub fn learn_order(&mut self, sheet: &Sheet) {
        let first = sheet.rows.partition_point(|row| Some(row.number) <= self.header);
        self.order = date_order(&sheet.rows[first..], &self.columns);
    }
}

/// Where in the sheet the row is that names the most different things.
fn header(sheet: &Sheet) -> Option<usize> {
    let named = |row: &Row| {
        let texts = row.cells.iter().filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None });
        texts.filter_map(|text| headings::meaning(text)).collect::<BTreeSet<_>>().len()
    };
    let counts = sheet.rows.iter().take(HEAD).map(named).enumerate();
    let best = counts.rev().max_by_key(|(_, count)| *count)?;
    (best.1 >= 2 || (best.1 == 1 && best.0 == 0 && sheet.rows[0].cells.len() == 1)).then_some(best.0)
}

/// A heading may stand one row higher, over two columns.
fn heading(sheet: &Sheet, at: usize, index: usize) -> String {
    let row = &sheet.rows[at];
    let above = at.checked_sub(1).map(|above| &sheet.rows[above]).filter(|above| above.number + 1 == row.number);
    let cell = match (row.cell(index), above) {
        (Cell::Empty, Some(above)) if above.cells.iter().filter(|cell| !cell.is_empty()).count() > 1 => {
            above.cell(index)
        }
        (cell, _) => cell,
    };
    base::text::line(&cell.text())
}

/// A person has one birth and one sex; a second column for it is somebody else's or a copy.
fn only_once(columns: &mut [Column], body: &[Row]) {
    let mut seen = BTreeSet::new();
    for column in columns {
        let many = [
            Meaning::Ignore,
            Meaning::Phone,
            Meaning::Remark,
            Meaning::Passport,
            Meaning::Papers,
            Meaning::Nationality,
        ];
        let meaning = match column.meaning {
            Meaning::PlaceAndBirth => Meaning::Birth,
            meaning => meaning,
        };
        if many.contains(&meaning) || seen.insert(meaning) {
            continue;
        }
        let other_script = body.iter().take(BODY).any(|row| row.cell(column.index).text().contains(is_other_letter));
        column.meaning = match meaning {
            Meaning::Name if other_script && seen.insert(Meaning::OwnScriptName) => Meaning::OwnScriptName,
            _ => Meaning::Ignore,
        };
    }
}

/// Without a heading for it, names are the column of words in which hardly two cells are alike.
fn find_name(columns: &mut [Column], body: &[Row]) {
    use Meaning::{FamilyName, GivenName, Name, OwnScriptName};
    let has = |columns: &[Column], wanted: &[Meaning]| columns.iter().any(|column| wanted.contains(&column.meaning));
    if has(columns, &[Name]) {
        return;
    }
    if has(columns, &[GivenName, FamilyName]) {
        // A family name alone, as French "Nom", is the whole name.
        if !(has(columns, &[GivenName]) && has(columns, &[FamilyName])) {
            let one = columns.iter_mut().find(|column| matches!(column.meaning, GivenName | FamilyName));
            one.into_iter().for_each(|column| column.meaning = Name);
        }
        return;
    }
    let different = |column: &Column| {
        let texts = body.iter().take(BODY).map(|row| row.cell(column.index).text().into_owned());
        let named = texts.filter(|text| {
            text.chars().any(char::is_alphabetic) && !text.chars().any(|c| base::text::digit(c).is_some())
        });
        named.collect::<BTreeSet<_>>().len()
    };
    let free = columns.iter_mut().filter(|column| matches!(column.meaning, Meaning::Ignore | OwnScriptName));
    let best = free
        .map(|column| (different(column), column))
        .max_by_key(|(different, column)| (*different, usize::MAX - column.index));
    if let Some((1.., column)) = best {
        column.meaning = Name;
    }
}

/// The order that the list's dates prove: 25.12. can only be day first. One list in which both are
/// proved has several writers, and then no order holds.
fn date_order(body: &[Row], columns: &[Column]) -> DateOrder {
    use Meaning::{Birth, Entered, PlaceAndBirth, Reported};
    let dated: Vec<usize> = columns
        .iter()
        .filter(|column| matches!(column.meaning, Birth | PlaceAndBirth | Reported | Entered))
        .map(|column| column.index)
        .collect();
    let mut proved = BTreeSet::new();
    let mut fits = false;
    for cell in body.iter().flat_map(|row| dated.iter().map(|index| row.cell(*index))) {
        if let Cell::Text(text) = cell {
            proved.extend(dates::proof(text).map(DateOrder::key));
            fits |= dates::fits_day_first(text);
        }
    }
    // "25.06.04" ends with its year unless something in the list shows that years come first.
    if fits && !proved.contains(DateOrder::YearFirst.key()) {
        proved.insert(DateOrder::DayFirst.key());
    }
    match proved.into_iter().collect::<Vec<_>>()[..] {
        [one] => DateOrder::from_key(one).unwrap_or_default(),
        _ => DateOrder::Unknown,
    }
}
