//! A list back to whoever sent it: in its own layout, with columns added at the right.

use crate::sheet::{Area, Cell, Format};
use crate::table::{TableError, harmless, quoted, sheet_name_of};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as Style, Workbook, Worksheet};

/// A list as it is to look.
pub struct AsSent<'a> {
    pub title: &'a str,
    pub format: Format,
    pub merged: &'a [Area],
    /// The number of the row with the headings.
    pub header: Option<u32>,
    /// In order; numbers between them that are missing are blank rows.
    pub rows: Vec<(u32, &'a [Cell])>,
    pub added: Vec<Added>,
}

/// A column that the sender's file did not have.
pub struct Added {
    pub heading: String,
    /// One for each of the rows, empty where there is nothing to say.
    pub cells: Vec<String>,
}

/// A file's bytes, its media type and how its name ends.
pub type Written = (Vec<u8>, &'static str, &'static str);

/// Text comes back as text with its own delimiter, every other format as XLSX.
pub fn write(list: &AsSent) -> Result<Written, TableError> {
    match list.format {
        Format::Text(delimiter) => Ok((text(list, delimiter), "text/csv; charset=utf-8", "csv")),
        _ => {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            Ok((xlsx(list)?, kind, "xlsx"))
        }
    }
}

/// The column after the last one that anything stands in.
fn free_column(list: &AsSent) -> usize {
    list.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0)
}

impl Added {
    fn cell<'a>(&'a self, list: &AsSent, at: usize) -> &'a str {
        match list.header == Some(list.rows[at].0) {
            true => &self.heading,
            false => self.cells.get(at).map_or("", String::as_str),
        }
    }
}

/// UTF-8 with a byte order mark, so that spreadsheet programs show every script.
fn text(list: &AsSent, delimiter: char) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let (free, mut next) = (free_column(list), 1);
    for (at, (number, cells)) in list.rows.iter().enumerate() {
        (next..*number).for_each(|_| out.push_str("\r\n"));
        next = number + 1;
        let own = (0..free).map(|column| cells.get(column).map(|cell| cell.text()).unwrap_or_default());
        let added = list.added.iter().map(|added| added.cell(list, at).into());
        let cells: Vec<String> = own.chain(added).map(|cell| quoted(&harmless(&cell), delimiter)).collect();
        out.push_str(&cells.join(&delimiter.to_string()));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn xlsx(list: &AsSent) -> Result<Vec<u8>, TableError> {
    let mut book = Workbook::new();
    let undated = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|_| TableError)?;
    book.set_properties(&DocProperties::new().set_author("").set_creation_datetime(&undated));
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name_of(list.title)).map_err(|_| TableError)?;
    let (bold, plain, day) = (Style::new().set_bold(), Style::new(), Style::new().set_num_format("yyyy-mm-dd"));
    let free = free_column(list);
    for (at, (number, cells)) in list.rows.iter().enumerate() {
        let style = if list.header == Some(*number) { &bold } else { &plain };
        let row = number - 1;
        for (column, cell) in (0u16..).zip(*cells) {
            put(sheet, row, column, cell, style, &day).map_err(|_| TableError)?;
        }
        for (column, added) in (free as u16..).zip(&list.added) {
            let text = added.cell(list, at);
            if !text.is_empty() {
                sheet.write_string_with_format(row, column, text, style).map_err(|_| TableError)?;
            }
        }
    }
    for area in list.merged {
        join(sheet, area, list, &bold).map_err(|_| TableError)?;
    }
    for (column, width) in (0u16..).zip(widths(list, free)) {
        sheet.set_column_width(column, width).map_err(|_| TableError)?;
    }
    book.save_to_buffer().map_err(|_| TableError)
}

/// Text stays text, so nothing is a formula; numbers and days stay what they were.
fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    style: &Style,
    day: &Style,
) -> Result<(), rust_xlsxwriter::XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => drop(sheet.write_string_with_format(row, column, text, style)?),
        Cell::Number(number) => drop(sheet.write_number_with_format(row, column, *number, style)?),
        Cell::Date(date) => {
            let (year, month, of_month) = (date.year().max(0) as u16, date.month() as u8, date.day() as u8);
            match ExcelDateTime::from_ymd(year, month, of_month) {
                Ok(at) => drop(sheet.write_datetime_with_format(row, column, &at, day)?),
                // Spreadsheets know no day before 1900.
                Err(_) => drop(sheet.write_string_with_format(row, column, date.to_string(), style)?),
            }
        }
    }
    Ok(())
}

/// Joins cells as they were joined; only text can stand in joined cells here.
fn join(sheet: &mut Worksheet, area: &Area, list: &AsSent, bold: &Style) -> Result<(), rust_xlsxwriter::XlsxError> {
    let first = list.rows.iter().find(|(number, _)| *number == area.first_row);
    let cell = first.and_then(|(_, cells)| cells.get(area.first_column)).cloned().unwrap_or_default();
    let heads = list.header.is_some_and(|header| area.last_row <= header);
    if let (Cell::Text(text), true) = (cell, heads) {
        let (left, right) = (area.first_column as u16, area.last_column as u16);
        sheet.merge_range(area.first_row - 1, left, area.last_row - 1, right, &text, bold)?;
    }
    Ok(())
}

/// As wide as the longest cell below the title rows, between 8 and 60 characters; ideographs count twice.
fn widths(list: &AsSent, free: usize) -> Vec<f64> {
    let wide = |text: &str| text.chars().map(|c| if c >= '\u{2e80}' { 2u32 } else { 1 }).sum::<u32>();
    let mut widths = vec![8u32; free + list.added.len()];
    for (at, (_, cells)) in list.rows.iter().enumerate().filter(|(_, (number, _))| list.header <= Some(*number)) {
        for (width, cell) in widths.iter_mut().zip(*cells) {
            *width = (*width).max(wide(&cell.text()));
        }
        for (width, added) in widths[free..].iter_mut().zip(&list.added) {
            *width = (*width).max(wide(added.cell(list, at)));
        }
    }
    widths.into_iter().map(|width| f64::from(width.min(60) + 2)).collect()
}
