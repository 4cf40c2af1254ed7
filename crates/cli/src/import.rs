//! `safeconduct import FILE`: a list of people, from the command line.

use crate::prompt::{Who, enter, progress};
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use access::{Cx, Keyring, command};
use anyhow::{Context, Error, Result, bail};
use base::{CaseCode, ListId};
use casework::lists::{self, Became, Handed, Intake, Step, StoredRow};
use papers::sheet::{Format, letters};
use papers::{Book, Layout, Outcome, Sheet, list};
use std::collections::BTreeMap;
use std::path::PathBuf;
use store::Store;
use web::api::said::Said;
use web::api::shapes::{List, Understood};
use web::tongue::Tongue;
use web::words::Words;

#[derive(clap::Args)]
pub struct Import {
    /// A spreadsheet: XLSX, XLS, ODS or CSV; or cases of another system in HTCDS 2.0 (JSON).
    file: PathBuf,
    #[command(flatten)]
    place: Place,
    /// The name you sign in with; not needed to look only.
    #[arg(long = "as", value_name = "NAME", required_unless_present = "dry_run")]
    name: Option<String>,
    /// Who sends the list; their next one is understood the same way.
    #[arg(long, default_value = "")]
    sender: String,
    /// Do not look for the version before: everybody on it is new.
    #[arg(long)]
    new_list: bool,
    /// The sheet to read; the one with the most rows when not given.
    #[arg(long)]
    sheet: Option<String>,
    /// The row with the headings; 0 when there is none.
    #[arg(long)]
    header: Option<u32>,
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
    /// Prints JSON for programs. It holds names in clear.
    #[arg(long)]
    json: bool,
}

impl Import {
    pub fn run(self) -> Result<()> {
        let bytes = std::fs::read(&self.file).with_context(|| "The file cannot be read. Nothing was registered.")?;
        if casework::htcds::is_json(&bytes) {
            let name = self.name.as_deref();
            return crate::htcds::import(&bytes, &self.place, name, &self.sender, self.json);
        }
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut book = Book::read(&bytes, &name)?;
        drop(bytes);
        let said = self.said();
        let sheet = said.sheet_of(&mut book).map_err(Error::msg)?;
        let guess = said.guess(&sheet);
        if self.dry_run {
            return self.show(book.format, &sheet, said.over(guess, &sheet).map_err(Error::msg)?);
        }
        let store = open_to_write(&self.place)?;
        let mut keys = enter(&store, &Who { name: self.name.clone().unwrap_or_default() })?;
        let mut desk = Desk { store: &store, keys: &mut keys };
        let known = desk.run(|cx| lists::recognise(cx, &self.sender, &guess))?;
        let (sender, previous, guess) = match known {
            Some(known) => (known.sender.name, known.previous.filter(|_| !self.new_list), known.layout),
            None if self.sender.is_empty() => ("Sender without a name".to_owned(), None, guess),
            None => (self.sender.clone(), None, guess),
        };
        let layout = said.over(guess, &sheet).map_err(Error::msg)?;
        if !self.json {
            describe(&sheet, &layout);
        }
        let handed =
            Handed { sender, format: book.format, sheet, layout, original: BTreeMap::new(), previous, read: None };
        let intake = desk.run(|cx| lists::receive(cx, handed))?;
        let list = intake.list;
        desk.take_in(intake, self.json)?;
        desk.report(list, self.json)
    }

    fn said(&self) -> Said {
        Said {
            sheet: self.sheet.clone(),
            header: self.header,
            columns: self.columns.clone(),
            nationality: self.nationality.clone(),
            date_order: self.date_order.clone(),
        }
    }

    /// How the file is read, and nothing more.
    fn show(&self, format: Format, sheet: &Sheet, layout: Layout) -> Result<()> {
        let readings = list::read(sheet, &layout, edge::now().local_date());
        let understood = Understood::of(format, sheet, &layout, &readings);
        if self.json {
            return print_json(&understood);
        }
        describe(sheet, &layout);
        for reading in &readings {
            if let Outcome::NeedsALook(why) | Outcome::NotAPerson(why) = &reading.outcome {
                println!("row {:>6}  {why}", reading.row);
            }
        }
        println!("{} persons in {} rows. Nobody was registered.", understood.counts["person"], readings.len());
        Ok(())
    }
}

