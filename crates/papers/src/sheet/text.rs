//! Lists as text: cells between commas, semicolons, tabs or bars, one person a line.

use super::{COLUMNS, Cell, ListError, Row, Sheet, Tally};

const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// The longest text a spreadsheet program writes into one cell.
const LONGEST_QUOTED: usize = 32_767;

/// More lines than this in one cell mean that a quotation mark was never closed.
const LINES_QUOTED: usize = 20;

/// The character between the cells, and the cells.
pub fn read(text: &str) -> Result<(char, Sheet), ListError> {
    let (delimiter, text) = declared(text).unwrap_or_else(|| (guess(text), text));
    let mut tally = Tally::default();
    let mut rows = Vec::new();
    let records = Records { rest: text, delimiter };
    for (number, fields) in (1u32..).zip(records) {
        let cells = fields.into_iter().map(Cell::text_of).collect();
        if let Some(row) = Row::checked(number, cells, &mut tally)? {
            rows.push(row);
        }
    }
    Ok((delimiter, Sheet { rows, ..Sheet::default() }))
}

/// Spreadsheet programs write "sep=;" as a first line that no one sees, so it is no row.
fn declared(text: &str) -> Option<(char, &str)> {
    let (line, rest) = text.split_once('\n')?;
    let line = line.trim_end_matches('\r').to_ascii_lowercase();
    let delimiter = line.strip_prefix("sep=")?.chars().next()?;
    DELIMITERS.contains(&delimiter).then_some((delimiter, rest))
}

/// The delimiter that cuts most lines into the same number of cells.
fn guess(text: &str) -> char {
    let score = |delimiter: char| {
        let widths: Vec<usize> =
            Records { rest: text, delimiter }.take(200).map(|fields| fields.len()).filter(|width| *width > 1).collect();
        let mut sorted = widths.clone();
        sorted.sort_unstable();
        let usual = sorted.get(sorted.len() / 2).copied().unwrap_or(0);
        let alike = widths.iter().filter(|width| **width == usual).count();
        (alike * usual.min(8), usual)
    };
    // Of equals the first is taken, so that a list of one column is read with commas.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(',')
}

/// Records of a delimited text; an empty line is a record too, as a spreadsheet numbers it.
struct Records<'a> {
    rest: &'a str,
    delimiter: char,
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut fields = Vec::new();
        loop {
            let field = self.field();
            if fields.len() <= COLUMNS * 2 {
                fields.push(field);
            } else if !field.is_empty() {
                // Far too wide already: what stands there only has to be seen, not kept.
                fields[COLUMNS * 2] = field;
            }
            let mut chars = self.rest.chars();
            match chars.next() {
                Some(c) if c == self.delimiter => self.rest = chars.as_str(),
                Some('\r') => {
                    self.rest = chars.as_str().strip_prefix('\n').unwrap_or(chars.as_str());
                    return Some(fields);
                }
                Some(_) => {
                    self.rest = chars.as_str();
                    return Some(fields);
                }
                None => return Some(fields),
            }
        }
    }
}

impl<'a> Records<'a> {
    /// One cell; what follows is a delimiter, an end of line or nothing.
    fn field(&mut self) -> String {
        if let Some((field, rest)) = self.quoted() {
            self.rest = rest;
            return field;
        }
        let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
        let (field, rest) = self.rest.split_at(end);
        self.rest = rest;
        field.to_owned()
    }

    /// A cell in quotation marks. A mark that is not closed properly is part of the text, as in
    /// `"Ali" Hassan`: otherwise it would swallow the people that follow.
    fn quoted(&self) -> Option<(String, &'a str)> {
        let mut chars = self.rest.strip_prefix('"')?.chars();
        let mut field = String::new();
        let mut lines = 0;
        loop {
            match chars.next()? {
                '"' if chars.as_str().starts_with('"') => {
                    chars.next();
                    field.push('"');
                }
                '"' => break,
                c => {
                    lines += usize::from(c == '\n');
                    field.push(c);
                }
            }
            if lines > LINES_QUOTED || field.len() > LONGEST_QUOTED * 4 {
                return None;
            }
        }
        let rest = chars.as_str();
        let closed = rest.is_empty() || rest.starts_with([self.delimiter, '\n', '\r']);
        closed.then_some((field, rest))
    }
}
