//! Lists as text: cells between commas, semicolons, tabs or any other sign, one person a line.

mod dialect;
mod records;

use super::grid::Grid;
use super::{Cell, ListError, Sheet, Tally};
use dialect::Dialect;
use records::Records;

/// The character between the cells, and the cells.
pub fn read(text: &str, name: &str, tally: &mut Tally) -> Result<(char, Sheet), ListError> {
    let (dialect, text) = match declared(text) {
        Some((delimiter, rest)) => (Dialect::between(delimiter, rest), rest),
        None => (Dialect::guess(text), text),
    };
    let mut grid = Grid::new(tally);
    let mut records = Records::of(text, dialect);
    let mut fields = Vec::new();
    for number in 1u32.. {
        if !records.next_into(&mut fields) {
            break;
        }
        if fields.iter().all(|field| field.is_empty()) {
            continue;
        }
        grid.row(number)?;
        for (column, field) in fields.iter().enumerate() {
            grid.put(column, Cell::text_of(field))?;
        }
    }
    Ok((dialect.delimiter, grid.finish(name, false)?))
}

/// Spreadsheet programs write "sep=;" as a first line that no one sees, so it is no row.
fn declared(text: &str) -> Option<(char, &str)> {
    let end = text.find(['\n', '\r'])?;
    let (line, rest) = text.split_at(end);
    let line = line.trim_matches('"');
    let sign = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    let mut signs = sign.chars();
    let delimiter = signs.next().filter(|sign| !sign.is_alphanumeric() && !matches!(sign, '"' | '\''))?;
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    signs.next().is_none().then(|| (delimiter, rest.strip_prefix('\n').unwrap_or(rest)))
}