/// The registry as one member opens it.
struct Desk<'a> {
    store: &'a Store,
    keys: &'a mut Keyring,
}

impl Desk<'_> {
    fn run<T>(&mut self, work: impl FnOnce(&mut Cx) -> access::Result<T>) -> Result<T> {
        Ok(command(self.store, self.keys, edge::now(), &mut edge::rng(), work)?)
    }

    fn take_in(&mut self, mut intake: Intake, quiet: bool) -> Result<()> {
        let bar = progress(intake.total() as u64, "Registering");
        if quiet {
            bar.set_draw_target(indicatif::ProgressDrawTarget::hidden());
        }
        let mut step = Step::More;
        while step == Step::More {
            bar.set_position(intake.done() as u64);
            step = self.run(|cx| intake.step(cx))?;
        }
        bar.finish_and_clear();
        if step == Step::Stopped {
            bail!("Somebody stopped the list. Who is registered stays so; import it again to go on.");
        }
        Ok(())
    }

    fn report(&mut self, list: ListId, json: bool) -> Result<()> {
        let received = self.run(|cx| lists::one(cx, list))?;
        let (_, rows) = self.run(|cx| lists::rows(cx, list, None, 0, usize::MAX >> 1))?;
        let gone = self.run(|cx| lists::vanished(cx, list))?;
        if json {
            let words = Words { tongue: Tongue::english(), today: edge::now().local_date() };
            let rows: Vec<_> = rows.iter().map(|row| web::api::shapes::Became::of(row, &words)).collect();
            let gone: Vec<String> = gone.iter().filter_map(code).collect();
            return print_json(&serde_json::json!({ "list": List::of(&received), "rows": rows, "gone": gone }));
        }
        for row in &rows {
            println!("row {:>6}  {}", row.number, line(row));
        }
        let counts: Vec<String> =
            received.counts.0.iter().map(|(became, count)| format!("{count} {}", words_of(*became))).collect();
        println!("\n{} rows: {}.", received.counts.total(), counts.join(", "));
        if !gone.is_empty() {
            println!("{} people of the version before are not on this list. They stay registered.", gone.len());
        }
        Ok(())
    }
}

fn code(row: &StoredRow) -> Option<String> {
    row.case.map(|case| CaseCode::of(case).to_string())
}

fn words_of(became: Became) -> &'static str {
    match became {
        Became::Waiting => "waiting",
        Became::Registered => "registered",
        Became::Changed => "updated",
        Became::Already => "already registered",
        Became::Look => "need a look",
        Became::NotAPerson => "not a person",
        Became::Replaced => "came again",
    }
}

fn line(row: &StoredRow) -> String {
    let changed = row.content.notes.changes.iter().map(|change| change.to.field().key());
    let said: Vec<String> = match row.became {
        Became::Registered | Became::Already => code(row).into_iter().collect(),
        Became::Changed => code(row).into_iter().chain(changed.map(str::to_owned)).collect(),
        _ => row.content.notes.why().map(|why| why.to_string()).into_iter().collect(),
    };
    format!("{:<19} {}", words_of(row.became), said.join(" "))
}

fn print_json(value: &impl serde::Serialize) -> Result<()> {
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, value).context("The output could not be written.")?;
    println!();
    Ok(())
}

fn describe(sheet: &Sheet, layout: &Layout) {
    match layout.header {
        Some(header) => println!("The headings are in row {header}."),
        None => println!("No row of headings was found."),
    }
    for column in &layout.columns {
        println!("  {:<3} {:<28} {}", letters(column.index), column.heading, column.meaning.key());
    }
    let nationality = layout.nationality.map_or("as each row says", |country| country.name("en"));
    println!("Nationality: {nationality}. Dates: {}.", layout.order.key());
    let hidden = sheet.rows.iter().filter(|row| row.hidden).count();
    if hidden > 0 {
        println!("{hidden} rows are hidden in the file. They are read like the others.");
    }
    println!();
}
