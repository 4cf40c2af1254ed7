//! `safeconduct import FILE`: a list of people, from the command line.

use crate::prompt::{Who, enter, progress};
use crate::{Place, edge};
use access::command;
use anyhow::{Context, Result, bail};
use base::{CaseCode, Country};
use casework::registry::{ListRow, Taken, take_in};
use papers::sheet::{column_of, letters};
use papers::{Book, DateOrder, Layout, Meaning, Outcome, Reading, Sheet, list};
use std::path::PathBuf;
use store::Store;

#[derive(clap::Args)]
pub struct Import {
    /// A CSV or XLSX file.
    file: PathBuf,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    who: Who,
    /// The sheet to read; the one with the most rows when not given.
    #[arg(long)]
    sheet: Option<String>,
    /// Says what a column holds, as in "C=birth". Meanings are printed by --dry-run.
    #[arg(long = "column", value_name = "LETTER=MEANING")]
    columns: Vec<String>,
    /// The nationality of everybody on the list, when no column says it.
    #[arg(long)]
    nationality: Option<String>,
    /// The order of day and month in the file: day-first, month-first, year-first.
    #[arg(long)]
    date_order: Option<String>,
    /// Only shows how the file is read; registers nobody and asks for no passphrase.
    #[arg(long)]
    dry_run: bool,
}

/// Rows in one transaction.
const BATCH: usize = 100;

impl Import {
    pub fn run(self) -> Result<()> {
        let bytes = std::fs::read(&self.file).with_context(|| "The file cannot be read. Nothing was registered.")?;
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let book = Book::read(&bytes, &name)?;
        let sheet = self.sheet_of(&book)?;
        let layout = self.layout(sheet)?;
        let readings = list::read(sheet, &layout, edge::now().local_date());
        describe(&layout);
        if self.dry_run {
            for reading in &readings {
                if let Outcome::NeedsALook(why) | Outcome::NotAPerson(why) = &reading.outcome {
                    println!("row {:>6}  {why}", reading.row);
                }
            }
            let persons = readings.iter().filter(|r| matches!(r.outcome, Outcome::Person(..))).count();
            println!("{persons} persons in {} rows. Nobody was registered.", readings.len());
            return Ok(());
        }
        self.register(sheet, &layout, readings)
    }

    fn sheet_of<'b>(&self, book: &'b Book) -> Result<&'b Sheet> {
        let found = match &self.sheet {
            Some(name) => book.sheets.iter().find(|sheet| sheet.name == *name),
            None => book.sheets.get(book.largest()),
        };
        found.context("There is no such sheet in the file. Nothing was registered.")
    }

    /// The guess, with what the command line knows better.
    fn layout(&self, sheet: &Sheet) -> Result<Layout> {
        let mut layout = Layout::guess(sheet);
        for column in &self.columns {
            let (letter, meaning) =
                column.split_once('=').context("A column is given as LETTER=MEANING, as in C=birth.")?;
            let index = column_of(letter).with_context(|| format!("{letter} is no column."))?;
            let meaning = Meaning::from_key(meaning)
                .with_context(|| format!("{meaning} is no meaning. There are: {}.", meanings()))?;
            let column = layout
                .columns
                .iter_mut()
                .find(|c| c.index == index)
                .with_context(|| format!("The list has no column {letter}."))?;
            column.meaning = meaning;
        }
        if !self.columns.is_empty() {
            layout.learn_order(sheet);
        }
        if let Some(nationality) = &self.nationality {
            layout.nationality =
                Some(Country::read(nationality).with_context(|| format!("{nationality} is no country."))?);
        }
        if let Some(order) = &self.date_order {
            layout.order = DateOrder::from_key(order).with_context(|| format!("{order} is no order of dates."))?;
        }
        Ok(layout)
    }

    fn register(&self, sheet: &Sheet, layout: &Layout, readings: Vec<Reading>) -> Result<()> {
        let store = Store::open(&self.place.dir)?;
        let mut keys = enter(&store, &self.who)?;
        let bar = progress(readings.len() as u64, "Registering");
        let (mut registered, mut already, mut look, mut others) = (0, 0, 0, 0);
        let total = readings.len();
        for batch in readings.chunks(BATCH) {
            let rows: Vec<ListRow> = batch.iter().filter_map(|reading| list_row(sheet, layout, reading)).collect();
            let taken = command(&store, &mut keys, edge::now(), &mut edge::rng(), |cx| take_in(cx, rows))?;
            let mut taken = taken.into_iter();
            for reading in batch {
                let line = match &reading.outcome {
                    Outcome::Person(..) => match taken.next() {
                        Some(Taken::Registered(case)) => {
                            registered += 1;
                            format!("registered          {}", CaseCode::of(case))
                        }
                        Some(Taken::Already(case)) => {
                            already += 1;
                            format!("already registered  {}", CaseCode::of(case))
                        }
                        None => bail!("A row got no answer. Import the list again: what is registered stays as it is."),
                    },
                    Outcome::NeedsALook(why) => {
                        look += 1;
                        format!("needs a look        {why}")
                    }
                    Outcome::NotAPerson(why) => {
                        others += 1;
                        format!("not a person        {why}")
                    }
                };
                bar.suspend(|| println!("row {:>6}  {line}", reading.row));
            }
            bar.inc(batch.len() as u64);
        }
        bar.finish_and_clear();
        println!(
            "\n{total} rows: {registered} registered, {already} already registered, {look} need a look, {others} not a person."
        );
        Ok(())
    }
}

/// A person's row with its cells, without running numbers.
fn list_row(sheet: &Sheet, layout: &Layout, reading: &Reading) -> Option<ListRow> {
    let Outcome::Person(arrival, _) = &reading.outcome else { return None };
    let row = sheet.rows.iter().find(|row| row.number == reading.row)?;
    Some(ListRow { row: reading.row, cells: layout.identifying_cells(row), arrival: arrival.as_ref().clone() })
}

fn describe(layout: &Layout) {
    match layout.header {
        Some(header) => println!("The headings are in row {header}."),
        None => println!("No row of headings was found."),
    }
    for column in &layout.columns {
        println!("  {:<3} {:<28} {}", letters(column.index), column.heading, column.meaning.key());
    }
    let nationality = layout.nationality.map_or("as each row says", |country| country.name("en"));
    println!("Nationality: {nationality}. Dates: {}.\n", layout.order.key());
}

fn meanings() -> String {
    Meaning::ALL.iter().map(|meaning| meaning.key()).collect::<Vec<_>>().join(", ")
}
