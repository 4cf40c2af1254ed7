//! `safeconduct export`: the people that one's keys open, as a file.

use crate::prompt::{Who, enter};
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use access::{Action, Cx, Keyring, command};
use anyhow::{Context, Result};
use casework::desk::{Desks, Line, Query, fresh};
use casework::htcds::{self, Wanted};
use papers::table;
use std::path::PathBuf;
use store::Store;
use web::tongue::Tongue;
use web::words::Words;

#[derive(clap::Args)]
pub struct Export {
    /// The file to write: its ending, .csv, .xlsx or .json (HTCDS), says which kind. It holds names in clear.
    file: PathBuf,
    /// The kind of file, when the ending does not say it.
    #[arg(long)]
    format: Option<Format>,
    /// With HTCDS: also threats and remarks, which are left out otherwise.
    #[arg(long)]
    protection: bool,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    who: Who,
    /// Only those found by this: part of a name, code, passport, phone, place, nationality or date.
    #[arg(long, default_value = "")]
    find: String,
    /// The language of headings and words.
    #[arg(long, default_value = "en")]
    language: String,
}

#[derive(clap::ValueEnum, Clone, Copy)]
enum Format {
    Csv,
    Xlsx,
    /// Whole cases for another system: the Human Trafficking Case Data Standard 2.0.
    Htcds,
}

impl Export {
    pub fn run(self) -> Result<()> {
        let store = open_to_write(&self.place)?;
        let mut keys = enter(&store, &self.who)?;
        let today = edge::now().local_date();
        let tongue = Tongue::from_tag(&self.language).context("There is no such language here.")?;
        let desk = Desks::default().open(&store, &keys, edge::now())?;
        let query = Query { text: self.find.clone(), ..Query::default() };
        let lines: Vec<Line> =
            fresh(&desk, &store, edge::now(), |desk| desk.every(&query, today).into_iter().cloned().collect())?;
        let words = Words { tongue, today };
        let bytes = match self.format() {
            Format::Htcds => {
                let cases = lines.iter().map(|line| line.case).collect();
                cases_of(&store, &mut keys, Wanted { cases: Some(cases), protection: self.protection })?
            }
            Format::Xlsx => table::xlsx(&noted(&store, &mut keys, &lines, &words)?, "List")?,
            Format::Csv => table::csv(&noted(&store, &mut keys, &lines, &words)?),
        };
        std::fs::write(&self.file, bytes).context("The file cannot be written there.")?;
        println!("{} people written. The file holds names in clear: keep it nowhere that can be taken.", lines.len());
        Ok(())
    }

    fn format(&self) -> Format {
        self.format.unwrap_or(match self.file.extension().and_then(|ending| ending.to_str()) {
            Some("xlsx") => Format::Xlsx,
            Some("json") => Format::Htcds,
            _ => Format::Csv,
        })
    }
}

/// People as a table, once it is on the record that they were exported.
fn noted(store: &Store, keys: &mut Keyring, lines: &[Line], words: &Words) -> Result<papers::Table> {
    command(store, keys, edge::now(), &mut edge::rng(), |cx| {
        cx.permit(Action::Export)?;
        cx.note_list(Action::Export, lines.len())
    })?;
    Ok(web::export::people(lines, words))
}

/// Whole cases in HTCDS.
fn cases_of(store: &Store, keys: &mut Keyring, wanted: Wanted) -> Result<Vec<u8>> {
    fn run<T>(store: &Store, keys: &mut Keyring, work: impl FnOnce(&mut Cx) -> access::Result<T>) -> access::Result<T> {
        command(store, keys, edge::now(), &mut edge::rng(), work)
    }
    let mut export = run(store, keys, |cx| htcds::Export::begin(cx, wanted))?;
    while !export.is_done() {
        run(store, keys, |cx| export.step(cx))?;
    }
    let (document, _) = run(store, keys, |cx| export.finish(cx))?;
    Ok(serde_json::to_vec_pretty(&document)?)
}
