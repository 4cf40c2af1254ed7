//! A long list from its bytes to its last durable row: read, sealed, signed, committed, as `safeconduct import`
//! and the pages do it.

use super::figure;
use super::machine::{self, processor_seconds, resident_megabytes};
use super::office::{office, varied};
use crate::edge::{self, timed};
use crate::people::{Invented, invented};
use access::{Cx, Keyring, command};
use anyhow::Result;
use base::Arrival;
use casework::lists::{self, Became, Handed, Step};
use papers::table::{self, Table};
use papers::{Book, Layout};
use std::collections::BTreeMap;
use std::process::Command;
use store::Store;

#[derive(clap::Args)]
pub struct Import {
    /// How many rows the CSV list has.
    #[arg(long, default_value_t = 100_000)]
    csv_rows: usize,
    /// How many rows the XLSX list has.
    #[arg(long, default_value_t = 20_000)]
    xlsx_rows: usize,
    /// Only one of the lists: csv or xlsx. Each is measured in a process of its own, so that neither finds
    /// memory that the other has left.
    #[arg(long)]
    only: Option<String>,
}

impl Import {
    pub fn run(self) -> Result<()> {
        let people = invented()?;
        match self.only.as_deref() {
            Some("csv") => {
                let bytes = table::csv(&list(&people, self.csv_rows));
                one(&format!("CSV, {} rows", self.csv_rows), &bytes, self.csv_rows, 5_000)
            }
            Some(_) => {
                let bytes = table::xlsx(&list(&people, self.xlsx_rows), "List")?;
                one(&format!("XLSX, {} rows", self.xlsx_rows), &bytes, self.xlsx_rows, 3_000)
            }
            None => ["csv", "xlsx"].into_iter().try_for_each(|only| self.in_own_process(only)),
        }
    }

    fn in_own_process(&self, only: &str) -> Result<()> {
        let (csv, xlsx) = (self.csv_rows.to_string(), self.xlsx_rows.to_string());
        let status = Command::new(std::env::current_exe()?)
            .args(["bench", "import", "--only", only, "--csv-rows", &csv, "--xlsx-rows", &xlsx])
            .status()?;
        anyhow::ensure!(status.success(), "The measurement of the {only} list did not end well.");
        Ok(())
    }
}

/// One list into a fresh registry of its own.
fn one(name: &str, bytes: &[u8], rows: usize, wanted: usize) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (store, mut keys, _) = office(&folder.path().join("registry"))?;
    let idle = resident_megabytes(std::process::id())?;
    machine::forget_peak()?;
    let before = processor_seconds()?;
    let (taken, wall) = timed(|| take_in(&store, &mut keys, bytes));
    let (registered, read) = taken?;
    let work = processor_seconds()? - before;
    let peak = machine::peak_megabytes()? - idle;
    let all = rows as f64;
    println!("{name}");
    figure("registered", registered.to_string(), &format!("{rows}"));
    figure("of this read and understood", format!("{read:.2} s"), "");
    figure(
        "rows a second, from the bytes to the last durable row",
        format!("{:.0}", all / wall),
        &format!("≥ {wanted}"),
    );
    figure("processor time of one row", format!("{:.0} µs", work / all * 1e6), "");
    figure("memory above idle, at most", format!("{peak:.0} MB"), "≤ 300 MB");
    Ok(())
}

/// How many people were registered, and the seconds before the first of them was.
pub fn take_in(store: &Store, keys: &mut Keyring, bytes: &[u8]) -> Result<(usize, f64)> {
    let (handed, read) = timed(|| {
        let mut book = Book::read(bytes, "list")?;
        let sheet = book.sheets.swap_remove(0);
        let layout = Layout::guess(&sheet);
        let sender = "Desk of the bench".to_owned();
        let original = BTreeMap::new();
        Ok::<_, anyhow::Error>(Handed {
            sender,
            format: book.format,
            sheet,
            layout,
            original,
            previous: None,
            read: None,
        })
    });
    let handed = handed?;
    let mut intake = run(store, keys, |cx| lists::receive(cx, handed))?;
    while run(store, keys, |cx| intake.step(cx))? == Step::More {}
    let counts = run(store, keys, |cx| lists::one(cx, intake.list))?.counts;
    Ok((counts.of(Became::Registered), read))
}

fn run<T>(store: &Store, keys: &mut Keyring, work: impl FnOnce(&mut Cx) -> access::Result<T>) -> Result<T> {
    Ok(command(store, keys, edge::now(), &mut edge::rng(), work)?)
}

/// Everything such lists have, so that every row is a costly one.
pub fn list(people: &[Invented], rows: usize) -> Table {
    let headings = [
        "No",
        "Name",
        "Sex",
        "Date of birth",
        "Nationality",
        "Passport no",
        "Phone",
        "Where now",
        "Arrived",
        "Remarks",
    ];
    let rows = (0..rows).map(|n| cells(n, &varied(people, n))).collect();
    Table { headings: headings.map(str::to_owned).to_vec(), rows }
}

fn cells(n: usize, person: &Arrival) -> Vec<String> {
    vec![
        (n + 1).to_string(),
        person.names.first().cloned().unwrap_or_default(),
        person.sex.map(|sex| sex.key().to_owned()).unwrap_or_default(),
        person.birth.as_ref().map(|birth| birth.range().0.to_string()).unwrap_or_default(),
        person.nationalities.first().map(|country| country.name("en").to_owned()).unwrap_or_default(),
        format!("ZZ{n:07}"),
        person.contacts.first().cloned().unwrap_or_default(),
        person.place.clone().unwrap_or_default(),
        format!("2026-01-{:02}", 1 + n % 28),
        person.remark.clone().unwrap_or_default(),
    ]
}
