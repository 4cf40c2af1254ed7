//! The tables of a web page. Many offices' systems write one and call it .xls, and spreadsheet programs open
//! it as if it were. Everything in it is text.

use super::clean::add;
use super::grid::Grid;
use super::xml::{Element, Event, Events};
use super::{Area, COLUMNS, Cell, ListError, Sheet, Tally};

/// Each table is a sheet. Tables in tables are for looks, and what is meant by them is not guessed.
pub fn read(text: &str, name: &str, tally: &mut Tally) -> Result<Vec<Sheet>, ListError> {
    let mut events = Events::of(text.as_bytes());
    let mut sheets: Vec<Sheet> = Vec::new();
    while let Some(event) = events.next() {
        let Event::Open(element) = event else { continue };
        match &*element.name.to_ascii_lowercase() {
            "table" => {
                let number = sheets.len() + 1;
                let named = if number == 1 { name.to_owned() } else { format!("{name} {number}") };
                let sheet = Table::new(tally).read(&mut events, &named)?;
                if !sheet.rows.is_empty() {
                    sheets.push(sheet);
                }
            }
            "script" => events.skip("script"),
            "style" => events.skip("style"),
            _ => {}
        }
    }
    if sheets.is_empty() { Err(ListError::WebPage) } else { Ok(sheets) }
}

struct Table<'t> {
    grid: Grid<'t>,
    row: u32,
    column: usize,
    /// For every column up to which row a cell from above reaches.
    reaches: Vec<u32>,
    /// The text of the cell that is open, and how many columns and rows it has.
    cell: Option<(String, usize, u32)>,
}

impl<'t> Table<'t> {
    fn new(tally: &'t mut Tally) -> Self {
        Self { grid: Grid::new(tally), row: 0, column: 0, reaches: vec![0; COLUMNS + 1], cell: None }
    }

    /// Reads on to the end of the table. Cells and rows may end without saying so.
    fn read(mut self, events: &mut Events<&[u8]>, name: &str) -> Result<Sheet, ListError> {
        while let Some(event) = events.next() {
            match event {
                Event::Open(element) => match &*element.name.to_ascii_lowercase() {
                    "table" => return Err(ListError::WebPage),
                    "tr" => self.begin_row(&element)?,
                    "td" | "th" => self.begin_cell(&element)?,
                    "br" | "p" | "div" | "li" => self.write("\n"),
                    "script" => events.skip("script"),
                    "style" => events.skip("style"),
                    _ => {}
                },
                Event::Text(text) => {
                    // Line breaks of the page's source are none of its text.
                    for (at, word) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
                        if at > 0 {
                            self.write(" ");
                        }
                        self.write(word);
                    }
                }
                Event::Close(name_of) => match &*name_of.to_ascii_lowercase() {
                    "td" | "th" | "tr" => self.end_cell()?,
                    "table" => {
                        self.end_cell()?;
                        return self.grid.finish(name, false);
                    }
                    _ => {}
                },
            }
        }
        // A page that breaks off within its table was not fully copied.
        Err(ListError::Damaged)
    }

    fn begin_row(&mut self, element: &Element) -> Result<(), ListError> {
        self.end_cell()?;
        self.row = self.row.saturating_add(1);
        self.column = 0;
        self.grid.row(self.row)?;
        let style = element.attribute("style").unwrap_or_default();
        if style.replace(' ', "").to_ascii_lowercase().contains("display:none") {
            self.grid.hide();
        }
        Ok(())
    }

    fn begin_cell(&mut self, element: &Element) -> Result<(), ListError> {
        self.end_cell()?;
        if self.row == 0 {
            self.row = 1;
            self.grid.row(1)?;
        }
        let columns = element.number("colspan").unwrap_or(1).clamp(1, COLUMNS);
        let rows = element.number("rowspan").unwrap_or(1).max(1);
        self.cell = Some((String::new(), columns, rows));
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if let Some((cell, ..)) = &mut self.cell
            && !(text == " " && cell.ends_with([' ', '\n']))
        {
            add(cell, text);
        }
    }

    fn end_cell(&mut self) -> Result<(), ListError> {
        let Some((text, columns, rows)) = self.cell.take() else {
            return Ok(());
        };
        while self.reaches.get(self.column).is_some_and(|row| *row >= self.row) {
            self.column += 1;
        }
        let last_row = self.row.saturating_add(rows - 1);
        let last_column = self.column + columns - 1;
        self.grid.put(self.column, Cell::text_of(&text))?;
        self.grid.join(Area { first_row: self.row, last_row, first_column: self.column, last_column });
        for reach in self.reaches.iter_mut().take(last_column + 1).skip(self.column) {
            *reach = last_row;
        }
        self.column = (last_column + 1).min(COLUMNS);
        Ok(())
    }
}
