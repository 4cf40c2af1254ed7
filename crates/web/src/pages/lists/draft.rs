//! A list that somebody has handed in and is still looking at: in memory, with the sign-in that brought it.

use base::{Date, ListId};
use casework::lists::{Handed, Recognised};
use papers::{Book, Cell, Layout, Reading, Sheet, list};
use std::collections::BTreeMap;

pub struct Draft {
    book: Book,
    pub sheet: usize,
    layout: Layout,
    pub sender: String,
    /// The list that this one is a newer version of.
    pub previous: Option<ListId>,
    /// Whether the columns are known from an earlier list of the sender.
    pub recognised: bool,
    pub stage: Stage,
    /// Cells as the file had them, where they were corrected.
    original: BTreeMap<(u32, usize), Cell>,
    readings: Vec<Reading>,
    /// The day on which the readings were made; none while they are out of date.
    read_on: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Somebody is looking at it.
    Open,
    /// It is being sealed.
    Sealing,
    /// It is kept, under this id.
    Kept(ListId),
    /// It could not be kept; nobody was registered.
    Failed,
}

impl Draft {
    pub fn new(book: Book, sender: String) -> Draft {
        let sheet = book.largest();
        let layout = Layout::guess(&book.sheets[sheet]);
        Draft {
            book,
            sheet,
            layout,
            sender,
            previous: None,
            recognised: false,
            stage: Stage::Open,
            original: BTreeMap::new(),
            readings: Vec::new(),
            read_on: None,
        }
    }

    pub fn sheets(&self) -> &[Sheet] {
        &self.book.sheets
    }

    pub fn sheet(&self) -> &Sheet {
        &self.book.sheets[self.sheet]
    }

    pub fn choose_sheet(&mut self, sheet: usize) {
        self.sheet = sheet;
        self.original.clear();
        self.layout = Layout::guess(self.sheet());
        self.previous = None;
        self.recognised = false;
        self.read_on = None;
    }

    /// Other rows than the guessed ones hold the headings.
    pub fn choose_header(&mut self, header: Option<u32>) {
        self.layout = Layout::guess_below(self.sheet(), header);
        self.read_on = None;
        self.recognised = false;
    }

    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The layout, to be changed.
    pub fn relay(&mut self) -> &mut Layout {
        self.read_on = None;
        &mut self.layout
    }

    pub fn learn_order(&mut self) {
        self.read_on = None;
        self.layout.learn_order(&self.book.sheets[self.sheet]);
    }

    /// What is known of the sender fills in what nobody has said yet.
    pub fn recognise(&mut self, known: Option<Recognised>) {
        let Some(known) = known else { return };
        self.read_on = None;
        self.sender = known.sender.name.clone();
        self.recognised = known.layout != self.layout || known.previous.is_some();
        self.layout = known.layout;
        self.previous = known.previous;
    }

    /// Puts other content into cells of a row.
    pub fn correct(&mut self, number: u32, cells: &[(usize, String)]) {
        self.read_on = None;
        let rows = &mut self.book.sheets[self.sheet].rows;
        let Ok(at) = rows.binary_search_by_key(&number, |row| row.number) else { return };
        let mut original = Vec::new();
        for (column, text) in cells {
            casework::lists::put(&mut rows[at].cells, &mut original, *column, text);
        }
        for (column, cell) in original {
            self.original.entry((number, column)).or_insert(cell);
        }
    }

    pub fn corrected(&self, row: u32, column: usize) -> bool {
        self.original.contains_key(&(row, column))
    }

    pub fn corrections(&self) -> usize {
        self.original.len()
    }

    /// Reads the rows as persons, unless they were read as they are.
    pub fn read(&mut self, today: Date) {
        if self.read_on.replace(today) == Some(today) {
            return;
        }
        self.readings = list::read(&self.book.sheets[self.sheet], &self.layout, today);
    }

    pub fn readings(&self) -> &[Reading] {
        &self.readings
    }

    /// How many rows of the sheet were hidden.
    pub fn hidden_rows(&self) -> usize {
        self.sheet().rows.iter().filter(|row| row.hidden).count()
    }

    /// Hands the list over; what stays is an empty shell.
    pub fn hand_over(&mut self) -> Handed {
        let readings = std::mem::take(&mut self.readings);
        Handed {
            sender: self.sender.clone(),
            format: self.book.format,
            sheet: std::mem::take(&mut self.book.sheets[self.sheet]),
            layout: std::mem::take(&mut self.layout),
            original: std::mem::take(&mut self.original),
            previous: self.previous,
            read: self.read_on.take().map(|day| (day, readings)),
        }
    }
}
