//! Rows of a table, by the names of their columns, with a sentence for whatever is wrong with one.

use crate::Date;
use std::fmt;

/// Something that is wrong with a file, for whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub file: String,
    /// As a text editor counts lines: the headings are row 1. 0 where it is about the whole file.
    pub row: u64,
    /// Empty where it is about the whole row.
    pub column: String,
    /// What is wrong, and what to do.
    pub sentence: String,
}

impl Trouble {
    pub fn new(file: &str, row: u64, column: &str, sentence: impl Into<String>) -> Trouble {
        Trouble { file: file.to_owned(), row, column: column.to_owned(), sentence: sentence.into() }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.row > 0 {
            write!(f, ", row {}", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, ", column {}", self.column)?;
        }
        write!(f, ": {}", self.sentence)
    }
}

/// One row of a table.
pub struct Row<'t> {
    file: &'t str,
    pub number: u64,
    columns: &'t [&'static str],
    record: csv::StringRecord,
}

impl Row<'_> {
    /// Empty where the cell is.
    pub fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|known| *known == column);
        at.and_then(|at| self.record.get(at)).unwrap_or_default().trim()
    }

    pub fn wrong(&self, column: &str, sentence: impl Into<String>) -> Trouble {
        Trouble::new(self.file, self.number, column, sentence)
    }

    /// A cell that may not be empty.
    pub fn full(&self, column: &str) -> Result<String, Trouble> {
        match self.get(column) {
            "" => Err(self.wrong(column, "This cell is empty. Fill it in.")),
            text => Ok(text.to_owned()),
        }
    }

    pub fn yes(&self, column: &str) -> Result<bool, Trouble> {
        match self.get(column) {
            "yes" => Ok(true),
            "" | "no" => Ok(false),
            other => Err(self.wrong(column, format!("“{other}” is neither yes nor empty. Write one of them."))),
        }
    }

    pub fn number<N: std::str::FromStr>(&self, column: &str) -> Result<N, Trouble> {
        let text = self.get(column);
        text.parse().map_err(|_| self.wrong(column, format!("“{text}” is not a number that fits here.")))
    }

    /// A number, or `None` where the cell is empty.
    pub fn perhaps<N: std::str::FromStr>(&self, column: &str) -> Result<Option<N>, Trouble> {
        if self.get(column).is_empty() { Ok(None) } else { self.number(column).map(Some) }
    }

    /// A day alone, without a time after it.
    pub fn date(&self, column: &str) -> Result<Date, Trouble> {
        let text = self.get(column);
        let day = (text.len() == 10).then(|| text.parse().ok()).flatten();
        day.ok_or_else(|| self.wrong(column, format!("“{text}” is no day. Write it as in 2026-01-31.")))
    }
}

/// The rows of a table with exactly these headings. Rows that are no rows are said, and left out.
pub fn rows<'t>(file: &'t str, text: &str, columns: &'t [&'static str], troubles: &mut Vec<Trouble>) -> Vec<Row<'t>> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    if !reader.headers().is_ok_and(|headings| headings.iter().eq(columns.iter().copied())) {
        let says = format!("The headings are not the ones of this table. Write: {}.", columns.join(","));
        troubles.push(Trouble::new(file, 1, "", says));
        return Vec::new();
    }
    let mut rows = Vec::new();
    for record in reader.into_records() {
        match record {
            Ok(record) if record.len() == columns.len() => {
                let number = record.position().map_or(0, csv::Position::line);
                rows.push(Row { file, number, columns, record });
            }
            Ok(record) => {
                let says = format!(
                    "The row has {} cells instead of {}. Put texts that hold a comma between double quotation marks.",
                    record.len(),
                    columns.len()
                );
                troubles.push(Trouble::new(file, record.position().map_or(0, csv::Position::line), "", says));
            }
            Err(_) => {
                let says = "A row is not written as CSV in UTF-8. Save the table again as “CSV UTF-8”.";
                troubles.push(Trouble::new(file, 0, "", says));
            }
        }
    }
    rows
}

/// The parts of a cell that holds several values.
pub fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}
