//! What somebody says of a file beyond what it shows itself: from the command line, or with a request.

use base::Country;
use papers::sheet::column_of;
use papers::{Book, DateOrder, Layout, Meaning, Sheet};

#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The sheet to read; the one with the most rows when not said.
    pub sheet: Option<String>,
    /// The row with the headings; 0 when there is none.
    pub header: Option<u32>,
    /// What columns hold, each as "C=birth".
    pub columns: Vec<String>,
    /// The nationality of everybody on the list.
    pub nationality: Option<String>,
    /// A key of `DateOrder`.
    pub date_order: Option<String>,
}

/// A sentence for whoever said it.
type Result<T> = std::result::Result<T, String>;

impl Said {
    pub fn sheet_of(&self, book: &mut Book) -> Result<Sheet> {
        let found = match &self.sheet {
            Some(name) => book.sheets.iter().position(|sheet| sheet.name == *name),
            None => Some(book.largest()),
        };
        let found = found.filter(|at| *at < book.sheets.len());
        let found = found.ok_or("There is no such sheet in the file. Nothing was registered.")?;
        Ok(book.sheets.swap_remove(found))
    }

    pub fn guess(&self, sheet: &Sheet) -> Layout {
        match self.header {
            None => Layout::guess(sheet),
            Some(header) => Layout::guess_below(sheet, (header > 0).then_some(header)),
        }
    }

    /// The layout, with what was said put over it.
    pub fn over(&self, mut layout: Layout, sheet: &Sheet) -> Result<Layout> {
        for column in &self.columns {
            let said = column.split_once('=').ok_or("A column is given as LETTER=MEANING, as in C=birth.")?;
            let index = column_of(said.0).ok_or_else(|| format!("{} is no column.", said.0))?;
            let meaning = Meaning::from_key(said.1)
                .ok_or_else(|| format!("{} is no meaning. There are: {}.", said.1, meanings()))?;
            let column = layout.columns.iter_mut().find(|column| column.index == index);
            column.ok_or_else(|| format!("The list has no column {}.", said.0))?.meaning = meaning;
        }
        if !self.columns.is_empty() {
            layout.learn_order(sheet);
        }
        if let Some(said) = &self.nationality {
            layout.nationality = Some(Country::read(said).ok_or_else(|| format!("{said} is no country."))?);
        }
        if let Some(said) = &self.date_order {
            layout.order = DateOrder::from_key(said).ok_or_else(|| format!("{said} is no order of dates."))?;
        }
        Ok(layout)
    }
}

fn meanings() -> String {
    Meaning::ALL.iter().map(|meaning| meaning.key()).collect::<Vec<_>>().join(", ")
}
