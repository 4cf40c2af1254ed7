//! A roll as a spreadsheet, in the layout that ministries print: title, date, mission, numbered lines, total, and where
//! it is signed. The last column is empty: the decisions come back in it.

use super::{COLUMNS, Line, Roll, Words};
use crate::table::{TableError, harmless, quoted};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// How wide the columns are, in characters, that of the decisions too.
const WIDTHS: [f64; 9] = [6.0, 36.0, 13.0, 18.0, 18.0, 13.0, 11.0, 14.0, 24.0];
const DECISION: u16 = COLUMNS.len() as u16;

/// What stands above the headings: each a label and its value.
fn above(roll: &Roll) -> Vec<(String, String)> {
    let say = |key: &str| both(roll.words, key);
    vec![
        (say("mission"), roll.mission.clone()),
        (say("day"), roll.day.to_string()),
        (say("until"), roll.until.to_string()),
        (say("persons"), roll.lines.len().to_string()),
        (say("decision"), both(roll.words, "choices")),
    ]
}

/// "Date / កាលបរិច្ឆេទ"
fn both(words: &Words, key: &str) -> String {
    match words.local(key) {
        "" => words.english(key).to_owned(),
        local => format!("{} / {local}", words.english(key)),
    }
}

/// The headings of all columns, in English and below it in the country's language, where there is one.
fn headings(roll: &Roll) -> Vec<Vec<String>> {
    let keys = || COLUMNS.iter().copied().chain(["decision"]);
    let money = |key: &str| if key == "amount" { format!(" ({})", roll.currency) } else { String::new() };
    let english = keys().map(|key| roll.words.english(key).to_owned() + &money(key)).collect();
    let local: Vec<String> = keys().map(|key| roll.words.local(key).to_owned()).collect();
    let has_local = local.iter().any(|one| !one.is_empty());
    [Some(english), has_local.then_some(local)].into_iter().flatten().collect()
}

/// UTF-8 with a byte order mark, so that spreadsheet programs show every script.
pub fn csv(roll: &Roll) -> Vec<u8> {
    let mut rows: Vec<Vec<String>> = vec![vec![both(roll.words, "title")]];
    rows.extend(above(roll).into_iter().map(|(label, value)| vec![label, value]));
    rows.push(Vec::new());
    rows.extend(headings(roll));
    rows.extend(roll.lines.iter().map(|line| line.cells().to_vec()));
    let total = super::money(roll.hundredths());
    let empty = String::new;
    rows.push(vec![
        empty(),
        both(roll.words, "total"),
        empty(),
        empty(),
        empty(),
        empty(),
        roll.days().to_string(),
        total,
    ]);
    rows.push(Vec::new());
    rows.push(vec![empty(), both(roll.words, "signature")]);
    let mut out = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell), ',')).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// Names, numbers of documents and days of the calendar are text, so that none is turned into something else. The file
/// names no author and no day of its making.
pub fn xlsx(roll: &Roll) -> Result<Vec<u8>, TableError> {
    write(roll).map_err(|_| TableError)
}

fn write(roll: &Roll) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let undated = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_author("").set_creation_datetime(&undated));
    let sheet = book.add_worksheet();
    sheet.set_name("List")?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let bold = Format::new().set_bold();
    let title = Format::new().set_bold().set_font_size(14);
    let heading = Format::new().set_bold().set_text_wrap().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, both(roll.words, "title"), &title)?;
    let mut at = 1;
    for (label, value) in above(roll) {
        sheet.write_string_with_format(at, 0, &label, &bold)?.write_string(at, 3, &value)?;
        at += 1;
    }
    at += 1;
    let first = at;
    for cells in headings(roll) {
        for (column, cell) in (0u16..).zip(&cells) {
            sheet.write_string_with_format(at, column, cell, &heading)?;
        }
        at += 1;
    }
    sheet.set_freeze_panes(at, 0)?.set_repeat_rows(first, at - 1)?;
    let cells = Cells::new();
    for line in &roll.lines {
        cells.line(sheet, at, line)?;
        at += 1;
    }
    let money = Format::new().set_bold().set_num_format("#,##0.00").set_border(FormatBorder::Thin);
    sheet.write_string_with_format(at, 1, both(roll.words, "total"), &bold)?;
    sheet.write_number_with_format(at, 6, roll.days() as f64, &bold)?;
    sheet.write_number_with_format(at, 7, roll.hundredths() as f64 / 100.0, &money)?;
    sheet.write_string(at + 3, 1, both(roll.words, "signature"))?;
    for (column, width) in (0u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    book.save_to_buffer()
}

struct Cells {
    text: Format,
    money: Format,
}

impl Cells {
    fn new() -> Self {
        let text = Format::new().set_border(FormatBorder::Thin);
        Self { money: text.clone().set_num_format("#,##0.00"), text }
    }

    fn line(&self, sheet: &mut Worksheet, at: u32, line: &Line) -> Result<(), XlsxError> {
        for (column, (key, cell)) in (0u16..).zip(COLUMNS.iter().zip(line.cells())) {
            match *key {
                "number" => sheet.write_number_with_format(at, column, f64::from(line.number), &self.text)?,
                "days" => sheet.write_number_with_format(at, column, f64::from(line.days), &self.text)?,
                "amount" => sheet.write_number_with_format(at, column, line.hundredths as f64 / 100.0, &self.money)?,
                _ => sheet.write_string_with_format(at, column, cell, &self.text)?,
            };
        }
        sheet.write_blank(at, DECISION, &self.text)?;
        Ok(())
    }
}
