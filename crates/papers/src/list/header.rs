//! Where the headings stand, and what they are when they take two rows.

use super::Meaning;
use super::headings;
use crate::sheet::{Cell, Row, Sheet};
use std::collections::BTreeSet;

/// So many rows are looked at for headings.
pub const HEAD: usize = 40;

/// The rows of the headings by their place in the sheet: the lower one, and a row of groups over it.
#[derive(Clone, Copy)]
pub struct Header {
    pub lower: usize,
    pub upper: Option<usize>,
}

impl Header {
    pub fn of(sheet: &Sheet) -> Option<Header> {
        let best = most_named(sheet)?;
        if best + 1 < sheet.rows.len() && is_second_row(sheet, best, best + 1) {
            return Some(Header { lower: best + 1, upper: Some(best) });
        }
        let above = best.checked_sub(1).filter(|above| is_group_row(sheet, *above, best));
        Some(Header { lower: best, upper: above })
    }

    /// A column's heading; of two rows "Passport / Number".
    pub fn heading(&self, sheet: &Sheet, index: usize) -> String {
        let (group, own) = self.parts(sheet, index);
        match (group.is_empty(), own.is_empty()) {
            (false, false) => format!("{group} / {own}"),
            (false, true) => group,
            _ => own,
        }
    }

    /// The group over a column, and its own heading.
    pub fn parts(&self, sheet: &Sheet, index: usize) -> (String, String) {
        let text = |row: &Row, index| base::text::line(&row.cell(index).text());
        let own = text(&sheet.rows[self.lower], index);
        let Some(upper) = self.upper.map(|upper| &sheet.rows[upper]) else { return (String::new(), own) };
        let first = group_start(sheet, upper, index);
        (first.map(|first| text(upper, first)).unwrap_or_default(), own)
    }
}

/// The column in which the group over this one begins.
fn group_start(sheet: &Sheet, upper: &Row, index: usize) -> Option<usize> {
    if !upper.cell(index).is_empty() {
        return Some(index);
    }
    let over = |area: &&crate::sheet::Area| {
        (area.first_row..=area.last_row).contains(&upper.number)
            && (area.first_column..=area.last_column).contains(&index)
    };
    if let Some(area) = sheet.merged.iter().find(over) {
        return Some(area.first_column).filter(|first| !upper.cell(*first).is_empty());
    }
    let is_merged = sheet.merged.iter().any(|area| (area.first_row..=area.last_row).contains(&upper.number));
    // A text file keeps no merged cells: a group reaches to the next one.
    if is_merged { None } else { (0..index).rev().find(|left| !upper.cell(*left).is_empty()) }
}

/// The row that names the most different things.
fn most_named(sheet: &Sheet) -> Option<usize> {
    let counts = sheet.rows.iter().take(HEAD).map(named).enumerate();
    let best = counts.rev().max_by_key(|(_, count)| *count)?;
    (best.1 >= 2 || (best.1 == 1 && best.0 == 0 && sheet.rows[0].cells.len() == 1)).then_some(best.0)
}

fn named(row: &Row) -> usize {
    let texts = row.cells.iter().filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None });
    let meanings: BTreeSet<Meaning> = texts.filter_map(|text| headings::meaning(text)).collect();
    meanings.len()
}

fn filled(row: &Row) -> impl Iterator<Item = (usize, &Cell)> {
    row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
}

/// Words without figures, as headings are and people are not.
fn is_worded(row: &Row) -> bool {
    let is_word = |cell: &Cell| matches!(cell, Cell::Text(text) if !text.contains(|c| base::text::digit(c).is_some()) && text.chars().count() <= 60);
    filled(row).all(|(_, cell)| is_word(cell))
}

/// Whether the row below the headings parts some of them: "Passport" into "Number" and "Status".
fn is_second_row(sheet: &Sheet, upper: usize, lower: usize) -> bool {
    let (above, below) = (&sheet.rows[upper], &sheet.rows[lower]);
    if above.number + 1 != below.number || !is_worded(below) || filled(below).count() < 2 {
        return false;
    }
    let is_group = |index: usize| {
        let wide = sheet.merged.iter().any(|area| {
            area.first_row == above.number
                && area.first_column <= index
                && index <= area.last_column
                && area.first_column < area.last_column
        });
        wide || above.cell(index).is_empty()
    };
    let parted = filled(below).filter(|(index, _)| is_group(*index)).count();
    let known = filled(below).filter(|(_, cell)| headings::meaning(&cell.text()).is_some()).count();
    let some_parted = filled(below).any(|(index, _)| above.cell(index).is_empty());
    let repeats_none = filled(below).all(|(index, _)| is_group(index) || above.cell(index + 1).is_empty());
    some_parted && repeats_none && parted * 2 >= filled(below).count() && known * 2 >= filled(below).count()
}

/// Whether the row over the headings groups them: several words, none of them a title.
fn is_group_row(sheet: &Sheet, upper: usize, lower: usize) -> bool {
    let (above, below) = (&sheet.rows[upper], &sheet.rows[lower]);
    above.number + 1 == below.number && is_worded(above) && filled(above).count() > 1
}
