//! `safeconduct export`: the people that one's keys open, as a file.

use crate::prompt::{Who, enter};
use crate::upkeep::open_to_write;
use crate::{Place, edge};
use access::{Action, command};
use anyhow::{Context, Result};
use casework::desk::{Desks, Line, Query, fresh};
use papers::table;
use std::path::PathBuf;
use web::tongue::Tongue;
use web::words::Words;

#[derive(clap::Args)]
pub struct Export {
    /// The file to write: its ending, .csv or .xlsx, says which kind. It holds names in clear.
    file: PathBuf,
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
        command(&store, &mut keys, edge::now(), &mut edge::rng(), |cx| {
            cx.permit(Action::Export)?;
            cx.note_list(Action::Export, lines.len())
        })?;
        let people = web::export::people(&lines, &Words { tongue, today });
        let bytes = match self.file.extension().and_then(|ending| ending.to_str()) {
            Some("xlsx") => table::xlsx(&people, "List")?,
            _ => table::csv(&people),
        };
        std::fs::write(&self.file, bytes).context("The file cannot be written there.")?;
        println!("{} people written. The file holds names in clear: keep it nowhere that can be taken.", lines.len());
        Ok(())
    }
}
