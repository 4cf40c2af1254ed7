//! A sheet as it is put together, cell by cell, within the bounds.

use super::{Area, COLUMNS, Cell, ListError, ROWS, Row, Sheet};

/// What a file's cells may take in memory, in bytes, with what is held beside them while they are read.
const MEMORY: usize = 150 * 1024 * 1024;

/// So many cells are looked at to empty those that were joined to others.
const JOINED: usize = 5_000_000;

/// What a file holds so far, so that many small things cannot add up to a large one.
#[derive(Default)]
pub struct Tally {
    memory: usize,
}

impl Tally {
    fn add(&mut self, cells: &[Cell]) -> Result<(), ListError> {
        self.take(cost(cells))
    }

    /// Of something else than a row of cells.
    pub fn take(&mut self, bytes: usize) -> Result<(), ListError> {
        self.memory += bytes;
        if self.memory > MEMORY { Err(ListError::TooMuchText) } else { Ok(()) }
    }

    fn give_back(&mut self, cells: &[Cell]) {
        self.memory = self.memory.saturating_sub(cost(cells));
    }
}

/// What a row's cells take in memory, with what the allocator adds.
fn cost(cells: &[Cell]) -> usize {
    let texts = cells.iter().map(|cell| if let Cell::Text(text) = cell { text.len().max(16) + 16 } else { 0 });
    size_of::<Row>() + 16 + size_of_val(cells) + texts.sum::<usize>()
}

pub struct Grid<'t> {
    tally: &'t mut Tally,
    rows: Vec<Row>,
    sorted: bool,
    current: Row,
    merged: Vec<Area>,
}

impl<'t> Grid<'t> {
    pub fn new(tally: &'t mut Tally) -> Self {
        Self { tally, rows: Vec::new(), sorted: true, current: Row::at(0), merged: Vec::new() }
    }

    /// Begins a row, or goes on with one: some programs write column by column.
    pub fn row(&mut self, number: u32) -> Result<(), ListError> {
        if number == self.current.number {
            return Ok(());
        }
        self.end_row(1)?;
        self.current = Row::at(number);
        if self.sorted
            && self.rows.last().is_some_and(|last| last.number >= number)
            && let Ok(at) = self.rows.binary_search_by_key(&number, |row| row.number)
        {
            self.current.hidden = self.rows[at].hidden;
            self.current.cells = std::mem::take(&mut self.rows[at].cells);
            self.tally.give_back(&self.current.cells);
        }
        Ok(())
    }

    /// Of the row that was begun.
    pub fn hide(&mut self) {
        self.current.hidden = true;
    }

    pub fn put(&mut self, column: usize, cell: Cell) -> Result<(), ListError> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= COLUMNS {
            return Err(ListError::TooManyColumns);
        }
        if self.current.cells.len() <= column {
            self.current.cells.resize(column + 1, Cell::Empty);
        }
        self.current.cells[column] = cell;
        Ok(())
    }

    /// Joined cells, as far as the bounds of a sheet reach.
    pub fn join(&mut self, area: Area) {
        let one = area.first_row >= area.last_row && area.first_column >= area.last_column;
        let turned = area.first_row > area.last_row || area.first_column > area.last_column;
        let inside = (1..=ROWS).contains(&area.first_row) && area.first_column < COLUMNS;
        if inside && !one && !turned && self.merged.len() < ROWS as usize {
            let (last_row, last_column) = (area.last_row.min(ROWS), area.last_column.min(COLUMNS - 1));
            self.merged.push(Area { last_row, last_column, ..area });
        }
    }

    /// Ends the row, which stands so many times.
    pub fn end_row(&mut self, times: u32) -> Result<(), ListError> {
        let mut row = std::mem::replace(&mut self.current, Row::at(0));
        if row.cells.is_empty() {
            return Ok(());
        }
        row.cells.shrink_to_fit();
        for _ in 1..times {
            let following = Row { number: row.number.saturating_add(1), ..row.clone() };
            self.push(std::mem::replace(&mut row, following))?;
        }
        self.push(row)
    }

    fn push(&mut self, row: Row) -> Result<(), ListError> {
        match row.number {
            0 => return Err(ListError::Damaged),
            number if number > ROWS => return Err(ListError::TooManyRows),
            _ => self.tally.add(&row.cells)?,
        }
        match self.rows.last() {
            Some(last) if last.number >= row.number => {
                match self.rows.binary_search_by_key(&row.number, |row| row.number) {
                    Ok(at) if self.sorted && self.rows[at].cells.is_empty() => self.rows[at] = row,
                    _ => {
                        self.sorted = false;
                        self.rows.push(row);
                    }
                }
            }
            _ => self.rows.push(row),
        }
        Ok(())
    }

    pub fn finish(mut self, name: &str, hidden: bool) -> Result<Sheet, ListError> {
        self.end_row(1)?;
        if !self.sorted {
            self.rows.sort_by_key(|row| row.number);
            // What a row says twice, nobody can know which is meant.
            if self.rows.windows(2).any(|pair| pair[0].number == pair[1].number) {
                return Err(ListError::Damaged);
            }
        }
        let mut sheet = Sheet { name: base::text::line(name), hidden, rows: self.rows, merged: self.merged };
        empty_joined(&mut sheet);
        sheet.rows.retain(|row| !row.cells.is_empty());
        sheet.rows.shrink_to_fit();
        Ok(sheet)
    }
}

/// What lies under joined cells is not shown by any program, so it is not read as if it were.
fn empty_joined(sheet: &mut Sheet) {
    let mut left = JOINED;
    for area in &sheet.merged {
        let first = sheet.rows.partition_point(|row| row.number < area.first_row);
        for row in sheet.rows[first..].iter_mut().take_while(|row| row.number <= area.last_row) {
            let columns = area.first_column..(area.last_column + 1).min(row.cells.len());
            left = left.saturating_sub(columns.len() + 1);
            if left == 0 {
                return;
            }
            for column in columns {
                if (row.number, column) != (area.first_row, area.first_column) {
                    row.cells[column] = Cell::Empty;
                }
            }
            let filled = row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            row.cells.truncate(filled);
        }
    }
}
