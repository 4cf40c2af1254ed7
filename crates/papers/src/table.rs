//! Lists out: what a mission or an airline gets as CSV or XLSX.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This list is too long for one spreadsheet. Nothing was written. Make a list of fewer people, or take it as CSV."
)]
pub struct TableError;

/// UTF-8 with a byte order mark, so that spreadsheet programs show every script.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    for row in std::iter::once(&table.headings).chain(&table.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell), ',')).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// What a spreadsheet program would run as a formula begins with an apostrophe, phone numbers too, and also where the
/// sign is as wide as Chinese and Japanese keyboards type it:
/// a survivor's name must not be able to act on an officer's computer.
pub fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

pub(crate) fn quoted(cell: &str, delimiter: char) -> String {
    if cell.contains(['"', ',', ';', '\t', '|', '\n', '\r', delimiter]) || cell.starts_with(' ') || cell.ends_with(' ')
    {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// All cells are text, so nothing is a formula, no leading zero is lost and no date is turned. The file
/// names no author and no day of its making.
pub fn xlsx(table: &Table, sheet_name: &str) -> Result<Vec<u8>, TableError> {
    let mut book = Workbook::new();
    let undated = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|_| TableError)?;
    book.set_properties(&DocProperties::new().set_author("").set_creation_datetime(&undated));
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name_of(sheet_name)).map_err(|_| TableError)?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0u16..).zip(&table.headings) {
        sheet.write_string_with_format(0, column, heading, &bold).map_err(|_| TableError)?;
    }
    for (row, cells) in (1u32..).zip(&table.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            sheet.write_string(row, column, cell).map_err(|_| TableError)?;
        }
    }
    for (column, width) in (0u16..).zip(widths(table)) {
        sheet.set_column_width(column, width).map_err(|_| TableError)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(|_| TableError)?;
    book.save_to_buffer().map_err(|_| TableError)
}

/// As wide as the longest cell, between 8 and 60 characters; ideographs count twice.
fn widths(table: &Table) -> Vec<f64> {
    let wide = |cell: &String| cell.chars().map(|c| if c >= '\u{2e80}' { 2u32 } else { 1 }).sum::<u32>();
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0).max(table.headings.len());
    (0..columns)
        .map(|column| {
            let cells = std::iter::once(&table.headings).chain(&table.rows).filter_map(|row| row.get(column));
            f64::from(cells.map(wide).max().unwrap_or(0).clamp(8, 60) + 2)
        })
        .collect()
}

/// A sheet's name has at most 31 characters and none of `[]:*?/\`, nor an apostrophe at its ends.
pub(crate) fn sheet_name_of(name: &str) -> String {
    let kept: String = name.chars().filter(|c| !"[]:*?/\\".contains(*c) && !c.is_control()).collect();
    let mut short = String::new();
    let mut units = 0;
    for c in kept.trim_matches([' ', '\'']).chars() {
        units += c.len_utf16();
        if units > 31 {
            break;
        }
        short.push(c);
    }
    let short = short.trim_matches([' ', '\'']);
    if short.is_empty() || short.eq_ignore_ascii_case("history") { "List".to_owned() } else { short.to_owned() }
}
